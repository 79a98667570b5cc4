"""A real language model, small enough to be wrong most of the time: nothing false that it writes is shown.

It needs the extra "local-model", which compiles for ten minutes; without it the test is skipped, loudly.
"""

from collections.abc import Iterator

import pytest

from bot import render
from bot.answer import Assistant
from bot.generate import Writer
from bot.model import ChatModel, open_model
from index.store import Store
from tests.bot import llama, truth

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not llama.is_installed(), reason=f"NOT TESTED with a real model: {llama.HOW_TO_GET_IT}"
    ),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]

QUESTIONS = (
    "What did Marlowe and Renn say about the wall?",
    "What did Bettina Kroll say about a monument to fear?",
    "What did Pankin say about zones of responsibility?",
)


@pytest.fixture(scope="module")
def model() -> Iterator[ChatModel]:
    with llama.served() as address:
        yield open_model(llama.NAME, url=address)


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_false_gets_past_the_gate(model: ChatModel, store: Store, question: str) -> None:
    answer, _ = Assistant(store, Writer(model)).ask(question)
    assert answer.model == llama.NAME
    assert answer.citations and render.text(answer)
    assert truth.prose(answer) or answer.withheld  # it wrote sentences, in the form it is held to
    assert truth.unverified_quotations(answer, store) == []
    assert truth.wrong_speakers(answer, store) == []
