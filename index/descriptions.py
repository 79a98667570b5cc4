"""Mentions without a person's name: "the diplomat", "the company", "a poll by Acme", "an official"."""

import re

from index.bodies import apposed_organisation, introduced, named_organisation, proper
from index.documents import document
from index.gender import Gender
from index.institutions import ends_a_name, kind_of_organisation
from index.kinds import COMPANY_NOUNS, DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.lexicon import (
    FEMALE_MARKS,
    MALE_MARKS,
    OFFICES,
    QUANTIFIERS,
    ROLE_KIN,
    TITLES,
    WEEKDAY,
    is_person_noun,
)
from index.names import Person
from index.naming import PARTIES, surname, unowned
from index.organisations import BARE_KINDS
from index.pronouns import REACH, look_back
from index.scene import NAMED, NEAREST, NOBODY, ONE_CANDIDATE, Memory, Reading, Scene
from index.types import Link, Span

LATER = 2  # paragraphs after a description in which the article may say who that is
UNCONFIRMED = 0.65  # a description that no role in the article bears out

_CORE_END = re.compile(
    rf"[,(]|\s{WEEKDAY}(?=\s(?:by|from|on|in)\s)"
    r"|\s(?:who|that|which|of|for|in|at|from|on|with|to|by|about|near|close|against|and|like|such|including"
    r"|published|released|conducted|obtained|filed|out)\s"
)
_RELATIVE = re.compile(r",?\s(?:who|whose|whom|which|that|where)\b")
# "voters filing into the hall", "…, asking for silence"; but "a man named Lee" is Lee, and "acting mayor".
_PARTICIPLE = re.compile(
    r"(?:\b([\w’'-]+)|,)\s(?!running (?:back|mate))([a-z]+(?:ing|ed))\s(?:([A-Z])|([a-z]+))"
)
_NAMING = frozenset("named called nicknamed dubbed identified turned".split())
_BEFORE_A_NOUN = frozenset(
    """acting outgoing incoming sitting leading founding managing retired exiled jailed disgraced starting
    defending opening reigning""".split()
)
_OPENS_A_COMPLEMENT = frozenset(
    "to for on about of in into with at as that by from the a an his her their its this these last".split()
)
_SOMEBODY = frozenset("people those member members men women".split())
_OF_A_BODY = re.compile(r" of (?:the|a|an|his|her|its|their) (?:[a-z-]+ )*?([a-z]+)(?= that| which| who|,|$)")
_OWNER_OF = re.compile(r"^(?:(?i:the)\s)?(?:(?:[\w.]+['’]s|U\.S\.)\s)?(?:(?i:the)\s)?")
_SOMEBODYS = re.compile(r"(?P<pronoun>[Hh]is |[Hh]er |[Tt]heir )|(?:[A-Z][\w.-]+ )*[A-Z][\w.-]+['’]s ")
# "The former University of Holm goalkeeper" is no university.
_AT_A_BODY = re.compile(
    r"(?:[Tt]he|[Tt]his) (?:[a-z-]+ )*(?:[A-Z][\w.’'-]* )*[A-Z][\w’'-]* of (?:the )?(?:[A-Z][\w.’'-]* )+"
    r"(?:[a-z-]+ )?(?P<noun>[a-z-]+[a-rt-z])"
)
_NEWSPAPER = re.compile(r"The [A-Z]\w+(?: on Sunday)?")
_SITE = re.compile(r"[\w.-]+\.(?:com|org|net|gov|co\.uk|info)|[a-z]+[A-Z]\w+")  # "openDemocracy"
_DEFINITE = re.compile(r"(?i:the|this|his|her|its|their)\s|[A-Z]\w+['’]s\s")
_PLACED = re.compile(r"^(the )\(([^()]+)\) (?=[A-Z])", re.IGNORECASE)  # "The (Waukegan) News-Sun"
_OUTLETS = frozenset("outlet station channel network newspaper magazine broadcaster".split())
_THE_KIND = re.compile(
    r"(?i:the|this) (?:[\w.’'-]+,? )*[a-z-]+$"
)  # "the Lowtown company", "the for-profit American company", "the TV station"
_BASED = re.compile(r"\b(?:(?!The )[A-Z][\w.’'-]* )*(?!The )[A-Z][\w.’'-]*-based ")
_LABEL = re.compile(r"[A-Z][A-Z’' &/-]+[:?] ")
_SOMEBODYS_OWN = re.compile(r"(?:his|her|its|their)\s|(?:the (?:[\w-]+ ){0,2})?[\w-]+['’]s? ", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?i:an?|one|another)\s")
# "The Italian" is whoever comes from there, and no name.
_NATIONALS = frozenset(
    """african american argentine argentinian asian australian austrian belgian brazilian briton bulgarian
    canadian chilean colombian croatian cuban czech dane egyptian ethiopian european finn frenchman georgian
    german ghanaian greek haitian hungarian indian indonesian iranian iraqi israeli italian jamaican kenyan
    korean lebanese mexican moroccan nigerian norwegian pakistani palestinian peruvian pole portuguese
    romanian russian scot serb serbian slovak slovenian spaniard swede swiss syrian thai tunisian turk
    ukrainian venezuelan vietnamese""".split()
)
_PART_OF = re.compile(
    r"(?i:a|one|the) (?:portion|part|section|page|paragraph|passage|copy|version) of (?=the |an? )"
)
_TWO_PARTIES = ("republican", "democrat")
# Who speaks for another is not whom a page is about, nor is a nameless official, where nobody is called so.
_SELDOM_NAMED = frozenset("spokesman spokeswoman spokesperson official".split())
# "The source said": whoever is called so has asked for it.
_NEVER_NAMED = frozenset(("source", "insider", "person"))
_FORMER = re.compile(r"(?:[Tt]he |a )?(?:[Ff]ormer\b|[Ee]x-)")
_HER_PART = re.compile(r"\b(?:for (her|his) part|(her|him)self)\b")


