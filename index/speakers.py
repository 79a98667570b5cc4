"""Mention → speaker: "the diplomat", "he" or "Mr. Pankin" to a name, or `None` rather than a guess.

Follows the habits of news prose: a pronoun or description beside a cue means whoever spoke or acted
last; each step taken is kept, so that a reader can see how we came from the mention to the name.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.lexicon import PRONOUNS_FEMALE, PRONOUNS_MALE, PRONOUNS_OTHER
from index.linking.drafts import Draft
from index.linking.presented import presentation
from index.naming.gender import Gender
from index.naming.names import Person
from index.naming.organisations import Organisation, in_full
from index.phrases import is_somebody, own_words
from index.resolving.authors import author
from index.resolving.bodies import named_after
from index.resolving.descriptions import described
from index.resolving.institutions import it, which
from index.resolving.pronouns import look_back
from index.resolving.relatives import relative
from index.resolving.scene import (
    NAMED,
    NEAREST,
    NOBODY,
    ONE_CANDIDATE,
    SHARED_SURNAME,
    SUREST_CALLED,
    Memory,
    Reading,
    Scene,
    scene_of,
)
from index.resolving.together import HE_AND, TWO, the_two, they, with_fellows
from index.types import Article, Link, Span, Statement

_NAME_TAIL = re.compile(
    r"^(?:\.?\s*[,(—–-]|\s+(?:himself|herself|who|of|from|at|in|for|with|and|or|on|as)\b|['’]?s?[\s.,\"”’']*$)"
)
_GOVERNED = re.compile(r"\b(?:for|to|with|by|from|against|about|like|than|in|on)\s")
# "Secretary of State Hillary Clinton" is she; "the wife of Donald Trump" is not he.
_OF = re.compile(r"\bof (?:the )?$|\bof (?:Mr|Mrs|Ms|Dr|Sen|Rep|President|Senator)\.? $")
_NEITHER = re.compile(r"(?:neither|not|no)\s")  # "neither Lee nor Hart knows"
_LIKE = re.compile(r"\b(?:like|such as)\s")  # "experts like Lee, Hart" are more than these
# "Some, like Senator Lee, said": she is one who did.
_SOME_LIKE = re.compile(r"[\w ]+, (?:like|such as) (?:[A-Z][\w.]* )*")
# "The engineer who built it, Ann Lee" is Ann Lee all the same.
_DEFINITE = re.compile(r"(?:(?i:the|its|his|her|their|our)|[A-Z][\w.-]*['’]s?)\s")
# "Suits against Acme, which accuse it of lies": the suits do, not Acme.
_OF_SEVERAL = re.compile(
    r"(?:accuse|allege|argue|ask|assert|call|claim|contend|describe|find|report|say|seek|show|suggest|warn)\b"
)
_AT_A_BODY = re.compile(
    r"\b(?:to|at|of|for) (?:the )?(?:[A-Z]{2,}|(?:[A-Z]\.)+|United Nations|European Union) $"
)
_TITLED = re.compile(r",\s(?:[A-Z][\w.]*\s)*$")
_BRAND = re.compile(r"((?:[A-Z][\w&-]* ){0,2}[A-Z][\w&-]*)['’]s")
_SAYS = re.compile(r"(?:has |also )?(?:said|says|told|announced|confirmed|stated)\b")
_BY_THE_WAY = re.compile(r"\b(?:which|that|whom|what) $")
_JOINED = re.compile(r"(?:,| and|, and|,? or)\s?")


def attribute(
    article: Article,
    drafts: Sequence[Draft],
    people: Sequence[Person],
    organisations: Sequence[Organisation] = (),
) -> tuple[Statement, ...]:
    """Resolve the mentions of an article's drafts in the order of the text."""
    scene = scene_of(article.text, people, organisations)
    memory = Memory()
    readings: dict[Span | str, Reading] = {}
    statements: list[Statement] = []
    outer: Statement | None = None
    for draft in drafts:
        reading = _reading(scene, draft, memory, readings)
        if outer and outer.start <= draft.start and draft.end <= outer.end:
            reading = _reported(reading, outer)
        statement = _statement(article.id, scene, draft, reading)
        statements.append(statement)
        by_one = statement.speaker is None or statement.source_kind == "person"
        by_one = by_one and not (statement.mention and statement.source_kind != "person")
        (memory.reported if by_one else memory.hearsay).extend(statement.pieces)
        if outer is None or draft.end > outer.end:
            outer = statement
    return tuple(statements)


