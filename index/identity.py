"""One person, many spellings: which names of different articles are one name of the register.

"Donald J. Trump" and "Donald Trump" are one, and "FDA" is the body of which alone some article says that
this is it. A bare surname is whose the articles can be trusted to mean: of whom its own article gives the
full name, or who is much quoted in several articles, as "Trump" is, where its own names nobody else so.
Surnames are persons': the last word of a body's name tells nothing. Nothing is joined on a surname that
two people share; `onrecord speakers merge` is there for the rest.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.naming.personal import has_known_first_name, is_title, same_person, surname
from index.naming.roles import role_beside

LEADS = 5  # a bare surname means the person so many times more often quoted and named than the next
SEVERAL = 3  # articles that name somebody in full, from which the surname alone may do elsewhere
LONGEST_FIRST = 40  # characters of a first name with an initial

_FIRST_NAME = re.compile(r"\b([A-Z][\w’'-]+)(?: [A-Z]\.)?$")


@dataclass(frozen=True, slots=True)
class Usage:
    """How the articles use their names: `statements` of each, and how many articles name a person so
    (`people`), or somebody who speaks and is no person (`bodies`)."""

    statements: Mapping[str, int]
    people: Mapping[str, int]
    bodies: Mapping[str, int]

    def is_persons(self, name: str) -> bool:
        """Whether a name is a person's, in most articles that have it."""
        return self.people.get(name, 0) > self.bodies.get(name, 0)

    def weight(self, group: Iterable[str]) -> int:
        """How much is heard of somebody: their statements, and the articles that name them."""
        return sum(self.statements.get(name, 0) + self.people.get(name, 0) for name in group)


@dataclass(frozen=True, slots=True)
class Register:
    """`joined`: each name's name in the register; `bearers`: the full names of each bare surname."""

    joined: Mapping[str, str]
    bearers: Mapping[str, Sequence[str]]

    def name_in(self, text: str, name: str) -> str:
        """Return the register's name of somebody an article names so; its text may tell who that is."""
        here = {self.joined.get(whole, whole) for whole in self.bearers.get(name, ()) if whole in text}
        if len(here) > 1:
            return name
        owner = next(iter(here), self.joined.get(name, name))
        bare = name in self.bearers and owner != name
        return name if bare and _names_another(text, name, owner) else owner


def canonical(usage: Usage, aliases: Collection[tuple[str, str]] = ()) -> Register:
    """Return who is who; of several spellings the most used full one stands for all.

    `aliases` are the names by which single articles call somebody too, each as (name, alias).
    """
    joined: dict[str, str] = {name: name for name in usage.statements}
    for names in _by_surname(usage, usage.statements).values():
        for group in _groups(names, usage.statements):
            joined |= {name: group[0] for name in group}
    bearers = {}
    everyone = _by_surname(usage, usage.people)
    for bare in (name for name in usage.statements if name.lower() in everyone):
        bearers[bare] = everyone[bare.lower()]
        joined[bare] = _owner(_groups(bearers[bare], usage.statements), usage, bare) or bare
    of_bodies = [(name, alias) for name, alias in aliases if not usage.is_persons(name)]
    return Register(joined | _abbreviations(joined, of_bodies), bearers)


def _by_surname(usage: Usage, names: Iterable[str]) -> dict[str, list[str]]:
    """Return the full names of people by their surname in lower case."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if " " in name and usage.is_persons(name):
            found[surname(name).lower()].append(name)
    return found


def _abbreviations(joined: Mapping[str, str], aliases: Collection[tuple[str, str]]) -> dict[str, str]:
    """Return whose name an abbreviation is, where all articles that tell give the same one."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for name, alias in aliases:
        if alias.isupper() and alias.isalpha() and name in joined:
            wholes[alias].add(joined[name])
    return {
        alias: next(iter(names)) for alias, names in wholes.items() if len(names) == 1 and alias in joined
    }


def _groups(names: Iterable[str], counts: Mapping[str, int]) -> list[list[str]]:
    """Group full names of one surname; the most used, then the shortest, leads its group."""
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda n: (-counts.get(n, 0), len(n), n)):
        fitting = [group for group in groups if same_person(group[0], name)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    return groups


def _owner(groups: Sequence[Sequence[str]], usage: Usage, bare: str) -> str | None:
    """Return whom a bare surname means wherever nothing speaks against it, if the articles agree on one."""
    ranked = sorted(groups, key=usage.weight, reverse=True)
    first = usage.weight(ranked[0])
    named_in = sum(usage.people.get(name, 0) for name in ranked[0])
    quoted = any(name in usage.statements for name in ranked[0])
    rivals = max([usage.weight(group) for group in ranked[1:]] + [usage.bodies.get(bare, 0)])
    return ranked[0][0] if quoted and named_in >= SEVERAL and first >= LEADS * rivals else None


def _names_another(text: str, bare: str, owner: str) -> bool:
    """Whether an article gives the full name of another who bears a surname: "Edward Lee" beside Ann Lee."""
    for place in re.finditer(rf" {re.escape(bare)}(?![\w-])", text):
        found = _FIRST_NAME.search(text, max(0, place.start() - LONGEST_FIRST), place.start())
        if found is None:
            continue
        whole = f"{found[1]} {bare}"
        somebody = has_known_first_name(whole) or role_beside(text, (found.start(), place.end()))
        if somebody and not is_title(found[1]) and not same_person(whole, owner, here=True):
            return True
    return False
