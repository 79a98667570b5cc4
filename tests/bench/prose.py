"""Prose by a real small model: what share passes the gate, and is anything false shown?

The model is the one of `tests/bot/llama.py`, and what is true is read without the gate, in
`tests/bot/truth.py` and in the annotations. Its replies are kept, with their timing, so that a run can be
broken off and taken up again, and another gate be tried on the same replies.
"""

import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from unittest.mock import patch

from bot.answer import Assistant
from bot.gate.drafts import Reply
from bot.generate import Model, Writer
from bot.model import open_model
from bot.prompts import PHRASES, parse_phrases
from bot.types import Answer
from index.encoder import load_encoder
from index.store import Store
from tests.bench.answers import QUESTIONS
from tests.bench.corpora import CORPUS, KEPT, corpus_store
from tests.bench.figures import Figure, Findings, Table, number
from tests.bench.gold import read_lines
from tests.bench.options import Options
from tests.bot import llama, truth

ASKED, QUICK = 100, 10  # answerable questions
PATIENT = 3_600.0  # seconds: a busy machine must not change what is counted
REPLIES = KEPT / "prose.jsonl"

_MISSING = f"Not measured: no real model is installed. Run: {llama.HOW_TO_GET_IT}"
Kept = tuple[list[tuple[float, str]], bool]  # a reply's pieces with their seconds; is it the whole of it?
_NAMED = re.compile(r"\b[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's answer, and how many seconds the model wrote before the first sentence of it, and
    before the first that was shown, if any."""

    answer: Answer
    first_written: float | None
    first_shown: float | None


@dataclass
class Remembered:
    """A model whose replies are kept in a file: what it has been asked before it says again.

    `clock` is how long it has taken over everything so far, whether just now or when it was first asked.
    """

    model: Model
    file: Path
    clock: float = 0.0
    first: float | None = None  # on that clock, the end of the first sentence since `begin`
    known: dict[str, Kept] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.file.exists():
            self.known = {line["key"]: (line["pieces"], line["whole"]) for line in read_lines(self.file)}

    @property
    def name(self) -> str:
        return self.model.name

    def begin(self) -> None:
        """A new question is asked."""
        self.clock, self.first = 0.0, None

    def stream(self, system: str, request: str, schema: dict[str, Any]) -> Iterator[str]:
        reply = Reply()
        for seconds, piece in self._pieces(system, request, schema):
            self.clock += seconds
            if reply.feed(piece) and self.first is None:
                self.first = self.clock
            yield piece

    def _pieces(self, *asked: Any) -> Iterator[tuple[float, str]]:
        """Yield a reply with the seconds each piece took: what is kept of it, and the rest from the model."""
        key = hashlib.sha256("\0".join([self.name, *asked[:2]]).encode()).hexdigest()[:16]
        pieces, whole = self.known.get(key, ([], False))
        yield from pieces
        if not whole:
            yield from islice(self._written(key, *asked), len(pieces), None)

    def _written(self, key: str, *asked: Any) -> Iterator[tuple[float, str]]:
        """Ask the model, and keep its reply as far as it was read, unless it failed."""
        pieces: list[tuple[float, str]] = []
        last = time.perf_counter()
        try:
            for piece in self.model.stream(*asked):
                now = time.perf_counter()
                pieces.append((round(now - last, 3), piece))
                last = now
                yield pieces[-1]
        except GeneratorExit:
            self._keep(key, pieces, whole=False)
            raise
        self._keep(key, pieces, whole=True)

    def _keep(self, key: str, pieces: list[tuple[float, str]], *, whole: bool) -> None:
        self.known[key] = pieces, whole
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a", encoding="utf-8") as file:
            line = {"key": key, "whole": whole, "pieces": pieces}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def run(options: Options) -> Findings:
    """Ask the first answerable questions, or with `quick` a few; Ctrl-C reports on those that are done."""
    if not llama.is_installed():
        return Findings((), notes=(_MISSING,))
    wanted = [question for question in read_lines(QUESTIONS) if question["kind"] == "answerable"]
    wanted = wanted[: QUICK if options.quick else ASKED]
    asked: list[Asked] = []
    with ExitStack() as open_:
        store = open_.enter_context(_store(options))
        address = open_.enter_context(llama.served())
        open_.enter_context(patch("bot.model.PATIENCE", PATIENT))
        open_.enter_context(patch("bot.generate.LONGEST_WAIT", PATIENT))
        model = Remembered(open_model(llama.NAME, url=address), REPLIES)
        assistant = Assistant(store, Writer(model))
        try:
            for question in wanted:
                asked.append(_ask(assistant, model, question["question"]))
                print(_line(len(asked), len(wanted), asked[-1]), file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            print("Stopped; what the model wrote is kept.", file=sys.stderr)
        return _findings(asked, len(wanted), store)


def _store(options: Options) -> AbstractContextManager[Store]:
    if options.store:
        return Store.open(options.store, load_encoder())
    return corpus_store(as_is=options.as_is)


def _ask(assistant: Assistant, model: Remembered, question: str) -> Asked:
    model.begin()
    first_shown = None
    for answer, _ in assistant.stream(question):
        if first_shown is None and truth.prose(answer):
            first_shown = model.clock
    return Asked(answer, model.first, first_shown)


def _findings(asked: Sequence[Asked], wanted: int, store: Store) -> Findings:
    answers = [each.answer for each in asked]
    written_for = [answer for answer in answers if answer.model]
    shown = [block for answer in written_for for block in truth.prose(answer)]
    withheld = [held for answer in written_for for held in answer.withheld]
    marked = sum(bool(block.doubt) for block in shown)
    written = len(shown) + len(withheld)
    false = {
        "unverified quotation shown": [q for a in written_for for q in truth.unverified_quotations(a, store)],
        "wrong speaker shown": [s for a in written_for for s in truth.wrong_speakers(a, store)],
        "wrong speaker shown, by the annotations": [s for a in written_for for s in _misgiven(a, store)],
    }
    figures = [
        Figure("questions asked", float(len(asked))),
        Figure("answers handed to the model", float(len(written_for))),
        Figure("answers with a sentence that passed", float(sum(bool(truth.prose(a)) for a in answers))),
        Figure("sentences written", float(written)),
        Figure("share that passed", (len(shown) - marked) / max(1, written)),
        Figure("share shown with a mark", marked / max(1, written)),
        Figure("share withheld", len(withheld) / max(1, written)),
        *(Figure(name, float(len(found)), 0.0, at_most=True) for name, found in false.items()),
        *_times("first sentence written", [each.first_written for each in asked]),
        *_times("first sentence shown", [each.first_shown for each in asked]),
    ]
    reasons = Counter(_kind(held.reason) for held in withheld)
    endings = Counter(_kind(answer.notice) for answer in written_for if answer.notice)
    return Findings(
        tuple(figures),
        (
            _counted("Withheld, by reason", "reason", reasons, written),
            _counted("Answers with a notice", "notice", endings, len(written_for)),
            Table("Shown", ("sentence", "mark"), tuple((block.lead, block.doubt) for block in shown)),
            Table(
                "Shown and false",
                ("what", "words"),
                tuple((n, w) for n, found in false.items() for w in found),
            ),
        ),
        (f"{len(asked)} of {wanted} questions; the seconds are the model's, on a machine that may be busy.",),
    )


def _misgiven(answer: Answer, store: Store) -> Iterator[str]:
    """Yield the sentences that quote words which the annotators gave to somebody they do not name."""
    for block in truth.prose(answer):
        for article, (start, end) in truth.quoted_places(block, store):
            sources = [
                "".join(article.text[s:e] for s, e in attribution["source"])
                for attribution in _annotated().get(article.id, ())
                if any(s < end and start < e for s, e in attribution["content"])
            ]
            names = set(_NAMED.findall(" ".join(sources))) - {"He", "She", "They", "It", "The", "A", "An"}
            if names and not any(name in block.lead for name in names):
                yield block.lead


@cache
def _annotated() -> dict[str, list[dict[str, Any]]]:
    return {article["id"]: article["attributions"] for file in CORPUS for article in read_lines(file)}


def _times(name: str, seconds: Sequence[float | None]) -> list[Figure]:
    known = sorted(s for s in seconds if s is not None)
    if len(known) < 2:
        return []
    late = quantiles(known, n=20, method="inclusive")[-1]
    return [Figure(f"{name}, median s", median(known)), Figure(f"{name}, 95th percentile s", late)]


def _counted(title: str, heading: str, counts: Counter[str], of: int) -> Table:
    rows = tuple((words, str(times), number(times / max(1, of))) for words, times in counts.most_common())
    return Table(title, (heading, "times", "share"), rows)


def _kind(words: str) -> str:
    """Return the phrase that `words` are, its variables left open: "it has the number …"."""
    return next((name for name, made in _phrases() if made.fullmatch(words)), words)


@cache
def _phrases() -> list[tuple[str, re.Pattern[str]]]:
    """Every phrase as a person may read it and as a pattern; those with the most fixed words first."""
    texts = parse_phrases((files("prompts") / PHRASES).read_text(encoding="utf-8")).values()
    open_ = [re.split(r"\$\{?\w+\}?", made.template) for made in texts]
    open_.sort(key=lambda parts: -sum(map(len, parts)))
    return [
        ("…".join(parts), re.compile(".*".join(map(re.escape, parts)), re.DOTALL))
        for parts in open_
        if sum(map(len, parts)) > len(" ")
    ]


def _line(done: int, wanted: int, asked: Asked) -> str:
    answer = asked.answer
    told = f"{len(truth.prose(answer))} shown, {len(answer.withheld)} withheld. {answer.notice}"
    return f"{done} of {wanted}: {told if answer.model else 'nothing for a model'}"
