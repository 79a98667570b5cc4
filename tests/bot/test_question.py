"""Words of a question, and of the conversation before it, in; who, what, when and which answer, out."""

from dataclasses import replace
from datetime import date

import pytest

from bot.asking.people import Directory
from bot.question import understand
from bot.types import Citation, Memory, Question
from index.types import Speaker

PEOPLE = (
    Speaker("Alexander Pankin", ("Pankin",), ("Russian Deputy Foreign Minister",), 7, 1, 7),
    Speaker(
        "Maria Zakharova", ("Zakharova",), ("the official representative of the Foreign Ministry",), 3, 1, 3
    ),
    Speaker("Vladimir Putin", ("Putin",), ("President",), 5, 2, 5),
    Speaker("Ned Price", ("Price",), ("spokesman of the US State Department",), 1, 1, 1),
    Speaker("Ruth Halvorsen", ("Halvorsen",), ("Councillor",), 4, 2, 4),
    Speaker("Pieter Halvorsen", ("Halvorsen",), ("harbour master",), 4, 2, 4),
    Speaker("Ingrid Marlowe", ("Marlowe",), ("Mayor", "mayor of Port Skerrin"), 21, 5, 21),
    Speaker("Tobias Renn", ("Renn",), ("candidate for mayor",), 11, 4, 11),
    Speaker("James B. Comey", ("Comey",), ("F.B.I. director",), 3, 2, 3),
    Speaker("Coastal Institute", (), (), 2, 1, 2),
    Speaker("Jan Reporten", ("Reporten",), (), 1, 1, 1),
    Speaker("Vera Nohl", ("Nohl",), ("a professor of tides at Hale University",), 1, 1, 1),
    Speaker("Theresa May", ("May",), (), 2, 1, 2),
    # Quoted in twelve articles, beside a namesake in one and a surname that an article leaves alone.
    Speaker("Henry Dahl", ("Dahl",), ("then-vice president of the union",), 30, 12, 30),
    Speaker("Karen Dahl", ("Dahl",), ("the harbour clerk's sister",), 9, 1, 9),
    Speaker("Dahl", (), (), 2, 2, 2),
)
MENTIONED = ("Emmanuel Macron", "James Comey", "Outer Holm")
TEXT = "the russian side … talks with the french president , emmanuel macron"
DIRECTORY = Directory(
    PEOPLE,
    {
        **{alias: tuple(s.name for s in PEOPLE if alias in s.aliases) for p in PEOPLE for alias in p.aliases},
        **{speaker.name: (speaker.name,) for speaker in PEOPLE},
        **{name: (name,) for name in MENTIONED},
    },
    holds=lambda words: f" {words} " in f" {TEXT} ",
)
PANKIN, ZAKHAROVA, MARLOWE = "Alexander Pankin", "Maria Zakharova", "Ingrid Marlowe"
LATEST = date(2026, 9, 28)


def ask(*questions: str) -> Question:
    """Return how the last of some questions in a row is understood."""
    memory = Memory()
    for question in questions:
        memory = Memory(understand(question, DIRECTORY, memory, latest=LATEST))
    assert memory.question
    return memory.question


