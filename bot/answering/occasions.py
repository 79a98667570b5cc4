"""A topic and an occasion asked for together: "the costs at the debate", "the wall before the election"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.answering.finding import Finder
from bot.answering.judge import HALF, WHOLE, answering
from bot.types import Question
from index.types import Hit


def before_occasion(finder: Finder) -> Finder:
    """ "Before the election": up to the day of which the articles tell it; as a topic where they do not."""
    question = finder.question
    if not re.match(r"(?:before|ahead of|prior to)\s", question.occasion, re.IGNORECASE):
        return finder
    day, topic = finder.day_of_occasion(), _rest_of_topic(question)
    if day is None:
        topic = question.topic or question.occasion
        return replace(finder, question=replace(question, topic=topic, occasion=""), vector=None)
    until = min(day - timedelta(days=1), question.until or day)
    return replace(finder, question=replace(question, topic=topic, until=until, occasion=""), vector=None)


def answering_then(finder: Finder, found: Sequence[Hit]) -> list[Hit]:
    """What was said on the occasion asked for and answers by the rest of the topic, or by all of it.

    There a statement also answers by what the article says it was about: "Of the costs he said …".
    """
    question = finder.question
    said = finder.on_occasion().statements
    if not said:
        return list(found)
    then = {statement.id for statement in said}
    rest = replace(finder, question=replace(question, topic=_rest_of_topic(question)), vector=None)
    articles = {statement.article_id for statement in said}
    hits = [h for h in rest.by(*question.speakers, articles=articles) if h.item.id in then and _is_about(h)]
    answer = answering(hits, lambda: rest.held_elsewhere_in(articles))
    certain = re.match(r"(?:at|in|on|during)\s", question.occasion, re.IGNORECASE)
    return answer or [h for h in found if h.item.id in then] or ([] if certain else list(found))


def _rest_of_topic(question: Question) -> str:
    """The topic without the occasion that ends it."""
    return re.sub(rf",?\s*{re.escape(question.occasion)}$", "", question.topic)


def _is_about(hit: Hit) -> bool:
    return bool(hit.evidence and (hit.evidence.near >= HALF or hit.evidence.around >= WHOLE))
