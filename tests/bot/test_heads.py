"""Who is asked for as the head of a body, or by what stands around the name; and whom nobody is called."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.answering.offices import is_anothers
from bot.answering.pointing import heading_above, is_a_question
from bot.asking.heads import body_headed
from bot.asking.roles import head_of, roles_of, with_its_place
from tests.bot.one_article import assistant_over

BARLEY = """\
Barley prices fall in Ostmark

“Nobody sows at a loss,” said Peter Rask, CEO of the Ostmark Barley Association, who grows barley himself.

About 40 percent of the barley goes abroad, the Ostmark Barley Association said.

“Barley feeds the moles,” said Oscar Dahl, director of soil research at the Brenn Institute.

The rain came late, the Brenn Institute said.

“Malt is dear,” said Otto Kern, president and CEO of the Malt League.

Gov. Nils Hogan of Westmark ordered the granaries opened on Friday. “We shall bake,” Hogan said.

Una Feld, a Radio Nine farm critic and University of Tessel Law School professor, said the order would not \
stand. “An order is no harvest,” Feld said.

“Rye is no weed,” said Ebba Lunt, secretary general of the ROGGEN league.

Which granaries are closed?

The North Granary and the Mill Granary.

The letter was signed by Ada Bo and Lars Munk, the president and vice president of Local 9 of the bakers in \
Ostmark.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("barley"), "barley.txt", BARLEY) as opened:
        yield opened


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("the head of the Ostmark Barley Association", "Peter Rask"),
        ("the boss of the Ostmark Barley Association", "Peter Rask"),
        ("the Ostmark Barley Association's chief", "Peter Rask"),
        ("the CEO of the Ostmark Barley Association", "Peter Rask"),
        ("the head of the Malt League", "Otto Kern"),
        ("the ROGGEN league's head", "Ebba Lunt"),  # a secretary general
        ("the governor of Westmark", "Nils Hogan"),  # "Gov. Nils Hogan of Westmark"
        ("the Westmark governor", "Nils Hogan"),
        ("Westmark's governor", "Nils Hogan"),
        ("the University of Tessel law professor", "Una Feld"),  # the second half of what she is called
        ("the law professor from Tessel", "Una Feld"),
        ("the Radio Nine critic", "Una Feld"),
        ("the Ostmark Barley Association", "Ostmark Barley Association"),
    ],
)
def test_a_role_means_its_bearer_and_never_the_body(assistant: Assistant, who: str, name: str) -> None:
    answer, _ = assistant.ask(f"What did {who} say?")
    assert {citation.speaker for citation in answer.citations} == {name}


@pytest.mark.parametrize(
    "who",
    [
        "the head of the Brenn Institute",  # quoted is who directs the research there
        "the boss of the Brenn Institute",
        "the director of the Ostmark Barley Association",
        "the governor of Ostmark",  # an article on Ostmark quotes the governor of Westmark
        "the mayor of Ostmark",
    ],
)
def test_where_nobody_is_called_so_that_is_said(assistant: Assistant, who: str) -> None:
    answer, _ = assistant.ask(f"What did {who} say about barley?")
    assert not answer.citations and answer.abstained
    assert answer.reason.startswith("I know nobody") and who in answer.reason


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("CEO of the Barley League", {"barley", "league"}),
        ("the Barley League's executive director", {"barley", "league"}),
        ("vice president of the Barley League", set()),
        ("director of soil research at the League", {"soil", "research", "league"}),
    ],
)
def test_what_somebody_is_head_of(role: str, body: set[str]) -> None:
    assert body_headed(role) == body


@pytest.mark.parametrize(
    ("role", "noun"),
    [
        ("the University of Tessel law professor", "professor"),
        ("the office of the mayor", "office"),
        ("the mayor of Tessel", "mayor"),
    ],
)
def test_the_noun_that_says_who_bears_a_role(role: str, noun: str) -> None:
    assert head_of(role) == noun


def test_an_aide_to_two_is_neither() -> None:
    assert [role.head for role in roles_of("Ann Lee", "an aide to the mayor and governor")] == ["aide"]


def test_a_question_over_a_paragraph_is_no_answer_but_what_follows_is(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What granaries are closed?")
    assert answer.citations[0].quote.endswith("The North Granary and the Mill Granary.")


def test_what_asks_and_what_stands_under_it() -> None:
    text = "Barley\n\nWho sows?\n\nThe moles. They dig.\n\n“Who?”\n\nNobody."
    assert heading_above(text, text.index("The moles")) == text.index("Who sows")
    assert heading_above(text, text.index("They dig")) is None
    assert heading_above(text, text.index("Nobody")) is None
    assert is_a_question("“Who sows?”") and not is_a_question("“Who sows?” she asked.")


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Who is the president of Tarn Motors?", "the president and vice president of Local 9", True),
        ("Who is the president of Tarn Motors?", "Bo Munk, the president of the works council,", True),
        ("Who is the president of Tarn Motors?", "Ann Lee, the president of Tarn Motors,", False),
        ("Who is the president of Tarn Motors?", "Ann Lee, the president of the company,", False),
        ("Who is the Tarn Motors president?", "President Ann Lee signed it.", False),
        (
            "Who is the CEO of Tarn Motors?",
            "the chief executive of Hale Steel",
            True,
        ),
        ("Who is the president?", "Bo Munk, president of Local 9, spoke.", False),
    ],
)
def test_an_office_of_another_body_is_no_answer(question: str, sentence: str, is_other: bool) -> None:
    assert is_anothers(question, sentence) is is_other


def test_who_presides_over_a_body_is_not_told_of_another(assistant: Assistant) -> None:
    answer, _ = assistant.ask("Who is the president of Ostmark?")
    assert answer.abstained


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Gov. Ann Lee of Hale said", "Gov of Hale"),
        ("President Ann B. Lee of the Malt League, who", "President of the Malt League"),
        ("Gov. Ann Lee of Hale’s debts", "Gov."),
        ("Gov. Ann Lee said of Hale", "Gov."),
    ],
)
def test_a_title_with_what_follows_the_name(text: str, called: str) -> None:
    assert with_its_place(text, (0, text.index(" "))) == called
