"""Question and text read together by the real network: does the text answer, in whatever words?"""

import shutil
from pathlib import Path

import pytest

from index.errors import ModelDamaged
from index.layout import sentences_of
from index.searching.crossencoder import (
    LONGEST,
    WEIGHTS,
    CrossEncoder,
    as_read,
    pairs_tokenizer,
)
from index.types import Article

TEXT = (
    "The council met on Monday. “We shall shut the cannery,” Ann Lee said, as orders had dried up. "
    "Piet Hart grows tulips behind his house. The ferry carries 640 people a day."
)
ARTICLE = Article(id="cannery", title="Cannery to close", text=TEXT)


@pytest.fixture(scope="module")
def encoder() -> CrossEncoder:
    return CrossEncoder()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Why is the fish plant going out of business?", "as orders had dried up"),
        ("Who has a garden full of flowers?", "grows tulips"),
        ("How many passengers does the boat take daily?", "640 people"),
    ],
)
def test_what_answers_in_other_words_is_likeliest(encoder: CrossEncoder, question: str, answer: str) -> None:
    sentences = ["The council met", "as orders had dried up", "grows tulips", "640 people"]
    spans = {words: (TEXT.index(words), TEXT.index(words) + len(words)) for words in sentences}
    chances = encoder.probabilities(question, [as_read(ARTICLE, span) for span in spans.values()])
    assert all(0 <= chance <= 1 for chance in chances)
    assert max(zip(chances, spans, strict=True))[1] == answer


def test_a_text_is_judged_alike_alone_and_among_others(encoder: CrossEncoder) -> None:
    texts = [TEXT[:end] for end in range(20, len(TEXT), 12)]
    together = encoder.probabilities("Why does the cannery close?", texts)
    alone = [encoder.probabilities("Why does the cannery close?", [text])[0] for text in texts]
    assert together == alone


def test_a_text_is_read_with_who_says_it_and_what_it_is_about() -> None:
    start = TEXT.index("“We shall")
    read = as_read(ARTICLE, (start, start + 9), "Ann Lee")
    assert read.startswith("Ann Lee: “We shall shut the cannery,” Ann Lee said, as orders had dried up.")
    assert "Cannery to close" in read and "The council met on Monday." in read
    assert TEXT[slice(*sentences_of(TEXT, (start, start + 9)))].endswith("dried up.")


def test_long_texts_are_cut_and_empty_ones_read(encoder: CrossEncoder) -> None:
    assert len(pairs_tokenizer().encode("why " * 999, "because " * 999).ids) == LONGEST
    assert len(encoder.probabilities("why " * 999, ["", "because " * 999, "\udcff \0"])) == 3
    assert encoder.probabilities("Why?", []) == []


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    path = tmp_path / "weights" / "crossencoder.onnx"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelDamaged, match="crossencoder.onnx"):
        CrossEncoder(tmp_path / "weights").probabilities("Why?", ["Because."])
