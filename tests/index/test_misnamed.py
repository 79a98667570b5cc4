"""Names that a finder or the shape of a sentence takes for somebody's, and whose they are."""

import pytest

from index.naming.entities import Entity
from index.naming.misnamed import without_misnamed
from index.naming.names import people
from tests.index.marked import named


def _left(text: str, name: str, *labels: str) -> tuple[list[str], set[str]]:
    """The people of a text, and what is found there beside them, where a finder calls a name's places so."""
    places = named(text, [name])
    found = [Entity(e.start, e.end, label) for e, label in zip(places, labels)]
    sources = [(e.start, e.end) for e in places]
    everyone, bodies = without_misnamed(text, people(text, found, sources), found)
    return [person.name for person in everyone], {e.label for e in bodies if e not in found}


@pytest.mark.parametrize(
    ("text", "name", "labels", "bodies"),
    [
        ("Tide Ledger said so.", "Tide Ledger", (), {"ORG"}),
        ("The Tide Ledger printed it.", "Tide Ledger", ("PERSON",), {"ORG"}),
        ("Kreskin said on Monday it will open.", "Kreskin", ("PERSON",), {"ORG"}),
        ("Kreskin says on its site: no.", "Kreskin", ("PERSON",), {"ORG"}),
        ("The liquidator, Tide Brands, said so.", "Tide Brands", ("PERSON",), {"ORG"}),
        ("Monterra came. Monterra left. Monterra said so.", "Monterra", ("GPE", "GPE", "PERSON"), set()),
        ("Tide Poet said so.", "Tide Poet", ("WORK_OF_ART",), set()),
        ("They asked HTWB again.", "HTWB", ("PERSON",), {"ORG"}),
        ("They asked HTW-BRN again.", "HTW-BRN", ("PERSON",), {"ORG"}),
        ("Kreskin told us on Monday it is opening a pier.", "Kreskin", ("PERSON",), {"ORG"}),
        ("Kreskin shares fell. Kreskin said so.", "Kreskin", ("PERSON", "PERSON"), {"ORG"}),
        ("Kreskin meteorologist Ann Lee left. Kreskin said so.", "Kreskin", ("PERSON",), {"ORG"}),
        ("The CEO of Kreskin left. Kreskin said so.", "Kreskin", ("PERSON",), {"ORG"}),
        ("Ferry parent Tide Kreskin said so.", "Tide Kreskin", ("PERSON",), {"ORG"}),
        ("Kreskin, which runs a pier, said so.", "Kreskin", ("PERSON",), {"ORG"}),
        ("Kreskin (KSKN) said so.", "Kreskin", ("PERSON",), {"ORG"}),
        ("The chains Acme, Ebb and Kreskin said so.", "Kreskin", ("PERSON",), {"ORG"}),
        ("Kreskin, a nonprofit that sails, said so.", "Kreskin", ("PERSON",), {"ORG"}),
        ("A company called Tide Kreskin said so.", "Tide Kreskin", ("PERSON",), {"ORG"}),
        ("The Tide Kreskin left. The Kreskin, they say, won.", "Tide Kreskin", ("PERSON",), {"ORG"}),
        ("Kreskin said so.", "Kreskin", ("PRODUCT",), set()),
        ("Microsoft said so.", "Microsoft", ("PERSON",), {"ORG"}),
        ("Microsoft Tides said so.", "Microsoft Tides", ("PERSON",), {"ORG"}),
        ("Ann Lee's is open. They love Ann Lee's.", "Ann Lee", ("PERSON", "PERSON"), {"ORG"}),
        ("They came from Norrkop to Norrkop.", "Norrkop", ("GPE", "PERSON"), {"ORG"}),
        ("The commander of the US Tide Corps left the Tide Corps.", "Tide Corps", ("PERSON",), {"ORG"}),
    ],
    ids=[
        "by its shape alone",
        "after an article",
        "it",
        "its",
        "a firm's ending",
        "a place",
        "a work",
        "initials",
        "initials of two",
        "what it is doing",
        "its shares",
        "whose meteorologist somebody is",
        "whose chief somebody is",
        "whose parent it is",
        "which",
        "a ticker",
        "one of several firms",
        "a nonprofit",
        "a company called so",
        "a team, short after an article",
        "a product",
        "a well-known firm",
        "what begins with its name",
        "a brand",
        "where places stand",
        "a nation's",
    ],
)
def test_what_an_article_shows_to_be_no_person_is_none(
    text: str, name: str, labels: tuple[str, ...], bodies: set[str]
) -> None:
    assert _left(text, name, *labels) == ([], bodies)


@pytest.mark.parametrize(
    "text",
    [
        "Tide Lervik said so.",
        "The Tide Lervik campaign said so.",
        "The engineer Tide Lervik said so. The Tide Lervik was late.",
        "The Tide Lervik we met was late. Lervik said so.",
        "Tide Lervik, who was late, said so.",
        "Tide Lervik said that he and its crew were late.",
        "A letter from Tide Lervik, which was late, said so.",
        "Tide Lervik (BOT) said it is raining.",
        "Mayor Tide Lervik said it is opening.",
    ],
)
def test_somebody_may_have_any_first_name(text: str) -> None:
    label = "FAC" if "who" in text else "PERSON"
    assert _left(text, "Tide Lervik", *[label] * 3) == (["Tide Lervik"], set())


@pytest.mark.parametrize("name", ["US Rowing", "U.S. Rowing", "Holm NORML", "TideX", "Tide IDs", "Tide Show"])
def test_the_initials_of_a_nation_or_of_others_are_in_no_name(name: str) -> None:
    assert not people(f"{name} came.", named(f"{name} came.", [name]))


def test_a_label_in_capitals_is_somebodys() -> None:
    assert _left("HART: It is late.", "HART", "PERSON") == (["HART"], set())


def test_a_name_in_capitals_or_with_a_number_is_a_name() -> None:
    assert [p.name for p in people("ANN LERVIK came.", named("ANN LERVIK came.", ["ANN LERVIK"]))]
    assert [p.name for p in people("Bo Lervik III came.", named("Bo Lervik III came.", ["Bo Lervik III"]))]
