"""Claims without quote marks over one article: what it says, what it only leaves open, and whose it is."""

from collections.abc import Iterator

import pytest

from bot.check import Checker
from tests.bot.one_article import assistant_over

ARTICLE = """Harbour town Dale talks about its bridge

Ann Lee, the mayor of Dale, said on Tuesday that the old bridge will close in May. She said the town \
aims to open 12 ferries by June. Lee said roads lead from Dale to Ford and from Hill to Mill.

Bob Orr, a fisher, said that while Lee's plan had good parts, he did not read the small print. Orr said \
he hopes the harbour will stay open. Orr said it is wise to carry cash in case the ferry is late.

Tom Lee, a baker, said his daughter has not yet found a flat.

Orr said prices would go up after the summer.

“This makes no sense to any of us,” said a letter signed by Lee's neighbours. “We want our bridge back \
as it was, with its old lamps, and we want it soon,” said Bob Orr.
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with assistant_over(tmp_path_factory.mktemp("dale"), "dale.txt", ARTICLE) as assistant:
        yield Checker(assistant.store)


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        ("The old bridge will close in May, Ann Lee said.", "supported", "covers all of it"),
        ("Ann Lee told the council that the old bridge will close in May.", "supported", ""),
        ("Ann Lee said on Monday that the old bridge will close in May.", "unclear", "on another day"),
        ("Ann Lee said in March that the old bridge will close in May.", "supported",
         "Not checked: “in March”"),
        ("Ann Lee said the town aims to open 12 ferries by June.", "supported", ""),
        # What is only aimed at, hoped for or conditional is not told as done.
        ("Ann Lee said the town opened 12 ferries by June.", "unclear", "same certainty"),
        ("Bob Orr said the harbour will stay open.", "unclear", "same certainty"),
        ("Bob Orr said the ferry is late.", "unclear", "same certainty"),
        # The words stand there, of something else.
        ("Bob Orr said Lee did not read the small print.", "unclear", "does not join them so"),
        ("Ann Lee said roads lead from Dale to Mill.", "unclear", "does not join them so"),
        ("Bob Orr said prices would go down after the summer.", "unclear", "“down”"),
        ("Bob Orr said prices would go up before the summer.", "unclear", "“before”"),
        # Who is only named in somebody's statement, or has the speaker's surname, said nothing there.
        ("Ann Lee said that he did not read the small print.", "unclear", "Bob Orr said so"),
        ("Ann Lee said his daughter has not yet found a flat.", "unclear", "Tom Lee said so"),
        ("Orrberg reported that Ann Lee said the old bridge will close in May.", "supported",
         "Not checked: that Orrberg reports it"),
    ],
)  # fmt: skip
def test_what_is_told_without_marks(checker: Checker, claim: str, verdict: str, reason: str) -> None:
    [check] = checker.check_paste(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check.reason


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        # The neighbours of somebody are not she.
        ("Ann Lee said “this makes no sense to any of us”.", "unclear", "letter"),
        ("Bob Orr said “We want our bridge back …, with its old lamps”.", "verified", "ellipsis marks"),
        ("Bob Orr said “We want [the] bridge back as it was”.", "verified", "brackets are the writer's"),
        ("Bob Orr said “We want our bridge (sic) back as it was”.", "verified", "said these words."),
        ("<p>Bob Orr said &ldquo;We want our&nbsp;bridge back as it was&rdquo;.</p>", "verified", ""),
        ("Bob Orr said We want our bridge back as it was”.", "supported", ""),
    ],
)  # fmt: skip
def test_what_is_told_in_marks(checker: Checker, claim: str, verdict: str, reason: str) -> None:
    [check] = checker.check_paste(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check.reason
