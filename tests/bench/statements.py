"""Who said what: our statements against the annotated ones, over the articles of dev."""

from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from itertools import groupby
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from bot.records import statement_record
from index.store import Store
from index.training.score import SURE, count, tag
from tests.bench.corpora import DEV, dev_store, tagger
from tests.bench.figures import Figure, Findings, Table
from tests.bench.gold import EVAL, read_lines
from tests.bench.options import Options
from tests.bench.scorers import score, write_lines

if TYPE_CHECKING:
    import numpy as np

SCORER = "score_statements.py"
KINDS = ("direct", "mixed", "indirect")
AIMS = {
    "direct recall": 0.96,
    "direct speaker": 0.95,
    "mixed recall": 0.92,
    "mixed speaker": 0.93,
    "indirect recall": 0.80,
    "indirect speaker": 0.88,
    "precision": 0.88,
    "characters F1": 0.90,
    "source F1": 0.83,
    "cue F1": 0.75,
    "content F1": 0.73,
}
ALL = "{} F1, unsure ones too"
_RESAMPLES = 2_000
# A share of one article: what was right of it, and of how many. Sums of these give every figure.
Parts = dict[str, tuple[int, int]]


def run(options: Options) -> Findings:
    """Score all of dev, and each outlet with the interval that its few articles allow."""
    articles = read_lines(DEV)
    with dev_store(as_is=options.as_is) as store:
        figures = measure(store, articles)
        found = found_in(store, articles)
    spans = [span_parts(article) for article in articles]
    parts = [own | of_spans for own, of_spans in zip(statement_parts(articles, found), spans, strict=True)]
    return Findings(
        (*figures, *span_figures(spans)),
        (
            _by_outlet("Statements by outlet, with 95 % intervals", articles, parts, list(AIMS)[:8]),
            _by_outlet("Exact spans by outlet, with 95 % intervals", articles, parts, list(AIMS)[8:]),
        ),
    )


def measure(store: Store, articles: Sequence[dict[str, Any]]) -> list[Figure]:
    """Return what the scorer says of a store's statements."""
    found = [record for records in found_in(store, articles) for record in records]
    scored = score(SCORER, articles, found)
    values = {}
    for kind in KINDS:
        values[f"{kind} recall"] = scored[kind]["recall"]
        values[f"{kind} speaker"] = scored[kind]["speaker"]
    values |= {"precision": scored["precision"], "characters F1": scored["char_f1"]}
    # The scorer counts a statement from start to end, ", said Lee, a baker," between its pieces too.
    pieces = [record | {"start": a, "end": b} for record in found for a, b in record["pieces"]]
    alone = Figure("characters F1 of the pieces alone", score(SCORER, articles, pieces)["char_f1"])
    return [*(Figure(name, value, AIMS[name]) for name, value in values.items()), alone]


def found_in(store: Store, articles: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return each article's statements, as `onrecord statements --json` prints them."""
    return [
        [statement_record(s, article["text"]) for s in store.statements(article_id=article["id"])]
        for article in articles
    ]


def span_figures(spans: Sequence[Parts]) -> list[Figure]:
    """Return the exact-span F1 of the tagger, by role: of spans it is sure of, and of all."""
    totals = {name: [sum(column) for column in zip(*(part[name] for part in spans))] for name in spans[0]}
    return [Figure(name, right / max(1, of), AIMS.get(name)) for name, (right, of) in totals.items()]


def span_parts(article: dict[str, Any]) -> Parts:
    """Count the tagger's exact spans in one article, as CofeNet counts them."""
    tagged, parts = tag(tagger(), article["text"]), {}
    for name, least in (("{} F1", SURE), (ALL, 0)):
        counted = count(tagged, article, least)
        for role in ("source", "cue", "content"):
            of = counted[role, "gold"] + counted[role, "found"]
            parts[name.format(role)] = (2 * counted[role, "right"], of)
    return parts


def statement_parts(articles: Sequence[dict[str, Any]], found: Sequence[list[dict[str, Any]]]) -> list[Parts]:
    """Count each article by itself, with the scorer's own counters."""
    return [_counted(article, records) for article, records in zip(articles, found, strict=True)]


def _counted(article: dict[str, Any], records: list[dict[str, Any]]) -> Parts:
    with TemporaryDirectory() as folder:
        files = [
            write_lines(Path(folder, "gold"), [article]),
            write_lines(Path(folder, "found"), records),
        ]
        with patch("sys.argv", [SCORER, *map(str, files)]), redirect_stdout(StringIO()):
            scorer = run_path(str(EVAL / SCORER))
    c = scorer["c"]
    parts = {}
    for kind in KINDS:
        parts[f"{kind} recall"] = (c[f"{kind}.found"], c[kind])
        parts[f"{kind} speaker"] = (c[f"{kind}.src_ok"], c[f"{kind}.src"])
    parts["precision"] = (c["pred_ok"], c["pred"])
    parts["characters F1"] = (2 * scorer["tp"], scorer["pp"] + scorer["gp"])
    return parts


def _by_outlet(
    title: str, articles: Sequence[dict[str, Any]], parts: Sequence[Parts], names: Sequence[str]
) -> Table:
    by_outlet = sorted(zip((a["outlet"] for a in articles), parts), key=lambda pair: pair[0])
    rows = [
        (outlet, *(interval([part[name] for _, part in group]) for name in names))
        for outlet, members in groupby(by_outlet, key=lambda pair: pair[0])
        for group in [list(members)]
    ]
    rows.append(("all", *(interval([part[name] for part in parts]) for name in names)))
    return Table(title, ("outlet", *names), tuple(rows))


def interval(counted: Sequence[tuple[int, int]]) -> str:
    """Write a share with its 95 % interval, by drawing the articles again and again (bootstrap)."""
    import numpy as np

    pairs = np.array(counted)
    draws = np.random.default_rng(0).integers(len(pairs), size=(_RESAMPLES, len(pairs)))
    low, high = np.percentile(_share(pairs[draws].sum(axis=1)), (2.5, 97.5))
    return f"{_share(pairs.sum(axis=0)):.2f} ({low:.2f}–{high:.2f})"


def _share(sums: "np.ndarray") -> "np.ndarray":
    return sums[..., 0] / sums[..., 1].clip(min=1)
