"""The conductor: question → search → composed answer, or a refusal that says what there is instead."""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.compose import BESIDE, ENOUGH, MOST, MOST_LISTED, Composer, answers_kind
from bot.people import Directory
from bot.prompts import phrase
from bot.question import understand
from bot.types import Answer, Memory, Question
from index.search import search
from index.topic import content_words, stem
from index.types import Hit, OnProgress, Statement

if TYPE_CHECKING:
    import numpy as np

    from index.build import Report
    from index.store import Store

LONGEST_QUESTION = 2_000  # characters; a longer one is a text, not a question
NEAR = 0.12  # the score from which the nearest thing is worth showing beside a refusal
_BATCH = 64


class Assistant:
    """Answers questions over one store. Safe to share between threads."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self.encoder = store.encoder
        self._known: tuple[object, Directory, date | None] = (None, Directory((), {}), None)

    def ask(self, question: str, memory: Memory = Memory()) -> tuple[Answer, Memory]:
        """Answer one question of a conversation; `memory` is what the last call returned."""
        started = time.perf_counter()
        understood = self._understand(question, memory)
        answer = self._answer(understood, None, memory)
        answer = replace(answer, took_ms=1000 * (time.perf_counter() - started))
        return answer, Memory(understood, answer.citations or memory.cited)

    def ask_many(self, questions: Iterable[str]) -> Iterator[Answer]:
        """Answer questions independently, in order; many at once are faster than one by one."""
        waiting: list[str] = []
        for question in questions:
            waiting.append(question)
            if len(waiting) == _BATCH:
                yield from self._ask_batch(waiting)
                waiting = []
        yield from self._ask_batch(waiting)

    def examples(self, most: int = 4) -> list[str]:
        """Return questions that the loaded articles answer, to show on an empty page."""
        found = []
        for speaker in self.store.speakers()[: 2 * most]:
            statements = [s for s in self.store.statements(speaker=speaker.name) if s.kind == "direct"]
            if statements and " " in speaker.name:
                found.append(phrase("example_list", name=speaker.name.split()[-1]))
            if len(found) == most:
                break
        return found

    def add(self, paths: Sequence[str | Path], on_progress: OnProgress | None = None) -> "Report":
        """Index files, folders or addresses into the store."""
        from bot.intake import take_in

        return take_in(self.store, paths, on_progress=on_progress)

    def _ask_batch(self, questions: Sequence[str]) -> Iterator[Answer]:
        understood = [self._understand(question, Memory()) for question in questions]
        vectors = self.encoder.encode([query_of(question) for question in understood]) if understood else []
        for question, vector in zip(understood, vectors):
            started = time.perf_counter()
            answer = self._answer(question, vector, Memory())
            yield replace(answer, took_ms=1000 * (time.perf_counter() - started))

    def _understand(self, question: str, memory: Memory) -> Question:
        directory, latest = self._directory
        return understand(question[:LONGEST_QUESTION], directory, memory, latest=latest)

    @property
    def _directory(self) -> tuple[Directory, date | None]:
        speakers, written = self.store.speakers(), self.store.known_names()
        if self._known[0] is not written:
            dates = [a.published for a in self.store.articles() if a.published]
            self._known = (written, Directory(tuple(speakers), written), max(dates, default=None))
        return self._known[1], self._known[2]

    def _answer(self, question: Question, vector: "np.ndarray | None", memory: Memory) -> Answer:
        composer = Composer(self.store, question)
        if question.choices:
            return _which(question)
        if question.unknown and not question.speakers:
            return self._unknown(question, vector, composer)
        if question.want == "fact" or (question.want == "statements" and not question.speakers):
            return self._fact(question, vector, composer)
        if question.want == "who":
            return self._who(question, vector, composer)
        if question.want == "when" and memory.cited and _same_subject(question, memory):
            cited = self.store.statement(
                f"{memory.cited[0].article_id}:{memory.cited[0].start}-{memory.cited[0].end}"
            )
            if cited:
                composer.occasion_of(cited)
                return composer.answer()
        if not question.topic and not (question.since and question.since == question.until):
            return self._everything(question, composer)
        if len(question.speakers) > 1:
            return self._compared(question, vector, composer)
        return self._said(question, vector, composer)

    def _said(self, question: Question, vector: "np.ndarray | None", composer: Composer) -> Answer:
        hits = self._search(question, vector, speakers=question.speakers)
        enough = _enough(hits)
        if not enough:
            return self._not_said(question, hits, vector, composer)
        if question.want == "when":
            composer.occasion_of(_statement(enough[0]))
            return composer.answer()
        if question.want == "change":
            composer.note(phrase("changed", speaker=question.speakers[0], topic=question.topic))
        listed = question.want in ("list", "change")
        composer.statements(enough, most=MOST_LISTED if listed else MOST, by_time=listed)
        return composer.answer()

    def _compared(self, question: Question, vector: "np.ndarray | None", composer: Composer) -> Answer:
        silent = []
        for name in question.speakers:
            enough = _enough(self._search(question, vector, speakers=(name,)))
            if enough:
                composer.statements(enough, most=2)
            else:
                silent.append(name)
        reasons = [self._never(replace(question, speakers=(name,))) for name in silent]
        if not composer.citations:
            return composer.refusal(" ".join(reasons))
        for reason in reasons:
            composer.note(reason)
        return composer.answer()

    def _who(self, question: Question, vector: "np.ndarray | None", composer: Composer) -> Answer:
        hits = self._search(question, vector, kinds=("statement",))
        enough = _enough(hits)
        if enough:
            composer.statements(enough, most=MOST)
            return composer.answer()
        reason = phrase("nobody_on", topic=question.topic, period=_period(question))
        return self._with_nearest(composer, reason, hits, question, vector)

    def _fact(self, question: Question, vector: "np.ndarray | None", composer: Composer) -> Answer:
        if not question.topic:
            return composer.refusal(phrase("no_topic", example=next(iter(self.examples()), "")))
        if not self.store.count("passage"):
            return composer.refusal(phrase("empty_store"))
        hits = self._search(question, vector, kinds=("passage", "statement"), limit=20)
        hits = sorted(hits, key=lambda hit: -self._fitting(hit, question))
        enough = _enough(hits)
        if not enough:
            return self._with_nearest(composer, phrase("no_fact"), hits, question, vector)
        shown: list[Hit] = []
        for hit in enough:
            if len(shown) < 3 and not any(_inside(hit, other) for other in shown):
                shown.append(hit)
        for hit in shown:
            if isinstance(hit.item, Statement):
                composer.statements([hit])
            else:
                composer.passage(hit.item)
        return composer.answer()

    def _everything(self, question: Question, composer: Composer) -> Answer:
        since, until = question.since, question.until
        for name in question.speakers:
            ids = self.store.ids("statement", speakers=[name], since=since, until=until)
            statements = self.store.statements_by_id(ids)
            if not statements:
                return composer.refusal(self._never(question))
            most = MOST_LISTED if question.want == "list" else MOST
            count = _times(len(statements))
            shown = f"; the {most} surest" if len(statements) > most else ""
            composer.note(phrase("everything", speaker=name, count=count, shown=shown))
            ranked = sorted(statements, key=lambda s: (s.kind != "direct", -s.confidence))
            composer.statements([Hit(s, 1.0) for s in ranked], most=most, by_time=True)
        return composer.answer()

    def _not_said(
        self, question: Question, hits: Sequence[Hit], vector: "np.ndarray | None", composer: Composer
    ) -> Answer:
        """Why a speaker's silence, and what there is instead."""
        reason = self._never(question)
        near = [hit for hit in hits[:1] if hit.score >= NEAR]
        if near:
            composer.note(phrase("nearest_own", name=question.speakers[0]))
            composer.statements(near)
        others = [
            hit
            for hit in _enough(self._search(question, vector, kinds=("statement",)))
            if _statement(hit).speaker not in (*question.speakers, None)
        ]
        if others:
            composer.note(phrase("others_on"))
            composer.statements(others, most=2)
        return composer.refusal(reason)

    def _with_nearest(
        self,
        composer: Composer,
        reason: str,
        hits: Sequence[Hit],
        question: Question,
        vector: "np.ndarray | None",
    ) -> Answer:
        passages = [h for h in hits if not isinstance(h.item, Statement)]
        if not passages and question.topic:
            passages = self._search(question, vector, kinds=("passage",), limit=1)
        if passages and passages[0].score >= NEAR:
            composer.note(phrase("nearest_passage"))
            composer.passage(passages[0].item)  # type: ignore[arg-type]
        return composer.refusal(reason)

    def _never(self, question: Question) -> str:
        name = question.speakers[0]
        count = next((s.statements for s in self.store.speakers() if s.name == name), 0)
        if count:
            topic = question.topic or "anything"
            return phrase("never_on", name=name, count=_times(count), topic=topic, period=_period(question))
        topic = f" on {question.topic}" if question.topic else ""
        reason = phrase("not_quoted", name=name, topic=topic)
        places = {m.article_id for m in self.store.mentions(name)}
        article = self.store.article(min(places)) if places else None
        if article is None:
            return reason
        number = "one article" if len(places) == 1 else f"{len(places)} articles"
        return f"{reason} {phrase('mentioned_in', name=name, count=number, title=article.title)}"

    def _unknown(self, question: Question, vector: "np.ndarray | None", composer: Composer) -> Answer:
        """Somebody asked for by words that are no name of the register: a description, or a stranger."""
        words = question.unknown[0]
        if len(words.split()) == 1 and words.islower():
            return composer.refusal(phrase("who_is_meant", words=words))
        if not re.match(r"(?:the|an?|one|some)\s", words, re.IGNORECASE):
            return composer.refusal(phrase("unknown_name", name=words))
        wanted = {stem(word) for word in content_words(words)}
        hits = self._search(question, vector, kinds=("statement",), named=words)
        enough = [hit for hit in _enough(hits) if wanted <= self._source_stems(_statement(hit))]
        if enough:
            composer.statements(enough)
            return composer.answer()
        topic = f" on {question.topic}" if question.topic else ""
        return composer.refusal(phrase("unknown_source", words=words, topic=topic))

    def _source_stems(self, statement: Statement) -> set[str]:
        """The stems of what the article calls a statement's source."""
        article = self.store.article(statement.article_id)
        spans = [span for span in (statement.mention, statement.role) if span]
        text = " ".join(article.text[slice(*span)] for span in spans) if article else ""
        return {stem(word) for word in content_words(text)}

    def _search(
        self, question: Question, vector: "np.ndarray | None", *, limit: int = 30, **options: object
    ) -> list[Hit]:
        """Search within the time asked for: by the article's date, else by a day its text tells."""
        period = {"since": question.since, "until": question.until}
        found = self._found(question, vector, limit, **period, **options)
        if question.since and question.since == question.until and not _enough(found):
            undated = self._found(question, vector, 4 * limit, **options)
            return [hit for hit in undated if self._told_on(_day_of(question), hit)][:limit] or found
        return found

    def _found(
        self, question: Question, vector: "np.ndarray | None", limit: int, **options: object
    ) -> list[Hit]:
        return search(
            self.store,
            self.encoder,
            question.topic,
            vector=vector,
            limit=limit,
            **options,  # type: ignore[arg-type]
        )

    def _told_on(self, days: Sequence[str], hit: Hit) -> bool:
        article = self.store.article(hit.item.article_id)
        near = article.text[max(0, hit.item.start - 300) : hit.item.end + 150] if article else ""
        return any(words in near for words in days)

    def _fitting(self, hit: Hit, question: Question) -> float:
        article = self.store.article(hit.item.article_id)
        words = article.text[hit.item.start : hit.item.end] if article else ""
        return hit.score + 0.3 * answers_kind(words, question.text)


