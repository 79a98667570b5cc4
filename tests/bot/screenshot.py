"""Make docs/screenshot.png anew, from the samples in seeds/: `python -m tests.bot.screenshot`."""

from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from playwright.sync_api import expect, sync_playwright

from bot.answer import Assistant
from bot.intake import take_in
from bot.web import launch
from index.encoder import load_encoder
from index.store import Store
from tests.bot.watched import FLAGS, opened

ROOT = Path(__file__).parents[2]
QUESTION = "What did Pankin say about zones of responsibility?"


def main() -> None:
    """Ask, open the first citation, and keep what is seen."""
    with TemporaryDirectory() as folder, Store.open(Path(folder), load_encoder()) as store:
        take_in(store, [ROOT / "seeds"])
        page, address = launch(Assistant(store), host="127.0.0.1", port=0)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=which("chromium"), args=FLAGS)
            context = browser.new_context(
                viewport={"width": 1280, "height": 800}, device_scale_factor=1.5, reduced_motion="reduce"
            )
            with opened(context, address) as watched:
                watched.ask(QUESTION).get_by_role("link", name="[1]").click()
                expect(watched.marks.first).to_be_in_viewport()
                watched.page.mouse.move(0, 0)
                watched.page.wait_for_timeout(500)  # milliseconds, for the last fade
                watched.page.screenshot(path=ROOT / "docs" / "screenshot.png")
            browser.close()
        page.close(verbose=False)


if __name__ == "__main__":
    main()
