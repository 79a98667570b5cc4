"""Who somebody is: the sentences in which the articles say so."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.layout import sentence_at
from index.topic import content_words
from index.types import Article, Passage, Span

if TYPE_CHECKING:
    from index.store import Store

_OF_ANOTHER = re.compile(r"(?:his|her|its|their|our|my)\b", re.IGNORECASE)  # "her colleague": whose?
MOST = 2  # sentences shown, where they tell different things
LOOKED_AT = 200  # statements; of somebody quoted more often, these tell it as well


def introductions(store: "Store", name: str) -> list[Passage]:
    """Return the sentences that tell what somebody is, the commonest first; else the first with the name."""
    told = list(_roles(store, name))
    often = Counter(words for words, *_ in told)
    shown: list[Passage] = []
    known: set[str] = set()
    for words, article, role in sorted(
        told, key=lambda each: (len(each[0]) < 2, -often[each[0]], -len(each[0]))
    ):
        if not words <= known and len(shown) < MOST:
            shown.append(_sentence(article, role))
            known |= words
    if shown:
        return shown
    return [_sentence(store.article_of(m), (m.start, m.end)) for m in store.mentions(name)[:1]]


def _roles(store: "Store", name: str) -> Iterator[tuple[frozenset[str], Article, Span]]:
    """Yield each role given beside somebody's words: its content words, and where it stands."""
    for statement in store.statements(speaker=name)[:LOOKED_AT]:
        article = store.article_of(statement)
        role = article.text[slice(*statement.role)] if statement.role else ""
        if statement.role and not _OF_ANOTHER.match(role):
            yield frozenset(content_words(role)), article, statement.role


def _sentence(article: Article, within: Span) -> Passage:
    start, end = sentence_at(article.text, within[0]) or within
    return Passage(f"{article.id}:p{start}-{end}", article.id, start, end)
