"""Whose words a document's are: whoever the article says issued it, and nobody where it does not."""

import pytest

from tests.index.marked import statements

PEOPLE = ["Ann Lee", "Dr. Lee", "Lee", "David Marsh", "Marsh"]
BODIES = [
    *("University of Holm", "Sound Lines", "Office of Inspector General", "Tide Board", "Norrland Research"),
    *("National Harbour Service", "Harbour Force", "Holm Gazette", "Institute for Tides", "Accident Inquiry"),
    *("House Ethics Board", "House"),
]
Q = "[t “The bridge is safe,”] "
UNIVERSITY = "[s The University of Holm] [c said] [t that it rained]. "
AUDIT = (
    "[t The bridge is late], [c according to] [s a scathing audit released Wednesday by the agency's"
    " Office of Inspector General]. "
)
REPORT = (
    "[t Two ferries met off Holm], [c according to] [s an Accident Inquiry Report from the Tide Board]. "
    "It was foggy. "
)

# Marked text, and the speaker of its last statement.
WHOSE: dict[str, tuple[str, str | None]] = {
    "a post on a day by somebody": (
        "[t “The bridge is safe,”] [c according to] [s a post Thursday by Gov. Ann Lee on the site].",
        "Ann Lee",
    ),
    "the statement that she provided": (
        "[s Ann Lee] [c provided a statement saying] [t that it was late]. "
        "[t2 “It may rain,”] [s2 the statement] [c2 added].",
        "Ann Lee",
    ),
    "the statement that a paper says she issued": (
        "[s The Holm Gazette] [c said] [t Ann Lee issued a statement].\n\n"
        "[t2 “It may rain,”] [s2 the statement] [c2 read].",
        "Ann Lee",
    ),
    "its report, of nobody we know": (
        "It grows. [t It was late], [c according to] [s its Tide Board report].",
        None,
    ),
    "a schedule released by": (
        "[t It sails at two], [c according to] [s the schedule released by the Tide Board].",
        "Tide Board",
    ),
    "a study's estimate": (
        "[s A Tide Board study] [c found] [t it late]. "
        "[t2 It costs more], [c2 according to] [s2 the study’s median estimate].",
        "Tide Board",
    ),
    "somebody's presentation": (
        "Ann Lee met us. [t It is late], [c according to] [s Lee’s presentation].",
        "Ann Lee",
    ),
    "a statement from a campaign's secretary": (
        Q + "[c said] [s a statement from Lee campaign press secretary David Marsh].",
        "David Marsh",
    ),
    "a letter from her to another": (Q + "[c said] [s a letter from Ann Lee to David Marsh].", "Ann Lee"),
    "a report called by its owner's name": (
        "[s A Tide Board report] [c found] [t it late]. "
        "[s2 The 56-page tide report] [c2 says] [t2 that it leaks].",
        "Tide Board",
    ),
    "a report whose owner a heading shortens": (
        "[s A House Ethics Board report] [c found] [t rust there].\n\n"
        "[s2 House report] [c2 finds] [t2 it leaks]",
        "House Ethics Board",
    ),
    "a forum's yearly report of two words more": (
        "[s The Tide Board] [c said] [t that it rained]. "
        "[t2 Holm is first], [c2 according to] [s2 the board’s yearly harbour safety report].",
        "Tide Board",
    ),
    "a body's kind before its statement": (
        UNIVERSITY + "[t2 “The bridge is safe,”] [s2 a university statement] [c2 reads].",
        "University of Holm",
    ),
    "a university's study may be another's": (
        UNIVERSITY + "[s2 A university study] [c2 found] [t2 that bridges rust].",
        None,
    ),
    "two words of a name before a forecast": (
        "[s The National Harbour Service] [c said] [t that it rains]. "
        "[t2 Fog will come], [c2 according to] [s2 the harbour service forecast].",
        "National Harbour Service",
    ),
    "who released it": (AUDIT.rstrip(), "Office of Inspector General"),
    "a portion of the report is the audit's": (
        AUDIT + "[t2 “The work has no plan,”] [s2 a portion of the 50-page report] [c2 reads].",
        "Office of Inspector General",
    ),
    "Wednesday's report is it too": (
        AUDIT + "[s2 Wednesday’s report] [c2 says] [t2 that it rained].",
        "Office of Inspector General",
    ),
    "a title in capitals is no issuer": (REPORT, "Tide Board"),
    "the accident report is the one that was called so": (
        REPORT + "[t2 The sea was calm], [c2 according to] [s2 the accident report].",
        "Tide Board",
    ),
    "the police report is another": (
        REPORT + "[t2 The sea was calm], [c2 according to] [s2 the police report].",
        None,
    ),
    "the report, a page later": (
        REPORT + "It rained. " * 12 + "[s2 The report] [c2 says] [t2 that the view was blocked].",
        "Tide Board",
    ),
    "by a part of the name": (
        "[t Most want a bridge], [c according to] [s a survey by Norrland Research]. "
        "[t2 The old do not], [c2 according to] [s2 the Norrland survey].",
        "Norrland Research",
    ),
    "by the initials, as they are written": (
        "[t Most want a bridge], [c according to] [s a survey by the Department of Tides]. "
        "[t2 The old do not], [c2 according to] [s2 the DoT survey].",
        "Department of Tides",
    ),
    "the lawsuit is not his who wrote in a decision": (
        "[t It was late], [s Ann Lee] [c wrote] in her ruling. [s2 The lawsuit] [c2 says] [t2 it rains].",
        None,
    ),
    "the fair's website is not of what the page is about": (
        "Tidings has two boats. [t One is old], [c according to] [s the town fair website].",
        None,
    ),
    "preliminary information from": (
        "[t It will rain], [c according to] [s preliminary information from the Tide Board].",
        "Tide Board",
    ),
    "an explainer published by": (
        "[t It is put back], [c according to] [s an explainer published by the Institute for Tides].",
        "Institute for Tides",
    ),
    "an article printed in": (
        "[c According to] [s an article in the Holm Gazette], [t the bridge is old].",
        "Holm Gazette",
    ),
    "a body's summary": (
        "[c According to] [s a Harbour Force summary], [t the ferries carried coal].",
        "Harbour Force",
    ),
    "somebody's own report": (
        "David Marsh came. [t It was a mild winter], [c according to] [s Marsh's report].",
        "David Marsh",
    ),
    "somebody's lawsuit is not their words": (
        "David Marsh came. [t It was a mild winter], [c according to] [s Marsh's lawsuit].",
        None,
    ),
    "the post, in which somebody spoke": (
        "In a post on Monday, [s Sound Lines] [c said] [t that it rained]. "
        "[t2 “It is late,”] [s2 the post] [c2 said].",
        "Sound Lines",
    ),
    "an evaluation signed by": (
        Q + "[s the evaluation signed by doctor David Marsh] [c said].",
        "David Marsh",
    ),
    "the order may be the one that another promised": (
        "[s Sound Lines] [c said] in an order [t that it rained]. "
        "[s2 Ann Lee] [c2 promised] [t2 an executive order]. [s3 The order] [c3 says] [t3 that it snowed].",
        None,
    ),
    "the tweet, after who tweeted": (
        "[s Ann Lee] [c tweeted] [t “I am here.”] [t2 “I will stay,”] [s2 the tweet] [c2 read].",
        "Ann Lee",
    ),
    "the organisation's, after one without a name": (
        UNIVERSITY
        + "[s2 The fraternity’s national center] [c2 said] [t2 that it snowed]. "
        + "[t3 “We are sorry,”] [s3 the organization’s statement] [c3 reads].",
        None,
    ),
}


@pytest.mark.parametrize("shape", WHOSE)
def test_whose_words_a_documents_are(shape: str) -> None:
    marked, speaker = WHOSE[shape]
    _, found = statements(marked, PEOPLE, BODIES)
    assert found[-1].speaker == speaker
