"""Articles → store: runs the stages over what is new or changed, and leaves the rest alone."""

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, count
from operator import length_hint
from pathlib import Path

from index import texts
from index.errors import OnRecordError, StoreError, Unreadable
from index.fetch import is_address
from index.readers import is_upload, told_apart
from index.store import ArticleSummary, Store
from index.types import Article, Indexed, OnProgress, Progress

# Texts embedded together: a dozen of the model's batches, sorted by length, without keeping finished
# articles out of the store for more than some seconds.
_TEXTS_AT_ONCE = 192

Analyse = Callable[[Article, str], Indexed]  # (article, its fingerprint)


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that was skipped: the file, address or id, and why."""

    where: str
    message: str


@dataclass(slots=True)
class Report:
    """What a build did: ids of articles, and failures in the order they came up."""

    indexed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def fingerprint(article: Article, version: str) -> str:
    """Return a hash of everything the stored result depends on; where the article lay is no part of it."""
    matters = (article.id, article.title, article.text, str(article.published), article.url, article.author,
               article.source, version, texts.VERSION)  # fmt: skip
    return hashlib.sha256(json.dumps(matters).encode()).hexdigest()


def build(
    sources: Iterable[Article | Unreadable],
    store: Store,
    *,
    analyse: Analyse,
    version: str,
    on_progress: OnProgress | None = None,
    total: int | None = None,
    gone_from: Collection[str | Path] = (),
) -> Report:
    """Index what is new or changed among `sources`; return what was done.

    An article that cannot be read or analysed is reported and skipped. Whatever interrupts a build
    (Ctrl-C, a full disk, SIGKILL) leaves each finished article whole in the store. `version` is that of
    the stages: another one re-indexes everything. An article whose id another one has already is given an
    id of its own; the same one, read again or from where it was moved, keeps its id. Articles that were
    read before from one of the files or folders in `gone_from`, and are not among `sources` now, are removed.

    Raises `StoreError` when the store cannot go on.
    """
    job = _Job(
        store, analyse, version, on_progress or (lambda _: None), total or length_hint(sources) or None
    )
    for item in sources:
        job.take(item)
    job.flush()
    job.remove_gone(gone_from)
    return job.report


class _Job:
    """The state of one build."""

    def __init__(
        self, store: Store, analyse: Analyse, version: str, on_progress: OnProgress, total: int | None
    ) -> None:
        self.report = Report()
        self._store, self._analyse, self._version = store, analyse, version
        self._on_progress, self._total = on_progress, total
        self._known = store.fingerprints()
        self._held = _Held(store)
        self._seen: set[str] = set()
        self._waiting: list[Indexed] = []
        self._done = 0

    def take(self, item: Article | Unreadable) -> None:
        """Skip, fail or analyse one item; store what waits when that is enough for a batch."""
        if isinstance(item, Unreadable):
            self._fail(item.where, item)
            return
        item = self._held.known_as(item, self._seen)
        if item.id in self._seen:
            self._fail(item.origin or item.id, f"a second article with the id {item.id!r} was skipped")
            return
        self._seen.add(item.id)
        mark = fingerprint(item, self._version)
        if self._known.get(item.id) == mark:
            if self._held.origins[item.id] != item.origin:
                self._store.set_origin(item.id, item.origin)
            self.report.unchanged.append(item.id)
            self._advance(1, item.title)
            return
        self._on_progress(Progress("reading", self._done, self._total, item.title))
        try:
            self._waiting.append(self._analyse(item, mark))
        except Exception as error:  # one article must not stop the rest, whatever is wrong with it
            self._fail(item.origin or item.id, error)
            return
        if sum(len(each.statements) + len(each.passages) for each in self._waiting) >= _TEXTS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Store what waits: together, and one by one where that fails, to find the one to blame."""
        batch, self._waiting = self._waiting, []
        if not batch:
            return
        self._on_progress(Progress("embedding", self._done, self._total, batch[0].article.title))
        try:
            self._store.put_many(batch)
        except StoreError:
            raise
        except Exception as error:
            if len(batch) == 1:
                self._fail(batch[0].article.origin or batch[0].article.id, error)
                return
            for each in batch:
                self._waiting = [each]
                self.flush()
            return
        self.report.indexed += [each.article.id for each in batch]
        self._advance(len(batch), batch[-1].article.title)

    def remove_gone(self, places: Collection[str | Path]) -> None:
        """Remove what was read from `places` before and is not there any more."""
        place = self._held.place
        roots = [place(str(each)) for each in places if os.path.exists(each)]
        failed = [place(failure.where) for failure in self.report.failures]
        for article_id, at in self._held.places.items():
            if article_id in self._seen or not any(Path(at).is_relative_to(root) for root in roots):
                continue
            if _is_gone(at, failed):
                self._store.remove(article_id)
                self.report.removed.append(article_id)

    def _fail(self, where: str, reason: Exception | str) -> None:
        known = isinstance(reason, OnRecordError | str)
        message = str(reason) if known else f"{where}: {type(reason).__name__}: {reason}"
        self.report.failures.append(Failure(where, message))
        self._advance(1, where)

    def _advance(self, by: int, where: str) -> None:
        self._done += by
        self._on_progress(Progress("indexing", self._done, self._total, where))


class _Held:
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

    def known_as(self, article: Article, taken: Collection[str]) -> Article:
        """Return the article under the id it has in the store, or a new one that no other has there.

        What was not read from a file or an address is known by its id alone. `taken` are the ids of the
        build so far.
        """
        if not article.origin:
            return article
        article_id = self._id_of(article, taken)
        before = self.origins.get(article_id, "")
        # Of two copies, the one that was read first: the other may be an upload, which is soon gone.
        return replace(article, id=article_id, origin=before if _is_there(before) else article.origin)

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
        numbered = (f"{article.id}-{number}" for number in count(2))
        return next(
            name
            for name in chain(names, numbered)
            if name not in taken and (name not in self.origins or self._is(name, article))
        )

    def _is(self, article_id: str, article: Article) -> bool:
        """Whether the store's `article_id`, read from elsewhere, is this article.

        A copy is, if nothing about it differs. Where the file is gone, this is where it was moved to, changed
        or not; but a folder that is missing may be a disk that is not plugged in, and uploads go in time.
        """
        before = self.origins[article_id]
        if is_address(before) and is_address(article.origin):
            return True
        if _is_there(before):
            stored = self._store.article(article_id)
            return stored is not None and replace(stored, id=article.id, origin=article.origin) == article
        left = _is_there(os.path.dirname(before)) and not is_upload(before)
        moved = left and Path(before).stem == Path(article.origin).stem
        return moved or self._text_of(article_id) == article.text

    def _text_of(self, article_id: str) -> str | None:
        stored = self._store.article(article_id)
        return stored.text if stored else None


def _lost(held: Sequence[ArticleSummary]) -> dict[tuple[str, int], list[str]]:
    """Return the ids of articles whose file is not where it was, by its name and their length."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for each in held:
        if each.origin and not is_address(each.origin) and not _is_there(each.origin):
            found[Path(each.origin).name, each.characters].append(each.id)
    return found


def _is_there(origin: str) -> bool:
    """Whether there is such a file, be it closed to us."""
    try:
        os.stat(origin)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def _is_gone(place: str, failed: Collection[str]) -> bool:
    """Whether a file that gave no article this time is gone, rather than closed to us or damaged."""
    if not _is_there(place):
        return True
    # "town.jsonl, line 3" is one too.
    return os.access(place, os.R_OK) and not any(where.startswith(place) for where in failed)