def read_mention(
    scene: Scene, mention: Span, memory: Memory, own: Sequence[Span] = (), cue: Span | None = None
) -> Reading:
    """Decide whom one mention means, by the speakers before it and what they were called.

    `own` are the words said, `cue` how: who is named in the words is not who says them.
    """
    words = scene.text[slice(*mention)].lower()
    if words == "they":
        return they(scene, mention, memory)
    if words in TWO:
        return the_two(scene, mention)
    return _in_full(scene, with_fellows(scene, mention, _read_one(scene, mention, memory, own, cue)))


def _in_full(scene: Scene, reading: Reading) -> Reading:
    """Return a reading with each organisation by the name that the article knows it by."""
    fellows = tuple(in_full(scene.organisations, name) for name in reading.co_speakers)
    speaker = reading.speaker
    if speaker and reading.kind == "organisation":
        speaker = in_full(scene.organisations, speaker)
    return replace(reading, speaker=speaker, co_speakers=fellows)


def _read_one(scene: Scene, mention: Span, memory: Memory, own: Sequence[Span], cue: Span | None) -> Reading:
    """Decide whom a mention means, the first where it names several."""
    text = scene.text
    words = text[slice(*mention)].strip(' ,.;:"“”').lower()
    joint = HE_AND.match(words)
    if gender := _he_or_she(joint[0] if joint else words):
        place = (mention[0], mention[0] + joint.end()) if joint else mention
        return look_back(scene, place, memory, gender=gender, own=own, cue=cue)
    if words == "which" and cue and _OF_SEVERAL.match(text, *cue):
        return NOBODY
    if words in ("who", "that", "which") and not text[slice(*mention)].isupper() or words.startswith("who "):
        reading = relative(scene, mention, memory)
        return which(scene, mention) or reading if words in ("which", "that") else reading
    if cue and _is_a_brand(text, mention, cue):
        return Reading(text[slice(*mention)], "organisation", (), NAMED)
    if institute := named_after(text[slice(*mention)]):
        return Reading(institute, "organisation", (), NAMED)
    heads = _heads(scene, mention)
    if heads and _NEITHER.match(words):
        return NOBODY
    if heads:
        span, person = heads[0]
        if any(text[a[1] : b[0]].strip(", ") == "or" for (a, _), (b, _) in pairwise(heads)):
            return NOBODY  # which of the two?
        sure = NAMED if person.sure or " " in text[slice(*span)] else SHARED_SURNAME
        return Reading(person.name, "person", scene.in_full(span, person), sure)
    if words == "i":
        return author(scene, mention)
    if words == "it" and (found := it(scene, mention, memory)):
        return found
    if words in PRONOUNS_OTHER or not re.match(r"[\w’']", words):
        return NOBODY
    return described(scene, mention, memory)


def _he_or_she(words: str) -> Gender:
    return "male" if words in PRONOUNS_MALE else "female" if words in PRONOUNS_FEMALE else None


def _is_a_brand(text: str, mention: Span, cue: Span) -> bool:
    """Whether a name ends in "'s" of its own: "Wendy's said", where nothing is said of a Wendy."""
    found = _BRAND.fullmatch(text, *mention)
    if not found or mention[1] + 1 != cue[0] or not _SAYS.match(text, *cue):
        return False
    return not re.search(rf"\b{re.escape(found[1])}\b(?!['’]s)", text)


def _reading(scene: Scene, draft: Draft, memory: Memory, readings: dict[Span | str, Reading]) -> Reading:
    """Read a draft's mention once, and remember who speaks; a label means the same person throughout."""
    if draft.mention is None:
        return NOBODY
    key = scene.text[slice(*draft.mention)] if draft.labelled else draft.mention
    if key not in readings:
        answers = draft.labelled and key == "A"
        readings[key] = (
            _introduced(scene, draft)
            if answers
            else read_mention(scene, draft.mention, memory, draft.pieces, draft.cue)
        )
    reading = readings[key]
    _remember(scene, draft.mention, reading, memory)
    if not draft.carried:
        return reading
    step = Link(draft.mention, draft.carried)
    return replace(reading, chain=(step, *reading.chain))


