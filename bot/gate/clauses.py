"""A sentence → its clauses, each with the speakers it gives its words to. Pure, and by form alone.

"While Renn promised X, the mayor said Y" has two clauses with a speaker each; "X, Marlowe said, Y" has
two of one speaker. Quotations have been replaced by place-holding characters before (`SLOT`), so that
what they say is never read as what the sentence says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.checking.words import Word, words
from bot.gate.cast import Cast, Mention
from bot.gate.frames import PRONOUNS, TURNS, VERBS, begins_a_frame, joined, past_place, stranger, verb_after

SLOT = 0xE000  # quotation number n is the private-use character SLOT + n
MOST_SLOTS = 64

_INVERTED = VERBS - frozenset("told tell tells called calls described accused asked thanked".split())
_BREAK = re.compile(r",(?!\d)|:(?!\d)|[;()—–…]|\s-\s|[.!?](?=\s)")
_ADDRESSING = frozenset("told tell tells telling asked asks warned reminded assured promised urged".split())
_LONGEST_ADDRESS = 5  # words: told the council of Port Ansel that
_ATTRIBUTING = re.compile(r"(?:\baccording to|\bin the words of|\bin the view of|^for)(?: the)?$")
_LEADS = frozenset("the while whereas but although though yet and in by contrast however meanwhile".split())
_OWN_WORDS = frozenset("words view account opinion statement answer reply phrase".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two stops. `mentions` count in `words`; `quotes` are numbers of quotations.

    `speakers` are whom its words are given to, a set of labels each; `told` says that it does so
    outright ("Renn said"), else somebody is only named first and may as well be its subject.
    `verbs` are its verbs of saying, `frame` the numbers of the words that only attribute. An `aside`
    says who or where the speaker is: it holds nothing that was said.
    """

    words: tuple[Word, ...]
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[int, ...] = ()
    speakers: tuple[frozenset[str], ...] = ()
    told: bool = False
    verbs: tuple[str, ...] = ()
    frame: frozenset[int] = frozenset()
    aside: bool = False
    opens: bool = False  # a new train of thought begins with it
    joined: bool = False  # begins with its verb: the speaker stands before the last comma


def clauses(skeleton: str, cast: Cast, before: frozenset[str]) -> list[Clause]:
    """Part a sentence; `before` are the labels that "she" may stand for after the sentence before."""
    parts = [_framed(part, before) for part in _parts(skeleton, cast)]
    parts = [_with_apposition(parts, number) for number in range(len(parts))]
    parts = [
        piece
        for part, following in zip(parts, [*parts[1:], None])
        for piece in _set_apart(part, leads=bool(following and following.quotes and not following.words))
    ]
    groups: list[list[Clause]] = []
    for part in parts:
        if part.opens or not groups:
            groups.append([])
        groups[-1].append(part)
    found: list[Clause] = []
    for group in groups:
        inherited = found[-1].speakers if found else ()
        found += _shared(group, inherited)
    return found


def _parts(skeleton: str, cast: Cast) -> Iterator[Clause]:
    """Cut at stops, at words that turn the thought, and before "and" with a speaker of its own."""
    opens = True
    start = 0
    cuts = [(match.start(), match.end(), match.group()) for match in _BREAK.finditer(skeleton)]
    for low, high, mark in [*cuts, (len(skeleton), len(skeleton), "")]:
        for piece in _turned(skeleton, start, low, cast):
            turned = piece.words and piece.words[0].form.lower() in TURNS | {"and"} and piece.opens
            if piece.words or piece.quotes:
                yield replace(piece, opens=opens or bool(turned))
                opens = False
        opens = opens or mark.strip() in (";", ".", "!", "?")
        start = high


def _turned(skeleton: str, start: int, end: int, cast: Cast) -> Iterator[Clause]:
    """Cut what stands between two stops before "while", "but" and the like."""
    found = words(skeleton, start, end)
    mentions = cast.spot(found)
    cuts = [0]
    for number, word in enumerate(found):
        form = word.form.lower()
        own = form == "and" and begins_a_frame(found, mentions, number + 1)
        if number not in cuts and (form in TURNS or own):
            cuts.append(number)
    cuts.append(len(found))
    for first, last in zip(cuts, cuts[1:]):
        low = found[first].start if first else start
        high = found[last].start if last < len(found) else end
        lead = bool(found) and found[first].form.lower() in TURNS | {"and"}
        yield Clause(
            tuple(found[first:last]),
            _within(mentions, first, last),
            tuple(ord(c) - SLOT for c in skeleton[low:high] if SLOT <= ord(c) < SLOT + MOST_SLOTS),
            opens=lead and (found[first].form.lower() != "and" or begins_a_frame(found, mentions, first + 1)),
        )


