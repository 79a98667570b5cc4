"""Whom a mention means: by name, title, pronoun or kind; nobody, rather than a guess."""

import pytest

from tests.index.marked import statements

LEE = "Bridge engineer Ann Lee opened the meeting. "
BOTH = "Ann Lee, the engineer, and Carl Hart, the mayor, met on Monday. "
Q = "[t “The bridge is safe,”] "

PEOPLE = ["Ann Lee", "Ruth Lee", "Piet Lee", "Carl Hart", "Eva Hart", "Sergei Ermin", "Sergey Ermin"]
COMPANIES = ["Northern Opinion", "the Coastal Institute", "Sound Lines", "Harbour Lines"]

# Marked text; speaker, kind of source and reason of its last statement.
MENTIONS: dict[str, tuple[str, str | None, str, str]] = {
    "full name": (Q + "[s Ann Lee] [c said].", "Ann Lee", "person", ""),
    "surname": (LEE + Q + "[s Lee] [c said].", "Ann Lee", "person", "Lee is Ann Lee"),
    "title and surname": (LEE + Q + "[s Ms. Lee] [c said].", "Ann Lee", "person", "Lee is"),
    "first name": (LEE + Q + "[s Ann] [c said].", "Ann Lee", "person", "Ann is Ann Lee"),
    "apposition": (Q + "[c said] [s the engineer in charge, Ann Lee].", "Ann Lee", "person", ""),
    "possessive": (
        LEE + "In [s Lee’s] [c view], [t the bridge is safe].",
        "Ann Lee",
        "person",
        "Lee is Ann Lee",
    ),
    "she": (LEE + Q + "[s she] [c said].", "Ann Lee", "person", "she ← Ann Lee, 1 sentence"),
    "he is not Ann": (LEE + Q + "[s he] [c said].", None, "unnamed", ""),
    "she, of two": (BOTH + Q + "[s she] [c said].", "Ann Lee", "person", "she ←"),
    "he, of two": (BOTH + Q + "[s he] [c said].", "Carl Hart", "person", "he ←"),
    "the mayor": (BOTH + Q + "[s the mayor] [c said].", "Carl Hart", "person", "“the mayor”"),
    "by kin of the role": (
        "Deputy Foreign Minister Ann Lee and the singer Carl Hart met. " + Q + "[s the diplomat] [c said].",
        "Ann Lee",
        "person",
        "the diplomat ← Ann Lee",
    ),
    "a role that fits two": (
        "Senator Ann Lee and Senator Carl Hart met. " + Q + "[s the senator] [c said].",
        None,
        "unnamed",
        "",
    ),
    "a description nothing confirms, of the only one here": (
        "Ann Lee did not want to wait. " + Q + "[s the councillor] [c said].",
        "Ann Lee",
        "person",
        "1 sentence before",
    ),
    "an office nobody here is said to hold": (
        "Ann Lee met Carl Hart. They left.\n\nIt rained. " + Q + "[s the town clerk] [c said].",
        None,
        "unnamed",
        "",
    ),
    "who": ("Ann Lee, [s who] [c said] [t that the bridge was safe], left.", "Ann Lee", "person", "who ←"),
    "who, after all that is told of who speaks": (
        Q + "[c said] [s Ann Lee, a baker from Lowtown, Outer Holm,] [s2 who] [c2 said] [t2 that she left].",
        "Ann Lee",
        "person",
        "who ← Ann Lee, a baker",
    ),
    "he who speaks, not who is named in what he is reported to say": (
        "[s Carl Hart] [c said] [t that Piet Lee was late and Piet Lee was wrong]. [s2 He] [c2 added] "
        "[t2 that the bridge was safe].",
        "Carl Hart",
        "person",
        "He ← Carl Hart",
    ),
    "who stands only as an object does not speak before who spoke": (
        "[t “It is late,”] [s Carl Hart] [c said]. It was a long day that ended in forcing Piet Lee to go. "
        "[t2 “We moved him,”] [s2 he] [c2 said].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "the subject of its sentence, not whose arrest it tells of": (
        "Days after Piet Lee’s arrest, Carl Hart went there. [t “I had to go,”] [s he] [c said].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "he of the sentence before is not whom that names": (
        "Carl Hart came home. He had voted for Piet Lee in May. [t “I am tired,”] [s he] [c said].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "nor whom the words themselves name": (
        "[t “It is late,”] [s Carl Hart] [c said]. [t2 Any word with Piet Lee], [s2 he] [c2 said], "
        "[t2 was lost].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "the subject right before, not who spoke longer ago": (
        "[t “It is late,”] [s Carl Hart] [c said]. It rained.\n\nA nurse by training, Piet Lee had no boat. "
        "[s2 He] [c2 said] [t2 that he could swim].",
        "Piet Lee",
        "person",
        "He ← Piet Lee",
    ),
    "whom a group speaks of is next to speak": (
        "[t “It is late,”] [s Ruth Lee] [c said]. It rained. [s2 Aides] [c2 say] [t2 that Eva Hart counts "
        "the boats]. [t3 “I count them,”] [s3 she] [c3 said].",
        "Eva Hart",
        "person",
        "she ← Eva Hart",
    ),
    "he after somebody without a name": (
        "Carl Hart came. [t “It is late,”] [s one MP] [c said]. [s2 He] [c2 added] [t2 that it was cold].",
        None,
        "unnamed",
        "",
    ),
    "a firm by its name alone": (
        Q + "[c said] [s the window maker Vélux].",
        "Vélux",
        "organisation",
        "",
    ),
    "a report that a newspaper published is a document": (
        "[s A Herald report published Tuesday] [c says] [t that the bridge is safe].",
        None,
        "document",
        "",
    ),
    "a party's calls are nobody's in particular": (
        "Ann Lee came. There were [s Republican] [c calls for] [t an inquiry into the bridge].",
        None,
        "unnamed",
        "",
    ),
    "one of many, named for an example": (
        Q + "[c said] [s experts like Ann Lee].",
        None,
        "unnamed",
        "",
    ),
    "the last to speak, not the one spoken about": (
        LEE + "[t “Hart is late,”] [s Lee] [c said]. [s2 She] [c2 added] [t2 that the bridge was safe].",
        "Ann Lee",
        "person",
        "She ← Lee",
    ),
    "whoever is named in a relative clause is spoken of": (
        LEE + Q + "[c said] [s a member of the council who backs Ann Lee], asking for silence.",
        None,
        "unnamed",
        "",
    ),
    "or after a participle": (
        LEE + "[s The voters filing into Lee’s hall] [c were aware] [t that the bridge was old].",
        None,
        "unnamed",
        "",
    ),
    "or after a comma and a participle": (
        LEE + Q + "[c said] [s a councillor, speaking for Ann Lee].",
        None,
        "unnamed",
        "",
    ),
    "but the name may follow the clause": (
        Q + "[c said] [s the engineer who built it, Ann Lee].",
        "Ann Lee",
        "person",
        "",
    ),
    "and after a word for naming": (Q + "[c said] [s a woman named Ann Lee].", "Ann Lee", "person", ""),
    "an acting mayor is somebody": (
        Q + "[c said] [s the town’s acting mayor Ann Lee].",
        "Ann Lee",
        "person",
        "",
    ),
    "whoever is asked": (LEE + "[s Lee] [c was asked] [t what the bridge cost].", None, "unnamed", ""),
    "who asks": (
        BOTH + "[s Lee] [c was asked] by Carl Hart [t what the bridge cost].",
        "Carl Hart",
        "person",
        "",
    ),
    "no judge is a judge": (
        "Judge Ann Lee sat down. [s No judge] [c agreed] [t that the bridge was safe].",
        None,
        "unnamed",
        "",
    ),
    "a reporter who asks is any": (
        LEE + "It rained. [s Reporter who] [c says] [t that the bridge was old] left.",
        None,
        "unnamed",
        "",
    ),
    "neither of two": (
        BOTH + "[s Neither Lee nor Hart] [c knew] [t that the bridge was old].",
        None,
        "unnamed",
        "",
    ),
    "several, named for examples": (
        BOTH + Q + "[c said] [s experts like Ann Lee, Carl Hart].",
        None,
        "unnamed",
        "",
    ),
    "everybody is nobody in particular": (
        LEE + "[s Everybody] [c felt] [t that the bridge was old].",
        None,
        "unnamed",
        "",
    ),
    "a noun that opens its sentence is no name": (
        LEE + "The legislation is old. [s Legislation] [c says] [t that the bridge is safe].",
        None,
        "unnamed",
        "",
    ),
    "a firm whose name goes on": (
        Q + "[c said] [s Rescue for the Holms, a small outfit that endorsed Lee in May].",
        "Rescue for the Holms",
        "organisation",
        "",
    ),
    "two people with one surname": (
        "Ruth Lee and Piet Lee met. " + Q + "[s Lee] [c said].",
        None,
        "person",
        "",
    ),
    "told apart by a title": (
        "Mayor Ruth Lee and Captain Piet Lee met. " + Q + "[s Captain Lee] [c said].",
        "Piet Lee",
        "person",
        "Lee is Piet Lee",
    ),
    "another spelling": (
        "Sergei Ermin spoke. " + Q + "[s Sergey Ermin] [c said].",
        "Sergei Ermin",
        "person",
        "Sergey Ermin is Sergei Ermin",
    ),
    "somebody's spokesman": (LEE + Q + "[s a spokesman for Ann Lee] [c said].", None, "unnamed", ""),
    "a senior official": (LEE + Q + "[s a senior official] [c said].", None, "unnamed", ""),
    "the official, introduced without a name": (
        LEE + "A senior official at the ministry was careful. " + Q + "[s the official] [c said].",
        None,
        "unnamed",
        "",
    ),
    "he, after somebody unnamed spoke": (
        "Carl Hart left. [s An old ferryman] [c thought] [t all were wrong]. [t2 “Go,”] [s2 he] [c2 said].",
        None,
        "unnamed",
        "",
    ),
    "people": (LEE + Q + "[s several residents] [c said].", None, "unnamed", ""),
    "a newspaper told apart by its town": (
        Q + "[s The (Elmsford) Courier] [c reported].",
        "Elmsford Courier",
        "organisation",
        "",
    ),
    "nothing but a bracket": (Q + "[s The (] [c reported].", None, "unnamed", ""),
    "a document": (LEE + Q + "[s the report] [c says].", None, "document", ""),
    "a poll by a firm": (
        "[s A poll by Northern Opinion] [c finds] [t that the bridge is loved].",
        "Northern Opinion",
        "organisation",
        "A poll ← Northern Opinion",
    ),
    "an organisation": (
        Q + "[s the Coastal Institute] [c said].",
        "Coastal Institute",
        "organisation",
        "",
    ),
    "the company": (
        "Sound Lines, a ferry operator, sent nobody. " + Q + "[s the company] [c said].",
        "Sound Lines",
        "organisation",
        "the company ← Sound Lines",
    ),
    "the company, of two": (
        "Sound Lines and Harbour Lines sent nobody. " + Q + "[s the company] [c said].",
        None,
        "organisation",
        "",
    ),
    "the company, with none named": (LEE + Q + "[s the company] [c said].", None, "organisation", ""),
    "an organisation without a name": (LEE + Q + "[s the fire service] [c said].", None, "organisation", ""),
}


