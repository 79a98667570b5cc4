"""The articles that are scored on, and stores of them that are kept from one run to the next.

A store lies in `.bench/`. What is kept in it stays true by the same means as in the product: each
article's fingerprint holds the version of the analysis, here a hash of its very code and weights, so
that whatever changes there is analysed again, and only that.
"""

import ast
import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.progress import ProgressBar
from index.analysis import FAULT, Analyser
from index.build import build
from index.encoder import load_encoder
from index.errors import Unreadable
from index.readers import read
from index.store import Store
from index.tagger import TaggedSpan, Tagger
from index.types import Article, OnProgress, Progress
from tests.bench.gold import EVAL

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".bench"
DEV = EVAL / "dev.jsonl"
CORPUS = (EVAL / "train.jsonl", DEV)  # what the dev questions are asked over
SEEDS = ROOT / "seeds"

# What decides which rows an article becomes; the modules these import are followed.
_STAGES = ("index.analysis", "index.storing.article_rows", "index.register")


@contextmanager
def dev_store(*, as_is: bool = False) -> Iterator[Store]:
    """Open a store of the 84 articles of `dev.jsonl` alone."""
    with _kept("dev", () if as_is else read(DEV)) as store:
        yield store


@contextmanager
def corpus_store(*, as_is: bool = False) -> Iterator[Store]:
    """Open a store of the 840 articles of train and dev, over which the dev questions are asked."""
    with _kept("corpus", () if as_is else read(*CORPUS)) as store:
        yield store


@contextmanager
def seeds_store(*, as_is: bool = False) -> Iterator[Store]:
    """Open a store of the sample articles."""
    with _kept("seeds", () if as_is else read(SEEDS)) as store:
        yield store


@contextmanager
def news_store(
    pages: Iterable[Article], *, as_is: bool = False, watch: OnProgress | None = None
) -> Iterator[Store]:
    """Open a store of these news pages; those of an earlier run that are not among them are removed."""
    wanted = list(pages)
    with _kept("news", () if as_is else wanted, watch) as store:
        for gone in store.fingerprints().keys() - {page.id for page in wanted}:
            store.remove(gone)
        yield store


@contextmanager
def pages_store(
    questions: Sequence[dict[str, Any]], *, name: str = "pages", as_is: bool = False
) -> Iterator[Store]:
    """Open a store of the news pages that questions of `tests/data/pages.jsonl` are about, by this `name`."""
    pages = news_pages()
    asked = [pages[id_] for id_ in {question["page"]: None for question in questions}]
    with _kept(name, () if as_is else asked) as store:
        yield store


@contextmanager
def _kept(
    name: str, articles: Iterable[Article | Unreadable], watch: OnProgress | None = None
) -> Iterator[Store]:
    with Store.open(KEPT / name, load_encoder()) as store:
        fill(store, articles, watch)
        yield store


def fill(store: Store, articles: Iterable[Article | Unreadable], watch: OnProgress | None = None) -> None:
    """Index what is new or changed; `watch` is told of each step. Raises `RuntimeError` when an article
    fails: it would be scored as if nothing stood in it."""
    progress = ProgressBar(sys.stderr)

    def tell(step: Progress) -> None:
        progress(step)
        if watch:
            watch(step)

    report = build(list(articles), store, analyse=analyser(), version=analysis_hash(), on_progress=tell)
    progress.close()
    faults = [a.id for a in store.articles() if a.note.startswith(FAULT)]
    if faults:
        raise RuntimeError(f"{len(faults)} without statements, first: {faults[0]}")
    if report.failures:
        raise RuntimeError(f"{len(report.failures)} failed, first: {report.failures[0].message}")


@cache
def news_pages() -> dict[int, Article]:
    """Return the news pages by id."""
    with gzip.open(EVAL / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {page["id"]: _page(page) for page in map(json.loads, lines)}


def _page(page: dict) -> Article:
    published = page["publish_date"]
    return Article(
        id=str(page["id"]),
        title=page["title"] or "",
        text=page["text"],
        published=datetime.strptime(published[:10], "%Y/%m/%d").date() if published else None,
        url=page["url"],
    )


class _Remembering(Tagger):
    """A tagger that reads each text once: a run indexes an article and then scores its very spans."""

    def __init__(self) -> None:
        super().__init__()
        self._read: dict[str, list[TaggedSpan]] = {}

    def tag(self, text: str) -> list[TaggedSpan]:
        if text not in self._read:
            self._read[text] = super().tag(text)
        return self._read[text]


@cache
def tagger() -> Tagger:
    """Return one for the process."""
    return _Remembering()


@cache
def analyser() -> Analyser:
    """Return one for the process: it holds the models."""
    return Analyser(tagger())


@cache
def analysis_hash() -> str:
    """Return a hash of the weights and of the code that analyses; comments and docstrings do not count."""
    digest = hashlib.sha256((ROOT / "index/weights/sha256.json").read_bytes())
    waiting, seen = list(_STAGES), set(_STAGES)
    while waiting:
        tree = ast.parse((ROOT / f"{waiting.pop().replace('.', '/')}.py").read_text(encoding="utf-8"))
        digest.update(ast.dump(without_docstrings(tree)).encode())
        fresh = list(dict.fromkeys(name for name in _own_imports(tree) if name not in seen))
        seen.update(fresh)
        waiting += fresh
    return digest.hexdigest()[:16]


def _own_imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "index":
            yield from (f"index.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("index."):
            yield node.module


def without_docstrings(tree: ast.Module) -> ast.Module:
    """Take the docstrings out of a syntax tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            del node.body[0]
    return tree
