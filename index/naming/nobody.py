"""What looks like somebody's name and is nobody's: places, laws, awards, stations, films, feasts."""

import re
from collections.abc import Iterable, Sequence

from index.kinds import ATTRIBUTES, ORGANISATION_NOUNS, PLACE_NOUNS, PLATFORMS, REPORTERS
from index.lexicon import FEMALE_NAMES, MALE_NAMES, QUANTIFIERS, WEEKDAY
from index.naming.personal import PARTIES, has_known_first_name, is_title, noun, plain
from index.types import Span

PLACED = 0.5  # a name that follows "in", "at", "from" … so often is a place's
PLACED_ALONE = 0.8  # and so does a single word: "of Lee" and "to Lee" are usual too

_OCCASIONS = frozenset(("day",))  # "Martin Luther King Jr. Day"
STATION = re.compile(r"[A-Z]{3,5} (?!Jr|Sr)[A-Z][a-z]")  # "CNN Max" is nobody
_AWARD = re.compile(r" (?:Awards?|Prizes?|Medals?)$")
# "Ann Bill" is somebody.
_LAW = re.compile(r"\S \S+ (?:Act|Bill)$|^\S+ Act$|^[HS]\.?[BR]\.? \d+$|^Title [IVX]+$")
_NATION = re.compile(r"(?:U\.?S\.?A?|U\.?K|U\.?N|E\.?U)\.?\s")  # "US Rowing"
_SHORTENED_PART = re.compile(
    r"\b(?!I{2,3}\b|[IVX]+\b)[A-Z]{3,}\b"
)  # "Holm NORML"; "ANN LEE" is in capitals whole
_ENDS_IN_CAPITALS = re.compile(r"[a-z][A-Z]+$|\b[A-Z]{2,}s$")
_PARENTS = frozenset("mom mum mommy dad daddy grandma grandpa mother father".split())
_SHOWS = frozenset("show tonight podcast".split())
_WEATHER = frozenset("hurricane storm cyclone typhoon".split())  # these have first names
_IN_MARKS = re.compile(r"[“‘\"'][^“”‘’\"']+[,.]?[”’\"'].?", re.DOTALL)
_AT_A_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Ff]rom|to|of|between)\s$"
)


def looks_like_a_name(name: str) -> bool:
    """Whether words that a name finder took for a person's can be one."""
    words = name.split()
    return (
        0 < len(words) <= 5
        and name[0].isupper()
        and words[0].lower() not in QUANTIFIERS | _WEATHER
        and noun(words[-1]) not in PARTIES
        and not re.search(r"[\d\n@:/+&]|\s\W+\s", name)
        and not (noun(words[-1]) in _OCCASIONS and len(words) > 1 and not _is_of_two(name))
        and not is_an_award(name)
        and noun(words[0]) not in _PARENTS
        and not (len(words) > 1 and noun(words[-1]) in _SHOWS)
        and not STATION.match(name)
        and not _is_a_body(name)
        and not re.fullmatch(WEEKDAY, words[0])
        and not any(noun(w) in ORGANISATION_NOUNS and (w.isupper() or noun(w) != "un") for w in words)
        and (has_known_first_name(name) or not (is_a_law(name) or _ends_like_a_place(words)))
        and len(words[-1].rstrip(".")) > 1
        and not (len(words) == 1 and (is_title(name) or noun(name) in PLATFORMS | REPORTERS | ATTRIBUTES))
    )


def _ends_like_a_place(words: Sequence[str]) -> bool:
    return len(words) > 1 and noun(words[-1]) in PLACE_NOUNS


def _is_a_body(name: str) -> bool:
    """Whether a name has the initials of a nation or others: "US Rowing", "Holm GOP", or ends so: "IDs"."""
    several = " " in name and (_NATION.match(name) or (not name.isupper() and _SHORTENED_PART.search(name)))
    return bool(several or _ENDS_IN_CAPITALS.search(name))


def is_a_place(text: str, name: str, places: Sequence[Span]) -> bool:
    """Whether a name without a known first name stands where places stand: "on Outer Holm"."""
    if has_known_first_name(name) or name.lower() in MALE_NAMES | FEMALE_NAMES:
        return False
    placed = sum(bool(_AT_A_PLACE.search(text[max(0, start - 9) : start])) for start, _ in places)
    return placed >= (PLACED if " " in name else PLACED_ALONE) * len(places)


def titles_of_works(text: str, spans: Iterable[Span]) -> set[str]:
    """Return the names that stand in quotation marks of their own: the film “Cool Harbours” is nobody."""
    marked = [span for span in spans if _IN_MARKS.fullmatch(text[max(0, span[0] - 1) : span[1] + 2])]
    named = {plain(text[slice(*span)]) for span in marked}
    return {name for name in named if " " in name and not has_known_first_name(name)}


def is_a_law(name: str) -> bool:
    """Whether a name is a law's, which says what it does and speaks for nobody."""
    return bool(_LAW.search(name))


def is_an_award(name: str) -> bool:
    """Whether a name is an award's, which speaks for nobody."""
    return bool(_AWARD.search(name))


def _is_of_two(name: str) -> bool:
    """Whether a name is a common first name and a surname: "Doris Day", which is no occasion."""
    return has_known_first_name(name) and len(name.split()) == 2
