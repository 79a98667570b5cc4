"""One article's rows in SQLite: made ready, inserted, deleted. Runs inside the caller's transaction."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.storing.schema import ITEMS, article_row, statement_row
from index.storing.texts import SearchText, passage_text, statement_text, vector_key
from index.types import Indexed, ItemKind


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be written; `texts` has what search sees of each item, by kind and item id."""

    indexed: Indexed
    texts: dict[ItemKind, dict[str, SearchText]]


def prepare(indexed: Indexed) -> Prepared:
    """Work out the search texts of an article's items."""
    article = indexed.article
    return Prepared(
        indexed,
        {
            "statement": {each.id: statement_text(article, each) for each in indexed.statements},
            "passage": {each.id: passage_text(article, (each.start, each.end)) for each in indexed.passages},
        },
    )


def texts_by_key(prepared: Iterable[Prepared], kind: ItemKind) -> dict[str, str]:
    """Return the texts to embed, by vector key."""
    return {
        vector_key(id_, text): text.embedded for each in prepared for id_, text in each.texts[kind].items()
    }


def stored_texts(db: sqlite3.Connection, kind: ItemKind, keys: Collection[str]) -> dict[str, str]:
    """Return the texts to embed, by vector key, of items that are stored."""
    table = ITEMS[kind]
    rows = db.execute(
        f"SELECT s.key, f.content, f.about FROM json_each(?) j CROSS JOIN {table} s ON s.key = j.value "
        f"JOIN {table}_fts f ON f.rowid = s.row",
        [json.dumps(list(keys))],
    )
    return {key: SearchText(content, about).embedded for key, content, about in rows}


def keys_of_articles(db: sqlite3.Connection, kind: ItemKind, article_ids: Collection[str]) -> set[str]:
    """Return the vector keys of the items of some articles."""
    rows = db.execute(
        f"SELECT s.key FROM json_each(?) j CROSS JOIN articles a ON a.id = j.value "
        f"JOIN {ITEMS[kind]} s ON s.article = a.row",
        [json.dumps(list(article_ids))],
    )
    return {key for (key,) in rows}


def delete_article(db: sqlite3.Connection, article_id: str) -> bool:
    """Delete an article and all that belongs to it; return whether it was there."""
    for table in ITEMS.values():
        db.execute(
            f"DELETE FROM {table}_fts WHERE rowid IN "
            f"(SELECT s.row FROM {table} s JOIN articles a ON a.row = s.article WHERE a.id = ?)",
            [article_id],
        )
    return db.execute("DELETE FROM articles WHERE id = ?", [article_id]).rowcount > 0


def insert_article(db: sqlite3.Connection, prepared: Prepared) -> None:
    """Insert an article that is not there, with names as it gives them: the register derives its own."""
    indexed, text = prepared.indexed, prepared.indexed.article.text
    row = db.execute(
        f"INSERT INTO articles VALUES (NULL, {_marks(11)})",
        [*article_row(indexed.article), indexed.fingerprint, indexed.note, len(text)],
    ).lastrowid
    for statement in indexed.statements:
        found = prepared.texts["statement"][statement.id]
        head = [statement.id, vector_key(statement.id, found), row, statement.speaker, statement.speaker]
        said = _insert_item(db, "statement", found, [*head, *statement_row(statement, text)])
        db.executemany(
            f"INSERT INTO co_speakers VALUES ({_marks(5)})",
            [(said, place, row, name, name) for place, name in enumerate(statement.co_speakers)],
        )
    for passage in indexed.passages:
        found = prepared.texts["passage"][passage.id]
        head = [passage.id, vector_key(passage.id, found), row]
        _insert_item(db, "passage", found, [*head, passage.start, passage.end])
    db.executemany(
        f"INSERT INTO mentions VALUES ({_marks(5)})",
        [(row, each.name, each.name, each.start, each.end) for each in indexed.mentions],
    )
    db.executemany(
        f"INSERT INTO aliases VALUES ({_marks(4)})",
        [(row, name, name, alias) for name, alias in indexed.aliases],
    )


def _insert_item(
    db: sqlite3.Connection, kind: ItemKind, text: SearchText, values: list[object]
) -> int | None:
    table = ITEMS[kind]
    row = db.execute(f"INSERT INTO {table} VALUES (NULL, {_marks(len(values))})", values).lastrowid
    db.execute(
        f"INSERT INTO {table}_fts (rowid, content, about, before) VALUES (?, ?, ?, ?)",
        [row, text.content, text.about, text.before],
    )
    return row


def _marks(count: int) -> str:
    return ", ".join("?" * count)
