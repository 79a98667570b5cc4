"""Mention → speaker: "the diplomat", "he" or "Mr. Pankin" to a name, or `None` rather than a guess.

Follows the habits of news prose: a pronoun or description beside a cue means whoever spoke or acted
last; each step taken is kept, so that a reader can see how we came from the mention to the name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.gender import Gender
from index.layout import number_at, quoted_spans, sentences
from index.lexicon import (
    DOCUMENT_NOUNS,
    FEMALE_MARKS,
    MALE_MARKS,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    PRONOUNS_FEMALE,
    PRONOUNS_MALE,
    PRONOUNS_OTHER,
    ROLE_KIN,
    TITLES,
)
from index.names import Person, surname
from index.statements import Draft
from index.types import Article, Link, SourceKind, Span, Statement

REACH = 4  # sentences that a pronoun or description looks back over
NAMED, SHARED_SURNAME, ONE_CANDIDATE, NEAREST, JOINT = 0.98, 0.7, 0.9, 0.7, 0.65
UNCONFIRMED = 0.65  # a description that no role in the article bears out

SUREST_CALLED = 0.55  # from here a description counts as what the article calls somebody
_PLAIN_NOUNS = MALE_MARKS | FEMALE_MARKS | frozenset(("speaker", "source", "interlocutor", "native"))

_CORE_END = re.compile(r"[,(]|\s(?:who|that|which|of|for|in|at|from|on|with|to|by|near|close|against|and)\s")
_NAME_TAIL = re.compile(r"^(?:\s*[,(—–-]|\s+(?:who|of|from|at|in|for|with|and|on|as)\b|['’]?s?[\s.,\"”’']*$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention turned out to be."""

    speaker: str | None
    kind: SourceKind
    chain: tuple[Link, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class _Scene:
    """What of the article the resolver looks at."""

    text: str
    people: Sequence[Person]
    places: tuple[tuple[Span, Person], ...]  # every place where a person is named, in order
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]


def attribute(article: Article, drafts: Sequence[Draft], people: Sequence[Person]) -> tuple[Statement, ...]:
    """Resolve the mentions of an article's drafts in the order of the text."""
    text = article.text
    scene = _Scene(
        text,
        people,
        tuple(sorted(((span, person) for person in people for span in person.spans), key=lambda p: p[0])),
        tuple(sentences(text)),
        tuple(quoted_spans(text)),
    )
    by_name = {person.name: person for person in people}
    spoken: list[tuple[int, Person]] = []  # where each speaker so far was mentioned as one
    called: dict[str, list[Span]] = {}  # descriptions so far, by whom they turned out to mean
    readings: dict[Span, Reading] = {}
    statements = []
    for draft in drafts:
        if draft.mention is None:
            reading = Reading(None, "unnamed")
        else:
            if draft.mention not in readings:
                readings[draft.mention] = read_mention(scene, draft.mention, spoken, called)
            reading = readings[draft.mention]
            if draft.carried:
                reason = "a quotation of its own right after this speaker's"
                reading = Reading(
                    reading.speaker,
                    reading.kind,
                    (Link(draft.mention, reason), *reading.chain),
                    reading.confidence,
                )
        person = by_name.get(reading.speaker or "")
        if person and draft.mention and reading.kind == "person":
            spoken.append((draft.mention[0], person))
            if reading.chain and reading.confidence > SUREST_CALLED:
                called.setdefault(person.name, []).append(draft.mention)
        statements.append(
            Statement(
                id=f"{article.id}:{draft.start}-{draft.end}",
                article_id=article.id,
                start=draft.start,
                end=draft.end,
                kind=draft.kind,
                pieces=draft.pieces,
                speaker=reading.speaker,
                source_kind=reading.kind,
                mention=draft.mention,
                cue=draft.cue,
                role=_nearest_role(person, draft) if person else None,
                chain=reading.chain,
                confidence=round(draft.confidence * reading.confidence, 3),
            )
        )
    return tuple(statements)


def read_mention(
    scene: _Scene,
    mention: Span,
    spoken: Sequence[tuple[int, Person]],
    called: Mapping[str, Sequence[Span]],
) -> Reading:
    """Decide whom one mention means, by the speakers before it and what they were called."""
    text = scene.text
    words = text[slice(*mention)].strip(' ,.;:"“”').lower()
    first = re.match(r"[\w’']+", words)
    if words in PRONOUNS_MALE | PRONOUNS_FEMALE:
        gender: Gender = "male" if words in PRONOUNS_MALE else "female"
        return _look_back(scene, mention, spoken, gender=gender)
    if words in ("who", "that", "which"):
        return _relative(scene, mention)
    heads = _heads(scene, mention)
    if heads:
        (start, _), person = heads[0]
        sure = NAMED if person.sure or " " in text[slice(*heads[0][0])] else SHARED_SURNAME
        if len(heads) > 1:
            return Reading(person.name, "person", _named(text, heads[0]), JOINT)
        return Reading(person.name, "person", _named(text, heads[0]), sure)
    if words in PRONOUNS_OTHER or not first:
        return Reading(None, "unnamed")
    return _described(scene, mention, spoken, called)


