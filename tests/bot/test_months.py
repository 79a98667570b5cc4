"""The march is no month, and in March nobody need have marched."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.answering.months import unlike, without
from tests.bot.one_article import assistant_over

PARADE = """\
Vantor argues over its feast

“The bridge will be closed in March,” said the engineer, Nils Aker. \
“The fair may come in May 2021,” Aker said.

Clara Voss said: “The march will lead past the mill, as it always did.” Voss promised that the brass band \
would be back in March.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("parade"), "parade.txt", PARADE) as opened:
        yield opened


def test_the_march_is_what_was_said_of_it_and_not_in_march(assistant: Assistant) -> None:
    assert "past the mill" in assistant.ask("What did Voss say about the march?")[0].citations[0].quote
    assert assistant.ask("What did Aker say about the march?")[0].abstained
    who = assistant.ask("Who spoke about the march?")[0]
    assert {cited.speaker for cited in who.citations} == {"Clara Voss"}


def test_a_month_is_no_march_and_no_perhaps(assistant: Assistant) -> None:
    quotes = [c.quote for c in assistant.ask("What did Voss say about March?")[0].citations]
    assert quotes and not any("past the mill" in quote for quote in quotes)


def test_nobody_is_named_by_a_month_or_a_perhaps(assistant: Assistant) -> None:
    assert "name nobody called May" in assistant.ask("What did May say about the fair?")[0].reason


@pytest.mark.parametrize(
    ("topic", "text", "left"),
    [
        ("the march", "in March the march began", "the march began"),
        ("the march", "on 3 March, in early March and March 2021", "on , and 2021"),
        ("the Peace March", "the march in March", "the march in March"),
        ("March", "the march in March", "the in March"),
        ("May", "it may rain in May", "it rain in May"),
        ("the wall", "the march in March", "the march in March"),
    ],
)
def test_only_the_word_asked_for_is_left(topic: str, text: str, left: str) -> None:
    assert without(unlike(topic), text).split() == left.split()


def test_a_month_is_told_by_what_stands_beside_it() -> None:
    assert without(unlike("a march"), "March led the band").startswith("March")
