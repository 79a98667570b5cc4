"""Which short names of an article are an organisation's, and where an "and" belongs to its name."""

import pytest

from index.naming.organisations import organisations
from index.naming.shortened import same_names
from tests.index.marked import named


def _names(text: str, *found: str) -> dict[str, tuple[str, ...]]:
    return {each.name: each.aliases for each in organisations(text, named(text, found, "ORG"), [])}


@pytest.mark.parametrize(
    ("text", "whole", "short"),
    [
        ("Eva Tidewell and Co. grows. Tidewell said so.", "Eva Tidewell and Co.", "Tidewell"),
        ("Northern Airlines came. Northern left.", "Northern Airlines", "Northern"),
        ("The Royal Tide Service came. The Tide Service left.", "Royal Tide Service", "Tide Service"),
        (
            "The Tide Federation of Holm came. Tide Federation left.",
            "Tide Federation of Holm",
            "Tide Federation",
        ),
        ("The Lowtown Tide Committee (LTC) came. The LTC left.", "Lowtown Tide Committee", "LTC"),
        ("Ann and the Lowtown Tide Club (TC) came. The TC left.", "Lowtown Tide Club", "TC"),
        ("The Institute for Tides’s (IfT) guide came. The IfT left.", "Institute for Tides", "IfT"),
        ("The U.S. Department of Tides came. The USDT left.", "U.S. Department of Tides", "USDT"),
        ("The Union of Tide Makers group came. The UTM left.", "Union of Tide Makers group", "UTM"),
        ("Nordlys News came. Nordlys left.", "Nordlys News", "Nordlys"),
        ("Nordlys International came. Nordlys left.", "Nordlys International", "Nordlys"),
        ("The Holm Wings came. The Wings left.", "Holm Wings", "Wings"),
        ("The United Tides came. The U.T. left.", "United Tides", "U.T."),
        ("The Holm National Zoo came. The National Zoo left.", "Holm National Zoo", "National Zoo"),
        ("The Holm Tide-Post came. The Tide-Post left.", "Holm Tide-Post", "Tide-Post"),
        ("The Tides Department came. Tides left.", "Tides Department", "Tides"),
        # In more ways than one, in any order.
        ("The Tide League came. The NTB Tide League left.", "NTB Tide League", "Tide League"),
        ("The Tide Service came. The U.S. Tide Service left.", "U.S. Tide Service", "Tide Service"),
        ("The Tide Department came. The Department of Tide left.", "Department of Tide", "Tide Department"),
        ("TideHub came. TideHub left. Tide Hub stayed.", "TideHub", "Tide Hub"),
        ("TIDE TODAY came. Tide Today left. TIDE TODAY stayed.", "TIDE TODAY", "Tide Today"),
        ("The US Supreme Court met. The Supreme Court sat.", "US Supreme Court", "Supreme Court"),
        ("An article in the Holm Times came. The Times left.", "Holm Times", "Times"),
        (
            "Acme Homes and Tide Lending says so. Acme Homes left.",
            "Acme Homes and Tide Lending",
            "Acme Homes",
        ),
    ],
)
def test_a_short_name_is_the_full_ones_that_the_article_gave_before(
    text: str, whole: str, short: str
) -> None:
    found = [whole, short] if short not in ("TC", "LTC", "IfT") else [whole]
    if " and Tide" in whole:
        found = ["Acme Homes", "Tide Lending"]
    assert _names(text, *found) == {whole: (short,)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TNT said so. TNT owns TNT Max Media, TNT Go and others. TNT left.", ("TNT Max Media", "TNT")),
        ("Northern said so. Northern Airlines came.", ("Northern Airlines", "Northern")),
        ("The Holm Supreme Court met. The Supreme Court met.", ("Holm Supreme Court", "Supreme Court")),
        (
            "The U.S. Supreme Court met. The state Supreme Court met. The Supreme Court sat.",
            ("U.S. Supreme Court", "Supreme Court"),
        ),
        ("The Holm States came. The States left.", ("Holm States", "States")),
        (
            "The Assembly of the United Tides came. The United Tides left.",
            ("Assembly of the United Tides", "United Tides"),
        ),
        ("The Holm Tide Service came. The TS left.", ("Holm Tide Service", "TS")),
        (
            "The Holm Tide Service and the Lowtown Tide Service came. The Tide Service left.",
            ("Holm Tide Service", "Lowtown Tide Service", "Tide Service"),
        ),
    ],
    ids=[
        "an abbreviation stands for itself",
        "given only after",
        "one of several alike",
        "a state has one too",
        "a word for many",
        "what another is of",
        "two letters of three",
        "of two",
    ],
)
def test_a_name_that_may_be_anothers_stands_for_itself(text: str, found: tuple[str, ...]) -> None:
    assert _names(text, *found) == dict.fromkeys(found, ())


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Tides and Border Guard came. TBG left.", ("Border Guard", "TBG"), "Tides and Border Guard"),
        (
            "Acme Homes and Tide Lending in Holm says so.",
            ("Acme Homes", "Tide Lending"),
            "Acme Homes and Tide Lending",
        ),
        (
            "The Royal Society of Tides Monday said so.",
            ("Royal Society of Tides Monday",),
            "Royal Society of Tides",
        ),
        ("A poll of the Royal Society of Tides Monday came.", (), "Royal Society of Tides"),
    ],
)
def test_a_name_is_whole_and_holds_no_more(text: str, found: tuple[str, ...], expected: str) -> None:
    assert expected in _names(text, *found)
    assert len(_names(text, *found)) == 1


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        (
            "The Lowtown Sports and Tide Authority (LSTA) came.",
            "Lowtown Sports",
            "Lowtown Sports and Tide Authority",
        ),
        ("The Tide Panel on Sea Change said so.", "Tide Panel", "Tide Panel on Sea Change"),
        ("The Tide Panel on Monday said so.", "Tide Panel", "Tide Panel"),
        ("The Tide Panel on June 9 said so.", "Tide Panel", "Tide Panel"),
        (
            "The National Center for Tide Figures said so.",
            "National Center",
            "National Center for Tide Figures",
        ),
    ],
)
def test_a_name_is_led_to_its_end(text: str, found: str, whole: str) -> None:
    assert whole in _names(text, found)


def test_a_firm_is_called_as_the_article_calls_it_most() -> None:
    text = "Acme Motor Co. came. Acme said so. Acme left."
    assert _names(text, "Acme Motor Co.", "Acme") == {"Acme": ("Acme Motor Co.",)}
    text = "Acme Motor Co. (AM) came. The AM said so. Acme left."
    assert _names(text, "Acme Motor Co.", "Acme") == {"Acme": ("AM", "Acme Motor Co.")}


def test_a_towns_body_is_not_the_one_that_was_named_before_it() -> None:
    text = "The Tide League came. The Holm Tide League left."
    found = [*named(text, ["Holm"], "GPE"), *named(text, ["Holm Tide League", "Tide League"], "ORG")]
    assert len(organisations(text, found, [])) == 2


def test_a_service_that_adds_a_plus_is_another() -> None:
    assert not same_names("Tidey came. Tidey+ left.", {"Tidey": [(0, 5)], "Tidey+": [(12, 18)]})


def test_two_who_say_it_are_two() -> None:
    text = "Acme Homes and Tide Lending say so."
    assert list(_names(text, "Acme Homes", "Tide Lending")) == ["Acme Homes", "Tide Lending"]


@pytest.mark.parametrize("name", ["Tide Quality Award", "UFO", "Exit"])
def test_what_speaks_for_nobody_is_no_body(name: str) -> None:
    assert not _names(f"{name} polls came. They saw the {name}.", name)
