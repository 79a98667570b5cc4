"""`onrecord check` as a newsroom runs it: what is printed, what is complained of, the exit status."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main

Run = Callable[..., tuple[int, str, str]]

TRUE = "Pankin said “this is not a toy, but a real organization”."
FALSE = "Putin said “We are not aware of the value of such verbal assurances”."


@pytest.fixture(scope="module")
def store(new_gold_store: Callable[[], Path]) -> Path:
    return new_gold_store()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], store: Path) -> Run:
    def run(*words: str) -> tuple[int, str, str]:
        status = main(["check", *words, "--store", str(store)])
        return status, *capsys.readouterr()

    return run


def test_a_true_quotation_passes(run: Run) -> None:
    status, out, err = run(TRUE)
    assert (status, err) == (0, "")
    assert out.startswith("VERIFIED: Pankin said") and "Alexander Pankin said these words." in out
    assert "Who answers for which part of the map" in out


def test_a_false_quotation_fails_and_shows_the_word(run: Run) -> None:
    status, out, err = run(FALSE)
    assert status == 1 and err == "1 of 1 claim not verified.\n"
    assert "We are [-well-] {+not+} aware of the value" in out


def test_a_draft_is_ready_only_when_all_of_it_is(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(f"# A draft\n\n{TRUE}\n\n{FALSE}\n", "utf-8")
    status, out, err = run("--file", str(draft), "--json")
    assert [json.loads(line)["verdict"] for line in out.splitlines()] == ["verified", "altered"]
    assert status == 1 and err.endswith("1 of 2 claims not verified.\n")
    draft.write_text(f"# A draft\n\n{TRUE}\n", "utf-8")
    assert run("--file", str(draft))[0] == 0


def test_what_a_draft_only_narrates_is_listed(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{TRUE}\n\nThe council met on Tuesday.\n", "utf-8")
    status, out, err = run("--file", str(draft), "--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert [(r["verdict"], r["kind"]) for r in records] == [
        ("verified", "quotation"),
        ("unchecked", "narration"),
    ]
    assert (status, err) == (0, "")
    assert "NOT CHECKED: The council met on Tuesday.\n  Nobody is given there" in run("--file", str(draft))[1]
    packs = [run("--file", str(draft), "--format", kind)[1] for kind in ("md", "csv", "html")]
    assert all("The council met on Tuesday." in pack for pack in packs)


def test_a_batch_is_judged_in_order_and_is_no_failure(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "claims.jsonl"
    batch.write_text(
        "\n".join(json.dumps({"id": i, "claim": c}) for i, c in [("a", FALSE), ("b", TRUE)]), "utf-8"
    )
    status, out, err = run("--batch", str(batch), "--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert [(r["id"], r["verdict"]) for r in records] == [("a", "altered"), ("b", "verified")]
    assert (status, err) == (0, "")


@pytest.mark.parametrize(
    ("kind", "begins"), [("md", "# 1 quotation: 1 verified"), ("csv", "claim,"), ("html", "<!doc")]
)
def test_a_pack_is_printed_whole(run: Run, kind: str, begins: str) -> None:
    status, out, _ = run(TRUE, "--format", kind)
    assert status == 0 and out.startswith(begins)
    assert "http://127.0.0.1:7860/#cite-csto-nato-" in out


def test_a_pack_links_to_where_the_page_is_served(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_HOST", "::1")
    assert "(http://[::1]:7860/#cite-csto-nato-" in run(TRUE, "--format", "md")[1]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([""], "There is nothing to check."),
        (["--file", "no such file"], "no such file cannot be read: No such file or directory."),
        ([TRUE, "--format", "md", "--json"], "Choose --json or --format"),
    ],
)
def test_what_cannot_be_checked_is_one_sentence(run: Run, words: list[str], complaint: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (1, "") and complaint in err


def test_a_draft_without_quotations_is_said(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The council met on Tuesday.", "utf-8")
    status, _, err = run("--file", str(draft))
    assert (
        status == 1 and "There is no quotation in this text, and no sentence that says who said what" in err
    )
