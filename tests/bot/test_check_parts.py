"""Parts of a check by themselves: whom somebody repeats, which day is told, clauses in another order."""

from dataclasses import replace

import pytest

from bot.checking.beside import other_day
from bot.checking.inferred import is_inferred, may_be
from bot.checking.relayed import repeats
from bot.checking.turned import turned_about
from bot.checking.verdicts import Claim
from bot.checking.whose import Asked
from index.layout import quoted_spans
from index.types import Article, Link, Statement


def heard(text: str, cue: str = "said") -> tuple[Article, Statement]:
    """Return an article with the one statement of Ann Lee that its quote marks show."""
    start, end = quoted_spans(text)[0]
    at = text.index(cue)
    statement = Statement(
        "1", "a", start, end, "direct", ((start, end),), "Ann Lee", "person", None, (at, at + len(cue)), None,
        (), 0.9,
    )  # fmt: skip
    return Article("a", "", text), statement


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Lee said, paraphrasing the miners: “We dig and you sell.”", "the miners"),
        ("Lee said, reading from a letter of her son: “We dig and you sell.”", "a letter of her son"),
        ("Lee said, in the words of a song, “We dig and you sell.”", "a song"),
        ("“We dig and you sell,” Lee said, imitating the old foreman.", "the old foreman"),
        ("“We dig and you sell,” Lee said, reading aloud. She quoted nobody.", None),
        ("Lee said: “We dig and you sell.” Orr, quoting the miners, agreed.", None),
        ("Lee said, quoting herself: “We dig and you sell.”", None),
        ("The Gazette said, quoting Ann Lee: “We dig and you sell.”", None),
        ("Orr was quoting the miners. Lee said: “We dig and you sell.”", None),
    ],
)
def test_whom_somebody_repeats(text: str, whom: str | None) -> None:
    article, statement = heard(text)
    assert repeats(article, statement, (statement.start + 1, statement.end - 1)) == whom


@pytest.mark.parametrize(
    ("text", "claimed", "told"),
    [
        ("“We dig,” Lee said Tuesday.", "on Monday", ("Monday", "Tuesday")),
        ("“We dig,” said Lee in a letter on Tuesday.", "on Monday", ("Monday", "Tuesday")),
        ("“We dig,” Lee said Tuesday.", "on Tuesday", None),
        ("“We dig,” Lee said of Tuesday's vote.", "on Monday", None),
        ("“We dig,” Lee said before Tuesday.", "on Monday", None),
        ("“We dig,” Lee said. On Tuesday it rained.", "on Monday", None),
        ("“We dig,” Lee said Tuesday.", "in May", None),
    ],
)
def test_which_other_day_is_told(text: str, claimed: str, told: tuple[str, str] | None) -> None:
    article, statement = heard(text)
    claim = Claim(f"Lee said {claimed}: “We dig.”", "Lee", "We dig.")
    assert other_day(claim, article, statement) == told


@pytest.mark.parametrize(
    ("said", "turned"),
    [
        ("Hill would lose its mine if it pays", ("if Hill pays, it would lose its mine", "if")),
        ("If Hill pays, it will lose its mine", ("Hill will lose its mine if it pays", "if")),
        ("the mine will close unless it rains", ("unless the mine rains, it will close", "unless")),
        ("the mine will close", None),
        ("the mine will close if it rains and if nobody pays", None),
    ],
)
def test_a_condition_at_the_other_end(said: str, turned: tuple[str, str] | None) -> None:
    assert turned_about(said) == turned


@pytest.mark.parametrize(
    ("text", "mention", "link", "confidence", "inferred", "perhaps"),
    [
        ("Lee met Orr. “We dig,” he said.", "he", "Lee", 0.65, True, True),
        ("Orr spoke first. Then Lee rose. “We dig,” he said.", "he", "Lee", 0.65, True, True),
        ("Orr spoke first. Then Lee rose. “We dig,” he said.", "he", "Lee", 0.85, True, False),
        ("Lee rose. Orr did not. “We dig,” he said.", "he", "Lee", 0.85, True, True),
        ("Orr left. Lee is a smith. “We dig,” the smith said.", "the smith", "smith", 0.85, True, False),
        (
            "Orr won. Lee lost. “We dig,” the lucky winner said.",
            "the lucky winner",
            "lucky winner",
            0.85,
            True,
            True,
        ),
        ("Orr spoke first. “We dig,” Lee said.", "Lee", "Orr", 0.65, False, False),
        ("Lee rose. “We dig,” he said.", "he", "Lee", 0.65, True, False),
    ],
)
def test_who_else_may_be_meant(
    text: str, mention: str, link: str, confidence: float, inferred: bool, perhaps: bool
) -> None:
    article, statement = heard(text)
    at, step = text.index(mention), text.index(link)
    statement = replace(
        statement,
        mention=(at, at + len(mention)),
        chain=(Link((step, step + len(link)), "why"),),
        confidence=confidence,
    )
    orr = Asked("Orr", ("Bo Orr",), (), frozenset(), frozenset({"orr"}), False)
    assert (is_inferred(statement, article), may_be(orr, statement, article)) == (inferred, perhaps)
