"""Questions to the real assistant, over the samples and, where it is present, over the real article."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot import render
from bot.answer import Assistant
from bot.intake import take_in
from bot.types import Answer, Memory
from index.encoder import load_encoder
from index.errors import UsageError
from index.store import Store

REAL = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="module")
def samples(new_seeds_store: Callable[[], Path]) -> Iterator[Assistant]:
    with Store.open(new_seeds_store(), load_encoder()) as store:
        yield Assistant(store)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    if not REAL.is_dir():
        pytest.skip("the real article is not here")
    with Store.open(tmp_path_factory.mktemp("real"), load_encoder()) as store:
        assert not take_in(store, [REAL]).failures
        yield Assistant(store)


def asked(assistant: Assistant, *questions: str) -> Answer:
    """Ask some questions in a row; return the last answer, its citations checked to the character."""
    memory = Memory()
    for question in questions:
        answer, memory = assistant.ask(question, memory)
    for citation in answer.citations:
        article = assistant.store.article(citation.article_id)
        assert article and citation.quote == article.text[citation.start : citation.end]
    return answer


def test_pankin_on_zones_of_responsibility(real: Assistant) -> None:
    answer = asked(real, "What did Pankin say about zones of responsibility?")
    assert {c.speaker for c in answer.citations} == {"Alexander Pankin"}
    quote = answer.citations[0].quote
    assert "the CSTO's own space" in quote and "declared global" in quote
    assert quote.startswith("“The zone") and "the difference" in quote


@pytest.mark.parametrize(
    ("question", "speaker", "words"),
    [
        ("Who said that a threat to one is a threat to everyone else?", "Alexander Pankin", "everyone else"),
        ("What did the deputy foreign minister say about a toy?", "Alexander Pankin", "not a toy"),
        ("What did Ned Price say about the authenticity of the documents?", "Ned Price", "authenticity"),
        ("What did Ermakov say about Kazakhstan?", "Sergei Ermakov", "Tokayev"),
        ("What did Sergey Ermakov say about security architecture?", "Sergei Ermakov", "architecture"),
        ("What did Ermakov say about compromises with Russia?", "Sergei Ermakov", "its existence"),
        ("What did Koshkin say about the Russian threat?", "Andrey Koshkin", "myth"),
        ("What did Zakharova say about NATO's borders?", "Maria Zakharova", "no borders"),
        ("What did Zas say about the western borders?", "Stanislav Zas", "western borders"),
        ("What did Putin say about political clichés?", "Vladimir Putin", "clichés"),
    ],
)
def test_the_right_person_on_the_real_article(
    real: Assistant, question: str, speaker: str, words: str
) -> None:
    answer = asked(real, question)
    assert not answer.abstained, answer.reason
    assert {c.speaker for c in answer.citations} == {speaker}
    assert words in answer.citations[0].quote


def test_when_and_where_as_the_article_has_it(real: Assistant) -> None:
    for question in (
        "What did Putin say about verbal assurances?",
        "When did Putin speak of verbal assurances?",
    ):
        shown = render.text(asked(real, question))
        assert "December 21, 2021" in shown
        assert "collegium of the Russian Defense Ministry" in shown


def test_a_follow_up_asks_when(real: Assistant) -> None:
    answer = asked(real, "What did Pankin say about zones of responsibility?", "When did he say that?")
    assert "the sidelines of the Valdai Club on February 9" in answer.blocks[0].lead
    assert answer.citations[0].speaker == "Alexander Pankin"


def test_somebody_named_and_never_quoted_is_declined(real: Assistant) -> None:
    answer = asked(real, "What did Macron say about security guarantees?")
    assert answer.abstained and not answer.citations
    assert "Macron is not quoted" in answer.reason and "one article" in answer.reason


def test_a_stranger_is_declined(real: Assistant) -> None:
    answer = asked(real, "What did Biden say about NATO?")
    assert answer.abstained and "nobody called Biden" in answer.reason


def test_a_fact_that_nobody_said_cites_a_passage(real: Assistant) -> None:
    answer = asked(real, "How many states are in the CSTO?")
    first = answer.citations[0]
    assert first.kind == "passage" and "six states" in first.quote
    assert "peacekeeper" not in first.quote, "a photo caption is no part of the prose"


def test_who_really_said_it(real: Assistant) -> None:
    answer = asked(real, "Did Zas say 'this is not a toy, but a real organization'?")
    assert answer.blocks[0].lead.startswith("Misattributed") and "Alexander Pankin" in answer.blocks[0].lead


def test_pankin_works_out_of_the_box(samples: Assistant) -> None:
    answer = asked(samples, "What did Pankin say about zones of responsibility?")
    assert {c.speaker for c in answer.citations} == {"Alexander Pankin"}
    assert any("own space" in c.quote for c in answer.citations)


def test_two_people_of_one_name_are_asked_about(samples: Assistant) -> None:
    answer = asked(samples, "What did Halvorsen say about the wall?")
    assert not answer.citations
    choices = " ".join(answer.choices)
    assert "Ruth Halvorsen" in choices and "Pieter Halvorsen" in choices
    assert asked(samples, answer.choices[0]).choices == (), "a choice is a question that needs no choice"


def test_a_choice_within_a_comparison_keeps_the_comparison(samples: Assistant) -> None:
    answer = asked(samples, "Compare Amina Duarte and Whitaker on the merger")
    assert "Compare Amina Duarte and Colm Whitaker on the merger" in answer.choices
    assert not asked(samples, "Compare Amina Duarte and Colm Whitaker on the merger").choices


@pytest.mark.parametrize(
    ("question", "speaker", "articles", "words"),
    [
        ("What did Renn say at the debate?", "Tobias Renn", {"mayor-debate"}, "islanders shouted"),
        ("How did Renn take it when he lost the election?", "Tobias Renn", {"election-night"}, "I can count"),
        ("What did Renn say about the costs at the debate?", "Tobias Renn", {"mayor-debate"}, "new tenders"),
        ("What did Kroll say at the council meeting in January?", "Bettina Kroll", {"wall-too-dear"}, "fear"),
        ("What did Zas say at the conference?", "Stanislav Zas", {"csto-nato"}, "unity and readiness"),
        ("What did Putin say after his talks with Macron?", "Vladimir Putin", {"csto-nato"}, "clichés"),
        ("What did Pankin say on 9 February?", "Alexander Pankin", {"csto-nato"}, "own space"),
        (
            "What did Pieter Halvorsen say in the interview?",
            "Pieter Halvorsen",
            {"harbour-interview"},
            "gauge",
        ),
    ],
)
def test_what_was_said_on_an_occasion(
    samples: Assistant, question: str, speaker: str, articles: set[str], words: str
) -> None:
    answer = asked(samples, question)
    assert {c.article_id for c in answer.citations} == articles, answer.reason
    assert {c.speaker for c in answer.citations} == {speaker}
    assert any(words in c.quote for c in answer.citations)


def test_the_words_of_another_occasion_do_not_answer(samples: Assistant) -> None:
    putin = asked(samples, "What did Putin say after the talks on 8 February?")
    assert not any("verbal assurances" in c.quote for c in putin.citations)
    funeral = asked(samples, "What did Renn say at the funeral?")
    assert funeral.abstained and funeral.reason.endswith("but not at the funeral.")
    assert asked(samples, "What did Renn say about refugees at the debate?").abstained
    assert asked(samples, "What did Antonov say about the ferry at the debate?").abstained


def test_before_an_occasion(samples: Assistant) -> None:
    answer = asked(samples, "What did the mayor say about the wall before the debate?")
    assert answer.citations and all(c.published and c.published < date(2026, 9, 2) for c in answer.citations)
    assert asked(samples, "What did the mayor say about the wall before the war?").abstained


def test_everybody_who_spoke_on_an_occasion(samples: Assistant) -> None:
    answer = asked(samples, "Who spoke at the debate?")
    speakers = [c.speaker for c in answer.citations]
    assert {"Ingrid Marlowe", "Tobias Renn", "Sergei Antonov"} <= set(speakers)
    assert len(speakers) == len(set(speakers)), "one statement of each"
    assert {c.article_id for c in answer.citations} == {"mayor-debate"}


def test_where_it_was_said_on_an_occasion(samples: Assistant) -> None:
    answer = asked(samples, "Where did Marlowe speak on election night?")
    assert "in the market hall" in answer.blocks[0].lead


def test_a_month_told_in_the_text_counts(samples: Assistant) -> None:
    answer = asked(samples, "What did Northern Opinion find about support for the wall in April?")
    assert "57 per cent" in answer.citations[0].quote
    assert asked(samples, "What did Northern Opinion find about support for the wall in June?").abstained


def test_a_refusal_says_that_nothing_is_on_it(samples: Assistant) -> None:
    assert "but not on nuclear arms" in asked(samples, "What did Antonov say about nuclear arms?").reason


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Who said the wall is too dear?", "I want a wall that ends before our money does"),
    ],
)
def test_where_nobody_said_it_who_comes_nearest_by_meaning_is_shown(
    samples: Assistant, question: str, shown: str
) -> None:
    answer = asked(samples, question)
    assert answer.abstained and "quoted as saying" in answer.reason
    assert shown in render.text(answer)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who said it was the most difficult vote of her career?", "the hardest decision of her eight years"),
        ("Who said one can see the ocean from the wall?", "You can look at the sea from the top of a wall."),
    ],
)
def test_who_said_it_in_other_words_is_found(samples: Assistant, question: str, words: str) -> None:
    assert words in asked(samples, question).citations[0].quote


def test_who_is_not_answered_by_a_question_that_nobody_is_named_as_asking(samples: Assistant) -> None:
    answer = asked(samples, "Who thinks the flood wall costs too much?")
    assert "whether the town needed" not in render.text(answer)


def test_a_setting_is_the_speakers_own(samples: Assistant) -> None:
    shown = render.text(asked(samples, "What did Pankin say about zones of responsibility?"))
    assert "on 9 February, on the sidelines of the Valdai club" in shown
    retires = render.text(asked(samples, "What did Pieter Halvorsen say about high water?"))
    assert "in December" not in retires, "that is when he retires"


@pytest.mark.parametrize(
    ("question", "speakers", "words"),
    [
        ("Who called the wall a monument to fear?", ["Bettina Kroll", "Tobias Renn"], "A wall like that"),
        ("Who said “I will not sign for a wall”?", ["Ingrid Marlowe", "Tobias Renn"], "I will not sign"),
        ("Who called the sluice a cork in a bathtub?", ["Ruth Halvorsen"], "cork in a bathtub"),
    ],
)
def test_who_said_it_comes_before_who_repeats_it(
    samples: Assistant, question: str, speakers: list[str], words: str
) -> None:
    answer = asked(samples, question)
    assert [c.speaker for c in answer.citations][: len(speakers)] == speakers
    assert words in answer.citations[0].quote


def test_when_it_was_said_first(samples: Assistant) -> None:
    answer = asked(samples, "Who called the wall a monument to fear?", "When did she say that?")
    assert [(c.speaker, c.article_id) for c in answer.citations] == [("Bettina Kroll", "wall-too-dear")]


def test_a_pronoun_means_whoever_it_can(samples: Assistant) -> None:
    answer = asked(samples, "Who said “I will not sign for a wall”?", "When did she say that?")
    assert [c.speaker for c in answer.citations] == ["Ingrid Marlowe"]


@pytest.mark.parametrize(
    ("question", "speaker", "words"),
    [
        ("What did the transport authority official say about a fine?", None, "50,000 euros a month"),
        ("What did the official at the transport authority say about a fine?", None, "50,000 euros a month"),
        ("What did the ministry official say about the draft?", None, "not a cheque"),
        ("How sure is the draft, according to the ministry official?", None, "not a cheque"),
        ("What did fishermen demand?", None, "three gates"),
        ("What did the old ferryman say about a second ship?", None, "Buy a second ship"),
        ("What did the education office say about teachers?", None, "No teacher will lose"),
        ("What did the finance ministry's spokesman say about an application?", "Emil Strand", "application"),
        ("What did the ferry company's spokesman say about fuel?", "Joss Okafor", "to save fuel"),
        (
            "What reason did the ferry company's spokesman give for the cuts?",
            "Joss Okafor",
            "reason for the cuts",
        ),
        ("What did the ten-year-old girl say about the seals?", "Lotte Sorley", "seals are up"),
        (
            "What did the chairwoman of the parents' association say about being polite?",
            "Judith Whitaker",
            "many",
        ),
        ("What did the diplomat say about a toy?", "Alexander Pankin", "not a toy"),
        ("What did the Coastal Institute's report say about a barrier?", "Coastal Institute", "A barrier"),
    ],
)
def test_a_description_for_somebody(
    samples: Assistant, question: str, speaker: str | None, words: str
) -> None:
    answer = asked(samples, question)
    assert not answer.abstained, answer.reason
    assert {c.speaker for c in answer.citations} == {speaker}
    assert any(words in c.quote for c in answer.citations)


def test_the_article_tells_who_the_official_is(samples: Assistant) -> None:
    shown = render.text(asked(samples, "What did the official say?"))
    assert "“A senior official in the ministry”" in shown
    assert "“A senior official at the transport authority”" in shown


@pytest.mark.parametrize(
    "question",
    [
        "What did the ministry say about the draft?",  # not the finance ministry's spokesman
        "What did the wall company's spokesman say about fuel?",
        "What did the ten-year-old boy say about the seals?",
        "What did the twelve-year-old say about the seals?",
        "What did the fire service's spokesman say about the pumps?",
        "What did the police say about the flood?",
    ],
)
def test_a_description_of_nobody_is_declined(samples: Assistant, question: str) -> None:
    answer = asked(samples, question)
    assert answer.abstained and not answer.citations


def test_a_description_of_several_is_asked_about(samples: Assistant) -> None:
    answer = asked(samples, "What did the spokesman say about engines?")
    assert not answer.citations and len(answer.choices) > 1


def test_a_change_of_mind_is_told_in_order_of_time(samples: Assistant) -> None:
    answer = asked(samples, "How has Marlowe's position on the wall changed?")
    dates = [c.published for c in answer.citations if c.published]
    assert len(dates) > 2 and dates == sorted(dates)
    assert {c.speaker for c in answer.citations} == {"Ingrid Marlowe"}


def test_a_comparison_puts_both_side_by_side(samples: Assistant) -> None:
    answer = asked(samples, "Compare Marlowe and Renn on the wall")
    assert [c.speaker for c in answer.citations][:1] == ["Ingrid Marlowe"]
    assert {c.speaker for c in answer.citations} == {"Ingrid Marlowe", "Tobias Renn"}


def test_silence_is_said_with_the_count(samples: Assistant) -> None:
    answer = asked(samples, "What did Pankin say about the flood wall?")
    assert answer.abstained and not answer.citations
    assert "Alexander Pankin is quoted" in answer.reason and "not on the flood wall" in answer.reason


def test_nobody_else_speaks_on_it_whose_article_has_none_of_its_names(samples: Assistant) -> None:
    answer = asked(samples, "What did the deputy foreign minister say about NATO's plans?")
    assert {citation.speaker for citation in answer.citations} <= {"Alexander Pankin"}  # no harbour's plans


def test_every_example_has_an_answer(samples: Assistant) -> None:
    examples = samples.examples()
    assert examples
    for example in examples:
        assert asked(samples, example).citations, example


def test_a_batch_answers_as_one_by_one_does(samples: Assistant) -> None:
    questions = ["What did Pankin say about NATO?", "How many states are in the CSTO?", "What did Renn say?"]
    together = [render.text(answer) for answer in samples.ask_many(questions)]
    assert together == [render.text(asked(samples, question)) for question in questions]


@pytest.mark.parametrize("question", ["", "   ", "why " * 1_000])
def test_what_is_no_question_is_refused_in_a_sentence(samples: Assistant, question: str) -> None:
    with pytest.raises(UsageError, match="question"):
        samples.ask(question)


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with Store.open(tmp_path, load_encoder()) as store:
        answer = asked(Assistant(store), "How many states are there?")
    assert answer.abstained and "onrecord index" in answer.reason


def test_what_an_interview_asks_is_what_the_answer_is_about(samples: Assistant) -> None:
    answer = asked(samples, "What did Pieter Halvorsen say about when the Kittiwake will sail again?")
    assert not answer.abstained and "the second week of June" in answer.citations[0].quote


def test_before_an_event_is_up_to_the_day_on_which_it_is_told(samples: Assistant) -> None:
    answer = asked(samples, "What did Marlowe say before the election about the wall?")
    days = [citation.published for citation in answer.citations]
    assert days and all(day and day < date(2026, 9, 28) for day in days)


def test_an_event_that_no_article_tells_of_is_announced(samples: Assistant) -> None:
    answer = asked(samples, "What did Marlowe say before the harvest about the wall?")
    assert answer.citations and "do not tell what was said “before the harvest”" in answer.blocks[0].lead


@pytest.mark.parametrize(
    ("question", "newest"),
    [
        ("What did Marlowe say most recently about the wall?", True),
        ("What did Marlowe say recently?", True),
        ("What did Marlowe say first about the wall?", False),
    ],
)
def test_the_most_recent_comes_first_where_it_is_asked_for(
    samples: Assistant, question: str, newest: bool
) -> None:
    days = [citation.published for citation in asked(samples, question).citations if citation.published]
    assert days == sorted(days, reverse=newest)
    assert days[0] == (date(2026, 9, 28) if newest else date(2026, 1, 29))


def test_a_comparison_names_the_side_that_is_missing(samples: Assistant) -> None:
    answer = asked(samples, "Compare what Marlowe and Biden said about the wall")
    assert {citation.speaker for citation in answer.citations} == {"Ingrid Marlowe"}
    assert "nobody called Biden" in answer.blocks[-1].lead


@pytest.mark.parametrize("wall", ["the wall", "walls"])
def test_a_change_of_mind_is_found_in_the_singular_and_the_plural(samples: Assistant, wall: str) -> None:
    quotes = [c.quote for c in asked(samples, f"How did Kroll's opinion of {wall} change?").citations]
    assert len(quotes) == 2 and "monument to fear" in quotes[0] and "still don't like walls" in quotes[1]


def test_what_else_shows_what_was_not_shown_until_there_is_no_more(samples: Assistant) -> None:
    questions = ["What did Marlowe say about the wall?"]
    seen: set[str] = set()
    while not (answer := asked(samples, *questions)).abstained:
        quotes = {citation.quote for citation in answer.citations}
        assert quotes and not quotes & seen
        seen |= quotes
        questions.append("what else?")
    assert len(questions) > 2 and "That is all" in answer.reason


def test_when_was_that_tells_the_occasion_of_what_was_shown(samples: Assistant) -> None:
    first = asked(samples, "Who said that she was wrong about the wall?").citations[0]
    answer = asked(samples, "Who said that she was wrong about the wall?", "When was that?")
    assert [citation.quote for citation in answer.citations] == [first.quote]
    assert "7 May 2026" in answer.blocks[0].lead


def test_several_who_fit_a_description_keep_the_rest_of_the_question(samples: Assistant) -> None:
    answer = asked(samples, "When did Halvorsen say that the ferry is late in May?")
    assert "When did Ruth Halvorsen say that the ferry is late in May?" in answer.choices
    answer = asked(samples, "What did the spokesman say about engines?")
    assert "description" in answer.reason


def test_a_bracket_in_a_description_is_no_pattern(samples: Assistant) -> None:
    answer = asked(samples, "What did the [official say about the cuts?")
    assert answer.abstained and "called “the [official”" in answer.reason


def test_all_that_was_said_on_an_occasion_needs_no_topic(samples: Assistant) -> None:
    answer = asked(samples, "What was said at the debate?")
    assert {"Tobias Renn", "Ingrid Marlowe"} <= {citation.speaker for citation in answer.citations}


def test_who_is_described_as_the_article_does_and_never_as_everyone(samples: Assistant) -> None:
    leads = [block.lead for block in asked(samples, "What did the old ferryman say about a ship?").blocks]
    assert any(lead.startswith("An old ferryman") for lead in leads)
    assert not any(lead.startswith("He ") for lead in leads)
    answer = asked(samples, "Who complained about the warning?")
    assert answer.blocks and not any("veryone" in block.lead for block in answer.blocks)


def test_whoever_is_criticised_is_not_who_criticised(samples: Assistant) -> None:
    answer = asked(samples, "Who criticised Marlowe?")
    assert {citation.speaker for citation in answer.citations} == {"Tobias Renn"}
    answer = asked(samples, "Who accused Renn?")
    assert answer.abstained and "accusing Renn" in answer.reason
    shown = [block.citation.speaker for block in answer.blocks if block.citation]
    assert shown and "Tobias Renn" not in shown


def test_when_was_that_means_who_was_shown_first_though_without_a_name(samples: Assistant) -> None:
    answer = asked(samples, "What did the old ferryman say about a second ship?", "When was that?")
    assert [citation.speaker for citation in answer.citations] == [None]


def test_who_else_is_somebody_else(samples: Assistant) -> None:
    first = asked(samples, "Who spoke about the wall?")
    others = asked(samples, "Who spoke about the wall?", "who else?")
    assert others.citations
    assert not {c.speaker for c in others.citations} & {c.speaker for c in first.citations if c.speaker}


def test_what_else_in_a_comparison_shows_more_of_each(samples: Assistant) -> None:
    first = asked(samples, "Compare Marlowe and Renn on the wall")
    more = asked(samples, "Compare Marlowe and Renn on the wall", "what else?")
    assert more.citations and not {c.quote for c in more.citations} & {c.quote for c in first.citations}


def test_the_latest_of_what_was_asked_for(samples: Assistant) -> None:
    answer = asked(samples, "What did Marlowe say about the wall?", "What was the latest?")
    assert answer.citations[0].published == date(2026, 9, 28)


def test_what_else_after_a_fact_does_not_tell_it_again(samples: Assistant) -> None:
    first = asked(samples, "How many states are in the CSTO?")
    more = asked(samples, "How many states are in the CSTO?", "what else?")
    assert "six member states" in first.citations[0].quote
    assert more.abstained and not more.blocks and "do not say more" in more.reason
