"""The store folder: every article with all that indexing made of it, kept through any crash.

    onrecord.db   SQLite, the truth: articles, statements, passages, names, the lexical index
    chroma/       the vectors, which can be made anew from the truth
    lock          held by the one process that has the store open

A write puts an article into SQLite whole, in a transaction that also says "the vectors are unsettled",
then brings Chroma up to date, then says "settled". A process may die anywhere in between: the next
`open` sees "unsettled", compares the keys of both sides and mends the difference.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from index import register
from index.errors import UsageError
from index.storing.article_rows import (
    delete_article,
    insert_article,
    keys_of_articles,
    prepare,
    stored_texts,
    texts_by_key,
)
from index.storing.lock import take
from index.storing.reading import Reading
from index.storing.schema import ITEMS, connect, get_meta, set_meta, transaction
from index.storing.sentence_rows import Parted, articles_without, embed_passages, insert_sentences, parted
from index.storing.vectors import Vectors, batched, open_vectors
from index.types import Encoder, Indexed, ItemKind, OnProgress, Progress

if TYPE_CHECKING:
    import numpy as np

_EMBEDDED_AT_ONCE = 256  # texts between two progress reports; what is embedded by then is kept


class Store(Reading):
    """One open store. Safe to share between threads; one process at a time has it."""

    def __init__(self, folder: Path, encoder: Encoder, db: sqlite3.Connection, vectors: Vectors) -> None:
        """Use `Store.open` instead."""
        super().__init__(folder, db, vectors)
        self.encoder = encoder
        self._opened = ExitStack()  # what `close` closes
        self._writing = RLock()  # around a whole write, encoding included; taken before `_reading`

    @classmethod
    def open(
        cls,
        folder: Path,
        encoder: Encoder,
        *,
        chroma_url: str | None = None,
        on_progress: OnProgress | None = None,
    ) -> "Store":
        """Open the store in `folder`, making it where there is none, and mend what a crash left.

        Vectors are kept in the folder, or on the Chroma server at `chroma_url` ("http://host:8000").
        Raises `StoreBusy` at once when another process has the store, `StoreDamaged` when the
        SQLite file cannot be read, `StoreError` when the server does not answer.
        """
        report = on_progress or _ignore
        with ExitStack() as opened:
            owner = take(folder)
            opened.callback(owner.release)
            db = connect(folder / "onrecord.db")
            opened.callback(db.close)
            vectors = open_vectors(
                folder / "chroma",
                chroma_url,
                store_id=get_meta(db, "store"),
                encoder=encoder.name,
                suspect=get_meta(db, "vectors") != "settled",
                report=report,
            )
            opened.callback(vectors.close)
            store = cls(folder, encoder, db, vectors)
            store._agree(report)
            store._opened = opened.pop_all()
        return store

    def close(self) -> None:
        """Release the folder. Closing twice does no harm."""
        with self._writing, self._reading:
            self._opened.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(self, indexed: Indexed) -> None:
        """Store an article, in place of what is stored under its id. Raises `StoreFull`."""
        self.put_many([indexed])

    def put_many(self, batch: Sequence[Indexed]) -> None:
        """Store several articles, all or none; embedding them together is faster than one by one.

        Texts whose vectors the store has already are not embedded again. Raises `StoreFull`.
        """
        prepared = [prepare(indexed) for indexed in {each.article.id: each for each in batch}.values()]
        ids = [each.indexed.article.id for each in prepared]
        after = {kind: texts_by_key(prepared, kind) for kind in ITEMS}
        with self._writing:
            self._settle()
            before = self._keys_of(ids)
            fresh = {
                kind: {key: texts[key] for key in texts.keys() - before[kind]}
                for kind, texts in after.items()
            }
            told = [parted(each.indexed.article, each.indexed.passages) for each in prepared]
            passages, sentences = embed_passages(
                self.encoder, told, [self._held(each, fresh["passage"]) for each in told]
            )
            vectors: dict[ItemKind, dict[str, np.ndarray]] = {
                "statement": self._embed(fresh["statement"]),
                "passage": {key: passages[key] for key in fresh["passage"]},
            }
            with self._change() as db:
                for each, own, rows in zip(prepared, told, sentences, strict=True):
                    delete_article(db, each.indexed.article.id)
                    insert_article(db, each)
                    insert_sentences(db, self.encoder.name, own, rows)
                register.derive(db)
            self._bring_up_to_date(vectors, {kind: before[kind] - after[kind].keys() for kind in ITEMS})

    def remove(self, article_id: str) -> bool:
        """Remove an article with all that belongs to it; return whether it was there."""
        with self._writing:
            self._settle()
            stale = self._keys_of([article_id])
            with self._change() as db:
                found = delete_article(db, article_id)
                register.derive(db)
            self._bring_up_to_date({}, stale)
            return found

    def set_origin(self, article_id: str, origin: str) -> None:
        """Note that an unchanged article is now read from elsewhere."""
        with self._correcting() as db:
            db.execute("UPDATE articles SET origin = ? WHERE id = ?", [origin, article_id])

    def rebuild(self, on_progress: OnProgress | None = None) -> None:
        """Make the lexical index and all vectors anew from the articles."""
        with self._writing:
            with self._change() as db:
                for table in ITEMS.values():
                    db.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
                db.execute("DELETE FROM sentences")
            self._vectors.reset()
            self._mend_sentences(on_progress or _ignore)
            self._mend(on_progress or _ignore)

    def merge(self, name: str, into: str) -> int:
        """Say that `name` is really `into`, in every article, now and later.

        Returns how many statements changed hands. Raises `UsageError` when nobody is called `name`.
        """
        if name not in self.known_names() or not into.strip() or name == into:
            raise UsageError(
                f"Cannot merge {name!r} into {into!r}: give a name of the register, then another name."
            )
        with self._correcting() as db:
            return register.correct(db, name, into)

    def split(self, name: str, article_id: str, new_name: str) -> int:
        """Say that `name` in the article `article_id` is somebody else, called `new_name`.

        Returns how many statements changed hands. Raises `UsageError` when `name` does not speak there.
        """
        if not self.statements(speaker=name, article_id=article_id):
            raise UsageError(
                f"{name!r} has no statement in the article {article_id!r}: see `onrecord statements`."
            )
        if not new_name.strip() or name == new_name:
            raise UsageError(f"Give another name than {new_name!r} for {name!r} in {article_id!r}.")
        with self._correcting() as db:
            return register.correct(db, name, new_name, article_id=article_id)

    def corrections(self) -> list[register.Correction]:
        """Return the log of merges and splits, oldest first."""
        with self._read() as db:
            return register.corrections(db)

    def withdraw(self, number: int) -> bool:
        """Take back a correction by its number in the log; return whether it was there."""
        with self._correcting() as db:
            return register.withdraw(db, number)

    def _agree(self, report: OnProgress) -> None:
        """Bring the vectors to what SQLite holds; next to free when nothing happened."""
        with self._writing:
            if get_meta(self._db, "encoder") != self.encoder.name:
                with self._change() as db:
                    set_meta(db, "encoder", self.encoder.name)
            self._mend_sentences(report)
            if not self._settled() or any(self._vectors.count(kind) != self.count(kind) for kind in ITEMS):
                self._mend(report)

    def _settled(self) -> bool:
        with self._read() as db:
            return get_meta(db, "vectors") == "settled"

    def _settle(self) -> None:
        """Mend what a failed write left behind, before another one builds on it."""
        if not self._settled():
            self._mend(_ignore)

    def _mend(self, report: OnProgress) -> None:
        """Embed what has no vector, delete vectors that belong to nothing; then the two sides agree."""
        missing: dict[ItemKind, list[str]] = {}
        for kind, table in ITEMS.items():
            with self._read() as db:
                wanted = {key for (key,) in db.execute(f"SELECT key FROM {table}")}
            held = self._vectors.keys(kind)
            self._vectors.delete(kind, held - wanted)
            missing[kind] = sorted(wanted - held)
        done, total = 0, sum(map(len, missing.values()))
        for kind, keys in missing.items():
            for some in batched(keys, _EMBEDDED_AT_ONCE):
                report(Progress("embedding again", done, total))
                with self._read() as db:
                    texts = stored_texts(db, kind, some)
                self._vectors.upsert(kind, self._embed(texts))
                done += len(some)
        self._vectors.drop_other_encoders()
        with self._write() as db:
            set_meta(db, "vectors", "settled")
        if total:
            report(Progress("embedding again", total, total))

    def _mend_sentences(self, report: OnProgress) -> None:
        """Embed passages with their sentences where another encoder, or an OnRecord of before, did."""
        with self._read() as db:
            lacking = articles_without(db, self.encoder.name)
        for done, article_id in enumerate(lacking, start=1):
            article = self.article(article_id)
            assert article is not None, "nobody else writes"
            told = parted(article, self.passages(article_id))
            passages, (rows,) = embed_passages(self.encoder, [told], [None])
            self._vectors.upsert("passage", passages)
            with self._write() as db, transaction(db):
                insert_sentences(db, self.encoder.name, told, rows)
            report(Progress("embedding sentences", done, len(lacking)))

    def _held(self, told: Parted, fresh: Collection[str]) -> "np.ndarray | None":
        """Return the vectors of an article's sentences, if it has them and no passage of it is fresh."""
        spans, vectors = self.sentences(told.article_id)
        return vectors if spans == told.spans and told.texts.keys().isdisjoint(fresh) else None

    def _embed(self, texts: Mapping[str, str]) -> "dict[str, np.ndarray]":
        return dict(zip(texts, self.encoder.encode(list(texts.values())))) if texts else {}

    def _keys_of(self, article_ids: Collection[str]) -> dict[ItemKind, set[str]]:
        with self._read() as db:
            return {kind: keys_of_articles(db, kind, article_ids) for kind in ITEMS}

    def _bring_up_to_date(
        self, fresh: "Mapping[ItemKind, Mapping[str, np.ndarray]]", stale: Mapping[ItemKind, Collection[str]]
    ) -> None:
        for kind, vectors in fresh.items():
            self._vectors.upsert(kind, vectors)
        for kind, keys in stale.items():
            self._vectors.delete(kind, keys)
        with self._write() as db:
            set_meta(db, "vectors", "settled")

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """A transaction that changes items, and so leaves the vectors unsettled."""
        with self._correcting() as db:
            set_meta(db, "vectors", "unsettled")
            yield db

    @contextmanager
    def _correcting(self) -> Iterator[sqlite3.Connection]:
        """A transaction that changes what readers may remember."""
        with self._write() as db, transaction(db):
            self._forget_what_was_read()
            yield db

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        """The connection, while nobody else writes or reads."""
        with self._writing, self._read() as db:
            yield db


def _ignore(_: Progress) -> None:
    """Report progress to nobody."""
