"""Do the hits answer, or are they only the nearest there is? Decided by calibrated evidence.

The best hit's evidence is weighed by a logistic model, fitted on the dev and sample questions with
`python -m tests.bench fit`, which also prints the trade-off between answering wrongly and refusing
wrongly. What weighs heaviest against a hit: somebody else's words hold the topic, and these do not.
"""

from collections.abc import Sequence
from math import exp, log

from index.types import Hit, Statement

ENOUGH = 0.5  # the probability from which we answer
BESIDE = 0.7  # a further hit is shown from this share of the best one's score

# Weights of `features`, and the constant.
_WEIGHTS = (3.0, 2.0, 1.0, 2.0, 3.0, 1.0, -4.0, -0.3)
_CONSTANT = -3.0


def features(hits: Sequence[Hit], elsewhere: float) -> tuple[float, ...]:
    """Return what speaks for and against the best of `hits`.

    `elsewhere` is the largest share of the topic that somebody else's statement holds word for word.
    """
    best = hits[0]
    seen = best.evidence
    assert seen is not None, "search gives its evidence"
    confidence = best.item.confidence if isinstance(best.item, Statement) else 1.0
    missing = max(0.0, elsewhere - seen.exact)
    return (seen.exact, seen.near, seen.around, seen.cosine, seen.margin, confidence, missing, log(len(hits)))


def probability(hits: Sequence[Hit], elsewhere: float = 0.0) -> float:
    """Return how likely it is that the best of `hits` answers; 0 where there are none."""
    if not hits:
        return 0.0
    z = _CONSTANT + sum(w * f for w, f in zip(_WEIGHTS, features(hits, elsewhere), strict=True))
    return 1 / (1 + exp(-z))


def answering(hits: Sequence[Hit], elsewhere: float = 0.0) -> list[Hit]:
    """Return the hits that answer: none, or the best and those not far behind it."""
    if probability(hits, elsewhere) < ENOUGH:
        return []
    return [hit for hit in hits if hit.score >= BESIDE * hits[0].score]
