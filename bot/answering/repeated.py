"""Whose words they were first: “It was you who called it ‘a monument to fear’” repeats somebody else's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.layout import inner, quoted_spans
from index.searching.topic import content_words, stem
from index.types import Hit, Statement

if TYPE_CHECKING:
    from index.store import Store

MOST = 0.5  # of the words of the topic that a statement has: from this share in inner marks, it repeats them
AS_GOOD = 0.8  # of the topic held by who repeats it, what another must hold to have said it first


def originals_first(store: "Store", topic: str, hits: Sequence[Hit]) -> list[Hit]:
    """Put whoever repeats the words of the topic after those who said as much of it themselves."""
    asked = set(map(stem, content_words(topic)))
    repeating = {hit.item.id for hit in hits if _repeats(store, asked, hit)}
    if not repeating:
        return list(hits)

    def place(hit: Hit) -> float:
        if hit.item.id not in repeating:
            return hit.score
        said = [h.score for h in hits if h.item.id not in repeating and h.held >= AS_GOOD * hit.held]
        return min(hit.score, max(said, default=hit.score))

    return sorted(hits, key=lambda hit: (-place(hit), hit.item.id in repeating))


def _repeats(store: "Store", asked: set[str], hit: Hit) -> bool:
    """Whether most of the topic's words that a quotation has stand in quote marks within it."""
    if not isinstance(hit.item, Statement) or hit.item.kind != "direct":
        return False
    text = store.article_of(hit.item).text
    repeated: list[set[str]] = []
    own: set[str] = set()
    for piece in hit.item.pieces:
        words = text[slice(*inner(text, piece))]
        marked = quoted_spans(words)
        repeated += [asked & set(map(stem, content_words(words[slice(*span)]))) for span in marked]
        for start, end in reversed(marked):
            words = words[:start] + words[end:]
        own |= asked & set(map(stem, content_words(words)))
    most = max(repeated, key=len, default=set())
    return bool(most) and (own <= most or len(most - own) > MOST * len(most | own))
