"""What the sections are told."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """`quick`: fewer news pages, fewer questions for a model and, for speed, fewer articles. `as_is`: ask
    the kept stores whatever analysis made them, while somebody else's edits to it would have them made anew.
    `store`: for prose, a store of the corpus that lies elsewhere. `questions`: for news, so many, over the
    pages named with them."""

    quick: bool = False
    as_is: bool = False
    store: Path | None = None
    questions: int | None = None
