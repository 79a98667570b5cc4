"""The words of a pasted quotation, with what its writer did to them: [brackets] and ellipses."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.checking.words import MODALS, NUMERALS, Word, is_negation, is_number, words

Mark = Literal["run", "gap", "bracket"]

# "…", "...", ". . .", "[…]", "(...)": words were left out. Words in brackets are the writer's own.
_MARKS = re.compile(
    r"(?P<gap>[\[(]?\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]?)|\[(?P<bracket>[^\[\]]{1,120})\](?!\w)"
    r"|\((?P<aside>sic|emphasis (?:added|mine|his|hers)|applause|laughter|laughs|inaudible|pause)\)",
    re.UNICODE | re.IGNORECASE,
)
_CASE_ONLY = re.compile(r"\[\w\]$")
_ENDING = re.compile(r"(?<=\w)\[(?:s|es|d|ed|ing)\]")
_NOT_OURS = frozenset({"sic", "emphasis", "applause", "laughter", "laughs", "inaudible", "pause"})
# Words that would bring a new sense in with the bracket.
_TURNING = frozenset(
    "only if unless except all some any every always but or than because instead rather".split()
)
_SHORTEST_SHOUT = 4  # words; fewer in capitals may be names
MOST_MARKS = 40  # a quotation with more gaps and brackets than this is no quotation


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the speaker's words, a gap where words were left out, or the writer's words in brackets."""

    mark: Mark
    words: tuple[Word, ...] = ()

    @property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as it was pasted, read into parts; offsets in it refer to `text`."""

    text: str
    parts: tuple[Part, ...]

    @property
    def words(self) -> list[Word]:
        """All words in order, those in brackets too."""
        return [word for part in self.parts for word in part.words]

    @property
    def shouted(self) -> bool:
        """Whether all of it is in capitals, as on a quote card: their case says nothing then."""
        return self.text.isupper() and len(self.words) >= _SHORTEST_SHOUT

    @property
    def spoken(self) -> list[Word]:
        """The words given as the speaker's own."""
        return [word for part in self.parts if part.mark == "run" for word in part.words]


def read_quotation(text: str) -> Quotation:
    """Read a quotation given without its outer quote marks; marks at either end are dropped."""
    parts: list[Part] = []
    at = 0
    for found in _MARKS.finditer(text):
        if _CASE_ONLY.match(found.group()) and text[found.end() : found.end() + 1].isalpha():
            continue
        if _ENDING.match(text, found.start()):
            continue
        _add(parts, Part("run", tuple(words(text, at, found.start()))))
        at = found.end()
        if found["bracket"] is None and found["aside"] is None:
            _add(parts, Part("gap"))
        else:
            _add(
                parts,
                Part("bracket", tuple(words(text, *found.span("bracket" if found["bracket"] else "aside")))),
            )
    _add(parts, Part("run", tuple(words(text, at))))
    while parts and parts[0].mark == "gap":
        parts.pop(0)
    while parts and parts[-1].mark == "gap":
        parts.pop()
    return Quotation(text, tuple(parts))


def is_aside(part: Part) -> bool:
    """Whether a bracket only comments: [sic], [laughter]."""
    return bool(part.words) and part.words[0].form.lower() in _NOT_OURS


def is_harmless(part: Part) -> bool:
    """Whether the words of a bracket explain without turning the sense: no negation, number or condition."""
    return not any(
        is_negation(form) or is_number(form) or form.lower() in MODALS | NUMERALS | _TURNING or form == "?"
        for form in part.forms
    )


def _add(parts: list[Part], part: Part) -> None:
    if part.mark == "run" and not part.words:
        return
    if part.mark == "gap" and parts and parts[-1].mark == "gap":
        return
    parts.append(part)
