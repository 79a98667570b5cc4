"""A fact that one sentence alone does not tell: the thing is named before, or two events are alike."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Assistant
from bot.answering.details import Details, is_as_asked, is_time_of
from bot.answering.doers import done_to, names_the_doer, names_the_object
from bot.answering.harms import counts_another_harm
from bot.answering.named import InFull
from bot.answering.pointing import leads_elsewhere, points_back
from bot.answering.sought import sought
from index.types import Article
from tests.bot.one_article import assistant_over

SOUND = """\
Council of Tarvik approves a new footbridge

The council of Tarvik approved a footbridge over the Grell on Wednesday. The work would cost 4.2 million \
crowns and take eleven months.

Two accidents kept the coast guard busy. Near Lunde, a trawler struck a pier on Monday, and three sailors \
were hurt in the accident. Off Brenna, a trawler lost its mast on Thursday, and nine sailors were hurt in \
that accident.

Five fishermen of Ost have been arrested for the theft of the buoys, the coast guard of the Outer Sound \
announced. The coast guard arrested Odd Fjelle, 41, and his brother Knut Fjelle at the quay of Ost.

A smuggler was charged with the theft of a bell.

“I will not be the swimmer I was before I got hurt,” Signe Dal said of the race. Dal won the race over the \
sound in 2011, and in 2014 she came last.

The chronicler Halvor Moen, a baker, was buried in Lunde. Moen was born in 1931.

The ferry company began with one ship. “In June, I began to row,” Frida Aas said. The Sound Rowing Company \
opened its first hall in 1996, and it owns four.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("sound"), "sound.txt", SOUND) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much will the footbridge over the Grell cost?", ("approved a footbridge", "4.2 million")),
        ("How many sailors were hurt in the accident near Lunde?", ("three sailors",)),
        ("How many sailors were hurt in the accident off Brenna?", ("nine sailors",)),
        ("Who was arrested for the theft of the buoys?", ("Odd Fjelle",)),
        ("When was Halvor Moen born?", ("born in 1931",)),
        ("When did the Sound Rowing Company open its first hall?", ("1996",)),
        ("How many sailors were injured near Lunde?", ("three sailors",)),
    ],
)
def test_the_sentence_is_found_and_shown_with_what_it_goes_on_from(
    assistant: Assistant, question: str, words: tuple[str, ...]
) -> None:
    answer, _ = assistant.ask(question)
    assert not answer.abstained
    assert all(each in answer.citations[0].quote for each in words), answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "When did Signe Dal get hurt?",
        "How many sailors were hurt in the accident near Skarn?",
        "How much will the quay of Ost cost?",
        "When was the pier of Lunde built?",
    ],
)
def test_what_has_not_the_form_or_the_detail_asked_for_is_no_answer(
    assistant: Assistant, question: str
) -> None:
    answer, _ = assistant.ask(question)
    assert answer.abstained


def test_who_has_no_name_on_the_page_may_be_who_was_asked_for(assistant: Assistant) -> None:
    answer, _ = assistant.ask("Who was charged with the theft of a bell?")
    assert answer.abstained or "A smuggler was charged" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "sentence", "named"),
    [
        ("Who was arrested?", "Four men of Holm were arrested in Vik, the Holm police said.", False),
        ("Who was arrested?", "The Holm police arrested the baker Odd Brenna on Friday.", True),
        ("Who was arrested?", "Odd Brenna, 40, a baker of Holm, was arrested on Friday.", True),
        ("Who was arrested?", "The arrest of Odd Brenna surprised the town.", True),
        ("Who was arrested?", "Odd Brenna has not been arrested.", False),
        ("Who was arrested?", "Odd Brenna arrested a man in Holm.", False),
        ("Who was elected mayor?", "Holm will see elections as the League is weak.", False),
        ("Who was elected mayor?", "Ada Quill of Holm was elected mayor.", True),
        ("Who was killed?", "Ada Quill, 70, died when the wall fell.", True),
        ("Who was hired by Ada Quill?", "Ada Quill was hired in May.", False),
    ],
)
def test_somebody_is_named_to_whom_it_was_done(question: str, sentence: str, named: bool) -> None:
    said = question.lower().rstrip("?").split()
    assert names_the_object(done_to(question), sentence, said) is named


