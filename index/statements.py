"""Tagged spans → drafts of statements: which words belong together, with which cue and which source.

A draft knows where its source is named, not yet who that is: `speakers` decides that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.layout import number_at, paragraphs, quotations, sentences
from index.linking.asides import without_asides
from index.linking.carried import join_sourceless, repeated, verbless
from index.linking.drafts import LEAST_WORDS, Draft, is_named
from index.linking.mending import mended
from index.linking.pieces import (
    completed,
    is_a_connective,
    kind_of,
    near,
    pointed_at,
    snap,
    trimmed,
    unbroken,
    without_relative_clauses,
)
from index.linking.relayed import quoted_by, relayed
from index.linking.sources import Sources
from index.linking.titles import is_a_title, is_mentioned
from index.linking.told import after_dateline, quotation_alone, without_comment
from index.linking.unsaid import is_unsaid
from index.spans import merged, overlap, touches, touching, within
from index.tagger import TaggedSpan
from index.types import Span

UNTAGGED = 0.6  # confidence of a quotation that the marks show and the tagger missed
FAR = 1  # paragraphs between a cue and a quotation that it leads to
COMPLETED = 0.85  # trust in content that grammar found
SUREST_NAMED, SUREST_NAMELESS = 0.35, 0.6  # least confidence in reported speech, by its having a source


def link(text: str, tagged: Sequence[TaggedSpan], not_prose: Sequence[Span] = ()) -> list[Draft]:
    """Join contents with their cue and source; return drafts in order. Only a report in a report overlaps."""
    quotes = [group for group in quotations(text) if not within(group[0], not_prose)]
    marked = [span for group in quotes for span in group]
    tagged = mended(text, _outside(text, tagged, not_prose), marked)
    drafts = _tagged_drafts(text, tagged, marked)
    drafts += _untagged_quotations(text, quotes, drafts, tagged)
    drafts = _run_over_paragraphs(text, drafts, quotes, marked)
    drafts = repeated(text, verbless(text, _without_overlaps(drafts, marked)))
    drafts = join_sourceless(text, drafts)
    return [_finished(text, draft, marked) for draft in drafts]


def _finished(text: str, draft: Draft, quotes: list[Span]) -> Draft:
    pieces = without_asides(text, unbroken(text, draft.pieces, draft.cue, draft.mention, quotes), quotes)
    pieces = tuple(without_comment(text, after_dateline(text, piece)) for piece in pieces)
    return replace(draft, pieces=pieces, kind=kind_of(text, pieces, quotes))


def _outside(text: str, tagged: Sequence[TaggedSpan], areas: Sequence[Span]) -> list[TaggedSpan]:
    """Leave out what stands in `areas` or is blank; a span keeps its cue, by the cue's new number."""
    kept = [
        number
        for number, span in enumerate(tagged)
        if not within((span.start, span.end), areas) and text[span.start : span.end].strip()
    ]
    numbers: dict[int | None, int] = {old: new for new, old in enumerate(kept)}
    return [replace(tagged[number], cue=numbers.get(tagged[number].cue)) for number in kept]


