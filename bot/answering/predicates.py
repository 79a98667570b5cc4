"""What a question has somebody say of a thing: who speaks of the pier has not said that it should be sold."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.whole import sentence_about
from index.lexicon import AUXILIARIES
from index.search import BEFORE, weighed
from index.searching.topic import STOP_WORDS, content_words, coverage
from index.types import Hit, Statement

if TYPE_CHECKING:
    from index.store import Store

ANY_OF_IT = 0.25  # the share of a part of a clause, by meaning too, below which nothing of it is said

_CLAUSE = re.compile(
    rf"(?P<subject>\S.*?)\s(?:{'|'.join(sorted(AUXILIARIES))}|\w+n['’]t)\s(?P<predicate>.+)", re.IGNORECASE
)

_POINTS = re.compile(
    r"\b(?:it|its|he|him|his|she|her|they|them|their|this|that|these|those)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a question asks for, as "the pier" and what is said of it: "be sold"."""

    subject: str
    predicate: str


def clause_of(topic: str) -> Clause | None:
    """Return a topic's subject and predicate, where it has both: "the pier should be sold"."""
    found = _CLAUSE.fullmatch(topic)
    return Clause(found["subject"], found["predicate"]) if found else None


def says_some_of(store: "Store", clause: Clause | None, hit: Hit) -> bool:
    """Whether a statement has, with its sentence, any of both parts of a clause, in whatever words; the
    subject may be "it" there, and stand before."""
    if clause is None or not isinstance(hit.item, Statement):
        return True
    article, (start, end) = store.article_of(hit.item), (hit.item.start, hit.item.end)
    first, last = sentence_about(article.text, hit.item)
    sentence = article.text[min(start, first) : max(end, last)]
    before = (
        f"{article.title} {article.text[max(0, start - BEFORE) : start]} " if _POINTS.search(sentence) else ""
    )
    return _holds(store, clause.predicate, sentence) and _holds(store, clause.subject, before + sentence)


def _holds(store: "Store", part: str, text: str) -> bool:
    """Whether a text has any of a part of a clause; "it" may be anything."""
    topic = [term for term in weighed(store, part) if term.word not in STOP_WORDS]
    return not topic or coverage(tuple(topic), content_words(text)).near >= ANY_OF_IT
