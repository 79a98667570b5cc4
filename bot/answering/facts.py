"""A question for a fact, which nobody need have said: the sentence that holds it, or a refusal.

Search finds passages by what they are about. Whether one answers is decided sentence by sentence
(`telling`). One word that stands nowhere is enough to refuse: who *designed* the lighthouse? What has the
form asked for all the same is shown then, and called no more than a possible answer.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.finding import Finder, query_of
from bot.answering.named import names_in
from bot.answering.pointing import is_a_question, leads_elsewhere
from bot.answering.sought import Sought, sought
from bot.answering.telling import Candidate, Least, apart, candidates
from bot.compose import Composer, was_shown
from bot.prompts import phrase
from bot.types import Answer
from index.layout import sentences
from index.searching.topic import content_words, coverage, stem, terms
from index.types import Hit, Passage, Span

if TYPE_CHECKING:
    from index.store import Store

NEAR = 0.15  # the score from which the nearest thing is worth showing beside a refusal
SURE, POSSIBLE = Least(named=0.8, in_form=0.7), Least(named=0.4, in_form=0.5)
IN_FORM, OWN, MOST_OF_IT = (
    0.9,
    0.4,
    0.6,
)  # the fit, and the share of the question, that make a sentence a possible answer
PAIR = 0.45  # of the question that two sentences must hold more than one to be shown together
CUE = 40  # characters of a sentence beside the words said in it, as "said Mayor Ingrid Vale on Friday"
BELOW = 400  # characters after a heading in which the sentence below it is looked for
FACTS, CLOSE = 2, 0.9  # sentences shown, and what share of the best one's worth the second needs


def fact(finder: Finder, composer: Composer) -> Answer:
    """Answer with the sentence that holds it, or show the nearest there is."""
    question = finder.question
    if not finder.store.count("passage"):
        return composer.refusal(phrase("empty_store"))
    if _told(finder, composer):
        return composer.answer()
    time = set(map(stem, content_words(question.in_full))) - set(map(stem, content_words(question.topic)))
    if time and (question.since or question.until):  # not in the news then, perhaps, but the text tells of it
        timeless = replace(question, topic=question.in_full, since=None, until=None)
        if _told(replace(finder, question=timeless, vector=None), composer, time):
            return composer.answer()
    if question.shown:
        return composer.refusal(phrase("no_more_facts"))
    if possible := _possible(finder):
        composer.note(phrase("may_answer"))
        span = possible.span
        composer.passage(Passage(f"{possible.article.id}:p{span[0]}-{span[1]}", possible.article.id, *span))
        return composer.refusal(phrase("no_fact_in_words"))
    return with_nearest_passage(finder, composer, phrase("no_fact"))


def told_as_fact(finder: Finder, composer: Composer) -> bool:
    """Show what a question tells as a fact, whoever it asks for; say whether there is such."""
    question = replace(finder.question, want="fact", speakers=(), topic=finder.question.in_full)
    return _told(replace(finder, question=question, vector=None), composer)


def _told(finder: Finder, composer: Composer, time: Collection[str] = ()) -> bool:
    """Show the sentences that hold the fact asked for, with the stems of its time; say whether one does."""
    wanted = sought(query_of(finder.question))
    left = [
        each
        for each in _candidates(finder, wanted, SURE)
        if not was_shown(finder.question, each.article.id, *each.span)
        and (not time or set(time) <= set(map(stem, content_words(each.article.text[slice(*each.span)]))))
    ]
    near = [each for each in left if each.article.id in finder.question.near]
    found = sorted(near or left, key=lambda each: (-each.worth, each.article.id, each.span))
    for each in apart(found)[:FACTS]:
        if each.worth >= CLOSE * found[0].worth:
            cite_sentence(composer, finder.store, each.article.id, each.span, wanted.fit)
    return bool(found)


def _possible(finder: Finder) -> Candidate | None:
    """Return the likeliest sentence that has the form asked for and the names, but not all other words.

    A number in it may be of what is asked, though it is called otherwise: people who signed, signatures.
    """
    wanted = sought(query_of(finder.question))
    if not (wanted.has_form or wanted.deed or wanted.noun):
        return None  # any sentence may look like an answer
    uncounted = replace(wanted, counted=frozenset())
    fitting = (each for each in _candidates(finder, uncounted, POSSIBLE) if _may_answer(each, wanted))
    return max(fitting, key=lambda each: (each.worth, each.article.id, each.span), default=None)


def _may_answer(each: Candidate, wanted: Sought) -> bool:
    words = each.article.text[slice(*each.span)]
    least = OWN if wanted.fit(words) >= IN_FORM else MOST_OF_IT
    return each.fit >= IN_FORM and each.has_names and each.own >= least and wanted.names_its_noun(words)


def _candidates(finder: Finder, wanted: Sought, least: Least) -> list[Candidate]:
    """Return the sentences that may tell it, looked for by its topic alone."""
    question = replace(finder.question, topic=wanted.topic)
    about = Finder(finder.store, finder.encoder, question, finder.embedded(), finder.reranker)
    return list(candidates(about, wanted, least))


def with_nearest_passage(finder: Finder, composer: Composer, reason: str) -> Answer:
    """Refuse, and show the passage that comes nearest: best one with a name that the question has."""
    near = [
        hit
        for hit in finder.passages()
        if hit.score >= NEAR
        and isinstance(hit.item, Passage)
        and not leads_elsewhere(finder.store.article_of(hit.item).text, hit.item.start)
    ]
    names = names_in(finder.question.in_full)
    named = (hit for hit in near if names & set(content_words(_text(finder, hit))))
    nearest = next(named, next(iter(near), None))
    if nearest and isinstance(nearest.item, Passage):
        composer.note(phrase("nearest_passage"))
        text = finder.store.article_of(nearest.item).text
        span = _best_sentences(text, nearest.item, finder.question.in_full)
        composer.passage(replace(nearest.item, start=span[0], end=span[1]))
    return composer.refusal(reason)


def _text(finder: Finder, hit: Hit) -> str:
    return finder.store.article_of(hit.item).text[hit.item.start : hit.item.end]


def _best_sentences(text: str, passage: Passage, question: str) -> Span:
    """Return the sentence of a passage, or two in a row, that holds most of the question."""
    wanted = sought(question)
    topic = terms(wanted.topic, {}, 1)

    def worth(span: Span) -> float:
        words = text[slice(*span)]
        return coverage(topic, content_words(words)).near + 0.5 * wanted.fit(words)

    spans = list(sentences(text, passage.start, passage.end)) or [(passage.start, passage.end)]
    spans = [span for span in spans if not leads_elsewhere(text, span[0])] or spans
    best = max(spans, key=worth)
    if is_a_question(text[slice(*best)]):  # a heading: what stands below it answers
        below = next(sentences(text, best[1], best[1] + BELOW), best)
        return best[0], below[1]
    wider = max(((a[0], b[1]) for a, b in zip(spans, spans[1:])), key=worth, default=best)
    return wider if worth(wider) > worth(best) + PAIR else best


def cite_sentence(
    composer: Composer,
    store: "Store",
    article_id: str,
    span: Span,
    fits: Callable[[str], float] = lambda _: 1.0,
) -> None:
    """Cite a sentence; where it is all somebody's words but for who says them, as that person's statement,
    if these words alone fit what is asked for."""
    start, end = span
    for said in store.statements(article_id=article_id):
        outside = end - start - sum(max(0, min(end, b) - max(start, a)) for a, b in said.pieces)
        around = said.start <= start and end <= said.end
        all_of_it = start <= said.start and said.end <= end and said.speaker
        words = " ".join(store.article_of(said).text[slice(*piece)] for piece in said.pieces)
        # "Ann Lee, 66, said" stands between the words that are shown as hers.
        if outside <= CUE and fits(words) and (around or all_of_it):
            composer.statements([Hit(said, 1.0)])
            return
    composer.passage(Passage(f"{article_id}:p{start}-{end}", article_id, start, end))
