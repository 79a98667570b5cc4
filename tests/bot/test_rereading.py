"""Questions in other words than the article's: read together with what comes near, by the real network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import render
from bot.answer import Assistant
from tests.bot.one_article import assistant_over

NEWS = "\n\n".join(
    [
        "Cannery to close in spring",
        "HOLM — The cannery on Tern Quay will shut in April, and 140 people will be out of work. “We have "
        "not had a full order book since the herring left,” said Ann Lee, who runs Holm Fish, the firm that "
        "owns it.",
        "The mayor, Piet Hart, blamed the mainland. “They raised the harbour dues three times in two years,” "
        "Hart said. He promised that the town would pay for evening classes for everybody who is let go.",
        "“My grandmother stood at that belt, and so did I,” said Rosa Tamm, 58, a packer. She called the "
        "offer of classes an insult.",
        "The building dates from 1911. It was damaged by fire in 1954 and painted yellow after that.",
    ]
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("news"), "cannery.txt", NEWS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "words", "speaker"),
    [
        (
            "Who said that her family had worked at the cannery for generations?",
            "My grandmother",
            "Rosa Tamm",
        ),
        ("When was the cannery built?", "dates from 1911", None),
        ("What did Rosa Tamm think of the training that was offered?", "insult", "Rosa Tamm"),
    ],
)
def test_a_question_in_other_words_is_answered(
    assistant: Assistant, question: str, words: str, speaker: str | None
) -> None:
    answer, _ = assistant.ask(question)
    assert answer.citations, answer.reason
    assert words in answer.citations[0].quote
    assert speaker in (None, answer.citations[0].speaker)


@pytest.mark.parametrize(
    "question",
    [
        "What did Ann Lee say about retraining?",
        "What did Rosa Tamm say about what berths cost?",
        "What did the mayor say about the fire?",
        "How much did the cannery earn last year?",
        "Who bought the building?",
    ],
)
def test_what_the_article_does_not_hold_is_refused(assistant: Assistant, question: str) -> None:
    answer, _ = assistant.ask(question)
    assert answer.abstained and not answer.citations


def test_a_stranger_is_not_answered_for_by_another(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Emmanuel Macron say about the harbour dues?")
    assert answer.abstained and not answer.citations
    assert "Emmanuel Macron" in answer.reason


def test_nobody_else_answers_for_a_name_in_a_description(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Emma Holmes from the packing line think of the training?")
    assert not any(citation.speaker for citation in answer.citations)


FERRY = """\
Ferry to be sold

The ferry Tern will be sold in autumn, the town of Holm decided. “We have lost money on every crossing since \
2019,” said Mayor Bo Hart. “The engine drinks more than the whole fire brigade,” Hart said.

Hart said that a bus over the new bridge would take over. “Nobody will have to walk to school,” he said. “I \
learned to swim from that ferry,” Hart added. “My own children will miss the gulls,” said Hart.
"""


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("how pupils get to class", "In other words than yours"),
        ("petrol use", "The nearest the articles come to it"),
    ],
)
def test_who_is_taken_for_somebody_is_said_after_a_second_look_too(
    tmp_path: Path, topic: str, told: str
) -> None:
    with assistant_over(tmp_path, "ferry.txt", FERRY) as assistant:
        shown = render.text(assistant.ask(f"What did Haart say about {topic}?")[0])
    assert told in shown
    assert shown.count("I take “Haart” to be Bo Hart.") == 1
