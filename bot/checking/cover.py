"""How far a statement covers a claim that quotes nothing. Pure.

Covering is narrow on purpose. Each word that says something must stand in one statement, in the
same order and near together, numbers and names as they are, the negation and the certainty ("may",
"will") alike.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from bot.checking.align import Aligned, Claimed, aligned, claimed
from bot.checking.differing import HEDGES, contradicts, denies, differs, is_flat_denial
from bot.checking.flattened import is_anothers_deed, is_crossed, is_only_intended, leaves_open
from bot.checking.left_out import is_of_some
from bot.checking.opposite import is_nowhere, opposites, turned_into
from bot.checking.owned import is_so_owned, owned_otherwise
from bot.checking.quantities import measured
from bot.checking.saying import CUE
from bot.checking.sense import LIMITS
from bot.checking.turned import follows, turned_about
from bot.checking.vague import with_bounds
from bot.checking.verdicts import Claim
from bot.checking.voice import is_done_to_the_doer, is_so_told, otherwise
from bot.checking.words import Word, counts, is_content, is_negation
from index.layout import sentences
from index.searching.topic import stem
from index.types import Article, Span, Statement

# What somebody says that somebody else said: the minister had promised her in April that the state …
_RELAYED = re.compile(
    rf"(?P<who>[\w’'-]+)(?:\s(?:had|has|have|also|once))*\s{CUE.pattern}[^.!?;:“”\"]*?\bthat\b[^.!?;:]{{0,40}}$"
)
_NEW_CLAUSE = re.compile(r"(?:[,;] (?:and|but)|[.!?;])\s")
_ENDS = re.compile(r"$|[.,;!”\"\n]|\s[–—-]")
# Between two commas it only tells more of what stands before: Lee, capping a long day, …
_ASIDE = re.compile(r", (?:[a-z]+ing|who|which|an?|the)\b[^,;:.–—]{0,80},|, \d{1,3},")
_SMALL_VERBS = frozenset(
    "like likes liked know knows knew think thinks thought go goes going get gets got".split()
)
_LEAD = 200  # characters in front of the words that may say so
_NEGATED = re.compile(r"(?:\bnot|\bnever|n['’]t) (?:\w+ly )?$")  # a cue: did not deny
_REST = 2  # words besides its numbers that must agree where a claim's numbers do not
_BESIDE = 3  # words
_RULING = 6  # words before a clause that may rule it


@dataclass(frozen=True, slots=True)
class Cover:
    """How far a statement covers a claim: `missing` words of the claim do not stand there, and `differs`
    names the phrase that says how the sense of those that do is another."""

    statement: Statement
    article: Article
    missing: tuple[str, ...]
    differs: str
    share: float
    is_alone: bool = False  # nothing before, among or behind its words says more
    contradicts: bool = False  # it is the claim turned round, so that both cannot hold

    @property
    def span(self) -> Span:
        return self.statement.start, self.statement.end

    @property
    def is_whole(self) -> bool:
        return not self.missing and not self.differs


def cover_of(said: Claimed, statement: Statement, article: Article) -> Cover:
    """Compare a claim with a statement and the cue beside it."""
    there = with_bounds(measured(article.text, *clause_of(statement, article)))
    found = _cover(said, there, statement, article)
    if len(found.missing) == 1 and (turned := _turned_by(found.missing[0], said, there, statement, article)):
        return replace(turned, missing=found.missing)
    if found.differs != "check_not_so_joined":
        return found
    others = (
        _cover(claimed(replace(said.claim, said=words), said.rarity), there, statement, article, is_so)
        for words, is_so in _otherwise(said.claim.said)
    )
    return next((other for other in others if other.is_whole), found)


def _turned_by(
    word: str, said: Claimed, there: Sequence[Word], statement: Statement, article: Article
) -> Cover | None:
    """Return how far a statement denies a claim by the opposite of the one word that it lacks."""
    stems = {stem(each.form.lower()) for each in measured(article.text, *clause_of(statement, article))}
    for told in opposites(word.lower()):
        if stem(told) in stems and is_nowhere(word, article):
            words = turned_into(said.claim.said, word, told)
            cover = _cover(claimed(replace(said.claim, said=words), said.rarity), there, statement, article)
            if cover.contradicts:
                return cover
    return None


def _otherwise(said: str) -> Iterator[tuple[str, Callable[[Aligned], bool]]]:
    """Yield a claim with the same words in another order, and how to tell whether a statement means it so."""
    if turned := turned_about(said):
        yield turned[0], partial(follows, turned[1])
    for told in otherwise(said):
        yield told.words, partial(is_so_told, told)
    for owned in owned_otherwise(said):
        yield owned.words, partial(is_so_owned, owned)


def _cover(
    said: Claimed,
    there: Sequence[Word],
    statement: Statement,
    article: Article,
    is_so: Callable[[Aligned], bool] | None = None,
) -> Cover:
    """Compare a claim with the words of a statement, `there`, in the order in which the claim has its words,
    where the statement means it `is_so`."""
    claim, asked = said.claim, said.words
    run, missing = _with_or_without_negation(said, there, article.text)
    lacks = tuple(claim.said[word.start : word.end] for word in said.telling if word.form in missing)

    def cover(differs: str = "") -> Cover:
        return Cover(statement, article, lacks, differs, run.share)

    if not run.telling:
        return replace(cover(), missing=lacks or (claim.said,))
    if run.missing:
        return cover("check_other_numbers" if _has_other_numbers(run) else "")
    window = run.window
    if not run.is_joined(article.text) or (is_so and not is_so(run)):
        return cover("" if missing else "check_not_so_joined")
    if len(run.telling) == 1 and _says_less(asked, there):
        return cover("check_not_so_joined")
    if _is_asked(article.text, window) and asked[-1].form != "?":
        return cover("check_other_modal")
    led = article.text[statement.start : window[0].start][-_LEAD:]
    if (relayed := _RELAYED.search(led)) and relayed["who"].lower() not in ("i", "we"):
        return cover("check_relayed")
    last = run.places[-1]
    governing = _governing(article.text, run)
    limiting = [word for word in there[last + 1 : last + 2] if word.form.lower() in HEDGES]
    cue = article.text[slice(*statement.cue)] if statement.cue else ""
    other = differs(claim.cue, cue, statement.start, asked, [*governing, *window, *limiting], window)
    flattened = _flattened(claim, cue, run, [*governing, *window])
    turned = other == "check_opposite" or (other == "check_denied" and is_flat_denial(cue))
    alone = (turned or not (other or flattened)) and _is_alone(asked, statement, article, window)
    if turned and not alone and not flattened and not _is_cue_negated(statement, article):
        own = [word for word in governing if word.start >= statement.start]
        alone = denies(asked, [*own, *window], there[last + 1 :])
    return replace(cover(other or flattened), contradicts=turned and alone, is_alone=alone)


def _without_asides(text: str, clause: Sequence[Word], asked: Sequence[Word]) -> list[Word]:
    """Return the words of a clause without those between two commas that only tell more of what stands before
    them, and without the first names that a claim leaves out."""
    claimed, kept = {word.form.lower() for word in asked}, list(clause)
    for aside in _ASIDE.finditer(text, clause[0].start, clause[-1].end) if clause else ():
        within = [word for word in clause if aside.start() < word.start < aside.end()]
        tells = any(word.form.lower() in claimed for word in within if is_content(word.form))
        if not tells and not any(is_negation(word.form) for word in within):
            kept = [word for word in kept if word not in within]
    return [word for n, word in enumerate(kept) if not _begins_a_name(kept[n:], claimed)]


def _says_less(asked: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether a statement lacks a small word that may be all that a claim of one telling word says: likes."""
    forms = {stem(word.form.lower()) for word in there}
    return any(stem(word.form.lower()) not in forms and word.form.lower() in _SMALL_VERBS for word in asked)


