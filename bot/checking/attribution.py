"""Who is given as the speaker in the words before and after a quotation that somebody typed. Pure.

Attribution in a sentence a person types is plainer than in an article, and the asked person's name
need not be complete, so patterns do; where they find nobody the claim names nobody.
"""

import re
from collections.abc import Sequence

from bot.checking.saying import CUE, SAY
from index.kinds import ORGANISATION_NOUNS
from index.layout import sentences
from index.lexicon import is_person_noun, means_people
from index.naming.personal import unowned

# A full stop ends a sentence unless it stands behind an initial or a title.
_PART = (
    r"(?:(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Hon|St|Jr|Sr)\.|(?:[^\W\d_a-z]\.)+"
    r"|[^\W\d_a-z][\w’'-]*)"
)
NAME = re.compile(rf"{_PART}(?:\s+(?:(?:of|de|la|le|von|van|der|bin|al|the|for)\s+)*{_PART})*")
_ROLE = re.compile(r"\b(?i:the|a|an|its|his|her|their)\s+[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){0,4}$")
PRONOUN = re.compile(r"(?-i:(?!WHO))(?:he|she|they|it|him|her|who|this|that)$", re.IGNORECASE)
ACCORDING = re.compile(r"\baccording to (?P<who>[^,:]+)", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:also|later|then|once|really|actually|ever|has|have|had|is|was|were|did|does|would|just|even"
    r"|(?!family|assembly|ally|bully)[a-z]{3,}ly)\b"
)
_NO_VERB = re.compile(r"\b(?:the|an?|his|her|its|their|our|my)\s+$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+)?$")
# "…" — Ann Lee, mayor: on the same line or, with a capital, on the next one.
_DASH = r"(?:[—–―~|]|--|(?<=\s)-)"
_SIGNED = re.compile(
    rf"(?:[^\w\n]*?{_DASH}\s*(?P<who>[^\W\d_][^\n]{{1,80}}?)"
    rf"|\W*?\n[^\w\n]*?{_DASH}\s*(?P<below>(?:[Tt]he )?[^\W\d_a-z][^\n]{{1,80}}?))[\s.|]*(?:\n|$)"
)
_BEHIND = r"[\s,.—–-]*"
_IN_BRACKETS = re.compile(r"\W{0,3}\((?P<who>[A-Z][^()\n]{1,80})\)")
_INVERTED = re.compile(rf"{_BEHIND}(?:{SAY})\s+(?P<who>[^.;:\n]+)")
_PLAIN = re.compile(
    rf"{_BEHIND}(?:as\s+)?(?P<who>[^\s,.;:][^,.;:\n]{{0,79}}(?:, [^.;:\n]{{1,80}}?,)?)\s+{SAY}\b"
)
_OPENING = re.compile(rf"^\W*(?:{SAY})\s+(?=[\w\s.’'-]+,)")  # … said Ann Lee, who added that
_WORDS_OF = re.compile(rf"{_BEHIND}(?:were|are|was|is) (?:in )?the words? of (?P<who>{NAME.pattern})")
_QUOTED = re.compile(
    rf"\bquot(?:ed|es|ing) (?P<who>{NAME.pattern}) as (?:saying|writing|telling|having said)\b"
)
# Ann Lee: wall “will stand”, as headlines have it.
_HEADLINE = re.compile(r"(?P<who>[^:]{2,40}):\s+\S")
_UTTERANCE = re.compile(
    rf"(?P<who>{NAME.pattern}?)['’]s?\s(?:[\w-]+\s){{0,2}}(?:words?|verdict|message|answer|reply|response|comments?"
    r"|view|take|reaction|warning|statement|tweet|post|line|point|conclusion|explanation|advice|remarks?|promise)\b"
)
# Reuters reported that | Ann Lee | said “…”: she said it, and Reuters is whoever reports it.
RELAYED = re.compile(
    rf"(?P<whole>(?P<outer>.*\S)\s(?P<cue>{CUE.pattern})\s(?:that\s)?)(?P<who>(?:[Tt]he\s(?:[a-z][\w’'-]*\s){{0,2}})?"
    rf"{NAME.pattern})(?:,[^,]{{1,60}},)?\s(?:(?:has|have|had|also|later)\s)*$"
)
_LONGEST_ROLE = 3  # words behind the name of a body: deputy press secretary
_LONGEST_LEAD = 6  # words before a quotation that are a name and what it is called: the fish seller Ann Lee
LEAD = 1_000  # characters of a sentence in front of a quotation that are read
# What stands in front of a quotation and names nobody.
_LABELS = frozenset(
    """breaking update updated exclusive watch video live new rt via icymi opinion analysis quote quotes read
    just""".split()
)
LEADS_IN = frozenset(
    """in on at as but and when while after before for from by with so then also yet if to did does has is
    was how what meanwhile however moreover instead earlier later today yesterday still nevertheless
    finally again afterwards separately similarly""".split()
)
_ARTICLES = frozenset("the a an his her its their our my one another".split())
_FOLLOWS = frozenset(
    """of for in on at with from to who whose which after during about before by when while and as that
    not""".split()
)


