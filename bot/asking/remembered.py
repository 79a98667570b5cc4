"""What a conversation remembers: what it has shown, in which articles, and whom it has named."""

import re

from bot.types import Memory, Place
from index.lexicon import FEMALE_NAMES, MALE_NAMES

# First names of those whom a pronoun means, and of those whom it cannot mean.
_HE, _SHE = MALE_NAMES - FEMALE_NAMES, FEMALE_NAMES - MALE_NAMES
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
