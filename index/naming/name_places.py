"""Where a text names people, in full ("Ann Lee") and by a single name ("Lee").

What the name finder and the sources of statements name is cleaned, led to whole names, and looked for in the
rest of the text, where the finder missed it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from index.kinds import COMPANY_NOUNS
from index.lexicon import FEMALE_NAMES, MALE_NAMES, OPENERS, is_person_noun
from index.naming.entities import Entity
from index.naming.gender import title_gender
from index.naming.named_sources import person_in_source
from index.naming.nobody import is_a_place, looks_like_a_name, titles_of_works
from index.naming.personal import (
    folded,
    has_known_first_name,
    in_a_heading,
    known_part,
    name_span,
    noun,
    opens_sentences_only,
    plain,
    suffix,
    surname,
    without_accents,
    without_opener,
)
from index.naming.roles import role_beside
from index.naming.wholes import whole_names
from index.types import Span

_NOT_PEOPLE = frozenset(("ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT"))
_AFFILIATION = re.compile(r"\bat (?:the )?$")  # "the teacher at Outer Holm"
# "Lee", "Lee and her team", "Lee, an economist"
_ONE_NAME = re.compile(r"[A-Z][\w-]+(?= and (?:his|her) |, (?:an?|the) [a-z]|$)")
_AGE = re.compile(r", (?:1\d|[2-9]\d|10\d),(?! \d)")  # "Ann Lee, 83, had been waiting"
_CREDIT = re.compile(r"/[A-Z]")  # "Ann Lee/AP" took the picture
_FIRST_BEFORE = re.compile(r"(?<![\w.’'-])(?<![A-Z]\w )([A-Z][a-z]+) $")
_FIRST_OF_TWO = re.compile(r"(?<![\w.’'] )\b(?P<name>[A-Z][a-z]+) (?:and|&) $")


def places_of_names(
    text: str, found: Iterable[Entity], sources: Sequence[Span]
) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """Return the places of full names and of single ones, each by its plain form.

    `sources` are spans that name who speaks: what stands there is somebody's, whatever the finder says.
    """
    found = list(found)
    alone = [one.span() for span in sources if (one := _ONE_NAME.match(text, *span))]
    named = _cleaned(text, _candidates(text, found, sources, alone), alone)
    by_name: dict[str, list[Span]] = defaultdict(list)
    for span in _outermost(named):
        if words := plain(text[slice(*span)]):  # no stray "'s" that a name finder took for a surname
            by_name[words].append(span)
    full, short = _in_full_and_short(text, _without_common_words(text, by_name), sources)
    couples = _couples(text, found, full)
    for whole, place in couples:
        full.setdefault(whole, []).append(place)
    theirs = {place for _, place in couples}
    short = {name: [p for p in places if p not in theirs] for name, places in short.items()}
    return full, {name: places for name, places in short.items() if places}


def _candidates(
    text: str, found: Iterable[Entity], sources: Sequence[Span], alone: Sequence[Span]
) -> set[Span]:
    """Return what the finder takes for people, and who speaks by what can be nobody else's name."""
    other = {
        span
        for e in found
        if e.label in _NOT_PEOPLE
        if (span := name_span(text, (e.start, e.end))) and not text.startswith(" of ", span[1])
    }
    single = {text[slice(*span)] for span in alone}
    spoken = {
        name
        for source in sources
        if (name := person_in_source(text, source))
        and (
            name not in other
            or has_known_first_name(text[slice(*name)])
            or _is_introduced(text, name)
            or surname(plain(text[slice(*name)])) in single  # "Lee said" tells that "Delya Lee" is no firm
        )
    }
    people = {span for e in found if e.label == "PERSON" and (span := name_span(text, (e.start, e.end)))}
    bodies = {span for e in found if e.label == "ORG" and (span := name_span(text, (e.start, e.end)))}
    people |= {span for span in bodies if text[slice(*span)].count(" ") == 1 and _is_told_of(text, span)}
    people |= {span for span in other if " " in text[slice(*span)] and _AGE.match(text, span[1])}
    credited = {span for span in people if _CREDIT.match(text, span[1])}
    return (people | spoken | {span for span in alone if _is_told_of(text, span)}) - credited


