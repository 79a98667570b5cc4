"""The scorers of `../shared/eval`, run as they are: what they print is what is reported."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.gold import EVAL

Records = Iterable[Mapping[str, Any]]


def score(scorer: str, gold: Records, found: Records, *more: Path) -> dict[str, Any]:
    """Return the figures that a scorer prints for `gold` and `found`; `more` are its other arguments."""
    with TemporaryDirectory() as folder:
        gold_file = write_lines(Path(folder, "gold.jsonl"), gold)
        found_file = write_lines(Path(folder, "found.jsonl"), found)
        printed = subprocess.run(
            [sys.executable, str(EVAL / scorer), str(gold_file), str(found_file), *map(str, more)],
            check=True,
            capture_output=True,
            text=True,
        )
    figures: dict[str, Any] = json.loads(printed.stdout)
    return figures


def write_lines(path: Path, records: Records) -> Path:
    """Write JSON lines; return the file."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    path.write_text("".join(lines), encoding="utf-8")
    return path