def described(scene: Scene, mention: Span, memory: Memory) -> Reading:
    """Decide whom a description means: a person by role, an organisation by name or kind, a document."""
    if part := _PART_OF.match(scene.text, *mention):
        mention = part.end(), mention[1]  # "a portion of the report" is the report's
    words = scene.text[slice(*mention)].strip(' ,.;:"“”')
    core, noun = core_of(words)
    if core.lower() in PARTIES:
        return NOBODY  # "Republican calls for a vote" are nobody's in particular
    if noun in DOCUMENT_NOUNS:
        return document(scene, mention, memory, core)
    if (body := _AT_A_BODY.fullmatch(words)) and is_person_noun(body["noun"]):
        return _by_role(scene, mention, memory, words, body["noun"])
    if organisation := named_organisation(scene, mention, core):
        return Reading(organisation.name, "organisation", confidence=NAMED)
    if name := introduced(scene, mention):
        return Reading(name, "organisation", confidence=NAMED)
    at_start = scene.sentences[scene.sentence(mention[0])][0] == mention[0]
    if _SITE.fullmatch(core) or (_NEWSPAPER.fullmatch(core) and not at_start):
        return Reading(core.removeprefix("The "), "organisation", confidence=NAMED)
    is_national = noun in _NATIONALS and core.lower() == f"the {noun}"
    if (is_national or is_person_noun(noun)) and (
        _DEFINITE.match(words) or core[:1].isupper() or " " not in core
    ):
        clause = own_words(words) < len(words)  # "reporter who asked" is any reporter
        if _INDEFINITE.match(words) or words.split()[0].lower() in QUANTIFIERS:
            return NOBODY
        if clause and not _DEFINITE.match(words):
            return NOBODY
        return _by_role(scene, mention, memory, core, noun)
    if apposed := apposed_organisation(scene, mention, noun):
        return apposed
    if noun not in ORGANISATION_NOUNS and _names_somebody(scene, core):
        return Reading(None, "person")  # "Mr. Clinton", where two people are
    if _LABEL.match(scene.text, scene.paragraphs[scene.paragraph(mention[0])][0]) and core.isupper():
        return NOBODY  # "HER STYLE: “…”" is a heading over what somebody says
    core = _BASED.sub("", core)  # "the Lowtown-based society" has no name of its own
    if noun in BARE_KINDS and core.lower() == f"the {noun}":
        return kind_of_organisation(scene, mention, memory, core.lower())
    is_kind = noun in ORGANISATION_NOUNS | COMPANY_NOUNS and (
        not re.search(r"[A-Z]", core[1:])
        or (noun in COMPANY_NOUNS | _OUTLETS and bool(_THE_KIND.match(core)))
    )
    if is_kind or ends_a_name(scene, core, mention[0]):  # "the zoo" of the Lowtown Zoo
        return kind_of_organisation(scene, mention, memory, core)
    if core.lower() in QUANTIFIERS or _only_opens_a_sentence(scene, mention, words, core):
        return NOBODY  # "Legislation" that is elsewhere "legislation" is no name
    return proper(words, core, noun)


