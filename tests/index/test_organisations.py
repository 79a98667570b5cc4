"""The organisations of an article: where each name begins and ends, and which names are one body's."""

import pytest

from index.naming.organisations import organisations
from tests.index.marked import named


def _names(text: str, *found: str) -> dict[str, tuple[str, ...]]:
    return {each.name: each.aliases for each in organisations(text, named(text, found, "ORG"), [])}


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("The Harbour Law Project (HLP, a charity, came.", "Harbour Law Project (HLP", "Harbour Law Project"),
        ("The Harbour Center, Hilda told us, came.", "Harbour Center, Hilda", "Harbour Center"),
        ("Tide Foods of Lowtown, Calif., sent it.", "Tide Foods of Lowtown", "Tide Foods"),
        ("According to H&R Lock.", "R Lock", "H&R Lock"),
        ("The Bureau of Tides and Tourism spoke.", "Bureau of Tides", "Bureau of Tides and Tourism"),
        ("The Space and Weather Center spoke.", "Weather Center", "Space and Weather Center"),
        ("Tide Watch’s Yearly Wage Index rose.", "Tide Watch’s Yearly Wage Index", "Tide Watch"),
        ("The U.S. Customs and Border Office came.", "Border Office", "U.S. Customs and Border Office"),
        ("Nobody else had told the Royal Tide Society of Holm.", "Royal Tide", "Royal Tide Society of Holm"),
        ("Nobody else had told the Ministry of the Armed Tides.", "Armed", "Ministry of the Armed Tides"),
        ("The U.S. Geological Survey came.", "U.S. Geological Survey", "U.S. Geological Survey"),
        ("A Tide Watch Poll found it.", "Tide Watch Poll", "Tide Watch"),
        ("A National Tide Service forecaster spoke.", "Tide", "National Tide Service"),
        ("A win for Tide Watch & our mission.", "Tide Watch &", "Tide Watch"),
        ("Hart, Lee & Marsh spoke.", "Hart, Lee & Marsh", "Hart, Lee & Marsh"),
        ("The University of Holm, Lowtown, spoke.", "University of Holm,", "University of Holm"),
        ("The Tide Service’s Lowtown office spoke.", "Tide Service’s Lowtown", "Tide Service"),
        (
            "The College of Tidalists and Moonists spoke.",
            "College of Tidalists",
            "College of Tidalists and Moonists",
        ),
        ("The Center for Tides and Hart Lee Marsh LLP spoke.", "Center for Tides", "Center for Tides"),
        (
            "The Committee on Tides, Ice, and Rain met.",
            "Committee on Tides",
            "Committee on Tides, Ice, and Rain",
        ),
        ("On Friday’s Tide Board vote they spoke.", "Tide", "Tide Board"),
        ("The World Tide Report is out.", "World Tide Report", "World Tide Report"),
        ("Marlow's is open. They love Marlow's.", "Marlow's", "Marlow's"),
        ("Marlow's said so. Marlow said no.", "Marlow's", "Marlow"),
        (
            "They met Customs and Border Protection there.",
            "Border Protection",
            "Customs and Border Protection",
        ),
        ("The F.H.B said so.", "F.H.B", "F.H.B."),
        ("Another Tide University study came.", "Tide University", "Tide University"),
        ("Source: Tide Press; Harbour Board", "Tide Press; Harbour Board", "Tide Press"),
    ],
)
def test_a_name_begins_and_ends_where_the_organisations_does(text: str, found: str, expected: str) -> None:
    assert list(_names(text, found)) == [expected]


def test_a_country_that_has_an_organisation_is_no_part_of_its_name() -> None:
    text = "Holmland’s Federal Police came. The Children’s Tide Society left."
    found = [*named(text, ["Holmland"], "GPE"), *named(text, ["Federal Police"], "ORG")]
    assert [o.name for o in organisations(text, found, [])] == ["Federal Police", "Children’s Tide Society"]


def test_a_firms_town_is_no_part_of_its_name() -> None:
    text = "Holmtown’s Acme Pumps came. Holmtown’s Tide Board left."
    found = named(text, ["Holmtown’s Acme Pumps", "Holmtown’s Tide Board"], "ORG")
    firms = organisations(text, [*found, *named(text, ["Holmtown"], "GPE")], [])
    assert [firm.name for firm in firms] == ["Acme Pumps", "Holmtown’s Tide Board"]


def test_a_word_that_only_opens_its_sentence_is_no_organisation() -> None:
    assert not _names("Exit polls were late. The exit polls were wrong.", "Exit")


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        (
            "The Port and US Tide and Ice Guard Unit (TIGU) came.",
            ("US Tide", "Ice Guard Unit"),
            {"US Tide and Ice Guard Unit": ("TIGU",)},
        ),
        (
            "The Tide Board and Ice Board came. They saw the Tide Board and the Ice Board.",
            ("Tide Board", "Ice Board"),
            {"Tide Board": (), "Ice Board": ()},
        ),
        (
            "The Bureau of Tides and Ice left. It rained on Bureau of Tides and Ice members.",
            ("Bureau of Tides",),
            {"Bureau of Tides and Ice": ()},
        ),
        (
            "They asked Homes for Old Sailors. It rained, and Homes for Old Sailors left.",
            ("Homes",),
            {"Homes for Old Sailors": ()},
        ),
        (
            "They asked Homes for Old Sailors. It rained, and Homes for Old Sailors left, as did Homes.",
            ("Homes",),
            {"Homes": ()},
        ),
    ],
    ids=[
        "its initials follow",
        "each stands alone elsewhere",
        "it is whole elsewhere",
        "it goes on so each time",
        "it does not",
    ],
)
def test_a_name_of_two_parts_is_one_where_the_article_shows_it(
    text: str, found: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert _names(text, *found) == expected


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Centers for Tide Control and Rescue", "CTC"),
        ("Holm Department of Tides and Ice", "DTI"),
        ("U.S. Department of Tides and Ice Rescue", "TIR"),
    ],
)
def test_initials_may_leave_out_the_last_part_or_the_place(whole: str, short: str) -> None:
    assert _names(f"The {whole} came. The {short} left.", whole, short) == {whole: (short,)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The National Tide Service (NTS) came. NTS left.", {"National Tide Service": ("NTS",)}),
        ("The Bureau of Tides and Weather came. BTW left.", {"Bureau of Tides and Weather": ("BTW",)}),
        ("The U.S. National Tide Service came. NTS left.", {"U.S. National Tide Service": ("NTS",)}),
        ("The National Tide- came. NTS left.", {"National Tide-": (), "NTS": ()}),
        ("The National Tide Service came. XYZ left.", {"National Tide Service": (), "XYZ": ()}),
        (
            "The National Tide Service and the Northern Tram Service came. NTS left.",
            {"National Tide Service": (), "Northern Tram Service": (), "NTS": ()},
        ),
    ],
)
def test_an_abbreviation_is_the_only_name_it_can_stand_for(
    text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    found = (
        "NTS",
        "BTW",
        "XYZ",
        "National Tide-",
        "U.S. National Tide Service",
        "Bureau of Tides and Weather",
    )
    assert _names(text, *found) == expected
