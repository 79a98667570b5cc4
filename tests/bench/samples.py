"""Scores of the answers over the sample articles: `tests/data/questions.jsonl`."""

from collections import Counter
from typing import Any

from bot.answer import Assistant
from bot.types import Answer
from tests.bench import ranking
from tests.bench.corpora import seeds_store
from tests.bench.figures import Figure, Findings, Table
from tests.bench.gold import DATA, is_right, read_lines
from tests.bench.options import Options
from tests.bench.turns import memory_before

AIMS = {"first": 0.85}
UNWANTED = "facts: answered wrongly"


def run(options: Options) -> Findings:
    """Score the sample questions, list the misses, and rank by each way."""
    with seeds_store(as_is=options.as_is) as store:
        assistant = Assistant(store)
        scores, misses = score_samples(assistant)
        facts, missed_facts = score_facts(assistant)
        ways = ranking.table(
            "Search alone, over the asked speaker's statements",
            assistant,
            read_lines(DATA / "questions.jsonl"),
        )
    found = (*figures(scores), *figures(facts))
    missed = (("Misses", misses), ("Facts missed", missed_facts))
    tables = (
        Table(name, ("question",), tuple((m.replace("|", "/"),) for m in some)) for name, some in missed
    )
    return Findings(found, (ways, *tables))


def figures(scores: dict[str, float]) -> list[Figure]:
    """Return the scores as shares, beside their aims."""
    return [
        Figure(name, percent / 100, AIMS.get(name), at_most=name == UNWANTED)
        for name, percent in scores.items()
    ]


def score_samples(assistant: Assistant) -> tuple[dict[str, float], list[str]]:
    """Return figures in percent, by style too, and a line about each question that went wrong.

    An answer is right when one of its first citations overlaps a gold span by half of either. What a
    refusal shows as the nearest counts apart, as "shown first".
    """
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    misses = []
    for question in read_lines(DATA / "questions.jsonl"):
        answer = _ask(assistant, question)
        kind, style = question["kind"], question["style"]
        if kind == "answerable":
            shown_first, shown_in_three = (_hit(assistant, question, answer, first) for first in (1, 3))
            ok = shown_first and not answer.abstained
            counted = {
                "first": ok,
                f"first, {style}": ok,
                "first three": shown_in_three and not answer.abstained,
                "shown first": shown_first,
            }
        else:
            ok = answer.abstained
            counted = {f"{kind}: abstains": ok}
        asked.update(counted.keys())
        right.update(counted)
        if not ok:
            shown = [(c.speaker, c.quote[:60]) for c in answer.citations[:2]]
            misses.append(
                f"{question['id']} {kind}/{style}: {question['question']} → {shown or answer.reason}"
            )
    return {key: round(100 * right[key] / asked[key], 1) for key in sorted(asked)}, misses


def score_facts(assistant: Assistant) -> tuple[dict[str, float], list[str]]:
    """Return figures in percent of `facts.jsonl`, and its questions that went wrong.

    An answer is right when the first words cited hold those expected.
    """
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    misses = []
    for question in read_lines(DATA / "facts.jsonl"):
        answer, _ = assistant.ask(question["question"])
        quote = answer.citations[0].quote if answer.citations else ""
        key = "facts: right first" if question["words"] else "facts, unanswerable: abstains"
        ok = any(words in quote for words in question["words"]) if question["words"] else not quote
        asked[key] += 1
        right[key] += ok
        if question["words"]:
            right[UNWANTED] += bool(quote) and not ok
            asked[UNWANTED] += 1
        if not ok:
            misses.append(f"{question['question']} → {quote[:80] or answer.reason}")
    return {key: round(100 * right[key] / asked[key], 1) for key in sorted(asked)}, misses


def _ask(assistant: Assistant, question: dict[str, Any]) -> Answer:
    return assistant.ask(question["question"], memory_before(assistant, question))[0]


def _hit(assistant: Assistant, question: dict[str, Any], answer: Answer, first: int) -> bool:
    shown = [block.citation for block in answer.blocks if block.citation]
    return any(is_right(assistant.store, question, citation) for citation in shown[:first])
