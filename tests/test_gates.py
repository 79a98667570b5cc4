"""The figures may not fall: dev and the samples are measured, and held against `floors.json`.

A floor lies a point or two below what was measured when it was set. Raising one is a commit; lowering
one is too, and its message says what was gained for it.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.answer import Assistant
from index.store import Store
from tests.bench import answers, checks, pages, samples, statements
from tests.bench.corpora import DEV, dev_store, pages_store, seeds_store
from tests.bench.figures import Figure
from tests.bench.gold import EVAL, read_lines

FLOORS: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "floors.json").read_text())

pytestmark = pytest.mark.slow
annotated = pytest.mark.skipif(
    not EVAL.is_dir(), reason="the annotated articles are not here: ../shared/eval"
)


def fallen(section: str, figures: Sequence[Figure]) -> list[str]:
    """Return a line for each figure that is on the wrong side of its floor."""
    measured = {figure.name: figure for figure in figures}
    return [
        f"{name}: {measured[name].value:.3f}, and the floor is {floor}"
        for name, floor in FLOORS[section].items()
        if not measured[name].reaches(floor)
    ]


@pytest.fixture(scope="module")
def dev() -> Iterator[Store]:
    with dev_store() as store:
        yield store


@pytest.fixture(scope="module")
def seeds() -> Iterator[Assistant]:
    with seeds_store() as store:
        yield Assistant(store)


@annotated
def test_statements_are_found_and_attributed_as_before(dev: Store) -> None:
    assert not fallen("statements", statements.measure(dev, read_lines(DEV)))


@annotated
def test_spans_are_tagged_as_before() -> None:
    spans = [statements.span_parts(article) for article in read_lines(DEV)]
    assert not fallen("spans", statements.span_figures(spans))


@annotated
def test_quotations_are_checked_as_before(dev: Store) -> None:
    asked = read_lines(checks.CHECKS)
    assert not fallen("checks", checks.figures(asked, checks.judge(dev, asked)))


@annotated
def test_questions_about_these_articles_are_answered_as_before(dev: Store) -> None:
    asked = answers.about(read_lines(DEV), read_lines(answers.QUESTIONS))
    assert len(asked) > 200
    assert not fallen("answers", answers.figures(asked, answers.ask(dev, asked), [DEV]))


@annotated
def test_questions_in_other_words_than_the_articles_are_answered_as_before() -> None:
    asked = [question for question in read_lines(pages.QUESTIONS) if question["part"] == "held"]
    with pages_store(asked, name="held") as store:
        counts = pages.count(Assistant(store), asked)
    assert not fallen("pages", pages.figures(counts))


def test_questions_about_the_samples_are_answered_as_before(seeds: Assistant) -> None:
    scores, misses = samples.score_samples(seeds)
    assert not fallen("samples", samples.figures(scores)), "\n".join(misses)


def test_facts_of_the_samples_are_told_as_before(seeds: Assistant) -> None:
    scores, misses = samples.score_facts(seeds)
    assert not fallen("facts", samples.figures(scores)), "\n".join(misses)
