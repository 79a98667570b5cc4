"""Thirty checks on a real article, through every stage, tagger and embedder included.

The article is not ours, so a check names the first and last words of its quotation and the edit made.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.check import Checker
from index.analysis import VERSION, Analyser
from index.build import build
from index.encoder import load_encoder
from index.readers import read
from index.store import Store

ARTICLES = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real article is not beside this checkout"),
]

KEEP = ("", "")
# asked speaker, first words, last words, (words, what they become), verdict, whose words
CHECKS = [
    ("Pankin", "The zone of responsibility is", "own space", KEEP, "verified", "Pankin"),
    ("Pankin", "The zone of responsibility is", "own space", ("own", "whole"), "altered", "Pankin"),
    ("Pankin", "The zone of responsibility is", "own space", ("CSTO's", "NATO's"), "altered", "Pankin"),
    ("Pankin", "The zone of responsibility is", "is global", KEEP, "altered", "Pankin"),  # if only because
    ("Pankin", "while the zone", "is global", KEEP, "altered", "Pankin"),
    ("Pankin", "while the zone", "the difference", KEEP, "verified", "Pankin"),  # over two paragraphs
    ("Pankin", "while the zone", "declared global", ("if only because", "…"), "altered", "Pankin"),
    ("Pankin", "the US zone", "declared global", KEEP, "altered", "Pankin"),  # after "if"
    ("Zakharova", "The zone of responsibility is", "own space", KEEP, "misattributed", "Pankin"),
    ("Pankin", "this is not", "organization", KEEP, "verified", "Pankin"),
    ("Mr Pankin", "this is not", "organization", ("this", "This"), "verified", "Pankin"),
    ("Alexander Pankin", "this is not", "organization", ("not ", ""), "altered", "Pankin"),
    ("Pankin", "this is not", "organization", ("real", "true"), "altered", "Pankin"),
    ("Pankin", "this is not", "organization", ("not a toy, but", "…"), "altered", "Pankin"),
    ("Pankin", "a toy", "a toy", KEEP, "altered", "Pankin"),
    ("Zas", "this is not", "organization", KEEP, "misattributed", "Pankin"),
    ("Pankin", "a threat to one of us", "everyone else", KEEP, "verified", "Pankin"),
    ("Pankin", "a threat to one of us", "everyone else", ("one of us", "one of them"), "altered", "Pankin"),
    ("Ermakov", "a threat to one of us", "everyone else", KEEP, "misattributed", "Pankin"),
    ("Zas", "All the CSTO", "our states", KEEP, "verified", "Zas"),
    ("Zas", "All the CSTO", "our states", ("All", "Most of"), "altered", "Zas"),
    ("Pankin", "All the CSTO", "our states", KEEP, "misattributed", "Zas"),
    ("Zas", "the basis for", "until 2025", KEEP, "altered", "Zas"),  # reported, not quoted
    ("Zakharova", "There are no", "own borders", KEEP, "verified", "Zakharova"),
    ("Zakharova", "There are no", "for NATO", ("no ", ""), "altered", "Zakharova"),
    ("Zakharova", "The Collective Security Treaty presupposes", "own borders",
     ("There are no borders for NATO, ", ""), "altered", "Zakharova"),
    ("Putin", "they were simply", "bypassed", KEEP, "verified", "Putin"),
    ("Putin", "they were simply", "bypassed", ("simply", "never"), "altered", "Putin"),
    ("Koshkin", "the alliance has", "offer today", KEEP, "verified", "Koshkin"),
    ("Koshkin", "the alliance has", "offer today", ("nothing", "much"), "altered", "Koshkin"),
    ("Ermakov", "the alliance has", "offer today", KEEP, "misattributed", "Koshkin"),
    ("Koshkin", "The functioning", "confrontation", KEEP, "misattributed", "Ermakov"),
    ("Ermakov", "The functioning", "confrontation", ("is based", "was based"), "altered", "Ermakov"),
]  # fmt: skip


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with Store.open(tmp_path_factory.mktemp("real") / "store", load_encoder()) as store:
        report = build(read(ARTICLES), store, analyse=Analyser(), version=VERSION)
        assert report.indexed and not report.failures
        yield Checker(store)


@pytest.mark.parametrize(
    ("asked", "first", "last", "edit", "verdict", "whose"),
    CHECKS,
    ids=[f"{number} {check[0]} {check[1]} {check[4]}" for number, check in enumerate(CHECKS, 1)],
)
def test_verdict(
    checker: Checker, asked: str, first: str, last: str, edit: tuple[str, str], verdict: str, whose: str
) -> None:
    quote = quoted(checker, first, last)
    assert edit[0] in quote
    check = checker.check(f"{asked} said “{quote.replace(*edit, 1) if edit[0] else quote}”.")
    assert (check.verdict, whose in (check.said_by or "")) == (verdict, True), check
    for citation in check.citations:
        article = checker.store.article(citation.article_id)
        assert article and article.text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    "claim",
    [
        "Emmanuel Macron said “Security in Europe is indivisible”.",
        "Pankin said “NATO will collapse within ten years”.",
    ],
)
def test_what_nobody_said_is_not_found(checker: Checker, claim: str) -> None:
    assert checker.check(claim).verdict == "not_found"


def quoted(checker: Checker, first: str, last: str) -> str:
    """Return the stretch of the article from the words `first` to the words `last`."""
    for summary in checker.store.articles():
        article = checker.store.article(summary.id)
        if article and first in article.text:
            start = article.text.index(first)
            return article.text[start : article.text.index(last, start) + len(last)]
    raise AssertionError(f"no article has {first!r}")