def speaker(before: str, after: str, *, quoted: str = "", below: str = "") -> str | None:
    """Return who is given as the speaker of what is `quoted` between the two, as written there.

    `below` is the line under the quotation, where a signature may stand. A verb of saying in front comes
    first, then a signature, then a verb behind that a comma joins to the quotation; a name that merely
    stands in front comes last.
    """
    lead = next(reversed(list(sentences(before))), None)
    led = before[lead[0] :].strip()[-LEAD:] if lead and not re.search(r"[.!?]\W*$", before) else ""
    found = _before_cue(led) or _signature(after) or _signature(below)
    if not found and is_joined(quoted, after):
        found = _behind(after)
        if not found and _INVERTED.match(after):
            return None  # “…,” says fish seller: whoever that is, nobody who stands in front
    is_over = led and re.match(r"\s*[.!?]", after)  # It came “twice a day”. Renn said …
    return found or _in_front(led) or (None if is_over else _behind(after))


def is_pronoun(words: str) -> bool:
    """Whether what was read as a speaker begins with a pronoun: "She'd look", "we"."""
    return bool(re.match(r"(?:i|you|he|she|it|we|they|who|this|that)\b", words, re.IGNORECASE))


def is_joined(quoted: str, after: str) -> bool:
    """Whether a comma joins a quotation to what stands behind it."""
    return quoted.rstrip().endswith(",") or after.lstrip().startswith(",")


def unnamed(before: str, after: str, *, joined: bool, below: str = "") -> str | None:
    """Return the words that stand where a speaker should, although no name can be read in them, as
    people type: zakharova said “…”. Whether they are somebody, the register knows.

    What stands behind a quotation that is not `joined` to it may go on about something else.
    """
    led = re.split(r"[.!?]\W*\s", before)[-1].strip()[-LEAD:]
    if according := ACCORDING.search(led):
        return _small(according["who"])
    cues = [*CUE.finditer(led)]
    if cues or (led.endswith(":") and not _is_label(led)):
        return _small(led[: cues[-1].start()] if cues else led)
    according = re.match(_BEHIND + ACCORDING.pattern, after, re.IGNORECASE)
    signed = _SIGNED.match(after) or _SIGNED.match(below)
    beside = according or _INVERTED.match(after) or (joined and _PLAIN.match(after)) or signed
    who = beside["who"] if beside else None
    return _small(who) if who and not CUE.search(who) else None


