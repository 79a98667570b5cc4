"""Whether what a sentence tells is told of those whom a question names, and not of another. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.answering.details import is_time_of
from bot.answering.harms import counts_another_harm, tells_no_such_harm
from bot.answering.named import has_another_number
from bot.answering.offices import is_anothers
from bot.answering.sought import ASIDE, Sought
from bot.answering.subjects import deed_of_somebody, is_done_by_another, tells_the_age_of


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, with what tells whose that is which it says."""

    title: str
    before: str  # the sentence before
    words: str
    whole: str  # the sentence with the one before where it goes on from that, and with names made full


def is_of_another(wanted: Sought, question: str, names: Collection[str], told: Told) -> bool:
    """Whether a sentence tells another's age, deed, number, harm, office or founding than the one asked."""
    if wanted.kind == "old" and not tells_the_age_of(names, told.before, told.whole):
        return True
    does = deed_of_somebody(question) if wanted.kind in ("when", "where") else ""
    if does and is_done_by_another(does, names, told.whole):
        return True
    if wanted.kind == "count" and (
        counts_another_harm(question, told.words)
        or tells_no_such_harm(question, f"{told.before} {told.whole}")
    ):
        return True
    if wanted.kind == "when" and wanted.deed and not is_time_of(wanted.deed, told.words):
        return True
    if wanted.kind == "where" and wanted.deed and ASIDE.search(told.words) and not wanted.fit(told.words):
        return True  # where something else was done: "the boat that was stolen from Holm has been found"
    return (
        is_anothers(question, told.words)
        or has_another_number(question, told.whole)
        or not wanted.is_of(names, told.before, told.words, told.title)
    )
