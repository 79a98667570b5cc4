"""Whom "who" means: whoever speaks, or is named, right before it."""

import re

from index.resolving.scene import NOBODY, ONE_CANDIDATE, Memory, Reading, Scene
from index.types import Link, Span

# What may stand between a name and its "who": "Ann Lee (R-Ohio),", "of Holm,", ", a baker", ", the mayor,".
_UP_TO_WHO = re.compile(
    r"(?: \([^()\n]{2,30}\))?(?: of (?:[A-Z][\w.’'-]* ?)+)?"
    r"(?:, (?!(?:[ai]s|am|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|and|but|or)\b)"
    r"[^,;!?\n]+,|, an? [^,;!?\n]+)?,?[”\"’']* ?"
)


def relative(scene: Scene, mention: Span, memory: Memory) -> Reading:
    """ "Pankin, who said …": who speaks right before, or the name there."""
    for span, speaker in reversed(memory.mentions):
        if speaker and span[1] <= mention[0] and not scene.text[span[1] : mention[0]].strip(" ,"):
            why = Link(span, f"who ← {scene.text[slice(*span)].rstrip(' ,')}")
            return Reading(speaker, "person", (why,), ONE_CANDIDATE)
    before = [
        (s, p) for s, p in scene.named(mention[0] - 150, mention[0]) if mention[0] - 90 < s[1] <= mention[0]
    ]
    if before:
        span, person = before[-1]
        same_sentence = scene.sentence(span[0]) == scene.sentence(mention[0])
        if same_sentence and _UP_TO_WHO.fullmatch(scene.text, span[1], mention[0]):
            why = Link(span, f"who ← {scene.text[slice(*span)]}")
            return Reading(person.name, "person", (why,), ONE_CANDIDATE)
    return NOBODY
