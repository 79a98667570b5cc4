"""Who is at the head of a body: "the boss of the Growers' League" is its CEO, or its president. Pure.

Somebody is head of the body itself: the director of research at a zoo is not the head of the zoo.
"""

import re

from bot.asking.roles import role_words, usual
from index.kinds import COMPANY_NOUNS, ORGANISATION_NOUNS

# Asked for so, whoever is at the head is meant, whatever the body calls its head.
HEADS = frozenset("head boss chief".split())

_QUALIFIED = r"(?:(?:executive|managing|general|interim|acting|current|new|longtime|founding)\s)*"
_OFFICE = (
    rf"{_QUALIFIED}(?:{'|'.join(sorted(HEADS))}|ceo|president|director|chairman|commissioner|leader"
    r"|superintendent|secretary[ -]general|general secretary|principal|head teacher|rector|provost)"
)
_OFFICES = rf"{_OFFICE}(?: and {_OFFICE})*"
_HEAD_OF = re.compile(
    rf"(?:(?:the|an?|its)\s)?{_OFFICES} (?:of|at|for) (?:the )?(?P<body>.+)"
    rf"|(?:(?:the|an?)\s)?(?P<owner>.+?)(?:['’]s?)? {_OFFICES}"
)
_BODIES = ORGANISATION_NOUNS | COMPANY_NOUNS


def body_headed(role: str) -> frozenset[str]:
    """Return the words of the body at whose head a role puts somebody, or none."""
    found = _HEAD_OF.fullmatch(usual(role))
    return role_words(found["body"] or found["owner"]) if found else frozenset()


def is_same_body(asked: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a body is the one asked for; asked for by its kind alone, "the league", it may have a name."""
    return bool(asked) and (asked == told or (asked <= _BODIES and asked <= told))
