"""How fast quotations are checked over a store of 100,000 statements.

The store is made of the annotated articles, each several times over. In each copy every word stands
for another of its length and about its frequency, the same one throughout: so paragraphs, quotations,
names and places are laid out as in real articles, words are as rare as in real ones, and no quotation
stands there twice. The vectors are made up, as checking looks at none; everything else is written by the
store's own method. Speeds are those of the machine of the run.
"""

import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import numpy as np

from bot.check import Checker
from index.store import Store
from index.types import Article, Indexed, Mention, Span, Statement
from tests.bench.corpora import corpus_store, dev_store
from tests.bench.figures import Figure, Findings, Table, number
from tests.bench.options import Options

_STATEMENTS, _QUICK_STATEMENTS = 100_000, 10_000
_CHECKS = 60  # of each kind
_WORDS = range(6, 41)  # of a quotation that is checked
_DIMENSIONS = 4  # of a made-up vector: Chroma takes its time over more
_NEIGHBOURS = 20  # words of about the same frequency, among which a word is exchanged
_WORD = re.compile(r"[^\W\d_]+")

Swap = Callable[[str], str]


class MadeUp:
    """Gives texts vectors that mean nothing."""

    name = "made up"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return unit vectors, the same for the same texts in the same order."""
        drawn = np.random.default_rng(len(texts)).normal(size=(len(texts), _DIMENSIONS))
        return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)

    def encode_parts(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]]
    ) -> tuple[np.ndarray, list[np.ndarray]]:
        """Return such vectors of texts and of their parts."""
        return self.encode(texts), [self.encode([""] * len(spans)) for spans in parts]


def run(options: Options) -> Findings:
    """Fill a store, then check quotations of several kinds, one after the other."""
    wanted = _QUICK_STATEMENTS if options.quick else _STATEMENTS
    source = dev_store if options.quick else corpus_store
    with source(as_is=options.as_is) as store:
        articles = list(_indexed(store))
    with TemporaryDirectory() as folder, Store.open(Path(folder), MadeUp()) as large:
        for batch in copies(articles, wanted):
            large.put_many(batch)
        return _measured(large)


def copies(articles: Sequence[Indexed], statements: int) -> Iterator[list[Indexed]]:
    """Yield the articles again and again, each time in other words, until there are so many statements."""
    frequencies = Counter(
        word for each in articles for word in _WORD.findall(each.article.text.lower())
    ).most_common()
    number, held = 0, 0
    while held < statements:
        batch = [_said_otherwise(each, number, _swap(frequencies, number)) for each in articles]
        yield batch
        number += 1
        held += sum(len(each.statements) for each in batch)


def _swap(frequencies: Sequence[tuple[str, int]], seed: int) -> Swap:
    """Return what exchanges each word for another of its length and about its frequency; 0: nothing."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for word, _ in frequencies:
        by_length[len(word)].append(word)
    other: dict[str, str] = {}
    draw = random.Random(seed)
    for words in by_length.values():
        for at in range(0, len(words), _NEIGHBOURS):
            some = words[at : at + _NEIGHBOURS]
            other |= zip(some, draw.sample(some, len(some)) if seed else some)
    return lambda text: _WORD.sub(lambda found: _in_case_of(found.group(), other), text)


def _in_case_of(word: str, other: Mapping[str, str]) -> str:
    instead = other.get(word.lower(), word)
    if len(instead) != len(word) or word.islower():
        return instead
    return instead.upper() if word.isupper() else instead.capitalize()


def _said_otherwise(indexed: Indexed, number: int, swap: Swap) -> Indexed:
    article = indexed.article
    id_ = f"{article.id} {number}"

    def named(name: str | None) -> str | None:
        return swap(name) if name else None

    return replace(
        indexed,
        article=replace(article, id=id_, title=swap(article.title), text=swap(article.text)),
        statements=tuple(
            replace(each, id=f"{each.id} {number}", article_id=id_, speaker=named(each.speaker))
            for each in indexed.statements
        ),
        passages=tuple(replace(each, id=f"{each.id} {number}", article_id=id_) for each in indexed.passages),
        mentions=tuple(replace(each, name=swap(each.name), article_id=id_) for each in indexed.mentions),
    )


