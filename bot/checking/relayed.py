"""Whom somebody only repeats, as the words beside a quotation tell: paraphrasing them, reading from it.

A quotation within a quotation shows by its marks that it is another's; one that is introduced so has
the same marks as the speaker's own words. Pure.
"""

import re

from bot.checking.said import quote_map
from index.naming.personal import surname
from index.types import Article, Span, Statement

_LEAD, _TRAIL = 160, 100  # characters before and behind a quotation that may tell

_REPEATS = (
    r"\b(?:paraphras|quot|imitat|mimick|impersonat|parody|recit|echo)ing"
    r"|\bread(?:ing|s)?(?: (?:aloud|out))? from|\bin the (?:words|voice) of"
)
_BEFORE = re.compile(rf"(?:{_REPEATS})\s+(?P<whom>[^.!?;:“”\"\n]{{1,80}})[,:]?\s*$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"^[^.!?;:“”\"\n]{{0,60}}?(?:{_REPEATS})\s+(?P<whom>[^.!?;:,“”\"\n]{{1,80}})", re.IGNORECASE
)
_THEMSELVES = re.compile(r"(?:him|her|it)self\b|themselves\b|as saying\b")


def repeats(article: Article, statement: Statement, span: Span) -> str | None:
    """Return whom the speaker of the words at `span` is said to repeat there, or None."""
    text = article.text
    quotation = next((q for q in quote_map(text) if q[0] <= span[0] and span[1] <= q[1]), None)
    if quotation is None:
        return None
    start, end = quotation
    found = _BEFORE.search(text[max(0, start - _LEAD) : start]) or _behind(text, statement, end)
    whom = " ".join(found["whom"].split()).strip(" ,") if found else ""
    own = any(surname(name) in whom for name in statement.speakers)
    return None if not whom or own or _THEMSELVES.match(whom) else whom


def _behind(text: str, statement: Statement, end: int) -> re.Match[str] | None:
    """Look behind a quotation, where its cue stands there: “…,” he said, paraphrasing them."""
    is_there = statement.cue and end <= statement.cue[0] < end + _TRAIL
    return _BEHIND.match(text[end : end + _TRAIL].lstrip('”" ')) if is_there else None
