"""The sentences that may hold a fact asked for, each with how likely it is to be the one.

A sentence must hold the kind of thing asked for (`sought`), and the words of the question must stand in
it or around it, by `Least`. Whose they are counts with it: of a name in the question, or of another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.finding import Finder, query_of
from bot.answering.months import unlike, without
from bot.answering.named import InFull, has_another_number, names_in
from bot.answering.sought import Sought
from bot.asking.forms import SAY
from index.layout import sentences
from index.search import weighed
from index.spans import overlap
from index.topic import Term, content_words, coverage, stem
from index.types import Article, Hit, Passage, Span

PASSAGES, STATEMENTS = 15, 10  # hits whose sentences are read
# By the sentence alone: of all words, and of those that say what is so, neither names nor what is counted.
OWN, TOLD = 0.2, 0.2
DONE = 0.5  # of what was done, by meaning: opened, for inaugurated
# A sentence that begins so is about what the sentence before names, and is read and shown with it.
OF_THE_ONE_BEFORE = re.compile(rf"(?:Its?|Their|This|These|(?:He|She|They) (?!{SAY}))\b")
_OF_A_COUNTRY = ("n", "an", "ian", "ese", "ish")  # Russia, Russian


@dataclass(frozen=True, slots=True)
class Least:
    """The share of the question's words, by weight, that a sentence must hold with what stands around it:
    less where the answer has a form of its own, as a sum or a date has, than where any name may be one."""

    named: float
    in_form: float

    def of(self, wanted: Sought) -> float:
        return self.in_form if wanted.has_form else self.named


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, perhaps with the one before it, that may answer: the higher its worth, the likelier."""

    article: Article
    span: Span
    worth: float
    own: float  # the share of the question's words that it holds itself
    fit: float  # how well it holds the kind of thing asked for
    has_names: bool  # all those of the question: what is told may be of another


def candidates(finder: Finder, wanted: Sought, least: Least) -> Iterator[Candidate]:
    """Yield the sentences, in the passages and statements found, that hold what an answer must."""
    query, asked = query_of(finder.question), finder.question.in_full
    topic, others = weighed(finder.store, query), unlike(query)
    names, in_full = names_in(asked), InFull.of(asked, finder.store.known_names())
    # "And in Nepal?" asks for nothing that may stand somewhere near Nepal.
    carried = names_in(finder.question.text) if finder.question.asked else set()
    owners = {name.removesuffix("'s") for name in names if name.endswith("'s")}
    telling = [
        n for n, term in enumerate(topic) if term.word not in names and term.word not in wanted.counted
    ]
    seen: set[tuple[str, int]] = set()
    for hit, passage in _places(finder):
        article = finder.store.article_of(passage)
        near_by = f"{article.text[passage.start : passage.end]} {article.title}"
        around: list[float] = []
        before = passage.start
        for span in sentences(article.text, passage.start, passage.end):
            words = article.text[slice(*span)]
            first, before = before, span[0]
            fit = wanted.fit(words)
            if not fit or (article.id, span[0]) in seen:
                continue
            seen.add((article.id, span[0]))
            around = around or _shares(
                wanted, topic, names, without(others, in_full.completed(near_by, article))
            )
            if share_of(topic, around) < least.of(wanted):
                break  # no sentence of it holds more
            if owners and not owners & set(content_words(f"{article.title} {article.text[first : span[1]]}")):
                continue  # the campaign of somebody else
            if OF_THE_ONE_BEFORE.match(words) or wanted.goes_on(words):
                span = (first, span[1])
            text = in_full.completed(article.text[slice(*span)], article)
            if has_another_number(asked, text) or not carried <= set(content_words(text)):
                continue
            read = _shares(wanted, topic, names, without(others, text))
            if (
                share_of(topic, read) < OWN
                or share_of([topic[n] for n in telling], [read[n] for n in telling]) < TOLD
            ):
                continue
            if wanted.deed and not any(s >= DONE for t, s in zip(topic, read) if t.word == wanted.deed):
                continue  # when something else was done with it
            named = [share for term, share in zip(topic, read, strict=True) if term.word in names]
            if named and not any(named) and wanted.after_a_name(words):
                continue
            if not wanted.is_of(names, article.text[first : span[1] - len(words)], words, article.title):
                continue
            # The weights are those of a linear model of which sentence is right, rounded.
            held = list(map(max, read, around))
            exact = share_of(topic, [float(share == 1) for share in read])
            cosine = hit.evidence.cosine if hit.evidence else 0.0
            worth = 2 * share_of(topic, read) + exact + share_of(topic, held) + fit + 1.6 * cosine
            yield Candidate(article, span, worth, share_of(topic, read), fit, all(named))


def apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what shares a sentence with a better one: it says nothing more."""
    kept: list[Candidate] = []
    for each in found:
        if not overlap([each.span], [o.span for o in kept if o.article.id == each.article.id]):
            kept.append(each)
    return kept


def share_of(topic: Sequence[Term], shares: Sequence[float]) -> float:
    """Return the share of a topic, by the weights of its words."""
    total = sum(term.weight for term in topic)
    return (
        sum(term.weight * share for term, share in zip(topic, shares, strict=True)) / total if total else 1.0
    )


def _places(finder: Finder) -> Iterator[tuple[Hit, Passage]]:
    """Yield hits with the passages to read: those found, and those in which statements found stand."""
    for hit in finder.passages()[:PASSAGES]:
        if isinstance(hit.item, Passage):
            yield hit, hit.item
    for hit in finder.by_anybody()[:STATEMENTS]:
        for passage in finder.store.passages(hit.item.article_id):
            if passage.start < hit.item.end and hit.item.start < passage.end:
                yield hit, passage


def _shares(wanted: Sought, topic: Sequence[Term], names: set[str], text: str) -> list[float]:
    """Return how far a text holds each term, from 0 to 1."""
    words = content_words(text)
    stems = {stem(word) for word in words}
    return [
        1.0
        if term.stem in stems or wanted.same(term.word, text)
        else float(any(f"{term.word}{ending}" in words for ending in _OF_A_COUNTRY))
        if term.word in names
        else coverage((term,), words).near
        for term in topic
    ]
