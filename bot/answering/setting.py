"""When and where somebody said it, in the article's own words."""

import re
from collections.abc import Iterator

from bot.asking.times import Period, last_told
from bot.gate.verbs import COLOURED, NEUTRAL
from index.layout import quoted_spans, sentences
from index.types import Article, Span, Statement

LOOK_BACK = 400  # characters before a statement in which its speaker's occasion may be told

_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:19|20)\d\d|yesterday|today|last (?:week|month|night|year)"
)
_EVENT = (
    r"interview|conference|meeting|speech|rally|briefing|debate|hearing|sidelines|forum|summit|session"
    r"|address|broadcast|radio|television|TV|Twitter|Facebook|tweet|letter|e-?mail|memo|reporters|podcast"
    r"|ceremony|dinner|visit|convention|parade|vigil|column|op-ed|council|hall|talks"
)
_EVIDENCE = re.compile(rf"\b(?:{_DAY}|{_EVENT})s?\b")
_PHRASE = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Ii]n|[Dd]uring|[Aa]fter|[Ff]ollowing|[Oo]utside|[Aa]board)\s"
    r"(?:(?!\b(?:that|who|which|when|while|because|but|if|unless|saying"
    r"|and (?:he|she|they)|as (?:he|she|they))\b)"
    r"(?!\s(?:it|he|she|they)\s)"
    r"(?:[^,;:.“”\"\n—–]|,(?= (?:19|20)\d\d)|\.(?=\d)))+"
)
_MEMBER = re.compile(r"[Oo]n (?:the|its|his|her|their)(?: \w+)? (?:council|committee|board|commission)\b")
# "On Wednesday" ends where a verb follows: "on Wednesday (signed a contract)".
_DAY_ALONE = re.compile(
    rf"(?:[Oo]n|[Ii]n) (?:{_DAY})(?: \d{{1,2}}\b)?(?:,? (?:19|20)\d\d)?"
    r"(?: (?:morning|afternoon|evening|night))?"
    r"(?= (?!(?:at|in|on|during|to|with|after|before|of|from|by|near|outside|and)\b)[a-z])"
)
# "Asked about the leak in February": the day is the leak's.
_OF_A_NOUN = re.compile(
    r"\b(?:about|of|over|for|against|regarding|since) (?:the |an? |his |her |its |their )?(?:[\w-]+ ){1,2}$"
)
# Who spoke, in a sentence before: else its day is that of something else.
_SPEAKS = re.compile(
    rf"\b(?:{'|'.join(sorted(NEUTRAL | COLOURED))}|speaking|address(?:ed|ing)|appear(?:ed|ing)|posted)\b"
)
# A phrase after these, up to the comma, tells when something else was: "who retires in December".
_ELSEWHERE = re.compile(r"\b(?:who|whose|which|that|whether|where)\b[^,;:“”\"\n]*$")


def occasion(article: Article, statement: Statement) -> Span | None:
    """Return the characters that tell the day or the event of a statement, or `None`.

    Looks in the sentence that holds the cue, outside anybody's words; else in the sentences just
    before, where they name the same speaker.
    """
    text = article.text
    cue = statement.cue or statement.mention
    if cue is None:
        return None
    places, taken = _around(article, statement, cue)
    here = [place for place in places if place[0] <= cue[0] < place[1]]
    before = [place for place in places if place[1] <= cue[0] and text[place[1] - 1] != "?"][-2:]
    name = statement.speaker.split()[-1] if statement.speaker else None
    spoke = [p for p in reversed(before) if name and name in text[slice(*p)] and _SPEAKS.search(text, *p)]
    for place in [*here, *spoke]:
        found = [
            (start, end)
            for start, end in _phrases(text, place)
            if not any(s < end and start < e for s, e in taken)
        ]
        if found:
            start, end = max(_joined(text, found), key=lambda span: span[1] - span[0])
            return start, start + len(text[start:end].rstrip())
    return None


def _phrases(text: str, place: Span) -> Iterator[Span]:
    """The phrases of a sentence that tell its own day or event, not that of something it names."""
    for match in _PHRASE.finditer(text, *place):
        start, end = match.span()
        if _MEMBER.match(match.group()) or _ELSEWHERE.search(text, place[0], start):
            continue
        if alone := _DAY_ALONE.match(text, start, end):
            end = alone.end()
        if re.match(r"[OoIi]n\b", match.group()) and _OF_A_NOUN.search(text, place[0], start):
            continue
        if _EVIDENCE.search(text, start, end):
            yield start, end


def told(article: Article, statement: Statement) -> Period | None:
    """Return the day or month that the text gives a statement: in its sentence, else the day told last
    before it in its paragraph."""
    text, published = article.text, article.published
    cue = statement.cue or statement.mention or (statement.start, statement.end)
    places, taken = _around(article, statement, cue)

    def apart(start: int, end: int) -> str:
        return "".join(" " if any(s <= at < e for s, e in taken) else text[at] for at in range(start, end))

    here = next((place for place in places if place[0] <= cue[0] < place[1]), None)
    found = last_told(apart(*here), published) if here else None
    if found:
        return found
    first = text.rfind("\n", 0, statement.start) + 1
    before = last_told(apart(first, statement.start), published)
    return before if before and before.since == before.until else None


def _around(article: Article, statement: Statement, cue: Span) -> tuple[list[Span], list[Span]]:
    """Return the sentences about a statement and its cue, and the spans in them that are somebody's words."""
    text = article.text
    first = max(0, min(cue[0], statement.start) - LOOK_BACK)
    first = text.rfind("\n", 0, first) + 1
    last = max(cue[1], statement.end)
    taken = [(first + s, first + e) for s, e in quoted_spans(text[first : last + LOOK_BACK])]
    places = list(sentences(text, first, min(len(text), last + LOOK_BACK)))
    return places, [*taken, *statement.pieces]


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """ "On 8 February, after talks with the French president": told in two phrases, one setting."""
    joined = spans[:1]
    for start, end in spans[1:]:
        if re.fullmatch(r",? ", text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
