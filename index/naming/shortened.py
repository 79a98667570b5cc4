"""The short names an article has for an organisation: initials, "the Weather Service", "Acme" of Acme Inc."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from index.kinds import COMPANY_ENDINGS, ORGANISATION_NOUNS
from index.lexicon import can_begin_a_name
from index.naming.personal import PARTIES, noun
from index.types import Span

_LINKS = frozenset("of the for and in on at to &".split())
_FIRM = COMPANY_ENDINGS | {"and", "&", "news"}  # "Eli Acme and Co.", "Acme News"
_AFTER_A_NAME = frozenset(
    """international institute university group palace airport observatory technology laboratories labs
    solutions bank""".split()
)
_LEGAL = frozenset("inc corp ltd llc plc gmbh co".split())
_MANY_ALIKE = frozenset(
    "court house party senate government states services studios".split()
)  # a state has one and the nation too
# "The Tide Committee (TC)", "the Institute for Tides’s (IfT)"
_BRACKETED = re.compile(r"(?:['’]s?)? \((?:the )?([A-Z](?:[a-z]?[A-Z]){1,5})\)")

_BEFORE_BRACKETS = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]*,? (?:(?:of|for|the|and|in|on|&) )*)+?[A-Z][\w.’'-]*?)"
    r"(?:['’]s?)? \((?:the )?(?P<short>[A-Z](?:[a-z]?[A-Z]){2,5})\)"
)

PAPERS = frozenset("Times Post Journal Herald Tribune Gazette Chronicle Globe Guardian Telegraph".split())
_ABBREVIATION = re.compile(r"[A-Z](?:[a-z]?[A-Z])+")
_OFFICE = re.compile(
    r"(?:^|(?<=[\w.] ))(?:Department|Ministry|Bureau|Office|Division|Board|Commission) (?:of|for|on) "
)
_COUNTRY = re.compile(r"^(?:The|U\.?S\.?A?\.?|UK) (?=\S+ \S)")

_ARTICLE = re.compile(r"^The (?=[A-Z])")
# "Department of Tides" is the Tide Department.
_OFFICE_OF = re.compile(
    r"(Department|Ministry|Bureau) of (?:the )?([A-Z][\w-]*(?: (?!of\b|and\b|for\b)[A-Z][\w-]*)*)"
)


def same_names(text: str, names: Mapping[str, Sequence[Span]]) -> dict[str, str]:
    """Return by which name each is known that an article writes in more ways than one.

    "WalletHub" and "Wallet Hub", "the US Tide Service" and "the Tide Service", "the Tide Department" and "the
    Department of Tides" are one. The fullest leads, else the most used. A court that states have too is one
    with the nation's only where no other is named.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[_key(name)].append(name)
    same: dict[str, str] = {}
    for group in alike.values():
        if len(group) > 1 and not any(_has_namesake(text, name, names, group) for name in group):
            lead = max(group, key=lambda n: (_is_national(n), " of " in n, len(names[n]), n))
            same |= dict.fromkeys(group, lead)
    return same


def _key(name: str) -> str:
    """Return what is left of a name without its country, its marks and the order of its parts."""
    bare = _COUNTRY.sub("", _ARTICLE.sub("", name))
    office = _OFFICE_OF.fullmatch(bare)
    words = f"{office[2]} {office[1]}" if office else bare
    return re.sub(r"[^\w&+]|ʻ", "", words).lower()


def _is_national(name: str) -> bool:
    return bool(_COUNTRY.match(_ARTICLE.sub("", name)))


def _has_namesake(text: str, name: str, names: Collection[str], group: Collection[str]) -> bool:
    """Whether others bear a name that a nation's body has without its country: "the Holm Tide Court"."""
    if _is_national(name) or not any(map(_is_national, group)):
        return False
    others = any(other.endswith(f" {name}") and other not in group for other in names)
    return others or bool(re.search(rf"\b(?:state|county|city)(?:['’]s)? {re.escape(name)}", text))


def full_names(
    text: str,
    names: Mapping[str, Sequence[Span]],
    people: Collection[str] = (),
    towns: Collection[str] = (),
) -> dict[str, str]:
    """Return the full name of each short one that can be one body's alone.

    An abbreviation is given behind the full name in brackets, or made of its initials; another short name
    begins or ends the full one, which the article has given before. Where that is the short one with a
    firm's legal form, and no more used, the short one leads. `people` are names of persons, `towns` those
    of places, which are short for nothing.
    """
    full: dict[str, str] = {}
    whole_names = [
        name
        for name in names
        if " " in name and name.upper() != name and not (name.startswith("The ") and name[4:] in names)
    ]
    # The Holm Tide Board is part of a Tide Board that was named before it, or another.
    local = {whole for whole in whole_names if any(whole.startswith(f"{town} ") for town in towns)}
    for short, places in names.items():
        letters = short.replace(".", "")
        if _ABBREVIATION.fullmatch(letters):
            introduced = [whole for whole in whole_names if _is_introduced(text, names[whole], short)]
            # Two letters may be anything's but that of a name of two words.
            long = whole_names if len(letters) > 2 else [w for w in whole_names if w.count(" ") == 1]
            fitting = introduced or [w for w in long if letters in (initials(w), _with_country(w))]
            fitting = fitting or [w for w in long if letters in _of_its_parts(w)]
        else:
            somebodys = {word for name in people for word in name.split()}
            fitting = [
                whole
                for whole in whole_names
                if (_is_short_for(short, whole) or (short not in towns and _is_its_first_word(short, whole)))
                and (min(names[whole]) < min(places) or (whole not in local and _is_its_end(short, whole)))
                and not somebodys & set(whole.split())
            ]
        if len(fitting) == 1:
            (whole,) = fitting
            known_short = len(places) >= len(names[whole]) and _is_with_its_form(whole, short)
            full |= {whole: short} if known_short else {short: whole}
    return {name: full.get(whole, whole) for name, whole in full.items()}


