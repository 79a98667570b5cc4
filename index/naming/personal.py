"""What is a person's name, where does it begin and end, and when are two of them one person's."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from rapidfuzz.distance import JaroWinkler

from index.lexicon import FEMALE_NAMES, MALE_NAMES, NICKNAMES, OPENERS, PERSON_NOUNS, TITLES, is_person_noun
from index.types import Span

SPELLING = 0.9  # Jaro-Winkler of first names: Sergei/Sergey 0.93; John/Joan 0.85
LONGEST_HEADING = 200  # characters
LONGEST_SHORT_TITLE = 4  # characters; "miss" is not several
LONGEST_OFFICE = 80
LEAST_HEADING, CAPITAL = 4, 0.8  # long words of a heading, and the share of them that is capital

PARTICLES = frozenset("de la le van von der den del di da dos du bin ibn al el st ter ten af".split())
# Titles that are names of people too: "Martin Luther King Jr", "Adam Green Lee", "Duke Bennett".
ALSO_NAMES = frozenset(
    """king queen prince princess pope bishop dean major cardinal judge justice duke earl general lord
    green french american british german russian english father brother sister state master page house
    labor labour guy cook baker""".split()
)
PARTIES = frozenset("republican republicans democrat democrats libertarian libertarians".split())
# "Minister of Health and | Welfare Ann Lee"
_OFFICE_AND = re.compile(
    r"\b(?:Minister|Secretary|Commissioner|Director) (?:of|for) (?:[A-Z][\w’'-]*,? )+and $"
)
_ONCE = re.compile(r"^(?:then|ex|former)-(?=\w)")
_TO_A_BODY = re.compile(r"\b(?:to|of|for|at) the $")
_AFTER_PARTICLE = re.compile(r" [A-Z][\w-]+")
_NUMERAL = re.compile(r"[IVX]{1,4}\.")
_POSSESSIVE = re.compile(r"(?:['’]s?|[\s,.;:\"“”]+)$")
# "South Korean-born Ann Lee" is Ann Lee.
ORIGIN = re.compile(
    r"(?:[A-Z][\w.]*\s)*[\w.]+-(?:born|based|raised|bred|educated|trained|appointed|elected)\s"
)
_SUFFIX = re.compile(r"(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)$")
SENTENCE_START = re.compile(r"(?:^|[.!?:\n“\"‘«•]['’”\"]?\s*)$")
_OWNS = re.compile(r"['’]s?$")
_ENDS_A_SENTENCE = re.compile(r"\b[^\W\d_]{4,}\.[”\"’']*\s*$")
_SMALL = OPENERS | frozenset(
    "about against behind between into over than that their through toward your".split()
)


def name_span(text: str, span: Span) -> Span | None:
    """Return the part of `span` that is the name alone: no title, article, possessive or mark."""
    start, end = span
    if match := _POSSESSIVE.search(text[start:end]):
        end -= len(match.group())
    if origin := ORIGIN.match(text[start:end]):
        start += origin.end()
    start = _after_an_office(text, (start, end))
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    named = [text[slice(*word)] for word in words]
    if _TO_A_BODY.search(text[max(0, start - 9) : start]):
        words = words[_of_a_body(named) :]  # "the ambassador to the | United Nations Ann Lee"
        named = [text[slice(*word)] for word in words]
    if "of" in named[2:]:  # "Ann Lee | of Lowtown"
        words = words[: named.index("of", 2)]
        named, end = named[: len(words)], words[-1][1]
    words = words[_titles(named) :]
    if owners := [at for at, word in enumerate(words[:-1]) if _OWNS.search(text[slice(*word)])]:
        words = words[owners[-1] + 1 :]  # "the Tide Board’s | Lee"
    if words and _NUMERAL.fullmatch(text, *words[0]) and re.search(r"[A-Z]\w+ $", text[: words[0][0]]):
        words.pop(0)  # "… in Schedule I. Lee said"
    while words and is_title(text[slice(*words[0])]) and not _is_a_first_name(text, words):
        words.pop(0)
    if not words or words[0][0] >= end:
        return None
    unfinished = len(words) > 1 and text[slice(*words[-1])].lower() in PARTICLES
    rest = _AFTER_PARTICLE.match(text, end) if unfinished else None  # "Marine Le | Pen"
    return words[0][0], rest.end() if rest else end


def _is_a_first_name(text: str, words: Sequence[Span]) -> bool:
    """Whether a title is a first name here: "Dean Lee", where no other stands between."""
    first = text[slice(*words[0])].lower()
    return len(words) == 2 and first in ALSO_NAMES and first in MALE_NAMES | FEMALE_NAMES


def _after_an_office(text: str, span: Span) -> int:
    """Return where a name begins after the end of an office: "Minister of Health and Welfare | Ann Lee"."""
    words = list(re.finditer(r"\S+", text[slice(*span)]))
    if len(words) < 2 or not _OFFICE_AND.search(text, max(0, span[0] - LONGEST_OFFICE), span[0]):
        return span[0]
    known = [word for word in words[:-1] if word[0].lower() in MALE_NAMES | FEMALE_NAMES]
    first = known[0] if known else words[max(1, len(words) - 2)]
    return span[0] + first.start()


def in_a_heading(text: str, at: int) -> bool:
    """Whether a place stands in a line whose words are all capital, where a capital tells no name."""
    before = text[max(0, at - LONGEST_HEADING) : at].rpartition("\n")[2]
    after = text[at : at + LONGEST_HEADING].partition("\n")[0]
    if len(before + after) >= LONGEST_HEADING:
        return False
    words = re.findall(r"\b[^\W\d_]{4,}", before + after)
    # "So I called Mayor Ann Lee." is a sentence; some headings end in a full stop too.
    if _ENDS_A_SENTENCE.search(after) and any(w[0].islower() and w not in _SMALL for w in words):
        return False
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= LEAST_HEADING and capital >= CAPITAL * len(words)


def known_part(name: str, known: Collection[str]) -> str | None:
    """Return the longest run of a heading's words that is a name elsewhere: "Lee | Stands Tall"."""
    words = name.split()
    runs = (" ".join(words[i : i + n]) for n in range(len(words), 0, -1) for i in range(len(words) - n + 1))
    return next((run for run in runs if run in known or plain(run) in known), None)


