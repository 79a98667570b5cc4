"""Article + statements → passages: paragraphs, or sentences of a long one, that never cut a statement."""

from collections.abc import Sequence

from index.layout import paragraphs, sentences
from index.spans import merged, touching
from index.types import Passage, Span, Statement

SIZE = 700  # characters aimed at: about 150 word pieces, within the 256 that the encoder reads


def passages(
    article_id: str, text: str, statements: Sequence[Statement] = (), not_prose: Sequence[Span] = ()
) -> tuple[Passage, ...]:
    """Return the passages of an article, in order, together all of its prose."""
    kept: list[Span] = []
    said = merged([(s.start, s.end) for s in statements])
    for start, end in _units(text, not_prose):
        cuts = any(low < start for low, _ in touching((start, start + 1), said))
        together = kept and not text[kept[-1][1] : start].strip()  # no caption between
        if kept and (cuts or (together and end - kept[-1][0] <= SIZE)):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return tuple(Passage(f"{article_id}:p{start}-{end}", article_id, start, end) for start, end in kept)


def _units(text: str, not_prose: Sequence[Span]) -> list[Span]:
    """Paragraphs; one longer than a passage is parted at its sentences."""
    units: list[Span] = []
    for start, end in paragraphs(text):
        if any(low <= start and end <= high for low, high in not_prose):
            continue
        units += [(start, end)] if end - start <= SIZE else sentences(text, start, end)
    return units
