"""Who praised, denied, confirmed it: what tells the act that a question asks for, and no other statement.

A statement tells it by its cue, or by its speaker's own "I deny"; a sentence that is nobody's statement
by its verb: "The minister praised her." Where nothing does, the answer says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answering.cues import says_otherwise
from bot.answering.finding import Finder, query_of
from bot.answering.judge import HALF, WHOLE, answering, covered
from bot.answering.leads import flat
from bot.answering.pointing import OF_THE_ONE_BEFORE
from bot.answering.refusals import nobody_said, nothing_more, shortened
from bot.answering.whole import sentence_about, sentence_before
from bot.asking.acts import Act, act_of, doing
from bot.checking.words import is_negation
from bot.compose import MOST, Composer
from bot.prompts import listed, phrase
from bot.types import Answer, Question
from index.layout import sentences
from index.lexicon import FEMALE_NAMES, MALE_NAMES
from index.naming.personal import surname
from index.search import weighed
from index.searching.topic import content_words, share_by_stem
from index.types import Article, Hit, Passage, Span, Statement

NEAR_BY = 3  # words before a verb among which its "not" stands, or "I" and "we"
PASSAGES = 15  # whose sentences are read
FEW = 2  # words of a topic, up to which all of them must be held
INSTEAD = 2  # statements on the topic, shown where none tells the act
_AVOIDS = frozenset("declined refused failed instead rather nearly almost".split())
_PASSIVE = frozenset("was were is are be been being".split())
_NO_SUBJECT = frozenset("a an the his her its their of as for such".split())  # "the promised aid"
_NOT_OF = {"him": FEMALE_NAMES - MALE_NAMES, "her": MALE_NAMES - FEMALE_NAMES}
_WORD = re.compile(r"[\w’']+")
# "Antonov disputed this": what it is stands in the sentence before.
_POINTS_BACK = re.compile(
    r"\s+(?P<pronoun>this|that|these|those|it|him|her|them)(?=\W*$|[.,;]|\s+(?:of|for|as|and|on)\b)"
)


def acted(finder: Finder, composer: Composer, anybody: Sequence[Hit]) -> Answer:
    """Answer who did with words what the question asks; `anybody` is what is said on its topic."""
    act, topic = act_of(finder.question.act), _Topic(finder)
    told = _deeds(finder, topic, act, anybody)
    for item in _in_sentences(finder, topic, act):
        if not any(_overlap(item, hit.item) for hit in told):
            told.append(Hit(item, 0.0))
    left = composer.not_shown(told)
    if told and not left:
        return composer.refusal(nothing_more(finder.question))
    composer.statements([hit for hit in left if isinstance(hit.item, Statement)])
    for hit in left[: MOST - len(composer.citations)]:
        if isinstance(hit.item, Passage):
            composer.passage(hit.item)
    return composer.answer() if composer.citations else _not_done(finder, composer, act, anybody)


def _not_done(finder: Finder, composer: Composer, act: Act, anybody: Sequence[Hit]) -> Answer:
    """Nobody did it in so many words: what is said on the topic is shown as that, and as no more."""
    question = finder.question
    asked = shortened(doing(question.act, question.text, question.topic))
    name = listed(question.speakers)
    reason = phrase("not_doing", name=name, doing=asked) if name else phrase("nobody_doing", doing=asked)
    found = answering(anybody)
    if covered(found) < HALF:
        return nobody_said(finder, composer, anybody, reason)
    if act.done_by_words:
        composer.note(reason)
    composer.note(phrase("not_as", act=act.noun))
    composer.statements(found, most=INSTEAD)
    return composer.answer() if act.done_by_words else composer.refusal(reason)


class _Topic:
    """Whom or what the act is about, to be found in words."""

    def __init__(self, finder: Finder) -> None:
        self._names = finder.question.besides
        self._terms = weighed(finder.store, query_of(finder.question))
        known = {each for names in finder.store.known_names().values() for each in names}
        own = set(map(surname, self._names))
        self._others = {each for each in known - set(self._names) if " " in each and surname(each) in own}

    def held_in(self, text: str) -> bool:
        """Whether a text has the topic: all of a short one, half of a long one, of a person the name."""
        for other in self._others:
            text = text.replace(other, " ")
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in self._names):
            return True
        share = share_by_stem(self._terms, content_words(text))
        return share >= (WHOLE if len(self._terms) <= FEW or self._names else HALF)


def _deeds(finder: Finder, topic: _Topic, act: Act, hits: Sequence[Hit]) -> list[Hit]:
    """Return the statements among hits that tell the act."""
    return [h for h in hits if isinstance(h.item, Statement) and _tells(finder, topic, act, h.item)]


def _tells(finder: Finder, topic: _Topic, act: Act, statement: Statement) -> bool:
    """Whether a statement is led to by a verb for the act, or does it in its own words, on the topic."""
    article = finder.store.article_of(statement)
    own = " ".join(article.text[slice(*piece)] for piece in statement.pieces)
    performed = statement.kind != "indirect" and _performed(act, own)
    if not told_by_cue(finder, act, statement) and not performed:
        return False
    about = own
    if statement.cue:
        start, end = sentence_about(article.text, statement)
        if points_back := _POINTS_BACK.match(article.text, statement.cue[1], end):
            about = f"{_before(finder, article, start, points_back['pronoun'])} {about}"
        about = f"{about} {article.text[statement.cue[1] : end]}"
    return topic.held_in(about)


def deeds_first(finder: Finder, hits: Sequence[Hit], found: Sequence[Hit]) -> list[Hit]:
    """Put those of a speaker's `hits` that do what the question asks before all that answers by its words."""
    act, topic = act_of(finder.question.act), _Topic(finder)
    deeds = _deeds(finder, topic, act, hits)
    done = {hit.item.id for hit in deeds}
    return [*deeds, *(hit for hit in found if hit.item.id not in done)]