def _named(text: str, head: tuple[Span, Person]) -> tuple[Link, ...]:
    """The step from a short name to the place that gives it in full."""
    span, person = head
    if text[slice(*span)] == person.name:
        return ()
    full = next((s for s in person.spans if text[slice(*s)] == person.name), None)
    return (Link(full, f"{text[slice(*span)]} is {person.name}"),) if full and full != span else ()


def _heads(scene: _Scene, mention: Span) -> list[tuple[Span, Person]]:
    """Return the people a mention names as those who speak, not merely as somebody's campaign."""
    start, end = mention
    text = scene.text
    heads: list[tuple[Span, Person]] = []
    for span, person in scene.places:
        if span[1] <= start or span[0] >= end:
            continue
        before, after = text[start : span[0]], text[span[1] : end]
        segment = re.split(r",\s*", before)[-1] if not before.rstrip().endswith(" and") else before
        if (
            re.search(r"\b(?:for|to|with|by|from|against|about|like|than|in|on)\s", segment + " ")
            and not heads
        ):
            continue
        # "Secretary of State Hillary Clinton" is she; "the wife of Donald Trump" is not he.
        if re.search(r"\bof (?:the )?$|\bof (?:Mr|Mrs|Ms|Dr|Sen|Rep|President|Senator)\.? $", segment):
            continue
        if not _NAME_TAIL.match(after):
            continue
        if heads and not re.fullmatch(r"(?:,| and|, and|,? or)\s?", text[heads[-1][0][1] : span[0]]):
            continue
        heads.append((span, person))
    return heads


def _look_back(
    scene: _Scene,
    mention: Span,
    spoken: Sequence[tuple[int, Person]],
    *,
    gender: Gender = None,
    role: str = "",
) -> Reading:
    """Find whom "he", "she" or "the diplomat" means among the people named shortly before."""
    at = mention[0]
    here = _sentence(scene, at)
    scores: dict[str, tuple[float, Span]] = {}
    first_in: dict[int, Span] = {}
    for span, person in scene.places:
        if span[0] >= at:
            break
        distance = here - _sentence(scene, span[0])
        if distance > REACH or (person.gender and gender and person.gender != gender):
            continue
        number = here - distance
        first_in.setdefault(number, span)
        score = 4.0 - distance
        score += 2.0 * (first_in[number] == span)  # the subject comes first
        score -= 3.0 * _quoted(scene, span)  # people spoken about seldom speak next
        score += 1.0 * (gender is not None and person.gender == gender)
        if score > scores.get(person.name, (-9.0, span))[0]:
            scores[person.name] = (score, span)
    for position, person in {person.name: (at_, person) for at_, person in spoken[-2:]}.values():
        distance = here - _sentence(scene, position)
        if distance <= REACH + 2 and not (person.gender and gender and person.gender != gender):
            old, span = scores.get(person.name, (3.0 - distance / 2, (position, position)))
            last = position == spoken[-1][0] and not _named_since(scene, position, at, person)
            scores[person.name] = (
                old + (3.0 if last else 1.0),
                span if span[0] != span[1] else _span_at(person, position),
            )
    ranked = sorted(scores.items(), key=lambda item: -item[1][0])
    if not ranked or ranked[0][1][0] <= 0:
        return Reading(None, "unnamed")
    name, (score, span) = ranked[0]
    distance = here - _sentence(scene, span[0])
    words = scene.text[slice(*mention)].strip()
    others = [n for n, (s, _) in ranked[1:] if s > 0]
    if others and score - ranked[1][1][0] < 0.5:
        return Reading(None, "unnamed")  # two fit equally well
    back = "in the same sentence" if distance == 0 else f"{distance} sentence{'s' * (distance > 1)} before"
    why = f"{words} ← {scene.text[slice(*span)]}, {back}"
    if role:
        why += f", {role}"
    return Reading(name, "person", (Link(span, why),), NEAREST if others else ONE_CANDIDATE)


def _named_since(scene: _Scene, since: int, until: int, speaker: Person) -> bool:
    """Whether the narration, outside quotations, has turned to somebody else."""
    return any(
        since < span[0] < until and person is not speaker and not _quoted(scene, span)
        for span, person in scene.places
    )


def _relative(scene: _Scene, mention: Span) -> Reading:
    """ "Pankin, who said …": the name right before."""
    before = [(s, p) for s, p in scene.places if s[1] <= mention[0] and mention[0] - s[1] < 90]
    if before:
        span, person = before[-1]
        between = scene.text[span[1] : mention[0]]
        if not re.search(r"[.!?;\n]\s", between) and (
            between.strip() in ("", ",") or between.count(",") == 2
        ):
            return Reading(
                person.name, "person", (Link(span, f"who ← {scene.text[slice(*span)]}"),), ONE_CANDIDATE
            )
    return Reading(None, "unnamed")


