"""The gate on sentences over the sample articles: what is false is stopped, what is borne out passes."""

from collections import Counter
from datetime import date

import pytest

from bot.checking.verdicts import cite
from bot.gate.cast import make_cast
from bot.gate.clauses import MOST_SLOTS
from bot.gate.sources import make_source
from bot.verify import Draft, Gate, Verdict
from index.types import Article
from tests.bot.gate import Example, examples, judged, sample_source

BAD = [example for example in examples() if example.kind != "good"]
GOOD = [example for example in examples() if example.kind == "good"]
SIGN = {"article": "wall-too-dear", "words": "I will not sign for a wall"}
FEAR = {"article": "wall-too-dear", "words": "A wall like that is a monument"}


def judge(text: str, *given: dict, before: str = "") -> Verdict:
    return judged(Example("", text, given, before=before))


@pytest.mark.parametrize("example", BAD, ids=lambda example: example.text)
def test_what_is_false_is_never_shown_as_verified(example: Example) -> None:
    verdict = judged(example)
    assert verdict.grade != "verified"
    assert verdict.reason.startswith("it")


@pytest.mark.parametrize(
    "kind", sorted({example.kind for example in BAD} - {"paraphrase", "later"}), ids=lambda kind: kind
)
def test_a_provable_fault_is_withheld_and_not_only_marked(kind: str) -> None:
    assert [e.text for e in BAD if e.kind == kind and judged(e).is_shown] == []


def test_nine_in_ten_good_sentences_pass() -> None:
    grades = Counter(judged(example).grade for example in GOOD)
    assert len(GOOD) >= 60
    assert grades["verified"] >= 0.9 * len(GOOD), grades


def test_the_words_put_in_are_the_articles() -> None:
    verdict = judge("Marlowe told the council: {s1}.", SIGN)
    assert verdict.grade == "verified"
    assert verdict.text == (
        'Marlowe told the council: "I will not sign for a wall that the town must pay for alone," … '
        '"If the state pays its share, I will look at it again."'
    )
    assert [c.speaker for c in verdict.citations] == ["Ingrid Marlowe"]


def test_reported_speech_goes_in_without_marks_or_its_capital() -> None:
    highest = {"article": "coastal-report", "words": "The five highest had all"}
    verdict = judge("Pieter Halvorsen said {s1}.", highest)
    assert verdict.grade == "verified"
    assert verdict.text == "Pieter Halvorsen said the five highest had all been measured since 1995."


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Tobias Renn said {s1}.", "withheld"),  # "said the institute of having chosen …"
        ("Tobias Renn accused {s1}.", "verified"),
    ],
)
def test_reported_speech_goes_in_only_where_it_can_stand(text: str, grade: str) -> None:
    verdict = judge(text, {"article": "coastal-report", "words": "the institute of having chosen"})
    assert verdict.grade == grade, verdict


@pytest.mark.parametrize(("who", "grade"), [("the islanders", "verified"), ("Sorley", "withheld")])
def test_nobody_takes_the_place_of_another_in_what_they_said(who: str, grade: str) -> None:
    text = f"Hanne Sorley said {who} would hold the mayor to her word that six crossings were the minimum."
    verdict = judge(text, {"article": "election-night", "words": "The islanders would hold the mayor"})
    assert verdict.grade == grade, verdict


def test_quote_marks_around_a_placeholder_are_not_doubled() -> None:
    assert judge("Kroll said “{s1}”.", FEAR).text == 'Kroll said "A wall like that is a monument to fear".'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Marlowe said {s9}.", "points at “s9”"),
        ("Marlowe said <b>{s1}</b>.", "markup"),
        ("Marlowe said {s1} ![x](http://198.51.100.7/a.png).", "markup"),
        ("Marlowe said {s1} [1].", "markup"),
        ("Marlowe said {s1}\u200b.", "cannot be seen"),
        ("Marlowe said \U000e0041{s1}.", "cannot be seen"),
        ("Marlowe said {s1}\U000e0121.", "cannot be seen"),
        ("Marlowe said {s1} \ud83d.", "cannot be seen"),
        ("Marlowe said {s1}\ufe0f.", "cannot be seen"),
        ("Marlowe said {s1}\u061c.", "cannot be seen"),
        ("Marlowe said " + "{s1} and " * MOST_SLOTS + "{s1}.", f"more than {MOST_SLOTS} quotations"),
        ("Marlowe said " + "that " * 300 + "{s1}.", "longer than"),
        ("Marlowe said {s1} and", "not a whole sentence"),
        ("{s1}", "not a whole sentence"),
        ("What did Marlowe say about {s1}?", "asks instead of answering"),
    ],
)
def test_a_sentence_of_the_wrong_form_is_withheld(text: str, reason: str) -> None:
    verdict = judge(text, SIGN)
    assert verdict.grade == "withheld"
    assert reason in verdict.reason


