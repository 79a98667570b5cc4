"""A page in a real Chromium, watched for complaints and for requests that would leave the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Locator, Page, expect

# Chromium's own background requests would hide those of the page.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]
GRADIO_ON_UPLOAD = "Method not implemented."  # its client says so of a stream it closes

expect.set_options(timeout=60_000)  # milliseconds: a busy machine is slow, not wrong


@dataclass
class Watched:
    """A page, what its console complained of, and the requests that would have left the machine."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def ask(self, question: str) -> Locator:
        """Type a question and return the bot's message that answers it."""
        before = self.answers.count()
        box = self.page.get_by_role("textbox", name="Your question")
        box.fill(question)
        box.press("Enter")
        expect(self.answers).to_have_count(before + 1)
        return self.answers.nth(before)

    @property
    def answers(self) -> Locator:
        return self.page.get_by_test_id("bot")

    @property
    def marks(self) -> Locator:
        return self.page.locator("#reader mark.cited")


@contextmanager
def opened(context: BrowserContext, address: str) -> Iterator[Watched]:
    """Open a page. No test may leave complaints in its console or reach for another host."""
    watched = Watched(context.new_page(), address)
    page = watched.page
    own = ("/".join(address.split("/")[:3]) + "/", "data:", "blob:")
    page.on(
        "console", lambda m: watched.complaints.append(m.text) if m.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith(own) else watched.outside.append(r.url),
    )
    page.on(
        "response", lambda r: watched.complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None
    )
    page.goto(address)
    yield watched
    assert watched.outside == []
    assert [words for words in watched.complaints if words != GRADIO_ON_UPLOAD] == []


def shown(marks: Locator) -> str:
    return "".join(marks.all_text_contents())
