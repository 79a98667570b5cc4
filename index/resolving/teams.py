"""Somebody's administration or campaign: "the Marek administration", then "the administration"."""

import re

from index.lexicon import can_begin_a_name
from index.naming.organisations import Organisation
from index.naming.personal import surname
from index.resolving.scene import ONE_CANDIDATE, Scene
from index.types import Span

LONGEST_TITLE = 60  # characters before a surname: "President Ivo R. "

# "The Marek administration", "Venn's campaign": from there on "the administration", "the campaign".
_TEAM = re.compile(
    r"\b(?P<head>[A-Z][\w’'-]*?)(?:['’]s?)? (?:[a-z\d][\w-]* )?(?P<noun>administration|campaign)\b"
)
_IN_OFFICE = re.compile(r"(?<![Ff]ormer )(?<!ex-)\bPresident (?:[A-Z][\w.’'-]* ){0,3}$")


def only_team(scene: Scene, at: int, core: str) -> tuple[Organisation, Span, float] | None:
    """Return whose "the administration" is, the only one so far, or "the campaign", the only one at all.

    Nobody's where there is a president of another name, whose administration it may be.
    """
    the, _, noun = core.lower().partition(" ")
    until = at if noun == "administration" else len(scene.text)  # campaigns have rivals
    teams: dict[str, Span] = {}
    for found in _TEAM.finditer(scene.text, 0, until) if the == "the" else ():
        if found["noun"] == noun and can_begin_a_name(found["head"]):
            teams.setdefault(found["head"], found.span())
    if len(teams) != 1:
        return None
    head, span = next(iter(teams.items()))
    is_somebodys = any(surname(person.name) == head for person in scene.people)
    if span[0] > at or not is_somebodys or (noun == "administration" and _presidents(scene) - {head}):
        return None
    return Organisation(f"{head} {noun}", (span,), frozenset((noun,))), span, ONE_CANDIDATE


def _presidents(scene: Scene) -> set[str]:
    """Return the surnames of those called president, and not former president."""
    return {
        surname(person.name)
        for (start, _), person in scene.places
        if _IN_OFFICE.search(scene.text, max(0, start - LONGEST_TITLE), start)
    }


def team_before(scene: Scene, at: int) -> tuple[Organisation, Span] | None:
    """Return the campaign or administration that is named right before a place, but for a comma."""
    for team in _TEAM.finditer(scene.text, max(0, at - LONGEST_TITLE), at):
        if team.end() >= at - 2 and can_begin_a_name(team["head"]):
            name = f"{team['head']} {team['noun']}"
            return Organisation(name, (team.span(),), frozenset()), team.span()
    return None
