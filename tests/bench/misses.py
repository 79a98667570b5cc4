"""What is missed of the annotated statements of dev, what is found beside them, and why.

Why is told by what the tagger saw there. A hundred of each are drawn at random to be read: whether somebody
said it, no program can tell.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from index.layout import quoted_spans
from index.linking.presented import presentation
from index.tagger import ROLES, TaggedSpan
from index.types import Kind, Presentation, Span, Statement
from tests.bench.corpora import DEV, dev_store, tagger
from tests.bench.figures import Figure, Findings, Table
from tests.bench.gold import characters_shared, read_lines
from tests.bench.options import Options

DRAWN, SEED = 100, 0
AROUND = 60  # characters shown before and after
NOTHING, CUE_ALONE, PART = "nothing tagged", "its cue, and no words", "less than half of the words"
SPLIT = "its words, in two statements or more"
WORD = "a single word, which is not listed"
UNLISTED = "its words, and not listed: unsure, or left out by a rule"
ELSEWHERE, WIDER = "no annotated words there", "wider than the annotated words"


@dataclass(frozen=True, slots=True)
class Case:
    """One statement that is missed, or found beside the annotated ones."""

    article: str
    why: str
    presents: Presentation
    shown: str


def run(options: Options) -> Findings:
    """Count the causes over all of dev, and draw a hundred of each to be read."""
    missed: list[Case] = []
    beside: list[Case] = []
    with dev_store(as_is=options.as_is) as store:
        for article in read_lines(DEV):
            found = store.statements(article_id=article["id"])
            missed += _missed(article, found)
            beside += _beside(article, found)
    return Findings(
        (Figure("missed", len(missed)), Figure("found beside the annotated", len(beside))),
        (
            _by_cause("Missed: what the tagger saw, and what the words present", missed),
            _by_cause("Found beside the annotated, and what it presents", beside),
            _drawn("A hundred of those missed", missed),
            _drawn("A hundred of those found beside the annotated", beside),
        ),
    )


def _missed(article: dict[str, Any], found: Sequence[Statement]) -> Iterator[Case]:
    text, tagged = article["text"], tagger().tag(article["text"])
    for source, cue, content in _annotated(article):
        size = sum(end - start for start, end in content)
        shares = [characters_shared(content, [(said.start, said.end)]) for said in found]
        if max(shares, default=0) < size / 2:
            why = _why_missed(text, content, cue, tagged, sum(shares) >= size / 2)
            yield Case(article["id"], why, _presents(text, content, cue, source), _shown(text, content, cue))


def _annotated(article: dict[str, Any]) -> Iterator[tuple[list[Span], list[Span], list[Span]]]:
    """Yield source, cue and content of each annotated statement, as spans."""
    for one in article["attributions"]:
        if one["content"]:
            content, cue, source = ([tuple(span) for span in one[role]] for role in ROLES)
            yield source, cue, content


def _why_missed(
    text: str, content: Sequence[Span], cue: Sequence[Span], tagged: Sequence[TaggedSpan], in_parts: bool
) -> str:
    size = sum(end - start for start, end in content)
    words = characters_shared(content, [(span.start, span.end) for span in tagged if span.role == "content"])
    if in_parts:
        return SPLIT
    if not words:
        seen = characters_shared(cue, [(span.start, span.end) for span in tagged if span.role == "cue"])
        return CUE_ALONE if seen else NOTHING
    if words < size / 2:
        return PART
    return WORD if sum(len(text[slice(*span)].split()) for span in content) < 2 else UNLISTED


def _beside(article: dict[str, Any], found: Sequence[Statement]) -> Iterator[Case]:
    text = article["text"]
    words = [span for _, _, content in _annotated(article) for span in content]
    for said in found:
        shared = characters_shared(words, [(said.start, said.end)])
        if shared < (said.end - said.start) / 2:
            cue = [said.cue] if said.cue else []
            why = WIDER if shared else ELSEWHERE
            yield Case(article["id"], why, said.presents, _shown(text, said.pieces, cue))


def _presents(
    text: str, content: Sequence[Span], cue: Sequence[Span], source: Sequence[Span]
) -> Presentation:
    """Tell whether annotated words are speech, by what tells it of ours."""
    kind: Kind = "mixed" if any(quoted_spans(text[slice(*span)]) for span in content) else "indirect"
    mention = source[0] if source else None
    return presentation(text, kind, tuple(content), cue[0] if cue else None, mention, "person")


def _shown(text: str, content: Sequence[Span], cue: Sequence[Span]) -> str:
    """Return the words as they stand, ⟦marked⟧, with their «cue»."""
    marks = [(start, "⟦") for start, _ in content] + [(end, "⟧") for _, end in content]
    marks += [(start, "«") for start, _ in cue] + [(end, "»") for _, end in cue]
    low = max(0, min(at for at, _ in marks) - AROUND)
    shown, last = "", low
    for at, mark in sorted(marks, key=lambda each: each[0]):
        shown, last = shown + text[last:at] + mark, at
    return " ".join((shown + text[last : last + AROUND]).split()).replace("|", "/")


def _by_cause(title: str, cases: Sequence[Case]) -> Table:
    """Count the causes, the most frequent first, by what the words present."""
    counted = Counter((case.why, case.presents) for case in cases)
    rows = []
    for why, of_all in Counter(case.why for case in cases).most_common():
        of_kind = (str(counted[why, kind]) for kind in get_args(Presentation))
        rows.append((why, *of_kind, f"{of_all / len(cases):.2f}"))
    return Table(title, ("", *get_args(Presentation), "share"), tuple(rows))


def _drawn(title: str, cases: Sequence[Case]) -> Table:
    drawn = random.Random(SEED).sample(cases, min(DRAWN, len(cases)))
    rows = [(str(n), case.why, case.presents, case.shown) for n, case in enumerate(drawn, 1)]
    return Table(title, ("", "why", "presents", "words"), tuple(rows))
