"""What a claim says of a quotation besides the words and whose they are: the day, the place. Pure.

The words may be verified, and still not have been said then and there: what was not checked is said.
"""

import re

from bot.checking.attribution import NAME
from bot.checking.verdicts import Claim
from bot.prompts import phrase
from bot.render import day
from index.layout import quoted_spans
from index.lexicon import MONTH, WEEKDAY
from index.types import Article, Statement

_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?)\b"
WHEN = (
    rf"(?:(?:on|since|until) )?{_DAY}(?:,? \d{{4}})?"
    rf"|(?:in|since|last|this) {MONTH}\b(?: \d{{4}})?|in \d{{4}}\b"
    rf"|(?:(?:on|last|this) )?{WEEKDAY}\b(?: (?:morning|afternoon|evening|night))?"
    r"|yesterday|last (?:week|month|year|night)\b"
)
_WHERE = rf"(?:in|at) {NAME.pattern}"
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b")
# "said Tuesday", "told the council late on Tuesday", but not "said of Tuesday's vote" or "before Tuesday".
_SAID_ON = re.compile(rf"(?P<led>[^.!?;:“”\"\n]{{0,60}}?)(?P<day>{_WEEKDAY.pattern})(?!['’-])", re.IGNORECASE)
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:of|about|for|by|until|since|before|after|from|that|last|next|the)\s+$", re.IGNORECASE
)
_TOLD = re.compile(rf"(?<![\w-])(?:{WHEN}|{_WHERE})")


def told_beside(claim: Claim) -> list[str]:
    """Return when and where a claim says that its words were said, as it says so."""
    return _TOLD.findall(claim.beside if claim.quote is None else _outside(claim))


def unchecked(claim: Claim, article: Article) -> str:
    """Return, as a sentence to follow a verdict, what of a claim the verdict is not about, with the article's
    day to compare; nothing where it is about all of it."""
    told = [f"“{words}”" for words in told_beside(claim)]
    told += [phrase("check_reporter", reporter=claim.reporter)] if claim.reporter else []
    published = day(article.published)
    if not told:
        return ""
    if not published:
        return " " + phrase("check_not_checked", words=", ".join(told))
    return " " + phrase("check_not_checked_then", words=", ".join(told), date=published)


def other_day(claim: Claim, article: Article, statement: Statement) -> tuple[str, str] | None:
    """Return the weekday of a claim and that which the article tells right beside the words, where they
    are two."""
    claimed = set(_WEEKDAY.findall(" ".join(told_beside(claim))))
    if len(claimed) != 1 or statement.cue is None:
        return None
    said = _SAID_ON.match(article.text, statement.cue[1])
    if said is None or _OF_ANOTHER_DAY.search(said["led"]) or said["day"] in claimed:
        return None
    return claimed.pop(), said["day"]


def _outside(claim: Claim) -> str:
    """Return a claim without the words it quotes."""
    text, at, outside = claim.text, 0, []
    for start, end in quoted_spans(text):
        outside.append(text[at:start])
        at = max(at, end)
    return " | ".join([*outside, text[at:]])
