"""What somebody did, thinks or would not comment on is told of them, and never counted as quoted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import render
from bot.answer import Assistant
from bot.labels import how_often
from bot.types import Answer
from index.encoder import load_encoder
from index.store import Store
from index.types import Indexed, Presentation
from tests.bot.one_article import assistant_over
from tests.index.made_up import made_up


def _told(article_id: str, name: str, words: str, presents: Presentation) -> Indexed:
    """Return an article in which words are no speech: indirect, and of that kind."""
    article = made_up(article_id, (name, "engineer", words), title=f"Notes {article_id}")
    [statement] = article.statements
    return replace(article, statements=(replace(statement, presents=presents, kind="indirect"),))


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Store.open(tmp_path / "store", load_encoder()) as store:
        store.put_many(
            [
                made_up("a", ("Ann Lee", "engineer", "The flood wall was built too low.")),
                _told("b", "Ann Lee", "A petition for the higher flood wall.", "deed"),
                _told("c", "Ann Lee", "The market in the square should stay.", "thought"),
                _told("d", "Bo Hart", "The ferry to the islands will sail again.", "thought"),
                _told("e", "Cy Dahl", "The missing ledger of the harbour.", "silence"),
            ]
        )
        yield Assistant(store)


def ask(assistant: Assistant, question: str) -> Answer:
    answer, _ = assistant.ask(question)
    return answer


def test_only_what_was_said_is_counted_as_quoted(assistant: Assistant) -> None:
    speakers = {speaker.name: speaker for speaker in assistant.store.speakers()}
    assert [(s.name, s.quoted, s.statements) for s in speakers.values()] == [
        ("Ann Lee", 1, 3),
        ("Bo Hart", 0, 1),
        ("Cy Dahl", 0, 1),
    ]
    assert how_often(speakers["Ann Lee"]) == "1 statement and 2 reports in 3 articles"
    assert how_often(speakers["Bo Hart"]) == "1 report in 1 article"
    assert "1 people and organisations are quoted" in ask(assistant, "Who is quoted?").reason


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "Ann Lee",
            "Ann Lee is quoted once in these articles, with 2 more reports of what Ann Lee did or thinks:",
        ),
        (
            "Bo Hart",
            "Bo Hart is not quoted in these articles; they have 1 report of what Bo Hart did or thinks:",
        ),
        (
            "Cy Dahl",
            "Cy Dahl is not quoted in these articles; "
            "they have 1 report of what Cy Dahl would not say, or did not:",
        ),
    ],
)
def test_all_that_there_is_of_somebody_is_called_what_it_is(
    assistant: Assistant, name: str, says: str
) -> None:
    assert ask(assistant, f"What did {name} say?").blocks[0].lead == says


def test_what_was_said_comes_before_what_was_done(assistant: Assistant) -> None:
    answer = ask(assistant, "What did Ann Lee say about the flood wall?")
    assert [citation.article_id for citation in answer.citations] == ["a", "b"]
    assert "Reported of Ann Lee besides:" in render.text(answer)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("What did Bo Hart say about the ferry to the islands?", "Reported of Bo Hart, not quoted:"),
        ("What did Cy Dahl say about the missing ledger?", "Cy Dahl would not say, or did not:"),
    ],
)
def test_where_nothing_was_said_on_it_the_answer_says_so(
    assistant: Assistant, question: str, says: str
) -> None:
    answer = ask(assistant, question)
    assert answer.blocks[0].lead == says
    assert len(answer.citations) == 1


def test_a_refusal_counts_no_deed_either(assistant: Assistant) -> None:
    reason = ask(assistant, "What did Bo Hart say about the price of herring?").reason
    assert reason.startswith("Bo Hart is not quoted in these articles on the price of herring.")
    reason = ask(assistant, "What did Ann Lee say about snow?").reason
    assert "Ann Lee is quoted once" in reason


def test_somebody_who_declined_to_comment_is_told_so_in_the_words_of_the_article(tmp_path: Path) -> None:
    text = (
        "Harbour ledger is missing\n\n"
        "“The pier is sound,” said Ingrid Solvang, the harbour master, on Monday.\n\n"
        "Ingrid Solvang declined to comment on the missing ledger.\n"
    )
    with assistant_over(tmp_path, "ledger.txt", text) as assistant:
        answer = ask(assistant, "What did Ingrid Solvang say about the missing ledger?")
        assert "Ingrid Solvang would not say, or did not:" in render.text(answer)
        assert [c.quote for c in answer.citations] == [
            "Ingrid Solvang declined to comment on the missing ledger."
        ]
        assert "is quoted once" in ask(assistant, "What did Ingrid Solvang say?").blocks[0].lead


ASIDE = """\
Council of Holm offers to pay for the flood

HOLM — The flood of March took forty homes in the old town, and the council has offered to pay for a third \
of them. Many of those who lived there are still in the school.

Ann Lee brushed aside the council’s pledge of money, saying: “They have changed the names of what was there \
before, and for people like us nothing is new.”
"""


def test_words_in_the_sentence_of_what_is_told_are_shown_before_it(tmp_path: Path) -> None:
    with assistant_over(tmp_path, "aside.txt", ASIDE) as opened:
        answer = ask(opened, "What did Ann Lee say about the council’s pledge?")
    assert "changed the names" in answer.citations[0].quote
