"""Where the words of a quotation stand, verbatim and nearly, and whose they are there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.checking.attribution import is_pronoun, speaker
from bot.checking.compare import Match, flaws, is_nested, verbatim
from bot.checking.near import Near, nearest
from bot.checking.quotation import Quotation
from bot.checking.relayed import repeats
from bot.checking.said import Said, prose
from bot.checking.verdicts import SURE
from bot.checking.whose import Asked, Whose, named, whose
from bot.library import Library
from bot.prompts import phrase
from index.phrases import core_of
from index.types import Article, Passage, Span, Statement

CHANCE = 3  # words; so few stand outside any statement by chance

_MARKS = " \n,.:;–—\"“”„«»'’("


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in which the words stand verbatim; `flaws` say how the sense was turned all the same."""

    match: Match
    statement: Statement
    by: Whose
    flaws: tuple[str, ...]
    whom: str | None = None  # whose words they are that the speaker only repeats there; "" not named

    @property
    def span(self) -> Span:
        return self.match.span

    @property
    def article(self) -> Article:
        return self.match.said.article

    @property
    def is_clean(self) -> bool:
        return not self.flaws and not self.repeated

    @property
    def repeated(self) -> bool:
        """Whether the speaker only repeats somebody else's words there."""
        return self.whom is not None


@dataclass(frozen=True, slots=True)
class Close:
    """A statement whose words come near."""

    near: Near
    statement: Statement
    by: Whose

    @property
    def span(self) -> Span:
        return self.near.span

    @property
    def article(self) -> Article:
        return self.near.said.article


@dataclass
class Witnesses:
    """What the store holds on one quotation; each kind of evidence is sought when it is first asked for."""

    library: Library
    quotation: Quotation
    who: Asked | None

    @cached_property
    def verbatim(self) -> list[Found]:
        """Statements that hold the words one by one: without flaws first, then by certainty."""
        found: list[Found] = []
        if self.who and self.who.names:  # first among theirs, as short quotations stand in many statements
            found = self._matches(self._holding(self.who.names))
        if not _are_settled(found):
            found += self._matches(self._holding())
        if not _are_settled(found) and len(self._spoken) > CHANCE:
            found += self._matches(self._around_passages())  # it may run over several statements
        once = {(each.article.id, each.span): each for each in found}
        return sorted(
            once.values(),
            key=lambda f: (len(f.flaws), f.repeated, f.by != "theirs", -f.statement.confidence),
        )

    @cached_property
    def close(self) -> list[Close]:
        """Statements whose words come near, the asked person's among them, the nearest first."""
        words = [word.form for word in self.quotation.words]
        statements = self.library.candidates.holding_some(words)
        if self.who and self.who.names:
            statements += self.library.candidates.holding_some(words, speakers=self.who.names)
        found = []
        for statement in {statement.id: statement for statement in statements}.values():
            near = nearest(self.quotation, self.library.alone(statement))
            if near:
                found.append(Close(near, statement, self._whose(statement, near.said.article)))
        return sorted(found, key=lambda close: (-close.near.score, -close.statement.confidence))

    def in_prose(self) -> tuple[Article, Span] | None:
        """Return where the words stand in an article that gives nobody as saying them."""
        if len(self._spoken) <= CHANCE:
            return None
        for passage in self._passages:
            article = self.library.store.article_of(passage)
            match = verbatim(self.quotation, prose(article, (passage.start, passage.end)))
            if match:
                return article, match.span
        return None

    def said_by(self, evidence: Found | Close) -> str | None:
        """Return who said it, as the register has the name."""
        return named(self.who, evidence.statement, evidence.article, evidence.by)

    def called(self, evidence: Found | Close) -> str:
        """Return who said it; of somebody without a name, what the article calls them."""
        mention = evidence.statement.mention
        called = " ".join(evidence.article.text[slice(*mention)].split()) if mention else ""
        core = core_of(called.strip(_MARKS))[0] if called else ""
        return self.said_by(evidence) or (f"“{core}”" if " " in core else phrase("check_somebody"))

    @cached_property
    def _spoken(self) -> list[str]:
        return [word.form for word in self.quotation.spoken]

    @cached_property
    def _passages(self) -> list[Passage]:
        return self.library.candidates.passages_holding_all(self._spoken)

    def _holding(self, speakers: tuple[str, ...] = ()) -> Iterator[Statement]:
        """Yield the statements in which the words stand, looked at alone, which is quick."""
        for statement in self.library.candidates.holding_all(self._spoken, speakers=speakers):
            if verbatim(self.quotation, self.library.alone(statement)):
                yield statement

    def _around_passages(self) -> Iterator[Statement]:
        """Yield the statements of passages in which the words stand, whoever says them."""
        for passage in self._passages:
            for statement in self.library.statements(passage.article_id):
                if statement.start < passage.end and passage.start < statement.end:
                    yield statement

    def _matches(self, statements: Iterable[Statement]) -> list[Found]:
        found = []
        for said in self._speeches(statements):
            match = verbatim(self.quotation, said)
            if match:
                statement = said.statement_at(match.first)
                by = self._whose(statement, said.article)
                wrong = tuple(flaws(self.quotation, match))
                found.append(Found(match, statement, by, wrong, _whom(match, statement)))
        return found

    def _speeches(self, statements: Iterable[Statement]) -> Iterator[Said]:
        seen: set[str] = set()
        for statement in statements:
            if statement.id not in seen:
                said = self.library.speech(statement)
                seen.update(each.id for each in said.statements)
                yield said

    def _whose(self, statement: Statement, article: Article) -> Whose:
        """Where the claim names nobody, whoever said it is the one."""
        return whose(self.who, statement, article) if self.who else "theirs"


def is_doubtful(evidence: Found | Close) -> bool:
    """Whether the article leaves a doubt about who said it."""
    return evidence.by not in ("theirs", "another's") or evidence.statement.confidence < SURE


def _whom(match: Match, statement: Statement) -> str | None:
    """Return whom the speaker quotes there, "" for somebody unnamed: the fitter said to me, “…”."""
    article, (low, high) = match.said.article, match.span
    if not is_nested(match):
        return repeats(article, statement, match.span)
    within = next((s for s in match.said.quotations_within if s[0] <= low and high <= s[1]), None)
    found = within and speaker(article.text[statement.start : within[0]], "")
    return "" if not found or is_pronoun(found) else found


def _are_settled(found: list[Found]) -> bool:
    return any(each.is_clean and each.by == "theirs" for each in found)
