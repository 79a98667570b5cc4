"""A quotation put together from what was said in several places, sentence by sentence or run by run."""

from collections.abc import Sequence

from bot.checking.near import shared_runs
from bot.checking.quotation import read_quotation
from bot.checking.verdicts import Check, Claim, cite
from bot.checking.whose import THEIRS
from bot.checking.witnesses import CHANCE, Close, Found, Witnesses, is_doubtful
from bot.prompts import listed, phrase
from index.layout import sentences
from index.types import Span

SPLICED = 0.85  # share of the words that several of their statements cover together, run by run
SHORTEST_RUN = 4  # words
_SHORTEST_SENTENCE = 2  # words; a "Yes." stands anywhere
_MOST_SENTENCES = 8

_Place = tuple[Found | Close, Span]


def sentences_joined(claim: Claim, witnesses: Witnesses) -> Check | None:
    """Every sentence of it was said, but in several places, by them alone or by them and others."""
    text = witnesses.quotation.text
    cut = [read_quotation(text[slice(*span)]) for span in sentences(text)]
    if not 2 <= len(cut) <= _MOST_SENTENCES or any(len(each.spoken) < _SHORTEST_SENTENCE for each in cut):
        return None
    found: list[Found] = []
    for quotation in cut:
        own = [f for f in Witnesses(witnesses.library, quotation, witnesses.who).verbatim if not f.repeated]
        theirs = next((f for f in own if f.by in THEIRS), None)
        is_long = len(quotation.spoken) > CHANCE
        others = next((f for f in own if f.by == "another's" and f.is_clean and is_long), None)
        if (one := theirs or others) is None:
            return None
        found.append(one)
    if len({f.statement.id for f in found}) < 2 or not any(f.by in THEIRS for f in found):
        return None
    return _joined(claim, witnesses, [(f, f.span) for f in found])


def runs_joined(claim: Claim, witnesses: Witnesses) -> Check | None:
    """Several of their statements cover the words together."""
    covered: set[int] = set()
    used: list[tuple[int, Close, Span]] = []
    for close in witnesses.close:
        if close.by not in THEIRS:
            continue
        said = close.near.said
        for at, place, length in shared_runs(witnesses.quotation, said, least=SHORTEST_RUN):
            fresh = set(range(at, at + length)) - covered
            if len(fresh) >= SHORTEST_RUN:
                covered |= fresh
                used.append((at, close, (said.words[place].start, said.words[place + length - 1].end)))
    if len(used) < 2 or len(covered) < SPLICED * len(witnesses.quotation.spoken):
        return None
    used.sort(key=lambda run: run[0])
    return _joined(claim, witnesses, [(close, span) for _, close, span in used])


def _joined(claim: Claim, witnesses: Witnesses, places: Sequence[_Place]) -> Check:
    """Return the verdict, with the words of each place."""
    citations = tuple(
        cite(each.article, span, each.statement, number=n) for n, (each, span) in enumerate(places, 1)
    )
    speakers = list(dict.fromkeys(witnesses.called(each) for each, _ in places))
    name = "check_spliced" if len(speakers) == 1 else "check_spliced_of_several"
    return Check(
        claim,
        "altered",
        phrase(name, speaker=listed(speakers), count=len(places)),
        witnesses.said_by(places[0][0]) if len(speakers) == 1 else None,
        diff=tuple(("=", " ".join(citation.quote.split())) for citation in citations),
        citations=citations,
        uncertain=any(is_doubtful(each) for each, _ in places),
    )
