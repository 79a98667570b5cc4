"""How a clause twists the words it was found in: negates, misjoins, or cuts a condition off them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.checking.words import is_negation, modals
from bot.gate.clauses import Clause
from bot.gate.pages import Need, Page, is_date, is_numeral, key

Grade = Literal["proved", "unproved", "false"]

NEAREST_LEAD = 8  # source words between a sentence's subject and the next sentence that calls it "it"
WIDEST_GAP = 25  # source words between two that the clause joins
GOVERNING = 15  # source words before the first one joined that may turn it

_CONDITIONS = frozenset("if unless until provided except whether".split())
_LIMITS = frozenset("if unless without that who which except because as".split())
_LIMITS_OF_A_NEGATION = frozenset("until before".split())  # "cannot sail before …" says that it can after

_UNTRUE = frozenset(
    """false falsely untrue lie lies lied lying wrongly pretended fake faked hoax myth allegedly supposedly
    purportedly""".split()
)


@dataclass(frozen=True, slots=True)
class Finding:
    """How far a source bears a clause; `reason` names a phrase and its variables where it does not."""

    grade: Grade
    reason: tuple[str, dict[str, str]] | None = None
    window: frozenset[int] = frozenset()  # numbers of the source's words that stand for the clause's
    missing: int = 0


def twisted(
    clause: Clause,
    needs: Sequence[Need],
    places: Sequence[int],
    window: frozenset[int],
    page: Page,
) -> Finding | None:
    """Say how the sense of a clause differs from the words it was found in, if it does."""
    owners = {page.owners[n] for n in places}
    there = [page.words[n].form for n in sorted(window) if page.owners[n] in owners]
    here = [word.form for word in clause.words]
    if negations(here) != negations(there):
        return Finding("false", ("gate_negation", {}))
    if _is_asked(places, page) and not {"asked", "asks", "question"} & {form.lower() for form in here}:
        return Finding("false", ("gate_question", {}))
    joined = _wrong_join(places, {key(need.form) for need in needs}, page)
    if joined:
        return joined
    if modals(here) != modals(there):
        return Finding("unproved", ("gate_certainty", {}))
    said = {
        number
        for number in range(len(page.words))
        if page.sentence[number] in {page.sentence[n] for n in places}
    }
    conditions = {page.words[n].form.lower() for n in said} & _CONDITIONS
    if conditions - {form.lower() for form in here}:
        return Finding("unproved", ("gate_condition", {"word": min(conditions)}))
    last = places[-1]
    limits = _LIMITS | _LIMITS_OF_A_NEGATION if negations(there) else _LIMITS
    if last + 1 < len(page.words) and page.words[last + 1].form.lower() in limits:
        between = page.source.article.text[page.words[last].end : page.words[last + 1].start]
        if not between.strip():
            return Finding("unproved", ("gate_condition", {"word": page.words[last + 1].form}))
    return None


def _is_asked(places: Sequence[int], page: Page) -> bool:
    """Whether a sentence that the words stand in is a question."""
    within = {page.sentence[n] for n in places}
    return any(word.form == "?" and page.sentence[n] in within for n, word in enumerate(page.words))


def _wrong_join(places: Sequence[int], asked: set[str], page: Page) -> Finding | None:
    """A number or name taken past another of its kind belongs to something else; so may what lies far off."""
    telling = [
        n for n in places if page.is_name(n) or is_numeral(form := page.words[n].form) or is_date(form)
    ]
    lead = _led(places, page)
    for left, right in zip(telling, telling[1:]):
        if lead and left == places[0]:
            continue
        gap = [n for n in range(left + 1, right) if n not in places and page.stems[n] not in asked]
        numbers = any(is_numeral(page.words[n].form) for n in gap)
        named = any(page.is_name(n) and not page.same_name(n, (left, right)) for n in gap)
        if numbers and (is_numeral(page.words[left].form) or is_numeral(page.words[right].form)):
            return Finding("false", ("gate_order", {}))
        if named and (page.is_name(left) or page.is_name(right)):
            return Finding("false", ("gate_order", {}))
    for left, right in zip(places, places[1:]):
        apart = right - left - 1
        led = lead and left == places[0]
        if apart > WIDEST_GAP or (page.sentence[left] != page.sentence[right] and not led):
            return Finding("unproved", ("gate_order", {}))
    return None


def _led(places: Sequence[int], page: Page) -> bool:
    """Whether the first word names what the next sentence calls "it" or "she": a wall …. It would cost."""
    first, second = (*places, places[0])[:2]
    return 0 < second - first <= NEAREST_LEAD and page.has_stand_in(first, second)


def negations(forms: Sequence[str]) -> int:
    """Count the words that turn a sense, or say that it is not so."""
    return sum(is_negation(form) or form.lower() in _UNTRUE for form in forms)


def governed(places: Sequence[int], page: Page) -> frozenset[int]:
    """The run with what governs its first word, back to a stop."""
    first = places[0]
    text = page.source.article.text
    while first and places[0] - first < GOVERNING:
        between = text[page.words[first - 1].end : page.words[first].start]
        if page.owners[first - 1] != page.owners[first] or any(mark in between for mark in ".,;:!?—"):
            break
        first -= 1
    return frozenset(range(first, places[-1] + 1))
