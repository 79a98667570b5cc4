"""The sentences of a draft that nothing was read from, so that none was checked, with the reason. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape as _esc
from typing import Any

from bot.checking.narrated import LONGEST_SENTENCE
from bot.checking.pasted import level, plain
from bot.checking.saying import CUE
from bot.checking.verdicts import Claim
from bot.prompts import counted, phrase
from index.layout import paragraphs, sentences

_SHORTEST = 3  # words; fewer are a heading or an exclamation


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that was passed over: where it stands in the pasted text, and why."""

    text: str
    start: int
    end: int
    reason: str


def unread(text: str, claims: Sequence[Claim]) -> Iterator[Unread]:
    """Yield the sentences of a draft that none of the claims read from it, which are in order, stands in."""
    levelled, number = level(text), 0
    for paragraph in paragraphs(levelled):
        for start, end in sentences(levelled, *paragraph):
            while number < len(claims) and claims[number].end <= start:
                number += 1
            if number < len(claims) and claims[number].start < end:
                continue
            words = " ".join(plain(levelled[start:end]).split())
            if len(words.split()) >= _SHORTEST:
                yield Unread(words, start, end, phrase(_reason(words, end - start)))


def as_text(sentence: Unread) -> str:
    """Return a sentence that was passed over for a terminal."""
    return f"NOT CHECKED: {sentence.text}\n  {sentence.reason}"


def as_json(sentence: Unread) -> dict[str, Any]:
    """Return the line that `onrecord check --json` prints; it has no verdict but "unchecked"."""
    return {
        "id": None,
        "claim": sentence.text,
        "verdict": "unchecked",
        "reason": sentence.reason,
        "kind": "narration",
        "start": sentence.start,
        "end": sentence.end,
    }


def as_html(passed_over: Sequence[Unread]) -> str:
    """Return what was passed over as a list that is shown when it is opened; nothing where all was read."""
    if not passed_over:
        return ""
    items = "".join(f"<li>{_esc(each.text)} <em>{_esc(each.reason)}</em></li>" for each in passed_over)
    head = phrase("check_unread", count=counted(len(passed_over), "sentence"))
    return f'<details class="unread"><summary>{_esc(head)}</summary><ul>{items}</ul></details>'


def _reason(words: str, length: int) -> str:
    if length > LONGEST_SENTENCE:
        return "check_unread_long"
    return "check_unread_cue" if CUE.search(words) else "check_unread_narration"
