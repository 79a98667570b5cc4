"""Tagged spans → drafts of statements: which words belong together, with which cue and which source.

A draft knows where its source is named, not yet who that is: `speakers` decides that.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.layout import inner, paragraphs, quotations, quoted_spans, sentences
from index.tagger import TaggedSpan
from index.types import Kind, Span

GAP = 160  # characters; pieces of a split quotation further apart are statements of their own
LEAST_WORDS = 4  # an untagged quotation of fewer words is more often a name or an irony than a statement
UNTAGGED = 0.6  # confidence of a quotation that the marks show and the tagger missed
CARRIED = 0.55  # of a paragraph of pure quotation given to whoever spoke in the paragraph before


@dataclass(frozen=True, slots=True)
class Draft:
    """Words somebody said, with the spans of cue and source where there are any."""

    pieces: tuple[Span, ...]
    kind: Kind
    cue: Span | None
    mention: Span | None
    confidence: float
    carried: bool = False  # the mention stands with an earlier quotation, not with this one

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def link(text: str, tagged: Sequence[TaggedSpan], not_prose: Sequence[Span] = ()) -> list[Draft]:
    """Join contents with their cue and source; return drafts in order, none overlapping another."""
    quotes = [group for group in quotations(text) if not _within(group[0], not_prose)]
    marked = [span for group in quotes for span in group]
    drafts = _tagged_drafts(text, [t for t in tagged if not _within((t.start, t.end), not_prose)], marked)
    drafts += _untagged_quotations(text, quotes, drafts, tagged)
    drafts = _run_over_paragraphs(text, drafts, quotes)
    drafts = _join_sourceless(text, _without_overlaps(drafts))
    return [replace(draft, kind=_kind(text, draft.pieces, marked)) for draft in drafts]


def _tagged_drafts(text: str, tagged: Sequence[TaggedSpan], quotes: list[Span]) -> list[Draft]:
    """One draft a cue; a content without one stands alone."""
    spans = list(tagged)
    cues = {i: s for i, s in enumerate(spans) if s.role == "cue"}
    contents: dict[int, list[TaggedSpan]] = {}
    sources: dict[int, list[TaggedSpan]] = {}
    for number, span in enumerate(spans):
        if span.role == "content":
            contents.setdefault(span.cue if span.cue is not None else -1 - number, []).append(span)
        elif span.role == "source" and span.cue is not None:
            sources.setdefault(span.cue, []).append(span)
    drafts = []
    for key, found in contents.items():
        cue = cues.get(key)
        source = max(sources.get(key, []), key=lambda s: s.confidence, default=None)
        parts = [found[0].confidence, *(s.confidence for s in (cue, source) if s)]
        pieces = [_snap(text, (s.start, s.end), quotes) for s in found]
        for group in _near(text, sorted(set(pieces)), cue, source):
            drafts.append(
                Draft(
                    pieces=group,
                    kind="indirect",
                    cue=(cue.start, cue.end) if cue else None,
                    mention=(source.start, source.end) if source else None,
                    confidence=min(parts),
                )
            )
    return drafts


def _near(
    text: str, pieces: list[Span], cue: TaggedSpan | None, source: TaggedSpan | None
) -> list[tuple[Span, ...]]:
    """Part the pieces where more than a cue clause stands between two of them."""
    groups: list[list[Span]] = []
    for piece in pieces:
        if groups:
            gap = (groups[-1][-1][1], piece[0])
            known = sum(s.end - s.start for s in (cue, source) if s and gap[0] <= s.start and s.end <= gap[1])
            if gap[1] - gap[0] - known <= GAP and "\n" not in text[slice(*gap)].strip(" "):
                groups[-1].append(piece)
                continue
        groups.append([piece])
    return [tuple(group) for group in groups]


def _snap(text: str, piece: Span, quotes: list[Span]) -> Span:
    """Move the ends of a piece onto the quote marks they all but reach."""
    start, end = piece
    for low, high in quotes:
        if high <= start or end <= low:
            continue
        inside_low, inside_high = inner(text, (low, high))
        if low <= start <= inside_low + 1:
            start = low
        if inside_high - 2 <= end <= high:
            end = high
        covered = min(end, high) - max(start, low)
        if covered >= 0.8 * (high - low):
            start, end = min(start, low), max(end, high)
    return start, end


def _untagged_quotations(
    text: str, groups: list[tuple[Span, ...]], drafts: list[Draft], tagged: Sequence[TaggedSpan]
) -> list[Draft]:
    """Quotations that the marks show and the tagger missed: an unknown speaker beats silence."""
    found = []
    for group in groups:
        words = sum(len(text[slice(*span)].split()) for span in group)
        if words < LEAST_WORDS or any(_overlap(group, d.pieces) for d in drafts):
            continue
        if _within(group[0], [(t.start, t.end) for t in tagged if t.role != "content"]):
            continue
        found.append(Draft(group, "direct", None, None, UNTAGGED))
    return found


def _run_over_paragraphs(text: str, drafts: list[Draft], groups: list[tuple[Span, ...]]) -> list[Draft]:
    """Make one draft of a quotation that the marks carry over several paragraphs."""
    for group in groups:
        if len(group) < 2:
            continue
        parts = [d for d in drafts if _overlap(group, d.pieces)]
        if not parts:
            continue
        best = max(parts, key=lambda d: (d.mention is not None, d.cue is not None, d.confidence))
        outside = [p for d in parts if d.mention == best.mention for p in d.pieces if not _overlap(group, (p,))]
        merged = replace(best, pieces=tuple(sorted({*group, *outside})))
        drafts = [d for d in drafts if d not in parts] + [merged]
    return drafts


def _without_overlaps(drafts: list[Draft]) -> list[Draft]:
    """Of drafts that share characters keep the surer, longer one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.mention is None, d.start - d.end)):
        if all(draft.end <= k.start or k.end <= draft.start for k in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.start)