def is_somebody(words: str) -> bool:
    """Whether words speak of one person without a name: "an old ferryman, who …", "the board's envoy"."""
    single = _INDEFINITE.match(words) or _SOMEBODYS_OWN.match(words)
    return bool(single and is_person_noun(core_of(words)[1]))


def core_of(words: str) -> tuple[str, str]:
    """Return the noun phrase without what follows its head, and the head in lower case."""
    words = _PLACED.sub(r"\1\2 ", words)
    words = words[: own_words(words)].rstrip() or words
    cut = _CORE_END.search(words)
    core = words[: cut.start()].rstrip() if cut and cut.start() else words
    return core, unowned(core.split()[-1]).lower() if core.split() else ""


def _only_opens_a_sentence(scene: Scene, mention: Span, words: str, core: str) -> bool:
    """Whether a word is capital for its place alone: it is common elsewhere, or goes on as a phrase."""
    if scene.sentences[scene.sentence(mention[0])][0] != mention[0]:
        return False
    within = re.search(rf"[a-z,] {re.escape(core)}(?!\w)", scene.text)
    common = re.search(rf"(?<![\w./@#-]){re.escape(core.lower())}(?![\w@/-]|\.\w)", scene.text)
    # "Prep for the polls", "Newly released papers", "Enough whining"
    phrase = (
        " " not in core and not core.isupper() and re.match(r" (?!(?:of|for) [A-Z])[a-z]", words[len(core) :])
    )
    return bool((common or phrase) and not within)


def own_words(words: str) -> int:
    """Return where a mention ends as a name or noun phrase: before its first relative clause or participle.

    Whoever is named after that is spoken of: "a member who backs Lee", "voters filing past Lee".
    """
    relative = _RELATIVE.search(words)
    ends = [relative.start()] if relative else []
    for found in _PARTICIPLE.finditer(words):
        noun, verb, capital, follower = found.groups()
        if verb in _NAMING | _BEFORE_A_NOUN:
            continue
        if _can_be_told_more_of(noun) if noun else capital or follower in _OPENS_A_COMPLEMENT:
            ends.append(found.start(2))
            break
    return min(ends, default=len(words))


def _can_be_told_more_of(word: str) -> bool:
    """Whether a participle after a noun, "voters (filing)", tells of it: a word for somebody, or a text."""
    plain = word.lower()
    singular = plain.removesuffix("s")
    return (
        plain in _SOMEBODY | DOCUMENT_NOUNS | ORGANISATION_NOUNS
        or is_person_noun(plain)
        or is_person_noun(singular)
    )


def _names_somebody(scene: Scene, core: str) -> bool:
    """Whether words that were resolved to nobody are a person's name all the same."""
    first = core.split()[0].rstrip(".").lower() if core.split() else ""
    if re.search(r"['’]s?$", core) or (
        first in TITLES and (" " not in core or is_person_noun(first) or len(first) < 5)
    ):
        return True
    return any(core in (surname(p.name), p.name.split()[0]) for p in scene.people if core in p.name)


