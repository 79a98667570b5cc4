"""Query → hits: candidates by words and by meaning, fused, then scored by how well they cover the topic.

The score is a probability that the hit answers, from a logistic model fitted on the dev questions
(`python -m tests.bench fit`); so one threshold tells an answer from the nearest thing there is.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp
from typing import TYPE_CHECKING

from index.topic import Coverage, Term, content_words, coverage, terms
from index.types import Encoder, Hit, ItemKind, Passage, Statement

if TYPE_CHECKING:
    import numpy as np

    from index.store import Store

POOL = 60  # candidates from each list; more found nothing better on dev
RESCORED = 30  # of the fused list
RANK_OFFSET = 60  # reciprocal rank fusion's k (Cormack et al., SIGIR 2009)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a candidate: the features of the score."""

    content: Coverage  # of the statement's own words
    context: Coverage  # of the words with their surroundings
    cosine: float
    words: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions a hit must meet; speakers are names of the register."""

    speakers: Collection[str] | None = None
    since: date | None = None
    until: date | None = None
    articles: Collection[str] | None = None
    named: str | None = None  # words that the context (source, role, title) must hold

    @property
    def active(self) -> bool:
        return any(
            part is not None for part in (self.speakers, self.since, self.until, self.articles, self.named)
        )


def search(
    store: "Store",
    encoder: Encoder,
    query: str,
    *,
    kinds: Sequence[ItemKind] = ("statement", "passage"),
    speakers: Collection[str] | None = None,
    since: date | None = None,
    until: date | None = None,
    articles: Collection[str] | None = None,
    named: str | None = None,
    limit: int = 10,
    vector: "np.ndarray | None" = None,
) -> list[Hit]:
    """Return the best hits for a topic, best first, with scores from 0 to 1.

    `vector` is the query's, where the caller has it already.
    """
    if vector is None:
        vector = encoder.encode([query])[0]
    wanted = Filter(speakers, since, until, articles, named)
    found = [hit for kind in kinds for hit in _of_kind(store, query, vector, kind, wanted)]
    return sorted(found, key=lambda hit: (-hit.score, hit.item.id))[:limit]


def _of_kind(store: "Store", query: str, vector: "np.ndarray", kind: ItemKind, wanted: Filter) -> list[Hit]:
    if kind == "passage" and wanted.speakers is not None:
        return []
    ids = _allowed(store, kind, wanted) if wanted.active else None
    if ids == []:
        return []
    topic = terms(query, store.document_frequencies(), store.count("statement") + store.count("passage"))
    lexical = store.lexical(any_of(topic), kind=kind, ids=ids, limit=POOL) if topic else []
    dense = store.dense(vector, kind=kind, ids=ids, limit=POOL)
    cosines = dict(dense)
    chosen = fuse([id_ for id_, _ in lexical], [id_ for id_, _ in dense])[:RESCORED]
    missing = [id_ for id_ in chosen if id_ not in cosines]
    cosines |= dict(store.dense(vector, kind=kind, ids=missing, limit=len(missing))) if missing else {}
    items = store.statements_by_id(chosen) if kind == "statement" else store.passages_by_id(chosen)
    return [Hit(item, score(evidence(store, topic, item, cosines.get(item.id, 0.0)))) for item in items]


def _allowed(store: "Store", kind: ItemKind, wanted: Filter) -> list[str]:
    ids = store.ids(
        kind, speakers=wanted.speakers, articles=wanted.articles, since=wanted.since, until=wanted.until
    )
    if wanted.named is None or not ids:
        return ids
    words = " AND ".join(f"about : {_quoted(word)}" for word in content_words(wanted.named))
    return [id_ for id_, _ in store.lexical(words, kind=kind, ids=ids, limit=len(ids))]


def any_of(topic: Sequence[Term]) -> str:
    """Return the FTS5 expression that finds any of the terms."""
    return " OR ".join(_quoted(term.word) for term in topic)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', "") + '"'


def fuse(*rankings: Sequence[str]) -> list[str]:
    """Reciprocal rank fusion: ids that several rankings put high come first."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, id_ in enumerate(ranking):
            scores[id_] = scores.get(id_, 0.0) + 1 / (RANK_OFFSET + rank)
    return sorted(scores, key=lambda id_: (-scores[id_], id_))


def evidence(store: "Store", topic: Sequence[Term], item: Statement | Passage, cosine: float) -> Evidence:
    """Look at a candidate's words and their surroundings."""
    article = store.article(item.article_id)
    assert article is not None, "a stored item has its article"
    own = content_words(article.text[item.start : item.end])
    around = content_words(article.text[max(0, item.start - 300) : item.end + 100] + " " + article.title)
    return Evidence(coverage(topic, own), coverage(topic, around), cosine, len(own))


def score(seen: Evidence) -> float:
    """Return the probability that a candidate answers."""
    z = (
        -6.0
        + 4.5 * seen.content.exact
        + 2.5 * seen.content.near
        + 1.0 * seen.context.near
        + 3.0 * seen.cosine
        + 0.5 * seen.content.phrase
        - 0.6 * (seen.words < 4)
    )
    return 1 / (1 + exp(-z))
