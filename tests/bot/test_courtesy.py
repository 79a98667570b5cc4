"""What is no question for the articles is answered as a person would, and helps to ask one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Assistant
from bot.render import text
from bot.types import Answer
from index.encoder import load_encoder
from index.store import Store
from tests.bot.samples import make_store


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Store.open(make_store(tmp_path_factory.mktemp("store")), load_encoder()) as store:
        yield Assistant(store)


def said(assistant: Assistant, question: str) -> Answer:
    answer, _ = assistant.ask(question)
    assert not answer.citations
    return answer


@pytest.mark.parametrize(
    "words", ["hello", "Good morning!", "Help", "What can I ask you?", "hi, who are you?"]
)
def test_a_greeting_or_a_call_for_help_is_told_what_to_ask(assistant: Assistant, words: str) -> None:
    assert said(assistant, words).reason.startswith("Ask who said what")


def test_nothing_hangs_where_examples_are_announced(assistant: Assistant) -> None:
    shown = text(said(assistant, "hello"))
    assert "For example:" in shown and "What did Jonas Hart say?" in shown


def test_thanks_are_no_question(assistant: Assistant) -> None:
    assert said(assistant, "Thank you!").reason == "You are welcome."


def test_the_articles_are_counted_and_the_newest_is_named(assistant: Assistant) -> None:
    reason = said(assistant, "What articles do you have?").reason
    assert reason.startswith("I have 2 articles, the newest “Ferry company explains itself” of 12 February")


def test_those_who_are_quoted_are_named_and_can_be_asked_about(assistant: Assistant) -> None:
    answer = said(assistant, "Who is quoted?")
    assert "Jonas Hart (2 statements)" in answer.reason and "Ada Brandt (1 statement)" in answer.reason
    assert assistant.ask(answer.choices[0])[0].citations


def test_the_conversation_goes_on_where_it_was(assistant: Assistant) -> None:
    _, memory = assistant.ask("What did Hart say about fuel?")
    assert assistant.ask("thanks", memory)[1] == memory


def test_a_question_that_only_begins_so_is_one(assistant: Assistant) -> None:
    assert assistant.ask("Hello, what did Brandt say about stone?")[0].citations
    assert assistant.ask("Who said the quay had flooded twice?")[0].citations


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    with Store.open(tmp_path, load_encoder()) as store:
        for words in ("hello", "Who is quoted?", "List the articles"):
            assert "onrecord index" in said(Assistant(store), words).reason
