"""Names that were taken for somebody's and that the article shows to be a body's, a place's or nobody's.

Whoever has no common first name is introduced by a role or a title, or called by the surname later on. Of
others a name finder alone is no witness, and the shape of a sentence is none.
"""

import re
from collections import Counter
from collections.abc import Sequence

from index.kinds import BRANDS, COMPANY_ENDINGS, PLATFORMS, SEVERAL_COMPANIES
from index.lexicon import AUXILIARIES
from index.naming.entities import Entity
from index.naming.extents import is_a_brand
from index.naming.gender import title_gender
from index.naming.names import Person
from index.naming.nobody import is_a_place
from index.naming.organisations import is_called_a_firm
from index.naming.personal import has_known_first_name, noun, surname
from index.types import Span

# "NOAA" and "HTW-BRN", but for "LEE:" before what Lee says
_ABBREVIATION = re.compile(r"[A-Z]{3,5}|[A-Z]{2,}-[A-Z]{2,}")
_WHO = re.compile(r",? who\b")
_PLACES = frozenset(("GPE", "LOC"))
_THINGS = frozenset("PRODUCT WORK_OF_ART NORP EVENT LAW FAC".split())
# "The Holm Ledger compiled it", "on the Holm Ledger."; of "the Lervik campaign" it is but a part.
_ARTICLE = re.compile(r"\b[Tt]he $")
_NO_NOUN_NEXT = re.compile(
    r"[^\w\s’'-]|\s*$"
    rf"| (?:\w+ed|{'|'.join(sorted(AUXILIARIES))}|says|who|which|that|of|in|on|at|to|by|with|as|from|into)\b"
)
# "Lervik told us on Monday it will …", "Lervik says on its site": no person is an "it".
_ITSELF = re.compile(
    r" (?:also |has )?(?:said|says|told|announced?|announces|reported|confirmed)"
    r"(?: (?!he\b|she\b)[\w’']+){0,4}? (?:its\b|it (?:will|plans|has|had|would)\b"
    r"|it(?: is|['’]s) (?!go|rain|snow|becom|gett)[a-z]+ing\b)"
)
# What only firms have: "Lervik shares", "Lervik meteorologist Ann Lee", "the chief executive of Lervik".
_OFFICERS = (
    r"(?:[Vv]ice )?[Pp]resident|CEO|CFO|COO|[Cc]hief [Ee]xecutive|[Cc]o-(?:founder|owner|CEO)|[Ff]ounder"
    r"|[Mm]eteorologist|[Ee]conomist|[Aa]nalyst|[Ee]ngineer|[Cc]hairman"
)
_HAS = re.compile(
    r" (?:shares|stock|customers|employees|stores?|restaurants?|software|users|app|hotels?|dealers?)\b"
    rf"| (?:[Ss]enior |[Ee]xecutive )?(?:{_OFFICERS}) [A-Z]"
    r"|,? (?:Inc|LLC|Ltd|Corp|PLC)\b"
    r"|['’]s? (?:stock|shares|CEO|chief executive|parent company)\b"
)
_IS_OF = re.compile(
    r"\b(?:CEO|[Cc]hief [Ee]xecutive|co-founder|employees|customers|shares|users|subsidiary) (?:of|at) $"
)
_TICKER = re.compile(r" \((?:N[A-Z]+: ?)?([A-Z]{2,5})\)")  # "Lervik (LRVK) fell"
# "The chains Tide, Ebb and Lervik", "firms such as Lervik"
_SEVERAL = "|".join(sorted(SEVERAL_COMPANIES))
_NAME = r"[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,2}"
_AND = r"(?:, and|,| and) "
_LISTED = re.compile(
    rf"\b(?:{_SEVERAL}) (?:(?:like|such as|including) (?:{_NAME}{_AND})*|(?:{_NAME}{_AND})+)$"
)
_LISTS = re.compile(rf"(?:, (?:and )?| and ){_NAME}")
_KINDS_OF = re.compile(rf"\b(?:{_SEVERAL}) $")
_WHICH = re.compile(r",? which\b")
_GIVEN_BY = re.compile(r"\b(?:of|from|by|to|with|against) (?:[A-Z][\w.]* )*$")
# "Ticketer parent Lervik": whose parent company it is.
_PARENT = re.compile(r"(?:[A-Z][\w.’'-]* )+parent")


