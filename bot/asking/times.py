"""Times in a question: by the calendar, relative to the articles' dates ("since March", "last week", "on
9 February"), or by what happened then ("at the debate", "when he lost the election").
"""

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.asking.forms import SAY, VIEW
from bot.types import Order
from index.layout import quoted_spans
from index.spans import touches
from index.types import Span

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d(?!\d)"
_NO_OTHER = r"(?!,? \d{3})"  # a year that no article is of makes no day of that name
_WHEN = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b\.?"
    rf"(?:,? (?P<year>{_YEAR})|{_NO_OTHER})"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?"
    rf"(?:,? (?P<year2>{_YEAR})|{_NO_OTHER})"
    rf"|(?P<month3>{_MONTH})\b\.?(?:,? (?P<year3>{_YEAR})|{_NO_OTHER})"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d)|(?P<year4>{_YEAR})"
    r"|(?P<last>(?:last|past|this|previous) (?:week|month|year))|(?P<yesterday>yesterday)|(?P<today>today))"
)
_EDGE = r"(?:start|beginning|end)(?= of\b)"
_PHRASE = re.compile(
    r"(?:,\s*)?\b(?P<how>since|after|from|before|until|till|by|in|on|during|as of"
    rf"|at(?= (?:the )?{_EDGE}))\s+"
    rf"(?P<the>the\s+)?(?:(?P<edge>{_EDGE}) of\s+)?{_WHEN}(?!\w)"
    rf"|(?:,\s*)?\b(?P<bare>{_WHEN.replace('?P<', '?P<b_')})(?=\s*[?.]?$)",
    re.IGNORECASE,
)
# "Who said that the ferry would sail in March?": the time is a part of what was said.
_IN_A_CLAUSE = re.compile(r"(?<!true )(?<!right )\b(?:that|which|whose|whether|if)\s+\w+\s.*\w")
_IN_A_MONTH = frozenset("since after from before until till by in during".split())
_OF_SOMEBODY = frozenset(("by", "from"))  # after these a month's name is as well somebody's
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
_FIRST = r"first|earliest"
_LAST = r"last|latest|newest|most recent|recent"
_SUPERLATIVE = re.compile(
    r"^(?:(?:please )?(?:list|show|give)(?: me)? |what(?:['’]s| (?:is|was|are|were)) )?(?:the )?"
    rf"(?P<which>{_FIRST}|{_LAST}) (?!time\b|\d|\w+day\b|week\b|month\b|year\b|night\b)\w"
    rf"|^what (?:is|was|are|were) .+?['’]s? (?P<whose>{_FIRST}|{_LAST}) {VIEW}\b",
    re.IGNORECASE,
)
_FOREMOST: tuple[tuple[Order, str, str], ...] = (
    ("oldest", "first", "for the first time"),
    ("newest", "most recently|last|recently|lately", "most recently|lately|for the last time"),
)
_ADVERBS: tuple[tuple[Order, re.Pattern[str]], ...] = tuple(
    (
        order,
        re.compile(
            # Not "the first offer", whose words may be verbs too.
            r"(?<!\bat)(?<!\bthe)(?<!\bhis)(?<!\bher)(?<!\bits)(?<!\btheir)(?<!\bof)(?<!\bon)(?<!\babout)"
            rf" (?:{words})(?= {SAY}\b)"
            rf"|(?<=\bsay) (?:{words})\b(?! (?:\w+day|week|month|year|night|name)\b)"
            rf"|,? (?:{at_the_end})(?=\W*$)",
            re.IGNORECASE,
        ),
    )
    for order, words, at_the_end in _FOREMOST
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
    any_year: bool = False  # told without a year: the dates are those of the last such day or month


def find_period(text: str, latest: date | None, names: Sequence[Span] = ()) -> tuple[str, Period]:
    """Take the time out of a question: the rest of its words, and the period meant.

    A month without a year is the last such month up to `latest`, the date of the newest article.
    `names` are where the question names somebody: "Theresa May" is no time.
    """
    for match in _unquoted(_PHRASE, text) if latest else ():
        fields = {k.removeprefix("b_"): v for k, v in match.groupdict().items() if v}
        named = _named_period(fields, latest) if latest and not _is_name(match, fields, names) else None
        if named and not _IN_A_CLAUSE.search(text[: match.start()]):
            return _without(text, match), replace(_about(named, fields), any_year=_has_no_year(fields))
    return text, Period()


def _unquoted(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches outside quote marks: words in those are somebody's, and ask for nothing."""
    quoted = quoted_spans(text)
    return (match for match in pattern.finditer(text) if not touches(match.span(), quoted))


def _without(text: str, match: re.Match[str]) -> str:
    """Return a text without what matched."""
    rest = text[: match.start()] + text[match.end() :]
    return " ".join(rest.split()).replace(" ?", "?")


def _is_name(match: re.Match[str], fields: dict[str, str], names: Sequence[Span]) -> bool:
    """Whether the words for a time are, or may be, something else: "May" a person, "the march" a walk.

    A month alone needs a word before it that months stand after, or its start or end.
    """
    month = fields.get("month3")
    alone = month is not None and not fields.keys() & {"year3", "edge"}
    how = (match["how"] or "").lower()
    if alone and (how not in _IN_A_MONTH or match["the"]):
        return True
    start = match.end() - len(month) if month else match.start()
    overlaps = [(s, e) for s, e in names if s < match.end() and start < e]
    return alone and any(how in _OF_SOMEBODY or (s, e) != (start, match.end()) for s, e in overlaps)


def _about(named: tuple[date, date], fields: Mapping[str, str]) -> Period:
    """The period before, since, until or in a day, month or year, or before, since or until its start or end.

    All of it is after its start, and before its end; which days are "at the end" nobody can tell. "Last year"
    is so many days up to the latest, of which neither is asked for.
    """
    (first, last), day = named, timedelta(days=1)
    how, edge = fields.get("how", "in").lower(), "" if "last" in fields else fields.get("edge", "").lower()
    is_end, is_start = edge == "end", edge in ("start", "beginning")
    if how in ("since", "from", "as of"):
        return Period(since=last if is_end else first)
    if how == "after":
        return Period(since=first if is_start else last + day)
    if how == "before":
        return Period(until=last if is_end else first - day)
    if how in ("until", "till", "by"):
        return Period(until=first if is_start else last)
    return Period(first, last)


def _has_no_year(fields: Mapping[str, str]) -> bool:
    """Whether a time is a day or a month of whatever year: not "9 May 2021", nor "last week"."""
    return any(name.startswith("month") for name in fields) and not any(n.startswith("year") for n in fields)


def find_order(text: str) -> tuple[str, Order]:
    """Take out of a question what is to be shown foremost, "most recently" or "first", and say which.

    "The latest statements" keep their words, as a form of question begins so.
    """
    if asked := _SUPERLATIVE.search(text):
        return text, "oldest" if (asked["which"] or asked["whose"]).lower() in (
            "first",
            "earliest",
        ) else "newest"
    for order, pattern in _ADVERBS:
        if found := next(_unquoted(pattern, text), None):
            return _without(text, found), order
    return text, ""


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
    found = next(_unquoted(_OWN_WORDS, text), None)
    return (_without(text, found), True) if found else (text, False)


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


def in_year(day: date, later: int) -> date:
    """Return the same day some years later; the day before where a year has none."""
    try:
        return day.replace(year=day.year + later)
    except ValueError:
        return day.replace(year=day.year + later, day=28)
