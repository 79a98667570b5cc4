"""Posts shown in a page are their authors' statements, in exactly their words."""

import pytest

from index.analysis import Analyser
from index.linking.posts import posts
from index.types import Article

POST = "The bridge is closed until Monday. Take the boat! #innerholm"

SHOWN = {
    "in one line": f"It rained.\n\n{POST} — Ann Lee (@annlee) September 1, 2025\n\nThe boat was full.",
    "signed below": f"It rained.\n\n{POST}\n\n— Ann Lee (@annlee) September 1, 2025\n\nThe boat was full.",
    "with a plain dash": f"{POST} - Ann Lee (@annlee) 1 Sept 2025",
    "with an archive's markup": f'<post id="7">{POST} — Ann Lee (@annlee) Sep. 1, 2025</post>.',
}


@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN)
def test_a_signed_post_is_its_authors(text: str) -> None:
    (found,) = posts(text)
    assert (text[found.start : found.end], text[slice(*found.mention or (0, 0))]) == (POST, "Ann Lee")


@pytest.mark.parametrize(
    "text",
    [
        "The bridge — Ann Lee (@annlee) says so — is closed.",
        "Ann Lee (@annlee) wrote on September 1, 2025 that it was closed.",
        "— Ann Lee (@annlee) September 1, 2025",  # nothing above it
    ],
)
def test_prose_about_posts_is_none(text: str) -> None:
    assert posts(text) == []


def test_two_posts_in_a_row_and_the_prose_between_keep_their_own_speakers() -> None:
    text = (
        "It rained on Monday, and the boats that leave from the old quay at ten stayed in the harbour.\n\n"
        f"{POST} — Ann Lee (@annlee) September 1, 2025\n\n"
        "“That is not what we were told by anybody,” said Bo Hart, who owns the boat.\n\n"
        "We open at ten. — Carl Berg (@berg) September 2, 2025"
    )
    found = Analyser()(Article("a", "", text), "").statements
    assert [(s.speaker, text[s.start : s.end]) for s in found] == [
        ("Ann Lee", POST),
        ("Bo Hart", "“That is not what we were told by anybody,”"),
        ("Carl Berg", "We open at ten."),
    ]
