"""Times in a question: by the calendar, relative to the articles' dates ("since March", "last week", "on
9 February"), or by what happened then ("at the debate", "when he lost the election").
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WHEN = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,? (?P<year2>\d{{4}}))?"
    rf"|(?P<month3>{_MONTH})\.?(?:,? (?P<year3>\d{{4}}))?"
    r"|(?P<iso>\d{4}-\d\d-\d\d)|(?P<year4>(?:19|20)\d\d)"
    r"|(?P<last>(?:last|past|this|previous) (?:week|month|year))|(?P<yesterday>yesterday)|(?P<today>today))"
)
_PHRASE = re.compile(
    r"(?:,\s*)?\b(?P<how>since|after|from|before|until|till|by|in|on|during|as of)\s+"
    rf"(?:the\s+)?(?:start of\s+|end of\s+)?{_WHEN}\b"
    rf"|(?:,\s*)?\b(?P<bare>{_WHEN.replace('?P<', '?P<b_')})(?=\s*[?.]?$)",
    re.IGNORECASE,
)
# A day, or a month after "in", as an article tells it.
_NAMED = _MONTH.title()
_TOLD = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_NAMED})\b\.?(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_NAMED})\.? (?P<day2>\d{{1,2}})\b(?:st|nd|rd|th)?(?:,? (?P<year2>\d{{4}}))?"
    rf"|[Ii]n (?P<month3>{_NAMED})\b(?: (?P<year3>\d{{4}}))?)"
)
NO_YEAR = 4  # of a day told without one; a leap year, so that 29 February is a day of it
_EVENTS = (
    r"interviews?|conferences?|meetings?|speech|rally|briefing|debates?|hearing|forum|summit|session|address|broadcast"
    r"|ceremony|dinner|lunch|visit|convention|parade|vigil|talks|funeral|wedding|trial|opening|festival|protest"
    r"|demonstration|march|election|referendum|vote|party|launch|podcast|programme|show|letter|e-?mail|memo"
    r"|column|op-ed|message|tweet|post|telephone call|phone call|assembly|congress|council|committee"
    r"|parliament|court"
)
_OCCASION = re.compile(
    r",?\s+(?P<occasion>"
    r"(?:before|ahead of|prior to|after|following|during|when(?! (?:it c|asked))|while"
    r"|in the (?:wake|aftermath) of)\s+\S.*?"
    r"|(?:at|in)\s+(?:(?:the|an?|his|her|their|its|that|this|last|\S+['’]s)\s+)(?:[\w'’-]+\s+){0,3}?"
    rf"(?:{_EVENTS})(?:\s+(?:of|with|in|at|to|by|for)\s\S.*?)?"
    r"|on\s+(?:(?:the|an?|his|her|their|its|that)\s+)?(?:[\w'’-]+\s+){0,2}?"
    r"(?:night|evening|morning|day|eve|sidelines|radio|television|TV|phone|telephone|Twitter|Facebook)"
    r"(?:\s+(?:of|with|in|at|after)\s\S.*?)?)(?=\s+about\s|\s*[?.!]*$)",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(r",?\s+in\s+(?:his|her|their|its|\S+['’]s)\s+own\s+words\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:about|of|on|regarding|concerning|know|knew|knows|decide[sd]?|and|or|than|as)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included; `None` is open."""

    since: date | None = None
    until: date | None = None


def find_period(text: str, latest: date | None) -> tuple[str, Period]:
    """Take the time out of a question: the rest of its words, and the period meant.

    A month without a year is the last such month up to `latest`, the date of the newest article.
    """
    match = _PHRASE.search(text)
    if not match or latest is None:
        return text, Period()
    fields = {k.removeprefix("b_"): v for k, v in match.groupdict().items() if v}
    named = _named_period(fields, latest)
    if named is None:
        return text, Period()
    first, last = named
    how = (match["how"] or "in").lower()
    if how in ("since", "from", "as of"):
        period = Period(since=first)
    elif how == "after":
        period = Period(since=last + timedelta(days=1))
    elif how in ("before", "until", "till", "by"):
        period = Period(until=first - timedelta(days=1) if how == "before" else last)
    else:
        period = Period(first, last)
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(rest.split()).replace(" ?", "?"), period


def last_told(text: str, published: date | None) -> Period | None:
    """Return the last day or month that an article published then tells in `text`, if any.

    Without a year it is the last such day up to the article's; in an article without a day, that of a
    year nobody asks for.
    """
    told, latest = None, published or date(NO_YEAR, 12, 31)
    for match in _TOLD.finditer(text):
        told = _named_period({k: v for k, v in match.groupdict().items() if v}, latest) or told
    return Period(*told) if told else None


def find_occasion(text: str) -> tuple[str, str]:
    """Take what happened then out of a question: the rest of its words, and the words for the occasion.

    "About when the wall will be finished" is a topic, and no occasion.
    """
    match = _OCCASION.search(text)
    while match and _ASKS.search(text[: match.start()]):
        match = _OCCASION.search(text, match.start() + 1)
    return (text[: match.start()] + text[match.end() :], match["occasion"]) if match else (text, "")


def without_own_words(text: str) -> tuple[str, bool]:
    """Leave out "in her own words", which is how every answer is given; say whether it was there."""
    rest = _OWN_WORDS.sub("", text)
    return rest, rest != text


def _named_period(fields: dict[str, str], latest: date) -> tuple[date, date] | None:
    try:
        if "iso" in fields:
            day = date.fromisoformat(fields["iso"])
            return day, day
        if "today" in fields or "yesterday" in fields:
            day = latest - timedelta(days="yesterday" in fields)
            return day, day
        if "last" in fields:
            days = {"week": 7, "month": 31, "year": 366}[fields["last"].split()[1].lower()]
            return latest - timedelta(days=days), latest
        if "year4" in fields:
            year = int(fields["year4"])
            return date(year, 1, 1), date(year, 12, 31)
        month = _MONTHS[(fields.get("month") or fields.get("month2") or fields["month3"]).lower()]
        number = fields.get("day") or fields.get("day2")
        given = fields.get("year") or fields.get("year2") or fields.get("year3")
        year = int(given) if given else latest.year
        first = date(year, month, int(number) if number else 1)
        if not given and first > latest:
            first = first.replace(year=year - 1)
        if number:
            return first, first
        return first, first.replace(day=calendar.monthrange(first.year, month)[1])
    except (ValueError, KeyError):
        return None