def told_by_cue(finder: Finder, act: Act, statement: Statement) -> bool:
    """Whether the article leads to a statement by a verb for the act, and does not turn it."""
    article = finder.store.article_of(statement)
    cue = flat(article, statement.cue)
    return act.told_by(cue) and not _turned(cue.lower().split()) and not says_otherwise(article, statement)


def _performed(act: Act, words: str) -> bool:
    """Whether a speaker does it by saying so: "I deny that", "we can only thank them"."""
    said = [word.lower() for word in _WORD.findall(words)]
    return any(
        word in act.forms and not _turned(before := said[max(0, n - NEAR_BY) : n]) and {"i", "we"} & {*before}
        for n, word in enumerate(said)
    )


def _turned(before: Sequence[str]) -> bool:
    """Whether the words before a verb say that it was not done: "did not deny", "declined to confirm"."""
    return any(is_negation(word) or word in _AVOIDS for word in before)


def _in_sentences(finder: Finder, topic: _Topic, act: Act) -> Iterator[Statement | Passage]:
    """Yield what tells the act by its verb, of passages on it: a statement, or else a sentence."""
    question = replace(finder.question, topic=f"{finder.question.act} {finder.question.topic}")
    for hit in replace(finder, question=question, vector=None).passages()[:PASSAGES]:
        article = finder.store.article_of(hit.item)
        for span in sentences(article.text, hit.item.start, hit.item.end):
            for verb in _WORD.finditer(article.text, *span):
                told = _told_at(finder, article, span, verb.span(), act, topic)
                if told:
                    said = _statement_at(finder, article, verb.start())
                    if _is_theirs(finder.question, said, article.text[span[0] : verb.start()]):
                        yield said or Passage(f"{article.id}:p{told[0]}-{told[1]}", article.id, *told)
                    break


def _is_theirs(question: Question, said: Statement | None, subject: str) -> bool:
    """Whether those asked for did it, if any are: by whose words they are, or who stands before the verb."""
    if not question.speakers:
        return True
    if said:
        return bool(set(said.speakers) & set(question.speakers))
    return any(surname(name) in subject for name in question.speakers)


def _told_at(
    finder: Finder, article: Article, sentence: Span, verb: Span, act: Act, topic: _Topic
) -> Span | None:
    """Return the sentence that tells the act, if the verb does, perhaps with the one before."""
    text, (start, end) = article.text, sentence
    if text[slice(*verb)].lower() not in act.past:
        return None
    before = [word.lower() for word in _WORD.findall(text[start : verb[0]])]
    if not before or before[-1] in _NO_SUBJECT or _turned(before[-NEAR_BY:]):
        return None
    if _PASSIVE & {*before[-NEAR_BY + 1 :]}:
        if not re.match(r"\s+by\s", text[verb[1] : end]):
            return None  # by whom, it does not tell
        points_back, about = OF_THE_ONE_BEFORE.match(text, start), (start, verb[0])
    else:
        points_back, about = _POINTS_BACK.match(text, verb[1], end), (verb[1], end)
    if not points_back:
        return sentence if topic.held_in(text[slice(*about)]) else None
    before_it = _before(finder, article, start, points_back.groupdict().get("pronoun", ""))
    first = sentence_before(text, start)
    return (first, end) if topic.held_in(f"{before_it} {text[slice(*about)]}") else None


def _before(finder: Finder, article: Article, start: int, pronoun: str) -> str:
    """Return the sentence before, with the names of those who speak in it whom a pronoun may mean."""
    first = sentence_before(article.text, start)
    said = finder.store.statements(article_id=article.id)
    speakers = {name for s in said if s.start < start and first < s.end for name in s.speakers}
    others = _NOT_OF.get(pronoun, frozenset())
    return " ".join([*(n for n in speakers if n.split()[0].lower() not in others), article.text[first:start]])


def _statement_at(finder: Finder, article: Article, at: int) -> Statement | None:
    """Return the statement of somebody in whose words, or as whose cue, a verb stands."""
    said = finder.store.statements(article_id=article.id)
    return next(
        (
            s
            for s in said
            if s.speaker and any(a <= at < b for a, b in (*s.pieces, *([s.cue] if s.cue else [])))
        ),
        None,
    )


def _overlap(one: Statement | Passage, other: Statement | Passage) -> bool:
    return one.article_id == other.article_id and one.start < other.end and other.start < one.end
