""" "He", "she", "who": the one named shortly before who can be meant, or nobody."""

import re
from collections.abc import Sequence

from index.accused import accused
from index.gender import Gender
from index.lexicon import is_person_noun
from index.names import Person
from index.scene import NEAREST, NOBODY, ONE_CANDIDATE, Memory, Reading, Scene
from index.spans import within
from index.types import Link, Span

REACH = 4  # sentences that a pronoun or description looks back over
LAST_SPEAKERS = 2  # who spoke last is looked back for a little further
CLAUSE = 200  # characters before a name that can hold what governs it
SUBJECT = 2.0  # for the subject of a sentence
RIGHT_BEFORE = 1.0  # more for that of the sentence right before
SPOKEN_ABOUT = 3.0  # against whoever is named in somebody's words
NAMED_BY_THEM = 2.0  # against whoever is named in the very words quoted: "Mayor Scott, I know …"
CALLED_OTHERWISE = 2.0  # against "she" for whom the article called "he"
RUMOURED = 1.0  # and in those of a group, a firm or a document, who are no "he"

_PRONOUNS: dict[Gender, re.Pattern[str]] = {
    "male": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "female": re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE),
}
_SUBJECTS: dict[Gender, re.Pattern[str]] = {
    "male": re.compile(r"\b[Hh]e\b"),
    "female": re.compile(r"\b[Ss]he\b"),
}
# What may stand before a name and belong to it: "the French president, ", "the ", "Mr. ".
_TITLES = r"\s(?:(?:the|an?|its|his|her|their)\s[^,.;:—]{3,60},\s)?(?:the\s|[A-Z][\w’'-]*\.?\s){0,3}$"
_GOVERNED = re.compile(
    r"\b(?:of|to|for|with|by|from|against|about|like|in|on|at|over|behind|toward|towards|between|into|[a-z]+ing"
    rf"|[a-z]+ed){_TITLES}"
)
_OWNED = re.compile(
    r"\b(?:of|to|for|with|by|from|against|about|like|in|on|at|over|behind|toward|towards|between|into|[a-z]+ing"
    rf"|[a-z]+ed|after|before|since|until|than|as|during|despite){_TITLES}"
)
_ROLE_OF = re.compile(r" (?:[a-z][\w-]* ){0,3}([a-z][\w-]*) (?=[A-Z])")
_WITH, _DOING = re.compile(r"\bwith $"), re.compile(r" [a-z]+ing\b")
_TEASER = re.compile(r"(?i:more|read(?: more| also)?|related|watch|see also|also read)\b[^.\n]{0,30}:")
_GOES_ON = re.compile(r"\b(?:add|continu|conclud|went on)")
# "As Lee spoke, Hart wiped his eyes": the sentence is about Hart.
_FRONTED = re.compile(
    r"(?:Even |Just )?(?:As|When|While|After|Before|Although|Though|Because|Since|Once|If)\s[^,.;]*,\s"
)
_THOUGH = re.compile(r",? (?:though|although|but|even as|even though|while|when|because|as|after|before) ")
_BEFORE_A_NAME = re.compile(r"(?:(?i:the)\s|[A-Z][\w’'-]*\.?\s){0,3}")
_JOINED = re.compile(r",? and (?:[A-Z]\w+\.? ){0,3}")  # "Senator Lee and Senator Hart" are both subject


