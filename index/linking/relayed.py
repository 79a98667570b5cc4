"""Words that one source relays from another: "“…,” Lee said, according to the Gazette" are Lee's.

The tagger gives all of it to the paper, for the cue clause of whoever spoke stands among the words.
"""

import re
from collections.abc import Collection

from index.kinds import COMPANY_NOUNS, ORGANISATION_NOUNS
from index.lexicon import is_person_noun
from index.spans import merged, touches, touching
from index.types import Span

_SOURCE = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) )?(?:[\w.’'-]+ ){0,10}?[\w.’'-]+"
_VERBS = (
    r"(?P<verb>says|said|tells|told|writes|wrote|adds|added|argues|argued|explained|warned|replied|tweeted|announced|insisted"
    r"|continued|claims(?! that)|claimed|admitted|acknowledged)"
)
_NAME = r"(?:The )?[A-Z][\w.’'-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w.’'-]*)*"
_AFTER = re.compile(rf"\s+(?P<source>{_SOURCE}(?:, [^,“”\"«»\n]{{2,80}},)?) {_VERBS}\b[^“”\"«»\n]{{0,80}}")
_INVERTED = re.compile(
    rf"\s+{_VERBS} (?P<source>{_NAME})(?=[,.])[^“”\"«»\n]*"
)  # "“…,” said Ann Lee, who came"
_OPENER = r"(?:(?:At|In|On|During|After) [^,“”\"]{3,40}, )?"
_KIND = rf"[Tt]he (?:[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(ORGANISATION_NOUNS | COMPANY_NOUNS))})"
# "The Tide Board's spokesman Ann Lee", "Holm’s minister of tides, Ann Lee,", "Ann Lee, a Holm baker,"
_SUBJECT = (
    rf"(?:[A-Z][\w.’'-]* (?:[a-z-]+ ){{1,6}}[a-z-]+, (?={_NAME},))?"
    rf"(?:(?:[Tt]he )?(?:[\w.’'&-]+ ){{0,7}}?(?P<office>[a-z]+) )??{_NAME}(?:, [^,“”\"«»\n]{{2,90}},|,)?"
)
_BEFORE = re.compile(
    rf"{_OPENER}(?P<source>{_SUBJECT}|{_KIND}) (?:(?:also|later|then|has|had) )?"
    rf"(?:{_VERBS}|(?P<reports>reported))\b(?: (?:on )?\w+day)?"
    r"(?:[:,]? (?=[“\"])| (?:[\w’'-]+ ){0,4}?that,? (?=\S)"
    r"| (?=(?:he|she|it|they|we|there|an?|the|his|her|its|their|this|some|more)\b)"
    r"| (?=(?:around|about|nearly|almost|over|(?:at least|(?:more|less|fewer) than|up to) \d|\d[\d,.]*)\b))"
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_QUOTED_BY = re.compile(
    r"(?:was|were|is|are|been) quoted by [^,;:“”\".\n]{2,60}? as (?:saying|telling \w+) (?:that )?"
)


def relayed(
    text: str, pieces: Collection[Span], quotes: list[Span]
) -> tuple[tuple[Span, ...], Span, Span] | None:
    """Return the words, cue and mention of whoever is named in pieces given to another.

    `None` where no piece has a quotation that its own cue clause follows, nor begins with such a clause.
    """
    for start, end in sorted(pieces):
        first = next(iter(touching((start, start + 1), quotes)), None)
        if first is not None and first[0] == start and first[1] < end:
            clause = _AFTER.match(text, first[1], end) or _INVERTED.match(text, first[1], end)
            if clause and not touches(clause.span(), quotes):
                return _quoted(pieces, quotes), *_told(clause)
        elif first is None and (led := _led_to_a_quotation(text, (start, end), quotes)):
            words, clause = led
            return (words, *touching((clause.end(), end), quotes)), *_told(clause)
        elif first is None and (clause := _BEFORE.match(text, start, end)) and clause.end() < end:
            if clause["office"] and not is_person_noun(clause["office"]):
                continue
            if text[clause.end()] in '“"':
                return _quoted([(clause.end(), end)], quotes), *_told(clause)
            return ((clause.end(), end),), *_told(clause)
    return None


def _told(clause: re.Match[str]) -> tuple[Span, Span]:
    """Return the cue and the mention of a cue clause."""
    return clause.span("verb" if clause["verb"] else "reports"), clause.span("source")


def _led_to_a_quotation(text: str, piece: Span, quotes: list[Span]) -> tuple[Span, re.Match[str]] | None:
    """ "Furthermore, “…,” Lee said": the words up to a quotation's end, and the cue clause after it."""
    start, end = piece
    for low, high in touching(piece, quotes):
        if (
            start < low
            and high < end
            and text[high - 2] == ","
            and not _SENTENCE_END.search(text, start, low)
        ):
            clause = _AFTER.match(text, high, end)
            if clause and not touches(clause.span(), quotes):
                return (start, high), clause
    return None


def quoted_by(text: str, cue: Span, before: Collection[Span], place: Span) -> tuple[Span, Span] | None:
    """Return who is quoted and what, where a sentence says by whom: "Lee was quoted by Tass as saying …".

    `before` are the pieces that were taken for the words and are the name of who is quoted.
    """
    said = _QUOTED_BY.match(text, cue[0], place[1])
    quoted = [span for span in before if span[1] <= cue[0]]
    if not said or not quoted:
        return None
    end = place[1] - (text[place[1] - 1] in ".!?")
    return (min(s for s, _ in quoted), max(e for _, e in quoted)), (said.end(), end)


def _quoted(pieces: Collection[Span], quotes: list[Span]) -> tuple[Span, ...]:
    return tuple(merged({quote for piece in pieces for quote in touching(piece, quotes)}))