def _titles(words: Sequence[str]) -> int:
    """Return how many words belong to a title with a place or an office: "Ohio Gov.", "Press Director"."""
    for at in range(len(words) - 2, 0, -1):
        word = words[at].rstrip(".,").lower()
        of_a_body = at == 1 and len(words[0]) > 1 and words[0].isupper()  # "NTSB Judge Ann Lee"
        if _is_an_office(word) and (of_a_body or word not in ALSO_NAMES):
            return at + 1
        trade = word in PERSON_NOUNS or word.endswith(("ist", "ician"))  # "Acme Meteorologist Ann Lee"
        if trade and word not in ALSO_NAMES and words[0].lower() not in MALE_NAMES | FEMALE_NAMES:
            return at + 1
    opens = len(words) > 2 and words[0][:1].isupper() and is_person_noun(words[0].lower())
    return int(opens and words[0].lower() not in ALSO_NAMES)


def _of_a_body(words: Sequence[str]) -> int:
    """Return how many words before a common first name are a body's name: "United Nations | Ann Lee"."""
    firsts = (at for at, word in enumerate(words[:-1]) if word.lower() in MALE_NAMES | FEMALE_NAMES)
    first = next(firsts, 0)
    return first if first > 1 else 0


def without_opener(text: str, span: Span, names: Collection[str]) -> Span:
    """Leave out a word that is capital because it opens a sentence: "Will Ann Lee sign?".

    A first name that is such a word too ("Will Lee") stays, and so does one that ends like a verb, unless
    `names`, those the article uses, know what follows it without it.
    """
    name = text[slice(*span)]
    first, _, rest = name.partition(" ")
    opens = SENTENCE_START.search(text[max(0, span[0] - 9) : span[0]])
    verb = first.lower().endswith("ing")  # "Telling Ann Lee to wait, …"
    if not rest or not opens or not (verb or first.lower() in OPENERS):
        return span
    if verb or first.lower() in MALE_NAMES | FEMALE_NAMES:
        elsewhere = {n for n in names if n != plain(name)}
        if rest not in elsewhere | {surname(n) for n in elsewhere if " " in n}:
            return span
    return span[1] - len(rest), span[1]


