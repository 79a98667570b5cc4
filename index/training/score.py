"""Exact-span F1, begin and end both right, each fragment of a discontinuous span counted.

As CofeNet counts on this corpus (Wang et al., COLING 2022).
"""

from collections import Counter
from pathlib import Path
from typing import Any

from index.tagger import ROLES, Tagger


def evaluate(weights: Path, articles: list[dict[str, Any]]) -> dict[str, float]:
    """Return F1 in percent by role, and the share of found contents whose link is right."""
    tagger = Tagger(weights, verify=False)
    count: Counter[tuple[str, str]] = Counter()
    linked = right = 0
    for article in articles:
        tagged = tagger.tag(article["text"])
        for role in ROLES:
            gold = {(start, end) for a in article["attributions"] for start, end in a[role]}
            found = {(span.start, span.end) for span in tagged if span.role == role}
            count[role, "gold"] += len(gold)
            count[role, "found"] += len(found)
            count[role, "right"] += len(gold & found)
        cue_of = {tuple(s): a["cue"] for a in article["attributions"] for s in a["content"] + a["source"]}
        for span in tagged:
            gold_cue = cue_of.get((span.start, span.end))
            if span.role != "cue" and gold_cue:
                cue = tagged[span.cue] if span.cue is not None else None
                linked += 1
                right += cue is not None and any(s < cue.end and cue.start < e for s, e in gold_cue)
    scores = {
        role: round(200 * count[role, "right"] / max(1, count[role, "gold"] + count[role, "found"]), 1)
        for role in ROLES
    }
    return scores | {"links": round(100 * right / max(1, linked), 1)}
