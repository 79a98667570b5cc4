"""Numbers, sums, shares and days as one word each, and how they leave room for others."""

import pytest

from bot.checking.bounds import is_bounded, may_be_the_same
from bot.checking.quantities import is_same_quantity, measured
from bot.checking.vague import Vague, with_bounds


@pytest.mark.parametrize(
    ("form", "ways"),
    [
        ("15", ["15", "fifteen", "Fifteen"]),
        ("5000000", ["5 million", "5,000,000", "five million", "5mn"]),
        ("$5000000", ["$5m", "$5 million", "5 million dollars", "five million dollars", "$5,000,000"]),
        ("20%", ["20 %", "20%", "20 percent", "20 per cent", "twenty per cent"]),
        ("March 3", ["March 3", "3 March", "March 3rd", "3rd of March", "Mar. 3", "march 3"]),
        ("Monday", ["Monday", "monday", "Mon."]),
        ("December", ["December", "Dec."]),
        ("205", ["205", "two hundred and five"]),
        ("1000000", ["a million", "one million", "1 million"]),
        ("$9.5", ["$9.50", "9.5 dollars"]),
        ("21", ["twenty-one", "21"]),
        ("US", ["US", "U.S.", "U.S"]),
        # No quantities, or others.
        ("5m", ["5m"]),  # metres
        ("one", ["one"]),
        ("7:30", ["7:30"]),
        ("march", ["march"]),
        ("Jan", ["Jan"]),
        ("May", ["May"]),
    ],
)
def test_a_quantity_is_one_word_however_it_is_written(form: str, ways: list[str]) -> None:
    assert [[word.form for word in measured(way)] for way in ways] == [[form]] * len(ways)


def test_half_a_million_is_no_million() -> None:
    assert "1000000" not in [word.form for word in measured("half a million, a quarter of a million")]


@pytest.mark.parametrize(
    ("claimed", "told", "same"),
    [("March", "March 3", True), ("March 3", "March", False), ("3", "March 3", False), ("5", "5", True)],
)
def test_a_month_holds_its_days(claimed: str, told: str, same: bool) -> None:
    assert is_same_quantity(claimed, told) is same


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("It cost $5 million to build", ""),
        ("It cost about $5 million", "guess"),
        ("It cost more than 5 million", "bound"),
        ("at least 5 people", "bound"),
        ("up to 5 people", "bound"),
        ("5 to 8 people", "guess"),
        ("some 5-8 people", "guess"),
        ("5 or more people", "guess"),
        ("5 or six people", "guess"),
        ("from 5 feet", "guess"),
        ("It opens by May 5", "guess"),
        ("It opens by 8 months", "guess"),
        ("Few heal 8 months after it", "guess"),
        ("It lasts 8 months", ""),
        ("people of 50 and older", "guess"),
        ("It rose by 5 percent", ""),
    ],
)
def test_which_value_is_no_single_one(clause: str, expected: str) -> None:
    run = measured(clause)
    at = next(n for n, word in enumerate(run) if any(map(str.isdigit, word.form)))
    assert is_bounded(clause, run, at) is bool(expected)
    told = with_bounds(run)
    assert any(isinstance(word, Vague) and not word.is_rough for word in told) is (expected == "bound")


@pytest.mark.parametrize(
    ("one", "other", "rounded"),
    [
        ("5,000", "4,870", True),
        ("5 million", "5.2 million", True),
        ("30", "31", True),
        ("27", "37", False),
        ("$5 million", "€4 million", True),
        ("15", "20", False),
        ("$8 million", "$5 million", False),
        ("Monday", "Tuesday", False),
    ],
)
def test_a_round_figure_may_be_the_same(one: str, other: str, rounded: bool) -> None:
    assert may_be_the_same(measured(one)[0], measured(other)[0]) is rounded
