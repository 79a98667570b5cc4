"""Cues that the tagger missed beside a quotation, where grammar leaves no doubt whose it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.layout import number_at
from index.lexicon import PRONOUNS, can_begin_a_name
from index.spans import merged, touches
from index.tagger import TaggedSpan
from index.types import Span

REACH = 200  # characters of its sentence, before and after a quotation, that can hold its cue
SURE = 0.8  # trust in such a cue and its source

_NAME = r"(?:[A-Z][\w.-]*\s)*[A-Z][\w-]+"
# "What came instead, in her own words, was “a pile of paper”"
_IN_WORDS = re.compile(
    rf"\b(?P<cue>[Ii]n (?P<source>his|her|{_NAME}(?=[’']s?\s))(?:[’']s?)? (?:own |exact )?words)\b"
)
# "In a letter to the council she demanded “three gates”"
_RIGHT_BEFORE = re.compile(
    rf"\b(?P<source>[Hh]e|[Ss]he|[Ii]t|[Tt]hey|{_NAME}) "
    r"(?P<cue>said|says|added|announced|answered|argued|asked|claimed|declared|demanded|insisted|replied|shouted"
    r"|told \w+|warned|writes|wrote)(?: that)?[,:]? (?=[“\"])"
)


def with_missed_cues(
    text: str, tagged: Sequence[TaggedSpan], quotes: Sequence[Span], places: Sequence[Span]
) -> list[TaggedSpan]:
    """Return the spans with a cue and a source for quotations that have none; cues still come first.

    `places` are the sentences of the text.
    """
    cues = [span for span in tagged if span.role == "cue"]
    taken = merged([(cue.start, cue.end) for cue in cues])
    others: list[TaggedSpan] = []
    sources: list[TaggedSpan] = []
    for span in tagged:
        if span.role == "content" and span.cue is None and touches((span.start, span.end), quotes):
            found = _cue_of(text, span, places[number_at(places, span.start)])
            if found and not touches(found[0], taken):
                sources.append(TaggedSpan("source", *found[1], SURE, len(cues)))
                span = replace(span, cue=len(cues))
                cues.append(TaggedSpan("cue", *found[0], SURE, None))
        if span.role != "cue":
            others.append(span)
    return [*cues, *others, *sources]


def _cue_of(text: str, content: TaggedSpan, place: Span) -> tuple[Span, Span] | None:
    """Return the places of the cue and the source of a quotation that stands in the sentence `place`."""
    low, high = max(place[0], content.start - REACH), min(place[1], content.end + REACH)
    for found in _RIGHT_BEFORE.finditer(text, low, content.start + 1):
        if found.end() == content.start and (source := _name_in(text, found.span("source"))):
            return found.span("cue"), source
    in_words = _IN_WORDS.search(text, low, high)
    return (in_words.span("cue"), in_words.span("source")) if in_words else None


def _name_in(text: str, source: Span) -> Span | None:
    """Return the source without the words that open its sentence: "Yesterday | Ann Lee"."""
    for word in re.finditer(r"\S+", text[slice(*source)]):
        if word[0].lower() in PRONOUNS or can_begin_a_name(word[0]):
            return source[0] + word.start(), source[1]
    return None