@pytest.mark.parametrize(
    ("question", "want", "speakers", "topic"),
    [
        ("What did Pankin say about visas?", "statements", [PANKIN], "visas"),
        ("Pankin on visas: what was said?", "statements", [PANKIN], "visas"),
        ("what has Alexander Pankin said on visas", "statements", [PANKIN], "visas"),
        ("What was Pankin's statement about visas?", "statements", [PANKIN], "visas"),
        ("What is the position of Pankin on visas?", "statements", [PANKIN], "visas"),
        ("Why does Pankin think NATO is global?", "statements", [PANKIN], "NATO is global"),
        ("According to Pankin, who is global?", "statements", [PANKIN], "who is global"),
        ("What help did the mayor promise to families?", "statements", [MARLOWE], "help to families"),
        ("What did Pankin say?", "list", [PANKIN], ""),
        ("List everything Pankin has said about NATO", "list", [PANKIN], "NATO"),
        ("Who said that a threat to one is one to all?", "who", [], "a threat to one is one to all"),
        ("When did Putin speak about assurances?", "when", ["Vladimir Putin"], "assurances"),
        ("How many states are in the CSTO?", "fact", [], "How many states are in the CSTO"),
        ("Compare Pankin and Zakharova on NATO", "compare", [PANKIN, ZAKHAROVA], "NATO"),
        ("Compare Alexander Pankin and Maria Zakharova", "compare", [PANKIN, ZAKHAROVA], ""),
        ("What do Pankin and Zakharova say about NATO?", "compare", [PANKIN, ZAKHAROVA], "NATO"),
        ("How has Marlowe's position on the wall changed?", "change", [MARLOWE], "the wall"),
        ("Did the mayor change her mind about the wall?", "change", [MARLOWE], "the wall"),
        ("Did Pankin say “NATO is global”?", "verify", [PANKIN], "NATO is global"),
        ("Has Pankin ever spoken about visas?", "statements", [PANKIN], "visas"),
        ("Quote Pankin on visas", "statements", [PANKIN], "visas"),
        ("Give me a quote by Pankin about visas", "statements", [PANKIN], "visas"),
        ("Pankin's opinion of visas", "statements", [PANKIN], "visas"),
        (
            "What share of the bill did Pankin promise to pay?",
            "statements",
            [PANKIN],
            "share of the bill to pay",
        ),
        ("What did Pankin say first about visas?", "list", [PANKIN], "visas"),
        ("What was the last thing Pankin said?", "list", [PANKIN], ""),
        ("What did Pankin say about visas, and when?", "statements", [PANKIN], "visas"),
        ("Did anybody say that the wall is too dear?", "who", [], "the wall is too dear"),
        ("What has been said about the wall?", "who", [], "the wall"),
        ("List everything about the wall", "who", [], "the wall"),
        ("Everything about the wall", "who", [], "the wall"),
        ("Show me all that was said on the wall", "who", [], "the wall"),
        ("latest statements by Pankin", "list", [PANKIN], ""),
        ("the most recent remarks of Pankin on NATO", "list", [PANKIN], "NATO"),
        ("How did Pankin vote?", "fact", [], "How did Pankin vote"),
        ("Who leads Pankin's party?", "fact", [], "Who leads Pankin's party"),
        ("What do people say about the wall?", "who", [], "the wall"),
        ("Which politicians spoke about the wall?", "who", [], "the wall"),
        ("list everyone who talked about NATO", "who", [], "NATO"),
        ("Name all the politicians who spoke about the wall", "who", [], "the wall"),
        ("List Zakharova's statements", "list", [ZAKHAROVA], ""),
        ("Show me all of Zakharova's quotes on NATO", "list", [ZAKHAROVA], "NATO"),
        ("What did Pankin demand from the council?", "statements", [PANKIN], "demand the council"),
        ("Did Pankin ever change his mind?", "change", [PANKIN], ""),
        ("What did Pankin say about visas over time?", "change", [PANKIN], "visas"),
        ("Compare what Pankin and Zakharova said about NATO", "compare", [PANKIN, ZAKHAROVA], "NATO"),
        ("What did Pankin and Rostova say about NATO?", "compare", [PANKIN], "NATO"),
        # "State" may be a part of whom it asks for.
        ("What did Pankin's state health officer say about visas?", "statements", [], "visas"),
        ("What did Pankin state about visas?", "statements", [PANKIN], "visas"),
    ],
)
def test_the_kinds_of_question(question: str, want: str, speakers: list[str], topic: str) -> None:
    asked = ask(question)
    assert (asked.want, list(asked.speakers), asked.topic) == (want, speakers, topic)


