"""A pasted claim, paragraph or draft → claims: who is said to have said which words. Pure.

Attribution in a sentence a person types is plainer than in an article, and the asked person's name
need not be complete, so patterns do; where they find nobody the claim names nobody.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.verdicts import Claim
from index.errors import UsageError
from index.layout import inner, paragraphs, quotations, sentences
from index.types import Span

LONGEST_PASTE = 1_000_000  # characters: some 150,000 words; more is a mistake, not a draft
LONGEST_CLAIM = 2_000  # characters of a claim without quote marks
SCARE_QUOTE = 3  # words; fewer in quote marks, by nobody, are a title or irony

_SAY = (
    r"(?:said|says?|saying|told|tells?|stated?|states|add(?:ed|s)|explain(?:ed|s)?|argue[ds]?"
    r"|insist(?:ed|s)?|warn(?:ed|s)?"
    r"|note[ds]?|wrote|writes?|repli(?:ed|es)|answer(?:ed|s)|ask(?:ed|s)?|call(?:ed|s)?"
    r"|declare[ds]?|announce[ds]?"
    r"|claim(?:ed|s)?|comment(?:ed|s)|conclude[ds]|confirm(?:ed|s)?|continue[ds]|recall(?:ed|s)"
    r"|remark(?:ed|s)"
    r"|respond(?:ed|s)|stress(?:ed|es)|emphasi[sz]e[ds]|suggest(?:ed|s)?|thinks?|thought"
    r"|believe[ds]?|tweet(?:ed|s)"
    r"|post(?:ed|s)|promise[ds]?|den(?:y|ied|ies)|admit(?:ted|s)?|acknowledge[ds]|observe[ds]|describe[ds]"
    r"|complain(?:ed|s)|joke[ds]|quip(?:ped|s)|predict(?:ed|s)?|express(?:ed|es)|concede[ds]|contend(?:ed|s)"
    r"|maintain(?:ed|s)|demand(?:ed|s)?|urge[ds]|vow(?:ed|s)?|repeat(?:ed|s)|reiterate[ds]|testif(?:ied|ies)"
    r"|recount(?:ed|s)|assert(?:ed|s)|affirm(?:ed|s)|counter(?:ed|s)|point(?:ed|s)? out"
    r"|shot back|put it|puts it|estimate[ds]?|reject(?:ed|s)?|dispute[ds]?|propose[ds]?|pledge[ds]?"
    r"|criticis?ze[ds]?|quoted as saying"
    r"|speaks? of|spoke of|fear(?:ed|s)|hope[ds]?|want(?:ed|s)?|tell)"
)
_CUE = re.compile(rf"(?<![\w-]){_SAY}\b")
_NAME = re.compile(
    r"[^\W\d_a-z][\w’'-]*\.?(?:\s+(?:(?:of|de|la|le|von|van|der|bin|al|the|for)\s+)*[^\W\d_a-z][\w’'-]*\.?)*"
)
_ROLE = re.compile(
    r"\b(?:the|a|an|its|his|her|their)\s+[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){0,4}$", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:he|she|they|it|him|her|who|this|that)$", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to (?P<who>[^,:]+)", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:also|later|then|once|really|actually|ever|has|have|had|is|was|were|did|does|would|just|even)\b"
)
_SIGNED = re.compile(r"\W*?(?:[—–―]|--|(?<=\s)-)\s*(?P<who>\w[^\n]{1,80}?)[\s.]*$")
_IN_BRACKETS = re.compile(r"\W{0,3}\((?P<who>[A-Z][^()\n]{1,80})\)")
_INVERTED = re.compile(rf"[\s,.]*(?:{_SAY})\s+(?P<who>[^.;:\n]+)")
_PLAIN = re.compile(rf"[\s,.]*(?P<who>[^,.;:\n]{{1,80}}(?:, [^.;:\n]{{1,80}}?,)?)\s+{_SAY}\b")
_LEADS_IN = frozenset(
    """in on at as but and when while after before for from by with so then also yet if to did does has is
    was""".split()
)
_ARTICLES = frozenset("the a an his her its their our my one another".split())
_FOLLOWS = frozenset(
    """of for in on at with from to who whose which after during about before by when while and as that
    not""".split()
)
_SOLE_SUBJECT = re.compile(
    r"(?P<who>(?:The|A|An)?\s*[\w’'.-]+(?:\s+[\w’'.-]+){0,4}?)\s+(?P<rest>(?:is|was|has|had|will"
    r"|would|wants?|opposes?|supports?|are|were|did|does)\b.+)",
    re.DOTALL,
)


def read_claim(text: str) -> list[Claim]:
    """Read a claim or a paragraph of them: each quotation, and without any what it says was said.

    Raises `UsageError` when the text claims nothing or is too long.
    """
    text = _sized(text, LONGEST_PASTE)
    if not any(character.isalnum() for character in text):
        raise UsageError(
            'There is nothing to check. Write a claim such as: Ann Lee said "the wall will hold".'
        )
    quoted = list(_quoted(text, scare=SCARE_QUOTE)) or list(_quoted(text, scare=0))
    return quoted or [_unquoted(_sized(text, LONGEST_CLAIM))]


def read_draft(text: str) -> list[Claim]:
    """Read every quotation of a draft, in order. Raises `UsageError` when it has none or is too long."""
    quoted = list(_quoted(_sized(text, LONGEST_PASTE), scare=SCARE_QUOTE))
    if not quoted:
        raise UsageError("There is no quotation in this text. Put the words to check in quote marks.")
    return quoted


def _sized(text: str, most: int) -> str:
    if len(text) > most:
        raise UsageError(
            f"A text to check may have {most:,} characters and this one has {len(text):,}. Check it in parts."
        )
    return text


def _quoted(text: str, *, scare: int) -> Iterator[Claim]:
    """Yield the quotations with who is given as saying them."""
    groups = quotations(text)
    places = list(paragraphs(text))
    last_named: str | None = None  # whom "he" and "she" mean
    speaker: str | None = None  # of the quotation before, in the same paragraph
    before_at = -1
    for group, following in zip(groups, [*groups[1:], ((len(text), len(text)),)]):
        start, end = group[0][0], group[-1][1]
        first, last = _around(places, start), _around(places, max(start, end - 1))
        if before_at < first[0]:  # a new paragraph
            before_at, speaker = first[0], None
        before = text[before_at:start]
        found = _speaker(before, text[end : max(end, min(following[0][0], last[1]))])
        if found and _PRONOUN.match(found):
            found = _last_name(before) or last_named
        speaker = found or speaker
        last_named = speaker or last_named
        before_at = end
        claim = _claim(text, group, first, speaker)
        if claim.quote and (speaker or len(claim.quote.split()) >= scare):
            yield claim


def _around(places: Sequence[Span], at: int) -> Span:
    """Return the paragraph that holds `at`."""
    return places[bisect_right(places, at, key=lambda place: place[0]) - 1]


def _last_name(before: str) -> str | None:
    """Return the last full name in the text before: whom a "she said" most likely means."""
    names = [name for name in _NAME.findall(before) if " " in name]
    return names[-1] if names else None


def _claim(text: str, group: tuple[Span, ...], place: Span, speaker: str | None) -> Claim:
    quote = "\n".join(text[slice(*inner(text, span))].strip() for span in group)
    start, end = group[0][0], group[-1][1]
    around = next(((s, e) for s, e in sentences(text, *place) if s <= start < e), place)
    return Claim(
        text=" ".join(text[min(around[0], start) : max(around[1], end)].split()),
        speaker=speaker,
        quote=quote,
        start=start,
        end=end,
    )


def _speaker(before: str, after: str) -> str | None:
    """Return who is given as the speaker of what stands between the two, as written there."""
    lead = next(reversed(list(sentences(before))), None)
    led = before[lead[0] :].strip() if lead and not re.search(r"[.!?]\W*$", before) else ""
    if led:
        return _from_before(led) or _from_after(after)
    return _from_after(after)


def _from_before(led: str) -> str | None:
    according = _ACCORDING.search(led)
    if according:
        return _person(according["who"])
    cues = list(_CUE.finditer(led))
    for cue in reversed(cues):
        who = _person(led[: cue.start()])
        if who:
            return who
    if led.endswith(":"):
        return _person(led[:-1])
    names = [
        match.group() for match in _NAME.finditer(led) if match.group().lower() not in _LEADS_IN | _ARTICLES
    ]
    return names[-1] if names and not cues else None


def _from_after(after: str) -> str | None:
    for pattern in (_SIGNED, _IN_BRACKETS):
        signed = pattern.match(after)
        if signed:
            return _person(signed["who"])
    according = re.match(r"[\s,.]*" + _ACCORDING.pattern, after, re.IGNORECASE)
    if according:
        return _person(according["who"])
    inverted = _INVERTED.match(after)
    if inverted:
        return _person(_inverted_subject(inverted["who"]))
    plain = _PLAIN.match(after)
    return _person(plain["who"]) if plain else None


def _inverted_subject(words: str) -> str:
    """Return who stands after a cue: of "his sister, Ann Lee, in a letter" the name."""
    first, _, rest = words.partition(",")
    return _name_alone(rest.strip() if first[:1].islower() and rest.strip()[:1].isupper() else first)


def _name_alone(words: str) -> str:
    """Cut "Ann Lee on Tuesday" after the name: what follows in lower case is no part of it."""
    found = re.match(rf"(?:the|a|an)?\s*(?:[a-z][\w’'-]*\s+){{0,3}}?{_NAME.pattern}", words)
    return (
        found.group() if found else re.split(r"\s(?:on|in|at|during|to|after|when|before|while)\s", words)[0]
    )


def _person(words: str) -> str | None:
    """Return the noun phrase that names the speaker in the words before a cue, or None.

    Of phrases parted by commas the last that is no apposition ("Ann Lee, the mayor, …") names them.
    """
    words = _ASIDE.sub(" ", words).strip(" \n\t,:—–-\"“”'’(")
    parts = [part.strip() for part in re.split(r"[,;—–(]", words) if part.strip()]
    for number in reversed(range(len(parts))):
        before = parts[number - 1] if number else ""
        if not before or before.split()[0].lower() in _LEADS_IN or not _is_apposition(parts[number]):
            return _head(parts[number])
    return None


def _is_apposition(part: str) -> bool:
    first = part.split(maxsplit=1)[0]
    return first[0].islower() or first.lower() in _ARTICLES or first.endswith(("'s", "’s"))


def _head(part: str) -> str | None:
    """Return the phrase without what it is introduced by ("In January the mayor") and what follows it."""
    tokens = part.split()
    if tokens[0].lower() in _LEADS_IN:
        role, names = _ROLE.search(part), _NAME.findall(part, len(tokens[0]))
        return role.group() if role else names[-1] if names else None
    until = next((i for i, token in enumerate(tokens) if i and token.lower() in _FOLLOWS), len(tokens))
    tokens = tokens[:until]
    if len(tokens) > 1 and tokens[0] == "It":  # It was Ann Lee who said …
        tokens = tokens[1:]
    capitals = [i for i, token in enumerate(tokens) if token[0].isupper() and token.lower() not in _ARTICLES]
    if capitals and (capitals[-1] or len(tokens) == 1):
        return " ".join(tokens[: capitals[-1] + 1])
    if capitals or tokens[0].lower() in _ARTICLES or _PRONOUN.fullmatch(part):
        return " ".join(tokens[:5])
    return None


def _unquoted(text: str) -> Claim:
    """Read a claim without quote marks: `X said that …`, `X is for …`."""
    line = " ".join(text.split())
    claim = Claim(text=line, speaker=None, quote=None, said=line, end=len(text))
    for cue in _CUE.finditer(line):
        who = _person(line[: cue.start()])
        rest = re.sub(r"^\s*(?:that\s+|to\s+)?", "", line[cue.end() :]).rstrip(" ?")
        if who and rest:
            return replace(claim, speaker=who, said=rest, cue=cue.group())
    according = _ACCORDING.search(line)
    if according:
        rest = (line[: according.start()] + line[according.end() :]).strip(" ,")
        return replace(claim, speaker=_person(according["who"]), said=rest)
    sole = _SOLE_SUBJECT.match(line)
    return replace(claim, speaker=sole["who"].strip(), said=sole["rest"]) if sole else claim
