"""Which telling words of a claim stand where among the words of a statement, one after the other. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.checking.differing import takes_side
from bot.checking.quantities import measured
from bot.checking.vague import holds, with_bounds
from bot.checking.verdicts import Claim
from bot.checking.words import Word, counts, is_content, is_number
from index.layout import sentences
from index.searching.topic import stem


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim read once, to be held against many statements: its words, those of them that tell something,
    and by `rarity` what each stem weighs."""

    claim: Claim
    words: Sequence[Word]
    telling: Sequence[Word]
    rarity: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where the telling words of a claim stand among those of a statement, in order."""

    asked: Sequence[Word]
    there: Sequence[Word]
    telling: Sequence[Word]
    run: Sequence[tuple[int, int]]  # number of a telling word, number of the word that it is there
    missing: tuple[str, ...]
    share: float

    @property
    def places(self) -> list[int]:
        return [place for _, place in self.run]

    @property
    def window(self) -> Sequence[Word]:
        return self.there[self.places[0] : self.places[-1] + 1]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The numbers of the words in the claim and in the statement."""
        return [(self.asked.index(self.telling[number]), place) for number, place in self.run]

    def is_joined(self, text: str) -> bool:
        """Whether all of the words stand there in order, near together and in one sentence."""
        window = self.window
        apart = len(list(sentences(text, window[0].start, window[-1].end))) > 1
        is_near = len(window) <= 2 * len(self.asked) + 8
        return not apart and is_near and len(self.run) == len(self.telling)


def claimed(claim: Claim, rarity: Mapping[str, float]) -> Claimed:
    """Read a claim; `rarity` weighs stems."""
    asked = with_bounds(measured(claim.said))
    telling = [w for w in asked if is_content(w.form) or counts(w.form) or takes_side(w.form)]
    return Claimed(claim, asked, telling, rarity)


def aligned(said: Claimed, there: Sequence[Word], telling: Sequence[Word]) -> Aligned:
    """Align some of the telling words of a claim with the words of a statement."""
    weights = [said.rarity.get(stem(word.form.lower()), 1.0) for word in telling]
    same = [[_is_same(word, other) for other in there] for word in telling]
    run = _longest_run(same, weights)
    share = sum(weights[i] for i, _ in run) / (sum(weights) or 1.0)
    missing = tuple(word.form for word, places in zip(telling, same) if not any(places))
    return Aligned(said.words, there, telling, run, missing, share)


def _longest_run(same: Sequence[Sequence[bool]], weights: Sequence[float]) -> list[tuple[int, int]]:
    """Return which words of a claim stand where in a statement, one after the other: of all such runs
    the weightiest, and of those as weighty the one that lies closest together.

    `same` tells for each word of the claim which of the statement's it is. This is the longest common
    subsequence, weighted.
    """
    width = len(same[0]) if same else 0
    # What the words so far come to within the first n of the statement: weight, first place, the run.
    row: list[tuple[float, int, tuple]] = [(0.0, 0, ())] * (width + 1)
    for number, (places, weight) in enumerate(zip(same, weights)):
        above, row = row, [row[0]]
        for place in range(width):
            best = max(above[place + 1], row[place], key=lambda found: found[:2])
            if places[place]:
                before, first, run = above[place]
                begun = first if run else place
                best = max(best, (before + weight, begun, (run, number, place)), key=lambda found: found[:2])
            row.append(best)
    most = max(found[0] for found in row)
    ends = ((end - first, run) for end, (weight, first, run) in enumerate(row) if weight == most)
    run = min(ends, key=lambda found: found[0])[1]
    found = []
    while run:
        run, number, place = run
        found.append((number, place))
    return found[::-1]


def _is_same(claimed: Word, told: Word) -> bool:
    if is_number(claimed.form) or is_number(told.form):
        return holds(claimed, told)
    return stem(claimed.form.lower()) == stem(told.form.lower())
