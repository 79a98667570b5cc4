"""What the store holds already: which article of it one that is read now is, or is a new version of."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, count, takewhile
from pathlib import Path

from index.formats.fetch import is_address, page_of
from index.layout import sentences
from index.readers import is_upload, told_apart
from index.store import Store
from index.types import Article, ArticleSummary


class Held:
    """What the store held before the build, by id and by place: it tells an article that is read again from
    another one of the same id."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._real_folder = cache(os.path.realpath)
        held = store.articles()
        self.origins = {each.id: each.origin for each in held}
        self.places = {each.id: self.place(each.origin) for each in held}
        self._there: dict[str, list[str]] = defaultdict(list)
        for article_id, at in self.places.items():
            self._there[at].append(article_id)
        self._moved = cache(lambda: _lost(held))
        self.replaced: set[str] = set()  # articles of which an upload is a new version
        self.beside: dict[str, str] = {}  # an upload's new id → an article of its name with other words

    def known_as(self, article: Article, taken: Collection[str]) -> Article:
        """Return the article under the id it has in the store, or a new one that no other has there.

        What was not read from a file or an address is known by its id alone. `taken` are the ids of the
        build so far.
        """
        if not article.origin:
            return article
        article_id = self._id_of(article, taken)
        if is_upload(article.origin) and article_id not in self.origins:
            namesakes = [each for each in self._namesakes(article) if each not in taken]
            for each in namesakes:
                if self._is_earlier(each, article):
                    self.replaced.add(each)
                    return replace(article, id=each)
            if namesakes:
                self.beside[article_id] = namesakes[0]
        before = self.origins.get(article_id, "")
        # Of two copies, the one that was read first: the other may be an upload, which is soon gone.
        return replace(article, id=article_id, origin=before if is_there(before) else article.origin)

    def place(self, origin: str) -> str:
        """Where a file really is, whatever way led to it; a link to a file is a place of its own."""
        if is_address(origin):
            return origin
        if os.path.isdir(origin):
            return self._real_folder(origin)
        folder, name = os.path.split(origin)
        return os.path.join(self._real_folder(folder), name)

    def _id_of(self, article: Article, taken: Collection[str]) -> str:
        names = [article.id, *told_apart(article)]
        here = [each for each in self._there.get(self.place(article.origin), ()) if each not in taken]
        if known := [name for name in names if name in here]:
            return known[0]
        if here and not article.origin.lower().endswith(".jsonl"):  # one file, one article
            return here[0]
        if article.id in self.origins and article.id not in taken and self._is(article.id, article):
            return article.id
        for moved in self._moved().get((Path(article.origin).name, len(article.text)), ()):
            if moved not in taken and self._text_of(moved) == article.text:
                return moved
        return next(
            name
            for name in chain(names, _numbered(article.id))
            if name not in taken and (name not in self.origins or self._is(name, article))
        )

    def _is(self, article_id: str, article: Article) -> bool:
        """Whether the store's `article_id`, read from elsewhere, is this article.

        A copy is, if nothing about it differs. Where the file is gone, this is where it was moved to, changed
        or not; but a folder that is missing may be a disk that is not plugged in, and uploads come and go.
        """
        before = self.origins[article_id]
        if is_address(before) and is_address(article.origin):
            return page_of(before) == page_of(article.origin)
        if is_there(before):
            stored = self._store.article(article_id)
            return stored is not None and replace(stored, id=article.id, origin=article.origin) == article
        left = is_there(os.path.dirname(before)) and not is_upload(before) and not is_upload(article.origin)
        moved = left and Path(before).stem == Path(article.origin).stem
        return moved or self._text_of(article_id) == article.text

    def _namesakes(self, article: Article) -> list[str]:
        """Return the articles that came under this id from a file of this name, the latest of them first."""
        # "2024-2" of JSON lines is not the second "2024", but a line of its own.
        is_line = article.origin.lower().endswith(".jsonl")
        numbered = () if is_line else takewhile(self.origins.__contains__, _numbered(article.id))
        stem = Path(article.origin).stem
        return [
            each
            for each in [*numbered][::-1] + [article.id]
            if each in self.origins and Path(self.origins[each]).stem == stem
        ]

    def _is_earlier(self, article_id: str, article: Article) -> bool:
        """Whether an article is an earlier version of this one: an upload too, since what lies in a folder is
        changed there."""
        earlier = self._text_of(article_id) if is_upload(self.origins[article_id]) else None
        return earlier is not None and holds_most_of(article.text, earlier)

    def _text_of(self, article_id: str) -> str | None:
        stored = self._store.article(article_id)
        return stored.text if stored else None


def _lost(held: Sequence[ArticleSummary]) -> dict[tuple[str, int], list[str]]:
    """Return the ids of articles whose file is not where it was, by its name and their length."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for each in held:
        if each.origin and not is_address(each.origin) and not is_there(each.origin):
            found[Path(each.origin).name, each.characters].append(each.id)
    return found


def _numbered(article_id: str) -> Iterator[str]:
    return (f"{article_id}-{number}" for number in count(2))


def is_there(origin: str) -> bool:
    """Whether there is such a file, be it closed to us."""
    try:
        os.stat(origin)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def holds_most_of(text: str, earlier: str) -> bool:
    """Whether more than half of an earlier text, in whole sentences, stands in `text` as well."""
    kept = set(_sentences(text))
    before = _sentences(earlier)
    return 2 * sum(len(each) for each in before if each in kept) > sum(map(len, before))


def _sentences(text: str) -> list[str]:
    return [" ".join(text[slice(*span)].split()) for span in sentences(text)]
