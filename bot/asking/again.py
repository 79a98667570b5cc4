"""A question about the last answer: what more there is to it, who else, the first of it, when it was said."""

import re
from dataclasses import replace
from typing import Any

from bot.asking.forms import SAY, THAT
from bot.asking.remembered import shown
from bot.types import Memory, Order, Question, Want

# "What else?", "anything more on that?": the same question again, but for what was shown.
_MORE = re.compile(
    r"(?:and |but |ok(?:ay)?,? )?"
    r"(?:(?:what|anything|something) (?:else|more)|(?:tell|show|give) me more|go on|more)"
    rf"(?: (?:(?:did|has|have) )?(?P<pronoun>he|she|they|it) (?:say|said))?(?: (?:about|on) {THAT})?\W*",
    re.IGNORECASE,
)
_WHO_ELSE = re.compile(rf"(?:and |but )?who else(?: {SAY}(?: (?:about|on))?(?: {THAT})?)?\W*", re.IGNORECASE)
_FOREMOST = re.compile(
    r"(?:and )?what(?:['’]s| (?:was|is)) the (?P<which>latest|newest|last|most recent|first|earliest)"
    r"(?: one| thing| statement)?\W*",
    re.IGNORECASE,
)
_WHEN_THAT = re.compile(
    rf"(?:and )?(?:when|where|when and where)(?: (?:was|is) {THAT}(?: said)?| exactly)?\W*", re.IGNORECASE
)


def asked_again(text: str, words: str, memory: Memory) -> Question | None:
    """A question about the last answer: what more there is to it, or when and where it was said."""
    before = memory.question
    if before is None:
        return None
    if (more := _MORE.fullmatch(words)) and (before.speakers or not more["pronoun"]):
        return _once_more(before, text, want=_for_words(before), shown=shown(memory))
    if not memory.cited:
        return None
    first, speakers = memory.cited[0], [name for cited in memory.cited for name in cited.speakers]
    if _WHO_ELSE.fullmatch(words) and before.topic:
        besides = tuple(dict.fromkeys((*before.besides, *before.speakers, *speakers)))
        who = Question(text, "who", topic=before.topic, besides=besides, shown=shown(memory))
        return replace(who, since=before.since, until=before.until, any_year=before.any_year)
    if (foremost := _FOREMOST.fullmatch(words)) and before.want != "fact":
        want = "list" if before.speakers else before.want
        order: Order = "oldest" if foremost["which"].lower() in ("first", "earliest") else "newest"
        return _once_more(before, text, want=want, order=order, shown=())
    if _WHEN_THAT.fullmatch(words) and first.kind != "passage":
        said_by = tuple(filter(None, [first.speaker]))
        return Question(text, "when", speakers=said_by, topic=before.topic, shown=shown(memory))
    return None


def _once_more(before: Question, text: str, **changes: Any) -> Question:
    """Return the same question in other words, which leave out all that it was about.

    A quotation was checked, and is not checked again: what else is asked for are other words on it.
    """
    return replace(before, text=text, asked=before.in_full, quoted="", **changes)


def _for_words(before: Question) -> Want:
    """Return what to ask for once more: after "when did she say that?" or "did she say it?" what she said."""
    if before.want == "when" or (before.want == "verify" and not before.act):
        return "statements" if before.topic else "list"
    return before.want
