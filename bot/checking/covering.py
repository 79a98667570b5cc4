"""A claim without quote marks: does one statement of that person cover every word of it?

Covering is narrow on purpose. Each word that says something must stand in one statement, in the
same order and near together, numbers and names as they are, the negation and the certainty ("may",
"will") alike. Anything less is "unclear", with what agrees and what does not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.checking.near import Change
from bot.checking.verdicts import Check, Claim, cite
from bot.checking.whose import Asked, named, whose
from bot.checking.words import MODALS, NUMERALS, Word, is_content, is_negation, is_number, words
from bot.library import Library
from bot.prompts import phrase
from index.names import surname
from index.topic import stem
from index.types import Article, Statement

SURE = 0.6  # confidence of an attribution below which the verdict carries a doubt
SHOWN = 3  # statements shown when none covers the claim

# Cues that turn what follows: he denied that …
_DENIALS = ("den", "reject", "disput", "refus", "dismiss", "contradict", "doubt", "rule out", "ruled out")
_SAME_MODAL = dict(
    pair.split("=")
    for pair in """would=will could=can might=may won't=will wouldn't=will can't=can couldn't=can cannot=can
    should=shall shouldn't=shall mustn't=must""".split()
)
_HEDGES = frozenset("if unless whether perhaps maybe possibly probably allegedly".split())


@dataclass(frozen=True, slots=True)
class _Cover:
    """How far a statement covers a claim; `missing` words of the claim do not stand there."""

    statement: Statement
    article: Article
    span: tuple[int, int]
    missing: tuple[str, ...]
    differs: str
    share: float

    @property
    def is_whole(self) -> bool:
        return not self.missing and not self.differs


def judge(library: Library, claim: Claim, who: Asked | None) -> Check:
    """Return "supported" where one statement covers the claim, else "unclear" with the closest."""
    if who is None:
        return Check(claim, "unclear", phrase("check_unclear_nobody"))
    forms = [word.form for word in words(claim.said)]
    theirs = [
        _cover(claim, statement, library.store.article_of(statement))
        for statement in library.candidates.holding_some(forms, speakers=who.names)
        if whose(who, statement, library.store.article_of(statement)) in ("theirs", "perhaps")
    ] if who.names else []  # fmt: skip
    theirs.sort(key=lambda cover: (not cover.is_whole, -cover.share, -cover.statement.confidence))
    if theirs and theirs[0].is_whole:
        return _supported(claim, who, theirs[0])
    reported = _reported(library, claim, who, forms)
    if reported:
        return reported
    return _unclear(claim, who, theirs)


def _supported(claim: Claim, who: Asked, cover: _Cover) -> Check:
    statement = cover.statement
    said_by = named(who, statement, cover.article, "theirs")
    return Check(
        claim,
        "supported",
        phrase("check_supported", speaker=said_by),
        said_by,
        citations=(cite(cover.article, cover.span, statement, number=1),),
        uncertain=statement.confidence < SURE or len(who.names) > 1,
    )


def _reported(library: Library, claim: Claim, who: Asked, forms: Sequence[str]) -> Check | None:
    """Somebody else's statement may say that the asked person said so: "the minister had promised …"."""
    if not claim.cue or not who.names:
        return None
    name = who.names[0]
    whole = f"{surname(name)} {claim.cue} {claim.said}"
    for statement in library.candidates.holding_some([*forms, surname(name)]):
        article = library.store.article_of(statement)
        cover = _cover(claim, statement, article, wanted=words(whole))
        if cover.is_whole and statement.speaker not in who.names:
            reporter = statement.speaker or phrase("check_somebody")
            reason = phrase("check_supported_by_report", reporter=reporter, speaker=name)
            citation = cite(article, cover.span, statement, number=1)
            return Check(claim, "supported", reason, name, citations=(citation,), uncertain=True)
    return None


