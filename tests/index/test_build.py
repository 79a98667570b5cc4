"""Building a store from many articles: what is done, what is left alone, what is reported."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index import analysis
from index.build import Report, build, fingerprint
from index.errors import ModelDamaged, StoreFull, Unreadable
from index.readers import read
from index.store import Store
from index.types import Article, Encoder, Indexed, Passage, Progress


@pytest.fixture
def store(tmp_path: Path, encoder: Encoder) -> Iterator[Store]:
    with Store.open(tmp_path / "store", encoder) as store:
        yield store


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A folder of three articles."""
    folder = tmp_path / "town"
    folder.mkdir()
    for name in ("ferry", "school", "wall"):
        (folder / f"{name}.txt").write_text(f"The {name}\n\nThe council spoke about the {name} on Monday.\n")
    return folder


class Analyser:
    """One passage an article; remembers which articles it was given."""

    def __init__(self, fails_on: str = "") -> None:
        self.seen: list[str] = []
        self.fails_on = fails_on

    def __call__(self, article: Article, mark: str) -> Indexed:
        self.seen.append(article.id)
        if article.id == self.fails_on:
            raise RuntimeError("no verb found")
        return Indexed(
            article, mark, (), (Passage(f"{article.id}#0", article.id, 0, len(article.text)),), (), ()
        )


def index(store: Store, folder: Path, analyse: Analyser | None = None, version: str = "1") -> Report:
    return build(read(folder), store, analyse=analyse or Analyser(), version=version, gone_from=[folder])


def summary(report: Report) -> tuple[int, int, int, int]:
    return tuple(map(len, (report.indexed, report.unchanged, report.removed, report.failures)))  # type: ignore


def ids(store: Store) -> list[str]:
    return [each.id for each in store.articles()]


def test_unchanged_articles_are_not_analysed_again(store: Store, town: Path) -> None:
    assert summary(index(store, town)) == (3, 0, 0, 0)
    again = Analyser()
    assert summary(index(store, town, again)) == (0, 3, 0, 0)
    assert again.seen == []


def test_a_changed_article_is_replaced(store: Store, town: Path) -> None:
    index(store, town)
    (town / "wall.txt").write_text("The wall\n\nIt fell.\n")
    report = index(store, town)
    assert report.indexed == ["wall"]
    assert "It fell." in store.article("wall").text  # type: ignore[union-attr]
    assert store.count("passage") == 3


def test_a_file_that_is_gone_goes_when_asked(store: Store, town: Path) -> None:
    index(store, town)
    (town / "wall.txt").unlink()
    build(read(town), store, analyse=Analyser(), version="1")
    assert ids(store) == ["ferry", "school", "wall"]
    report = index(store, town)
    assert report.removed == ["wall"]
    assert ids(store) == ["ferry", "school"]


def test_articles_from_elsewhere_stay(store: Store, town: Path, tmp_path: Path) -> None:
    other = tmp_path / "town-two"  # the first folder's name is the beginning of its own
    other.mkdir()
    (other / "mayor.txt").write_text("The mayor\n\nShe won.\n")
    index(store, other)
    index(store, town)
    (town / "wall.txt").unlink()
    index(store, town)
    assert ids(store) == ["ferry", "mayor", "school"]


def test_a_line_gone_from_a_jsonl_file_goes(store: Store, tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "One thing."}',
        '{"id": "b", "text": "Another."}',
        '{"id": "c", "text": "Third."}',
    ]
    file = tmp_path / "town.jsonl"
    file.write_text("\n".join(lines))
    index(store, file)
    file.write_text("\n".join(lines[:2]))
    assert index(store, file).removed == ["c"]


def test_what_can_no_longer_be_read_is_reported_and_kept(store: Store, town: Path) -> None:
    index(store, town)
    (town / "wall.txt").write_bytes(b"")
    report = index(store, town)
    assert summary(report) == (0, 2, 0, 1)
    assert report.failures[0].where == str(town / "wall.txt")
    assert "is empty" in report.failures[0].message
    assert "wall" in ids(store)


def test_a_folder_that_is_not_there_removes_nothing(store: Store, town: Path) -> None:
    index(store, town)
    town.rename(town.with_name("elsewhere"))
    report = index(store, town)
    assert summary(report) == (0, 0, 0, 1)
    assert len(ids(store)) == 3


