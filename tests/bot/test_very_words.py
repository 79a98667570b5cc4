"""Words in quote marks are asked about as they stand there: every one of them, whatever they look like."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.types import Answer, Memory
from tests.bot.one_article import assistant_over

HALL = """\
Town hall to be mended

“We will finish the roof and the stairs in June 2022,” Mayor Ann Lee said on Monday. “To build is to hope, \
and to hope is to live,” said Lee. “We have not met the builders of the old school,” she said. “The clock on \
the tower is what I wait for,” Lee added.

“We will pay for the roof,” said Bo Hart, the treasurer.
"""
HOPE = "to build is to hope, and to hope is to live"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("hall"), "hall.txt", HALL) as opened:
        yield opened


def asked(assistant: Assistant, *questions: str) -> Answer:
    """Return the answer to the last of some questions in a row."""
    memory = Memory()
    for question in questions:
        answer, memory = assistant.ask(question, memory)
    return answer


def verdict(assistant: Assistant, question: str) -> str:
    return asked(assistant, question).blocks[0].lead.split(":")[0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We will finish the roof and the stairs in June 2022", "Verified"),
        ("We will finish the roof and the stairs in March 2021", "Altered"),
        ("We have not met the builders of the old school for the last time", "Altered"),
        ("We have not met the builders of the old school, in her own words", "Altered"),
    ],
)
def test_a_time_in_a_quotation_is_one_of_its_words(assistant: Assistant, words: str, expected: str) -> None:
    assert verdict(assistant, f"Did Ann Lee say “{words}”?") == expected
    assert verdict(assistant, f'Did Ann Lee say "{words}"?') == expected


def test_who_said_it_of_another_month_is_nobody(assistant: Assistant) -> None:
    words = "We will finish the roof and the stairs in {}"
    right = asked(assistant, f'Who said "{words.format("June 2022")}"?')
    assert [cited.speaker for cited in right.citations] == ["Ann Lee"]
    assert verdict(assistant, f'Who said "{words.format("March 2021")}"?') == "Altered"


@pytest.mark.parametrize(
    "typed",
    [
        f'"{HOPE}"',
        f"“{HOPE}.”",
        f"'{HOPE}'",
        f"«{HOPE}»",
        f"„{HOPE}“",
        f'that "{HOPE}"',
        '"to build  is to hope,\nand to hope is to live"',
        '"The clock on the tower is what I wait for"',
        f'"We will finish the roof and the stairs in June 2022" and "{HOPE}"',
        f'"{HOPE}" or did Hart',
        f'"{HOPE}',  # never closed
    ],
)
def test_words_in_any_quote_marks_are_checked_one_by_one(assistant: Assistant, typed: str) -> None:
    assert verdict(assistant, f"Did Ann Lee say {typed}?") == "Verified"


@pytest.mark.parametrize("asks", ["Did Ann Lee say:", "Did Ann Lee say,", "Who said:", "Who said that:"])
def test_a_quotation_may_follow_a_colon_or_a_comma(assistant: Assistant, asks: str) -> None:
    assert verdict(assistant, f'{asks} "{HOPE.replace("live", "fear")}"?') == "Altered"


@pytest.mark.parametrize("marks", ['""', "“”", "''", "„“"])
def test_who_said_other_words_than_were_said_is_told_so(assistant: Assistant, marks: str) -> None:
    words = HOPE.replace("live", "fear")
    assert verdict(assistant, f"Who said {marks[0]}{words}{marks[1]}?") == "Altered"


def test_a_word_or_two_in_quote_marks_are_no_quotation(assistant: Assistant) -> None:
    answer = asked(assistant, 'Who said "we" will pay for the roof?')
    assert [cited.speaker for cited in answer.citations] == ["Bo Hart"]


@pytest.mark.parametrize("first", [f'Did Ann Lee say "{HOPE}"?', f'Who said "{HOPE}"?'])
def test_what_else_after_a_check_is_what_else_was_said(assistant: Assistant, first: str) -> None:
    more = asked(assistant, first, "What else?")
    assert not any("to hope" in block.citation.quote for block in more.blocks if block.citation)
    assert not any(block.lead.startswith(("Verified", "Supported")) for block in more.blocks)


def test_another_topic_after_a_check_is_not_checked_for_the_same_words(assistant: Assistant) -> None:
    more = asked(assistant, f'Who said "{HOPE}"?', "And about the clock?")
    assert [cited.quote for cited in more.citations] == ["“The clock on the tower is what I wait for,”"]


def test_what_only_comes_near_words_that_nobody_said_is_called_so(assistant: Assistant) -> None:
    answer = asked(assistant, "Did Ann Lee say “We will sell the roof to the builders”?")
    told, nearest, *_ = [block.lead for block in answer.blocks]
    assert answer.abstained and told.startswith("Not found") and nearest.startswith("The nearest")
