"""What checking a claim comes to: a verdict with its evidence."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from bot.checking.near import Change
from bot.types import Citation
from index.types import Article, Span, Statement

Verdict = Literal["verified", "altered", "misattributed", "not_found", "supported", "contradicted", "unclear"]
LABELS: dict[Verdict, str] = {
    "verified": "Verified",
    "supported": "Supported",
    "altered": "Altered",
    "contradicted": "Contradicted",
    "misattributed": "Misattributed",
    "not_found": "Not found",
    "unclear": "Unclear",
}
SURE = 0.6  # confidence of an attribution below which it is shown as uncertain, and so is a verdict on it
PASSED: frozenset[Verdict] = frozenset({"verified", "supported"})


@dataclass(frozen=True, slots=True)
class Claim:
    """That somebody said something. `start` and `end` are where it stands in the pasted text.

    `quote` is None where no words are quoted; then `said` is what is claimed to have been said, and
    `cue` the verb that says so, which may turn the sense ("denied"), and `beside` when and to whom.
    `speaker` is the name as the claim has it, None where it names nobody, and `reporter` whoever the claim
    gives as reporting that they said so.
    """

    text: str
    speaker: str | None
    quote: str | None
    said: str = ""
    cue: str = ""
    start: int = 0
    end: int = 0
    beside: str = ""
    reporter: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A checked claim.

    `said_by` is the register's name of whose words they are; `reason` says in a sentence why the
    verdict is what it is. `diff` leads from what was said to what is claimed. `near` is evidence that
    comes close and proves nothing. `uncertain`: the article leaves some doubt about who spoke.
    `same_sense`: an altered quotation says the same in other writing.
    """

    claim: Claim
    verdict: Verdict
    reason: str
    said_by: str | None = None
    diff: tuple[Change, ...] = ()
    citations: tuple[Citation, ...] = ()
    near: tuple[Citation, ...] = ()
    uncertain: bool = False
    same_sense: bool = False

    @property
    def label(self) -> str:
        """What a person reads for the verdict."""
        return LABELS[self.verdict] + (" in writing only" if self.same_sense else "")

    @property
    def passed(self) -> bool:
        """Whether the claim may stand as it is."""
        return self.verdict in PASSED


def inside(speaker: str | None) -> str:
    """Return whom a claim names as a sentence has it that does not begin so: not of "The mayor"."""
    return re.sub(r"^(?:The|An?|His|Her|Their|Our|My)\b", lambda word: word.group().lower(), speaker or "")


def cite(article: Article, span: Span, statement: Statement | None = None, *, number: int) -> Citation:
    """Return the citation of some characters of an article, said in `statement` or by nobody."""
    return Citation(
        number=number,
        article_id=article.id,
        start=span[0],
        end=span[1],
        quote=article.text[slice(*span)],
        speaker=statement.speaker if statement else None,
        kind=statement.kind if statement else "passage",
        title=article.title,
        published=article.published,
        url=article.url,
        source=article.source,
        mention=statement.mention if statement else None,
        confidence=statement.confidence if statement else 1.0,
        co_speakers=statement.speakers[1:] if statement else (),
    )


def as_json(check: Check, *, id: str | None = None) -> dict[str, Any]:
    """Return the line that `onrecord check --json` prints."""
    return {
        "id": id,
        "claim": check.claim.text,
        "speaker": check.claim.speaker,
        "verdict": check.verdict,
        "said_by": check.said_by,
        "reason": check.reason,
        "kind": "reported" if check.claim.quote is None else "quotation",
        "quote": check.claim.quote,
        "said": check.claim.said or None,
        "reporter": check.claim.reporter,
        "start": check.claim.start,
        "end": check.claim.end,
        "diff": [list(change) for change in check.diff],
        "citations": [_citation(citation) for citation in check.citations],
        "near": [_citation(citation) for citation in check.near],
        "uncertain": check.uncertain,
        "same_sense": check.same_sense,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "article": citation.article_id,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "speaker": citation.speaker,
        "co_speakers": list(citation.co_speakers),
        "title": citation.title,
        "date": citation.published.isoformat() if citation.published else None,
        "url": citation.url,
        "kind": citation.kind,
    }
