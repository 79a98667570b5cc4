"""The store over real SQLite, a real Chroma and the real encoder."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, UsageError
from index.store import Store
from index.types import Article, Encoder, Indexed, ItemKind, Passage, Progress
from tests.index.made_up import made_up

WALL = made_up(
    "wall",
    ("Ruth Halvorsen", "mayor", "The flood wall will hold."),
    ("Ivo Brandt", "harbour master", "Ferries sail at dawn."),
    title="Storm week",
)
TAXES = made_up(
    "taxes",
    ("Ruth Halvorsen", "mayor", "Nobody will pay more tax this year."),
    ("R. Halvorsen", "councillor", "The school needs a new roof."),
    title="Budget night",
    published=date(2022, 5, 9),
    mentioned=("Greta Moss",),
)
KINDS: tuple[ItemKind, ...] = ("statement", "passage")


@pytest.fixture
def store(tmp_path: Path, encoder: Encoder) -> Iterator[Store]:
    with Store.open(tmp_path / "store", encoder) as store:
        store.put_many([WALL, TAXES])
        yield store


def words(store: Store, found: list[tuple[str, float]]) -> list[str]:
    """The characters of the statements found, as a reader would see them."""
    statements = store.statements_by_id([id_ for id_, _ in found])
    articles = {each.id: store.article(each.id) for each in store.articles()}
    return [articles[s.article_id].text[s.start + 1 : s.end - 1] for s in statements]  # type: ignore[union-attr]


def agrees(store: Store) -> bool:
    """Whether every item has its vector and every vector its item."""
    sides = []
    for kind in KINDS:
        with store._read() as db:
            keys = {key for (key,) in db.execute(f"SELECT key FROM {kind}s")}
        sides.append(keys == store._vectors.keys(kind))
    return all(sides)


def test_what_goes_in_comes_out(store: Store) -> None:
    assert store.article("wall") == WALL.article
    assert store.statements(article_id="wall") == list(WALL.statements)
    assert store.passages("wall") == list(WALL.passages)
    assert store.statement(WALL.statements[1].id) == WALL.statements[1]
    assert store.fingerprints() == {"wall": "1", "taxes": "1"}
    assert (store.article("no"), store.statement("no")) == (None, None)


def test_everything_comes_out_after_reopening(tmp_path: Path, encoder: Encoder) -> None:
    split = replace(
        WALL.statements[0], id="split", pieces=((0, 3), (5, 9)), speaker=None, mention=None, cue=None
    )
    indexed = replace(
        WALL, statements=(split,), note="half of it", aliases=(("Ruth Halvorsen", "Halvorsen"),)
    )
    with Store.open(tmp_path, encoder) as store:
        store.put(indexed)
    with Store.open(tmp_path, encoder) as store:
        assert store.statements() == [split]
        (summary,) = store.articles()
        assert (summary.note, summary.statements, summary.published) == ("half of it", 1, date(2022, 3, 1))
        assert summary.characters == len(WALL.article.text)
        assert store.known_names()["Halvorsen"] == ("Ruth Halvorsen",)


def test_a_changed_article_is_replaced_whole(store: Store) -> None:
    changed = made_up("wall", ("Ivo Brandt", "harbour master", "No ferry sails today."), fingerprint="2")
    store.put(changed)
    assert store.statements(article_id="wall") == list(changed.statements)
    assert store.article("wall") == changed.article
    assert store.lexical("dawn", kind="statement", limit=9) == []
    assert "Ivo Brandt" in store.known_names()
    assert [m.article_id for m in store.mentions("Ruth Halvorsen")] == ["taxes"]
    assert agrees(store)


def test_a_removed_article_leaves_nothing(store: Store, encoder: Encoder) -> None:
    assert store.remove("wall")
    assert not store.remove("wall")
    assert [each.id for each in store.articles()] == ["taxes"]
    assert (
        store.lexical("flood", kind="statement", limit=9)
        == store.lexical("flood", kind="passage", limit=9)
        == []
    )
    near = store.dense(encoder.encode(["flood wall"])[0], kind="statement", limit=9)
    assert {id_.partition("#")[0] for id_, _ in near} == {"taxes"}
    assert agrees(store)


def test_reindexing_thirty_times_leaves_exact_counts(store: Store) -> None:
    for turn in range(30):
        lines = [
            ("Ruth Halvorsen", "mayor", f"Reading {turn} is {line} metres.") for line in range(1 + turn % 3)
        ]
        store.put(made_up("wall", *lines))
    with store._read() as db:
        counts = [
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("articles", "statements", "statements_fts", "passages", "passages_fts", "mentions")
        ]
    assert counts == [2, 5, 5, 5, 5, 6]
    assert (store._vectors.count("statement"), store._vectors.count("passage")) == (5, 5)
    assert agrees(store)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("flood", ["Ferries sail at dawn.", "The flood wall will hold."]),  # one by the sentence before
        ("holding", ["Ferries sail at dawn.", "The flood wall will hold."]),  # stemmed
        ("sailing", ["Ferries sail at dawn."]),
        ("budget", ["Nobody will pay more tax this year.", "The school needs a new roof."]),  # by the title
        ("brandt", ["Ferries sail at dawn."]),  # by the speaker
        ("nothing_like_it", []),
    ],
)
def test_lexical_search_finds_words_and_context(store: Store, query: str, expected: list[str]) -> None:
    assert sorted(words(store, store.lexical(query, kind="statement", limit=9))) == expected


def test_own_words_count_more_than_context(store: Store) -> None:
    store.put(made_up("a", ("Ann Roof", "clerk", "It rained all day on the town."), title="Budget night"))
    found = words(store, store.lexical("roof", kind="statement", limit=9))
    assert found == ["The school needs a new roof.", "It rained all day on the town."]


@pytest.mark.parametrize("query", ["wall AND", "nowhere:wall", "(", "*", "", '"wall', "'"])
def test_a_malformed_query_is_a_usage_error(store: Store, query: str) -> None:
    with pytest.raises(UsageError, match="no search expression"):
        store.lexical(query, kind="statement", limit=9)
    with pytest.raises(UsageError, match="no search expression"):
        store.ids("statement", match=query)


def test_dense_search_finds_the_meaning(store: Store, encoder: Encoder) -> None:
    vector = encoder.encode(["protection against high water"])[0]
    (best, score), *rest = store.dense(vector, kind="statement", limit=3)
    assert words(store, [(best, score)]) == ["The flood wall will hold."]
    assert 1 > score > rest[0][1]
    assert len(rest) == 2


def test_searches_keep_to_the_ids_they_are_given(store: Store, encoder: Encoder) -> None:
    vector = encoder.encode(["protection against high water"])[0]
    ids = store.ids("statement", articles=["taxes"])
    near = store.dense(vector, kind="statement", ids=[*ids, "not there"], limit=9)
    everywhere = dict(store.dense(vector, kind="statement", limit=9))
    assert {id_ for id_, _ in near} == set(ids)
    assert dict(near) == pytest.approx({id_: everywhere[id_] for id_ in ids}, abs=1e-5)
    assert store.lexical("flood", kind="statement", ids=ids, limit=9) == []
    assert len(store.lexical("roof OR tax OR flood", kind="statement", ids=ids, limit=9)) == 2
    assert store.dense(vector, kind="statement", ids=[], limit=9) == []


def test_filtered_search_sees_a_changed_text(store: Store, encoder: Encoder) -> None:
    vector = encoder.encode(["The bakery opens at six."])[0]
    id_ = WALL.statements[0].id
    ((_, before),) = store.dense(vector, kind="statement", ids=[id_], limit=1)
    store.put(made_up("wall", ("Ruth Halvorsen", "mayor", "The bakery opens at six.")))
    ((_, after),) = store.dense(vector, kind="statement", ids=[id_], limit=1)
    assert before < 0.4 < after


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, 4),
        ({"speakers": ["Ruth Halvorsen"]}, 2),
        ({"speakers": ["Ruth Halvorsen", "Ivo Brandt"], "articles": ["wall"]}, 2),
        ({"since": date(2022, 5, 9)}, 2),
        ({"until": date(2022, 3, 1)}, 2),
        ({"since": date(2022, 3, 2), "until": date(2022, 5, 8)}, 0),
        ({"speakers": []}, 0),
        ({"match": 'about : "mayor"'}, 2),
        ({"match": 'about : "mayor"', "since": date(2022, 5, 9)}, 1),
    ],
)
def test_ids_meet_all_conditions(store: Store, conditions: dict, expected: int) -> None:
    assert len(store.ids("statement", **conditions)) == expected


def test_the_register_counts_and_names_roles(store: Store) -> None:
    first, *rest = store.speakers()
    assert (first.name, first.statements, first.articles, first.roles) == ("Ruth Halvorsen", 2, 2, ("mayor",))
    assert [speaker.name for speaker in rest] == ["Ivo Brandt", "R. Halvorsen"]
    assert store.known_names()["Greta Moss"] == ("Greta Moss",)  # mentioned, never quoted


def test_spellings_of_one_name_are_one_speaker(store: Store) -> None:
    store.put(made_up("x", ("Ruth A. Halvorsen", "mayor", "We vote on Monday."), mentioned=("Halvorsen",)))
    assert len(store.statements(speaker="Ruth Halvorsen")) == 3
    assert store.known_names()["Ruth A. Halvorsen"] == ("Ruth Halvorsen",)


def _body(article_id: str, name: str, *aliases: str) -> Indexed:
    indexed = made_up(article_id, (name, "service", "It will rain on Monday."))
    said = tuple(replace(each, source_kind="organisation") for each in indexed.statements)
    return replace(indexed, statements=said, mentions=(), aliases=tuple((name, alias) for alias in aliases))


def test_an_abbreviation_is_one_speaker_with_the_name_that_some_article_gives_it(store: Store) -> None:
    store.put(_body("x", "NTS"))
    assert {"NTS"} <= {speaker.name for speaker in store.speakers()}
    store.put(_body("y", "National Tide Service", "NTS"))
    assert len(store.statements(speaker="National Tide Service")) == 2
    assert store.known_names()["NTS"] == ("National Tide Service",)
    store.put(_body("z", "Northern Tram Service", "NTS"))  # now it can be either
    assert {s.name for s in store.speakers()} >= {"NTS", "National Tide Service", "Northern Tram Service"}


def test_a_merge_outlives_reindexing_and_can_be_withdrawn(store: Store) -> None:
    assert store.merge("R. Halvorsen", "Ruth Halvorsen") == 1
    store.put(TAXES)
    assert len(store.statements(speaker="Ruth Halvorsen")) == 3
    assert store.statements(speaker="R. Halvorsen") == []
    assert store.speakers()[0].aliases == ("R. Halvorsen",)
    assert store.known_names()["R. Halvorsen"] == ("Ruth Halvorsen",)
    assert len(store.mentions("Ruth Halvorsen")) == 3
    (correction,) = store.corrections()
    assert (correction.name, correction.becomes, correction.article_id) == (
        "R. Halvorsen",
        "Ruth Halvorsen",
        None,
    )
    assert store.withdraw(correction.number)
    assert len(store.statements(speaker="R. Halvorsen")) == 1


def test_a_split_parts_namesakes_in_one_article(store: Store) -> None:
    assert store.split("Ruth Halvorsen", "taxes", "Ruth Halvorsen (councillor)") == 1
    assert [s.article_id for s in store.statements(speaker="Ruth Halvorsen")] == ["wall"]
    assert store.known_names()["Ruth Halvorsen"] == ("Ruth Halvorsen", "Ruth Halvorsen (councillor)")
    store.merge("Ruth Halvorsen", "Mayor Halvorsen")  # corrections apply one after the other
    assert {s.name for s in store.speakers()} >= {"Ruth Halvorsen (councillor)", "Mayor Halvorsen"}


def spoken(*said: tuple[str, int]) -> list[Indexed]:
    """Articles in which somebody is quoted so many times, under that spelling."""
    return [
        made_up(f"{name} {number}", (name, "minister", f"Sentence {number} of {name}."))
        for name, times in said
        for number in range(times)
    ]


@pytest.fixture
def flipped(store: Store) -> Callable[[], None]:
    """Has the other spelling lead, by nine more articles that use it."""
    store.put_many(spoken(("Sergei Lavrov", 2), ("Sergey Lavrov", 1), ("Bob Lee", 1)))
    assert store.known_names()["Sergey Lavrov"] == ("Sergei Lavrov",)
    return lambda: store.put_many(spoken(("Sergey Lavrov", 9)))


def counts(store: Store, *names: str) -> dict[str, int]:
    return {each.name: each.statements for each in store.speakers() if each.name.endswith(names)}


def test_a_merge_holds_when_another_spelling_comes_to_lead(store: Store, flipped: Callable[[], None]) -> None:
    assert store.merge("Sergei Lavrov", "The Minister") == 3
    flipped()
    assert counts(store, "Lavrov", "Minister") == {"The Minister": 11}
    store.withdraw(1)
    assert counts(store, "Lavrov", "Minister") == {"Sergey Lavrov": 11}


def test_who_is_merged_into_a_name_follows_it_to_another_spelling(
    store: Store, flipped: Callable[[], None]
) -> None:
    store.merge("Bob Lee", "Sergei Lavrov")
    store.split("Ivo Brandt", "wall", "Sergei Lavrov")
    flipped()
    assert counts(store, "Lavrov", "Lee", "Brandt") == {"Sergey Lavrov": 13}


def test_a_spelling_that_was_chosen_stays(store: Store, flipped: Callable[[], None]) -> None:
    store.merge("Sergei Lavrov", "Sergey Lavrov")
    store.merge("Bob Lee", "Sergey Lavrov")
    assert counts(store, "Lavrov", "Lee") == {"Sergey Lavrov": 4}
    flipped()
    assert counts(store, "Lavrov", "Lee") == {"Sergey Lavrov": 12}
    store.split("Sergey Lavrov", "Sergei Lavrov 0", "Sergei Lavrov")
    store.merge("Sergei Lavrov", "Sergei V. Lavrov")  # him alone, who was split off
    assert counts(store, "Lavrov") == {"Sergey Lavrov": 11, "Sergei V. Lavrov": 1}


def test_a_correction_of_an_unknown_name_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="'Nobody'"):
        store.merge("Nobody", "Ruth Halvorsen")
    with pytest.raises(UsageError, match="no statement in the article 'wall'"):
        store.split("R. Halvorsen", "wall", "Somebody")
    assert store.corrections() == []


def test_a_second_owner_is_told_at_once(store: Store, encoder: Encoder) -> None:
    started = time.monotonic()
    with pytest.raises(StoreBusy, match="in use by another"):
        Store.open(store.folder, encoder)
    assert time.monotonic() - started < 1


def test_a_second_process_is_told(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from index.encoder import load_encoder; "
        "from index.store import Store; Store.open(Path(sys.argv[1]), load_encoder())"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, str(store.folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert other.returncode == 1
    assert other.stderr.splitlines()[-1].startswith("index.errors.StoreBusy")


class Renamed:
    """The same model under another name, as another model would have; counts what it embeds."""

    def __init__(self, encoder: Encoder, name: str) -> None:
        self.name, self._encoder, self.texts = name, encoder, 0

    def encode(self, texts):  # noqa: ANN001, ANN201
        self.texts += len(texts)
        return self._encoder.encode(texts)

    def encode_parts(self, texts, parts):  # noqa: ANN001, ANN201
        self.texts += len(texts)
        return self._encoder.encode_parts(texts, parts)


def test_another_encoder_reembeds_and_never_mixes(tmp_path: Path, encoder: Encoder) -> None:
    with Store.open(tmp_path, encoder) as store:
        store.put(WALL)
    other, told = Renamed(encoder, "other@1"), list[Progress]()
    with Store.open(tmp_path, other, on_progress=told.append) as store:
        assert other.texts == 4  # two passages with their sentences, and two statements
        assert [(each.stage, each.done, each.total) for each in (told[0], told[-1])] == [
            ("embedding sentences", 1, 1),
            ("embedding again", 2, 2),
        ]
        assert len(store._vectors._names()) == 2  # those of the first encoder are gone
        assert agrees(store)
    again = Renamed(encoder, "other@1")
    with Store.open(tmp_path, again):
        assert again.texts == 0


def test_unchanged_texts_are_not_embedded_again(tmp_path: Path, encoder: Encoder) -> None:
    counting = Renamed(encoder, "counting")
    with Store.open(tmp_path, counting) as store:
        store.put(WALL)
        assert counting.texts == 4  # two statements, and two passages with their sentences
        store.put(replace(WALL, fingerprint="2"))
        assert counting.texts == 4
        assert store.fingerprints()["wall"] == "2"


def chroma_gone(chroma: Path) -> None:
    shutil.rmtree(chroma)


def chroma_garbled(chroma: Path) -> None:
    (chroma / "chroma.sqlite3").write_bytes(b"this is no database" * 1000)


def hnsw_gone(chroma: Path) -> None:
    for folder in chroma.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)


def hnsw_garbled(chroma: Path) -> None:
    for file in chroma.glob("*/*.bin"):
        file.write_bytes(os.urandom(max(1, file.stat().st_size)))


@pytest.mark.parametrize("damage", [chroma_gone, chroma_garbled, hnsw_gone, hnsw_garbled])
@pytest.mark.parametrize("died", [False, True], ids=["closed", "died"])
def test_damaged_vectors_are_made_anew(
    tmp_path: Path, encoder: Encoder, damage: type[chroma_gone], died: bool
) -> None:
    with Store.open(tmp_path, encoder) as store:
        store.put_many([WALL, TAXES])
    if died:
        with sqlite3.connect(tmp_path / "onrecord.db") as db:
            db.execute("UPDATE meta SET value = 'unsettled' WHERE name = 'vectors'")
        db.close()
    damage(tmp_path / "chroma")
    with Store.open(tmp_path, encoder) as store:
        assert agrees(store)
        near = store.dense(encoder.encode(["flood wall"])[0], kind="statement", limit=9)
        assert words(store, near)[0] == "The flood wall will hold."
        assert len(near) == 4


@pytest.mark.parametrize(
    "passing", [OSError(24, "Too many open files"), PermissionError(13, "Permission denied"), MemoryError()]
)
def test_vectors_that_cannot_be_opened_for_a_while_are_kept(
    tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch, passing: Exception
) -> None:
    def refused(*_: object) -> None:
        raise passing

    with Store.open(tmp_path, encoder) as store:
        store.put_many([WALL, TAXES])
    with monkeypatch.context() as patched:
        patched.setattr("index.storing.vectors._connect", refused)
        with pytest.raises(StoreError, match="Nothing was lost"):
            Store.open(tmp_path, encoder)
    told: list[Progress] = []
    with Store.open(tmp_path, encoder, on_progress=told.append) as store:
        assert agrees(store) and not told


def test_a_database_that_another_program_holds_is_told(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store._read() as db:
        db.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(store.folder / "onrecord.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreError, match="in use by another program"):
            store.put_many([WALL])
    finally:
        other.close()


def test_rebuild_makes_the_vectors_anew(store: Store, encoder: Encoder) -> None:
    store._vectors.delete("statement", store._vectors.keys("statement"))
    told: list[Progress] = []
    store.rebuild(told.append)
    assert (told[-1].done, told[-1].total) == (4, 4)  # statements, after the passages with their sentences
    assert agrees(store)
    assert len(store.dense(encoder.encode(["flood wall"])[0], kind="statement", limit=9)) == 4


def test_vectors_that_belong_to_nothing_go_at_the_next_start(tmp_path: Path, encoder: Encoder) -> None:
    with Store.open(tmp_path, encoder) as store:
        store.put(WALL)
        store._vectors.upsert("passage", {"orphan": encoder.encode(["an orphan"])[0]})
    with Store.open(tmp_path, encoder) as store:
        assert agrees(store)


def test_a_failed_write_is_mended_by_the_next(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store._vectors, "upsert", interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.put(made_up("late", ("Ann Lee", "clerk", "The vote is on Monday.")))
    assert not agrees(store)
    store.put(made_up("later", ("Ann Lee", "clerk", "The vote was on Monday.")))
    assert agrees(store)
    assert len(store.statements(speaker="Ann Lee")) == 2


def big(article_id: str) -> Indexed:
    return made_up(
        article_id, *[("Ann Lee", "clerk", f"Line {n}: " + "the minutes say so " * 40) for n in range(20)]
    )


def test_a_full_disk_loses_one_article_at_most(store: Store) -> None:
    with store._read() as db:
        used = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {used + 4}")
    with pytest.raises(StoreFull, match="the disk is full"):
        store.put(big("big"))
    assert {each.id for each in store.articles()} == {"wall", "taxes"}
    assert store.statements(article_id="wall") == list(WALL.statements)
    assert agrees(store)
    with store._read() as db:
        db.execute("PRAGMA max_page_count = 100000")
    store.put(big("big"))
    assert len(store.statements(article_id="big")) == 20


@pytest.mark.parametrize(
    ("version", "says"), [(99, r"newer OnRecord \(schema 99"), (1, r"older OnRecord \(schema 1")]
)
def test_a_store_of_another_version_is_refused(
    tmp_path: Path, encoder: Encoder, version: int, says: str
) -> None:
    Store.open(tmp_path, encoder).close()
    db = sqlite3.connect(tmp_path / "onrecord.db")
    db.execute(f"PRAGMA user_version = {version}")
    db.close()
    with pytest.raises(StoreError, match=says):
        Store.open(tmp_path, encoder)


def test_a_damaged_sqlite_file_says_what_to_do(tmp_path: Path, encoder: Encoder) -> None:
    (tmp_path / "onrecord.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreDamaged, match="index the articles again"):
        Store.open(tmp_path, encoder)


def test_what_several_say_together_is_each_ones(tmp_path: Path, encoder: Encoder) -> None:
    single = made_up("wall", ("Ann Lee", "clerk", "The wall leaks."))
    both = replace(single.statements[0], co_speakers=("Bo Hart",))
    with Store.open(tmp_path, encoder) as store:
        store.put(replace(single, statements=(both,)))
        assert store.statements(speaker="Ann Lee") == store.statements(speaker="Bo Hart") == [both]
        assert store.ids("statement", speakers=["Bo Hart"]) == [both.id]
        assert {(each.name, each.statements) for each in store.speakers()} == {("Ann Lee", 1), ("Bo Hart", 1)}
        assert store.merge("Bo Hart", "Robert Hart") == 1
        assert store.statements()[0].speakers == ("Ann Lee", "Robert Hart")
        assert store.known_names()["Bo Hart"] == ("Robert Hart",)
        store.remove("wall")
        assert store.speakers() == []


def test_a_store_without_co_speakers_is_brought_up_to_date(tmp_path: Path, encoder: Encoder) -> None:
    Store.open(tmp_path, encoder).close()
    db = sqlite3.connect(tmp_path / "onrecord.db")
    db.executescript(
        "DROP VIEW voices; DROP TABLE co_speakers; ALTER TABLE statements DROP COLUMN presents;"
        "DROP TABLE sentences; PRAGMA user_version = 2"
    )
    db.close()
    with Store.open(tmp_path, encoder) as store:
        assert store.speakers() == []


def test_sentences_come_with_vectors_as_they_are_read_in_their_passage(
    store: Store, encoder: Encoder
) -> None:
    article = Article("tide", "The tide", "The mayor spoke of the tide. She will pay for the pump.")
    end = len(article.text)
    store.put(Indexed(article, "", (), (Passage("tide:p0", "tide", 0, end),), (), ()))
    spans, (first, second) = store.sentences("tide")
    assert spans == [(0, 28), (29, end)]
    asked = encoder.encode(["Who pays for pumping?", "What did the mayor talk about?"])
    assert asked[0] @ second > asked[0] @ first and asked[1] @ first > asked[1] @ second
    whole = encoder.encode([f"{article.text}\n{article.title}"])[0]
    assert 0.5 < whole @ first < 0.999
    assert store.remove("tide")
    assert store.sentences("tide")[0] == []


def test_sentences_of_an_older_store_are_embedded_when_it_is_opened(tmp_path: Path, encoder: Encoder) -> None:
    with Store.open(tmp_path, encoder) as store:
        store.put_many([WALL, TAXES])
        before = store.sentences("wall")
    db = sqlite3.connect(tmp_path / "onrecord.db")
    db.executescript("DROP TABLE sentences; PRAGMA user_version = 4")
    db.close()
    told: list[Progress] = []
    with Store.open(tmp_path, encoder, on_progress=told.append) as store:
        assert (told[-1].done, told[-1].total) == (2, 2)
        assert store.sentences("wall")[0] == before[0]
        assert abs(store.sentences("wall")[1] - before[1]).max() < 0.01


def test_until_it_is_analysed_anew_all_that_an_older_store_holds_is_speech(
    tmp_path: Path, encoder: Encoder
) -> None:
    with Store.open(tmp_path, encoder) as store:
        store.put(made_up("wall", ("Ann Lee", "engineer", "It holds.")))
    db = sqlite3.connect(tmp_path / "onrecord.db")
    db.executescript(
        "ALTER TABLE statements DROP COLUMN presents; DROP TABLE sentences; PRAGMA user_version = 3"
    )
    db.close()
    with Store.open(tmp_path, encoder) as store:
        assert [(s.name, s.quoted) for s in store.speakers()] == [("Ann Lee", 1)]
        assert store.statements()[0].is_speech


def test_what_a_statement_presents_is_kept(tmp_path: Path, encoder: Encoder) -> None:
    article = made_up("wall", ("Ann Lee", "engineer", "A petition for the wall."))
    told = tuple(replace(statement, presents="deed") for statement in article.statements)
    with Store.open(tmp_path, encoder) as store:
        store.put(replace(article, statements=told))
        assert store.statements() == list(told)
        assert [(s.name, s.statements, s.quoted) for s in store.speakers()] == [("Ann Lee", 1, 0)]


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path, encoder: Encoder) -> None:
    (tmp_path / "store").write_text("I am a file")
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(tmp_path / "store", encoder)


def test_threads_read_while_one_writes(store: Store, encoder: Encoder) -> None:
    vector, failures, stop = encoder.encode(["flood wall"])[0], [], threading.Event()

    def read() -> None:
        try:
            while not stop.is_set():
                for id_, _ in store.dense(vector, kind="statement", limit=9):
                    assert id_
                assert store.lexical("wall", kind="statement", limit=9)
                assert len(store.statements(article_id="wall")) == 2
                store.speakers()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(10):
        store.put(made_up("other", ("Ann Lee", "clerk", f"Item {turn} is adjourned.")))
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert agrees(store)


@pytest.fixture
def chroma_server(tmp_path: Path) -> Iterator[str]:
    """The address of a real Chroma server on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    chroma = Path(sys.executable).with_name("chroma")
    server = subprocess.Popen(
        [chroma, "run", "--path", tmp_path / "server", "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def test_two_stores_share_a_chroma_server(tmp_path: Path, encoder: Encoder, chroma_server: str) -> None:
    with (
        Store.open(tmp_path / "one", encoder, chroma_url=chroma_server) as one,
        Store.open(tmp_path / "two", encoder, chroma_url=chroma_server) as two,
    ):
        one.put(WALL)
        two.put(TAXES)
        two.rebuild()
        vector = encoder.encode(["flood wall"])[0]
        assert words(one, one.dense(vector, kind="statement", limit=9))[0] == "The flood wall will hold."
        assert {id_.partition("#")[0] for id_, _ in two.dense(vector, kind="statement", limit=9)} == {"taxes"}
        assert agrees(one)
        assert agrees(two)
    assert not (tmp_path / "one" / "chroma").exists()
    with Store.open(tmp_path / "one", encoder) as one:  # and back to the embedded one
        assert agrees(one)
        assert one.dense(vector, kind="passage", limit=1)


def test_a_server_that_does_not_answer_is_one_sentence(tmp_path: Path, encoder: Encoder) -> None:
    with pytest.raises(StoreError, match="Chroma server at http://127.0.0.1:9 failed.*chroma run"):
        Store.open(tmp_path, encoder, chroma_url="http://127.0.0.1:9")
    Store.open(tmp_path, encoder).close()  # the folder is free again
