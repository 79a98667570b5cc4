"""The organisations an article names, and which of them "the company" or "the institute" means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.lexicon import COMPANY_ENDINGS, COMPANY_NOUNS, ORGANISATION_NOUNS
from index.names import Entity, Person
from index.naming import noun, plain
from index.types import Span

_BESIDE = re.compile(r"\b([a-z]+),? $")
_APPOSITION = re.compile(r", (?:the|an?|which is an?) ([a-z -]+)")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with its places in order, and the nouns that speak of it: firm, ministry."""

    name: str
    spans: tuple[Span, ...]
    nouns: frozenset[str]


def organisations(text: str, found: Iterable[Entity], people: Sequence[Person]) -> list[Organisation]:
    """Join what spaCy took for organisations, and what a noun beside the name says is one."""
    names: dict[str, list[Span]] = {}
    taken = bytearray(len(text))
    for start, end in (span for person in people for span in person.spans):
        taken[start:end] = b"\1" * (end - start)
    for entity in found:
        span = _name_alone(text, (entity.start, entity.end))
        if not span or any(taken[slice(*span)]):
            continue
        if entity.label == "ORG" or _nouns_beside(text, span):
            names.setdefault(plain(text[slice(*span)]), []).append(span)
    return [
        Organisation(name, tuple(places), _nouns(text, name, places))
        for name, places in sorted(names.items(), key=lambda item: item[1])
    ]


def meant(
    organisations: Sequence[Organisation], word: str, before: int, since: int
) -> tuple[Organisation, Span] | None:
    """Return the organisation that "the WORD" at `before` means: the only one so called, and its place.

    Where several are, the only one of them named from `since` on; else nobody rather than a guess.
    """
    fitting = [(o, s) for o in organisations if word in o.nouns for s in o.spans if s[1] <= before]
    for first in (0, since):
        latest = {o.name: (o, s) for o, s in fitting if s[0] >= first}
        if len(latest) == 1:
            return next(iter(latest.values()))
    return None


def named_in(organisations: Sequence[Organisation], span: Span) -> tuple[Organisation, Span] | None:
    """Return the organisation whose name begins first within `span`."""
    inside = [(s, o) for o in organisations for s in o.spans if span[0] <= s[0] and s[1] <= span[1]]
    return min(((o, s) for s, o in inside), key=lambda pair: pair[1], default=None)


def _name_alone(text: str, span: Span) -> Span | None:
    """Return the span without an article before and a possessive after; `None` where no name is left."""
    start, end = span
    if article := re.match(r"(?:[Tt]he|[Aa]n?|[•–-])\s+", text[start:end]):
        start += article.end()
    end = start + len(re.sub(r"['’]s?$", "", text[start:end].rstrip()))
    return (start, end) if text[start:end][:1].isupper() and "\n" not in text[start:end] else None


def _nouns(text: str, name: str, places: Sequence[Span]) -> frozenset[str]:
    nouns = {noun(word) for word in name.split()} & ORGANISATION_NOUNS
    for place in places:
        nouns |= _nouns_beside(text, place)
    if noun(name.split()[-1]) in COMPANY_ENDINGS or nouns & COMPANY_NOUNS:
        nouns |= COMPANY_NOUNS
    return frozenset(nouns)


def _nouns_beside(text: str, span: Span) -> set[str]:
    """Return what stands beside a name: "the polling firm Northern Opinion", "Acme, a ferry operator"."""
    found = set()
    if before := _BESIDE.search(text[max(0, span[0] - 30) : span[0]]):
        found.add(before.group(1))
    if after := _APPOSITION.match(text[span[1] : span[1] + 60]):
        found |= set(re.split(r"[ -]", after.group(1)))
    return found & (ORGANISATION_NOUNS | COMPANY_NOUNS)
