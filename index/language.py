"""Is a text English? Enough of the commonest English words say so."""

import re

_COMMON = frozenset(
    """the of and to a in is was that for it on with as he his she her be by at this had not are but from or
    have an they which one you were all their there been has when who will more no if out so said what its
    about than into them can only other new some could after also i we my your me""".split()
)
LEAST_SHARE = 0.25  # English news has about 0.5, other languages under 0.15
LEAST_WORDS = 20  # a text shorter than this is taken as English: too little to tell


_NO_WORDS = re.compile(r"<[^<>]*>|https?://\S+|[@#]\w+")


def is_english(text: str) -> bool:
    """Tell whether the first thousand words of `text` look English; names and headlines do not count."""
    words = re.findall(r"[^\W\d_]+", _NO_WORDS.sub(" ", text[:8000]))
    words = [word for word in words if not word[0].isupper()][:1000]
    return len(words) < LEAST_WORDS or sum(w in _COMMON for w in words) / len(words) >= LEAST_SHARE
