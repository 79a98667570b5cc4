"""A claim with its condition at the other end: "A if B" says what "If B, A" says. Pure.

Where the clauses change places, the name stands in the first of them and the pronoun in the second.
"""

import re

from bot.checking.align import Aligned
from bot.checking.attribution import NAME

_WHEN = r"if|unless|when|once|because"
_BEHIND = re.compile(rf"(?P<main>[^,;:]+?),? (?P<when>{_WHEN}) (?P<rest>[^,;:]+)", re.IGNORECASE)
_IN_FRONT = re.compile(rf"(?P<when>{_WHEN}) (?P<rest>[^,;:]+), (?:then )?(?P<main>[^,;:]+)", re.IGNORECASE)
_NEAR = 3  # words between the word that makes a condition and the first that tells something
_PRONOUN = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)
# The bridge would …, but not: the bridge in Hill would …
_SUBJECT = re.compile(
    r"(?:(?:the|its|his|her|their|our|a|an) )?[\w’'-]+(?: [\w’'-]+)?"
    r"(?= (?:will|would|can|could|may|might|must|shall|should|is|are|was|were|has|have|had|does|do|did)\b)",
    re.IGNORECASE,
)


def turned_about(said: str) -> tuple[str, str] | None:
    """Return a claim with its two clauses in the other order, and the word between them; None where it
    has no condition, or more than one."""
    said = said.strip(" .?!")
    if len(re.findall(rf"\b(?:{_WHEN})\b", said, re.IGNORECASE)) != 1:
        return None
    if found := _IN_FRONT.fullmatch(said):
        first, second = _swapped(found["rest"], found["main"])
        return f"{second} {found['when'].lower()} {first}", found["when"].lower()
    if found := _BEHIND.fullmatch(said):
        main, rest = _swapped(found["main"], found["rest"])
        return f"{found['when']} {rest}, {main}", found["when"]
    return None


def follows(when: str, run: Aligned) -> bool:
    """Whether the word that makes a condition stands there right before the same clause."""
    at = next(word.start for word in run.asked if word.form.lower() == when.lower())
    number = next((n for n, word in enumerate(run.telling) if word.start > at), None)
    if number is None:
        return False
    led = run.there[max(0, run.places[number] - _NEAR) : run.places[number]]
    return any(word.form.lower() == when.lower() for word in led)


def _swapped(first: str, second: str) -> tuple[str, str]:
    """Exchange the subject of the first clause and the pronoun that stands for it in the second."""
    pronoun = _PRONOUN.match(second)
    subject = NAME.match(first) or _SUBJECT.match(first)
    if not pronoun or not subject or _PRONOUN.match(first):
        return first, second
    return (
        pronoun.group().lower() + first[subject.end() :],
        subject.group() + second[pronoun.end() :],
    )
