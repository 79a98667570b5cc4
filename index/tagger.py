"""Text → content, cue and source spans: the learned attribution model.

The weights lie in `index/weights`, made by `python -m index.training`; its README there is the model
card. Inference is onnxruntime and numpy alone.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.network import check_hashes, open_network
from index.tokens import Tokens, load_tokenizer, tokenize, windows

ROLES = ("content", "cue", "source")
WEIGHTS = Path(__file__).parent / "weights"
_CLS, _SEP = 101, 102
_OUTSIDE, _BEGIN, _IN = range(3)


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span with its role; `cue` is the index, in the same list, of the cue it belongs to."""

    role: str
    start: int
    end: int
    confidence: float
    cue: int | None


class Tagger:
    """Loads once, tags many texts; safe to share between threads."""

    def __init__(self, weights: Path = WEIGHTS, *, verify: bool = True, threads: int = 0) -> None:
        if verify:
            check_hashes(weights)
        self._session = open_network(weights / "tagger.onnx", threads=threads)
        self._tokenizer = load_tokenizer(str(weights / "tokenizer.json"))

    def tag(self, text: str) -> list[TaggedSpan]:
        """Return the spans of `text`: first the cues, then contents and sources, each in order."""
        tokens, probabilities, links = self.read(text)
        if not len(tokens):
            return []
        runs = {role: _spans(probabilities[:, column]) for column, role in enumerate(ROLES)}
        cue_starts = [start for start, _, _ in runs["cue"]]
        found = []
        for role in ("cue", "content", "source"):
            for start, end, confidence in runs[role]:
                cue = None if role == "cue" else _linked_cue(links[start:end], cue_starts)
                begin, finish = _whole_words(text, tokens.offsets[start, 0], tokens.offsets[end - 1, 1])
                found.append(TaggedSpan(role, begin, finish, confidence, cue))
        return found

    def read(self, text: str) -> tuple[Tokens, np.ndarray, list[dict[int, float]]]:
        """Run the windows; each piece is read in the window in which it stands most central.

        Returns the pieces, probabilities (n, 3 roles, 3 tags) and, a piece, its likely cue pieces with
        theirs; cue piece -1 means none.
        """
        tokens = tokenize(self._tokenizer, text)
        features = (tokens.ids, tokens.case, tokens.breaks, tokens.quotes)
        length = len(tokens)
        cuts = windows(length) if length else []
        probabilities = np.zeros((length, len(ROLES), 3), dtype=np.float32)
        links: list[dict[int, float]] = [{} for _ in range(length)]
        for number, (start, end) in enumerate(cuts):  # several at once would take longer, and more memory
            inputs = np.zeros((4, 1, end - start + 2), dtype=np.int64)
            inputs[0, 0, 0], inputs[0, 0, -1] = _CLS, _SEP
            for plane, values in enumerate(features):
                inputs[plane, 0, 1:-1] = values[start:end]
            tags, scores = self._session.run(
                None, dict(zip(("ids", "case", "breaks", "quotes"), inputs, strict=True))
            )
            low, high = _central(cuts, number, length)
            own = slice(low - start + 1, high - start + 1)
            probabilities[low:high] = _softmax(tags[0, own].reshape(-1, len(ROLES), 3))
            for piece, line in enumerate(_softmax(scores[0, own, :-1]), start=low):
                for target in np.flatnonzero(line > 0.05):
                    links[piece][int(target) - 1 + start if target else -1] = float(line[target])
        return tokens, probabilities, links


def _central(cuts: list[tuple[int, int]], number: int, length: int) -> tuple[int, int]:
    """Return the part of window `number` that no neighbour sees more centrally."""
    low = 0 if number == 0 else (cuts[number][0] + cuts[number - 1][1]) // 2
    high = length if number == len(cuts) - 1 else (cuts[number + 1][0] + cuts[number][1]) // 2
    return low, high


def _softmax(x: np.ndarray) -> np.ndarray:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def _spans(probabilities: np.ndarray) -> list[tuple[int, int, float]]:
    """Decode one role's (n, 3) probabilities by Viterbi, with I after O forbidden.

    Returns [start, end) runs of pieces with their mean probability of being inside.
    """
    log = np.log(np.maximum(probabilities, 1e-9)).tolist()
    best = [log[0][_OUTSIDE], log[0][_BEGIN], -1e9]
    back: list[tuple[int, int, int]] = []
    for outside, begin, inside in log[1:]:
        top = max(range(3), key=best.__getitem__)
        stay = _BEGIN if best[_BEGIN] > best[_IN] else _IN
        back.append((top, top, stay))
        best = [best[top] + outside, best[top] + begin, best[stay] + inside]
    path = [max(range(3), key=best.__getitem__)]
    for step in reversed(back):
        path.append(step[path[-1]])
    path.reverse()

    runs: list[tuple[int, int, float]] = []
    start: int | None = None
    for at, tag in enumerate([*path, _OUTSIDE]):
        if start is not None and tag != _IN:
            runs.append((start, at, float(1 - probabilities[start:at, _OUTSIDE].mean())))
            start = None
        if tag == _BEGIN:
            start = at
    return runs


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span of pieces to the words they are pieces of."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return int(start), int(end)


def _linked_cue(lines: list[dict[int, float]], cue_starts: list[int]) -> int | None:
    """Return the index of the cue that the pieces of one span point to, `None` for no cue."""
    votes: dict[int, float] = {}
    for line in lines:
        for target, probability in line.items():
            votes[target] = votes.get(target, 0.0) + probability
    votes = {target: vote for target, vote in votes.items() if target == -1 or target in cue_starts}
    if not votes:
        return None
    target = max(votes, key=lambda t: votes[t])
    return None if target == -1 else cue_starts.index(target)
