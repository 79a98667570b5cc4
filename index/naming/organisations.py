"""The organisations an article names: each by its fullest name, its abbreviation joined to it."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.kinds import ATTRIBUTES, COMPANY_ENDINGS, COMPANY_NOUNS, ORGANISATION_NOUNS
from index.lexicon import QUANTIFIERS, can_begin_a_name
from index.naming.entities import Entity
from index.naming.extents import OFFICE_OF, again, is_called, name_alone, whole
from index.naming.names import Person
from index.naming.nobody import is_a_law, is_an_award
from index.naming.personal import (
    has_known_first_name,
    in_a_heading,
    noun,
    opens_sentences_only,
    unowned,
)
from index.naming.shortened import bracketed, full_names, introduced, same_names
from index.types import Span

# Whose parent company it is is "the company".
_BESIDE = re.compile(r"(?<!parent )\b([a-z]+)(?: (?:called|named|known as))?,? $")
# "Acme, a ferry operator," or "Acme, a firm that …"; "in Lowtown, the weather service said" is none.
_APPOSITION = re.compile(
    r", (?:the|an?|which is an?) (?:[A-Z][\w.’'-]* )?([a-z -]+?)"
    r"(?=[,.;:)]| (?:that|which|who|of|for|in|at|from|based|owned|run)\b)"
)
# "The National Weather Service", whatever a name finder makes of it.
_RUN = re.compile(r"\b[A-Z][\w’-]*(?: [A-Z][\w’-]*)*")
_OF_SOMETHING = re.compile(r" (?:of|for)(?: the)?(?: [A-Z][\w’'-]*)+(?<!day)\b")
_OFFICER = re.compile(r"\b(?:General|Secretary|President|Minister|Governor|Mayor|Ambassador|Chairman|CEO)$")
# Well-known names of two parts, whether or not their initials are given.
_IN_TWO = re.compile(
    r"\b(?:U\.?S\.? )?(?:Customs and Border (?:Protection|Patrol)|Immigration and Customs Enforcement"
    r"|Centers for Disease Control and Prevention|Food and Drug Administration|Fish and Wildlife Service"
    r"|Department of Health and Human Services|Department of Housing and Urban Development)\b"
)
_NOT_NAMES = frozenset("ORG DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL".split())  # or found otherwise
# "The University", with a capital, is the one that was named, and no name; the House and the Court are.
BARE_KINDS = frozenset(
    """university college institute department ministry commission committee agency board bureau foundation
    company association club society council museum""".split()
)
# "The union" is one whose name tells of them: "United Tide Workers".
_WORKERS = frozenset("workers teamsters employees brotherhood nurses teachers pilots firefighters".split())
# Though in capitals.
NO_BODIES = frozenset(
    ("Super PAC", *"Mom Dad RSV HIV DNA AI IPO IT PM PR TV HR CEO CFO COVID MCAS PhD UFO UFOs".split())
)
# What nobody is called; an employer and an operator may be somebody.
_CALLED = COMPANY_NOUNS - frozenset("employer operator retailer manufacturer".split()) | frozenset(
    "nonprofit charity newspaper magazine website site broadcaster watchdog".split()
)


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
    places = [span for e in found if e.label == "ORG" and (span := name_alone(text, (e.start, e.end)))]
    others = [
        span for e in found if e.label not in _NOT_NAMES and (span := name_alone(text, (e.start, e.end)))
    ]
    towns = {text[e.start : e.end] for e in found if e.label == "GPE"}
    places = [_without_town(text, span, towns) for span in places]
    candidates = [
        *_by_their_nouns(text, places, towns),
        *places,
        *(s for s in others if _nouns_beside(text, s)),
    ]
    given = [*introduced(text), *(found.span() for found in _IN_TWO.finditer(text))]
    for span in [*given, *again(text, candidates), *candidates]:
        if not any(taken[slice(*span)]):
            span = span if span in given else whole(text, span, taken)
            taken[slice(*span)] = b"\1" * (span[1] - span[0])
            names.setdefault(is_called(text, span), []).append(span)
    names = {name: places for name, places in names.items() if not _is_no_body(text, name, places)}
    for span in bracketed(text, [place for places in names.values() for place in places]):
        if not any(taken[slice(*span)]):
            names.setdefault(text[slice(*span)], []).append(span)
    same = same_names(text, names)
    spelled: dict[str, list[Span]] = {}
    for name, places in names.items():
        spelled.setdefault(same.get(name, name), []).extend(places)
    full = full_names(text, spelled, [person.name for person in people], towns)
    full = {name: full.get(lead, lead) for name, lead in same.items()} | full
    joined: dict[str, list[Span]] = {}
    for name, places in names.items():
        joined.setdefault(full.get(name, name), []).extend(places)
    return [
        Organisation(
            name,
            tuple(sorted(places)),
            _nouns(text, name, places),
            tuple(sorted(short for short, whole in full.items() if whole == name != short)),
        )
        for name, places in sorted(joined.items(), key=lambda item: min(item[1]))
    ]


def _without_town(text: str, span: Span, towns: Collection[str]) -> Span:
    """Return a firm's name without whose it is: "Lowtown’s Acme Pumps"; a country's ministry has it."""
    owner = re.match(r"([A-Z][\w ]+)['’]s (?=[A-Z])", text[slice(*span)])
    if not owner or owner[1] not in towns:
        return span
    rest = span[0] + owner.end(), span[1]
    return span if any(noun(word) in ORGANISATION_NOUNS for word in text[slice(*rest)].split()) else rest


def is_called_a_firm(text: str, person: Person) -> bool:
    """Whether what a name finder took for somebody is a firm's name: "the seafood chain Red Lobster"."""
    if has_known_first_name(person.name) or person.roles:
        return False
    return any(_nouns_beside(text, span, _CALLED) for span in person.spans)