def _is_asked(text: str, window: Sequence[Word]) -> bool:
    """Whether the sentence of some words is a question."""
    _, end = next(sentences(text, window[0].start, min(len(text), window[-1].end + _LEAD)))
    return "?" in text[window[-1].end : end]


def _begins_a_name(run: Sequence[Word], claimed: Set[str]) -> bool:
    """Whether a word is the first part, left out by a claim, of a name whose last it has: Ann | Lee."""
    name = list(takewhile(lambda word: word.form[:1].isupper(), run))
    parts = [word.form.lower() in claimed for word in name]
    return bool(parts) and not parts[0] and any(parts)


def _with_or_without_negation(
    said: Claimed, there: Sequence[Word], text: str
) -> tuple[Aligned, tuple[str, ...]]:
    """Align a claim, its negation left out where that stands not there, or of something else: then the rest
    tells whether the claim is turned round. Return also what is missing."""
    run = aligned(said, there, said.telling)
    negations = tuple(word.form for word in said.telling if is_negation(word.form))
    if not negations or not set(run.missing) <= set(negations) or (not run.missing and run.is_joined(text)):
        return run, run.missing
    rest = aligned(said, there, [word for word in said.telling if word.form not in negations])
    is_better = run.missing or (rest.run and rest.is_joined(text) and not _is_negated(rest, text))
    return (rest, negations) if is_better else (run, ())


