"""The people an article names: their fullest name, where they are named, in what role, he or she.

spaCy finds the names; here they are joined into people. Two names are one person only when nothing
else could be meant: a surname shared by two people is whose the text says it is, or nobody's.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.layout import paragraphs
from index.lexicon import can_begin_a_name
from index.naming.bearers import bearer_of, bearers, of_gender
from index.naming.entities import Entity
from index.naming.gender import Gender, gender_by_pronouns, gender_of, title_gender
from index.naming.name_places import places_of_names
from index.naming.personal import (
    folded,
    has_known_first_name,
    plain,
    same_person,
    surname,
)
from index.naming.roles import role_beside
from index.types import Span

_CROWNED = re.compile(r"\b(?:Pope|King|Queen|Prince|Princess) $")  # "Pope Francis" is no Francis Lee
_KNOWN = re.compile(r" (?:known|nicknamed|dubbed|called|alias|aka|a\.k\.a\.)\b")
_KNOWN_AS = re.compile(
    r",?(?: \d+,)?(?: who)?(?: is| was)?(?: also| better| widely)? "
    r"(?:known|nicknamed|dubbed|called|alias|aka|a\.k\.a\.)(?: \w+)?(?: as)? [“\"'‘]{0,2}"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an article names. `spans` are all places, in order; `roles` the text beside them."""

    name: str
    spans: tuple[Span, ...]
    aliases: tuple[str, ...]
    gender: Gender
    roles: tuple[Span, ...]
    sure: bool = True  # False where a bare surname might mean somebody else


def people(text: str, found: Iterable[Entity], sources: Sequence[Span] = ()) -> list[Person]:
    """Join names into people, in the order of the text. `sources` are spans that name who speaks."""
    full, short = places_of_names(text, found, sources)
    groups = _same_people(full)
    owners = bearers(groups)
    members = {name: [s for n in group for s in full[n]] for name, group in groups.items()}
    first_in_full = {name: sorted(places) for name, places in members.items()}
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


def _person(text: str, name: str, places: Sequence[Span], sure: bool) -> Person:
    aliases = {plain(text[slice(*s)]) for s in places} - {name}
    roles = tuple(r for r in (role_beside(text, s) for s in places) if r)
    gender = gender_of(text, name, places, roles)
    return Person(name, tuple(places), tuple(sorted(aliases)), gender, roles, sure)


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
