"""Interviews and transcripts: "TRUMP: …", "Q. … A. …". The label says who speaks, nothing needs guessing."""

import re

from index.layout import paragraphs
from index.statements import Draft
from index.types import Span

LEAST_TURNS = 4  # fewer labelled paragraphs are headings, not a conversation
LEAST_SHARE = 0.5  # of all paragraphs that belong to a labelled turn or follow one
_LABEL = re.compile(
    r"(?P<name>(?:[A-Z][A-Z.'’-]+|[A-Z][\w.'’-]+)(?: (?:[A-Z][A-Z.'’-]+|[A-Z][\w.'’-]+|de|van|von|der)){0,4}|Q|A)(?P<mark>:|\.(?=\s))\s+(?=\S)"
)


def transcript(text: str) -> list[Draft]:
    """Return a draft a turn where `text` is a transcript, else nothing.

    A turn's mention is its label; a turn by "Q" or "A" has one that names nobody.
    """
    places = list(paragraphs(text))
    labels = [_LABEL.match(text, start, end) for start, end in places]
    labels = [m if m and (m["mark"] == ":" or m["name"] in ("Q", "A")) else None for m in labels]
    speakers = {m["name"] for m in labels if m}
    turns = sum(m is not None for m in labels)
    if (
        turns < LEAST_TURNS
        or len(speakers) < 2
        or turns < LEAST_SHARE * len(places)
        or turns <= len(speakers)
    ):
        return []
    drafts: list[Draft] = []
    for (start, end), label in zip(places, labels):
        if label:
            mention: Span = (label.start("name"), label.end("name"))
            drafts.append(Draft(((label.end(), end),), "direct", None, mention, 1.0))
        elif drafts:
            last = drafts[-1]
            drafts[-1] = Draft((*last.pieces, (start, end)), last.kind, None, last.mention, last.confidence)
    return drafts
