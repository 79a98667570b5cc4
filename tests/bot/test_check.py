"""Verdicts on the sample articles, whose statements are listed by hand: who said it, and how surely."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.check import Checker
from bot.checking import evidence
from bot.checking.cards import cards_html
from bot.checking.verdicts import as_json
from bot.checking.words import words
from index.encoder import load_encoder
from index.store import Store
from index.types import Progress
from tests.bot.gold import ROOT, gold_articles, gold_statements

CHECKS: list[dict[str, Any]] = [
    json.loads(line) for line in (ROOT / "tests" / "data" / "checks.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("line", CHECKS, ids=lambda line: f"{line['id']} {line['note']}")
def test_the_verdict_is_right(checker: Checker, line: dict[str, Any]) -> None:
    check = checker.check(line["claim"])
    assert check.verdict == line["expect"], check.reason
    if check.verdict in ("verified", "misattributed", "altered", "supported") and line["said_by"]:
        # Sergei in one article is Sergey in another; the surname is the same.
        assert check.said_by and check.said_by.split()[-1] == line["said_by"].split()[-1]


@pytest.mark.parametrize("line", CHECKS, ids=lambda line: line["id"])
def test_every_citation_is_the_stored_characters(
    checker: Checker, store: Store, line: dict[str, Any]
) -> None:
    check = checker.check(line["claim"])
    assert bool(check.citations) == (check.verdict not in ("not_found", "unclear"))
    for citation in (*check.citations, *check.near):
        article = store.article(citation.article_id)
        assert article and citation.quote == article.text[citation.start : citation.end]


def test_a_quotation_in_other_writing_is_altered_and_says_the_same(checker: Checker) -> None:
    check = checker.check("Putin said “We're well aware of the value of such verbal assurances”.")
    assert (check.verdict, check.same_sense, check.passed) == ("altered", True, False)
    assert "The sense is the same" in check.reason and as_json(check)["same_sense"]
    assert "ALTERED IN WRITING ONLY" in evidence.as_text(check)
    assert "Altered in writing only" in cards_html([check])


def test_the_diff_shows_the_word_that_was_changed(checker: Checker) -> None:
    check = checker.check("Putin said “We are not aware of the value of such verbal assurances”.")
    assert check.diff == (
        ("=", "We are"), ("-", "well"), ("+", "not"), ("=", "aware of the value of such verbal assurances"),
    )  # fmt: skip
    assert "<ins><strong>not</strong></ins>" in cards_html([check])


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        # Kroll's words, which Renn once repeats: they are not his.
        ("Renn said “a monument to fear”.", "misattributed", "the words of Bettina Kroll"),
        ("Marlowe said “The gauge of 60 years on which the study rests”.", "not_found", "Nobody"),
        # Words of the reporter.
        (
            "Marlowe said “by 14 votes to 7, to build it, and the motion came”.",
            "unclear",
            "but nobody is given",
        ),
        ("Okafor said that money was the reason.", "contradicted", "Joss Okafor denied it."),
        ("Renn said he would take the wall to court.", "contradicted", "Tobias Renn said the opposite."),
        ("Renn said he built a fleet of submarines.", "unclear", "Nothing that Tobias Renn is quoted"),
        # What somebody says that somebody else said is that one's claim.
        ("Marlowe said the state will bear 60 per cent of the cost.", "unclear", "what somebody else said"),
        ("Pieter Halvorsen said it would be the second week of June.", "unclear", "somebody else said"),
        ("Marlowe said she would look at it again if the state paid.", "supported", "Ingrid Marlowe"),
        # A word is missing only where it does not stand, in whatever order the rest of the claim comes.
        ("Pankin said the toy is not real.", "unclear", "has its words, but does not join them so"),
        ("Pankin said that his toy organization is not real.", "unclear", "does not join them so"),
        ("Pankin said the toy is a threat.", "unclear", "does not say “threat”"),
        ("The mayor said “I am against guessing”.", "misattributed", "not of the mayor."),
        # The words are verified; the day and the place are not, and that is said.
        ("Okafor said “Not one crossing was struck out to save fuel” on 12 May.", "verified",
         "these words. Not checked: “on 12 May”; the article is of 12 February 2026."),
        ("“We will build the wall,” Marlowe told reporters in Berlin in June 2025.", "verified",
         "Not checked: “in Berlin”, “in June 2025”; the article is of 7 May 2026."),
        ("Marlowe said “In January I said that I would look at it again if the state paid its share”.",
         "verified", "Ingrid Marlowe said these words."),
        # Whom a speaker quotes said it, and not the speaker, be it in a quotation or a printed interview.
        ("Colm Whitaker said “You will be back by summer”", "unclear", "quotation of somebody else"),
        ("Pieter Halvorsen: “You can stop asking now.”", "unclear", "as a quotation of the fitter"),
        ("“It comes in twice a day, and it reads no manifestos.”", "verified", "said by Ruth Halvorsen"),
        (
            "The council said “The licence says five, and four is not five”.",
            "unclear",
            "given to “the official”",
        ),
        (
            "Ruth Halvorsen said “We pay for six crossings” and “I do tides”.",
            "misattributed",
            "Pieter Halvorsen",
        ),
    ],
)  # fmt: skip
def test_why_is_said(checker: Checker, claim: str, verdict: str, reason: str) -> None:
    check = checker.check(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check


@pytest.mark.parametrize(
    ("claim", "verdict", "said_by", "uncertain"),
    [
        # Two common words stand in everybody's mouth; that is no misattribution.
        ("Marlowe: wall ‘will stand’", "not_found", None, False),
        # Capitals as on a quote card say nothing of a word's case, and change nothing else.
        (
            '"I STILL DON\'T LIKE WALLS, BUT I LIKE NUMBERS, AND HIS ARE GOOD." — BETTINA KROLL',
            "verified",
            "Bettina Kroll",
            False,
        ),
        (
            '"I STILL DO LIKE WALLS, BUT I LIKE NUMBERS, AND HIS ARE GOOD." — BETTINA KROLL',
            "altered",
            "Bettina Kroll",
            False,
        ),
        # Roles: whoever holds one, and nobody of the register where the article has only a role too.
        ("“A door half closed in the face of the island,” said Port Skerrin's mayor.", "verified",
         "Ingrid Marlowe", True),
        ("The outgoing harbour master said: “They ring me about the schools and her about the tides.”",
         "verified", "Pieter Halvorsen", True),
        ("The harbour master said: “Not one crossing was struck out to save fuel.”", "misattributed",
         "Joss Okafor", False),
        ("“The licence says five, and four is not five,” an official said.", "verified", None, True),
        # In lower case a name is looked up; words that are nobody's name are no licence to verify.
        ("zakharova said “i am against guessing”", "misattributed", "Tobias Renn", False),
        ("tobias renn said “i am against guessing”", "verified", "Tobias Renn", False),
        ("bob the baker's boy said “i am against guessing”", "unclear", "Tobias Renn", False),
        ("“But the seals are up then too,” said Lotte.", "verified", "Lotte Sorley", True),
        ("“I can count,” said Lotte.", "misattributed", "Tobias Renn", False),
    ],
)  # fmt: skip
def test_whose_words_a_paste_gives_them_out_to_be(
    checker: Checker, claim: str, verdict: str, said_by: str | None, uncertain: bool
) -> None:
    check = checker.check(claim)
    assert (check.verdict, check.said_by, check.uncertain) == (verdict, said_by, uncertain), check.reason


def test_the_diff_is_about_the_place_that_was_quoted(checker: Checker) -> None:
    check = checker.check("Marlowe: “The first stone will be laid in April”")
    assert check.diff == (("=", "The first stone will be laid in"), ("-", "March"), ("+", "April"))


def test_two_bearers_of_a_surname_make_it_uncertain(checker: Checker) -> None:
    assert checker.check("Halvorsen said “We pay for six crossings”.").uncertain
    assert not checker.check("Ruth Halvorsen said “We pay for six crossings”.").uncertain


def test_nowhere_shows_what_is_near(checker: Checker) -> None:
    check = checker.check("Okafor said “Not one ferry was struck by lightning to save the island”.")
    assert check.verdict == "not_found" and not check.citations
    assert check.near[0].speaker == "Joss Okafor"
    assert "only near: Joss Okafor" in evidence.as_text(check)


DIRECT = [
    (statement.speaker, quote)
    for article in gold_articles().values()
    for statement in gold_statements(article)
    if statement.kind == "direct" and statement.speaker
    for quote in [
        [article.text[w.start : w.end] for piece in statement.pieces for w in words(article.text, *piece)]
    ]
    if len(quote) > 3
]


@pytest.mark.parametrize(("speaker", "quote"), DIRECT, ids=lambda part: "")
def test_every_stored_quotation_is_verified(checker: Checker, speaker: str, quote: list[str]) -> None:
    check = checker.check(f"{speaker}: “{' '.join(quote)}”")
    assert check.verdict == "verified", check.reason


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(DIRECT), st.data())
def test_no_random_edit_is_verified(checker: Checker, chosen: tuple, data: st.DataObject) -> None:
    speaker, quote = chosen
    at = data.draw(st.integers(1, len(quote) - 2))
    new = data.draw(st.sampled_from([[], ["not"], ["never", quote[at]], ["eleven"]]))
    edited = [*quote[:at], *new, *quote[at + 1 :]]
    assume([*map(str.lower, edited)] != [*map(str.lower, quote)])
    assert checker.check(f"{speaker}: “{' '.join(edited)}”").verdict != "verified"


def test_a_draft_of_200_quotations_is_checked_in_one_call(checker: Checker) -> None:
    claims = [line["claim"] for line in CHECKS if line["expect"] == "verified"]
    draft = "\n\n".join(claims[number % len(claims)] for number in range(200))
    seen: list[Progress] = []
    started = time.perf_counter()
    checks = list(checker.check_draft(draft, on_progress=seen.append))
    assert time.perf_counter() - started < 60
    assert len(checks) >= 200 and all(check.passed for check in checks)
    assert (seen[0].done, seen[-1].done, seen[-1].total) == (0, len(checks), len(checks))


def test_what_was_indexed_since_counts(new_gold_store: Callable[[], Path]) -> None:
    with Store.open(new_gold_store(), load_encoder()) as store:
        checker = Checker(store)
        claim = "Kroll said “Fish, I weigh. Advice I only wrap.”"
        assert checker.check(claim).verdict == "verified"
        store.remove("election-night")
        assert checker.check(claim).verdict == "not_found"


@pytest.mark.parametrize(
    "hostile",
    [
        "Pankin said “" + "a … " * 300 + "a”",
        "Pankin said “" + "[a] " * 300 + "”",
        "Pankin said “\x00\x1b[31m' OR 1=1 --”",
        'Pankin said “content : "x" AND NEAR(”',
        "Pankin said “<img src=x onerror=alert(1)>”",
        "Pankin: “" + "not a toy " * 5000 + "”",
    ],
    ids=lambda text: text[:24].encode("unicode_escape").decode(),
)
def test_hostile_claims_are_only_not_verified(checker: Checker, hostile: str) -> None:
    started = time.perf_counter()
    checks = list(checker.check_paste(hostile))
    assert time.perf_counter() - started < 10
    assert not any(check.passed for check in checks)
    assert "<img" not in cards_html(checks)


# What is printed


def test_json_has_what_scripts_read(checker: Checker) -> None:
    record = as_json(checker.check("Zakharova said “this is not a toy, but a real organization”."), id="7")
    assert record["id"] == "7" and record["verdict"] == "misattributed"
    assert record["said_by"] == "Alexander Pankin" and record["uncertain"] is False
    assert record["diff"] == [["=", "this is not a toy, but a real organization"]]
    assert {"article", "start", "end", "quote", "speaker"} <= record["citations"][0].keys()


def test_each_quotation_of_a_sentence_says_which_it_is_and_as_whose_it_was_checked(checker: Checker) -> None:
    checks = list(
        checker.check_paste("It came “twice a day”. Renn said “I can count” and “a rope is no boat”.")
    )
    texts = [evidence.as_text(check) for check in checks]
    assert "Checked with no speaker, as the text names none: “twice a day”" in texts[0]
    assert "Checked as the words of Renn: “I can count”" in texts[1]
    assert "Checked as the words of Renn: “a rope is no boat”" in texts[2]
