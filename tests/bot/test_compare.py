"""What counts as the same words: typography never, a word always, and the sense with it."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.checking.compare import Match, flaws, verbatim
from bot.checking.near import Change, nearest
from bot.checking.quotation import read_quotation
from bot.checking.said import Said, speech
from bot.checking.words import words
from bot.checking.writing import in_other_writing, other_quantity
from index.layout import quoted_spans
from index.types import Article, Span, Statement
from tests.bot.gold import gold_articles, gold_statements


def heard(text: str) -> Said:
    """Return what somebody says between the quote marks of `text`."""
    pieces = tuple(quoted_spans(text))
    statement = stated(*pieces)
    return speech(Article("a", "", text), [statement], statement)


def stated(*pieces: Span) -> Statement:
    """Return a statement that consists of these characters."""
    start, end = pieces[0][0], pieces[-1][1]
    return Statement("1", "a", start, end, "mixed", pieces, "Ann Lee", "person", None, None, None, (), 0.9)


def judged(said: Said, quote: str) -> list[str] | None:
    """Return the flaws of a quotation, or None where it does not stand there."""
    quotation = read_quotation(quote)
    match = verbatim(quotation, said)
    return None if match is None else flaws(quotation, match)


WALL = (
    "“I won’t sign for a wall — not at 41 million euros,” she said. "
    "“If the state pays, I will look at it again.”"
)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (WALL, "I won't sign for a wall - not at 41 million euros"),
        (WALL, "i won’t sign for a wall –\n  not at 41\u00a0million euros."),
        (WALL, "not at 41 million euros. If the state pays, I will look at it again."),
        (WALL, "I will look at it again"),
        (WALL, "I won’t sign for a wall … not at 41 million euros"),
        ("“We need it,” he said, “and we shall get it.”", "We need it, and we shall get it"),
        ("“It comes in twice a day.”", "[The sea] comes in twice a day"),
        ("“It comes in twice a day.”", "It [the sea] comes in twice a day"),
        ("“It comes in twice a day.”", "It comes in twice [sic] a day"),
        ("“It comes in twice a day.”", "[I]t comes in twice a day"),
        ("“When [a document] was renewed, it failed.”", "When [a document] was renewed, it failed"),
        ("“(T)hose who know, know.”", "Those who know, know"),
        ("“The folks who see the game…they’re engaged.”", "The folks who see the game ... they’re engaged"),
        ("“We regret it, but she cannot sail before the overhaul, and no other ship is here.”",
         "We regret it, but she cannot sail […] and no other ship is here"),
        ("“We always, in all these years, kept our word.”", "We always . . . kept our word"),
        ("“Who pays for it?” he asked.", "Who pays for it?"),
        ("“We know the value of such spoken assurances, words and promises.”",
         "We know the value of such … promises"),
        ("“We were told, ‘You will be back.’ We were not.”", 'We were told, "You will be back"'),
        ("''So'' he said, ''we''ll see it.''", "So"),
        ("“Cafe\u0301s closed at 4.6 metres.”", "Cafés closed at 4.6 metres"),
        # What only adds may be left off, a sentence of its own too
        ("“I like walls. But they cost the town more than a school.”", "I like walls."),
        ("“We walk home without a lamp.”", "We walk home"),
    ],
)  # fmt: skip
def test_the_same_words_stand_whatever_the_typography(text: str, quote: str) -> None:
    assert judged(heard(text), quote) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (WALL, "I will sign for a wall - not at 41 million euros"),
        (WALL, "I won't sign for a wall - not at 14 million euros"),
        (WALL, "I wouldn't sign for a wall - not at 41 million euros"),
        (WALL, "I won't sign for the wall - not at 41 million euros"),
        (WALL, "I won't ever sign for a wall"),
        (WALL, "sign for a wall at 41 million euros"),
        (WALL, "If the State pays"),
        ("“She can't give us the truth.”", "She cannot give us the truth"),
        ("“She can't give us the truth.”", "She cannot't give us the truth"),
        ("“It was −5 degrees.”", "It was 5 degrees"),
        ("“It costs 60% of it.”", "It costs 60 of it"),
        ("“We closed the cafe.”", "We closed the c\u0430fe"),  # a Cyrillic а
        ("“They work hard.”", "[Only] fools work hard"),
    ],
)
def test_a_changed_word_is_no_quotation(text: str, quote: str) -> None:
    assert judged(heard(text), quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "flaw"),
    [
        ("“I don't like walls,” she said, “but I like numbers.”", "I don't like walls", "before “but”"),
        ("“I like walls, but not this one.”", "I like walls.", "before “but”"),
        ("“I like walls. But not this one.”", "I like walls.", "before “But”"),
        ("“I will sign no wall that we pay for alone.”", "I will sign no wall", "before “that”"),
        ("“It is global, if only because they say so.”", "It is global", "before “if”"),
        ("“I like walls. But not where the sea has always come in.”", "I like walls.", "before “But”"),
        ("“We never walk home without a lamp.”", "We never walk home", "before “without”"),
        ("“We lost because they cheated.”", "We lost.", "before “because”"),
        ("“We will pay unless you do.”", "We will pay", "before “unless”"),
        ("“I do not believe the wall will hold.”", "the wall will hold", "after “not”"),
        ("“This is not a toy, but a real thing.”", "a toy", "after “not”"),
        ("“I doubt it will hold.”", "it will hold", "after “doubt”"),
        ("“I will not sign for it.”", "I will … sign for it", "swallows a negation"),
        ("“I am neither for it nor against it.”", "I am … for it", "swallows a negation"),
        ("“I would sign it, if the state paid, today.”", "I would sign it … today", "swallows “if”"),
        ("“I was told that she killed him.”", "I was … killed him", "do not belong together"),
        ("“The illegal immigrants pay.”", "The … immigrants pay", "do not belong together"),
        ("“I was told she fell and killed him.”", "I was … killed him", "do not belong together"),
        ("“The tide was high. Walls and gates stood.”", "The … gates stood", "do not belong together"),
        ("“They work hard.”", "They [never] work hard", "brackets change the sense"),
        ("“They work hard.”", "They work [only] hard", "brackets change the sense"),
        ("“I can do it.”", "I can[not] do it", "brackets change the sense"),
        ("“Will it hold?” he asked.", "Will it hold.", "question"),
        ("“The zone is ours”. The one of theirs is “global,” he said.", "The zone is ours global", "spliced"),
    ],
)  # fmt: skip
def test_the_sense_must_be_whole(text: str, quote: str, flaw: str) -> None:
    found = judged(heard(text), quote)
    assert found and any(flaw in each for each in found), found


@pytest.mark.parametrize(
    ("text", "quote", "verdict"),
    [
        ("“We've won, and I'm glad we won't go.”", "We have won, and I am glad we will not go.", []),
        ("“We have won, and I cannot go.”", "We've won, and I can't go", []),
        ("“He'd gone when they'd come.”", "He had gone when they would come", []),
        ("“Let's see, it's late and she's gone.”", "Let us see, it is late and she has gone.", []),
        ("“We saw fifteen boats and 2,000 men.”", "We saw 15 boats and two thousand men", []),
        ("“It cost twenty per cent of $5 million.”", "It cost 20% of five million dollars", []),
        ("“It opens on Dec. 3, I hope.”", "It opens on December 3rd", []),
        # Cut so that the sense turns.
        ("“I don't think it's safe.”", "it is safe", ["it was cut off after “don't”"]),
        ("“We won't go unless you do.”", "We will not go", ["it was cut off before “unless”"]),
        # Other words, or another sense.
        ("“We've won.”", "We had won", None),
        ("“We won't go.”", "We will go", None),
        ("“We saw fifteen boats.”", "We saw 16 boats", None),
        ("“Ann's dog is old.”", "Ann is dog is old", None),
        ("“I cannot go.”", "I can go", None),
        ("“We've won it all.”", "We … have won", None),
    ],
)
def test_what_differs_in_writing_alone(text: str, quote: str, verdict: list[str] | None) -> None:
    said, quotation = heard(text), read_quotation(quote)
    assert verbatim(quotation, said) is None
    match = in_other_writing(quotation, said)
    assert (None if match is None else flaws(quotation, match)) == verdict


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("=", "We saw"), ("-", "15"), ("+", "twenty"), ("=", "boats")], ("15", "twenty")),
        ([("-", "15"), ("+", "fifteen")], None),
        ([("-", "15"), ("+", "boats")], None),
        ([("-", "15"), ("+", "20"), ("=", "boats"), ("-", "sank")], None),
    ],
)
def test_a_number_alone_that_is_another(changes: list[Change], expected: tuple[str, str] | None) -> None:
    assert other_quantity(changes) == expected


def test_reported_speech_is_no_quotation() -> None:
    text = "She said that the wall would hold and was “a monument to fear”."
    statement = stated((text.index("that"), len(text) - 1))
    said = speech(Article("a", "", text), [statement], statement)
    assert judged(said, "a monument to fear") == []
    assert judged(said, "the wall would hold") == ["reported speech is presented as a quotation"]


def test_the_cited_characters_are_the_words() -> None:
    said = heard(WALL)
    match = verbatim(read_quotation("I will look at it again."), said)
    assert match and WALL[slice(*match.span)] == "I will look at it again"


def test_the_diff_names_each_word() -> None:
    near = nearest(read_quotation("I will sign for a wall, not at 14 million"), heard(WALL))
    assert near and near.changes == (
        ("=", "I"), ("-", "won’t"), ("+", "will"), ("=", "sign for a wall, not at"), ("-", "41"), ("+", "14"),
        ("=", "million"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote", "cited"),
    [
        (
            "“The town must pay alone,” she said. “If it can.”",
            "The town must pay by itself",
            "The town must pay alone",
        ),
        ("“The town must pay alone. If it can.”", "The town must pay by itself", "The town must pay alone"),
        ("“It is late. Nobody pays for the wall.”", "not one pays for the wall", "Nobody pays for the wall"),
    ],
)
def test_other_words_at_an_end_stand_for_none_of_another_sentence(text: str, quote: str, cited: str) -> None:
    near = nearest(read_quotation(quote), heard(text))
    assert near and text[slice(*near.span)] == cited


# Whatever the words: every quotation of the sample articles, changed at random.

QUOTED = [
    (article, statement)
    for article in gold_articles().values()
    for statement in gold_statements(article)
    if statement.kind == "direct"
]
COUNTERFEIT = ("not", "never", "will", "they", "two", "seven", "Marlowe", "wall", "hardly", "can", "a", "all")


@st.composite
def stored_words(draw: st.DrawFn) -> tuple[Said, list[str]]:
    """Draw a quotation with at least three words, as it was said and as a list of words."""
    article, statement = draw(st.sampled_from(QUOTED))
    piece = draw(st.sampled_from(statement.pieces))
    alone = replace(statement, pieces=(piece,), start=piece[0], end=piece[1])
    said = speech(article, [alone], alone)
    assume(len(said.words) > 2)
    return said, [article.text[word.start : word.end] for word in said.words]


def clean(said: Said, quote: str) -> Match | None:
    """Return the match of a quotation that may be called verified."""
    quotation = read_quotation(quote)
    match = verbatim(quotation, said)
    return match if match and not flaws(quotation, match) else None


@given(stored_words(), st.data())
def test_a_quotation_with_a_changed_word_is_never_verified(
    stored: tuple[Said, list[str]], data: st.DataObject
) -> None:
    said, quote = stored
    at = data.draw(st.integers(0, len(quote) - 1))
    new = data.draw(st.sampled_from(COUNTERFEIT))
    edit = data.draw(st.sampled_from(["change", "insert", "drop", "swap"]))
    changed = {
        "change": [*quote[:at], new, *quote[at + 1 :]],
        "insert": [*quote[:at], new, *quote[at:]],
        "drop": [*quote[:at], *quote[at + 1 :]],
        "swap": [*quote[:at], *reversed(quote[at : at + 2]), *quote[at + 2 :]],
    }[edit]
    forms = [word.form.lower() for word in words(" ".join(changed))]
    there = [form.lower() for form in said.forms]
    assume(
        not any(there[i : i + len(forms)] == forms for i in range(len(there)))
    )  # "a a" without one "a" is whole
    assert clean(said, " ".join(changed)) is None


@given(stored_words(), st.data())
def test_an_allowed_change_is_always_verified(stored: tuple[Said, list[str]], data: st.DataObject) -> None:
    said, quote = stored
    gap = st.sampled_from([" ", "  ", "\n", "\u00a0", " — ", " - ", ", "])
    text = quote[0] + "".join(data.draw(gap) + word for word in quote[1:])
    assume("- " not in text or not any(word[:1].isdigit() for word in quote))  # a dash there may be a minus
    text = text.replace("'", data.draw(st.sampled_from("'’‘ʼ"))).replace(
        "’", data.draw(st.sampled_from("'’‘ʼ"))
    )
    first = data.draw(st.sampled_from([text[0], text[0].swapcase()]))
    text = first + text[1:] + data.draw(st.sampled_from(["", ",", "."]))
    assume("?" not in said.forms or text[-1] != ".")
    assert clean(said, text) is not None, text
