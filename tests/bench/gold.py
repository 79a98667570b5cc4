"""Is a cited span a right answer to an annotated question?"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.types import Citation
from index.store import Store
from index.types import Passage, Span, Statement

DATA = Path(__file__).parents[1] / "data"
EVAL = Path(__file__).parents[3] / "shared" / "eval"


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_right(store: Store, question: dict[str, Any], item: Statement | Passage | Citation) -> bool:
    """Whether a hit and a gold span share half of either, as `score_answers.py` counts."""
    return any(
        article_id == item.article_id and shares_half((start, end), (item.start, item.end))
        for article_id, start, end in gold_spans(store, question)
    )


def gold_spans(store: Store, question: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Return (article, start, end) of a question's gold, given as spans or as quotations."""
    spans = []
    for gold in question["golds"]:
        if "quote" in gold:
            article = store.article(gold["article"])
            assert article is not None, f"{gold['article']} is not indexed"
            start = article.text.index(gold["quote"])
            spans.append((article.id, start, start + len(gold["quote"])))
        else:
            spans += [(gold["article"], start, end) for start, end in gold["spans"]]
    return spans


def characters_shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how many characters two lists of spans have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def shares_half(span: Span, other: Span) -> bool:
    """Whether two spans share half of either."""
    shared = min(span[1], other[1]) - max(span[0], other[0])
    return shared > 0 and shared >= 0.5 * min(span[1] - span[0], other[1] - other[0])
