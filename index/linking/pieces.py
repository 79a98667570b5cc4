"""Pieces of what somebody said: their exact ends, which belong together, and what grammar adds."""

import re
from collections.abc import Sequence

from index.layout import inner, sentences
from index.lexicon import is_person_noun
from index.linking.heads import with_head
from index.linking.told import without_lead
from index.spans import overlap, touching, within
from index.tagger import TaggedSpan
from index.types import Kind, Span

GAP = 160  # characters; pieces of a split quotation further apart are statements of their own

_SAYING = re.compile(
    r"(?:said|says|say|added|adds|replied|argued|argues|warned|explained|noted|announced|wrote|writes|insisted"
    r"|continued|conceded|claimed|claims|recalled|answered|told \w+|according to)$"
)
_SAYS = re.compile(r"\b(?:said|says|told|added|according to)\b")
_COMMA = re.compile(r",\s*$")
_RELATIVE = re.compile(r"(?:that|which|who) ")
# After these "that" opens what somebody is told, whoever that is: "told the listeners that it rained".
_TELLING = re.compile(
    r"\b(?:tell|told|say|said|assur|convinc|persuad|remind|inform|warn|promis|teach|taught|notif|advis|show|writ"
    r"|wrote|claim|argu|add|insist|suggest|report|announc|explain|complain|admit|boast|swear|swore)"
)
_SOME_THINGS = re.compile(
    r" (?!(?:in|on|at|for|from|with|by|to|of|after|before|during)\b)(?:[\w’'-]+ )*[a-z]+s "
)
_TIMES = re.compile(r"(?:days|weeks|months|years|times|\w+days|always|perhaps|ago) $")
WHAT_WAS_SAID = (
    "(?:accusation|appeal|assessment|claim|comment|concern|conclusion|criticism|demand|forecast|idea"
    "|information|opinion|point of view|point|position|proposal|remark|statement|thesis|thought|view|warning"
    "|word)s?"
)
POINTS_BACK = re.compile(rf"(?:This|That|The same|Such an?|These|Those) {WHAT_WAS_SAID}\b")
_IS_ABOUT = re.compile(rf"(?:This|That|The same)(?: {WHAT_WAS_SAID})? (?:(?:was|is|has been|had been) )?")
_POINTS_ALONE = re.compile(rf"(?:this|that|the same|such an?|these|those) {WHAT_WAS_SAID}", re.IGNORECASE)
_WHOM = re.compile(r"(?:the|an?|his|her|their|our) ([\w-]+)")
_NOT_SAID = re.compile(
    r"(?:not |without )?\w+ing\b|(?:as|when|while|after|before|who|which|in|at|on|during|where)\b"
)
_SETTING_OFF = ",;:—–-()"
_CLAUSE_END = re.compile(r"[^.,;:!?—–\n“”\"()]{0,60}[,;]\s+(?=\S)")
_GOES_ON = re.compile(r", (?:and|but|although|though|because|if|unless) ")
# "At the same time, as Lee said, it rained": nothing that Lee said.
_OPENER = re.compile(
    r"(?:At|In|On|For|By|After|Before|Since|During|But|And|Yet|However|Meanwhile|Moreover|Still|Then)\b[^,;]{0,40}"
)
_OPENS_A_CLAUSE = re.compile(r"(?:It|He|She|They|We|I|You|There|This|That|These|Those|The|An?)\b")

# A cue clause between a subject and its verb: "One bridge | , he said, | is unsafe".
_GOES_ON_AS_ITS_VERB = re.compile(r", [^,.;:“”\"\n]{2,60}, ")
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|do|did)\b"
)


def snap(text: str, piece: Span, quotes: list[Span]) -> Span:
    """Move the ends of a piece onto the quote marks they all but reach."""
    start, end = piece
    for low, high in touching(piece, quotes):
        inside_low, inside_high = inner(text, (low, high))
        if low <= start <= inside_low + 1:
            start = low
        if inside_high - 2 <= end <= high:
            end = high
        if inside_high <= start < high < end:  # the tagger began with the mark that closes it
            start = high
        covered = min(end, high) - max(start, low)
        if covered >= 0.8 * (high - low):
            start, end = min(start, low), max(end, high)
    return start, end


def trimmed(text: str, piece: Span) -> Span | None:
    """Return a piece without the commas and spaces at its ends."""
    start, end = piece
    while start < end and text[start] in " ,;:—–-\n\xa0":
        start += 1
    while start < end and text[end - 1] in " ;:—–-\n\xa0":
        end -= 1
    return (start, end) if start < end else None


def near(
    text: str, pieces: list[Span], cue: TaggedSpan | None, source: TaggedSpan | None
) -> list[tuple[Span, ...]]:
    """Part the pieces where more than a cue clause stands between two of them."""
    groups: list[list[Span]] = []
    for piece in pieces:
        if groups:
            gap = (groups[-1][-1][1], piece[0])
            known = sum(s.end - s.start for s in (cue, source) if s and gap[0] <= s.start and s.end <= gap[1])
            if gap[1] - gap[0] - known <= GAP and "\n" not in text[slice(*gap)].strip(" "):
                groups[-1].append(piece)
                continue
        groups.append([piece])
    return [tuple(group) for group in groups]