def without_misnamed(
    text: str, people: Sequence[Person], found: Sequence[Entity]
) -> tuple[list[Person], list[Entity]]:
    """Return the people without those who are none, and what was found with their names as bodies'."""
    misnamed = [p for p in people if is_called_a_firm(text, p) or _is_nobody(text, p, found)]
    bodies = [
        Entity(*span, "ORG")
        for person in misnamed
        if _ends_like_a_firm(person.name) or _may_be_a_body(_labels(person.spans, found))
        for span in person.spans
        if not any(e.label == "ORG" and _is_within(span, e) for e in found)
    ]
    return [person for person in people if person not in misnamed], [*found, *bodies]


def _is_nobody(text: str, person: Person, found: Sequence[Entity]) -> bool:
    name, several = person.name, " " in person.name
    called_so = [is_a_brand(text, text[slice(*span)], span[1]) for span in person.spans]
    if all(called_so) and len(called_so) > 1:
        return True
    if has_known_first_name(name):
        return False
    if name.lower() in BRANDS or any(called_so) or _ends_like_a_firm(name):
        return True
    is_parent = any(_PARENT.fullmatch(text, *role) for role in person.roles)
    if not is_parent and _is_introduced(text, person):
        return False
    if {name.split()[0].lower(), name.split()[-1].lower()} & (BRANDS | PLATFORMS):
        return True
    whole = [span for span in person.spans if text[slice(*span)] == name]
    labels = _labels(whole, found)
    placed = sum(labels[label] for label in _PLACES)
    if placed > max(1, labels["PERSON"]) or (placed and is_a_place(text, name, person.spans)):
        return True
    spots = set(whole)
    things = sum(e.label in _THINGS and (e.start, e.end) in spots for e in found)
    if things and things >= labels["PERSON"] + labels["ORG"]:
        return True
    if is_parent or any(_has_what_firms_have(text, span) for span in person.spans):
        return True
    short = [span for span in person.spans if text[slice(*span)] == surname(name)]
    if several and short and not any(_stands_like_a_thing(text, span) for span in short):
        return False
    if _ABBREVIATION.fullmatch(name) and not any(text.startswith(":", end) for _, end in whole):
        return True
    only_shaped = several and not person.aliases and not labels["PERSON"]
    itself = any(_ITSELF.match(text, end) for _, end in whole)
    return only_shaped or itself or any(_stands_like_a_thing(text, span) for span in [*whole, *short])


def _is_introduced(text: str, person: Person) -> bool:
    """Whether a role, a title or a "who" shows somebody to be one."""
    shown = any(title_gender(text, at) or _WHO.match(text, end) for at, end in person.spans)
    return shown or bool(person.roles)


def _stands_like_a_thing(text: str, span: Span) -> bool:
    """Whether a name stands as no person's does: "the Lervik Ledger printed it"."""
    start, end = span
    return bool(_ARTICLE.search(text, max(0, start - 4), start) and _NO_NOUN_NEXT.match(text, end))


def _has_what_firms_have(text: str, span: Span) -> bool:
    """Whether words beside a name are said of firms alone: "Lervik shares", "the CEO of Lervik"."""
    start, end = span
    before = text[max(0, start - 150) : start]
    if _HAS.match(text, end) or _IS_OF.search(before):
        return True
    if _WHICH.match(text, end) and not _GIVEN_BY.search(before):
        return True
    ticker = _TICKER.match(text, end)
    if ticker and re.search(".*?".join(ticker[1]), text[slice(*span)].upper()):
        return True
    return bool(_LISTED.search(before) or (_KINDS_OF.search(before) and _LISTS.match(text, end)))


def _is_within(span: Span, longer: Entity) -> bool:
    """Whether a name is but a part of another: the Aviation of "Federal Aviation Administration"."""
    start, end = span
    inside = longer.start <= start and end <= longer.end
    return inside and end - start < longer.end - longer.start


def _ends_like_a_firm(name: str) -> bool:
    return " " in name and noun(name.split()[-1]) in COMPANY_ENDINGS


def _may_be_a_body(labels: Counter[str]) -> bool:
    """Whether a name finder mostly took a name for somebody's or a body's, if it found it."""
    return 2 * (labels["PERSON"] + labels["ORG"]) >= labels.total()


def _labels(spans: Sequence[Span], found: Sequence[Entity]) -> Counter[str]:
    """Count what the name finder called whatever stands in places."""
    return Counter(e.label for start, end in spans for e in found if e.start < end and start < e.end)
