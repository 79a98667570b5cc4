"""Paragraphs, sentences and quotations, whatever marks a text uses and however badly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.layout import CLOSING, INSIDE, OPENING, inner, paragraphs, quotations, quote_states, sentences
from tests.index.test_statements import TEXTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.\n  \nThree.", ["One.", "Two.", "Three."]),
        ("One line\nand its end.\n\nTwo.", ["One line\nand its end.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        ("  \n\n  One.  \n\n", ["One."]),
        (" \n ", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. Lee left.", ["It rained.", "Lee left."]),
        ("Mr. Lee met Sen. Hart on Jan. 5. They spoke.", ["Mr. Lee met Sen. Hart on Jan. 5.", "They spoke."]),
        ("“It rained.” Lee left.", ["“It rained.”", "Lee left."]),
        ("''It rained.'' Lee left.", ["''It rained.''", "Lee left."]),
        ("George W. Bush spoke. He left!", ["George W. Bush spoke.", "He left!"]),
        (
            "Prices rose 4.5 per cent. Why? Nobody knew.",
            ["Prices rose 4.5 per cent.", "Why?", "Nobody knew."],
        ),
        ("It rose by 5 p.m. Boats left. It fell.", ["It rose by 5 p.m.", "Boats left.", "It fell."]),
        (
            "It rose at 5 p.m. Monday. It fell at 6 a.m. ET.",
            ["It rose at 5 p.m. Monday.", "It fell at 6 a.m. ET."],
        ),
        ("No stop here\n\nNor here", ["No stop here", "Nor here"]),
        ("Lee said no. The council left.", ["Lee said no.", "The council left."]),
        ("It was No. 5. Lee left.", ["It was No. 5.", "Lee left."]),
        ("So did I. The rain fell.", ["So did I.", "The rain fell."]),
        ("Why not I? Lee left.", ["Why not I?", "Lee left."]),
        (
            "It stands in Elm St. The rain fell in St. Holm.",
            ["It stands in Elm St.", "The rain fell in St. Holm."],
        ),
        ("Lee left. Élise came.", ["Lee left.", "Élise came."]),
        (
            "It sells in the U.S. But prices fell at 5 p.m. The U.S. Senate met, and Dr. The left.",
            ["It sells in the U.S.", "But prices fell at 5 p.m.", "The U.S. Senate met, and Dr. The left."],
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes, now” at noon.", [["“yes, now”"]]),
        ('He said "yes" and "no".', [['"yes"'], ['"no"']]),
        ("''Yes,'' he said. ''No.''", [["''Yes,''"], ["''No.''"]]),
        ("``Yes,'' he said.", [["``Yes,''"]]),
        ("«Yes», he said.", [["«Yes»"]]),
        ("„Yes“, he said.", [["„Yes“"]]),
        ("»Yes«, he said. »No.«", [["»Yes«"], ["»No.«"]]),
        ("‘Yes, we can’t wait,’ he said.", [["‘Yes, we can’t wait,’"]]),
        ("The residents' hall and the boys' school", []),
        ("“He told me, “go”, and left.”", [["“He told me, “go”, and left.”"]]),
        ("‘He told me, “go”, and left,’ she said.", [["‘He told me, “go”, and left,’"]]),
        ("“One.\n\n“Two.”", [["“One.", "“Two.”"]]),
        ("It rained.”\n\n“One,” he said.", [["“One,”"]]),
        ("It is rain,” he said. “One.”", [["“One.”"]]),
        ("He said ”yes, now” at noon.", [["”yes, now”"]]),
        ("“One.\n\nTwo.\n\nThree,” he said.", [["“One.", "Two.", "Three,”"]]),
        ("“One.\n\nTwo is told.\n\n“Three,” he said.", [["“One."], ["“Three,”"]]),
        ("“One.\n\nThat's two,\" he said.", [["“One.", "That's two,\""]]),
        ("It is 6' tall, 5'' wide.", [["'' wide."]]),  # an inch reads as a mark; it costs its paragraph
        ("no marks at all", []),
    ],
)
def test_quotations(text: str, expected: list[list[str]]) -> None:
    assert [[text[s:e] for s, e in group] for group in quotations(text)] == expected


def test_words_in_straight_marks_are_within_a_quotation_of_curly_ones() -> None:
    text = '“She came.\n\nThey call it the "Tide" ship.\n\nIt is mine.” He left.\n\nA "ship," he said.'
    assert [[text[slice(*span)] for span in group] for group in quotations(text)] == [
        ["“She came.", 'They call it the "Tide" ship.', "It is mine.”"],
        ['"ship,"'],
    ]


def test_inner_leaves_the_marks_out() -> None:
    assert [inner(t, (0, len(t))) for t in ("“ab”", "''ab''", "‘ab’", "“ab", "“”")] == [
        (1, 3),
        (2, 4),
        (1, 3),
        (1, 3),
        (0, 2),
    ]


def test_states_mark_the_marks_and_what_they_hold() -> None:
    assert list(quote_states("a “b” c")) == [0, 0, OPENING, INSIDE, CLOSING, 0, 0]


@pytest.mark.parametrize(
    "text",
    ["In the ‘90s " + "it’s so " * 90, "‘It’s “so” " + "it’s so " * 90, "It rained." + "'" * 90 + " there"],
)
def test_marks_that_nothing_closes_take_no_longer_than_others(text: str) -> None:
    assert list(sentences(text)) == [(0, len(text.strip()))]
    assert all(end <= len(text) for group in quotations(text) for _, end in group)


@given(TEXTS)
def test_any_marks_leave_quotations_in_order_within_their_paragraphs(text: str) -> None:
    places = list(paragraphs(text))
    spans = [span for group in quotations(text) for span in group]
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:]))
    assert all(any(low <= start < end <= high for low, high in places) for start, end in spans)


@given(st.text(max_size=400))
def test_sentences_cover_every_letter_once(text: str) -> None:
    spans = list(sentences(text))
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:]))
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
