"""Tagged spans as a reader would set them: whole phrases, whole names, no stray words."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from index.formats.metadata import headline
from index.kinds import COMPANY_NOUNS, DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.layout import number_at, sentences
from index.lexicon import PRONOUNS, can_begin_a_name, is_person_noun
from index.linking.missed import with_missed_cues
from index.linking.pieces import trimmed
from index.linking.told import after_dateline
from index.naming.personal import in_a_heading
from index.spans import touches
from index.tagger import TaggedSpan
from index.types import Span

SURE_WORD = 0.8  # least confidence in a single word: "opposed | it"; others are strays

# No phrase ends with such a word: where a piece does, the tagger stopped too early.
_UNFINISHED = re.compile(
    r"\b(?:the|an?|of|in|on|at|for|from|with|by|into|and|or|but|than|as|though|although|because|if|their|its|his|her"
    r"|our|my|your|is|are|was|were|be|been|very|more|under|about|against|between|among|without|within|through|until"
    r"|since|around|toward|towards|despite|during|upon|beyond|will|would|can|could|must|should|may|might|cannot|every"
    r"|no|while|when|where|who|which|whose)$|(?<=\w)['’]s$|\d [ap](?:\.m\.?)?$"
)
# "$100 | ,000 worth of damage", "uber | -wealthy voters": the word itself goes on.
_REST_OF_WORD = re.compile(r"(?:,\d{3})+\b|-(?=\w)[\w-]+|(?<=\d [ap])\.m\.(?= [a-z])")
_REST_OF_NAME = re.compile(r"(?: (?!\w+day\b|[A-Z]+\b)[A-Z][\w’'-]*)+")  # "Arrowhead | Stadium"
_END_OF_PHRASE = re.compile(r"[,;:!?—–“”\"«»()\n]|\.$|''|$")

_BLANK_LINE = re.compile(r"\s*\n[^\S\n]*\n\s*")
_COLON_NEXT = re.compile(r"[^:“”\"\n]{2,120}: ?[“\"]")
_DETERMINER = re.compile(r"\b(?:the|an?|this|that|his|her|its|their|our)$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:at|by|for|from|in|of|on|to|with)$")
_CAPITALS = re.compile(r"(?: (?:[A-Z]\.|[A-Z][\w’'-]*))+")


def mended(text: str, tagged: Sequence[TaggedSpan], quotes: Sequence[Span]) -> list[TaggedSpan]:
    """Return the spans of a text, cues first as the tagger gives them, with contents and sources made whole.

    Words in `quotes`, the quotations of the text, are as the marks have them.
    """
    places = list(sentences(text)) or [(0, len(text))]
    tagged = with_missed_cues(text, tagged, quotes, places)
    cues = [span for span in tagged if span.role == "cue"]
    sources = [
        widened(text, span, None if span.cue is None else cues[span.cue])
        for span in tagged
        if span.role == "source"
    ]
    found = _relinked(text, [span for span in tagged if span.role == "content"], cues, sources, places)
    title = text.find("\n") if headline(text) else 0  # a headline's words end with its line
    contents: list[TaggedSpan] = []
    for number in dict.fromkeys(span.cue for span in found):
        own = [span for span in found if span.cue == number]
        stops = [span.start for span in [*own, *(s for s in sources if s.cue == number)]]
        stops += [cues[number].start] if number is not None else []
        for span in joined(text, own):
            span = _in_one_paragraph(text, span, None if number is None else cues[number], quotes)
            if not touches((span.start, span.end), quotes):
                place = places[number_at(places, span.start)]
                start, end = finished(text, (span.start, span.end), stops, place)
                if start < title < end:
                    end = title
                if len(text[start:end].split()) < 2 and span.confidence < SURE_WORD:
                    continue
                span = replace(span, end=end)
            contents.append(span)
    return [*cues, *sorted(contents, key=lambda span: span.start), *sources]


def _in_one_paragraph(
    text: str, span: TaggedSpan, cue: TaggedSpan | None, quotes: Sequence[Span] = ()
) -> TaggedSpan:
    """Return a content or source without what it takes in of another paragraph: a heading above, or the next.

    What a quotation runs over stays.
    """
    for gap in _BLANK_LINE.finditer(text, span.start, span.end):
        if not touches(gap.span(), quotes):
            if (cue is not None and cue.end <= gap.start()) or gap.end() >= span.end:
                return replace(span, end=gap.start())
            span = replace(span, start=gap.end())
    return span


def _relinked(
    text: str,
    contents: Sequence[TaggedSpan],
    cues: Sequence[TaggedSpan],
    sources: Sequence[TaggedSpan],
    places: Sequence[Span],
) -> list[TaggedSpan]:
    """Return contents with the cue right before each, where they were tagged as another's.

    In the sentence of its cue only where the one right before has no words of its own and does not stand
    in the midst of that cue's ("it was Lee who | he said | had paid"), and no source is left without words.
    """
    has_words = {content.cue for content in contents}
    has_source = {source.cue for source in sources}
    ends = {cue.end: number for number, cue in enumerate(cues)}
    starts = {cue.start: number for number, cue in enumerate(cues)}
    found = []
    for content in contents:
        if content.cue is not None and _leads_to_what_follows(text, content, cues[content.cue]):
            content = replace(content, cue=None)
        # "… Lee said, “It is late,” the Gazette reported": Lee's words, whoever reports them.
        between = " ,:" if text[content.start] in '“"' else " "
        number = ends.get(len(text[: content.start].rstrip(between)), content.cue)
        if content.cue is not None and "\n" in text[cues[content.cue].end : content.start]:
            # "“…,” added Lee" after a paragraph that broke off: the words are not of its speaker.
            after = starts.get(content.end + len(text[content.end :]) - len(text[content.end :].lstrip(" ")))
            number = after if after is not None and after not in has_words else number
        if content.cue is not None and number is not None and number != content.cue:
            here = number_at(places, content.start)
            together = number_at(places, cues[content.cue].start) == here
            left = [other for other in contents if other.cue == content.cue and other != content]
            clause = [cues[number], *(source for source in sources if _adjoin(text, source, cues[number]))]
            inside = any(_adjoin(text, other, part) for other in left for part in clause)
            free = number not in has_words and not inside and bool(left or number in has_source)
            if free or not together:
                content = replace(content, cue=number)
        found.append(content)
    return found


def _leads_to_what_follows(text: str, content: TaggedSpan, cue: TaggedSpan) -> bool:
    """Whether a cue that opens its paragraph leads to the quotation after it: "Said Lee: “…”"."""
    if content.end > cue.start or "\n" not in text[content.end : cue.start]:
        return False
    return text[cue.start - 1] == "\n" and bool(_COLON_NEXT.match(text, cue.end))


def _adjoin(text: str, first: TaggedSpan, second: TaggedSpan) -> bool:
    """Whether nothing but white space stands between two spans."""
    return first.end <= second.start and not text[first.end : second.start].strip()


def joined(text: str, spans: Sequence[TaggedSpan]) -> list[TaggedSpan]:
    """Make one of contents between which nothing stands."""
    kept: list[TaggedSpan] = []
    for span in sorted(spans, key=lambda s: s.start):
        if kept and kept[-1].end < span.start and text[kept[-1].end : span.start] == " ":
            sure = min(kept[-1].confidence, span.confidence)
            kept[-1] = replace(kept[-1], end=span.end, confidence=sure)
        else:
            kept.append(span)
    return kept


def finished(text: str, piece: Span, stops: Collection[int], place: Span) -> Span:
    """Lead a piece that ends in the midst of a phrase ("in the | Horn of Africa") to the end of it.

    Not past the sentence `place` nor past any of `stops`, where other spans begin.
    """
    start, end = piece
    stop = min((at for at in stops if at >= end), default=place[1])
    stop = min(stop, place[1])
    if end >= stop or len(text[start:end].split()) < 3:
        return piece
    word = _REST_OF_WORD.match(text, end, stop)
    end = word.end() if word else end
    if re.search(r" [A-Z][\w’'-]*$", text[start:end]) and (name := _REST_OF_NAME.match(text, end, stop)):
        return start, name.end()
    if not word and not _UNFINISHED.search(text, start, end):
        return piece
    found = _END_OF_PHRASE.search(text, end, stop)
    whole = trimmed(text, (start, found.start() if found else end))
    return whole if whole and whole[1] > end else piece


def widened(text: str, source: TaggedSpan, cue: TaggedSpan | None) -> TaggedSpan:
    """Return a source with the name that follows it, where the tagger stopped short of it.

    "the | Obama administration (is engaged)", "public defender | Ann Lee (wrote)".
    """
    source = _in_one_paragraph(text, source, cue)
    source = replace(source, start=after_dateline(text, (source.start, source.end))[0])
    words = text[source.start : source.end]
    if not words or words.lower() in PRONOUNS or not words[-1].isalnum() or _PREPOSITION.search(words):
        return source
    stop = cue.start if cue and cue.start >= source.end else len(text)
    end = source.end
    lacking = bool(_DETERMINER.search(words))  # a noun must follow
    name = _CAPITALS.match(text, end, stop)
    # "the Ministry of the Armed | Forces (announced)": after a capital only what leads up to the cue.
    leads_up = name is not None and name.end() == stop - 1 and not in_a_heading(text, end)
    if name and not lacking and not words.split()[-1][0].islower() and not leads_up:
        name = None
    if name and can_begin_a_name(name[0].split()[0]):
        end = name.end()
    if lacking:
        if cue and cue.start > end and re.fullmatch(r"(?: [\w’'-]+){1,3} ", text[end : cue.start]):
            end = cue.start - 1
        elif (noun := re.compile(r" ([a-z]+)\b").match(text, end)) and _is_a_source(noun[1]):
            end = noun.end()
    return replace(source, end=end)


def _is_a_source(noun: str) -> bool:
    return noun in ORGANISATION_NOUNS | COMPANY_NOUNS | DOCUMENT_NOUNS or is_person_noun(noun)