def _framed(part: Clause, before: frozenset[str]) -> Clause:
    """Find whom the clause gives its words to, by its own words."""
    found, mentions = part.words, part.mentions
    forms = [word.form.lower() for word in found]
    for mention in mentions:
        verb = verb_after(found, past_place(forms, mention.last))
        if verb is not None:
            together = joined(found, mentions, mention)
            return _with(part, together, verb)
        lead = " ".join(forms[max(0, mention.first - 4) : mention.first])
        possessed = forms[mention.last : mention.last + 1]  # "Renn's answer was …"
        if _ATTRIBUTING.search(lead) or _OWN_WORDS.intersection(possessed):
            return _with(part, [mention], None)
        front = mention.first - 1
        while front > 0 and forms[front] in ("the", "mayor", "councillor", "minister"):
            front -= 1
        if front >= 0 and forms[front] in _INVERTED and (front == 0 or part.quotes):
            return _with(part, [mention], front)
    for number, form in enumerate(forms[:4]):
        verb = verb_after(found, number + 1)
        if form in PRONOUNS and verb is not None:
            framed = replace(part, speakers=(before,), told=True)
            return replace(framed, verbs=(forms[verb],), frame=frozenset({number, verb}))
    if unknown := stranger(found):
        return _with(part, [unknown], verb_after(found, unknown.last))
    first = next((m for m in mentions if all(f in _LEADS for f in forms[: m.first])), None)
    if first:
        return replace(part, speakers=(first.labels,), frame=frozenset(range(first.first, first.last)))
    return part


def _with(part: Clause, speakers: Sequence[Mention], verb: int | None) -> Clause:
    """The clause with its words given outright to `speakers`, by its word number `verb` if it has one."""
    frame = {number for mention in speakers for number in range(mention.first, mention.last)}
    forms = [word.form.lower() for word in part.words]
    verbs = () if verb is None else (forms[verb],)
    if verb is not None:
        frame.add(verb)
    return replace(
        part,
        speakers=tuple(mention.labels for mention in speakers),
        told=True,
        verbs=verbs,
        frame=frozenset(frame),
    )


def _with_apposition(parts: Sequence[Clause], number: int) -> Clause:
    """Join "Marlowe | the mayor | said that …": a clause that begins with its verb has its speaker before."""
    part = parts[number]
    verb = verb_after(part.words, 0)
    if part.told or verb is None or part.opens:
        return part
    for earlier in (number - 1, number - 2):
        if earlier < 0 or parts[earlier].told:
            break
        closing = [m for m in parts[earlier].mentions if m.last == len(parts[earlier].words)]
        if closing:
            verbs = (part.words[verb].form.lower(),)
            frame = frozenset({verb})
            return replace(
                part, speakers=(closing[-1].labels,), told=True, verbs=verbs, frame=frame, joined=True
            )
        if parts[earlier].opens:
            break
    return part


def _set_apart(part: Clause, *, leads: bool) -> list[Clause]:
    """Part "In May Marlowe told the council that | the wall would come": who and where, then what.

    A clause that only leads to a quotation ("Putin said in December: …") says who and where throughout.
    """
    if part.told and leads and not part.quotes:
        return [replace(part, aside=True)]
    if not part.told or not part.verbs or not part.frame:
        return [part]
    forms = [word.form.lower() for word in part.words]
    verb = max(part.frame)
    if forms[verb] not in VERBS:
        return [part]  # "…, said Ann Lee": what was said stands before
    end = verb + 1
    if forms[verb] in _ADDRESSING:
        rest = forms[end:]
        that = next((n for n, form in enumerate(rest) if form in ("that", "to", *PRONOUNS)), len(rest))
        end += that if that <= _LONGEST_ADDRESS else 0
    who = replace(
        part, words=part.words[:end], mentions=_within(part.mentions, 0, end), quotes=(), aside=True
    )
    what = replace(
        part,
        words=part.words[end:],
        mentions=_within(part.mentions, end, len(forms)),
        frame=frozenset(),
        opens=False,
    )
    return [who, what] if what.words or what.quotes else [who]


def _within(mentions: Sequence[Mention], first: int, last: int) -> tuple[Mention, ...]:
    """The mentions among the words [first, last), counted from there."""
    return tuple(
        Mention(m.first - first, m.last - first, m.labels) for m in mentions if first <= m.first < last
    )


def _shared(group: Sequence[Clause], inherited: tuple[frozenset[str], ...]) -> list[Clause]:
    """Give the clauses of a group that name no speaker the one beside them."""
    telling = [n for n, clause in enumerate(group) if clause.told]
    shared: list[Clause] = []
    for number, clause in enumerate(group):
        if not clause.told and telling:
            source = group[max((n for n in telling if n < number), default=telling[0])]
            clause = replace(
                clause,
                speakers=source.speakers,
                told=True,
                verbs=source.verbs,
                frame=_own_frame(clause, source),
                aside=not clause.quotes and number + 1 < len(group) and group[number + 1].joined,
            )
        elif not clause.speakers:
            named = next((c.speakers for c in group if c.speakers), inherited)
            clause = replace(clause, speakers=named)
        shared.append(clause)
    return shared


def _own_frame(clause: Clause, source: Clause) -> frozenset[int]:
    """The mentions in a clause that mean its speaker anyway."""
    return frozenset(
        number
        for mention in clause.mentions
        if any(mention.labels & labels for labels in source.speakers)
        for number in range(mention.first, mention.last)
    )
