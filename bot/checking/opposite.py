"""A claim that has the opposite of a word that was said: opposes, for supports; unsafe, for safe. Pure.

Only pairs of which one holds where the other does not. Nearness of meaning tells no synonym from an opposite.
"""

import re
from collections.abc import Iterator

from index.searching.topic import content_words, stem
from index.types import Article

_LISTED = """support oppose; accept reject; approve reject; agree disagree; allow ban; allow forbid; rise fall
rose fell; increase decrease; grow shrink; raise lower; raise cut; strengthen weaken; improve worsen; win lose
gain lose; success failure; guilty innocent; legal illegal; possible impossible; true false; high low
higher lower; highest lowest; best worst; strong weak; more fewer; more less"""
_PAIRS = [tuple(pair.split()) for pair in re.split(r"[;\n]", _LISTED)]
_UN = "un"


def opposites(word: str) -> Iterator[str]:
    """Yield the words that say the opposite of a word, in lower case and in any form."""
    yield word.removeprefix(_UN) if word.startswith(_UN) else _UN + word
    for one, other in _PAIRS:
        if stem(word) == stem(one):
            yield other
        elif stem(word) == stem(other):
            yield one


def turned_into(said: str, word: str, told: str) -> str:
    """Return a claim that denies the word told in place of its opposite: not supports, for opposes."""
    return re.sub(rf"\b{re.escape(word)}\b", f"not {told}", said, count=1)


def is_nowhere(word: str, article: Article) -> bool:
    """Whether an article has a word in none of its forms: it may have been so at another time."""
    return stem(word) not in set(map(stem, content_words(article.text)))
