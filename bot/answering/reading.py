"""What is read together with a question, where words do not tell, and how likely each answers it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.answering.belonging import Told, is_of_another
from bot.answering.finding import Finder, query_of
from bot.answering.named import has_one_of, names_in
from bot.answering.offices import is_anothers
from bot.answering.sought import sought
from bot.answering.whole import WHOLE_FROM, sentence_before
from bot.types import Question
from index.layout import sentences_of
from index.naming.personal import surname
from index.search import weighed
from index.searching.crossencoder import CrossEncoder, as_read, says_it
from index.searching.topic import content_words, coverage
from index.types import Article, Hit, Span, Statement

STATEMENTS, CLOSEST = 5, 2  # of statements: the best by their score, and the closest by their vector
PASSAGES, SENTENCES = 8, 7  # the nearest passages, and so many of their sentences
NEAR, PASSAGE = 0.2, 0.5  # what a sentence's words and its passage's score count beside its vector

_NAME = re.compile(r"\b[A-Z]\w+")
# "Ann Lee from Holm", "ex-mayor Lee": the name of the person, where "the head of Holm Fish" has a firm's.
_OWN_NAME = re.compile(
    r"(?:\b(?P<where>of|from|in|at|the) )?\b(?P<name>[A-Z][\w’'-]*[a-z]\w*(?: [A-Z][\w’'-]*[a-z]\w*)*)"
    r"(?=$|,| (?:of|from|at|in|with)\b)"
)


@dataclass(frozen=True, slots=True)
class Read:
    """Words that were read with the question: a statement's, or a sentence that nobody named says."""

    article: Article
    span: Span
    said: Statement | None
    probability: float = 0.0

    @property
    def who(self) -> str:
        """Who says it, by name or in the words of the article."""
        return says_it(self.article, self.said) if self.said else ""


class _Meant:
    """Of whom and of what words must be, to be read with a question."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._names = names_in(question.in_full)
        self._own = [
            found["name"]
            for words in question.unknown
            for found in _OWN_NAME.finditer(words)
            if not found["where"]
        ]
        self._wanted = sought(query_of(question)) if question.want == "fact" else None
        self._has_a_name: dict[str, bool] = {}  # by article

    def may_be(self, read: Read) -> bool:
        """Whether words may be of what, and of whom, the question names."""
        question, said, article = self._question, read.said, read.article
        if said and (question.want == "who" and not _is_sourced(said, question) or _words(read) < WHOLE_FROM):
            return False
        if self._tells_of_another(article, sentences_of(article.text, read.span)):
            return False
        if article.id not in self._has_a_name:
            self._has_a_name[article.id] = has_one_of(self._names, article)
        if not self._has_a_name[article.id]:
            return False
        return all(name in read.who for name in self._own) and all(
            name in article.text for words in question.unknown for name in _NAME.findall(words)
        )

    def _tells_of_another(self, article: Article, span: Span) -> bool:
        words, asked, wanted = article.text[slice(*span)], self._question.in_full, self._wanted
        if wanted is None:
            return is_anothers(asked, words)
        before = article.text[sentence_before(article.text, span[0]) : span[0]]
        return is_of_another(wanted, asked, self._names, Told(article.title, before, words, words))


def read_own(finder: Finder, encoder: CrossEncoder) -> list[Read]:
    """Read what the speakers asked for said; likeliest first."""
    said = _statements(finder.by(*finder.question.speakers), finder, lambda _: True)
    return _by_probability(encoder, finder.question, said)


def read_all(finder: Finder, encoder: CrossEncoder) -> list[Read]:
    """Read what anybody said and what the articles tell; likeliest first.

    Only of articles with a name that the question has. Where somebody is asked for by a description: of
    articles with all names in it, and of nobody else whose own name it gives.
    """
    question, about = finder.question, _by_all_words(finder)
    may_be = _Meant(question).may_be
    said = _statements(about.by_anybody(), finder, may_be)
    held = {(each.article.id, sentences_of(each.article.text, each.span)) for each in said}
    told = [each for each in _sentences(about, may_be) if (each.article.id, each.span) not in held]
    return _by_probability(encoder, question, [*said, *told])


def probability(encoder: CrossEncoder, question: Question, read: Read) -> float:
    """Return how likely words answer a question."""
    return encoder.probabilities(_asked(question), [as_read(read.article, read.span, read.who)])[0]


def _by_probability(encoder: CrossEncoder, question: Question, found: Sequence[Read]) -> list[Read]:
    texts = [as_read(each.article, each.span, each.who) for each in found]
    chances = encoder.probabilities(_asked(question), texts)
    read = [replace(each, probability=chance) for each, chance in zip(found, chances, strict=True)]
    return sorted(read, key=lambda each: (-each.probability, each.article.id, each.span))


def _asked(question: Question) -> str:
    """Return the question as it is read: with the topic and the person that it leaves to those before it."""
    text = question.in_full
    if question.speakers and question.topic.casefold() not in text.casefold():
        return f"What did {', '.join(question.speakers)} say about {question.topic}?"
    named = any(surname(name).casefold() in text.casefold() for name in question.speakers)
    return text if named or not question.speakers else f"{', '.join(question.speakers)}: {text}"


def _by_all_words(finder: Finder) -> Finder:
    """Return a finder for all that the question says, and not only for what it takes for its topic."""
    return replace(finder, question=replace(finder.question, topic=finder.question.in_full), vector=None)


def _statements(hits: Sequence[Hit], finder: Finder, may_be: Callable[[Read], bool]) -> list[Read]:
    closest = sorted(hits, key=lambda hit: -(hit.evidence.cosine if hit.evidence else 0.0))
    chosen: dict[str, Read] = {}
    for order, most in ((hits, STATEMENTS), (closest, CLOSEST)):
        read = (
            Read(finder.store.article_of(hit.item), (hit.item.start, hit.item.end), hit.item)
            for hit in order
            if isinstance(hit.item, Statement)
        )
        chosen |= {each.said.id: each for each in islice(filter(may_be, read), most) if each.said}
    return list(chosen.values())


def _sentences(finder: Finder, may_be: Callable[[Read], bool]) -> list[Read]:
    """Return the sentences of the nearest passages that come nearest to the question, by meaning and word."""
    topic, vector = weighed(finder.store, query_of(finder.question)), finder.embedded()
    found: dict[tuple[str, Span], tuple[float, Read]] = {}
    nearest = finder.passages()[:PASSAGES]
    held = {id_: finder.store.sentences(id_) for id_ in {hit.item.article_id for hit in nearest}}
    for hit in nearest:
        article = finder.store.article_of(hit.item)
        for span, own in zip(*held[article.id], strict=True):
            if not (hit.item.start <= span[0] and span[1] <= hit.item.end):
                continue
            read = Read(article, span, None)
            if may_be(read):
                near = coverage(topic, content_words(article.text[slice(*span)])).near
                score = float(own @ vector) + NEAR * near + PASSAGE * hit.score
                found[article.id, span] = (score, read)
    best = sorted(found, key=lambda place: (-found[place][0], place))
    return [found[place][1] for place in best[:SENTENCES]]


def _words(each: Read) -> int:
    return len(each.article.text[slice(*each.span)].split())


def _is_sourced(said: Statement, question: Question) -> bool:
    return bool(said.mention) and not set(said.speakers) & set(question.besides)
