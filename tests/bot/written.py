"""Models that write by script, and an assistant that writes with them over the sample articles."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.errors import ModelFailed


def sentences(*written: tuple[str, list[str]], closed: bool = True) -> str:
    """Return a reply in the form a model is asked for; not `closed`, it breaks off after the last one."""
    whole = json.dumps({"sentences": [{"text": text, "ids": ids} for text, ids in written]})
    return whole if closed else whole[:-2]


@dataclass
class ScriptedModel:
    """Says one reply a call, in pieces of a few characters; an exception among them is raised there."""

    replies: Sequence[Sequence[str | Exception]]
    name: str = "script:test"
    asked: list[tuple[str, str]] = field(default_factory=list)

    def stream(self, system: str, request: str, schema: dict) -> Iterator[str]:
        reply = self.replies[min(len(self.asked), len(self.replies) - 1)]
        self.asked.append((system, request))
        for part in reply:
            if isinstance(part, Exception):
                raise part
            yield from (part[at : at + 7] for at in range(0, len(part), 7))


def says(*replies: str) -> ScriptedModel:
    """Return a model that says these whole replies, one a call."""
    return ScriptedModel([[reply] for reply in replies])


def fails(*parts: str, why: str = "script:test broke off with an error.") -> ScriptedModel:
    """Return a model that says these parts and then fails."""
    return ScriptedModel([[*parts, ModelFailed(why)]])
