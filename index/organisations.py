"""The organisations an article names: each by its fullest name, its abbreviation joined to it."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.entities import Entity
from index.lexicon import (
    ATTRIBUTES,
    COMPANY_ENDINGS,
    COMPANY_NOUNS,
    DOCUMENT_NOUNS,
    MONTH,
    ORGANISATION_NOUNS,
    QUANTIFIERS,
    WEEKDAY,
    can_begin_a_name,
)
from index.names import Person
from index.naming import has_known_first_name, in_a_heading, noun, opens_sentences_only, plain
from index.nobody import is_a_law, is_an_award
from index.shortened import bracketed, full_names, initials
from index.types import Span

_BESIDE = re.compile(r"(?<!parent )\b([a-z]+),? $")  # whose parent company it is is "the company"
# "Acme, a ferry operator," or "Acme, a firm that …"; "in Lowtown, the weather service said" is none.
_APPOSITION = re.compile(
    r", (?:the|an?|which is an?) (?:[A-Z][\w.’'-]* )?([a-z -]+?)"
    r"(?=[,.;:)]| (?:that|which|who|of|for|in|at|from|based|owned|run)\b)"
)
_ENDS = re.compile(r"\s*[(:].*|, (?!Inc\b|LLC\b|Ltd\b|L\.|P\.).*|['’]s?$", re.DOTALL)  # "Law Project (NELP"
_DAY = re.compile(rf" {WEEKDAY}$")  # "… Manufacturers Monday showed"
_ITS_DOCUMENT = re.compile(r"(.+?)['’]s? (?:.* )?([\w-]+)$")  # "Acme's Yearly Wage Report"
_MEASURE = re.compile(r" (?:Poll|Report|Study|Index|Forecast|Analysis)$")  # "Acme Poll" is Acme's
_OF_A_TOWN = re.compile(r" of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$")  # "Acme of Lowtown, Calif.,"
_BASED = re.compile(r"[A-Z][\w.’'-]*-based ")  # "Lowtown-based Acme"
_STATE = re.compile(r", [A-Z][\w ]{2,20}\.?(?=[,.]| is\b| has\b)")
# Parts of one name that a name finder takes apart: "H | & R Block", "Bureau of Culture | and Tourism".
_AMPERSAND_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]* ){1,3}& $|\b[A-Z]+&$")
_SLASH_BEFORE = re.compile(
    r"(?:\b(?!(?:An?|The) )[A-Z][\w.]*(?: [A-Z][\w.]*)*/)+$"
)  # "Holm Register/Tide News/ | Acme Poll"
_AND_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts) ((?:[A-Z][\w’'-]*,? ){1,3}and )$")
_PARTS_BEFORE = re.compile(r"((?:\b[A-Z][\w’'-]*,? ){1,3}and )$")
_US_AND_BEFORE = re.compile(r"\b(U\.S\. (?:[A-Z][\w’'-]* ){1,3}and )$")
_AND_AFTER = re.compile(r" (?:and|&)(?: [A-Z][\w’'-]*){1,2}")
# One who says: "Acme Homes and Private Lending in Holm says"
_AND_AFTER_BY_ONE = re.compile(
    r" and(?: [A-Z][\w’'-]*){1,2}(?=(?: in [A-Z]\w+)? (?:says|is|was|has|claims|argues|plans|wants)\b)"
)
# "Organization for Economic Co-operation and | Development"
_OFFICER = re.compile(r"\b(?:General|Secretary|President|Minister|Governor|Mayor|Ambassador|Chairman|CEO)$")
_PANELS = frozenset("panel commission committee subcommittee council conference caucus".split())
_CENTRES = frozenset("center centre institute bureau".split())
_ON_SOMETHING = re.compile(
    rf" on(?: the)?(?: (?!{MONTH})[A-Z][\w’'-]*)+(?: and(?: [A-Z][\w’'-]*)+)?(?<!day)\b"
)  # "Panel | on Climate Change"
_FOR_SOMETHING = re.compile(r" for(?: the)?(?: [A-Z][\w’'-]*)+(?<!day)\b")
_UNFINISHED, _FURTHER = re.compile(r" (?:and|&|of|for)$"), re.compile(r"(?: [A-Z][\w’'-]*){1,2}")
_OFFICE_OF = re.compile(
    r"\b(?:Ministry|Department|Bureau|Office|Cent(?:er|re)s?|Committee|Commission|Institute|Board|Agency|Council)"
    r" (?:of|for)\b"
)
# "The National Weather Service", whatever a name finder makes of it.
_RUN = re.compile(r"\b[A-Z][\w’-]*(?: [A-Z][\w’-]*)*")
_OF_SOMETHING = re.compile(r" (?:of|for)(?: the)?(?: [A-Z][\w’'-]*)+(?<!day)\b")
_NOT_NAMES = frozenset("ORG DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL".split())  # or found otherwise
# Though in capitals.
NO_BODIES = frozenset(("Super PAC", *"AI IT PR TV HR CEO CFO COVID MCAS PhD UFO UFOs".split()))
_FIRMS = COMPANY_NOUNS - frozenset("employer operator retailer manufacturer".split())  # who may be somebody


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with its places in order, and the nouns that speak of it: firm, ministry.

    `aliases` are the other names this article gives it: its abbreviation.
    """

    name: str
    spans: tuple[Span, ...]
    nouns: frozenset[str]
    aliases: tuple[str, ...] = ()


