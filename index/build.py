"""Articles → store: runs the stages over what is new or changed, and leaves the rest alone."""

import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from operator import length_hint
from pathlib import Path

from index.errors import ModelError, OnRecordError, StoreError, Unreadable
from index.held import Held, is_there
from index.store import Store
from index.storing import texts
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
    """What a build did: ids of articles, and failures in the order they came up.

    An upload whose name is known either replaced the article of that name, or stands beside it.
    """

    indexed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)  # of those indexed: by a new version, uploaded
    beside: dict[str, str] = field(default_factory=dict)  # of those indexed: the other one of that name
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

    Raises `StoreError` when the store cannot go on, `ModelError` where a model is missing or damaged.
    """
    job = _Job(
        store, analyse, version, on_progress or (lambda _: None), total or length_hint(sources) or None
    )
    for item in sources:
        job.take(item)
    job.flush()
    job.remove_gone(gone_from)
    job.tell_versions()
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
        self._held = Held(store)
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
        except ModelError:  # no other article would fare better
            raise
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
        except (StoreError, ModelError):
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

    def tell_versions(self) -> None:
        """Report which uploads replaced another article, or may have been meant to."""
        report, held = self.report, self._held
        report.replaced = [each for each in report.indexed if each in held.replaced]
        report.beside = {each: held.beside[each] for each in report.indexed if each in held.beside}

    def _fail(self, where: str, reason: Exception | str) -> None:
        known = isinstance(reason, OnRecordError | str)
        message = str(reason) if known else f"{where}: {type(reason).__name__}: {reason}"
        self.report.failures.append(Failure(where, message))
        self._advance(1, where)

    def _advance(self, by: int, where: str) -> None:
        self._done += by
        self._on_progress(Progress("indexing", self._done, self._total, where))


def _is_gone(place: str, failed: Collection[str]) -> bool:
    """Whether a file that gave no article this time is gone, rather than closed to us or damaged."""
    if not is_there(place):
        return True
    # "town.jsonl, line 3" is one too.
    return os.access(place, os.R_OK) and not any(where.startswith(place) for where in failed)
