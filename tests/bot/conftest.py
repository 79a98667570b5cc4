"""A real browser for the tests that drive the page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="module")  # while it lives, no other test can run an event loop
def browser(chromium_path: str) -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    from tests.bot.watched import FLAGS

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[(1280, 800)], ids=lambda size: f"{size[0]}px")
def context(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[BrowserContext]":
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()
