"""Whom a role means: "the deputy foreign minister", "the diplomat", "the official"; or nobody."""

import re

from index.kinds import COMPANY_NOUNS, ORGANISATION_NOUNS
from index.lexicon import FEMALE_MARKS, MALE_MARKS, OFFICES, ROLE_KIN
from index.naming.gender import Gender
from index.naming.names import Person
from index.phrases import DEFINITE
from index.resolving.pronouns import REACH, look_back
from index.resolving.scene import NEAREST, NOBODY, ONE_CANDIDATE, Memory, Reading, Scene
from index.types import Link, Span

LATER = 2  # paragraphs after a description in which the article may say who that is
UNCONFIRMED = 0.65  # a description that no role in the article bears out
_OF_A_BODY = re.compile(r" of (?:the|a|an|his|her|its|their) (?:[a-z-]+ )*?([a-z]+)(?= that| which| who|,|$)")
# "The leader of the Valley Independents"; whoever is president of the United States need not be called so.
_OF_A_NAME = re.compile(r" of the (?!United |Republic|Netherlands|Philippines)((?:[A-Z][\w.’'-]*(?: |$))+)")
_OWNER_OF = re.compile(r"^(?:(?i:the)\s)?(?:(?:[\w.]+['’]s|U\.S\.)\s)?(?:(?i:the)\s)?")
_SOMEBODYS = re.compile(r"(?P<pronoun>[Hh]is |[Hh]er |[Tt]heir )|(?:[A-Z][\w.-]+ )*[A-Z][\w.-]+['’]s ")
_TWO_PARTIES = ("republican", "democrat")
# Who speaks for another is not whom a page is about, nor is a nameless official, where nobody is called so.
_SELDOM_NAMED = frozenset("spokesman spokeswoman spokesperson official".split())
# "The source said": whoever is called so has asked for it.
_NEVER_NAMED = frozenset(("source", "insider", "person"))
_FORMER = re.compile(r"(?:[Tt]he |a )?(?:[Ff]ormer\b|[Ee]x-)")
_HER_PART = re.compile(r"\b(?:for (her|his) part|(her|him)self)\b")


def by_role(scene: Scene, mention: Span, memory: Memory, core: str, noun: str) -> Reading:
    """ "The deputy foreign minister": the one person whose role says so, else who spoke just before."""
    if noun in _NEVER_NAMED:
        return NOBODY
    fitting = _fitting(scene, mention, memory, core, noun)
    ranked = [f for f in fitting if not _of_the_other_party(scene, f[1], core)]
    others = {f[1].name for f in ranked if not _may_be_of(scene, mention, core, scene.text[slice(*f[2])])}
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
    others |= {person.name for person in scene.people if _is_another(scene, mention, person, core, noun)}
    if noun in _SELDOM_NAMED:
        return NOBODY
    definite = DEFINITE.match(core) or " " not in core  # "Former lawmaker warns" is the headline of another
    possible = definite and near.speaker is not None and near.speaker not in others
    if possible and _can_only_mean(scene, mention, near, memory, noun):
        return Reading(near.speaker, "person", near.chain, UNCONFIRMED * near.confidence)
    return NOBODY


def _may_be_of(scene: Scene, mention: Span, core: str, role: str) -> bool:
    """Whether a role may be that of a description with its body: "the president of the union" is no other."""
    words = scene.text[slice(*mention)]
    body = _OF_A_BODY.match(words, len(core))
    if body and body[1] in ORGANISATION_NOUNS | COMPANY_NOUNS:
        return body[1] in role.lower()
    named = _named_body(scene, mention, core)
    return not named or not named.isdisjoint(role.lower().split())


def _named_body(scene: Scene, mention: Span, core: str) -> frozenset[str]:
    """Return the words of the name that a description gives its body: tide, party; none where it has none."""
    found = _OF_A_NAME.match(scene.text[slice(*mention)], len(core))
    return frozenset(found[1].lower().split()) if found else frozenset()


def _is_another(scene: Scene, mention: Span, person: Person, core: str, noun: str) -> bool:
    """Whether what an article tells of somebody is at odds with a description: the party, field or body."""
    roles = [scene.text[slice(*role)] for role in person.roles]
    named = _named_body(scene, mention, core)
    if named and roles and all(named.isdisjoint(role.lower().split()) for role in roles):
        return True
    return _of_the_other_party(scene, person, core) or any(_of_another_field(core, r, noun) for r in roles)


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
    if len(wanted) < 2 or not DEFINITE.match(core):
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