def _is_introduced(text: str, name: Span) -> bool:
    """Whether words beside a name say it is somebody's: "the CEO, Lee", "Lee, the minister", "Lee, who"."""
    start, end = name
    word = re.search(r"\b([a-z]+|[A-Z]+),? $", text[max(0, start - 30) : start])
    before = word[1].lower() if word else ""
    if before == "named" or (is_person_noun(before) and before not in COMPANY_NOUNS):
        return True
    return bool(re.match(r",? who\b", text[end : end + 6])) or _is_told_of(text, name)


def _is_told_of(text: str, name: Span) -> bool:
    """Whether what a comma sets after a name is a word for somebody: "Lee, an economics professor"."""
    role = role_beside(text, name)
    return role is not None and role[0] > name[1] and is_person_noun(noun(_head(text[slice(*role)])))


def _head(role: str) -> str:
    """Return the last word of a role before what tells more of it: "owner" of "owner of the farm"."""
    return re.split(r" (?:of|for|in|at|from|on|with|who)\b", role)[0].split()[-1]


def _cleaned(text: str, candidates: set[Span], alone: Sequence[Span]) -> list[Span]:
    """Return the candidates that are names, whole and without what only opens a sentence, and their
    further mentions."""
    titles = titles_of_works(text, candidates)
    named = [
        span
        for span in candidates
        if looks_like_a_name(text[slice(*span)]) and plain(text[slice(*span)]) not in titles
    ]
    named += whole_names(text, named, alone)
    known = {plain(text[slice(*span)]) for span in named}
    named = [without_opener(text, span, known) for span in named]
    named = _without_headings(text, named)
    return named + _further_mentions(text, named, {text[slice(*span)] for span in alone})


