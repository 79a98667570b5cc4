"""An assistant over a single article that a test wrote, indexed as a user's file would be."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.answer import Assistant
from bot.intake import take_in
from index.encoder import load_encoder
from index.store import Store


@contextmanager
def assistant_over(folder: Path, name: str, text: str) -> Iterator[Assistant]:
    """Write `text` into the file `name` of `folder`, index it and open the store until the end."""
    article = folder / name
    article.write_text(text, encoding="utf-8")
    with Store.open(folder / "store", load_encoder()) as store:
        assert not take_in(store, [article]).failures
        yield Assistant(store)
