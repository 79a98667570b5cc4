"""What a question has somebody say of a thing: who speaks of the pier has not said that it should be sold."""

import re
from typing import TYPE_CHECKING

from bot.answering.whole import sentence_about
from index.lexicon import AUXILIARIES
from index.search import weighed
from index.topic import content_words, coverage
from index.types import Hit, Statement

if TYPE_CHECKING:
    from index.store import Store

ANY_OF_IT = 0.25  # the share of what is said of a thing, by meaning too, below which nothing of it is said

_SAID_OF_IT = re.compile(
    rf"\S.*?\s(?:{'|'.join(sorted(AUXILIARIES))}|\w+n['’]t)\s(?P<predicate>.+)", re.IGNORECASE
)


def predicate_of(clause: str) -> str:
    """Return what a clause says of its subject: "be sold", of "the pier should be sold"; else nothing."""
    found = _SAID_OF_IT.fullmatch(clause)
    return found["predicate"] if found else ""


def says_some_of(store: "Store", predicate: str, hit: Hit) -> bool:
    """Whether a statement has, with its sentence, any of what was said of the thing, in whatever words."""
    if not predicate or not isinstance(hit.item, Statement):
        return True
    text, (start, end) = store.article_of(hit.item).text, (hit.item.start, hit.item.end)
    first, last = sentence_about(text, hit.item)
    words = content_words(text[min(start, first) : max(end, last)])
    return coverage(weighed(store, predicate), words).near >= ANY_OF_IT