def query_of(question: Question) -> str:
    """Return the words whose vector finds the answer."""
    return question.topic or question.text


def _which(question: Question) -> Answer:
    topic = question.topic
    asked = tuple(
        phrase("choice", name=name, topic=topic) if topic else phrase("example_list", name=name)
        for name in question.choices
    )
    return Answer(question.text, (), abstained=True, reason=phrase("which"), choices=asked)


def _day_of(question: Question) -> tuple[str, ...]:
    """The ways a text may write the day asked for."""
    since = question.since
    return (f"{since.day} {since:%B}", f"{since:%B} {since.day}", f"{since:%b}. {since.day}") if since else ()


def _enough(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that answer: sure enough, and not far behind the best."""
    return [hit for hit in hits if hit.score >= max(ENOUGH, BESIDE * hits[0].score)]


def _same_subject(question: Question, memory: Memory) -> bool:
    before = memory.question
    return (
        before is not None
        and question.topic == before.topic
        and (not before.speakers or question.speakers == before.speakers)
    )


def _statement(hit: Hit) -> Statement:
    assert isinstance(hit.item, Statement)
    return hit.item


def _inside(hit: Hit, other: Hit) -> bool:
    one, two = hit.item, other.item
    return one.article_id == two.article_id and one.start < two.end and two.start < one.end


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _period(question: Question) -> str:
    if question.since and question.until:
        return f" between {question.since} and {question.until}"
    if question.since:
        return f" since {question.since}"
    return f" up to {question.until}" if question.until else ""
