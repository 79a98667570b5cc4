"""What a speaker is called beside the name: an office, a title or a job, and never half of one."""

import re
from collections.abc import Iterable

from bot.prompts import counted, listed
from index.types import Article, Span, Speaker

_OWNED = frozenset("its his her their".split())  # "its spokesman" tells nothing by itself
_CLAUSE = re.compile(r",?\s+(?:who|whose|whom|which|that)\b")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_HEAD_END = re.compile(r",?\s(?:of|for|in|at|from|on|with|to|by|against|and)\s")
# Whoever is one of these holds no office and has no job by it.
_ANYBODY = frozenset(
    """man men woman women person people boy girl guy kid child teenager adult individual figure critic
    opponent supporter proponent admirer detractor fan friend foe rival ally enemy victim suspect
    nationalist daughter son parent one""".split()
)
_NAME = r"[A-Z][\w’'&-]*(?:\s(?:(?:of|the|for)\s)?[A-Z][\w’'&-]*)*"
_INSTITUTION = re.compile(
    r"\b(?:Institute|College|School|Faculty|Department|Ministry|Office|Bureau|Agency|Committee|Commission"
    rf"|Council|Cent(?:er|re)|Division|Board|Secretary|Minister) (?:of|for|on) (?:the )?{_NAME}$"
)
_FIELD = r"[A-Z][\w’'-]*"
_FIELDS = re.compile(rf"(?:,\s{_FIELD})+,?\s(?:and|&)\s{_FIELD}(?!\s[A-Z])")
_NAMES = re.compile(rf"(?:,\s{_NAME})+,?\s(?:and|&)\s{_NAME}")


def label_of(article: Article, role: Span) -> str:
    """Return a role in one line to show beside a name, or nothing where it says what anybody may be."""
    words = " ".join(_whole(article.text, role).split()).strip(" ,")
    return role_head(words) if tells_a_job(words) else ""


def _whole(text: str, role: Span) -> str:
    """Return a role with the rest of an institution's name: "the Institute of Ports", ", Canals and Locks".

    Where the rest may be people as well (", Bo Dahl and Cy Lund"), the job alone is told.
    """
    words = text[slice(*role)]
    if not _INSTITUTION.search(words):
        return words
    if fields := _FIELDS.match(text, role[1]):
        return words + fields.group()
    return _HEAD_END.split(words)[0] if _NAMES.match(text, role[1]) else words


def tells_a_job(role: str) -> bool:
    """Whether a role is more than "a man", "one of the daughters" or "a vocal critic of the app"."""
    head = _HEAD_END.split(f"{role_head(role)} ")[0].split()
    return bool(head) and head[-1].lower() not in _ANYBODY


def how_often(speaker: Speaker) -> str:
    """Count what a speaker said, and what is only told of them: "3 statements and 1 report in 2 articles"."""
    counts = ((speaker.quoted, "statement"), (speaker.statements - speaker.quoted, "report"))
    told = listed([counted(count, noun) for count, noun in counts if count])
    return f"{told} in {counted(speaker.articles, 'article')}"


def some_roles(roles: Iterable[str], most: int = 2) -> list[str]:
    """Return the first roles that say something new: after "the harbour master" no "Harbour master"."""
    shown: list[str] = []
    known: list[set[str]] = []
    for role in filter(tells_a_job, roles):
        plain = _ARTICLE.sub("", role_head(role))
        words = set(plain.casefold().split())
        if not words or words & _OWNED or any(words <= other or words >= other for other in known):
            continue
        shown.append(plain)
        known.append(words)
    return shown[:most]


def role_head(role: str) -> str:
    """Return a role without the clause that may follow it: "a nurse who works on the island" is a nurse."""
    return _CLAUSE.split(role)[0]
