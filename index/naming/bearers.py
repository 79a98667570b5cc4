"""Whose a single name is, where several people of an article bear it."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from index.layout import number_at
from index.naming.gender import Gender
from index.naming.personal import folded, suffix, surname
from index.naming.roles import role_beside
from index.types import Span

LEADS = 2  # a bare surname means the person so many times more often named in full than the other
SETTLED = 2  # uses of a bare surname, while only one bearer is named, from which it stays theirs

# Between a name and that of its bearer's kin: ", the daughter of former mayor", " and her husband, ".
_RELATIVE = (
    r"(?:[\w-]+ ){0,2}(?:(?:step|half-|grand)?(?:daughter|son|brother|sister|mother|father)(?:-in-law)?"
    r"|wife|husband|spouse|widow(?:er)?|twin|niece|nephew|cousin|uncle|aunt)"
)
_WITHIN = r"[^.;:!?\n“”\"]"  # the sentence, and no quotation
_KIN = re.compile(
    rf"(?:,| and|,? with)? (?:the |an? )?{_RELATIVE} of {_WITHIN}{{0,60}}"
    rf"|{_WITHIN}{{0,80}}(?:\b(?:his|her|their)|['’]s) {_RELATIVE},? {_WITHIN}{{0,40}}"
)
_KIN_LABEL = re.compile(
    r"\b(?:Father|Mother|Parents|Wife|Husband|Spouse|Marriages?|Children|Sons?|Daughters?|Siblings?|Brothers?"
    r"|Sisters?): ?[^.\n]{0,80}$"
)  # of a page of facts
_SAID = r"(?:said|says|told|tells|wrote|writes|added|adds|explained|recalled)"
_SPEAKS = re.compile(rf" {_SAID}\b")
_SPOKEN_BY = re.compile(rf"(?:\b{_SAID}|\b[Aa]ccording to) (?:[A-Z][\w.]*\.? )*$")
_IS_KIN = re.compile(rf"(?:\b(?:his|her|their)|['’]s) {_RELATIVE},? $")  # "his wife, Ann Lee": he is Lee


def bearers(groups: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return who can be meant by a single name in lower case, first or last, with straight apostrophes."""
    owners: dict[str, list[str]] = defaultdict(list)
    for name, group in groups.items():
        words = {w for n in group for w in (surname(n), n.split()[0], n.split()[-1], *_before_particle(n))}
        words |= {f"{surname(n)} {suffix(n)}" for n in group if suffix(n)}  # "Lee Sr." is Bo Lee Sr.
        for word in set(map(folded, words)):
            owners[word].append(name)
    return owners


def _before_particle(name: str) -> list[str]:
    """Return the name before a surname of several words: "Luiz Inacio Lula da Silva" is called Lula."""
    last = surname(name)
    return name[: -len(last)].split()[-1:] if " " in last else []


def of_gender(candidates: Sequence[str], gender: Gender, genders: Mapping[str, Gender]) -> Sequence[str]:
    """Return those known to be of the gender a title tells, else those of whom nothing is known."""
    known = [c for c in candidates if genders[c] == gender]
    return known or [c for c in candidates if genders[c] is None] or candidates


def bearer_of(
    text: str,
    place: Span,
    candidates: Sequence[str],
    in_full: Mapping[str, Sequence[Span]],
    breaks: Sequence[Span],
    alone: Sequence[Span],
) -> str | None:
    """Return whom a single name means of several it can: whose title it bears, who leads, who was named.

    By the habits of news prose that is the one by far most often named in full; else the only one
    named so far, or in this paragraph so far; else the one whose name it is in this article, unless
    another was named in full just before; else nobody rather than a guess. `alone` are all places of
    the single name.
    """
    if len(candidates) == 1:
        return candidates[0]
    if role := role_beside(text, place):
        words = set(text[slice(*role)].lower().split())
        titled = [c for c in candidates if any(words & _role_words(text, span) for span in in_full[c])]
        if len(titled) == 1:
            return titled[0]
    counts = Counter({name: len(in_full[name]) for name in candidates})
    (leader, most), (_, next_most) = counts.most_common(2)
    if most >= LEADS * next_most:
        return leader
    number = number_at(breaks, place[0])
    for since in (0, breaks[number][0]):
        before = [c for c in candidates if any(since <= span[0] < place[0] for span in in_full[c])]
        if len(before) == 1:
            return before[0]
    main = _main_bearer(text, candidates, in_full, alone) or _only_speaker(text, place, candidates, in_full)
    since = breaks[max(0, number - 1)][0]
    recent = [
        (span[0], c)
        for c in candidates
        for span in in_full[c]
        if since <= span[0] < place[0] and not _IS_KIN.search(text, max(0, span[0] - 30), span[0])
    ]
    return main if not recent or max(recent)[1] == main else None


def _main_bearer(
    text: str, candidates: Sequence[str], in_full: Mapping[str, Sequence[Span]], alone: Sequence[Span]
) -> str | None:
    """Return whose a shared surname is in this article: the first bearer's, where the name alone was
    settled on them before another came up, or where the others come in as their kin."""
    first, *others = sorted(candidates, key=lambda c: in_full[c][0])
    since, until = in_full[first][0][0], in_full[others[0]][0][0]
    if sum(since < span[0] < until for span in alone) >= SETTLED:
        return first
    kin = all(_is_kin_of(text, in_full[first], in_full[other][0]) for other in others)
    return first if kin else None


def _only_speaker(
    text: str, place: Span, candidates: Sequence[str], in_full: Mapping[str, Sequence[Span]]
) -> str | None:
    """Return the one bearer who has spoken so far, while the others were merely named: "Ann Lee told us"."""
    speakers = [
        c
        for c in candidates
        if any(
            _SPEAKS.match(text, span[1]) or _SPOKEN_BY.search(text, max(0, span[0] - 30), span[0])
            for span in in_full[c]
            if span[0] < place[0]
        )
    ]
    return speakers[0] if len(speakers) == 1 else None


def _is_kin_of(text: str, bearer: Sequence[Span], other: Span) -> bool:
    """Whether a name first stands in the words that tell whose kin somebody is: "Ann Lee, the daughter
    of the late Piet Lee, …", "Ann Lee and her husband, Piet Lee", "Father: Piet Lee" on a page about her."""
    before = [span for span in bearer if span[1] <= other[0]]
    if not before:
        return False
    labelled = _KIN_LABEL.search(text, max(0, other[0] - 100), other[0])
    return bool(labelled or _KIN.fullmatch(text, before[-1][1], other[0]))


def _role_words(text: str, name: Span) -> set[str]:
    role = role_beside(text, name)
    return set(text[slice(*role)].lower().split()) - {"the", "of", "a"} if role else set()
