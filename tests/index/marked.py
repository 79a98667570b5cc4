"""Articles written with their tags in place, for tests of the shape of a sentence alone.

`[s Ann Lee] [c said] [t she would go]` is a source, a cue and a content that belong together; a number
tells several apart in one text: `[s2 Bo Hart] [c2 denied] [t2 it]`. Tags may stand within tags.
"""

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from index.naming.entities import Entity
from index.naming.names import people
from index.naming.organisations import organisations
from index.speakers import attribute
from index.statements import link
from index.tagger import TaggedSpan
from index.types import Article, Statement

_TOKEN = re.compile(r"\[([sct])(\d?) |\]")
_ROLES = {"s": "source", "c": "cue", "t": "content"}


def tagged(marked: str, *, confidence: float = 0.9) -> tuple[str, list[TaggedSpan]]:
    """Return the text without its tags, and the spans as the tagger would give them."""
    text, last = "", 0
    stack: list[tuple[str, str, int]] = []
    spans: list[tuple[str, str, int, int]] = []
    for token in _TOKEN.finditer(marked):
        text += marked[last : token.start()]
        last = token.end()
        if token.group() == "]":
            role, number, start = stack.pop()
            spans.append((_ROLES[role], number, start, len(text)))
        else:
            stack.append((token.group(1), token.group(2), len(text)))
    text += marked[last:]
    cues = sorted((s for s in spans if s[0] == "cue"), key=lambda s: s[2])
    number_of = {number: at for at, (_, number, _, _) in enumerate(cues)}
    found = [TaggedSpan("cue", start, end, confidence, None) for _, _, start, end in cues]
    for role in ("content", "source"):
        found += [
            TaggedSpan(role, start, end, confidence, number_of.get(number))
            for kind, number, start, end in sorted(spans, key=lambda s: s[2])
            if kind == role
        ]
    return text, found


def named(text: str, names: Sequence[str], label: str = "PERSON") -> list[Entity]:
    """Return every place of each name, as the name finder would give it."""
    return [Entity(*m.span(), label) for name in names for m in re.finditer(re.escape(name), text)]


def statements(
    marked: str, names: Sequence[str] = (), companies: Sequence[str] = ()
) -> tuple[str, tuple[Statement, ...]]:
    """Link and attribute a marked article whose people and organisations are given."""
    text, spans = tagged(marked)
    found = named(text, names) + named(text, companies, "ORG")
    drafts = link(text, spans)
    everyone = people(text, found, [draft.mention for draft in drafts if draft.mention])
    return text, attribute(Article("a", "", text), drafts, everyone, organisations(text, found, everyone))


@st.composite
def any_tags(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, list[TaggedSpan]]:
    """Any of the texts with any spans in it: cues first, each other span linked to one or to none."""
    text = draw(texts)
    ends = st.integers(0, len(text))
    spans = st.tuples(ends, ends).filter(lambda s: s[0] != s[1]).map(sorted)
    trust = st.floats(0.3, 1.0)
    cues = draw(st.lists(spans, max_size=5))
    links = st.sampled_from([None, *range(len(cues))])
    found = [TaggedSpan("cue", start, end, draw(trust), None) for start, end in cues]
    for role in ("content", "source"):
        for start, end in draw(st.lists(spans, max_size=6)):
            found.append(TaggedSpan(role, start, end, draw(trust), draw(links)))
    return text, found
