"""A quotation that differs from what was said in its writing alone: "I've" for "I have", 15 for fifteen.
Pure.

It is not verbatim, and says the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.checking.compare import Match
from bot.checking.near import Change
from bot.checking.quantities import Quantity, measured, quantified
from bot.checking.quotation import Quotation
from bot.checking.said import Said
from bot.checking.words import Word, same

_SHORTENED = re.compile(r"(?P<whole>\w+?)(?P<short>n't|'(?:re|ve|ll|m|d|s))", re.IGNORECASE)
_IN_FULL = {
    "n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",),
    "'d": ("would", "had"), "'s": ("is", "has"),
}  # fmt: skip
_IRREGULAR = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"}
# Behind these "'s" is a verb; behind a name it may be hers: Ann's.
_WITH_A_VERB = frozenset("it that this there here what who where how when he she everything".split())


@dataclass(frozen=True, slots=True)
class _Spelt:
    """A word in full, in each way that a short form may mean, and the word it is a part of."""

    ways: tuple[str, ...]
    word: Word
    begins: bool = True  # its word
    ends: bool = True


def in_other_writing(quotation: Quotation, said: Said) -> Match | None:
    """Return where a quotation stands but for short forms and the writing of numbers."""
    if len(quotation.parts) != 1:
        return None  # what brackets and ellipses stand for is another matter
    wanted = _in_full(quantified(quotation.text, quotation.words))
    there = _in_full(quantified(said.article.text, said.words))
    for at in range(len(there) - len(wanted) + 1):
        run = there[at : at + len(wanted)]
        if run and run[0].begins and run[-1].ends and _are_same(wanted, run):
            first = next(n for n, word in enumerate(said.words) if word.start == run[0].word.start)
            last = next(n for n, word in enumerate(said.words) if word.end == run[-1].word.end)
            return Match(said, first, last)
    return None


def other_quantity(changes: Sequence[Change]) -> tuple[str, str] | None:
    """Return the number or day that was said and the other that is quoted, where nothing else is changed."""
    told, quoted = ([text for tag, text in changes if tag == sign] for sign in "-+")
    if len(told) != 1 or len(quoted) != 1:
        return None
    one, other = measured(told[0]), measured(quoted[0])
    if len(one) != 1 or len(other) != 1 or one[0].form == other[0].form:
        return None
    are_quantities = isinstance(one[0], Quantity) and isinstance(other[0], Quantity)
    return (told[0], quoted[0]) if are_quantities else None


def _are_same(wanted: Sequence[_Spelt], run: Sequence[_Spelt]) -> bool:
    return all(
        any(same(way, other, first=number == 0) for way in one.ways for other in told.ways)
        for number, (one, told) in enumerate(zip(wanted, run))
    )


def _in_full(run: Sequence[Word]) -> list[_Spelt]:
    """Return words with their short forms spelt out: we | will | not, for we won't."""
    found: list[_Spelt] = []
    for word in run:
        parts = _parts(word.form)
        last = len(parts) - 1
        found += [_Spelt(ways, word, n == 0, n == last) for n, ways in enumerate(parts)]
    return found


def _parts(form: str) -> list[tuple[str, ...]]:
    lower = form.lower()
    if lower in _IRREGULAR:
        return [(_as_in(form, _IRREGULAR[lower]),), ("not",)]
    if lower == "let's":
        return [(form[:-2],), ("us",)]
    short = _SHORTENED.fullmatch(form)
    if short is None or (short["short"].lower() == "'s" and short["whole"].lower() not in _WITH_A_VERB):
        return [(form,)]
    return [(short["whole"],), _IN_FULL[short["short"].lower()]]


def _as_in(form: str, word: str) -> str:
    return word.capitalize() if form[0].isupper() else word
