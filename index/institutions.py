"""Which organisation is meant where its name is not said: "the agency", "it", "the weather service"."""

import re

from index.lexicon import COMPANY_NOUNS, ORGANISATION_NOUNS
from index.organisations import Organisation
from index.scene import NEAREST, ONE_CANDIDATE, Memory, Reading, Scene
from index.types import Link, Span

REACH = 3  # sentences back to the organisation that "it" or "the agency" means

_BODIES = frozenset(
    """department ministry agency bureau board commission service administration authority office center
    centre committee council court institute government congress police""".split()
)
# What may be called so, though its name does not say it.
_KINDS = {
    "agency": _BODIES,
    "panel": frozenset("board commission committee court council".split()),
    "paper": frozenset(("newspaper", "press", "news")),
    "newspaper": frozenset(("paper", "press", "news")),
    "network": frozenset(("news", "network", "channel", "media")),
    "outlet": frozenset(("news", "newspaper", "network", "magazine", "media", "press")),
}
_LINKS = frozenset(("of", "for", "on", "and", "&"))
_ANY_KIND = frozenset("organization organisation group".split())
_NOTHING_BETWEEN = re.compile(r"(?: \([^()]{2,12}\))?,? ?")


def kind_of_organisation(scene: Scene, mention: Span, memory: Memory, core: str) -> Reading:
    """ "The company": the only organisation that is called so, else the one spoken of just before."""
    found = called(scene, mention[0], memory, core) if re.match(r"(?i)the\s|this\s", core) else None
    if found is None:
        return Reading(None, "organisation")
    organisation, span, sure = found
    why = Link(span, f"the {core.split()[-1].lower()} ← {organisation.name}")
    return Reading(organisation.name, "organisation", (why,), sure)


def it(scene: Scene, mention: Span, memory: Memory) -> Reading | None:
    """ "It": the organisation that spoke last, if nobody did since, or that this sentence is about."""
    at = mention[0]
    here = scene.sentence(at)
    start = scene.sentences[here][0]
    found = _opening(scene, start, at)
    if memory.organisations and memory.mentions and found is None:
        position, organisation = memory.organisations[-1]
        paragraph = scene.paragraph(at)
        start = scene.paragraphs[paragraph][0]
        same = scene.paragraph(position) == paragraph or start == at or scene.quoted((start, start + 1))
        if same and position == memory.mentions[-1][0][0] and here - scene.sentence(position) < REACH:
            found = organisation, _last_place(organisation, at)
    if found is None:
        return None
    why = Link(found[1], f"it ← {found[0].name}")
    return Reading(found[0].name, "organisation", (why,), NEAREST)


def ends_a_name(scene: Scene, core: str, at: int) -> bool:
    """Whether a description, "the zoo", is the end of an organisation's name that stands before it."""
    the, _, rest = core.lower().partition(" ")
    words = rest.split()
    before = (o for o in scene.organisations if o.spans[0][1] <= at)
    return the in ("the", "this") and any(_ends_with(o.name, words) for o in before)


def which(scene: Scene, mention: Span) -> Reading | None:
    """ "Acme, which said …": the organisation that is named right before."""
    for organisation in scene.organisations:
        for span in organisation.spans:
            if span[1] <= mention[0] and _NOTHING_BETWEEN.fullmatch(scene.text, span[1], mention[0]):
                why = Link(span, f"which ← {organisation.name}")
                return Reading(organisation.name, "organisation", (why,), ONE_CANDIDATE)
    return None


def called(scene: Scene, at: int, memory: Memory, core: str) -> tuple[Organisation, Span, float] | None:
    """Return the organisation that "the …" at a place means, its place, and how sure that is.

    The only one whose name ends so ("the weather service"); the only one of that kind; else, of those
    that may be called so, the last to speak or the one this paragraph is about.
    """
    words = core.lower().split()[1:]
    before = [(o, s) for o in scene.organisations for s in o.spans if s[1] <= at]
    ends_so = {o.name: (o, s) for o, s in before if _ends_with(o.name, words)}
    if len(ends_so) == 1:
        return (*next(iter(ends_so.values())), ONE_CANDIDATE)
    if not words or words[-1] not in ORGANISATION_NOUNS | COMPANY_NOUNS | _KINDS.keys():
        return None
    paragraph = scene.paragraphs[scene.paragraph(at)][0]
    of_kind = [(o, s) for o, s in before if words[-1] in o.nouns and _fits(o, words)]
    for since in (0, paragraph):
        latest = {o.name: (o, s) for o, s in of_kind if s[0] >= since}
        if len(latest) == 1:
            return (*next(iter(latest.values())), ONE_CANDIDATE)
    if len(words) > 1 or of_kind:
        return None  # "the fire service" is not whichever spoke last; and of two nobody is meant for certain
    return _spoken_of(scene, at, memory, words[-1])


def _spoken_of(scene: Scene, at: int, memory: Memory, noun: str) -> tuple[Organisation, Span, float] | None:
    found: list[tuple[int, Organisation, Span]] = []
    here = scene.sentence(at)
    if memory.organisations:
        position, organisation = memory.organisations[-1]
        if here - scene.sentence(position) <= REACH and _may_be_called(organisation, noun):
            found.append((position, organisation, _last_place(organisation, at)))
    number = scene.paragraph(at)
    for start, _ in scene.paragraphs[max(0, number - 1) : number + 1]:
        opening = _opening(scene, start, at)
        if opening and _may_be_called(opening[0], noun):
            found.append((start, *opening))
    if not found:
        return None
    _, organisation, span = max(found, key=lambda f: f[0])
    return organisation, span, NEAREST


def _last_place(organisation: Organisation, before: int) -> Span:
    return max((s for s in organisation.spans if s[1] <= before), default=organisation.spans[0])


def _may_be_called(organisation: Organisation, noun: str) -> bool:
    if noun in _ANY_KIND:
        return True
    if noun in COMPANY_NOUNS:
        return not organisation.nouns - COMPANY_NOUNS
    return noun in _KINDS and (not organisation.nouns or bool(organisation.nouns & _KINDS[noun]))


def _opening(scene: Scene, start: int, before: int) -> tuple[Organisation, Span] | None:
    """Return the organisation that stands first in a sentence or paragraph, before a place."""
    for organisation in scene.organisations:
        for span in organisation.spans:
            if (
                span[1] <= before
                and span[0] >= start
                and scene.text[start : span[0]].lower().strip() in ("", "the")
            ):
                return organisation, span
    return None


def _fits(organisation: Organisation, words: list[str]) -> bool:
    """Whether what stands before the noun can be said of an organisation: "the federal" of no other."""
    own = set(organisation.name.lower().split())
    return words[-1] in COMPANY_NOUNS or all(word in own for word in words[:-1])


def _ends_with(name: str, words: list[str]) -> bool:
    """Whether words, without "the", end a longer name: "weather service" of National Weather Service."""
    own = name.lower().split()
    rest = own[: -len(words)]
    return bool(words and rest) and own[-len(words) :] == words and rest[-1] not in _LINKS
