"""What a reader of news asks of a page: words of "he", two quotations made one, a claim turned round."""

from collections.abc import Iterator

import pytest

from bot.check import Checker
from tests.bot.one_article import assistant_over

TUNNEL = """# Brackwater votes on its tunnel

The hearing on the Brackwater tunnel filled the town hall. “The tunnel will carry every bus in the \
county,” Mayor Odette Farrow said Tuesday, before the vote.

“We owe the ferrymen a pension,” Farrow told reporters outside. “Nobody will lose a home to the tunnel \
without a new one being ready.”

Farrow said that the town will not sell its shares in the port. Farrow said that the toll will not rise \
until the second tube is open. Farrow said that the bridge, which was not insured, will reopen. Farrow \
said that many boats will not return. Farrow said that the school will open in spring.

Harbour Line confirmed that the ferries will stop in October. Harbour Line said that it will not be \
commenting on the accident.

About 4,200 passengers missed their ferry on Sunday, said the dock manager, Ruben Castell. Castell denied \
that the storm was the reason for the delays.

“We will dig all winter without a krone of the county,” Castell said. “If Brackwater gives in to the ferry \
company, it will lose the whole meaning of its name,” said Castell.

Silas Thorne, an engineer, spoke for the builders and praised Amos Reed, who dived for them. “The pumps \
are older than the harbour wall itself,” he said.

“Dig slowly. Count every bolt,” Farrow said at the end. “We close the old ferry road because the salt has \
eaten it. But we will repair it.”

Greta Lindqvist runs the fish market. “My husband had to leave his boat and stand in the cold,” Lindqvist \
said, paraphrasing the letters of the ferrymen. “Every letter is on my desk,” Lindqvist said.

“A lock on one gate is a lock on every gate,” said Lindqvist. “Water finds the weakest board.”
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with assistant_over(tmp_path_factory.mktemp("tunnel"), "tunnel.md", TUNNEL) as opened:
        yield opened.checker


@pytest.mark.parametrize(
    "quote",
    ["The pumps are older than the harbour wall itself", "The pumps are older than the harbour itself"],
    ids=["verbatim", "nearly"],
)
def test_words_of_he_are_not_taken_from_another_whom_he_may_be(checker: Checker, quote: str) -> None:
    check = checker.check(f"Amos Reed said “{quote}”.")
    assert (check.verdict, check.uncertain) == ("unclear", True)
    assert "Silas Thorne" in check.reason and "Amos Reed" in check.reason


def test_words_of_he_are_not_hers_and_who_he_is_stays_uncertain(checker: Checker) -> None:
    check = checker.check("Greta Lindqvist said “The pumps are older than the harbour wall itself”.")
    assert (check.verdict, check.said_by, check.uncertain) == ("misattributed", "Silas Thorne", True)


def test_one_word_in_common_makes_no_altered_quotation(checker: Checker) -> None:
    assert checker.check("Greta Lindqvist said “Brackwater is a lock”.").verdict == "not_found"
    assert checker.check("Greta Lindqvist said “A gate on one lock is a gate”.").verdict == "altered"


def test_words_beside_a_name_are_surely_not_anothers(checker: Checker) -> None:
    check = checker.check("Ruben Castell said “We owe the ferrymen a pension”.")
    assert (check.verdict, check.said_by, check.uncertain) == ("misattributed", "Odette Farrow", False)


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        (
            "We owe the ferrymen a pension. The tunnel will carry every bus in the county.",
            ["We owe the ferrymen a pension", "The tunnel will carry every bus in the county"],
        ),
        (
            "Count every bolt. We owe the ferrymen a pension.",
            ["Count every bolt", "We owe the ferrymen a pension"],
        ),
    ],
)
def test_two_quotations_made_one_are_shown_both(checker: Checker, quote: str, places: list[str]) -> None:
    check = checker.check(f"Odette Farrow said “{quote}”")
    assert (check.verdict, check.said_by) == ("altered", "Odette Farrow")
    assert "in 2 places are joined" in check.reason
    assert [citation.quote for citation in check.citations] == places


def test_words_of_two_made_one_are_given_to_both(checker: Checker) -> None:
    check = checker.check("Farrow said “We owe the ferrymen a pension. Water finds the weakest board.”")
    assert check.verdict == "altered"
    assert "Odette Farrow and Greta Lindqvist said in 2 places" in check.reason


def test_what_was_cut_is_first_of_all_somebody_elses(checker: Checker) -> None:
    check = checker.check("Castell said “Nobody will lose a home to the tunnel”.")
    assert check.verdict == "misattributed"
    assert check.reason.startswith("These are the words of Odette Farrow, not of Castell")
    assert "before “without”" in check.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Farrow said “We close the old ferry road because the salt has eaten it.”", "verified"),
        ("Castell said “We will dig all winter.”", "verified"),
        ("Farrow said “Nobody will lose a home to the tunnel.”", "altered"),
    ],
    ids=["at the end of a sentence", "before what adds", "before what limits a negation"],
)
def test_a_quotation_may_stop_where_the_rest_only_adds(checker: Checker, claim: str, verdict: str) -> None:
    assert checker.check(claim).verdict == verdict


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        ("Harbour Line said it will comment.", "contradicted", "Harbour Line said the opposite."),
        ("Harbour Line denied that the ferries will stop in October.", "contradicted", "said the opposite"),
        (
            "Farrow said the town will sell its shares in the port.",
            "contradicted",
            "Odette Farrow said the opp",
        ),
        ("Castell said the storm was the reason for the delays.", "contradicted", "Ruben Castell denied it."),
        ("Farrow said many boats will return.", "unclear", "one of the two is negated"),
        (
            "Farrow said the school will not open in spring.",
            "contradicted",
            "Odette Farrow said the opposite.",
        ),
        ("Farrow said that the toll will rise.", "unclear", "one of the two is negated"),
        ("Farrow said the bridge will reopen.", "unclear", "one of the two is negated"),
        ("Farrow said the toll may rise.", "unclear", "one of the two is negated"),
        ("Farrow said the town will not sell its shares in the port.", "supported", "covers all of it"),
    ],
)
def test_a_claim_turned_round_is_contradicted_and_nothing_else_is(
    checker: Checker, claim: str, verdict: str, reason: str
) -> None:
    check = checker.check(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check.reason
    assert bool(check.citations) == (verdict != "unclear")
    assert check.passed == (verdict == "supported")


def test_a_changed_number_is_named_as_that(checker: Checker) -> None:
    check = checker.check("Castell said about 5,900 passengers missed their ferry on Sunday.")
    assert (check.verdict, "the numbers differ" in check.reason) == ("unclear", True)
    check = checker.check("Castell said about 5,900 chairs missed their ferry on Sunday.")
    assert "does not say “about 5,900”, “chairs”" in check.reason


def test_who_did_say_so_is_named(checker: Checker) -> None:
    check = checker.check("Did Farrow say that a lock on one gate is a lock on every gate?")
    assert (check.verdict, check.said_by) == ("unclear", "Greta Lindqvist")
    assert check.reason == "Greta Lindqvist said so; no statement of Odette Farrow does."
    assert "A lock on one gate" in check.citations[0].quote


def test_what_is_paraphrased_is_not_their_own(checker: Checker) -> None:
    check = checker.check("Lindqvist said “My husband had to leave his boat and stand in the cold”.")
    assert (check.verdict, check.said_by) == ("unclear", None)
    assert "as a quotation of the letters of the ferrymen" in check.reason
    assert checker.check("Lindqvist said “Every letter is on my desk”.").verdict == "verified"


def test_another_day_than_the_article_tells_is_not_verified(checker: Checker) -> None:
    check = checker.check("Farrow said on Monday: “The tunnel will carry every bus in the county.”")
    assert check.verdict == "unclear"
    assert "“Monday”" in check.reason and "“Tuesday”" in check.reason
    check = checker.check("Farrow said on Tuesday: “The tunnel will carry every bus in the county.”")
    assert check.verdict == "verified"
    assert checker.check("Farrow said on Monday: “We owe the ferrymen a pension.”").verdict == "verified"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Brackwater would lose the meaning of its name if it gives in to the ferry company", "supported"),
        ("Brackwater would lose the meaning of its name unless it gives in to the ferry company", "unclear"),
        ("Brackwater gives in to the ferry company if it loses the meaning of its name", "unclear"),
    ],
)
def test_a_condition_may_change_its_place_and_not_its_clause(
    checker: Checker, claim: str, verdict: str
) -> None:
    assert checker.check(f"Castell said {claim}.").verdict == verdict
