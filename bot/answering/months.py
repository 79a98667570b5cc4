"""Months whose names are other words, too: what was said in March tells nothing of the march."""

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.search import AFTER, BEFORE, by_score, passage_score, score, weighed
from index.searching.topic import Term, content_words, coverage
from index.types import Hit, Statement

if TYPE_CHECKING:
    from index.store import Store

_WORDS = ("march", "may")
_PREPOSITION = "in|on|of|since|until|till|by|before|after|from|during|last|next|this"
_PART = r"(?:early |late |mid-|the (?:start|middle|end|beginning) of )?"
# Near in meaning to the month, and so to its word; those that are words of their own may be names.
_OTHER_MONTHS = rf"\b(?:{'|'.join(name for name in month_name if name and name.lower() not in _WORDS)})\b"


def is_month(word: str) -> str:
    """Return a pattern for where a text means the month by a word: "in March", "3 May", "May 2021"."""
    name = word.title()
    told = rf"\b(?i:{_PREPOSITION}) {_PART}{name}\b(?! [A-Z])"
    return rf"{told}|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {name}\b|\b{name}(?=,? \d)"


def without_month(name: str, text: str) -> str:
    """Return a text without the months that are written as a name is: May, April."""
    return re.sub(is_month(name), " ", text) if name in month_name else text


def unlike(topic: str) -> re.Pattern[str] | None:
    """Return a pattern for what looks like a word of the topic and is none: the month, or "it may rain"."""
    others = []
    for word in _WORDS:
        asked = re.search(rf"(?P<before>\S+\s+)?\b(?P<word>{word})\b", topic, re.IGNORECASE)
        if asked and asked["word"].islower():
            others += [is_month(word), _OTHER_MONTHS]
        elif asked and (word == "may" or not (asked["before"] or "")[:1].isupper()):  # not "the Peace March"
            others.append(rf"\b{word}\b")
    return re.compile("|".join(others)) if others else None


def without(others: re.Pattern[str] | None, text: str) -> str:
    """Return a text without what only looks like a word of the topic."""
    return others.sub(" ", text) if others else text


def apart(store: "Store", query: str, hits: Sequence[Hit]) -> list[Hit]:
    """Weigh hits again without what only looks like a word of the query."""
    others = unlike(query)
    if others is None:
        return list(hits)
    topic = weighed(store, query)
    return by_score(_without(store, topic, hit, others) for hit in hits)


def _without(store: "Store", topic: tuple[Term, ...], hit: Hit, others: re.Pattern[str]) -> Hit:
    article, item, seen = store.article_of(hit.item), hit.item, hit.evidence
    around = f"{article.text[max(0, item.start - BEFORE) : item.end + AFTER]} {article.title}"
    if seen is None or not others.search(around):
        return hit
    inside = coverage(topic, content_words(without(others, article.text[item.start : item.end])))
    outside = coverage(topic, content_words(without(others, around)))
    seen = replace(
        seen,
        exact=inside.exact,
        near=inside.near,
        literal=inside.literal,
        beside=min(seen.beside, max(inside.exact, outside.exact)),
        around=outside.near,
    )
    return Hit(item, score(seen) if isinstance(item, Statement) else passage_score(seen), seen)
