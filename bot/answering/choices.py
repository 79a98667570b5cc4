"""A name that fits several people: which of them is meant, each as a question to be asked by a click."""

from collections.abc import Sequence

from bot.answering.finding import Finder
from bot.answering.refusals import on
from bot.prompts import phrase
from bot.types import Answer, Want
from index.types import Statement

MOST = 6  # names to choose from


def which(finder: Finder) -> Answer:
    """Ask which of the people is meant whom the question's name fits."""
    question, topic = finder.question, finder.question.topic
    names = question.choices
    if len(names) > MOST:  # those first who speak of it
        hits = finder.by(*names) if topic else []
        speaking = (hit.item.speaker for hit in hits if isinstance(hit.item, Statement))
        names = tuple(dict.fromkeys([*filter(None, speaking), *names]))
    asked = tuple(_asked_of((*finder.question.speakers, name), topic, question.want) for name in names[:MOST])
    return Answer(question.text, (), abstained=True, reason=phrase("which"), choices=asked)


def _asked_of(names: Sequence[str], topic: str, want: Want) -> str:
    """The question with the names in full, to be asked by a click."""
    if len(names) > 1:
        return phrase("choice_compare", names=" and ".join(names), topic=on(topic))
    if want == "person":
        return phrase("choice_person", name=names[0])
    return phrase("choice", name=names[0], topic=topic) if topic else phrase("example_list", name=names[0])
