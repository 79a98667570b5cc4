"""Prose by scripted models over the sample articles: what is shown, what is withheld, what failing costs."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot import render
from bot.answer import Assistant
from bot.gate.drafts import Reply
from bot.gate.notes import with_notes
from bot.generate import MOST_SENTENCES, Writer, prompt_version, visible
from bot.prompts import phrase
from bot.types import Answer, Block, Citation
from index.store import Store
from tests.bot.written import ScriptedModel, fails, says, sentences

QUESTION = "What did Bettina Kroll say about a monument to fear?"
GOOD = ("Bettina Kroll said {s1}.", ["s1"])
QUOTE = "A wall like that is a monument to fear"


def ask(store: Store, model: ScriptedModel, question: str = QUESTION) -> Answer:
    return Assistant(store, Writer(model)).ask(question)[0]


def plain(store: Store, question: str = QUESTION) -> Answer:
    return Assistant(store).ask(question)[0]


def test_a_sentence_is_shown_with_the_articles_words_and_its_citation(store: Store) -> None:
    answer = ask(store, says(sentences(GOOD)))
    assert QUOTE in render.text(answer)
    assert [(c.number, c.speaker, c.article_id) for c in answer.citations] == [
        (1, "Bettina Kroll", "wall-too-dear")
    ]
    cited = answer.citations[0]
    article = store.article(cited.article_id)
    assert article and cited.quote == article.text[cited.start : cited.end]
    assert f'href="#{render.cite_ref(cited)}"' in render.markdown(answer)


def test_the_json_says_which_model_and_prompt_wrote_and_what_was_withheld(store: Store) -> None:
    bad = ("Bettina Kroll never said {s1}.", ["s1"])
    record = render.as_json(ask(store, says(sentences(GOOD, bad))))
    assert record["model"] == "script:test"
    assert record["prompt"] == prompt_version()
    assert [(w["sentence"][:24], w["reason"][:10]) for w in record["withheld"]] == [
        ("Bettina Kroll never said", "it negates")
    ]
    assert "One sentence of script:test was withheld" in record["answer"]


def test_sentences_come_one_by_one_as_they_pass(store: Store) -> None:
    more = ("She said {s1} again.", ["s1"])
    model = says(sentences(GOOD, ("It was all a lie.", ["s1"]), more))
    grown = [len(a.blocks) for a, _ in Assistant(store, Writer(model)).stream(QUESTION)]
    assert grown[0] == 1
    assert grown == sorted(grown)


@pytest.mark.parametrize(
    ("question", "note", "at"),
    [
        ("What did Bettina Kroll say about a monument to fear before the harvest?", "may be of any time", 0),
        ("Compare Bettina Kroll and Joe Biden on a monument to fear", "nobody called Joe Biden", -1),
    ],
)
def test_what_the_articles_do_not_tell_is_said_beside_prose_too(
    store: Store, question: str, note: str, at: int
) -> None:
    answer = ask(store, says(sentences(GOOD)), question)
    assert answer.model and QUOTE in render.text(answer)
    assert note in answer.blocks[at].lead and note in plain(store, question).blocks[at].lead
    assert note in render.markdown(answer) and note in render.text(answer)


def test_a_doubt_about_the_speaker_stands_in_prose_too(store: Store) -> None:
    basis = plain(store)
    unsure = [replace(block, citation=replace(block.citation, confidence=0.5)) if block.citation else block
              for block in basis.blocks]  # fmt: skip
    *_, answer = Writer(says(sentences(GOOD))).write(replace(basis, blocks=tuple(unsure)), store)
    assert "[1] (attribution uncertain)" in render.text(answer)
    assert "</a> (attribution uncertain)" in render.markdown(answer)


def test_a_note_stands_where_its_evidence_is_cited() -> None:
    one, two, three = (
        Citation(n, "a", n, n + 1, "x", "Ann Lee", "direct", "", None, None, None) for n in (1, 2, 3)
    )
    copies, more = phrase("also_in_one"), phrase("also_in", count=2)
    basis = [
        Block(phrase("changed", speaker="Ann Lee", topic="x")),
        *(Block("Lee said:", one), Block(copies)),
        Block("Bo Lee, whom that name fits as well, is:"),
        *(Block("Bo said:", two), Block(more), Block("Bo said:", three)),
        Block("Nobody else."),
    ]
    first, second = Block("Lee spoke.", cites=(one,)), Block("Bo did.", cites=(two,))
    assert [block.lead for block in with_notes([first, second, first], basis)] == [
        "Lee spoke.",
        "Bo Lee, whom that name fits as well, is:",
        *("Bo did.", more, "Lee spoke.", copies, "Nobody else."),
    ]
    assert [block.lead for block in with_notes([first], basis)] == ["Lee spoke.", copies, "Nobody else."]


def test_an_unproved_sentence_is_marked(store: Store) -> None:
    marked = ("Bettina Kroll praised {s1}.", ["s1"])
    answer = ask(store, says(sentences(GOOD, marked)))
    assert "not verified against the source: its sources do not have “praised”" in render.text(answer)


@pytest.mark.parametrize(
    ("model", "notice"),
    [
        (fails(), "broke off"),
        (fails(sentences(GOOD)[:40]), "broke off"),
        (fails(sentences(GOOD, closed=False) + ", "), "broke off"),  # a good sentence, then the line is cut
        (says(""), "did not write in the form"),
        (says("Sure! Here is your answer: Kroll likes the wall."), "did not write in the form"),
        (says('{"sentences": [{"text": '), "did not write in the form"),
        (says('{"sentences": [17, "x"]}'), "did not write in the form"),
        (says('{"sentences": []}'), "did not write in the form"),
        (says(sentences(("Renn said {s1}.", ["s1"]))), "is borne out by its sources"),
        (says("word " * 10_000), "did not write in the form"),
    ],
    ids=[
        "at once",
        "mid-word",
        "mid-reply",
        "empty",
        "chatter",
        "half",
        "nonsense",
        "none",
        "all false",
        "babble",
    ],
)
def test_a_model_that_fails_costs_one_sentence_and_leaves_the_answer(
    store: Store, model: ScriptedModel, notice: str
) -> None:
    answer, without = ask(store, model), plain(store)
    assert (answer.blocks, answer.citations) == (without.blocks, without.citations)
    assert notice in answer.notice
    assert render.text(answer).startswith(answer.notice)
    assert len(model.asked) == (1 if "broke off" in notice else 2)


def test_a_reply_that_only_misses_its_end_keeps_what_passed(store: Store) -> None:
    answer = ask(store, says(sentences(GOOD, closed=False)))
    assert QUOTE in render.text(answer)
    assert "stopped in the middle" in answer.notice


def test_ten_thousand_sentences_stop_at_a_dozen(store: Store) -> None:
    many = sentences(GOOD, *((f"Kroll said {n} {{s1}}.", ["s1"]) for n in range(10_000)))
    answer = ask(store, says(many))
    assert len(answer.blocks) + len(answer.withheld) == MOST_SENTENCES
    assert QUOTE in render.text(answer)


@pytest.mark.parametrize(
    ("opening", "circle"),
    [
        (sentences(GOOD)[:-2], ", " + sentences(GOOD)[len('{"sentences": [') : -2]),
        (sentences(GOOD)[:-2] + ', {"text": "Kroll said no', " no"),
    ],
    ids=["the same sentence again", "a sentence without end"],
)
def test_a_model_that_goes_round_in_circles_is_stopped(store: Store, opening: str, circle: str) -> None:
    read = 0

    class Endless:
        name = "script:endless"

        def stream(self, system: str, request: str, schema: dict) -> Iterator[str]:
            nonlocal read
            yield opening
            while read < 100_000:
                read += 1
                yield circle

    answer, _ = Assistant(store, Writer(Endless())).ask(QUESTION)
    assert read * len(circle) < 6_000
    assert QUOTE in render.text(answer)


def test_a_second_try_is_told_why_and_never_what(store: Store) -> None:
    model = says(sentences(("Renn said {s1} at Hexham.", ["s1"])), sentences(GOOD))
    answer = ask(store, model)
    assert QUOTE in render.text(answer)
    (_, first), (_, second) = model.asked
    assert first in second and "a sentence was dropped: it" in second
    assert "Hexham" not in second


def test_a_second_try_is_read_to_its_end_however_long_the_first_was(store: Store) -> None:
    bad = [(f"Renn said {n} {{s1}}.", ["s1"]) for n in range(MOST_SENTENCES)]
    answer = ask(store, says(sentences(*bad), sentences(("Renn said again {s1}.", ["s1"]), GOOD)))
    assert QUOTE in render.text(answer)
    assert len(answer.blocks) == 1


def test_brackets_in_brackets_are_no_sentence(store: Store) -> None:
    nested = '{"sentences": [{"text": ' + "[" * 1_500 + "]" * 1_500 + "}"
    assert "did not write in the form" in ask(store, says(nested)).notice
    deep = '{"sentences": [' + '{"a":' * 20_000 + "1" + "}" * 20_000
    assert Reply().feed(deep) == []


def test_what_a_person_does_not_see_is_not_offered_as_evidence() -> None:
    assert visible("a\u061cb\ufe0f c\ud83d\U000e0121 d\u180e") == "a b c d"


def test_a_refusal_is_never_handed_to_a_model(store: Store) -> None:
    model = says(sentences(GOOD))
    answer = ask(store, model, "What did Emmanuel Macron say about security guarantees?")
    assert answer.abstained and answer.model is None
    assert model.asked == []


@pytest.mark.parametrize(
    "question",
    [
        "What did Bettina Kroll and Ned Price say about a monument to fear?",
        "Did Bettina Kroll say “a monument to fear”?",
        "When did Bettina Kroll speak of a monument to fear?",
        "What did Tobias Renn say?",
    ],
)
def test_silences_verdicts_dates_and_lists_stay_as_they_are(store: Store, question: str) -> None:
    model = says(sentences(GOOD))
    assert ask(store, model, question).blocks == plain(store, question).blocks
    assert model.asked == []


def test_a_conversation_goes_on_after_a_failure(store: Store) -> None:
    assistant = Assistant(store, Writer(fails()))
    _, memory = assistant.ask(QUESTION)
    answer, _ = assistant.ask("When did she say that?", memory)
    assert not answer.abstained


def test_evidence_is_one_line_of_json_each(store: Store) -> None:
    model = says(sentences(GOOD))
    ask(store, model)
    lines = model.asked[0][1].partition("Evidence:\n")[2].splitlines()
    offered = [json.loads(line) for line in lines]
    assert offered[0]["id"] == "s1" and offered[0]["speaker"] == "Bettina Kroll"
    assert QUOTE in offered[0]["text"] and offered[0]["published"] == "29 January 2026"


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_reply_is_read_as_it_comes_however_it_is_cut(size: int) -> None:
    text = "```json\n" + sentences(GOOD, ('He said "]}" {s2}.', ["s2"])) + "\n```\nI hope this helps [1]"
    reply, found = Reply(), []
    for at in range(0, len(text), size):
        found += reply.feed(text[at : at + size])
    assert [draft.ids for draft in found] == [("s1",), ("s2",)]
    assert found[1].text == 'He said "]}" {s2}.'
    assert reply.is_closed