def _small(words: str) -> str | None:
    """Return the lower-case words of a phrase beside a cue, but for what opens and what follows them."""
    words = _ASIDE.sub(" ", re.sub(r"^\W*[Ii]t (?:was|is) ", "", words))  # it was zakharova who said …
    parts = [part.split() for part in re.split(r"[,;:—–(]", words)]
    parts = [part for part in parts if part and part[0].lower() not in _ARTICLES]
    tokens = parts[-1] if parts else []
    while tokens and tokens[0].lower() in LEADS_IN:
        tokens = tokens[1:]
    ends = (i for i, token in enumerate(tokens) if token.lower() in _FOLLOWS or CUE.fullmatch(token))
    found = [token.strip("“”\"'’.") for token in tokens[: next(ends, len(tokens))][:5]]
    is_small = " ".join(found).islower() and not any(map(PRONOUN.match, (found[0], found[-1])))
    return " ".join(found) if is_small else None


def subject(sentence: str) -> str | None:
    """Return whom a sentence without a quotation gives as saying something, by name."""
    found = _before_cue(sentence)
    return found if found and found[0].isupper() and not PRONOUN.match(found) else None


def _before_cue(led: str) -> str | None:
    """Return the subject of a verb of saying in front: Ann Lee told the council that “…”."""
    if according := ACCORDING.search(led):
        return person(according["who"])
    if named := _QUOTED.search(led) or _UTTERANCE.match(led):
        return person(named["who"])
    in_front = ((_told(led[: cue.start()]), cue.group()) for cue in reversed(list(CUE.finditer(led))))
    found = (person(_OPENING.sub("", words)) for words, cue in in_front if not names_no_speaker(words, cue))
    return next((who for who in found if who), None)


def _told(words: str) -> str:
    """Return the words before a cue without the report they stand in: Reuters reported that | Ann Lee."""
    relayed = RELAYED.fullmatch(words)
    return relayed["who"] if relayed else words


def names_no_speaker(words: str, cue: str) -> bool:
    """Whether the words before a cue are no subject of it: the hope for peace; Ann Lee was told that …"""
    if _NO_VERB.search(words):
        return True
    return not cue.endswith("ing") and bool(_PASSIVE.search(words))


def _in_front(led: str) -> str | None:
    """Return the name that a colon or nothing at all parts from the quotation."""
    if led.endswith(":"):
        who = person(led[:-1])
        return who if who and not _is_label(who) else None
    headline = _HEADLINE.match(led)
    if headline and NAME.fullmatch(headline["who"]) and not _is_label(headline["who"]):
        return headline["who"]
    if CUE.search(led):
        return None
    names = [name for name in NAME.findall(led) if name.lower() not in LEADS_IN | _ARTICLES]
    names = [name for name in names if not _is_label(name)]
    if not names or not led.rstrip(" ,(–—-").endswith(names[-1]) or len(led.split()) > _LONGEST_LEAD:
        return None  # targets for the climate will “top the agenda”: a name in a sentence, and no speaker
    return unowned(names[-1])


def _is_label(words: str) -> bool:
    return words.split()[0].lower().strip(".,:") in _LABELS


def _signature(after: str) -> str | None:
    """Return who signs a quotation: “…” — Ann Lee, mayor of Hill, or “…” (Ann Lee)."""
    signed = _SIGNED.match(after)
    if signed:
        who = signed["who"] or signed["below"]
        return None if who.rstrip().endswith(":") or CUE.search(who) else person(_inverted_subject(who))
    bracketed = _IN_BRACKETS.match(after)
    return person(bracketed["who"]) if bracketed else None


def _behind(after: str) -> str | None:
    according = re.match(_BEHIND + ACCORDING.pattern, after, re.IGNORECASE)
    if according:
        return person(according["who"])
    inverted = _INVERTED.match(after)
    if inverted:
        return person(_inverted_subject(inverted["who"])) or _bare_role(inverted["who"])
    if words_of := _WORDS_OF.match(after):
        return words_of["who"]
    plain = _PLAIN.match(after)
    return person(plain["who"]) if plain and plain["who"].split()[0].lower() not in LEADS_IN else None


def _bare_role(words: str) -> str | None:
    """Return a role without its article, as headlines have it: says fish seller."""
    run = words.split()[:4]
    ends = next((n for n, word in enumerate(run, 1) if is_person_noun(word.strip(",.").lower())), 0)
    return " ".join(run[:ends]).strip(",.") or None


