"""A fact is told of whom or what the question asks about, and not of what stands beside it."""

from collections.abc import Iterator

import pytest

from bot.answer import Assistant
from bot.answering.harms import tells_no_such_harm
from bot.answering.pointing import section_heading
from bot.answering.sought import sought
from bot.answering.subjects import deed_of_somebody, is_done_by_another, tells_the_age_of
from tests.bot.one_article import assistant_over

FAIR = """\
Fair of Lowtown opens after a storm

Ann Lee returned to the town hall of Lowtown on Wednesday, a month after her brother, Bo Lee, fell ill. The \
41-year-old mayor thanked the nurses. A doctor said that Bo would rest. The 75-year-old baker was seen with \
Carl Marsh at the quay.

Lee’s most loved dish – and one that she cooks each week – is a herring pie. She is glad that not every \
dish at the town hall is warm.

Guests of the fair may win a trip to the Holm Kite Festival in Outer Holm. The festival takes place on 5 \
April.

A swarm of two sick gulls was seen over three coastal counties. In November 2022 the council spent $6 \
million on boats for the storm. Article 34 of the harbour law forbids boats on the quay. Storm waves took 17 \
boats.

The cause of death was a fall from the wall, the doctor said of Dan Holm, who died on Monday.

Gas prices in Lowtown jumped more than 20% on Friday. The storm brought 57 deaths on the coast in 2021.

The steps by which the council created a fund for Lowtown and the Holm Kite Festival were long.

Headquartered in Vik, the Hale Kite Works sends its kites to forty towns.

A judge on Friday lifted the ban on kites. Judge Eve Quill lifted the ban on boats.

3. Egg Race of Ost

Racers run with an egg in a spoon. In 2012 the winner was Finn Aas, who ran a mile.

4. Herring Toss of Vik

Herrings fly far. In 2012 the winner was Gro Dahl, who threw nine.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("fair"), "fair.txt", FAIR) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is Lee's most loved dish?", "herring pie"),
        ("When is the Holm Kite Festival?", "5 April"),
        ("What did Dan Holm die of?", "The cause of death was a fall"),
        ("How much did gas prices in Lowtown rise?", "20%"),
        ("How many people died on the coast in 2021?", "57 deaths"),
        ("Which judge lifted the ban?", "Eve Quill"),
        ("Who won the Egg Race of Ost?", "Finn Aas"),
        ("Who won the Herring Toss of Vik?", "Gro Dahl"),
        ("How many boats did the storm take?", "17 boats"),
        ("Where is the Hale Kite Works based?", "Headquartered in Vik"),
    ],
)
def test_it_is_told_of_what_was_asked(assistant: Assistant, question: str, words: str) -> None:
    cited = assistant.ask(question)[0].citations
    assert cited
    assert words in f"{cited[0].speaker}: {cited[0].quote}"


@pytest.mark.parametrize(
    "question",
    [
        "When did Bo Lee return to the town hall?",
        "When did Ann Lee marry?",
        "How old is Carl Marsh?",
        "How many people caught the gulls?",
        "How many boats does the council own?",
        "How many people were hurt in the storm?",
        "Who coaches the Lowtown Gulls?",
        "How many people were seen at Acme?",
        "Who founded the Holm Kite Festival?",
    ],
)
def test_what_is_told_of_another_is_no_answer(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question)[0].citations


@pytest.mark.parametrize(
    ("name", "before", "sentence", "told"),
    [
        ("lee", "", "Ann Lee, 66, won.", True),
        ("lee", "", "Bo Hart, 66, beat Lee.", False),
        ("lee", "", "The 66-year-old baker Ann Lee won.", True),
        ("lee", "", "Lee, a 66-year-old baker, won.", True),
        ("lee", "", "The 66-year-old king was seen with Prince Lee.", False),
        ("lee", "Ann Lee won.", "The 66-year-old baker was glad.", True),
        ("lee", "Bo Hart won.", "The 66-year-old baker was glad.", False),
        ("lee", "", "Lee died on Monday at the age of 66.", True),
    ],
)
def test_an_age_is_of_the_name_beside_it(name: str, before: str, sentence: str, told: bool) -> None:
    assert tells_the_age_of({name, "prince"}, before, sentence) is told


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("When did Ann Lee marry?", "marry"),
        ("When will Lee return to Holm?", "return"),
        ("When will the Holm bridge open?", ""),
        ("Where will Holm’s new clinic be?", ""),
        ("When was Lee born?", ""),
        ("Where did Lee go to school?", ""),
        ("When does the Holm law on boats take effect?", ""),
    ],
)
def test_a_deed_of_somebody_is_read_from_the_question(question: str, deed: str) -> None:
    assert deed_of_somebody(question) == deed


def test_a_deed_right_after_another_name_is_that_ones() -> None:
    assert is_done_by_another("return", {"lee"}, "Hart returned on Friday, after Lee fell ill.")
    assert not is_done_by_another("return", {"lee"}, "Hart fell ill, and Lee returned on Friday.")
    assert not is_done_by_another("return", {"lee"}, "She returned on Friday.")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("The crash killed twelve.", False),
        ("The toll rose to twelve.", False),
        ("It led to the slaughter of twelve hens.", False),
        ("Twelve million people felt the storm.", True),
    ],
)
def test_how_many_died_is_told_by_a_text_about_death(text: str, none: bool) -> None:
    assert tells_no_such_harm("How many people died in the storm?", text) is none


def test_the_heading_of_a_section_is_found_above_its_paragraphs() -> None:
    assert section_heading(FAIR, FAIR.index("Finn Aas")) == "3. Egg Race of Ost"
    assert section_heading(FAIR, FAIR.index("Gro Dahl")) == "4. Herring Toss of Vik"


@pytest.mark.parametrize(
    ("question", "words", "fits"),
    [
        ("How many boats sank?", "In November 2022 the boats came.", False),
        ("How many boats sank?", "They spent $6 million on boats.", False),
        ("How many boats sank?", "Article 34 is on boats.", False),
        ("How many trucks were sold?", "Its F-150 trucks and others were sold.", False),
        ("How many children came?", "It was to warn of millions of those trucks.", False),
        ("How heavy is the plug?", "The 63-pound plug lay there.", True),
        ("How heavy is the plug?", "The plug swings open about 15 degrees.", False),
        ("How strong was the quake?", "It was a 7.4-magnitude quake.", True),
        ("How many boats sank?", "What one called boats were rafts.", False),
        ("How many people came?", "Two central U.S. states came.", False),
        ("How many migrants died?", "It had 557 southwest border deaths.", True),
        ("How big was the prize?", "The prize was $1 million.", True),
        ("What is the town's birth rate?", "The birth rate fell.", False),
        ("What is the town's birth rate?", "The birth rate fell to 1.3 last year.", True),
        ("By what margin did it pass?", "It passed by 780-72.", True),
    ],
)
def test_a_number_of_something_else_does_not_fit(question: str, words: str, fits: bool) -> None:
    assert bool(sought(question).fit(words)) is fits
