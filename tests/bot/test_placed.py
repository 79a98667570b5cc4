"""Who is asked for by a role with what only the page tells, by initials, or in a slip of the pen."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.intake import take_in
from index.encoder import load_encoder
from index.store import Store

ROWING = """\
Ashby wins the river title

Top-seeded Ashby rolled to the river title on Saturday, well ahead of Marden and Colby. The Herons had put \
all of their boats into the finals.

“We have a strong pair in every boat,” Herons coach Nell Dray said. “That is what wins a regatta.”

Ashby hosts the county regatta in June.
"""
DRAW = """\
Tarrow and Wick part without a goal

Tarrow led the first half and Wick the second. Tarrow hit the post. Wick hit the bar.

“A point is a fair reward,” said coach Ivo Penn.
"""
FOODS = """\
Brell Foods wants to sell its jam abroad

Brell Foods asked the ministry on Monday for leave to sell its jam abroad.

“Our jam has been safe for fifty years,” said Oda Finch, Brell’s chief strategy officer. Hugo Lamb, the \
CEO of Brell Foods, said that the price of sugar worried nobody.

The Union of Jam Makers (UJM) was against it. “Jam is for the county,” UJM president Lars Vane said.
"""
ZOO = """\
A lynx is born

The zoo showed its lynx on Friday. “She eats like a wolf,” said Petra Sole, the director.
"""
MUSEUM = """\
The museum counts its spoons

The museum has 900 spoons. “We polish them by night,” said Emil Roth, the director.
"""
FIRE = """\
A fire in Dunmere

The police closed the road to Dunmere. “The roof fell in at noon,” said Gus Harrow, the fire chief. \
Dunmere Mills said the loom was lost. Dunmere has no other mill.
"""
VISIT = """\
Norlander chancellor comes to Holmia

President Ida Holm met the Norlander chancellor on Tuesday. “We spoke of herring,” President Ida Holm said.
"""
RELAY = """\
Orrin falls at home to Pell

Orrin ran the first leg in a minute. Orrin dropped the stick in the second.

“We never looked back,” said coach Ulla Brand.
"""
COURT = """\
A case of a cellar

The tenant wants the cellar dried. The landlord was ill. “It was dry when he came,” \
said Rolf Asker, the attorney.
"""
STRIKE = """\
A strike at the quay

The company closed the quay, and the union was against it. “Nobody asked us,” said Nora Fell, the spokeswoman.

Tibble coach Ann Bright, who was not to be reached, trains the dockers of Tibble. Tibble has won every year.
Tibble trains at dawn.

“Rope is a sport,” said coach Bo Stark.
"""
LYNX = """\
Holmia counts its lynxes

Holmia has ninety lynxes. Holmia wants more. “They sleep by day,” said Bela Marsh, \
director of the Lynx Society.
"""
DAM = """\
Repairs to the Teal dam

“This has to be mended before the rain,” Marwick’s chief of staff, Jonas Beel, said. Senator Ruth \
Marwick was ill.

“My daughter swims there,” said Tess Olsen, the mother of Lil Olsen.

The Teal Dam Authority, or TDA, runs it. “The sluice is shut,” said Ola Grim, a Teal Dam \
Authority spokeswoman.

“We measure it daily,” said Mara Quill-Ostrander, who keeps the gauges. José Hernández was less sure: “The \
gauges are old,” Hernández said.
"""
FERRY = """\
Long nights for Quayle Mayor Tove Brink

A ferry struck the bridge at Quayle. “We count our boats first,” Mayor Tove Brink said.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("placed")
    pages = (ROWING, DRAW, FOODS, ZOO, MUSEUM, FIRE, VISIT, RELAY, COURT, STRIKE, LYNX, DAM, FERRY)
    files = [folder / f"{number}.txt" for number in range(len(pages))]
    for file, text in zip(files, pages):
        file.write_text(text, encoding="utf-8")
    with Store.open(folder / "store", load_encoder()) as store:
        assert not take_in(store, files).failures
        yield Assistant(store)


def speakers(assistant: Assistant, who: str, topic: str = "") -> set[str | None]:
    about = f" about {topic}" if topic else ""
    answer, _ = assistant.ask(f"What did {who} say{about}?")
    return {citation.speaker for citation in answer.citations}


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("the Ashby coach", "Nell Dray"),  # "Herons coach", and the Herons are Ashby's
        ("Ashby's head coach", "Nell Dray"),
        ("the zoo's director", "Petra Sole"),  # "the director" of the page with a zoo
        ("the director of the museum", "Emil Roth"),
        ("Brell Foods' chief strategy officer", "Oda Finch"),  # "Brell's"
        ("the Brell chief executive", "Hugo Lamb"),
        ("the Union of Jam Makers president", "Lars Vane"),
        ("the TDA spokesperson", "Ola Grim"),  # on whose page it is spelt out
        ("Marwick's chief of staff", "Jonas Beel"),
        ("Lil Olsen's mom", "Tess Olsen"),
        ("the UJM's president", "Lars Vane"),
        ("the Dunmere fire chief", "Gus Harrow"),  # though a firm that is quoted bears the town's name
        ("MQO", "Mara Quill-Ostrander"),
    ],
)
def test_a_role_means_who_bears_it_on_the_page(assistant: Assistant, who: str, name: str) -> None:
    assert speakers(assistant, who) == {name}


@pytest.mark.parametrize(
    "who",
    [
        "the Marden coach",  # whose rivals are quoted
        "the Tarrow coach",  # the page is as much about Wick
        "the Wick coach",
        "the police chief",  # the fire chief, on a page with police
        "the Norlander president",  # who met somebody from there
        "the deputy director of the zoo",
        "the Orrin coach",  # the title has the other side as well
        "the tenant's attorney",  # there is the landlord's, too
        "the company's spokeswoman",  # or the union's
        "the Holmia director",  # of the Lynx Society, on a page about Holmia
        "the Tibble coach",  # another, who is named and not quoted
        "Brell Foods' chief medical officer",
        "MQX",
    ],
)
def test_a_role_means_nobody_where_the_page_may_mean_another(assistant: Assistant, who: str) -> None:
    assert not speakers(assistant, who)


def test_it_is_told_whom_a_role_was_taken_for(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What did the Ashby coach say about the pair in every boat?")
    assert answer.blocks[0].lead == "I take “the Ashby coach” to be Nell Dray."
    answer, _ = assistant.ask("What did Nell Dray say about the pair in every boat?")
    assert "I take" not in answer.blocks[0].lead


@pytest.mark.parametrize(
    ("written", "name", "told"),
    [
        ("Hraorw", "Gus Harrow", True),
        ("Bele", "Jonas Beel", True),
        ("Hernandez", "José Hernández", False),
        ("Tess Olsne", "Tess Olsen", True),
    ],
)
def test_a_slip_of_the_pen_is_told(assistant: Assistant, written: str, name: str, told: bool) -> None:
    answer, _ = assistant.ask(f"What did {written} say?")
    assert {citation.speaker for citation in answer.citations} == {name}
    assert (f"I take “{written}” to be {name}." == answer.blocks[0].lead) is told


def test_a_state_in_capitals_is_no_verb(assistant: Assistant) -> None:
    assert assistant.understand("What did the Holmia State Fair judge say about jam?").topic == "jam"


def test_the_title_tells_whose_mayor_somebody_is(assistant: Assistant) -> None:
    assert speakers(assistant, "the Quayle mayor", "boats") == {"Tove Brink"}
    assert speakers(assistant, "the Dunmere mayor", "boats") == set()
