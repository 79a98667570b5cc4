"""Passages hold all of the prose, in order, and never cut a statement."""

from hypothesis import given
from hypothesis import strategies as st

from index.layout import paragraphs
from index.passages import SIZE, passages
from index.types import Statement

SENTENCE = "The bridge over the sound was closed at noon because of the wind. "


def _statement(start: int, end: int) -> Statement:
    return Statement(
        "s", "a", start, end, "direct", ((start, end),), None, "unnamed", None, None, None, (), 1.0
    )


def test_short_paragraphs_share_a_passage_and_long_ones_are_parted() -> None:
    text = f"{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE * 15}"
    found = passages("a", text)
    assert text[found[0].start : found[0].end].count("closed") > 2
    assert len(found) > 1
    assert all(text[p.start : p.end].strip().endswith("wind.") for p in found)


def test_a_quotation_over_paragraphs_stays_whole() -> None:
    text = f"“{SENTENCE * 8}\n\n“{SENTENCE * 8}”\n\n{SENTENCE}"
    (whole, *_) = passages("a", text, [_statement(0, text.index("”") + 1)])
    assert whole.start == 0 and whole.end > text.index("”")


def test_captions_are_in_no_passage() -> None:
    text = f"{SENTENCE}\n\n• The bridge at noon\n\n{SENTENCE}"
    caption = (text.index("•"), text.index("noon\n\n", 60) + 4)
    found = passages("a", text, not_prose=[caption])
    assert "•" not in "".join(text[p.start : p.end] for p in passages("a", text, not_prose=[(0, len(text))]))
    assert all(p.end <= caption[0] or caption[1] <= p.end for p in found)


def test_a_statement_around_a_caption_stays_whole() -> None:
    text = f"“{SENTENCE}\n\n• The bridge at noon\n\n{SENTENCE}”"
    caption = (text.index("•"), text.index("noon\n\n", 60) + 4)
    (whole,) = passages("a", text, [_statement(0, len(text))], not_prose=[caption])
    assert (whole.start, whole.end) == (0, len(text))


@given(
    st.lists(st.integers(1, 25), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 400)), max_size=5),
)
def test_any_statements_stay_whole_and_all_prose_is_there(
    lengths: list[int], cuts: list[tuple[int, int]]
) -> None:
    text = "\n\n".join(SENTENCE * n for n in lengths)
    said = [_statement(s, min(len(text), s + n)) for s, n in cuts if s < len(text)]
    found = passages("a", text, said)
    assert [(p.start, p.end) for p in found] == sorted((p.start, p.end) for p in found)
    for statement in said:
        cut = [p for p in found if statement.start < p.start < statement.end]
        assert not cut
    for start, end in paragraphs(text):
        inside = "".join(
            text[max(start, p.start) : min(end, p.end)] for p in found if p.start < end and start < p.end
        )
        assert "".join(inside.split()) == "".join(text[start:end].split())
    assert all(p.end - p.start <= SIZE or any(p.start <= s.start < p.end for s in said) for p in found)
