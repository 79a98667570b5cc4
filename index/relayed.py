"""Words that one source relays from another: "“…,” Lee said, according to the Gazette" are Lee's.

The tagger gives all of it to the paper, for the cue clause of whoever spoke stands among the words.
"""

import re
from collections.abc import Collection

from index.spans import merged, touches, touching
from index.types import Kind, Span

_SOURCE = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) )?(?:[\w.’'-]+ ){0,5}[\w.’'-]+"
_CLAUSE = re.compile(
    rf"\s+({_SOURCE}) (says|said|tells|told|writes|wrote|adds|added|argued|explained|warned|replied|tweeted"
    r"|announced|insisted|continued)\b([^“”\"«»\n]{0,80})"
)


def relayed(
    text: str, pieces: Collection[Span], quotes: list[Span]
) -> tuple[tuple[Span, ...], Kind, Span, Span] | None:
    """Return the quotations, their kind, cue and mention of whoever is quoted in pieces given to another.

    `None` where no piece begins with a quotation that its own cue clause follows.
    """
    for start, end in sorted(pieces):
        first = next(iter(touching((start, start + 1), quotes)), None)
        if first is None or first[0] != start or first[1] >= end:
            continue
        clause = _CLAUSE.match(text, first[1], end)
        if clause and not touches(clause.span(), quotes):
            said = {quote for piece in pieces for quote in touching(piece, quotes)}
            return tuple(merged(said)), "direct", clause.span(2), clause.span(1)
    return None
