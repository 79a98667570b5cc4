"""Fit the two logistic models of answering, and print the trade-off of the threshold.

`index.search.score` orders the candidates of one question; `bot.answering.judge` decides whether the best of
them answers. Both are fitted on the questions given (dev and samples), never on held-out ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.answer import Assistant
from bot.answering.finding import Finder
from bot.answering.judge import features
from index.types import Hit
from tests.bench.answers import QUESTIONS
from tests.bench.corpora import corpus_store, seeds_store
from tests.bench.figures import Findings
from tests.bench.gold import DATA, is_right, read_lines
from tests.bench.options import Options
from tests.bench.turns import memory_before


def run(options: Options) -> Findings:
    """Fit both models on the dev questions and the sample questions; nothing is written, only shown."""
    with corpus_store(as_is=options.as_is) as store:
        found = list(cases(Assistant(store), read_lines(QUESTIONS)))
    with seeds_store(as_is=options.as_is) as store:
        found += cases(Assistant(store), read_lines(DATA / "questions.jsonl"))
    return Findings((), notes=(f"order: {fit_order(found)}", f"judge: {fit_judge(found)}"))


@dataclass(frozen=True, slots=True)
class Case:
    """One question's hits, whether each is right, and how far somebody else's words hold its topic."""

    id: str
    kind: str
    hits: tuple[Hit, ...]
    right: tuple[bool, ...]
    elsewhere: float


def cases(assistant: Assistant, questions: Sequence[dict[str, Any]]) -> Iterator[Case]:
    """Search for each question that names a speaker and a topic."""
    for question in questions:
        asked = assistant.understand(question["question"], memory_before(assistant, question))
        if asked.topic and len(asked.speakers) == 1:
            finder = Finder(assistant.store, assistant.store.encoder, asked)
            hits = finder.by(*asked.speakers)
            right = tuple(is_right(assistant.store, question, hit.item) for hit in hits)
            yield Case(question["id"], question["kind"], tuple(hits), right, finder.held_elsewhere())


def fit_order(found: Sequence[Case]) -> str:
    """Fit the order of candidates, on questions that have a right one."""
    rows, labels = [], []
    for case in found:
        if any(case.right) and case.kind == "answerable":
            for hit, right in zip(case.hits, case.right):
                assert hit.evidence is not None
                seen = hit.evidence
                shares = (seen.exact, seen.literal, seen.beside, seen.around, seen.cosine)
                rows.append([*shares, float(seen.words < 3)])
                labels.append(right)
    names = ("exact", "literal", "beside", "around", "cosine", "short")
    return _fitted(rows, labels, names)


def fit_judge(found: Sequence[Case]) -> str:
    """Fit the decision whether the best candidate answers, and print what thresholds would do."""
    import numpy as np

    kept = [case for case in found if case.hits]
    rows = [features(case.hits, case.elsewhere) for case in kept]
    labels = [case.right[0] and case.kind == "answerable" for case in kept]
    words = ("exact", "near", "literal", "beside", "around")
    names = (*words, "cosine", "margin", "confidence", "missing", "candidates")
    lines = [_fitted(rows, labels, names)]
    model = _model(rows, labels)
    chance = model.predict_proba(np.array(rows))[:, 1]
    for threshold in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7):
        parts = []
        for kind in ("answerable", "trap", "unanswerable"):
            of_kind = [c < threshold for c, case in zip(chance, kept) if case.kind == kind]
            parts.append(f"{kind} refused {np.mean(of_kind):.3f}" if of_kind else "")
        lines.append(f"threshold {threshold}: " + ", ".join(parts))
    return "\n".join(lines)


def _model(rows: Sequence[Sequence[float]], labels: Sequence[bool]) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(max_iter=5000).fit(rows, labels)


def _fitted(rows: Any, labels: Any, names: Sequence[str]) -> str:
    model = _model(rows, labels)
    weights = ", ".join(f"{name} {weight:.2f}" for name, weight in zip(names, model.coef_[0], strict=True))
    return f"{len(labels)} rows, {sum(labels)} right: {weights}, constant {model.intercept_[0]:.2f}"
