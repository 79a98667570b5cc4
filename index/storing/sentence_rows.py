"""The vectors of an article's sentences: kept in SQLite, as they are compared and never searched.

A search finds passages; which of their sentences come near a question, these vectors tell then. A sentence
is embedded as it is read within its passage ("late chunking", Günther et al., 2024): that costs nothing
besides the passage, and tells whom its "she" means. A row an article: a hundred sentences are read in less
than a millisecond, and need no memory in between.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from index.layout import sentences
from index.storing.texts import passage_text, vector_key
from index.types import Article, Encoder, Passage, Span

_STORED = np.float16  # cosines differ by less than .001


@dataclass(frozen=True, slots=True)
class Parted:
    """An article's passages as they are embedded, by the keys of their vectors, and the sentences in them."""

    article_id: str
    texts: dict[str, str]
    starts: tuple[int, ...]  # of the passages, in the article
    sentences: tuple[tuple[Span, ...], ...]  # of each passage, in the article

    @property
    def spans(self) -> list[Span]:
        """All sentences, in order."""
        return [span for each in self.sentences for span in each]

    @property
    def places(self) -> list[list[Span]]:
        """Where the sentences of each passage stand in its text."""
        return [
            [(low - start, high - start) for low, high in each]
            for start, each in zip(self.starts, self.sentences, strict=True)
        ]


def parted(article: Article, passages: Iterable[Passage]) -> Parted:
    """Return an article's passages, in order, with their sentences."""
    found = sorted(passages, key=lambda each: each.start)
    texts = {each.id: passage_text(article, (each.start, each.end)) for each in found}
    return Parted(
        article.id,
        {vector_key(id_, text): text.embedded for id_, text in texts.items()},
        tuple(each.start for each in found),
        tuple(tuple(sentences(article.text, each.start, each.end)) for each in found),
    )


def embed_passages(
    encoder: Encoder, told: Sequence[Parted], held: Sequence[np.ndarray | None]
) -> tuple[dict[str, np.ndarray], list[np.ndarray]]:
    """Return the vectors of passages by key, and those of each article's sentences, a row each.

    Where an article's sentences are `held`, these are returned, and its passages not read.
    """
    anew = [each for each, vectors in zip(told, held, strict=True) if vectors is None]
    texts = {key: text for each in anew for key, text in each.texts.items()}
    whole: Iterable[np.ndarray] = ()
    parts: list[np.ndarray] = []
    if texts:  # for nothing to read the model is not loaded
        whole, parts = encoder.encode_parts(list(texts.values()), [p for each in anew for p in each.places])
    rest = iter(parts)
    rows = [
        _joined(list(islice(rest, len(each.texts)))) if vectors is None else vectors
        for each, vectors in zip(told, held, strict=True)
    ]
    return dict(zip(texts, whole)), rows


def _joined(parts: Sequence[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty((0, 0))


def insert_sentences(db: sqlite3.Connection, encoder: str, told: Parted, vectors: np.ndarray) -> None:
    """Store the vectors of an article's sentences, a row each, in place of what it has."""
    db.execute(
        "INSERT OR REPLACE INTO sentences SELECT row, ?, ?, ? FROM articles WHERE id = ?",
        [encoder, json.dumps(told.spans), vectors.astype(_STORED).tobytes(), told.article_id],
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
