"""Questions that the loaded articles answer, for a page that has not been asked anything yet."""

from typing import TYPE_CHECKING

from bot.prompts import phrase
from index.layout import inner
from index.types import Statement

if TYPE_CHECKING:
    from index.store import Store

SURE = 0.8  # least confidence in a statement that an example builds on
SHORT, LONG = 5, 14  # words of a quotation that an example quotes
_LOOKED_AT = 8  # speakers


def examples(store: "Store") -> list[str]:
    """Return one question of each kind that the articles' most quoted people allow, at most four."""
    named = [s for s in store.speakers() if " " in s.name]
    people = [s.name for s in named if s.roles or not any(other.roles for other in named)][:_LOOKED_AT]
    quotable = [(name, words) for name in people if (words := _quotation(store, name))]
    asked = [phrase("example_list", name=name) for name in people[:1]]
    asked += [phrase("example_who", words=words) for _, words in quotable[1:2]]
    asked += [phrase("example_compare", one=people[0], other=people[1])] if len(people) > 1 else []
    asked += [phrase("example_check", name=quotable[0][0], words=words) for _, words in quotable[2:3]]
    return asked


def _quotation(store: "Store", name: str) -> str | None:
    """Return a short quotation of somebody, whole, without its marks."""
    for statement in store.statements(speaker=name):
        if statement.kind == "direct" and statement.confidence >= SURE and len(statement.pieces) == 1:
            words = _words(store, statement)
            if SHORT <= len(words.split()) <= LONG and "\n" not in words:
                return words
    return None


def _words(store: "Store", statement: Statement) -> str:
    article = store.article_of(statement)
    start, end = inner(article.text, (statement.start, statement.end))
    return article.text[start:end].rstrip(",")
