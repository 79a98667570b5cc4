"""A claim in the passive of what was said in the active, and the other way round. Pure.

The words stand there in another order; that they mean the same is told by the words beside them. Who is
killed by a storm, a storm has killed, where nobody else stands between the doer, the deed and whom it is
done to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.checking.align import Aligned
from bot.checking.quantities import measured
from bot.checking.vague import with_bounds
from bot.checking.words import Word, is_content, is_negation
from index.searching.irregular import base

_BE = frozenset("is are was were be been being".split())
_HAVE = frozenset("has have had".split())
_MODALS = frozenset("will would can could may might must should shall".split())
_ADVERBS = frozenset("also already now still just then ever".split())
_DETERMINERS = frozenset("a an the this that these those his her its their our some any all both".split())
# What begins a part of a sentence that is no longer whom something is done to, or by.
_FURTHER = frozenset(
    """in on at for from with without after before during since until near to into under over across along
    because when while if as and but who which that where by""".split()
)
_NEAR = 4  # words


@dataclass(frozen=True, slots=True)
class Told:
    """A claim told otherwise: the verb of it, and the words that then stand nearest before it and after it;
    "" where nobody is said to have done it."""

    words: str
    deed: str
    before: str
    after: str
    is_passive: bool


def otherwise(said: str) -> Iterator[Told]:
    """Yield a claim with its first verb in the other voice, as far as its words tell one."""
    run = with_bounds(measured(said))
    deeds = [n for n in range(1, len(run)) if _is_deed(run[n])]
    passive = next((n for n in deeds if _auxiliary(run, n) in _BE), None)
    if any(is_negation(word.form) for word in run) or not deeds:
        return
    if passive:
        yield from _active(said, run, passive)
    else:
        yield from _passive(said, run, deeds[0])


def is_so_told(told: Told, run: Aligned) -> bool:
    """Whether a statement has the deed in this voice, and the words nearest to it beside it."""
    there, places = run.there, {run.asked[number].form: place for number, place in run.pairs}
    deed, after = places.get(told.deed), places.get(told.after)
    if deed is None or after is None or (_auxiliary(there, deed) in _BE) is not told.is_passive:
        return False
    if told.before and not _is_beside(there, places.get(told.before, deed), deed):
        return False
    if told.is_passive:
        led = [word.form.lower() for word in there[max(0, after - 3) : after]]
        return deed < after and [form for form in led if form not in _DETERMINERS][-1:] == ["by"]
    return _is_beside(there, deed, after)


def is_done_to_the_doer(
    asked: Sequence[Word], there: Sequence[Word], pairs: Sequence[tuple[int, int]]
) -> bool:
    """Whether a claim and a statement have the same words in the same order, and one of them alone is in the
    passive: Lee beat Hart, and Lee was beaten by Hart."""
    for number, place in pairs:
        if _is_deed(there[place]) and _auxiliary(there, place) in _BE and _is_done(asked, number):
            return True
        if _is_deed(asked[number]) and _auxiliary(asked, number) in _BE and _is_done(there, place):
            return _follows_by(asked, number)
    return False


def _is_done(run: Sequence[Word], at: int) -> bool:
    """Whether a verb is in the active, with whom it is done to right behind it."""
    then = run[at + 1 : at + 2]
    is_active = _is_deed(run[at]) and _auxiliary(run, at) not in _BE and at > 0
    return is_active and bool(then) and then[0].form.lower() not in _FURTHER and not _is_adverb(then[0])


def _follows_by(run: Sequence[Word], at: int) -> bool:
    return any(word.form.lower() == "by" for word in run[at + 1 : at + 1 + _NEAR])


def _is_beside(there: Sequence[Word], start: int, end: int) -> bool:
    """Whether only small helping words stand between two, and one that says what kind."""
    gap = [word for word in there[start + 1 : end] if not _is_adverb(word)]
    others = [word for word in gap if word.form.lower() not in _HAVE | _BE | _MODALS | _DETERMINERS]
    return start < end and len(others) <= 1 and all(is_content(w.form) and not _is_deed(w) for w in others)


def _active(said: str, run: Sequence[Word], at: int) -> Iterator[Told]:
    """Turn "two people were killed by a storm in Hill" into "a storm killed two people in Hill"."""
    first = _chain(run, at)
    by = next((n for n in range(at + 1, len(run)) if run[n].form.lower() == "by"), len(run))
    end = _until(run, by + 1, _FURTHER - {"by"})
    done_to, doer = run[:first], run[by + 1 : end]
    helping = [word.form for word in run[first:at] if word.form.lower() not in _BE | _HAVE]
    rest = [said[run[at].end : run[by].start] if by < len(run) else said[run[at].end :]]
    rest += [said[run[end - 1].end :]] if by < len(run) else []
    if done_to and (by == len(run) or doer):
        words = [_text(said, doer), *helping, run[at].form, _text(said, done_to), *rest]
        yield Told(_joined(words), run[at].form, _content(doer)[-1], _content(done_to)[0], False)


def _passive(said: str, run: Sequence[Word], at: int) -> Iterator[Told]:
    """Turn "a storm killed two people in Hill" into "two people killed by a storm in Hill", and into "two
    people killed in Hill by a storm"."""
    first, end = _chain(run, at), _until(run, at + 1)
    doer, done_to = run[:first], run[at + 1 : end]
    if not doer or not done_to:
        return
    helping = [word.form for word in run[first:at] if word.form.lower() not in _HAVE]
    by, rest = f"by {_text(said, doer)}", said[run[end - 1].end :]
    for order in ([by, rest], [rest, by]):
        words = [_text(said, done_to), *helping, run[at].form, *order]
        yield Told(_joined(words), run[at].form, _content(done_to)[-1], _content(doer)[0], True)


def _is_deed(word: Word) -> bool:
    form = word.form
    return form.islower() and is_content(form) and (form.endswith("ed") or base(form) != form)


def _auxiliary(run: Sequence[Word], at: int) -> str:
    """Return the word before a verb, adverbs left out: were | killed, had already | killed."""
    led = [word for word in run[max(0, at - _NEAR) : at] if not _is_adverb(word)]
    return led[-1].form.lower() if led else ""


def _chain(run: Sequence[Word], at: int) -> int:
    """Return where the helping words before a verb begin."""
    while at and (_is_adverb(run[at - 1]) or run[at - 1].form.lower() in _BE | _HAVE | _MODALS):
        at -= 1
    return at


def _until(run: Sequence[Word], at: int, further: frozenset[str] = _FURTHER) -> int:
    """Return where what follows a verb ends: two people | in Hill."""
    return next((n for n in range(at, len(run)) if run[n].form.lower() in further), len(run))


def _is_adverb(word: Word) -> bool:
    return word.form in _ADVERBS or (word.form.endswith("ly") and word.form.islower())


def _content(run: Sequence[Word]) -> list[str]:
    return [word.form for word in run if is_content(word.form)] or [""]


def _text(said: str, run: Sequence[Word]) -> str:
    return said[run[0].start : run[-1].end] if run else ""


def _joined(parts: Sequence[str]) -> str:
    return " ".join(stripped for part in parts if (stripped := part.strip(" .,")))
