"""The sample articles and the gold lines about them agree with each other, to the character."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.readers import read
from index.types import Article

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.md"))
REAL_ARTICLES = ROOT.parent / "shared" / "seeds"
SHARED_RUN = 12  # words in a row: more than a short quotation, less than a copied sentence

VERDICTS = {"verified", "altered", "misattributed", "not_found", "supported", "contradicted", "unclear"}
STYLES = set(
    "plain paraphrase role alias time followup who fact compare misspelt occasion description".split()
)


def _parts(path: Path) -> tuple[dict[str, Any], str]:
    """Return an article's front matter and its body text."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body.strip()


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ROOT / "tests" / "data" / name).read_text("utf-8").splitlines()]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return zip(*(words[start:] for start in range(SHARED_RUN)), strict=False)


def _paragraphs_around(body: str, quote: str) -> str:
    start = body.index(quote)
    end = start + len(quote)
    before, after = body.rfind("\n\n", 0, start), body.find("\n\n", end)
    return body[max(before, 0) : after if after >= 0 else len(body)]


BODIES = {path.stem: _parts(path)[1] for path in SEEDS}
QUESTIONS, CHECKS, STATEMENTS = map(_lines, ("questions.jsonl", "checks.jsonl", "statements.jsonl"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_front_matter_says_what_a_citation_shows(path: Path) -> None:
    front, body = _parts(path)
    assert front.keys() == {"title", "date", "author", "source"}
    assert front["title"] and front["author"]
    assert isinstance(front["date"], date)
    assert front["source"] == "OnRecord sample"
    assert 250 <= len(body.split()) <= 600


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_body_is_plain_paragraphs(path: Path) -> None:
    """No Markdown, so that a reader which drops markup leaves every offset where it was."""
    body = _parts(path)[1]
    assert not re.search(r"^#|^>|\*|_|`|\]\(|[ \t]$|\n\n\n", body, re.MULTILINE)
    assert all("\n" not in paragraph for paragraph in body.split("\n\n"))


def test_the_reader_keeps_the_body_to_the_character() -> None:
    articles = [article for article in read(ROOT / "seeds") if isinstance(article, Article)]
    assert {article.id: article.text for article in articles} == BODIES


@pytest.mark.skipif(not REAL_ARTICLES.is_dir(), reason="the real articles are not beside this checkout")
def test_nothing_is_copied_from_the_real_articles() -> None:
    real = {run for path in REAL_ARTICLES.glob("*.txt") for run in _runs(path.read_text("utf-8"))}
    assert real
    copied = {name: " ".join(run) for name, body in BODIES.items() for run in _runs(body) if run in real}
    assert not copied


def test_gold_quotes_stand_exactly_once_in_their_article() -> None:
    golds = [gold for question in QUESTIONS for gold in question["golds"]]
    decoys = [question["decoy"] for question in QUESTIONS if "decoy" in question]
    for gold in [*golds, *decoys, *STATEMENTS]:
        assert BODIES[gold["article"]].count(gold["quote"]) == 1, gold


def test_questions_are_well_formed() -> None:
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS)
    for question in QUESTIONS:
        assert question["style"] in STYLES, question["id"]
        assert bool(question["golds"]) == (question["kind"] == "answerable"), question["id"]
        assert bool(question["after"]) == (question["style"] == "followup"), question["id"]


def test_a_trap_asks_somebody_who_speaks_beside_the_other_persons_words() -> None:
    """Otherwise it would catch nobody: the asked speaker needs words of their own in that article."""
    for question in QUESTIONS:
        if question["kind"] != "trap":
            continue
        decoy = question["decoy"]
        there = [statement for statement in STATEMENTS if statement["article"] == decoy["article"]]
        said_by = {statement["speaker"] for statement in there if statement["quote"] == decoy["quote"]}
        assert question["speaker"] in {statement["speaker"] for statement in there}, question["id"]
        assert said_by and question["speaker"] not in said_by, question["id"]


def test_there_are_enough_of_each_kind() -> None:
    kinds = Counter(question["kind"] for question in QUESTIONS)
    assert kinds["answerable"] >= 60 and kinds["trap"] >= 15 and kinds["unanswerable"] >= 15
    assert {question["style"] for question in QUESTIONS} == STYLES
    assert len(CHECKS) >= 60
    assert {check["expect"] for check in CHECKS} == VERDICTS
    assert {statement["article"] for statement in STATEMENTS} == BODIES.keys()


def test_checks_are_well_formed() -> None:
    assert len({check["id"] for check in CHECKS}) == len(CHECKS)
    known = {statement["speaker"] for statement in STATEMENTS}
    for check in CHECKS:
        assert check["note"], check["id"]
        assert check["said_by"] in known, check["id"]
        if check["expect"] in {"verified", "misattributed"}:
            assert check["said_by"], check["id"]


def test_statements_name_their_source_and_cue_beside_the_words() -> None:
    for statement in STATEMENTS:
        nearby = _paragraphs_around(BODIES[statement["article"]], statement["quote"])
        assert statement["mention"] in nearby, statement
        assert statement["cue"] is None or statement["cue"] in nearby, statement
        assert statement["kind"] in {"direct", "mixed", "indirect"}, statement


def test_the_wire_statement_stands_word_for_word_in_two_articles() -> None:
    wire = "We regret the reduction, but the Kittiwake cannot sail safely before her engines are overhauled"
    assert [name for name, body in BODIES.items() if wire in body] == ["ferry-cuts", "ferry-islanders"]


def test_every_style_of_quote_marks_is_there() -> None:
    text = "\n".join(BODIES.values())
    assert all(f" {mark}" in text or f"\n{mark}" in text for mark in '“"‘«')
