"""What a sentence without quote marks gives people as saying, and which sentences of a draft do."""

import pytest

from bot.checking.claims import read_draft, read_paste
from bot.checking.reported import reported
from bot.checking.unread import unread
from bot.prompts import phrase


@pytest.mark.parametrize(
    ("sentence", "speaker", "said", "beside"),
    [
        ("Lee said the bridge would close in May.", "Lee", "the bridge would close in May.", ""),
        ("The bridge would close in May, Lee said.", "Lee", "The bridge would close in May", ""),
        ("The bridge would close, said Ann Lee.", "Ann Lee", "The bridge would close", ""),
        ("The bridge, Lee told the Hill Gazette, would close.", "Lee", "The bridge would close.",
         "the Hill Gazette"),
        ("The bridge would close, Ann Lee told reporters on Tuesday.", "Ann Lee", "The bridge would close",
         "reporters on Tuesday"),
        ("Ann Lee, the mayor of Hill, said on Tuesday that the bridge would close.", "Ann Lee",
         "the bridge would close.", "on Tuesday"),
        ("Lee told the council that the bridge will close.", "Lee", "the bridge will close.", "the council"),
        ("Asked about the bridge, Lee said it would close.", "Lee", "it would close.", ""),
        ("Lee, speaking in Hill on Monday, said the road will close.", "Lee", "the road will close.", ""),
        ("According to the ministry, the bridge will close.", "the ministry", "the bridge will close.", ""),
        ("According to Ann Lee, director of roads for the county, both bridges will close.", "Ann Lee",
         "both bridges will close.", ""),
        ("The Food Bank of Hill said its doors remain open.", "The Food Bank of Hill",
         "its doors remain open.", ""),
        ("Symptoms start 6 hours later, says the Hill Clinic.", "the Hill Clinic",
         "Symptoms start 6 hours later", ""),
        ("The bridge would close, the council said in a letter to the town on Monday.", "the council",
         "The bridge would close", "in a letter to the town on Monday"),
        ("Lee recently said the bridge would close.", "Lee", "the bridge would close.", ""),
        ("The fire was out, officials said.", "officials", "The fire was out", ""),
        ("The Hill Institute found that the bridge is old.", "The Hill Institute", "the bridge is old.", ""),
        ("The Hill Council press secretary said the bridge would close.", "The Hill Council press secretary",
         "the bridge would close.", ""),
        ("The Hill County coroner's office said a man drowned.", "The Hill County coroner's office",
         "a man drowned.", ""),
        ("Officials in Hill County said the bridge would close.", "Officials in Hill County",
         "the bridge would close.", ""),
        ("The WHO recommends that the bridge is closed.", "The WHO", "the bridge is closed.", ""),
        ("Researchers calculated that the bridge will fall.", "Researchers", "the bridge will fall.", ""),
    ],
)  # fmt: skip
def test_who_is_given_as_saying_what(sentence: str, speaker: str, said: str, beside: str) -> None:
    [found] = reported(sentence)
    assert (found.speaker, found.said, found.beside, found.reporter) == (speaker, said, beside, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council met on Tuesday.",
        "The council found the money on Monday.",
        "The council rejected the plan on Monday.",
        "The council confirmed the mayor on Monday.",
        "Lee was told that the bridge would close.",
        "Lee did not say when the bridge would close.",
        "Lee refused to say whether the bridge would close.",
        "Lee's claim that the bridge would close was wrong.",
        "Nobody said the bridge would close.",
        "That said, the bridge will close.",
        "Bob Ray, who said nothing, left.",
        "He called the police after the fire.",
        "Lee disputed that amount of money.",
    ],
)
def test_plain_narration_is_left_alone(sentence: str) -> None:
    assert not list(reported(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Orrberg reported Lee says the wall will stand.",
        "Orrberg reported that Lee said the wall will stand.",
        "According to Orrberg, Lee said the wall will stand.",
        "Lee said the wall will stand, Orrberg reported.",
        "Lee said the wall will stand, according to Orrberg.",
    ],
)
def test_whoever_reports_it_is_not_the_speaker(sentence: str) -> None:
    [found] = reported(sentence)
    assert (found.speaker, found.reporter, found.said.strip(".")) == ("Lee", "Orrberg", "the wall will stand")


