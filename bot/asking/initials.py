"""The initials by which a well-known person is asked for: "AOC" for Alexandria Ocasio-Cortez."""

import re

FEWEST = 3  # two letters are a state, or a firm

_SUFFIX = re.compile(r",?\s(?P<suffix>Jr|Sr|II|III)\.?$")


def initials_of(name: str) -> tuple[str, ...]:
    """Return the initials of a name as they are written: "RFK Jr" and "RFK" of Robert F. Kennedy Jr."""
    suffix = _SUFFIX.search(name)
    words = re.findall(r"[^\W\d_]+", name[: suffix.start()] if suffix else name)
    letters = "".join(word[0] for word in words)
    if len(letters) < FEWEST or not letters.isupper():
        return ()
    return (f"{letters} {suffix['suffix']}", letters) if suffix else (letters,)
