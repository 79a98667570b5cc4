"""Interviews and transcripts: "TRUMP: …", "Q. … A. …". The label says who speaks, nothing needs guessing."""

import re
from collections.abc import Sequence
from itertools import groupby

from index.layout import paragraphs
from index.linking.drafts import Draft
from index.spans import within
from index.types import Span

LEAST_TURNS = 4  # fewer labelled paragraphs are headings, not a conversation
LEAST_SHARE = 0.5  # of all paragraphs that begin a labelled turn
ASKING = 0.5  # who ends more of their turns with a question interviews, and states nothing

_WORD = r"[A-Z][\w.'’-]+"
_LABEL = re.compile(
    rf"(?P<name>{_WORD}(?: (?:{_WORD}|de|van|von|der)){{0,4}}|Q|A)(?P<mark>:|\.(?=\s))\s+(?=\S)"
)


def transcript(text: str, not_prose: Sequence[Span] = ()) -> tuple[list[Draft], list[Span]]:
    """Return a draft a turn, and the spans of all turns, where `text` is a transcript; else nothing.

    Lines of `not_prose`, links and footers, are nobody's turn and no part of one.
    A turn's mention is its label; a turn by "A" has one that names nobody. The questions of an
    interviewer have spans and no drafts: they state nothing.
    """
    turns = _turns(text, not_prose)
    asked = {name for name, theirs in _by_speaker(text, turns) if _asks(text, theirs)}
    spans = [(turn.mention[0], turn.end) for turn in turns if turn.mention]
    return [turn for turn in turns if _label(text, turn) not in asked], spans


def _turns(text: str, not_prose: Sequence[Span]) -> list[Draft]:
    places = [place for place in paragraphs(text) if not within(place, not_prose)]
    labels = [_LABEL.match(text, start, end) for start, end in places]
    labels = [m if m and (m["mark"] == ":" or m["name"] in ("Q", "A")) else None for m in labels]
    if labels and labels[0] and not text[slice(*places[0])].endswith((".", "!", "?", "”", '"')):
        labels[0] = None  # "Interview: Ann Lee on the bridge", over all the rest
    names = [m["name"] for m in labels if m]
    speakers = set(names)
    if len(speakers) < 2 or len(names) < max(LEAST_TURNS, len(speakers) + 1, LEAST_SHARE * len(places)):
        return []
    last = max(at for at, label in enumerate(labels) if label)
    first = next(at for at, label in enumerate(labels) if label)
    # Where no turn before runs on, paragraphs after the last are the article's own again.
    runs_on = not all(labels[first:last])
    turns: list[Draft] = []
    for at, ((start, end), label) in enumerate(zip(places, labels)):
        if label:
            turns.append(Draft(((label.end(), end),), "direct", None, label.span("name"), 1.0, labelled=True))
        elif turns and (at < last or runs_on):
            pieces: tuple[Span, ...] = (*turns[-1].pieces, (start, end))
            turns[-1] = Draft(pieces, "direct", None, turns[-1].mention, 1.0, labelled=True)
    return turns


def _by_speaker(text: str, turns: Sequence[Draft]) -> list[tuple[str, list[Draft]]]:
    ordered = sorted(turns, key=lambda turn: _label(text, turn))
    return [(name, list(theirs)) for name, theirs in groupby(ordered, key=lambda turn: _label(text, turn))]


def _label(text: str, turn: Draft) -> str:
    return text[slice(*turn.mention)] if turn.mention else ""


def _asks(text: str, turns: Sequence[Draft]) -> bool:
    questions = sum(text[turn.start : turn.end].rstrip("”\"'").endswith("?") for turn in turns)
    return _label(text, turns[0]) == "Q" or questions > ASKING * len(turns)
