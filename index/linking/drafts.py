"""What tagged spans become before it is decided who speaks: words, with the places of cue and source."""

import re
from dataclasses import dataclass

from index.lexicon import PRONOUNS
from index.types import Kind, Span

LEAST_WORDS = 4  # an untagged quotation of fewer words is more often a name or an irony than a statement


@dataclass(frozen=True, slots=True)
class Draft:
    """Words somebody said, with the spans of cue and source where there are any."""

    pieces: tuple[Span, ...]
    kind: Kind
    cue: Span | None
    mention: Span | None
    confidence: float
    carried: str = ""  # why the mention is another quotation's and not one beside this
    labelled: bool = False  # the mention is the label of a turn in a transcript
    relayed: bool = False  # quoted by the source of another draft, which may hold this one

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def is_quoted(text: str, draft: Draft) -> bool:
    """Whether a draft begins with a quote mark."""
    return bool(re.match(r"[“\"„«‘']", text[draft.start : draft.start + 1]))


def is_named(text: str, draft: Draft) -> bool:
    """Whether the source is no mere pronoun: "Lee said … he continued"."""
    return draft.mention is not None and text[slice(*draft.mention)].lower() not in PRONOUNS
