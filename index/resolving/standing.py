"""How a name stands in its sentence: as subject or object, in a clause that only adds, behind a pronoun."""

import re

from index.lexicon import is_person_noun
from index.naming.gender import Gender
from index.naming.names import Person
from index.resolving.scene import Memory, Scene
from index.types import Span

CLAUSE = 200  # characters before a name that can hold what governs it

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
# "As Lee spoke, Hart wiped his eyes": the sentence is about Hart.
_FRONTED = re.compile(
    r"(?:Even |Just )?(?:As|When|While|After|Before|Although|Though|Because|Since|Once|If)\s[^,.;]*,\s"
)
_LATER_CLAUSE = re.compile(
    r"[^,;:] (?:after|before|when|while|as|since|because|although|though|until)\s(?:[A-Z][\w’'-]*\.?\s){0,3}$"
)
_BEFORE_A_NAME = re.compile(r"(?:(?i:the)\s|[A-Z][\w’'-]*\.?\s){0,3}")


def tells_of_the_next(scene: Scene, span: Span) -> bool:
    """Whether a name only says of which town or firm somebody is: "Lowtown real estate agent Ann Lee"."""
    role = _ROLE_OF.match(scene.text, span[1])
    return role is not None and is_person_noun(role[1]) and bool(scene.named(role.end(), role.end() + 1))


def is_governed(scene: Scene, span: Span, person: Person, memory: Memory) -> bool:
    """Whether a name is an object: "forcing Lee", "with the mayor, Ann Lee", "after Lee's arrest"."""
    start = max(scene.sentences[scene.sentence(span[0])][0], span[0] - CLAUSE)
    if speaker := memory.source_at(span):
        return speaker != person.name  # "Lee's aide Bo Hart said" is about Hart
    if _WITH.search(scene.text, start, span[0]) and _DOING.match(scene.text, span[1]):
        return False  # "with Lee telling of it" is what Lee does
    return is_object(scene, span)


def is_object(scene: Scene, span: Span) -> bool:
    """Whether a verb or preposition stands before a name, or before its "Lee's"."""
    start = max(scene.sentences[scene.sentence(span[0])][0], span[0] - CLAUSE)
    owns = scene.text[span[1] : span[1] + 1] in ("'", "’")
    return bool((_OWNED if owns else _GOVERNED).search(scene.text, start, span[0]))


def in_a_fronted_clause(scene: Scene, span: Span) -> bool:
    """Whether a name stands in a clause before the main one, which somebody else opens by name."""
    fronted = _FRONTED.match(scene.text, *scene.sentences[scene.sentence(span[0])])
    if not fronted or fronted.end() < span[1]:
        return False
    opening = scene.named(fronted.end(), fronted.end() + 60)[:1]
    return any(_BEFORE_A_NAME.fullmatch(scene.text, fronted.end(), name[0]) for name, _ in opening)


def in_a_later_clause(scene: Scene, span: Span) -> bool:
    """Whether a name opens a clause that only adds to another: "Lee agreed after Hart had spoken"."""
    return bool(_LATER_CLAUSE.search(scene.text, max(0, span[0] - CLAUSE), span[0]))


def is_an_aside(scene: Scene, mention: Span, speaker: Person) -> bool:
    """Whether somebody spoke only in a clause that adds to another's: "Lee agreed after Hart said so"."""
    opening = scene.named(scene.sentences[scene.sentence(mention[0])][0], mention[0])[:1]
    return any(other is not speaker for _, other in opening) and in_a_later_clause(scene, mention)


def has_a_pronoun_before(scene: Scene, span: Span, gender: Gender) -> bool:
    """Whether the sentence has "he" before a name: who that is, the name does not say again."""
    start = max(scene.sentences[scene.sentence(span[0])][0], span[0] - CLAUSE)
    pronoun = _SUBJECTS.get(gender)
    return pronoun is not None and any(
        not scene.quoted(found.span()) for found in pronoun.finditer(scene.text, start, span[0])
    )


def turns_to_another(scene: Scene, memory: Memory, since: int, until: int, speaker: Person) -> bool:
    """Whether the narration has turned to another since somebody spoke: not only in passing, as an object."""
    return any(
        person is not speaker
        and not (scene.quoted(span) or memory.reports(span) or is_governed(scene, span, person, memory))
        for span, person in scene.named(since + 1, until)
    )
