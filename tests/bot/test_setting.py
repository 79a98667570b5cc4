"""When and where it was said: the statement's own day and event, never another's."""

import pytest

from bot.answering.setting import occasion
from index.types import Article
from tests.index.marked import statements

Q = "[t “It is safe,”] [s Lee] [c said]"

SETTINGS: dict[str, tuple[str, str | None]] = {
    "a day": (f"{Q} on Monday.", "on Monday"),
    "an event": (f"{Q} at a rally in Holm on Monday.", "at a rally in Holm on Monday"),
    "the sentence before": (
        f"Ann Lee spoke at a rally in Holm on Friday. {Q}.",
        "at a rally in Holm on Friday",
    ),
    "a day ends before a verb": ("[s Lee] on Monday [c promised] [t to leave].", "on Monday"),
    "not the day of another deed": (f"Ann Lee on Wednesday signed the contract. {Q}.", None),
    "not the day of what was asked about": (
        "Asked about the leak in February, [s Lee] [c said] [t it was small].",
        None,
    ),
    "not a relative clause's": ("[s Lee], who left in January, [c said] [t it was late].", None),
}


@pytest.mark.parametrize(("marked", "expected"), SETTINGS.values(), ids=SETTINGS)
def test_the_occasion_is_the_statements_own(marked: str, expected: str | None) -> None:
    text, found = statements(marked, ["Ann Lee"])
    span = occasion(Article("a", "", text), found[-1])
    assert (text[slice(*span)] if span else None) == expected
