"""When and where somebody said it, in the article's own words."""

import re

from index.layout import sentences
from index.types import Article, Span, Statement

LOOK_BACK = 500  # characters before a statement in which its speaker's occasion may be told

_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:19|20)\d\d|yesterday|today|last (?:week|month|night|year)"
)
_OCCASION = (
    r"interview|conference|meeting|speech|rally|briefing|debate|hearing|sidelines|forum|summit|session|address"
    r"|broadcast|radio|television|TV|Twitter|Facebook|tweet|post|letter|email|e-mail|statement|memo|reporters"
    r"|podcast|show|event|ceremony|dinner|visit|call|convention|parade|vigil|column|op-ed|court|council|hall"
)
_EVIDENCE = re.compile(rf"\b(?:{_DAY}|{_OCCASION})s?\b")
_PHRASE = re.compile(
    r"\b(?:on|at|in|during|after|following|outside|aboard|before|to)\s(?:(?!\bthat\b)[^,;:.“”\"\n]|,(?= (?:19|20)\d\d)|\.(?=\d))+"
)
_CUT = re.compile(
    r"\s(?:that|who|which|when|while|because|but|and (?:he|she|they)|as (?:he|she|they))\b.*$", re.DOTALL
)


def occasion(article: Article, statement: Statement) -> Span | None:
    """Return the characters that tell the day or the event of a statement, or `None`.

    Looks at the sentence that holds the cue, then back to where the same speaker was introduced.
    """
    text = article.text
    anchor = statement.cue or statement.mention or (statement.start, statement.end)
    begin = max(0, min(anchor[0], statement.start) - LOOK_BACK)
    spans = list(sentences(text, begin, max(anchor[1], statement.start)))
    names = _names(statement)
    found = _in_sentence(text, _around(text, anchor), statement)
    for start, end in reversed(spans):
        if found:
            return found
        if end > statement.start:
            continue
        if names and not any(name in text[start:end] for name in names):
            continue
        found = _in_sentence(text, (start, end), statement)
    return found


def _around(text: str, anchor: Span) -> Span:
    """The sentence about `anchor`, quotations in it included."""
    start = max(text.rfind("\n", 0, anchor[0]), text.rfind(". ", 0, anchor[0])) + 1
    ends = [at for at in (text.find("\n", anchor[1]), text.find(". ", anchor[1])) if at >= 0]
    return start, min(ends, default=len(text))


def _in_sentence(text: str, span: Span, statement: Statement) -> Span | None:
    best: Span | None = None
    for match in _PHRASE.finditer(text, *span):
        start, end = match.span()
        if any(start < e and s < end for s, e in statement.pieces):
            end = min((s for s, e in statement.pieces if start < s < end), default=start)
        words = _CUT.sub("", text[start:end]).rstrip()
        if _EVIDENCE.search(words) and (best is None or len(words) > best[1] - best[0]):
            best = (start, start + len(words))
    return best


def _names(statement: Statement) -> list[str]:
    return [statement.speaker.split()[-1]] if statement.speaker else []
