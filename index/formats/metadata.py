"""An article's title, date, author, source and address, wherever a file keeps them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from itertools import islice

# Names by which JSON lines and front matter call the same thing, best first.
_NAMES = {
    "title": ("title", "headline"),
    "published": ("date", "published", "publish_date", "published_at", "pubdate", "created"),
    "url": ("url", "link", "canonical"),
    "author": ("author", "authors", "byline"),
    "source": ("source", "outlet", "publisher", "sitename", "site"),
}
_LONGEST_TITLE = 150
_HEADER = 5  # lines in which a title, a byline and a date stand
_BYLINE = re.compile(r"\s*(?:By|BY) [A-Z][^\n.!?]{2,80}(?:\n|\Z)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATES = (
    re.compile(r"(?P<year>\d{4})([-/.]?)(?P<month>\d{2})\2(?P<day>\d{2})(?!\d)"),
    re.compile(rf"(?:[a-z]+,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})\b", re.I),
    re.compile(rf"(?:[a-z]+,? )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.I),
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about its article; `None` where it says nothing we can use."""

    title: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    source: str | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """Return this with its gaps filled from `other`."""
        return replace(
            self,
            title=self.title or other.title,
            published=self.published or other.published,
            url=self.url or other.url,
            author=self.author or other.author,
            source=self.source or other.source,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a file holds it, before it has an id. `text` is final."""

    text: str
    metadata: Metadata = Metadata()


def from_fields(fields: Mapping[str, object]) -> Metadata:
    """Return what a JSON object or front matter says, by any of the usual names in any case."""
    lowered = {str(name).lower(): value for name, value in fields.items()}
    found = {
        field: next((value for name in names if (value := lowered.get(name))), None)
        for field, names in _NAMES.items()
    }
    return Metadata(
        title=one_line(found["title"]),
        published=parse_date(found["published"]),
        url=web_address(found["url"]),
        author=one_line(found["author"]),
        source=one_line(found["source"]),
    )


def parse_date(value: object) -> date | None:
    """Return the day that `value` names, or `None` rather than a guess.

    Read: ISO 8601 dates and times, `2022/02/09`, `20220209`, `9 February 2022`, `Feb. 9, 2022`,
    RFC 2822. Not read: `03/04/2022`, which is March to some and April to others.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = one_line(value) or ""
    for pattern in _DATES:
        if match := pattern.match(text):
            month = match["month"].lower()[:3]
            number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
            return _day(int(match["year"]), number, int(match["day"]))
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, IndexError, OverflowError):  # the last where a year has too many digits
        return None


def dateline(text: str) -> date | None:
    """Return the day that the lines above an article's prose name: "By Ann Lee, 14 March 2025".

    In the first line, which is a title, it must stand at either end: others tell of other days.
    """
    lines = islice((line.strip() for line in text.splitlines() if line.strip()), _HEADER)
    title = headline(text)
    for number, line in enumerate(lines):
        is_prose = len(line) > _LONGEST_TITLE or line.endswith((".", "!", "?", "”", '"'))
        if is_prose and (number or line != title):
            return None
        for found in (found for pattern in _DATES for found in pattern.finditer(line)):
            first = found.start() == 0 and line[0].isdigit()
            at_an_end = first or not re.search(r"\w", line[found.end() :])
            inside_a_number = found.start() and line[found.start() - 1].isdigit()
            if (number or at_an_end) and not inside_a_number and (day := parse_date(found.group())):
                return day
    return None


def headline(text: str) -> str | None:
    """Return the first line of `text` if it looks like a headline: short, and not a sentence, unless a byline
    stands under it."""
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    if _BYLINE.match(rest) and 3 <= len(first) <= _LONGEST_TITLE:
        return first
    if not rest.strip() or not 3 <= len(first) <= _LONGEST_TITLE or first.endswith((".", ",", ";", ":", "-")):
        return None
    if first.endswith(("”", '"', "»")) and first[-2:-1] in ".,!?":
        return None
    words = re.findall(r"[^\W\d_]{2,}", first)
    # A wrapped paragraph's first line has no stop either, but its next line follows at once.
    wrapped = len(first) > 50 and not rest.startswith(("\n", "\r")) and rest.lstrip(" \t")[:1].islower()
    return first if words and not wrapped else None


def title_for(text: str, *, name: str) -> str:
    """Return a title for an article that states none: its headline, file name or first words."""
    if found := headline(text):
        return found
    words = re.sub(r"[\s_\-.]+", " ", name).strip()
    if len(re.findall(r"[^\W\d_]{3,}", words)) >= 1 and not re.fullmatch(r"[0-9a-f ]+", words, re.I):
        return words[0].upper() + words[1:]
    first = " ".join(text.split(maxsplit=12)[:12])
    return f"{first[:_LONGEST_TITLE]}…" if first else name


def one_line(value: object) -> str | None:
    """Return `value` as one line without control characters; a list's items joined by commas."""
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping):
        return ", ".join(item for part in value if (item := one_line(part))) or None
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return None
    printable = "".join(c for c in " ".join(str(value).split()) if c.isprintable() or c == "\u200d")
    return printable.strip() or None


def web_address(value: object) -> str | None:
    """Return `value` if it is an http(s) address. Others never become links: `javascript:` is one."""
    address = one_line(value)
    return address if address and re.match(r"https?://[^\s/]", address, re.I) and " " not in address else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
