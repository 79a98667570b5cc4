"""Who "I" is in an opinion piece: the author whom the editor's note introduces."""

import re

from index.resolving.scene import NOBODY, ONE_CANDIDATE, Reading, Scene
from index.types import Link, Span

_NOTE = re.compile(r"Editor[’']s [Nn]ote:? (?=[A-Z])")
_OWN_VIEWS = re.compile(
    r"\b(?:views|opinions)(?: and (?:views|opinions))? expressed [^.\n]{0,60}\bare (?:solely |entirely )?"
    r"(?:his|hers|her own|theirs|their own|those of the author|the author[’']s)\b"
)
_ABOUT = re.compile(r"(?: \([^()\n]{1,40}\))?,? (?:is|was|has|served|teaches|writes)\b")


def author(scene: Scene, mention: Span) -> Reading:
    """Read "I", outside quotations: the one whom a note introduces whose views the piece expresses."""
    if scene.quoted(mention):
        return NOBODY
    for start, end in scene.paragraphs:
        note = _NOTE.match(scene.text, start, end)
        if not note or not _OWN_VIEWS.search(scene.text, note.end(), end):
            continue
        for span, person in scene.named(note.end(), end)[:1]:
            if span[0] == note.end() and _ABOUT.match(scene.text, span[1], end):
                why = Link(span, f"I ← {person.name}, whose views the note says these are")
                return Reading(person.name, "person", (why,), ONE_CANDIDATE)
    return NOBODY