def _by_role(scene: Scene, mention: Span, memory: Memory, core: str, noun: str) -> Reading:
    """ "The deputy foreign minister": the one person whose role says so, else who spoke just before."""
    if noun in _NEVER_NAMED:
        return NOBODY
    fitting = _fitting(scene, mention, memory, core, noun)
    ranked = [f for f in fitting if not _of_the_other_party(scene, f[1], core)]
    body = _OF_A_BODY.match(scene.text[slice(*mention)], len(core))
    others: set[str] = set()
    if body and body[1] in ORGANISATION_NOUNS | COMPANY_NOUNS:  # "the president of the union" is no other
        others = {f[1].name for f in ranked if body[1] not in scene.text[slice(*f[2])].lower()}
        ranked = [f for f in ranked if f[1].name not in others]
    exact = any(noun in scene.text[slice(*role)].lower().split() for _, _, role, _ in ranked)
    if not exact and _is_introduced(scene, mention, noun):
        return NOBODY
    near = look_back(scene, mention, memory, gender=_gender(scene, mention, noun))
    if ranked:
        best = [f for f in ranked if f[0] == ranked[0][0]]
        last = next((f for f in ranked if f[1].name == near.speaker and f[3] >= ranked[0][3]), None)
        chosen = last or (best[0] if len(best) == 1 else None)
        if chosen is None or chosen[0] <= 0 or (noun == "official" and not exact):
            return NOBODY  # the role fits several people, or whoever has an office
        _, person, role, _ = chosen
        last_named = max((span[1] for span in person.spans if span[1] <= mention[0]), default=0)
        if _is_introduced(scene, mention, noun, last_named):
            return NOBODY
        why = f"{core} ← {person.name}, “{scene.text[slice(*role)]}”"
        return Reading(person.name, "person", (Link(role, why),), ONE_CANDIDATE)
    if not ranked and (later := _introduced_later(scene, mention, core)):
        return later
    somebodys = _SOMEBODYS.match(scene.text, *mention)
    if somebodys and (somebodys["pronoun"] or noun not in MALE_MARKS | FEMALE_MARKS):
        return NOBODY  # "his doctor" is another, and so is "Holm's envoy", who was not named
    others |= {person.name for person in scene.people if _is_another(scene, person, core, noun)}
    if noun in _SELDOM_NAMED:
        return NOBODY
    definite = _DEFINITE.match(core) or " " not in core  # "Former lawmaker warns" is the headline of another
    possible = definite and near.speaker is not None and near.speaker not in others
    if possible and _can_only_mean(scene, mention, near, memory, noun):
        return Reading(near.speaker, "person", near.chain, UNCONFIRMED * near.confidence)
    return NOBODY


def _is_another(scene: Scene, person: Person, core: str, noun: str) -> bool:
    """Whether what an article tells of somebody is at odds with a description: the party, the field."""
    fields = (_of_another_field(core, scene.text[slice(*role)], noun) for role in person.roles)
    return _of_the_other_party(scene, person, core) or any(fields)


def _of_the_other_party(scene: Scene, person: Person, core: str) -> bool:
    """Whether an article tells that somebody is of the other party than a description names."""
    own = {party for party in _TWO_PARTIES if party in core.lower()}
    roles = " ".join(scene.text[slice(*role)] for role in person.roles).lower()
    theirs = {party for party in _TWO_PARTIES if party in roles}
    return bool(own) and bool(theirs) and not own & theirs


def _introduced_later(scene: Scene, mention: Span, core: str) -> Reading | None:
    """ "The surgeon general", and a paragraph later "Surgeon General Ann Lee": the only one so titled."""
    wanted = set(_OWNER_OF.sub("", core).lower().split())
    first = scene.paragraph(mention[0])
    until = scene.paragraphs[min(first + LATER, len(scene.paragraphs) - 1)][1]
    if len(wanted) < 2 or not _DEFINITE.match(core):
        return None
    titled = [
        (person, role)
        for person in scene.people
        for role in person.roles
        if set(scene.text[slice(*role)].lower().split()) == wanted
    ]
    if len({person.name for person, _ in titled}) != 1:
        return None
    person, role = titled[0]
    if not mention[1] < person.spans[0][0] < until:
        return None
    why = Link(role, f"{core} ← {person.name}, “{scene.text[slice(*role)]}”")
    return Reading(person.name, "person", (why,), NEAREST)


