"""The page as a newcomer meets it: the real assistant over the sample articles, in a real Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bot.answer import Assistant
from bot.page.conversation import MOST_EXAMPLES
from bot.web import launch
from index.encoder import load_encoder
from index.store import Store
from tests.bot.watched import opened

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning"),  # Gradio's own use of pandas
]


@pytest.fixture(scope="module")
def samples(new_seeds_store: Callable[[], Path]) -> Iterator[tuple[Assistant, str]]:
    """The assistant that users get, over the sample articles, and the address of its page."""
    with Store.open(new_seeds_store(), load_encoder()) as store:
        assistant = Assistant(store)
        page, address = launch(assistant, host="127.0.0.1", port=0)
        yield assistant, address
        page.close(verbose=False)


def test_pankin_on_zones_of_responsibility(context: BrowserContext, samples: tuple[Assistant, str]) -> None:
    assistant, address = samples
    article = assistant.store.article("csto-nato")
    assert article
    with opened(context, address) as chat:
        answer = chat.ask("What did Pankin say about zones of responsibility?")
        for words in ("the CSTO's own space", "the US zone of responsibility"):
            cited = answer.locator("blockquote").filter(has_text=words)
            cited.get_by_role("link").click()
            expect(chat.marks.filter(has_text=words)).to_be_in_viewport()
            for piece in chat.marks.all_text_contents():
                assert piece in article.text
        expect(answer.get_by_role("link")).to_have_count(2)
        expect(chat.page.locator("#reader .proof")).to_contain_text("Said by Alexander Pankin")


def test_every_example_on_the_page_has_a_cited_answer(
    context: BrowserContext, samples: tuple[Assistant, str]
) -> None:
    assistant, address = samples
    with opened(context, address) as chat:
        examples = assistant.examples()[:MOST_EXAMPLES]
        assert len(examples) == MOST_EXAMPLES
        for example in examples:
            chat.page.get_by_role("button", name=example).click()
            expect(chat.page.get_by_test_id("user")).to_have_text(example)
            expect(chat.answers.last.get_by_role("link", name="[1]")).to_be_visible()
            chat.page.get_by_role("button", name="New conversation").click()
            expect(chat.answers).to_have_count(0)
