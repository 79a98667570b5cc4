"""What reads prose without the gate sees what is false: else "nothing false was shown" would say nothing."""

from dataclasses import replace

import pytest

from bot.answer import Assistant
from bot.types import Answer, Block
from index.store import Store
from tests.bot import truth

QUESTION = "What did Bettina Kroll say about a monument to fear?"


def written(store: Store, *sentences: str) -> Answer:
    """Return an answer that shows these sentences, each resting on what answers the question."""
    selected, _ = Assistant(store).ask(QUESTION)
    return replace(selected, blocks=tuple(Block(lead, cites=selected.citations[:1]) for lead in sentences))


@pytest.mark.parametrize(
    ("sentences", "unverified", "wrong"),
    [
        (["Bettina Kroll said “A wall like that is a monument to fear”."], 0, 0),
        (["Kroll spoke first.", "She called it “a monument to fear”."], 0, 0),
        (["Kroll said that a wall is a monument to fear."], 0, 0),
        (["Bettina Kroll said “A wall like that is a monument to joy”."], 1, 0),
        (["Kroll said “A wall … a monument to fear”, and “never”."], 1, 0),
        (["Tobias Renn said “A wall like that is a monument to fear”."], 0, 1),
        (["Tobias Renn spoke.", "He called it “a monument to fear”."], 0, 2),
        (["A wall is a monument to fear."], 0, 1),
    ],
)
def test_what_is_false_is_seen(store: Store, sentences: list[str], unverified: int, wrong: int) -> None:
    answer = written(store, *sentences)
    assert len(truth.unverified_quotations(answer, store)) == unverified
    assert len(truth.wrong_speakers(answer, store)) == wrong
