"""The words of a question for a fact, with their weights, and how far a text holds each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.finding import Finder, query_of
from bot.answering.looks import BIG, MONTH
from bot.answering.months import unlike, without
from bot.answering.named import InFull, names_in
from bot.answering.pointing import section_heading
from bot.answering.sought import Sought
from bot.answering.whole import line_end, sentence_before
from index.lexicon import WEEKDAY
from index.search import weighed
from index.searching.topic import STOP_WORDS, Term, content_words, coverage, stem
from index.types import Article, Span

OTHERWISE = 0.8  # how far another word for it holds one: a rare word of a question weighs much by itself
_IN_TIME = re.compile(rf"(?:{MONTH}|{WEEKDAY})s?", re.IGNORECASE)  # which a page may tell by its date
_SMALL = r"\b[a-z][\w'-]*"
_OF_A_COUNTRY = ("n", "an", "ian", "ese", "ish")  # Russia, Russian


@dataclass(frozen=True, slots=True)
class Wording:
    """What is asked about, word by word."""

    wanted: Sought
    topic: tuple[Term, ...]
    asked: str  # the question in full
    names: frozenset[str]
    owners: frozenset[str]  # of what is asked about: "the mayor's boat"
    carried: frozenset[str]  # the names of a follow-up, which must stand in an answer itself
    in_full: InFull
    others: re.Pattern[str] | None

    @classmethod
    def of(cls, finder: Finder, wanted: Sought) -> "Wording":
        question, query = finder.question, query_of(finder.question)
        names = names_in(question.in_full)
        return cls(
            wanted,
            weighed(finder.store, query),
            question.in_full,
            frozenset(names),
            # "Lee's boat" is Lee's; "Lee's Kittiwake" has a name of its own.
            frozenset(
                content_words(" ".join(re.findall(rf"(?<=\s)({BIG})['’]s (?=[a-z])", question.in_full)))
            )
            & {name.removesuffix("'s") for name in names},
            # "And in Nepal?" asks for nothing that may stand somewhere near Nepal.
            frozenset(names_in(question.text) if question.asked else ()),
            InFull.of(question.in_full, finder.store.known_names()),
            unlike(query),
        )

    @property
    def nouns(self) -> list[str]:
        """The words that are no names."""
        return [term.word for term in self.topic if term.word not in self.names]

    def shares(self, text: str, article: Article) -> list[float]:
        """Return how far a part of an article holds each word, from 0 to 1."""
        text = without(self.others, self.in_full.completed(text, article))
        names = set(content_words(" ".join(re.findall(BIG, text))))
        return [self._share(term, text, names) for term in self.topic]

    def _share(self, term: Term, text: str, names: set[str]) -> float:
        if term.word in self.names:
            return float(_has_name(term, names))
        words = content_words(text)
        # A deed is told by no name: Borne was not born.
        if term.stem in map(stem, re.findall(_SMALL, text) if term.word == self.wanted.deed else words):
            return 1.0
        if self.wanted.same(term.word, text):
            return 1.0 if term.word in self.wanted.counted else OTHERWISE
        # 70 is near to 65 in meaning, and another number.
        return 0.0 if term.word[0].isdigit() else coverage((term,), words).near

    def around(self, article: Article, span: Span) -> list[float]:
        """Return how far each word is held in a stretch of sentences, the title and the sentence before them
        included, or is a name at the head of the page: what that is of, its paragraphs need not repeat.

        The sentence before counts where few sentences have the form of an answer.
        """
        start = sentence_before(article.text, span[0]) if self.wanted.has_form else span[0]
        heading = section_heading(article.text, span[0])
        near_by = self.shares(f"{article.text[start : span[1]]} {heading} {article.title}", article)
        head = self.shares(article.text[: line_end(article.text, 0)], article)
        return [
            max(share, at_head) if term.word in self.names else share
            for term, share, at_head in zip(self.topic, near_by, head, strict=True)
        ]

    def is_done(self, read: Sequence[float], around: Sequence[float], least: float) -> bool:
        """Whether what was done is told, and stands beside what it is asked to be done with."""
        deed = self.wanted.deed
        done = [share for term, share in zip(self.topic, read, strict=True) if term.word == deed]
        rest = [share for term, share in zip(self.topic, around, strict=True) if term.word != deed]
        with_it = bool(self.wanted.done) or not rest or max(rest) >= least
        return any(share >= least for share in done) and with_it

    def called(self, sentence: str) -> list[str]:
        """Return the words of names that a sentence has as nouns: "the festival"."""
        return [name for name in self.names if re.search(rf"\b{re.escape(name)}\b", sentence)]

    def has_a_name(self, text: str) -> bool:
        """Whether a text has one of the names."""
        there = set(content_words(" ".join(re.findall(BIG, text))))
        return any(_has_name(term, there) for term in self.topic if term.word in self.names)

    def lacks_all_names(self, article: Article) -> bool:
        """Whether the question has names, and an article none of them anywhere."""
        names = [
            t for t in self.topic if t.word in self.names - STOP_WORDS and not _IN_TIME.fullmatch(t.word)
        ]
        words = {word.removesuffix("'s") for word in content_words(f"{article.title} {article.text}")}
        return bool(names) and not any(_has_name(term, words) for term in names)

    def is_told(self, word: str, read: Sequence[float], least: float) -> bool:
        """Whether a word of the question is told, by meaning."""
        told = [share for term, share in zip(self.topic, read, strict=True) if term.word == word]
        return not told or max(told) >= least

    def has_owner(self, text: str) -> bool:
        """Whether a text names whose that is which is asked about, where the question does."""
        return not self.owners or any(word.removesuffix("'s") in self.owners for word in content_words(text))

    def with_names(self, read: Sequence[float], held: Sequence[float]) -> list[float]:
        """Return the shares that are read, with the names that stand around: a page need not repeat what it
        is about."""
        return [
            near if term.word in self.names else share
            for term, share, near in zip(self.topic, read, held, strict=True)
        ]

    def telling(self, shares: Sequence[float]) -> float:
        """Return the share of the words that say what is so, neither names nor what is counted."""
        some = [
            (term, share)
            for term, share in zip(self.topic, shares, strict=True)
            if term.word not in self.names and term.word not in self.wanted.counted
        ]
        return share_of([term for term, _ in some], [share for _, share in some])

    def named(self, shares: Sequence[float]) -> list[float]:
        """Return the shares of the names alone."""
        return [share for term, share in zip(self.topic, shares, strict=True) if term.word in self.names]


def share_of(topic: Sequence[Term], shares: Sequence[float]) -> float:
    """Return the share of a topic, by the weights of its words."""
    total = sum(term.weight for term in topic)
    return (
        sum(term.weight * share for term, share in zip(topic, shares, strict=True)) / total if total else 1.0
    )


def _has_name(term: Term, names: set[str]) -> bool:
    """Whether one of the words with a capital is a name or a form of it: "Skerrin Lines" are no lines."""
    name = term.word.removesuffix("'s")
    return term.stem in map(stem, names) or not names.isdisjoint(f"{name}{end}" for end in _OF_A_COUNTRY)
