"""He or she: what titles, roles, first names and pronouns tell of somebody."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from index.layout import quote_states
from index.lexicon import FEMALE_MARKS, FEMALE_NAMES, MALE_MARKS, MALE_NAMES
from index.types import Span

Gender = Literal["male", "female"] | None

_SURNAMES_TOO = frozenset(
    "kelly kim lee ryan lewis allen gene rose marie lloyd lynn florence virginia".split()
)
SEVERAL, AGREED = 4, 0.75  # pronouns, a capital one twice; share of them that must agree

# After "her" as an object, not "her hat".
_NO_NOUN = re.compile(r"[.,;:!?]| (?:of|to|for|that|and|in|on|at|with|about|from|by|as|if|when|because)\b")
_FULL_NAME = re.compile(r"(?<![\w’'-])([A-Z][a-z]+) [A-Z][a-z]+")
_OPENS = re.compile(r"[.!?\n]\s*$")
_REACH = re.compile(r"[\s\S]{0,120}")
_SENTENCE = re.compile(r"[^.!?:;\n]{0,120}")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Ss]he|[Hh]er)\b")


def gender_of(text: str, name: str, places: Sequence[Span], roles: Sequence[Span] = ()) -> Gender:
    """Return what an article tells of the person it names at `places`; `None` where signs disagree."""
    votes: Counter[Gender] = Counter()
    for start, _ in places:
        votes[title_gender(text, start)] += 3
    for role in roles:
        # "the hydrologist's sister" is a sister; whose she is does not matter.
        votes.update({_marked(word): 3 for word in re.findall(r"\w+(?!\w|['’]s)", text[slice(*role)])})
    first = name.split()[0].lower()
    first = "" if first == name.lower() and first in _SURNAMES_TOO else first
    votes["male"] += 4 * (first in MALE_NAMES)
    votes["female"] += 4 * (first in FEMALE_NAMES)
    if not votes["male"] and not votes["female"]:
        votes = _pronouns_after(text, places)
    if votes["male"] == votes["female"]:
        return None
    return "male" if votes["male"] > votes["female"] else "female"


def title_gender(text: str, start: int) -> Gender:
    """The gender that a title right before a name tells: "Mrs. Clinton" is not Bill."""
    title = re.search(r"(\w+)\.? $", text[max(0, start - 14) : start])
    return _marked(title.group(1)) if title else None


def gender_by_pronouns(text: str, places: Sequence[Span]) -> Gender:
    """The gender that the pronouns in a name's sentences tell, where they are several and all but agree."""
    votes = _pronouns_after(text, places, within=_SENTENCE)
    gender, most = max(votes.items(), key=lambda vote: vote[1], default=(None, 0))
    return gender if most >= SEVERAL and most >= AGREED * votes.total() else None


def _marked(word: str) -> Gender:
    lower = word.lower()
    return "male" if lower in MALE_MARKS else "female" if lower in FEMALE_MARKS else None


def _pronouns_after(text: str, places: Sequence[Span], within: re.Pattern[str] = _REACH) -> Counter[Gender]:
    """Count the first pronoun after each place, outside quotations; one opening a sentence twice."""
    states = _states(text)
    votes: Counter[Gender] = Counter()
    for _, end in places:
        for found in _PRONOUN.finditer(text, end, within.match(text, end).end()):  # type: ignore[union-attr]
            between = text[end : found.start()]
            # "Lee, her colleague" and "Lee accused him of it" are about somebody else.
            if states[found.start()] or between == ", " or _is_object(text, between, found):
                continue
            if _names_another(between):
                break  # "Lee said. Ann Hart covers health. She can be reached …"
            word = found.group()
            votes["male" if word.lower() in ("he", "his", "him") else "female"] += 1 + word[0].isupper()
            break
    return votes


def _names_another(between: str) -> bool:
    """Whether somebody else is named in full between a name and a pronoun."""
    return any(
        found[1].lower() in MALE_NAMES | FEMALE_NAMES or _OPENS.search(between[: found.start()])
        for found in _FULL_NAME.finditer(between)
    )


def _is_object(text: str, between: str, pronoun: re.Match[str]) -> bool:
    """Whether a pronoun is the object of the sentence whose subject a name may be."""
    if re.search(r"[.!?]\s", between):
        return False
    return pronoun[0] == "him" or (pronoun[0] == "her" and bool(_NO_NOUN.match(text, pronoun.end())))


@lru_cache(maxsize=1)
def _states(text: str) -> bytes:
    """Keep an article's quotations while its people are read one after the other."""
    return quote_states(text)
