"""Two people of one surname, of whom one is quoted far more often, and what the other alone speaks of."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.intake import take_in
from index.encoder import load_encoder
from index.store import Store

TIDES = """\
Senator Chris Murray opened the hearing on the tides.

“The tide tables are wrong,” Chris Murray said. “The gauges are older than the harbour,” Murray said.

“Nobody reads a gauge at night,” Murray said. “The pilots have told us so for years,” he added.

Murray said that the tables would be printed anew. Murray warned that the printer was on strike.

“The moon does not wait for us,” Murray said. “Neither should the council,” he added.
"""
BEES = """\
The bees of Elmsford have a friend.

“The hives are dying of damp,” said Patrick Murray, a keeper of bees in Elmsford.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("murray")
    for name, text in (("tides", TIDES), ("bees", BEES)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Store.open(folder / "store", load_encoder()) as store:
        assert not take_in(store, [folder / "tides.txt", folder / "bees.txt"]).failures
        yield Assistant(store)


def test_a_surname_means_who_is_quoted_far_more(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Murray say about the gauges?")
    assert {citation.speaker for citation in answer.citations} == {"Chris Murray"}


def test_where_that_one_is_silent_the_namesake_is_heard_and_told_apart(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Murray say about the hives?")
    assert {citation.speaker for citation in answer.citations} == {"Patrick Murray"}
    assert "Chris Murray is quoted" in answer.blocks[0].lead and "Patrick Murray" in answer.blocks[0].lead


def test_a_full_name_has_no_namesake(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Chris Murray say about the hives?")
    assert answer.abstained and not answer.citations
