"""What an article calls somebody beside the name: "Deputy Minister Ann Lee", "Ann Lee, a nurse, …".

A role is a noun phrase whose head is a word for a person; a clause that merely stands beside a name
("told that the mayor had come") is none.
"""

import re
from collections.abc import Sequence

from index.kinds import DOCUMENT_NOUNS, ORGANISATION_NOUNS, PLACE_NOUNS
from index.lexicon import AUXILIARIES, TITLES, is_person_noun
from index.naming.personal import ALSO_NAMES, in_a_heading, noun
from index.types import Span

_ABBREVIATED = "No|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|Cmdr|Cpl|St|[A-Z]"
# A full stop after "Sen" or an initial ends nothing: "Ann Lee, an aide to Sen. Bo R. Hart, …".
_END = "".join(rf"(?<!\b{word})" for word in _ABBREVIATED.split("|")) + r"\.(?:\s|$)"
_AGE = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)(?: years old)?"
_AFTER = re.compile(
    rf",(?:\s+{_AGE},)?\s+(?:who(?:['’]s| (?:is|was|serves as|served as|works as|worked as)) )?"
    r"(?:also |now |currently )?"
    rf"((?:{_AGE} and (?:an? |the )?)?(?:\b(?:{_ABBREVIATED})\.|[^,.;:\n“”\"()]){{2,120}}?)"
    rf"(?=,|{_END}| and (?:an?|the) | (?:said|says|told|wrote|added)\b"
    r"| in an? (?:[\w-]+ )?(?:e-?mail|statement|release|interview|tweet|post|letter)\b| via )"
)
_ONE_OF = re.compile(r"one of (?:the|its|his|her|their) (?:[\w-]+ ){0,2}?([a-z]+)(?= |$)")
_AHEAD = re.compile(
    r"(?:^|[,;:.\n“\"] ?|\bas )((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er) [^,.;:\n“”\"()]{3,80}), $"
)
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_BEFORE = re.compile(r"(?:[\w.&'’-]+[ ])+$")
# "Minister of Health and Welfare": the only title that an "and" may part.
_OFFICE_AND = re.compile(
    r"\b(?:[A-Z][\w-]* )?(?:Minister|Secretary) (?:of|for) (?:[A-Z][\w’'-]*,? )+and (?:[A-Z][\w’'-]* )+$"
)
_CORE_END = re.compile(
    r"\s(?:who|whose|that|which|of|for|in|at|from|on|with|to|by|against|and|near|close|loyal)\b"
)
_DETERMINERS = frozenset("the a an his her its their this our my".split())
_INNER = frozenset("of for the".split())
_NATIONS = frozenset("US U.S. UK U.K. EU UN U.N.".split())
# Departments that have a second half: "Health and Human Services Secretary"
_HALVES = frozenset("Health Housing Parks Food Trade Science Culture Energy Transport Business".split())
_DEGREES = frozenset("dr prof".split())
_COURTESY = frozenset("mr mrs ms miss dr sir lady lord dame".split())
_QUALIFIERS = frozenset("former acting interim deputy".split())
_ONCE = re.compile(r"(?:then|ex|former)-(?=\w)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
# Where the words before a title's head begin: "said public defender Ann Lee", "of public defender Ann Lee".
_STANDS_BEFORE = frozenset(
    "said says told wrote writes added asked of for by from with like against as".split()
)
# Words that open a clause or an adverbial beside a name and no noun phrase: "Lee, even as a candidate, …".
_NO_ROLE = frozenset(
    """who whose whom which that what where when while if but and or nor so yet as even though although
    because since in on at to for from with by of about after before during under over without despite like
    unlike not he she it they we i you""".split()
)
_EVER = re.compile(r"(?:wh\w+|how\w*|n|for)ever")
_NO_HEADS = frozenset(
    """number matter letter paper newspaper offer order river water winter summer quarter corner center centre
    computer power tower wonder answer danger border chapter factor sector motor harbor error terror floor
    door after over under other later never ever however whether either neither rather another together
    further remember consider for or nor former greater smaller bigger larger older younger higher lower
    longer shorter stronger weaker better faster slower earlier easier harder deeper wider cheaper fewer
    closer""".split()
)


def role_beside(text: str, name: Span) -> Span | None:
    """Return what stands beside a name and says who that is: a title before, an apposition after."""
    if in_a_heading(text, name[0]):
        return None
    beside = _apposition_after(text, name[1]) or _apposition_ahead(text, name[0])
    if beside or not (title := _title(text, name[0])):
        return beside
    return None if _is_attribute(text, name[1], office=text[title[0]].isupper()) else title


def _is_attribute(text: str, end: int, *, office: bool) -> bool:
    """Whether a name only tells of the noun after it: "veteran Lee haters", "senior Lee aide".

    After an office a word in "-ers" is a verb: "which Mayor Lee prefers".
    """
    found = _NEXT_WORD.match(text, end)
    is_somebody = is_person_noun if office else _is_head
    return found is not None and any(is_somebody(word) for word in (found[1], found[1].removesuffix("s")))


def _apposition_after(text: str, end: int) -> Span | None:
    found = _AFTER.match(text[end : end + 160])
    if not found or not _is_role(found.group(1)):
        return None
    return end + found.start(1), end + found.end(1)


def _apposition_ahead(text: str, start: int) -> Span | None:
    found = _AHEAD.search(text[max(0, start - 100) : start])
    if not found or not _is_role(found.group(1)):
        return None
    return start - 2 - len(found.group(1)), start - 2


def _title(text: str, start: int) -> Span | None:
    """Return the words right before a name, back to the article or the last that can be of a title."""
    before = _BEFORE.search(text[max(0, start - 90) : start])
    if not before:
        return None
    if office := _OFFICE_AND.search(text, max(0, start - 90), start):
        opens = re.match(r"The ", office[0])
        return office.start() + (opens.end() if opens else 0), start - 1
    offset = start - len(before.group())
    words = [(offset + m.start(), offset + m.end()) for m in re.finditer(r"\S+", before.group())]
    kept: list[Span] = []
    while words:
        if _of_a_title(text[slice(*words[-1])], bool(kept)):
            kept.insert(0, words.pop())
        elif kept and _is_joined(*(text[slice(*word)] for word in (*words[-2:], kept[0]))):
            kept[:0] = words[-2:]
            del words[-2:]
        else:
            break
    linked = False  # "a target of | former President Ann Lee" is another
    while kept and not _opens_a_title(text[slice(*kept[0])]):
        linked = text[slice(*kept.pop(0))] in ("of", "for")
    if len(kept) > 1 and noun(text[slice(*kept[-1])]) in _DEGREES:  # "Commissioner Dr. Ann Lee"
        kept.pop()
    # With "Mr." the name begins: of "a pollster for Mr. Lee" and "came in May. Mr. Lee" nothing is his title.
    if not kept or noun(text[slice(*kept[-1])]) in _COURTESY:
        return None
    if text[kept[0][0]].islower() and not linked:
        kept = _from_the_article(text, words) + kept
    for at in reversed(range(len(kept) - 1)):
        first, link, *rest = (text[slice(*word)] for word in kept[at:])
        # A secretary of state is somebody; the death of President Lee is not.
        cut = link == "of" and not (is_person_noun(noun(first)) or _is_of_a_body(first, rest))
        # "A spokesman for Gov. Ann Lee" is another.
        if cut or (link == "for" and rest[:1] and rest[0][0].isupper() and noun(rest[0]) in TITLES):
            kept = kept[at + 2 :]
            break
    if not kept or text[slice(*kept[-1])] in _NATIONS:  # "the commander of the US | Tide Corps"
        return None
    role = text[kept[0][0] : kept[-1][1]]
    *modifiers, head = (noun(word) for word in re.split(r"[\s-]+", role))
    if not _is_head(head) and not any(w in TITLES or is_person_noun(w) for w in (*modifiers, head)):
        return None
    if all(noun(word) in _COURTESY | _QUALIFIERS for word in role.split()):
        return None
    start = kept[0][0]
    while text[start] in "'‘“\"":
        start += 1
    return start, kept[-1][1]


def _from_the_article(text: str, words: list[Span]) -> list[Span]:
    """Return the words after the last article or other beginning: "the fish" seller; none if that is far."""
    for at in range(len(words) - 1, max(-1, len(words) - 4), -1):
        plain = text[slice(*words[at])].lower()
        if plain in _DETERMINERS or plain.endswith(("'s", "’s")):
            return words[at + 1 :]
        if plain in _STANDS_BEFORE or not plain[-1].isalnum():
            return words[at + 1 :]
        if plain.endswith((".", "ed", "ing", "ly")) or plain in AUXILIARIES | _NO_ROLE:
            return []
    # After a mark nothing stands but the title: "…,” public defender Ann Lee wrote".
    marked = bool(words) and text[: words[0][0]].rstrip().endswith((",", "”", '"', "''", ";", ":", "—", "("))
    return words if marked and len(words) <= 2 else []


def _of_a_title(word: str, within: bool) -> bool:
    """Whether a word before a name, or before later words of its title, can be of the title too."""
    word = _ONCE.sub("", word)
    if word.endswith(".") and not re.fullmatch(rf"(?:{_ABBREVIATED})\.", word):
        return within and bool(_INITIALS.fullmatch(word))
    if word.endswith(("'", "’", "”", '"', "'s", "’s")):
        return False
    return (
        word.lstrip("'‘“\"")[:1].isupper()
        or _is_head(noun(word))
        or noun(word) in TITLES
        or (within and word in _INNER)
    )


def _is_joined(*words: str) -> bool:
    """Whether an "and" joins the parts of one title: "President and CEO", "Health and Human Services"."""
    if len(words) < 3 or words[1] != "and":
        return False
    first, last = noun(words[0]), noun(words[2])
    return words[0] in _HALVES or (
        _is_office(first) and _is_office(last) and first not in _COURTESY | ALSO_NAMES
    )


def _is_office(word: str) -> bool:
    return word in TITLES or is_person_noun(word)


def _is_of_a_body(first: str, rest: Sequence[str]) -> bool:
    """Whether a title names a body with an "of" in its name: "University of Lowtown professor"."""
    is_body = first[0].isupper() and noun(first) in ORGANISATION_NOUNS | {"division"}
    return is_body and len(rest) > 1 and noun(rest[0]) not in TITLES


def _opens_a_title(word: str) -> bool:
    plain = word.lower()
    return plain not in _DETERMINERS | _INNER | AUXILIARIES and plain not in (
        "in", "as", "and", "but", "according", "on", "at", "when", "while", "if", "after", "with", "by", "to",
        "added", "own",
    )  # fmt: skip


def _is_role(words: str) -> bool:
    """Whether words are a noun phrase for a person, by its head and by having no verb."""
    if many := _ONE_OF.match(words):
        return many[1] in ("children", "members", "people") or is_person_noun(many[1].removesuffix("s"))
    cut = _CORE_END.search(words)
    core = re.split(r"[\s-]+", words[: cut.start()] if cut and cut.start() else words)
    first = core[0].lower()
    if first in _NO_ROLE or all(noun(word) in _COURTESY for word in core):
        return False
    if re.match(r"[RDI]-[A-Z]", words):
        return False  # "R-Lowtown"
    if any(word.lower() in _DETERMINERS for word in core[1:]):
        return False  # "the matter also gives a number"
    if first.endswith(("ed", "ing", "'re", "’re", "'m", "’m")) or any(noun(w) in AUXILIARIES for w in core):
        return False
    return _is_head(noun(core[-1])) or noun(core[-1]) in TITLES | {"member", "fellow", "deputy"}


def _is_head(word: str) -> bool:
    if is_person_noun(word):
        return True
    no_person = _NO_HEADS | DOCUMENT_NOUNS | ORGANISATION_NOUNS | PLACE_NOUNS
    return (
        len(word) > 4 and word.endswith(("er", "or")) and word not in no_person and not _EVER.fullmatch(word)
    )
