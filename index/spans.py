"""Spans against spans: which share characters, which lie within which."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from index.types import Span


def merged(pieces: Collection[Span]) -> list[Span]:
    """Return the pieces in order, those that share characters as one."""
    kept: list[Span] = []
    for start, end in sorted(pieces):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def touching(span: Span, ordered: Sequence[Span]) -> Sequence[Span]:
    """Return those of `ordered`, which are in order and apart, that share characters with a span."""
    last = bisect_left(ordered, span[1], key=lambda other: other[0])
    first = last
    while first and ordered[first - 1][1] > span[0]:
        first -= 1
    return ordered[first:last]


def touches(span: Span, ordered: Sequence[Span]) -> bool:
    """Whether a span shares characters with one of `ordered`, which are in order and apart."""
    return bool(touching(span, ordered))


def overlap(one: Collection[Span], other: Collection[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def within(span: Span, areas: Sequence[Span]) -> bool:
    return any(low <= span[0] and span[1] <= high for low, high in areas)
