"""Names that the name finder saw in part alone, made whole where the article gives them whole."""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from index.kinds import (
    BRANDS,
    COMPANY_ENDINGS,
    DOCUMENT_NOUNS,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    PLATFORMS,
    REPORTERS,
)
from index.lexicon import FEMALE_NAMES, MALE_NAMES, OPENERS, QUANTIFIERS, can_begin_a_name, is_person_noun
from index.naming.nobody import STATION, looks_like_a_name
from index.naming.personal import (
    ORIGIN,
    PARTICLES,
    PARTIES,
    SENTENCE_START,
    in_a_heading,
    is_title,
    noun,
    plain,
    unowned,
)
from index.types import Span

LONGEST_FIRST = 50  # characters of a first name with a nickname
LONGEST_ABBREVIATION = 5  # "NASA" is nobody's surname

_FIRST = re.compile(r"(?<![\w’'.-])[A-Z][\w’'-]+ $|(?<![\w’'.-])[A-Z]\. ?[A-Z]\. $")
# Of "Lula da Silva" more than one name can be missing.
_FIRSTS = re.compile(r"(?<![\w’'.-])(?:[A-Z][\w’'-]+ ){1,2}$")
_NO_FIRST = frozenset(
    """new north south east west northern southern eastern western central old big great real super upper
    lower fort lake mount san saint team premier national american royal first""".split()
)
_NO_LAST = (
    BRANDS | PLATFORMS | REPORTERS | DOCUMENT_NOUNS | COMPANY_ENDINGS | ORGANISATION_NOUNS | PLACE_NOUNS
)
_INITIALS = re.compile(r"(?!U\.S|U\.K|U\.N|E\.U|D\.C|L\.A|N\.Y|N\.J|[AP]\.M)[A-Z]\. ?[A-Z]\. ")
_FIRST_AND_NICKNAME = re.compile(
    r"(?<![\w’'.-])[A-Z][\w’'-]+ (?:[A-Z]\. )?(?:[“\"‘'(][A-Z][^”\"’')\n]{1,20}[”\"’')] )?$"
)
_WITH_APOSTROPHE = re.compile(r"[A-HJ-Z][’'][a-z]{2,}")  # "A’ja", which no list of first names has
_GIVEN = re.compile(r"(?: [A-Z][\w-]+){1,2}(?=, an? )")
_HONOURED = re.compile(r"\b(?:[Hh]is|[Hh]er|[Yy]our) $")  # "His Holiness Francis"
_AGE_OR_ARTICLE = re.compile(r", (?:\d\d,|an? [a-z])| of [A-Z]")


def whole_names(text: str, named: Collection[Span], spoken: Collection[Span]) -> list[Span]:
    """Return where names that are known in part alone stand whole, those that are whole in one way only.

    "Ann Mae Lee" of "Mae Lee"; and, where nobody is named so in full, "Angelov Franco", "Bo “Skip” Lee" and
    "Cao Ke" of "Franco", "Lee" and "Cao". `spoken` are single words that somebody who speaks is called by.
    """
    names = {plain(text[slice(*span)]) for span in named}
    single = names | {plain(text[slice(*span)]) for span in spoken if looks_like_a_name(text[slice(*span)])}
    parts = {word for name in names if " " in name for word in name.split()}
    single -= {n for n in single if n in parts or (n.isupper() and len(n) <= LONGEST_ABBREVIATION)}
    fuller: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for name, run in _fuller(text, single):
        product = " " not in name and name not in names and text.startswith(name, run[0])  # "Acme Roadster"
        if not product and _is_whole(text, run, known=name in names) and not in_a_heading(text, run[0]):
            fuller[name][plain(text[slice(*run)])].append(run)
    alone = [
        next(iter(whole.values()))
        for whole in fuller.values()
        if len(whole) == 1 and not whole.keys() & names
    ]
    return sorted(itertools.chain.from_iterable(alone))


def _fuller(text: str, names: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Yield what can hold a name: a first name and a nickname before it, or given names after it."""
    if not names:
        return
    anyone = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for found in re.finditer(rf"(?<![\w-])(?:{anyone})(?![\w-])", text):
        first = _FIRST if " " in found[0] else _FIRST_AND_NICKNAME
        if PARTICLES & set(found[0].split()):
            first = _FIRSTS
        if before := first.search(text, max(0, found.start() - LONGEST_FIRST), found.start()):
            yield found[0], (before.start(), found.end())
        elif " " not in found[0] and (after := _GIVEN.match(text, found.end())):
            yield found[0], (found.start(), after.end())


def _is_whole(text: str, span: Span, *, known: bool) -> bool:
    """Whether words that hold a name are a full name. `known`: what they hold is surely a person's."""
    first, *rest = text[slice(*span)].split()
    if initials := _INITIALS.match(text, *span):
        return known and initials.end() < span[1]
    if re.fullmatch(r"(?:[A-Z]\.)+", first):
        return False
    if first.lower() in OPENERS or STATION.match(text, *span) or unowned(first) != first:
        return False  # "Acme's Lee" is no more than Lee
    if first.lower() in MALE_NAMES | FEMALE_NAMES:
        return True
    if _WITH_APOSTROPHE.fullmatch(first):
        return True
    if not can_begin_a_name(first) or _is_common(first) or first.endswith("ing"):
        return False
    if SENTENCE_START.search(text[max(0, span[0] - 9) : span[0]]) or _HONOURED.search(text, 0, span[0]):
        return bool(_AGE_OR_ARTICLE.match(text, span[1]))
    if PARTICLES & set(rest):
        return known
    if not known:
        return len(rest) == 1 and _stands_free(text, span)
    nicknamed = len(rest) > 1 and not rest[0][0].isalpha()
    return known and (nicknamed or len(rest) == 1 or bool(_AGE_OR_ARTICLE.match(text, span[1])))


def _stands_free(text: str, span: Span) -> bool:
    """Whether two capital words are a name of their own, part of no longer one: "Tevin Lervik scored"."""
    first, last = text[slice(*span)].split()
    if first.isupper() or noun(first) in _NO_FIRST or noun(last) in _NO_LAST:
        return False
    before, after = text[max(0, span[0] - 30) : span[0]], text[span[1] : span[1] + 3]
    return not re.search(r"(?:\b[A-Z][\w.’'&-]*|\b[Tt]he) $", before) and not re.match(r" [A-Z&]", after)


def _is_common(word: str) -> bool:
    """Whether a capital word before a name is none of it: a title, somebody's trade, "Some", "House"."""
    plain_word = noun(word)
    return (
        is_title(word)
        or plain_word in QUANTIFIERS | ORGANISATION_NOUNS | PARTIES
        or is_person_noun(plain_word)
        or ORIGIN.match(f"{word} ") is not None
    )
