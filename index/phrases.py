"""Noun phrases: where one ends, and the noun at its head ("the deputy minister of tides": minister)."""

import re

from index.kinds import DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.lexicon import WEEKDAY, is_person_noun, means_people
from index.naming.personal import unowned

DEFINITE = re.compile(r"(?i:the|this|his|her|its|their)\s|[A-Z]\w+['’]s\s")
INDEFINITE = re.compile(r"(?i:an?|one|another)\s")

_CORE_END = re.compile(
    rf"[,(]|\s{WEEKDAY}(?=\s(?:by|from|on|in)\s)"
    r"|\s(?:who|that|which|of|for|in|at|from|on|with|to|by|about|near|close|against|and|like|such|including"
    r"|published|released|conducted|obtained|filed|out)\s"
)
_RELATIVE = re.compile(r",?\s(?:who|whose|whom|which|that|where)\b")
# "voters filing into the hall", "…, asking for silence"; but "a man named Lee" is Lee, and "acting mayor".
_PARTICIPLE = re.compile(
    r"(?:\b([\w’'-]+)|,)\s(?!running (?:back|mate))([a-z]+(?:ing|ed))\s(?:([A-Z])|([a-z]+))"
)
_NAMING = frozenset("named called nicknamed dubbed identified turned".split())
_BEFORE_A_NOUN = frozenset(
    """acting outgoing incoming sitting leading founding managing retired exiled jailed disgraced starting
    defending opening reigning""".split()
)
_OPENS_A_COMPLEMENT = frozenset(
    "to for on about of in into with at as that by from the a an his her their its this these last".split()
)
_SOMEBODY = frozenset("people those member members men women".split())
_PLACED = re.compile(r"^(the )\(([^()]+)\) (?=[A-Z])", re.IGNORECASE)  # "The (Waukegan) News-Sun"
_SOMEBODYS_OWN = re.compile(r"(?:his|her|its|their)\s|(?:the (?:[\w-]+ ){0,2})?[\w-]+['’]s? ", re.IGNORECASE)


def is_somebody(words: str) -> bool:
    """Whether words speak of one person without a name: "an old ferryman, who …", "the board's envoy"."""
    single = INDEFINITE.match(words) or _SOMEBODYS_OWN.match(words)
    return bool(single and is_person_noun(core_of(words)[1]))


def core_of(words: str) -> tuple[str, str]:
    """Return the noun phrase without what follows its head, and the head in lower case."""
    words = _PLACED.sub(r"\1\2 ", words)
    words = words[: own_words(words)].rstrip() or words
    cut = _CORE_END.search(words)
    core = words[: cut.start()].rstrip() if cut and cut.start() else words
    return core, unowned(core.split()[-1]).lower() if core.split() else ""


def own_words(words: str) -> int:
    """Return where a mention ends as a name or noun phrase: before its first relative clause or participle.

    Whoever is named after that is spoken of: "a member who backs Lee", "voters filing past Lee".
    """
    relative = _RELATIVE.search(words)
    ends = [relative.start()] if relative else []
    for found in _PARTICIPLE.finditer(words):
        noun, verb, capital, follower = found.groups()
        if verb in _NAMING | _BEFORE_A_NOUN:
            continue
        if _can_be_told_more_of(noun) if noun else capital or follower in _OPENS_A_COMPLEMENT:
            ends.append(found.start(2))
            break
    return min(ends, default=len(words))


def _can_be_told_more_of(word: str) -> bool:
    """Whether a participle after a noun, "voters (filing)", tells of it: a word for somebody, or a text."""
    plain = word.lower()
    return plain in _SOMEBODY | DOCUMENT_NOUNS | ORGANISATION_NOUNS or means_people(plain)