def test_only_a_question_for_whom_it_was_done_to_asks_so() -> None:
    assert done_to("Who has been hurt in the fire?") == "hurt"
    assert not done_to("Who is the bridge keeper?")
    assert not done_to("Who opened the bridge?")


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("It would cost 4 crowns.", True),
        ("The work would cost 4 crowns.", True),
        ("The town said the project would cost 4 crowns.", True),
        ("The collision happened on Tuesday.", True),
        ("Ten sailors of that ship were saved.", True),
        ("Ada Quill sold her house for 4 crowns.", False),
        ("The herring came back in June.", False),
    ],
)
def test_a_sentence_points_back_by_its_subject(sentence: str, back: bool) -> None:
    assert points_back(sentence, ["crash"]) is back


def test_another_day_or_place_than_the_one_asked_for_is_seen() -> None:
    asked = Details.of("How many were hurt in the accident in Holm on Tuesday?")
    assert asked.of_another_day("Two were hurt on Monday.")
    assert not asked.of_another_day("Two were hurt.")
    assert asked.of_another_place("Two were hurt in Vik.")
    assert not asked.of_another_place("Two were hurt in Vik, a part of Holm.")


def test_the_second_of_something_is_not_the_first() -> None:
    asked = Details.of("Who hosted the first Kelland summit?")
    assert asked.of_another_turn("Ada Quill hosted the second summit of Kelland.")
    assert asked.of_another_turn("Ada Quill hosted the 2nd Kelland summit.")
    assert not asked.of_another_turn("Ada Quill hosted the inaugural summit.")
    assert not asked.of_another_turn("Ada Quill hosted the first summit, and Ivo Lee the second summit.")
    assert not asked.of_another_turn("Ada Quill hosted the summit in a second hall.")


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("How many people died?", "The blast injured 40 people.", True),
        ("How many people died?", "The blast injured at least 40 people, 12 of whom died.", False),
        ("How many people died?", "The 40 injured were taken to Holm, where Ann Lee died.", True),
        ("How many were injured?", "In Holm 12 died and 40 were injured.", False),
        ("How many were injured?", "The storm killed 12 people.", True),
        ("How many are missing?", "Of the 40 wounded, all are at home.", True),
        ("How many people died?", "There were 40 people in the bus.", False),
        ("How many boats came?", "The storm killed 12 people.", False),
    ],
)
def test_a_number_of_the_injured_does_not_tell_how_many_died(
    question: str, sentence: str, another: bool
) -> None:
    assert counts_another_harm(question, sentence) is another


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Harbour vote:Council of Holm splits over 9 ships", True),
        ("How to help the families of the nine ships:Where to give", True),
        ("More: Nine ships lost off Holm", True),
        ("The vote was close: Council members left in tears.", False),
        ("At 9:30 the ships sailed", False),
    ],
)
def test_a_line_that_leads_to_another_article_tells_nothing(line: str, leads: bool) -> None:
    text = f"Nine ships sailed.\n{line}\nThey came home."
    assert leads_elsewhere(text, text.index(line)) is leads


def test_this_year_is_the_one_of_the_article() -> None:
    asked = Details.of("How much did the race raise this year?")
    assert asked.of_another_day("It raised 40 crowns in 1992.", date(2019, 6, 3))
    assert not asked.of_another_day("It raised 90 crowns in 2019.", date(2019, 6, 3))
    assert not asked.of_another_day("It raised 90 crowns.", date(2019, 6, 3))