def _fitting(
    scene: Scene, mention: Span, memory: Memory, core: str, noun: str
) -> list[tuple[int, Person, Span, int]]:
    """Return (score, who, role, words shared) of those whose roles a description fits, best first."""
    kin = ROLE_KIN.get(noun, frozenset()) | {noun}
    wanted = {w.lower() for w in re.findall(r"\w+", core)} - {"the", "this", "a", "his", "her", noun}
    fitting: dict[str, tuple[int, Person, Span, int]] = {}
    for person in scene.people:
        if person.spans[0][0] >= mention[0]:
            continue
        for role in (*person.roles, *memory.called.get(person.name, ())):
            said = {w.lower() for w in re.findall(r"\w+", scene.text[slice(*role)])}
            if kin & said and not _of_another_field(core, scene.text[slice(*role)], noun):
                shared = len(wanted & said)
                score = 2 * shared + 1 + (noun in said) - len(wanted - said)
                if person.name not in fitting or score > fitting[person.name][0]:
                    fitting[person.name] = (score, person, role, shared)
    if noun in OFFICES and "former" not in wanted:  # "the president" is who is so now
        now = {n: f for n, f in fitting.items() if not _FORMER.match(scene.text, *f[2])}
        fitting = now or fitting
    return sorted(fitting.values(), key=lambda f: -f[0])


def _of_another_field(core: str, role: str, noun: str) -> bool:
    """Whether two of one noun differ in their field: "technical director" is no "tactical director"."""
    field = re.compile(rf"\b([a-z]+(?:ic|al)) {re.escape(noun)}\b")
    own, theirs = field.search(core.lower()), field.search(role.lower())
    return own is not None and theirs is not None and own[1] != theirs[1]


def _gender(scene: Scene, mention: Span, noun: str) -> Gender:
    """What the noun or "for her part" beside it tells."""
    if part := _HER_PART.search(scene.text, mention[0], mention[1] + 25):
        return "female" if "her" in part.groups() else "male"
    return "male" if noun in MALE_MARKS else "female" if noun in FEMALE_MARKS else None


def _is_introduced(scene: Scene, mention: Span, noun: str, since: int = 0) -> bool:
    """Whether "a senior official", without a name, was introduced shortly before "the official"."""
    start = max(since, scene.sentences[max(0, scene.sentence(mention[0]) - REACH)][0])
    roles = [role for person in scene.people for role in person.roles]
    introduced = re.compile(
        rf"(?:\b[Aa]n?(?: [\w-]+){{0,3}}|\b(?:[Hh]is|[Hh]er|[A-Z][\w.-]*['’]s?)(?: [\w-]+)?)"
        rf" {re.escape(noun)}\b(?!,? [A-Z])"
    )
    return any(
        not any(low <= found.start() < high for low, high in roles)
        for found in introduced.finditer(scene.text, start, mention[0])
    )


def _can_only_mean(scene: Scene, mention: Span, near: Reading, memory: Memory, noun: str) -> bool:
    """Whether an unconfirmed description points at the nearest person alone.

    That is the only one this paragraph has named, or whoever spoke just before; an office ("the town
    clerk") is somebody's own, so for it that must have been in the sentence before.
    """
    at = mention[0]
    paragraph = scene.paragraphs[scene.paragraph(at)][0]
    here = {p.name for s, p in scene.named(paragraph, at) if not scene.quoted(s)}
    if here == {near.speaker}:
        return True
    position, last = memory.spoken[-1] if memory.spoken else (0, None)
    if here - {near.speaker} or last is None:
        return False
    within = 1 if noun in OFFICES else REACH
    return last.name == near.speaker and scene.sentence(at) - scene.sentence(position) <= within
