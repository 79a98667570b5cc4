""" "He", "she", "who": the one named shortly before who can be meant, or nobody."""

import re

from index.gender import Gender
from index.scene import NEAREST, NOBODY, ONE_CANDIDATE, Memory, Reading, Scene
from index.types import Link, Span

REACH = 4  # sentences that a pronoun or description looks back over
LAST_SPEAKERS = 2  # who spoke last is looked back for a little further
_JOINED = re.compile(r",? and (?:[A-Z]\w+\.? ){0,3}")  # "Senator Lee and Senator Hart" are both subject


def look_back(scene: Scene, mention: Span, memory: Memory, *, gender: Gender = None) -> Reading:
    """Find whom "he", "she" or "the diplomat" means among the people named shortly before.

    Near, subject of its sentence, narrated rather than spoken about, and the last to speak: each
    speaks for somebody. Where two fit equally well, nobody is meant for certain.
    """
    at = mention[0]
    here = scene.sentence(at)
    if _is_the_unnamed(scene, at, memory):
        return NOBODY
    scores: dict[str, tuple[float, Span]] = {}
    first_in: dict[int, Span] = {}
    for span, person in scene.named(scene.sentences[max(0, here - REACH)][0], at):
        number = scene.sentence(span[0])
        if person.gender and gender and person.gender != gender:
            continue
        first_in.setdefault(number, span)
        score = 4.0 - (here - number)
        first = first_in[number]
        joined = first != span and _JOINED.fullmatch(scene.text, first[1], max(first[1], span[0]))
        score += 2.0 * (first == span or bool(joined))  # the subject comes first
        score -= 3.0 * (scene.quoted(span) or memory.reports(span))  # people spoken about seldom speak next
        score += 1.0 * (gender is not None and person.gender == gender)
        if score > scores.get(person.name, (-9.0, span))[0]:
            scores[person.name] = (score, span)
    for position, person in memory.last_speakers(LAST_SPEAKERS).values():
        distance = here - scene.sentence(position)
        if distance <= REACH + 2 and not (person.gender and gender and person.gender != gender):
            last_named = max((s for s in person.spans if s[0] <= position), default=person.spans[0])
            old, span = scores.get(person.name, (3.0 - distance / 2, last_named))
            last = position == memory.spoken[-1][0] and not scene.named_since(position, at, person)
            scores[person.name] = (old + (3.0 if last else 1.0), span)
    ranked = sorted(scores.items(), key=lambda item: -item[1][0])
    if not ranked or ranked[0][1][0] <= 0:
        return NOBODY
    name, (score, span) = ranked[0]
    others = [n for n, (s, _) in ranked[1:] if s > 0]
    if others and score - ranked[1][1][0] < 0.5:
        return NOBODY  # two fit equally well
    distance = here - scene.sentence(span[0])
    back = "in the same sentence" if distance == 0 else f"{distance} sentence{'s' * (distance > 1)} before"
    why = f"{scene.text[slice(*mention)].strip()} ← {scene.text[slice(*span)]}, {back}"
    return Reading(name, "person", (Link(span, why),), NEAREST if others else ONE_CANDIDATE)


def relative(scene: Scene, mention: Span) -> Reading:
    """ "Pankin, who said …": the name right before."""
    before = [
        (s, p) for s, p in scene.named(mention[0] - 150, mention[0]) if mention[0] - 90 < s[1] <= mention[0]
    ]
    if before:
        span, person = before[-1]
        between = scene.text[span[1] : mention[0]]
        adjacent = between.strip() in ("", ",") or between.count(",") == 2
        if adjacent and not re.search(r"[.!?;\n]\s", between):
            why = Link(span, f"who ← {scene.text[slice(*span)]}")
            return Reading(person.name, "person", (why,), ONE_CANDIDATE)
    return NOBODY


def _is_the_unnamed(scene: Scene, at: int, memory: Memory) -> bool:
    """Whether the last to speak was "a senior official", and nobody was named since."""
    if not memory.spoken or memory.spoken[-1][1] is not None:
        return False
    position = memory.spoken[-1][0]
    return scene.sentence(at) - scene.sentence(position) <= 2 and not scene.named_since(position, at, None)
