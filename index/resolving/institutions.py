"""Which organisation is meant where its name is not said: "the agency", "it", "the weather service"."""

import re
from collections.abc import Sequence

from index.kinds import BROADCASTERS, COMPANY_NOUNS, KINDS, ORGANISATION_NOUNS, REPORTERS
from index.lexicon import PRONOUNS, QUANTIFIERS, can_begin_a_name
from index.naming.organisations import Organisation, named_in
from index.naming.personal import noun as noun_of
from index.naming.shortened import PAPERS
from index.resolving.scene import NEAREST, ONE_CANDIDATE, Memory, Reading, Scene
from index.resolving.teams import only_team, team_before
from index.types import Link, Span

LONGEST_HEADING = 90  # characters
FAR = 4  # paragraphs back to the one firm that "the company" means
REACH = 3  # sentences back to the organisation that "it" or "the agency" means

# "Long John's, in Lowtown, is …", "Salad and Go has …"; two that do something are none.
_WORD = r"[A-Z][\w’'&.-]*"
_OPENING = re.compile(
    r"(?:(?:But|And|Yet|Still|However,|Meanwhile,) )?(?:[Tt]he )?"
    rf"({_WORD}(?: (?:of |and |for |the )*{_WORD})*)(?=,? [a-z(]|, )"
)
_DOES = re.compile(
    r"(?:,[^,.]+,)?"
    r" (?:is|has|had|was|will|says|said|plans|announced|told|offers|offering|gives|giving|launched|recalled"
    r"|issued|reported)\b"
    r"|, (?:an?|the) (?:[\w’'-]+ ){0,3}?(?:maker|provider|supplier|company|firm|chain|retailer|startup)\b"
)
_DESCRIBED = re.compile(rf"(The (?:{'|'.join(sorted(COMPANY_NOUNS | ORGANISATION_NOUNS))})) [a-z]")
_NO_NAMES = PRONOUNS | QUANTIFIERS | {"another"}
_LINKS = frozenset(("of", "for", "on", "and", "&"))
_AGAINST = re.compile(r"\bvs?\. $")  # "the ruling in Lee v. Acme, which overturned …" is not Acme's
_ANY_KIND = frozenset("organization organisation group".split())
_NOTHING_BETWEEN = re.compile(r"(?: \([^()]{2,12}\))?,? ?")
_APPOSED = re.compile(
    r"(?: \([^()]{2,12}\))?, an? (?:[\w’'-]+ ){0,4}?([a-z-]+),? "
)  # "Acme, a Lowtown group (that)"


def kind_of_organisation(scene: Scene, mention: Span, memory: Memory, core: str) -> Reading:
    """ "The company": the only organisation that is called so, else the one spoken of just before."""
    found = called(scene, mention[0], memory, core) if re.match(r"(?i)the\s|this\s", core) else None
    found = found or only_team(scene, mention[0], core)
    if found is None:
        return Reading(None, "organisation")
    organisation, span, sure = found
    return meant_by(f"the {core.split()[-1].lower()}", organisation, span, sure)


def meant_by(words: str, organisation: Organisation, span: Span, sure: float) -> Reading:
    """Return an organisation that words mean, with the step to the place that tells so."""
    return Reading(organisation.name, "organisation", (Link(span, f"{words} ← {organisation.name}"),), sure)


def it(scene: Scene, mention: Span, memory: Memory) -> Reading | None:
    """ "It": the organisation that this sentence is about, or that spoke last, if nobody did since."""
    at = mention[0]
    here, paragraph = scene.sentence(at), scene.paragraph(at)
    opening = scene.sentences[here][0]
    found = None if scene.quoted((opening, opening + 1)) else _subject(scene, opening, at)
    if found is None and (subject := _described_before(scene, here, memory)):
        return meant_by("it", *subject[:2], NEAREST)
    last = _last_to_speak(scene, memory)
    if found is None and last and last[1] == memory.mentions[-1][0]:
        position, start = last[1][0], scene.paragraphs[paragraph][0]
        opens_quoted = scene.quoted((start, start + 1))  # the words themselves are no way back
        same = scene.paragraph(position) == paragraph or start == at or opens_quoted
        since = scene.sentence(start) if opens_quoted else here
        found = last if same and since - scene.sentence(position) < REACH else None
    return meant_by("it", *found, NEAREST) if found else None