def _is_with_its_form(whole: str, short: str) -> bool:
    """Whether a name only adds a firm's legal form to another, by which all call it: "Acme Motor Co."."""
    return whole.startswith(f"{short} ") and noun(whole.split()[-1]) in _LEGAL


def bracketed(text: str, places: Sequence[Span]) -> Iterator[Span]:
    """Yield where abbreviations stand that brackets behind a name give: "the Tide Committee (TC)"."""
    given = {found[1] for _, end in places if (found := _BRACKETED.match(text, end))}
    for short in sorted(given):
        for found in re.finditer(rf"(?<![\w-])(?:{short}|{short.upper()})(?![\w-])", text):
            yield found.span()


def introduced(text: str) -> Iterator[Span]:
    """Yield where names of two parts stand whose initials follow them: "the Tide and Ice Board (TIB)"."""
    for run in _BEFORE_BRACKETS.finditer(text):
        name, short = run["name"], run["short"].upper()
        words = [word.start() for word in re.finditer(r"(?!The )\S+", name)]
        whole = [
            at
            for at in words
            if name[at].isupper() and short in (initials(name[at:]), _with_country(name[at:]))
        ]
        if whole and " and " in name[whole[0] :]:
            yield run.start("name") + whole[0], run.end("name")


def initials(name: str) -> str:
    """Return the initials of a body's name, without the country it may begin with."""
    words = re.split(r"[\s-]+", _COUNTRY.sub("", name))
    return "".join(word[0] for word in words if word.lower() not in _LINKS and word[:1].isupper()).upper()


def initials_as_written(name: str) -> str:
    """Return the initials with those of small words: "DoT" of the US Department of Tides."""
    return "".join(word[0] for word in _COUNTRY.sub("", name).split())


def _with_country(name: str) -> str:
    """Return the initials of a body's name with its country's: USDA of the U.S. Department of Agriculture."""
    country = _COUNTRY.match(name)
    return country[0].replace(".", "").strip() + initials(name) if country else ""


def _of_its_parts(name: str) -> set[str]:
    """Return the initials of a body's name without its last part, "and Prevention", or its first, "Holm".

    Or without what kind of office it is: HUD of the Department of Houses and Underground.
    """
    office = _OFFICE.search(name)
    first, _, last = name.rpartition(" and ")
    parts = [first] if first and " " not in last else []
    if office:
        parts += [name[office.start() :], name[office.end() :]]
    return {initials(part) for part in parts}


def _is_introduced(text: str, places: Sequence[Span], short: str) -> bool:
    inside = (_BRACKETED.match(text, end) for _, end in places)
    return any(found[1].upper() == short.upper() for found in inside if found)


def _is_its_end(short: str, whole: str) -> bool:
    """Whether a name of several words ends another, which only adds whose it is: "the NTB Tide League"."""
    first, *_ = whole.split()
    return (
        " " in short and whole.endswith(f" {short}") and can_begin_a_name(first) and not _is_of(short, whole)
    )


def _is_of(short: str, whole: str) -> bool:
    """Whether a name ends another as what it is of: "Assembly of the United Tides", no ministry."""
    before = whole.removesuffix(short).split()
    linked = whole.endswith(f" {short}") and any(word[0].islower() or word in _LINKS for word in before)
    return linked and before[-2:] not in (["Department", "of"], ["Ministry", "of"])


def _is_its_first_word(short: str, whole: str) -> bool:
    """Whether all call a body by a name: "Oxby" of Oxby International, "Tides" of the Tides Department."""
    first, *_, last = whole.split()
    if whole == f"{short} Department":
        return noun(first) not in ORGANISATION_NOUNS
    return short == first and noun(last) in _AFTER_A_NAME and noun(first) not in ORGANISATION_NOUNS


def _is_short_for(short: str, whole: str) -> bool:
    """Whether a name is the beginning or the end of another that can be left at that."""
    few, many = short.split(), whole.split()
    core = list(many)
    while core and noun(core[-1]) in _FIRM:
        core.pop()
    if len(few) > 2 and many[: len(few) + 1] == [*few, "and"]:
        return True  # "Centers for Tide Control" of "Centers for Tide Control and Rescue"
    if _is_of(short, whole) or len(few) >= len(many) or short.isupper() or noun(few[0]) in ORGANISATION_NOUNS:
        return False
    if len(core) < len(many):
        return few in (core[: len(few)], core[-len(few) :])
    if len(few) > 1 and many[: len(few) + 1] == [*few, "and"]:
        return True  # "Acme Homes" of "Acme Homes and Private Lending"
    if few[-1] in PAPERS or (len(few) == 1 and "-" in short):
        return many[-len(few) :] == few  # "the Times" of the Holm Times, "the Tide-Post"
    if few == many[-1:] and few[0].endswith("s"):
        return noun(few[0]) not in _MANY_ALIKE | ORGANISATION_NOUNS | COMPANY_ENDINGS | PARTIES  # "the Wings"
    if len(few) == 1 or noun(few[-1]) in _MANY_ALIKE:
        return False
    if noun(few[-1]) not in ORGANISATION_NOUNS:
        return many[-len(few) :] == few  # "the National Zoo" of the Holm National Zoo
    return many[-len(few) :] == few or (many[: len(few)] == few and many[len(few)] in ("of", "for"))
