"""Whom a number counts among those who came to harm: the injured are no answer to how many died. Pure."""

import re

from bot.answering.looks import LOOKS
from bot.answering.otherwise import ARRESTED, DEAD, HURT

_HARMS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (DEAD, HURT, ARRESTED, r"missing|unaccounted")
)
# In which more words a text may tell of them: a toll of twelve, twelve bodies.
_TOLL = re.compile(
    r"\b(?:toll|lives|bod(?:y|ies)|remains|victims?|casualt\w+|perish\w*|drown\w*|murder\w*|slain|massacre\w*"
    r"|surviv\w+|custody|charged|hospital\w*)\b",
    re.IGNORECASE,
)
_NUMBER = LOOKS["count"][0][0]
_CLAUSE_END = re.compile(r"[,;:.]\s|\s(?:and|but|while|whereas)\s")


def counts_another_harm(question: str, sentence: str) -> bool:
    """Whether all numbers of a sentence are of another harm than the question asks for."""
    asked = {harm for harm in _HARMS if harm.search(question)}
    told = [_told_of(sentence, number.span()) for number in _NUMBER.finditer(sentence)]
    return bool(asked and any(told)) and not any(harm in asked for harm in told)


def tells_no_such_harm(question: str, text: str) -> bool:
    """Whether a question asks how many came to harm, and a text does not tell of any who did."""
    asked = [harm for harm in _HARMS if harm.search(question)]
    return bool(asked) and not any(harm.search(text) for harm in asked) and not _TOLL.search(text)


def _told_of(sentence: str, number: tuple[int, int]) -> re.Pattern[str] | None:
    """Return what is told of those whom a number counts: after it in its clause, else before it."""
    end = _CLAUSE_END.search(sentence, number[1])
    starts = [0, *(found.end() for found in _CLAUSE_END.finditer(sentence, 0, number[0]))]
    after = _found(sentence[number[1] : end.start() if end else len(sentence)])
    before = _found(sentence[starts[-1] : number[0]])
    if after:
        return min(after, key=lambda each: each[0])[1]
    return max(before, key=lambda each: each[0])[1] if before else None


def _found(words: str) -> list[tuple[int, re.Pattern[str]]]:
    return [(found.start(), harm) for harm in _HARMS for found in harm.finditer(words)]
