"""The tab "Check" in a real Chromium: a paragraph pasted, verdicts read, the source opened."""

from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bot.answer import Assistant
from bot.web import launch
from index.encoder import load_encoder
from index.store import Store
from tests.bot.watched import Watched, opened, shown

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning"),  # Gradio's own use of pandas
]

PARAGRAPH = (
    "The debate was sharp. “The state is paying its share,” Marlowe said. Tobias Renn replied: “I am for the "
    "wall and against guessing.” It was Renn, too, who called it “a monument to fear”. "
    "Marlowe said she would look at it again if the state paid."
)


@pytest.fixture(scope="module")
def address(new_gold_store: Callable[[], Path]) -> Iterator[str]:
    with Store.open(new_gold_store(), load_encoder()) as store:
        page, address = launch(Assistant(store), host="127.0.0.1", port=0)
        yield address
        page.close(verbose=False)


def check(watched: Watched, text: str) -> None:
    watched.page.get_by_role("tab", name="Check").click()
    watched.page.get_by_role("textbox", name="Text to check").fill(text)
    watched.page.get_by_role("button", name="Check the text").click()


@pytest.mark.parametrize("context", [(1280, 800), (390, 844)], indirect=True, ids=["desk", "phone"])
def test_each_quotation_and_reported_claim_has_its_verdict_with_its_proof(
    context: BrowserContext, address: str
) -> None:
    with opened(context, address) as watched:
        check(watched, PARAGRAPH)
        cards = watched.page.locator(".checks .check")
        expect(cards.locator(".verdict")).to_have_text(["Verified", "Altered", "Misattributed", "Supported"])
        expect(watched.page.locator("#verdicts [role=status]")).to_have_text(
            "3 quotations and 1 reported claim: 1 verified, 1 supported, 1 altered, 1 misattributed"
        )
        expect(cards.nth(1).locator("del").first).to_contain_text("neither")
        expect(cards.nth(1).locator("ins strong, del strong").first).to_be_visible()
        expect(cards.nth(2)).to_contain_text("These are the words of Bettina Kroll")

        cards.nth(0).get_by_role("link").click()
        expect(watched.marks.first).to_be_in_viewport()
        assert "The state is paying its share" in shown(watched.marks)
        wide = watched.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, "the page scrolls sideways"


def test_the_link_in_a_kept_pack_opens_the_article(context: BrowserContext, address: str) -> None:
    with opened(context, address) as watched:
        check(watched, "Pankin said “this is not a toy, but a real organization”.")
        kept = watched.page.get_by_role("link", name="Markdown").get_attribute("href")
        assert kept
        pack = b64decode(kept.partition("base64,")[2]).decode()
        link = pack.partition("](")[2].partition(")")[0]
        assert link.startswith(address) and "#cite-csto-nato-" in link
        # In a page of its own: this one may still be told that the check is over, and Gradio's client
        # complains in the console when it is left before.
        with opened(context, link) as elsewhere:
            expect(elsewhere.marks.first).to_be_in_viewport()
            assert shown(elsewhere.marks) == "this is not a toy, but a real organization"


@pytest.mark.parametrize(
    ("pasted", "shown_words"),
    [
        ("  ", "Each quotation is compared"),
        ("x" * 3_000, "may have 2,000 characters and this one has 3,000"),
        (
            "Kroll said “<img src=x onerror='window.struck = 1'><script>window.struck = 1</script>”",
            "Not found",
        ),
    ],
    ids=["nothing", "too long", "hostile"],
)
def test_whatever_is_pasted_the_page_stands(
    context: BrowserContext, address: str, pasted: str, shown_words: str
) -> None:
    with opened(context, address) as watched:
        check(watched, pasted)
        expect(watched.page.locator("#verdicts")).to_contain_text(shown_words)
        assert watched.page.evaluate("window.struck") is None
