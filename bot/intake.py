"""Files, folders and addresses → the store; for the commands, and for files dropped on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UsageError
from index.types import OnProgress

if TYPE_CHECKING:
    from index.analysis import Analyser
    from index.build import Report
    from index.store import Store


def take_in(
    store: "Store",
    sources: Sequence[str | Path],
    *,
    on_progress: OnProgress | None = None,
    remove_gone: bool = False,
) -> "Report":
    """Index what is new or changed in `sources`; return what came of it, failures included.

    With `remove_gone`, articles that were read before from one of these files or folders, and are
    there no longer, are removed. A folder that is itself missing removes nothing: it may be a disk
    that is not plugged in. Raises `StoreError` when the store cannot go on.
    """
    from index.analysis import VERSION
    from index.build import build
    from index.readers import read

    return build(
        read(*sources),
        store,
        analyse=_analyser(),
        version=VERSION,
        on_progress=on_progress,
        total=expected(sources),
        gone_from=sources if remove_gone else (),
    )


def let_replace(store: "Store", new: str, old: str, *, on_progress: OnProgress | None = None) -> "Report":
    """Let the article `new` take the place and the id of `old`.

    Both stay until the whole is in the store. Raises `UsageError` where `new` is not there, or no longer.
    """
    from index.analysis import VERSION
    from index.build import build

    article = store.article(new)
    if article is None:
        raise UsageError(f"There is no article {new!r} any more.")
    # Without its origin it is known by its id alone.
    taking = replace(article, id=old, origin="")
    report = build([taking], store, analyse=_analyser(), version=VERSION, on_progress=on_progress)
    if not report.failures:
        store.set_origin(old, article.origin)
        store.remove(new)
        report.replaced = [old]
    return report


def expected(sources: Iterable[str | Path]) -> int:
    """Estimate how many articles `sources` hold, without reading them: for the time left, no more."""
    return sum(_articles_in(Path(source)) for source in sources)


def _articles_in(path: Path) -> int:
    from index.readers import ENDINGS

    try:
        if path.is_dir():
            return sum(_articles_in(file) for file in path.rglob("*") if file.suffix.lower() in ENDINGS)
        if path.suffix.lower() == ".jsonl" and path.is_file():
            with path.open("rb") as lines:
                return sum(1 for line in lines if line.strip())
    except OSError:  # closed to us, or no name at all: what is wrong, the reader says
        pass
    return 1


@cache
def _analyser() -> "Analyser":
    """One for the process: it holds the models."""
    from index.analysis import Analyser

    return Analyser()
