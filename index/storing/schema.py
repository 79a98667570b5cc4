"""The SQLite file: its tables, how it is opened, and how nouns become rows and rows nouns."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from uuid import uuid4

from index.errors import OnRecordError, StoreDamaged, StoreError, StoreFull
from index.types import Article, ItemKind, Link, Passage, Span, Statement

VERSION = 6  # PRAGMA user_version; raise it when TABLES change, and say in `_UPGRADES` how to come to it
_NO_ROOM = (ENOSPC, EDQUOT, EFBIG)

# `said_by` and `named` are names as the article gives them, `speaker` and `name` those after the corrections;
# `voices` has all who say a statement, those who say it together with the speaker too; `key` stands
# for a text in Chroma: a hash, so that a changed text is another vector and never a stale one.
_CO_SPEAKERS = """
CREATE TABLE co_speakers (
    statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE, place INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    named TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (statement, place)
) WITHOUT ROWID;
CREATE INDEX co_speakers_by_article ON co_speakers (article);
CREATE INDEX co_speakers_by_name ON co_speakers (name);

CREATE VIEW voices (statement, article, named, name) AS
    SELECT row, article, said_by, speaker FROM statements WHERE speaker IS NOT NULL
    UNION ALL SELECT statement, article, named, name FROM co_speakers;
"""
_PRESENTS = "presents TEXT NOT NULL DEFAULT 'speech'"  # until an article is analysed anew, all is speech
_SENTENCES = """
CREATE TABLE sentences (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    encoder TEXT NOT NULL, spans TEXT NOT NULL, vectors BLOB NOT NULL
);
"""
# What brings a store of that version to the next.
_UPGRADES = {
    2: _CO_SPEAKERS,
    3: f"ALTER TABLE statements ADD COLUMN {_PRESENTS};\n",
    4: _SENTENCES,
    5: "DELETE FROM sentences;\n",  # they were embedded by themselves, and are now within their passages
}
TABLES = f"""
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL,
    published TEXT, url TEXT, author TEXT, source TEXT, origin TEXT NOT NULL,
    fingerprint TEXT NOT NULL, note TEXT NOT NULL, characters INTEGER NOT NULL
);

CREATE TABLE statements (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    said_by TEXT, speaker TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, pieces TEXT NOT NULL,
    source_kind TEXT NOT NULL, mention TEXT, cue TEXT, role TEXT, role_text TEXT, chain TEXT NOT NULL,
    confidence REAL NOT NULL, {_PRESENTS}
);
CREATE INDEX statements_by_article ON statements (article, start);
CREATE INDEX statements_by_speaker ON statements (speaker);
{_CO_SPEAKERS}
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX passages_by_article ON passages (article, start);
{_SENTENCES}
CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    named TEXT NOT NULL, name TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX mentions_by_article ON mentions (article);
CREATE INDEX mentions_by_name ON mentions (name);

CREATE TABLE aliases (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    named TEXT NOT NULL, name TEXT NOT NULL, alias TEXT NOT NULL
);
CREATE INDEX aliases_by_article ON aliases (article);

CREATE TABLE corrections (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, article_id TEXT, becomes TEXT NOT NULL, made TEXT NOT NULL
);

