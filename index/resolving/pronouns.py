""" "He", "she": the one named shortly before who can be meant, or nobody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.captions import TEASER
from index.lexicon import is_person_noun
from index.naming.gender import Gender
from index.naming.names import Person
from index.resolving.accused import accused
from index.resolving.scene import NEAREST, NOBODY, ONE_CANDIDATE, Memory, Reading, Scene
from index.resolving.standing import (
    has_a_pronoun_before,
    in_a_fronted_clause,
    in_a_later_clause,
    is_an_aside,
    is_governed,
    is_object,
    tells_of_the_next,
    turns_to_another,
)
from index.spans import within
from index.types import Link, Span

REACH = 4  # sentences that a pronoun or description looks back over
LAST_SPEAKERS = 2  # who spoke last is looked back for a little further
SUBJECT = 2.0  # for the subject of a sentence
RIGHT_BEFORE = 1.0  # more for that of the sentence right before
SPOKEN_ABOUT = 3.0  # against whoever is named in somebody's words
NAMED_BY_THEM = 2.0  # against whoever is named in the very words quoted: "Mayor Scott, I know …"
CALLED_OTHERWISE = 2.0  # against "she" for whom the article called "he"
LEAST, FAINT = 1.0, 0.6  # a score up to which little speaks for somebody; how sure they are meant then
RUMOURED = 1.0  # and in those of a group, a firm or a document, who are no "he"

_PRONOUNS: dict[Gender, re.Pattern[str]] = {
    "male": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "female": re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE),
}
_GOES_ON = re.compile(r"\b(?:add|continu|conclud|went on)")
_THOUGH = re.compile(r",? (?:though|although|but|even as|even though|while|when|because|as|after|before) ")
_WHO = re.compile(r",? who ")
# "A Holm man was fined after he …"; "A baker by trade, she …" is she herself.
_UNNAMED = re.compile(r"(?:An?|One|Another) (?:[\w’'-]+ ){0,3}?([a-z]+) (?:[^\n]*[^,\n] )?$")
_JOINED = re.compile(r",? and (?:[A-Z]\w+\.? ){0,3}")  # "Senator Lee and Senator Hart" are both subject


_Scores = dict[str, tuple[float, Span]]  # by name: how well somebody fits, and the place that says so


@dataclass(frozen=True, slots=True)
class _Search:
    """Who is looked for: of `gender`, by `mention`; says the spans of `own` by `cue` to whoever is `told`."""

    scene: Scene
    memory: Memory
    mention: Span
    gender: Gender
    own: Sequence[Span]
    cue: Span | None
    told: frozenset[str]

    @property
    def here(self) -> int:
        """The number of the sentence that the mention stands in."""
        return self.scene.sentence(self.mention[0])

    def excludes(self, person: Person) -> bool:
        """Whether somebody is of the other gender, or is told the words: "she told Ann"."""
        of_another = bool(person.gender and self.gender and person.gender != self.gender)
        return of_another or person.name in self.told


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
    told = frozenset(person.name for _, person in scene.named(cue[1], cue[1] + 2)) if cue else frozenset()
    search = _Search(scene, memory, mention, gender, own, cue, told)
    if _is_the_unnamed(scene, mention[0], memory, gender):
        return NOBODY
    if cue and (denies := accused(scene, mention, cue, gender)):
        return denies
    scores = _named_before(search)
    _add_last_speakers(search, scores)
    for name in scores:
        score, span = scores[name]
        scores[name] = (score - _spoken_against(search, name), span)
    return _decided(search, scores)


def _named_before(search: _Search) -> _Scores:
    """Score everybody named in the sentences before the mention, each by the best of their places."""
    scene, memory, here, at = search.scene, search.memory, search.here, search.mention[0]
    spoken_of = _speaks_of(scene, search.own, search.gender)
    scores: _Scores = {}
    first_in: dict[int, Span] = {}  # of each sentence, the first who is no object in it
    for span, person in scene.named(scene.sentences[max(0, here - REACH)][0], at):
        number = scene.sentence(span[0])
        if search.excludes(person) or within(span, search.own):
            continue
        if _may_be_a_place(person, memory) or tells_of_the_next(scene, span) or _in_a_teaser(scene, span):
            continue
        score = 4.0 - (here - number)
        governed = number < here and (
            is_governed(scene, span, person, memory)
            or in_a_fronted_clause(scene, span)
            or (number in first_in and in_a_later_clause(scene, span))
        )
        if not governed:
            first = first_in.setdefault(number, span)
            joined = first != span and _JOINED.fullmatch(scene.text, first[1], max(first[1], span[0]))
            if first == span or joined or memory.source_at(span):  # the subject comes first, or spoke
                score += SUBJECT + RIGHT_BEFORE * (here - number == 1)
        if number == here and _THOUGH.fullmatch(scene.text, span[1], at):
            score += SUBJECT  # "this moved Lee, though he said …" goes on about Lee
        leads = number == here and first_in.get(here) == span
        is_subject = leads and (not is_object(scene, span) or _WHO.match(scene.text, span[1]))
        if is_subject:
            score += SUBJECT  # "Lee told them of it when he …"
        if has_a_pronoun_before(scene, span, search.gender) or (governed and spoken_of):
            score -= SPOKEN_ABOUT  # "he voted for Lee": he is not Lee
        score -= SPOKEN_ABOUT * (scene.quoted(span) or memory.reports(span))  # they seldom speak next
        score -= RUMOURED * memory.rumours(span)
        score += 1.0 * (search.gender is not None and person.gender == search.gender)
        if score > scores.get(person.name, (-9.0, span))[0]:
            scores[person.name] = (score, span)
    return scores


def _add_last_speakers(search: _Search, scores: _Scores) -> None:
    """Raise the score of who spoke last, who may have been named a little further back."""
    scene, memory = search.scene, search.memory
    for position, person in memory.last_speakers(LAST_SPEAKERS).values():
        distance = search.here - scene.sentence(position)
        if distance > REACH + 2 or search.excludes(person):
            continue
        last_named = max((s for s in person.spans if s[0] <= position), default=person.spans[0])
        score, span = scores.get(person.name, (3.0 - distance / 2, last_named))
        opens = scene.sentences[scene.sentence(position)][0] == position
        if search.gender and opens:  # "The clerk said": she is its subject
            score = max(score, 4.0 - distance + SUBJECT + RIGHT_BEFORE * (distance == 1))
        same = position == memory.mentions[-1][0][0]
        turned = turns_to_another(scene, memory, position, search.mention[0], person)
        last = same and not turned and not is_an_aside(scene, memory.mentions[-1][0], person)
        goes_on = same and search.cue is not None and _GOES_ON.search(scene.text, *search.cue)
        scores[person.name] = (score + (3.0 if last or goes_on else 1.0), span)


def _spoken_against(search: _Search, name: str) -> float:
    """Return what speaks against somebody: named in the very words, or called "he" where "she" says them."""
    scene, gender = search.scene, search.gender
    words = [piece for piece in search.own if scene.quoted(piece)]
    addressed = any(person.name == name for piece in words for _, person in scene.named(*piece))
    otherwise = gender is not None and search.memory.genders.get(name, gender) != gender
    return NAMED_BY_THEM * addressed + CALLED_OTHERWISE * otherwise


def _decided(search: _Search, scores: _Scores) -> Reading:
    """Return who is meant: whose score is best, unless another's is as good."""
    scene, mention = search.scene, search.mention
    ranked = sorted(scores.items(), key=lambda item: -item[1][0])
    if not ranked or ranked[0][1][0] <= 0:
        return NOBODY
    name, (score, span) = ranked[0]
    others = [other for _, (other, _) in ranked[1:] if other > 0]
    if others and score - others[0] < 0.5:
        return NOBODY  # two fit equally well
    distance = search.here - scene.sentence(span[0])
    back = "in the same sentence" if distance == 0 else f"{distance} sentence{'s' * (distance > 1)} before"
    why = f"{scene.text[slice(*mention)].strip()} ← {scene.text[slice(*span)]}, {back}"
    sure = FAINT if score <= LEAST else NEAREST if others else ONE_CANDIDATE
    return Reading(name, "person", (Link(span, why),), sure)


