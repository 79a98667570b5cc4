"""What the tests of the bot share: a real browser, and stores of the sample articles."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.check import Checker
from index.encoder import load_encoder
from index.store import Store
from tests.bot.gold import make_gold_store, make_seeds_store
from tests.conftest import Copied

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="session")
def new_gold_store(copied: Copied) -> Callable[[], Path]:
    """Give a new store of the sample articles with the statements listed by hand."""
    return lambda: copied("gold", make_gold_store)


@pytest.fixture(scope="module")
def store(new_gold_store: Callable[[], Path]) -> Iterator[Store]:
    """Open one of them for the tests of a module."""
    with Store.open(new_gold_store(), load_encoder()) as store:
        yield store


@pytest.fixture(scope="module")
def checker(store: Store) -> Checker:
    """Check against it."""
    return Checker(store)


@pytest.fixture(scope="session")
def new_seeds_store(copied: Copied) -> Callable[[], Path]:
    """Give a new store of the sample articles as users get them, indexed by the models."""
    return lambda: copied("seeds", make_seeds_store)


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
