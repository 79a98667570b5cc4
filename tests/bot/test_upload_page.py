"""Files of a known name dropped on the page: a new version replaces, other words are kept and asked about."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from bot.answer import Assistant
from bot.page.lists import GONE, replaced_html
from bot.web import launch
from index.encoder import load_encoder
from index.store import Store
from tests.bot.watched import Watched, opened

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning"),  # Gradio's own use of pandas
]

WALL = (
    "Council votes for the wall\n\nThe council of Port Skerrin voted for the wall on Monday.\n\n"
    "“It will hold for a hundred years,” said the harbour master, Pieter Halvorsen.\n"
)
SCHOOL = "The school stays open\n\n“Nobody will close it,” said the head teacher, Amina Duarte.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store", load_encoder()) as store:
        yield store


@pytest.fixture
def chat(context: BrowserContext, store: Store) -> Iterator[Watched]:
    page, address = launch(Assistant(store), host="127.0.0.1", port=0)
    with opened(context, address) as watched:
        watched.page.get_by_role("tab", name="Articles").click()
        yield watched
    page.close(verbose=False)


def drop(chat: Watched, folder: Path, text: str) -> Locator:
    """Drop a file on the page; return what is said of it."""
    (folder / "town.txt").write_text(text, encoding="utf-8")
    chat.page.locator("#upload input[type=file]").set_input_files(folder / "town.txt")
    return chat.page.locator("#outcome")


def words(store: Store) -> dict[str, str]:
    return {each.id: article.text for each in store.articles() if (article := store.article(each.id))}


def test_a_new_version_of_an_uploaded_file_replaces_it_and_says_so(
    chat: Watched, store: Store, tmp_path: Path
) -> None:
    expect(drop(chat, tmp_path, WALL)).to_contain_text("1 article indexed.")
    mended = WALL + "\nIt will cost four million.\n"
    expect(drop(chat, tmp_path, mended)).to_contain_text("town.txt is a new version")
    assert words(store) == {"town": mended}
    expect(chat.page.locator(".list:visible li")).to_have_count(1)
    assert [each.statements for each in store.speakers()] == [1]


def test_a_file_of_a_known_name_with_other_words_is_kept_until_the_old_one_is_to_go(
    chat: Watched, store: Store, tmp_path: Path
) -> None:
    expect(drop(chat, tmp_path, WALL)).to_contain_text("1 article indexed.")
    outcome = drop(chat, tmp_path, SCHOOL)
    expect(outcome).to_contain_text(
        "town.txt is already here with other words, as Council votes for the wall. "
        "The new one is kept as a second article, The school stays open."
    )
    assert words(store) == {"town": WALL, "town-2": SCHOOL}
    expect(chat.page.locator(".list:visible li")).to_have_count(2)

    outcome.get_by_role("button", name="Replace the old one").click()
    expect(outcome).to_contain_text("town.txt is a new version: it took the place of the one before.")
    expect(chat.page.locator(".list:visible li")).to_have_count(1)
    assert words(store) == {"town": SCHOOL}
    assert [each.name for each in store.speakers()] == ["Amina Duarte"]
    expect(drop(chat, tmp_path, SCHOOL)).to_contain_text("1 already there")


def test_a_made_up_choice_replaces_nothing(store: Store) -> None:
    told, left = replaced_html(Assistant(store), "town", {"town-2": "town"})
    assert GONE in told and left == {"town-2": "town"}
