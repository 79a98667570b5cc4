"""Where paragraphs and quotations lie in a text, whatever quote marks it uses.

All offsets are Python string indices, end exclusive.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from index.types import Span

# Two apostrophes or two backticks stand for a double quote mark in many newspaper archives.
_MARK = re.compile(r"[“”„‟«»\"＂]|''|``|‘‘|’’")
_OPENERS = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSERS = frozenset("”»") | {"’’"}
_REVERSED = {"„": "“", "»": "«"}  # where this opens, as in German, what else opens is what closes
_WORDS_IN_MARKS = re.compile(r'"[^",\n]{1,30}[^",\n ]"')  # the "Sky" voice; no "quotation," with its comma
# ‘single’ quotations: the apostrophe makes them ambiguous, so both ends must look the part.
# No repeated alternatives here that could match the same words in two ways: time would double with each.
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"…])[^‘\n“”\"]{0,800}?[\w.,!?…][’'](?![\w’'])")

# The British way round: ‘… “a quotation within” …’, with curly marks that tell opening from closing.
_SINGLE_OUTSIDE = re.compile(r"(?<!\w)‘(?=[\w“…])[^‘’\n]{0,800}“[^‘\n]{0,800}?[\w.,!?…”]’(?!\w)")

_SENTENCE_END = re.compile(r"[.!?…]+([\"”’»']*)\s+(?=[\"“‘«'(\[]*([^\W_]))")
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sen rep gov gen lt col maj capt sgt adm rev hon st jr sr vs etc inc ltd co corp
    jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m d.c""".split()
)
# Of these some can end a sentence all the same: "sold in the U.S. But prices fell".
_CAN_END = frozenset("st jr sr etc inc ltd co corp u.s u.k u.n a.m p.m d.c".split())
# "By 5 p.m. Creeks rose", but "at 5 p.m. Monday", "at 5 p.m. Pacific time"
_HOURS = frozenset(("a.m", "p.m"))
_TELLS_THE_TIME = re.compile(
    r"[\d\"“(]"
    r"|(?:\w+day|Sept|Sat|Sun|Mon|Tue|Wed|Thu|Fri)\b"
    r"|(?:Local|Eastern|Central|Mountain|Pacific|Greenwich|[A-Z]{2,4})\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_BEGINS = re.compile(
    r"[\"“‘«'(\[]*(?:But|And|The|It|He|She|They|We|This|That|These|Those|There|His|Her|Their|Its|An?|If|When|While"
    r"|After|Before|However|Meanwhile|Some|Many|Most|Although|Though|Because|So|Yet)\s"
)

OUTSIDE, OPENING, INSIDE, CLOSING = range(4)


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the spans of the paragraphs of `text`, without surrounding white space.

    Blank lines part paragraphs; a text that has none is parted at every line break.
    """
    breaks = r"\n[^\S\n]*\n\s*" if re.search(r"\S[^\S\n]*\n[^\S\n]*\n\s*\S", text) else r"\n\s*"
    start = 0
    for gap in re.finditer(breaks + r"|\Z", text):
        stripped = text[start : gap.start()].strip()
        if stripped:
            begin = text.index(stripped, start)
            yield begin, begin + len(stripped)
        start = gap.end()


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the spans of the sentences in `text[start:end]`; none runs over a paragraph's end."""
    end = len(text) if end is None else end
    for first, last in paragraphs(text[start:end]):
        begin, stop = start + first, start + last
        for mark in _SENTENCE_END.finditer(text, begin, stop):
            if mark[2].islower():
                continue
            word = re.search(r"[\w.]*$", text[max(begin, mark.start() - 20) : mark.start()])
            if text[mark.start()] == "." and word and _is_short(word.group(), text, mark.end(), stop):
                continue
            yield begin, mark.end(1)
            begin = mark.end()
        if begin < stop:
            yield begin, stop


def _is_short(word: str, text: str, next_word: int, stop: int) -> bool:
    """Whether the full stop after a word shortens it, "Gov.", and ends no sentence."""
    plain = word.rstrip(".").lower()
    is_a_letter = len(word) == 1 and word.isupper()  # "So did I. The rain fell", but "Ann B. Lee"
    if (plain in _CAN_END or is_a_letter) and _BEGINS.match(text, next_word, stop):
        return False
    if plain == "no":  # "No. 5"
        return text[next_word : next_word + 1].isdigit()
    if plain in _HOURS and not _TELLS_THE_TIME.match(text, next_word, stop):
        return False
    return plain in _ABBREVIATIONS or is_a_letter or bool(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word))


