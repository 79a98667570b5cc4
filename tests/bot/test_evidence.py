"""The evidence pack of a check: what is kept in Markdown, CSV and HTML."""

import csv
import io

import pytest

from bot.check import Checker
from bot.checking import evidence
from index.store import Store


@pytest.mark.parametrize("kind", ["md", "csv", "html"])
def test_a_pack_says_what_was_checked_against_what_and_when(
    checker: Checker, store: Store, kind: str
) -> None:
    checks = list(checker.check_paste("Pankin said “this is not a toy”. Kroll said “=1+1 <b>walls</b>”."))
    pack = evidence.pack(kind, checks, store.article, page="http://localhost:7860/")
    article = store.article("csto-nato")
    assert article and evidence.article_hash(article) in pack
    cited = checks[0].citations[0]
    assert f"http://localhost:7860/#cite-csto-nato-{cited.start}-{cited.end}" in pack
    assert "20" in pack and "+00:00" in pack
    if kind != "csv":
        assert "Checked as the words of Pankin: “this is not a toy”" in pack
    assert kind == "csv" or "<b>walls" not in pack
    if kind == "csv":
        rows = list(csv.DictReader(io.StringIO(pack)))
        assert [row["verdict"] for row in rows] == ["altered", "not_found"]
        assert rows[1]["quote"].startswith("'=")  # a spreadsheet must not run it


def test_a_table_keeps_what_only_comes_near_and_what_was_not_checked(checker: Checker, store: Store) -> None:
    text = "Kroll said the wall is a fine monument to courage. The council met on Tuesday."
    checks, passed_over = list(checker.check_paste(text)), checker.passed_over(text)
    near = [(c.article_id, c.quote) for check in checks for c in check.near]
    rows = list(csv.DictReader(io.StringIO(evidence.pack("csv", checks, store.article, unread=passed_over))))
    assert near and [(r["article"], r["cited"]) for r in rows if r["only_near"] == "yes"] == near
    assert rows[-1]["verdict"] == "unchecked"
    assert all(row["checked"].endswith("+00:00") for row in rows)


def test_a_pack_of_no_claims_says_so(store: Store) -> None:
    assert evidence.pack("md", [], store.article).startswith("# 0 claims\n")
