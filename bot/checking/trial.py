"""One quotation on trial: the evidence in the order of its certainty, and the verdict that follows.

Words that stand there verbatim decide before words that come near, and the asked person's before
anybody else's. Nothing is verified unless every word is there, and the sense with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.checking.beside import told_beside
from bot.checking.compare import trace
from bot.checking.near import Change, shared_runs
from bot.checking.verdicts import SURE, Check, Claim, Verdict, cite, inside
from bot.checking.whose import Whose, named
from bot.checking.witnesses import CHANCE, Close, Found, Witnesses
from bot.checking.words import is_content
from bot.prompts import phrase
from bot.render import day
from bot.types import Citation
from index.descriptions import core_of
from index.types import Span

ALTERED = 0.6  # share of a quotation's weight in one statement of theirs: they said it otherwise
SOMEBODY_ELSES = 0.85  # the same for somebody else's words: nearly verbatim, or it is chance
SPLICED = 0.85  # share of the words that several of their statements cover together, run by run
SHORTEST_RUN = 4  # words
WORTH_SHOWING = 0.3  # the share from which a statement is shown as near
MOST_CITATIONS = 3

_MARKS = " \n,.:;–—\"“”„«»'’("
_THEIRS: tuple[Whose, ...] = ("theirs", "perhaps")


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim with a quotation, and the witnesses."""

    claim: Claim
    witnesses: Witnesses

    def verdict(self) -> Check:
        """Return the verdict with its evidence."""
        if not self.witnesses.quotation.spoken:
            return Check(self.claim, "not_found", phrase("check_no_words"))
        return (
            self._theirs_verbatim()
            or self._somebody_elses_verbatim()
            or self._quoting(_THEIRS)
            or self._theirs_otherwise()
            or self._spliced()
            or self._unknown_whose()
            or self._quoting(("unknown", "another's"))
            or self._somebody_elses_otherwise()
            or self._nobodys()
            or self._nowhere()
        )

    def _theirs_verbatim(self) -> Check | None:
        theirs = [found for found in self.witnesses.verbatim if found.by in _THEIRS]
        clean = [found for found in theirs if found.is_clean]
        if clean:
            name = "check_verified" if self.claim.speaker else "check_words_verified"
            reason = phrase(name, speaker=self._name(clean[0])) + self._unchecked(clean[0])
            return self._on(clean, "verified", reason)
        flawed = [found for found in theirs if found.flaws]
        if flawed:
            return self._on(flawed[:1], "altered", self._flawed(flawed[0]))
        return None

    def _unchecked(self, found: Found) -> str:
        """Return what of the claim the verdict is not about, with the article's day to compare."""
        told = ", ".join(f"“{words}”" for words in told_beside(self.claim))
        published = day(found.article.published)
        if not told:
            return ""
        if not published:
            return " " + phrase("check_not_checked", words=told)
        return " " + phrase("check_not_checked_then", words=told, date=published)

    def _somebody_elses_verbatim(self) -> Check | None:
        clean = [f for f in self.witnesses.verbatim if f.by == "another's" and f.is_clean]
        if not clean or self._is_anybodys:
            return None
        reason = phrase("check_misattributed", speaker=self._name(clean[0]), asked=inside(self.claim.speaker))
        return self._on(clean, "misattributed", reason)

    def _quoting(self, by: Sequence[Whose]) -> Check | None:
        """The words stand only in a quotation within what one of those people says."""
        found = [f for f in self.witnesses.verbatim if f.by in by and f.repeated and not f.flaws]
        if not found:
            return None
        whom = inside(found[0].whom) or phrase("check_somebody_else")
        reason = phrase("check_quoting", speaker=self._name(found[0]), whom=whom)
        return self._on(found, "unclear", reason, said_by=None)

    def _theirs_otherwise(self) -> Check | None:
        best = next((close for close in self.witnesses.close if close.by in _THEIRS), None)
        if best is None or best.near.score < ALTERED:
            return None
        return self._on([best], "altered", phrase("check_altered", speaker=self._name(best)))

    def _spliced(self) -> Check | None:
        """Several of their statements cover the words together."""
        covered: set[int] = set()
        used: list[tuple[int, Close, Span]] = []
        for close in self.witnesses.close:
            if close.by not in _THEIRS:
                continue
            said = close.near.said
            for at, place, length in shared_runs(self.witnesses.quotation, said, least=SHORTEST_RUN):
                fresh = set(range(at, at + length)) - covered
                if len(fresh) >= SHORTEST_RUN:
                    covered |= fresh
                    used.append((at, close, (said.words[place].start, said.words[place + length - 1].end)))
        if len(used) < 2 or len(covered) < SPLICED * len(self.witnesses.quotation.spoken):
            return None
        used.sort(key=lambda run: run[0])
        citations = tuple(
            cite(c.article, span, c.statement, number=n) for n, (_, c, span) in enumerate(used, 1)
        )
        return Check(
            self.claim,
            "altered",
            phrase("check_spliced", speaker=self._name(used[0][1]), count=len(used)),
            self._said_by(used[0][1]),
            diff=tuple(("=", " ".join(citation.quote.split())) for citation in citations),
            citations=citations,
            uncertain=any(_is_doubtful(close) for _, close, _ in used),
        )

    def _unknown_whose(self) -> Check | None:
        """They stand there verbatim, but not as the words of anybody the article names."""
        unknown = [found for found in self.witnesses.verbatim if found.by == "unknown" and found.is_clean]
        if unknown:
            reason = phrase("check_unnamed", speaker=self._name(unknown[0]))
            return self._on(unknown, "unclear", reason, doubtful=True)
        return None

    def _somebody_elses_otherwise(self) -> Check | None:
        if self._is_anybodys:
            return None
        flawed = next((f for f in self.witnesses.verbatim if f.by not in _THEIRS and not f.repeated), None)
        if flawed and flawed.by == "unknown":
            return self._on([flawed], "altered", self._flawed(flawed), doubtful=True)
        if flawed:
            return self._on([flawed], "misattributed", self._flawed(flawed))
        near = next((c for c in self.witnesses.close if c.by not in _THEIRS), None)
        if near is None or near.near.score < SOMEBODY_ELSES:
            return None
        if near.by == "unknown":
            return self._on([near], "altered", phrase("check_altered_unnamed"), doubtful=True)
        return self._on(
            [near], "misattributed", phrase("check_misattributed_altered", speaker=self._name(near))
        )

    def _nobodys(self) -> Check | None:
        standing = self.witnesses.in_prose()
        if standing is None:
            return None
        citation = cite(*standing, number=1)
        reason = phrase("check_nobody_says", title=citation.title or citation.article_id)
        return Check(self.claim, "unclear", reason, citations=(citation,), near=self._near(), uncertain=True)

    def _nowhere(self) -> Check:
        found = self._is_anybodys and self.claim.speaker and self.witnesses.verbatim
        reason = phrase("check_too_short", asked=self.claim.speaker) if found else phrase("check_not_found")
        return Check(self.claim, "not_found", reason, near=self._near())

    @property
    def _is_anybodys(self) -> bool:
        """Whether the quotation is so short that its words stand in somebody else's mouth by chance."""
        spoken = self.witnesses.quotation.spoken
        return len(spoken) < CHANCE and sum(is_content(word.form) for word in spoken) < 2

    def _near(self) -> tuple[Citation, ...]:
        """The nearest words of the asked person, and the nearest of anybody."""
        near = [close for close in self.witnesses.close if close.near.score >= WORTH_SHOWING]
        theirs = next((close for close in near if close.by in _THEIRS), None)
        shown = [close for close in (theirs, *near[:1]) if close is not None]
        distinct = {close.statement.id: close for close in shown}.values()
        return tuple(cite(c.article, c.span, c.statement, number=n) for n, c in enumerate(distinct, 1))

    def _on(
        self,
        evidence: Sequence[Found | Close],
        verdict: Verdict,
        reason: str,
        *,
        said_by: str | None = "",
        doubtful: bool = False,
    ) -> Check:
        """Rule on evidence of one kind, the best first; `said_by` "" means whoever speaks there."""
        best = evidence[0]
        return Check(
            self.claim,
            verdict,
            reason,
            self._said_by(best) if said_by == "" else said_by,
            self._diff(best),
            tuple(
                cite(e.article, e.span, e.statement, number=n)
                for n, e in enumerate(evidence[:MOST_CITATIONS], 1)
            ),
            uncertain=doubtful or _is_doubtful(best),
        )

    def _diff(self, evidence: Found | Close) -> tuple[Change, ...]:
        if isinstance(evidence, Close):
            return evidence.near.changes
        return tuple(trace(self.witnesses.quotation, evidence.match))

    def _flawed(self, found: Found) -> str:
        return phrase("check_flawed", speaker=self._name(found), flaws="; ".join(found.flaws))

    def _said_by(self, evidence: Found | Close) -> str | None:
        return named(self.witnesses.who, evidence.statement, evidence.article, evidence.by)

    def _name(self, evidence: Found | Close) -> str:
        """Return who said it; of somebody without a name, what the article calls them."""
        mention = evidence.statement.mention
        called = " ".join(evidence.article.text[slice(*mention)].split()) if mention else ""
        core = core_of(called.strip(_MARKS))[0] if called else ""
        return self._said_by(evidence) or (f"“{core}”" if " " in core else phrase("check_somebody"))


def _is_doubtful(evidence: Found | Close) -> bool:
    return evidence.by != "theirs" and evidence.by != "another's" or evidence.statement.confidence < SURE
