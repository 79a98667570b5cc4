"""The lock of a store folder: one process at a time has it."""

from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import StoreBusy
from index.storing.schema import translated


def take(folder: Path) -> FileLock:
    """Return the lock, taken, of a folder, which is made where there is none. Raises `StoreBusy`."""
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        owner = FileLock(folder / "lock", timeout=0)
        try:
            owner.acquire()
        except Timeout as error:
            raise StoreBusy(folder) from error
    return owner
