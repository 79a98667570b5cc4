"""Who said what about it: the annotated questions over the 840 articles of train and dev."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot.answer import Assistant
from bot.render import as_json
from bot.types import Answer
from index.store import Store
from tests.bench import ranking
from tests.bench.corpora import CORPUS, corpus_store
from tests.bench.figures import Figure, Findings, Table, number
from tests.bench.gold import EVAL, gold_spans, is_right, read_lines
from tests.bench.options import Options
from tests.bench.scorers import score

QUESTIONS = EVAL / "questions_dev.jsonl"
THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

# Our name, the scorer's, the aim, and whether that is the most or the least.
_FIGURES = (
    ("right first", "hit1", 0.85, False),
    ("right in the first three", "hit3", 0.92, False),
    ("right in the first five", "hit5", None, False),
    ("answerable but abstained", "false_abstain", 0.06, True),
    ("cited span that is the answer", "span_precision1", 0.80, False),
    ("somebody else's words first", "wrong_speaker", 0.01, True),
    ("trap: abstains", "trap_abstain", 0.88, False),
    ("trap: cites a wrong person", "trap_wrong", 0.01, True),
    ("unanswerable: abstains", "unanswerable_abstain", 0.95, False),
)


def run(options: Options) -> Findings:
    """Score all dev questions; say what the misses come from, and what other thresholds would do."""
    questions = read_lines(QUESTIONS)
    with corpus_store(as_is=options.as_is) as store:
        answers = ask(store, questions)
        tables = (
            _causes(store, questions, answers),
            _trade_off(store, questions),
            ranking.table("Search alone, over the asked speaker's statements", Assistant(store), questions),
        )
    return Findings(tuple(figures(questions, answers, CORPUS)), tables)


def about(articles: Sequence[dict[str, Any]], questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the questions whose answer, or where there is none whose speaker, is in these articles."""
    ids = {article["id"] for article in articles}
    sources = " ".join(
        article["text"][start:end]
        for article in articles
        for attribution in article["attributions"]
        for start, end in attribution["source"]
    )
    return [
        question
        for question in questions
        if all(gold["article"] in ids for gold in question["golds"])
        and (question["golds"] or question["speaker"].split()[-1] in sources)
    ]


def ask(store: Store, questions: Sequence[dict[str, Any]]) -> list[Answer]:
    """Answer the questions as `onrecord ask --batch` does."""
    return list(Assistant(store).ask_many([question["question"] for question in questions]))


def figures(
    questions: Sequence[dict[str, Any]], answers: Sequence[Answer], corpus: Sequence[Path]
) -> list[Figure]:
    """Return what the scorer says; `corpus` are the files of the articles asked over."""
    records = [
        as_json(answer, id=question["id"]) for question, answer in zip(questions, answers, strict=True)
    ]
    scored = score("score_answers.py", questions, records, *corpus)
    return [Figure(name, scored[key], aim, at_most) for name, key, aim, at_most in _FIGURES]


def _trade_off(store: Store, questions: Sequence[dict[str, Any]]) -> Table:
    """What the figures would be, were other evidence enough to answer (but for facts nobody said)."""
    rows = []
    for threshold in THRESHOLDS:
        with patch("bot.answering.judge.ENOUGH", threshold):
            found = figures(questions, ask(store, questions), CORPUS)
        rows.append((f"{threshold:.1f}", *(number(figure.value) for figure in found)))
    return Table("The threshold's trade-off", ("threshold", *(name for name, *_ in _FIGURES)), tuple(rows))


def _causes(store: Store, questions: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> Table:
    """Why answerable questions have no right statement first, each miss under one cause."""
    assistant = Assistant(store)
    causes: dict[str, list[str]] = {}
    asked = 0
    for question, answer in zip(questions, answers, strict=True):
        if question["kind"] == "answerable":
            asked += 1
            first = () if answer.abstained else answer.citations[:1]
            if not any(is_right(store, question, citation) for citation in first):
                causes.setdefault(_cause(assistant, question, answer), []).append(question["id"])
    rows = sorted(causes.items(), key=lambda cause: -len(cause[1]))
    return Table(
        f"Misses by cause, of {asked} answerable questions",
        ("cause", "misses", "share", "questions"),
        tuple((cause, str(len(ids)), number(len(ids) / asked), " ".join(ids)) for cause, ids in rows),
    )


def _cause(assistant: Assistant, question: dict[str, Any], answer: Answer) -> str:
    store = assistant.store
    articles = {article for article, _, _ in gold_spans(store, question)}
    right = [
        statement
        for article in articles
        for statement in store.statements(article_id=article)
        if is_right(store, question, statement)
    ]
    understood = assistant.understand(question["question"])
    if not right:
        return "the statement was not extracted"
    if not understood.speakers:
        return "the person was not understood"
    if not any(statement.speaker in understood.speakers for statement in right):
        whose = Counter("nobody named" if statement.speaker is None else "another" for statement in right)
        return f"the statement is attributed to {whose.most_common(1)[0][0]}"
    if answer.abstained:
        return "refused, though the statement was there"
    return "another statement of the same person came first"
