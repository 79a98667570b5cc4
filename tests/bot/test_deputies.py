"""Who asks what somebody said also learns what was said for that person, and never as that person's words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import render
from bot.answer import Assistant
from bot.answering.deputies import is_of, may_be, speaks_among, speaks_for
from tests.bot.one_article import assistant_over

ARTICLE = """\
The new bridge at Elmsford

Mayor Ingrid Vale opened the bridge on Friday. “The bridge is open to everybody,” Vale said at the ceremony.

A spokesman for Vale said the toll would fall to two crowns in June.

Critics of Vale said the bakery levy was against the law.

Treasurer Bo Hart and Mayor Ingrid Vale promised that the lanterns would be lit by Christmas.

“The arches will bear any lorry,” Vale said at the harbour.

The Vale campaign said that the bridge had no bearing on the election.

“The fountain is our gift to the town,” Hart and Vale said.

Mayors like Vale say that the dredging will cost more. Mayor Tom Holm said nothing.

The lanterns will burn all night, said Bente Sorg, an engineer at the Elmsford Light Board.
"""


@pytest.mark.parametrize(
    "source",
    [
        "A spokesman for Vale",
        "the Vale campaign",
        "Mayor Vale’s office",
        "Ms. Vale's longtime lawyer",
        "two people close to Vale",
        "officials in the Vale administration",
        "aides to both Vales",
        "Vale's memoir",
    ],
)
def test_they_speak_for_her(source: str) -> None:
    assert speaks_for(source, "Ingrid Vale")


@pytest.mark.parametrize(
    "source",
    [
        "Vale",
        "Critics of Vale",
        "a lawyer for one of Vale's accusers",
        "the spokesman of Valemont",
        "A spokesman",
        "neighbours of Vale",
        "the campaign of Vale's rival",
    ],
)
def test_they_do_not(source: str) -> None:
    assert not speaks_for(source, "Ingrid Vale")


@pytest.mark.parametrize(
    "source",
    ["Bo Hart and Mayor Ingrid Vale", "Vale and Hart", "experts like Vale", "mayors such as Ms. Vale"],
)
def test_they_speak_with_her(source: str) -> None:
    assert speaks_among(source, "Ingrid Vale")


@pytest.mark.parametrize(
    "source",
    ["Vale", "Hart and Vale's critics", "rivals like Vale", "Hart and Valemont", "Hart and Ann Vale"],
)
def test_they_do_not_speak_with_her(source: str) -> None:
    assert not speaks_among(source, "Ingrid Vale")


def test_a_surname_alone_may_be_hers() -> None:
    assert may_be("Vale", "Ingrid Vale") and may_be("Mrs. Vale", "Ingrid Vale")
    assert not may_be("Tom Vale", "Ingrid Vale") and not may_be("the Vale report", "Ingrid Vale")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("bridge"), "bridge.md", ARTICLE) as opened:
        yield opened


def test_her_spokesman_answers_for_her_and_is_named_as_that(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Ingrid Vale say about the toll?")
    assert not answer.abstained
    assert answer.citations[0].speaker != "Ingrid Vale"
    assert "the toll would fall to two crowns" in answer.citations[0].quote
    shown = render.text(answer)
    assert "Ingrid Vale is not quoted in person" in shown
    assert "A spokesman for Vale said" in shown


def test_what_two_said_together_is_found_for_the_second_too(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Ingrid Vale say about the lanterns?")
    assert "the lanterns would be lit by Christmas" in answer.citations[0].quote
    assert answer.citations[0].speakers == ("Bo Hart", "Ingrid Vale")
    assert "Treasurer Bo Hart and Ingrid Vale promised" in render.text(answer)


def test_those_who_are_one_of_many_are_quoted_together_with_others(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Ingrid Vale say about the dredging?")
    assert "the dredging will cost more" in answer.citations[0].quote
    assert "Ingrid Vale is quoted together with others" in render.text(answer)


def test_both_are_shown_once_where_both_are_asked_for(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Ingrid Vale and Bo Hart say about the lanterns?")
    assert [citation.speakers for citation in answer.citations] == [("Bo Hart", "Ingrid Vale")]
    assert not answer.abstained and "not" not in render.text(answer)


@pytest.mark.parametrize("name", ["Ingrid Vale", "Bo Hart"])
def test_what_two_said_together_is_verified_of_either(assistant: Assistant, name: str) -> None:
    check = assistant.checker.check(f"{name} said “The fountain is our gift to the town”.")
    assert (check.verdict, check.said_by) == ("verified", name)
    check = assistant.checker.check("Mayor Tom Holm said “The fountain is our gift to the town”.")
    assert (check.verdict, check.said_by) == ("misattributed", "Bo Hart and Ingrid Vale")


def test_her_campaign_answers_where_her_own_words_hold_but_the_stem(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Ingrid Vale say about a bearing?")
    assert "no bearing on the election" in answer.citations[0].quote
    assert "will bear any lorry" in answer.citations[1].quote
    answer, _ = assistant.ask("What did Ingrid Vale say about what the arches bear?")
    assert {citation.speaker for citation in answer.citations} == {"Ingrid Vale"}


def test_her_critics_do_not(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Ingrid Vale say about the bakery levy?")
    assert answer.abstained


def test_her_own_words_come_alone(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Ingrid Vale say about the bridge?")
    assert {citation.speaker for citation in answer.citations} == {"Ingrid Vale"}


def test_an_organisation_is_not_quoted_in_person(tmp_path: Path) -> None:
    words = (
        "Dogs at sea\n\nThe Skarn Ferry Company announced that its fares would rise in June.\n\n"
        "A spokesperson for the Skarn Ferry Company said in a statement that the ban on dogs "
        "was for their good.\n"
    )
    with assistant_over(tmp_path, "dogs.txt", words) as assistant:
        shown = render.text(assistant.ask("What did the Skarn Ferry Company say about the ban on dogs?")[0])
    assert "itself is not quoted" in shown and "in person" not in shown and "for their good" in shown


@pytest.mark.parametrize(
    ("role", "body", "belongs"),
    [
        ("an adviser on tides at the Holm Tide Fund", "Holm Tide Fund", True),
        ("an adviser on tides at the Holm Tide Fund", "HTF", True),
        ("Holm Tide Fund", "HTF", True),
        ("an adviser at the Holm Tide Fund", "Tide Fund", False),
        ("a former adviser at the Holm Tide Fund", "Holm Tide Fund", False),
        ("a critic of the Holm Tide Fund", "HTF", False),
        ("a clerk in Holm", "Holm", False),
    ],
)
def test_a_role_tells_to_what_body_somebody_belongs(role: str, body: str, belongs: bool) -> None:
    assert is_of(role, body) is belongs


def test_a_body_that_is_not_quoted_is_answered_for_by_somebody_of_it(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did the Elmsford Light Board say about the lanterns?")
    assert "itself is not quoted" in answer.blocks[0].lead and answer.citations[0].speaker == "Bente Sorg"
    stranger, _ = assistant.ask("What did the Elmsford Fish Board say about the lanterns?")
    assert stranger.abstained and not stranger.blocks
