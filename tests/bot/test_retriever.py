"""The retriever as a LangChain user meets it, over a real store."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from langchain_core.runnables import RunnableLambda

from bot.retriever import OnRecordRetriever
from tests.bot.samples import COUNCIL, FERRY, make_store


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OnRecordRetriever]:
    opened = OnRecordRetriever.open(make_store(tmp_path_factory.mktemp("retriever")), k=3)
    yield opened
    opened.store.close()


def test_a_statement_comes_with_its_source(retriever: OnRecordRetriever) -> None:
    documents = retriever.invoke("price of fuel")
    assert len(documents) == 3
    scores = [document.metadata.pop("score") for document in documents]
    assert scores == sorted(scores, reverse=True)
    said = next(document for document in documents if document.metadata["kind"] == "direct")
    assert said.page_content == "“Fuel has become too dear,”"
    start = FERRY.text.index("“Fuel")
    assert said.metadata == {
        "article": "ferry",
        "start": start,
        "end": start + len(said.page_content),
        "speaker": "Jonas Hart",
        "co_speakers": [],
        "kind": "direct",
        "cue": "said",
        "date": "2026-02-12",
        "title": FERRY.title,
        "url": None,
    }


def test_every_document_is_the_text_between_its_offsets(retriever: OnRecordRetriever) -> None:
    texts = {article.id: article.text for article in (COUNCIL, FERRY)}
    documents = retriever.invoke("the harbour wall and its members")
    assert {"passage"} < {document.metadata["kind"] for document in documents}
    for document in documents:
        where = document.metadata
        assert document.page_content == texts[where["article"]][where["start"] : where["end"]]


@pytest.mark.parametrize(
    ("restriction", "speakers"),
    [
        ({"speakers": ("Brandt",)}, {"Ada Brandt"}),
        ({"speakers": ("Hart",)}, {"Jonas Hart", "Mia Hart"}),
        ({"speakers": ("Zakharova",)}, set()),
        ({"speakers": ("Jonas Hart",), "since": date(2026, 2, 1)}, {"Jonas Hart"}),
        ({"speakers": ("Brandt",), "since": date(2026, 2, 1)}, set()),
    ],
)
def test_it_is_restricted_to_people_and_days(
    retriever: OnRecordRetriever, restriction: dict, speakers: set[str]
) -> None:
    restricted = retriever.model_copy(update=restriction)
    assert {document.metadata["speaker"] for document in restricted.invoke("fuel and stone")} == speakers


def test_it_drops_into_a_chain(retriever: OnRecordRetriever) -> None:
    chain = retriever | RunnableLambda(lambda documents: {d.metadata["speaker"] for d in documents})
    assert "Ada Brandt" in chain.invoke("a wall of stone costs too much")


def test_another_embedder_is_not_looked_for_on_the_hub(tmp_path: Path) -> None:
    program = "import sys, bot.retriever as r; r.OnRecordRetriever.open(sys.argv[1], embedder='a/b')"
    with socket.create_server(("127.0.0.1", 0)) as hub:
        hub.settimeout(0)
        address = f"http://127.0.0.1:{hub.getsockname()[1]}"
        environ = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)],
            env=environ | {"HF_ENDPOINT": address, "HF_HOME": str(tmp_path), "HF_HUB_ETAG_TIMEOUT": "1"},
            check=False,
            capture_output=True,
            text=True,
            timeout=60,  # which a call would take: nobody answers
        )
        with pytest.raises(BlockingIOError):  # nobody has called
            hub.accept()
    assert "ModelMissing: The embedding model a/b is neither a folder nor" in done.stderr
