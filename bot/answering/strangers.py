"""Somebody asked for in words that are no name of the register: a description, a body, a stranger."""

import re

from bot.answering.acts import told_by_cue
from bot.answering.deputies import is_of
from bot.answering.finding import Finder
from bot.answering.judge import answering
from bot.answering.refusals import on, shortened, shown, unregistered
from bot.answering.spoken import statement_of
from bot.asking.acts import act_of
from bot.asking.described import introduction, pronoun_for
from bot.asking.forms import PRONOUN
from bot.compose import MOST, Composer
from bot.prompts import phrase
from bot.types import Answer
from index.lexicon import is_person_noun, means_people

MOST_OF_A_BODY = 2  # statements of those who belong to it


def stranger(finder: Finder, composer: Composer) -> Answer:
    """Somebody asked for in words that are no name of the register: a description, or a stranger."""
    question = finder.question
    words = question.unknown[0]
    if PRONOUN.fullmatch(words):
        return composer.refusal(phrase("who_is_meant", words=shortened(words)))
    if people := _of_the_body(finder, composer, words):
        return people
    if not _describes(words):
        return composer.refusal(unregistered(finder, words))
    hits = finder.from_source(words)
    found = answering(hits) if question.topic else hits
    if not found:
        called = shortened(words)
        if not hits:
            return composer.refusal(phrase("unknown_role", words=called))
        composer.note(phrase("nearest_from", words=called))
        composer.statements(hits[:1])
        return composer.refusal(phrase("unknown_source", words=called, topic=on(question.topic)))
    if question.act:
        act = act_of(question.act)
        found = [hit for hit in found if told_by_cue(finder, act, statement_of(hit))] or found
    told = set()
    for hit in found[:MOST]:
        article, statement = finder.store.article_of(hit.item), statement_of(hit)
        called = introduction(article, statement)
        if called and called.casefold() not in told and not pronoun_for(article, statement):
            composer.note(phrase("introduced", called=called))
        told.add(called.casefold())
        composer.statements([hit])
    return composer.answer()


def _of_the_body(finder: Finder, composer: Composer, words: str) -> Answer | None:
    """What those say whom the articles place in a body that they do not quote itself; or `None`."""
    body, topic = re.sub(r"^[Tt]he\s", "", words), finder.question.topic
    if not (topic and body[:1].isupper()):
        return None
    people = [each.name for each in finder.store.speakers() if any(is_of(role, body) for role in each.roles)]
    found = answering(finder.by(*people)) if people else []
    if not found:
        return None
    composer.note(phrase("spoken_within", name=body, topic=shown(topic)))
    composer.statements(found, most=MOST_OF_A_BODY)
    return composer.answer()


def _describes(words: str) -> bool:
    """Whether words are no name, but tell who is meant: "the clerk", "villagers", "the Ferry Line's CEO"."""
    each = words.split()
    people = each[0].islower() and is_person_noun(each[0].removesuffix("s"))
    owned = len(each) > 1 and each[-2].endswith(("'s", "’s", "'", "’"))
    determined = re.match(r"(?:the|an?|one|some)\s", words, re.IGNORECASE)
    noun = each[-1].lower()
    somebodys = owned and means_people(noun)
    return bool(determined) or words.islower() or people or somebodys