def _unclear(claim: Claim, who: Asked, covers: Sequence[_Cover]) -> Check:
    if not who.names:
        called = re.sub(r"^(?:The|An?)\b", lambda article: article.group().lower(), who.words)
        return Check(claim, "unclear", phrase("check_unclear_speaker", speaker=called))
    near = tuple(
        cite(cover.article, cover.span, cover.statement, number=n)
        for n, cover in enumerate((c for c in covers[:SHOWN] if c.share > 0), 1)
    )
    missing = phrase("check_no_statement")
    diff: tuple[Change, ...] = ()
    if near:
        best = covers[0]
        lacks = phrase("check_missing_words", words=", ".join(f"“{word}”" for word in best.missing))
        missing = best.differs or lacks
        diff = (("-", " ".join(near[0].quote.split())), ("+", claim.said))
    reason = phrase("check_unclear", speaker=who.names[0], missing=missing)
    return Check(claim, "unclear", reason, diff=diff, near=near)


def _cover(
    claim: Claim, statement: Statement, article: Article, wanted: Sequence[Word] | None = None
) -> _Cover:
    """Compare a claim with a statement and the cue beside it."""
    asked = list(wanted if wanted is not None else words(claim.said))
    start, end = _clause(statement, article)
    there = words(article.text, start, end)
    telling = [word for word in asked if is_content(word.form) or _counts(word.form)]
    places, missing = _in_order(telling, there)
    share = 1 - len(missing) / max(1, len(telling))
    if not telling or missing:
        return _Cover(
            statement, article, (statement.start, statement.end), tuple(missing) or (claim.said,), "", share
        )
    window = there[places[0] : places[-1] + 1]
    governing = there[max(0, places[0] - 6) : places[0]]
    cue = article.text[slice(*statement.cue)] if statement.cue else ""
    differs = _differs(asked, [*governing, *window], window, turned=_denies(cue) != _denies(claim.cue))
    if not differs and len(window) > 2 * len(asked) + 8:
        differs = phrase("check_missing_words", words=f"“{claim.said}”")  # the words lie too far apart
    return _Cover(statement, article, (statement.start, statement.end), (), differs, share)


def _in_order(telling: Sequence[Word], there: Sequence[Word]) -> tuple[list[int], list[str]]:
    """Return where the words stand one after the other, and those that do not."""
    places: list[int] = []
    missing: list[str] = []
    at = 0
    for word in telling:
        place = next((i for i in range(at, len(there)) if _is_same(word.form, there[i].form)), None)
        if place is None:
            missing.append(word.form)
        else:
            places.append(place)
            at = place + 1
    return places, missing


def _is_same(one: str, other: str) -> bool:
    if is_number(one) or is_number(other):
        return one == other
    return stem(one.lower()) == stem(other.lower())


def _differs(asked: Sequence[Word], around: Sequence[Word], window: Sequence[Word], *, turned: bool) -> str:
    """Return how two clauses of the same words differ in sense, or nothing."""
    if (_negations(asked) + _negations(around) + turned) % 2:
        return phrase("check_other_negation")
    if _modals(asked) != _modals(around) or any(word.form.lower() in _HEDGES for word in around) != any(
        word.form.lower() in _HEDGES for word in asked
    ):
        return phrase("check_other_modal")
    if _numbers(window) - _numbers(asked):
        return phrase("check_other_numbers")
    return ""


def _clause(statement: Statement, article: Article) -> tuple[int, int]:
    """Return the statement with the cue and mention beside it, where those stand in front."""
    in_front = [span for span in (statement.cue, statement.mention) if span and span[1] <= statement.start]
    near = [span[0] for span in in_front if "\n" not in article.text[span[0] : statement.start]]
    return min([*near, statement.start]), statement.end


def _counts(form: str) -> bool:
    return is_number(form) or form.lower() in NUMERALS


def _denies(cue: str) -> bool:
    return cue.lower().startswith(_DENIALS)


def _negations(run: Sequence[Word]) -> int:
    return sum(is_negation(word.form) for word in run)


def _modals(run: Sequence[Word]) -> set[str]:
    found = {word.form.lower() for word in run if word.form.lower() in MODALS}
    return {_SAME_MODAL.get(form, form) for form in found}


def _numbers(run: Sequence[Word]) -> set[str]:
    return {word.form for word in run if is_number(word.form)}
