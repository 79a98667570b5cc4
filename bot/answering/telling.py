"""The sentences that may hold a fact asked for, each with how likely it is to be the one.

A sentence must hold the kind of thing asked for (`sought`), and the words of the question must stand in
it or around it, by `Least`. Whose they are counts with it: of a name in the question, or of another. What
only goes on from the sentence before (`pointing`) is read and shown with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.belonging import Told, is_of_another
from bot.answering.details import Details, is_as_asked
from bot.answering.finding import Finder
from bot.answering.looks import NAMED
from bot.answering.pointing import (
    OF_THE_ONE_BEFORE,
    heading_above,
    is_a_question,
    leads_elsewhere,
    points_back,
    section_heading,
)
from bot.answering.sought import Sought
from bot.answering.subjects import deed_of_somebody
from bot.answering.whole import sentence_before
from bot.answering.wording import Wording, share_of
from index.layout import sentences
from index.searching.topic import content_words
from index.spans import overlap
from index.types import Article, Hit, Passage, Span

PASSAGES, STATEMENTS = 15, 10  # hits whose sentences are read
# By the sentence alone: of all words, and of those that say what is so, neither names nor what is counted.
OWN, TOLD = 0.2, 0.2
DONE = 0.5  # of what was done, by meaning: opened, for inaugurated
GAIN = 0.1  # of the question, that the sentence before must add to one that may do without it
ELSEWHERE = 1.0  # of its worth, that a sentence loses which is set in another place than the one asked for


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
    asked = Wording.of(finder, wanted)
    details = Details.of(asked.asked)
    seen: set[tuple[str, int]] = set()
    elsewhere: dict[str, bool] = {}  # by article: whether it is about something else altogether
    for hit, passage in _places(finder):
        article = finder.store.article_of(passage)
        if article.id not in elsewhere:
            elsewhere[article.id] = asked.lacks_all_names(article)
        if elsewhere[article.id]:
            continue
        around: list[float] = []
        for span in sentences(article.text, passage.start, passage.end):
            words = article.text[slice(*span)]
            fit = wanted.fit(words)
            if not fit or is_a_question(words) or (article.id, span[0]) in seen:
                continue
            seen.add((article.id, span[0]))
            if leads_elsewhere(article.text, span[0]):
                continue
            around = around or asked.around(article, (passage.start, passage.end))
            heading = heading_above(article.text, span[0])
            there = around if heading is None else asked.around(article, (heading, span[1]))
            if share_of(asked.topic, list(map(max, around, there))) < least.of(wanted):
                continue
            if not wanted.names_whoever(words):
                continue
            if wanted.has_form and points_back(words, asked.nouns):
                near_by = asked.around(article, _paragraphs(article.text, span))
                if share_of(asked.topic, near_by) < least.of(wanted):
                    continue  # it goes on from something else
            whole = _whole(asked, article, span)
            text = article.text[slice(*whole)]
            if details.of_another_day(text, article.published) or details.of_another_turn(text):
                continue
            read = asked.shares(text, article)
            if _may_tell(asked, article, whole, span, read, list(map(max, around, there))):
                worth = _worth(asked, hit, read, around, fit)
                worth -= ELSEWHERE * details.of_another_place(text)
                yield Candidate(
                    article, whole, worth, share_of(asked.topic, read), fit, all(asked.named(read))
                )


def apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what shares a sentence with a better one: it says nothing more."""
    kept: list[Candidate] = []
    for each in found:
        if not overlap([each.span], [o.span for o in kept if o.article.id == each.article.id]):
            kept.append(each)
    return kept


def _paragraphs(text: str, sentence: Span) -> Span:
    """Return a sentence with its paragraph up to it, and with the paragraph before."""
    start = text.rfind("\n", 0, sentence[0]) + 1
    return text.rfind("\n", 0, len(text[:start].rstrip())) + 1, sentence[1]


def _whole(asked: Wording, article: Article, span: Span) -> Span:
    """Return a sentence with the one before, where it goes on from that; or by itself."""
    words = article.text[slice(*span)]
    both = sentence_before(article.text, span[0]), span[1]
    if (heading := heading_above(article.text, span[0])) is not None:
        return heading, span[1]
    if OF_THE_ONE_BEFORE.match(words) or asked.wanted.goes_on(words):
        return both
    if not asked.wanted.has_form or not points_back(words, [*asked.nouns, *asked.called(words)]):
        return span
    alone, together = (asked.shares(article.text[slice(*each)], article) for each in (span, both))
    gain = share_of(asked.topic, together) - share_of(asked.topic, alone)
    return both if gain > GAIN and (max(alone) >= DONE or asked.called(words)) else span


def _may_tell(
    asked: Wording,
    article: Article,
    whole: Span,
    span: Span,
    read: Sequence[float],
    around: Sequence[float],
) -> bool:
    """Whether a sentence, read as a `whole`, tells of what is asked about, and not of something else."""
    wanted, words, text = asked.wanted, article.text[slice(*span)], article.text[slice(*whole)]
    before = article.text[sentence_before(article.text, span[0]) : span[0]]
    text = asked.in_full.completed(text, article)
    held = set(content_words(text))
    if not asked.has_owner(f"{article.title} {before} {text}"):
        return False  # the campaign of somebody else
    if is_of_another(wanted, asked.asked, asked.names, Told(article.title, before, words, text)):
        return False
    does = deed_of_somebody(asked.asked) if wanted.kind in ("when", "where") else ""
    if not asked.carried <= held or (does and not asked.is_told(does, read, DONE)):
        return False
    own = share_of(asked.topic, asked.with_names(read, around) if wanted.kind in NAMED else read)
    if own < OWN or asked.telling(read) < TOLD:
        return False
    if wanted.deed and not is_as_asked(wanted.deed, asked.asked, words):
        return False
    heading = "" if wanted.has_form else section_heading(article.text, span[0])
    if wanted.deed:
        near_by = asked.shares(f"{article.title if wanted.has_form else heading} {before} {text}", article)
        if not asked.is_done(read, near_by, DONE):
            return False  # something else was done with it, or it with something else
    named = asked.named(read)
    if named and not any(named) and wanted.after_a_name(words):
        return False
    if wanted.kind in NAMED and named:
        low, high = _paragraphs(article.text, span)
        beside = f"{article.title} {heading} {article.text[low:high]} {text}"
        if not asked.has_a_name(beside):
            return False  # any name may be an answer, if it is of somebody else's team
    return True


def _worth(asked: Wording, hit: Hit, read: list[float], around: list[float], fit: float) -> float:
    """Return how likely a sentence is the right one: a linear model of that, its weights rounded."""
    held = list(map(max, read, around))
    read = asked.with_names(read, held)
    exact = share_of(asked.topic, [float(share == 1) for share in read])
    cosine = hit.evidence.cosine if hit.evidence else 0.0
    return (
        asked.telling(read)
        + 2 * share_of(asked.topic, read)
        + exact
        + share_of(asked.topic, held)
        + fit
        + 1.6 * cosine
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