@pytest.mark.parametrize(
    ("text", "speaker", "reporter"),
    [
        ("The Hill Press reported that Ann Lee said “we will hold on”.", "Ann Lee", "The Hill Press"),
        ("Orrberg reported that Lee, the mayor, said “we will hold on”.", "Lee", "Orrberg"),
        ("“We will hold on,” Lee said, according to Orrberg.", "Lee", "Orrberg"),
        ("Lee told Ray and said “we will hold on”.", "Lee", None),
        ("Lee said “we will hold on”.", "Lee", None),
    ],
)
def test_whoever_reports_a_quotation_is_not_its_speaker(
    text: str, speaker: str, reporter: str | None
) -> None:
    [claim] = read_draft(text)
    assert (claim.speaker, claim.reporter) == (speaker, reporter)


DRAFT = """The council met on Tuesday in Hill. It was cold.

Ann Lee, the mayor of Hill, said the bridge would close in May. She added that nobody would pay for it. \
“We will build another,” she said.

According to the ministry, the bridge is old. Bob Ray called it “a shame for the town”, and said it would \
cost 5 million. “It will cost us,” said Ray, who added that the state had promised money.

Lee said the bridge would stand for a year, adding: “We will wait for it.” Lee said that the bridge “will \
not fall down”."""


def test_a_draft_has_both_kinds_of_claims_in_order() -> None:
    assert [(claim.speaker, claim.quote, claim.said.strip(".")) for claim in read_draft(DRAFT)] == [
        ("Ann Lee", None, "the bridge would close in May"),
        ("Ann Lee", None, "nobody would pay for it"),
        ("Ann Lee", "We will build another,", ""),
        ("the ministry", None, "the bridge is old"),
        ("Bob Ray", "a shame for the town", ""),
        ("Bob Ray", None, "it would cost 5 million"),
        ("Ray", "It will cost us,", ""),
        ("Ray", None, "the state had promised money"),
        ("Lee", None, "the bridge would stand for a year"),
        ("Lee", "We will wait for it.", ""),
        ("Lee", "will not fall down", ""),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee said the bridge would close. She said nobody would pay.", "Ann Lee"),
        # A man is not "she", and of two who are named nobody knows which is meant.
        ("John Ray said the bridge would close. She said nobody would pay.", None),
        ("Ann Lee said the bridge would close. Mary Ray was there. She said nobody would pay.", None),
    ],
)
def test_whom_she_means_in_a_draft(text: str, speaker: str | None) -> None:
    assert read_draft(text)[-1].speaker == speaker


def test_a_claim_that_is_no_draft_is_read_as_one_claim() -> None:
    [claim] = read_paste("The mayor is for a sluice gate.")
    assert (claim.speaker, claim.said) == ("The mayor", "is for a sluice gate.")


@pytest.mark.parametrize(
    "text",
    [
        "Talks on the harbour in Dale will “top the agenda of all towns” in May.",
        "It was a win that put her party, Dale First, “in a very good position” for May.",
    ],
)
def test_a_name_that_only_stands_in_the_sentence_is_no_speaker(text: str) -> None:
    [claim] = read_draft(text)
    assert claim.speaker is None


def test_he_who_did_something_before_he_spoke_is_whoever_was_named() -> None:
    text = (
        "Bo Orr won. He also addressed those who had lost, saying that they had “good reasons to be angry”."
    )
    assert read_draft(text)[-1].speaker == "Bo Orr"


def test_what_a_draft_has_besides_is_named_with_the_reason() -> None:
    draft = (
        "# Dale\n\nThe bridge is old. Ann Lee said it would close. Lee did not say when it closed.\n\n"
        "“It is a fine bridge,” said Bob Ray. Why? It was built by his father."
    )
    left = list(unread(draft, read_draft(draft)))
    assert [(each.text, each.reason) for each in left] == [
        ("The bridge is old.", phrase("check_unread_narration")),
        ("Lee did not say when it closed.", phrase("check_unread_cue")),
        ("It was built by his father.", phrase("check_unread_narration")),
    ]
    assert [draft[each.start : each.end] for each in left] == [each.text for each in left]


def test_what_is_too_long_for_a_sentence_is_named() -> None:
    draft = "Ann Lee said the bridge would close.\n\n" + "stone " * 400
    [left] = unread(draft, read_draft(draft))
    assert left.reason == phrase("check_unread_long")
