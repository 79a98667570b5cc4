"""Who speaks together: "Hart and Lee said", "the FDA and the CDC announced", "he and Lee", then "they"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.naming.names import Person
from index.resolving.scene import NEAREST, NOBODY, Memory, Reading, Scene
from index.types import Link, Span

NEAR = 2  # sentences after those who spoke together in which "they" means them
TWO = frozenset(("the duo", "the pair", "the couple"))
HE_AND = re.compile(r"(?:he|she)(?=\s+and\s)", re.IGNORECASE)
_AND = re.compile(r" and (?:[A-Z][\w.]* )?")
_NO_TITLE = "of|for|from|at|by|in|on|with|to|as|who|whom|whose|which|that|when|where|after|or|nor"
_TITLES = (
    r"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z-]+,\s+)?)?"
    rf"(?:(?!(?:{_NO_TITLE})\b)[\w.’'-]+\s+){{0,4}}"
)
_TOLD = r"(?:\s+\([^()]{1,40}\))?(?:[,;]\s+[^,;]{2,80}(?=[,;]\s)){0,3}"  # "(R-Ohio)", ", the mayor, a baker"
_JOINT = r"(?P<joint>[,;]\s+and\s+|\s+and\s+|[,;]\s+)"
# Between two who speak: ", ", " and ", " (R-Ohio), the mayor, and Councillor ".
_BETWEEN = re.compile(_TOLD + _JOINT + _TITLES)
_BETWEEN_PEOPLE = re.compile(r"(?:\s+(?:of|from|at)\s[^,;]{2,40}?)?" + _BETWEEN.pattern)
# What follows a name that speaks for itself, and not "Lee's lawyer" or "the Lee campaign".
_TAIL = re.compile(
    r"[\s.,\"”’']*$|\s*[,;(–—-]|\s+(?:and|of|from|at|for|who|himself|herself|each|all|both|also)\b"
)


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    name: str
    person: Person | None = None


def with_fellows(scene: Scene, mention: Span, reading: Reading) -> Reading:
    """Add to who speaks, by name or as "he", those whom the mention names beside."""
    if reading.speaker is None or not re.search(r"\sand\s", scene.text[slice(*mention)]):
        return reading
    places = _places(scene, mention)
    first = _own_place(scene, mention, reading, places)
    if first is None:
        return reading
    following = [place for place in places if place.span[0] >= first.span[1]]
    fellows = [f for f in _joined(scene.text, mention, first, following) if f.name != reading.speaker]
    steps = tuple(step for f in fellows if f.person for step in scene.in_full(f.span, f.person))
    names = tuple(dict.fromkeys(fellow.name for fellow in fellows))
    return replace(reading, co_speakers=names, chain=(*reading.chain, *steps))


def they(scene: Scene, mention: Span, memory: Memory) -> Reading:
    """ "They", right after several who spoke together, if nobody has spoken since: the same."""
    if not memory.named:
        return NOBODY
    span, last = memory.named[-1]
    near = scene.sentence(mention[0]) - scene.sentence(span[0]) <= NEAR
    if not last.co_speakers or memory.mentions[-1][0] != span or not near:
        return NOBODY
    why = Link(span, f"they ← {' and '.join((str(last.speaker), *last.co_speakers))}")
    return replace(last, chain=(why,), confidence=NEAREST)


def the_two(scene: Scene, mention: Span) -> Reading:
    """ "The duo": the only two people so far whom an "and" joins."""
    pairs = {
        frozenset((first.name, second.name)): ((start, end), first, second)
        for ((start, until), first), ((since, end), second) in pairwise(scene.named(0, mention[0]))
        if first is not second and _AND.fullmatch(scene.text, until, since)
    }
    if len(pairs) != 1:
        return NOBODY
    place, first, second = next(iter(pairs.values()))
    why = Link(place, f"{scene.text[slice(*mention)].lower()} ← {first.name} and {second.name}")
    return Reading(first.name, "person", (why,), NEAREST, (second.name,))


def _places(scene: Scene, mention: Span) -> list[_Place]:
    """Return where the mention names people and organisations, in order; of names that overlap the first."""
    found = [_Place(span, person.name, person) for span, person in scene.named(*mention)]
    found += [
        _Place(span, organisation.name)
        for organisation in scene.organisations
        for span in organisation.spans
        if mention[0] <= span[0] and span[1] <= mention[1]
    ]
    kept: list[_Place] = []
    for place in sorted(found, key=lambda each: (each.span[0], -each.span[1])):
        if not kept or place.span[0] >= kept[-1].span[1]:
            kept.append(place)
    return kept


def _own_place(scene: Scene, mention: Span, reading: Reading, places: Sequence[_Place]) -> _Place | None:
    """Return where the mention has the first of those who speak: the name, or a pronoun at its beginning."""
    if pronoun := HE_AND.match(scene.text, *mention):
        return _Place(pronoun.span(), str(reading.speaker))
    return next((place for place in places if place.name == reading.speaker), None)


def _joined(text: str, mention: Span, first: _Place, following: Sequence[_Place]) -> list[_Place]:
    """Return those who stand in one row with the first: a row that an "and" closes.

    Whoever is named within what is told of one of them, "who wrote it with Marsh", is passed over.
    """
    row, closed, passed = [first], 1, 0
    for place in following:
        between = _BETWEEN_PEOPLE if place.person else _BETWEEN
        joint = between.fullmatch(text, row[-1].span[1], place.span[0])
        is_and = joint is not None and "and" in joint["joint"]
        if joint and passed <= is_and and _TAIL.match(text[place.span[1] : mention[1]]):
            row.append(place)
            closed, passed = len(row) if is_and else closed, 0
        elif place.person:
            passed += 1
    return row[1:closed]