def _described(
    scene: _Scene,
    mention: Span,
    spoken: Sequence[tuple[int, Person]],
    called: Mapping[str, Sequence[Span]],
) -> Reading:
    """A mention without a person's name: a description, an organisation, a document, somebody."""
    words = scene.text[slice(*mention)].strip(' ,.;:"“”')
    cut = _CORE_END.search(words)
    core = words[: cut.start()] if cut and cut.start() else words
    noun = re.sub(r"['’]s?$", "", core.split()[-1]).lower() if core.split() else ""
    singular = noun[:-1] if noun.endswith("s") and noun not in PERSON_NOUNS else noun
    if noun in DOCUMENT_NOUNS:
        return Reading(None, "document")
    definite = re.match(r"(?i)the\s|this\s|his\s|her\s|[A-Z]\w+['’]s\s", words)
    if noun in PERSON_NOUNS and (definite or core[:1].isupper() or " " not in core):
        return _by_role(scene, mention, spoken, called, noun, core)
    if noun not in ORGANISATION_NOUNS and _names_somebody(scene, core):
        return Reading(None, "person")  # "Mr. Clinton", where two people are
    if noun in ORGANISATION_NOUNS or (singular == noun and core.split() and core.split()[-1][0].isupper()):
        name = re.sub(r"^(?i:the|an?)\s", "", core)
        proper = re.search(r"[A-Z]", name) and not re.match(r"(?i)(?:some|many|several|other|one)\b", core)
        if proper:
            return Reading(name, "organisation", confidence=NAMED)
        return Reading(None, "organisation" if noun in ORGANISATION_NOUNS else "unnamed")
    return Reading(None, "unnamed")


def _names_somebody(scene: _Scene, core: str) -> bool:
    """Whether words that were resolved to nobody are a person's name all the same."""
    first = core.split()[0].rstrip(".").lower() if core.split() else ""
    names = {surname(person.name) for person in scene.people} | {
        person.name.split()[0] for person in scene.people
    }
    return bool(re.search(r"['’]s?$", core)) or first in TITLES or core in names


def _by_role(
    scene: _Scene,
    mention: Span,
    spoken: Sequence[tuple[int, Person]],
    called: Mapping[str, Sequence[Span]],
    noun: str,
    core: str,
) -> Reading:
    """ "The deputy foreign minister": the one person whose role says so, else who spoke just before."""
    kin = ROLE_KIN.get(noun, frozenset()) | {noun}
    wanted = {w.lower() for w in re.findall(r"\w+", core)} - {"the", "this", "a", "his", "her", noun}
    fitting: dict[str, tuple[int, Person, Span, int]] = {}  # score, who, role, words shared
    for person in scene.people:
        if person.spans[0][0] >= mention[0]:
            continue
        for role in (*person.roles, *called.get(person.name, ())):
            said = {w.lower() for w in re.findall(r"\w+", scene.text[slice(*role)])}
            if kin & said:
                shared = len(wanted & said)
                score = 2 * shared + 1 + (noun in said) - len(wanted - said)
                if person.name not in fitting or score > fitting[person.name][0]:
                    fitting[person.name] = (score, person, role, shared)
    gender: Gender = "male" if noun in MALE_MARKS else "female" if noun in FEMALE_MARKS else None
    near = _look_back(scene, mention, spoken, gender=gender)
    ranked = sorted(fitting.values(), key=lambda f: -f[0])
    best = [f for f in ranked if f[0] == ranked[0][0]]
    last = next((f for f in ranked if f[1].name == near.speaker and f[3] >= ranked[0][3]), None)
    chosen = last or (best[0] if len(best) == 1 else None)
    if chosen and chosen[0] > 0:
        _, person, role, _ = chosen
        why = f"{core} ← {person.name}, “{scene.text[slice(*role)]}”"
        return Reading(person.name, "person", (Link(role, why),), ONE_CANDIDATE)
    if best:
        return Reading(None, "unnamed")  # the role fits several people
    if near.speaker and (
        not spoken or spoken[-1][1].name == near.speaker or near.confidence == ONE_CANDIDATE
    ):
        return Reading(near.speaker, "person", near.chain, UNCONFIRMED * near.confidence)
    return Reading(None, "unnamed")


def _nearest_role(person: Person, draft: Draft) -> Span | None:
    """The role the article gives a speaker, at the place nearest before the statement."""
    at = draft.mention[1] if draft.mention else draft.start
    earlier = [role for role in person.roles if role[0] <= at]
    return earlier[-1] if earlier else (person.roles[0] if person.roles else None)


def _sentence(scene: _Scene, offset: int) -> int:
    """Return the number of the sentence that holds `offset`."""
    return number_at(scene.sentences, offset)


def _quoted(scene: _Scene, span: Span) -> bool:
    return any(low <= span[0] and span[1] <= high for low, high in scene.quotes)


def _span_at(person: Person, position: int) -> Span:
    """The last place before `position`, or at it, where a person is named."""
    return max((s for s in person.spans if s[0] <= position), default=person.spans[0])
