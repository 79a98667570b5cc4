"""Prose on the page, in a real Chromium: it grows by sentences, cites, says what was withheld, and stops."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, expect

from bot.answer import Assistant
from bot.generate import Writer
from bot.web import launch
from index.errors import ModelFailed
from index.store import Store
from tests.bot.watched import Watched, opened
from tests.bot.written import sentences

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning"),  # Gradio's own use of pandas
]

QUESTION = "What did Marlowe and Renn say about the wall?"
FIRST = ("Ingrid Marlowe said {s1}.", ["s1"])
FALSE = ("Tobias Renn said {s1}.", ["s1"])
PATIENCE = 60.0  # seconds that a test may let the model wait


@dataclass
class Paced:
    """Writes a first sentence, or `holds` it, waits until it is let go, and writes the rest, or fails."""

    name: str = "script:paced"
    let_go: threading.Event = field(default_factory=threading.Event)
    fails: bool = False
    holds: bool = False

    def stream(self, system: str, request: str, schema: dict) -> Iterator[str]:
        other = next(id for id in ("s2", "s3", "s4") if f'"id": "{id}", "speaker": "Tobias Renn"' in request)
        whole = sentences(FIRST, FALSE, (f"Tobias Renn said {{{other}}}.", [other]))
        half = whole.index(FALSE[0]) - len('{"text": "')
        if not self.holds:
            yield whole[:half]
        self.let_go.wait(PATIENCE)
        if self.fails:
            raise ModelFailed("script:paced cannot be reached. Start it, or check ONRECORD_MODEL_URL.")
        yield whole if self.holds else whole[half:]


@pytest.fixture
def model() -> Iterator[Paced]:
    paced = Paced()
    yield paced
    paced.let_go.set()


@pytest.fixture
def chat(context: BrowserContext, store: Store, model: Paced) -> Iterator[Watched]:
    page, address = launch(Assistant(store, Writer(model)), host="127.0.0.1", port=0)
    with opened(context, address) as watched:
        yield watched
    page.close(verbose=False)


def test_an_answer_streams_with_two_citations_and_says_what_was_withheld(chat: Watched, model: Paced) -> None:
    answer = chat.ask(QUESTION)
    expect(answer).to_contain_text("Ingrid Marlowe said")
    expect(answer.get_by_role("link")).to_have_text(["[1]"])
    expect(chat.page.get_by_role("button", name="Stop")).to_be_visible()

    model.let_go.set()
    expect(answer.get_by_role("link")).to_have_text(["[1]", "[2]"])
    expect(answer).to_contain_text("One sentence of script:paced was withheld: it gives Tobias Renn words of")
    expect(chat.page.get_by_role("button", name="Stop")).to_be_hidden()

    answer.get_by_role("link", name="[2]").click()
    expect(chat.marks.first).to_be_in_viewport()


def test_a_stopped_answer_keeps_what_passed_and_the_conversation_goes_on(chat: Watched, model: Paced) -> None:
    answer = chat.ask(QUESTION)
    expect(answer.get_by_role("link")).to_have_text(["[1]"])
    chat.page.get_by_role("button", name="Stop").click()
    again = chat.ask(QUESTION)
    model.let_go.set()

    expect(again.get_by_role("link")).to_have_text(["[1]", "[2]"])
    expect(answer.get_by_role("link")).to_have_text(["[1]"])
    expect(chat.page.get_by_role("button", name="Stop")).to_be_hidden()


def test_an_answer_that_is_stopped_before_its_first_word_says_so(chat: Watched, model: Paced) -> None:
    model.holds = True
    box = chat.page.get_by_role("textbox", name="Your question")
    box.fill(QUESTION)
    box.press("Enter")
    chat.page.get_by_role("button", name="Stop").click()
    expect(chat.answers).to_have_text("Stopped before anything was written.")
    expect(chat.page.get_by_role("button", name="Stop")).to_be_hidden()
    model.let_go.set()
    expect(chat.ask(QUESTION).get_by_role("link")).to_have_text(["[1]", "[2]"])


def test_a_model_that_fails_leaves_one_sentence_and_the_answer_without_it(
    chat: Watched, model: Paced
) -> None:
    model.fails = True
    model.let_go.set()
    answer = chat.ask(QUESTION)
    expect(answer).to_contain_text("script:paced cannot be reached.")
    expect(answer).to_contain_text("This is the answer without it:")
    expect(answer.locator("blockquote").first).to_contain_text("wall")


def test_a_question_picked_while_another_is_answered_waits_for_its_turn(chat: Watched, model: Paced) -> None:
    answer = chat.ask(QUESTION)
    expect(answer.get_by_role("link")).to_have_text(["[1]"])
    chat.page.get_by_role("tab", name="Speakers").click()
    chat.page.get_by_role("button", name="Bettina Kroll").first.click()
    expect(chat.page.get_by_role("tab", name="Ask")).to_have_attribute("aria-selected", "true")
    model.let_go.set()

    expect(chat.answers).to_have_count(2)
    expect(answer.get_by_role("link")).to_have_text(["[1]", "[2]"])
    expect(chat.answers.nth(1)).to_contain_text("Bettina Kroll is quoted")
    expect(chat.page.get_by_test_id("user")).to_have_count(2)
    expect(chat.page.get_by_role("button", name="Stop")).to_be_hidden()
