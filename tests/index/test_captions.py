"""What a reader sees at once is not the article's prose, and what only looks like it."""

import pytest

from index.captions import captions


def flagged(text: str) -> list[str]:
    return [text[start:end] for start, end in captions(text)]


PROSE = "The ferry will stop running in May, the harbour office said on Tuesday."


@pytest.mark.parametrize(
    "line",
    [
        "© Maria Holt",
        "© 2024 The Elmer Post. All rights reserved.",
        "(c) Elmer Harbour Office",
        "Photo: Ann Lee",
        "Photo by Ann Lee",
        "Photos by Ann Lee and Bo van Hart for the Holm Gazette",
        "Photo courtesy of Ann Lee/Getty Images",
        "PHOTO CREDIT: Ann Lee",
        "Image: Elmer Harbour Office",
        "File photo of the old ferry",
        "Reuters",
        "Getty.",
        "Gettyimages.ru",
        "RIA News",
        "Ann Lee / Reuters.",
        "Ann Lee via Getty Images",
        "ANN VAN LEE/AFP/Getty Images",
        "The ferry leaves the harbour for the last time. (AP Photo/Ann Lee, File)",
        "The ferry leaves the harbour (Image credit: Ann Lee / AFP via Getty Images)",
        "The ferry leaves the harbour on Monday. Ann Lee/Pool/Reuters",
        "“It is over,” said the mayor, seen here in May. Ann Lee/AP",
        "The ferry in the fog. Hide Caption 3 of 12",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Read more: What the ferry cost the town",
        "ALSO READ: The bus that nobody takes",
        "More:Five things to know about the bridge",
        "RELATED: A history of the ferry",
        "Click here to see the timetable.",
        "Follow Ann Lee on Twitter @annlee.",
        "Sign up for our morning newsletter",
        "Harbour wall:Lee asks for a survey as 'the tide rises'",
        "'The tide rises': Lee asks for a survey of the harbour wall",
        "Email: ann.lee@gazette.example Twitter: @annlee",
        "Reach Ann Lee at ann.lee@gazette.example or on Twitter @annlee.",
        "Ann Lee is a local reporter for the Gazette. Follow her on Twitter @annlee.",
        "Ann Lee covers the harbour. Email her: ann.lee@gazette.example",
        "Ann Lee covers the harbour. To contact her, write to ann.lee@gazette.example.",
        "Ann Lee covers the harbour. She can be reached at ann.lee@gazette.example.",
        "Ann Lee is a columnist for the Gazette. To read all of her work, please subscribe today.",
    ],
)
def test_a_line_that_is_not_prose_is_found_between_paragraphs(line: str) -> None:
    assert flagged(f"{PROSE}\n\n{line}\n\n{PROSE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "“Read more,” the teacher told the children.",
        "More than forty people came to the meeting.",
        "Ann Lee is the mayor, and the council followed her advice, the Gazette wrote on Twitter.",
        "Reuters reported on Monday that the ferry would stop.",
        "The photo by Ann Lee that won the prize shows the ferry.",
        "Photos by Holm Survey show dozens of cracks in the wall, the ministry said.",
        "Ann Lee is urging residents to contact Councillor Hart about the wall.",
        "Bo Hart is asking supporters to email Congress about the harbour.",
        "Bo Hart is asking neighbours to contact her about the harbour.",
        "Ann Lee writes that residents should contact Hart.",
        "The mayor told the AP.",
        "The editor of the Post, who also writes for Reuters, declined to comment.",
        "Follow the money, the lawyer said, and you will find the mayor.",
        "PORT ELMER (AP) — The ferry will stop in May.",
        "BRANDT: We tried everything.",
        "Watch the harbour, he said: it will be empty by June.",
        "The council met on Tuesday (see the photo of 3 May) and adjourned.",
        "Subscribers to the ferry's winter pass will be paid back.",
        "What comes next",
        "“The tide rises”: so Lee said, and she left. Then it rained.",
    ],
)
def test_prose_that_speaks_of_photos_and_agencies_stays(line: str) -> None:
    assert flagged(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_a_block_of_bullets_with_a_credit_is_a_caption_block() -> None:
    block = "  • The ferry in the harbour\n\n  • RIA News\n\n  • © Maria Holt"
    text = f"{PROSE}\n\n{block}\n\nWhat comes next\n\n{PROSE}"
    assert flagged(text) == ["• The ferry in the harbour", "• RIA News", "• © Maria Holt"]


def test_an_agency_that_only_its_place_among_the_bullets_betrays_is_found() -> None:
    text = f"{PROSE}\n\n• A drill on the pier\n\n• harbourpictures.example\n\n• © Harbour Office\n\n{PROSE}"
    assert flagged(text) == ["• A drill on the pier", "• harbourpictures.example", "• © Harbour Office"]


def test_a_caption_block_on_consecutive_lines_is_found_line_by_line() -> None:
    text = f"{PROSE}\n\n• Mayor Ida Brandt\n• © Maria Holt\n\n{PROSE}"
    assert flagged(text) == ["• Mayor Ida Brandt", "• © Maria Holt"]


def test_a_list_of_facts_is_prose() -> None:
    text = (
        "The plan has three parts:\n\n• A bus over the causeway.\n\n"
        "• A smaller boat in summer.\n\n• “A promise,” as the mayor put it."
    )
    assert flagged(text) == []


def test_a_list_of_facts_above_a_photo_keeps_its_quotations() -> None:
    text = "• “We will pay,” the mayor said.\n\n• The ferry in May\n\n• © Maria Holt"
    assert flagged(text) == ["• The ferry in May", "• © Maria Holt"]


def test_a_text_without_blank_lines_is_judged_by_its_lines() -> None:
    assert flagged(f"{PROSE}\nAdvertisement\n{PROSE}\nPhoto: Ann Lee") == ["Advertisement", "Photo: Ann Lee"]


def test_spans_are_in_order_and_the_empty_text_has_none() -> None:
    assert captions("") == []
    spans = captions(f"Advertisement\n\n{PROSE}\n\n© Ann Lee\n\nRead more: the bus")
    assert spans == sorted(spans)
    assert len(spans) == 3


def test_a_very_long_line_costs_no_time() -> None:
    line = "Ann Lee " * 100_000  # what a pattern that backtracks would choke on
    assert flagged(line) == []
