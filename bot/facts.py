"""A question for a fact, which nobody need have said: passages that hold it, and statements that do."""

from dataclasses import replace

from bot.compose import Composer, answers_kind
from bot.finding import Finder
from bot.judge import FACT_ENOUGH, answering
from bot.prompts import phrase
from bot.types import Answer
from index.types import Hit, Passage

NEAR = 0.15  # the score from which the nearest thing is worth showing beside a refusal
FITS = 0.2  # added to the score of a hit that holds the number or the date asked for
FACTS, CLOSE = 2, 0.9  # passages shown, and what share of the best one's score the second needs


def fact(finder: Finder, composer: Composer) -> Answer:
    """Answer with the passages and statements that hold it, or show the nearest passage."""
    if not finder.store.count("passage"):
        return composer.refusal(phrase("empty_store"))
    fitting = [replace(hit, score=hit.score + FITS * _fits(finder, hit)) for hit in finder.everywhere()]
    ranked = sorted(fitting, key=lambda hit: (-hit.score, hit.item.id))
    found = answering(ranked, enough=FACT_ENOUGH)
    shown: list[Hit] = []
    for hit in found:
        close = hit.score >= CLOSE * found[0].score
        if close and len(shown) < FACTS and not any(_overlap(hit, other) for other in shown):
            shown.append(hit)
            if isinstance(hit.item, Passage):
                composer.passage(hit.item)
            else:
                composer.statements([hit])
    if shown:
        return composer.answer()
    return with_nearest_passage(finder, composer, phrase("no_fact"))


def with_nearest_passage(finder: Finder, composer: Composer, reason: str) -> Answer:
    """Refuse, and show the passage that comes nearest."""
    nearest = next(iter(finder.passages()), None)
    if nearest and nearest.score >= NEAR and isinstance(nearest.item, Passage):
        composer.note(phrase("nearest_passage"))
        composer.passage(nearest.item)
    return composer.refusal(reason)


def _fits(finder: Finder, hit: Hit) -> float:
    words = finder.store.article_of(hit.item).text[hit.item.start : hit.item.end]
    return answers_kind(words, finder.question.text)


def _overlap(one: Hit, other: Hit) -> bool:
    a, b = one.item, other.item
    return a.article_id == b.article_id and a.start < b.end and b.start < a.end
