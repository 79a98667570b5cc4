"""Of whom a fact is told: whose age a number is, and who did what is asked about. Pure.

"The 75-year-old king met Bo Hart" says nothing of the age of Bo Hart, and "Ann Lee returned" not when he did.
"""

import re
from collections.abc import Collection, Iterator

from bot.answering.looks import BIG, LOOKS, MONTH
from bot.answering.otherwise import means_the_same
from index.lexicon import TITLES, WEEKDAY
from index.searching.topic import STOP_WORDS, stem

_NO_NAME = r"(?:The|An|He|She|It|They|We|This|That|These|His|Her|Its|Their|In|On|At|But|And|When|After)\b"
_NAME = rf"(?!{WEEKDAY}|{MONTH}|{_NO_NAME})(?P<name>{BIG}(?: (?:[A-Z]\.|de|van|von|al|bin|{BIG}))*)"
_CALLED = re.compile(rf"(?P<between>(?: [a-z][\w’'-]*){{0,3}}),? {_NAME}")  # "66-year-old baker Ann Lee"
_JUST_BEFORE = re.compile(
    rf"{_NAME}(?:,|(?: is| was)?) (?:(?:an?|the|now|aged?) )?$"
)  # "Ann Lee, a 66-year-old"
_ANY_NAME = re.compile(_NAME)
_LIGHT = frozenset("go get take make come".split())  # they say little: "go to school"
_HAS = r"(?: (?:has|have|had|will|would|also|then|first|later|finally|formally))*"
_ASKED = re.compile(
    r"(?i:\b(?:when|where)\b.*?\b(?:did|does|do|will|would|has|have|had) )"
    rf"(?P<who>{BIG}(?: {BIG})*)(?<!['’]s)"
    # not "the Holm bridge open": a verb ends the question, or something other than a verb follows
    r"(?: (?:first|ever|last|officially))? (?P<deed>[a-z]+)"
    r"(?=\W*$| (?:in|at|on|to|from|for|with|into|by|as|of|the|an?|his|her|their|its|[A-Z]\w*)\b)"
)


def proper(names: Collection[str]) -> frozenset[str]:
    """Return the words of names that are no titles: a prince is not every prince."""
    return frozenset(name.removesuffix("'s") for name in names if name not in TITLES)


def tells_the_age_of(names: Collection[str], before: str, sentence: str) -> bool:
    """Whether an age in a sentence may be that of somebody with one of these names."""
    asked = proper(names)
    if not asked:
        return True
    owners = list(_of_whom(sentence))
    known = [owner for owner in owners if owner]
    if known:
        return any(_may_be(owner, asked) for owner in known)
    return asked.isdisjoint(_words(sentence)) and not asked.isdisjoint(_words(before))


def _of_whom(sentence: str) -> Iterator[str]:
    """Yield of each age the name that it is told of, or nothing where none stands beside it."""
    for look, _ in LOOKS["old"]:
        for age in look.finditer(sentence):
            called = _CALLED.match(sentence, age.end()) if age.group().endswith("old") else None
            if called and all(_describes(word) for word in called["between"].split()):
                yield called["name"]
            elif before := _JUST_BEFORE.search(sentence[: age.start()]):
                yield before["name"]
            elif "-year-" in age.group():
                yield ""
            else:
                names = [found["name"] for found in _ANY_NAME.finditer(sentence[: age.end()])]
                yield names[-1] if names else ""


def _describes(word: str) -> bool:
    """Whether a word may stand between an age and a name: a noun or an adjective, and no verb."""
    return word not in STOP_WORDS and not word.endswith("ed")


def deed_of_somebody(question: str) -> str:
    """Return what somebody named does whose time or place is asked: marry, for "When did Lee marry?"."""
    asked = _ASKED.search(question)
    return asked["deed"] if asked and asked["deed"] not in STOP_WORDS | _LIGHT else ""


def is_done_by_another(deed: str, names: Collection[str], sentence: str) -> bool:
    """Whether a sentence tells a deed, and each time right after the name of somebody else."""
    asked = proper(names)
    before = [
        re.search(rf"{_NAME}{_HAS} $", sentence[: found.start()])
        for found in re.finditer(r"[a-z]+", sentence)
        if stem(found.group()) == stem(deed) or means_the_same("when", deed, found.group())
    ]
    return bool(before) and all(who and not _may_be(who["name"], asked) for who in before)


def _may_be(name: str, asked: Collection[str]) -> bool:
    """Whether a name may be one asked for: Ann Lee is not Bo Lee."""
    words = re.findall(r"[\w-]+", name.lower())
    return words[-1] in asked and (
        len(words) == 1 or len(asked) == 1 or words[0] in asked or words[0] in TITLES
    )


def _words(text: str) -> set[str]:
    return {word.removesuffix("'s") for word in re.findall(r"[\w'-]+", text.replace("’", "'").lower())}