@pytest.mark.parametrize("mention", MENTIONS)
def test_mention(mention: str) -> None:
    marked, speaker, kind, reason = MENTIONS[mention]
    _, found = statements(marked, PEOPLE, COMPANIES)
    assert (found[-1].speaker, found[-1].source_kind) == (speaker, kind)
    assert reason in "; ".join(link.reason for link in found[-1].chain)
    assert bool(found[-1].chain) == bool(reason)


def test_a_nested_report_keeps_both_speakers_and_says_who_reports() -> None:
    text, (outer, inner) = statements(
        "[s Ann Lee] [c said] [t that [s2 Carl Hart] [c2 had promised] [t2 that the bridge would open]].",
        ["Ann Lee", "Carl Hart"],
    )
    assert (outer.speaker, inner.speaker) == ("Ann Lee", "Carl Hart")
    assert text[inner.start : inner.end] == "that the bridge would open"
    assert inner.chain[-1].reason == "as Ann Lee reports it"


def test_a_guess_is_less_sure_than_a_name() -> None:
    _, (by_name, by_pronoun) = statements(
        BOTH + "[t “It is safe,”] [s Ann Lee] [c said]. [s2 She] [c2 added] [t2 that it was old].",
        ["Ann Lee", "Carl Hart"],
    )
    assert by_name.confidence > by_pronoun.confidence > 0


def test_the_role_is_the_nearest_the_article_gives() -> None:
    text, (first, second) = statements(
        "[s Treasurer Ann Lee] [c said] [t that the bridge was dear].\n\nA year later she was elected. "
        "[s2 Mayor Ann Lee] [c2 said] [t2 that it was cheap].",
        ["Ann Lee"],
    )
    assert [text[slice(*s.role)] if s.role else None for s in (first, second)] == ["Treasurer", "Mayor"]


def test_a_carried_quotation_shows_where_its_speaker_is_named() -> None:
    text, (_, carried) = statements(
        LEE + "\n\n[t “The bridge is safe,”] [s Lee] [c said].\n\n“It will open in May, rain or shine.”",
        ["Ann Lee"],
    )
    assert carried.speaker == "Ann Lee"
    assert [text[slice(*link.mention)] for link in carried.chain] == ["Lee", "Ann Lee"]
    assert "right after this speaker's" in carried.chain[0].reason
