"""How far does a text cover a topic? Word by word, by stem or by nearness of meaning.

Rank fusion orders candidates but does not tell whether the best of them is about the topic at all;
this does. Nearness of two words is the cosine of their word-piece embeddings in MiniLM's input
table, centred: synonyms lie around 0.3 to 0.6, unrelated words around 0.
"""

import re
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING, Any

from index.encoder import default_model_folder
from index.searching.irregular import base, forms
from index.tokens import load_tokenizer

if TYPE_CHECKING:
    import numpy as np

NEAR = 0.25  # cosine below which two words have nothing to do with each other
SAME = 0.65  # cosine from which a word is as good as the one asked for
READ = 2048  # texts kept in memory: the searches that one question makes meet the same ones
COMPARED = 16  # words whose nearness to others is kept: those of a question, with some thousand each

STOP_WORDS = frozenset(
    """a about above after again all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each few for from further had has have having he
    her here hers him his how i if in into is it its itself just me more most my no nor not now of off
    on once only or other our out over own same she should so some such than that the their them then
    there these they this those through to too under until up us very was we were what when where which
    while who whom why will with would you your s t d ll re ve m anything something said say says saying
    tell told talk many much""".split()
)
_WITHOUT_MEANING = STOP_WORDS | {f"{word}'s" for word in STOP_WORDS}
_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a topic with its stem and its weight, an inverse document frequency."""

    word: str
    stem: str
    weight: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares of the topic's weight that a text covers: `literal` by the very words, `exact` by stem,
    `near` by meaning too."""

    exact: float
    near: float
    literal: float


@lru_cache(maxsize=READ)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` that carry meaning, in lower case; all words where none does."""
    found = tuple(map(str.lower, _WORD.findall(text.replace("’", "'"))))
    return tuple([word for word in found if word not in _WITHOUT_MEANING]) or found


def terms(topic: str, frequencies: Mapping[str, int], documents: int) -> tuple[Term, ...]:
    """Weigh the words of a topic; `frequencies` says in how many of `documents` each stem occurs."""
    weighed = {}
    for word in content_words(topic):
        key = stem(word)
        found = sum(frequencies.get(each, 0) for each in {_porter(form) for form in forms(word)})
        weighed[key] = Term(word, key, log((documents + 1) / (min(found, documents) + 0.5)) + 0.1)
    return tuple(weighed.values())


def coverage(topic: tuple[Term, ...], words: tuple[str, ...]) -> Coverage:
    """Compare a topic with the content words of a text."""
    total = sum(term.weight for term in topic)
    if not total or not words:
        return Coverage(0.0, 0.0, 0.0)
    others = set(words)
    missing = _missing(topic, others)
    exact = total - sum(term.weight for term in missing)
    near = exact + sum(_nearness(missing, others)) if missing else exact
    literal = sum(term.weight for term in topic if term.word in others)
    return Coverage(exact / total, near / total, literal / total)


def share_by_stem(topic: Sequence[Term], words: Sequence[str]) -> float:
    """Return `coverage(topic, words).exact` alone, which needs no word vectors."""
    total = sum(term.weight for term in topic)
    missing = sum(term.weight for term in _missing(topic, set(words)))
    return (total - missing) / total if total and words else 0.0


def _missing(topic: Sequence[Term], words: Collection[str]) -> list[Term]:
    present = set(map(stem, words))
    return [term for term in topic if term.stem not in present]


def _nearness(missing: Sequence[Term], others: Set[str]) -> list[float]:
    """Return the weight of each missing term, by how near the nearest of `others` comes to it."""
    best = (max(map(_compared(term.word, others).__getitem__, others)) for term in missing)
    shares = (min(1.0, max(0.0, (cosine - NEAR) / (SAME - NEAR))) for cosine in best)
    return [term.weight * share for term, share in zip(missing, shares)]


def _compared(word: str, others: Set[str]) -> Mapping[str, float]:
    """Return the cosines of a word to each of `others`, and to those it was compared with before: the
    candidates of a search have most of their words in common."""
    import numpy as np

    cosines = _cosines(word)
    if new := list(others - cosines.keys()):
        # Not stacked, which takes twice as long for as many words: this runs for every candidate.
        table = np.concatenate([word_vector(other) for other in new]).reshape(len(new), -1)
        cosines.update(zip(new, (table @ word_vector(word)).tolist()))
    return cosines


@lru_cache(maxsize=COMPARED)
def _cosines(word: str) -> dict[str, float]:
    """What `_compared` remembers of a word."""
    return {}


def nearness(word: str, other: str) -> float:
    """Return the cosine of two words: synonyms lie around 0.3 to 0.6."""
    return float(word_vector(word) @ word_vector(other))


@lru_cache(maxsize=50_000)
def word_vector(word: str) -> "np.ndarray":
    """Return the unit vector of one word, float32."""
    import numpy as np

    tokenizer, table = _word_table()
    vector = table[tokenizer.encode(word, add_special_tokens=False).ids].sum(axis=0)
    return vector / max(float(np.sqrt(vector @ vector)), 1e-6)


@cache
def _word_table() -> tuple:
    """MiniLM's tokenizer and input embeddings, centred: 47 MB, read once."""
    from safetensors import safe_open

    folder = default_model_folder()
    with safe_open(str(folder / "model.safetensors"), framework="numpy") as file:
        table = file.get_tensor("embeddings.word_embeddings.weight")
    return load_tokenizer(str(folder / "tokenizer.json")), table - table.mean(axis=0)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what the forms of a word have in common: the Porter stem, of irregular words their base's."""
    return _porter(base(word.removesuffix("'s")))


def _porter(word: str) -> str:
    """Return the Porter stem, as SQLite's FTS5 makes it."""
    return _stemmer().stemWord(word.removesuffix("'s"))


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("porter")
