"""Whose a single name is where several people of an article bear it, and whose several spellings are."""

import pytest

from index.naming.names import Person, people
from tests.index.marked import named, statements


def _people(text: str, *names: str) -> dict[str, Person]:
    return {person.name: person for person in people(text, named(text, names))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The songs of Ann Lee rang.\n\n“No,” Ivo Lee told us.\n\nIt rained.\n\nOften Lee sang.",
            "Ivo Lee",
        ),
        ("Ann Lee told us no. Ivo Lee said no.\n\nIt rained.\n\nOften Lee sang.", None),
        ("Ann Lee told us no. Ivo Lee came.\n\nOften Lee sang.", None),
        ("They met Ann Lee. They met Ivo Lee.\n\nIt rained.\n\nOften Lee sang.", None),
    ],
    ids=["one has spoken", "both have", "the other was named just before", "neither has"],
)
def test_a_shared_surname_is_the_one_bearers_who_has_spoken(text: str, expected: str | None) -> None:
    found = _people(text, "Ann Lee", "Ivo Lee", "Lee")
    alone = (text.index("Lee sang"), text.index(" sang"))
    assert next((name for name, person in found.items() if alone in person.spans), None) == expected


def test_a_shared_surname_is_settled_on_whoever_came_first_however_the_name_is_spelt() -> None:
    text = (
        "Ann M. Lee came. Lee sat. Lee left. Lee ran.\n\nBo Lee came. Bo Lee sat.\n\nAnn Lee sang. She ate."
        "\n\nThe fog came in.\n\nLee said so."
    )
    found = _people(text, "Ann M. Lee", "Bo Lee", "Ann Lee", "Lee")
    assert (text.index("Lee said"), text.index(" said so")) in found["Ann Lee"].spans


def test_the_first_of_a_couple_is_not_another_of_that_name() -> None:
    text = "David and Ann Lervik wrote that it rained. David Hart came, too."
    found = _people(text, "David", "Ann Lervik", "David Hart")
    assert list(found) == ["David Lervik", "Ann Lervik", "David Hart"]
    assert found["David Hart"].spans == ((text.index("David Hart"), text.index(" came")),)


def test_a_surname_before_a_full_name_makes_no_couple() -> None:
    text = "Kelly and Ann Lervik wrote that it rained. Bo Kelly came, too."
    assert list(_people(text, "Kelly", "Ann Lervik", "Bo Kelly")) == ["Bo Kelly", "Ann Lervik"]


def test_names_are_one_with_accents_and_without() -> None:
    text = "Rosa Lérvik came. Then Lervik said it rained. Rosa Lervik left."
    (rosa,) = _people(text, "Rosa Lérvik", "Rosa Lervik").values()
    assert len(rosa.spans) == 3


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Dia Benn Hart came. Benn Hart sat. Benn Hart left.",
            ("Dia Benn Hart", "Benn Hart"),
            "Dia Benn Hart",
        ),
        ("Ann Hart came. Ann Hart sat. Mae Ann Hart left.", ("Mae Ann Hart", "Ann Hart"), "Ann Hart"),
        ("CFO Ann Lee came.", ("CFO Ann Lee",), "Ann Lee"),
        ("Princess Ann Lee came.", ("Princess Ann Lee",), "Ann Lee"),
    ],
)
def test_somebodys_name_is_the_whole_one(text: str, names: tuple[str, ...], expected: str) -> None:
    assert list(_people(text, *names)) == [expected]


def test_a_line_that_is_a_sentence_is_no_heading() -> None:
    text = "It was late.\n\nSo I called Lowtown Mayor Quin Halvers.\n\nLater Halvers said no."
    (quin,) = people(text, named(text, ["Halvers"]), [(text.rindex("Halvers"), text.rindex(" said"))])
    assert quin.name == "Quin Halvers"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Everybody knows the film “Cool Harbours” by now. They like Cool Harbours.", "Cool Harbours"),
        ("The station owns TNT Max and others.", "TNT Max"),
        ("It was an Olympic winter. Olympic games are long.", "Olympic"),
    ],
)
def test_films_stations_and_games_are_nobody(text: str, name: str) -> None:
    assert not _people(text, name)


def test_the_school_of_a_teacher_who_speaks_is_not_the_speaker() -> None:
    text = "The bus stops at Outer Holm. “They learn,” said the science teacher at Outer Holm."
    source = (text.index("the science"), len(text) - 1)
    assert not people(text, named(text, ["Outer Holm"]), [source])


@pytest.mark.parametrize(
    "source",
    [
        "Generation Z",
        "Gen X",
        "UFO",
        "The Tide Quality Award",
        "HB 1202",
        "The Daily Tides Bill",
        "Among",
        "The former PM",
        "Title IX",
        "The other seven members — Holmland",
        "both American and Danish officials",
        "Hurricane Bo",
        "Tide Day",
        "November",
    ],
)
def test_what_has_no_voice_of_its_own_is_no_speaker(source: str) -> None:
    (statement,) = statements(f"It rained. [s {source}] [c says] [t that it is good].")[1]
    assert statement.speaker is None


def test_a_full_stop_of_a_name_is_part_of_no_other() -> None:
    text = "[s Lowtown beer historian Ann Lervik Jr., author of “Ale,”] [c says] [t it is good]."
    (statement,) = statements(text, ["Ann Lervik Jr."])[1]
    assert statement.speaker == "Ann Lervik Jr"


@pytest.mark.parametrize(
    ("source", "firms", "speaker"),
    [
        ("Holmland’s official Tide Agency", ["Tide Agency"], "Tide Agency"),
        ("Acme’s parent Tidewatch", ["Tidewatch"], "Tidewatch"),
        ("Holmland’s left-leaning Tide Herald newspaper", [], "Tide Herald newspaper"),
        ("2012 Bureau of Tides", [], "Bureau of Tides"),
        ("Holm University’s Institute for Tide Safety", [], "Holm University’s Institute for Tide Safety"),
    ],
)
def test_a_body_is_called_by_its_name_alone(source: str, firms: list[str], speaker: str) -> None:
    (statement,) = statements(f"It rained. [s {source}] [c says] [t that it is good].", [], firms)[1]
    assert statement.speaker == speaker