def test_a_moved_folder_costs_nothing_and_is_followed(store: Store, town: Path) -> None:
    index(store, town)
    moved = town.rename(town.with_name("elsewhere"))
    assert summary(index(store, moved)) == (0, 3, 0, 0)
    (moved / "wall.txt").unlink()
    assert index(store, moved).removed == ["wall"]


def test_one_bad_article_is_reported_and_the_rest_goes_on(store: Store, town: Path) -> None:
    report = index(store, town, Analyser(fails_on="school"))
    assert ids(store) == ["ferry", "wall"]
    (failure,) = report.failures
    assert failure.where == str(town / "school.txt")
    assert failure.message == f"{town / 'school.txt'}: RuntimeError: no verb found"


def test_an_article_whose_statements_cannot_be_read_is_kept_as_passages(
    store: Store, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("index.analysis.attribute", broken)
    report = build(read(town), store, analyse=analysis.Analyser(), version="1")
    assert not report.failures and store.count("passage") and not store.count("statement")
    assert all("IndexError" in article.note for article in store.articles())


def test_a_damaged_model_is_told_once_and_not_of_each_article(store: Store, town: Path) -> None:
    def damaged(*_: object) -> Indexed:
        raise ModelDamaged(Path("tagger.onnx"))

    with pytest.raises(ModelDamaged, match="Reinstall the package"):
        build(read(town), store, analyse=damaged, version="1")
    assert ids(store) == []


def test_an_article_that_memory_ran_out_for_is_tried_again(
    store: Store, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr("index.analysis.attribute", exhausted)
        report = build(read(town), store, analyse=analysis.Analyser(), version="1")
        assert len(report.failures) == 3
    assert summary(build(read(town), store, analyse=analysis.Analyser(), version="1")) == (3, 0, 0, 0)


def test_one_article_the_store_refuses_does_not_take_its_batch_along(store: Store, town: Path) -> None:
    def analyse(article: Article, mark: str) -> Indexed:
        indexed = Analyser()(article, mark)
        return replace(indexed, passages=indexed.passages * 2) if article.id == "school" else indexed

    report = build(read(town), store, analyse=analyse, version="1")
    assert ids(store) == ["ferry", "wall"]
    assert sorted(report.indexed) == ["ferry", "wall"]
    assert [Path(failure.where).name for failure in report.failures] == ["school.txt"]


def test_a_second_article_of_one_id_is_reported(store: Store) -> None:
    articles = [Article("a", "One", "First."), Article("a", "Two", "Second.")]
    report = build(articles, store, analyse=Analyser(), version="1")
    assert summary(report) == (1, 0, 0, 1)
    assert store.article("a").text == "First."  # type: ignore[union-attr]


def test_an_interrupted_build_keeps_what_was_finished(store: Store) -> None:
    def sources() -> Iterator[Article | Unreadable]:
        for n in range(200):
            yield Article(f"a{n:03}", "Minutes", f"Item {n}.")
        raise KeyboardInterrupt

    told: list[Progress] = []
    with pytest.raises(KeyboardInterrupt):
        build(sources(), store, analyse=Analyser(), version="1", on_progress=told.append)
    finished = max(p.done for p in told if p.stage == "indexing")
    assert finished >= 128
    assert ids(store) == [f"a{n:03}" for n in range(finished)]
    assert len(store.lexical("item", kind="passage", limit=999)) == finished


def test_a_full_disk_stops_the_build(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store._read() as db:
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(StoreFull):
        build([Article("a", "Minutes", "words " * 9000)], store, analyse=Analyser(), version="1")
    assert ids(store) == []


def test_progress_counts_up_to_the_total(store: Store, town: Path) -> None:
    told: list[Progress] = []
    articles = [*read(town), Unreadable("x.pdf", "is a scan", "Run OCR.")]
    build(articles, store, analyse=Analyser(), version="1", on_progress=told.append)
    counts = [p.done for p in told]
    assert counts == sorted(counts)
    assert (told[-1].done, told[-1].total) == (4, 4)


def test_another_version_of_the_stages_indexes_everything_anew(store: Store, town: Path) -> None:
    index(store, town)
    assert summary(index(store, town, version="2")) == (3, 0, 0, 0)


@pytest.mark.parametrize(
    "change", [{"text": "b"}, {"title": "b"}, {"url": "b"}, {"author": "b"}, {"source": "b"}]
)
def test_the_fingerprint_changes_with_all_that_matters(change: dict[str, str]) -> None:
    article = Article("a", "a", "a", origin="here")
    assert fingerprint(article, "1") == fingerprint(replace(article, origin="there"), "1")
    assert fingerprint(article, "1") != fingerprint(replace(article, **change), "1")
    assert fingerprint(article, "1") != fingerprint(article, "2")


# --- which article is which ----------------------------------------------------------------------


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def texts(store: Store) -> dict[str, str]:
    return {id: article.text for id in ids(store) if (article := store.article(id))}


def uploaded(folder: Path, text: str, name: str = "x.md") -> Path:
    """A file as the page gives it: in a folder that is named by a hash of what it holds."""
    return write(folder / hashlib.sha256(text.encode()).hexdigest() / name, text)


def test_a_second_file_of_one_name_is_an_article_of_its_own(store: Store, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write(tmp_path / folder / "x.md", f"The {folder} text.")
    for folder in ("a", "b"):
        assert summary(index(store, tmp_path / folder)) == (1, 0, 0, 0)
    both = {"x": "The a text.", "b/x": "The b text."}
    assert texts(store) == both
    for source in (tmp_path / "b", tmp_path / "a", tmp_path, tmp_path / "b" / "x.md"):
        report = index(store, source)
        assert report.indexed == [] and report.removed == []
    write(tmp_path / "b" / "x.md", "The b text, mended.")
    assert index(store, tmp_path / "b").indexed == ["b/x"]
    assert texts(store) == both | {"b/x": "The b text, mended."}
    (tmp_path / "b" / "x.md").unlink()
    assert index(store, tmp_path).removed == ["b/x"]
    assert texts(store) == {"x": "The a text."}


def test_a_file_keeps_its_id_where_another_of_its_name_comes_in(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.md", "The first.")
    index(store, tmp_path / "a")
    write(tmp_path / "x.md", "The second.")
    write(tmp_path / "b" / "x.md", "The third.")
    report = index(store, tmp_path)
    assert (len(report.indexed), report.unchanged, report.removed) == (2, ["x"], [])
    assert sorted(texts(store).values()) == ["The first.", "The second.", "The third."]
    assert summary(index(store, tmp_path)) == (0, 3, 0, 0)


def test_a_moved_file_keeps_its_id_whatever_it_is_told_from(store: Store, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write(tmp_path / folder / "x.md", f"The {folder} text.")
        index(store, tmp_path / folder)
    (tmp_path / "b").rename(tmp_path / "c")
    assert index(store, tmp_path / "c").unchanged == ["b/x"]
    (tmp_path / "c" / "x.md").unlink()
    assert index(store, tmp_path / "c").removed == ["b/x"]


def test_a_file_that_was_moved_and_changed_is_replaced(store: Store, tmp_path: Path) -> None:
    first = write(tmp_path / "a" / "x.md", "The text.")
    index(store, first)
    first.unlink()
    assert index(store, write(tmp_path / "b" / "x.md", "The text, mended.")).indexed == ["x"]
    assert texts(store) == {"x": "The text, mended."}


def test_an_article_of_a_disk_that_is_not_plugged_in_stays(store: Store, tmp_path: Path) -> None:
    index(store, write(tmp_path / "disk" / "x.md", "The text."))
    (tmp_path / "disk").rename(tmp_path / "unplugged")
    index(store, write(tmp_path / "other" / "x.md", "Another text."))
    assert texts(store) == {"x": "The text.", "other/x": "Another text."}


def test_one_folder_reached_in_several_ways_is_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "town" / "x.md", "The text.")
    write(tmp_path / "town" / "y.md", "More text.")
    (tmp_path / "work").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "town")
    monkeypatch.chdir(tmp_path / "work")
    index(store, Path("../town"))
    for place in (tmp_path / "town", tmp_path / "link", Path("../town")):
        write(tmp_path / "town" / "x.md", f"The text as {place} has it.")
        assert index(store, place).indexed == ["x"]
    (tmp_path / "town" / "y.md").unlink()
    assert index(store, tmp_path / "link").removed == ["y"]


def test_lines_of_two_files_that_have_one_id_are_two_articles(store: Store, tmp_path: Path) -> None:
    for name in ("north", "south"):
        file = write(tmp_path / f"{name}.jsonl", f'{{"id": "1", "text": "From the {name}."}}\n')
        index(store, file)
    assert texts(store) == {"1": "From the north.", "south/1": "From the south."}
    for name in ("south", "north"):
        assert summary(index(store, tmp_path / f"{name}.jsonl")) == (0, 1, 0, 0)


def test_pages_whose_addresses_are_much_alike_are_two_articles(store: Store) -> None:
    def take(address: str, text: str) -> list[str]:
        article = Article("post.example/wall", "The wall", text, origin=address)
        return build([article], store, analyse=Analyser(), version="1").indexed

    assert take("https://post.example/wall.html", "The page.") == ["post.example/wall"]
    assert take("https://post.example/wall.pdf", "The report.") == ["post.example/wall-2"]
    assert take("http://www.post.example/wall/", "The page, mended.") == ["post.example/wall"]
    assert sorted(texts(store).values()) == ["The page, mended.", "The report."]


def test_uploads_of_one_name_are_kept_apart_and_never_twice(store: Store, tmp_path: Path) -> None:
    index(store, write(tmp_path / "news" / "x.md", "From the folder."))
    for text, id in [("Dropped.", "x-2"), ("Dropped later.", "x-3")]:
        assert index(store, uploaded(tmp_path, text)).indexed == [id]
    for text in ("From the folder.", "Dropped.", "Dropped later."):
        assert summary(index(store, uploaded(tmp_path / "next", text))) == (0, 1, 0, 0)
    for folder in (file.parent for file in tmp_path.glob("*/x.md") if file.parent.name != "news"):
        shutil.rmtree(folder)
    assert summary(index(store, uploaded(tmp_path / "after", "Dropped later."))) == (0, 1, 0, 0)
    assert len(texts(store)) == 3
    (tmp_path / "news" / "x.md").unlink()
    write(tmp_path / "news" / "y.md", "Something else.")
    assert index(store, tmp_path / "news").removed == ["x"]  # it came from here, dropped again or not


STORY = (
    "The council of Port Skerrin voted for the wall on Monday, by nine to four.\n\n"
    "The harbour master said that it would hold for a hundred years.\n\nWork begins in May."
)


def test_a_new_version_of_an_upload_replaces_it_and_is_told(store: Store, tmp_path: Path) -> None:
    mended = STORY.replace("in May", "in June") + "\n\nIt will cost four million."
    assert index(store, uploaded(tmp_path, STORY)).replaced == []
    for text in (mended, STORY):  # and back again
        report = index(store, uploaded(tmp_path, text))
        assert (report.indexed, report.replaced, report.beside) == (["x"], ["x"], {})
        assert texts(store) == {"x": text}
    assert summary(index(store, uploaded(tmp_path, STORY))) == (0, 1, 0, 0)


@pytest.mark.parametrize(
    "other",
    [STORY.split("\n")[0], "The school stays open.", STORY.replace("The", "Our").replace("Work", "It")],
)
def test_an_upload_with_other_words_stands_beside_the_one_of_its_name(
    store: Store, tmp_path: Path, other: str
) -> None:
    index(store, uploaded(tmp_path, STORY))
    report = index(store, uploaded(tmp_path, other))
    assert (report.replaced, report.beside) == ([], {"x-2": "x"})
    assert texts(store) == {"x": STORY, "x-2": other}
    longer = other + "\n\nMore on this later."
    assert index(store, uploaded(tmp_path, longer)).replaced == ["x-2"]
    assert texts(store) == {"x": STORY, "x-2": longer}


def test_an_upload_replaces_nothing_that_lies_or_lay_in_a_folder(store: Store, tmp_path: Path) -> None:
    file = write(tmp_path / "news" / "x.md", STORY)
    index(store, file)
    assert index(store, uploaded(tmp_path, f"{STORY} At last.")).beside == {"x-2": "x"}
    file.unlink()
    assert index(store, uploaded(tmp_path, "The school stays open.")).beside == {"x-3": "x-2"}
    assert texts(store)["x"] == STORY


def test_an_uploaded_line_is_a_version_of_the_line_of_its_id_alone(store: Store, tmp_path: Path) -> None:
    def lines(**texts: str) -> Path:
        rows = [json.dumps({"id": id.replace("_", "-"), "text": text}) for id, text in texts.items()]
        return uploaded(tmp_path, "\n".join(rows), name="town.jsonl")

    index(store, lines(a=STORY, a_2="The school stays open.", b="It rained."))
    report = index(store, lines(a=f"{STORY} At last.", a_2="It closes.", b="It rained."))
    assert (report.replaced, report.beside, report.unchanged) == (["a"], {"a-2-2": "a-2"}, ["b"])
    assert index(store, lines(a="Not at all.")).beside == {"a-3": "a"}
