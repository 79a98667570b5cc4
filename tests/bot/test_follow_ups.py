"""A follow-up is asked of whom and what the conversation is about, and of the article just cited first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Assistant
from bot.asking.carried import carried_over, with_name
from bot.intake import take_in
from bot.types import Answer, Memory
from index.encoder import load_encoder
from index.store import Store
from tests.bot.one_article import assistant_over

RELAY = """\
Relay mast on Varn is felled by the storm

The mast on Varn fell on Monday. Governor-elect Nora Quill watched from the pier. “It bent like a reed,” \
said Mayor Petra Halm at a meeting on Tuesday. Halm, 54, has lived on Varn for thirty years.

“We shall build a stronger one,” Halm said. “Nobody on Varn will be without a radio this winter.”

“The state pays for the mast,” said Varn Governor Olaf Reem.

Halm was paid 900 crowns for her book about the storm of 1962. The lawyer Bente Sorg represented Halm when \
the printer went to court.
"""
FLOODS = """\
The worst floods of the century

March 1953 in Kelland: A flood killed 310 people.

April 1987 in Morrow: A flood killed 88 people and drowned the orchards.

“We count our dead every spring,” said Gov. Ira Stent of Morrow.

Tarn Wick was paid 40,000 crowns for the dam at Kelland. The lawyer Ulf Brand represented Wick.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("follow-ups")
    files: list[Path] = []
    for name, text in (("relay", RELAY), ("floods", FLOODS)):
        files.append(folder / f"{name}.txt")
        files[-1].write_text(text, encoding="utf-8")
    with Store.open(folder / "store", load_encoder()) as store:
        assert not take_in(store, files).failures
        yield Assistant(store)


def asked(assistant: Assistant, *questions: str) -> Answer:
    """Return the answer to the last of some questions in a row."""
    memory = Memory()
    for question in questions:
        answer, memory = assistant.ask(question, memory)
    return answer


