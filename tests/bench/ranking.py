"""Search alone: how often a right statement of the asked speaker comes first, by each way to rank.

Nothing is refused here, so the figures say how good an order is, not how good the answers are.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.answer import Assistant
from bot.answering.finding import query_of
from bot.types import Question
from index.search import POOL, any_of, fuse, search, weighed
from index.store import Store
from index.types import Statement
from tests.bench.figures import Table, number
from tests.bench.gold import is_right
from tests.bench.turns import memory_before

WAYS = {
    "lexical": "lexical alone (BM25)",
    "dense": "dense alone (cosine)",
    "fused": "fused by rank",
    "scored": "fused, then scored: the product",
}
_FIRST = (1, 3, 10)


def table(title: str, assistant: Assistant, questions: Sequence[dict[str, Any]]) -> Table:
    """Rank for every answerable question that names one speaker and a topic."""
    found: Counter[tuple[str, int]] = Counter()
    asked = 0
    for question in questions:
        understood = _understood(assistant, question)
        if question["kind"] != "answerable" or len(understood.speakers) != 1 or not understood.topic:
            continue
        asked += 1
        for way, statements in _rankings(assistant.store, understood).items():
            for first in _FIRST:
                found[way, first] += any(is_right(assistant.store, question, s) for s in statements[:first])
    rows = [
        (words, *(number(found[way, first] / max(1, asked)) for first in _FIRST))
        for way, words in WAYS.items()
    ]
    headings = (f"{asked} questions", *(f"right in the first {first}" for first in _FIRST))
    return Table(title, headings, tuple(rows))


def _understood(assistant: Assistant, question: dict[str, Any]) -> Question:
    return assistant.understand(question["question"], memory_before(assistant, question))


def _rankings(store: Store, question: Question) -> dict[str, list[Statement]]:
    """Return the speaker's statements in each order, best first."""
    query = query_of(question)
    vector = store.encoder.encode([query])[0]
    ids = store.ids("statement", speakers=question.speakers, since=question.since, until=question.until)
    topic = any_of(weighed(store, query))
    lexical = [id_ for id_, _ in store.lexical(topic, kind="statement", ids=ids, limit=POOL)] if topic else []
    dense = [id_ for id_, _ in store.dense(vector, kind="statement", ids=ids, limit=POOL)]
    hits = search(
        store,
        store.encoder,
        query,
        kinds=("statement",),
        speakers=question.speakers,
        since=question.since,
        until=question.until,
        vector=vector,
    )
    orders = {"lexical": lexical, "dense": dense, "fused": fuse(lexical, dense)}
    return {way: store.statements_by_id(order) for way, order in orders.items()} | {
        "scored": [hit.item for hit in hits if isinstance(hit.item, Statement)]
    }