def _join_sourceless(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give a quotation without a source to its neighbour's, where the text warrants it.

    In the same paragraph a quotation that follows another is by the same speaker. A paragraph of
    nothing but quotation goes to whoever was quoted in the paragraph before, and less surely.
    """
    places = list(paragraphs(text))
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if draft.mention is None and before is not None and before.mention is not None and _is_quoted(text, draft):
            place, former = _place(places, draft.start), _place(places, before.end - 1)
            if place == former and not _speaks_between(text, before, draft):
                if _is_quoted(text, before):
                    joined[-1] = replace(before, pieces=before.pieces + draft.pieces)
                    continue
                draft = replace(draft, mention=before.mention, confidence=min(draft.confidence, CARRIED), carried=True)
            elif place == former + 1 and _fills(text, places[place], draft) and _is_quoted(text, before):
                draft = replace(
                    draft, mention=before.mention, cue=draft.cue, confidence=min(draft.confidence, CARRIED), carried=True
                )
        joined.append(draft)
    return joined


def _speaks_between(text: str, before: Draft, draft: Draft) -> bool:
    """Whether more than a short clause parts two quotations of one paragraph."""
    between = text[before.end : draft.start]
    return len(between) > GAP or len(list(sentences(between))) > 2


def _fills(text: str, place: Span, draft: Draft) -> bool:
    return len(text[place[0] : draft.start].strip()) < 3 and len(text[draft.end : place[1]].strip()) < 3


def _is_quoted(text: str, draft: Draft) -> bool:
    return bool(re.match(r"[“\"„«‘']", text[draft.start : draft.start + 1]))


def _kind(text: str, pieces: tuple[Span, ...], quotes: list[Span]) -> Kind:
    inside = sum(max(0, min(e, high) - max(s, low)) for s, e in pieces for low, high in quotes)
    size = sum(len(text[s:e].strip(" ,.;:")) for s, e in pieces)
    if not inside:
        return "indirect"
    return "direct" if inside >= size - 2 * len(pieces) else "mixed"


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _within(span: Span, areas: Sequence[Span]) -> bool:
    return any(low <= span[0] and span[1] <= high for low, high in areas)


def _place(places: list[Span], offset: int) -> int:
    """Return the number of the paragraph that holds `offset`."""
    low, high = 0, len(places) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if places[middle][0] <= offset else (low, middle - 1)
    return low


__all__ = ["Draft", "link", "quoted_spans"]
