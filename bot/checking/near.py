"""How near the words of a quotation come to what somebody said, and how they differ. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bot.checking.quotation import Quotation
from bot.checking.said import Said
from bot.checking.words import Word, is_content, is_negation, same, weight, words
from index.searching.topic import stem
from index.types import Span

Change = tuple[Literal["=", "+", "-"], str]  # kept, put in by the quotation, dropped from what was said
_Step = tuple[str, int, int, int, int]  # tag, [start, end) in the quotation, [start, end) in the window


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch of what was said that comes nearest to a quotation.

    `score` is between 0 and 1: how much of the quotation's weight stands there.
    """

    said: Said
    first: int
    last: int
    score: float
    changes: tuple[Change, ...]

    @property
    def span(self) -> Span:
        return self.said.words[self.first].start, self.said.words[self.last].end

    @property
    def is_of_other_words(self) -> bool:
        """Whether a single telling word is in common, and one is put in that is not said at all: "us is a
        threat" for "NATO is a threat" has no more than a phrase that anybody uses."""
        said = {form.lower() for form in self.said.forms}
        foreign = [form for form in self._telling("+") if form.lower() not in said]
        return len(self._telling("=")) < 2 and bool(foreign)

    def _telling(self, sign: str) -> list[str]:
        found = [word.form for tag, text in self.changes if tag == sign for word in words(text)]
        return [form for form in found if is_content(form) and not is_negation(form)]


def nearest(quotation: Quotation, said: Said) -> Near | None:
    """Return the stretch whose words, in order, come nearest to the quotation's."""
    wanted, there = quotation.words, list(said.words)
    if not wanted or not there:
        return None
    begin, end = _window(wanted, there)
    window = there[begin:end]
    steps = _close_up(*_keys(quotation, window))
    kept = [i for tag, i1, i2, _, _ in steps if tag == "equal" for i in range(i1, i2)]
    if not kept:
        return None
    while steps[0][0] == "insert":  # words before and after the quotation are not part of it
        steps = steps[1:]
    while steps[-1][0] == "insert":
        steps = steps[:-1]
    steps = _in_their_sentences(said, begin, steps)
    first, last = begin + steps[0][3], begin + steps[-1][4]
    score = _score(wanted, kept, window)
    return Near(said, first, last - 1, score, tuple(_changes(quotation.text, wanted, said, begin, steps)))


def shared_runs(quotation: Quotation, said: Said, *, least: int = 4) -> list[tuple[int, int, int]]:
    """Return the runs of at least `least` words that stand there verbatim: (place in the quotation,
    place in what was said, length), longest first."""
    wanted = [word.form.lower() for word in quotation.spoken]
    there = [form.lower() for form in said.forms]
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(there) - least + 1):
        places.setdefault(tuple(there[at : at + least]), []).append(at)
    runs = []
    for at in range(len(wanted) - least + 1):
        for place in places.get(tuple(wanted[at : at + least]), ()):
            if at and place and wanted[at - 1] == there[place - 1]:
                continue  # part of a run found before
            length = least
            while at + length < len(wanted) and place + length < len(there):
                if wanted[at + length] != there[place + length]:
                    break
                length += 1
            runs.append((at, place, length))
    return sorted(runs, key=lambda run: -run[2])


def _window(wanted: Sequence[Word], there: Sequence[Word]) -> tuple[int, int]:
    """Return the [first, last) words said among which the quotation's lie densest."""
    if len(there) <= len(wanted):
        return 0, len(there)
    letters: dict[str, str] = {}
    one, other = (
        "".join(letters.setdefault(word.form.lower(), chr(0xE000 + len(letters))) for word in run)
        for run in (wanted, there)
    )
    found = fuzz.partial_ratio_alignment(one, other)
    assert found is not None  # it is None only below a score that was asked for
    slack = max(6, len(wanted))
    return max(0, found.dest_start - slack), min(len(there), found.dest_end + slack)


