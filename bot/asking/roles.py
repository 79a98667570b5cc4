"""The words of a role: what it says somebody is, and whose or of what; spelt as whoever asks may spell it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.lexicon import is_person_noun
from index.phrases import core_of
from index.searching.irregular import base
from index.types import Span

READ = 2048  # roles kept in memory: each is read for its words, its head and what it shares with others
_ROLE_NOISE = frozenset("the a an of for from in at to with and s his her their former current who".split())
# A vice president is no president, whatever else is left out.
RANKS = frozenset("vice deputy lieutenant assistant associate".split())
_ABBREVIATED = dict(
    gov="governor", sen="senator", rep="representative", gen="general", lt="lieutenant", prof="professor"
)
MAN, WOMAN = "man", "woman"
_OF_EITHER = "spokes|chair|congress|council|assembly|business|police"
# One word for whoever asks.
ONE_WORD = dict.fromkeys(("spokeswoman", "spokesperson"), "spokesman") | dict.fromkeys(
    ("chairwoman", "chairperson", "chair"), "chairman"
)
# Other words for the same role: those that articles write, or are asked for by, and the usual ones.
_OTHERWISE = {
    r"chief executive(?: officer)?": "ceo",
    r"cfo": "chief financial officer",
    r"coo": "chief operating officer",
    r"cto": "chief technology officer",
    r"vp|vice-president": "vice president",
    r"pm": "prime minister",
    r"da(?=$| (?:for|of|in)\b)": "district attorney",
    r"police(?:man|woman)|cop": "police officer",
    r"lawyer": "attorney",
    r"headteacher": "head teacher",
}
_OTHER_WORDS = re.compile("|".join(rf"(?P<_{n}>\b(?:{each})\b)" for n, each in enumerate(_OTHERWISE)))
_USUAL_WORDS = tuple(_OTHERWISE.values())
# "The University of Hale law professor": what stands after such a name says who, and not what comes before.
_AFTER_A_BODY = re.compile(r".+?\sof\s(?!(?:the|an?|his|her|its|their)\s)\S+\s(?:\S+\s)*?(?P<last>[\w-]+)")
# "Gov. Ann Lee of Hale said": whose governor; but "said Gov. Ann Lee of Hale's debts" tells nothing of her.
_NAME_OF_A_PLACE = re.compile(
    r"(?:\s[A-Z][\w.’'-]*){1,4}(?P<of>\sof\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)"
    r"(?=[,.;]|\s(?:said|says|told|wrote|is|was|has|had|[a-z]+ed)\b)"
)
# Whose, and of what: in "the head teacher's sister" and "the president of the club" these say not who.
_WHOSE = re.compile(r".*\b(?P<owner>[\w-]+)(?:['’]s|s['’])\s(?=\w)|\s(?:of|for|to)\s.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Role:
    """The words of a role, and those of them that say what the person is: not whose, or of what."""

    words: frozenset[str]
    own: frozenset[str]
    head: str
    name: str
    of_a_man: bool = False  # "spokesman": no spokeswoman

    @property
    def ranks(self) -> frozenset[str]:
        """What makes it a lower rank: a vice president is no president."""
        return self.words & RANKS

    def fits(self, wanted: frozenset[str], noun: str) -> bool:
        """Whether the role has all these words, says by itself what the person is, and no lower rank."""
        return (
            wanted <= self.words
            and (
                noun == self.head or noun not in self.own or is_person_noun(noun)
            )  # "the US" is no spokesman
            and (noun in self.own or noun not in self.words)
            and not self.ranks - wanted
        )


def role_of(name: str, role: str) -> Role:
    """Read what the articles call somebody."""
    of_a_man, role, head = tells_a(MAN, role), usual(role), head_of(role)
    own = role_words(_WHOSE.sub(" ", role))
    return Role(role_words(role), own if head in own else role_words(role), head, name, of_a_man)


def tells_a(gender: str, role: str) -> bool:
    """Whether a role says by its noun that a man, or that a woman, bears it."""
    return bool(re.search(rf"\b(?:{_OF_EITHER}){gender}\b", role, re.IGNORECASE))


def roles_of(name: str, role: str) -> Iterator[Role]:
    """Read what the articles call somebody, who may be two things: "a critic and Hale College professor"."""
    yield role_of(name, role)
    first, _, second = role.partition(" and ")
    # "An aide to the mayor and governor" is no governor.
    is_another = head_of(first) == _last(first) or not is_person_noun(_last(first))
    if second and is_another and is_person_noun(head_of(second)):
        yield role_of(name, second)


def with_its_place(text: str, role: Span) -> str:
    """Return a title with what follows the name after it: "Gov of Hale", for "Gov. Ann Lee of Hale"."""
    after = _NAME_OF_A_PLACE.match(text, role[1])
    title = text[slice(*role)]
    return f"{title.rstrip('.')}{after['of']}" if after else title


def head_of(role: str) -> str:
    """Return the noun that says who bears a role: that before "of", or after the name of a body with one."""
    head = core_of(usual(role))[1]
    after = _AFTER_A_BODY.fullmatch(usual(role))
    return after["last"] if after and not is_person_noun(head) and is_person_noun(after["last"]) else head


def _last(words: str) -> str:
    return usual(words).split()[-1] if words.split() else ""


@lru_cache(maxsize=READ)
def usual(role: str) -> str:
    """Return a role, in lower case, in its usual words: a chief executive is a ceo, a mom a mother."""
    plain = re.sub(r"\bofficial (?=representative|spokes)", "", role.casefold())  # no official, but official
    plain = plain.replace("pentagon", "defense department")  # a building, and the ministry in it
    plain = _OTHER_WORDS.sub(lambda found: _USUAL_WORDS[int((found.lastgroup or "_0")[1:])], plain)
    said_otherwise = _ABBREVIATED | ONE_WORD
    return re.sub(r"\w+", lambda found: said_otherwise.get(found.group(), base(found.group())), plain)


def role_words(role: str) -> frozenset[str]:
    """Return the words that tell a role, by their usual spelling."""
    return frozenset(re.findall(r"\w+", usual(role))) - _ROLE_NOISE
