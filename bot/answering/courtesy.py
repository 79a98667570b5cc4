"""What is said to the chat and asks nothing of the articles: a greeting, thanks, "help", "who is quoted?"."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.answering.examples import examples
from bot.prompts import counted, phrase
from bot.render import day
from bot.types import Answer

if TYPE_CHECKING:
    from index.store import Store

MOST_NAMED = 5  # of those quoted, the most quoted

_GREETING = r"hi|hello|hey|hallo|good (?:morning|afternoon|evening|day)"
_HELP = (
    r"(?:please )?help(?: me)?|who are you|what (?:are you|is this|do you do)|how does (?:this|it) work"
    r"|what can (?:i|you|we|one) (?:ask|do)(?: you| here)?|what should i ask"
)
_THANKS = r"(?:many )?thanks(?: a lot| so much| very much)?|thank you(?: so much| very much)?|cheers"
_ARTICLES = (
    r"(?:what|which|how many) articles (?:do you (?:have|know)|are (?:there|here|indexed|in here))"
    r"|(?:list|show)(?: me)?(?: all)?(?: the)? articles"
)
_SPEAKERS = (
    r"who (?:is|are|gets) quoted(?: here| in (?:these|the) articles)?|who(?:m| all)? do you (?:have|quote)"
    r"|(?:list|show)(?: me)?(?: all| everybody)?(?: the)? (?:speakers|people|names)|who speaks"
)


def courtesy(text: str, store: "Store") -> Answer | None:
    """Return what to say to words that are no question for the articles, or `None` where they are one."""
    words = " ".join(re.sub(r"[^\w\s'’]", " ", text).split())
    for pattern, say in _SAYINGS:
        if re.fullmatch(pattern, words, re.IGNORECASE):
            return say(text, store)
    return None


def _what_to_ask(text: str, store: "Store") -> Answer:
    asked = tuple(examples(store))
    if not asked and store.articles():
        return _told(text, phrase("what_to_ask"))
    return _told(text, phrase("what_for_example" if asked else "empty_store"), asked)


def _welcome(text: str, store: "Store") -> Answer:
    return _told(text, phrase("welcome"))


def _articles(text: str, store: "Store") -> Answer:
    held = store.articles()
    if not held:
        return _told(text, phrase("empty_store"))
    count = counted(len(held), "article")
    known = max(((article.published, article.title) for article in held if article.published), default=None)
    if known is None or len(held) == 1:
        return _told(text, phrase("held", count=count))
    return _told(text, phrase("held_newest", count=count, title=known[1], date=day(known[0])))


def _speakers(text: str, store: "Store") -> Answer:
    speakers = [speaker for speaker in store.speakers() if speaker.quoted]
    if not speakers:
        return _told(text, phrase("nobody_quoted" if store.articles() else "empty_store"))
    most = speakers[:MOST_NAMED]
    names = ", ".join(f"{speaker.name} ({counted(speaker.quoted, 'statement')})" for speaker in most)
    asked = tuple(phrase("example_list", name=speaker.name) for speaker in most)
    return _told(text, phrase("quoted", count=len(speakers), names=names), asked)


_SAYINGS: tuple[tuple[str, Callable[[str, "Store"], Answer]], ...] = (
    (rf"(?:{_GREETING})(?: (?:there|onrecord|all))?(?: (?:{_HELP}))?|{_HELP}", _what_to_ask),
    (_THANKS, _welcome),
    (_ARTICLES, _articles),
    (_SPEAKERS, _speakers),
)


def _told(text: str, words: str, asked: tuple[str, ...] = ()) -> Answer:
    return Answer(text, (), abstained=True, reason=words, choices=asked)
