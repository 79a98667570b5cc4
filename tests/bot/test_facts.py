"""A question for a fact is answered by the sentence that holds it, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Assistant
from bot.answering.sought import sought
from bot.intake import take_in
from index.encoder import load_encoder
from index.store import Store
from tests.bench.gold import DATA, read_lines

TOLL = """\
Toll of the Elmsford bridge to fall in June

The new bridge at Elmsford was opened on 4 May. It is 310 metres long and has two lanes for bicycles. The \
council paid 12.6 million crowns for it, and the state as much again. Some 8,400 cars cross it every day.

The toll is five crowns. Mayor Ingrid Vale promised at the opening that it would fall in June. “Nobody shall \
pay more than two crowns,” Vale said.

The bridge keeper, Otto Lindqvist, lives in the old customs house. Three people lost their work when the \
ferry stopped. Its last crossing was at half past nine in the evening.
"""
LIBRARY = """\
Library of Elmsford closes for repairs

The library has 42,000 books and 17 reading desks. It was founded in 1912 and closes for eight weeks, until \
the roof is mended. The keeper of its maps, Agnes Holm, moves them to the town hall.

“A map,” Anton Behrens, 71, said at the reading desk, “is a promise.” The friends of the library chose their \
chair on Friday: Behrens won 64 votes, Agnes Holm 31. Her party had 200 members.

The repairs cost 95,000 crowns, the council said. A reader's card stays at 30 crowns a year.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("facts")
    (folder / "toll.txt").write_text(TOLL, encoding="utf-8")
    (folder / "library.txt").write_text(LIBRARY, encoding="utf-8")
    with Store.open(folder / "store", load_encoder()) as store:
        assert not take_in(store, [folder / "toll.txt", folder / "library.txt"]).failures
        yield Assistant(store)


def check_fact(folder: Path, words: str, question: str, answer: str | None) -> None:
    """Ask an article of these words, and look for the answer in what is cited first; for none, if so."""
    (folder / "news.txt").write_text(
        f"News from the sound\n\nMonday, 3 June 2019\n\n{words} Nobody is glad of it.\n", encoding="utf-8"
    )
    with Store.open(folder / "store", load_encoder()) as store:
        take_in(store, [folder / "news.txt"])
        cited = Assistant(store).ask(question)[0].citations
    assert (answer in cited[0].quote) if answer and cited else (bool(answer) == bool(cited))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How long is the bridge at Elmsford?", "310 metres"),
        ("How many cars cross the bridge?", "8,400 cars"),
        ("When was the new bridge opened?", "4 May"),
        ("How much is the toll?", "five crowns"),
        ("Who is the bridge keeper?", "Otto Lindqvist"),
        ("Who is the keeper of the maps?", "Agnes Holm"),
        ("When was the library founded?", "1912"),
        ("How long does the library close?", "eight weeks"),
        ("How many books does the library have?", "42,000 books"),
        ("How many people lost their work?", "Three people"),
        ("What do the repairs of the library cost?", "95,000 crowns"),
        ("How old is Anton Behrens?", "Behrens, 71,"),
        ("How many votes did Behrens get?", "64 votes"),
    ],
)
def test_the_sentence_that_holds_it_is_cited(assistant: Assistant, question: str, words: str) -> None:
    answer, _ = assistant.ask(question)
    assert not answer.abstained
    cited = answer.citations[0]
    assert words in cited.quote
    assert len(cited.quote) < 200


