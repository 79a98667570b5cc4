"""A text as the tagger sees it: word pieces, their offsets and what is known of their layout.

The tokenizer lowers case and drops white space, yet capitals, line breaks and quote marks say most
about who speaks. So each piece carries three small features beside its id.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.layout import quote_states

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 384  # word pieces the model reads at once, [CLS] and [SEP] included
OVERLAP = 96  # at least so many are shared by neighbouring windows

CASES = ("none", "lower", "title", "upper", "mixed")
BREAKS = ("none", "line", "paragraph")
QUOTES = ("outside", "opening", "inside", "closing")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of one text: int64 arrays of shape (n,), and `offsets` of shape (n, 2)."""

    ids: np.ndarray
    offsets: np.ndarray
    case: np.ndarray
    breaks: np.ndarray
    quotes: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(path: str) -> "Tokenizer":
    """Load a `tokenizer.json`, with truncation and padding off: windows are cut here."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def tokenize(tokenizer: "Tokenizer", text: str) -> Tokens:
    """Cut `text` into pieces with offsets into it."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    states = quote_states(text)
    previous = np.concatenate([[0], offsets[:-1, 1]]) if len(offsets) else np.zeros(0, np.int64)
    return Tokens(
        ids=np.array(encoding.ids, dtype=np.int64),
        offsets=offsets,
        case=np.array([_case(text[start:end]) for start, end in offsets], dtype=np.int64),
        breaks=np.array(
            [min(2, text.count("\n", before, start)) for before, (start, _) in zip(previous, offsets)],
            dtype=np.int64,
        ),
        quotes=np.array([states[start] for start, _ in offsets], dtype=np.int64),
    )


def windows(length: int, room: int = WINDOW - 2, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Return evenly spread [start, end) windows over `length` pieces, each at most `room` long."""
    if length <= room:
        return [(0, length)]
    count = -(-(length - overlap) // (room - overlap))
    starts = np.linspace(0, length - room, count).round().astype(int)
    return [(int(start), int(start) + room) for start in starts]


def _case(piece: str) -> int:
    if not any(c.isalpha() for c in piece):
        return 0
    if piece.islower():
        return 1
    if piece.isupper() and len(piece) > 1:
        return 3
    return 2 if piece[0].isupper() and (len(piece) == 1 or piece[1:].islower()) else 4
