"""Nothing is shown twice in one answer: not as a copy, a part, or words that a longer quotation has too."""

from dataclasses import dataclass

import pytest

from bot.answering.copies import lies_in, without_copies
from bot.compose import Composer
from bot.types import Question
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


def test_a_part_of_what_is_shown_is_not_shown_later() -> None:
    text, found = statements(
        "[s Ann Lee] [c said] [t the gulls were odd birds, of which [s2 she] [c2 said] [t2 they were loud]].",
        ["Ann Lee"],
    )
    whole, part = found
    composer = Composer(OneArticle(Article("a", "", text)), Question("", "statements"))  # type: ignore[arg-type]
    composer.statements([Hit(whole, 1.0)])
    composer.statements([Hit(part, 1.0)])
    assert [text[cited.start : cited.end] for cited in composer.citations] == [text[whole.start : whole.end]]


def test_what_stands_between_two_pieces_lies_in_neither() -> None:
    text, (said,) = statements("“It rains,” [s Ann Lee] [c said] [t it was wet]. “It pours.”", ["Ann Lee"])
    assert not lies_in(said, [(0, said.start - 1), (said.end, len(text))])
    assert lies_in(said, [(0, said.end)])