def is_a_connective(text: str, piece: Span, pieces: set[Span]) -> bool:
    """Whether a piece is a stray "in addition" or "that" beside, or instead of, the words themselves."""
    words = len(text[slice(*piece)].split())
    if words > 1 and not (words < 4 and any(len(text[slice(*p)].split()) > 4 for p in pieces)):
        return False
    return not any(  # "One bridge, he said, is unsafe"
        _GOES_ON_AS_ITS_VERB.fullmatch(text, piece[1], other[0]) and _VERB.match(text, other[0])
        for other in pieces
    )


def completed(
    text: str, pieces: set[Span], cue: TaggedSpan, source: TaggedSpan, place: Span, *, quoted: bool
) -> set[Span]:
    """Return the pieces of a cue with what grammar shows to belong to them, in the sentence `place`."""
    if not quoted:
        pieces = _around_clause(text, pieces, cue, source, place)
        pieces = _before_clause(text, pieces, cue, source, place)
    rest = _rest_of_sentence(text, cue, source, place)
    is_whole = not quoted and _opens_with_as(text, source, place)
    if is_whole and rest:
        pieces = {p for p in pieces if p[1] > source.start or not _OPENER.fullmatch(text, *p)}
    if rest and (not pieces or (is_whole and all(within(piece, [rest]) for piece in pieces))):
        pieces = {rest}
    pieces = without_lead(text, pieces, cue, source)
    return with_head(text, pieces, cue, source, place)


def _rest_of_sentence(text: str, cue: TaggedSpan, source: TaggedSpan, place: Span) -> Span | None:
    """Return what the grammar says is reported, where a cue has a source and the tagger saw no content.

    "As Putin stated on December 21, 2021 at a meeting, Moscow can …"; "Putin noted that …"; "The bill
    will pass, said Lee."
    """
    clause = min(cue.start, source.start), max(cue.end, source.end)
    if source.end <= cue.start and _opens_with_as(text, source, place):
        comma = re.compile(r"(?!, (?:19|20)\d\d),\s").search(text, cue.end, place[1])
        start = comma.end() if comma else place[1]
    elif re.match(r"\s+that\b", text[cue.end : place[1]]):
        start = cue.end
    elif _SAYING.search(text, cue.start, cue.end) and _COMMA.search(text, place[0], clause[0]):
        return trimmed(text, (place[0], text.rindex(",", place[0], clause[0])))
    else:
        return None
    rest = trimmed(text, (start, place[1]))
    return (rest[0], rest[1] - (text[rest[1] - 1] in ".!?")) if rest else None


def _opens_with_as(text: str, source: TaggedSpan, place: Span) -> bool:
    """Whether the main clause is what is reported: "As Putin stated, Moscow can …"."""
    return bool(re.search(r"\bas $", text[place[0] : source.start], re.IGNORECASE))


def pointed_at(
    text: str, cue: TaggedSpan, source: TaggedSpan | None, places: Sequence[Span], here: int
) -> Span | None:
    """Return the sentence before, where this one only says whose it is: "This opinion was voiced by Lee."

    `here` is the number of the cue's sentence in `places`.
    """
    if not here or source is None or source.start < cue.start:
        return None
    if not _IS_ABOUT.fullmatch(text, places[here][0], cue.start):
        return None
    start, end = places[here - 1]
    return start, end - (text[end - 1] in ".!?")


def _around_clause(
    text: str, pieces: set[Span], cue: TaggedSpan, source: TaggedSpan, place: Span
) -> set[Span]:
    """Complete reported speech on both sides of its cue clause: "It would, he said, but not today."."""
    first, last = sorted((cue, source), key=lambda span: span.start)
    if not pieces or first.end > last.start or text[first.end : last.start].strip():
        return pieces
    before, after = (place[0], first.start), (last.end, place[1])
    # ", according to Lee, but …" goes on; ", said Lee, a baker" tells of Lee.
    if first is cue and not (text[cue.start : cue.end] == "according to" and _GOES_ON.match(text, *after)):
        return pieces
    if not text[slice(*before)].rstrip().endswith(",") or not text[slice(*after)].startswith(","):
        return pieces
    kept = set(pieces)
    head, tail = trimmed(text, before), trimmed(text, after)
    if head and not overlap([head], kept) and _OPENS_A_CLAUSE.match(text[slice(*head)]):
        kept.add((head[0], head[1] - (text[head[1] - 1] == ",")))
    said_by_another = tail and first is cue and _SAYS.search(text, *tail)
    if tail and overlap([before], kept) and not _NOT_SAID.match(text, *tail) and not said_by_another:
        kept = {p for p in kept if not overlap([p], [tail])}
        kept.add((tail[0], tail[1] - (text[tail[1] - 1] in ".!?")))
    return kept