def quotes(answer: Answer) -> str:
    return " | ".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "words"),
    [("Was she paid?", "900 crowns"), ("Who represented her?", "Bente Sorg"), ("How old is she?", "54")],
)
def test_a_pronoun_in_a_question_for_a_fact_is_whom_the_talk_is_about(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = asked(assistant, "What did Petra Halm say about a stronger mast?", question)
    assert words in quotes(answer) and "Wick" not in quotes(answer)


def test_a_fact_is_asked_of_another_place_and_then_when_it_was(assistant: Assistant) -> None:
    first, then = "How many people did the flood kill in Kelland?", "And in Morrow?"
    assert "310" in quotes(asked(assistant, first))
    there = asked(assistant, first, then)
    assert "88 people" in quotes(there) and "310" not in quotes(there)
    assert "April 1987" in quotes(asked(assistant, first, then, "When was that?"))
    assert not asked(assistant, first, "And in Thule?").citations


def test_what_else_after_a_fact_is_of_the_same_person(tmp_path: Path) -> None:
    paid = "Ann Lee was paid 400 crowns for the dam. Bo Hart was paid 900 crowns for the dam."
    with assistant_over(tmp_path, "dam.txt", f"The dam\n\n{paid}\n") as assistant:
        assert "400 crowns" in quotes(asked(assistant, "How much was Ann Lee paid?"))
        assert not quotes(asked(assistant, "How much was Ann Lee paid?", "What else?"))


def test_who_else_is_asked_for_a_month_is_asked_for_that_of_the_same_year(tmp_path: Path) -> None:
    lee = "Harbour Minister Ann Lee said on 14 May 2021 that the piers would be mended."
    hart = "Mayor Bo Hart said on 3 May 2019 that the lighthouse was safe."
    with assistant_over(tmp_path, "talks.txt", f"Storm talks\n\n{lee}\n\n{hart}\n") as assistant:
        assert "piers" in quotes(asked(assistant, "What did Lee say in May 2021?"))
        other_year = asked(assistant, "What did Lee say in May 2021?", "And Hart?")
        assert other_year.abstained and "not between 1 May 2021 and 31 May 2021" in other_year.reason
        assert "lighthouse" in quotes(asked(assistant, "What did Lee say in May?", "And Hart?"))


def test_what_else_after_when_asks_for_words_again(assistant: Assistant) -> None:
    first, when = "What did Halm say?", "When did she say that?"
    answer = asked(assistant, first, when, "What else did she say?")
    assert not any("said it" in block.lead for block in answer.blocks)


def test_what_else_after_all_of_a_topic_shows_what_was_said_on_others(assistant: Assistant) -> None:
    answer = asked(assistant, "What did Halm say about a reed?", "What else did she say?")
    assert answer.abstained and "all these articles have of Petra Halm on a reed" in answer.reason
    shown = [block.citation.quote for block in answer.blocks if block.citation]
    assert any("a stronger one" in quote for quote in shown) and not any("reed" in quote for quote in shown)


def test_a_role_is_his_who_bears_it_in_the_article_just_cited(assistant: Assistant) -> None:
    alone = asked(assistant, "What did Petra Halm say?", "What did the governor say?")
    assert [cited.speaker for cited in alone.citations] == ["Olaf Reem"]
    other = asked(assistant, "How many people did the flood kill in Morrow?", "What did the governor say?")
    assert [cited.speaker for cited in other.citations] == ["Ira Stent"]


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        ("How many died in the Kelland flood of 1953?", "And in Morrow?", "How many died in Morrow?"),
        ("How many sailed to Varn in 1953?", "and in 1987?", "How many sailed to Varn in 1987?"),
        ("How many sailed to Varn in 1953?", "What about to Hale?", "How many sailed to Hale in 1953?"),
        ("When did Vega 4 rise?", "And Vega 3?", "When did Vega 3 rise?"),
        ("How many died in Morrow?", "When was that?", "When died in Morrow?"),
        ("Where did Wick build it?", "and when was that?", "When did Wick build it?"),
        ("Where did Wick build it?", "And the dam?", ""),
    ],
)
def test_a_follow_up_is_put_in_full(before: str, words: str, expected: str) -> None:
    assert carried_over(words, before) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Was he paid?", "Was Ann Lee paid?"),
        ("Who is her lawyer?", "Who is Ann Lee's lawyer?"),
        ("Who paid her in May?", "Who paid Ann Lee in May?"),
        ("Who represented her?", "Who represented Ann Lee?"),
        ("What is the theme?", "What is the theme?"),
    ],
)
def test_a_name_takes_the_place_of_a_pronoun(words: str, expected: str) -> None:
    assert with_name(words, "Ann Lee") == expected


@pytest.mark.parametrize(
    ("before", "words", "speakers", "topic"),
    [
        ("What did Halm say about the radio?", "And Reem about the mast?", ["Olaf Reem"], "the mast"),
        ("What did Halm say about the radio?", "and Olaf Reem on that?", ["Olaf Reem"], "the radio"),
        ("What did Halm say about the radio?", "And on the mast?", ["Petra Halm"], "the mast"),
        # Who is described is asked for, and nothing that Halm spoke about; several people may be.
        ("What did Halm say about the radio?", "and the mast firm's spokesman?", [], "the radio"),
        ("What did Halm say about the radio?", "And the printers?", ["Petra Halm"], "the printers"),
        # "Her": whom it was about, and not who spoke; else who was asked for before.
        ("What did Reem say about Petra Halm?", "What did Stent say about her?", ["Ira Stent"], "Petra Halm"),
        ("What did Reem say about the mast?", "What did Halm say about him?", ["Petra Halm"], "Olaf Reem"),
        ("What did Reem say about the masts?", "What did Halm say of them?", ["Petra Halm"], "the masts"),
    ],
)
def test_another_is_asked_on_what_the_follow_up_names(
    assistant: Assistant, before: str, words: str, speakers: list[str], topic: str
) -> None:
    asked_now = assistant.understand(words, assistant.ask(before)[1])
    assert (list(asked_now.speakers), asked_now.topic) == (speakers, topic)
