"""Questions as people put them over one article that has no date: when, who is, experts, the like."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Assistant
from bot.types import Answer
from tests.bot.one_article import assistant_over

PORT = """\
The port of Elmsford will be deepened, and not everybody is glad of it.

Harbour Minister Clara Voss said on 14 May 2019 at a meeting of the cabinet that the dredgers were paid for. \
“No ship turns round in a puddle,” the minister said.

Voss said on 3 June that the fishermen would keep their berths.

“The mud has lain still for eighty years, and nobody has asked what lies in it,” said Tore Lind, an expert \
on sea beds at the Institute of Marine Research.

The shrimps will be gone for two summers, Ada Krog, an expert on fisheries, believes.

The alliance of the port towns has five member towns: Elmsford, Hale, Norre, Skarn and Vik. A threat to one \
or more towns would be a threat to all, said Lind.

The Hale Shipyard announced that it had hired forty welders. Nils Aker, the spokesman of the Hale Shipyard, \
said that the dredgers would be built there.

On 9 July the declaration by which Voss had opened the regatta hung on the old pier.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("port"), "port.txt", PORT) as opened:
        yield opened


def asked(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(question)[0]


def quotes(answer: Answer) -> str:
    return " | ".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["What did Voss say on 14 May?", "What did Voss say in 2019?"])
def test_a_day_counts_that_only_the_text_tells(assistant: Assistant, question: str) -> None:
    answer = asked(assistant, question)
    assert "dredgers were paid for" in quotes(answer) and "puddle" in quotes(answer)
    assert "berths" not in quotes(answer)


def test_a_day_told_without_a_year_may_be_of_the_year_asked_for(assistant: Assistant) -> None:
    assert "berths" in quotes(asked(assistant, "What did Voss say in June 2021?"))


def test_nothing_is_given_as_said_in_a_year_that_nobody_tells(assistant: Assistant) -> None:
    answer = asked(assistant, "What did Voss say in 2014?")
    assert answer.abstained and "2014" in answer.reason


def test_where_somebody_spoke_lists_what_tells_it(assistant: Assistant) -> None:
    answer = asked(assistant, "Where did Voss speak?")
    assert answer.citations and "at a meeting of the cabinet" in str(answer.blocks)
    assert "when or where" in answer.blocks[0].lead


def test_experts_are_all_who_are_called_so(assistant: Assistant) -> None:
    answer = asked(assistant, "What did experts say?")
    assert {citation.speaker for citation in answer.citations} == {"Tore Lind", "Ada Krog"}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who is Tore Lind?", "an expert on sea beds"),
        ("Who is Clara Voss?", "Harbour Minister Clara Voss"),
        ("Who is the harbour minister?", "Harbour Minister Clara Voss"),
        ("Which towns are members of the alliance?", "Elmsford, Hale, Norre, Skarn and Vik"),
        ("How many towns are in the alliance of the port towns?", "five member towns"),
    ],
)
def test_who_and_what_something_is(assistant: Assistant, question: str, words: str) -> None:
    answer = asked(assistant, question)
    assert not answer.abstained and words in answer.citations[0].quote


def test_an_organisation_is_quoted_through_those_who_speak_for_it(assistant: Assistant) -> None:
    answer = asked(assistant, "What did the Hale Shipyard say about the dredgers?")
    assert answer.citations[0].speaker == "Nils Aker" and "through those" in answer.blocks[0].lead


def test_a_tense_is_no_other_topic(assistant: Assistant) -> None:
    answer = asked(assistant, "What did Aker say about building the dredgers?")
    assert "dredgers would be built" in quotes(answer)


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("Who said “No ship turns round in a puddle”?", "No ship turns round in a puddle", "said"),
        ("Who said “No boat turns round in a puddle”?", "No ship turns round in a puddle", "otherwise"),
        ("Who said “Every ship is a town of its own”?", "", "Nobody"),
    ],
)
def test_who_said_words_in_quote_marks_is_a_check(
    assistant: Assistant, question: str, said: str, verdict: str
) -> None:
    answer = asked(assistant, question)
    assert said in quotes(answer) and answer.abstained == (not said)
    assert verdict in answer.reason + str(answer.blocks)


def test_who_speaks_of_a_thing_has_not_said_of_it_what_is_asked(assistant: Assistant) -> None:
    answer = asked(assistant, "Who said that the mud of eighty years should be paid for?")
    assert answer.abstained and "as saying that the mud of eighty years should" in answer.reason
    assert [block.citation.speaker for block in answer.blocks if block.citation] == ["Tore Lind"]
    answer = asked(assistant, "Who said that a threat to one town would be a threat to all?")
    assert not answer.abstained and answer.citations[0].speaker == "Tore Lind"


def test_when_something_was_declared_may_be_told_as_a_fact(assistant: Assistant) -> None:
    answer = asked(assistant, "When did Voss declare the regatta open?")
    assert not answer.abstained and "9 July" in quotes(answer)


LEAGUE = """\
What the harbour wants

It had rained for a week, and the boats lay idle. “We are here for the league if they need us,” said an aide.

The league had asked for a stadium. “The league will need us, and we will need the league,” Ada Bruun said \
of the league and its need of a stadium.
"""


def test_whoever_said_the_very_words_comes_first(tmp_path: Path) -> None:
    with assistant_over(tmp_path, "league.txt", LEAGUE) as assistant:
        answer = asked(assistant, "Who said “We are here for the league if they need us”?")
    assert answer.citations[0].quote == "“We are here for the league if they need us,”"


@pytest.mark.parametrize("topic", ["the EuroMaidan", "the dredgers of Vollmark"])
def test_who_is_not_quoted_on_it_and_said_little_is_shown_with_all_of_that(
    assistant: Assistant, topic: str
) -> None:
    answer = asked(assistant, f"What did Voss say about {topic}?")
    assert answer.abstained and not answer.citations and topic in answer.reason
    assert "all that Clara Voss is quoted as saying" in answer.blocks[0].lead
    shown = [block.citation.quote for block in answer.blocks if block.citation]
    assert len(shown) == 3 and ("dredgers" in shown[0]) == ("dredgers" in topic)


@pytest.mark.parametrize("question", ["What was Voss told?", "What is the alliance called?", "Did Voss lie?"])
def test_what_is_done_to_somebody_is_nothing_that_person_says(assistant: Assistant, question: str) -> None:
    assert assistant.understand(question).want == "fact"


def test_a_country_whose_name_has_a_verb_in_it_is_named_whole(assistant: Assistant) -> None:
    answer = asked(assistant, "How did the United States respond to the dredgers?")
    assert answer.abstained and "the United States" in answer.reason
