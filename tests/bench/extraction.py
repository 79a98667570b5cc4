"""Scores of the statements found in the sample articles: `tests/data/statements.jsonl`."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.readers import read
from index.types import Article, Indexed, Statement
from tests.bench.gold import DATA, read_lines

SEEDS = Path(__file__).parents[2] / "seeds"
KINDS = ("direct", "mixed", "indirect")

Analyse = Callable[[Article, str], Indexed]


def score_extraction(analyse: Analyse) -> tuple[dict[str, float], list[str]]:
    """Return figures in percent, and a line about each statement missed, misgiven or made up.

    `KIND recall`: gold statements of which one statement covers half the characters. `KIND speaker`: of
    those found, the share given to the right name, or to nobody where the gold names nobody.
    `precision`: statements of which half the characters stand in a gold one.
    """
    gold: dict[str, list[dict[str, Any]]] = {}
    for line in read_lines(DATA / "statements.jsonl"):
        gold.setdefault(line["article"], []).append(line)
    counts: Counter[Any] = Counter()
    misses: list[str] = []
    for article in read(SEEDS):
        assert isinstance(article, Article), article
        found = analyse(article, "").statements
        misses += _recall(article, gold[article.id], found, counts)
        misses += _precision(article, gold[article.id], found, counts)
    return _figures(counts), misses


def _recall(
    article: Article, gold: Sequence[Mapping[str, Any]], found: Sequence[Statement], counts: Counter[Any]
) -> list[str]:
    misses = []
    for line in gold:
        kind, start = line["kind"], article.text.index(line["quote"])
        end = start + len(line["quote"])
        counts[kind] += 1
        best = max(found, key=lambda s: _shared(start, end, s), default=None)
        if best is None or _shared(start, end, best) < 0.5 * (end - start):
            misses.append(f"{article.id}: missed {kind}: {line['speaker']}: {line['quote'][:70]!r}")
            continue
        counts[kind, "found"] += 1
        if best.speaker == line["speaker"]:
            counts[kind, "right"] += 1
        else:
            misses.append(f"{article.id}: {best.speaker}, not {line['speaker']}: {line['quote'][:70]!r}")
    return misses


def _precision(
    article: Article, gold: Sequence[Mapping[str, Any]], found: Sequence[Statement], counts: Counter[Any]
) -> list[str]:
    inside = bytearray(len(article.text))
    for line in gold:
        start = article.text.index(line["quote"])
        inside[start : start + len(line["quote"])] = b"\1" * len(line["quote"])
    misses = []
    for statement in found:
        counts["listed"] += 1
        if sum(inside[statement.start : statement.end]) >= 0.5 * (statement.end - statement.start):
            counts["true"] += 1
        else:
            words = article.text[statement.start : statement.end]
            misses.append(f"{article.id}: no statement: {statement.speaker}: {words[:70]!r}")
    return misses


def _shared(start: int, end: int, statement: Statement) -> int:
    return min(end, statement.end) - max(start, statement.start)


def _figures(counts: Counter[Any]) -> dict[str, float]:
    figures = {}
    for kind in KINDS:
        figures[f"{kind} recall"] = _percent(counts[kind, "found"], counts[kind])
        figures[f"{kind} speaker"] = _percent(counts[kind, "right"], counts[kind, "found"])
    return figures | {"precision": _percent(counts["true"], counts["listed"])}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
