"""A topic and an occasion asked for together: "the costs at the debate", "the wall before the election"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answering.finding import Finder
from bot.answering.judge import HALF, WHOLE, answering, covered
from bot.types import Question
from index.types import Hit

_BEFORE = r"(?:before|ahead of|prior to)\s+"
_AFTER = r"(?:after|following|in the (?:wake|aftermath) of)\s"


def before_occasion(finder: Finder) -> tuple[Finder, bool]:
    """ "Before the election": up to the day of which the articles tell it; as a topic where they do not.

    Say, too, whether it could be told.
    """
    question = finder.question
    if not re.match(_BEFORE, question.occasion, re.IGNORECASE):
        return finder, True
    day, topic = _day_of_occasion(finder), _rest_of_topic(question)
    if day is None:
        topic = question.topic or re.sub(_BEFORE, "", question.occasion, flags=re.IGNORECASE)
        return replace(finder, question=replace(question, topic=topic, occasion=""), vector=None), False
    until = min(day - timedelta(days=1), question.until or day)
    return replace(
        finder, question=replace(question, topic=topic, until=until, occasion=""), vector=None
    ), True


def answering_then(finder: Finder, found: Sequence[Hit]) -> tuple[list[Hit], bool]:
    """What was said on the occasion asked for and answers by the rest of the topic, or by all of it.

    There a statement also answers by what the article says it was about: "Of the costs he said …". Where
    nothing was said right then, "after the election" is any time from the day of which the articles tell
    it. Say, too, whether the time of what is found is told.
    """
    question = finder.question
    said = finder.on_occasion().statements
    then = {statement.id for statement in said}
    rest = replace(finder, question=replace(question, topic=_rest_of_topic(question)), vector=None)
    articles = {statement.article_id for statement in said}
    hits = [h for h in rest.by(*question.speakers, articles=articles) if h.item.id in then and _is_about(h)]
    answer = answering(hits, lambda: rest.held_elsewhere_in(articles)) if said else []
    if answer := answer or [h for h in found if h.item.id in then]:
        return answer, True
    if said and re.match(r"(?:at|in|on|during)\s", question.occasion, re.IGNORECASE):
        return [], True
    day = _day_of_occasion(finder) if re.match(_AFTER, question.occasion, re.IGNORECASE) else None
    if day:
        return [h for h in found if (finder.store.article_of(h.item).published or date.min) >= day], True
    # Told, too, where the statement itself has the words for the occasion.
    return list(found), question.topic.endswith(question.occasion) and covered(found) >= WHOLE


def _day_of_occasion(finder: Finder) -> date | None:
    """The day of the article that tells of the occasion, whoever speaks then.

    An article tells what came after an event; few are set before it.
    """
    event = re.sub(r"^(?:before|ahead of|prior to|following)\b", "after", finder.question.occasion)
    everybody = replace(finder, question=replace(finder.question, speakers=(), occasion=event))
    scene = everybody.on_occasion()
    return finder.store.article_of(scene.statements[0]).published if scene.title else None


def _rest_of_topic(question: Question) -> str:
    """The topic without the occasion that ends it."""
    return re.sub(rf",?\s*{re.escape(question.occasion)}$", "", question.topic)


def _is_about(hit: Hit) -> bool:
    return bool(hit.evidence and (hit.evidence.near >= HALF or hit.evidence.around >= WHOLE))
