"""Names that were taken for somebody's and that the article shows to be a body's, a place's or nobody's.

Whoever has no common first name is introduced by a role or a title, or called by the surname later on. Of
others a name finder alone is no witness, and the shape of a sentence is none.
"""

import re
from collections import Counter
from collections.abc import Sequence

from index.entities import Entity
from index.gender import title_gender
from index.kinds import COMPANY_ENDINGS
from index.lexicon import AUXILIARIES
from index.names import Person
from index.naming import has_known_first_name, noun, surname
from index.organisations import is_called_a_firm
from index.types import Span

_ABBREVIATION = re.compile(r"[A-Z]{3,5}")  # "NOAA", but for "LEE:" before what Lee says
_WHO = re.compile(r",? who\b")
_PLACES = frozenset(("GPE", "LOC"))
# "The Holm Ledger compiled it", "on the Holm Ledger."; of "the Lervik campaign" it is but a part.
_ARTICLE = re.compile(r"\b[Tt]he $")
_NO_NOUN_NEXT = re.compile(
    r"[^\w\s’'-]|\s*$"
    rf"| (?:\w+ed|{'|'.join(sorted(AUXILIARIES))}|says|who|which|that|of|in|on|at|to|by|with|as|from|into)\b"
)
# "Lervik told us on Monday it will …", "Lervik says on its site": no person is an "it".
_ITSELF = re.compile(
    r" (?:also |has )?(?:said|says|told|announced?|announces|reported|confirmed)"
    r"(?: (?!he\b|she\b)[\w’']+){0,4}? (?:its\b|it (?:will|plans|has|had|would)\b)"
)


def without_misnamed(
    text: str, people: Sequence[Person], found: Sequence[Entity]
) -> tuple[list[Person], list[Entity]]:
    """Return the people without those who are none, and what was found with their names as bodies'."""
    misnamed = [p for p in people if is_called_a_firm(text, p) or _is_nobody(text, p, found)]
    bodies = [
        Entity(*span, "ORG")
        for person in misnamed
        if _ends_like_a_firm(person.name) or _may_be_a_body(_labels(person.spans, found))
        for span in person.spans
    ]
    return [person for person in people if person not in misnamed], [*found, *bodies]


def _is_nobody(text: str, person: Person, found: Sequence[Entity]) -> bool:
    name, several = person.name, " " in person.name
    if has_known_first_name(name):
        return False
    if _ends_like_a_firm(name):
        return True
    if person.roles or any(title_gender(text, at) or _WHO.match(text, end) for at, end in person.spans):
        return False
    whole = [span for span in person.spans if text[slice(*span)] == name]
    labels = _labels(whole, found)
    placed = sum(labels[label] for label in _PLACES)
    if placed > max(1, labels["PERSON"]):
        return True
    if several and surname(name) in person.aliases:
        return False
    if _ABBREVIATION.fullmatch(name) and not any(text.startswith(":", end) for _, end in whole):
        return True
    only_shaped = several and not person.aliases and not labels["PERSON"]
    after_article = any(
        _ARTICLE.search(text, max(0, start - 4), start) and _NO_NOUN_NEXT.match(text, end)
        for start, end in whole
    )
    return only_shaped or after_article or any(_ITSELF.match(text, end) for _, end in whole)


def _ends_like_a_firm(name: str) -> bool:
    return " " in name and noun(name.split()[-1]) in COMPANY_ENDINGS


def _may_be_a_body(labels: Counter[str]) -> bool:
    """Whether a name finder mostly took a name for somebody's or a body's, if it found it."""
    return 2 * (labels["PERSON"] + labels["ORG"]) >= labels.total()


def _labels(spans: Sequence[Span], found: Sequence[Entity]) -> Counter[str]:
    """Count what the name finder called whatever stands in places."""
    return Counter(e.label for start, end in spans for e in found if e.start < end and start < e.end)