def owner_of_its(scene: Scene, mention: Span, memory: Memory) -> Reading | None:
    """Return whose "its website" is: of what this sentence is about, or, where it opens one, the last."""
    here = scene.sentence(mention[0])
    start = scene.sentences[here][0]
    paragraph = scene.paragraphs[scene.paragraph(start)][0]
    opens = paragraph < start == mention[0]
    nobody = not scene.named(max(paragraph, scene.sentences[max(0, here - 1)][0]), mention[0])
    if opens and nobody and (found := _subject(scene, scene.sentences[here - 1][0], start)):
        return meant_by(scene.text[slice(*mention)].split()[0], *found, NEAREST)
    return it(scene, mention, memory)


def _described_before(scene: Scene, here: int, memory: Memory) -> tuple[Organisation, Span, float] | None:
    """Return what the sentence before, in this paragraph, is about by a description: "The company has"."""
    if not here or scene.paragraph(scene.sentences[here - 1][0]) != scene.paragraph(scene.sentences[here][0]):
        return None
    opening = _DESCRIBED.match(scene.text, *scene.sentences[here - 1])
    if not opening:
        return None
    so_far = _called_so_before(scene, memory, opening[1])
    return (*so_far, NEAREST) if so_far else called(scene, opening.start(), memory, opening[1])


def _called_so_before(scene: Scene, memory: Memory, core: str) -> tuple[Organisation, Span] | None:
    """Return whom the same words meant when they spoke last."""
    for span, reading in reversed(memory.named):
        if reading.speaker and scene.text[slice(*span)].lower() == core.lower():
            return Organisation(reading.speaker, (span,), frozenset()), span
    return None


def ends_a_name(scene: Scene, core: str, at: int) -> bool:
    """Whether a description, "the zoo", is the end of an organisation's name that stands before it."""
    the, _, rest = core.lower().partition(" ")
    words = rest.split()
    before = (o for o in scene.organisations if o.spans[0][1] <= at)
    return the in ("the", "this") and any(_ends_with(o.name, words) for o in before)


def which(scene: Scene, mention: Span) -> Reading | None:
    """ "Acme, which said …", "Acme, a group that says …": the organisation that is named right before."""
    word = scene.text[slice(*mention)].lower()
    for organisation in scene.organisations:
        for span in organisation.spans:
            if span[1] > mention[0] or _AGAINST.search(scene.text, max(0, span[0] - 5), span[0]):
                continue
            next_to = word == "which" and _NOTHING_BETWEEN.fullmatch(scene.text, span[1], mention[0])
            apposed = _APPOSED.fullmatch(scene.text, span[1], mention[0])
            if next_to or (apposed and apposed[1] in ORGANISATION_NOUNS | COMPANY_NOUNS):
                return meant_by(word, organisation, span, ONE_CANDIDATE)
    if word == "which" and (team := team_before(scene, mention[0])):  # "the Lee campaign, which"
        return meant_by(word, *team, ONE_CANDIDATE)
    return None


