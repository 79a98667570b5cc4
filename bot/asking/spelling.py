"""Names that words come near to which are no name: some letters missing, doubled, others, or turned."""

import re
from collections.abc import Iterable, Sequence
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA, JaroWinkler

from index.lexicon import is_person_noun
from index.naming.personal import surname

SPELLING = 0.88  # Jaro-Winkler from which a misspelt name is taken for the right one
SHORT, SHORT_SPELLING = 4, 0.93  # the same for names of up to so many letters
TURNED = 0.98  # what two letters the wrong way round are worth, however short the name is
AS_LIKE = 0.02  # two names whose likeness differs by no more are as good as each other


def plain_name(words: str) -> str:
    """Return a name as it is compared: in lower case, without accents, marks and a possessive."""
    words = re.sub(r"['’]s?(?=\s|$)", "", words.casefold())
    words = "".join(c for c in normalize("NFKD", words) if not combining(c))  # Hernandez is Hernández
    return " ".join(re.sub(r"[^\w\s.'’-]", " ", words).split())


def nearest(words: str, names: Iterable[str]) -> list[str]:
    """Return the names that words are most like; of a single word, by their last one."""
    near: dict[str, float] = {}
    for name in names:
        likeness = _likeness(words, name if " " in words else name.split()[-1])
        if likeness >= (SPELLING if len(words) > SHORT else SHORT_SPELLING):
            near[name] = likeness
    best = max(near.values(), default=0.0)
    return [name for name, likeness in near.items() if likeness >= best - AS_LIKE]


def first_fits(given: Sequence[str], name: str) -> bool:
    """Whether a first name in front of a surname may be this person's: "Sergey" for Sergei Ermakov."""
    first = plain_name(name).split()[0]
    if first == plain_name(surname(name)):
        return all(map(is_person_noun, given))  # "the actor Charles", and not "the mayor of Lake Charles"
    return any(
        g == first or g.rstrip(".") == first[0] or JaroWinkler.similarity(g, first) >= 0.9 for g in given
    )


def _likeness(words: str, name: str) -> float:
    """Return how like a name words are, from 0 to 1; 0 where too many letters differ."""
    if OSA.distance(words, name) > 1 + len(words) // 6:
        return 0.0
    is_turned = len(name) >= SHORT and sorted(words) == sorted(name) and OSA.distance(words, name) == 1
    return TURNED if is_turned else JaroWinkler.similarity(words, name)
