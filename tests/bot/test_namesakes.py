"""Two people of one surname, of whom one is quoted far more often; and a surname that stands alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import render
from bot.answer import Assistant
from bot.answering.finding import Finder
from bot.intake import take_in
from index.encoder import load_encoder
from index.store import Store
from index.types import Article
from tests.bot.samples import indexed, make_store, said

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


@pytest.mark.parametrize(
    ("beside", "found"), [("The hall was full.", True), ("Ben Brandt kept the door.", False)]
)
def test_who_asks_by_the_surname_is_told_what_an_article_gives_to_it(
    tmp_path: Path, beside: str, found: bool
) -> None:
    hall = Article("hall", "In the hall", f"{beside}\n\n“The gates are rusty,” Brandt said.")
    words = said(hall, "“The gates are rusty,”", speaker="", mention="Brandt", cue="said", kind="direct")
    doors = Article("doors", "Doors", "“Doors are made to be shut,” said Ben Brandt.")
    shut = said(
        doors,
        "“Doors are made to be shut,”",
        speaker="Ben Brandt",
        mention="Ben Brandt",
        cue="said",
        kind="direct",
    )
    make_store(tmp_path)
    with Store.open(tmp_path, load_encoder()) as store:
        store.put_many([indexed(hall, replace(words, speaker=None)), indexed(doors, shut)])
        question = "What did Brandt say about the gates?"
        asked = replace(Assistant(store).understand(question), speakers=("Ada Brandt",), choices=())
        hits = Finder(store, store.encoder, asked).by_surname_alone("Ada Brandt")
        assert [hit.item.id for hit in hits] == [words.id] * found


def test_a_surname_alone_is_told_as_the_article_has_it(tmp_path: Path) -> None:
    hall = Article("hall", "In the hall", "The hall was full.\n\n“The gates are rusty,” Brandt said.")
    words = said(hall, "“The gates are rusty,”", speaker="", mention="Brandt", cue="said", kind="direct")
    make_store(tmp_path)
    with Store.open(tmp_path, load_encoder()) as store:
        store.put_many([indexed(hall, replace(words, speaker=None))])
        answer, _ = Assistant(store).ask("What did Brandt say about the gates?")
    assert render.text(answer).startswith("Brandt said:") and "rusty" in answer.citations[0].quote
