"""Where a number, sum or time leaves room for others: a bound, a range, a guess, a round figure. Pure."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.checking.quantities import SIGNS, Quantity, figures
from bot.checking.words import Word
from bot.numerals import SPAN, VALUES

_BOUNDS = frozenset("least most than over under up above below between many much maximum minimum".split())
_ROUGHLY = frozenset("about around approximately roughly nearly almost some estimated close".split())
_LIMITS_A_TIME = frozenset("by within before after until till since".split())
_SETS_A_TIME = frozenset(("at", "in"))
_SPAN = re.compile(SPAN)
_TIMES = frozenset(("day", "month", "weekday"))
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_REACH = 3  # words before a number in which its bound stands: more than a | 5
_ROUNDED = Decimal("0.1")  # a rounder number so near may be the same one
_HAS_AMOUNT = re.compile(r"[$€£¥]?-?\d+(?:\.\d+)?%?")
_CLOSE = 20  # characters
_VALUE = rf"(?:[$€£¥]?\d|a half\b|(?:{'|'.join(VALUES)})\b)"
_RANGE_BEFORE = re.compile(
    rf"(?:\d\S*|\b(?:{'|'.join(VALUES)}))(?:\s?[-–—]\s?|\s(?:to|or|and)\s)$|\bfrom\s$", re.IGNORECASE
)
_RANGE_BEHIND = re.compile(
    rf"\+|(?:\s?[-–—]\s?|\s(?:to|or|and)\s){_VALUE}"
    r"|\s(?:or|and)\s(?:more|less|so|fewer|higher|lower|later|earlier|older|younger|over|under|up|above|below)\b",
    re.IGNORECASE,
)


def may_be_the_same(one: Word, other: Word) -> bool:
    """Whether one of two amounts may be the other, in round figures or another currency: 5,000 of 4,870."""
    if {one.form[0], other.form[0]} & SIGNS and one.form[0] != other.form[0]:
        return True
    amounts = [Decimal(each.form.strip("$€£¥%")) for each in (one, other) if _HAS_AMOUNT.fullmatch(each.form)]
    if len(amounts) < 2:
        return False
    rounder, finer = sorted(amounts, key=figures)
    return figures(rounder) < figures(finer) and abs(rounder - finer) <= _ROUNDED * abs(finer)


def is_bounded(text: str, run: Sequence[Word], at: int) -> bool:
    """Whether a value is no single one: a bound, a range, a guess."""
    before = {word.form.lower() for word in run[max(0, at - _REACH) : at]}
    return (
        _is_when(run, at)
        or bool(before & (_BOUNDS | _ROUGHLY))
        or bool(_RANGE_BEFORE.search(text, max(0, run[at].start - _CLOSE), run[at].start))
        or bool(_RANGE_BEHIND.match(text, run[at].end))
    )


def _is_when(run: Sequence[Word], at: int) -> bool:
    """Whether a value only limits or sets a time, at which and at others the rest may hold: by 2016, until
    Monday, at 3 months, 3 months after."""
    word, before = run[at], run[at - 1].form.lower() if at else ""
    then = [each.form.lower() for each in run[at + 1 : at + 3]]
    if then and _SPAN.fullmatch(then[0]):
        return before in _LIMITS_A_TIME | _SETS_A_TIME or not _LIMITS_A_TIME.isdisjoint(then[1:])
    is_time = bool(_YEAR.fullmatch(word.form)) or (isinstance(word, Quantity) and word.kind in _TIMES)
    return is_time and before in _LIMITS_A_TIME
