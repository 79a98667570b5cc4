"""What a follow-up to a question for a fact leaves out, put in again: the question as it is asked alone.

"And in Nepal?" asks the same of another place, "when was that?" another thing of the same, and "was he
paid?" means somebody named before.
"""

import re
from calendar import month_name

from bot.asking.forms import THAT

_PREPOSITIONS = ("in", "at", "on", "near", "for", "from", "to", "after", "before", "during")
_ANY = "|".join(_PREPOSITIONS)
_LEADS = r"(?:and|but|(?:and )?(?:what|how) about)\s+"
_ELSEWHERE = re.compile(rf"{_LEADS}(?P<phrase>(?P<preposition>{_ANY})\s\S.*?)[\s?.!]*", re.IGNORECASE)
_ANOTHER = re.compile(rf"(?i:{_LEADS})(?P<name>[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|\d+))*)[\s?.!]*")
_NAME = re.compile(r"(?<=\s)[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|\d+))*")
_WHEN_THAT = re.compile(rf"(?:and )?(?P<asks>when|where) (?:was|is) {THAT}\W*", re.IGNORECASE)
# The words that ask, which "when" can stand for: "how many people died" → "when people died".
_ASKING = re.compile(
    rf"(?:(?:{_ANY}|by|of|with|since|until) )?"
    r"(?:how(?: (?:many|much|long|old|far|big|often|high|large))?|what|which|who|when|where|why)\s+",
    re.IGNORECASE,
)
_A_TIME = re.compile(rf"\w+\s+(?:\d|(?:{'|'.join(filter(None, month_name))})\b|(?:last|this|next)\s)")
_PERSON = re.compile(r"\b(?:he|she|him|his|hers?)\b", re.IGNORECASE)
# "Her" before a noun is hers; before one of these, or at the end, it is she.
_HER_ALONE = re.compile(rf"her(?=\W*$|\s+(?:{_ANY}|and|or|by|with|as|that|then|again)\b)", re.IGNORECASE)


def carried_over(words: str, before: str) -> str:
    """Return the question `before` as a follow-up asks it: of another place, name or time; or nothing."""
    if asked := _WHEN_THAT.fullmatch(words):
        return f"{asked['asks'].capitalize()} {_ASKING.sub('', before, count=1)}"
    if moved := _ELSEWHERE.fullmatch(words):
        return _moved(before, moved["preposition"], moved["phrase"])
    if (another := _ANOTHER.fullmatch(words)) and len(named := list(_NAME.finditer(before))) == 1:
        return f"{before[: named[0].start()]}{another['name']}{before[named[0].end() :]}"
    return ""


def person_in(words: str) -> str:
    """Return the first pronoun for a person, or nothing."""
    found = _PERSON.search(words)
    return found.group() if found else ""


def with_name(words: str, name: str) -> str:
    """Put a name in the place of the pronouns for a person: "his lawyer" → "Ann Lee's lawyer"."""

    def named(found: re.Match[str]) -> str:
        pronoun = found.group().lower()
        owns = pronoun in ("his", "hers") or (pronoun == "her" and not _HER_ALONE.match(words, found.start()))
        return f"{name}'s" if owns else name

    return _PERSON.sub(named, words)


def _moved(question: str, preposition: str, phrase: str) -> str:
    """Put a phrase in the place of the last that begins with the same word: in Haiti, in Nepal.

    A time takes the place of a time, and a place that of a place.
    """
    pattern = rf"\b{preposition}\s(?:(?!\s(?:{_ANY})\s).)+?(?=\s(?:{_ANY})\s|[\s?.!]*$)"
    same = [
        found
        for found in re.finditer(pattern, question, re.IGNORECASE)
        if bool(_A_TIME.match(found.group())) == bool(_A_TIME.match(phrase))
    ]
    if not same:
        return f"{question.rstrip(' ?.!')} {phrase}?"
    return f"{question[: same[-1].start()]}{phrase}{question[same[-1].end() :]}"
