"""What the reporter tells within words that were tagged as somebody's, and is left out."""

import re

from index.tagger import TaggedSpan
from index.types import Span

_LEADS_ON = re.compile(r"\b(?:because|although|though|whereas)$")
# "HOLM, Maine (AP) — | Workers at the plant"
_DATELINE = re.compile(r"[A-Z]{3}[A-Z .,’'-]*(?:, [A-Z][a-z.]+)? (?:\([\w ]+\) )?(?:[-–—―]|--) (?=\w)")
# "Lee criticized (Hart saying, “It is late.”)"
_WHOM_SAYING = re.compile(
    r"(?:[\w.’'-]+ ){1,8}saying[,:]? (?=[“\"][^“”\"]+[”\"]\W?$)"
    r"|(?:[\w.’'-]+ ){1,5}?[\w.’'-]+,? (?:[^,“”\"]{2,60}, )?who said,? (?=[“\"])"
)

_MARK = re.compile(r"[“”\"]")
# "“… a fraud,” | in essence calling them liars", "“… late,” | not mentioning the fog"
_COMMENT = re.compile(
    r",[”\"] (?=(?:(?:in (?:essence|effect)|effectively|not|without|thus|thereby|apparently) )[a-z]+ing\b)"
)


def without_lead(text: str, pieces: set[Span], cue: TaggedSpan, source: TaggedSpan) -> set[Span]:
    """Leave out the clause before one that somebody says: "He went because, they said, it rained"."""
    start, end = min(cue.start, source.start), max(cue.end, source.end)
    leads = {p for p in pieces if p[1] <= start and text[p[1] : start] == ", " and _LEADS_ON.search(text, *p)}
    return pieces - leads if any(piece[0] >= end for piece in pieces) else pieces


def after_dateline(text: str, span: Span) -> Span:
    """Return a span without the dateline that it begins with."""
    dateline = _DATELINE.match(text, *span)
    return (dateline.end(), span[1]) if dateline else span


def quotation_alone(text: str, piece: Span) -> Span:
    """Return the quotation alone, where whom it is said of stands before it: "Hart saying, “It is late.”"."""
    whom = _WHOM_SAYING.match(text, *piece)
    return (whom.end(), piece[1]) if whom else piece


def without_comment(text: str, piece: Span) -> Span:
    """Return words without what the reporter thinks of them after their last quotation."""
    comment = _COMMENT.search(text, *piece)
    return (
        (piece[0], comment.end() - 1)
        if comment and not _MARK.search(text, comment.end(), piece[1])
        else piece
    )