def sentences_around(text: str, start: int, end: int | None = None) -> list[Span]:
    """Return the sentences of the line that holds `start`, or of all the lines up to `end`."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start if end is None else end)
    return list(sentences(text, first, last if last > 0 else len(text)))


def sentences_of(text: str, span: Span) -> Span:
    """Return the span of the sentences that a span touches."""
    touched = [s for s in sentences_around(text, *span) if s[0] < span[1] and span[0] < s[1]]
    return (touched[0][0], touched[-1][1]) if touched else span


def sentence_at(text: str, at: int) -> Span | None:
    """Return the sentence that holds `at`, or `None` where only white space does."""
    return next((span for span in sentences_around(text, at) if span[0] <= at < span[1]), None)


def paragraph_at(text: str, at: int) -> Span | None:
    """Return the paragraph that holds `at`, or `None` where only white space does."""
    return next((span for span in paragraphs(text) if span[0] <= at < span[1]), None)


def number_at(spans: Sequence[Span], offset: int) -> int:
    """Return the number of the last of `spans`, which are in order, that begins at `offset` or before."""
    return max(0, bisect_right(spans, offset, key=lambda span: span[0]) - 1)


def quotations(text: str) -> list[tuple[Span, ...]]:
    """Return the quotations of `text`, marks included: a span each paragraph that one runs over.

    A quotation that is not closed ends with its paragraph, so that a bad mark costs one paragraph
    and never the article. It runs on where the next mark, be it paragraphs later, is a closing one,
    or where the next paragraph reopens it.
    """
    found: list[list[Span]] = []
    open_before = False
    unmarked: list[Span] = []
    for start, end in paragraphs(text):
        marks = list(_MARK.finditer(text, start, end))
        if open_before and text[found[-1][0][0]] == "“":
            marks = _without_words_in_marks(text, marks)
        if open_before and not marks:
            unmarked.append((start, end))
            continue
        depth, begin = 0, start
        runs_on = open_before and _closes(text, marks[0], start, end)
        if runs_on:
            found[-1] += unmarked
            depth = 1
        reopens = open_before and not runs_on and not unmarked and marks[0].start() == start
        unmarked = []
        for mark in marks:
            if depth == 0 and mark.group() == "”" and _ends_a_word(text, mark, start):
                continue  # it closes what nobody opened
            if depth == 0:
                depth, begin = 1, mark.start()
            elif mark.group() in _OPENERS and mark.group() != _REVERSED.get(text[begin]):
                depth += 1
            else:
                depth -= 1
                if depth == 0:
                    _add(found, (begin, mark.end()), join=begin == start and (runs_on or reopens))
        open_before = depth > 0
        if open_before:
            _add(found, (begin, end), join=begin == start and (runs_on or reopens))
    outside = [match.span() for match in _SINGLE_OUTSIDE.finditer(text)]
    groups = [group for group in found if not any(low <= group[0][0] < high for low, high in outside)]
    taken = [span for group in groups for span in group] + outside
    single = [(span,) for span in [*outside, *_single_quoted(text, taken)]]
    return sorted([*map(tuple, groups), *single])


def _without_words_in_marks(text: str, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out straight marks around a word or two: within “…”, they quote what the speaker names so."""
    straight = [mark for mark in marks if mark.group() == '"']
    pairs = list(zip(straight[::2], straight[1::2]))
    short = all(_WORDS_IN_MARKS.fullmatch(text, a.start(), b.end()) for a, b in pairs)
    return [mark for mark in marks if mark not in straight] if len(straight) % 2 == 0 and short else marks


def quoted_spans(text: str) -> list[Span]:
    """Return the spans of `text` that stand in quote marks, the marks included, in order."""
    return [span for group in quotations(text) for span in group]


def _add(found: list[list[Span]], span: Span, *, join: bool) -> None:
    if join:
        found[-1].append(span)
    else:
        found.append([span])


def quote_states(text: str) -> bytes:
    """Return one of OUTSIDE, OPENING, INSIDE, CLOSING for each character of `text`."""
    states = bytearray(len(text))
    for start, end in quoted_spans(text):
        states[start:end] = bytes([INSIDE]) * (end - start)
        opening = _mark_length(text, start)
        states[start : start + opening] = bytes([OPENING]) * opening
        closing = _mark_length_before(text, end)
        if closing < end - start:
            states[end - closing : end] = bytes([CLOSING]) * closing
    return bytes(states)


def inner(text: str, span: Span) -> Span:
    """Return `span` without the quote marks at its ends."""
    start, end = span
    start += _mark_length(text, start)
    end -= _mark_length_before(text, end)
    return (start, end) if start < end else span


def _closes(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark looks like a closing one from what stands around it."""
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in _CLOSERS:
        return mark.start() > start
    if mark.group() in _OPENERS:
        return False
    return _ends_a_word(text, mark, start) and not after.isalnum()


def _ends_a_word(text: str, mark: re.Match[str], start: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    return not before.isspace() and before not in "(—–-["


def _single_quoted(text: str, taken: list[Span]) -> list[Span]:
    covered = bytearray(len(text))
    for start, end in taken:
        covered[start:end] = b"\1" * (end - start)
    return [m.span() for m in _SINGLE.finditer(text) if not covered[m.start()] and not covered[m.end() - 1]]


def _mark_length(text: str, at: int) -> int:
    mark = _MARK.match(text, at)
    return len(mark.group()) if mark else int(text[at : at + 1] in ("‘", "'"))


def _mark_length_before(text: str, at: int) -> int:
    for length in (2, 1):
        if at >= length and _MARK.fullmatch(text, at - length, at):
            return length
    return int(text[at - 1 : at] in ("’", "'"))
