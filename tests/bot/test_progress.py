"""Progress: a bar on a terminal, and in a log a line now and then."""

import io

import pytest

from bot import progress
from bot.progress import ProgressBar, duration
from index.types import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (41.4, "41 s"), (60, "1 min"), (3599, "60 min"), (3700, "1 h 2 min"), (7500, "2 h 5 min")],
)
def test_durations_are_written_for_people(seconds: float, words: str) -> None:
    assert duration(seconds) == words.replace("60 min", "1 h 0 min")


def test_a_terminal_shows_count_stage_and_article_and_is_clean_afterwards() -> None:
    terminal = Terminal()
    bar = ProgressBar(terminal)
    bar(Progress("reading", 0, 84, "Council argues"))
    bar._bar.mininterval = 0
    bar(Progress("indexing", 42, 84, "Ferry company explains itself"))
    drawn = terminal.getvalue()
    assert "42/84" in drawn and "indexing" in drawn and "Ferry company" in drawn and "<" in drawn
    bar.close()
    assert terminal.getvalue().rsplit("\r", 2)[1].strip() == ""


def test_a_log_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    log = io.StringIO()
    bar = ProgressBar(log)
    for done in range(1, 61):
        now[0] += 0.5
        bar(Progress("indexing", done, 120))
    assert log.getvalue().splitlines() == [
        "indexing: 20 of 120, about 50 s left",
        "indexing: 40 of 120, about 40 s left",
        "indexing: 60 of 120, about 30 s left",
    ]


def test_a_log_without_a_known_total_still_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    log = io.StringIO()
    bar = ProgressBar(log)
    now[0] += 11
    bar(Progress("embedding", 300, None))
    assert log.getvalue() == "embedding: 300 done\n"