def test_what_will_be_is_not_what_was_in_another_year() -> None:
    asked = Details.of("How many hens will be killed in Holm?")
    assert asked.of_another_day("An outbreak in 2015 killed 900 hens.", date(2022, 6, 3))
    assert asked.of_another_day("An outbreak in 2015 killed 900 hens.")
    assert not asked.of_another_day("All 400 hens are to be killed by 2023.", date(2022, 6, 3))
    assert not asked.of_another_day("All 400 hens are to be killed by 2023.")
    assert not asked.of_another_day("All 400 hens die.", date(2022, 6, 3))


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The wreck was discovered on Monday, and Ada Quill saw it.", False),
        ("The wreck was discovered by a diver.", False),
        ("The wreck was discovered by the diver Ada Quill.", True),
        ("Ada Quill discovered the wreck.", True),
    ],
)
def test_what_is_only_done_names_nobody_who_did_it(sentence: str, named: bool) -> None:
    assert names_the_doer("discovered", sentence) is named


@pytest.mark.parametrize(
    ("question", "sentence", "as_asked"),
    [
        ("When will the winner be announced?", "The five were announced on Friday.", False),
        ("When will the winner be announced?", "It will be announced on Friday.", True),
        ("When was the bridge opened?", "It will be opened in May.", False),
        ("When was the bridge opened?", "It was opened in May.", True),
    ],
)
def test_what_is_to_be_done_is_not_done(question: str, sentence: str, as_asked: bool) -> None:
    assert is_as_asked(question.rstrip("?").split()[-1], question, sentence) is as_asked


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("How many boats sank?", "The storm sank 12 boats.", "The storm sank dozens of boats."),
        ("How many boats sank?", "The storm sank 12 boats.", "The storm sank 12 ships."),
        ("When did it sink?", "It sank on 3 May.", "It sank on Monday."),
        ("How many people were lost?", "All 9 fishermen were lost.", "People were lost, and 9 slept."),
    ],
)
def test_what_is_told_exactly_fits_better(question: str, better: str, worse: str) -> None:
    wanted = sought(question)
    assert wanted.fit(better) > wanted.fit(worse) > 0


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("The League met in 1934, before the mill was built.", False),
        ("The mill was built in 1934, before the League met.", True),
        ("The mill was built after 1934.", True),
        ("They agreed on Wednesday to build the mill.", False),
        ("They agreed to build the mill on Wednesday.", True),
    ],
)
def test_a_time_before_something_else_is_not_of_that(sentence: str, may: bool) -> None:
    assert is_time_of("built", sentence) is may


@pytest.mark.parametrize(
    ("question", "words", "fits"),
    [
        ("When did it begin?", "It began in 1997, and grew.", True),
        ("When did it begin?", "It sold 1,997 boats.", False),
        ("How many hours did it last?", "It lasted 40 hours.", True),
        ("How many hours did it last?", "Of 18 boats, one sank days later.", False),
        ("How many people fell ill?", "It used one sensor.", False),
        ("How many people fell ill?", "Of the passengers, 12 fell ill.", True),
        ("At what time does it begin?", "It begins on Monday.", False),
        ("At what time does it begin?", "It begins at 4:30 p.m.", True),
        ("How old was he when he died?", "Ann Lee died in Holm at 76.", True),
    ],
)
def test_a_number_is_of_what_is_counted(question: str, words: str, fits: bool) -> None:
    assert bool(sought(question).fit(words)) is fits


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("Ada Quill came. Quill was tired.", True),
        ("Ada Quill came with Ivo Quill. Quill was tired.", False),
        ("Quill was tired.", False),
        ("Ada Quill came by way of Vik. Quill was tired.", True),  # the town ends a sentence
    ],
)
def test_a_surname_means_the_one_whom_the_article_names_in_full(text: str, completed: bool) -> None:
    article = Article(id="a", title="News", text=text)
    in_full = InFull.of("When was Ada Quill tired?", {})
    assert ("Ada Quill" in in_full.completed("Quill was tired.", article)) is completed
