"""Do the hits answer, or are they only the nearest there is? Decided by calibrated evidence.

The best hit's evidence is weighed by a logistic model, fitted on the dev and sample questions with
`python -m tests.bench fit`, which also prints the trade-off between answering wrongly and refusing
wrongly. What weighs heaviest against a hit: somebody else's words hold the topic, and these do not.
"""

from collections.abc import Callable, Sequence
from math import exp, log

from index.types import Evidence, Hit, Statement

ENOUGH = 0.25  # the probability from which we answer: on dev, 0.93 of the traps are then seen through
WHOLE, HALF = 0.9, 0.5  # of a topic: a share as good as all of it, and half
TOUCHED, CLOSE = 0.15, 0.4  # share of the topic, or cosine, below both of which a hit is about something else
BESIDE = 0.7  # a further hit is shown from this share of the best one's score

# Weights of `features`, and the constant.
_WEIGHTS = (0.58, 0.57, 1.44, 0.32, 1.59, 0.25, 0.61, 0.94, -2.68, -0.60)
_CONSTANT = -1.35


def features(hits: Sequence[Hit], elsewhere: float) -> tuple[float, ...]:
    """Return what speaks for and against the best of `hits`.

    `elsewhere` is the largest share of the topic that somebody else's statement holds word for word.
    """
    best = hits[0]
    seen = best.evidence
    assert seen is not None, "search gives its evidence"
    confidence = best.item.confidence if isinstance(best.item, Statement) else 1.0
    missing = max(0.0, elsewhere - seen.beside)
    words = (seen.exact, seen.near, seen.literal, seen.beside, seen.around)
    return (*words, seen.cosine, seen.margin, confidence, missing, log(len(hits)))


def probability(hits: Sequence[Hit], elsewhere: float = 0.0) -> float:
    """Return how likely it is that the best of `hits` answers; 0 where there are none."""
    if not hits or not _touches(hits[0]):
        return 0.0
    z = _CONSTANT + sum(w * f for w, f in zip(_WEIGHTS, features(hits, elsewhere), strict=True))
    return 1 / (1 + exp(-z))


def _touches(hit: Hit) -> bool:
    """Whether a hit is about the topic at all: to be one of few that could be meant is no evidence of it."""
    seen = hit.evidence
    return seen is not None and _reaches(seen, seen.around, TOUCHED)


def by_its_words(hit: Hit) -> bool:
    """Whether a hit is about the topic by its own words, or those beside them in its sentence."""
    seen = hit.evidence
    return seen is not None and _reaches(seen, seen.beside, TOUCHED)


def comes_near(hit: Hit) -> bool:
    """Whether a hit that does not answer is worth showing: its words, or those around it, hold the topic."""
    seen = hit.evidence
    return seen is not None and _reaches(seen, seen.around, HALF)


def _reaches(seen: Evidence, more: float, least: float) -> bool:
    """Whether a hit holds the `least` share of the topic, with `more` than its words, or means the same."""
    return max(seen.near, more) >= least or seen.cosine >= CLOSE


def covered(hits: Sequence[Hit]) -> float:
    """Return the share of the topic that the best hit holds with the rest of its sentence; 0 without hits."""
    return hits[0].evidence.beside if hits and hits[0].evidence else 0.0


def literally(hits: Sequence[Hit]) -> float:
    """Return the share of the topic that the best hit holds by the very words; 0 without hits."""
    return hits[0].evidence.literal if hits and hits[0].evidence else 0.0


def answering(hits: Sequence[Hit], elsewhere: Callable[[], float] = lambda: 0.0) -> list[Hit]:
    """Return the hits that answer: none, or the best and those not far behind it.

    `elsewhere` is asked only where it matters, as it costs a search: nobody holds more than all of a topic.
    """
    held = elsewhere() if covered(hits) < 1 else 0.0
    if probability(hits, held) < ENOUGH:
        return []
    return [hit for hit in hits if hit.score >= BESIDE * hits[0].score]
