"""Whom a topic names or describes and nothing else, and who holds the office that a verb tells of."""

import re
from typing import TYPE_CHECKING

from index.naming.personal import surname

if TYPE_CHECKING:
    from bot.asking.people import Directory

_OFFICES = {
    "leads": ("leader", "head"),
    "heads": ("head", "leader"),
    "chairs": ("chairman", "chairwoman", "chair"),
    "directs": ("director",),
    "manages": ("manager", "director"),
    "commands": ("commander",),
    "edits": ("editor",),
    "owns": ("owner",),
    "coaches": ("coach",),
}
_LEADS = re.compile(rf"who (?P<does>{'|'.join(_OFFICES)}) (?P<what>[^?]+?)[\s?.!]*", re.IGNORECASE)


def named_by(topic: str, directory: "Directory") -> tuple[str, ...]:
    """Return whom a topic names that is a name and nothing else, by surname, too."""
    spotted = [names for start, end, names in directory.spot(topic) if end - start == len(topic)]
    return tuple(dict.fromkeys(each for names in spotted for n in names for each in (n, surname(n))))


def meant_by(topic: str, directory: "Directory") -> tuple[str, ...]:
    """Return whom a topic names, or describes and nothing else: who thanked the mayor is not the mayor."""
    names = directory.look_up(topic) if topic.startswith("the ") else ()
    return (names[0], surname(names[0])) if len(names) == 1 else named_by(topic, directory)


def in_office(words: str, directory: "Directory") -> tuple[str, ...]:
    """Return who does what a question asks by a verb, "who leads the union?", where one holds that office."""
    asked = _LEADS.fullmatch(words)
    offices = _OFFICES[asked["does"].lower()] if asked else ()
    found = (directory.by_role(f"the {office} of {asked['what']}".lower()) for office in offices if asked)
    return next((names for names in found if len(names) == 1), ())
