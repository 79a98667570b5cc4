"""Interviews and transcripts: whose turn it is, and what is no conversation."""

from datetime import date

import pytest

from index.analysis import Analyser
from index.captions import captions
from index.linking.transcripts import transcript
from index.naming.names import people
from index.speakers import attribute
from index.types import Article
from tests.index.marked import named

DEBATE = (
    "HART: The bridge is safe.\n\nLEE: It is not, and you know it.\n\n"
    "HART: I know the report.\n\nIt has 84 pages.\n\nLEE: Read the last one."
)
INTERVIEW = (
    "Ann Lee has kept the bridge for 22 years. We met her there.\n\n"
    "Gazette: Ms Lee, is the bridge safe?\n\nLee: It is.\n\n"
    "Gazette: Since when?\n\nLee: Since Monday. Ask Bo Lee, he counted the bolts.\n\n"
    "Gazette: You share his name.\n\nLee: Only the name.\n\n"
    "Gazette: Who should follow you?\n\nLee: Somebody with a ladder.\n\n"
    "The post will be advertised in June."
)


def _turns(text: str) -> list[tuple[str, list[str]]]:
    return [
        (text[slice(*turn.mention)] if turn.mention else "", [text[s:e] for s, e in turn.pieces])
        for turn in transcript(text)[0]
    ]


def test_each_turn_is_a_statement_by_its_label() -> None:
    assert _turns(DEBATE) == [
        ("HART", ["The bridge is safe."]),
        ("LEE", ["It is not, and you know it."]),
        ("HART", ["I know the report.", "It has 84 pages."]),
        ("LEE", ["Read the last one."]),
    ]


def test_an_interviewers_questions_and_the_articles_own_words_are_left_out() -> None:
    assert _turns(INTERVIEW) == [
        ("Lee", ["It is."]),
        ("Lee", ["Since Monday. Ask Bo Lee, he counted the bolts."]),
        ("Lee", ["Only the name."]),
        ("Lee", ["Somebody with a ladder."]),
    ]


def test_a_footer_is_nobodys_turn() -> None:
    footer = "Bo Berg is a reporter for the Gazette. Follow him on Twitter @bo.\n\nEmail: bo@gazette.example"
    text = f"{DEBATE}\n\n{footer}"
    turns = transcript(text, captions(text))[0]
    assert [text[slice(*turn.pieces[-1])] for turn in turns][-1] == "Read the last one."
    assert not any("Email" in text[turn.start : turn.end] for turn in turns)


def test_questions_and_answers() -> None:
    text = "Q. Is it safe?\n\nA. It is.\n\nQ. Tell me more.\n\nA. It has new bolts."
    assert _turns(text) == [("A", ["It is."]), ("A", ["It has new bolts."])]


@pytest.mark.parametrize(
    ("hosts", "speaker"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Ann Lee and Carl Hart", None),
        ("Ann Lee, who followed Carl Hart. Ann Lee was", "Ann Lee"),
    ],
)
def test_who_answers_is_the_only_person_introduced_or_the_one_named_most(
    hosts: str, speaker: str | None
) -> None:
    text = (
        f"We met {hosts} there.\n\nQ. Is it safe?\n\nA. It is.\n\nQ. Tell Bo Oe more.\n\nA. It has new bolts."
    )
    everyone = people(text, named(text, ["Ann Lee", "Carl Hart", "Bo Oe"]))
    first = attribute(Article("a", "", text), transcript(text)[0], everyone)[0]
    assert first.speaker == speaker


def test_a_label_means_the_same_person_throughout() -> None:
    """Though a namesake turns up halfway."""
    drafts, _ = transcript(INTERVIEW)
    everyone = people(INTERVIEW, named(INTERVIEW, ["Ann Lee", "Bo Lee"]))
    said = attribute(Article("a", "", INTERVIEW, date(2026, 5, 1)), drafts, everyone)
    assert [statement.speaker for statement in said] == ["Ann Lee"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "Update: The bridge is open.\n\nCorrection: It is closed.\n\nLee left.\n\nHart stayed.\n\nIt rained.",
        "Monday: rain\n\nTuesday: sun\n\nWednesday: rain\n\nThursday: sun",
        "Lee said: “The bridge is safe.”\n\nHart said: “It is not.”\n\nLee left.",
        "HART: One turn alone.",
        "",
    ],
)
def test_headings_and_lists_are_no_conversation(text: str) -> None:
    assert transcript(text) == ([], [])


def test_the_prose_around_an_interview_is_read_as_prose() -> None:
    text = (
        "Interview: Ann Lee on the bridge\n\nAnn Lee has kept the bridge since 2019. We met her there.\n\n"
        "Q: Is the bridge safe?\n\nA: It is, and it will be.\n\nQ: Since when?\n\nA: Since Monday.\n\n"
        "Lee showed us the bolts afterwards. “We counted every one of them twice,” she said."
    )
    found = Analyser()(Article("a", "", text), "").statements
    assert [(s.speaker, text[s.start : s.end]) for s in found if s.kind == "direct"] == [
        ("Ann Lee", "It is, and it will be."),
        ("Ann Lee", "Since Monday."),
        ("Ann Lee", "“We counted every one of them twice,”"),
    ]
