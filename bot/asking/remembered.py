"""What a conversation remembers: what it has shown, in which articles, and whom it has named."""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from bot.asking.forms import PRONOUN, THAT
from bot.asking.meant import named_by
from bot.types import Memory, Place, Question
from index.lexicon import FEMALE_NAMES, MALE_NAMES

if TYPE_CHECKING:
    from bot.asking.people import Directory

# First names of those whom a pronoun means, and of those whom it cannot mean.
_HE, _SHE = MALE_NAMES - FEMALE_NAMES, FEMALE_NAMES - MALE_NAMES
_THEY = ("they", "them")
_GENDERS = dict.fromkeys(("he", "him", "his"), (_HE, _SHE)) | dict.fromkeys(
    ("she", "her", "hers"), (_SHE, _HE)
)


def shown(memory: Memory) -> tuple[Place, ...]:
    """Return what the answers to a question and to "what else?" after it have shown."""
    before = memory.question.shown if memory.question else ()
    return (*before, *((cited.article_id, cited.start, cited.end) for cited in memory.cited))


def places(memory: Memory) -> tuple[str, ...]:
    """Return the articles just cited."""
    return tuple(dict.fromkeys(cited.article_id for cited in memory.cited))


def remembered(memory: Memory, pronoun: str) -> tuple[str, ...]:
    """Whom the conversation means by a pronoun: who was asked for, else who was cited first and can be it."""
    if memory.question and memory.question.speakers:
        return memory.question.speakers
    meant, others = _GENDERS.get(re.sub(r"['’]s$", "", pronoun.lower()), (frozenset(), frozenset()))
    named = memory.question.meant if memory.question else ()
    speaking = [name for cited in memory.cited for name in cited.speakers]
    cited = [(name, name.split()[0].lower()) for name in (*named, *speaking)]
    fitting = [name for name, first in cited if first in meant]
    return tuple((fitting or [name for name, first in cited if first not in others])[:1])


def topic_meant(topic: str, speakers: Collection[str], directory: "Directory", before: Question) -> str:
    """Return what "that", "them" and "him" stand for in the place of a topic; any other topic as it is.

    "Him" is whom the question before was about, else who was asked for in it: who speaks now is neither.
    """
    if re.fullmatch(THAT, topic, re.IGNORECASE) or topic.lower() in _THEY:
        return before.topic
    if not PRONOUN.fullmatch(topic):
        return topic
    asked_for = next((name for name in before.speakers if name not in speakers), "")
    return before.topic if named_by(before.topic, directory) or not asked_for else asked_for
