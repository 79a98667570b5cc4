"""English or not, so that statements are sought only where the tagger can read."""

import pytest

from index.language import is_english

ENGLISH = (
    "The council said on Monday that the bridge would be closed for a week, and that those who live on "
    "the island should take the boat, which will leave every hour from the old quay."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, True),
        ("Short words only", True),  # too little to tell
        ("Ann Lee Wears Her Red Hat At Inner Holm Bridge Rally. " * 6 + ENGLISH, True),  # headlines, names
        ('<post author="@annlee" lang="en">https://example.org/a/b @bo #bridge</post> ' * 20 + ENGLISH, True),
        (
            "Der Rat teilte am Montag mit, dass die Brücke eine Woche lang gesperrt wird und dass alle, die "
            "auf der Insel wohnen, das Boot nehmen sollen, das jede Stunde vom alten Kai abfährt.",
            False,
        ),
        (
            "Le conseil a annoncé lundi que le pont serait fermé pendant une semaine et que les habitants de "
            "l'île devraient prendre le bateau, qui part toutes les heures du vieux quai de la ville.",
            False,
        ),
        (
            "Совет сообщил в понедельник, что мост будет закрыт на неделю и что жителям острова следует "
            "пользоваться катером, который отходит каждый час от старой пристани рядом с рынком.",
            False,
        ),
    ],
)
def test_is_english(text: str, expected: bool) -> None:
    assert is_english(text) is expected


def test_an_english_article_with_a_foreign_sentence_stays_english() -> None:
    assert is_english(f"{ENGLISH} „Die Brücke ist sicher“, sagte sie auf Deutsch. {ENGLISH}")
