"""Names in a topic: words that mean the same person hold it, and those of a page without the name do not.

"Anna Lee" is spoken of by her surname, where the article has nobody else of it, and as "she" by who speaks
right after she was named. A page that nowhere has "Holm" tells nothing of the storm of Holm.
"""

import re
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answering.looks import MONTH
from bot.answering.named import is_alone
from bot.answering.whole import line_end
from index.lexicon import FEMALE_NAMES, MALE_NAMES, PRONOUNS_FEMALE, PRONOUNS_MALE, WEEKDAY
from index.naming.nobody import looks_like_a_name
from index.naming.personal import unowned
from index.search import BEFORE, by_score, evidence, score, weighed
from index.searching.topic import STOP_WORDS, Term, content_words, coverage, stem
from index.types import Article, Hit, Statement

if TYPE_CHECKING:
    from index.store import Store

TITLED = 0.4  # of its weight, that a name of the topic keeps on a page that has it in its title
SAME_START = 4  # letters: of Russia and Russian, Israel and Israeli

_NAME = re.compile(rf"(?<![\w’'.-])(?!{WEEKDAY}|{MONTH})[A-Z][a-z][\w’'-]*\w")  # no "U.S.-made"
_OWNER = re.compile(r"(?<![\w’'-])([A-Z][\w-]*\w)['’]s (?=[a-z])")
_HE_OR_SHE = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS_MALE | PRONOUNS_FEMALE))})\b", re.IGNORECASE)
_NOT_OF = dict.fromkeys(PRONOUNS_MALE, FEMALE_NAMES - MALE_NAMES) | dict.fromkeys(
    PRONOUNS_FEMALE, MALE_NAMES - FEMALE_NAMES
)


@dataclass(frozen=True, slots=True)
class NamedPeople:
    """Whom a topic names, each in full, among all whom the articles name."""

    known: Mapping[str, Collection[str]]
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, topic: str, known: Mapping[str, Collection[str]]) -> "NamedPeople":
        """Find them: by their full names, else by a surname."""
        ends = tuple(f" {word}" for word in map(unowned, _NAME.findall(topic)))
        bearing = [name for name in known if name.endswith(ends) and looks_like_a_name(name)] if ends else []
        in_full = [name for name in bearing if name in topic]
        return cls(known, tuple(in_full or bearing))

    def meant_by(self, article: Article, statement: Statement) -> str:
        """Return whom of them a statement means that does not name them in full; or nothing."""
        whole = f"{article.title}\n{article.text}"
        here = [name for name in self.names if name in whole and name != statement.speaker]
        if len(here) != 1 or not is_alone(here[0], whole):
            return ""
        own = article.text[statement.start : statement.end]
        if re.search(rf"\b{re.escape(_last(here[0]))}\b", own):
            return here[0]
        pronoun = _HE_OR_SHE.search(own)
        if not pronoun or here[0].split()[0].lower() in _NOT_OF[pronoun.group().lower()]:
            return ""
        speaker = _last(statement.speaker or "")
        if any(name != speaker for name in self._people_in(own)):
            return ""  # "she" may be whom the speaker names
        before = [name for name in self._people_in(_just_before(article.text, statement)) if name != speaker]
        return here[0] if before[-1:] == [_last(here[0])] else ""

    def _people_in(self, text: str) -> list[str]:
        words = list(map(unowned, _NAME.findall(text)))
        ends = tuple(f" {word}" for word in words)
        surnames = {_last(name) for name in self.known if name.endswith(ends)} if ends else set()
        return [word for word in words if word in surnames]


def meaning_them(store: "Store", query: str, people: NamedPeople, hits: Sequence[Hit]) -> list[Hit]:
    """Weigh hits again that mean somebody whom the topic names, and do not name them so; or whose page is
    about what it names, so that each of its statements is, with the name and without."""
    names = frozenset(stem(unowned(name).lower()) for name in _NAME.findall(query))
    if not names:
        return list(hits)
    topic = weighed(store, query)
    hits = [_apart_from_the_title(store, topic, names, hit) for hit in hits]
    return by_score(_naming(store, topic, people, hit) if people.names else hit for hit in hits)


def lacks_a_name(article: Article, topic: str) -> bool:
    """Whether an article nowhere has a name of the topic, nor a word made of it; not an abbreviation."""
    names = {unowned(name).lower() for name in _NAME.findall(topic) if not name.isupper()} - STOP_WORDS
    if not names:
        return False
    words = content_words(f"{article.title} {article.text}")
    there = {part for word in words for part in (word, *word.split("-"))}
    starts = {word[:SAME_START] for word in there}
    stems = set(map(stem, there))
    return not all(stem(name) in stems or name[:SAME_START] in starts for name in names)


def owner_is_elsewhere(article: Article, statement: Statement, topic: str) -> bool:
    """Whether the owner of what is asked about, "Holm's wall", stands neither at the head of a page nor about
    the statement, which then speaks of another's."""
    owners = _OWNER.findall(topic)
    if not owners:
        return False
    first = statement.start - len(_just_before(article.text, statement))
    about = article.text[first : line_end(article.text, statement.end)]
    head = article.text[: line_end(article.text, line_end(article.text, 0) + 2)]
    return any(owner not in f"{article.title} {head} {about}" for owner in owners)


def _apart_from_the_title(store: "Store", topic: tuple[Term, ...], names: Set[str], hit: Hit) -> Hit:
    """Weigh a hit with less regard to the names that stand in the title of its page anyway."""
    if not isinstance(hit.item, Statement) or hit.evidence is None:
        return hit
    titled = names & set(map(stem, content_words(store.article_of(hit.item).title)))
    if not titled or titled >= {term.stem for term in topic}:
        return hit
    topic = tuple(
        replace(term, weight=TITLED * term.weight) if term.stem in titled else term for term in topic
    )
    seen = evidence(store, topic, hit.item, hit.evidence.cosine, hit.evidence.margin)
    return Hit(hit.item, score(seen), seen)


def _naming(store: "Store", topic: tuple[Term, ...], people: NamedPeople, hit: Hit) -> Hit:
    article, said, seen = store.article_of(hit.item), hit.item, hit.evidence
    if seen is None or not isinstance(said, Statement) or not (name := people.meant_by(article, said)):
        return hit
    inside = coverage(topic, content_words(f"{article.text[said.start : said.end]} {name}"))
    seen = replace(
        seen,
        exact=inside.exact,
        near=inside.near,
        literal=inside.literal,
        beside=max(seen.beside, inside.exact),
        around=max(seen.around, inside.near),
    )
    return Hit(said, score(seen), seen)


def _just_before(text: str, statement: Statement) -> str:
    """Return what stands before a statement in its paragraph and in the one before."""
    first = text.rfind("\n", 0, statement.start) + 1
    first = text.rfind("\n", 0, len(text[:first].rstrip())) + 1
    return text[max(first, statement.start - BEFORE) : statement.start]


def _last(name: str) -> str:
    return name.rpartition(" ")[2]
