"""When and where somebody said it, in the article's own words."""

import re

from bot.answering.governed import governs, speaks, speaks_then
from bot.asking.times import Period, last_told
from index.layout import quoted_spans, sentences
from index.lexicon import MONTH, WEEKDAY
from index.types import Article, Span, Statement

LOOK_BACK = 400  # characters before a statement in which its speaker's occasion may be told
BACK = 2  # sentences before it that are looked at, not counting those that are quotations alone

_DAY = rf"{WEEKDAY}|{MONTH}|(?:19|20)\d\d|yesterday|today|last (?:week|month|night|year)"
_EVENT = (
    r"interview|conference|meeting|speech|rally|briefing|debate|hearing|sidelines|forum|summit|session"
    r"|address|broadcast|radio|television|TV|Twitter|Facebook|tweet|letter|e-?mail|memo|reporters|podcast"
    r"|ceremony|dinner|visit|convention|parade|vigil|column|op-ed|council|hall|talks"
)
_EVIDENCE = re.compile(rf"\b(?:{_DAY}|{_EVENT})s?\b")
_PHRASE = re.compile(
    r"\b(?:[Oo]n|[Aa]t(?! least\b| most\b)|[Ii]n|[Dd]uring|[Aa]fter|[Ff]ollowing|[Oo]utside|[Aa]board)\s"
    r"(?:(?!\b(?:that|who|which|when|while|because|but|if|unless|saying"
    r"|and (?:he|she|they)|as (?:he|she|they))\b)"
    r"(?!\s(?:it|he|she|they)\s)"
    r"(?:[^,;:.!?()“”\"\n—–]|,(?= (?:19|20)\d\d)|\.(?=\d)|:(?=\S)))+"
)
_MEMBER = re.compile(r"[Oo]n (?:the|its|his|her|their)(?: \w+)? (?:council|committee|board|commission)\b")
# "On Wednesday" ends where a verb follows: "on Wednesday (signed a contract)".
_DAY_ALONE = re.compile(
    rf"(?:[Oo]n|[Ii]n) (?:{_DAY})(?: \d{{1,2}}\b)?(?:,? (?:19|20)\d\d)?"
    r"(?: (?:morning|afternoon|evening|night))?+"
    r"(?= (?!(?:at|in|on|during|to|with|after|before|of|from|by|near|outside|and)\b)[a-z])"
)
_LEFT_OVER = re.compile(r"(?:[\s,]|\b(?:the|an?|its|his|her|their|and|but|by|of|to)\b)*$")


def occasion(article: Article, statement: Statement) -> Span | None:
    """Return the characters that tell the day or the event of a statement, or `None`.

    Looks in the sentence that holds the cue, outside anybody's words; else in the sentences just
    before, back to where somebody else speaks, for one that says when the same speaker spoke.
    """
    cue = statement.cue or statement.mention
    if cue is None:
        return None
    places, quoted = _around(article, statement, cue)
    text = _masked(article.text, quoted, statement.pieces)
    subject = None if statement.mention == cue else statement.mention
    ends = [start for start, _ in filter(None, (*quoted, cue, subject, statement.role))]
    here = [
        phrase
        for place in places
        if place[0] <= cue[0] < place[1]
        for phrase in _phrases(text, place, ends)
        if governs(text, cue, subject, phrase, place)
    ]
    if here or not statement.speaker:
        return _longest(here)
    return _carried_over(text, statement.speaker, [p for p in places if p[1] <= cue[0]], ends)


def _carried_over(text: str, speaker: str, before: list[Span], ends: list[int]) -> Span | None:
    """Return what a sentence before tells of the same speaker: "Lee spoke at a rally. “…,” she said"."""
    name = speaker.split()[-1]
    own = [place for place in before if text[slice(*place)].strip(" .;") and text[place[1] - 1] != "?"]
    for place in reversed(own[-BACK:]):
        if name in text[slice(*place)]:
            phrases = _phrases(text, place, ends)
            if found := [phrase for phrase in phrases if speaks_then(text, name, phrase, place)]:
                return _longest(found)
        elif speaks(text, place):
            return None
    return None


def _longest(spans: list[Span]) -> Span | None:
    return max(spans, key=lambda span: span[1] - span[0], default=None)


def _phrases(text: str, place: Span, ends: list[int]) -> list[Span]:
    """The phrases of a sentence that tell a day or an event, none running over one of the `ends`.

    In `text`, somebody's words are masked.
    """
    found: list[Span] = []
    for match in _PHRASE.finditer(text, *place):
        start, end = match.span()
        if _MEMBER.match(match.group()):
            continue
        end = min([end, *(at for at in ends if at > start)])
        if alone := _DAY_ALONE.match(text, start, end):
            end = alone.end()
        end = start + len(_LEFT_OVER.sub("", text[start:end]))
        if _EVIDENCE.search(text, start, end):
            found.append((start, end))
    return _joined(text, found)


def _masked(text: str, quoted: list[Span], pieces: tuple[Span, ...]) -> str:
    """The text with blanks for what is quoted, and semicolons for a statement's words without marks."""
    for mark, spans in ((";", pieces), (" ", quoted)):
        for start, end in spans:
            text = text[:start] + mark * (min(end, len(text)) - start) + text[end:]
    return text


def told(article: Article, statement: Statement) -> Period | None:
    """Return the day or month that the text gives a statement: in its sentence, else the day told last
    before it in its paragraph."""
    text, published = article.text, article.published
    cue = statement.cue or statement.mention or (statement.start, statement.end)
    places, quoted = _around(article, statement, cue)
    taken = [*quoted, *statement.pieces]

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
    """Return the sentences about a statement and its cue, and the spans in them that stand in marks."""
    text = article.text
    first = max(0, min(cue[0], statement.start) - LOOK_BACK)
    first = text.rfind("\n", 0, first) + 1
    last = max(cue[1], statement.end)
    quoted = [(first + s, first + e) for s, e in quoted_spans(text[first : last + LOOK_BACK])]
    places = list(sentences(text, first, min(len(text), last + LOOK_BACK)))
    return places, quoted


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """ "On 8 February, after talks with the French president": told in two phrases, one setting."""
    joined = spans[:1]
    for start, end in spans[1:]:
        if re.fullmatch(r",? ", text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
