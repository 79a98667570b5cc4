"""What all tests share: no telemetry, and a real Chromium for those that drive a browser."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from bot.settings import go_offline

go_offline()  # before any test imports Chroma or Gradio, which read these variables on import

# Where the tests run in the background, Ctrl-C is ignored by them and by all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

Copied = Callable[[str, Callable[[Path], None]], Path]

_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
_HOW_TO_GET_CHROMIUM = "no Chromium on the PATH: `apt-get install chromium` to run the browser tests"


def _find_chromium() -> str | None:
    return next((path for name in _CHROMIUM_NAMES if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the browser tests, saying why, where there is no browser; in CI that is an error."""
    driving = [item for item in items if item.get_closest_marker("browser")]
    if not driving or _find_chromium():
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(_HOW_TO_GET_CHROMIUM)
    for item in driving:
        item.add_marker(pytest.mark.skip(reason=_HOW_TO_GET_CHROMIUM))


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium to give Playwright as `executable_path`."""
    path = _find_chromium()
    assert path, _HOW_TO_GET_CHROMIUM
    return path


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's folder."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Copied:
    """A function `copied(name, make)` → a new folder, as `make` fills one.

    It is filled once for all processes that run tests side by side, and copied for each who asks.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def copy(name: str, make: Callable[[Path], None]) -> Path:
        whole, unfinished = shared / f"made-{name}", shared / f"unfinished-{name}"
        with FileLock(f"{whole}.lock"):
            if not whole.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                make(unfinished)
                unfinished.rename(whole)
        return Path(shutil.copytree(whole, tmp_path_factory.mktemp(name) / "store"))

    return copy