def _is_no_body(text: str, name: str, places: Sequence[Span]) -> bool:
    """Whether a name is none, or a law's."""
    if is_a_law(name) or is_an_award(name) or _is_a_word(text, name, places):
        return True
    return bool(_OFFICER.search(name)) and not OFFICE_OF.match(name)


def _is_a_word(text: str, name: str, places: Sequence[Span]) -> bool:
    """Whether a word is capital only because it opens its sentence: "Exit polls" beside "exit polls"."""
    if name in NO_BODIES or name.lower() in ATTRIBUTES | BARE_KINDS:
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
        can_begin_a_name(unowned(word))  # no "Friday’s"
        and word.lower() not in QUANTIFIERS | {"a", "an", "another"}
        and not word.endswith("-based")
    )


def in_full(organisations: Sequence[Organisation], name: str) -> str:
    """Return the name by which an article knows the organisation that a name stands for."""
    return next((each.name for each in organisations if name in each.aliases), name)


def named_in(organisations: Sequence[Organisation], span: Span) -> tuple[Organisation, Span] | None:
    """Return the organisation whose name begins first within `span`."""
    inside = [(s, o) for o in organisations for s in o.spans if span[0] <= s[0] and s[1] <= span[1]]
    return min(((o, s) for s, o in inside), key=lambda pair: pair[1], default=None)


def _nouns(text: str, name: str, places: Sequence[Span]) -> frozenset[str]:
    head = re.split(r" (?:of|for|on) ", name)[0]  # the Institute of Government is no government
    last = noun(head.split()[-1])
    # "Centers for Tide Control" are a center
    nouns = set(ORGANISATION_NOUNS.intersection((last, last.removesuffix("s"))))
    if _WORKERS.intersection(name.lower().split()):
        nouns.add("union")
    for place in places:
        nouns |= _nouns_beside(text, place)
    if noun(name.split()[-1]) in COMPANY_ENDINGS or nouns & COMPANY_NOUNS:
        nouns |= COMPANY_NOUNS
    return frozenset(nouns)


def _nouns_beside(
    text: str, span: Span, kinds: Collection[str] = ORGANISATION_NOUNS | COMPANY_NOUNS
) -> set[str]:
    """Return what stands beside a name: "the polling firm Northern Opinion", "Acme, a ferry operator"."""
    found = {_noun_before(text, span[0])}
    if after := _APPOSITION.match(text[span[1] : span[1] + 60]):
        found.add(re.split(r"[ -]", after.group(1))[-1])
    return {noun for noun in found if noun in kinds}


def _noun_before(text: str, start: int) -> str:
    before = _BESIDE.search(text[max(0, start - 30) : start])
    return before[1] if before else ""
