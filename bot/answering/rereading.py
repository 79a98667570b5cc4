"""A second look, where words do not tell: what comes near is read together with the question.

Search and the rules before this decide by words: most of those asked for must stand in what answers. Who
asks in other words is refused then, or is shown what only shares some of them. Here a network reads the
question with each of what comes near (`index.searching.crossencoder`), and says how likely that answers it.
"""

from collections.abc import Sequence

from bot.answering.facts import cite_sentence
from bot.answering.finding import Finder, query_of
from bot.answering.months import unlike
from bot.answering.reading import Read, probability, read_all, read_own
from bot.answering.refusals import MOST_OF_IT
from bot.answering.replies import say_who_is_meant
from bot.answering.sought import sought
from bot.asking.forms import PRONOUN
from bot.compose import Composer
from bot.prompts import phrase
from bot.types import Answer, Question
from index.search import weighed
from index.searching.crossencoder import CrossEncoder
from index.searching.topic import content_words, coverage
from index.searching.turns import turn_before
from index.types import Hit

ENOUGH = 0.6  # the probability from which it answers
FORMED = 0.8  # the same of a number, a day, a name: rules look first, and had a reason to find none
LEAD = 0.1  # how much likelier another must be to come before what the words found
DOUBT = 0.2  # the probability below which nothing answers, whatever words it has
UNLIKELY = 0.02  # the same of a fact, of which rules have seen to more than words
WORTH = 0.1  # the probability from which it is worth showing beside a refusal
MOST = 3  # shown
BESIDE = 0.6  # a further one is shown from this share of the best one's probability
_WANTS = frozenset(("statements", "who", "fact", "when", "person"))


def reread(finder: Finder, encoder: CrossEncoder, answer: Answer) -> Answer:
    """Return the answer, or a better one where what comes near says it in other words than the question."""
    if not _may_gain(finder, answer):
        return answer
    read = (read_own if finder.question.speakers else read_all)(finder, encoder)
    if not read:
        return answer
    if answer.abstained:
        return _instead_of_refusing(finder, answer, read)
    return _likelier_first(finder, encoder, answer, read)


def _may_gain(finder: Finder, answer: Answer) -> bool:
    """Whether there is anything to gain: not where the words asked for stand in what is shown first."""
    question = finder.question
    if question.want not in _WANTS or question.choices or question.shown or question.occasion:
        return False
    if unlike(query_of(question)):  # the march, and not in March: only words tell
        return False
    if question.act:  # who praised it, and not who spoke of it: the verb beside the words decides
        return False
    if not all(map(_is_described, question.unknown)) or (question.speakers and not question.topic):
        return False
    if answer.abstained and question.speakers:  # else what comes near is likely about something else
        return finder.held_elsewhere() < MOST_OF_IT
    if answer.abstained or not answer.citations:
        return answer.abstained
    topic = weighed(finder.store, query_of(question))
    return coverage(topic, content_words(answer.citations[0].quote)).exact < 1


def _is_described(words: str) -> bool:
    """Whether words tell who is meant, "the firm's head" or "ex-mayor Lee", and are more than a name."""
    return not PRONOUN.fullmatch(words) and any(word[:1].islower() for word in words.split())


def _answers(question: Question, likeliest: Read) -> bool:
    """Whether the likeliest answers: whom a description means is never sure."""
    return not question.unknown and likeliest.probability >= (FORMED if _has_form(question) else ENOUGH)


def _has_form(question: Question) -> bool:
    wanted = sought(query_of(question))
    return question.want == "fact" and bool(wanted.has_form or wanted.deed or wanted.noun)


def _instead_of_refusing(finder: Finder, answer: Answer, read: Sequence[Read]) -> Answer:
    composer = Composer(finder.store, finder.question)
    say_who_is_meant(finder, composer)
    if _answers(finder.question, read[0]):
        composer.note(phrase("in_other_words"))
        for each in read[:MOST]:
            if each.probability >= BESIDE * read[0].probability:
                _show(finder, composer, each)
        return composer.answer()
    near = [each for each in read[:MOST] if each.probability >= WORTH]
    return _refused(finder, composer, answer, near) if near else answer


def _refused(finder: Finder, composer: Composer, answer: Answer, near: Sequence[Read]) -> Answer:
    """Refuse with what comes nearest, and with what the answer shows besides."""
    all_of_it = {phrase("all_quoted", name=name) for name in finder.question.speakers}
    if any(block.lead in all_of_it for block in answer.blocks):
        return answer
    composer.note(phrase("nearest_passage"))
    for each in near:
        _show(finder, composer, each)
    composer.carried(answer.blocks)
    return composer.refusal(answer.reason or phrase("no_fact_in_words"))


def _likelier_first(finder: Finder, encoder: CrossEncoder, answer: Answer, read: Sequence[Read]) -> Answer:
    """Put first what answers where what the words found does not, and refuse where nothing does; an answer
    with remarks of ours stays."""
    if any(block.citation is None for block in answer.blocks):
        return answer
    best, first = read[0], answer.citations[0]
    article = finder.store.article(first.article_id)
    assert article is not None, "what is cited is in the store"
    statements = finder.store.statements(article_id=article.id)
    said = next((s for s in statements if (s.start, s.end) == (first.start, first.end)), None)
    if said and turn_before(article.text, said):  # it answers a question that is not read here
        return answer
    shown = Read(article, (first.start, first.end), said)
    chance = probability(encoder, finder.question, shown)
    composer = Composer(finder.store, finder.question)
    is_fact = finder.question.want == "fact"
    if max(chance, best.probability) < (UNLIKELY if is_fact else DOUBT):
        return _refused(finder, composer, answer, [shown])
    within = best.article.id == article.id and best.span[0] < first.end and first.start < best.span[1]
    if within or best.probability < max(0 if is_fact else ENOUGH, chance + LEAD):
        return answer
    _show(finder, composer, best)
    composer.cited(answer.citations[: MOST - 1])
    return composer.answer()


def _show(finder: Finder, composer: Composer, each: Read) -> None:
    if each.said is not None:
        composer.statements([Hit(each.said, each.probability)])
    else:
        cite_sentence(composer, finder.store, each.article.id, each.span)
