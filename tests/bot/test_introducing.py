"""Who somebody is, is told by the sentence that introduces them, not by one that names them in passing."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from tests.bot.one_article import assistant_over

MILL = """\
The old mill of Vantor is to become a school of music.

Pipes and a new roof, which Mayor Selma Ort favours, would cost half as much, she said. “We cannot have a \
roof of gold,” Mayor Selma Ort said. “We have choirs enough,” said Ort.

Mayor Selma Ort opened the mill on Friday. “The floor sings already,” the mayor said.

Bruno Falk has been the miller of Vantor for thirty years. “My grandfather ground barley here,” said Falk.

Her colleague Ines Dahl said: “I would have kept the wheel.” “Falk is a dreamer,” said Ines Dahl, the \
treasurer of Vantor.

“The bell is cracked,” said Vera Moll, the leader of the Vantor Choir. The Vantor Choir said that it would \
sing all the same.

Vantor Mill Board spokesman Ugo Renz said: “The grain is gone.”
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("mill"), "mill.txt", MILL) as opened:
        yield opened


@pytest.mark.parametrize("question", ["Who leads the Vantor Choir?", "Who heads the Vantor Choir?"])
def test_an_office_is_asked_for_by_what_is_done_in_it(assistant: Assistant, question: str) -> None:
    assert "Vera Moll, the leader of the Vantor Choir" in assistant.ask(question)[0].citations[0].quote


def test_an_organisation_leads_nothing_and_is_nobody_named_near_it(assistant: Assistant) -> None:
    assert not assistant.understand("Who owns the Vantor Choir?").speakers
    answer, _ = assistant.ask("Who is the Vantor Choir?")
    assert answer.abstained and "I find no answer" in answer.reason
    assert [block.citation.quote for block in answer.blocks if block.citation] == [
        "“The bell is cracked,” said Vera Moll, the leader of the Vantor Choir."
    ]


def test_what_somebody_speaks_for_is_not_somebody(assistant: Assistant) -> None:
    assert assistant.understand("What did the spokesman say about the grain?").speakers == ("Ugo Renz",)
    assert not assistant.understand("What did the Mill say about the grain?").speakers


def test_nobody_is_meant_where_nobody_was_named(assistant: Assistant) -> None:
    assert "whom “she” means" in assistant.ask("Who is she?")[0].reason
    _, after = assistant.ask("What did Ort say about choirs?")
    assert "Mayor Selma Ort" in assistant.ask("Who is she?", after)[0].citations[0].quote


@pytest.mark.parametrize(
    ("question", "called", "sentence"),
    [
        ("Who is the mayor?", "“Mayor Selma Ort”", "Mayor Selma Ort opened the mill on Friday."),
        ("Who is Selma Ort?", "“Mayor Selma Ort”", "Mayor Selma Ort opened the mill on Friday."),
        ("Who is Bruno Falk?", "", "Bruno Falk has been the miller of Vantor for thirty years."),
        ("Who is Ines Dahl?", "“Ines Dahl, the treasurer of Vantor”", "the treasurer of Vantor."),
    ],
)
def test_the_introduction_answers(assistant: Assistant, question: str, called: str, sentence: str) -> None:
    answer, _ = assistant.ask(question)
    assert len(answer.citations) == 1 and sentence in answer.citations[0].quote
    assert called in answer.blocks[0].lead
    assert "dreamer" not in answer.blocks[0].lead and "colleague" not in answer.citations[0].quote