def look_back(
    scene: Scene,
    mention: Span,
    memory: Memory,
    *,
    gender: Gender = None,
    own: Sequence[Span] = (),
    cue: Span | None = None,
) -> Reading:
    """Find whom "he", "she" or "the diplomat" means among the people named shortly before.

    Near, subject of its sentence, narrated rather than spoken about, and the last to speak: each
    speaks for somebody. Where two fit equally well, nobody is meant for certain. Whoever is named in
    the words said, `own`, does not say them.
    """
    at = mention[0]
    here = scene.sentence(at)
    if _is_the_unnamed(scene, at, memory):
        return NOBODY
    if cue and (denies := accused(scene, mention, cue, gender)):
        return denies
    spoken_of = _speaks_of(scene, own, gender)
    told = [person for _, person in scene.named(cue[1], cue[1] + 2)] if cue else []  # "she told Ann"
    scores: dict[str, tuple[float, Span]] = {}
    first_in: dict[int, Span] = {}
    for span, person in scene.named(scene.sentences[max(0, here - REACH)][0], at):
        number = scene.sentence(span[0])
        if (person.gender and gender and person.gender != gender) or within(span, own) or person in told:
            continue
        if _may_be_a_place(person, memory) or _tells_of_the_next(scene, span) or _in_a_teaser(scene, span):
            continue
        score = 4.0 - (here - number)
        governed = number < here and (
            _is_governed(scene, span, person, memory) or _in_a_fronted_clause(scene, span)
        )
        if not governed:
            first = first_in.setdefault(number, span)
            joined = first != span and _JOINED.fullmatch(scene.text, first[1], max(first[1], span[0]))
            if first == span or joined or memory.source_at(span):  # the subject comes first, or spoke
                score += SUBJECT + RIGHT_BEFORE * (here - number == 1)
        if number == here and _THOUGH.fullmatch(scene.text, span[1], at):
            score += SUBJECT  # "this moved Lee, though he said …" goes on about Lee
        if _has_a_pronoun_before(scene, span, gender) or (governed and spoken_of):
            score -= SPOKEN_ABOUT  # "he voted for Lee": he is not Lee
        score -= SPOKEN_ABOUT * (scene.quoted(span) or memory.reports(span))  # they seldom speak next
        score -= RUMOURED * memory.rumours(span)
        score += 1.0 * (gender is not None and person.gender == gender)
        if score > scores.get(person.name, (-9.0, span))[0]:
            scores[person.name] = (score, span)
    for position, person in memory.last_speakers(LAST_SPEAKERS).values():
        distance = here - scene.sentence(position)
        of_another = person in told or (person.gender and gender and person.gender != gender)
        if distance <= REACH + 2 and not of_another:
            last_named = max((s for s in person.spans if s[0] <= position), default=person.spans[0])
            old, span = scores.get(person.name, (3.0 - distance / 2, last_named))
            same = position == memory.mentions[-1][0][0]
            last = same and not _turns_to_another(scene, memory, position, at, person)
            goes_on = cue is not None and _GOES_ON.search(scene.text, *cue) and same
            scores[person.name] = (old + (3.0 if last or goes_on else 1.0), span)
    addressed = {person.name for piece in own if scene.quoted(piece) for _, person in scene.named(*piece)}
    for name in addressed & scores.keys():
        scores[name] = (scores[name][0] - NAMED_BY_THEM, scores[name][1])
    for name, (score, span) in scores.items():
        if gender and memory.genders.get(name, gender) != gender:
            scores[name] = (score - CALLED_OTHERWISE, span)
    ranked = sorted(scores.items(), key=lambda item: -item[1][0])
    if not ranked or ranked[0][1][0] <= 0:
        return NOBODY
    name, (score, span) = ranked[0]
    others = [n for n, (s, _) in ranked[1:] if s > 0]
    if others and score - ranked[1][1][0] < 0.5:
        return NOBODY  # two fit equally well
    distance = here - scene.sentence(span[0])
    back = "in the same sentence" if distance == 0 else f"{distance} sentence{'s' * (distance > 1)} before"
    why = f"{scene.text[slice(*mention)].strip()} ← {scene.text[slice(*span)]}, {back}"
    return Reading(name, "person", (Link(span, why),), NEAREST if others else ONE_CANDIDATE)


def _may_be_a_place(person: Person, memory: Memory) -> bool:
    """Whether a single name may be no person's: called neither he nor she, without a role, never spoke."""
    if " " in person.name or person.gender or person.roles:
        return False
    return not any(speaker == person.name for _, speaker in memory.mentions)


