"""Whose office a sentence tells: who is president of a union is no answer to who is a company's. Pure."""

import re

from bot.asking.roles import RANKS, role_of, usual
from index.kinds import ORGANISATION_NOUNS
from index.lexicon import OFFICES, is_person_noun
from index.searching.topic import content_words

_WHO_IS = re.compile(r"who(?:['’]s|\s(?:is|was|are|were))\s(?P<role>(?:the\s)?[^?.,]+)", re.IGNORECASE)
# "the president and treasurer of Local 42": of whom either is.
_NOT_A_FIRM = "|".join(sorted(ORGANISATION_NOUNS - {"company", "corporation", "firm"}))
_OF_A_NAME = re.compile(
    r"(?:\s(?:and|&)\s(?:[\w-]+\s){0,3}?[\w-]+)?,?\s(?:of|at|for)\s(?:the\s)?"
    r"(?P<of>[A-Z][\w’'&-]*(?:\s(?:[A-Z\d][\w’'&-]*|of|the|for|and))*"
    # "the works council" is one of several bodies; "the carmaking company" may be the one asked about
    rf"|(?:[a-z-]+\s){{1,3}}?(?:{_NOT_A_FIRM})\b)"
)


def is_anothers(question: str, sentence: str) -> bool:
    """Whether a sentence tells who bears the office asked for, but only of other bodies."""
    asked = _WHO_IS.search(question)
    role = role_of("", asked["role"]) if asked else None
    if role is None or not (role.head in OFFICES or is_person_noun(role.head)):
        return False
    body = set(role.words) - {role.head} - RANKS
    told = [_body_told(sentence, found) for found in _naming(role.head, sentence)]
    return bool(body and told) and all(of and body.isdisjoint(content_words(of)) for of in told)


def _naming(office: str, sentence: str) -> list[re.Match[str]]:
    """Return where a sentence names an office; a vice president is no president."""
    words = re.finditer(r"(?:chief executive(?: officer)?|\w+)", sentence, re.IGNORECASE)
    return [
        found
        for found in words
        if usual(found.group()) == office and not _ranks_lower(sentence[: found.start()])
    ]


def _ranks_lower(before: str) -> bool:
    return bool(before.split()) and before.split()[-1].lower() in RANKS


def _body_told(sentence: str, office: re.Match[str]) -> str:
    """Return the name of the body that follows an office, or nothing."""
    found = _OF_A_NAME.match(sentence, office.end())
    return found["of"] if found else ""
