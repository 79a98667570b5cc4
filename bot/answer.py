"""The conductor: a question is understood, given to the reply that fits it, and timed."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.answering.courtesy import courtesy
from bot.answering.examples import examples
from bot.answering.finding import Finder, query_of
from bot.answering.replies import reply
from bot.answering.rereading import reread
from bot.check import Checker
from bot.compose import Composer
from bot.question import understand
from bot.types import Answer, Memory, Question
from index.errors import OnRecordError, UsageError
from index.searching.crossencoder import CrossEncoder
from index.types import OnProgress

if TYPE_CHECKING:
    import numpy as np

    from bot.generate import Writer
    from index.build import Report
    from index.searching.reranker import Reranker
    from index.store import Store

LONGEST_QUESTION = 2_000  # characters; anything longer is a text, not a question
_AT_ONCE = 64
_NOTHING_BEFORE = Memory()
_T = TypeVar("_T")
_IN_PROSE = frozenset(("statements", "who", "fact", "compare", "change"))  # not verdicts, lists, dates


class Assistant:
    """Answers questions over one store. Safe to share between threads."""

    def __init__(
        self, store: "Store", writer: "Writer | None" = None, reranker: "Reranker | None" = None
    ) -> None:
        self.store = store
        self.reranker = reranker
        self.writer = writer
        self.checker = Checker(store)
        self._cross_encoder = CrossEncoder()

    def ask(self, question: str, memory: Memory = _NOTHING_BEFORE) -> tuple[Answer, Memory]:
        """Answer one question of a conversation; `memory` is what the last call returned.

        Raises `UsageError` when the question is empty or longer than `LONGEST_QUESTION`.
        """
        *_, (answer, after) = self.stream(question, memory)
        return answer, after

    def stream(self, question: str, memory: Memory = _NOTHING_BEFORE) -> Iterator[tuple[Answer, Memory]]:
        """Yield the answer as it grows where a model writes it, and last the whole; errors as in `ask`."""
        started = time.perf_counter()
        understood = self.understand(question, memory)
        if told := courtesy(question, self.store):
            yield _timed(told, started), memory
            return
        finder = Finder(self.store, self.store.encoder, understood, reranker=self.reranker)
        selected = self._reply(finder, memory)
        after = Memory(understood, selected.citations or memory.cited)
        for answer in self._written(selected, understood):
            yield _timed(answer, started), after

    def ask_many(self, questions: Iterable[str]) -> Iterator[Answer | UsageError]:
        """Answer questions independently, in order; many at once are faster than one by one.

        What is wrong with a question stands in the place of its answer, and costs none of the others theirs.
        """
        waiting = iter(questions)
        while batch := list(islice(waiting, _AT_ONCE)):
            read = [_or_complaint(partial(self.understand, question)) for question in batch]
            asked = [query_of(each) for each in read if isinstance(each, Question)]
            vectors = iter(self.store.encoder.encode(asked))
            for each in read:
                if isinstance(each, Question):
                    yield _or_complaint(partial(self._answered, each, next(vectors)))
                else:
                    yield each

    def understand(self, question: str, memory: Memory = _NOTHING_BEFORE) -> Question:
        """Read a question without answering it. Errors as in `ask`."""
        if not question.strip():
            raise UsageError("The question is empty. Ask who said what, for example.")
        if len(question) > LONGEST_QUESTION:
            raise UsageError(
                f"A question may have {LONGEST_QUESTION:,} characters and this one has {len(question):,}. "
                "Ask it in fewer words."
            )
        library = self.checker.library()
        return understand(question, library.people, memory, latest=library.latest)

    def writing_with(self, writer: "Writer | None") -> "Assistant":
        """Return an assistant over the same store whose answers are written by `writer`, or by nobody."""
        other = copy(self)
        other.writer = writer
        return other

    def warm_up(self) -> None:
        """Load what the first question needs, so that it need not wait; what is amiss, it will say."""
        with suppress(OnRecordError, RuntimeError):  # the latter where Ctrl-C comes while it loads
            self.understand("?")
            self.store.encoder.encode(["?"])

    def examples(self) -> list[str]:
        """Return questions that the loaded articles answer, to show on an empty page."""
        return examples(self.store)

    def add(self, paths: Sequence[str | Path], on_progress: OnProgress | None = None) -> "Report":
        """Index files, folders or addresses into the store."""
        from bot.intake import take_in

        return take_in(self.store, paths, on_progress=on_progress)

    def let_replace(self, new: str, old: str) -> "Report":
        """Let the article `new` take the place and the id of `old`; errors as in `bot.intake`."""
        from bot.intake import let_replace

        return let_replace(self.store, new, old)

    def _answered(self, question: Question, vector: "np.ndarray") -> Answer:
        """Answer a question of many, which is part of no conversation."""
        started = time.perf_counter()
        finder = Finder(self.store, self.store.encoder, question, vector, self.reranker)
        answer = courtesy(question.text, self.store) or self._reply(finder, _NOTHING_BEFORE)
        *_, written = self._written(answer, question)
        return _timed(written, started)

    def _reply(self, finder: Finder, memory: Memory) -> Answer:
        """Select an answer by the question's words, and look again by its sense."""
        composer = Composer(self.store, finder.question)
        return reread(finder, self._cross_encoder, reply(finder, composer, memory, self.checker))

    def _written(self, selected: Answer, question: Question) -> Iterator[Answer]:
        """The answer in a model's prose where there is one, each sentence checked; else as selected.

        Prose would lose what a selected answer says of those who are silent.
        """
        silent = set(question.speakers) - {name for cited in selected.citations for name in cited.speakers}
        if self.writer is None or question.want not in _IN_PROSE or silent:
            yield selected
        else:
            yield from self.writer.write(selected, self.store, topic=question.topic)


def _or_complaint(answer: Callable[[], _T]) -> _T | UsageError:
    """Return what `answer` returns, or the complaint that it raises."""
    try:
        return answer()
    except UsageError as exc:
        return exc


def _timed(answer: Answer, started: float) -> Answer:
    return replace(answer, took_ms=1000 * (time.perf_counter() - started))
