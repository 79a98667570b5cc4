"""The age that a description tells, in figures and in letters: "the ten-year-old", "a 10-year-old girl"."""

import re

from bot.numerals import spelt

_AGE = re.compile(r"\b(\w+(?:-\w+)?)-year-old\b", re.IGNORECASE)
# A number in letters or digits → both.
_NUMBERS = {way: (str(n), spelt(n)) for n in range(1, 100) for way in (str(n), spelt(n))}


def age_in(words: str) -> tuple[tuple[str, ...], str]:
    """Return both ways to write the age that words tell, if they do, and the words without it."""
    age = _AGE.search(words)
    return _NUMBERS.get(age[1].lower(), ()) if age else (), _AGE.sub(" ", words)
