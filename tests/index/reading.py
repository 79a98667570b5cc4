"""What reading one source comes to: an article, or the sentence that says why not."""

from pathlib import Path

from index.errors import Unreadable
from index.readers import read
from index.types import Article


def only(*sources: str | Path) -> Article:
    """The one article that reading gives."""
    items = list(read(*sources))
    assert len(items) == 1
    assert isinstance(items[0], Article), items[0]
    return items[0]


def complaint(*sources: str | Path) -> str:
    """The one sentence that reading gives instead of an article."""
    items = list(read(*sources))
    assert len(items) == 1
    assert isinstance(items[0], Unreadable), items[0]
    return str(items[0])