def called(scene: Scene, at: int, memory: Memory, core: str) -> tuple[Organisation, Span, float] | None:
    """Return the organisation that "the …" at a place means, its place, and how sure that is.

    The only one whose name ends so ("the weather service"); what this paragraph is about, if that may be
    called so; the only one of that kind; else the last to speak, or what the paragraph before is about.
    """
    words = core.lower().split()[1:]
    before = [(o, s) for o in scene.organisations for s in o.spans if s[1] <= at and not scene.quoted(s)]
    ends_so = {o.name: (o, s) for o, s in before if _ends_with(o.name, words)}
    if len(ends_so) == 1:
        return (*next(iter(ends_so.values())), ONE_CANDIDATE)
    if any(word.endswith(("'s", "’s")) for word in words):
        return None  # "the state's emergency agency" is one of the state's, and not the state
    noun = words[-1] if words else ""
    generic = noun in COMPANY_NOUNS | _ANY_KIND | KINDS.keys()
    if not generic and noun not in ORGANISATION_NOUNS:
        return None
    if noun in _ANY_KIND and _an_unnamed_one_spoke(scene, memory):
        return None
    paragraph = scene.paragraph(at)
    start = scene.paragraphs[paragraph][0]
    if generic and (subject := _subject_of_paragraph(scene, start, at, noun)):
        return (*subject, NEAREST)
    if noun in COMPANY_NOUNS and (headed := _subject_of_heading(scene, paragraph, noun)):
        return (*headed, NEAREST)
    if generic and (only := _only_one_named(scene, before, at, noun)):
        return (*only, NEAREST)
    if generic and (spoke := _spoke_in_the_sentence_before(scene, at, memory, noun)):
        return (*spoke, NEAREST)
    again = _called_so_before(scene, memory, core)
    if again and scene.sentence(at) - scene.sentence(again[1][0]) <= 1:
        return (*again, NEAREST)
    of_kind = [(o, s) for o, s in before if noun in o.nouns and _fits(o, words)]
    for since in (0, start):
        latest = {o.name: (o, s) for o, s in of_kind if s[0] >= since}
        if len(latest) == 1:
            organisation, span = next(iter(latest.values()))
            if noun in COMPANY_NOUNS and paragraph - scene.paragraph(span[0]) > FAR:
                return None  # firms have come up since, it may be, that no noun tells to be firms
            return organisation, span, ONE_CANDIDATE
    last = _last_to_speak(scene, memory)
    if last and scene.sentence(at) - scene.sentence(last[1][0]) > REACH:
        last = None
    if of_kind and last and noun in last[0].name.lower().split():
        return (*last, NEAREST)
    if not generic or of_kind:
        return None  # "the fire service" is not whichever spoke last; and of two nobody is meant for certain
    if last and _may_be_called(last[0], noun):
        return (*last, NEAREST)
    former = scene.paragraphs[max(0, paragraph - 1)][0]
    subject = _subject_of_paragraph(scene, former, start, noun)
    return (*subject, NEAREST) if subject else None


def _only_one_named(
    scene: Scene, before: Sequence[tuple[Organisation, Span]], at: int, noun: str
) -> tuple[Organisation, Span] | None:
    """Return the one organisation, of those named `before`, in this sentence, else in the one before it."""
    here = scene.sentence(at)
    first = scene.sentence(scene.paragraphs[scene.paragraph(at)][0])
    for number in range(here, max(first, here - 1) - 1, -1):
        start, end = scene.sentences[number]
        places = [(o, s) for o, s in before if start <= s[0] < end]
        if noun in COMPANY_NOUNS:
            fitting = places if all(_may_be_called(o, noun) for o, _ in places) else []
        else:  # no firm that the article does not call one
            kinds = KINDS.get(noun, frozenset())
            fitting = [(o, s) for o, s in places if noun in _ANY_KIND or o.nouns & kinds or _is_short(o)]
        if places:
            return fitting[0] if len({o.name for o, _ in fitting}) == 1 else None
    return None


def _spoke_in_the_sentence_before(
    scene: Scene, at: int, memory: Memory, noun: str
) -> tuple[Organisation, Span] | None:
    """Return who spoke last, in this paragraph's sentence before, if it may be called so."""
    last = _last_to_speak(scene, memory)
    if last is None or last[1] != memory.named[-1][0] or not _may_be_called(last[0], noun):
        return None
    same = scene.paragraph(last[1][0]) == scene.paragraph(at)
    return last if same and scene.sentence(at) - scene.sentence(last[1][0]) == 1 else None


def _is_short(organisation: Organisation) -> bool:
    """Whether an organisation of no kind that we know goes by an abbreviation, as the BBC and NASA do."""
    return organisation.name.isupper() and not organisation.nouns


