"""A number that was said and that a claim leaves out: where the claim holds all the same. Pure.

Who said that two bridges will close after three weeks said that bridges will close; not that the bridges
will, nor was it said of the bridges where two of them are meant.
"""

import re
from calendar import month_name
from collections.abc import Sequence
from itertools import takewhile

from bot.checking.quantities import Quantity
from bot.checking.vague import holds
from bot.checking.words import Word, counts, is_content, is_number

_ALL = frozenset("the all every each both these those its his her their our my your".split())
_OF_SEVERAL = frozenset("of out times percent".split())  # two of the, 5 times as many
_TO = frozenset("to or between and".split())  # 5 to 8, between 5 and 8
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_SOME = frozenset(("some", "several", "one"))
_EACH = frozenset(("all", "every", "first", "second", "third", "against", "double"))
_COUNTS = frozenset(("number", "sum", "share", "day", "month"))


def leaves_a_number_out(asked: Sequence[Word], window: Sequence[Word]) -> bool:
    """Whether a claim lacks a number of a statement's words without which it says more than they do."""
    return any(
        not any(holds(claimed, word) for claimed in asked) and not _may_be_left_out(asked, window, place)
        for place, word in enumerate(window)
        if is_number(word.form) or word.form in month_name
    )


def is_of_some(asked: Sequence[Word], there: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether a claim has all of what a statement has some of: the swans, for two swans, for some of them.

    `pairs` are the numbers of a word in the claim and in the statement.
    """
    return any(
        number
        and asked[number - 1].form.lower() in _ALL
        and _some_of(there[max(0, place - 3) : place])
        and not _some_of(asked[max(0, number - 3) : number])
        for number, place in pairs
    )


def _some_of(led: Sequence[Word]) -> bool:
    """Whether words that lead into a noun mean some alone: two, some of the; but not: the two, Covid-19."""
    before, of, last = ["", "", "", *(word.form for word in led)][-3:]
    if last.lower() in _ALL:
        return of == "of" and (before.lower() in _SOME or counts(before))
    return counts(last) and of.lower() not in _ALL and not of[:1].isupper() and last.lower() not in _EACH


def _may_be_left_out(asked: Sequence[Word], window: Sequence[Word], place: int) -> bool:
    number, beside = window[place], [*window[max(0, place - 1) : place], *window[place + 1 : place + 2]]
    before, then = (window[n].form.lower() if 0 <= n < len(window) else "" for n in (place - 1, place + 1))
    if not isinstance(number, Quantity) or number.kind not in _COUNTS or number.form.strip("$€£¥%") == "0":
        return False
    among = window[place + 2].form if then == "in" and place + 2 < len(window) else ""
    if is_number(among) and not _YEAR.fullmatch(among):
        return False  # 3 in 5
    if then in _OF_SEVERAL or before in _TO or then in _TO or any(isinstance(w, Quantity) for w in beside):
        return False
    # What is counted: all of it may be claimed, as in "the bridges", of two old bridges.
    following = [word.form.lower() for word in takewhile(lambda w: is_content(w.form), window[place + 1 :])]
    counted = (n for form in following for n, word in enumerate(asked) if word.form.lower() == form)
    at = next(counted, 0)
    return before in _ALL or not at or asked[at - 1].form.lower() not in _ALL
