"""Whose words a document's are: "Acme's report", "a poll by Acme", "the statement" in which Lee spoke."""

import re

from index.kinds import COMPANY_NOUNS, DOCUMENT_NOUNS, ORGANISATION_NOUNS, PLATFORMS
from index.lexicon import WEEKDAY, is_person_noun
from index.naming.organisations import Organisation, named_in
from index.naming.personal import surname
from index.naming.shortened import initials, initials_as_written
from index.resolving.institutions import called, kind_of_organisation, meant_by, owner_of_its
from index.resolving.scene import NEAREST, ONE_CANDIDATE, Memory, Reading, Scene
from index.types import Link, Span

ISSUED_SINCE = 4  # sentences back to who spoke "in a statement"
LEAD = 80  # characters before a name that can say what it issued
RECALL = 20  # sentences back to where "the report" was last spoken of
RECALL_OF_ANOTHER = 8  # and "the paper" or "the order", of which there may be others
_NAMED_BY = re.compile(r"\s(?:by|from)\s(?:[a-z’'-]+\s){0,6}(?=[A-Z])")  # "by the polling firm Acme"
_PRINTED_IN = re.compile(r"\sin\s(?:[Tt]he\s)?(?=[A-Z])")  # "an article in the Holm Gazette"
_PRINTED = frozenset("article story editorial column essay".split())
# "Election Commission filings" are filed with it; "the commission's filings" are its own.
_FILED = frozenset(
    "filing filings record records documents emails files lawsuit suit complaint petition".split()
)
# With no further name these speak.
_SPEAK = frozenset("congress senate house parliament kremlin pentagon nato un eu".split())
_LAWS = frozenset("act bill law treaty constitution amendment plan".split())
_HANDLED = r"\b(?:obtained|seen|reviewed|viewed|leaked|received|shared|posted)\s"
_MERELY_HANDLED = re.compile(_HANDLED + "*$")
_BARE = re.compile(
    rf"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|{WEEKDAY}['’]s) (?P<told>(?:[a-z\d-]+ ){{0,2}})(?P<noun>[\w-]+)"
)
# What says no more of a report than that it is that one; "the police report" is another.
_SAYS_NO_MORE = re.compile(r"same|new|latest|full|final|scathing|lengthy|detailed|[\d,]+-page|(?:19|20)\d\d")
# "The company's website", "a university statement", "the weather service forecast"
_OWNER = re.compile(
    r"(?:[Tt]he|[Tt]his|[Aa]n?) (?P<owner>[a-z]+(?: [a-z]+)?)(?P<owns>['’]s)? (?:[\w-]+ ){0,3}?[\w-]+$"
)
_OF_ANOTHER = re.compile(r"(?P<whole>[Tt]he (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+))['’]s ")
_NAMESAKE = re.compile(
    r"(?:[Tt]he|[Tt]his|[Tt]hat) ([A-Z][\w’'-]+) ([a-z]+)"
)  # "the Pew survey" of Pew Research
_ITS = re.compile(r"(?:[Ii]ts|[Tt]heir)\s")
_OWN_NOUN = re.compile(r"(?P<owns>['’]s?)?(?:\s[\w’'-]+){0,4}")  # "Acme('s yearly sales report)"
# "A NEWS TODAY analysis", "previous NTS reporting": nothing else is written so.
_CAPITAL_NAME = re.compile(r"(?:(?:[a-z]+|A|An|The) )*([A-Z]{2,}(?: [A-Z]{2,})*)(?: [a-z-]+){1,3}")
# What comes "from" those who say it; a report from Lowtown may be about the town.
_ISSUED = frozenset("statement release announcement notice advisory".split())
_WRITTEN = frozenset("letter tweet post memo email message column editorial speech".split())
_WORKS = frozenset(
    """report study book memoir autobiography article essay analysis review evaluation assessment estimate
    presentation testimony""".split()
)
_OWN_WORK = re.compile(rf"['’]s? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(_ISSUED | _WRITTEN | _WORKS))})\b")
_TEAM = re.compile(r" (?:campaign|administration|foundation|team)\b")
_BY_A_KIND = re.compile(
    r"\s(?:by|from)\s(the (?:[a-z-]+ ){0,2}?[a-z]+)(?: that| which)?\W*$"
)  # "a tweet from the zoo"
# "Treasurer (Ann Lee)", "Acme press secretary (Ann Lee)"
_TITLES = re.compile(
    r"(?:[A-Z][\w.’'-]* ){0,4}|(?:(?!(?:to|of|for|and|about|on)\b)[\w.’'-]+ ){1,5}(?P<office>[a-z]+) "
)
_CAPITALS = re.compile(r"[A-Z][\w’'-]+(?: (?:of|for|and|the|&)| [A-Z][\w’'-]+)* [A-Z][\w’'-]+")
_GOES_ON = re.compile(r" [A-Z]")  # "House Democrats" are not the House
_IN_A = r"\b(?:[Ii]n|released|published|issued|posted|provided) (?:an?|its|his|her|their|the|one) "
_IN_A += r"(?:[\w-]+ ){0,2}"
# "Acme has published a yearly report", "a report from researchers at Acme"
_ISSUES = (
    r"(?: (?:has|have|had|also|just|recently|last \w+|on \w+day))*"
    r" (?:published|releas(?:ed|es)|issued|conducted|commissioned)"
    r" (?:an?|its|the|this|their|one) (?:[\w’'-]+ ){0,4}?"
)
_ISSUED_BY = (
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his) (?:[\w’'-]+ ){{0,3}}?{} "
    rf"(?:(?!{_HANDLED})[a-z-]+ ){{{{0,2}}}}(?:by|from) (?:[a-z-]+ ){{{{0,3}}}}$"
)
_STUDIES = frozenset("audit survey poll study investigation probe analysis findings data ad video".split())
_ALSO_CALLED = {
    "report": ("audit", "review", "study", "analysis", "investigation"),
    "survey": ("poll", "study"),
    "poll": ("survey",),
}
_VERBS = {"tweet": "tweeted", "post": "posted", "email": "emailed", "announcement": "announced"}
_ANY = r"\b(?:[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[\w-]+ ){{0,3}}{}\b"
_TELLING = _STUDIES | _ISSUED | _WRITTEN | _WORKS  # of orders, bills and plans an article has several
UNSIGNED = Reading(None, "document")


def document(scene: Scene, mention: Span, memory: Memory, core: str) -> Reading:
    """Read a mention whose noun phrase, `core`, is a document's: who issued it, or nobody."""
    part = _OF_ANOTHER.match(core)
    if part and part["noun"] in DOCUMENT_NOUNS:  # "the study's estimate" is the study's
        return document(scene, (mention[0], mention[0] + part.end("whole")), memory, part["whole"])
    noun = core.split()[-1].lower()
    if noun in _ISSUED | _WRITTEN | _WORKS and (author := _author(scene, mention)):
        reading = author
    elif _ITS.match(core) and (found := owner_of_its(scene, mention, memory)):
        reading = found
    elif _ITS.match(core) and not _BARE.fullmatch(core):
        reading = UNSIGNED  # "its Tide Report", of we know not what, is not the Tide's
    elif owner := _owner(scene, mention, memory, core):
        reading = _in_short(memory, noun, owner[0]) or meant_by(core, *owner, ONE_CANDIDATE)
    elif bare := _BARE.fullmatch(core):
        reading = (
            _recalled(scene, mention, memory, noun, further := _further(bare["told"]))
            or _introduced(scene, mention, noun, further)
            or (UNSIGNED if further else kind_of_organisation(scene, mention, memory, core))
        )
    elif namesake := _namesake(core, memory):
        reading = namesake
    else:
        reading = UNSIGNED
    if reading.speaker is None:
        reading = UNSIGNED
    if reading.speaker or not _BARE.fullmatch(core):  # "the report", of nobody we know, is no other one
        memory.documents[noun] = (mention, reading)
    return reading


def _author(scene: Scene, mention: Span) -> Reading | None:
    """Who wrote "a statement from Treasurer Ann Lee", "Lee's report": her words, where a poll's are not."""
    for place, writer in scene.named(*mention)[:1]:
        if place[0] == mention[0] and _OWN_WORK.match(scene.text, place[1], mention[1]):
            return Reading(writer.name, "person", scene.in_full(place, writer), ONE_CANDIDATE)
    by = _made_by(_NAMED_BY, scene.text, mention)
    if not by:
        return None
    named = [(p, _TITLES.fullmatch(scene.text, by.end(), p[0][0])) for p in scene.named(by.end(), mention[1])]
    offices = [
        place for place, found in named if found and found["office"] and is_person_noun(found["office"])
    ]
    titled = offices or [place for place, found in named[:1] if found and not found["office"]]
    if not titled:
        return None
    span, person = titled[0]
    if team := _TEAM.match(scene.text, span[1]):  # "from the Lee campaign"
        return Reading(f"{surname(person.name)}{team[0]}", "organisation", confidence=ONE_CANDIDATE)
    if scene.text[span[1] : span[1] + 1] in ("'", "’"):  # "from Lee's office"
        return None
    return Reading(person.name, "person", (Link(span, f"by {person.name}"),), ONE_CANDIDATE)


def _owner(scene: Scene, mention: Span, memory: Memory, core: str) -> tuple[Organisation, Span] | None:
    """Return the organisation that a mention of a document names as its own, or as who made it."""
    text, end, noun = scene.text, mention[0] + len(core), core.split()[-1].lower()
    named = named_in(scene.organisations, (mention[0], end))
    if named and core[-len(noun) :][0].isupper() and (author := _issuer(scene, mention, noun)):
        return author  # "an Accident Investigation Report from the Acme Board"
    own = _OWN_NOUN.fullmatch(text, named[1][1], end) if named and _issues(named[0]) else None
    if own and (own["owns"] or not own[0] or noun not in _FILED):
        return named
    if named is None and noun not in _FILED and (run := _CAPITAL_NAME.fullmatch(text, mention[0], end)):
        return Organisation(run[1], (run.span(1),), frozenset()), run.span(1)
    if (owner := _kind_of_owner(core, noun)) and (found := called(scene, mention[0], memory, owner)):
        return found[:2]
    if kind := _made_by(_BY_A_KIND, text, mention):
        found = called(scene, mention[0], memory, kind[1])
        return found[:2] if found else None
    return _issuer(scene, mention, noun)


def _issuer(scene: Scene, mention: Span, noun: str) -> tuple[Organisation, Span] | None:
    """Return the organisation that a document is by or from, or that it is printed in."""
    text = scene.text
    by = _made_by(_NAMED_BY, text, mention)
    by = by or (_PRINTED_IN.search(text, *mention) if noun in _PRINTED else None)
    if not by:
        return None
    named = named_in(scene.organisations, (by.end(), mention[1]))
    if named and named[1][0] == by.end() and _issues(named[0]) and not _GOES_ON.match(text, named[1][1]):
        return named
    run = _CAPITALS.fullmatch(text, by.end(), mention[1]) if noun in _ISSUED | _PRINTED else None
    if run and not scene.named(*run.span()):
        return Organisation(run[0], (run.span(),), frozenset()), run.span()
    return None


def _kind_of_owner(core: str, noun: str) -> str | None:
    """Return "the university" of "a university statement", "the company" of "the company's yearly report".

    "A university study" may be any university's; what is filed, as "a court filing", is another's.
    """
    owner = _OWNER.fullmatch(core)
    if not owner or noun in _FILED:
        return None
    definite = core[:1] not in "Aa" or noun in _ISSUED | _WRITTEN
    is_kind = owner["owner"].split()[-1] in COMPANY_NOUNS | ORGANISATION_NOUNS
    return f"the {owner['owner']}" if definite and (owner["owns"] or is_kind) else None


def _namesake(core: str, memory: Memory) -> Reading | None:
    """Whose "the Acme survey" is: of Acme Research, whose survey was spoken of before; so with initials."""
    named = _NAMESAKE.fullmatch(core)
    known = _known(memory, named[2]) if named else None
    if not named or not known:
        return None
    reading = known[1]
    speaker = reading.speaker or " "
    same = named[1] in (speaker.partition(" ")[0], initials(speaker), initials_as_written(speaker))
    return Reading(reading.speaker, reading.kind, reading.chain, ONE_CANDIDATE) if same else None


def _in_short(memory: Memory, noun: str, owner: Organisation) -> Reading | None:
    """Whose "House report" is, over a column: of the House Ethics Committee, whose report was spoken of."""
    known = _known(memory, noun)
    if known is None or known[1].speaker is None or not _words(owner.name) < _words(known[1].speaker):
        return None
    return known[1]


def _made_by(by: re.Pattern[str], text: str, mention: Span) -> re.Match[str] | None:
    """Return where a mention says whose a document is: not "obtained by", which only tells who has it."""
    found = by.search(text, *mention)
    return found if found and not _MERELY_HANDLED.search(text, mention[0], found.start()) else None


def _issues(organisation: Organisation) -> bool:
    """Whether a name is of somebody who can issue a document: no "the Party", no law, no place to post it."""
    *_, last = words = organisation.name.lower().split()
    alone = len(words) == 1 and last in ORGANISATION_NOUNS - _SPEAK
    return not alone and last not in _LAWS and organisation.name.lower() not in PLATFORMS


def _further(told: str) -> set[str]:
    """Return what tells one document from others: "accident" of "the accident report"."""
    return {word for word in told.lower().split() if not _SAYS_NO_MORE.fullmatch(word)}


def _recalled(scene: Scene, mention: Span, memory: Memory, noun: str, further: set[str]) -> Reading | None:
    """Whose "the report" is: of who spoke in a report last, or whose it was when last spoken of.

    "The accident report" is one that was called so; "the report" may be an audit, where none was a report.
    """
    last, reading = _known(memory, noun) or ((-1, -1), None)
    recent = scene.sentences[max(0, scene.sentence(mention[0]) - ISSUED_SINCE)][0]
    issued = re.compile(_IN_A + re.escape(noun) + r"\b")
    verb = _VERBS.get(noun, rf"wrote in (?:an?|the|his|her|its|their) (?:[\w-]+ ){{0,2}}{re.escape(noun)}")
    wrote = re.compile(rf"\s(?:(?:later|also|then|had|has)\s)*{verb}\b")
    for span, by in () if further else reversed(memory.named):
        if span[0] < max(recent, last[0]):
            break
        until = scene.sentences[scene.sentence(span[1])][1]
        opening = scene.sentences[scene.sentence(span[0])][0]
        fronted = issued.match(scene.text, opening, span[0])  # "In a post on Monday, Acme said"
        later = issued.search(scene.text, span[1], until)
        if later and not fronted and (giver := scene.named(span[1], later.start())):
            place, person = giver[-1]  # "the Gazette said that Lee issued a statement"
            return Reading(person.name, "person", scene.in_full(place, person), NEAREST)
        if fronted or later or wrote.match(scene.text, span[1], until):
            why = Link(span, f"{scene.text[slice(*mention)].strip()} ← {by.speaker}, in a {noun}")
            return Reading(by.speaker, by.kind, (why,), NEAREST)
        if noun not in _TELLING and re.search(_ANY.format(re.escape(noun)), scene.text[opening:until]):
            return None  # "she promised an order": which is not said to be the one before
    if reading is None or reading.speaker is None:
        return None
    if not further <= _words(scene.text[slice(*last)]) | _words(reading.speaker):
        return None  # "the ethics report" of the Ethics Board, and no "police report"
    far = RECALL if noun in _TELLING else RECALL_OF_ANOTHER
    start = scene.sentences[max(0, scene.sentence(mention[0]) - far)][0]
    return Reading(reading.speaker, reading.kind, reading.chain, NEAREST) if last[0] >= start else None


def _known(memory: Memory, noun: str) -> tuple[Span, Reading] | None:
    """Return the last document that is called so, else one that may be called so."""
    names = (noun, *_ALSO_CALLED.get(noun, ()))
    return next((memory.documents[each] for each in names if each in memory.documents), None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _introduced(scene: Scene, mention: Span, noun: str, further: set[str]) -> Reading | None:
    """Whose "the study" is of which was told before: "Acme published a study", "a study by Acme"."""
    start = scene.sentences[max(0, scene.sentence(mention[0]) - ISSUED_SINCE)][0]
    issues = re.compile(_ISSUES + re.escape(noun) + r"\b")
    issued = re.compile(_ISSUED_BY.format(re.escape(noun)))
    owners = {
        organisation.name: (organisation, (low, high))
        for organisation in scene.organisations
        for low, high in organisation.spans
        if start <= low < mention[0]
        and not scene.quoted((low, high))
        and further <= _words(scene.text[slice(*scene.sentences[scene.sentence(low)])])
        and (issues.match(scene.text, high) or issued.search(scene.text, max(start, low - LEAD), low))
    }
    if len(owners) != 1:
        return None
    return meant_by(scene.text[slice(*mention)].strip(), *next(iter(owners.values())), NEAREST)
