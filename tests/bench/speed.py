"""How fast, and in how much memory: indexing beside the plain LangChain pipeline, and asking.

Speeds are those of the machine of the run, so the ratio to the plain pipeline, on the same articles in
the same run, tells more than the seconds.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory, TemporaryFile

from bot.answer import Assistant
from index.encoder import load_encoder
from index.readers import read
from index.store import Store
from index.tagger import Tagger
from index.types import Article
from tests.bench.answers import QUESTIONS
from tests.bench.corpora import CORPUS, KEPT, corpus_store, fill
from tests.bench.figures import Figure, Findings
from tests.bench.gold import read_lines
from tests.bench.options import Options
from tests.bench.scorers import write_lines

_ARTICLES, _QUICK_ARTICLES = 96, 24
_ROUNDS = 2  # each way takes its turn, so that what else the machine does meets both


@dataclass(frozen=True, slots=True)
class Spent:
    """What some work took: seconds on the clock, and those of all the cores that worked at it."""

    seconds: float = 0.0
    processor: float = 0.0

    def __add__(self, more: "Spent") -> "Spent":
        return Spent(self.seconds + more.seconds, self.processor + more.processor)


def run(options: Options) -> Findings:
    """Time indexing and asking, then measure the memory of each as a command of its own."""
    articles = _sample(_QUICK_ARTICLES if options.quick else _ARTICLES)
    asking = _asking(options)  # first: it brings the corpus up to date, which may take long
    figures = [*_indexing(articles), *asking, *_memory(articles)]
    words = sum(len(article.text.split()) for article in articles) / len(articles)
    return Findings(
        tuple(figures), notes=(f"{len(articles)} articles of {words:.0f} words; {os.cpu_count()} cores.",)
    )


def _sample(size: int) -> list[Article]:
    articles = [item for item in read(CORPUS[0]) if isinstance(item, Article)]
    return articles[:: len(articles) // size][:size]


def _indexing(articles: Sequence[Article]) -> list[Figure]:
    """Return articles a second: ours whole, its tagger alone, and ours as a share of the plain pipeline's."""
    from tests.bench.plain import PlainPipeline

    tagger, plain = Tagger(), PlainPipeline()
    warm, *rest = articles
    ours = theirs = tagging = Spent()
    with TemporaryDirectory() as folder, Store.open(Path(folder), load_encoder()) as store:
        tagger.tag(warm.text)
        plain.add([warm])
        fill(store, [warm])
        for turn in range(_ROUNDS):
            some = rest[turn::_ROUNDS]
            theirs += _spent(lambda some=some: plain.add(some))
            ours += _spent(lambda some=some: fill(store, some))
            tagging += _spent(lambda some=some: [tagger.tag(article.text) for article in some])
    return [
        Figure("articles indexed a second", len(rest) / ours.seconds),
        Figure("articles tagged a second", len(rest) / tagging.seconds, 8.0),
        Figure("articles a second of the plain pipeline", len(rest) / theirs.seconds),
        Figure("our speed as a share of the plain pipeline's", theirs.seconds / ours.seconds),
        Figure("the same by processor time, whatever else runs", theirs.processor / ours.processor),
        Figure("seconds of processor time an article", ours.processor / len(rest)),
    ]


def _asking(options: Options) -> list[Figure]:
    """Return questions a second of a batch, and the time of a single warm answer in milliseconds."""
    questions = [question["question"] for question in read_lines(QUESTIONS)]
    with corpus_store(as_is=options.as_is) as store:
        assistant = Assistant(store)
        assistant.ask(questions[0])
        batch = _spent(lambda: list(assistant.ask_many(questions))).seconds
        singly = [1000 * _spent(lambda q=question: assistant.ask(q)).seconds for question in questions]
    percentiles = quantiles(singly, n=100)
    return [
        Figure("questions a second, in a batch", len(questions) / batch, 50.0),
        Figure("one answer, median ms", percentiles[49]),
        Figure("one answer, 95th percentile ms", percentiles[94], 100.0, at_most=True),
    ]


def _memory(articles: Sequence[Article]) -> list[Figure]:
    """Return the most memory in MB that a command took, start to end."""
    with TemporaryDirectory() as folder:
        lines = [{"id": article.id, "title": article.title, "text": article.text} for article in articles]
        news = write_lines(Path(folder, "news.jsonl"), lines)
        index = _peak("index", str(news), "--store", str(Path(folder, "store")))
    ask = _peak("ask", "--batch", str(QUESTIONS), "--store", str(KEPT / "corpus"))
    return [
        Figure(f"MB to index {len(articles)} articles", index),
        Figure("MB to ask over 840 articles", ask),
    ]


def _peak(*arguments: str) -> float:
    """Run `onrecord`; return its largest resident size in MB (on Linux).

    Looked up while it runs: what the system says afterwards counts the memory of this process too, from
    which the other one was forked.
    """
    command = [str(Path(sys.executable).parent / "onrecord"), *arguments, "--json"]
    peak = 0.0
    with TemporaryFile() as complaints:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=complaints)
        while process.poll() is None:
            peak = max(peak, resident("VmHWM", process.pid))
            time.sleep(0.05)
        complaints.seek(0)
        if process.returncode:
            raise RuntimeError(complaints.read().decode(errors="replace"))
    return peak


def resident(kind: str, process: int | str = "self") -> float:
    """Return a process's resident size in MB (on Linux), now "VmRSS", at most "VmHWM"; 0 once it ended."""
    found = re.search(rf"{kind}:\s*(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def _spent(work: Callable[[], object]) -> Spent:
    started, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - started, time.process_time() - processor)
