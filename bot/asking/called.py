"""Whom an article calls just so beside the name: "Lee's chief of staff, Jan Hart", in its text or title."""

import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from index.search import quoted
from index.types import Span

if TYPE_CHECKING:
    from index.storing.reading import Reading

Named = Callable[[str], tuple[str, ...]]  # words that may be a name → the names of the register

MOST_PAGES = 60  # articles with the words of a role, from which these tell nothing

_NAME = r"(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){0,3})"
_BEFORE = re.compile(rf"{_NAME},\s(?:\d+,\s)?(?:(?:[Tt]he|[Aa]n?)\s)?(?:[\w-]+\s){{0,2}}$")
_AFTER = re.compile(rf",?\s{_NAME}")


def called_so(store: "Reading", written: str, named: Named) -> tuple[str, ...]:
    """Return whom an article calls just so beside the name: "Lee's chief of staff, Jan Hart, said"."""
    found = store.lexical(quoted(written), kind="passage", limit=MOST_PAGES)
    names = set[str]()
    for passage in store.passages_by_id([id_ for id_, _ in found]):
        names |= _beside(store.article_of(passage).text, (passage.start, passage.end), written, named)
    return tuple(sorted(names))


def titled_so(store: "Reading", articles: Collection[str], written: str, named: Named) -> tuple[str, ...]:
    """Return whom the title of one of these articles calls so: "Holm Mayor Ann Lee under fire"."""
    titles = [article.title for article in map(store.article, articles) if article]
    return tuple(sorted({name for t in titles for name in _beside(t, (0, len(t)), written, named)}))


def _beside(text: str, part: Span, role: str, named: Named) -> set[str]:
    """Return the names beside a role as it was asked for, in a part of a text."""
    written = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in role.split())
    names = set[str]()
    for match in re.compile(rf"\b{written}\b", re.IGNORECASE).finditer(text, *part):
        before = _BEFORE.search(text[max(0, match.start() - 80) : match.start()])
        for beside in filter(None, (_AFTER.match(text, match.end()), before)):
            names |= set(_names(beside["name"], named))
    return names


def _names(words: str, named: Named) -> tuple[str, ...]:
    """Return the names for these words, or for the first two or more of them; a stranger's are left as they
    are, so that nobody else is taken for the one who is called so."""
    each = words.split()
    sizes = range(len(each), min(len(each), 2) - 1, -1)
    tried = (named(" ".join(each[:size]).rstrip(".,’'")) for size in sizes)
    return next(filter(None, tried), (words,))