def organisations(text: str, found: Iterable[Entity], people: Sequence[Person]) -> list[Organisation]:
    """Join what spaCy took for organisations, and what a noun beside the name says is one."""
    names: dict[str, list[Span]] = {}
    taken = bytearray(len(text))
    for start, end in (span for person in people for span in person.spans):
        taken[start:end] = b"\1" * (end - start)
    places = [span for e in found if e.label == "ORG" and (span := _name_alone(text, (e.start, e.end)))]
    others = [
        span for e in found if e.label not in _NOT_NAMES and (span := _name_alone(text, (e.start, e.end)))
    ]
    countries = {text[e.start : e.end] for e in found if e.label == "GPE"}
    for span in [
        *_by_their_nouns(text, places, countries),
        *places,
        *(s for s in others if _nouns_beside(text, s)),
    ]:
        if not any(taken[slice(*span)]):
            span = _whole(text, span, taken)
            taken[slice(*span)] = b"\1" * (span[1] - span[0])
            names.setdefault(plain(text[slice(*span)]), []).append(span)
    names = {name: places for name, places in names.items() if not _is_no_body(text, name, places)}
    for span in bracketed(text, [place for places in names.values() for place in places]):
        if not any(taken[slice(*span)]):
            names.setdefault(text[slice(*span)], []).append(span)
    full = full_names(text, names, [person.name for person in people])
    joined: dict[str, list[Span]] = {}
    for name, places in names.items():
        joined.setdefault(full.get(name, name), []).extend(places)
    return [
        Organisation(
            name,
            tuple(sorted(places)),
            _nouns(text, name, places),
            tuple(sorted(short for short, whole in full.items() if whole == name)),
        )
        for name, places in sorted(joined.items(), key=lambda item: min(item[1]))
    ]


def is_called_a_firm(text: str, person: Person) -> bool:
    """Whether what a name finder took for somebody is a firm's name: "the seafood chain Red Lobster"."""
    if has_known_first_name(person.name) or person.roles:
        return False
    return any(_nouns_beside(text, span) & _FIRMS for span in person.spans)


def _is_no_body(text: str, name: str, places: Sequence[Span]) -> bool:
    """Whether a name is none, or a law's."""
    if is_a_law(name) or is_an_award(name) or _is_a_word(text, name, places):
        return True
    return bool(_OFFICER.search(name)) and not _OFFICE_OF.match(name)


def _is_a_word(text: str, name: str, places: Sequence[Span]) -> bool:
    """Whether a word is capital only because it opens its sentence: "Exit polls" beside "exit polls"."""
    if name in NO_BODIES or name.lower() in ATTRIBUTES:
        return True
    if " " in name or not opens_sentences_only(text, places):
        return False
    return bool(re.search(rf"(?<![\w./@#-]){re.escape(name.lower())}(?![\w@/-])", text))


def _by_their_nouns(text: str, known: Iterable[Span], countries: Collection[str]) -> list[Span]:
    """Find names that end with a word for an organisation and are no part of one that is known.

    "Brazil’s Federal Police" is Federal Police, for Brazil is among the `countries`.
    """
    inside = bytearray(len(text))
    for start, end in known:
        inside[start:end] = b"\1" * (end - start)
    found = []
    for run in _RUN.finditer(text):
        owner, _, owned = run[0].partition("’s ")
        words = (owned if owner in countries else run[0]).split()
        while words and noun(words[-1]) not in ORGANISATION_NOUNS:
            words.pop()
        while words and not _begins_a_body(words[0]):
            words.pop(0)
        start = run.start() + run[0].rfind(" ".join(words))
        span = start, start + len(" ".join(words))
        if words and (of := _OF_SOMETHING.match(text, span[1])):
            span = start, of.end()  # "the Royal Society of Holm", "the Ministry of the Armed Forces"
        if (
            len(text[slice(*span)].split()) > 1
            and words
            and not in_a_heading(text, start)
            and not all(inside[slice(*span)])
        ):
            found.append(span)
    return found


