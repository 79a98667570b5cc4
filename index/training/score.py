"""Exact-span F1, begin and end both right, each fragment of a discontinuous span counted.

As CofeNet counts on this corpus (Wang et al., COLING 2022).
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.layout import quotations
from index.linking.mending import mended
from index.tagger import ROLES, TaggedSpan, Tagger

SURE = 0.75  # confidence of spans among which the F1 is highest on dev: statements are made of others too

Counts = Counter[tuple[str, str]]  # (role or "links", "gold", "found" or "right") → how many


def evaluate(weights: Path, articles: list[dict[str, Any]]) -> dict[str, float]:
    """Return F1 in percent by role, and the share of found contents whose link is right."""
    tagger = Tagger(weights, verify=False)
    total: Counts = Counter()
    for article in articles:
        total += count(tag(tagger, article["text"]), article)
    scores = {
        role: round(200 * total[role, "right"] / max(1, total[role, "gold"] + total[role, "found"]), 1)
        for role in ROLES
    }
    return scores | {"links": round(100 * total["links", "right"] / max(1, total["links", "found"]), 1)}


def tag(tagger: Tagger, text: str) -> list[TaggedSpan]:
    """Return the spans that statements are made of: tagged, and then mended."""
    return mended(text, tagger.tag(text), [span for group in quotations(text) for span in group])


def count(tagged: Sequence[TaggedSpan], article: dict[str, Any], least: float = 0) -> Counts:
    """Count the spans of one annotated article that have this confidence, and the links of all that were
    found."""
    counts: Counts = Counter()
    for role in ROLES:
        gold = {(start, end) for a in article["attributions"] for start, end in a[role]}
        found = {(s.start, s.end) for s in tagged if s.role == role and s.confidence >= least}
        counts += Counter(
            {(role, "gold"): len(gold), (role, "found"): len(found), (role, "right"): len(gold & found)}
        )
    cue_of = {tuple(s): a["cue"] for a in article["attributions"] for s in a["content"] + a["source"]}
    for span in tagged:
        gold_cue = cue_of.get((span.start, span.end))
        if span.role != "cue" and gold_cue:
            cue = tagged[span.cue] if span.cue is not None else None
            counts["links", "found"] += 1
            counts["links", "right"] += cue is not None and any(
                s < cue.end and cue.start < e for s, e in gold_cue
            )
    return counts
