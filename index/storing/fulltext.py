"""Looking for words in SQLite's full text index; what is no query is told as that."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from index.errors import UsageError
from index.storing.schema import ITEMS
from index.types import ItemKind

_NOT_A_QUERY = (
    "fts5:",
    "unterminated string",
    "no such column",
    "unknown special query",
)  # how SQLite begins to say so


def find(
    db: sqlite3.Connection, match: str, kind: ItemKind, *, rows: Sequence[int] | None = None, limit: int
) -> list[tuple[str, float]]:
    """Return the ids that an FTS5 query finds, only among `rows` where given, with BM25 scores, best first.

    Raises `UsageError` when `match` is no FTS5 query.
    """
    table = ITEMS[kind]
    # The plus keeps SQLite from looking each row up in the index by itself, which is slow.
    among = "" if rows is None else "AND +f.rowid IN (SELECT value FROM json_each(:rows))"
    with told_as_a_query(match):
        return db.execute(
            f"SELECT s.id, -f.rank FROM {table}_fts f CROSS JOIN {table} s ON s.row = f.rowid "
            f"WHERE {table}_fts MATCH :match {among} ORDER BY f.rank, s.id LIMIT :limit",
            {"match": match, "rows": json.dumps(rows), "limit": limit},
        ).fetchall()


@contextmanager
def told_as_a_query(match: str | None) -> Iterator[None]:
    """Raise `UsageError` where SQLite says of `match` that it is no query."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if str(error).startswith(_NOT_A_QUERY):
            raise UsageError(
                f"{match!r} is no search expression ({error}). Put words in quote marks."
            ) from error
        raise
