"""A claim that has another number, sum, day or name in the place of the one that was said. Pure.

As narrow as a contradiction by negation: with the value that was told in the place of the claimed one, the
statement must cover the claim and say nothing more. A bound ("at least"), a range, a rounding, a second
value of the kind in that role, or the claimed value somewhere near leave room for both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.checking.align import Claimed, claimed
from bot.checking.bounds import is_bounded, may_be_the_same
from bot.checking.cover import clause_of, cover_of
from bot.checking.differing import turns
from bot.checking.quantities import Quantity, measured
from bot.checking.vague import Vague, are_apart, holds, with_bounds
from bot.checking.words import Word, is_content, is_negation, modals
from index.kinds import PLACE_NOUNS
from index.layout import paragraph_at
from index.naming.personal import has_known_first_name
from index.searching.topic import stem
from index.types import Article, Span, Statement

_OPEN = frozenset(("can", "may"))  # it may cost five, and it may cost eight

# What one person alone is, or does: it was Ann Lee, led by Ann Lee; but others may be there besides her.
_ONE_ALONE = frozenset(stem(word) for word in ("is", "was", "by", "of", "named", "called"))


@dataclass(frozen=True, slots=True)
class Misstated:
    """What a claim has, and what was told in its place: where in `claim.said`, and where in the article."""

    claimed: Span
    told: Span


def misstated(
    said: Claimed, statement: Statement, article: Article, besides: Callable[[], Sequence[str]]
) -> Misstated | None:
    """Return the one value that a claim has otherwise than a statement, where it cannot be both.

    `besides` gives what else the speaker said: much, and seldom asked for.
    """
    claim, cue = said.claim, article.text[slice(*statement.cue)] if statement.cue else ""
    asked = _named(claim.said, said.words)
    there = _named(article.text, with_bounds(measured(article.text, *clause_of(statement, article))))
    forms = [word.form for word in (*asked, *there)]
    if turns(cue) or turns(claim.cue) or any(map(is_negation, forms)) or modals(forms) & _OPEN:
        return None
    lacking = [n for n, word in enumerate(asked) if isinstance(word, Quantity) and not _is_among(word, there)]
    if len(lacking) != 1:
        return None
    at = lacking[0]
    found = [
        place
        for place in range(len(there))
        if _may_stand_for(asked, at, there, place)
        and _goes_on_alike(asked, at, article.text, there, place)
        and (at or _begins(there, place, statement))
        and _is_covered_with(said, asked[at], statement, article, there[place])
    ]
    if len(found) != 1:
        return None
    if is_bounded(claim.said, asked, at) or is_bounded(article.text, there, found[0]):
        return None
    around = paragraph_at(article.text, statement.start) or (statement.start, statement.end)
    near = (with_bounds(measured(text)) for text in (article.text[slice(*around)], *besides()))
    if any(_is_told_in(asked, at, run) for run in near):
        return None
    if _is_counted_in(asked, at, with_bounds(measured(article.text))):
        return None
    told = there[found[0]]
    return Misstated((asked[at].start, asked[at].end), (told.start, told.end))


def _named(text: str, run: Sequence[Word]) -> list[Word]:
    """Return the words with those of a name that follow each other as one."""
    found: list[Word] = []
    for word in run:
        last = found[-1] if found else None
        is_part = word.form[0].isupper() and not (isinstance(word, Quantity) or word.form == "I")
        if (
            is_part
            and isinstance(last, Quantity)
            and last.kind == "name"
            and text[last.end : word.start] == " "
        ):
            found[-1] = Quantity(f"{last.form} {word.form}", last.start, word.end, "name")
        else:
            found.append(Quantity(word.form, word.start, word.end, "name") if is_part else word)
    return found


def _is_among(value: Word, there: Sequence[Word]) -> bool:
    """Whether a value, or any part of a name, stands among some words."""
    parts = value.form.lower().split() if _kind(value) == "name" else []
    if parts:
        return not set(parts).isdisjoint(part for word in there for part in word.form.lower().split())
    return any(holds(value, word) for word in there)


def _may_stand_for(asked: Sequence[Word], at: int, there: Sequence[Word], place: int) -> bool:
    """Whether a value that was told is one of the same kind, in the same role, and the only one in it."""
    one, other = asked[at], there[place]
    kind = _kind(one)
    if kind != _kind(other) or _is_among(other, asked):
        return False
    if not (_are_names(asked, at, there, place) if kind == "name" else _are_two(one, other)):
        return False
    if at and _beside(asked, at - 1) != _beside(there, place - 1):
        return False
    before, then = _beside(there, place - 1), _beside(there, place + 1)
    others = [n for n, word in enumerate(there) if n != place and _kind(word) == kind]
    return not any(
        before == _beside(there, n - 1) or (_counted(then) and then == _beside(there, n + 1)) for n in others
    )


def _are_two(one: Word, other: Word) -> bool:
    """Whether one of two amounts or times cannot be the other, in round figures or within its bounds."""
    if isinstance(one, Vague) or isinstance(other, Vague):
        return are_apart(one, other)
    return not may_be_the_same(one, other)


def _goes_on_alike(asked: Sequence[Word], at: int, text: str, there: Sequence[Word], place: int) -> bool:
    """Whether the same word follows both values: 5 people. A claim may end where a clause does."""
    then, then_there = _beside(asked, at + 1), _beside(there, place + 1)
    if then or place + 1 == len(there):
        return then == then_there
    return not _counted(then_there) or text[there[place].end] in ",.;:"


def _counted(word: str) -> bool:
    """Whether what follows a number may be what it counts."""
    return bool(word) and is_content(word)


def _begins(there: Sequence[Word], place: int, statement: Statement) -> bool:
    """Whether what somebody said begins with a word: she said that | five …"""
    return there[place].start <= statement.start or _beside(there, place - 1) == "that"


def _are_names(asked: Sequence[Word], at: int, there: Sequence[Word], place: int) -> bool:
    """Whether two names are of two people, one of whom alone is meant, or of two places of one kind: signed
    by Ann Lee; the town of Hill."""
    if _beside(asked, at - 1) not in _ONE_ALONE:
        return False
    if all(has_known_first_name(name) for name in (asked[at].form, there[place].form)):
        return True
    noun = _beside(asked, at - 2)
    is_placed = _beside(asked, at - 1) == "of" and noun in PLACE_NOUNS
    return is_placed and noun == _beside(there, place - 2)


def _is_covered_with(said: Claimed, value: Word, statement: Statement, article: Article, told: Word) -> bool:
    """Whether a statement says just what a claim does, once what it tells stands in the claim."""
    words = said.claim.said
    words = words[: value.start] + article.text[told.start : told.end] + words[value.end :]
    cover = cover_of(claimed(replace(said.claim, said=words), said.rarity), statement, article)
    return cover.is_whole and cover.is_alone


def _is_told_in(asked: Sequence[Word], at: int, run: Sequence[Word]) -> bool:
    """Whether some words have the claimed value; of what leaves many values open, the same thing's alone."""
    if isinstance(asked[at], Vague):
        return _is_counted_in(asked, at, run)
    return _is_among(asked[at], run)


def _is_counted_in(asked: Sequence[Word], at: int, run: Sequence[Word]) -> bool:
    """Whether some words have the claimed value of the same thing: 8 people, for 8 people."""
    then = _beside(asked, at + 1)
    return any(holds(asked[at], word) and _beside(run, n + 1) == then for n, word in enumerate(run))


def _beside(run: Sequence[Word], at: int) -> str:
    """Return the stem of a word, "" beyond either end."""
    return stem(run[at].form.lower()) if 0 <= at < len(run) else ""


def _kind(word: Word) -> str:
    return word.kind if isinstance(word, Quantity) else ""
