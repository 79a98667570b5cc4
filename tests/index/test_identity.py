"""Which names of different articles are one name of the register."""

import pytest

from index.identity import Register, Usage, canonical

FAMOUS = Usage(
    statements={"Ann Lee": 12, "Ann M. Lee": 1, "Lee": 2, "Tide Watch of Holm": 9, "Holm": 1},
    people={"Ann Lee": 6, "Ann M. Lee": 1, "Lee": 1},
    bodies={"Tide Watch of Holm": 6, "Holm": 1},
)


def _with(famous: Usage = FAMOUS, **changed: dict[str, int]) -> Register:
    merged = {
        field: {**getattr(famous, field), **changed.get(field, {})}
        for field in ("statements", "people", "bodies")
    }
    return canonical(Usage(**merged))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("“It holds,” Lee said.", "Ann Lee"),
        ("“It holds,” President Lee said.", "Ann Lee"),
        ("Edward Lee writes for the Post. “It holds,” Lee said.", None),
        ("Mayor Orvo Lee came. “It holds,” Lee said.", None),
    ],
)
def test_a_surname_is_the_much_quoted_bearers_unless_its_article_names_another(
    text: str, meant: str | None
) -> None:
    assert _with().name_in(text, "Lee") == (meant or "Lee")


@pytest.mark.parametrize(
    "usage",
    [
        Usage(statements={"Ann Lee": 12, "Lee": 1}, people={"Ann Lee": 2, "Lee": 1}, bodies={}),
        Usage(statements={"Ann Lee": 12, "Lee": 1}, people={"Ann Lee": 6, "Bo Lee": 5}, bodies={}),
        Usage(statements={"Ann Lee": 12, "Lee": 1}, people={"Ann Lee": 6}, bodies={"Lee": 5}),
        Usage(statements={"Lee": 1}, people={"Ann Lee": 6}, bodies={}),
    ],
    ids=["named in two articles", "another is named as often", "a body's name too", "never quoted"],
)
def test_a_surname_alone_tells_nobody_of_whom_little_is_heard(usage: Usage) -> None:
    assert canonical(usage).name_in("“It holds,” Lee said.", "Lee") == "Lee"


def test_an_article_that_gives_the_full_name_tells_whose_the_surname_is() -> None:
    usage = Usage(statements={"Orvo Hart": 1, "Hart": 1}, people={"Orvo Hart": 1, "Bo Hart": 3}, bodies={})
    register = canonical(usage)
    assert register.name_in("SO I CALLED ORVO. Mayor Orvo Hart came. Hart said no.", "Hart") == "Orvo Hart"
    assert register.name_in("Orvo Hart met Bo Hart. Hart said no.", "Hart") == "Hart"
    assert register.name_in("Hart said no.", "Hart") == "Hart"


def test_the_last_word_of_a_bodys_name_is_no_surname() -> None:
    register = _with(statements={"Watch of Holm": 2}, bodies={"Watch of Holm": 2})
    assert register.name_in("Tide Watch of Holm came. Holm said no.", "Holm") == "Holm"
    assert register.joined["Watch of Holm"] == "Watch of Holm"


def test_spellings_of_a_persons_name_are_joined_and_abbreviations_too() -> None:
    assert _with().joined["Ann M. Lee"] == "Ann Lee"
    usage = Usage(statements={"Tide Watch": 2, "TW": 1}, people={}, bodies={"Tide Watch": 2, "TW": 1})
    assert canonical(usage, [("Tide Watch", "TW")]).joined["TW"] == "Tide Watch"
