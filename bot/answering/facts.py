"""A question for a fact, which nobody need have said: the sentence that holds it, or a refusal.

Search finds passages by what they are about. Whether one answers is decided sentence by sentence: the
sentence must hold the kind of thing asked for (`sought`), and the words of the question must stand in
it or around it. One word that stands nowhere is enough to refuse: who *designed* the lighthouse?
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answering.finding import Finder, query_of
from bot.answering.months import unlike, without
from bot.answering.sought import Sought, sought
from bot.asking.forms import SAY
from bot.compose import Composer, was_shown
from bot.prompts import phrase
from bot.types import Answer
from index.layout import sentences
from index.search import weighed
from index.spans import overlap
from index.topic import Term, content_words, coverage, stem, terms
from index.types import Article, Hit, Passage, Span

if TYPE_CHECKING:
    from index.store import Store

NEAR = 0.15  # the score from which the nearest thing is worth showing beside a refusal
PASSAGES, STATEMENTS = 15, 10  # hits whose sentences are read
# The share of the question's words that must be held, by weight, by the sentence with what stands around
# it: less where the answer has a form of its own, as a sum or a date has, than where any name may be one.
HELD, HELD_IN_FORM = 0.8, 0.7
# By the sentence alone: of all words, and of those that say what is so, neither names nor what is counted.
OWN, TOLD = 0.2, 0.2
# A sentence that begins so is about what the sentence before names, and is read and shown with it.
OF_THE_ONE_BEFORE = re.compile(rf"(?:Its?|Their|This|These|(?:He|She|They) (?!{SAY}))\b")
_OF_A_COUNTRY = ("n", "an", "ian", "ese", "ish")  # Russia, Russian
DONE = 0.5  # of what was done, by meaning: opened, for inaugurated
PAIR = 0.45  # of the question that two sentences must hold more than one to be shown together
CUE = 40  # characters of a sentence beside the words said in it, as "said Mayor Ingrid Vale on Friday"
FACTS, CLOSE = 2, 0.9  # sentences shown, and what share of the best one's worth the second needs


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, perhaps with the one before it, that may answer: the higher its worth, the likelier."""

    article: Article
    span: Span
    worth: float


def fact(finder: Finder, composer: Composer) -> Answer:
    """Answer with the sentence that holds it, or show the nearest there is."""
    question = finder.question
    if not finder.store.count("passage"):
        return composer.refusal(phrase("empty_store"))
    if _told(finder, composer):
        return composer.answer()
    time = set(content_words(question.text)) - set(content_words(question.topic))
    if time and (question.since or question.until):  # not in the news then, perhaps, but the text tells of it
        timeless = replace(question, topic=question.text, since=None, until=None)
        if _told(replace(finder, question=timeless, vector=None), composer, time):
            return composer.answer()
    if question.shown:
        return composer.refusal(phrase("no_more_facts"))
    return with_nearest_passage(finder, composer, phrase("no_fact"))


def _told(finder: Finder, composer: Composer, time: Collection[str] = ()) -> bool:
    """Show the sentences that hold the fact asked for, with all words for its time; say whether one does."""
    wanted = sought(query_of(finder.question))
    question = replace(finder.question, topic=wanted.topic)
    about = Finder(finder.store, finder.encoder, question, finder.embedded(), finder.reranker)
    left = (
        each
        for each in _candidates(about, wanted)
        if not was_shown(question, each.article.id, *each.span)
        and (not time or set(time) <= set(content_words(each.article.text[slice(*each.span)])))
    )
    found = sorted(left, key=lambda each: (-each.worth, each.article.id, each.span))
    for each in _apart(found)[:FACTS]:
        if each.worth >= CLOSE * found[0].worth:
            _show(each, composer, finder.store, wanted)
    return bool(found)


def with_nearest_passage(finder: Finder, composer: Composer, reason: str) -> Answer:
    """Refuse, and show the passage that comes nearest."""
    nearest = next(iter(finder.passages()), None)
    if nearest and nearest.score >= NEAR and isinstance(nearest.item, Passage):
        composer.note(phrase("nearest_passage"))
        text = finder.store.article_of(nearest.item).text
        span = _best_sentences(text, nearest.item, finder.question.text)
        composer.passage(replace(nearest.item, start=span[0], end=span[1]))
    return composer.refusal(reason)