def _before_clause(
    text: str, pieces: set[Span], cue: TaggedSpan, source: TaggedSpan, place: Span
) -> set[Span]:
    """Lead words that a cue clause closes back to the start: "The plan, if kept, will do, he said"."""
    first, last = sorted((cue, source), key=lambda span: span.start)
    if text[first.end : last.start].strip() or text[last.end : place[1]].strip(" .!?"):
        return pieces
    head = trimmed(text, (place[0], first.start))
    if not head or text[head[1] - 1] != "," or not any(head[1] - 1 <= p[1] <= head[1] for p in pieces):
        return pieces
    return {p for p in pieces if not overlap([p], [head])} | {(head[0], head[1] - 1)}


def without_relative_clauses(
    text: str, pieces: set[Span], cue: TaggedSpan, source: TaggedSpan | None
) -> set[Span]:
    """Leave out what a cue clause after the words says of itself: "…, Lee wrote in a report that …".

    And what only says which things somebody handles, without a word of speech: "waved flags that …".
    """
    if not _TELLING.search(text, cue.start, cue.end):
        pieces = {piece for piece in pieces if not _tells_of_things(text, cue.end, piece)}
    start = min(cue.start, source.start if source else cue.start)
    if not any(end <= start and "," in text[end - 1 : start] for _, end in pieces):
        return pieces
    return {
        piece
        for piece in pieces
        if piece[0] < cue.end
        or not _RELATIVE.match(text, piece[0])
        or re.search(r"[,;:“”\"]", text[cue.end : piece[0]])
    }


def unbroken(
    text: str, pieces: Sequence[Span], cue: Span | None, mention: Span | None, quotes: list[Span]
) -> tuple[Span, ...]:
    """Join pieces unless what parts them was told and not said.

    That is what stands between two quotations, and a cue clause that marks set off: "…, he said, …".
    Anything else the tagger left out belongs to the words, and without it they say something else.
    What follows a quotation and its cue clause without a mark is the clause's own: "“…,” he said of May".
    """
    clause = [span for span in (cue, mention) if span]
    joined = list(pieces[:1])
    for start, end in pieces[1:]:
        before = joined[-1]
        quoted = _ends_quoted(text, before, quotes), _begins_quoted(start, quotes)
        told = bool(clause) and all(before[1] <= low and high <= start for low, high in clause)
        begun = bool(clause) and all(before[1] <= low < start for low, _ in clause)  # "he | recalled of May"
        stray = begun and quoted[0] and not touching((start, end), quotes)
        since = start
        if told and not stray:
            since = _after_clause(text, max(high for _, high in clause), start)
        gap = (before[1], since)
        if all(quoted) or "\n" in text[slice(*gap)] or (told and _is_set_off(text, gap, quoted)):
            joined.append((since, end))
        elif not stray:
            joined[-1] = (before[0], end)
    return tuple(joined)


def _after_clause(text: str, clause_end: int, start: int) -> int:
    """Return where the words go on after a cue clause, be it before `start`: ", he said, but | today"."""
    found = _CLAUSE_END.match(text, clause_end, start)
    return found.end() if found and not _NOT_SAID.match(text, found.end()) else start


def _is_set_off(text: str, gap: Span, quoted: tuple[bool, bool]) -> bool:
    """Whether a gap that holds cue and source is one clause between marks, a quotation's own included."""
    words = text[slice(*gap)].strip()
    opens = quoted[0] or text[gap[0] - 1] in _SETTING_OFF or words[0] in _SETTING_OFF
    closes = quoted[1] or words[-1] in _SETTING_OFF + ".!?"
    return opens and closes and len(list(sentences(words))) == 1


def _begins_quoted(start: int, quotes: list[Span]) -> bool:
    return any(low == start for low, _ in touching((start, start + 1), quotes))


def _ends_quoted(text: str, piece: Span, quotes: list[Span]) -> bool:
    return any(
        high <= piece[1] and not text[high : piece[1]].strip(" ,.") for _, high in touching(piece, quotes)
    )


def _tells_of_things(text: str, cue_end: int, piece: Span) -> bool:
    things = _SOME_THINGS.fullmatch(text, cue_end, piece[0])
    return bool(things and not _TIMES.search(things[0]) and _RELATIVE.match(text, piece[0]))


def says_nothing(words: str) -> bool:
    """Whether a piece only points at what was said, "this opinion", or at whom it is said to, "the mayor"."""
    whom = _WHOM.fullmatch(words)
    return bool(_POINTS_ALONE.fullmatch(words) or (whom and is_person_noun(whom[1].lower())))


def kind_of(text: str, pieces: tuple[Span, ...], quotes: list[Span]) -> Kind:
    inside = sum(
        max(0, min(e, high) - max(s, low)) for s, e in pieces for low, high in touching((s, e), quotes)
    )
    size = sum(len(text[s:e].strip(" ,.;:")) for s, e in pieces)
    if not inside:
        return "indirect"
    return "direct" if inside >= size - 2 * len(pieces) else "mixed"
