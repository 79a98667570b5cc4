"""Who praised, denied, confirmed it: only what tells that is an answer, and the rest is shown as no more."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.asking.acts import doing
from bot.types import Answer, Memory
from tests.bot.one_article import assistant_over

DOCKS = """\
The dry dock of Elmsford will not be filled in.

Harbour Minister Clara Voss praised the divers on Monday. “They worked in water as black as tar,” she said.

The port's treasurer, Nils Aker, criticised the budget of the dock as a bottomless basin. The budget has \
forty pages, Aker said.

Ada Krog, who leads the fishermen's union, accused the treasurer of having hidden the report on the crane. \
Aker denied this. The report on the crane had lain open in the library since May, he said.

Tore Lind, the chief engineer, warned that the lock gates would not hold another winter. Lind did not \
criticise the divers. “The divers are paid too late,” he said.

Voss confirmed that the gates would be replaced in June. The minister promised the union a new slipway.

The gates were condemned by the insurers in a letter.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("docks"), "docks.txt", DOCKS) as opened:
        yield opened


def shown(answer: Answer) -> str:
    return " | ".join(
        f"{block.lead} {block.citation.quote if block.citation else ''}" for block in answer.blocks
    )


@pytest.mark.parametrize(
    ("question", "who", "words"),
    [
        ("Who praised the divers?", "Voss", "the divers"),
        ("Who criticized the budget?", "Aker", "budget of the dock"),
        ("Who accused the treasurer?", "Krog", "hidden the report"),
        ("Who denied that the report was hidden?", "Aker", ""),
        ("Who warned that the gates would not hold?", "Lind", "another winter"),
        ("Who confirmed that the gates would be replaced?", "Voss", "June"),
        ("Who promised a new slipway?", "", "slipway"),
        ("Who condemned the gates?", "", "insurers"),
        ("What did Voss promise?", "Voss", "slipway"),
        ("Who was accused by Krog?", "Krog", "hidden the report"),
        ("What did Krog accuse the treasurer of?", "Krog", "hidden the report"),
        ("Did Krog accuse the treasurer of having hidden the report?", "Krog", "hidden the report"),
    ],
)
def test_what_tells_the_act_answers(assistant: Assistant, question: str, who: str, words: str) -> None:
    answer, _ = assistant.ask(question)
    assert answer.citations, shown(answer)
    first = next(block for block in answer.blocks if block.citation)
    assert first.citation and words in first.citation.quote
    assert who in first.lead + first.citation.quote


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who criticised the divers?", "criticising the divers"),
        ("Who praised the budget?", "praising the budget"),
        ("Who denied that the gates would be replaced?", "denying that the gates would be replaced"),
        ("Did Voss criticise the divers?", "criticising the divers"),
        ("Did Aker praise the budget?", "praising the budget"),
        ("Did Voss deny that the gates would be replaced?", "denying that the gates would be replaced"),
    ],
)
def test_what_only_speaks_of_it_is_no_answer(assistant: Assistant, question: str, reason: str) -> None:
    answer, after = assistant.ask(question)
    assert answer.abstained and reason in answer.reason
    assert "not told as" in shown(answer) or "nearest" in shown(answer)
    assert assistant.ask("What else?", after)[0].abstained


def test_whom_a_pronoun_means_the_conversation_tells(assistant: Assistant) -> None:
    assert "whom “him” means" in assistant.ask("Who accused him?")[0].reason
    _, after = assistant.ask("What did Voss say about the divers?")
    answer, _ = assistant.ask("Who praised it?", after)
    assert answer.citations and "the divers" in answer.citations[0].quote


def test_what_is_told_as_nothing_of_the_kind_is_not_listed_at_length(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Voss deny?")
    assert "none of it as a denial" in answer.blocks[0].lead and len(answer.citations) <= 4


def test_words_alone_may_warn_and_are_said_to_be_no_more(assistant: Assistant) -> None:
    answer, _ = assistant.ask("Who predicted that the lock gates would not hold another winter?")
    assert answer.citations and "another winter" in answer.citations[0].quote
    assert "predicting that" in answer.blocks[0].lead and "not told as a prediction" in answer.blocks[1].lead


def test_a_plain_verb_of_saying_asks_for_no_act(assistant: Assistant) -> None:
    assert not assistant.understand("Who said that the divers are paid too late?").act
    assert not assistant.understand("Who spoke about the divers?", Memory()).act


@pytest.mark.parametrize(
    ("verb", "question", "expected"),
    [
        ("deny", "Who has denied the leak?", "denying the leak"),
        ("criticise", "Who criticised it?", "criticising it"),
        ("admit", "Did Lee admit that it rained?", "admitting that it rained"),
        ("praise", "What else?", "praising the leak"),
    ],
)
def test_the_act_is_named_as_the_question_names_it(verb: str, question: str, expected: str) -> None:
    assert doing(verb, question, "the leak") == expected
