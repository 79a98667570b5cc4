"""Who is said to have said which words, in the many ways people write it."""

import time

import pytest

from bot.checking.claims import LONGEST_PASTE, read_claim, read_draft
from index.errors import UsageError

QUOTED = [
    ('Pankin said "this is not a toy"', "Pankin", "this is not a toy"),
    ("Pankin: “This is no toy.”", "Pankin", "This is no toy."),
    ("«This is no toy,» Vladimir Putin said.", "Vladimir Putin", "This is no toy,"),
    ("“This is no toy,” said the harbour master on Tuesday.", "the harbour master", "This is no toy,"),
    ('"This is no toy" — Maggie Hassan', "Maggie Hassan", "This is no toy"),
    ('"This is no toy" (Hanne Sorley)', "Hanne Sorley", "This is no toy"),
    ('According to Koshkin, "This is no toy."', "Koshkin", "This is no toy."),
    ("Did Zas say 'this is not a toy, but real'?", "Zas", "this is not a toy, but real"),
    ('Harbour master Pieter Halvorsen said: "I do tides."', "Harbour master Pieter Halvorsen", "I do tides."),
    ('Renn told the council: "I am against guessing."', "Renn", "I am against guessing."),
    ('Bettina Kroll called the wall "a monument to fear".', "Bettina Kroll", "a monument to fear"),
    ('Ermakov said that NATO "will lose its essence".', "Ermakov", "will lose its essence"),
    ("Mike Pence, the governor of Indiana, said “we will win this”.", "Mike Pence", "we will win this"),
    ("The U.S. president, Joe Biden, told Mr. Xi that “we will talk”.", "Joe Biden", "we will talk"),
    ("After talks with Macron, Putin said: “They were bypassed.”", "Putin", "They were bypassed."),
    ("In January the mayor said: “First we dry the houses.”", "the mayor", "First we dry the houses."),
    ("Zakharova added, quoting Lavrov, “we shall see it all”", "Zakharova", "we shall see it all"),
    ("“Yes we can do it,” Barack Obama, then a senator, said.", "Barack Obama", "Yes we can do it,"),
    ("Ursula von der Leyen told Le Monde: “Europe is peace”", "Ursula von der Leyen", "Europe is peace"),
    # Signatures
    ('Press day: "We will hold." — Ann Lee @ann_lee #wall', "Ann Lee", "We will hold."),
    ('"We will hold." -Ann Lee, March 2026', "Ann Lee", "We will hold."),
    ('"We will hold" | Ann Lee', "Ann Lee", "We will hold"),
    ('"We will hold."\n— Ann Lee, mayor of Hill', "Ann Lee", "We will hold."),
    ('"We will hold."\n\n– ANN LEE', "ANN LEE", "We will hold."),
    ("“\nWe will hold.\n”\n— Ann Lee", "Ann Lee", "We will hold."),
    ("> We will hold, come\n> what may\n> — Ann Lee", "Ann Lee", "We will hold, come   what may"),
    # Quote cards
    ("ANN LEE\nMayor of Hill\n\n“We will hold.”", "ANN LEE", "We will hold."),
    ("“We will hold.”\n\nAnn Lee\nMayor of Hill", "Ann Lee", "We will hold."),
    # Posts
    (".@AnnLee: “We will hold” #wall", "Ann Lee", "We will hold"),
    ('RT @hillgazette: BREAKING "We will hold," says @ann_lee as water rises', "Ann Lee", "We will hold,"),
    ('@hillgazette: "We will hold"', None, "We will hold"),
    # In lower case, as people type
    ('zakharova said "this is no toy"', "zakharova", "this is no toy"),
    ("“this is no toy,” ann lee said on tuesday", "ann lee", "this is no toy,"),
    ("“this is no toy,” said zakharova", "zakharova", "this is no toy,"),
    ('according to zakharova, "this is no toy"', "zakharova", "this is no toy"),
    ('did ann lee say "this is no toy"?', "ann lee", "this is no toy"),
    ('he is, ann lee said, "no toy of ours"', "ann lee", "no toy of ours"),
    ('zakharova: "this is no toy"', "zakharova", "this is no toy"),
    ('“this is no toy” - zakharova', "zakharova", "this is no toy"),
    ('she said "this is no toy"', None, "this is no toy"),
    ('quote of the day: "this is no toy"', None, "this is no toy"),
    # Headlines
    ("Lee: wall 'will hold for ever'", "Lee", "will hold for ever"),
    ("Wall 'will hold for ever', says Ann Lee", "Ann Lee", "will hold for ever"),
    ("Mayor calls wall 'a thing of beauty'", "Mayor", "a thing of beauty"),
    # Other ways to put it
    ("Lee's verdict: “We will hold.”", "Lee", "We will hold."),
    ("Hill County's mayor called it “a thing of beauty”.", "Hill County's mayor", "a thing of beauty"),
    ("Orr wrote that Ann Lee was told “we will hold”.", "Orr", "we will hold"),
    ("Orr quoted Lee as saying “we will hold”.", "Lee", "we will hold"),
    ("“We will hold” were the words of Ann Lee.", "Ann Lee", "We will hold"),
    ("Ann Lee, 23 May 2026: “We will hold.”", "Ann Lee", "We will hold."),
    ("Orr spoke. “We will hold,” as Ann Lee put it.", "Ann Lee", "We will hold,"),
    ("> **“We will hold,”** said *Ann Lee*.", "Ann Lee", "We will hold,"),
    ("[Lee said](https://hill.example/a) that “we will hold”.", "Lee", "we will hold"),
    ("„We will hold“, said Ann Lee.", "Ann Lee", "We will hold"),
    ("»We will hold«, said Ann Lee.", "Ann Lee", "We will hold"),
    ("It rained, said Bob Orr. Ann Lee was dry. “We will hold,” she said.", "Ann Lee", "We will hold,"),
    ("After the count Lee, 44, said no. “We will hold,” she told all.", "Lee", "We will hold,"),
    ('"We will hold"  said.', None, "We will hold"),
    ("“We shall be polite, and we shall be many.”", None, "We shall be polite, and we shall be many."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "quote"), QUOTED)
