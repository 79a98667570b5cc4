"""Who speaks in the store: the register of names over all articles, and the corrections to it.

Articles name people in their own ways. `index.identity` joins spellings that are surely one name;
what it gets wrong, two names for one person or one name for two, a correction mends. The names as
the articles give them are kept, and so is the log of corrections; the register is derived from both,
so that a correction outlives re-indexing and can be withdrawn. Functions here run inside the
caller's transaction.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from index.identity import Usage, canonical
from index.types import Speaker

# Tables that hold a name, with the column as the article has it and the one after the corrections.
_NAMED = (
    ("statements", "said_by", "speaker"),
    ("co_speakers", "named", "name"),
    ("mentions", "named", "name"),
    ("aliases", "named", "name"),
)


@dataclass(frozen=True, slots=True)
class Correction:
    """`name` is really called `becomes`: everywhere, or only in the article `article_id`."""

    number: int
    name: str
    article_id: str | None
    becomes: str
    made: str  # ISO 8601, UTC


def resolve(name: str, article_id: str, log: Sequence[Correction]) -> str:
    """Return what `name` in an article is called after the corrections, both in today's spelling.

    They apply in the order they were made, each to the outcome of those before it.
    """
    for correction in log:
        if name == correction.name and correction.article_id in (None, article_id):
            name = correction.becomes
    return name


def in_todays_spelling(log: Sequence[Correction], joined: Mapping[str, str]) -> list[Correction]:
    """Return the log with the names that its names are `joined` to now.

    Another spelling may lead than when a correction was made: nine more articles that write "Sergey". Of
    two spellings of one name, the one that was chosen, for all articles or for one, is meant as it stands.
    """
    chosen, today = set[str](), list[Correction]()

    def now(name: str) -> str:
        return name if name in chosen else joined.get(name, name)

    for correction in log:
        name, becomes = now(correction.name), now(correction.becomes)
        if name == becomes:
            becomes = correction.becomes
            chosen.add(becomes)
        today.append(replace(correction, name=name, becomes=becomes))
    return today


def corrections(db: sqlite3.Connection) -> list[Correction]:
    """Return the log, oldest first."""
    rows = db.execute("SELECT number, name, article_id, becomes, made FROM corrections ORDER BY number")
    return [Correction(*row) for row in rows]


def correct(db: sqlite3.Connection, name: str, becomes: str, *, article_id: str | None = None) -> int:
    """Log a correction and apply it; return how many statements have another speaker now."""
    db.execute(
        "INSERT INTO corrections (name, article_id, becomes, made) VALUES (?, ?, ?, ?)",
        [name, article_id, becomes, datetime.now(UTC).isoformat(timespec="seconds")],
    )
    return derive(db)


def withdraw(db: sqlite3.Connection, number: int) -> bool:
    """Take a correction out of the log; return whether it was there."""
    gone = db.execute("DELETE FROM corrections WHERE number = ?", [number]).rowcount > 0
    derive(db)
    return gone


def derive(db: sqlite3.Connection) -> int:
    """Give every name its name in the register; return how many statements changed their speaker.

    Each change of the articles calls for it: one more "Trump" can tell whose name that is.
    """
    aliases = db.execute("SELECT DISTINCT named, alias FROM aliases").fetchall()
    register, changed = canonical(_usage(db), aliases), 0
    log = in_todays_spelling(corrections(db), register.joined)
    text_of = lru_cache(maxsize=1)(lambda row: _text(db, row))
    for table, raw, derived in _NAMED:
        pairs = db.execute(
            f"SELECT DISTINCT a.row, a.id, t.{raw}, t.{derived} FROM {table} t"
            f" JOIN articles a ON a.row = t.article WHERE t.{raw} IS NOT NULL ORDER BY 1"
        ).fetchall()
        for article, article_id, name, current in pairs:
            text = text_of(article) if name in register.bearers else ""
            if (now := resolve(register.name_in(text, name), article_id, log)) != current:
                rows = db.execute(
                    f"UPDATE {table} SET {derived} = ? WHERE article = ? AND {raw} = ?", [now, article, name]
                ).rowcount
                changed += rows if table in ("statements", "co_speakers") else 0
    return changed


def _usage(db: sqlite3.Connection) -> Usage:
    people = db.execute(
        "SELECT named, count(DISTINCT article) FROM (SELECT named, article FROM mentions UNION"
        " SELECT said_by, article FROM statements WHERE source_kind = 'person' AND said_by IS NOT NULL)"
        " GROUP BY 1"
    )
    bodies = db.execute(
        "SELECT said_by, count(DISTINCT article) FROM statements"
        " WHERE source_kind <> 'person' AND said_by IS NOT NULL GROUP BY 1"
    )
    statements = db.execute("SELECT named, count(*) FROM voices GROUP BY 1")
    return Usage(dict(statements), dict(people), dict(bodies))


def _text(db: sqlite3.Connection, article: int) -> str:
    return str(db.execute("SELECT text FROM articles WHERE row = ?", [article]).fetchone()[0])


def speakers(db: sqlite3.Connection) -> list[Speaker]:
    """Return everybody with a statement to their name, those who are quoted most first."""
    aliases: dict[str, set[str]] = defaultdict(set)
    for name, alias in db.execute(
        "SELECT name, named FROM voices UNION SELECT name, alias FROM aliases UNION "
        "SELECT name, named FROM aliases"
    ):
        if name != alias:
            aliases[name].add(alias)
    roles: dict[str, list[str]] = defaultdict(list)
    for name, role in db.execute(
        "SELECT speaker, role_text FROM statements WHERE role_text IS NOT NULL AND speaker IS NOT NULL "
        "GROUP BY speaker, role_text ORDER BY count(*) DESC, role_text"
    ):
        roles[name].append(role)
    counts = db.execute(
        "SELECT v.name, count(DISTINCT v.statement), count(DISTINCT v.article),"
        " count(DISTINCT iif(s.presents = 'speech', s.row, NULL)) FROM voices v"
        " JOIN statements s ON s.row = v.statement GROUP BY 1 ORDER BY 4 DESC, 2 DESC, 1"
    )
    return [
        Speaker(name, tuple(sorted(aliases[name])), tuple(roles[name]), *counted) for name, *counted in counts
    ]


def known_names(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return each way a person is written, with the register's names it may stand for.

    People who are only mentioned are in it too.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for written, name in db.execute(
        "SELECT name, name FROM voices UNION SELECT named, name FROM voices "
        "UNION SELECT name, name FROM mentions UNION SELECT named, name FROM mentions "
        "UNION SELECT name, name FROM aliases UNION SELECT alias, name FROM aliases ORDER BY 1, 2"
    ):
        names[written].append(name)
    return {written: tuple(several) for written, several in names.items()}
