"""`python -m tests.bench [NAME…]`: run sections, or all, and print their figures as Markdown."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from bot.settings import go_offline
from tests.bench.figures import Findings, as_markdown, as_record
from tests.bench.options import Options

SECTIONS = {
    "statements": "who said what in the annotated articles, by kind and by outlet",
    "answers": "the annotated questions, why some miss, and the threshold's trade-off",
    "checks": "quotations to check, false verdicts of `verified` apart",
    "samples": "questions over the sample articles; words, meaning and both as search",
    "pages": "questions about news pages in other words than theirs; --quick: those held out",
    "news": "facts in news pages, beside the plain LangChain pipeline",
    "prose": "a real small model's sentences through the gate; takes half an hour, and can be broken off",
    "check-speed": "checking quotations over 100,000 statements; --quick: over 10,000",
    "speed": "indexing and asking, beside the plain LangChain pipeline; memory",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the sections named, or all."""
    options = _parser().parse_args(argv)
    go_offline()
    told = Options(options.quick, options.as_is, options.store, options.questions)
    records = {}
    for name in options.names or SECTIONS:
        started = time.monotonic()
        findings: Findings = import_module(f"tests.bench.{name.replace('-', '_')}").run(told)
        print(as_markdown(name, findings), flush=True)
        print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
        records[name] = as_record(findings)
    if options.json:
        options.json.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    about = "\n".join(f"  {name:<13}{words}" for name, words in SECTIONS.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=f"Measure. Stores are kept in .bench/ for the next run.\n\nsections:\n{about}\n"
        "  fit          fit the models that order and accept hits (not run unless named)\n"
        "  misses       statements missed and found beside the annotated, and why (not run unless named)",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="sections to run (all)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    parser.add_argument(
        "--quick", action="store_true", help="fewer pages, questions for a model, and articles"
    )
    parser.add_argument(
        "--as-is", action="store_true", help="ask the kept stores, though the code that made them changed"
    )
    parser.add_argument(
        "--store", type=Path, metavar="DIR", help="for prose: a store of the corpus elsewhere"
    )
    parser.add_argument(
        "--questions", type=int, metavar="N", help="for news: the first N, over the pages named with them"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