def test_a_sentence_without_evidence_is_withheld() -> None:
    source = sample_source("s1", **SIGN)
    gate = Gate([source], make_cast([source], {}))
    assert gate.check(Draft("The wall is good.", ())).reason == "it points at no source"


def test_a_pronoun_means_the_speaker_of_the_sentence_before_and_nobody_otherwise() -> None:
    assert judge("She said {s1}.", SIGN, before="Ingrid Marlowe").grade == "verified"
    assert judge("She said {s1}.", SIGN, before="Bettina Kroll").grade == "withheld"
    assert judge("She said {s1}.", SIGN).grade == "withheld"


def test_a_surname_that_two_people_among_the_sources_bear_is_not_enough() -> None:
    berths = {"article": "wall-too-dear", "words": "It would cost him four berths"}
    cork = {"article": "wall-too-dear", "words": "a cork in a bathtub"}
    assert judge("Halvorsen said a wall would cost him four berths.", berths, cork).grade != "verified"
    assert judge("Pieter Halvorsen said a wall would cost him four berths.", berths, cork).grade == "verified"


def test_a_source_that_bears_nothing_of_the_sentence_is_not_cited() -> None:
    verdict = judge("Marlowe said {s1}.", SIGN, FEAR)
    assert [c.speaker for c in verdict.citations] == ["Ingrid Marlowe"]


def test_an_unproved_paraphrase_is_shown_with_the_word_its_source_lacks() -> None:
    berths = {"article": "wall-too-dear", "words": "It would cost him four berths"}
    verdict = judge("Pieter Halvorsen said a wall would save him four berths.", berths)
    assert (verdict.grade, verdict.reason) == ("unproved", "its sources do not have “save”")


MONTHS = "In May the council of Dale approved the bridge. The bridge may open in June, the mill will close."


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("In May the council of Dale approved the bridge.", "verified"),
        ("The council of Dale approved the bridge.", "verified"),
        ("In June the council of Dale approved the bridge.", "withheld"),
        ("In July the council of Dale approved the bridge.", "withheld"),
        ("The bridge may open in June.", "verified"),
        ("The bridge may open in May.", "withheld"),
        ("The bridge may open in July.", "withheld"),
        ("The bridge will open in June.", "unproved"),
        ("The mill will close.", "verified"),
        ("The mill may close.", "unproved"),
    ],
)
def test_may_is_a_month_like_any_other(text: str, grade: str) -> None:
    verdict = over(MONTHS, text)
    assert verdict.grade == grade, verdict


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("In January, the council of Dale approved the bridge.", "verified"),
        ("Work begins in March.", "verified"),
        ("Work begins in January.", "withheld"),
    ],
)
def test_the_month_of_the_article_dates_what_it_tells_and_nothing_in_it(text: str, grade: str) -> None:
    told = "The council of Dale approved the bridge on Monday. Work begins in March."
    verdict = over(told, text, published=date(2026, 1, 20))
    assert verdict.grade == grade, verdict


def over(told: str, text: str, *, published: date | None = None) -> Verdict:
    """Put a sentence to the gate that rests on what an article tells in its own words."""
    article = Article("bridge", "The bridge of Dale", told, published)
    source = make_source("s1", cite(article, (0, len(told)), number=1), article, [], {})
    return Gate([source], make_cast([source], {})).check(Draft(text, ("s1",)))
