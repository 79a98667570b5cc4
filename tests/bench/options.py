"""What the sections are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`quick`: fewer news pages and, for speed, fewer articles. `as_is`: ask the kept stores whatever
    analysis made them, while somebody else's edits to it would have them made anew."""

    quick: bool = False
    as_is: bool = False