@pytest.mark.parametrize(
    ("question", "topic", "occasion"),
    [
        ("What did Renn say when he lost the election?", "", "when he lost the election"),
        ("What did Renn say at the debate?", "", "at the debate"),
        ("What did Renn say at the debate about the costs?", "the costs", "at the debate"),
        ("What did Renn say about the costs at the debate?", "the costs at the debate", "at the debate"),
        ("How did Renn react when he lost?", "", "when he lost"),
        ("What did Pankin say in his interview with RT?", "", "in his interview with RT"),
        ("What did Putin say after the talks on 8 February?", "", "after the talks"),
        ("What moved the mayor, in her own words on election night?", "", "on election night"),
        ("What did Renn say about when the wall will be finished?", "when the wall will be finished", ""),
        ("What did Renn say when asked about the wall?", "the wall", ""),
        ("What did Renn say about the building in Quay Street?", "the building in Quay Street", ""),
    ],
)
def test_an_occasion_is_no_topic(question: str, topic: str, occasion: str) -> None:
    asked = ask(question)
    assert len(asked.speakers) == 1
    assert (asked.want, asked.topic, asked.occasion) == ("statements", topic, occasion)


def test_who_spoke_to_somebody_asks_who_made_a_speech() -> None:
    assert ask("Who spoke to the pupils of Holm?").want == "fact"
    assert ask("Who spoke to reporters about the wall?").want == "who"


@pytest.mark.parametrize("question", ["Who spoke at the debate?", "Who said what at the debate?"])
def test_who_spoke_on_an_occasion(question: str) -> None:
    asked = ask(question)
    assert (asked.want, asked.topic, asked.occasion) == ("who", "", "at the debate")


def test_a_surname_of_two_without_a_question_is_a_choice() -> None:
    asked = ask("Halvorsen on tides")
    assert set(asked.choices) == {"Ruth Halvorsen", "Pieter Halvorsen"}
    assert asked.topic == "tides"


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("pankin", PANKIN),
        ("Pankn", PANKIN),
        ("Mr. Pankin", PANKIN),
        ("As Pankin", PANKIN),
        ("the deputy foreign minister", PANKIN),
        ("the Russian president", "Vladimir Putin"),
        ("the State Department spokesman", "Ned Price"),
        ("the spokeswoman", ZAKHAROVA),  # whom no role calls so, but he is called a man
        ("Councillor Halvorsen", "Ruth Halvorsen"),
        ("the harbour master", "Pieter Halvorsen"),
        ("the mayor", MARLOWE),
        ("Ren", "Tobias Renn"),
        ("James Comey", "James B. Comey"),
        ("Tobias", "Tobias Renn"),
        ("maria", ZAKHAROVA),
        ("Dahl", "Henry Dahl"),
        ("Karen Dahl", "Karen Dahl"),
        ("the vice president", "Henry Dahl"),
        ("the president", "Vladimir Putin"),
        ("the Coastal Institute's report", "Coastal Institute"),
        ("Emmanuel Macron", "Emmanuel Macron"),
        ("the Hale University tidal expert", "Vera Nohl"),
    ],
)
def test_a_person_by_any_name(who: str, name: str) -> None:
    asked = ask(f"What did {who} say about the budget?")
    assert asked.speakers == (name,)
    assert asked.topic == "the budget"


@pytest.mark.parametrize(
    "who",
    [
        "Biden",
        "John Pankin",
        "the boat builder from Outer Holm",
        "the ministry official",
        "the foreign ministry",  # is not its representative
        "the secretary of Pankin",  # is not Pankin
        "reporters",  # is nobody misspelt
        "the representative of the ministry of finance",
        "the French president",  # an article says that of somebody else
        "the German president",  # and nothing of a German one
        "the clerk",  # is not the clerk's sister
        "the Hale University student",  # is not its professor
        "the Coastal Report writer",  # and a report is no verb there
    ],
)
def test_a_stranger_is_nobody_we_know(who: str) -> None:
    asked = ask(f"What did {who} say about the budget?")
    assert (asked.speakers, asked.unknown) == ((), (who,))