def _begins_a_body(word: str) -> bool:
    """Whether a word can be the first of an organisation's name: no "Several", no "Lowtown-based"."""
    return (
        can_begin_a_name(word)
        and word.lower() not in QUANTIFIERS | {"a", "an"}
        and not word.endswith("-based")
    )


def named_in(organisations: Sequence[Organisation], span: Span) -> tuple[Organisation, Span] | None:
    """Return the organisation whose name begins first within `span`."""
    inside = [(s, o) for o in organisations for s in o.spans if span[0] <= s[0] and s[1] <= span[1]]
    return min(((o, s) for s, o in inside), key=lambda pair: pair[1], default=None)


def _name_alone(text: str, span: Span) -> Span | None:
    """Return the span without an article before and a possessive after; `None` where no name is left."""
    start, end = span
    if article := re.match(r"(?:[Tt]he|[Aa]n?|[•–-])\s+", text[start:end]):
        start += article.end()
    if town := _BASED.match(text, start, end):
        start = town.end()
    end = start + len(_DAY.sub("", _ENDS.sub("", text[start:end].rstrip())))
    if (owned := _ITS_DOCUMENT.fullmatch(text, start, end)) and noun(owned[2]) in DOCUMENT_NOUNS:
        end = owned.end(1)
    while (measure := _MEASURE.search(text, start, end)) and measure.start() > start:
        name = text[start : measure.start()]
        if measure[0] != " Poll" and not re.search(rf"{re.escape(name)}\b(?!{measure[0]})", text):
            break  # "the World Tide Report" is nobody's that we know of
        end = measure.start()
    if (town := _OF_A_TOWN.search(text, start, end)) and _STATE.match(text, end):
        end = town.start()
    return (start, end) if text[start:end][:1].isupper() and "\n" not in text[start:end] else None


def _whole(text: str, span: Span, taken: bytearray) -> Span:
    """Return a name with the parts that an "and" cuts off, unless they are names of their own."""
    start, end = span
    before = _SLASH_BEFORE.search(text, max(0, start - 60), start)
    before = before or _AMPERSAND_BEFORE.search(text, max(0, start - 40), start)
    before = before or _US_AND_BEFORE.search(text, max(0, start - 60), start)
    if before is None and noun(text[start:end].split()[-1]) in ORGANISATION_NOUNS:
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
    return start, end


def _rest_of_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what a name goes on with, after where the name finder ended it."""
    last = noun(text[start:end].split()[-1])
    if _UNFINISHED.search(text, start, end):
        return _FURTHER.match(text, end)
    and_after = _AND_AFTER.match(text, end)
    if _OFFICE_OF.search(text, start, end):
        return and_after
    if and_after and _is_shortened(text, text[start : and_after.end()]):
        return and_after  # "Lowtown Tide | and Ice Board", where it is LTIB too
    if last in _PANELS and (subject := _ON_SOMETHING.match(text, end)):
        return subject
    if last in _CENTRES and (subject := _FOR_SOMETHING.match(text, end)):
        return subject
    return _AND_AFTER_BY_ONE.match(text, end)


def _is_shortened(text: str, name: str) -> bool:
    """Whether an article has the initials of a name."""
    short = initials(name)
    return len(short) > 2 and bool(re.search(rf"\b{short}\b", text))


def _nouns(text: str, name: str, places: Sequence[Span]) -> frozenset[str]:
    head = re.split(r" (?:of|for|on) ", name)[0]  # the Institute of Government is no government
    nouns = {noun(head.split()[-1])} & ORGANISATION_NOUNS
    for place in places:
        nouns |= _nouns_beside(text, place)
    if noun(name.split()[-1]) in COMPANY_ENDINGS or nouns & COMPANY_NOUNS:
        nouns |= COMPANY_NOUNS
    return frozenset(nouns)


def _nouns_beside(text: str, span: Span) -> set[str]:
    """Return what stands beside a name: "the polling firm Northern Opinion", "Acme, a ferry operator"."""
    found = {_noun_before(text, span[0])}
    if after := _APPOSITION.match(text[span[1] : span[1] + 60]):
        found.add(re.split(r"[ -]", after.group(1))[-1])
    return found & (ORGANISATION_NOUNS | COMPANY_NOUNS)


def _noun_before(text: str, start: int) -> str:
    before = _BESIDE.search(text[max(0, start - 30) : start])
    return before[1] if before else ""