def _introduced(scene: Scene, draft: Draft) -> Reading:
    """Who answers in "Q. … A. …": the only person introduced before it, or the one named most."""
    before = [(span, person.name) for span, person in scene.places if span[1] <= draft.start]
    ranked = Counter(name for _, name in before).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return NOBODY
    name = ranked[0][0]
    span = next(span for span, who in before if who == name)
    why = f"A ← {name}, {'the only one' if len(ranked) == 1 else 'the one most'} introduced"
    return Reading(name, "person", (Link(span, why),), ONE_CANDIDATE if len(ranked) == 1 else NEAREST)


def _remember(scene: Scene, mention: Span, reading: Reading, memory: Memory) -> None:
    memory.mentions.append((mention, reading.speaker if reading.kind == "person" else None))
    if reading.speaker:
        memory.named.append((mention, reading))
        gender = _he_or_she(scene.text[slice(*mention)].lower())
        if gender and reading.confidence >= ONE_CANDIDATE:
            memory.genders.setdefault(reading.speaker, gender)
    person = next((p for p in scene.people if p.name == reading.speaker), None)
    if person and reading.kind == "person":
        memory.spoken.append((mention[0], person))
        if reading.chain and reading.confidence > SUREST_CALLED:
            memory.called.setdefault(person.name, []).append(mention)
    elif _is_an_unnamed_one(scene, mention) or _goes_on_unnamed(scene, mention, memory):
        memory.spoken.append((mention[0], None))


def _is_an_unnamed_one(scene: Scene, mention: Span) -> bool:
    """Whether a mention is of somebody without a name: not by the way, "which Holm's envoy called so"."""
    by_the_way = _BY_THE_WAY.search(scene.text, max(0, mention[0] - 10), mention[0])
    return is_somebody(scene.text[slice(*mention)]) and not by_the_way


def _goes_on_unnamed(scene: Scene, mention: Span, memory: Memory) -> bool:
    """Whether "he" goes on about "an old ferryman", who spoke last and has no name."""
    unnamed = bool(memory.spoken) and memory.spoken[-1][1] is None
    return unnamed and _he_or_she(scene.text[slice(*mention)].lower()) is not None


def _reported(reading: Reading, outer: Statement) -> Reading:
    """Add to a nested report who reports it: "Zakharova said Putin had promised …"."""
    if outer.mention is None:
        return reading
    by = " and ".join(outer.speakers) or "the source outside"
    return replace(reading, chain=(*reading.chain, Link(outer.mention, f"as {by} reports it")))


def _statement(article_id: str, scene: Scene, draft: Draft, reading: Reading) -> Statement:
    person = next((p for p in scene.people if p.name == reading.speaker), None)
    return Statement(
        id=f"{article_id}:{draft.start}-{draft.end}",
        article_id=article_id,
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
        co_speakers=reading.co_speakers,
        presents=presentation(scene.text, draft.kind, draft.pieces, draft.cue, draft.mention, reading.kind),
    )


def _heads(scene: Scene, mention: Span) -> list[tuple[Span, Person]]:
    """Return the people a mention names as those who speak, not merely as somebody's campaign."""
    start, end = mention
    text = scene.text
    own = start + own_words(text[start:end])
    heads: list[tuple[Span, Person]] = []
    for span, person in scene.named(start, end):
        before, after = text[start : span[0]], text[span[1] : end]
        example = _SOME_LIKE.fullmatch(before)
        if not heads and _LIKE.search(before) and not example:
            continue
        if span[0] >= own and not (_DEFINITE.match(before) and _TITLED.search(before)):
            continue
        segment = before if before.rstrip().endswith(" and") else re.split(r",\s*", before)[-1]
        governed = _GOVERNED.search(segment + " ") and not _AT_A_BODY.search(segment)
        if (governed and not heads and not example) or _OF.search(segment):
            continue
        if not _NAME_TAIL.match(after):
            continue
        if heads and not _JOINED.fullmatch(text, heads[-1][0][1], span[0]):
            continue
        heads.append((span, person))
    return heads


def _nearest_role(person: Person, draft: Draft) -> Span | None:
    """The role the article gives a speaker, at the place nearest before the statement."""
    at = draft.mention[1] if draft.mention else draft.start
    earlier = [role for role in person.roles if role[0] <= at]
    return earlier[-1] if earlier else (person.roles[0] if person.roles else None)
