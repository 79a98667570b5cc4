"""The learned tagger: its spans on plain news sentences, its window seams, its guarded weights."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from index.errors import ModelDamaged
from index.tagger import WEIGHTS, TaggedSpan, Tagger
from tests.index.test_statements import TEXTS

SENTENCES = [
    ("“The bridge is safe,” Ann Lee said on Monday.", "“The bridge is safe,”", "said", "Ann Lee"),
    ('Mayor Carl Hart said: "We will build it."', '"We will build it."', "said", "Mayor Carl Hart"),
    ("''We will build it,'' Mr. Hart said.", "''We will build it,''", "said", "Mr. Hart"),
    (
        "The ministry announced that it would close the bridge.",
        "that it would close the bridge",
        "announced",
        "The ministry",
    ),
    (
        "According to the report, the bridge needs new bolts.",
        "the bridge needs new bolts",
        "According to",
        "the report",
    ),
]


@cache
def _tagger() -> Tagger:
    return Tagger()


@pytest.fixture
def tagger() -> Tagger:
    return _tagger()


def _words(text: str, spans: list[TaggedSpan], role: str) -> list[str]:
    return [text[s.start : s.end].strip(" ,.:") for s in spans if s.role == role]


@pytest.mark.parametrize(("text", "content", "cue", "source"), SENTENCES)
def test_a_plain_sentence(tagger: Tagger, text: str, content: str, cue: str, source: str) -> None:
    spans = tagger.tag(text)
    assert _words(text, spans, "content") == [content.strip(" ,.:")]
    assert _words(text, spans, "cue") == [cue]
    assert _words(text, spans, "source") == [source]
    assert {span.cue for span in spans if span.role != "cue"} == {0}


def test_narration_alone_has_no_content(tagger: Tagger) -> None:
    spans = tagger.tag("The bridge was built in 1987 and is 40 metres long.")
    assert not [span for span in spans if span.role == "content"]


def test_a_long_text_is_tagged_alike_throughout(tagger: Tagger) -> None:
    """Wherever the windows' seams fall, each of the sentences keeps its speaker."""
    text = "\n\n".join(f"“The bridge is safe, car number {n},” Ann Lee said." for n in range(120))
    spans = tagger.tag(text)
    assert len(_words(text, spans, "content")) == 120
    assert _words(text, spans, "source") == ["Ann Lee"] * 120


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_nothing_to_read_is_no_error(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text) == []


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_any_text_gives_spans_within_it(text: str) -> None:
    spans = _tagger().tag(text)
    cues = [span for span in spans if span.role == "cue"]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert 0 < span.confidence <= 1
        assert span.cue is None or 0 <= span.cue < len(cues)
    assert spans[: len(cues)] == cues


def test_replaced_weights_are_refused(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    with (tmp_path / "weights" / "tokenizer.json").open("a") as file:
        file.write(" ")
    with pytest.raises(ModelDamaged, match=r"tokenizer\.json is damaged or was replaced"):
        Tagger(tmp_path / "weights")
