"""One person, many spellings: which names of different articles are one name of the register.

"Donald J. Trump", "Donald Trump" and, where no other Trump is near as often quoted, "Trump"; "FDA",
where some article says of one body alone that this is it. Nothing is joined on a surname that two
people share; `onrecord speakers merge` is there for the rest.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from index.names import same_person, surname

LEADS = 5  # a bare surname means the person quoted so many times more often than the next


def canonical(counts: Mapping[str, int], aliases: Collection[tuple[str, str]] = ()) -> dict[str, str]:
    """Return each name's name in the register; `counts` says how many statements each has.

    Of several spellings the most used full one stands for all. `aliases` are the names by which single
    articles call somebody too, each as (name, alias).
    """
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        by_surname[surname(name).lower()].append(name)
    joined: dict[str, str] = {}
    for names in by_surname.values():
        groups = _groups([n for n in names if " " in n], counts)
        for group in groups:
            joined |= {name: group[0] for name in group}
        for bare in (n for n in names if " " not in n):
            joined[bare] = _owner(groups, counts) or bare
    return joined | _abbreviations(joined, aliases)


def _abbreviations(joined: Mapping[str, str], aliases: Collection[tuple[str, str]]) -> dict[str, str]:
    """Return whose name an abbreviation is, where all articles that tell give the same one."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for name, alias in aliases:
        if alias.isupper() and alias.isalpha() and name in joined:
            wholes[alias].add(joined[name])
    return {
        alias: next(iter(names)) for alias, names in wholes.items() if len(names) == 1 and alias in joined
    }


def _groups(names: list[str], counts: Mapping[str, int]) -> list[list[str]]:
    """Group full names of one surname; the most used, then the shortest, leads its group."""
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda n: (-counts[n], len(n), n)):
        fitting = [group for group in groups if same_person(group[0], name)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    return groups


def _owner(groups: list[list[str]], counts: Mapping[str, int]) -> str | None:
    ranked = sorted(groups, key=lambda group: -sum(counts[n] for n in group))
    if not ranked:
        return None
    first, second = (sum(counts[n] for n in group) for group in (ranked + [[]])[:2])
    return ranked[0][0] if first >= LEADS * second else None