def without_opener(name: str) -> str:
    """Return a name without the word that opens its sentence: "But Ann Lee" is Ann Lee."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in LEADS_IN | _ARTICLES else name


def _inverted_subject(words: str) -> str:
    """Return who stands after a cue: of "his sister, Ann Lee, in a letter" the name."""
    first, _, rest = words.partition(",")
    return _name_alone(rest.strip() if first[:1].islower() and rest.strip()[:1].isupper() else first)


def _name_alone(words: str) -> str:
    """Cut "Ann Lee on Tuesday" after the name: what follows in lower case is no part of it."""
    found = re.match(rf"(?:the|a|an)?\s*(?:[a-z][\w’'-]*\s+){{0,3}}?{NAME.pattern}", words)
    if found and (owned := re.match(r"\s(?:[a-z][\w’'-]*\s?){1,3}", words[found.end() :])):
        office = _bare_role(owned.group()) if found.group().endswith(("'s", "’s")) else None
        return f"{found.group()} {office}" if office else found.group()
    return (
        found.group() if found else re.split(r"\s(?:on|in|at|during|to|after|when|before|while)\s", words)[0]
    )


def person(words: str) -> str | None:
    """Return the noun phrase that names the speaker in the words before a cue, or None.

    Of phrases parted by commas the last that is no apposition ("Ann Lee, the mayor, …") names them.
    """
    words = _ASIDE.sub(" ", words).strip(" \n\t,:—–-\"“”'’(")
    parts = [part.strip() for part in re.split(r"[,;—–(]", words)]
    parts = [part for part in parts if part and not part[0].isdigit()]  # an age, a date
    for number in reversed(range(len(parts))):
        before = parts[number - 1] if number else ""
        if not before or before.split()[0].lower() in LEADS_IN or not _is_apposition(parts[number]):
            return _head(parts[number])
    return None


def _is_of_a_body(behind: Sequence[str]) -> bool:
    """Whether the words behind a name make it somebody else: the Hill Council | press secretary."""
    noun = behind[-1].lower() if 0 < len(behind) <= _LONGEST_ROLE else ""
    is_bare = _ARTICLES.isdisjoint(word.lower() for word in behind)  # not: Lee the baker
    return is_bare and not noun.startswith("spokes") and are_people(noun)  # a spokesman speaks for it


def are_people(noun: str) -> bool:
    """Whether a noun, in lower case, means people or a body: mayor, officials, office."""
    return means_people(noun) or noun in ORGANISATION_NOUNS


def _is_apposition(part: str) -> bool:
    first = part.split(maxsplit=1)[0]
    return first[0].islower() or first.lower() in _ARTICLES or first.endswith(("'s", "’s"))


def _head(part: str) -> str | None:
    """Return the phrase without what it is introduced by ("In January the mayor") and what follows it."""
    tokens = part.split()
    if tokens[0].lower() in LEADS_IN:
        role, names = _ROLE.search(part), NAME.findall(part, len(tokens[0]))
        return role.group() if role else names[-1] if names else None
    ends = (i for i, token in enumerate(tokens) if i and (token in _FOLLOWS or CUE.fullmatch(token)))
    until = next(ends, len(tokens))
    tokens = tokens[:until]
    if len(tokens) > 1 and tokens[0] == "It":  # It was Ann Lee who said …
        tokens = tokens[1:]
    capitals = [i for i, token in enumerate(tokens) if token[0].isupper() and token.lower() not in _ARTICLES]
    if capitals and _is_of_a_body(tokens[capitals[-1] + 1 :]):
        return " ".join(tokens)
    if is_person_noun(tokens[-1].lower()) and re.search(r"['’]s? ", part):
        return " ".join(tokens)  # Hill County's mayor
    if capitals and (capitals[-1] or len(tokens) == 1):
        return " ".join(tokens[: capitals[-1] + 1])
    if capitals or tokens[0].lower() in _ARTICLES or PRONOUN.fullmatch(part):
        return " ".join(tokens[:5])
    return None
