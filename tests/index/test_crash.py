"""A process that indexes is killed with SIGKILL, again and again; nothing it finished may be lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.store import Store
from index.types import Encoder, Indexed, Statement
from tests.index.made_up import made_up
from tests.index.test_store import agrees

ARTICLES = 300
LINES = 4

# Indexes what the store lacks, one article at a time, and says so only when each is stored.
PROGRAM = """
import sys
from pathlib import Path
from index.encoder import load_encoder
from index.store import Store
from tests.index.test_crash import ARTICLES, article
with Store.open(Path(sys.argv[1]), load_encoder()) as store:
    known = store.fingerprints()
    for number in range(ARTICLES):
        if f"a{number}" not in known or number % 7 == 0:
            store.put(article(number, sys.argv[2]))
            print(number, flush=True)
"""


def article(number: int, edition: str) -> Indexed:
    """A made-up article whose every line names its edition, so that a half-replaced one shows."""
    lines = [("Ann Lee", "clerk", f"Edition {edition}, item {number}, line {line}.") for line in range(LINES)]
    return made_up(f"a{number}", *lines, fingerprint=edition)


def edition_of(store: Store, statement: Statement) -> str:
    found = store.article(statement.article_id)
    assert found
    return found.text[statement.start + 1 : statement.end - 1].split(",")[0]


def index_until_killed(folder: Path, edition: str, *, stored: int, wait: float) -> set[int]:
    """Start the program, kill it `wait` seconds after it has stored some; return what it acknowledged."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), edition], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout
    acknowledged = set()
    for _ in range(stored):
        acknowledged.add(int(program.stdout.readline()))
    time.sleep(wait)
    os.kill(program.pid, signal.SIGKILL)
    acknowledged |= {int(line) for line in program.stdout.read().splitlines() if line.strip()}
    assert program.wait() == -signal.SIGKILL
    program.stdout.close()
    return acknowledged


@pytest.mark.slow
def test_a_killed_process_loses_nothing_it_finished(tmp_path: Path, encoder: Encoder) -> None:
    finished: set[int] = set()
    for turn, wait in enumerate((0.0, 0.013, 0.031, 0.002)):
        finished |= index_until_killed(tmp_path, str(turn), stored=12, wait=wait)
        with Store.open(tmp_path, encoder) as store:
            ids = {each.id for each in store.articles()}
            assert {f"a{number}" for number in finished} <= ids
            assert len(ids) <= len(finished) + turn + 1  # each kill may leave one stored and not yet said
            for id_ in ids:
                statements = store.statements(article_id=id_)
                assert len(statements) == len(store.passages(id_)) == LINES
                assert {edition_of(store, each) for each in statements} == {
                    f"Edition {store.fingerprints()[id_]}"
                }
            assert store.count("statement") == len(store.lexical("edition", kind="statement", limit=9999))
            assert agrees(store)
    with Store.open(tmp_path, encoder) as store:
        store.put(article(ARTICLES, "after"))
        nearest = store.dense(
            encoder.encode([f"Edition after, item {ARTICLES}"])[0], kind="statement", limit=4
        )
        assert {id_.partition("#")[0] for id_, _ in nearest} == {f"a{ARTICLES}"}


# Stores an article, then dies while it replaces it: where `point` says.
DYING = """
import os, signal, sys
from pathlib import Path
from index import register
from index.encoder import load_encoder
from index.store import Store
from index.storing.vectors import Vectors
from tests.index.test_crash import article
points = {"in the transaction": (register, "derive"), "before the vectors": (Vectors, "upsert"),
          "between the vectors": (Vectors, "delete")}
with Store.open(Path(sys.argv[1]), load_encoder()) as store:
    store.put(article(0, "old"))
    owner, name = points[sys.argv[2]]
    setattr(owner, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    store.put(article(0, "new"))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("point", "survivor"),
    [("in the transaction", "old"), ("before the vectors", "new"), ("between the vectors", "new")],
)
def test_killed_at_its_weakest_points_an_article_is_whole(
    tmp_path: Path, encoder: Encoder, point: str, survivor: str
) -> None:
    died = subprocess.run([sys.executable, "-c", DYING, str(tmp_path), point], check=False, timeout=120)
    assert died.returncode == -signal.SIGKILL
    with Store.open(tmp_path, encoder) as store:
        assert store.fingerprints()["a0"] == survivor
        assert {edition_of(store, each) for each in store.statements()} == {f"Edition {survivor}"}
        assert (store.count("statement"), store.count("passage")) == (LINES, LINES)
        assert agrees(store)
