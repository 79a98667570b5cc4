"""Titles, dates and addresses as people and machines write them."""

from datetime import date

import pytest

from index.metadata import headline, parse_date, title_for, web_address

BODY = (
    "The ferry between Port Elmer and Sand Island will stop running at the end of May, the harbour "
    "office said on Tuesday, after eleven years of losses."
)
SECOND = "“We have tried everything,” said José Brandt, the harbour master. He blamed the price of diesel."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05", date(2024, 3, 5)),
        ("2024-03-05T23:30:00Z", date(2024, 3, 5)),
        ("2024/03/05", date(2024, 3, 5)),
        ("20240305", date(2024, 3, 5)),
        ("5 March 2024", date(2024, 3, 5)),
        ("March 5, 2024", date(2024, 3, 5)),
        ("Tuesday, Sept. 5th, 2023", date(2023, 9, 5)),
        ("Tue, 05 Mar 2024 08:00:00 +0000", date(2024, 3, 5)),
        ("2024-13-05", None),
        ("03/04/2024", None),  # March or April
        ("2024", None),
        ("soon", None),
        ("", None),
        (None, None),
        (["x"], None),
    ],
)
def test_dates_are_read_where_they_are_certain(value: object, expected: date | None) -> None:
    assert parse_date(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ferry to stop in May\n\n{BODY}", "Ferry to stop in May"),
        (f"Will the ferry stop?\n{BODY}", "Will the ferry stop?"),
        (f"{BODY}\n\n{SECOND}", None),
        ("The ferry between Port Elmer and Sand Island will stop running\nat the end of May.", None),
        ("“It is over.”\n\nSo he said.", None),
        ("Ferry to stop in May", None),  # nothing follows
        (f"***\n\n{BODY}", None),
        ("", None),
    ],
)
def test_a_first_line_is_a_title_only_if_it_looks_like_one(text: str, expected: str | None) -> None:
    assert headline(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("harbour_vote-delayed", "Harbour vote delayed"),
        ("000_5e0001f6e6304a75", "The ferry between Port Elmer and Sand Island will stop running at…"),
    ],
)
def test_without_a_headline_the_title_is_the_file_name_if_it_says_anything(name: str, expected: str) -> None:
    assert title_for(BODY, name=name) == expected


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//x.example", "x.example", "https://", "ftp://a.b", ""],
)
def test_what_is_no_web_address_never_becomes_a_link(address: str) -> None:
    assert web_address(address) is None
