"""The words of a role: what it says somebody is, and whose or of what; spelt as whoever asks may spell it."""

import re
from dataclasses import dataclass

from index.descriptions import core_of
from index.lexicon import is_person_noun

_ROLE_NOISE = frozenset("the a an of for in at to and s his her their former current".split())
# A vice president is no president, whatever else is left out.
RANKS = frozenset("vice deputy lieutenant assistant associate".split())
_ABBREVIATED = dict(
    gov="governor", sen="senator", rep="representative", gen="general", lt="lieutenant", prof="professor"
)
_SPOKEN_FOR = dict.fromkeys(("spokeswoman", "spokesperson"), "spokesman")  # one word for whoever asks
# Whose, and of what: in "the head teacher's sister" and "the president of the club" these say not who.
_WHOSE = re.compile(r".*\b(?P<owner>[\w-]+)(?:['’]s|s['’])\s(?=\w)|\s(?:of|for|to)\s.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Role:
    """The words of a role, and those of them that say what the person is: not whose, or of what."""

    words: frozenset[str]
    own: frozenset[str]
    head: str
    name: str

    def fits(self, wanted: frozenset[str], noun: str) -> bool:
        """Whether the role has all these words, says by itself what the person is, and no lower rank."""
        return (
            wanted <= self.words
            and (
                noun == self.head or noun not in self.own or is_person_noun(noun)
            )  # "the US" is no spokesman
            and (noun in self.own or noun not in self.words)
            and not (self.words & RANKS) - wanted
        )


def role_of(name: str, role: str) -> Role:
    """Read what the articles call somebody."""
    return Role(role_words(role), role_words(_WHOSE.sub(" ", role)), core_of(role.casefold())[1], name)


def role_words(role: str) -> frozenset[str]:
    """Return the words that tell a role, by their usual spelling."""
    plain = re.sub(r"\bofficial (?=representative|spokes)", "", role.casefold())  # no official, but official
    plain = plain.replace("pentagon", "defense department")  # a building, and the ministry in it
    said_otherwise = _ABBREVIATED | _SPOKEN_FOR
    return frozenset(said_otherwise.get(word, word) for word in re.findall(r"\w+", plain)) - _ROLE_NOISE
