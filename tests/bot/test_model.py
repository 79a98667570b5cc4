"""A real LangChain client against a server on loopback: what is sent, and what each failure comes to."""

import json
import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.model
from bot.cli import main
from bot.generate import SCHEMA
from bot.model import LONGEST_REPLY, ChatModel, open_model
from index.errors import ModelFailed, ModelMissing, UsageError
from tests.bot.samples import make_store
from tests.bot.served import Behaviour, served
from tests.bot.written import sentences

KEY = "sk-test-4f9a77c1d2"
REPLY = sentences(("Ann Lee said {s1}.", ["s1"]))

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.fixture
def behaviour() -> Behaviour:
    return Behaviour(REPLY)


@pytest.fixture
def address(behaviour: Behaviour) -> Iterator[str]:
    with served(behaviour) as address:
        yield address


def said(model: ChatModel) -> str:
    return "".join(model.stream("Write.", "Who said what?", SCHEMA))


def test_the_reply_comes_in_pieces_and_whole(address: str, behaviour: Behaviour) -> None:
    pieces = list(open_model("openai:any", url=address).stream("Write.", "Who?", SCHEMA))
    assert "".join(pieces) == REPLY
    assert len(pieces) > 3
    assert [m["content"] for m in behaviour.heard[0]["messages"]] == ["Write.", "Who?"]


def test_the_model_is_bound_to_the_schema_where_its_server_can(address: str, behaviour: Behaviour) -> None:
    said(open_model("openai:any", url=address))
    asked = behaviour.heard[0]["response_format"]
    assert asked["type"] == "json_schema"
    assert asked["json_schema"]["schema"]["required"] == ["sentences"]


@pytest.mark.parametrize(
    ("schemas", "asked"),
    [(("json_object",), ["json_schema", "json_object"]), ((), ["json_schema", "json_object", None])],
)
def test_a_server_without_schemas_is_asked_in_the_older_way_or_in_words(
    address: str, behaviour: Behaviour, schemas: tuple[str, ...], asked: list[str | None]
) -> None:
    behaviour.schemas = schemas
    assert said(open_model("openai:any", url=address)) == REPLY
    assert [heard.get("response_format", {}).get("type") for heard in behaviour.heard] == asked


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "refused the key"),
        (403, "refused the key"),
        (404, "not known to its server"),
        (429, "too many requests"),
        (500, "broke off"),
    ],
)
def test_each_refusal_is_one_sentence_without_the_key(
    address: str, behaviour: Behaviour, status: int, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    behaviour.status = status
    caplog.set_level(logging.DEBUG)
    with pytest.raises(ModelFailed, match=words) as failed:
        said(open_model("openai:any", url=address))
    assert str(failed.value).startswith("openai:any at http://127.0.0.1")
    assert KEY not in str(failed.value) + repr(failed.value)
    assert KEY not in "".join(
        record.getMessage() for record in caplog.records if record.name.startswith("bot")
    )


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
def test_a_server_that_is_not_there(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with pytest.raises(ModelFailed, match="cannot be reached. Start it") as failed:
        said(open_model("openai:any", url=f"http://{host}:{port}/v1"))
    assert f"openai:any at http://{host}:{port} " in str(failed.value)


def test_a_server_that_says_nothing(
    address: str, behaviour: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    behaviour.pause = 2.0
    monkeypatch.setitem(bot.model._SPELLING["openai"], "timeout", 0.3)
    with pytest.raises(ModelFailed, match="sent nothing for"):
        said(open_model("openai:any", url=address))


def test_a_server_that_shows_signs_of_life_and_says_nothing(
    address: str, behaviour: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    behaviour.pause, behaviour.pings = 20.0, True
    monkeypatch.setattr("bot.model.PATIENCE", 0.5)
    began = time.monotonic()
    with pytest.raises(ModelFailed, match="sent nothing for"):
        said(open_model("openai:any", url=address))
    assert time.monotonic() - began < 10


def test_a_reader_who_has_heard_enough_hangs_up(address: str, behaviour: Behaviour) -> None:
    behaviour.reply, behaviour.pause = "word " * 1_000, 0.01
    before = set(threading.enumerate())
    for _ in open_model("openai:any", url=address).stream("Write.", "Who?", SCHEMA):
        break
    readers = [t for t in set(threading.enumerate()) - before if t.name == "a model's reply"]
    for reader in readers:
        reader.join(10)
    assert readers and not any(reader.is_alive() for reader in readers)


def test_half_a_stream(address: str, behaviour: Behaviour) -> None:
    behaviour.breaks_after = 4
    heard = []
    with pytest.raises(ModelFailed, match="broke off"):
        heard.extend(open_model("openai:any", url=address).stream("Write.", "Who?", SCHEMA))


def test_a_reply_without_end_is_cut(address: str, behaviour: Behaviour) -> None:
    behaviour.reply = "word " * 10_000
    assert len(said(open_model("openai:any", url=address))) <= LONGEST_REPLY


def test_a_local_server_needs_no_key(
    address: str, behaviour: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    assert said(open_model("openai:any", url=address)) == REPLY


def test_the_key_shows_in_nothing_that_is_kept(address: str) -> None:
    assert KEY not in repr(open_model("openai:any", url=address))


def test_a_password_in_the_address_is_not_shown() -> None:
    with pytest.raises(ModelFailed) as failed:
        said(open_model("openai:any", url="http://me:secret@127.0.0.1:9/v1?token=secret"))
    assert "secret" not in str(failed.value)


def test_the_environment_switches_it_on(
    address: str,
    behaviour: Behaviour,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store = make_store(tmp_path / "store")
    behaviour.reply = sentences(("Mayor Ada Brandt said {s1}.", ["s1"]))
    monkeypatch.setenv("ONRECORD_MODEL", "openai:any")
    monkeypatch.setenv("ONRECORD_MODEL_URL", address)
    assert main(["ask", "What did Brandt say about a wall of stone?", "--store", str(store), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["model"] == "openai:any"
    assert "Mayor Ada Brandt said “We cannot pay for a wall of stone”" in record["answer"]


@pytest.mark.parametrize("name", ["gpt-9", ":x", "ollama:", ""])
def test_a_name_that_names_no_model(name: str) -> None:
    with pytest.raises(UsageError, match="write provider:name"):
        open_model(name)


def test_a_provider_that_langchain_does_not_know() -> None:
    with pytest.raises(UsageError, match="no provider that LangChain knows"):
        open_model("nobody:x")


@pytest.mark.parametrize(
    "url", ["localhost:8000", "http://[::1", "http://127.0.0.1:99999/v1", "http://127.0.0.1:x/", "https://"]
)
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(UsageError, match="begins with http"):
        open_model("openai:x", url=url)


def test_a_missing_package_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langchain_anthropic", None)
    with pytest.raises(ModelMissing, match="Run: pip install langchain-anthropic"):
        open_model("anthropic:claude")


def test_a_missing_key_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(ModelMissing, match="set OPENAI_API_KEY"):
        open_model("openai:any")
