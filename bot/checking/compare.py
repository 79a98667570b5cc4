"""A quotation followed word by word through what somebody said. Pure.

Does it stand there verbatim, and if so, was its sense cut or spliced away? What only comes near is
the matter of `bot.checking.near`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.checking.near import Change
from bot.checking.quotation import MOST_MARKS, Part, Quotation, is_aside, is_harmless
from bot.checking.said import Said
from bot.checking.sense import clause_end, clause_start, gap_flaw, head_flaw, is_led_into, tail_flaw
from bot.checking.words import same
from index.types import Span

LONGEST_GAP = 60  # words an ellipsis may stand for

# What words in brackets may stand in for.
_PRONOUNS = frozenset(
    """i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this
    that these those there here who the a an""".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quotation stands word for word: the numbers of the words, `gaps` of words left out."""

    said: Said
    first: int
    last: int
    gaps: tuple[tuple[int, int], ...] = ()  # [start, end) in word numbers

    @property
    def span(self) -> Span:
        """The cited characters, end exclusive, final punctuation left out."""
        return self.said.words[self.first].start, self.said.words[self.last].end

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the words quoted."""
        left_out = {number for gap in self.gaps for number in range(*gap)}
        return (n for n in range(self.first, self.last + 1) if n not in left_out)


def verbatim(quotation: Quotation, said: Said) -> Match | None:
    """Return where the quotation stands word for word, the best place if it stands at several.

    Brackets and ellipses are followed whatever they leave out: `flaws` says whether they were honest.
    """
    if not quotation.spoken or sum(part.mark != "run" for part in quotation.parts) > MOST_MARKS:
        return None
    forms = [form.upper() for form in said.forms] if quotation.shouted else said.forms
    found = []
    for start in _starts(quotation, forms):
        match = _Matcher(quotation.parts, said, forms).match(start)
        if match:
            found.append(match)
    return min(
        found, key=lambda match: (len(flaws(quotation, match)), match.last - match.first), default=None
    )


def flaws(quotation: Quotation, match: Match) -> list[str]:
    """Return what is wrong with a quotation that stands there word for word; nothing: it is honest."""
    said = match.said
    found = []
    if not all(said.marked[n] for n in match.numbers()):
        found.append("reported speech is presented as a quotation")
    if any(is_led_into(said, n) for n in range(match.first, match.last)):
        found.append("two quotations are spliced into one")
    found += [reason for gap in match.gaps if (reason := gap_flaw(said, *gap))]
    turning = [p for p in quotation.parts if p.mark == "bracket" and not is_harmless(p) and not is_aside(p)]
    if turning and not _is_literal(quotation, match):
        found.append("the words in brackets change the sense")
    found += [
        reason
        for reason in (head_flaw(said, match.first), tail_flaw(said, match.last, quotation.text))
        if reason
    ]
    return found


def marked_changes(quotation: Quotation, match: Match) -> list[str]:
    """Return the phrases for what the writer of a quotation changed, and marked: that is no fault."""
    brackets = [p for p in quotation.parts if p.mark == "bracket" and not is_aside(p)]
    changed = ["check_marked_gap"] if match.gaps and _has_gap(quotation) else []
    return changed + (["check_marked_brackets"] if brackets and not _is_literal(quotation, match) else [])


def _has_gap(quotation: Quotation) -> bool:
    return any(part.mark == "gap" for part in quotation.parts)


def is_nested(match: Match) -> bool:
    """Whether all the words quoted are themselves a quotation: the speaker repeats somebody."""
    return bool(match.said.words) and all(match.said.nested[n] for n in match.numbers())


def trace(quotation: Quotation, match: Match) -> list[Change]:
    """Return the diff of a quotation that stands there word for word: what its ellipses and cuts dropped."""
    said, at = match.said, match.first
    changes: list[Change] = []
    for start, end in (*match.gaps, (match.last + 1, match.last + 1)):
        if at < start:
            changes.append(("=", said.spoken(at, start)))
        if start < end:
            changes.append(("-", said.spoken(start, end)))
        at = end
    if head_flaw(said, match.first):
        changes.insert(0, ("-", said.spoken(clause_start(said, match.first), match.first)))
    if tail_flaw(said, match.last, quotation.text):
        end = clause_end(said, match.last)
        changes.append(("-", said.spoken(match.last + 1, end)))
    return changes


class _Matcher:
    """Follows the parts of a quotation through the words said; remembers dead ends."""

    def __init__(self, parts: Sequence[Part], said: Said, forms: Sequence[str]) -> None:
        self._parts, self._said, self._forms = parts, said, forms
        self._dead: set[tuple[int, int]] = set()

    def match(self, start: int) -> Match | None:
        """Return the match whose first word is number `start`."""
        found = self._follow(0, start, ())
        if found is None:
            return None
        end, gaps = found
        return Match(self._said, start, end - 1, gaps) if end > start else None

    def _follow(self, part: int, at: int, gaps: tuple[tuple[int, int], ...]) -> tuple[int, tuple] | None:
        if part == len(self._parts):
            return at, gaps
        if (part, at) in self._dead:
            return None
        for after, gap in self._ways(part, at):
            found = self._follow(part + 1, after, gaps + gap)
            if found:
                return found
        self._dead.add((part, at))
        return None

    def _ways(self, number: int, at: int) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
        """Yield where part `number`, begun at word `at`, may end, honest ways first."""
        part = self._parts[number]
        if part.mark == "run":
            if self._stands(part.forms, at, free_case=number == 0 or self._parts[number - 1].mark != "run"):
                yield at + len(part.words), ()
            return
        if part.mark == "gap":
            yield at, ()  # the article itself has the ellipsis, or nothing was left out
            ends = range(at + 1, min(at + LONGEST_GAP, len(self._forms)) + 1)
            honest = [end for end in ends if not gap_flaw(self._said, at, end)]
            yield from ((end, ((at, end),)) for end in honest)
            yield from ((end, ((at, end),)) for end in ends if end not in set(honest))
            return
        if self._stands(part.forms, at, free_case=True):  # the article has these words, bracketed or not
            yield at + len(part.words), ()
        yield at, ()
        if is_aside(part):
            return
        for size in (1, 2):
            replaced = self._forms[at : at + size]
            if len(replaced) == size and all(form.lower() in _PRONOUNS for form in replaced):
                yield at + size, ()

    def _stands(self, forms: Sequence[str], at: int, *, free_case: bool) -> bool:
        there = self._forms[at : at + len(forms)]
        if len(there) < len(forms) or not forms:
            return False
        piece = self._said.piece
        return all(
            one == other
            or same(
                one,
                other,
                first=(free_case and i == 0) or (at + i > 0 and piece[at + i] != piece[at + i - 1]),
            )
            for i, (one, other) in enumerate(zip(forms, there))
        )


def _starts(quotation: Quotation, forms: Sequence[str]) -> list[int]:
    """Return the numbers of the words at which the quotation may begin."""
    first = quotation.parts[0]
    if first.mark != "run":
        return list(range(len(forms)))
    return [i for i, form in enumerate(forms) if same(first.words[0].form, form, first=True)]


def _is_literal(quotation: Quotation, match: Match) -> bool:
    """Whether the article has the bracketed words itself."""
    there = [match.said.words[n].form.lower() for n in match.numbers()]
    return [word.form.lower() for word in quotation.words] == there
