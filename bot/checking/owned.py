"""A claim with "the wall of the town" for its "the town's wall", and the other way round. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.checking.align import Aligned
from bot.checking.attribution import NAME

_WHOSE = rf"(?:(?:the|its|his|her|their|our|this|that) [a-z-]+|{NAME.pattern})"
_OWNED = re.compile(rf"\b(?P<whose>{_WHOSE})['’]s (?P<what>[a-z-]+)\b")
_OF = re.compile(rf"\b[Tt]he (?P<what>[a-z-]+) of (?P<whose>{_WHOSE})\b")


@dataclass(frozen=True, slots=True)
class Owned:
    """A claim told so: what is somebody's or something's."""

    words: str
    what: str


def owned_otherwise(said: str) -> Iterator[Owned]:
    """Yield a claim that says the other way whose something is."""
    if found := _OWNED.search(said):
        told = f"the {found['what']} of {found['whose']}"
    elif found := _OF.search(said):
        told = f"{found['whose']}'s {found['what']}"
    else:
        return
    yield Owned(f"{said[: found.start()]}{told}{said[found.end() :]}", found["what"])


def is_so_owned(told: Owned, run: Aligned) -> bool:
    """Whether a statement has it right beside "of" or whose it is."""
    at = next((place for number, place in run.pairs if run.asked[number].form == told.what), None)
    if at is None:
        return False
    there = [word.form.lower() for word in run.there]
    return there[at + 1 : at + 2] == ["of"] or (at > 0 and there[at - 1].endswith(("'s", "s'")))
