"""One quotation on trial: the evidence in the order of its certainty, and the verdict that follows.

Words that stand there verbatim decide before words that come near, and the asked person's before
anybody else's. Nothing is verified unless every word is there, and the sense with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.checking.beside import other_day, unchecked
from bot.checking.compare import flaws, marked_changes, trace
from bot.checking.inferred import is_guessed, may_be
from bot.checking.near import Change
from bot.checking.splice import runs_joined, sentences_joined
from bot.checking.verdicts import Check, Claim, Verdict, cite, inside
from bot.checking.whose import THEIRS, Whose
from bot.checking.witnesses import CHANCE, Close, Found, Witnesses, is_doubtful
from bot.checking.words import is_content
from bot.checking.writing import in_other_writing, other_quantity
from bot.prompts import phrase
from bot.types import Citation

ALTERED = 0.6  # share of a quotation's weight in one statement of theirs: they said it otherwise
SOMEBODY_ELSES = 0.85  # the same for somebody else's words: nearly verbatim, or it is chance
WORTH_SHOWING = 0.3  # the share from which a statement is shown as near
MOST_CITATIONS = 3


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
            or self._quoting(THEIRS)
            or sentences_joined(self.claim, self.witnesses)
            or self._theirs_otherwise()
            or runs_joined(self.claim, self.witnesses)
            or self._unknown_whose()
            or self._quoting(("unknown", "another's"))
            or self._somebody_elses_otherwise()
            or self._nobodys()
            or self._nowhere()
        )

    def _theirs_verbatim(self) -> Check | None:
        theirs = [found for found in self.witnesses.verbatim if found.by in THEIRS]
        clean = [found for found in theirs if found.is_clean]
        then = [f for f in clean if not other_day(self.claim, f.article, f.statement)]
        if then:
            name = "check_verified" if self.claim.speaker else "check_words_verified"
            told = phrase(name, speaker=self.witnesses.called(then[0]))
            marked = map(phrase, marked_changes(self.witnesses.quotation, then[0].match))
            reason = " ".join([told, *marked]) + unchecked(self.claim, then[0].article)
            return self._on(then, "verified", reason)
        if clean:
            return self._on(clean, "unclear", self._on_another_day(clean[0]))
        flawed = [found for found in theirs if found.flaws]
        if flawed:
            return self._on(flawed[:1], "altered", self._flawed(flawed[0]))
        return None

    def _on_another_day(self, found: Found) -> str:
        claimed, told = other_day(self.claim, found.article, found.statement) or ("", "")
        speaker = self.witnesses.called(found)
        return phrase("check_other_day", speaker=speaker, claimed=claimed, told=told)

    def _somebody_elses_verbatim(self) -> Check | None:
        clean = [f for f in self.witnesses.verbatim if f.by == "another's" and f.is_clean]
        if not clean or self._is_anybodys:
            return None
        sure = [found for found in clean if not self._may_be_theirs(found)]
        if not sure:
            return self._inferred(clean)
        return self._on(
            sure,
            "misattributed",
            self._of_another("check_misattributed", sure[0]),
            doubtful=_is_guess(sure[0]),
        )

    def _may_be_theirs(self, evidence: Found | Close) -> bool:
        """Whether the words are another's only by inference, and the one asked for may be meant."""
        asked = self.witnesses.who
        return asked is not None and may_be(asked, evidence.statement, evidence.article)

    def _inferred(self, evidence: Sequence[Found | Close]) -> Check:
        reason = self._of_another("check_inferred", evidence[0])
        return self._on(evidence, "unclear", reason, doubtful=True)

    def _of_another(self, name: str, evidence: Found | Close, **variables: str) -> str:
        """Return the phrase `name`, which says whose words they are, and whose they are not."""
        speaker, asked = self.witnesses.called(evidence), inside(self.claim.speaker)
        return phrase(name, speaker=speaker, asked=asked, **variables)

    def _quoting(self, by: Sequence[Whose]) -> Check | None:
        """The words stand only in a quotation within what one of those people says."""
        found = [f for f in self.witnesses.verbatim if f.by in by and f.repeated and not f.flaws]
        if not found:
            return None
        whom = inside(found[0].whom) or phrase("check_somebody_else")
        reason = phrase("check_quoting", speaker=self.witnesses.called(found[0]), whom=whom)
        return self._on(found, "unclear", reason, said_by=None)

    def _theirs_otherwise(self) -> Check | None:
        theirs = [close for close in self.witnesses.close if close.by in THEIRS]
        written = next((check for close in theirs if (check := self._in_other_writing(close))), None)
        if written:
            return written
        if not theirs or theirs[0].near.score < ALTERED or theirs[0].near.is_of_other_words:
            return None
        return self._on(theirs[:1], "altered", self._altered(theirs[0]))

    def _in_other_writing(self, close: Close) -> Check | None:
        """They said just this, and it is only written otherwise; cut so that the sense turns, it is bent."""
        match = in_other_writing(self.witnesses.quotation, close.near.said)
        if match is None:
            return None
        speaker, wrong = self.witnesses.called(close), flaws(self.witnesses.quotation, match)
        if wrong:
            return self._on(
                [close], "altered", phrase("check_flawed", speaker=speaker, flaws="; ".join(wrong))
            )
        check = self._on([close], "altered", phrase("check_altered_in_writing", speaker=speaker))
        return replace(check, same_sense=True)

    def _altered(self, close: Close) -> str:
        """Say that it was said otherwise; where a number alone is another, which."""
        speaker, other = self.witnesses.called(close), other_quantity(close.near.changes)
        if other is None:
            return phrase("check_altered", speaker=speaker)
        return phrase("check_other_value", speaker=speaker, told=other[0], claimed=other[1])

    def _unknown_whose(self) -> Check | None:
        """They stand there verbatim, but not as the words of anybody the article names."""
        unknown = [found for found in self.witnesses.verbatim if found.by == "unknown" and found.is_clean]
        if unknown:
            reason = phrase("check_unnamed", speaker=self.witnesses.called(unknown[0]))
            return self._on(unknown, "unclear", reason, doubtful=True)
        return None

    def _somebody_elses_otherwise(self) -> Check | None:
        if self._is_anybodys:
            return None
        flawed = next((f for f in self.witnesses.verbatim if f.by not in THEIRS and not f.repeated), None)
        if flawed and flawed.by == "unknown":
            return self._on([flawed], "altered", self._flawed(flawed), doubtful=True)
        if flawed and self._may_be_theirs(flawed):
            return self._inferred([flawed])
        if flawed:
            reason = self._of_another("check_misattributed_flawed", flawed, flaws="; ".join(flawed.flaws))
            return self._on([flawed], "misattributed", reason, doubtful=_is_guess(flawed))
        near = next((c for c in self.witnesses.close if c.by not in THEIRS), None)
        if near is None or near.near.score < SOMEBODY_ELSES:
            return None
        if near.by == "unknown":
            return self._on([near], "altered", phrase("check_altered_unnamed"), doubtful=True)
        if self._may_be_theirs(near):
            return self._inferred([near])
        reason = self._of_another("check_misattributed_altered", near)
        return self._on([near], "misattributed", reason, doubtful=_is_guess(near))

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
        theirs = next((close for close in near if close.by in THEIRS), None)
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
            self.witnesses.said_by(best) if said_by == "" else said_by,
            self._diff(best),
            tuple(
                cite(e.article, e.span, e.statement, number=n)
                for n, e in enumerate(evidence[:MOST_CITATIONS], 1)
            ),
            uncertain=doubtful or is_doubtful(best),
        )

    def _diff(self, evidence: Found | Close) -> tuple[Change, ...]:
        if isinstance(evidence, Close):
            return evidence.near.changes
        return tuple(trace(self.witnesses.quotation, evidence.match))

    def _flawed(self, found: Found) -> str:
        return phrase("check_flawed", speaker=self.witnesses.called(found), flaws="; ".join(found.flaws))


def _is_guess(evidence: Found | Close) -> bool:
    return is_guessed(evidence.statement, evidence.article)