@pytest.mark.parametrize(
    ("words", "question", "answer"),
    [
        ("The Sound League was created in 1934.", "When was the Sound League founded?", "1934"),
        ("It works with the Sound League, which Lee founded.", "Who founded the Sound League?", "Lee"),
        ("Lee of the Hale Mill met Bo Hart, who founded Acme.", "Who founded the Hale Mill?", None),
        (
            "In 1934 a treaty was signed on the creation of the Sound League.",
            "When was the League set up?",
            "1934",
        ),
        ("The Sound League has existed since 1934.", "Since when does the Sound League exist?", "1934"),
        ("The Sound League lost a ship. It was established in 1934.", "When was the League founded?", "1934"),
        (
            "The Sound League met in 1934, before the Holm Bank was created.",
            "When was the Holm Bank founded?",
            None,
        ),
        (
            "The Sound League was created in 1934 and fears the Holm Bank.",
            "When was the Holm Bank founded?",
            None,
        ),
        (
            "The Holm Bank met in May 1950 and the Sound League was set up.",
            "When was the Holm Bank founded?",
            None,
        ),
        (
            "Holm Bank fears the Sound League. It was founded in 1934.",
            "When was the Hale Mill founded?",
            None,
        ),
        ("Hale Quay, a town of 4,200, has no bank.", "How many people live in Hale Quay?", "4,200"),
        (
            "Hale Quay is poor. The village of about 900 has no bank.",
            "How many people live in Hale Quay?",
            "900",
        ),
        ("Hale Quay has a population of 4,200.", "How many people live in Hale Quay?", "4,200"),
        ("The 640 people of Hale Quay have no bank.", "What is the population of Hale Quay?", "640"),
        ("Near Hale Quay some 640 people live on the island of Ost.", "How many people live in Vik?", None),
        (
            "The bank of Hale Quay let 90 people sleep in its hall.",
            "How many people live in Hale Quay?",
            None,
        ),
        ("Hale Quay lent the town of 12 ships its bank.", "How many people live in Hale Quay?", None),
        ("The winds at Hale Quay reached 110 mph.", "How strong were the winds at Hale Quay?", "110 mph"),
        ("The winds at Hale Quay sank 12 ships.", "How strong were the winds at Hale Quay?", None),
        (
            "The council's vote on the harbour bill was 38-27.",
            "What was the vote on the harbour bill?",
            "38-27",
        ),
        ("The council put the vote on the harbour bill off.", "What was the vote on the harbour bill?", None),
    ],
)
def test_what_is_told_in_other_words_is_found_and_only_of_what_was_asked(
    tmp_path: Path, words: str, question: str, answer: str | None
) -> None:
    check_fact(tmp_path, words, question, answer)


def test_one_sentence_is_not_shown_twice(assistant: Assistant) -> None:
    cited = assistant.ask("When was the library founded?")[0].citations
    assert all(
        one.end <= other.start or other.end <= one.start for one in cited for other in cited if one != other
    )


@pytest.mark.parametrize(
    "question",
    [
        "Who designed the bridge at Elmsford?",
        "How high is the bridge?",
        "How many lorries cross the bridge?",
        "When was the customs house built?",
        "How old is Ingrid Vale?",
        "Where was Otto Lindqvist born?",
        "How much does Agnes Holm earn?",
        "How many people live in Elmsford?",
        "Which architect built the library?",
        "How many members does Ingrid Vale's party have?",
    ],
)
def test_a_word_that_stands_nowhere_is_no_answer(assistant: Assistant, question: str) -> None:
    answer, _ = assistant.ask(question)
    assert answer.abstained
    assert not answer.citations


def test_words_of_somebody_are_given_as_theirs(assistant: Assistant) -> None:
    answer, _ = assistant.ask("What shall nobody pay more than?")
    assert answer.citations[0].speaker == "Ingrid Vale"


def test_the_questions_measured_have_their_answers_in_the_samples(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (root / "seeds").iterdir()]
    for question in read_lines(DATA / "facts.jsonl"):
        for words in question["words"] or ():
            assert any(words in text for text in texts), (question["question"], words)


@pytest.mark.parametrize(
    ("question", "kind", "topic"),
    [
        ("How many homes were flooded in January?", "count", "homes were flooded in January"),
        ("By how many votes did Vale win?", "count", "By votes did Vale win"),
        ("How long would the wall be?", "long", "would the wall be"),
        ("How high is the tower?", "far", "is the tower"),
        ("What does the post pay?", "money", "does the post pay"),
        ("How much prize money is at stake?", "money", "prize money is at stake"),
        ("What is the town's yearly budget?", "money", "the town's yearly budget"),
        ("What share of the cost does the state bear?", "share", "of the cost does the state bear"),
        ("In which month will it open?", "when", "will it open"),
        ("Who was mayor when the bridge was opened?", "who", "was mayor when the bridge was opened"),
        (
            "Two trains met when it snowed. Where was that?",
            "where",
            "Two trains met when it snowed. was that",
        ),
        ("The prize went to which film?", "which", "The prize went to film"),
        ("What was the turnout?", "", "was the turnout"),
        ("Is the bridge open?", "", "Is the bridge open"),
        ("What caused the flood?", "why", "caused the flood"),
        ("What was the reason for the delay?", "why", "the delay"),
    ],
)
def test_what_is_asked_for_is_told_by_the_form(question: str, kind: str, topic: str) -> None:
    found = sought(question)
    assert (found.kind, " ".join(found.topic.split())) == (kind, topic)


