"""What a draft has people say without quote marks: a claim for each sentence that does. Pure.

Sentences of plain narration are left alone. Of a sentence that quotes as well, what stands in front of its
quotations and behind them is read where it says something of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.checking.attribution import NAME, PRONOUN, without_opener
from bot.checking.pasted import plain
from bot.checking.reported import Reported, ends_before_a_quotation, more_said, reported
from bot.checking.verdicts import Claim
from index.layout import paragraphs, sentences
from index.naming.gender import Gender, gender_of
from index.types import Span

LONGEST_SENTENCE = 2_000  # characters; more is no sentence

_GENDERS: dict[str, Gender] = {"he": "male", "she": "female"}


def narrated(text: str, quoted: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims that a text makes outside its quotations, which were read already, in order."""
    ends = [claim.end for claim in quoted]
    last: Claim | None = None
    for paragraph in paragraphs(text):
        for start, end in sentences(text, *paragraph):
            first = bisect_left(ends, start + 1)
            within = [claim for claim in quoted[first:] if claim.start < end] if first < len(quoted) else []
            before = quoted[first - 1] if first else None
            if before and (last is None or last.end < before.end):
                last = before
            line = " ".join(text[start:end].split())
            for at, found in _of_sentence(text, (start, end), within):
                who = _meant(found.speaker, text, start, last)
                last = Claim(line, who, None, found.said, found.cue, at, end, found.beside, found.reporter)
                yield last


def _of_sentence(text: str, span: Span, within: Sequence[Claim]) -> Iterator[tuple[int, Reported]]:
    """Yield what a sentence has people say, each with where the part of it begins that does."""
    start, end = span
    if end - start > LONGEST_SENTENCE:
        return
    if not within:
        yield from ((start, found) for found in reported(plain(text[start:end])))
        return
    led = text[start : max(start, within[0].start)]
    yield from ((start, found) for found in reported(ends_before_a_quotation(plain(led))))
    behind = min(end, within[-1].end)
    if within[-1].speaker:
        yield from ((behind, found) for found in more_said(plain(text[behind:end]), within[-1].speaker))


def _meant(speaker: str, text: str, at: int, last: Claim | None) -> str | None:
    """Return who speaks; of "he" and "she" whoever spoke before, where nobody else was named since."""
    if not PRONOUN.fullmatch(speaker):
        return speaker
    since = last.start if last else 0
    names = {without_opener(name) for name in NAME.findall(text, since, at)}
    full = [name for name in names if " " in name]
    who = last.speaker if last else full[0] if len(full) == 1 else None
    others = [name for name in full if who and not set(name.split()) & set(who.split())]
    if who is None or others:
        return None
    wanted = _GENDERS.get(speaker.lower())
    places = [found.span() for found in re.finditer(re.escape(who), text)]
    told = gender_of(text, who, places) if places else None
    return None if wanted and told and told != wanted else who