CREATE VIRTUAL TABLE statements_fts USING fts5 (
    content, about, before, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE passages_fts USING fts5 (
    content, about, before, tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO statements_fts (statements_fts, rank) VALUES ('rank', 'bm25(1.0, 0.3, 0.3)');
INSERT INTO passages_fts (passages_fts, rank) VALUES ('rank', 'bm25(1.0, 0.3, 0.3)');
"""


ITEMS: dict[ItemKind, str] = {"statement": "statements", "passage": "passages"}  # the table of each kind

# The columns that make an article, a statement `s` and a passage `s`, in the order the functions below want.
ARTICLE = "id, title, text, published, url, author, source, origin"
STATEMENT = (
    "s.id, a.id, s.start, s.end, s.kind, s.pieces, s.speaker, s.source_kind, s.mention, s.cue, s.role,"
    " s.chain, s.confidence, s.presents, (SELECT json_group_array(name) FROM"
    " (SELECT name FROM co_speakers WHERE statement = s.row ORDER BY place))"
)
PASSAGE = "s.id, a.id, s.start, s.end"


def connect(path: Path) -> sqlite3.Connection:
    """Open the SQLite file, making its tables where it is new.

    Raises `StoreDamaged` when it is no SQLite file, `StoreError` when a newer OnRecord made it.
    """
    with translated(path.parent):
        db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")  # an article reported as stored survives a power cut
            db.execute("PRAGMA foreign_keys = ON")
            _make_or_check(db, path)
        except BaseException:
            db.close()
            raise
        return db


def _make_or_check(db: sqlite3.Connection, path: Path) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise StoreError(
            f"{path} was made by a newer OnRecord (schema {version}; this one knows {VERSION}). "
            "Update OnRecord, or name another folder with --store."
        )
    if 0 < version < VERSION and version not in _UPGRADES:
        raise StoreError(
            f"{path} was made by an older OnRecord (schema {version}; this one writes {VERSION}). "
            "Move the folder away and index the articles again."
        )
    if version == 0:
        with transaction(db):
            _make(db, TABLES)
            db.execute("INSERT INTO meta VALUES ('store', ?), ('vectors', 'settled')", [uuid4().hex[:12]])
    elif version < VERSION:
        with transaction(db):
            _make(db, "".join(_UPGRADES[each] for each in range(version, VERSION)))


def _make(db: sqlite3.Connection, tables: str) -> None:
    for statement in tables.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is stored, or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk may have rolled back already
            db.execute("ROLLBACK")
        raise


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise into our errors, at this one place."""
    try:
        yield
    except OnRecordError:
        raise
    except sqlite3.Error as error:
        raise _translate_sqlite(folder, error) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StoreFull(folder) from error
        raise StoreError(
            f"{folder} cannot be used ({error.strerror or error}). Name another with --store."
        ) from error


def _translate_sqlite(folder: Path, error: sqlite3.Error) -> Exception:
    code = getattr(error, "sqlite_errorname", "")
    if code == "SQLITE_FULL" or "disk is full" in str(error):
        return StoreFull(folder)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreDamaged(
            folder, f"onrecord.db is damaged ({error})", "Move the folder away and index the articles again."
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return StoreError(
            f"{folder} cannot be read or written ({error}). Check its permissions and its disk."
        )
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(f"{folder / 'onrecord.db'} is in use by another program. Close it and try again.")
    return error  # of one article, as where something is too big, or a fault of ours


def stem_frequencies(db: sqlite3.Connection) -> dict[str, int]:
    """Return in how many items each stem of the lexical index occurs."""
    counts: Counter[str] = Counter()
    for table in ITEMS.values():
        db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_stems USING fts5vocab(main, {table}_fts, row)"
        )
        counts.update(dict(db.execute(f"SELECT term, doc FROM temp.{table}_stems")))
    return dict(counts)


def get_meta(db: sqlite3.Connection, name: str) -> str:
    """Return a value the store notes about itself, or ""."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", [name]).fetchone()
    return row[0] if row else ""


def set_meta(db: sqlite3.Connection, name: str, value: str) -> None:
    """Note a value."""
    db.execute("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", [name, value])


def article_row(article: Article) -> tuple[object, ...]:
    """Return the columns id … origin of `articles`."""
    published = article.published.isoformat() if article.published else None
    return (
        article.id, article.title, article.text, published, article.url, article.author, article.source,
        article.origin,
    )  # fmt: skip


def article_from(row: tuple) -> Article:
    """Return the article in the columns id … origin of `articles`."""
    id_, title, text, published, url, author, source, origin = row
    return Article(id_, title, text, day(published), url, author, source, origin)


def statement_row(statement: Statement, text: str) -> tuple[object, ...]:
    """Return the columns start … presents of `statements`, `said_by` and `speaker` left out."""
    chain = [[*link.mention, link.reason] for link in statement.chain]
    return (
        statement.start, statement.end, statement.kind, json.dumps(statement.pieces), statement.source_kind,
        _dump(statement.mention), _dump(statement.cue), _dump(statement.role),
        text[slice(*statement.role)] if statement.role else None,
        json.dumps(chain), statement.confidence, statement.presents,
    )  # fmt: skip


def statement_from(row: tuple) -> Statement:
    """Return the statement in the columns named by `STATEMENT`."""
    (
        id_, article, start, end, kind, pieces, speaker, source, mention, cue, role, chain, trust, presents,
        others,
    ) = row  # fmt: skip
    return Statement(
        id=id_,
        article_id=article,
        start=start,
        end=end,
        kind=kind,
        pieces=tuple((first, last) for first, last in json.loads(pieces)),
        speaker=speaker,
        source_kind=source,
        mention=_span(mention),
        cue=_span(cue),
        role=_span(role),
        chain=tuple(Link((first, last), reason) for first, last, reason in json.loads(chain)),
        confidence=trust,
        presents=presents,
        co_speakers=() if others == "[]" else tuple(json.loads(others)),
    )


def passage_from(row: tuple) -> Passage:
    """Return the passage in the columns named by `PASSAGE`."""
    return Passage(*row)


def day(text: str | None) -> date | None:
    """Return the date a column holds."""
    return date.fromisoformat(text) if text else None


def _dump(span: Span | None) -> str | None:
    return json.dumps(span) if span else None


def _span(text: str | None) -> Span | None:
    if text is None:
        return None
    start, end = json.loads(text)
    return start, end
