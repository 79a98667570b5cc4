"""Choosing a model on the page, in a real Chromium: by keyboard, for one session, with clear refusals."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from bot.answer import Assistant
from bot.page.prose import is_own
from bot.page.prose import opened as model_opened
from bot.web import build_page, launch
from index.errors import UsageError
from index.store import Store
from tests.bot.served import Behaviour, served
from tests.bot.watched import Watched, opened
from tests.bot.written import sentences

KEY = "sk-test-4f9a77c1d2"
QUESTION = "What did Marlowe and Renn say about the wall?"
HERE = {"host": "127.0.0.1:7860", "origin": "http://127.0.0.1:7860"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning"),  # Gradio's own use of pandas
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    page, address = launch(Assistant(store), host="127.0.0.1", port=0)
    yield address
    page.close(verbose=False)


@pytest.fixture
def chat(context: BrowserContext, address: str) -> Iterator[Watched]:
    with opened(context, address) as watched:
        yield watched


@pytest.fixture
def behaviour() -> Behaviour:
    return Behaviour(sentences(("Ingrid Marlowe said {s1}.", ["s1"])))


@pytest.fixture
def model_at(behaviour: Behaviour) -> Iterator[str]:
    with served(behaviour) as address:
        yield address


def control(chat: Watched) -> Locator:
    return chat.page.locator("#prose")


def choose(chat: Watched, name: str, url: str = "") -> Locator:
    """Open the control, type and press Enter, with the keyboard alone; return what it says."""
    keyboard = chat.page.keyboard
    box = control(chat).get_by_label("Model", exact=True)
    if not box.is_visible():
        control(chat).get_by_role("button", name="Prose:").focus()
        keyboard.press("Enter")
    box.fill(name)
    keyboard.press("Tab")
    keyboard.press("ControlOrMeta+A")
    keyboard.press("Delete")
    keyboard.type(url)
    keyboard.press("Enter")
    return control(chat).locator("#chosen")


@pytest.mark.browser
@pytest.mark.parametrize("context", [(390, 844)], indirect=True, ids=["390px"])
def test_a_model_is_chosen_asked_and_switched_off_again_for_one_session(
    chat: Watched, behaviour: Behaviour, model_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    expect(choose(chat, "openai:tiny", model_at)).to_contain_text("openai:tiny writes the answers")
    expect(control(chat)).to_contain_text("Prose: openai:tiny")
    answer = chat.ask(QUESTION)
    expect(answer.get_by_role("link")).to_have_text(["[1]"])
    expect(answer).to_contain_text("Ingrid Marlowe said")
    expect(answer.locator("blockquote")).to_have_count(0)
    assert KEY not in str(behaviour.heard)
    assert chat.page.evaluate("document.documentElement.scrollWidth") <= 390

    asked = len(behaviour.heard)
    with opened(chat.page.context, chat.address) as other:
        expect(control(other)).to_contain_text("Prose: off")
        expect(other.ask(QUESTION).locator("blockquote").first).to_contain_text("wall")
    control(chat).get_by_role("button", name="Switch off").click()
    expect(control(chat)).to_contain_text("Prose: off")
    expect(chat.ask(QUESTION).locator("blockquote").first).to_contain_text("wall")
    assert len(behaviour.heard) == asked


@pytest.mark.browser
def test_what_cannot_be_used_is_one_sentence_beside_the_control(
    chat: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setitem(sys.modules, "langchain_anthropic", None)
    for name, url, told in (
        ("llama", "", "write provider:name, such as ollama:llama3.2"),
        ("nobody:x", "", "no provider that LangChain knows"),
        ("anthropic:claude", "", "Run: pip install langchain-anthropic"),
        ("openai:any", "", "set OPENAI_API_KEY"),
        ("openai:any", "http://127.0.0.1:9/v1", "openai:any at http://127.0.0.1:9 cannot be reached."),
        ("openai:any", "http://198.51.100.7/v1", "Only an address of this machine"),
    ):
        refusal = choose(chat, name, url).get_by_role("alert")
        expect(refusal).to_contain_text(told)
        expect(refusal).to_be_in_viewport()
        expect(control(chat)).to_contain_text("Prose: off")


@pytest.mark.parametrize(
    ("changed", "own"),
    [
        ({}, True),
        ({"host": "localhost:7860", "origin": "http://localhost:7860"}, True),
        ({"host": "[::1]:7860", "origin": "http://[::1]:7860"}, True),
        ({"host": "rebound.example:7860", "origin": "http://rebound.example:7860"}, False),
        ({"host": "192.0.2.4:7860", "origin": "http://192.0.2.4:7860"}, False),
        ({"origin": "https://elsewhere.example"}, False),
        ({"origin": "null"}, False),
        ({"host": ""}, False),
        ({"host": "[::1"}, False),
        ({"origin": "http://[::1"}, False),
        ({"x-forwarded-for": "192.0.2.4"}, False),
    ],
)
def test_only_a_page_of_this_machine_may_choose(changed: dict[str, str], own: bool) -> None:
    headers = {**HERE, **changed}
    assert is_own(headers) == own
    if not own:
        with pytest.raises(UsageError, match="only on the machine"):
            model_opened("openai:any", "http://127.0.0.1:9/v1", headers)


@pytest.mark.parametrize(
    ("name", "url", "told"),
    [
        ("openai:any", "http://169.254.169.254/latest", "Only an address of this machine"),
        ("openai:any", "http://127.0.0.1@198.51.100.7/v1", "Only an address of this machine"),
        ("openai:any", "file:///etc/passwd", "begins with http"),
        ("openai:any", "http://[::1", "begins with http"),
        ("openai:any", "http://127.0.0.1:99999/v1", "such as http://127.0.0.1:8000/v1"),
        ("openai:any", "ftp://127.0.0.1/", "begins with http"),
        ("anthropic:any", "http://127.0.0.1:9", "An address goes with"),
        ("openai:" + "x" * 300, "", "at most 200"),
    ],
)
def test_an_address_leads_only_to_this_machine(name: str, url: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        model_opened(name, url, HERE)


def test_a_page_that_others_reach_has_no_such_control(store: Store) -> None:
    def parts(choosable: bool) -> str:
        return str(build_page(Assistant(store), choosable=choosable).get_config_file())

    assert "Use this model" in parts(True)
    assert "Use this model" not in parts(False)
