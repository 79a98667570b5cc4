"""What an answer says of its evidence, kept where a model writes it: a note stands at its sentences."""

import re
from collections.abc import Sequence
from math import inf

from bot.prompts import phrase
from bot.types import Block, Citation


def with_notes(sentences: Sequence[Block], basis: Sequence[Block]) -> tuple[Block, ...]:
    """Return a model's sentences among the notes of `basis`, the same answer as selected.

    A note of what is not told stands before all sentences or behind them, as it does in `basis`. One that
    introduces evidence, or tells that it has copies, goes where that is cited, if it is.
    """
    placed = [(float(number), sentence) for number, sentence in enumerate(sentences)]
    for number, note in enumerate(basis):
        if note.citation or _is(note, "changed", "speaker", "topic"):  # prose need not be in order of time
            continue
        before, after = basis[:number], basis[number + 1 :]
        if _is(note, "also_in_one") or _is(note, "also_in", "count"):
            last = [block.citation for block in before if block.citation][-1:]
            places = _citing(sentences, last)
            placed += [(place + 0.5, note) for place in places[-1:]]
        elif _introduces(note):
            until = next((at for at, block in enumerate(after) if _introduces(block)), len(after))
            told = [block.citation for block in after[:until] if block.citation]
            placed += [(place - 0.5, note) for place in _citing(sentences, told)[:1]]
        else:
            placed.append((inf if any(block.citation for block in before) else -inf, note))
    return tuple(block for _, block in sorted(placed, key=lambda each: each[0]))


def _introduces(block: Block) -> bool:
    return not block.citation and block.lead.endswith(":")


def _citing(sentences: Sequence[Block], citations: Sequence[Citation]) -> list[int]:
    """Return the numbers of the sentences that rest on one of these."""
    wanted = {(c.article_id, c.start, c.end) for c in citations}
    return [
        number
        for number, sentence in enumerate(sentences)
        if any((c.article_id, c.start, c.end) in wanted for c in sentence.cites)
    ]


def _is(note: Block, name: str, *variables: str) -> bool:
    """Whether a note is this phrase, whatever is filled in."""
    return re.fullmatch(phrase(name, **dict.fromkeys(variables, ".+")), note.lead, re.DOTALL) is not None
