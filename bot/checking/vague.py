"""Amounts that are told or claimed within bounds or roughly: more than 50, about 20, dozens. Pure.

Each is read as one word, with the values that it leaves open. A claim holds where it leaves open all that
was told: 112 ploughs are more than 100; and it cannot hold where the two have nothing in common.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.checking.quantities import CURRENCIES, SIGNS, Kind, Quantity, figures, is_same_quantity
from bot.checking.words import Word

Bound = Literal[">", ">=", "<", "<=", "~", "-"]

_WORDS: dict[Bound, str] = {
    ">": "more than, greater than, higher than, over, above",
    ">=": "at least",
    "<": "less than, fewer than, lower than, under, below",
    "<=": "at most, up to, many as, much as",
    "~": "about, around, approximately, roughly, some, estimated, close to",
    "-": "nearly, almost",
}
_BOUNDS = {words: bound for bound, listed in _WORDS.items() for words in listed.split(", ")}
_AMOUNTS: frozenset[Kind] = frozenset(("number", "sum", "share"))
_ROUGH = Decimal("0.1")  # so far from a rough value it may be, as a share of it
_APART = Decimal("1.1")  # from here on two ranges have nothing in common, be they rounded
_ROUGHLY_APART = Decimal("1.36")  # and where one is told roughly: about 10 and 15
_FAIR = 2  # a bound farther from the value than so many times misleads
_INFINITE = Decimal("Infinity")
# What people call so many: from, to.
_PLURALS = {
    "dozens": (24, 300),
    "hundreds": (200, 10_000),
    "thousands": (2_000, 10**6),
    "tens of thousands": (20_000, 10**6),
    "hundreds of thousands": (200_000, 10**7),
    "millions": (2 * 10**6, 10**9),
    "tens of millions": (2 * 10**7, 10**9),
    "hundreds of millions": (2 * 10**8, 10**10),
    "billions": (2 * 10**9, 10**12),
}


@dataclass(frozen=True, slots=True)
class Vague(Quantity):
    """An amount that is not told as a single value: from `low` to `high`. Where it is `bound` by one value it
    may be more or less than that, or near to it."""

    low: Decimal
    high: Decimal
    bound: Bound | None = None

    @property
    def is_rough(self) -> bool:
        return self.bound in ("~", "-")

    @property
    def has_no_edge(self) -> bool:
        """Whether it is not itself the value that it is bound by: more than 50 is not 50."""
        return self.bound in (">", "<", "-")


def with_bounds(run: Sequence[Word]) -> list[Word]:
    """Return some words with each amount and what bounds it, right before it, as one."""
    found: list[Word] = []
    at = 0
    while at < len(run):
        word, past = _plural(run, at) or (run[at], at + 1)
        used, bounded = _bounded(found, word)
        found[len(found) - used :] = [bounded]
        at = past
    return found


def holds(claimed: Word, told: Word) -> bool:
    """Whether a claimed amount, time or number is the one told, or leaves it open: more than 50, for 60.

    What is told within bounds itself is only the same, or dozens of them: up to 90 is not up to 40.
    """
    if not isinstance(claimed, Vague):
        is_about = isinstance(told, Vague) and told.form == f"~{claimed.form}"
        return is_about or is_same_quantity(claimed.form, told.form)
    if claimed.form == told.form:
        return True
    found = _range(told)
    if found is None or not _are_alike(claimed, told):
        return False
    if not (claimed.low <= found[0] and found[1] <= claimed.high):
        return claimed.bound is None and isinstance(told, Vague) and claimed.low <= found[0] <= claimed.high
    if claimed.bound is None:
        return True
    value = amount(told) or (_bound_by(told) if isinstance(told, Vague) and told.is_rough else None)
    return value is not None and _is_fairly_bound(claimed, value)


def _is_fairly_bound(claimed: Vague, told: Decimal) -> bool:
    """Whether somebody who was told a value may say so: about 20 of 21, not of 20 about 21; more than 5 of 6,
    not of 5, nor of 600."""
    value = _bound_by(claimed)
    if claimed.is_rough and figures(value) > figures(told):
        return False
    return not (claimed.has_no_edge and value == told) and value <= _FAIR * told and told <= _FAIR * value


def are_apart(one: Word, other: Word) -> bool:
    """Whether two amounts, one of them vague, are so far from each other that neither can be the other."""
    ranges = sorted(found for found in (_range(one), _range(other)) if found)
    if len(ranges) < 2 or not _are_alike(one, other):
        return False
    rough = any(isinstance(each, Vague) and each.is_rough for each in (one, other))
    (_, low), (high, _) = ranges
    return low < high and high >= (_ROUGHLY_APART if rough else _APART) * low


def amount(word: Word) -> Decimal | None:
    """Return the value of a number, a sum or a share that is told as one."""
    is_exact = isinstance(word, Quantity) and not isinstance(word, Vague) and word.kind in _AMOUNTS
    return Decimal(word.form.strip("$€£¥%")) if is_exact else None


def _range(word: Word) -> tuple[Decimal, Decimal] | None:
    value = amount(word)
    if isinstance(word, Vague):
        return word.low, word.high
    return None if value is None else (value, value)


def _are_alike(one: Word, other: Word) -> bool:
    """Whether two amounts are of the same kind and currency."""
    return _unit(one) == _unit(other) != ""


def _unit(word: Word) -> str:
    if not isinstance(word, Quantity):
        return ""
    return word.kind + "".join(sign for sign in SIGNS if sign in word.form)


def _bound_by(word: Vague) -> Decimal:
    return Decimal(word.form.strip("<>=~-$€£¥%"))


def _bounded(before: Sequence[Word], word: Word) -> tuple[int, Word]:
    """Return an amount with what bounds it, and how many of the words before it that takes."""
    value = amount(word)
    if value is None or not isinstance(word, Quantity):
        return 0, word
    for used in (2, 1):
        led = before[-used:]
        bound = _BOUNDS.get(" ".join(each.form.lower() for each in led))
        if bound:
            low, high = _between(value, bound)
            return used, Vague(bound + word.form, led[0].start, word.end, word.kind, low, high, bound)
    return 0, word


def _between(value: Decimal, bound: Bound) -> tuple[Decimal, Decimal]:
    if bound in (">", ">="):
        return value, _INFINITE
    if bound in ("<", "<="):
        return Decimal(0), value
    return value * (1 - _ROUGH), value * (1 + _ROUGH) if bound == "~" else value


def _plural(run: Sequence[Word], at: int) -> tuple[Vague, int] | None:
    """Read dozens, tens of thousands, millions of dollars."""
    forms = [word.form.lower() for word in run[at : at + 5]]
    size = next((size for size in (3, 1) if " ".join(forms[:size]) in _PLURALS), 0)
    if not size:
        return None
    low, high = map(Decimal, _PLURALS[" ".join(forms[:size])])
    *_, link, unit = ["", "", *forms[size : size + 2]]
    sign = CURRENCIES.get(unit, "") if link == "of" else ""
    past = at + size + (2 if sign else 0)
    kind: Kind = "sum" if sign else "number"
    return Vague(f"{sign}{low}+", run[at].start, run[past - 1].end, kind, low, high), past
