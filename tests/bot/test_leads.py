"""What stands above a quotation: plain English in the article's own words, and nothing but the truth."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.leads import Leads
from bot.answering.whole import in_its_sentence, names_somebody
from bot.compose import is_headline
from index.types import Article, Span, Statement


def statement(
    text: str,
    said: str,
    *,
    cue: str = "said",
    mention: str = "Brandt",
    role: str = "",
    speaker: str | None = "Ada Brandt",
) -> tuple[Article, Statement]:
    """Return an article of one paragraph and the statement in it whose words are `said`."""
    article = Article("wall", text=text, title="The “wall”", published=date(2026, 1, 29))

    def span(words: str) -> Span:
        return text.index(words), text.index(words) + len(words)

    start, end = span(said)
    kind = "direct" if said.startswith("“") else "indirect"
    return article, Statement(
        f"wall:{start}-{end}", "wall", start, end, kind, ((start, end),), speaker,
        source_kind="person" if speaker else "unnamed",
        mention=span(mention), cue=span(cue), role=span(role) if role else None, chain=(), confidence=0.9,
    )  # fmt: skip


def lead(article: Article, said: Statement) -> str:
    whole = in_its_sentence(article, said) is not said
    return Leads().statement(article, said, whole=whole).replace(" — 29 January 2026", "")


@pytest.mark.parametrize(
    ("text", "said", "fields", "expected"),
    [
        ("“We will build it,” Brandt said.", "“We will build it,”", {}, "Ada Brandt said:"),
        (
            "“We will build it,” Brandt’s statement reads.",
            "“We will build it,”",
            {"mention": "Brandt’s statement", "cue": "reads"},
            "Ada Brandt:",
        ),
        (
            "“We will build it,” Brandt told the council.",
            "“We will build it,”",
            {"cue": "told"},
            "Ada Brandt told the council:",
        ),
        (
            "“It will be dear,” Brandt said on Radio Elmsford on Monday — on Tuesday she was ill.",
            "“It will be dear,”",
            {},
            "Ada Brandt said, on Radio Elmsford on Monday:",
        ),
        (
            "“It will be dear,” Brandt told the Post on Monday, as she left.",
            "“It will be dear,”",
            {"cue": "told"},
            "Ada Brandt told the Post on Monday:",
        ),
        (
            "Brandt called it odd, noting that many towns have a wall.",
            "that many towns have a wall",
            {"cue": "noting"},
            "Ada Brandt, noting:",
        ),
        (
            "On Monday Brandt promised to build a new wall.",
            "to build a new wall",
            {"cue": "promised"},
            "Ada Brandt promised:",
        ),
        (
            "“It will hold for a hundred years,” Brandt expressed her opinion.",
            "“It will hold for a hundred years,”",
            {"cue": "expressed"},
            "Ada Brandt expressed her opinion:",
        ),
        (
            "Brandt expressed her opinion that it would hold.",
            "that it would hold",
            {"cue": "expressed"},
            "Ada Brandt expressed her opinion:",
        ),
        (
            "Brandt disagreed: “It will hold.”",
            "“It will hold.”",
            {"cue": "disagreed:"},
            "Ada Brandt disagreed:",
        ),
        (
            "The wall will be high, Brandt writes in a report of 84 pages.",
            "The wall will be high",
            {"cue": "writes in a report of"},
            "Ada Brandt writes in a report:",
        ),
        ("Brandt's demand for a new wall was heard.", "a new wall", {"cue": "demand for"}, "Ada Brandt:"),
        (
            "In a survey by Brandt 57 per cent were for the wall.",
            "57 per cent were for the wall",
            {"cue": "In"},
            "Ada Brandt:",
        ),
        (
            "Mayor Ada Brandt said that it would be built in May.",
            "that it would be built in May",
            {"mention": "Mayor Ada Brandt", "role": "Mayor"},
            "Mayor Ada Brandt said:",
        ),
        (
            "The harbour master, Brandt, said that it would be built in May.",
            "that it would be built in May",
            {"role": "The harbour master"},
            "Ada Brandt (the harbour master) said:",
        ),
        (
            "Its spokesman, Brandt, said that it would be built in May.",
            "that it would be built in May",
            {"role": "Its spokesman"},
            "Ada Brandt said:",
        ),
        (
            "The opposition leader Ada Brandt said that it would be built in May.",
            "that it would be built in May",
            {"mention": "Ada Brandt", "role": "leader"},
            "Ada Brandt (leader) said:",
        ),
        (
            "Brandt, a nurse who works on the island, said that it would be built in May.",
            "that it would be built in May",
            {"role": "a nurse who works on the island"},
            "Ada Brandt (a nurse) said:",
        ),
        (
            "Her colleague Ada Brandt said that it would be built in May.",
            "that it would be built in May",
            {"mention": "Ada Brandt", "role": "colleague"},
            "Ada Brandt said:",
        ),
        (
            "An old man, who gave no name, thought that it would be too late.",
            "that it would be too late",
            {"cue": "thought", "mention": "An old man, who gave no name", "speaker": None},
            "An old man, who gave no name, thought:",
        ),
        (
            "According to the report, the wall will last for a century.",
            "the wall will last for a century",
            {"cue": "According to", "mention": "the report", "speaker": None},
            "According to the report:",
        ),
    ],
)
def test_a_lead_is_a_sentence(text: str, said: str, fields: dict[str, str | None], expected: str) -> None:
    assert lead(*statement(text, said, **fields)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("role", "following", "expected"),
    [
        ("a man who loves the town", "", "Ada Brandt said:"),
        ("a vocal critic of the wall", "", "Ada Brandt said:"),
        ("one of the daughters", "", "Ada Brandt said:"),
        ("a sea captain", "", "Ada Brandt (a sea captain) said:"),
        (
            "a fellow at the Institute of Ports",
            ", Canals and Locks",
            "Ada Brandt (a fellow at the Institute of Ports, Canals and Locks) said:",
        ),
        ("an aide at the Ministry of Ports", ", Inland Waterways and Locks", "Ada Brandt (an aide) said:"),
        (
            "an aide at the Ministry of Ports",
            ", Bo Dahl reported",
            "Ada Brandt (an aide at the Ministry of Ports) said:",
        ),
    ],
)
def test_a_label_is_a_whole_office_or_job(role: str, following: str, expected: str) -> None:
    text = f"Brandt, {role}{following}, said that it would be built in May."
    assert lead(*statement(text, "that it would be built in May", role=role)) == expected


@pytest.mark.parametrize(
    ("text", "said", "fields"),
    [
        ("Nor did Brandt say that the wall would be built in May.", "that the wall would be built in May",
         {"cue": "say"}),
        ("Supporters of Brandt say the wall will be built in May.", "the wall will be built in May",
         {"cue": "say"}),
        ("Brandt left without saying whether it would be built.", "whether it would be built",
         {"cue": "saying"}),
        ("Brandt, told that she had been thanked for it, smiled.", "that she had been thanked for it",
         {"cue": "told"}),
        ("Brandt thanked everybody there.", "everybody there", {"cue": "thanked"}),
        ("Brandt is offering free stone for the new walls.", "free stone for the new walls",
         {"cue": "is offering"}),
        ("Brandt and many others issued denials of such claims about it.", "such claims about it",
         {"cue": "issued denials of"}),
        ("Brandt on Monday declined to wade into the long dispute.", "to wade into the long dispute",
         {"cue": "declined"}),
        ("Brandt is marking the day by letting all of them speak.", "the day by letting all of them speak",
         {"cue": "is marking"}),
        ("Brandt and the mason have issued denials of such claims about it.", "such claims about it",
         {"cue": "have issued denials of", "mention": "Brandt and the mason"}),
        ("The new wall of stone and sand Brandt mostly overlooks.", "The new wall of stone and sand",
         {"cue": "mostly"}),
        ("Brandt told the “Elmsford Post” that it would be built.", "that it would be built",
         {"cue": "told"}),
        ("Under the old law of Brandt came a plan which was dear.", "a plan which was dear",
         {"cue": "Under"}),
    ],
)  # fmt: skip
def test_words_that_would_mislead_alone_stand_in_their_sentence(
    text: str, said: str, fields: dict[str, str]
) -> None:
    article, found = statement("It rained. " + text, said, **fields)  # type: ignore[arg-type]
    shown = in_its_sentence(article, found)
    assert article.text[shown.start : shown.end] == text
    assert lead(article, found) == "Ada Brandt:"


def test_a_participle_leads_to_its_words_wherever_the_sentence_has_the_name() -> None:
    article, found = statement(
        "Brandt joined the mason on Monday in calling for a new wall of stone and sand.",
        "a new wall of stone and sand",
        cue="calling for",
    )
    assert in_its_sentence(article, found) == found
    assert lead(article, found) == "Ada Brandt, calling for:"


def test_they_of_nobody_known_is_told_in_its_sentence() -> None:
    text = "They talk about the end of the wall."
    article, found = statement(
        "It rained. " + text, "the end of the wall", cue="talk about", mention="They", speaker=None
    )
    shown = in_its_sentence(article, found)
    assert article.text[shown.start : shown.end] == text
    assert not names_somebody(article, found)


def test_a_sentence_that_only_points_back_brings_the_one_before() -> None:
    text = "It rained. The wall is a danger to the town.\n\nThis opinion was expressed by Brandt on Monday."
    article, found = statement(text, "This opinion", cue="was expressed")
    shown = in_its_sentence(article, found)
    assert article.text[shown.start : shown.end] == text.removeprefix("It rained. ")


def test_an_article_is_named_once_in_a_row_and_its_title_quotes_within_the_marks() -> None:
    leads = Leads()
    article, _ = statement("Brandt said so.", "so")
    assert leads.passage(article) == "From “The ‘wall’” — 29 January 2026:"
    assert leads.passage(article) == "From the same article:"


@pytest.mark.parametrize(
    ("text", "said", "fields", "expected"),
    [
        (
            "The FBI is slow. FBI concluded that the wall was sound.",
            "that the wall was sound",
            {"cue": "concluded", "mention": "FBI", "speaker": "FBI", "kind": "organisation"},
            "The FBI concluded:",
        ),
        (
            "NATO met. The NATO alliance grew. NATO demanded that the wall be sound.",
            "that the wall be sound",
            {"cue": "demanded", "mention": "NATO", "speaker": "NATO", "kind": "organisation"},
            "NATO demanded:",
        ),
        (
            "Ada Brandt, Noting that many towns have a wall.",
            "that many towns have a wall",
            {"cue": "Noting", "mention": "Ada Brandt"},
            "Ada Brandt, noting:",
        ),
        (
            "“We will build it,” Prime Minister Boris Harris said.",
            "“We will build it,”",
            {"mention": "Boris Harris", "role": "Prime Minister", "speaker": "Boris Harris"},
            "Prime Minister Boris Harris said:",
        ),
    ],
)
def test_a_lead_is_plain_english(text: str, said: str, fields: dict[str, str], expected: str) -> None:
    kind = fields.pop("kind", "person")
    article, found = statement(text, said, **fields)
    assert lead(article, replace(found, source_kind=kind)) == expected  # type: ignore[arg-type]


def test_a_headline_is_told_from_the_text_that_repeats_it() -> None:
    article, found = statement("The “wall”.\n\n“We will build it,” Brandt said.", "“We will build it,”")
    assert not is_headline(article, found)
    assert is_headline(article, replace(found, start=4, end=10))