def _tagged_drafts(text: str, tagged: Sequence[TaggedSpan], quotes: list[Span]) -> list[Draft]:
    """One draft a cue; a quotation without one stands alone, other words without one are nothing."""
    contents: dict[int | None, list[TaggedSpan]] = {}
    for span in tagged:
        if span.role == "content":
            contents.setdefault(span.cue, []).append(span)
    words = merged([(span.start, span.end) for span in tagged if span.role == "content"])
    places = list(sentences(text)) or [(0, len(text))]
    blocks = list(paragraphs(text))
    drafts = [
        Draft((piece,), "direct", None, None, span.confidence)
        for span in contents.pop(None, [])
        if touches((span.start, span.end), quotes)
        and (piece := trimmed(text, snap(text, (span.start, span.end), quotes)))
        and not is_mentioned(text, piece)
    ]
    sources = Sources(text, tagged, places)
    for number, cue in enumerate(tagged):
        if cue.role != "cue":
            continue
        paragraph = number_at(blocks, cue.start)
        found = [
            span for span in contents.get(number, []) if abs(number_at(blocks, span.start) - paragraph) <= FAR
        ]
        source, doubt = sources.of(number, cue)
        here = number_at(places, cue.start)
        before = pointed_at(text, cue, source, places, here)
        if before and not touches(before, quotes):
            pieces, trust = {before}, COMPLETED
        else:
            pieces, trust = _pieces(text, found, cue, source, quotes, places[here])
            if not found and _stands_amid(cue, contents, places[here]):
                pieces = set()
            elif not found:
                pieces = {piece for piece in pieces if not _is_of_others(piece, words, quotes)}
        sure = min(trust, *(s.confidence for s in (cue, source) if s)) * doubt
        mention = (source.start, source.end) if source else None
        if quoted_one := quoted_by(text, (cue.start, cue.end), pieces, places[here]):
            mention, pieces = quoted_one[0], {quoted_one[1]}
        pieces = {_without_source(text, piece, mention, quotes) for piece in pieces}
        groups = near(text, merged(pieces), cue, source) if pieces else []
        reports = [Draft(group, "indirect", (cue.start, cue.end), mention, sure) for group in groups]
        if quoted := relayed(text, pieces, quotes):
            said, verb, who = quoted
            inner = Draft(said, "indirect", verb, who, min(trust, COMPLETED), relayed=True)
            reports = [d for d in reports if (d.start, d.end) != (inner.start, inner.end)] + [inner]
        drafts += reports
    return [draft for draft in drafts if _is_statement(text, draft, quotes)]


def _pieces(
    text: str,
    found: Sequence[TaggedSpan],
    cue: TaggedSpan,
    source: TaggedSpan | None,
    quotes: list[Span],
    place: Span,
) -> tuple[set[Span], float]:
    """Return the pieces that belong to a cue, completed by grammar, and how far to trust them."""
    trust: dict[Span, float] = {}
    for span in found:
        piece = trimmed(text, quotation_alone(text, snap(text, (span.start, span.end), quotes)))
        # Reported speech stands in its cue's sentence; only quotations reach further.
        here = piece and place[0] <= piece[0] < place[1]
        if piece and (here or (touches(piece, quotes) and not is_mentioned(text, piece))):
            trust[piece] = min(span.confidence, trust.get(piece, 1.0))
    if all(is_a_title(text, piece) for piece in trust):
        trust = {}
    quoted = any(touches(piece, quotes) for piece in trust)
    pieces = {p for p in trust if touches(p, quotes) or not is_a_connective(text, p, set(trust))}
    pieces = without_relative_clauses(text, pieces, cue, source)
    if source and (pieces or not trust):  # after "as Lee demands | cuts" grammar has nothing to add
        pieces = completed(text, pieces, cue, source, place, quoted=quoted)
    return pieces, min((trust[p] for p in pieces if p in trust), default=COMPLETED)


def _without_source(text: str, piece: Span, mention: Span | None, quotes: list[Span]) -> Span:
    """Return a quotation without the name that was taken into it: "“…,” Lee | was quoted as saying"."""
    first = next(iter(touching(piece, quotes)), None)
    if mention is None or first is None or first[0] != piece[0] or not first[1] <= mention[0]:
        return piece
    return (
        (piece[0], first[1]) if mention[1] == piece[1] and not text[first[1] : mention[0]].strip() else piece
    )


def _stands_amid(cue: TaggedSpan, contents: Mapping[int | None, Sequence[TaggedSpan]], place: Span) -> bool:
    """Whether a cue parts the words of another: "she replied that it held because, she said, it was new"."""
    return any(
        any(place[0] <= one.start and one.end <= cue.start for one in found)
        and any(cue.end <= one.start < place[1] for one in found)
        for found in contents.values()
    )


def _is_of_others(piece: Span, words: Sequence[Span], quotes: list[Span]) -> bool:
    """Whether what grammar found begins with tagged `words`, or holds a quotation among them."""
    return any(
        low == piece[0] or (within((low, high), [piece]) and touches((low, high), quotes))
        for low, high in touching(piece, words)
    )


