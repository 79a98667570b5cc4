"""Who denies: whoever the sentence before says was accused, asked or blamed, be another named last in it."""

import re

from index.naming.gender import Gender
from index.resolving.scene import ONE_CANDIDATE, Reading, Scene
from index.types import Link, Span

BESIDE = 40  # characters between a verb and whom it means: "accused former Lowtown mayor "

_ANSWERS = re.compile(r"\b(?:den(?:y|ies|ied)|repli(?:es|ed)|respond|answer|dismiss|reject|disput)")
_VERB = r"(?:accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|asked|charged|questioned)"
_OBJECT = re.compile(rf"\b{_VERB} (?:the |former |[A-Z][\w.’'-]* |[a-z]+ (?=[A-Z])){{0,3}}$")
# Of an apposition no more than a comma's worth: "Lee, a baker, was accused".
_SUBJECT = re.compile(
    rf"(?:, [^,.;]{{2,60}},)? (?:is|was|has been|had been|stands) (?:also |being )?{_VERB}\b"
)


def accused(scene: Scene, mention: Span, cue: Span, gender: Gender) -> Reading | None:
    """Return whom the sentence right before accuses or asks, where "he" opens the next and denies it."""
    text, here = scene.text, scene.sentence(mention[0])
    start, end = scene.sentences[here]
    paragraph = scene.paragraphs[scene.paragraph(start)][0]
    if start != mention[0] or start == paragraph or not _ANSWERS.search(text, *cue):
        return None
    since = scene.sentences[here - 1][0]
    found = {
        person.name: span
        for span, person in scene.named(since, start)
        if (person.gender is None or person.gender == gender) and _is_accused(scene, span, since)
    }
    if len(found) != 1:
        return None
    name, span = next(iter(found.items()))
    why = f"{text[slice(*mention)].strip()} ← {name}, who was accused or asked"
    return Reading(name, "person", (Link(span, why),), ONE_CANDIDATE)


def _is_accused(scene: Scene, span: Span, since: int) -> bool:
    """Whether a name is whom a verb accuses or asks: its object, or the subject of its passive."""
    if scene.quoted(span) or scene.text[span[1] : span[1] + 1] in ("'", "’"):
        return False  # "accused Lee's aide"
    is_object = _OBJECT.search(scene.text, max(since, span[0] - BESIDE), span[0])
    return bool(is_object or _SUBJECT.match(scene.text, span[1]))