def _flattened(claim: Claim, cue: str, run: Aligned, around: Sequence[Word]) -> str:
    """Return the phrase for how a claim makes more of the same words, or nothing."""
    asked, there, pairs = run.asked, run.there, run.pairs
    if is_of_some(asked, there, pairs):
        return "check_other_numbers"
    if leaves_open(claim.cue, cue, asked, around) or is_only_intended(asked, there, pairs):
        return "check_other_modal"
    joins_otherwise = (is_anothers_deed, is_crossed, is_done_to_the_doer)
    return "check_not_so_joined" if any(is_so(asked, there, pairs) for is_so in joins_otherwise) else ""


def _has_other_numbers(run: Aligned) -> bool:
    """Whether all of a claim stands there but its numbers, and others stand in their place."""
    telling = run.telling
    rest = [word for word in telling if not counts(word.form)]
    places = [place for number, place in run.run if not counts(telling[number].form)]
    if not all(map(counts, run.missing)) or len(rest) < _REST or len(places) < len(rest):
        return False
    claimed = {word.form.lower() for word in telling}
    window = run.there[max(0, places[0] - _BESIDE) : places[-1] + _BESIDE]
    close = places[-1] - places[0] <= 2 * len(telling) + 8
    return close and any(counts(word.form) and word.form.lower() not in claimed for word in window)


def _is_alone(asked: Sequence[Word], statement: Statement, article: Article, window: Sequence[Word]) -> bool:
    """Whether nothing before, among or behind a statement's words says more than the claim."""
    text, end = article.text, window[-1].end
    if _is_cue_negated(statement, article):
        return False
    clauses = [m.end() for m in _NEW_CLAUSE.finditer(text, statement.start, window[0].start)]
    clause = _without_asides(text, with_bounds(measured(text, max([statement.start, *clauses]), end)), asked)
    sentence = next(sentences(text, window[0].start, min(len(text), end + _LEAD)))
    following = measured(text, end, sentence[1])
    limited = bool(following) and following[0].form.lower() in LIMITS
    told = statement.cue is not None and statement.cue[0] == end + 1  # … in the Hill said the mayor
    ended = not limited and (told or bool(_ENDS.match(text, end)))
    once = sum(is_negation(word.form) for word in (*asked, *clause)) <= 1
    return once and contradicts(asked, clause, following, ended=ended)


def _is_negated(run: Aligned, text: str) -> bool:
    return any(is_negation(word.form) for word in (*_governing(text, run), *run.window))


def _is_cue_negated(statement: Statement, article: Article) -> bool:
    at = statement.cue[0] if statement.cue else 0
    return bool(_NEGATED.search(article.text, max(0, at - _LEAD), at))


def _governing(text: str, run: Aligned) -> Sequence[Word]:
    """Return the last words before a clause that may rule it: not those of a clause before an ", and"."""
    at = run.places[0]
    before = run.there[max(0, at - _RULING) : at]
    clauses = _NEW_CLAUSE.finditer(text, before[0].start, run.there[at].start) if before else ()
    first = max((clause.end() for clause in clauses), default=0)
    return [word for word in before if word.start >= first]


def clause_of(statement: Statement, article: Article) -> tuple[int, int]:
    """Return the statement with the cue and mention beside it, where those stand in front."""
    text, cue, start = article.text, statement.cue, statement.start
    is_aside = cue is not None and text[slice(*cue)].endswith("ing")  # Lee did not pay, saying that …
    spans = [span for span in (cue, None if is_aside else statement.mention) if span]
    near = [at for at, end in spans if end <= start and "\n" not in text[at:start]]
    return min([*near, start]), statement.end