def _is_statement(text: str, draft: Draft, quotes: list[Span]) -> bool:
    """Whether a draft says anything: a word or two of report, or report by nobody, does not."""
    if not any(map(str.isalnum, text[draft.start : draft.end])):
        return False  # a stray quote mark
    if any(touches(piece, quotes) for piece in draft.pieces):
        return True
    words = sum(len(text[slice(*piece)].split()) for piece in draft.pieces)
    sure = draft.confidence >= (SUREST_NAMED if draft.mention else SUREST_NAMELESS)
    return words >= 2 and sure and not is_unsaid(text, draft)


def _untagged_quotations(
    text: str, groups: list[tuple[Span, ...]], drafts: list[Draft], tagged: Sequence[TaggedSpan]
) -> list[Draft]:
    """Quotations that the marks show and the tagger missed: an unknown speaker beats silence."""
    found = []
    taken = merged([piece for draft in drafts for piece in draft.pieces])
    named = merged([(t.start, t.end) for t in tagged if t.role != "content"])
    for group in groups:
        words = sum(len(text[slice(*span)].split()) for span in group)
        if words < LEAST_WORDS or any(touches(span, taken) for span in group):
            continue
        if is_mentioned(text, group[0]) or (touches(group[0], named) and within(group[0], named)):
            continue
        found.append(Draft(group, "direct", None, None, UNTAGGED))
    return found


def _run_over_paragraphs(
    text: str, drafts: list[Draft], groups: list[tuple[Span, ...]], quotes: list[Span]
) -> list[Draft]:
    """Make one draft of a quotation that the marks carry over several paragraphs."""
    kept = drafts
    for group in groups:
        if len(group) < 2:
            continue
        parts = [
            d for d in kept if d.start < group[-1][1] and group[0][0] < d.end and overlap(group, d.pieces)
        ]
        if not parts:
            continue
        best = max(parts, key=lambda d: (not _tells_within(d, group), *_how_well_told(text, d)))
        outside = [
            piece
            for draft in parts
            for piece in draft.pieces
            if not overlap(group, (piece,)) and (draft.mention == best.mention or touches(piece, quotes))
        ]
        whole = replace(best, pieces=tuple(merged({*group, *outside})))
        kept = [d for d in kept if d not in parts] + [whole]
    return kept


def _tells_within(draft: Draft, group: tuple[Span, ...]) -> bool:
    """Whether a cue stands in the very words of a quotation, whose own it cannot be."""
    return draft.cue is not None and within(draft.cue, group)


def _how_well_told(text: str, draft: Draft) -> tuple[bool, bool, bool, float]:
    """Rank a draft by what it knows of who speaks."""
    return draft.mention is not None, is_named(text, draft), draft.cue is not None, draft.confidence


def _without_overlaps(drafts: list[Draft], quotes: list[Span]) -> list[Draft]:
    """Of drafts that share characters keep the surer, longer one, and reports within a report."""
    kept: list[Draft] = []
    taken = bytearray(max((draft.end for draft in drafts), default=0))
    for draft in sorted(drafts, key=lambda d: (d.mention is None, d.start - d.end, -d.confidence)):
        place = slice(draft.start, draft.end)
        free = not any(taken[place])
        if free or all(
            draft.end <= k.start or k.end <= draft.start or _is_nested(draft, k, quotes) for k in kept
        ):
            kept.append(draft)
            taken[place] = b"\1" * (draft.end - draft.start)
    return sorted(kept, key=lambda d: (d.start, -d.end))


def _is_nested(draft: Draft, outer: Draft, quotes: list[Span]) -> bool:
    """Whether a draft is a report within reported speech: "Zakharova said Putin had promised …".

    Its cue and source stand inside the outer words too, and no quotation does: what is quoted is
    said by whoever is quoted, reports and all, and stands in the report of who relays it.
    """
    if draft.relayed:
        return outer.start <= draft.start and draft.end <= outer.end
    if draft.mention is None or draft.cue is None or (draft.start, draft.end) == (outer.start, outer.end):
        return False
    inside = (draft.start, draft.end), draft.mention, draft.cue
    whole = (min(low for low, _ in inside), max(high for _, high in inside))
    return any(within(whole, [piece]) for piece in outer.pieces) and not touches(whole, quotes)
