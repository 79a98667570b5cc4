"""Folders into the store and out again. The texts are German, which needs no tagger and so is quick."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.intake import expected, let_replace, take_in
from index.encoder import load_encoder
from index.errors import UsageError
from index.store import Store

BRIDGE = (
    "Der Rat der Stadt hat am Dienstag über die neue Brücke gesprochen. Sie soll im nächsten Jahr gebaut "
    "werden, sagte die Bürgermeisterin, und sie wird nicht billig sein.\n"
)
FERRY = (
    "Die Fähre fährt auch im Winter, und der Fahrplan bleibt, wie er in diesem Jahr gewesen ist. Das hat die "
    "Reederei am Freitag bekannt gegeben, nachdem viele Leute gefragt hatten.\n"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store", load_encoder()) as store:
        yield store


def test_what_has_not_changed_is_left_alone(news: Path, store: Store) -> None:
    assert take_in(store, [news]).indexed == ["bridge", "ferry"]
    (news / "ferry.txt").write_text(FERRY + "\nNur sonntags nicht.\n", encoding="utf-8")
    again = take_in(store, [news])
    assert (again.indexed, again.unchanged) == (["ferry"], ["bridge"])
    ferry = store.article("ferry")
    assert ferry and ferry.text.endswith("Nur sonntags nicht.\n")


def test_a_bad_file_is_reported_and_the_rest_goes_on(news: Path, store: Store) -> None:
    (news / "empty.txt").touch()
    report = take_in(store, [news])
    assert report.indexed == ["bridge", "ferry"]
    assert [failure.where for failure in report.failures] == [str(news / "empty.txt")]


def test_what_left_the_folder_leaves_the_store_when_asked(news: Path, store: Store) -> None:
    take_in(store, [news])
    (news / "ferry.txt").unlink()
    assert take_in(store, [news]).removed == []
    assert take_in(store, [news], remove_gone=True).removed == ["ferry"]
    assert store.article("ferry") is None


def test_a_folder_that_is_missing_removes_nothing(news: Path, store: Store) -> None:
    take_in(store, [news])
    news.rename(news.with_name("elsewhere"))
    report = take_in(store, [news], remove_gone=True)
    assert report.removed == [] and len(report.failures) == 1
    assert len(store.articles()) == 2


def test_the_estimate_counts_files_and_lines(news: Path) -> None:
    (news / "more.jsonl").write_text('{"text": "a"}\n\n{"text": "b"}\n', encoding="utf-8")
    (news / "photo.png").touch()
    assert expected([news, "https://gazette.example/1", news / "missing.txt"]) == 6


def test_the_estimate_does_not_fail_on_what_cannot_be_read(
    news: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "closed.jsonl").write_text('{"text": "a"}\n' * 3, encoding="utf-8")
    opened = Path.open

    def refusing(path: Path, *args: Any, **named: Any) -> Any:
        if path.name == "closed.jsonl":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **named)

    monkeypatch.setattr(Path, "open", refusing)  # whoever may read everything is refused too
    assert expected([news, "x" * 300]) == 4
    report = take_in(store, [news, "x" * 300], remove_gone=True)
    assert report.indexed == ["bridge", "ferry"]
    assert ["may not be read" in each.message for each in report.failures] == [True, False]


def test_an_article_takes_the_place_of_another_under_its_id(news: Path, store: Store) -> None:
    take_in(store, [news])
    assert let_replace(store, "ferry", "bridge").replaced == ["bridge"]
    bridge = store.article("bridge")
    assert bridge and (bridge.text, bridge.origin) == (FERRY, str(news / "ferry.txt"))
    assert [each.id for each in store.articles()] == ["bridge"]
    with pytest.raises(UsageError, match="no article 'ferry'"):
        let_replace(store, "ferry", "bridge")
