"""Who and what a question names: in full where a text has the surname, by number, in a title, misspelt."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.answering.named import InFull, has_another_number
from bot.types import Answer
from index.types import Article
from tests.bot.one_article import assistant_over

HARBOUR = """\
Smuggler of Skarn was caught at sea

A boat builder, Gunnar Tveit, is accused of selling charts to the pirates of the Outer Sound. He has \
three boats.

The coast guard said Tveit was arrested at Lunde in April. “He rowed like a seal,” said Captain Odd Brenna, \
a coast guard spokesperson.

None of the 61 passengers of Ferry 48 was hurt when the boat of the smuggler struck it.

The probe Vega 3 landed on the seabed in 2013. The probe Vega 4 landed there on 9 June.

The No Tarnsea in Schools Act, a law authored by Senator Kaja Holm, bans the game. Tarnsea said it would \
fight on. “We are no drug,” Tarnsea said in a statement.

The charts were made public by the Outer Sound newspaper Nordlyset.

The panel voted 9-to-2 against the cure, and three of the members wept.

The petition of Frida Moe for a new lighthouse got more than 4,400 signatures.

Halvard ‘Loke’ Ness was cheered. “I swam the rest,” Loke Ness told the harbour radio. Nobody has beaten the \
time from Ferdinand Ukko since then.

“The herring came back,” lead researcher Signe Dal, a professor at the Marine Institute, told the harbour \
radio.

Tveit has asked the court to wait. His lawyers said in a letter that the charts were drawn at sea.

“I have no boat,” said Prince Haakin, a man who loves the sea. Haakin, the king of the regatta, sailed alone.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("harbour"), "harbour.txt", HARBOUR) as opened:
        yield opened


def quotes(answer: Answer) -> str:
    return " | ".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where was Gunnar Tveit arrested?", "at Lunde"),
        ("When did Vega 4 land on the seabed?", "9 June"),
        ("Who wrote the No Tarnsea in Schools Act?", "Kaja Holm"),
        ("By how many votes did the panel reject the cure?", "9-to-2"),
        ("How many people were aboard Ferry 48?", "61 passengers"),
    ],
)
def test_a_fact_is_told_of_whom_and_what_the_question_names(
    assistant: Assistant, question: str, words: str
) -> None:
    answer, _ = assistant.ask(question)
    assert words in answer.citations[0].quote
    assert "Vega 3" not in answer.citations[0].quote or words in answer.citations[0].quote.split("Vega 4")[-1]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many people signed the petition of Frida Moe for a new lighthouse?", "4,400 signatures"),
        ("Which newspaper printed the charts?", "newspaper Nordlyset"),
    ],
)
def test_what_has_the_form_asked_for_but_not_all_words_answers_in_others(
    assistant: Assistant, question: str, words: str
) -> None:
    answer, _ = assistant.ask(question)
    assert words in answer.citations[0].quote and "other words" in answer.blocks[0].lead


@pytest.mark.parametrize("question", ["How much did Frida Moe earn?", "Who signed the treaty of Skarn?"])
def test_what_has_not_the_form_asked_for_is_only_the_nearest(assistant: Assistant, question: str) -> None:
    answer, _ = assistant.ask(question)
    assert answer.abstained and not any("may answer" in block.lead for block in answer.blocks)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Halvard Ness say?", "I swam the rest"),
        ("What did Prince Hakin say?", "I have no boat"),
        ("What did the lead researcher say?", "The herring came back"),
        ("What did the coast guard spokesman say?", "rowed like a seal"),
    ],
)
def test_somebody_is_found_by_another_form_of_the_name_or_role(
    assistant: Assistant, question: str, words: str
) -> None:
    answer, _ = assistant.ask(question)
    assert words in quotes(answer) and len({cited.speaker for cited in answer.citations}) == 1


def test_somebodys_lawyers_are_his_wherever_the_page_told_whose(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did Tveit's lawyers say about the charts?")
    assert "the charts were drawn at sea" in quotes(answer)
    assert assistant.ask("What did Brenna's lawyers say about the charts?")[0].abstained


def test_who_stands_in_a_text_is_not_called_unknown(assistant: Assistant) -> None:
    assert "name nobody" not in assistant.ask("What did Ferdinand Ukko say?")[0].reason
    assert "name nobody" in assistant.ask("What did Ferdinand Brull say?")[0].reason


def test_whoever_holds_an_office_is_described_and_not_named(assistant: Assistant) -> None:
    assert "name nobody" not in assistant.ask("What did the Line's CEO say about the reef?")[0].reason
    assert "name nobody" not in assistant.ask("What did Tarnsea's CEO say about the reef?")[0].reason


def test_somebody_is_introduced_by_an_office_and_never_as_a_man(assistant: Assistant) -> None:
    answer, _ = assistant.ask("Who is Prince Haakin?")
    assert "king of the regatta" in quotes(answer) and "a man who" not in answer.blocks[0].lead


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("When did Vega 4 land?", "Vega 3 landed", True),
        ("When did Vega 4 land?", "Vega 3 landed before Vega 4", False),
        ("When did Chang'e 4 land?", "Chang’e 5 landed", True),
        ("When did it land?", "Vega 3 landed", False),
        ("What happened on June 4?", "On June 5 it rained", False),
    ],
)
def test_a_name_with_a_number_is_that_of_another_number(question: str, text: str, other: bool) -> None:
    assert has_another_number(question, text) is other


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("Ann Lee came. Lee sang.", True),
        ("Ann Lee came with Bo Lee. Lee sang.", False),
        ("Somebody came. Lee sang.", False),
    ],
)
def test_a_surname_is_of_the_one_who_bears_it_there(text: str, completed: bool) -> None:
    known = {"Ann Lee": ("Ann Lee",), "Bo Lee": ("Bo Lee",)}
    article = Article(id="a", title="News", published=None, url=None, text=text)
    whole = InFull.of("Where did Ann Lee sing?", known).completed("Lee sang.", article)
    assert ("Ann" in whole) is completed
