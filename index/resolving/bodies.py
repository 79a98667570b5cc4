"""Mentions that name an organisation: "the polling firm Acme", "Acme's parent company, Holm Group"."""

import re

from index.kinds import BRANDS, COMPANY_NOUNS, ORGANISATION_NOUNS, SEVERAL_COMPANIES
from index.lexicon import can_begin_a_name, is_person_noun
from index.naming.nobody import is_a_law, is_an_award
from index.naming.organisations import NO_BODIES, Organisation, named_in
from index.naming.personal import dotted, unowned
from index.resolving.scene import NAMED, NOBODY, Reading, Scene
from index.types import Span

_KINDS = ORGANISATION_NOUNS | COMPANY_NOUNS
# "The city's Bureau of Works"
_DETERMINED = re.compile(
    r"\W{0,2}(?:(?i:the|its|their|an?) |(?:[\w.]+ ){0,3}?[\w.]+['’]s? )?"
    r"(?:(?:then|official|parent|\w+-\w+) )?"
)
# "The polling firm Acme", "State news ISNA": what somebody calls an organisation right before its name.
_KIND_BEFORE = re.compile(
    r"(?:(?!for\b|from\b|of\b|with\b|at\b|by\b|to\b|in\b)[\w’'“”\"+/-]+ )*(?P<kind>[a-z-]+) "
)
# "The Acme charity"
_KIND_AFTER = re.compile(
    r"(?:['’]s(?: [A-Z][\w-]+){1,2})?"
    r" (?:charity|office|website|group|newspaper|magazine|agency|network|news site)"
)
# "The window maker Acme" is called Acme, and "The White House" White House.
_BARE = re.compile(
    r"^(?:(?i:the)\s|[A-Z][\w.]*['’]s\s(?=[a-z]))?(?:(?:[a-z][\w’'-]*\s)+(?=[A-Z]))?(?:\d{4}\s)?"
)
_OF_A_NAME = re.compile(
    r"(?: (?:of|for)(?: the)?(?: [A-Z][\w’'-]*(?![\w.]))+"
    r"(?:(?:(?<=ic|al|ve|an) and| &)(?: [A-Z][\w’'-]*)+)?)*"
)
# Those of an age, who speak with many voices; storms and days.
_VOICELESS = re.compile(r"(?i:the )?(?:Gen(?:eration)? [A-Z]|(?:Hurricane|Typhoon|Cyclone) \w+|.+ Day)")
_NO_ONE_BODY = frozenset("groups organizations organisations companies agencies firms unions".split())
_OUTLETS = frozenset("site website newspaper magazine blog podcast newsletter".split())
_INTRODUCED = re.compile(
    r"(?:(?!(?:for|from|of|with|at|by|to|in)\b)[\w’'-]+ ){1,6}?(?P<kind>[a-z]+) "
    r"(?:(?:called|named|known as) )?(?:[Tt]he )?"
    r"(?=(?P<name>[A-Z][\w’'&.-]*(?: (?:(?:of|for|and|the|&) )?[A-Z][\w’'&.-]*)*)[,\s]*\Z)"
)
_NAMED_AFTER = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|Another) )?(?!(?:The|An?|Another) )(?P<name>(?:[A-Z][\w.’'-]* (?:and|&) )?"
    r"(?:[A-Z][\w.’'-]* ){1,3}[A-Z][\w.’'-]*(?:, [JS]r\.)? "
    r"(?:(?:[A-Z][\w’'-]*|and|for) )*"
    r"(?:Institute|Foundation|Center|Centre|Library|Museum|Initiative|Project|Trust|Fund))"
    r"(?! (?:(?:for|of|on|and) (?:the )?)?[A-Z])"
)
_NO_PLURALS = frozenset("texas kansas arkansas illinois massachusetts".split())
_SOME = re.compile(r"(?i:(?:some|fewer|many|several|other|one|another)\b|an?\s)|both\b")
_OPENED_TITLE = re.compile(r"^.*[“\"](?:The )?(?=[A-Z][^“”\"]*$)")  # "Holm’s “The Tide Show"
# "Tide-Tass news agency", "United Boat Workers union"; but "the Holmish news agency" has no name
_KIND_AT_END = re.compile(
    r"(.*\b[A-Z][\w.’'-]*(?<!an)(?<!ish)(?<!ese)) (?:news agency|union|magazine|charity)"
)
# "National grocer Acme", "Holmish state energy giant Acme"
_CALLED_SO = re.compile(r"[A-Z][a-z]+ (?:[a-z-]+ ){0,3}?([a-z]+) (?=[A-Z])")
_ITS_WORK = re.compile(r"^([A-Z][^’']*)['’]s [a-z].*$")  # "Holm Street’s long-awaited Tide Plan"
_SUNDAY_PAPER = re.compile(r"(?:Sunday|Saturday) (?:Times|Telegraph|Mail|Express|Mirror|Post|Herald|World)")
_PEOPLE_THERE = re.compile(r" ([a-z]+)s (?:across|in|at|from|with|near|around)\b")
# "Ann Lee's reelection campaign"
_SOMEBODYS_CAMPAIGN = re.compile(r"^.*?([A-Z][\w’'-]*?)['’]s? (?:[\w-]+ )?campaign$")


def named_organisation(scene: Scene, mention: Span, core: str) -> Organisation | None:
    """Return the organisation whose name a mention is, with an article or what kind it is beside the name."""
    end = mention[1] + scene.text.startswith(".", mention[1])  # "the U.N | ." before "said"
    found = named_in(scene.organisations, (mention[0], end))
    if found is None:
        return None
    organisation, (start, end) = found
    kind = _KIND_BEFORE.fullmatch(scene.text, mention[0], start)
    if not (kind and kind["kind"] in _KINDS | SEVERAL_COMPANIES) and not _DETERMINED.fullmatch(
        scene.text, mention[0], start
    ):
        return None
    until = mention[0] + len(unowned(core))
    if start >= until:
        return None  # "members of Lowtown's GOP delegation" are not the GOP
    rest = scene.text[end:until]
    its_office = organisation.nouns and rest in ("'s office", "’s office")  # a sheriff's is another body
    whole = end >= until or its_office or _KIND_AFTER.fullmatch(rest)
    return organisation if whole else None


def apposed_organisation(scene: Scene, mention: Span, noun: str) -> Reading | None:
    """ "Acme's parent company, Holm Group,": the organisation that a comma sets beside what it is."""
    comma = scene.text.find(", ", *mention)
    if comma < 0 or noun not in _KINDS:
        return None
    found = named_in(scene.organisations, (comma, mention[1]))
    if found is None or found[1][0] != comma + 2 or scene.text[found[1][1] : mention[1]].strip(" ,"):
        return None
    return Reading(found[0].name, "organisation", confidence=NAMED)


def introduced(scene: Scene, mention: Span) -> str | None:
    """The name at the end of a mention, after what it is: "a group called Sea Watch", "the site Tidings"."""
    kind = _INTRODUCED.match(scene.text, *mention)
    if not kind or kind["kind"] not in _KINDS | _OUTLETS:
        return None
    found = named_in(scene.organisations, (kind.end(), mention[1]))
    known = found and found[1] == (kind.end(), kind.end() + len(kind["name"]))
    return found[0].name if found and known else kind["name"]


def named_after(words: str) -> str | None:
    """Return the institute that bears somebody's name: "the Ann Lee, Jr. Research and Training Institute"."""
    found = _NAMED_AFTER.match(words)
    return found["name"] if found else None


def _bare(name: str) -> str:
    """Return a name without its article and what it is called before: "the window maker Acme"."""
    kind = _KIND_BEFORE.match(name)
    if kind and kind["kind"] in _KINDS | SEVERAL_COMPANIES and name[kind.end() :][:1].isupper():
        name = name[kind.end() :]
    return _BARE.sub("", name, count=1)


def _further_name(words: str, core: str) -> str:
    """What belongs to a name after its first part: "Bank | of England", "Rescue | for the Holms"."""
    capital = core.split()[-1][0].isupper() and words.startswith(core)
    further = _OF_A_NAME.match(words, len(core)) if capital else None
    return further[0] if further else ""


def _is_a_kind(word: str) -> bool:
    """Whether a word says what somebody or a body is: "grocer", "giant", "agency"."""
    return word in _KINDS | {"giant"} or is_person_noun(word) or word.endswith("er")


def _is_none(name: str) -> bool:
    """Whether words are no name after all: "PM", "other members — Lowtown", "Local officials across Holm"."""
    people = _PEOPLE_THERE.search(name)
    return bool(name in NO_BODIES or re.search(r"\s[—–]\s", name) or (people and is_person_noun(people[1])))


def proper(words: str, core: str, noun: str) -> Reading:
    """A name that is no known person's: an organisation's, unless it only says "some" of them."""
    capital = core.split()[-1][:1].isupper() if core.split() else False
    mute = is_a_law(core) or is_an_award(core) or _VOICELESS.fullmatch(core) or core in NO_BODIES
    if mute or noun in _NO_ONE_BODY:
        return NOBODY  # "LGBTQ groups" are many
    is_state = noun in _NO_PLURALS and " " in core  # "Tide News Texas"
    plural = noun.endswith("s") and not is_person_noun(noun) and not is_state and noun not in BRANDS
    if noun in ORGANISATION_NOUNS or (capital and not plural):
        if re.search(r"[A-Z]", core) and not _SOME.match(core):
            name = dotted(unowned(_bare(core + _further_name(words, core))))
            name = _SOMEBODYS_CAMPAIGN.sub(r"\1 campaign", name)
            name = _OPENED_TITLE.sub("", name)
            name = kept[1] if (kept := _KIND_AT_END.fullmatch(name)) else name
            if (kind := _CALLED_SO.match(name)) and _is_a_kind(kind[1]):
                name = name[kind.end() :]
            name = name if noun in ORGANISATION_NOUNS else _ITS_WORK.sub(r"\1", name)
            begins = bool(name) and (can_begin_a_name(name.split()[0]) or _SUNDAY_PAPER.fullmatch(name))
            if begins and not _is_none(name):
                return Reading(name, "organisation", confidence=NAMED)
        return Reading(None, "organisation" if noun in ORGANISATION_NOUNS else "unnamed")
    return NOBODY
