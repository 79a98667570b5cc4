"""The measuring itself: what counts as a hit, a floor, a change of the analysis."""

import ast
import re
from collections import Counter
from typing import Any

import pytest

from tests.bench.answers import about
from tests.bench.check_speed import copies
from tests.bench.corpora import news_pages, without_docstrings
from tests.bench.figures import Figure, Findings, as_markdown
from tests.bench.gold import EVAL, read_lines
from tests.bench.news import scores
from tests.bench.pages import ANSWERED, QUESTIONS, SILENT, figures
from tests.bench.statements import interval
from tests.index.made_up import made_up
from tests.test_gates import fallen


@pytest.mark.parametrize(
    ("figure", "limit", "reached"),
    [
        (Figure("recall", 0.90), 0.90, True),
        (Figure("recall", 0.89), 0.90, False),
        (Figure("wrong person", 0.01, at_most=True), 0.01, True),
        (Figure("wrong person", 0.02, at_most=True), 0.01, False),
    ],
)
def test_a_figure_reaches_a_limit_from_its_own_side(figure: Figure, limit: float, reached: bool) -> None:
    assert figure.reaches(limit) is reached


def test_a_floor_that_is_undercut_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_gates.FLOORS", {"answers": {"right first": 0.7, "wrong person": 0.01}})
    figures = [Figure("right first", 0.69), Figure("wrong person", 0.0, at_most=True), Figure("new", 0.1)]
    assert fallen("answers", figures) == ["right first: 0.690, and the floor is 0.7"]


def test_a_report_says_what_is_missing_to_an_aim() -> None:
    report = as_markdown("answers", Findings((Figure("right first", 0.7, 0.85), Figure("asked", 240.0))))
    assert "| right first | 0.700 | ≥ 0.850 | short by 0.150 |" in report
    assert "| asked | 240 |  |  |" in report


def test_a_page_counts_once_however_many_of_its_parts_are_found() -> None:
    questions = [
        {"question": words, "answer_in": [7]} for words in ("first", "second page", "beyond ten", "never")
    ]
    found = {
        "first": ["7", "1"],
        "second page": ["1", "1", "1", "1", "1", "7"],
        "beyond ten": [*map(str, range(20, 30)), "7"],
        "never": ["1"],
    }
    assert scores(questions, found.__getitem__) == {
        "hit@1": 0.25,
        "hit@5": 0.5,
        "hit@10": 0.5,
        "MRR": (1 + 1 / 2) / 4,
    }


def test_a_large_store_has_the_same_layout_in_other_words() -> None:
    article = made_up(
        "hall", ("Ann Lee", "mayor", "The wall will hold, and the town will pay for all of it.")
    )
    first, second, third = copies([article], 3)
    assert first[0].article.text == article.article.text
    texts = [batch[0].article.text for batch in (first, second, third)]
    assert len(set(texts)) == 3
    assert len({re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", text)) for text in texts}) == 1
    for batch in (first, second, third):
        (statement,), text = batch[0].statements, batch[0].article.text
        assert statement.mention and text[slice(*statement.mention)] == statement.speaker
        assert text[statement.start] == "“" and text[statement.end - 1] == "”"


def test_an_interval_is_as_wide_as_the_articles_differ() -> None:
    assert interval([(4, 5)] * 6) == "0.80 (0.80–0.80)"
    low, high = interval([(0, 5), (5, 5)] * 3).split("(")[1].rstrip(")").split("–")
    assert float(low) < 0.3 and float(high) > 0.7


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ('def said():\n    """Another."""\n    return 1  # why', True),
        ("def said():\n    return 2", False),
    ],
)
def test_only_code_makes_another_analysis(changed: str, same: bool) -> None:
    before = ast.dump(without_docstrings(ast.parse('def said():\n    """One."""\n    return 1')))
    assert (ast.dump(without_docstrings(ast.parse(changed))) == before) is same


def test_questions_are_chosen_by_where_their_answers_or_their_speakers_are() -> None:
    article = {"id": "a", "text": "Ann Lee spoke.", "attributions": [{"source": [[0, 7]]}]}

    def question(id: str, speaker: str, *golds: str) -> dict[str, Any]:
        return {"id": id, "speaker": speaker, "golds": [{"article": gold} for gold in golds]}

    questions = [
        question("here", "Bo Ray", "a"),
        question("partly elsewhere", "Bo Ray", "a", "b"),
        question("speaks here, never on this", "A. Lee"),
        question("speaks elsewhere", "Bo Ray"),
    ]
    assert [q["id"] for q in about([article], questions)] == ["here", "speaks here, never on this"]


def test_the_shares_of_what_is_told_and_of_what_is_not_each_make_a_whole() -> None:
    counts = {"said": Counter(right=3, refused=1), "who": Counter(wrong=4), "trap": Counter(refused=3)}
    found = {figure.name: figure.value for figure in figures(counts)}
    assert found["told: right"] == 3 / 8 and found["told: wrong"] == 0.5 and found["not told: refused"] == 1
    assert sum(found[f"told: {way}"] for way in ANSWERED) == sum(found[f"not told: {way}"] for way in SILENT)


@pytest.mark.skipif(not EVAL.exists(), reason="the news pages lie in ../shared/eval")
def test_the_golds_of_the_pages_are_sentences_or_parts_of_them() -> None:
    pages = news_pages()
    for question in read_lines(QUESTIONS):
        text = pages[question["page"]].text
        assert bool(question["golds"]) == (question["kind"] in ("said", "who", "fact")), question["id"]
        for start, end in question["golds"]:
            gold = text[start:end]
            assert gold and gold == gold.strip() and "\n\n" not in gold, question["id"]
