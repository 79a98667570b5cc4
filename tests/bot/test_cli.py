"""The commands as a user meets them: what stands on stdout, what on stderr, and the exit status."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from bot.cli import build_parser, main
from index.encoder import load_encoder
from index.store import Store
from tests.bot.samples import COUNCIL, FERRY, make_store

ONRECORD = [sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main())"]
SLOW_TO_IMPORT = {"chromadb", "gradio", "numpy", "onnxruntime", "sentence_transformers", "spacy", "torch"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("made") / "store")


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    """A store of its own for each test."""
    return Path(shutil.copytree(made, tmp_path / "store"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], store: Path) -> Any:
    """Run a command on the store: (exit status, lines on stdout, stderr)."""

    def run(*words: str) -> tuple[int, list[str], str]:
        status = main([*words, "--store", str(store)])
        out, err = capsys.readouterr()
        return status, out.splitlines(), err

    return run


# The command line itself


@pytest.mark.parametrize("module", ["bot", "bot.cli"])
def test_the_commands_run_as_a_module_too(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("usage: onrecord")


def test_help_is_there_at_once() -> None:
    """In seconds of the processor, so that other work on the machine does not count."""
    seconds = []
    for _ in range(3):
        before = os.times()
        subprocess.run([*ONRECORD, "--help"], check=True, capture_output=True)
        after = os.times()
        seconds.append(
            after.children_user - before.children_user + after.children_system - before.children_system
        )
    assert min(seconds) < 0.3


def test_help_imports_nothing_slow() -> None:
    told = [sys.executable, "-X", "importtime", *ONRECORD[1:], "--help"]
    imported = subprocess.run(told, check=True, capture_output=True, text=True).stderr
    assert "bot.cli" in imported
    assert not SLOW_TO_IMPORT & {line.rpartition("|")[2].strip() for line in imported.splitlines()}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["unheard-of"],
        ["index"],
        ["ask"],
        ["ask", "Who?", "--batch", "questions.jsonl"],
        ["serve", "--port", "70000"],
        ["speakers", "split", "Hart"],
        ["speakers", "undo", "the last"],
        ["search", "wall", "--limit", "-3"],
        ["search", "wall", "--limit", "0"],
    ],
)
def test_a_command_line_that_cannot_be_read_exits_with_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "usage: onrecord" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["articles"],
        ["speakers"],
        ["statements"],
        ["search", "wall"],
        ["ask", "Who?"],
        ["serve"],
        ["remove", "x"],
        ["rebuild"],
        ["speakers", "merge", "A", "B"],
        ["speakers", "undo", "1"],
    ],
)
def test_without_a_store_the_next_step_is_named_and_none_is_made(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    assert main([*words, "--store", str(nowhere)]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1
    assert f"There is no store in {nowhere}" in err and "onrecord index PATH" in err
    assert not nowhere.exists()


def test_the_environment_names_the_store(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_STORE", str(store))
    assert main(["articles"]) == 0
    assert "council" in capsys.readouterr().out


# Lists


def test_articles_are_listed_without_what_would_colour_the_terminal(run: Any) -> None:
    status, lines, _ = run("articles")
    assert status == 0
    assert lines == [
        "council  2026-01-29  Council argues over the [31mharbour wall  2 statements",
        "ferry  2026-02-12  Ferry company explains itself  2 statements",
    ]


def test_articles_as_json(run: Any) -> None:
    _, lines, _ = run("articles", "--json")
    council = json.loads(lines[0])
    assert council["title"] == COUNCIL.title and council["date"] == "2026-01-29"
    assert council["url"] == COUNCIL.url and council["characters"] == len(COUNCIL.text)


def test_speakers_are_listed_with_their_number_of_statements(run: Any) -> None:
    _, lines, _ = run("speakers")
    assert lines == [
        "Jonas Hart  2 statements in 2 articles",
        "Ada Brandt  1 statement in 1 article",
        "Mia Hart  1 statement in 1 article",
    ]


def test_statements_as_json_are_true_to_the_article(run: Any) -> None:
    status, lines, _ = run("statements", "--json")
    assert status == 0 and len(lines) == 4
    texts = {article.id: article.text for article in (COUNCIL, FERRY)}
    for record in map(json.loads, lines):
        text = texts[record["article"]]
        assert record["text"] == text[record["start"] : record["end"]]
        assert record["mention"] == [record["speaker_start"], record["speaker_end"]]
    first = json.loads(lines[0])
    assert text_at(COUNCIL.text, first["mention"]) == "Mayor Ada Brandt"
    assert (first["speaker"], first["kind"], first["cue"]) == ("Ada Brandt", "direct", "said")
    assert (first["role"], first["source_kind"], first["chain"]) == (None, "person", [])
    assert first["pieces"] == [[first["start"], first["end"]]]


def text_at(text: str, place: list[int]) -> str:
    return text[place[0] : place[1]]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--speaker", "brandt"], ["“We cannot pay for a wall of stone,”"]),
        (["--speaker", "Jonas Hart", "--article", "ferry"], ["“Fuel has become too dear,”"]),
        (["--article", "ferry"], ["“Fuel has become too dear,”", "she had not been asked"]),
    ],
)
def test_statements_are_narrowed(run: Any, options: list[str], said: list[str]) -> None:
    _, lines, _ = run("statements", "--json", *options)
    assert [json.loads(line)["text"] for line in lines] == said


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--speaker", "Hart"], "'Hart' may be Jonas Hart or Mia Hart: give the full name."),
        (["--speaker", "Nobody"], "Nobody in these articles is called 'Nobody'"),
        (["--article", "gone"], "There is no article 'gone'"),
    ],
)
def test_a_name_that_fits_nobody_or_several_is_an_error(run: Any, options: list[str], complaint: str) -> None:
    status, lines, err = run("statements", *options)
    assert (status, lines) == (1, [])
    assert complaint in err and err.count("\n") == 1


# Questions


def test_an_answer_quotes_and_names_its_source(run: Any) -> None:
    status, lines, _ = run("ask", "What did Ada Brandt say about the wall of stone?")
    assert status == 0
    answer = "\n".join(lines)
    assert "“We cannot pay for a wall of stone,” [1]" in answer
    assert "Ada Brandt" in answer and "29 January 2026" in answer and COUNCIL.url in answer


def test_a_batch_is_answered_in_order_each_on_its_own(run: Any, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    asked = [
        {"id": "b", "question": "What did Jonas Hart say about fuel?"},
        {"id": 7, "question": "What did Sergei Lavrov say about fuel?"},
    ]
    questions.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    status, lines, _ = run("ask", "--batch", str(questions), "--json")
    first, second = map(json.loads, lines)
    assert status == 0
    assert (first["id"], first["question"], first["abstained"]) == ("b", asked[0]["question"], False)
    cited = first["citations"][0]
    assert cited["quote"] == FERRY.text[cited["start"] : cited["end"]] == "“Fuel has become too dear,”"
    assert {"number", "article", "title", "date", "url", "speaker", "kind"} < set(cited)
    assert second["id"] == "7" and second["abstained"] and "Lavrov" in second["reason"]
    assert first["took_ms"] > 0
    _, lines, _ = run("ask", "--batch", str(questions))
    assert [line for line in lines if line.endswith("?")] == [f"{q['id']}: {q['question']}" for q in asked]


def test_a_report_is_listed_with_its_verb(run: Any) -> None:
    _, reported = run("statements", "--json")[:2]
    told = next(each for line in reported if (each := json.loads(line))["kind"] == "indirect")
    line = next(line for line in run("statements")[1] if told["text"] in line)
    assert f"{told['speaker']}, indirect, “{told['cue']}”: " in line


@pytest.mark.parametrize(
    ("command", "field", "good", "bad"),
    [
        ("ask", "question", "What did Jonas Hart say about fuel?", "  "),
        ("ask", "question", "What did Jonas Hart say about fuel?", "Who said “- - -”?"),
        ("check", "claim", "Jonas Hart said “Fuel has become too dear”", "?"),
    ],
)
def test_a_line_that_cannot_be_read_takes_no_other_with_it(
    run: Any, tmp_path: Path, command: str, field: str, good: str, bad: str
) -> None:
    batch = tmp_path / "batch.jsonl"
    asked = [{"id": "a", field: good}, {"id": "b", field: bad}, {"id": "c", field: good}]
    batch.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8-sig")  # as Windows writes it
    status, lines, err = run(command, "--batch", str(batch), "--json")
    assert [json.loads(line)["id"] for line in lines] == ["a", "c"]
    assert status == 1 and "b: " in err


@pytest.mark.parametrize(
    ("question", "complaint"), [("  ", "The question is empty."), ("Who said “- - -”?", "nothing to check")]
)
def test_a_question_that_cannot_be_read_gets_one_line(run: Any, question: str, complaint: str) -> None:
    status, lines, err = run("ask", question)
    assert (status, lines) == (1, [])
    assert complaint in err and err.count("\n") == 1


def test_bytes_that_are_no_text_are_asked_about_all_the_same(run: Any) -> None:
    status, lines, _ = run("ask", "What did Jonas Hart say about fu\udcffel?")
    assert status == 0 and lines


def test_a_search_lists_the_nearest_first(run: Any) -> None:
    _, lines, _ = run("search", "fuel prices", "--speaker", "Jonas Hart", "--limit", "1")
    start = FERRY.text.index("“Fuel")
    assert lines == [f"Jonas Hart, direct: “Fuel has become too dear,” (ferry {start}–{start + 27})"]
    _, lines, _ = run("search", "fuel prices", "--json")
    scores = [json.loads(line)["score"] for line in lines]
    assert len(scores) == 8 and scores == sorted(scores, reverse=True)


# Changes


def test_remove_takes_what_it_knows_and_names_what_it_does_not(run: Any) -> None:
    status, lines, err = run("remove", "unknown", "ferry")
    assert (status, lines) == (1, ["Removed ferry."])
    assert "There is no article 'unknown'" in err
    assert [line.split()[0] for line in run("articles")[1]] == ["council"]


def test_two_names_become_one_speaker(run: Any) -> None:
    _, lines, _ = run("speakers", "merge", "Jonas Hart", "Mia Hart")
    assert lines == ["Mia Hart is Jonas Hart: 1 statement changed hands."]
    assert run("speakers")[1][0] == "Jonas Hart  3 statements in 2 articles"


def test_a_name_that_nobody_bears_is_no_speaker_to_merge(run: Any) -> None:
    status, _, err = run("speakers", "merge", "Jonas Hart", "Jonas Heart")
    assert (status, err) == (1, "onrecord: No speaker is called 'Jonas Heart': see `onrecord speakers`.\n")
    _, lines, _ = run("speakers", "merge", "Johann Hart", "Jonas Hart")
    assert lines == ["Jonas Hart is Johann Hart, a name that no article has: 2 statements changed hands."]


def test_a_name_is_somebody_else_in_one_article(run: Any) -> None:
    status, _, _ = run("speakers", "split", "Jonas Hart", "--article", "ferry", "--as", "Carl Hart")
    assert status == 0
    assert {line.split("  ")[0] for line in run("speakers")[1]} >= {"Jonas Hart", "Carl Hart"}


def test_corrections_are_listed_and_taken_back_by_number(run: Any) -> None:
    assert run("speakers", "log") == (0, [], "")
    before = run("speakers")[1]
    run("speakers", "merge", "Jonas Hart", "Mia Hart")
    run("speakers", "split", "Jonas Hart", "--article", "ferry", "--as", "Carl Hart")
    status, lines, _ = run("speakers", "log")
    assert status == 0
    assert [re.sub(r"\d{4}-\d\d-\d\d", "DAY", line) for line in lines] == [
        "1  DAY  Mia Hart is Jonas Hart",
        "2  DAY  Jonas Hart in ferry is Carl Hart",
    ]
    logged = json.loads(run("speakers", "log", "--json")[1][1])
    assert {name: logged[name] for name in ("number", "name", "article", "becomes")} == {
        "number": 2,
        "name": "Jonas Hart",
        "article": "ferry",
        "becomes": "Carl Hart",
    }
    assert run("speakers", "undo", "2")[:2] == (0, ["No longer: Jonas Hart in ferry is Carl Hart."])
    (undone,) = run("speakers", "undo", "1", "--json")[1]
    assert json.loads(undone)["undone"]["name"] == "Mia Hart"
    assert run("speakers")[1] == before and run("speakers", "log")[1] == []
    status, _, err = run("speakers", "undo", "1")
    assert (status, err) == (1, "onrecord: There is no correction 1: see `onrecord speakers log`.\n")


def test_rebuild_keeps_everything(run: Any) -> None:
    before = run("statements", "--json")[1]
    assert run("rebuild")[:2] == (0, ["Rebuilt the index of 2 articles."])
    assert run("statements", "--json")[1] == before


# Processes


def test_a_second_process_is_told_in_one_line(store: Path) -> None:
    with Store.open(store, load_encoder()):
        second = subprocess.run(
            [*ONRECORD, "articles", "--store", str(store)], capture_output=True, text=True, check=False
        )
    assert (second.returncode, second.stdout) == (1, "")
    assert "in use by another OnRecord process" in second.stderr and second.stderr.count("\n") == 1


def test_a_reader_that_goes_away_ends_it_quietly(store: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stdout:
        ended = subprocess.run(
            [*ONRECORD, "statements", "--store", str(store)],
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (141, "")


def test_ctrl_c_says_one_line(store: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    os.mkfifo(questions)
    command = [*ONRECORD, "ask", "--batch", str(questions), "--store", str(store)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as asking:
        try:
            with questions.open("w"):  # opens when the command has begun to read
                asking.send_signal(signal.SIGINT)
                _, err = asking.communicate(timeout=60)
        finally:
            asking.kill()
    assert asking.returncode == 130
    assert err == "Stopped. What was finished is kept.\n"


@pytest.mark.parametrize("line", ["{}", "[1]", "plain", '{"id": "1"}', '{"question": "Who?"}'])
def test_a_line_that_is_no_question_is_named(run: Any, tmp_path: Path, line: str) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "1", "question": "Who?"}\n\n' + line + "\n", encoding="utf-8")
    status, lines, err = run("ask", "--json", "--batch", str(questions))
    assert (status, lines) == (1, [])
    assert f"{questions}, line 3 is not a question" in err


@pytest.mark.slow
def test_samples_are_taken_in_and_a_bad_file_is_named(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(root / "seeds" / "csto-nato.md", tmp_path / "csto-nato.md")
    (tmp_path / "empty.txt").touch()
    index = ["index", str(tmp_path), "--store", str(tmp_path / "store"), "--json"]
    assert main(index) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["indexed"] == ["csto-nato"]
    assert f"Skipped: {tmp_path / 'empty.txt'}: is empty" in err
    (tmp_path / "empty.txt").unlink()
    assert main(index) == 0
    told = {"indexed": [], "notes": [], "unchanged": 1, "removed": [], "failed": []}
    assert json.loads(capsys.readouterr().out) == told


@pytest.mark.slow
def test_an_article_taken_in_without_statements_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hafen.txt"
    file.write_text(
        "Der Rat teilte am Montag mit, dass die Brücke eine Woche lang gesperrt wird. „Das ist bitter“, "
        "sagte die Ratsfrau Hanne Sorg, die auf der Insel wohnt und täglich mit dem Boot zur Arbeit fährt.\n",
        encoding="utf-8",
    )
    assert main(["index", str(file), "--store", str(tmp_path / "store")]) == 0
    assert f"{file}: not English" in capsys.readouterr().out


@pytest.mark.slow
def test_chat_says_where_it_is_once_it_answers_and_stops_with_ctrl_c(root: Path, store: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    article = str(root / "seeds" / "csto-nato.md")
    command = [*ONRECORD, "chat", article, "--store", str(store), "--port", str(port)]
    address = f"http://127.0.0.1:{port}/"
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert f"OnRecord is ready: {address}" in said_until("ready", serving)
            with urllib.request.urlopen(address, timeout=60) as page:
                assert page.status == 200 and b"OnRecord" in page.read()
            serving.send_signal(signal.SIGINT)
            out, err = serving.communicate(timeout=120)
        finally:
            serving.kill()
    assert (serving.returncode, err) == (0, "")
    assert out == "Articles: 1 indexed, 0 unchanged, 0 removed, 0 skipped.\n"


def said_until(word: str, process: subprocess.Popen[str]) -> str:
    """Return what a process writes on stderr up to the line with this word, or until it ends."""
    assert process.stderr
    said = ""
    while word not in said and (line := process.stderr.readline()):
        said += line
    return said


# What is written elsewhere about the commands


def test_the_readme_lists_just_the_commands_there_are(root: Path) -> None:
    table = re.findall(r"^\| `onrecord (\w+)", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    (commands,) = build_parser()._subparsers._group_actions  # type: ignore[union-attr]
    assert set(table) == set(commands.choices or ())
