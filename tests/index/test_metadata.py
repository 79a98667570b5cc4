"""Titles, dates and addresses as people and machines write them."""

from datetime import date

import pytest

from index.formats.metadata import dateline, headline, parse_date, title_for, web_address

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
        ("1 Jan 99999999999999999999 00:00", None),
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
        (f"The ferry stops.\n\nBy Ann Lee\n3 June 2026\n\n{BODY}", "The ferry stops."),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge\n2025-03-18\n\nIt was closed on Monday.", date(2025, 3, 18)),
        ("The bridge\n\nBy Ann Lee, Harbour Weekly, 14 March 2025\n\nIt was closed.", date(2025, 3, 14)),
        ("The bridge\n\nPublished Mar. 5, 2025 | 3 min read\n\nIt was closed.", date(2025, 3, 5)),
        ("It is closed.\nBy Ann Lee\n14 March 2025\n\nA bridge is closed.", date(2025, 3, 14)),
        ("Is it closed?\n\n14 March 2025\n\nA bridge is closed.", date(2025, 3, 14)),
        ("Council minutes, 7 April 2025\n\nThe bridge was discussed.", date(2025, 4, 7)),
        ("How 9 May 1945 is remembered here\n\nThere was a parade.", None),  # the day it tells of
        ("The bridge\n\nIt was closed on 14 March 2025.\n\n18 March 2025", None),  # prose has begun
        ("The bridge\n\nNo. 120250318, page 4\n\nIt was closed.", None),
        ("The bridge\n\n40 February 2025\n\nIt was closed.", None),
    ],
)
def test_the_day_above_the_prose(text: str, expected: date | None) -> None:
    assert dateline(text) == expected
