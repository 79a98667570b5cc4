"""The gate's examples: sentences over the sample articles, good and bad, with the evidence they point at."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.checking.verdicts import cite
from bot.gate.cast import make_cast
from bot.gate.sources import Source, make_source
from bot.verify import Draft, Gate, Verdict
from index.layout import paragraphs
from index.naming.names import role_beside
from index.types import Article, Statement
from tests.bot.gold import ROOT, gold_articles, gold_statements


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as a model might write it; `kind` is "good" or what is wrong with it."""

    kind: str
    text: str
    sources: tuple[dict[str, Any], ...]
    topic: str = ""
    before: str = ""


def examples() -> list[Example]:
    """Return the examples in `tests/data/gate.jsonl`."""
    lines = (ROOT / "tests" / "data" / "gate.jsonl").read_text("utf-8").splitlines()
    return [Example(**{**fields, "sources": tuple(fields["sources"])}) for fields in map(json.loads, lines)]


def judged(example: Example) -> Verdict:
    """Put a sentence to the gate with just the sources it points at."""
    sources = [sample_source(f"s{n}", **given) for n, given in enumerate(example.sources, 1)]
    gate = Gate(sources, make_cast(sources, _written()), topic=example.topic)
    before = frozenset({example.before}) if example.before else frozenset()
    return gate.check(Draft(example.text, tuple(source.id for source in sources)), before)


def sample_source(id: str, article: str, words: str, passage: bool = False) -> Source:
    """Return the statement, or the paragraph, of a sample article that holds `words`."""
    text = _articles()[article].text
    at = text.index(words)
    if passage:
        span = next(p for p in paragraphs(text) if p[0] <= at < p[1])
        citation = cite(_articles()[article], span, number=1)
    else:
        holding = [s for s in _statements(article) if s.start <= at < s.end]
        statement = min(holding, key=lambda s: s.end - s.start)
        citation = cite(_articles()[article], (statement.start, statement.end), statement, number=1)
    return make_source(id, citation, _articles()[article], _statements(article), _roles())


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    """What the articles call each speaker, beside the name, as the register would gather it."""
    found: dict[str, set[str]] = defaultdict(set)
    for id, article in _articles().items():
        for name in {s.speaker for s in _statements(id) if s.speaker}:
            for at in re.finditer(re.escape(name), article.text):
                role = role_beside(article.text, at.span())
                found[name] |= {article.text[slice(*role)]} if role else set()
    return {name: tuple(sorted(roles)) for name, roles in found.items()}


@cache
def _articles() -> dict[str, Article]:
    return gold_articles()


@cache
def _statements(article: str) -> list[Statement]:
    return gold_statements(_articles()[article])


@cache
def _written() -> dict[str, tuple[str, ...]]:
    speakers = {s.speaker for id in _articles() for s in _statements(id) if s.speaker}
    return {name: (name,) for name in speakers}
