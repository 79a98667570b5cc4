"""Everybody whom the articles of a store quote or mention, as a directory to look them up in."""

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from bot.asking.people import Directory
from bot.asking.placed import on_page
from index.phrases import core_of
from index.search import quoted

if TYPE_CHECKING:
    from index.storing.reading import Reading

CALLED = 200  # statements looked at for whom the articles call "the official"


def directory(store: "Reading") -> Directory:
    """Return everybody whom the articles of a store quote or mention."""

    def holds(words: str) -> bool:
        return bool(store.lexical(quoted(words), kind="passage", limit=1))

    def called(noun: str) -> set[str | None]:
        found = store.lexical(f"about : {quoted(noun)}", kind="statement", limit=CALLED)
        return {
            statement.speaker
            for statement in store.statements_by_id([id_ for id_, _ in found])
            if statement.mention
            and core_of(store.article_of(statement).text[slice(*statement.mention)])[1] == noun
        }

    def quoted_in(articles: Collection[str]) -> set[str]:
        return {
            name for id_ in articles for said in store.statements(article_id=id_) for name in said.speakers
        }

    written = store.known_names()  # first: by it the reader knows whether the rest is still as it was
    return Directory(tuple(store.speakers()), written, holds, called, quoted_in, partial(on_page, store))
