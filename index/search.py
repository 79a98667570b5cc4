"""Query → hits: candidates by words and by meaning, fused, then scored."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp
from typing import TYPE_CHECKING

from index.layout import sentences_of
from index.searching.irregular import forms
from index.searching.topic import Term, content_words, coverage, share_by_stem, terms
from index.searching.turns import turn_before
from index.types import Encoder, Evidence, Hit, ItemKind, Passage, Statement

if TYPE_CHECKING:
    import numpy as np

    from index.store import Store

POOL = 60  # candidates from each list; more found nothing better on dev
RESCORED = {"statement": 20, "passage": 30}  # of the fused list
BEFORE, AFTER = 300, 100  # characters around a candidate that count as its surroundings
RANK_OFFSET = 60  # reciprocal rank fusion's k (Cormack et al., SIGIR 2009)


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


@dataclass(frozen=True, slots=True)
class Near:
    """What may be a hit: near a query by words or by meaning, and not yet looked at more closely."""

    item: Statement | Passage
    cosine: float
    margin: float  # how far the cosine lies above the mean of all that is near


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
    found = [each for kind in kinds for each in nearest(store, query, vector, kind, wanted)]
    return scored(store, query, found)[:limit]


def by_score(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits, best first; of equals always the same one first."""
    return sorted(hits, key=lambda hit: (-hit.score, hit.item.id))


def nearest(store: "Store", query: str, vector: "np.ndarray", kind: ItemKind, wanted: Filter) -> list[Near]:
    """Return what is near a query, for `scored` to weigh: that takes most of a search's time."""
    if kind == "passage" and wanted.speakers is not None:
        return []
    ids = _allowed(store, kind, wanted) if wanted.active else None
    if ids == []:
        return []
    topic = weighed(store, query)
    dense = store.dense(vector, kind=kind, ids=ids, limit=POOL)
    cosines = dict(dense)
    if ids is not None and len(ids) <= RESCORED[kind]:
        chosen = ids  # each of them is scored, whatever words they hold
    else:
        lexical = store.lexical(any_of(topic), kind=kind, ids=ids, limit=POOL) if topic else []
        chosen = fuse([id_ for id_, _ in lexical], [id_ for id_, _ in dense])[: RESCORED[kind]]
    missing = [id_ for id_ in chosen if id_ not in cosines]
    cosines |= dict(store.dense(vector, kind=kind, ids=missing, limit=len(missing))) if missing else {}
    items = store.statements_by_id(chosen) if kind == "statement" else store.passages_by_id(chosen)
    mean = sum(cosines.get(item.id, 0.0) for item in items) / max(1, len(items))
    return [Near(item, cosine := cosines.get(item.id, 0.0), cosine - mean) for item in items]


def scored(store: "Store", query: str, found: Iterable[Near]) -> list[Hit]:
    """Weigh what is near a query by its words and their surroundings; return the hits, best first."""
    topic = weighed(store, query)
    hits = []
    for each in found:
        seen = evidence(store, topic, each.item, each.cosine, each.margin)
        value = score(seen) if isinstance(each.item, Statement) else passage_score(seen)
        hits.append(Hit(each.item, value, seen))
    return by_score(hits)


def weighed(store: "Store", query: str) -> tuple[Term, ...]:
    """Return the words of a topic, weighed by how rare they are in the store."""
    return terms(query, store.document_frequencies(), store.count("statement") + store.count("passage"))


def _allowed(store: "Store", kind: ItemKind, wanted: Filter) -> list[str]:
    named = None
    if wanted.named is not None:
        named = " AND ".join(f"about : {quoted(word)}" for word in content_words(wanted.named))
    return store.ids(
        kind,
        speakers=wanted.speakers,
        articles=wanted.articles,
        since=wanted.since,
        until=wanted.until,
        match=named,
    )


def holding(store: "Store", query: str, *, limit: int = 8) -> list[tuple[Statement, float]]:
    """Return statements by anybody that hold words of the topic, with the share of it they hold."""
    topic = weighed(store, query)
    found = store.lexical(any_of(topic), kind="statement", limit=POOL) if topic else []
    items = store.statements_by_id([id_ for id_, _ in found[:limit]])
    texts = [store.article_of(item).text[item.start : item.end] for item in items]
    return [(item, share_by_stem(topic, content_words(text))) for item, text in zip(items, texts)]


def any_of(topic: Sequence[Term]) -> str:
    """Return the FTS5 expression that finds any of the terms."""
    return " OR ".join(quoted(form) for term in topic for form in forms(term.word))


def quoted(word: str) -> str:
    """Return the FTS5 expression that finds a word, or several in a row."""
    return '"' + word.replace('"', "") + '"'


def fuse(*rankings: Sequence[str]) -> list[str]:
    """Reciprocal rank fusion: ids that several rankings put high come first."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, id_ in enumerate(ranking):
            scores[id_] = scores.get(id_, 0.0) + 1 / (RANK_OFFSET + rank)
    return sorted(scores, key=lambda id_: (-scores[id_], id_))


def evidence(
    store: "Store", topic: tuple[Term, ...], item: Statement | Passage, cosine: float, margin: float
) -> Evidence:
    """Look at a candidate's words and their surroundings."""
    article = store.article_of(item)
    own = content_words(article.text[item.start : item.end])
    around = content_words(article.text[max(0, item.start - BEFORE) : item.end + AFTER] + " " + article.title)
    inside, outside = coverage(topic, own), coverage(topic, around)
    beside = inside.exact
    if isinstance(item, Statement) and outside.exact > beside:  # else what stands beside it adds nothing
        beside = share_by_stem(topic, own + content_words(_rest(store, item, article.text)))
    return Evidence(
        exact=inside.exact,
        near=inside.near,
        literal=inside.literal,
        beside=beside,
        around=outside.near,
        cosine=cosine,
        margin=margin,
        words=len(own),
    )


def _rest(store: "Store", item: Statement, text: str) -> str:
    """Return what stands beside a statement in its sentences and is nobody else's words, and of an interview
    the question."""
    at, last = sentences_of(text, (item.start, item.end))
    rest = ""
    for low, high, speaker in store.said_in(item.article_id):
        if low < last and at < high and (speaker is None or speaker != item.speaker):
            rest += " " + text[at:low]
            at = high
    return f"{rest} {text[at:last]} {turn_before(text, item)}"


def score(seen: Evidence) -> float:
    """Order statements: from 0 to 1, higher is better.

    A linear model, fitted on the dev and sample questions by `python -m tests.bench fit`.
    """
    z = (
        -5.54
        + 1.06 * seen.exact
        + 1.74 * seen.literal
        + 1.15 * seen.beside
        + 2.58 * seen.around
        + 1.07 * seen.cosine
        - 0.49 * (seen.words < 3)
    )
    return 1 / (1 + exp(-z))


def passage_score(seen: Evidence) -> float:
    """Order passages: from 0 to 1, higher is better.

    Meaning weighs more than for statements: a passage says in its own words what a question asks. The
    weights were chosen on 80 questions over 713 news pages; twice or thrice that of `cosine` is as good.
    """
    return 1 / (1 + exp(5.0 - 1.8 * (seen.exact + seen.around + 2 * seen.cosine)))
