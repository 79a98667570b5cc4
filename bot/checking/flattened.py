"""What somebody only aims at, told as done; what "he" did, told of another. Pure.

The words of a claim stand in a statement and in its order, and yet it says more: who aims to build
has not built.
"""

from collections.abc import Sequence

from bot.checking.words import Word, is_negation
from index.searching.irregular import base

Pairs = Sequence[tuple[int, int]]  # the number of a word in a claim, and in a statement

# Verbs of wishing and supposing, by how they begin, and what follows where they govern: hopes the, hopes to.
_OPEN = (
    "hope", "hoping", "wish", "want", "aim", "plan", "intend", "try", "tries", "tried", "expect", "fear",
    "worr", "suspect", "consider", "seem", "appear", "threaten", "suppos", "speculat", "guess", "wonder",
)  # fmt: skip
_GOVERNED = frozenset("to that the a an his her their its our my this he she it they we i you there".split())
_HAVE = frozenset("have be do".split())
_AUXILIARIES = frozenset("has have had is are was were be been being did does do".split())
_BETWEEN = _AUXILIARIES | frozenset("also still now only just already".split())
_SUBJECTS = frozenset("he she they it we i you".split())
_LEADS = frozenset("from to in at on for by with".split())
_JOINS = frozenset("and or but while".split())
_MODALS = frozenset("will would can could may might must shall should to".split())


def leaves_open(claim_cue: str, cue: str, asked: Sequence[Word], around: Sequence[Word]) -> bool:
    """Whether a statement wishes or supposes what a claim has as simply said."""
    there = cue.lower().startswith(_OPEN) or _is_open(around)
    return there and not (claim_cue.lower().startswith(_OPEN) or _is_open(asked))


def is_only_intended(asked: Sequence[Word], there: Sequence[Word], pairs: Pairs) -> bool:
    """Whether a statement has as something to do what a claim has as done: to build is not built."""
    return any(_is_to_be_done(asked, there, *pair) for pair in pairs)


def is_anothers_deed(asked: Sequence[Word], there: Sequence[Word], pairs: Pairs) -> bool:
    """Whether a claim joins to a name or a noun what is told of "he": Lee's dog was old and he ran."""
    for (earlier, earlier_there), (word, place) in zip(pairs, pairs[1:]):
        subject = _subject(there, place)
        joined = _subject(asked, word) == earlier
        if joined and subject > earlier_there and there[subject].form.lower() in _SUBJECTS:
            return True
    return False


def is_crossed(asked: Sequence[Word], there: Sequence[Word], pairs: Pairs) -> bool:
    """Whether a claim goes from one of two things told to the end of the other: a road from Hill to Dale and
    one from Ford to Mill leads not from Hill to Mill."""
    for (one, one_there), (two, two_there) in zip(pairs, pairs[1:]):
        gap = [word.form.lower() for word in asked[one + 1 : two]]
        gap_there = [word.form.lower() for word in there[one_there + 1 : two_there]]
        led = next((form for form in gap if form in _LEADS), "")
        if gap.count(led) == 1 and gap_there.count(led) > 1 and not _JOINS.isdisjoint(gap_there):
            return True
    return False


def _is_to_be_done(asked: Sequence[Word], there: Sequence[Word], number: int, place: int) -> bool:
    form, before = asked[number].form.lower(), _before(asked, number)
    before_there = _before(there, place)
    if before_there == "to" and before not in _MODALS:
        return form.endswith("ed") and form != there[place].form.lower() or base(form) != form
    has = before in _AUXILIARIES and before_there in _HAVE
    return has and _before(there, place - 1) == "to" and _before(asked, number - 1) not in _MODALS


def _is_open(run: Sequence[Word]) -> bool:
    forms = [word.form.lower() for word in run]
    return any(form.startswith(_OPEN) and then in _GOVERNED for form, then in zip(forms, forms[1:]))


def _before(run: Sequence[Word], number: int) -> str:
    return run[number - 1].form.lower() if number > 0 else ""


def _subject(run: Sequence[Word], number: int) -> int:
    """Return the number of the word before a verb, what stands between the two left out."""
    number -= 1
    while number > 0 and (run[number].form.lower() in _BETWEEN or is_negation(run[number].form)):
        number -= 1
    return number
