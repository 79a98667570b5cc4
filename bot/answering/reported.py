"""What is told of somebody beside what they said: thoughts, deeds, and that they gave no comment.

It is found as speech is, and shown after it, under a name of its own: nobody is "quoted" as signing a bill.
"""

from collections.abc import Sequence

from bot.compose import Composer
from bot.prompts import counted, listed, phrase
from bot.types import Order
from index.types import Hit, Statement


def is_speech(hit: Hit) -> bool:
    """Whether a hit is something said; a passage, which is nobody's, is no report of anybody either."""
    return not isinstance(hit.item, Statement) or hit.item.is_speech


def parted(hits: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """Return what was said, and what is only told of somebody."""
    return [h for h in hits if is_speech(h)], [h for h in hits if not is_speech(h)]


def reports(name: str, statements: Sequence[Statement], noun: str = "report") -> str:
    """Count what is told of somebody and was not said: "2 reports of what Lee did or thinks"."""
    silent = sum(s.presents == "silence" for s in statements)
    done = sum(not s.is_speech for s in statements) - silent
    return listed(
        [
            phrase(kind, count=counted(count, noun), name=name)
            for kind, count in (("of_deeds", done), ("of_silence", silent))
            if count
        ]
    )


def say_if_unsaid(composer: Composer, name: str, found: Sequence[Hit]) -> None:
    """Say that nothing of what was found was said, where that is so."""
    if any(map(is_speech, found)):
        return
    silent = all(isinstance(hit.item, Statement) and hit.item.presents == "silence" for hit in found)
    composer.note(phrase("only_silent" if silent else "only_reported", name=name))


def show_apart(
    composer: Composer, name: str, hits: Sequence[Hit], *, most: int, by_time: bool = False, order: Order = ""
) -> None:
    """Show what somebody said, and where room is left what is told of them."""
    said, told = parted(hits)
    before = len(composer.citations)
    composer.statements(said, most=most, by_time=by_time, order=order)
    left = most - (len(composer.citations) - before)
    if told and left > 0:
        if said:
            composer.note(phrase("told_besides", name=name))
        composer.statements(told, most=left, by_time=by_time, order=order)
