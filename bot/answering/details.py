"""Which of two events: the day and the place that a question names and a text contradicts, and whose time it
tells. Pure.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.answering.looks import BIG, LOOKS, MONTH, YEAR
from bot.answering.otherwise import means_the_same
from index.lexicon import WEEKDAY
from index.searching.topic import stem

_PLACED = rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|outside) (?:the )?(?!{WEEKDAY}|{MONTH})(?P<name>{BIG}(?: {BIG})*)"
# "It met in 1934, before the mill was built", "it decided on Wednesday to build the mill"
_AT_ANOTHER_TIME = re.compile(r"\b(?:before|after|until)\W+(?:\w+\W+){2,}|^ to (?:be )?$")
_HAS_BEEN = re.compile(r"\b(?:was|were|(?:has|have|had) been) (?:\w+ )?$")
_IS_TO_BE = re.compile(r"\b(?:will|to|shall) (?:not )?be (?:\w+ )?$")
_YEAR = re.compile(rf"\b{YEAR}")
_KINDS = (re.compile(WEEKDAY), re.compile(MONTH), _YEAR)
_TURN_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_TURNS = {
    f"{n}{end}": word for n, (word, end) in enumerate(zip(_TURN_WORDS, ["st", "nd", "rd"] + 7 * ["th"]), 1)
}
_TURNS |= {word: word for word in _TURN_WORDS} | {"inaugural": "first"}
_TURN = re.compile(
    rf"\b(?P<turn>{'|'.join(_TURNS)})(?:-ever)?\s(?P<of>[\w’'-]+(?:\s[\w’'-]+)?)", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:will|would|shall|to be|plans?|planned|expected|due|by|until)\b", re.IGNORECASE)
_WILL = re.compile(r"\bwill\b", re.IGNORECASE)
_NOW = re.compile(r"\bthis (?:year|season|month|week)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Details:
    """What a question says of when and where."""

    days: tuple[frozenset[str], ...]  # the weekdays, the months, the years
    places: frozenset[str]
    now: bool = False  # "this year": that of the article
    ahead: bool = False  # what will be, in no year that it names: not what was in another
    turns: Mapping[str, frozenset[str]] = field(default_factory=dict)  # the first, the second … of what

    @classmethod
    def of(cls, question: str) -> "Details":
        return cls(
            tuple(frozenset(kind.findall(question)) for kind in _KINDS),
            _places(question),
            bool(_NOW.search(question)),
            bool(_WILL.search(question)) and not _YEAR.search(question),
            _turns(question),
        )

    def of_another_day(self, sentence: str, published: date | None = None) -> bool:
        """Whether a sentence tells another weekday, month or year, and none of those asked for."""
        years = set(_YEAR.findall(sentence)) - {str(published.year) if published else ""}
        if self.now and years and not _NOW.search(sentence):
            return True
        if self.ahead and years and not _is_ahead(sentence, years, published):
            return True
        told = ((asked, set(kind.findall(sentence))) for asked, kind in zip(self.days, _KINDS, strict=True))
        return any(asked and there and asked.isdisjoint(there) for asked, there in told)

    def of_another_turn(self, text: str) -> bool:
        """Whether a text tells of the second summit, and not of the first that is asked about."""
        told = _turns(text)
        return any(noun in told and told[noun].isdisjoint(asked) for noun, asked in self.turns.items())

    def of_another_place(self, sentence: str) -> bool:
        """Whether a sentence is set in another place than the one asked for, which it does not name."""
        elsewhere = _places(sentence)
        return bool(self.places and elsewhere) and not any(place in sentence for place in self.places)


def _is_ahead(sentence: str, years: Collection[str], published: date | None) -> bool:
    """Whether one of the years that a sentence names is still to come, by the article's day or its words."""
    return any(map(str(published.year).__lt__, years)) if published else bool(_TO_COME.search(sentence))


def _turns(text: str) -> dict[str, frozenset[str]]:
    """Return the turns told of each thing: first, of the summit, for "the first Kelland summit"."""
    found: dict[str, frozenset[str]] = {}
    for each in _TURN.finditer(text):
        for noun in map(stem, each["of"].lower().split()):
            found[noun] = found.get(noun, frozenset()) | {_TURNS[each["turn"].lower()]}
    return found


def _places(text: str) -> frozenset[str]:
    return frozenset(found["name"] for found in re.finditer(_PLACED, text))


def is_time_of(deed: str, sentence: str) -> bool:
    """Whether a sentence may tell when it was done: not "it met in 1934, before the mill was built"."""
    words = (found for found in re.finditer(r"\w+", sentence))
    done = [w.span() for w in words if _is_it(deed, w.group().lower())]
    times = [found.span() for look, _ in LOOKS["when"] for found in look.finditer(sentence)]
    between = [sentence[min(a[1], b[1]) : max(a[0], b[0])] for a in done for b in times]
    return not between or not all(map(_AT_ANOTHER_TIME.search, between))


def is_as_asked(deed: str, question: str, sentence: str) -> bool:
    """Whether a sentence tells a deed as done where that is asked, or as to be done: "it will be opened"."""
    words = [found for found in re.finditer(r"\w+", sentence) if _is_it(deed, found.group().lower())]
    before = [sentence[: found.start()] for found in words]
    if re.search(rf"\bwill\b.*\b{re.escape(deed)}\b", question):
        return not before or not all(map(_HAS_BEEN.search, before))
    was = re.search(rf"\b(?:was|were|did)\b.*\b{re.escape(deed)}\b", question)
    return not was or not before or not all(map(_IS_TO_BE.search, before))


def _is_it(deed: str, word: str) -> bool:
    return stem(word) == stem(deed) or means_the_same("when", deed, word)
