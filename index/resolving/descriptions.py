"""Mentions without a person's name: "the diplomat", "the company", "a poll by Acme", "an official"."""

import re

from index.kinds import COMPANY_NOUNS, DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.lexicon import QUANTIFIERS, TITLES, is_person_noun
from index.naming.organisations import BARE_KINDS
from index.naming.personal import PARTIES, surname
from index.phrases import DEFINITE, INDEFINITE, core_of, own_words
from index.resolving.bodies import apposed_organisation, introduced, named_organisation, proper
from index.resolving.by_role import by_role
from index.resolving.documents import document
from index.resolving.institutions import ends_a_name, kind_of_organisation
from index.resolving.scene import NAMED, NOBODY, Memory, Reading, Scene
from index.types import Span

# "The former University of Holm goalkeeper" is no university.
_AT_A_BODY = re.compile(
    r"(?:[Tt]he|[Tt]his) (?:[a-z-]+ )*(?:[A-Z][\w.’'-]* )*[A-Z][\w’'-]* of (?:the )?(?:[A-Z][\w.’'-]* )+"
    r"(?:[a-z-]+ )?(?P<noun>[a-z-]+[a-rt-z])"
)
_NEWSPAPER = re.compile(r"The [A-Z]\w+(?: on Sunday)?")
_SITE = re.compile(r"[\w.-]+\.(?:com|org|net|gov|co\.uk|info)|[a-z]+[A-Z]\w+")  # "openDemocracy"
_OUTLETS = frozenset("outlet station channel network newspaper magazine broadcaster".split())
_THE_KIND = re.compile(
    r"(?i:the|this) (?:[\w.’'-]+,? )*[a-z-]+$"
)  # "the Lowtown company", "the for-profit American company", "the TV station"
_BASED = re.compile(r"\b(?:(?!The )[A-Z][\w.’'-]* )*(?!The )[A-Z][\w.’'-]*-based ")
_LABEL = re.compile(r"[A-Z][A-Z’' &/-]+[:?] ")
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
        return by_role(scene, mention, memory, words, body["noun"])
    if organisation := named_organisation(scene, mention, core):
        return Reading(organisation.name, "organisation", confidence=NAMED)
    if name := introduced(scene, mention):
        return Reading(name, "organisation", confidence=NAMED)
    at_start = scene.sentences[scene.sentence(mention[0])][0] == mention[0]
    if _SITE.fullmatch(core) or (_NEWSPAPER.fullmatch(core) and not at_start):
        return Reading(core.removeprefix("The "), "organisation", confidence=NAMED)
    is_national = noun in _NATIONALS and core.lower() == f"the {noun}"
    if (is_national or is_person_noun(noun)) and (
        DEFINITE.match(words) or core[:1].isupper() or " " not in core
    ):
        clause = own_words(words) < len(words)  # "reporter who asked" is any reporter
        if INDEFINITE.match(words) or words.split()[0].lower() in QUANTIFIERS:
            return NOBODY
        if clause and not DEFINITE.match(words):
            return NOBODY
        return by_role(scene, mention, memory, core, noun)
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


def _names_somebody(scene: Scene, core: str) -> bool:
    """Whether words that were resolved to nobody are a person's name all the same."""
    first = core.split()[0].rstrip(".").lower() if core.split() else ""
    if re.search(r"['’]s?$", core) or (
        first in TITLES and (" " not in core or is_person_noun(first) or len(first) < 5)
    ):
        return True
    return any(core in (surname(p.name), p.name.split()[0]) for p in scene.people if core in p.name)