def _in_a_teaser(scene: Scene, span: Span) -> bool:
    """Whether a name stands in a line that leads to another article: "More:Ten songs by Ann Lee"."""
    return bool(_TEASER.match(scene.text, scene.text.rfind("\n", 0, span[0]) + 1))


def _tells_of_the_next(scene: Scene, span: Span) -> bool:
    """Whether a name only says of which town or firm somebody is: "Lowtown real estate agent Ann Lee"."""
    role = _ROLE_OF.match(scene.text, span[1])
    return role is not None and is_person_noun(role[1]) and bool(scene.named(role.end(), role.end() + 1))


def _speaks_of(scene: Scene, own: Sequence[Span], gender: Gender) -> bool:
    """Whether words speak of "him" or "her": somebody of the speaker's gender who is not the speaker."""
    pronoun = _PRONOUNS.get(gender)
    return pronoun is not None and any(
        pronoun.search(scene.text, *piece) for piece in own if scene.quoted(piece)
    )


def _is_governed(scene: Scene, span: Span, person: Person, memory: Memory) -> bool:
    """Whether a name is an object: "forcing Lee", "with the mayor, Ann Lee", "after Lee's arrest"."""
    start = max(scene.sentences[scene.sentence(span[0])][0], span[0] - CLAUSE)
    if speaker := memory.source_at(span):
        return speaker != person.name  # "Lee's aide Bo Hart said" is about Hart
    owns = scene.text[span[1] : span[1] + 1] in ("'", "’")
    if _WITH.search(scene.text, start, span[0]) and _DOING.match(scene.text, span[1]):
        return False  # "with Lee telling of it" is what Lee does
    found = (_OWNED if owns else _GOVERNED).search(scene.text, start, span[0])
    return bool(found)


def _in_a_fronted_clause(scene: Scene, span: Span) -> bool:
    """Whether a name stands in a clause before the main one, which somebody else opens by name."""
    fronted = _FRONTED.match(scene.text, *scene.sentences[scene.sentence(span[0])])
    if not fronted or fronted.end() < span[1]:
        return False
    opening = scene.named(fronted.end(), fronted.end() + 60)[:1]
    return any(_BEFORE_A_NAME.fullmatch(scene.text, fronted.end(), name[0]) for name, _ in opening)


def _has_a_pronoun_before(scene: Scene, span: Span, gender: Gender) -> bool:
    """Whether the sentence has "he" before a name: who that is, the name does not say again."""
    start = max(scene.sentences[scene.sentence(span[0])][0], span[0] - CLAUSE)
    pronoun = _SUBJECTS.get(gender)
    return pronoun is not None and any(
        not scene.quoted(found.span()) for found in pronoun.finditer(scene.text, start, span[0])
    )


def _turns_to_another(scene: Scene, memory: Memory, since: int, until: int, speaker: Person) -> bool:
    """Whether the narration has turned to another since somebody spoke: not only in passing, as an object."""
    return any(
        person is not speaker
        and not (scene.quoted(span) or memory.reports(span) or _is_governed(scene, span, person, memory))
        for span, person in scene.named(since + 1, until)
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
        between = scene.text[span[1] : mention[0]]
        adjacent = between.strip() in ("", ",") or between.count(",") == 2
        if adjacent and not re.search(r"[.!?;\n]\s", between):
            why = Link(span, f"who ← {scene.text[slice(*span)]}")
            return Reading(person.name, "person", (why,), ONE_CANDIDATE)
    return NOBODY


def _is_the_unnamed(scene: Scene, at: int, memory: Memory) -> bool:
    """Whether the last to speak was "a senior official", and nobody was named since."""
    if not memory.spoken or memory.spoken[-1][1] is not None:
        return False
    position = memory.spoken[-1][0]
    return scene.sentence(at) - scene.sentence(position) <= 2 and not scene.named_since(position, at, None)
