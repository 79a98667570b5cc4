"""The first half of a sentence that a cue clause parts: "Voters, he said, are late"."""

import re

from index.lexicon import OPENERS
from index.spans import overlap
from index.tagger import TaggedSpan
from index.types import Span

LONGEST = 80  # characters of a first half without a mark

_HEAD = re.compile(rf"[“\"']?(?:And |But )?([A-Za-z][^,;:.“”\"\n]{{1,{LONGEST}}}), (?:as )?$")
_TAIL = re.compile(r"(?:,| [^,;:.“”\"\n]{1,40},) (?=[“\"']{0,2}(\S+))")
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|do|did)(?:n['’]t|not)?"
)
# Words of another cue
_ANOTHERS = re.compile(r"\S that\b|\b(?:said|says|say|warned|told|added|argued|claimed)\b")
# What is said holds under this condition alone.
_CONDITION = re.compile(r"(?:without|if|unless|except|despite|instead of)\b", re.IGNORECASE)


def with_head(text: str, pieces: set[Span], cue: TaggedSpan, source: TaggedSpan, place: Span) -> set[Span]:
    """Return pieces with what stands before their cue clause, where they cannot stand without it.

    That is their subject, when they begin with its verb, or the condition under which they hold.
    """
    first, last = sorted((cue, source), key=lambda span: span.start)
    head = _HEAD.fullmatch(text, place[0], first.start)
    tail = _TAIL.match(text, last.end, place[1])
    if not head or not tail or text[first.end : last.start].strip() or _ANOTHERS.search(head[1]):
        return pieces
    if not any(tail.end() <= start <= tail.end() + 2 for start, _ in pieces):
        return pieces
    is_subject = _VERB.fullmatch(tail[1]) and head[1].lower() not in OPENERS
    if not is_subject and not _CONDITION.match(head[1]):
        return pieces
    return pieces if overlap([head.span(1)], pieces) else pieces | {head.span(1)}
