"""Where the name of a body begins and ends: what a name finder takes in beside it, and what it cuts off."""

import re
from collections.abc import Sequence

from index.kinds import DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.lexicon import MONTH, WEEKDAY
from index.naming.personal import dotted, noun, plain
from index.naming.shortened import initials
from index.types import Span

# "Law Project (NELP"; but "Hart, Lee & Marsh" is whole.
_ENDS = re.compile(
    r"\s*[(:;].*|, (?!Inc\b|LLC\b|Ltd\b|L\.|P\.|(?:[A-Z][\w’'-]+,? )+& [A-Z]).*|['’]s?$|,$", re.DOTALL
)
_ITS_OFFICE = re.compile(
    r"(.+?)['’]s [A-Z][\w-]+(?: [A-Z][\w-]+)?"
)  # "the Weather Service’s Lowtown | office"
# After a name that is no possessive there: "Marlow's said".
_AS_SUBJECT = (
    r"['’]s (?:(?:said|says|told|announced|confirmed|stated|is|was|has|had|will|and|or|offers)\b|[–—])"
)
_DAY = re.compile(rf" {WEEKDAY}$")  # "… Manufacturers Monday showed"
_ITS_DOCUMENT = re.compile(r"(.+?)['’]s? (?:.* )?([\w-]+)$")  # "Acme's Yearly Wage Report"
_MEASURE = re.compile(r" (?:Poll|Report|Study|Index|Forecast|Analysis)$")  # "Acme Poll" is Acme's
_OF_A_TOWN = re.compile(r" of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$")  # "Acme of Lowtown, Calif.,"
_STATE = re.compile(r", [A-Z][\w ]{2,20}\.?(?=[,.]| is\b| has\b)")
# Parts of one name that a name finder takes apart: "H | & R Block", "Bureau of Culture | and Tourism".
_AMPERSAND_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]* ){1,3}& $|\b[A-Z]+&$")
_SLASH_BEFORE = re.compile(
    r"(?:\b(?!(?:An?|The) )[A-Z][\w.]*(?: [A-Z][\w.]*)*/)+$"
)  # "Holm Register/Tide News/ | Acme Poll"
_AND_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts) ((?:[A-Z][\w’'-]*,? ){1,3}and )$")
_TITLED = r"(?:Director|Secretary|Commissioner|Chair\w*|President|Chief|Administrator|Lt|Col|Gen|Dr)\b"
_STANDS_ALONE = r"(?:\b(?!and )(?:The|[a-z]+) |[^\w\s] ?|\n)"
_PARTS_BEFORE = re.compile(r"((?:\b[A-Z][\w’'-]*,? ){1,3}and )$")
_US_AND_BEFORE = re.compile(r"\b(U\.S\. (?:[A-Z][\w’'-]* ){1,3}and )$")
# "Center for Tides | and Hart Lee Marsh LLP" are two.
_AND_AFTER = re.compile(
    rf" (?:and|&)(?: [A-Z][\w’'-]*){{1,3}}(?![\w’'-]| (?!{MONTH}|{WEEKDAY}|{_TITLED})[A-Z])"
)
_MEMBERS = re.compile(
    r"\b(?:College|Academy|Association|Society|Federation) (?:of|for) (?:[A-Z]\w+ )*[A-Z]\w+s$"
)
_AND_MEMBERS = re.compile(r" and [A-Z]\w+s\b(?! [A-Z])")
_LINKED = re.compile(r" (?:and|for)(?: [A-Z][\w’'-]*){2,}(?: of(?: [A-Z][\w’'-]*)+)?")
# One who says: "Acme Homes and Private Lending in Holm says"
_AND_AFTER_BY_ONE = re.compile(
    r" and(?: [A-Z][\w’'-]*){1,2}(?=(?: in [A-Z]\w+)? (?:says|is|was|has|claims|argues|plans|wants)\b)"
)
# "Organization for Economic Co-operation and | Development"
_OF_PARTS = re.compile(r" (?:and|&|of|for) ")
_OF_SUBJECTS = frozenset(
    "panel commission committee subcommittee council conference caucus center centre institute bureau".split()
)
_SUBJECT = re.compile(
    rf" (?:on|for)(?: the)?(?: (?!{MONTH})[A-Z][\w’'-]*)+"
    r"(?: and(?: [A-Z][\w’'-]*)+)?(?<!day)\b"
)  # "Panel | on Climate Change"
_ON_FIRST = re.compile(r"(?:[Cc]ommittee|Panel) on [A-Z][\w-]*$")
_ON_SEVERAL = re.compile(r"(?:, [A-Z][\w-]*)+,? and [A-Z][\w-]*")
_UNFINISHED, _FURTHER = re.compile(r" (?:and|&|of|for)$"), re.compile(r"(?: [A-Z][\w’'-]*){1,2}")
OFFICE_OF = re.compile(
    r"\b(?:Ministry|Department|Bureau|Office|Cent(?:er|re)s?|Committee|Commission|Institute|Board|Agency|Council)"
    r" (?:of|for)\b"
)


def name_alone(text: str, span: Span) -> Span | None:
    """Return the span without an article before and a possessive after; `None` where no name is left."""
    start, end = span
    if article := re.match(r"(?:[Tt]he|[Aa]n?|[•–-])\s+", text[start:end]):
        start += article.end()
    end = start + len(_DAY.sub("", _ENDS.sub("", text[start:end].rstrip())))
    if (its := _ITS_OFFICE.fullmatch(text, start, end)) and noun(its[1].split()[-1]) in ORGANISATION_NOUNS:
        end = end if noun(its[0].split()[-1]) in ORGANISATION_NOUNS else its.end(1)
    if (owned := _ITS_DOCUMENT.fullmatch(text, start, end)) and noun(owned[2]) in DOCUMENT_NOUNS:
        end = owned.end(1)
    while (measure := _MEASURE.search(text, start, end)) and measure.start() > start:
        name = text[start : measure.start()]
        if measure[0] != " Poll" and not re.search(rf"{re.escape(name)}\b(?!{measure[0]})", text):
            break  # "the World Tide Report" is nobody's that we know of
        end = measure.start()
    if is_a_brand(text, text[start:end], end):
        end += len("'s")
    if (town := _OF_A_TOWN.search(text, start, end)) and _STATE.match(text, end):
        end = town.start()
    return (start, end) if text[start:end][:1].isupper() and "\n" not in text[start:end] else None


def is_called(text: str, span: Span) -> str:
    """Return the name that stands at a place, with the "'s" that is its own: "Marlow's said"."""
    name = text[slice(*span)]
    owned = name.endswith(("'s", "’s")) and is_a_brand(text, name[:-2], span[1] - 2)
    return dotted(" ".join(name.split()) if owned else plain(name))


def is_a_brand(text: str, name: str, end: int) -> bool:
    """Whether a name ends in "'s" of its own: "Marlow's is", in an article that never says Marlow."""
    if not re.match(r"['’]s\b", text[end : end + 3]):
        return False
    subject = re.search(rf"\b{re.escape(name)}{_AS_SUBJECT}", text)
    return bool(subject) and not re.search(rf"\b{re.escape(name)}\b(?!['’]s)", text)


def whole(text: str, span: Span, taken: bytearray) -> Span:
    """Return a name with the parts that an "and" cuts off, unless they are names of their own."""
    start, end = span
    before = _SLASH_BEFORE.search(text, max(0, start - 60), start)
    before = before or _AMPERSAND_BEFORE.search(text, max(0, start - 40), start)
    before = before or _US_AND_BEFORE.search(text, max(0, start - 60), start)
    if (
        before is None
        and noun(text[start:end].split()[-1]) in ORGANISATION_NOUNS
        and not re.search(rf"{_STANDS_ALONE}{re.escape(text[start:end])}\b", text)
    ):
        before = _AND_BEFORE.search(text, max(0, start - 60), start)
    if before is None and (parts := _PARTS_BEFORE.search(text, max(0, start - 60), start)):
        # "Customs and | Border Protection", where it is CBP too
        before = parts if _is_shortened(text, text[parts.start() : end]) else None
    if before:
        first = before.start(before.re.groups)
        start = start if any(taken[first:start]) else first
    after = _rest_of_name(text, start, end)
    if after and not any(taken[end : after.end()]):
        end = after.end()
    elif dangling := _UNFINISHED.search(text, start, end):
        end = dangling.start()  # "Lowtown & | our mission"
    return start, end


def again(text: str, spans: Sequence[Span]) -> list[Span]:
    """Find where names of several parts, "Tide and Ice Board", stand again: whole once, whole always."""
    names = {text[slice(*whole(text, span, bytearray(len(text))))] for span in spans}
    several = sorted((name for name in names if _OF_PARTS.search(name)), key=len, reverse=True)
    return [found.span() for name in several for found in re.finditer(rf"\b{re.escape(name)}(?!\w)", text)]


def _rest_of_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what a name goes on with, after where the name finder ended it."""
    last = noun(text[start:end].split()[-1])
    if _UNFINISHED.search(text, start, end):
        return _FURTHER.match(text, end)
    and_after = _AND_AFTER.match(text, end)
    if _ON_FIRST.search(text, start, end):
        return _ON_SEVERAL.match(text, end)  # "Committee on Tides | , Ice, and Rain"
    if _MEMBERS.search(text, start, end):
        return _AND_MEMBERS.match(text, end)  # "College of Tidalists | and Moonists"
    if OFFICE_OF.search(text, start, end):
        return and_after
    if and_after and _is_shortened(text, text[start : and_after.end()]):
        return and_after  # "Lowtown Tide | and Ice Board", where it is LTIB too
    if last in _OF_SUBJECTS and (subject := _SUBJECT.match(text, end)):
        return subject
    return _AND_AFTER_BY_ONE.match(text, end) or _always_after(text, start, end)


def _always_after(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what follows a name wherever it stands: "Homes | for Sailors", which is never called Homes."""
    further = _LINKED.match(text, end)
    if not further or noun(further[0].split()[-1]) in ORGANISATION_NOUNS:
        return None
    whole = re.escape(text[start : further.end()])
    everywhere = len(re.findall(rf"\b{re.escape(text[start:end])}\b", text))
    return further if 1 < everywhere == len(re.findall(whole, text, re.IGNORECASE)) else None


def _is_shortened(text: str, name: str) -> bool:
    """Whether an article has the initials of a name."""
    short = initials(name)
    return len(short) > 2 and bool(re.search(rf"\b{short}\b", text))
