"""The vectors of an article's sentences: kept in SQLite, as they are compared and never searched.

A search finds passages; which of their sentences come near a question, these vectors tell then. A row an
article: a hundred sentences are read in less than a millisecond, and need no memory in between.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from index.layout import sentences
from index.storing.texts import passage_text
from index.types import Article, Passage, Span

_STORED = np.float16  # cosines differ by less than .001


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of an article, in order, and what is embedded of each: its words with the title."""

    article_id: str
    spans: tuple[Span, ...]
    texts: tuple[str, ...]


def sentences_in(article: Article, passages: Iterable[Passage]) -> Sentences:
    """Return the sentences of an article's passages."""
    found = (span for each in passages for span in sentences(article.text, each.start, each.end))
    spans = tuple(sorted(set(found)))
    return Sentences(article.id, spans, texts_of(article, spans))


def texts_of(article: Article, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return what is embedded of each sentence."""
    return tuple(passage_text(article, span).embedded for span in spans)


def insert_sentences(
    db: sqlite3.Connection, encoder: str, held: Iterable[Sentences], vectors: Mapping[str, np.ndarray]
) -> None:
    """Store the vectors of these texts, in place of what the articles have."""
    for each in held:
        own = np.asarray([vectors[text] for text in each.texts], dtype=_STORED)
        db.execute(
            "INSERT OR REPLACE INTO sentences SELECT row, ?, ?, ? FROM articles WHERE id = ?",
            [encoder, json.dumps(each.spans), own.tobytes(), each.article_id],
        )


def articles_without(db: sqlite3.Connection, encoder: str) -> list[str]:
    """Return the ids of articles whose sentences have no vectors of this encoder."""
    rows = db.execute(
        "SELECT a.id FROM articles a LEFT JOIN sentences s ON s.article = a.row AND s.encoder = ? "
        "WHERE s.article IS NULL ORDER BY a.id",
        [encoder],
    )
    return [id_ for (id_,) in rows]


def read_sentences(db: sqlite3.Connection, article_id: str) -> tuple[list[Span], np.ndarray]:
    """Return the spans of an article's sentences and their vectors, float32, a row each."""
    row = db.execute(
        "SELECT spans, vectors FROM sentences s JOIN articles a ON a.row = s.article WHERE a.id = ?",
        [article_id],
    ).fetchone()
    spans = [(start, end) for start, end in json.loads(row[0])] if row else []
    vectors = np.frombuffer(row[1] if row else b"", dtype=_STORED).astype(np.float32)
    return spans, vectors.reshape(len(spans), -1) if spans else vectors.reshape(0, 0)
