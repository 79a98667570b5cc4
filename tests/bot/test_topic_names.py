"""Who is meant in words on a topic that names somebody, and which page has nothing of a name."""

from pathlib import Path

import pytest

from bot.answer import Assistant
from bot.answering.topic_names import NamedPeople, lacks_a_name, owner_is_elsewhere
from bot.asking.described import described, fits
from index.encoder import load_encoder
from index.store import Store
from index.types import Article
from tests.index.made_up import Said, made_up

PILOTS: tuple[Said, ...] = (
    ("Jens Brandt", "pilot", "Sorensen reads the water like a book."),
    ("Ute Vik", "clerk", "We are lucky, since she never shakes."),
    ("Tom Reed", "cook", "She eats standing up."),
    ("Jens Brandt", "pilot", "Sorensen was here before."),
    ("Ute Vik", "clerk", "He is often late."),
    ("Anna Sorensen", "harbour pilot", "Her ship, I said, is safe."),
)


@pytest.mark.parametrize(
    ("topic", "number", "meant"),
    [
        ("Anna Sorensen", 0, "Anna Sorensen"),  # by the surname
        ("Sorensen's hands", 1, "Anna Sorensen"),  # by the pronoun, right after she was named
        ("Anna Sorensen", 2, ""),  # another was named since
        ("Anna Sorensen", 4, ""),  # a woman is not "he"
        ("Anna Sorensen", 5, ""),  # who speaks is not who is spoken of
        ("the tugs", 0, ""),
    ],
)
def test_whom_words_mean_that_do_not_name_anybody_in_full(topic: str, number: int, meant: str) -> None:
    made = made_up("pilots", *PILOTS)
    known = {name: (name,) for name, *_ in PILOTS}
    assert NamedPeople.of(topic, known).meant_by(made.article, made.statements[number]) == meant


def test_a_surname_that_two_on_the_page_bear_means_neither() -> None:
    made = made_up("pilots", *PILOTS, mentioned=("Per Sorensen",))
    known = {name: (name,) for name in ("Anna Sorensen", "Per Sorensen", "Jens Brandt")}
    assert NamedPeople.of("Anna Sorensen", known).meant_by(made.article, made.statements[0]) == ""


@pytest.mark.parametrize(
    ("topic", "lacks"),
    [
        ("the storm of Morrow", True),
        ("the Varnish fleet", False),  # of Varn
        ("the fleet of Varn", False),
        ("NATO's fleet", False),  # an abbreviation may stand there in full
        ("U.S.-built ships", False),
        ("Will the ships sail", False),
        ("the fleet in March", False),
    ],
)
def test_a_page_that_nowhere_has_a_name_tells_nothing_of_it(topic: str, lacks: bool) -> None:
    article = Article("a", "Ships", "The fleet of Varn sailed after the storm.", None)
    assert lacks_a_name(article, topic) == lacks


def test_a_name_with_a_hyphen_stands_where_it_is_written_so() -> None:
    article = Article("a", "Buses", "The buses have Wi-Fi again.", None)
    assert not lacks_a_name(article, "Wi-Fi")


def test_words_on_a_topic_come_before_those_that_only_name_what_the_page_is_about(tmp_path: Path) -> None:
    said = (
        ("Ann Lee", "baker", "There are Norn sceptics, and they doubted the first ships as well."),
        ("Ann Lee", "baker", "It is a ticket to anywhere, and I would die here at home too."),
    )
    with Store.open(tmp_path / "store", load_encoder()) as store:
        store.put_many([made_up("a", *said, title="Who wants to live on Norn?")])
        answer, _ = Assistant(store).ask("What did Ann Lee say about dying on Norn?")
    assert "I would die" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("topic", "elsewhere"),
    [
        ("Vollmark's pilots", True),
        ("Sorensen's pilots", False),  # named right before
        ("Varn's pilots", False),  # at the head of the page
        ("the pilots of Vollmark", False),
        ("Vollmark’s Kittiwake", False),  # with a name of its own
    ],
)
def test_what_is_anothers_is_not_what_is_asked_about(topic: str, elsewhere: bool) -> None:
    made = made_up("pilots", *PILOTS, title="The pilots of Varn", mentioned=("Vollmark",))
    assert owner_is_elsewhere(made.article, made.statements[1], topic) is elsewhere


@pytest.mark.parametrize(
    ("words", "source", "fitting"),
    [
        ("the Hale researcher", "Researchers at the Hale Institute", False),
        ("the Hale researchers", "Researchers at the Hale Institute", True),
        ("the Coast Service in Holm", "Coast Service office in Holm", True),
        ("the Coast Service in Vik", "Coast Service office in Holm", False),
        ("the clerk of the mayor", "mayor with a clerk", False),
    ],
)
def test_one_is_not_several_and_a_body_is_called_by_its_name(words: str, source: str, fitting: bool) -> None:
    made = made_up("notes", (source, "first to speak", "The water is low."))
    assert fits(described(words), made.article, made.statements[0], made.statements) is fitting
