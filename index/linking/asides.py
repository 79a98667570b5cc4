"""What a cue clause tells within somebody's words or after them, and is none of them: ", as she put it"."""

import re
from collections.abc import Sequence

from index.spans import touches
from index.types import Span

_SAYS = r"(?:said|says|say|added|adds|add|argued|argues|noted|notes|explained|warned|insisted|continued)"
# Only who "she" is beside her own words is sure: "experts say" within them is what she says of experts.
_ASIDE = re.compile(
    rf", (?:(?:he|she|they) (?:also |then |later )?{_SAYS}"
    r"|in (?:his|her|their|[A-Z][\w-]+['’]s?) (?:own )?words), (?=\S)"
)


def without_asides(text: str, pieces: Sequence[Span], quotes: list[Span]) -> tuple[Span, ...]:
    """Return pieces without a cue clause that commas set off in reported speech."""
    kept: list[Span] = []
    for start, end in pieces:
        for aside in _ASIDE.finditer(text, start, end):
            if aside.start() > start and aside.end() < end and not touches(aside.span(), quotes):
                kept.append((start, aside.start()))
                start = aside.end()
        kept.append((start, end))
    return tuple(kept)
