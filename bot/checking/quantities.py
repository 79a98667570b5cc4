"""The words of a clause with each number, sum, share and day read as one of them, however written. Pure.

"$5m" is "five million dollars", "20 %" is "twenty per cent", "3 March" is "March 3rd", and "Dec." is
"December". A number by itself is a number, whatever it counts.
"""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.checking.words import Word, words
from bot.numerals import SCALES, TENS, VALUES

Kind = Literal["number", "sum", "share", "day", "month", "weekday", "name"]

_DIGITS = re.compile(
    r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<scale>bn|mn|tn|m|k|b)?(?!\w)", re.IGNORECASE
)
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_OF_SUMS = frozenset("kmb")  # 5m may be five metres
_DAY = re.compile(r"(?P<day>[12]?\d|3[01]|0\d)(?:st|nd|rd|th)?", re.IGNORECASE)
SIGNS = frozenset("$€£¥")
CURRENCIES = {"dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "yen": "¥"}
_MONTHS = {month.lower(): month for month in month_name[1:]}
_SHORT_MONTHS = dict(zip(map(str.lower, month_abbr[1:]), month_name[1:])) | {"sept": "September"}
_WEEKDAYS = {day.lower(): day for day in day_name}
_SHORT_WEEKDAYS = {short: day for day in day_name for short in (day[:3].lower(), day[:-3].lower())}
_SHORT_WEEKDAYS |= {"thur": "Thursday", "weds": "Wednesday"}
_INITIAL = re.compile(r"[A-Z]")
_ALSO_WORDS = frozenset(("march", "may"))  # months only beside a number or after one of these:
_TO_A_MONTH = frozenset("in by since until till before after during last next this early late mid".split())


@dataclass(frozen=True, slots=True)
class Quantity(Word):
    """A word, or several, that tell a number, a sum, a share or a time; its form is the same for all ways
    to write it."""

    kind: Kind


def measured(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]`, quantities as one each, with offsets into `text`."""
    return quantified(text, words(text, start, end))


def quantified(text: str, plain: Sequence[Word]) -> list[Word]:
    """Return some words of a text with those of a quantity as one."""
    found: list[Word] = []
    at = 0
    while at < len(plain):
        read = _time(text, plain, at) or _amount(plain, at) or _initials(text, plain, at)
        word, past = read or (plain[at], at + 1)
        found.append(word)
        at = past
    return found


def is_same_quantity(claimed: str, told: str) -> bool:
    """Whether a claimed number or time is the one told, or holds it: in March, for 3 March."""
    return claimed == told or (claimed in month_name and told.partition(" ")[0] == claimed)


def figures(value: Decimal) -> int:
    """Return how many figures a value has that are no zeros at its end: 2 of 4,800."""
    return len(value.normalize().as_tuple().digits)


def _time(text: str, plain: Sequence[Word], at: int) -> tuple[Word, int] | None:
    """Read a day, a month or a weekday: 3 March, March 3rd, Dec., Mon."""
    word = plain[at]
    day = _DAY.fullmatch(word.form)
    if day and at + 1 < len(plain):
        then = at + 2 if plain[at + 1].form == "of" and at + 2 < len(plain) else at + 1
        month = _month(plain[then].form)
        if month and plain[then].form[0].isupper():
            return _joined(plain, at, then + 1, f"{month} {int(day['day'])}", "day"), then + 1
    if month := _month(word.form):
        following = _DAY.fullmatch(plain[at + 1].form) if at + 1 < len(plain) else None
        if following:
            return _joined(plain, at, at + 2, f"{month} {int(following['day'])}", "day"), at + 2
        if _is_a_month(text, plain, at):
            return _joined(plain, at, at + 1, month, "month"), at + 1
    plainly = word.form.lower()
    weekday = _WEEKDAYS.get(plainly) or (_is_short(text, word) and _SHORT_WEEKDAYS.get(plainly))
    return (_joined(plain, at, at + 1, weekday, "weekday"), at + 1) if weekday else None


def _month(form: str) -> str | None:
    return _MONTHS.get(form.lower()) or _SHORT_MONTHS.get(form.lower())


def _is_a_month(text: str, plain: Sequence[Word], at: int) -> bool:
    """Whether a month's name by itself means the month: in May, but not: it may, the march, Jan Hart."""
    form = plain[at].form
    if form.lower() in _ALSO_WORDS:
        return form[0].isupper() and at > 0 and plain[at - 1].form.lower() in _TO_A_MONTH
    return form.lower() in _MONTHS or _is_short(text, plain[at])


def _is_short(text: str, word: Word) -> bool:
    return word.form[0].isupper() and text[word.end : word.end + 1] == "."


def _amount(plain: Sequence[Word], at: int) -> tuple[Word, int] | None:
    """Read a sum, a share or a number: $5m, 20 per cent, two hundred."""
    sign = plain[at].form if plain[at].form in SIGNS else ""
    first = at + 1 if sign else at
    read = _digits(plain, first, sign) or _letters(plain, first)
    if read is None:
        return None
    value, past = read
    following = [word.form.lower() for word in plain[past : past + 2]]
    if not sign and following and (following[0] in ("%", "percent") or following == ["per", "cent"]):
        past += 2 if following[0] == "per" else 1
        return _joined(plain, at, past, f"{_written(value)}%", "share"), past
    if not sign and following and following[0] in CURRENCIES:
        sign, past = CURRENCIES[following[0]], past + 1
    elif not sign and past == first + 1 and plain[first].form.lower() == "one":
        return None  # one of them
    return _joined(plain, at, past, sign + _written(value), "sum" if sign else "number"), past


def _initials(text: str, plain: Sequence[Word], at: int) -> tuple[Word, int] | None:
    """Read letters with full stops between them as what they abbreviate: U.S. is US."""
    past = at
    while past < len(plain) and _INITIAL.fullmatch(plain[past].form):
        past += 1
        if text[plain[past - 1].end : plain[past].start if past < len(plain) else None] != ".":
            break
    if past - at < 2:
        return None
    form = "".join(word.form for word in plain[at:past])
    return Word(form, plain[at].start, plain[past - 1].end), past


def _digits(plain: Sequence[Word], at: int, sign: str) -> tuple[Decimal, int] | None:
    found = _DIGITS.fullmatch(plain[at].form) if at < len(plain) else None
    if found is None:
        return None
    suffix = (found["scale"] or "").lower()
    if suffix in _OF_SUMS and not sign:
        return None
    value = Decimal(found["number"].replace(",", "")) * _SUFFIXES.get(suffix, 1)
    scale = SCALES.get(plain[at + 1].form.lower()) if at + 1 < len(plain) and not suffix else None
    return (value * scale, at + 2) if scale else (value, at + 1)


def _letters(plain: Sequence[Word], at: int) -> tuple[Decimal, int] | None:
    """Read a number in letters: fifteen, twenty-one, two hundred and five thousand."""
    total, part, past = 0, None, at
    while past < len(plain):
        form = plain[past].form.lower()
        before = plain[past - 1].form.lower() if past > at else ""
        then = plain[past + 1].form.lower() if past + 1 < len(plain) else ""
        if form in VALUES and (part is None or part % 100 == 0 or (before in TENS and VALUES[form] < 10)):
            part = (part or 0) + VALUES[form]
        elif form == "a" and past == at and then in ("hundred", *SCALES) and not _is_half(plain, at):
            part = 1
        elif form == "hundred" and part is not None and part < 100:
            part *= 100
        elif form in SCALES and part:
            total, part = total + part * SCALES[form], None
        elif not (form == "and" and before == "hundred" and then in VALUES):
            break
        past += 1
    return (Decimal(total + (part or 0)), past) if past > at else None


def _is_half(plain: Sequence[Word], at: int) -> bool:
    """Whether what stands before makes it less: half | a million, a quarter of | a million."""
    return at > 0 and plain[at - 1].form.lower() in ("half", "of")


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _joined(plain: Sequence[Word], at: int, past: int, form: str, kind: Kind) -> Quantity:
    return Quantity(form, plain[at].start, plain[past - 1].end, kind)
