"""Whom a source names in full as its head: "… Deputy Minister Alexander Pankin"."""

import re

from index.kinds import COMPANY_ENDINGS, ORGANISATION_NOUNS, PLACE_NOUNS
from index.naming.personal import PARTICLES, has_known_first_name, is_title, name_span, noun
from index.types import Span

_NAME = re.compile(
    rf"(?:[A-Z][\w’'-]*\.?|[A-Z]\.)(?:\s(?:(?:{'|'.join(sorted(PARTICLES))})\s)*(?:[A-Z][\w’'-]*\.?))*"
)
_JOINED_TO = re.compile(r"[A-Z][\w.]*\.? (?:and|&) $")
_OF_AN_INSTITUTE = re.compile(
    r"(?:^|(?<=[a-z] )|(?<=\. ))(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+) (?:of|at) (?:the )?"
    r"(?P<body>[A-Z][^,;]+)$"
)
_INSTITUTES = frozenset("university college institute academy school".split())
_GOVERNED = re.compile(r"\b(?:by|of|for|from|at|in|with|to)\s(?:the\s)?$")


def person_in_source(text: str, source: Span) -> Span | None:
    """Return where a source names a person in full as its head: "… Deputy Minister Alexander Pankin"."""
    for start, end in _segments(text, source):
        if member := _member(text, (start, end)):
            return member
        runs = [
            run
            for run in _NAME.finditer(text, start, end)
            if text[run.start() - 1 : run.start()] not in ("&", "+", ".", "/")
        ]
        if not runs:
            continue
        run = runs[-1]
        owner = re.match(r".*['’]s ", run.group())  # "The Associated Press's Ann Lee" is Ann Lee
        # The head is the last word of its segment: "Trump's campaign" names no person.
        if text[run.end() : end].strip(" ,.\"”’'"):
            continue
        span = name_span(text, (run.start() + (owner.end() if owner else 0), run.end()))
        words = text[slice(*span)].split() if span else []
        # "U.S. Customs and Border Protection" is nobody's name.
        if span and _JOINED_TO.search(text, start, span[0]) and not has_known_first_name(text[slice(*span)]):
            continue
        # "A poll by Ann Lee" names who made it, and "the wife of Ann Lee" is another.
        if span and _GOVERNED.search(text[start : span[0]]):
            continue
        if words and words[-1].isupper() and is_title(words[-1]):
            continue  # "Acme CEO:" over what she says
        if words and words[0].lower() == "never":
            continue  # a committee is called so
        if span and 2 <= len(words) <= 4 and not any(w.lower() in ORGANISATION_NOUNS for w in words):
            return span
    return None


def _member(text: str, segment: Span) -> Span | None:
    """Return who is "of" an institute: "the biologist Tevin Lervik of the Holm Academy"."""
    found = _OF_AN_INSTITUTE.search(text, *segment)
    if not found or not any(noun(word) in _INSTITUTES for word in found["body"].split()):
        return None
    nobody = ORGANISATION_NOUNS | COMPANY_ENDINGS | PLACE_NOUNS | {"clinic"}
    words = found["name"].split()
    return None if any(noun(word) in nobody or is_title(word) for word in words) else found.span("name")


def _segments(text: str, source: Span) -> list[Span]:
    """Part a source at its commas: name and appositions."""
    start, end = source
    cuts = [start, *(start + m.end() for m in re.finditer(r",\s*", text[start:end])), end]
    return [(a, b) for a, b in zip(cuts, cuts[1:]) if a < b]
