"""Question and text, read together → how likely the text answers the question.

Vectors and words tell what is near a question; this tells whether it is answered, in whatever words.
The network is ms-marco-MiniLM-L12-v2 (Nogueira and Cho, 2019, is the idea) whose last layers have learned
from questions about news pages; `index/searching/weights/README.md` is its card.
"""

from collections.abc import Sequence
from functools import cached_property
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.layout import sentences_of
from index.network import check_hashes, open_network
from index.tokens import load_tokenizer
from index.types import Article, Span, Statement

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
_TOKENIZER = Path(__file__).parents[1] / "weights" / "tokenizer.json"  # the tagger's: the words are the same
LONGEST = 128  # word pieces of question and text together
OWN, BEFORE = 400, 120  # characters read of the sentences that count, and of what stands before them
INPUTS = ("input_ids", "attention_mask", "token_type_ids")


class CrossEncoder:
    """Loads once, at the first question that needs it; safe to share between threads."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = weights

    def probabilities(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return for each text how likely it answers the question, from 0 to 1.

        Raises `ModelDamaged` where the weights are not those that were shipped.
        """
        import numpy as np

        session, tokenizer = self._loaded
        found = []
        for text in texts:  # one by one: int8 rounds by all that is read at once
            pair = tokenizer.encode(_whole(question), _whole(text))
            planes = (pair.ids, pair.attention_mask, pair.type_ids)
            read = {name: np.array([plane], dtype=np.int64) for name, plane in zip(INPUTS, planes)}
            (logits,) = session.run(None, read)
            found.append(1 / (1 + exp(-float(logits[0, 0]))))
        return found

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        check_hashes(self._weights)
        return open_network(self._weights / "crossencoder.onnx"), pairs_tokenizer()


def pairs_tokenizer() -> "Tokenizer":
    """Return what makes word pieces of a question with a text; of the longer one it leaves out the end."""
    tokenizer = load_tokenizer(str(_TOKENIZER))
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    return tokenizer


def _whole(text: str) -> str:
    """Return a text without halves of characters, which a tokenizer refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")


def as_read(article: Article, span: Span, who: str = "") -> str:
    """Return words as they are read: the sentences they stand in, led by who says them, then what tells what
    these are about, the article's title and what stands before."""
    start, end = sentences_of(article.text, span)
    own = " ".join(article.text[start : min(end, start + OWN)].split())
    before = " ".join(article.text[max(0, start - BEFORE) : start].split())
    return f"{who}: {own} | {article.title} | {before}" if who else f"{own} | {article.title} | {before}"


def says_it(article: Article, said: Statement) -> str:
    """Return who makes a statement, by name or in the words of its article."""
    return said.speaker or (article.text[slice(*said.mention)] if said.mention else "")
