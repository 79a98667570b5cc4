"""Articles → tensors: what every piece should be tagged and linked as, cut into shuffled batches.

What is right is what people annotated, or what a teacher thinks: probabilities in either case.
"""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from index.tagger import ROLES, Tagger
from index.tokens import WINDOW, Tokens, tokenize

CLS, SEP = 101, 102
IGNORED, NO_CUE = -100, -1

_DOUBLE = re.compile(r"[“”\"]|''")
_STYLES = (("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Example:
    """An article's pieces with probabilities `tags` (n, 3 roles, O B I) and `links` (n,) to cue pieces."""

    tokens: Tokens
    tags: np.ndarray
    links: np.ndarray


def read_articles(path: Path) -> list[dict[str, Any]]:
    """Read JSONL with `text` and, if annotated, `attributions: [{source, cue, content: [[start, end)…]}]`."""
    read = gzip.open if path.suffix == ".gz" else open
    with read(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def example(tokenizer: Any, article: dict[str, Any]) -> Example:
    """Label the pieces of one article as people annotated it."""
    tokens = tokenize(tokenizer, article["text"])
    labels = np.zeros((len(tokens), len(ROLES)), dtype=np.int64)
    links = np.full(len(tokens), IGNORED, dtype=np.int64)
    for attribution in article["attributions"]:
        pieces = {role: [_pieces(tokens, span) for span in attribution[role]] for role in ROLES}
        for column, role in enumerate(ROLES):
            for span in pieces[role]:
                labels[span, column] = 2
                labels[span[:1], column] = 1
        cues = [span[0] for span in pieces["cue"] if len(span)]
        for span in pieces["content"] + pieces["source"]:
            links[span] = min(cues) if cues else NO_CUE
    return Example(tokens, np.eye(3, dtype=np.float32)[labels], links)


def taught(teachers: Sequence[Tagger], text: str) -> Example:
    """Label the pieces of a text as the teachers read them, on average, their doubts included."""
    readings = [teacher.read(text) for teacher in teachers]
    tokens = readings[0][0]
    tags = np.mean([tags for _, tags, _ in readings], axis=0)
    links = np.full(len(tokens), IGNORED, dtype=np.int64)
    linking = [ROLES.index("content"), ROLES.index("source")]
    for piece in np.flatnonzero((tags[:, linking, 0] < 0.5).any(axis=1)):
        votes: dict[int, float] = defaultdict(float)
        for _, _, likely in readings:
            for cue, probability in likely[piece].items():
                votes[cue] += probability
        links[piece] = max(votes, key=lambda cue: votes[cue], default=IGNORED)
    return Example(tokens, tags, links)


def mixed(annotated: Example, read: Example, trust: float) -> Example:
    """Return the annotated article with the teacher's reading mixed in by `trust`, 0 to 1."""
    tags = (1 - trust) * annotated.tags + trust * read.tags
    return Example(annotated.tokens, tags, annotated.links)


def restyled(article: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """Return the article with its double quote marks written in another of the world's styles."""
    opening, closing = rng.choice(_STYLES)
    pieces, moves, at, inside = [], [], 0, False
    text = article["text"]
    for mark in _DOUBLE.finditer(text):
        inside = mark.group() == "“" or (mark.group() != "”" and not inside)
        new = opening if inside else closing
        pieces += [text[at : mark.start()], new]
        moves.append((mark.end(), len(new) - len(mark.group())))
        at = mark.end()
    ends = np.array([end for end, _ in moves], dtype=np.int64)
    shifts = np.concatenate([[0], np.cumsum([shift for _, shift in moves])]).astype(int)

    def moved(offset: int) -> int:
        return offset + int(shifts[np.searchsorted(ends, offset, side="right")])

    attributions = [
        {role: [[moved(start), moved(end)] for start, end in spans] for role, spans in attribution.items()}
        for attribution in article["attributions"]
    ]
    return {"text": "".join([*pieces, text[at:]]), "attributions": attributions}


def batches(examples: list[Example], size: int, rng: random.Random) -> Iterator[list[torch.Tensor]]:
    """Yield [ids, case, breaks, quotes, tags, links] of every piece once, windows cut anew.

    Tags of places that hold no piece are zero, their links `IGNORED`.
    """
    cuts: list[tuple[int, int, int]] = []
    room = WINDOW - 2
    for number, item in enumerate(examples):
        bounds = [0, *range(rng.randrange(64, room + 1), len(item.tokens), room), len(item.tokens)]
        cuts += [(number, a, b) for a, b in zip(bounds, bounds[1:]) if b > a]
    rng.shuffle(cuts)
    pools = [
        sorted(cuts[i : i + 16 * size], key=lambda c: c[2] - c[1]) for i in range(0, len(cuts), 16 * size)
    ]
    groups = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    rng.shuffle(groups)
    for group in groups:
        yield _collate([(examples[number], a, b) for number, a, b in group])


def _collate(cuts: list[tuple[Example, int, int]]) -> list[torch.Tensor]:
    length = max(end - start for _, start, end in cuts) + 2
    inputs = np.zeros((4, len(cuts), length), dtype=np.int64)
    tags = np.zeros((len(cuts), length, len(ROLES), 3), dtype=np.float32)
    links = np.full((len(cuts), length), IGNORED, dtype=np.int64)
    for row, (item, start, end) in enumerate(cuts):
        size = end - start
        inputs[0, row, [0, size + 1]] = CLS, SEP
        for plane, values in enumerate(
            (item.tokens.ids, item.tokens.case, item.tokens.breaks, item.tokens.quotes)
        ):
            inputs[plane, row, 1 : size + 1] = values[start:end]
        tags[row, 1 : size + 1] = item.tags[start:end]
        targets = item.links[start:end]
        within = (targets >= start) & (targets < end)
        links[row, 1 : size + 1] = np.where(
            targets == IGNORED, IGNORED, np.where(within, targets - start + 1, 0)
        )
    return [torch.from_numpy(a) for a in (*inputs, tags, links)]


def _pieces(tokens: Tokens, span: list[int]) -> np.ndarray:
    start, end = span
    return np.flatnonzero((tokens.offsets[:, 0] < end) & (tokens.offsets[:, 1] > start))
