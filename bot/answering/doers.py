"""Who did it, and to whom it was done: "Who was arrested?" is answered by a sentence that names somebody
arrested. Pure.
"""

import re
from collections.abc import Collection, Iterator

from bot.answering.looks import BIG, MONTH
from bot.answering.otherwise import means_the_same
from index.kinds import ORGANISATION_NOUNS
from index.lexicon import WEEKDAY
from index.searching.irregular import base
from index.searching.topic import stem

_BE = r"(?:is|are|was|were|be|been|being|gets?|got)"
_HAVE = r"(?:has|have|had|will|would|may|could)"
_ASKS = re.compile(rf"\bwho (?:else )?(?:{_HAVE} )?{_BE} (?:\w+ly )?(?P<deed>\w+)", re.IGNORECASE)
_UNCHANGED = frozenset("hurt hit cut set put born".split())  # past forms that no rule tells
_ITSELF = frozenset("died dies".split())  # nobody does it to another

_LINK = r"(?:as|that|who|which|when|while|because|if|and|or|but)"
_PREPOSITION = r"(?:in|at|on|near|from|of|to|by|for|with|after|before|during|over|under|against|outside)"
_PLACED = re.compile(rf"\b{_PREPOSITION} (?:the )?$", re.IGNORECASE)
_NAME = rf"(?!{WEEKDAY}|{MONTH}|The\b)(?P<name>{BIG}(?: (?:[A-Z]\.|de|van|von|al|bin|{BIG}))*)"
_DESCRIBED = (
    rf"(?:(?!{_PREPOSITION}\b|{_LINK}\b)[a-z\d][\w’'-]*[,:]? ){{0,5}}"  # "the former mayor", "24-year-old"
)
_OF_A_TOWN = rf"(?: of {BIG}(?: {BIG})*)?"
_AND_OTHERS = r"(?:,? and (?:[\w’'-]+ ){0,3}?[\w’'-]+)?"
_ASIDE = r"(?:,[^.;:]{1,120},)?"  # ", 24, of Holm,"
# Where the one to whom it was done stands, by the verb: "arrested Lee"; "Lee was arrested", "Lee, arrested
# on Friday"; "Lee died"; or by its noun: "the arrest of Lee", "Lee's arrest".
_BEFORE_NAME = re.compile(rf"\W*{_DESCRIBED}{_NAME}")
_AFTER_NAME = (
    re.compile(
        rf"{_NAME}{_OF_A_TOWN}{_AND_OTHERS}{_ASIDE}(?: who)?(?: {_HAVE})? {_BE}"
        r"(?: (?!not\b|never\b|yet\b)\w+){0,2} $"
    ),
    re.compile(rf"{_NAME}(?:,[^.;:,]{{1,40}})?, $"),
)
_ALONE = (re.compile(rf"{_NAME}{_ASIDE} $"),)
_OF_NAME = re.compile(rf" of {_DESCRIBED}{_NAME}")
_IS_DONE = re.compile(rf"\b{_BE} (?:\w+ly )?$")
_BY_NAME = re.compile(rf" (?:\w+ )?by {_DESCRIBED}(?:[Tt]he )?{_NAME}")
_OWNED = (re.compile(rf"{_NAME}(?<=['’]s) $"),)


def done_to(question: str) -> str:
    """Return what was done to those asked for: arrested, for "Who was arrested?"; or nothing."""
    asked = _ASKS.search(question)
    deed = asked["deed"].lower() if asked else ""
    return deed if is_past(deed) else ""


def is_past(word: str) -> bool:
    """Whether a word is a verb's past form: built, opened, hurt; no "need"."""
    return (word.endswith("ed") and not word.endswith("eed")) or base(word) != word or word in _UNCHANGED


def names_the_object(deed: str, sentence: str, said: Collection[str]) -> bool:
    """Whether a sentence names somebody to whom that was done, in words that the question has not `said`."""
    beside = (_beside(*told) for told in _told(deed, sentence))
    return any(_is_somebody(name, said) for names in beside for name in names)


def names_the_doer(deed: str, sentence: str) -> bool:
    """Whether a sentence does not leave untold who did it, as "it was built" and "built by a firm" do."""
    told = [(before, after) for verb, before, after in _told(deed, sentence) if is_past(verb)]
    return not told or any(not _IS_DONE.search(before) or _BY_NAME.match(after) for before, after in told)


def _told(deed: str, sentence: str) -> Iterator[tuple[str, str, str]]:
    """Yield the words that tell a deed, each with what stands before and after it."""
    for word in re.finditer(r"[\w’'-]+", sentence):
        verb = word.group().lower()
        if stem(verb) == stem(deed) or means_the_same("who", deed, verb):
            yield verb, sentence[: word.start()], sentence[word.end() :]


def _beside(verb: str, before: str, after: str) -> list[str]:
    """Return the names that stand where the one does to whom it was done."""
    if verb in _ITSELF:
        return _before(before, *_ALONE)
    if is_past(verb):
        return [*_following(after, _BEFORE_NAME), *_before(before, *_AFTER_NAME)]
    if verb.endswith("ing"):
        return _following(after, _BEFORE_NAME)
    return [*_following(after, _OF_NAME), *_before(before, *_OWNED)]


def _following(after: str, look: re.Pattern[str]) -> list[str]:
    found = look.match(after)
    return [found["name"]] if found else []


def _before(before: str, *looks: re.Pattern[str]) -> list[str]:
    """Return the names that so lead to the verb, and are no places: "men in Holm were arrested"."""
    found = (next(look.finditer(before), None) for look in looks)
    return [each["name"] for each in found if each and not _PLACED.search(before[: each.start()])]


def _is_somebody(name: str, said: Collection[str]) -> bool:
    """Whether a name is of somebody not yet known, and of no body that did it."""
    words = set(re.findall(r"\w+", name.lower()))
    return not words <= set(said) and words.isdisjoint(ORGANISATION_NOUNS)
