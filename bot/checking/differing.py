"""How two clauses of the same words differ in sense: a denial, a negation, the certainty, a number. Pure.

`contradicts` is narrower than `differs`: it holds only where the one clause is the other turned round.
"""

from collections.abc import Sequence

from bot.checking.left_out import leaves_a_number_out
from bot.checking.words import Word, counts, is_content, is_negation, modals
from index.searching.topic import stem

# Cues that turn what follows: he denied that …
_FLATLY = ("denie", "deny")
_DENIALS = (*_FLATLY, "reject", "disput", "dismiss", "contradict", "rule out", "ruled out")
_REFUSALS = ("refus", "doubt")
# Cues that speak of what is to come: promised to build is promised that he would build.
_FORESEEING = ("promis", "pledg", "vow", "predict")
# Reasons that are a sentence of their own: they said otherwise.
AGAINST = ("check_denied", "check_opposite")
HEDGES = frozenset(
    "if unless whether perhaps maybe possibly probably allegedly nearly almost mostly partly".split()
)
# Behind a negation these leave the rest standing: it is not only a wall, not necessarily a wall.
_PART_ONLY = frozenset("only just merely simply solely necessarily entirely always yet alone so".split())
# Some will and some will not: a subject that is not all there is leaves room for both.
_NOT_ALL = frozenset(
    "a an some several many few most half other others another often sometimes usually".split()
)
_SOME = frozenset("some several".split())
# More than any storm except the last is not more than the last.
_EXCLUDES = frozenset("except excepting excluding unlike instead rather".split())
# With these a clause says only some of it, or that it was so once.
_NOT_WHOLLY = frozenset("few little half most only once been formerly previously used could".split())
_LIMITING = frozenset("if unless whether provided lest except or until once only".split())
_SIDES = frozenset("before after above below under over up down more off".split())
# What is meant by "he" is not known; a speaker's "I" is the claim's "he".
_THIRD_PERSON = frozenset(
    "he she it they him her them his hers its their theirs you your this these those".split()
)
_WHAT_OF = frozenset("on about".split())  # will not comment on the film
_OF_A_NOUN = _WHAT_OF | frozenset("of for".split())  # is not the reason for the cuts
_DEFINITE = frozenset("the this that these those its his her their our my".split())


def differs(
    claim_cue: str,
    cue: str,
    start: int,
    asked: Sequence[Word],
    around: Sequence[Word],
    window: Sequence[Word],
) -> str:
    """Return the phrase for how two clauses of the same words differ in sense, or nothing.

    `around` is the clause with what governs it and may be the cue, before the statement's `start`.
    """
    told = {stem(word.form.lower()) for word in asked}
    says_so = turns(cue) and stem(cue.split()[0].lower()) in told  # "said he rejects it", of who rejects it
    turned = turns(cue) != turns(claim_cue) and not says_so
    if (_negations(asked) + _negations(around) + turned) % 2:
        if turned and (_denies(cue) or _denies(claim_cue)):
            return "check_denied" if _denies(cue) else "check_opposite"
        own = [word for word in around if word.start >= start]
        return (
            "check_opposite"
            if not turned and _negations(own) == _negations(around)
            else "check_other_negation"
        )
    if turned and _negations(asked) != _negations(around):
        return "check_other_negation"  # who rejects what is not so need not say that it is
    foreseen = {"will"} if any(each.lower().startswith(_FORESEEING) for each in (cue, claim_cue)) else set()
    here, there = (modals(word.form for word in run) | foreseen for run in (asked, around))
    if here != there or is_hedged(around) != is_hedged(asked):
        return "check_other_modal"
    if _EXCLUDES & {word.form.lower() for word in window} - {word.form.lower() for word in asked}:
        return "check_not_so_joined"
    return "check_other_numbers" if leaves_a_number_out(asked, window) else ""


