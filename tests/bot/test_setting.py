"""When and where it was said: the statement's own day and event, never another's."""

import pytest

from bot.answering.setting import occasion
from index.types import Article
from tests.index.marked import statements

Q = "[t “It is safe,”] [s Lee] [c said]"

SETTINGS: dict[str, tuple[str, str | None]] = {
    "a day": (f"{Q} on Monday.", "on Monday"),
    "an event": (f"{Q} at a rally in Holm on Monday.", "at a rally in Holm on Monday"),
    "the hearer between": (f"{Q} to reporters on Monday.", "on Monday"),
    "whom it was told to": (
        "[t “It is safe,”] [s Lee] [c told] the Holm Post in May.",
        "in May",
    ),
    "the subject between": ("[t “It is safe,”] [c said] [s Lee], the mayor, on Monday.", "on Monday"),
    "before the subject": ("On Monday, [s Lee] [c said] [t the wall was safe].", "On Monday"),
    "before the subject without a comma": ("On Monday [s Lee] [c said] [t the wall was safe].", "On Monday"),
    "before the subject, with a name of its own": (
        "On 8 May, after talks with the new prefect, Ada Bell, [s Lee] [c complained] at a press conference "
        "[t that it was late].",
        "On 8 May, after talks with the new prefect",
    ),
    "before the verb": ("[s Lee], in a letter on Monday, [c said] [t it was safe].", "in a letter on Monday"),
    "a day and its part": (f"{Q} on Monday morning.", "on Monday morning"),
    "an object, but an interview": (
        "[s Lee] [c dismissed] [t “the odd claims”] of the firm in an interview on Monday.",
        "in an interview on Monday",
    ),
    "a participle": (
        "In a letter on Monday, [s Lee] rejected the plan, [c saying] [t it was late].",
        "In a letter on Monday",
    ),
    "the sentence before": (
        f"Ann Lee spoke at a rally in Holm on Friday. {Q}.",
        "at a rally in Holm on Friday",
    ),
    "two sentences before, and a quotation between": (
        "Ann Lee, in an interview with Radio Holm on 8 May, indicated that it was time.\n\n"
        f"“The sea is high.\n\n“It will rise.” Lee nodded. {Q}.",
        "in an interview with Radio Holm on 8 May",
    ),
    "a day ends before a verb": ("[s Lee] on Monday [c promised] [t to leave].", "on Monday"),
    "not the day of another deed": (f"Ann Lee on Wednesday signed the contract. {Q}.", None),
    "not the day of what was asked about": (
        "Asked about the leak in February, [s Lee] [c said] [t it was small].",
        None,
    ),
    "not a relative clause's": ("[s Lee], who left in January, [c said] [t it was late].", None),
    "not the day of what is said": (
        f"The rush people saw on Thursday was no surprise, Ann Lee said. {Q}.",
        None,
    ),
    "not that of the words said": ("[t “It was dear in 2019,”] [s she] [c said] [t “and is now.”]", None),
    "not that of a plan": (f"Ann Lee told the Post she hopes for ten fairs at the hall in 2020. {Q}.", None),
    "not that of a noun after the verb": (
        "[t “It is safe,”] [s Lee] [c said] of the choice to leave the club in May.",
        None,
    ),
    "not that of a clause before": (
        "Days after Lee shut inns for service on 16 March, [s he] [c added] [t that they might sell].",
        None,
    ),
    "not where somebody else is": (
        "Now that his friend is in the hall, [s Lee] [c made a case for] [t “the other one”].",
        None,
    ),
    "not of another with that name": (
        f"In 2018, Lee buses carried an estimated ten thousand. {Q}.",
        None,
    ),
    "not across somebody else's words": (
        f"Ann Lee spoke at a rally on Friday. Bo Fox said it was late. {Q}.",
        None,
    ),
    "not what two released": (
        "The first parts were released on Thursday after talks. And [s Ann Lee] [c accuses] [t the town].",
        None,
    ),
}


@pytest.mark.parametrize(("marked", "expected"), SETTINGS.values(), ids=SETTINGS)
def test_the_occasion_is_the_statements_own(marked: str, expected: str | None) -> None:
    text, found = statements(marked, ["Ann Lee"])
    span = occasion(Article("a", "", text), found[-1])
    assert (text[slice(*span)] if span else None) == expected
