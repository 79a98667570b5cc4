"""A name that fits several people: which of them is meant, each as a question to be asked by a click."""

import re

from bot.answering.finding import Finder
from bot.prompts import listed, phrase
from bot.types import Answer, Question
from index.types import Statement

MOST = 6  # names to choose from


def which(finder: Finder) -> Answer:
    """Ask which of the people is meant whom the question's name fits."""
    question, topic = finder.question, finder.question.topic
    names = question.choices
    if len(names) > MOST:  # those first who speak of it
        hits = finder.by(*names) if topic else []
        speaking = [name for hit in hits if isinstance(hit.item, Statement) for name in hit.item.speakers]
        names = tuple(dict.fromkeys([*(name for name in speaking if name in names), *names]))
    asked = tuple(_asked_of(question, name) for name in names[:MOST])
    called = "which" if re.search(r"[A-Z]", question.chosen_for or names[0]) else "which_described"
    return Answer(question.text, (), abstained=True, reason=phrase(called), choices=asked)


def _asked_of(question: Question, name: str) -> str:
    """The question with the name in full, to be asked by a click."""
    text = " ".join(question.text.split())
    named = re.search(rf"(?<!\w){re.escape(question.chosen_for)}(?!\w)", text)
    if question.chosen_for and named:
        the = "the " if re.match(r"the\s", named.group()) and name.split()[-1].islower() else ""  # "campaign"
        return f"{text[: named.start()]}{the}{name}{text[named.end() :]}"
    names, topic, want = (*question.speakers, name), question.topic, question.want
    if len(names) > 1:
        return phrase("choice_compare", names=listed(names), topic=f" on {topic}" if topic else "")
    if want == "person":
        return phrase("choice_person", name=names[0])
    return phrase("choice", name=names[0], topic=topic) if topic else phrase("example_list", name=names[0])
