"""A claim without quote marks: does one statement of that person cover every word of it?

Covering is narrow on purpose. Each word that says something must stand in one statement, in the
same order and near together, numbers and names as they are, the negation and the certainty ("may",
"will") alike. Anything less is "unclear", with what agrees and what does not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.checking.attribution import CUE
from bot.checking.near import Change
from bot.checking.verdicts import SURE, Check, Claim, cite, inside
from bot.checking.whose import Asked, named, whose
from bot.checking.words import NUMERALS, Word, is_content, is_negation, is_number, modals, words
from bot.library import Library
from bot.prompts import listed, phrase
from index.layout import sentences
from index.names import surname
from index.search import weighed
from index.topic import stem
from index.types import Article, Statement

SHOWN = 3  # statements shown when none covers the claim

# Cues that turn what follows: he denied that …
_DENIALS = ("den", "reject", "disput", "dismiss", "contradict", "rule out", "ruled out")
_REFUSALS = ("refus", "doubt")
# Cues that speak of what is to come: promised to build is promised that he would build.
_FORESEEING = ("promis", "pledg", "vow", "predict")
# Reasons that are a sentence of their own: they said otherwise.
_AGAINST = ("check_denied", "check_opposite")
# What somebody says that somebody else said: the minister had promised her in April that the state …
_RELAYED = re.compile(
    rf"(?P<who>[\w’'-]+)(?:\s(?:had|has|have|also|once))*\s{CUE.pattern}[^.!?;:“”\"]*?\bthat\b[^.!?;:]{{0,40}}$"
)
_NEW_CLAUSE = re.compile(r"(?:[,;] (?:and|but)|[.!?;])\s")
_LEAD = 200  # characters in front of the words that may say so
_HEDGES = frozenset(
    "if unless whether perhaps maybe possibly probably allegedly nearly almost mostly partly".split()
)


@dataclass(frozen=True, slots=True)
class _Cover:
    """How far a statement covers a claim: `missing` words of the claim do not stand there, and `differs`
    names the phrase that says how the sense of those that do is another."""

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
    rarity = {term.stem: term.weight for term in weighed(library.store, claim.said)}
    theirs = [
        _cover(claim, statement, library.store.article_of(statement), rarity)
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
        cover = _cover(replace(claim, said=whole, cue=""), statement, article, {})
        if cover.is_whole and not set(statement.speakers) & set(who.names):
            reporter = listed(statement.speakers) or phrase("check_somebody")
            reason = phrase("check_supported_by_report", reporter=reporter, speaker=name)
            citation = cite(article, cover.span, statement, number=1)
            return Check(claim, "supported", reason, name, citations=(citation,), uncertain=True)
    return None


def _unclear(claim: Claim, who: Asked, covers: Sequence[_Cover]) -> Check:
    if not who.names:
        return Check(claim, "unclear", phrase("check_unclear_speaker", speaker=inside(who.words)))
    near = tuple(
        cite(cover.article, cover.span, cover.statement, number=n)
        for n, cover in enumerate((c for c in covers[:SHOWN] if c.share > 0), 1)
    )
    name = who.names[0]
    if not near:
        return Check(claim, "unclear", phrase("check_no_statement", speaker=name))
    best = covers[0]
    diff: tuple[Change, ...] = (("-", " ".join(near[0].quote.split())), ("+", claim.said))
    if best.differs in _AGAINST:
        reason = phrase(best.differs, speaker=name)
    else:
        lacks = ", ".join(f"“{word}”" for word in best.missing)
        missing = phrase(best.differs) if best.differs else phrase("check_missing_words", words=lacks)
        reason = phrase("check_unclear", speaker=name, missing=missing)
    return Check(claim, "unclear", reason, diff=diff, near=near)


def _cover(claim: Claim, statement: Statement, article: Article, rarity: Mapping[str, float]) -> _Cover:
    """Compare a claim with a statement and the cue beside it; `rarity` weighs stems."""
    asked = words(claim.said)
    there = words(article.text, *_clause(statement, article))
    telling = [word for word in asked if is_content(word.form) or _counts(word.form)]
    weights = [rarity.get(stem(word.form.lower()), 1.0) for word in telling]
    same = [[_is_same(word.form, other.form) for other in there] for word in telling]
    run = _longest_run(same, weights)
    share = sum(weights[i] for i, _ in run) / (sum(weights) or 1.0)
    missing = tuple(word.form for word, places in zip(telling, same) if not any(places))

    def cover(differs: str = "", missing: tuple[str, ...] = ()) -> _Cover:
        return _Cover(statement, article, (statement.start, statement.end), missing, differs, share)

    if not telling or missing:
        return cover(missing=missing or (claim.said,))
    places = [place for _, place in run]
    window = there[places[0] : places[-1] + 1]
    apart = len(list(sentences(article.text, window[0].start, window[-1].end))) > 1
    if apart or len(run) < len(telling) or len(window) > 2 * len(asked) + 8:
        return cover("check_not_so_joined")
    led = article.text[statement.start : window[0].start][-_LEAD:]
    if (relayed := _RELAYED.search(led)) and relayed["who"].lower() not in ("i", "we"):
        return cover("check_relayed")
    governing = _governing(article.text, there[max(0, places[0] - 6) : places[0]], window[0].start)
    limiting = [word for word in there[places[-1] + 1 : places[-1] + 2] if word.form.lower() in _HEDGES]
    around = [*governing, *window, *limiting]
    cue = article.text[slice(*statement.cue)] if statement.cue else ""
    return cover(_differs(claim, cue, statement.start, asked, around, window))


def _governing(text: str, before: Sequence[Word], start: int) -> Sequence[Word]:
    """Return the last words before a clause that may rule it: not those of a clause before an ", and"."""
    first = (
        max((m.end() for m in _NEW_CLAUSE.finditer(text, before[0].start, start)), default=0) if before else 0
    )
    return [word for word in before if word.start >= first]


def _longest_run(same: Sequence[Sequence[bool]], weights: Sequence[float]) -> list[tuple[int, int]]:
    """Return which words of a claim stand where in a statement, one after the other: of all such runs
    the weightiest, and of those as weighty the one that lies closest together.

    `same` tells for each word of the claim which of the statement's it is. This is the longest common
    subsequence, weighted.
    """
    width = len(same[0]) if same else 0
    # What the words so far come to within the first n of the statement: weight, first place, the run.
    row: list[tuple[float, int, tuple]] = [(0.0, 0, ())] * (width + 1)
    for number, (places, weight) in enumerate(zip(same, weights)):
        above, row = row, [row[0]]
        for place in range(width):
            best = max(above[place + 1], row[place], key=lambda found: found[:2])
            if places[place]:
                before, first, run = above[place]
                begun = first if run else place
                best = max(best, (before + weight, begun, (run, number, place)), key=lambda found: found[:2])
            row.append(best)
    most = max(found[0] for found in row)
    ends = ((end - first, run) for end, (weight, first, run) in enumerate(row) if weight == most)
    run = min(ends, key=lambda found: found[0])[1]
    found = []
    while run:
        run, number, place = run
        found.append((number, place))
    return found[::-1]


def _is_same(one: str, other: str) -> bool:
    if is_number(one) or is_number(other):
        return one == other
    return stem(one.lower()) == stem(other.lower())


def _differs(
    claim: Claim, cue: str, start: int, asked: Sequence[Word], around: Sequence[Word], window: Sequence[Word]
) -> str:
    """Return the phrase for how two clauses of the same words differ in sense, or nothing.

    `around` is the clause with what governs it and may be the cue, before the statement's `start`.
    """
    told = {stem(word.form.lower()) for word in asked}
    says_so = _turns(cue) and stem(cue.split()[0].lower()) in told  # "said he rejects it", of who rejects it
    turned = _turns(cue) != _turns(claim.cue) and not says_so
    if (_negations(asked) + _negations(around) + turned) % 2:
        if turned and _denies(cue):
            return "check_denied"
        own = [word for word in around if word.start >= start]
        return (
            "check_opposite"
            if not turned and _negations(own) == _negations(around)
            else "check_other_negation"
        )
    foreseen = {"will"} if any(each.lower().startswith(_FORESEEING) for each in (cue, claim.cue)) else set()
    here, there = (modals(word.form for word in run) | foreseen for run in (asked, around))
    if here != there or _is_hedged(around) != _is_hedged(asked):
        return "check_other_modal"
    if _numbers(window) - _numbers(asked):
        return "check_other_numbers"
    return ""


def _is_hedged(run: Sequence[Word]) -> bool:
    return any(word.form.lower() in _HEDGES for word in run)


def _clause(statement: Statement, article: Article) -> tuple[int, int]:
    """Return the statement with the cue and mention beside it, where those stand in front."""
    in_front = [span for span in (statement.cue, statement.mention) if span and span[1] <= statement.start]
    near = [span[0] for span in in_front if "\n" not in article.text[span[0] : statement.start]]
    return min([*near, statement.start]), statement.end


def _counts(form: str) -> bool:
    return is_number(form) or form.lower() in NUMERALS or form.lower() == "against"


def _denies(cue: str) -> bool:
    return cue.lower().startswith(_DENIALS)


def _turns(cue: str) -> bool:
    return cue.lower().startswith(_DENIALS + _REFUSALS)


def _negations(run: Sequence[Word]) -> int:
    return sum(is_negation(word.form) for word in run)


def _numbers(run: Sequence[Word]) -> set[str]:
    return {word.form for word in run if is_number(word.form)}
