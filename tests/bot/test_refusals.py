"""A refusal names what was asked for, in passing."""

import pytest

from bot.answering.refusals import LONGEST_NAMED, on, shortened, shown

LONG = "whether the ferry to the islands ought to have sailed in the storm of last winter without a pilot"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the wall", "the wall"),
        ("x" * LONGEST_NAMED, "x" * LONGEST_NAMED),
        (LONG, "whether the ferry to the islands ought to have sailed in the storm of last…"),
        (f"{'a' * 40} {'b' * 35}, {'c' * 40}", f"{'a' * 40} {'b' * 35}…"),
    ],
)
def test_many_words_are_cut_between_two_of_them(words: str, expected: str) -> None:
    assert shortened(words) == expected


def test_what_has_no_spaces_is_cut_all_the_same() -> None:
    assert shortened("x" * 200) == "x" * LONGEST_NAMED + "…"


def test_a_long_topic_is_named_shortly_wherever_it_stands_in_a_sentence() -> None:
    assert on(LONG) == f" on {shortened(LONG)}" and shown(LONG).endswith("…")
    assert shown("will it rain") == "“will it rain?”"
    assert shown(f"how {LONG}").endswith("…”")


@pytest.mark.parametrize("topic", ["surprised them", "they would sail", "made him weep"])
def test_what_is_no_noun_phrase_stands_in_marks(topic: str) -> None:
    assert on(topic) == f" on “{topic}”"


@pytest.mark.parametrize("topic", ["the wall", "children in school", "seed prices", "Ted Lunde's boat"])
def test_a_noun_phrase_stands_as_it_is(topic: str) -> None:
    assert on(topic) == f" on {topic}"
