"""A source as the proof reads it: its words by stem and number, whose each is, and who is named. Pure."""

from bisect import bisect_right
from calendar import day_name, month_name
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.checking.words import MAY, Word, is_content, is_negation, is_number, modals, words
from bot.gate.cast import Cast, plain
from bot.gate.sources import Source
from bot.gate.verbs import NEUTRAL
from bot.numerals import VALUES
from index.layout import sentences
from index.searching.topic import stem

# Small words that do say something: direction, quantity, condition.
_TELLING_SMALL = frozenset(
    """against before after above below under without more less fewer most least until only all every few
    than""".split()
)
# Words that link one thing said to another and claim nothing by themselves.
_LINKING = frozenset(
    """however meanwhile contrast while whereas although though yet according words view regarding concerning
    article asked part turn saying answer reply opinion account phrase way following follows""".split()
)
_STAND_INS = frozenset("it its they them their".split())
_PERSONS_STAND_INS = frozenset("he him his she her".split())
_OF_ONESELF = _STAND_INS | _PERSONS_STAND_INS | frozenset("i me my mine myself we us our ours".split())
_NUMERALS = {word: str(value) for word, value in VALUES.items()}
_NUMERALS |= {"percent": "%", "first": "1st", "second": "2nd", "third": "3rd", "twice": "2x", "half": "1/2"}
MONTHS = tuple(month_name[1:])
_DATED = frozenset(map(str.lower, (*MONTHS, *day_name)))


@dataclass(frozen=True, slots=True)
class Need:
    """A word or mention of a clause that must stand in the source."""

    form: str
    labels: frozenset[str] = frozenset()

    @property
    def is_name(self) -> bool:
        return bool(self.labels) or self.form[:1].isupper()

    @property
    def is_telling(self) -> bool:
        return self.is_name or self.is_number or self.form.lower() in _TELLING_SMALL

    @property
    def is_number(self) -> bool:
        return is_numeral(self.form)


class Page:
    """A source's words as they are compared: stems, and whose each is."""

    def __init__(self, source: Source, cast: Cast) -> None:
        self.source, self.cast = source, cast
        text = source.article.text
        self.words = words(text, *source.around)
        self.stems = [key(word.form) for word in self.words]
        spans = list(sentences(text, *source.around)) or [source.around]
        starts = [start for start, _ in spans]
        self.sentence = [bisect_right(starts, word.start) for word in self.words]
        self.owners = [self._owners(word) for word in self.words]
        self.named: dict[int, frozenset[str]] = {
            number: mention.labels
            for mention in cast.spot(self.words)
            for number in range(mention.first, mention.last)
        }
        self.inner = [self._innermost(word) for word in self.words]
        self.cues = {
            (label, stem(word.form.lower()))
            for s in source.spoken
            for label in source.labels_of(s)
            for word in words(text, *(s.cue or (0, 0)))
        }

    def _owners(self, word: Word) -> frozenset[str]:
        """Whose words they are: one speaker's, two where one reports the other, none for the article's."""
        return frozenset(
            label
            for s in self.source.spoken
            if any(low <= word.start < high for low, high in s.pieces)
            for label in self.source.labels_of(s)
        )

    def _innermost(self, word: Word) -> frozenset[str]:
        """Whose words they are by the shortest statement: the speaker whom another one reports."""
        holding = [s for s in self.source.spoken if any(low <= word.start < high for low, high in s.pieces)]
        shortest = min(holding, key=lambda s: s.end - s.start, default=None)
        return frozenset(self.source.labels_of(shortest)) if shortest else frozenset()

    def is_name(self, number: int) -> bool:
        """Whether a word names somebody or something; the first word of a sentence only if we know it."""
        if number in self.named:
            return True
        form = self.words[number].form
        first = number == 0 or self.sentence[number] != self.sentence[number - 1]
        return form[:1].isupper() and not first and form.lower() not in _DATED and form != "I"

    def has_stand_in(self, left: int, right: int) -> bool:
        """Whether a pronoun stands between two words, for the one at `left` or a noun before it."""
        wanted = _STAND_INS | _PERSONS_STAND_INS if left in self.named else _STAND_INS
        return any(word.form.lower() in wanted for word in self.words[left + 1 : right])

    def same_name(self, number: int, ends: Sequence[int]) -> bool:
        """Whether a word belongs to the name of one of `ends`: "Tobias" beside "Renn"."""
        near = any(abs(number - end) == 1 for end in ends)
        return near or any(self.named.get(number, set()) & self.named.get(end, set()) for end in ends)

    def places(self, need: Need, owner: str | None, anybody: bool) -> list[int]:
        """Return where a word stands among the article's own words and those of `owner`.

        Whoever is said to speak of themself must do so in their own words, by name or pronoun: the name by
        which the article says who speaks is no part of what was said.
        """
        wanted = key(need.form)
        if owner in need.labels:
            return [
                number
                for number, word in enumerate(self.words)
                if owner in self.owners[number]
                and (owner in self.named.get(number, ()) or word.form.lower() in _OF_ONESELF)
            ]
        return [
            number
            for number, found in enumerate(self.stems)
            if (anybody or not self.owners[number] or owner in self.owners[number])
            and (found == wanted or (need.labels and self.named.get(number, frozenset()) & need.labels))
        ]


def says_something(form: str) -> bool:
    """Whether a word must be proved; negations and modals are counted instead."""
    lower = form.lower()
    if lower in _TELLING_SMALL or is_number(form):
        return True
    if is_negation(form) or modals([form]):
        return False  # counted, not looked for
    return is_content(form) and lower not in NEUTRAL and lower not in _LINKING


def is_numeral(form: str) -> bool:
    """Whether a word is a number, in digits or in letters."""
    return is_number(form) or form.lower() in _NUMERALS


def is_date(form: str) -> bool:
    """Whether a word is a month or a day of the week."""
    return form.lower() in _DATED


@lru_cache(4096)
def key(form: str) -> str:
    """Return what two words must share to be one: the stem, a number its value. The month May is no verb."""
    if form.removesuffix("'s") == MAY:
        return MAY
    lower = plain(form)
    if lower in _NUMERALS:
        return _NUMERALS[lower]
    return lower.replace(",", "") if is_number(lower) else stem(lower)