@pytest.mark.parametrize(
    "question",
    [
        "Has Pankin been asked to resign?",
        "Has Alexander Pankin been told of it?",
        "Where did police find the boat?",
    ],
)
def test_what_was_done_to_somebody_or_found_is_a_fact(question: str) -> None:
    assert ask(question).want == "fact"


@pytest.mark.parametrize(("stands_there", "found"), [(True, ()), (False, ("Zia Cooke",))])
def test_what_stands_in_an_article_is_no_misspelling(stands_there: bool, found: tuple[str, ...]) -> None:
    cooke = Speaker("Zia Cooke", ("Cooke",), (), 1, 1, 1)
    directory = Directory((cooke,), {"Zia Cooke": ("Zia Cooke",)}, holds=lambda _: stands_there)
    assert directory.look_up("Coke") == found


def test_a_name_of_two_people_is_a_choice() -> None:
    asked = ask("What did Halvorsen say about the wall?")
    assert asked.speakers == ()
    assert set(asked.choices) == {"Ruth Halvorsen", "Pieter Halvorsen"}


def test_who_is_asked_for_by_the_name_of_several_has_namesakes() -> None:
    assert ask("What did Dahl say about tides?").namesakes == ("Karen Dahl",)
    assert not ask("What did Henry Dahl say about tides?").namesakes


@pytest.mark.parametrize(
    ("questions", "speaker", "topic"),
    [
        (["What did Pankin say about NATO?", "and Zakharova?"], ZAKHAROVA, "NATO"),
        (["What did Pankin say about NATO?", "What about visas?"], PANKIN, "visas"),
        (["What did Pankin say about NATO?", "and on visas?"], PANKIN, "visas"),
        (["What did Pankin say about NATO?", "When did he say that?"], PANKIN, "NATO"),
        (
            ["What did Pankin say about NATO?", "and Zakharova?", "what did she say about visas?"],
            ZAKHAROVA,
            "visas",
        ),
        (
            ["What did Marlowe say about the wall?", "And what did Renn say about the costs?"],
            "Tobias Renn",
            "the costs",
        ),
        (
            ["What did the State Department’s director say about visas?", "And its spokesman?"],
            "Ned Price",
            "visas",
        ),
    ],
)
def test_what_a_follow_up_leaves_out(questions: list[str], speaker: str, topic: str) -> None:
    asked = ask(*questions)
    assert (asked.speakers, asked.topic) == ((speaker,), topic)


def test_a_body_that_is_quoted_by_its_kind_is_asked_for_and_no_topic() -> None:
    before = Memory(ask("What did Pankin say about visas?"))
    for quoted, unknown in ([None], ("the health ministry",)), ([], ()):
        directory = replace(DIRECTORY, called=dict.fromkeys(["ministry"], quoted).__getitem__)
        assert understand("And the health ministry?", directory, before).unknown == unknown


def test_when_was_that_asks_about_what_was_shown() -> None:
    asked = after_an_answer("What did Pankin say about NATO?", "When was that?")
    assert (asked.want, asked.speakers, asked.topic) == ("when", (PANKIN,), "NATO")


@pytest.mark.parametrize(
    "words", ["what else?", "Anything else?", "And what else did he say about that?", "more"]
)
def test_what_else_is_the_same_question_but_for_what_was_shown(words: str) -> None:
    asked = after_an_answer("What did Pankin say about NATO?", words)
    assert (asked.want, asked.speakers, asked.topic) == ("statements", (PANKIN,), "NATO")
    assert asked.shown == (("talks", 3, 9),)


def after_an_answer(question: str, then: str) -> Question:
    """Return how a question is understood that follows one to which Pankin was cited."""
    words = Citation(1, "talks", 3, 9, "global", PANKIN, "direct", "Talks", None, None, None)
    return understand(then, DIRECTORY, Memory(ask(question), (words,)), latest=LATEST)


def test_what_else_after_a_fact_is_the_same_question_in_full() -> None:
    assert ask("How many ships did Marlowe sell in 2021?", "What else?").in_full.endswith("sell in 2021?")


