"""Facts in the news, nobody speaking: is a page that holds the answer among the first found?

Counted by distinct pages, for our search and for the plain LangChain pipeline in the same run.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from index.search import search
from index.store import Store
from index.types import ItemKind, Progress
from tests.bench.corpora import news_pages, news_store
from tests.bench.figures import Figure, Findings, Table, number
from tests.bench.gold import EVAL, read_lines
from tests.bench.options import Options
from tests.bench.speed import resident

QUICK = 24  # questions, with the pages that were retrieved for them: about ten each
_FIRST = (1, 5, 10)
_LOOKED_AT = 60  # hits, of which several may lie on one page
_AHEAD = 0.15  # aim: so much above the plain pipeline among the first five
_LOOK_EVERY = 100  # pages between two looks at the memory
_FEW = "So few pages hide little: the aim stands for all of them, where the plain pipeline has room to miss."

# Nobody need have said the facts of a quiz: passages alone are what such a question is answered from.
_OURS: dict[str, tuple[ItemKind, ...]] = {
    "OnRecord, statements and passages": ("statement", "passage"),
    "OnRecord, passages alone": ("passage",),
}

Scores = dict[str, float]


def run(options: Options) -> Findings:
    """Index the pages both ways and ask the quiz questions, or with `quick` the first of them."""
    most = QUICK if options.quick else options.questions
    questions = read_lines(EVAL / "news_questions.jsonl")[:most]
    named = {id_ for question in questions for id_ in question["answer_in"] + question["retrieved"]}
    pages = [page for id_, page in news_pages().items() if id_ in named or most is None]

    ways, memory = {}, MemoryWatch()
    with news_store(pages, as_is=options.as_is, watch=memory) as store:
        for way, kinds in _OURS.items():
            ways[way] = scores(questions, partial(_found, store, kinds))

    from tests.bench.plain import PlainPipeline

    plain = PlainPipeline()  # last: it is kept in memory, and a run that is broken off loses it
    plain.add(pages)
    ways["plain LangChain pipeline"] = scores(questions, partial(plain.search, limit=_LOOKED_AT))
    *_, ours, theirs = ways.values()
    figures = [Figure(name, value) for name, value in ours.items()]
    figures.append(Figure("ahead of plain at hit@5", ours["hit@5"] - theirs["hit@5"], _AHEAD))
    rows = tuple((way, *(number(value) for value in found.values())) for way, found in ways.items())
    return Findings(
        tuple(figures),
        (Table("Pages found", ("", *ours), rows), *memory.tables()),
        (f"{len(questions)} questions over {len(pages)} pages.", *([_FEW] if most else [])),
    )


class MemoryWatch:
    """Notes what memory this process holds as pages are indexed: does it grow without a bound?"""

    def __init__(self) -> None:
        self._indexed = 0
        self._rows: list[tuple[str, ...]] = []

    def __call__(self, step: Progress) -> None:
        """Look after every so many pages; those that had not changed since an earlier run do not count."""
        self._indexed += step.stage == "reading"
        if step.stage == "reading" and self._indexed % _LOOK_EVERY == 0:
            row = (str(self._indexed), *(f"{resident(kind):,.0f}" for kind in ("VmRSS", "VmHWM")))
            self._rows.append(row)
            print("\n{} pages: {} MB, at most {}".format(*row), file=sys.stderr)  # if it is broken off

    def tables(self) -> tuple[Table, ...]:
        """Return the table of what was seen, if anything was."""
        title = "Memory while indexing, MB"
        return (Table(title, ("pages indexed in this run", "then", "at most"), tuple(self._rows)),) * bool(
            self._rows
        )


def _found(store: Store, kinds: Sequence[ItemKind], question: str) -> list[str]:
    hits = search(store, store.encoder, question, kinds=kinds, limit=_LOOKED_AT)
    return [hit.item.article_id for hit in hits]


def scores(questions: Sequence[dict[str, Any]], find: Callable[[str], list[str]]) -> Scores:
    """Return hit@k, and the mean reciprocal rank within the first ten pages."""
    ranks = [_rank(question, find(question["question"])) for question in questions]
    shares = {f"hit@{first}": sum(rank <= first for rank in ranks) / len(ranks) for first in _FIRST}
    return shares | {"MRR": sum(1 / rank for rank in ranks if rank <= _FIRST[-1]) / len(ranks)}


def _rank(question: dict[str, Any], found: Sequence[str]) -> float:
    """Return the place, from 1, of the first page that holds the answer; infinite where none does."""
    right = {str(id_) for id_ in question["answer_in"]}
    pages = dict.fromkeys(found)
    return next((rank for rank, page in enumerate(pages, 1) if page in right), float("inf"))