def _keys(quotation: Quotation, window: Sequence[Word]) -> tuple[list[str], list[str]]:
    """Return what is compared of the words: the case of the quotation's first letter is free."""
    wanted = quotation.words
    first = wanted[0].form

    def key(form: str) -> str:
        form = form.upper() if quotation.shouted else form
        return first if same(first, form, first=True) else form

    return [key(word.form) for word in wanted], [key(word.form) for word in window]


def _close_up(one: Sequence[str], other: Sequence[str]) -> list[_Step]:
    """Return edit steps from the quotation to what was said, a changed word as one step.

    Of alignments that are equally short the one that keeps a quotation's first and last words by the
    others: a "the" far in front of the rest is chance.
    """
    steps = [
        (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(one, other)
    ]
    while len(steps) > 2 and steps[0][0] in ("equal", "replace") and steps[1][0] == "insert":
        (tag, i1, i2, j1, j2), end = steps[0], steps[1][4]
        start = end - (j2 - j1)
        if tag == "equal" and one[i1:i2] != other[start:end]:
            break
        steps[:2] = [("insert", i1, i1, j1, start), (tag, i1, i2, start, end)]
    while len(steps) > 2 and steps[-1][0] in ("equal", "replace") and steps[-2][0] == "insert":
        (tag, i1, i2, j1, j2), start = steps[-1], steps[-2][3]
        end = start + (j2 - j1)
        if tag == "equal" and one[i1:i2] != other[start:end]:
            break
        steps[-2:] = [(tag, i1, i2, start, end), ("insert", i2, i2, end, j2)]
    joined: list[_Step] = []
    for step in steps:
        if joined and joined[-1][0] == step[0] == "equal":
            tag, i1, _, j1, _ = joined.pop()
            step = (tag, i1, step[2], j1, step[4])
        joined.append(step)
    return joined


def _in_their_sentences(said: Said, begin: int, steps: list[_Step]) -> list[_Step]:
    """Let a quotation's first and last words, where they are others, stand for none beyond the sentence that
    the rest is of. `steps` count the words said from word number `begin`."""
    tag, i1, i2, j1, j2 = steps[0]
    if tag == "replace":
        start = max((j + 1 for j in range(j1, j2 - 1) if _ends(said, begin + j)), default=j1)
        steps = [(tag, i1, i2, start, j2), *steps[1:]]
    tag, i1, i2, j1, j2 = steps[-1]
    if tag == "replace":
        end = min((j + 1 for j in range(j1, j2 - 1) if _ends(said, begin + j)), default=j2)
        steps = [*steps[:-1], (tag, i1, i2, j1, end)]
    return steps


def _ends(said: Said, number: int) -> bool:
    """Whether a sentence, or what was said without a break, ends after word number `number`."""
    return said.piece[number] != said.piece[number + 1] or any(mark in said.between(number) for mark in ".!?")


def _score(wanted: Sequence[Word], kept: Sequence[int], there: Sequence[Word]) -> float:
    """How much of the quotation stands there: in order, and, at a discount, in any order or ending."""
    total = weight(word.form for word in wanted)
    in_order = weight(wanted[i].form for i in kept) / total
    stems = {stem(word.form.lower()) for word in there}
    loosely = weight(word.form for word in wanted if stem(word.form.lower()) in stems) / total
    content = [word for word in wanted if is_content(word.form)]
    shared = sum(stem(word.form.lower()) in stems for word in content)
    if content and shared * 2 < len(content):
        return min(in_order, 0.4)  # little words alone never make two sentences one
    return max(in_order, 0.5 * (in_order + loosely))


def _changes(
    text: str, wanted: Sequence[Word], said: Said, begin: int, steps: Sequence[_Step]
) -> Iterator[Change]:
    """Yield the diff: kept and put-in words as the quotation spells them, dropped ones as said.

    `steps` count the words said from word number `begin`.
    """
    for tag, i1, i2, j1, j2 in steps:
        here = " ".join(text[wanted[i1].start : wanted[i2 - 1].end].split()) if i1 < i2 else ""
        if tag == "equal":
            yield "=", here
            continue
        if j1 < j2:
            yield "-", said.spoken(begin + j1, begin + j2)
        if here:
            yield "+", here