def _candidates(finder: Finder, wanted: Sought) -> Iterator[Candidate]:
    """Yield the sentences, in the passages and statements found, that hold what an answer must."""
    query = query_of(finder.question)
    topic, others = weighed(finder.store, query), unlike(query)
    names = _names(finder.question.text)
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
            around = around or _shares(wanted, topic, names, without(others, near_by))
            if _share(topic, around) < (HELD_IN_FORM if wanted.has_form else HELD):
                break  # no sentence of it holds more
            if owners and not owners & set(content_words(f"{article.title} {article.text[first : span[1]]}")):
                continue  # the campaign of somebody else
            if OF_THE_ONE_BEFORE.match(words) or wanted.goes_on(words):
                span = (first, span[1])
            read = _shares(wanted, topic, names, without(others, article.text[slice(*span)]))
            if (
                _share(topic, read) < OWN
                or _share([topic[n] for n in telling], [read[n] for n in telling]) < TOLD
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
            held = _share(topic, list(map(max, read, around)))
            exact = _share(topic, [float(share == 1) for share in read])
            cosine = hit.evidence.cosine if hit.evidence else 0.0
            yield Candidate(article, span, 2 * _share(topic, read) + exact + held + fit + 1.6 * cosine)


def _apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what shares a sentence with a better one: it says nothing more."""
    kept: list[Candidate] = []
    for each in found:
        if not overlap([each.span], [o.span for o in kept if o.article.id == each.article.id]):
            kept.append(each)
    return kept


def _places(finder: Finder) -> Iterator[tuple[Hit, Passage]]:
    """Yield hits with the passages to read: those found, and those in which statements found stand."""
    for hit in finder.passages()[:PASSAGES]:
        if isinstance(hit.item, Passage):
            yield hit, hit.item
    for hit in finder.by_anybody()[:STATEMENTS]:
        for passage in finder.store.passages(hit.item.article_id):
            if passage.start < hit.item.end and hit.item.start < passage.end:
                yield hit, passage


def _best_sentences(text: str, passage: Passage, question: str) -> Span:
    """Return the sentence of a passage, or two in a row, that holds most of the question."""
    wanted = sought(question)
    topic = terms(wanted.topic, {}, 1)

    def worth(span: Span) -> float:
        words = text[slice(*span)]
        return coverage(topic, content_words(words)).near + 0.5 * wanted.fit(words)

    spans = list(sentences(text, passage.start, passage.end)) or [(passage.start, passage.end)]
    best = max(spans, key=worth)
    wider = max(((a[0], b[1]) for a, b in zip(spans, spans[1:])), key=worth, default=best)
    return wider if worth(wider) > worth(best) + PAIR else best


def _names(question: str) -> set[str]:
    """Return the question's words that are names, which nothing near in meaning can stand for."""
    return set(content_words(" ".join(re.findall(r"(?<=\s)[A-Z][\w'’-]*", question))))


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


def _share(topic: Sequence[Term], shares: Sequence[float]) -> float:
    total = sum(term.weight for term in topic)
    return (
        sum(term.weight * share for term, share in zip(topic, shares, strict=True)) / total if total else 1.0
    )


def _show(each: Candidate, composer: Composer, store: "Store", wanted: Sought) -> None:
    """Cite a sentence; where it is all somebody's words but for who says them, as that person's statement."""
    start, end = each.span
    for said in store.statements(article_id=each.article.id):
        around = said.start <= start and end <= said.end
        all_of_it = start <= said.start and said.end <= end and end - start - (said.end - said.start) <= CUE
        words = " ".join(each.article.text[slice(*piece)] for piece in said.pieces)
        # "Ann Lee, 66, said" stands between the words that are shown as hers.
        if wanted.fit(words) and (around or (all_of_it and said.speaker)):
            composer.statements([Hit(said, each.worth)])
            return
    composer.passage(Passage(f"{each.article.id}:p{start}-{end}", each.article.id, start, end))