@pytest.mark.parametrize(
    ("question", "words", "fits"),
    [
        ("How many homes were flooded?", "The water ran into 214 old homes.", True),
        ("How many people were hurt?", "The fire at the 150-year-old mill woke the town.", False),
        ("How many games were won?", "It was a 24-game run, and the mill won.", True),
        (
            "When does the fair of 2021 open?",
            "All about the fair of 2021, from this year's theme to its food.",
            False,
        ),
        ("How fast did the boat go?", "The boat left for a wreck 22 miles off the coast.", False),
        ("What was the speed of the boat?", "It went at 40 miles per hour.", True),
        ("How many homes were flooded?", "Homes were flooded on 12 January 2026.", False),
        ("How many homes were flooded?", "For 40 hours the pumps ran.", False),
        ("How long did it last?", "It lasted for 40 hours.", True),
        ("How long did it last?", "It began two weeks ago.", False),
        ("When did it begin?", "It began on a Sunday.", True),
        ("When did it begin?", "It may begin soon.", False),
        ("Who built Dunmore Hall?", "Dunmore Hall was built of stone.", False),
        ("Who built Dunmore Hall?", "It was built by Ada Quill.", True),
        ("What does it cost?", "It costs £4.50.", True),
        ("What does it cost?", "It costs a lot.", False),
        ("How old is she?", "The 54-year-old teacher won.", True),
        ("How old is she?", "Ann Lee, 66, won.", True),
        ("How old is she?", "Of the 66 pupils, 54 came.", False),
        ("What percentage agreed?", "A good 57 per cent agreed.", True),
        ("What caused the flood?", "The flood of Monday was caused by a rotten gate.", True),
        ("What caused the flood?", "The harbour master blamed the flood on a rotten gate.", True),
        ("What caused the flood?", "The flood came on Monday.", False),
        ("How many were hurt?", "No one was hurt.", True),
        ("Where was the boat found?", "The boat that was stolen from Holm in May has been found.", False),
        ("Where was the boat stolen?", "The boat that was stolen from Holm in May has been found.", True),
        ("When was the boat found?", "The boat, which was stolen on 3 May, was found on 9 May.", True),
    ],
)
def test_a_sentence_must_hold_the_kind_of_thing_asked_for(question: str, words: str, fits: bool) -> None:
    assert bool(sought(question).fit(words)) is fits


@pytest.mark.parametrize(
    ("words", "question", "answer"),
    [
        ("The chapel of Vik was full on Friday evening.", "When was the chapel built?", None),
        ("The chapel of Vik was built in 1871 and was full on Friday.", "When was the chapel built?", "1871"),
        ("The treaty of Vik dates from May 1990.", "When was the treaty signed?", "May 1990"),
        (
            "Therefore, on 15 May, the Vantorian ministry gave back the maps.",
            "When did Vantor give back the maps?",
            "15",
        ),
        ("In May 1992 the treaty of Vik was signed.", "What was signed in May 1992?", "treaty of Vik"),
        ("In May 1992 the treaty of Vik was signed.", "What was signed in May 1994?", None),
        ("The mole of Vik was closed, as the state voted in May.", "Why was the mole closed?", "as the"),
        ("The mole of Vik was closed because the stones slipped.", "Why was the mole closed?", "because"),
        ("The mole of Vik was closed on Friday.", "Why was the mole closed?", None),
    ],
)
def test_a_time_is_of_the_deed_asked_for_and_a_reason_is_a_reason(
    tmp_path: Path, words: str, question: str, answer: str | None
) -> None:
    check_fact(tmp_path, words, question, answer)