def _subject_of_paragraph(scene: Scene, start: int, at: int, noun: str) -> tuple[Organisation, Span] | None:
    """Return what the sentences from `start` to `at` are about, if it may be called so: the latest first."""
    for number in range(scene.sentence(at - 1), scene.sentence(start) - 1, -1):
        subject = _subject(scene, scene.sentences[number][0], at)
        if subject and _may_be_called(subject[0], noun):
            return subject
    return None


def _subject_of_heading(scene: Scene, paragraph: int, noun: str) -> tuple[Organisation, Span] | None:
    """Return what the heading right above a paragraph is about: "Acme offers free tea"."""
    start, end = scene.paragraphs[max(0, paragraph - 1)]
    is_heading = paragraph and end - start <= LONGEST_HEADING and scene.text[end - 1].isalnum()
    return _subject_of_paragraph(scene, start, end, noun) if is_heading else None


def _subject(scene: Scene, start: int, before: int) -> tuple[Organisation, Span] | None:
    """Return the organisation that opens a sentence as its subject, before a place: no person, and no two."""
    found = _OPENING.match(scene.text, start, before)
    if not found or not can_begin_a_name(found[1].split()[0]) or found[1].lower() in _NO_NAMES:
        return None
    low, high = found.span(1)
    inside = [o for o in scene.organisations if any(low <= s[0] and s[1] <= high for s in o.spans)]
    if len(inside) == 1 and (inside[0].name == found[1] or " and " not in found[1]):
        return inside[0], (low, high)
    brand = found[1].endswith(("'s", "’s"))  # "Wendy's is", though a name finder knows Wendy
    whole = any(span[1] >= high for span, _ in scene.named(low, high))  # "Lee Media" is not Lee
    if inside or (whole and not brand) or not _DOES.match(scene.text, high):
        return None
    return Organisation(found[1], ((low, high),), frozenset()), (low, high)


def _last_to_speak(scene: Scene, memory: Memory) -> tuple[Organisation, Span] | None:
    for span, reading in reversed(memory.named):
        if reading.kind == "organisation" and reading.speaker:
            known = (o for o in scene.organisations if o.name == reading.speaker)
            return next(known, Organisation(reading.speaker, (span,), frozenset())), span
    return None


def _an_unnamed_one_spoke(scene: Scene, memory: Memory) -> bool:
    """Whether the last to speak is an organisation that has no name: "its national service center"."""
    if not memory.mentions or (memory.named and memory.named[-1][0] == memory.mentions[-1][0]):
        return False
    mention = memory.mentions[-1][0]
    words = scene.text[slice(*mention)].split()
    is_a_kind = bool(words) and noun_of(words[-1]) in ORGANISATION_NOUNS | COMPANY_NOUNS
    return is_a_kind and named_in(scene.organisations, mention) is None


def _may_be_called(organisation: Organisation, noun: str) -> bool:
    if noun in _ANY_KIND:
        return True
    if noun in COMPANY_NOUNS:  # "the company" is not the agency, nor the paper, that reports of it
        name = organisation.name
        reports = name.lower() in REPORTERS | BROADCASTERS or name.split()[-1] in PAPERS
        return not reports and not organisation.nouns - COMPANY_NOUNS
    return noun in KINDS and (not organisation.nouns or bool(organisation.nouns & KINDS[noun]))


def _fits(organisation: Organisation, words: list[str]) -> bool:
    """Whether what stands before the noun can be said of an organisation: "the federal" of no other."""
    own = set(organisation.name.lower().split())
    return words[-1] in COMPANY_NOUNS or all(word in own for word in words[:-1])


def _ends_with(name: str, words: list[str]) -> bool:
    """Whether words, without "the", end a longer name: "weather service" of National Weather Service.

    Or what stands before its "of": "museum" of the Holm Museum of Art, or of the Museum of Art.
    """
    head, of, _ = name.lower().partition(" of ")
    if of and head.split() == words:
        return True
    for own in (name.lower().split(), head.split()):
        rest = own[: -len(words)]
        if words and rest and own[-len(words) :] == words and rest[-1] not in _LINKS:
            return True
    return False
