"""A store of two invented articles with hand-made statements, and an assistant that answers by script.

The browser tests drive the real page with it, over a real store, so that they can show shapes of
answers that the sample articles do not lead to: hostile text, uncertain speakers, errors.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.check import Checker
from bot.types import Answer, Block, Citation, Memory
from index.build import Report, build
from index.encoder import load_encoder
from index.errors import UsageError
from index.passages import passages
from index.readers import read
from index.store import Store
from index.types import Article, Indexed, Kind, Link, OnProgress, Passage, Span, Statement

_FILLER = (
    "The terminal opened in 1964, and each repair since came later than planned and cost more than told.\n\n"
)
HARBOUR = Article(
    "harbour 1/2",
    "Mayor: the terminal is not for sale",
    "Ludmila Brandt, the mayor of Port Ansel, spoke to the council on Tuesday.\n\n"
    + _FILLER * 12
    + "“The terminal belongs to this town,” Brandt said. “Nobody has made an offer.\n\n"
    + "“And if somebody did, I would read it out here.”\n\n"
    + _FILLER * 12
    + "Asked about the price, she said that a repair would cost less than a new pier.\n",
    date(2024, 3, 5),
    None,
    "A. Reporter",
    "Harbour Gazette",
)
HOSTILE = Article(
    "hostile",
    "The <script>window.struck = 1</script> file",
    "The clerk read out the file.\n\n"
    "“<script>window.struck = 1</script> <img src=http://198.51.100.7/a.png onerror='window.struck = 1'> "
    "![p](http://198.51.100.7/b.png) [c](http://198.51.100.7/) https://198.51.100.7/d www.example.org "
    "${window.struck = 1} {{value}} $$x^2$$ `code` **bold** <b>b</b>,” the clerk said.\n",
    date(2024, 4, 1),
)
HOSTILE_QUOTE = HOSTILE.text[HOSTILE.text.index("“") : HOSTILE.text.index("” the clerk") + 1]


def _span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return start, start + len(words)


def _statement(
    article: Article, *pieces: Span, kind: Kind = "direct", speaker: str | None = None, **other: object
) -> Statement:
    fields = {"mention": None, "cue": None, "role": None, "chain": (), "confidence": 0.9, **other}
    start, end = pieces[0][0], pieces[-1][1]
    source = "person" if speaker else "unnamed"
    return Statement(
        f"{article.id}:{start}", article.id, start, end, kind, pieces, speaker, source_kind=source, **fields
    )  # type: ignore[arg-type]


_LAST = _span(HARBOUR, "that a repair would cost less than a new pier")
STATEMENTS = (
    _statement(
        HARBOUR,
        _span(HARBOUR, "“The terminal belongs to this town,”"),
        _span(HARBOUR, "“Nobody has made an offer.\n\n“And if somebody did, I would read it out here.”"),
        speaker="Ludmila Brandt",
        role=_span(HARBOUR, "the mayor of Port Ansel"),
    ),
    _statement(
        HARBOUR,
        _LAST,
        kind="indirect",
        speaker="Ludmila Brandt",
        mention=_span(HARBOUR, "she"),
        chain=(Link(_span(HARBOUR, "Ludmila Brandt"), "the only woman named"),),
        confidence=0.5,
    ),
    _statement(HOSTILE, _span(HOSTILE, HOSTILE_QUOTE)),
)


@dataclass
class Scripted:
    """Answers "terminal" and "clerk" with statements, and fails in other ways on request."""

    store: Store
    writer: None = None
    heard: list[Memory] = field(default_factory=list)

    @cached_property
    def checker(self) -> Checker:
        return Checker(self.store)

    def examples(self) -> list[str]:
        return ["What did Brandt say about the terminal?", "What did the clerk say?"]

    def add(self, paths: list[str], on_progress: OnProgress | None = None) -> Report:
        def analyse(article: Article, fingerprint: str) -> Indexed:
            return Indexed(article, fingerprint, (), passages(article.id, article.text), (), ())

        return build(read(*paths), self.store, analyse=analyse, version="1", on_progress=on_progress)

    def stream(self, question: str, memory: Memory) -> Iterator[tuple[Answer, Memory]]:
        yield self.ask(question, memory)

    def ask(self, question: str, memory: Memory = Memory()) -> tuple[Answer, Memory]:  # noqa: B008
        if "busy" in question:
            raise UsageError("The <b>model</b> does not answer: start it.")
        if "broken" in question:
            raise RuntimeError("a fault")
        if "Lee" in question:
            choices = ("What did Brandt say about the terminal?", "What did the clerk say?")
            return Answer(question, (Block("Which Lee?"),), choices=choices), memory
        self.heard.append(memory)
        found = [s for s in STATEMENTS if (s.article_id == HOSTILE.id) == ("clerk" in question)]
        blocks = tuple(
            Block(f"{s.speaker or 'A clerk'} said:", _cite(n, s), s.pieces) for n, s in enumerate(found, 1)
        )
        cited = tuple(block.citation for block in blocks if block.citation)
        return Answer(question, blocks, cited), Memory(cited=cited)


def _cite(number: int, s: Statement) -> Citation:
    article = HOSTILE if s.article_id == HOSTILE.id else HARBOUR
    return Citation(
        number, article.id, s.start, s.end, article.text[s.start : s.end], s.speaker, s.kind, article.title,
        article.published, article.url, article.source, s.mention, s.confidence,
    )  # fmt: skip


def scripted(folder: Path | str) -> Scripted:
    """Return the assistant over a store made in `folder`; close its store."""
    store = Store.open(Path(folder), load_encoder())
    for article in (HARBOUR, HOSTILE):
        mine = tuple(s for s in STATEMENTS if s.article_id == article.id)
        whole = (Passage(f"{article.id}:all", article.id, 0, len(article.text)),)
        store.put(Indexed(article, "1", mine, whole, (), ()))
    return Scripted(store)
