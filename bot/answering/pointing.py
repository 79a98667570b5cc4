"""What a sentence leaves to the one before: "It was founded", "the work would cost". Pure."""

import re
from collections.abc import Collection

from bot.answering.otherwise import is_like_any
from bot.asking.forms import SAY
from index.captions import TEASER
from index.searching.topic import STOP_WORDS

LONGEST_HEADING = 160  # characters
HEAD = 40  # characters, within which the subject of a sentence begins
SECTION = 900  # characters above a sentence, in which the heading of its section is looked for
_SECTION = re.compile(r"(?=(?:\S+\s+){1,9}\S+$)[^\n]{4,80}[\w)’'%]")
# A sentence that begins so is about what the sentence before names, and is read and shown with it.
OF_THE_ONE_BEFORE = re.compile(rf"(?:Its?|Their|This|These|(?:He|She|They) (?!{SAY}))\b")

# A line that is a question and nothing else, with no marks of somebody who asks it.
_QUESTION_ABOVE = re.compile(r"(?:\A|\n)(?P<heading>[^\n.!?\"“‘]+\?)[^\S\n]*\n\s*\Z")
# No sentence has a colon right before a word.
_HEADLINE_OF_ANOTHER = re.compile(r"[^\n:.]{2,90}:(?=[A-Z‘'“\"])[^\n]*[^\n.!?”\"]\s*$", re.MULTILINE)
_DETERMINED = re.compile(r"\b[Tt]he (?=(?P<words>[a-z-]+(?: [a-z-]+){0,2}))")
_POINTED_AT = re.compile(r"\b(?:[Tt]h(?:is|ese|ose)|(?:\w+ing|in|on|at|of|for|from|by|with|to) that) [a-z]")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|they|their|them|its?)\b", re.IGNORECASE)
_A_NAME = re.compile(r"(?<=\w )[A-Z][\w'’-]+")
# Nouns that say nothing by themselves: what they stand for was told before.
_LABELS = frozenset(
    """work works project projects plan plans scheme proposal deal agreement contract measure programme
    program move effort event incident accident process operation item facility man woman boy girl victim
    suspect couple pair""".split()
)


def points_back(sentence: str, asked: Collection[str]) -> bool:
    """Whether a sentence is about what the one before names, of which the words `asked` are known.

    Its subject is a pronoun, has "this" or "that" before it, stands for anything told before, or for what is
    asked about.
    """
    if OF_THE_ONE_BEFORE.match(sentence):
        return True
    pronoun = _PRONOUN.search(sentence)
    if pronoun and pronoun.start() < HEAD and not _A_NAME.search(sentence[: pronoun.start()]):
        return True
    pointed_at = _POINTED_AT.search(sentence)
    if pointed_at and pointed_at.start() < HEAD:
        return True
    determined = (found for found in _DETERMINED.finditer(sentence) if found.start() < HEAD)
    return any(_is_known(found["words"].split(), asked) for found in determined)


def is_a_question(sentence: str) -> bool:
    """Whether a sentence only asks, as a heading may, and answers nothing."""
    return sentence.rstrip(" \"'”’)").endswith("?")


def leads_elsewhere(text: str, at: int) -> bool:
    """Whether a line only leads to another article: "More: …", "Harbour vote:Council is split again"."""
    start = text.rfind("\n", 0, at) + 1
    return bool(TEASER.match(text, start) or _HEADLINE_OF_ANOTHER.match(text, start))


def heading_above(text: str, at: int) -> int | None:
    """Return where the question begins that the paragraph from `at` stands below and answers, if it does."""
    above = _QUESTION_ABOVE.search(text, max(0, at - LONGEST_HEADING), at)
    return above.start("heading") if above else None


def section_heading(text: str, at: int) -> str:
    """Return the heading of the section that a sentence stands in, or nothing: "3. The Holm Egg Race"."""
    above = [line for line in text[max(0, at - SECTION) : at].split("\n")[1:-1] if line.strip()]
    headings = (line for line in reversed(above) if _SECTION.fullmatch(line.strip()))
    return next(headings, "")


def _is_known(words: list[str], asked: Collection[str]) -> bool:
    """Whether the words after "the" have a noun that was told before."""
    for word in words:
        if word in STOP_WORDS:
            return False
        if word in _LABELS or is_like_any(word, asked):
            return True
    return False