def contradicts(
    asked: Sequence[Word], clause: Sequence[Word], following: Sequence[Word], *, ended: bool
) -> bool:
    """Whether one of two clauses is just the other turned round, so that both cannot hold.

    `clause` is all of what was said up to the last word that the claim has too, and `following` the words
    behind it, unless the clause is `ended` there. Anything that only one of them has but the negation, a
    condition, a certainty, and what else may limit the clause that is negated, leaves it open.
    """
    both = (*asked, *clause)
    forms = [word.form.lower() for word in clause]
    claimed = {stem(word.form.lower()) for word in asked}
    more = [f for f in forms if is_content(f) and not is_negation(f) and stem(f) not in claimed]
    others = _THIRD_PERSON & set(forms) - {word.form.lower() for word in asked}
    if more or others or is_hedged(both) or "?" in forms:
        return False
    if modals(w.form for w in asked) != modals(w.form for w in clause) or _counted(asked) != _counted(clause):
        return False
    if _leaves_room(asked) or _leaves_room(clause):
        return False
    if _negates_a_part(asked) or _negates_a_part(clause):
        return False
    return ended or not following or _is_complement(asked, following)


def denies(asked: Sequence[Word], around: Sequence[Word], following: Sequence[Word]) -> bool:
    """Whether a claim denies what a statement simply says. What else the statement says of it, where, when
    and how, leaves no room: who asked her on Monday has asked her.

    `around` is the clause with what governs it, `following` the words behind it.
    """
    both = (*asked, *around)
    forms = {word.form.lower() for word in around}
    more = (_NOT_WHOLLY | _THIRD_PERSON) & forms - {word.form.lower() for word in asked}
    if _negations(asked) != 1 or _negations(around) or more or is_hedged(both) or "?" in forms:
        return False
    if modals(w.form for w in asked) != modals(w.form for w in around):
        return False
    is_limited = bool(following) and following[0].form.lower() in _LIMITING
    return not (is_limited or _leaves_room(asked) or _negates_a_part(asked))


def is_flat_denial(cue: str) -> bool:
    """Whether a verb simply says that it is not so: denied, but not rejected, which may be a wish."""
    return cue.lower().startswith(_FLATLY)


def is_hedged(run: Sequence[Word]) -> bool:
    """Whether a clause is not simply stated: if, in case, perhaps, allegedly."""
    forms = [word.form.lower() for word in run]
    return not HEDGES.isdisjoint(forms) or ("in", "case") in zip(forms, forms[1:])


def takes_side(form: str) -> bool:
    """Whether a word without a content of its own turns the sense where it changes: up, before, more."""
    return form.lower() in _SIDES


def _negates_a_part(run: Sequence[Word]) -> bool:
    return any(is_negation(one.form) and two.form.lower() in _PART_ONLY for one, two in zip(run, run[1:]))


def _leaves_room(run: Sequence[Word]) -> bool:
    """Whether a negated clause holds for some only, so that it may hold for others un-negated."""
    at = next((n for n, word in enumerate(run) if is_negation(word.form)), None)
    if at is None:
        return False
    subject = [word.form.lower() for word in run[:at]]
    counted = any(form in _NOT_ALL or counts(form) for form in subject)
    return counted or any(word.form.lower() in _SOME for word in run[at:])


def _is_complement(asked: Sequence[Word], following: Sequence[Word]) -> bool:
    """Whether what follows only says of what: the reason | for the cuts; will not comment | on the film."""
    first, *rest = (word.form.lower() for word in following)
    named = len(asked) > 1 and asked[-2].form.lower() == "the"
    return first in (_OF_A_NOUN if named else _WHAT_OF) and rest[:1] != [] and rest[0] in _DEFINITE


def _counted(run: Sequence[Word]) -> list[str]:
    return sorted(word.form.lower().lstrip("~") for word in run if counts(word.form))


def _denies(cue: str) -> bool:
    return cue.lower().startswith(_DENIALS)


def turns(cue: str) -> bool:
    """Whether a verb denies or doubts what follows it."""
    return cue.lower().startswith(_DENIALS + _REFUSALS)


def _negations(run: Sequence[Word]) -> int:
    return sum(is_negation(word.form) for word in run)
