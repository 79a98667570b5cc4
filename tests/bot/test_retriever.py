"""The retriever as a LangChain user meets it, over a real store."""

from collections.abc import Iterator
from datetime import date

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