def test_quotation_and_speaker_are_read(text: str, speaker: str | None, quote: str) -> None:
    [claim] = read_claim(text)
    assert (claim.speaker, claim.quote) == (speaker, quote)
    assert text[claim.start : claim.end].strip("“”„\"'«»\n> ").replace("\n>", "  ") == quote


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "said"),
    [
        ("Pankin said NATO's zone is global", "Pankin", "said", "NATO's zone is global"),
        ("Okafor denied that money was the reason.", "Okafor", "denied", "money was the reason."),
        ("NATO's zone is global, according to Pankin", "Pankin", "", "NATO's zone is global"),
        ("Pieter Halvorsen is in favour of the wall.", "Pieter Halvorsen", "", "is in favour of the wall."),
        ("Ann Lee: The wall will hold.", "Ann Lee", "", "The wall will hold."),
        ("The mayor is for a sluice gate.", "The mayor", "", "is for a sluice gate."),
        ("The fish seller Ann Lee is for it.", "The fish seller Ann Lee", "", "is for it."),
        # A name has no verb in it, and a noun is no verb.
        ("According to Pankin, the state will pay.", "Pankin", "", "the state will pay."),
        ("Ann Lee revealed how she had voted.", "Ann Lee", "", "revealed how she had voted."),
        ("Ann Lee shared the hope for peace.", "Ann Lee", "", "shared the hope for peace."),
        ("Ann Lee was asked to leave.", "Ann Lee", "", "was asked to leave."),
        ("pankin said nato's zone is global", "pankin", "said", "nato's zone is global"),
        ("according to pankin, nato is global", "pankin", "", "nato is global"),
        ("pankin is for peace", "pankin", "", "is for peace"),
        # A noun goes on with nouns, and what opens a sentence is no part of a name.
        ("The military bloc includes seven towns.", "The military bloc", "", "includes seven towns."),
        ("The council chamber stands by the sea.", None, "", "The council chamber stands by the sea."),
        (
            "Meanwhile the Harbour Office said the wall will hold.",
            "Harbour Office",
            "said",
            "the wall will hold.",
        ),
        ("Sixty per cent of us oppose it.", None, "", "Sixty per cent of us oppose it."),
        ("Three Rivers opposes the wall.", "Three Rivers", "", "opposes the wall."),
        ("it is raining, and the wall will hold", None, "", "it is raining, and the wall will hold"),
    ],
)
def test_claims_without_quote_marks(text: str, speaker: str, cue: str, said: str) -> None:
    [claim] = read_claim(text)
    assert (claim.speaker, claim.cue, claim.said, claim.quote) == (speaker, cue, said, None)


def test_a_verb_that_opens_the_attribution_is_no_part_of_the_name() -> None:
    _, second = read_draft(
        "“It will hold,” said councillor Ann Lee, who added that “nobody can say we rushed”."
    )
    assert second.speaker == "councillor Ann Lee"


