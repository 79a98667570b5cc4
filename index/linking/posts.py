"""Posts that a page shows as they were published: "… — Ann Lee (@annlee) September 1, 2016".

So sites write them that embed a post. Its author is named, nothing needs guessing.
"""

import re

from index.layout import paragraphs
from index.linking.drafts import Draft
from index.types import Span

SURE = 0.95

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SIGNED = re.compile(
    r"[—–-]{1,2} ?(?P<name>[^\s—(@][^—(@\n]{0,60}?) \((?:@[\w.]+)\),? (?:on )?"
    rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
)
_MARKUP = re.compile(r"<[^<>\n]{1,300}>")


def posts(text: str) -> list[Draft]:
    """Return a draft a signed post, its mention being the signature; its words end where that begins."""
    found: list[Draft] = []
    before: Span | None = None
    for start, end in paragraphs(text):
        for signature in _SIGNED.finditer(text, start, end):
            words = _words(text, (max(start, found[-1].end if found else 0), signature.start()))
            if words is None and before and signature.start() == start:  # signed on a line of its own
                words = _words(text, before)
            if words:
                found.append(Draft((words,), "direct", None, signature.span("name"), SURE, labelled=True))
            start = signature.end()
        before = (start, end)
    return found


def _words(text: str, place: Span) -> Span | None:
    """The post itself, without the markup that some archives leave around it."""
    start, end = place
    for tag in _MARKUP.finditer(text, start, end):
        start = tag.end()
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if len(text[start:end].split()) > 1 else None