def _may_be_a_place(person: Person, memory: Memory) -> bool:
    """Whether a single name may be no person's: called neither he nor she, without a role, never spoke."""
    if " " in person.name or person.gender or person.roles:
        return False
    return not any(speaker == person.name for _, speaker in memory.mentions)


def _in_a_teaser(scene: Scene, span: Span) -> bool:
    """Whether a name stands in a line that leads to another article: "More:Ten songs by Ann Lee"."""
    return bool(TEASER.match(scene.text, scene.text.rfind("\n", 0, span[0]) + 1))


def _speaks_of(scene: Scene, own: Sequence[Span], gender: Gender) -> bool:
    """Whether words speak of "him" or "her": somebody of the speaker's gender who is not the speaker."""
    pronoun = _PRONOUNS.get(gender)
    return pronoun is not None and any(
        pronoun.search(scene.text, *piece) for piece in own if scene.quoted(piece)
    )


def _is_the_unnamed(scene: Scene, at: int, memory: Memory, gender: Gender) -> bool:
    """Whether the last to speak was "a senior official", and nobody was named since but as an object.

    Or the subject of the sentence is nobody by name: "A Holm man was fined after he said so".
    """
    opening = scene.sentences[scene.sentence(at)][0]
    unnamed = _UNNAMED.match(scene.text, opening, at) if gender and not scene.named(opening, at) else None
    if unnamed and is_person_noun(unnamed[1]):
        return True
    if not memory.spoken or memory.spoken[-1][1] is not None:
        return False
    position = memory.spoken[-1][0]
    turned = any(
        not (scene.quoted(span) or (gender and is_governed(scene, span, person, memory)))
        for span, person in scene.named(position + 1, at)
    )
    return scene.sentence(at) - scene.sentence(position) <= 2 and not turned
