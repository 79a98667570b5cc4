"""What is easily misread: a role that names a place, the clause a "never" is in, "nearly all", a pope."""

from collections.abc import Iterator

import pytest

from bot import render
from bot.answer import Assistant
from bot.check import Checker
from tests.bot.one_article import assistant_over

ISLANDS = "\n\n".join(
    [
        "Pensions and boats",
        "LOWTOWN — Economist Bosse Lervik spoke about pensions at the town hall on Monday. “The reality "
        "is that most people never participated in a pension, and most people who participated in a "
        "pension never got a benefit,” Lervik said. The hall was full, and many had come from the islands "
        "to hear him.",
        "Nearly all the boats in the harbour were sold or destroyed, said Ann Holm, the harbour master. "
        "She did not say who had bought them.",
        "Piet Lee and the council reject the claims of the mainland over the islands. They have offered "
        "to speak with the ministry.",
        "“We have to look closely at the climate,” Pope Francis said on Sunday. Francis Tamm, who leads "
        "the choir, said that the words were welcome to everybody in the town.",
        "Lake Holm Mayor Nic Tern said on Friday that the water would rise. Iowa Gov. Kim Sund said the "
        "dam was safe.",
    ]
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("islands"), "islands.txt", ISLANDS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("thing", "is_answered"),
    [("the dam", True), ("it", True), ("the harbour", False), ("the ministry", False)],
)
def test_what_is_said_of_one_thing_is_not_said_of_another(
    assistant: Assistant, thing: str, is_answered: bool
) -> None:
    answer, _ = assistant.ask(f"Who said that {thing} is safe?")
    assert answer.abstained is not is_answered
    assert "the dam was safe" in render.text(answer), "it comes nearest, at least"


@pytest.mark.parametrize(
    ("question", "speaker", "shown"),
    [
        ("What did the mayor of Lake Holm say about the water?", "Nic Tern", "the water would rise"),
        ("What did the Iowa governor say about the dam?", "Kim Sund", "the dam was safe"),
        ("What did Pope Francis say about the climate?", "Francis", "look closely at the climate"),
        ("List what Bosse Lervik said", "Bosse Lervik", "never participated in a pension"),
        # The words alone would tell the contrary.
        ("What did Piet Lee say about the mainland?", "Piet Lee", "the council reject the claims"),
    ],
)
def test_it_is_answered_by_whom_it_asks_for(
    assistant: Assistant, question: str, speaker: str, shown: str
) -> None:
    answer, _ = assistant.ask(question)
    assert (answer.citations[0].speaker, answer.abstained) == (speaker, False)
    assert shown in answer.citations[0].quote


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        ("Lervik said most people who participated in a pension got a benefit", "unclear", "is negated"),
        ("Lervik said most people who participated in a pension never got a benefit", "supported", "Lervik"),
        ("Ann Holm said all the boats in the harbour were destroyed", "unclear", "the same certainty"),
        ("Piet Lee said he rejects the claims of the mainland over the islands", "supported", "Piet Lee"),
        ("Piet Lee said the claims of the mainland over the islands are just", "unclear", "Piet Lee"),
    ],
)
def test_a_claim_is_weighed_clause_by_clause(
    assistant: Assistant, claim: str, verdict: str, reason: str
) -> None:
    check = Checker(assistant.store).check(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check.reason
