"""Nothing is shown twice in one answer: not as a copy, a part, or words that a longer quotation has too."""

from dataclasses import dataclass

import pytest

from bot.answering.copies import without_copies
from index.types import Article, Hit, Statement
from tests.index.marked import statements


@dataclass
class OneArticle:
    article: Article

    def article_of(self, _: Statement) -> Article:
        return self.article


def shown(marked: str) -> list[str]:
    """Return the words of what is shown, of statements that were found in the order of the text."""
    text, found = statements(marked, ["Ann Lee", "Bo Fox"])
    store = OneArticle(Article("a", "", text))
    groups = without_copies(store, [Hit(statement, 1.0) for statement in found])  # type: ignore[arg-type]
    return [text[first.start : first.end] for first, *_ in groups]


ONCE = {
    "a heading that quotes what follows": (
        "[s Ann Lee] [c says]: [t “The gulls are odd birds”]\n\nIt rained.\n\n"
        "[t2 “The gulls are odd birds, and they wake the town,”] [s2 Lee] [c2 said].",
        ["“The gulls are odd birds, and they wake the town,”"],
    ),
    "other words": (
        "[t “The gulls are odd birds,”] [s Ann Lee] [c said].\n\nIt rained.\n\n"
        "[t2 “The harbour is full,”] [s2 Lee] [c2 said].",
        ["“The gulls are odd birds,”", "“The harbour is full,”"],
    ),
    "somebody else's same words": (
        "[t “The gulls are odd birds,”] [s Ann Lee] [c said].\n\n"
        "[t2 “The gulls are odd birds, and loud,”] [s2 Bo Fox] [c2 said].",
        ["“The gulls are odd birds,”", "“The gulls are odd birds, and loud,”"],
    ),
    "one sentence of which two parts say nothing alone": (
        "[s Ann Lee] [c wants] [t odd birds] and is [c2 marking] [t2 the day of all gulls].",
        ["odd birds"],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), ONCE.values(), ids=ONCE)
def test_words_are_shown_once(marked: str, expected: list[str]) -> None:
    assert shown(marked) == expected