@pytest.mark.parametrize("words", ["What else?", "What was the latest?"])
def test_what_is_asked_after_a_check_is_no_check_of_the_same_words(words: str) -> None:
    asked = after_an_answer("Did Pankin say “NATO is a global bloc”?", words)
    assert (asked.quoted, asked.want == "verify") == ("", False)


def test_a_follow_up_keeps_the_occasion() -> None:
    asked = ask("What did Marlowe say at the debate?", "and Renn?")
    assert (asked.speakers, asked.topic, asked.occasion) == (("Tobias Renn",), "", "at the debate")


def test_a_follow_up_keeps_the_time() -> None:
    asked = ask("What did Marlowe say about the wall in May?", "and Renn?")
    assert (asked.since, asked.until) == (date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("since March", date(2026, 3, 1), None),
        ("in January 2025", date(2025, 1, 1), date(2025, 1, 31)),
        ("in December", date(2025, 12, 1), date(2025, 12, 31)),
        ("before May", None, date(2026, 4, 30)),
        ("until May", None, date(2026, 5, 31)),
        ("after 9 February", date(2026, 2, 10), None),
        ("on February 9, 2022", date(2022, 2, 9), date(2022, 2, 9)),
        ("in 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("last week", date(2026, 9, 21), date(2026, 9, 28)),
        ("during May", date(2026, 5, 1), date(2026, 5, 31)),
        ("before the end of 2021", None, date(2021, 12, 31)),
        ("before the start of 2021", None, date(2020, 12, 31)),
        ("after the start of 2021", date(2021, 1, 1), None),
        ("after the end of 2021", date(2022, 1, 1), None),
        ("since the end of March 2021", date(2021, 3, 31), None),
        ("since the beginning of March", date(2026, 3, 1), None),
        ("by the end of May", None, date(2026, 5, 31)),
        ("until the start of May", None, date(2026, 5, 1)),
        ("at the end of 2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("since the start of last week", date(2026, 9, 21), None),
        ("since the end of last year", date(2025, 9, 27), None),
    ],
)
def test_times_count_from_the_newest_article(words: str, since: date | None, until: date | None) -> None:
    asked = ask(f"What did Marlowe say about the wall {words}?")
    assert (asked.since, asked.until, asked.topic) == (since, until, "the wall")


@pytest.mark.parametrize(
    ("words", "any_year"),
    [
        ("in May", True),
        ("on 9 February", True),
        ("in May 2021", False),
        ("in 2021", False),
        ("last week", False),
    ],
)
def test_a_day_or_month_without_a_year_may_be_of_any(words: str, any_year: bool) -> None:
    first = f"What did Marlowe say about the wall {words}?"
    assert ask(first).any_year == any_year
    assert ask(first, "and Renn?").any_year == any_year


def test_a_month_in_a_name_or_number_is_no_time() -> None:
    assert ask("What did Marlowe say about May 40 quays?").topic == "May 40 quays"


@pytest.mark.parametrize(
    "topic",
    ["the march", "Theresa May", "the speech by May", "the walk on the march", "the storm of 1 January 0001"],
)
def test_what_is_called_like_a_month_is_no_time(topic: str) -> None:
    asked = ask(f"What did Marlowe say about {topic}?")
    assert (asked.topic, asked.since, asked.until) == (topic, None, None)


@pytest.mark.parametrize(
    ("question", "topic", "since"),
    [
        ("Who said that the ferry would sail in March?", "the ferry would sail in March", None),
        (
            "Who spoke of the homes which were flooded in January?",
            "the homes which were flooded in January",
            None,
        ),
        ("Who said in March that the ferry would sail?", "the ferry would sail", date(2026, 3, 1)),
        ("Who spoke of that ferry in March?", "ferry", date(2026, 3, 1)),
        ("What did Marlowe say about the ferry in March?", "the ferry", date(2026, 3, 1)),
    ],
)
def test_a_time_within_what_was_said_is_no_time_of_saying(
    question: str, topic: str, since: date | None
) -> None:
    asked = ask(question)
    assert (asked.topic, asked.since) == (topic, since)


@pytest.mark.parametrize(
    "asked",
    [
        "Please tell me who spoke about the wall.",
        "Could you please tell me who spoke about the wall?",
        "Do you know who spoke about the wall?",
        "Hello, I'd like to know who spoke about the wall",
    ],
)
def test_what_leads_up_to_a_question_politely_is_no_part_of_it(asked: str) -> None:
    assert (ask(asked).want, ask(asked).topic) == ("who", "the wall")


@pytest.mark.parametrize("verb", ["about", "of"])
def test_a_preposition_left_at_the_end_is_no_topic(verb: str) -> None:
    assert ask(f"What did Marlowe speak {verb}?").topic == ""


def test_more_after_a_refusal_is_the_same_question_again() -> None:
    before = ask("Who spoke about the moon?")
    after = understand("What else?", DIRECTORY, Memory(before), latest=LATEST)
    assert (after.want, after.topic) == ("who", "the moon")


@pytest.mark.parametrize(
    "when", ["before 1 January 0001", "after 31 December 9999", "in 0000", "on 0001-01-01"]
)
def test_a_year_of_no_article_is_no_time(when: str) -> None:
    asked = ask(f"What did Marlowe say {when}?")
    assert (asked.since, asked.until) == (None, None)


@pytest.mark.parametrize(
    ("question", "want", "order", "topic"),
    [
        ("What did Pankin say most recently about visas?", "list", "newest", "visas"),
        ("What did Pankin last say about visas?", "list", "newest", "visas"),
        ("What did Pankin say about visas most recently?", "list", "newest", "visas"),
        ("What is the latest Pankin said about visas?", "list", "newest", "visas"),
        ("the latest from Pankin on visas", "list", "newest", "visas"),
        ("latest statements by Pankin", "list", "newest", ""),
        ("What was Pankin's first statement on visas?", "list", "oldest", "visas"),
        ("What did Pankin say first about visas?", "list", "oldest", "visas"),
        ("Who first spoke about visas?", "who", "oldest", "visas"),
        ("When did Pankin first speak about visas?", "when", "oldest", "visas"),
        ("What did Pankin say about the first offer?", "statements", "", "the first offer"),
        ("What did Pankin say about America First?", "statements", "", "America First"),
        ("What did Pankin say last week?", "list", "", ""),
    ],
)
def test_first_and_last_are_an_order_of_time(question: str, want: str, order: str, topic: str) -> None:
    asked = ask(question)
    assert (asked.want, asked.order, asked.topic) == (want, order, topic)


def test_half_a_character_is_no_reason_to_fail() -> None:
    assert ask("What did Pankin say about vi\udcffsas?").text.isprintable()


def test_a_name_in_the_title_of_a_law_is_nobody_who_is_asked_for() -> None:
    assert ask("Who wrote the No Marlowe in Harbours Act?").want == "fact"
    question = ask("the No Marlowe in Harbours Act")
    assert question.want == "fact" and not question.speakers


def test_how_many_after_a_preposition_asks_for_a_fact() -> None:
    assert ask("By how many votes did Marlowe win the election?").want == "fact"


def test_what_else_after_when_asks_for_words() -> None:
    asked = ("What did Pankin say about visas?", "When did he say that?", "What else did he say?")
    assert ask(*asked[:2]).want == "when" and ask(*asked).want == "statements"


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("When was the first case of blight in Ostmark confirmed?", "fact"),
        ("When has the result been announced?", "fact"),
        ("When was the storm reported near Hale?", "fact"),
        ("When was Pankin asked about NATO?", "when"),
        ("When did Pankin confirm that?", "when"),
    ],
)
def test_when_a_thing_was_confirmed_asks_for_no_speaker(words: str, want: str) -> None:
    assert ask(words).want == want


def test_a_name_that_ends_in_a_mark_is_no_reason_to_fail() -> None:
    assert Directory((), {"Lowtown &": ("Lowtown &",)}).look_up("Hargraves", given=True) == ()