DRAFT = """Ada Brandt spoke first. “We cannot pay for a wall,” she said. “We are nine people.”

“Fuel has become too dear,” Jonas Hart replied, and called the “plan” a dream.

“He has never asked me,” said his sister, Mia Hart, who added that “nobody ever does that here”."""


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("Reuters reported that Ann Lee said “the wall will hold”.", "Reuters"),
        ("Ann Lee said that Acme claims the wall. “It will hold,” she said.", None),
    ],
)
def test_who_reports_a_quotation_stands_in_its_sentence(text: str, reporter: str | None) -> None:
    claim = next(claim for claim in read_draft(text) if claim.quote)
    assert (claim.speaker, claim.reporter) == ("Ann Lee", reporter)


def test_every_quotation_of_a_draft_has_its_speaker() -> None:
    assert [(claim.speaker, claim.quote) for claim in read_draft(DRAFT)] == [
        ("Ada Brandt", "We cannot pay for a wall,"),
        ("Ada Brandt", "We are nine people."),
        ("Jonas Hart", "Fuel has become too dear,"),
        ("Jonas Hart", "plan"),
        ("Mia Hart", "He has never asked me,"),
        ("Mia Hart", "nobody ever does that here"),
    ]


def test_who_spoke_before_does_not_speak_for_a_name_in_lower_case() -> None:
    read = read_draft(
        "Renn said “I can count well”. zakharova said “this is no toy”, and again: “not a toy”."
    )
    assert [claim.speaker for claim in read] == ["Renn", "zakharova", "zakharova"]


def test_a_list_of_quotations_has_its_speakers() -> None:
    listed = '• Renn: “I can count.”\n• Ann Lee: “So can I, dear.”\n\n1. "We can all count." (Bob Orr)'
    assert [claim.speaker for claim in read_draft(listed)] == ["Renn", "Ann Lee", "Bob Orr"]


def test_a_draft_in_markdown_has_no_quotations_but_those_of_its_prose() -> None:
    draft = (
        '---\ntitle: "A wall for Hill County"\n---\n\n“We will hold,” said Lee.\n\n'
        '```\nprint("hello to all of you")\n```\n\n<a href="a b c d e">there</a> and '
        '[here](https://hill.example "the county of Hill").'
    )
    assert [(claim.speaker, claim.quote) for claim in read_draft(draft)] == [("Lee", "We will hold,")]


def test_a_hard_wrapped_name_is_one_name() -> None:
    wrapped = "“The wall that we have built over these long years will hold,” said Ann\nLee of Hill."
    assert [claim.speaker for claim in read_claim(wrapped)] == ["Ann Lee"]


def test_one_unclosed_mark_costs_one_paragraph() -> None:
    read = read_draft('"This was never closed, said Ann.\n\nIt rained.\n\n“But this one was,” said Bob Orr.')
    assert (read[-1].speaker, read[-1].quote) == ("Bob Orr", "But this one was,")


def test_a_quotation_over_two_paragraphs_is_one_claim() -> None:
    [claim] = read_draft("“I was wrong about the pumps.\n\n“We will build the wall,” Marlowe said.")
    assert (claim.speaker, claim.quote) == (
        "Marlowe",
        "I was wrong about the pumps.\nWe will build the wall,",
    )


@pytest.mark.parametrize("text", ["", "  \n ", "“”", "?!"])
def test_nothing_to_check_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="nothing to check"):
        read_claim(text)


def test_a_draft_without_quotations_is_said() -> None:
    with pytest.raises(UsageError, match="no quotation in this text"):
        read_draft("The council met on Tuesday.")


@pytest.mark.parametrize(
    "paste",
    [
        ">a\n" * 9_000,
        "\n" * 40_000,
        "It rained on Monday. “We will hold,” said Ann Lee. " * 900,
        "Ann Lee said “we will hold on”, and added, " * 1_000,
        "said that " * 5_000,
        "'a b c d' " * 4_500,
    ],
    ids=lambda paste: repr(paste[:12]),
)
def test_a_long_paste_is_read_at_once(paste: str) -> None:
    started = time.perf_counter()
    read_claim(paste + " “a b c d”")
    assert time.perf_counter() - started < 2


def test_a_huge_paste_is_one_sentence() -> None:
    with pytest.raises(UsageError, match="1,000,000 characters and this one has 10,000,000"):
        read_draft("x" * (10 * LONGEST_PASTE))