def _indexed(store: Store) -> Iterator[Indexed]:
    """Yield a store's articles with their statements, passages and the people they name."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    names = {name for several in store.known_names().values() for name in several}
    for mention in (each for name in sorted(names) for each in store.mentions(name)):
        mentions[mention.article_id].append(mention)
    for summary in store.articles():
        article = store.article(summary.id)
        assert article is not None, "a listed article is stored"
        yield Indexed(
            article,
            "made up",
            tuple(store.statements(article_id=article.id)),
            tuple(store.passages(article.id)),
            tuple(mentions[article.id]),
            (),
        )


def _measured(store: Store) -> Findings:
    checker = Checker(store)
    kinds = _claims(store)
    first = _seconds(lambda: checker.check(kinds["verbatim"][0]))
    spent = time.process_time()
    took = {
        kind: [_seconds(lambda claim=claim: checker.check(claim)) for claim in claims]
        for kind, claims in kinds.items()
    }
    spent = time.process_time() - spent
    every = [seconds for each in took.values() for seconds in each]
    rows = tuple(
        (kind, number(len(each) / sum(each)), *(number(1000 * value) for value in (median(each), _p95(each))))
        for kind, each in took.items()
    )
    return Findings(
        (
            Figure("statements", float(store.count("statement"))),
            Figure("checks a second", len(every) / sum(every), 20.0),
            Figure("checks a second of processor time", len(every) / spent),
            Figure("one check, median ms", 1000 * median(every)),
            Figure("one check, 95th percentile ms", 1000 * _p95(every)),
            Figure("the first check, which reads who is who, ms", 1000 * first),
        ),
        (Table("By kind", ("kind", "checks a second", "median ms", "95th percentile ms"), rows),),
        (
            "One process, one check after the other. Where the machine does other things, only the figure by "
            "processor time is that of the checks.",
        ),
    )


def _claims(store: Store) -> dict[str, list[str]]:
    """Return claims of each kind, about statements from all over the store."""
    draw = random.Random(7)
    direct: list[tuple[str, list[str]]] = []
    told: list[tuple[str, str]] = []
    for id_ in draw.sample(store.ids("statement"), min(20 * _CHECKS, store.count("statement"))):
        statement = store.statement(id_)
        article = store.article(statement.article_id) if statement and statement.speaker else None
        if not (statement and article and statement.speaker):
            continue
        if statement.kind == "direct" and len(_quoted(article, statement)) in _WORDS:
            direct.append((statement.speaker, _quoted(article, statement)))
        elif statement.kind == "indirect":
            told.append((statement.speaker, article.text[statement.start : statement.end]))
    people = [who for who, _ in direct]
    vocabulary = [word for _, words in direct for word in words]
    direct = direct[:_CHECKS]
    return {
        "verbatim": [_claim(who, words) for who, words in direct],
        "altered": [_claim(who, _altered(words, draw.choice(vocabulary), draw)) for who, words in direct],
        "somebody else's": [_claim(draw.choice(people), words) for _, words in direct],
        "made up": [_claim(who, draw.sample(vocabulary, len(words))) for who, words in direct],
        "no quote marks": [
            f"{who} said that {' '.join(said.split())}"[:1500] for who, said in told[:_CHECKS]
        ],
    }


def _quoted(article: Article, statement: Statement) -> list[str]:
    return re.findall(r"[^\W_][\w’'.,-]*", article.text[slice(*statement.pieces[0])].replace("''", " "))


def _altered(words: Sequence[str], by: str, draw: random.Random) -> list[str]:
    at = draw.randrange(1, len(words) - 1)
    return [*words[:at], by, *words[at + 1 :]]


def _claim(who: str, words: Sequence[str]) -> str:
    return f"{who} said “{' '.join(words)}”"


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=100)[94]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
