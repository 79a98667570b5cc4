"""What a store answers: articles, statements, passages, names, and the two ways to search."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache, partial
from heapq import nsmallest
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from index import register
from index.errors import StoreError
from index.storing.fulltext import find, told_as_a_query
from index.storing.schema import (
    ARTICLE,
    ITEMS,
    PASSAGE,
    STATEMENT,
    article_from,
    day,
    passage_from,
    statement_from,
    stem_frequencies,
    translated,
)
from index.storing.sentence_rows import read_sentences
from index.storing.vectors import Vectors
from index.types import Article, ArticleSummary, ItemKind, Mention, Passage, Span, Speaker, Statement

if TYPE_CHECKING:
    import numpy as np

_ARTICLES_IN_MEMORY = 1000  # 12 KB each; the searches of one question meet a hundred
_QUERIES_IN_MEMORY = 16
_SAID_BY = "SELECT statement FROM voices WHERE name"  # by them alone or together with others


class Reading:
    """The half of a store that changes nothing. Safe to share between threads."""

    def __init__(self, folder: Path, db: sqlite3.Connection, vectors: Vectors) -> None:
        """Use `Store.open` instead."""
        self.folder = folder
        self._db, self._vectors = db, vectors
        self._reading = RLock()  # around each use of the SQLite connection
        self._article = lru_cache(_ARTICLES_IN_MEMORY)(self._read_article)
        self._said_in = lru_cache(_ARTICLES_IN_MEMORY)(self._read_said)
        self._speakers = lru_cache(1)(lambda: register.speakers(db))
        self._known_names = lru_cache(1)(lambda: register.known_names(db))
        self._frequencies = lru_cache(1)(lambda: stem_frequencies(db))
        self._counted = lru_cache(len(ITEMS))(self._count)
        self._items = lru_cache(len(ITEMS))(self._read_items)
        self._found = lru_cache(_QUERIES_IN_MEMORY)(partial(find, db))

    def article(self, article_id: str) -> Article | None:
        """Return an article, or `None`."""
        with self._read():
            return self._article(article_id)

    def article_of(self, item: Statement | Passage | Mention) -> Article:
        """Return the article that an item stands in. Raises `StoreError` if it was removed meanwhile."""
        article = self.article(item.article_id)
        if article is None:
            raise StoreError(f"{item.article_id!r} was removed meanwhile. Ask again.")
        return article

    def articles(self) -> list[ArticleSummary]:
        """Return all articles without their texts, by id."""
        with self._read() as db:
            rows = db.execute(
                "SELECT id, title, published, source, url, origin, note,"
                " (SELECT count(*) FROM statements WHERE article = a.row), characters"
                " FROM articles a ORDER BY id"
            )
            return [ArticleSummary(row[0], row[1], day(row[2]), *row[3:]) for row in rows]

    def fingerprints(self) -> dict[str, str]:
        """Return the fingerprint of each article, by article id."""
        with self._read() as db:
            return dict(db.execute("SELECT id, fingerprint FROM articles"))

    def statements(
        self, *, speaker: str | None = None, article_id: str | None = None, limit: int | None = None
    ) -> list[Statement]:
        """Return statements by article and place, the first `limit`; `speaker` is a name of the register."""
        given = {f"s.row IN ({_SAID_BY} = ?)": speaker, "a.id = ?": article_id}
        # Only the conditions there are: one that may be empty keeps SQLite from using its index.
        asked = {condition: value for condition, value in given.items() if value is not None}
        with self._read() as db:
            rows = db.execute(
                f"SELECT {STATEMENT} FROM statements s JOIN articles a ON a.row = s.article"
                f" WHERE {' AND '.join(['1', *asked])} ORDER BY a.id, s.start, s.end LIMIT ?",
                [*asked.values(), -1 if limit is None else limit],
            )
            return [statement_from(row) for row in rows]

    def said_in(self, article_id: str) -> tuple[tuple[int, int, str | None], ...]:
        """Return (start, end, speaker) of an article's statements, in order."""
        with self._read():
            return self._said_in(article_id)

    def passages(self, article_id: str | None = None) -> list[Passage]:
        """Return the passages of an article, or of all, by article and place."""
        with self._read() as db:
            rows = db.execute(
                f"SELECT {PASSAGE} FROM passages s JOIN articles a ON a.row = s.article "
                f"WHERE {'1' if article_id is None else 'a.id = ?'} ORDER BY a.id, s.start",
                [] if article_id is None else [article_id],
            )
            return [passage_from(row) for row in rows]

    def statement(self, statement_id: str) -> Statement | None:
        """Return a statement, or `None`."""
        return next(iter(self.statements_by_id([statement_id])), None)

    def statements_by_id(self, ids: Sequence[str]) -> list[Statement]:
        """Return statements in the order of `ids`; ids that are not there are passed over."""
        return [statement_from(row) for row in self._by_id("statement", STATEMENT, ids)]

    def sentences(self, article_id: str) -> "tuple[list[Span], np.ndarray]":
        """Return the spans of the sentences of an article's passages, in order, and their unit vectors, a row
        each, which are of the words with the article's title."""
        with self._read() as db:
            return read_sentences(db, article_id)

    def passages_by_id(self, ids: Sequence[str]) -> list[Passage]:
        """Return passages in the order of `ids`; ids that are not there are passed over."""
        return [passage_from(row) for row in self._by_id("passage", PASSAGE, ids)]

    def count(self, kind: ItemKind) -> int:
        """Return how many statements or passages there are."""
        with self._read():
            return self._counted(kind)

    def mentions(self, name: str) -> list[Mention]:
        """Return where articles name the person whom the register calls `name`."""
        with self._read() as db:
            rows = db.execute(
                "SELECT m.name, a.id, m.start, m.end FROM mentions m JOIN articles a ON a.row = m.article "
                "WHERE m.name = ? ORDER BY a.id, m.start",
                [name],
            )
            return [Mention(*row) for row in rows]

    def speakers(self) -> list[Speaker]:
        """Return everybody with a statement to their name, those who are quoted most first."""
        with self._read():
            return self._speakers()

    def known_names(self) -> dict[str, tuple[str, ...]]:
        """Return each way a person is written (aliases, and people merely mentioned, too), with the
        register's names it may stand for."""
        with self._read():
            return self._known_names()

    def document_frequencies(self) -> Mapping[str, int]:
        """Return in how many statements and passages each stem occurs: a word's rarity is its weight."""
        with self._read():
            return self._frequencies()

    def ids(
        self,
        kind: ItemKind,
        *,
        speakers: Collection[str] | None = None,
        articles: Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        match: str | None = None,
    ) -> list[str]:
        """Return the ids of the items that meet all conditions given, to restrict a search to them.

        `speakers` are names of the register and go with statements only; both days are included,
        and an article without a date meets no condition on dates. `match` is an FTS5 query: see `lexical`.
        """
        conditions, values = ["1"], []
        if speakers is not None:
            conditions.append(f"s.row IN ({_SAID_BY} IN (SELECT value FROM json_each(?)))")
            values.append(json.dumps(list(speakers)))
        if articles is not None:
            conditions.append("a.id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(articles)))
        for bound, sign in ((since, ">="), (until, "<=")):
            if bound is not None:
                conditions.append(f"a.published {sign} ?")
                values.append(bound.isoformat())
        if match is not None:
            table = f"{ITEMS[kind]}_fts"
            conditions.append(f"s.row IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)")
            values.append(match)
        with self._read() as db, told_as_a_query(match):
            rows = db.execute(
                f"SELECT s.id FROM {ITEMS[kind]} s JOIN articles a ON a.row = s.article "
                f"WHERE {' AND '.join(conditions)} ORDER BY a.id, s.start",
                values,
            )
            return [id_ for (id_,) in rows]

    def lexical(
        self, match: str, *, kind: ItemKind, ids: Collection[str] | None = None, limit: int
    ) -> list[tuple[str, float]]:
        """Return the ids that an FTS5 query finds, with BM25 scores, best first: higher is better.

        Only among `ids` when they are given. Raises `UsageError` when `match` is no FTS5 query.
        """
        with self._read():
            if ids is None:  # one question looks for its topic among all several times
                return list(self._found(match, kind, limit=limit))
            known = self._items(kind)
            rows = [known[id_][0] for id_ in ids if id_ in known]
            return find(self._db, match, kind, rows=rows, limit=limit)

    def dense(
        self, vector: "np.ndarray", *, kind: ItemKind, ids: Collection[str] | None = None, limit: int
    ) -> list[tuple[str, float]]:
        """Return the ids nearest to a unit vector, with their cosine similarities, best first.

        Without `ids`, Chroma's approximate neighbours; with `ids`, exact among those.
        """
        if ids is None:
            similar = self._vectors.nearest(kind, vector, limit)
            named = self._ids_of(kind, similar)
        else:
            with self._read():
                known = self._items(kind)
            named = {known[id_][1]: id_ for id_ in ids if id_ in known}
            similar = self._vectors.similarities(kind, vector, named)
        scored = [(named[key], cosine) for key, cosine in similar.items() if key in named]
        return nsmallest(limit, scored, key=lambda pair: (-pair[1], pair[0]))

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        with self._reading, translated(self.folder):
            yield self._db

    def _forget_what_was_read(self) -> None:
        for remembered in (
            self._article,
            self._said_in,
            self._speakers,
            self._known_names,
            self._frequencies,
            self._counted,
            self._items,
            self._found,
        ):
            remembered.cache_clear()

    def _count(self, kind: ItemKind) -> int:
        return self._db.execute(f"SELECT count(*) FROM {ITEMS[kind]}").fetchone()[0]

    def _read_said(self, article_id: str) -> tuple[tuple[int, int, str | None], ...]:
        rows = self._db.execute(
            "SELECT s.start, s.end, s.speaker FROM statements s JOIN articles a ON a.row = s.article "
            "WHERE a.id = ? ORDER BY s.start, s.end",
            [article_id],
        )
        return tuple(map(tuple, rows))

    def _read_article(self, article_id: str) -> Article | None:
        row = self._db.execute(f"SELECT {ARTICLE} FROM articles WHERE id = ?", [article_id]).fetchone()
        return article_from(row) if row else None

    def _by_id(self, kind: ItemKind, columns: str, ids: Sequence[str]) -> list[tuple]:
        with self._read() as db:
            return db.execute(
                f"SELECT {columns} FROM json_each(?) j CROSS JOIN {ITEMS[kind]} s ON s.id = j.value "
                "JOIN articles a ON a.row = s.article ORDER BY j.key",
                [json.dumps(list(ids))],
            ).fetchall()

    def _read_items(self, kind: ItemKind) -> dict[str, tuple[int, str]]:
        """Return the row and the vector's key of each item, by id."""
        rows = self._db.execute(f"SELECT id, row, key FROM {ITEMS[kind]}")
        return {id_: (row, key) for id_, row, key in rows}

    def _ids_of(self, kind: ItemKind, keys: Collection[str]) -> dict[str, str]:
        """Return the ids of the items whose vectors are called so, by key."""
        with self._read() as db:
            sql = f"SELECT s.key, s.id FROM json_each(?) j CROSS JOIN {ITEMS[kind]} s ON s.key = j.value"
            return dict(db.execute(sql, [json.dumps(list(keys))]).fetchall())