def has_known_first_name(name: str) -> bool:
    """Whether a full name begins with a common first name."""
    return " " in name and name.split()[0].lower() in MALE_NAMES | FEMALE_NAMES


def opens_sentences_only(text: str, places: Sequence[Span]) -> bool:
    """Whether a single word is capital merely because it opens a sentence each time."""
    return all(SENTENCE_START.search(text[max(0, start - 9) : start]) for start, _ in places)


def surname(name: str) -> str:
    """Return the last name, particles included: "Marine Le Pen" → "Le Pen"."""
    words = _SUFFIX.sub("", name).split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[at:])


def suffix(name: str) -> str:
    """Return what tells a name from its bearer's father's, in lower case: "sr", "jr", "ii"; else nothing."""
    found = _SUFFIX.search(name)
    return found[0].strip(" ,.").lower() if found else ""


def same_person(one: str, other: str, *, here: bool = False) -> bool:
    """Whether two full names are spellings of one: middle names and nicknames do not matter.

    `here`: in one article, where "M. Kowal" is Marta Kowal; elsewhere it may be Maria.
    """
    last, other_last = (folded(surname(name)) for name in (one, other))
    if last != other_last or (suffix(one) and suffix(other) and suffix(one) != suffix(other)):
        return False  # father and son: "Ann Lee Sr.", "Ann Lee Jr."
    first, second = (_first_names(name, last) for name in (one, other))
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):  # "Marcel Lazar", "Marcel Lehel Lazar"
        return True
    if len(first) > 1 and len(second) > 1:  # the National Park Service is not the National Weather Service
        return False
    a, b = first[0], second[0]
    if {a, *NICKNAMES.get(a, ())} & {b, *NICKNAMES.get(b, ())}:
        return True
    if min(len(a), len(b)) == 1:
        return here and a[0] == b[0]
    return min(len(a), len(b)) > 3 and a[0] == b[0] and JaroWinkler.similarity(a, b) >= SPELLING


def plain(name: str) -> str:
    """Return a name without its possessive, on one line."""
    return " ".join(unowned(name).split())


def dotted(name: str) -> str:
    """Return initials with their last full stop, which a sentence may have taken: "U.N."."""
    return re.sub(r"\b(?:[A-Z]\.)+[A-Z]$", r"\g<0>.", name)


def unowned(words: str) -> str:
    """Return words without a possessive at their end: "Lee's" is Lee."""
    return _OWNS.sub("", words)


def folded(name: str) -> str:
    """Return a name as it is compared: in lower case, with straight apostrophes and without accents."""
    return without_accents(name).lower().replace("’", "'")


def without_accents(name: str) -> str:
    """Return a name as keyboards without its accents write it: "Rodríguez" is Rodriguez."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def noun(word: str) -> str:
    """Return a word in lower case without the marks around it."""
    return word.strip(".,’'\"“”").lower()


def _is_an_office(word: str) -> bool:
    """Whether a word is a title, several's, or two in one: "justices", "secretary-treasurer"."""
    singular = word.removesuffix("s") if len(word) > LONGEST_SHORT_TITLE else word
    return (
        word in TITLES or singular in TITLES or all(part in TITLES | {"co"} for part in singular.split("-"))
    )


def is_title(word: str) -> bool:
    """Whether a word before a name is no part of it."""
    return (
        _is_an_office(_ONCE.sub("", word.rstrip(".,").lower()))
        or word.lower() in ("the", "a", "an", "for")
        or (not word[0].isupper() and word.lower() not in PARTICLES)
    )


def _first_names(name: str, last: str) -> list[str]:
    """The names before the surname in lower case, initials left out unless there is nothing else."""
    words = [word.rstrip(".") for word in _SUFFIX.sub("", name).lower()[: -len(last)].split()]
    return [word for word in words if len(word) > 1] or words