def _without_common_words(text: str, by_name: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
    """Leave out where a single name is but a word: "Bill would allow it", beside "the bill"."""
    surnames = {surname(name) for name in by_name if " " in name}
    left: dict[str, list[Span]] = {}
    for words, places in by_name.items():
        kept = places
        if " " not in words and words not in surnames:
            kept = [place for place in places if not opens_sentences_only(text, [place])]
            is_first = words.lower() in MALE_NAMES | FEMALE_NAMES
            before = r"\b(?i:the|a|this) " if is_first else r"(?<![\w@#/.-])"
            common = rf"{before}{re.escape(words.lower())}(?!\w)"
            kept = kept if len(kept) < len(places) and re.search(common, text) else places
        if kept:
            left[words] = kept
    return left


def _in_full_and_short(
    text: str, by_name: Mapping[str, list[Span]], sources: Sequence[Span]
) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """Part full names from single ones, and leave out what is a place and no person."""
    in_lower_case = {folded(surname(name)) for name in by_name if " " in name}
    # "Lee Sr." beside "Bo Lee Sr."
    with_suffix = {f"{folded(surname(n))} {suffix(n)}" for n in by_name if suffix(n) and len(n.split()) > 2}
    full: dict[str, list[Span]] = {}
    short: dict[str, list[Span]] = {}
    for words, places in by_name.items():
        speaks = any(
            low <= start and end <= high and not _AFFILIATION.search(text, low, start)
            for start, end in places
            for low, high in sources
        )
        titled = any(role_beside(text, place) or title_gender(text, place[0]) for place in places)
        is_surname = folded(words) in in_lower_case or folded(words) in with_suffix
        # "de Vos" beside "Pierre de Vos", and "Van Dam" beside "Bo van Dam"
        if " " not in words or is_surname:
            # A word that merely opens sentences is somebody only where a full name explains it.
            nobody = opens_sentences_only(text, places) or is_a_place(text, words, places)
            if speaks or titled or is_surname or not nobody:
                short[words] = places
        elif speaks or titled or not is_a_place(text, words, places):
            full[words] = places
    return full, short


def _without_headings(text: str, named: Sequence[Span]) -> list[Span]:
    """Leave of what only headings name the part that is a name elsewhere: of "Lee Stands Tall" Lee.

    Nothing is left where a word of it is a common one in the text: "Final Column" beside "her column".
    """
    told = {span for span in named if not in_a_heading(text, span[0])}
    known = {plain(text[slice(*span)]) for span in told}
    known |= {surname(name) for name in known if " " in name}
    kept = sorted(told)
    for start, end in (span for span in named if span not in told):
        name = text[start:end]
        if has_known_first_name(name) and len(name.split()) == 2 and surname(plain(name)) in known:
            kept.append((start, end))
        elif part := known_part(name, known):
            kept.append((start + name.index(part), start + name.index(part) + len(part)))
        elif not any(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in name.split()):
            kept.append((start, end))
    return kept


def _couples(
    text: str, found: Iterable[Entity], full: Mapping[str, Sequence[Span]]
) -> list[tuple[str, Span]]:
    """Find the first of "Ann and Piet Lee": Ann Lee, in no other words. So that "Lee" is not Piet alone."""
    people_only = [(e.start, e.end) for e in found if e.label == "PERSON"]
    couples = []
    for name, places in full.items():
        for start, _ in places if len(name.split()) == 2 else ():
            first = _FIRST_OF_TWO.search(text, max(0, start - 30), start)
            if not first:
                continue
            whole = f"{first['name']} {surname(name)}"
            is_person = has_known_first_name(whole) or any(
                low <= first.start("name") < high for low, high in people_only
            )
            # "Reagan and Jeb Bush" are no couple, and Reagan is named elsewhere too.
            other = any(surname(each) == first["name"] for each in full)
            known = has_known_first_name(whole) and not other
            if whole in full or known or (is_person and text.count(first["name"]) == 1):
                couples.append((whole, first.span("name")))
    return couples


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _further_mentions(text: str, named: Sequence[Span], alone: Collection[str]) -> list[Span]:
    """Find the places spaCy missed: every full name, surname and common first name already known.

    Another first name counts where somebody speaks by it `alone`: "Cao Ke … said Cao".
    """
    names = {plain(text[slice(*s)]) for s in named}
    full = [n for n in names if " " in n]
    names |= {each for n in full for each in (surname(n), without_accents(surname(n)))}
    names |= {name[0].upper() + name[1:] for name in names if " " in name}  # "Van der Lee said"
    names |= {n.split()[0] for n in full if has_known_first_name(n) or n.split()[0] in alone}
    surnames = {folded(surname(n)) for n in full}
    names |= {name for name in alone if folded(name) in surnames}  # "Maclee" of Ann MacLee
    names -= {name for name in names if name.lower() in OPENERS}
    if not names:
        return []
    longest_first = sorted(names, key=len, reverse=True)
    anyone = re.sub("['’]", "['’]", "|".join(map(re.escape, longest_first)))
    pattern = re.compile(rf"(?<![\w-])(?:{anyone})(?![\w-])")
    covered = bytearray(len(text) + 1)
    for start, end in named:
        covered[start:end] = b"\1" * (end - start)
    places = [m.span() for m in pattern.finditer(text) if not any(covered[m.start() : m.end()])]
    return [_with_another_first_name(text, place) for place in places]


def _with_another_first_name(text: str, place: Span) -> Span:
    """Return a name with a common first name before it: of "Bo Lee", where Ann Lee is known, all of it."""
    before = _FIRST_BEFORE.search(text, max(0, place[0] - 30), place[0])
    another = before and before[1].lower() in MALE_NAMES | FEMALE_NAMES and not in_a_heading(text, place[0])
    return (before.start(1), place[1]) if before and another else place
