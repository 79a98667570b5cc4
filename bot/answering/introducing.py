"""Who somebody is: the sentences in which the articles say so, with the words that say it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.leads import flat
from index.layout import sentence_at
from index.lexicon import OFFICES, is_person_noun
from index.naming.personal import surname
from index.phrases import core_of
from index.searching.topic import content_words
from index.types import Article, Passage, Span

if TYPE_CHECKING:
    from index.store import Store

MOST = 2  # sentences shown, where they tell different things
# What says of somebody no more than that it is somebody: "a man who loves the town".
_ANYBODY = frozenset("man woman person boy girl guy lady gentleman one people men women".split())
LOOKED_AT = 200  # statements; of somebody quoted more often, these tell it as well
_OF_ANOTHER = re.compile(r"(?:his|her|its|their|our|my)\b", re.IGNORECASE)  # "her colleague": whose?
_AFTER_OF_ANOTHER = re.compile(rf"\b{_OF_ANOTHER.pattern}\s+$", re.IGNORECASE)
# "Ann Lee remains the mayor", "Ann Lee, the mayor of Hale,"
_DEFINED = re.compile(
    r"(?:,?\s+(?:is|was|remains|remained|became|becomes|ha[sd] been)|,)\s+"
    r"(?P<what>(?:the|an?)\s[^,.;:“”\"\n]+)(?=[,.])"
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A sentence that tells who somebody is, and in it the words with name and role, `called`, where they
    stand together and are not all of it."""

    sentence: Passage
    called: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article calls somebody: its content words, and where it stands, with the name beside it."""

    words: frozenset[str]
    article: Article
    place: Span
    beside_the_name: bool

    @property
    def is_of_office(self) -> bool:
        """Whether it tells an office, by which somebody is known first: mayor, minister, director."""
        return not self.words.isdisjoint(OFFICES)

    def in_passing(self) -> tuple[bool, int]:
        """How far from an introduction it is: without the name, or late in its sentence."""
        start, _ = sentence_at(self.article.text, self.place[0]) or self.place
        return not self.beside_the_name, len(self.article.text[start : self.place[0]].split())


def introductions(store: "Store", name: str) -> list[Introduction]:
    """Return the sentences that tell what somebody is, the commonest first; else the first with the name.

    Of those that tell the same, the one that introduces by it, and does not only name in passing.
    """
    told = [*_defined(store, name), *_roles(store, name)]
    often = Counter(each.words for each in told)
    shown: list[Introduction] = []
    known: set[str] = set()
    for each in sorted(
        told,
        key=lambda t: (not t.is_of_office, len(t.words) < 2, -often[t.words], -len(t.words), t.in_passing()),
    ):
        if not each.words <= known and len(shown) < MOST:
            sentence = _sentence(each.article, each.place)
            is_all = (each.place[0], each.place[1] + len(".")) == (sentence.start, sentence.end)
            called = flat(each.article, each.place) if each.beside_the_name and not is_all else ""
            shown.append(Introduction(sentence, called))
            known |= each.words
    if shown:
        return shown
    return [Introduction(_sentence(store.article_of(m), (m.start, m.end))) for m in store.mentions(name)[:1]]


def _roles(store: "Store", name: str) -> Iterator[_Told]:
    """Yield each role given beside somebody's words."""
    for statement in store.statements(speaker=name, limit=LOOKED_AT):
        article = store.article_of(statement)
        if statement.role and not _says_nothing(article.text, statement.role):
            words = frozenset(content_words(article.text[slice(*statement.role)]))
            place = _with_name(article.text, statement.role, name)
            yield _Told(words, article, place or statement.role, place is not None)


def _defined(store: "Store", name: str) -> Iterator[_Told]:
    """Yield where the articles themselves say what somebody is: "Ann Lee remains the mayor of Hale"."""
    for mention in store.mentions(name)[:LOOKED_AT]:
        article = store.article_of(mention)
        defined = _DEFINED.match(article.text, mention.end)
        noun = core_of(defined["what"])[1] if defined else ""
        if not defined or not is_person_noun(noun) or noun in _ANYBODY:
            continue
        said = store.statements(article_id=article.id)
        if any(start <= mention.start < end for s in said for start, end in s.pieces):
            continue  # somebody's opinion
        words = frozenset(content_words(defined["what"]))
        yield _Told(words, article, (mention.start, defined.end("what")), True)


def _says_nothing(text: str, role: Span) -> bool:
    """Whether a role does not tell who its bearer is: whose colleague, or that it is a man."""
    if core_of(text[slice(*role)])[1] in _ANYBODY:
        return True
    before = text[max(0, role[0] - 8) : role[0]]
    return bool(_OF_ANOTHER.match(text, role[0]) or _AFTER_OF_ANOTHER.search(before))


def _with_name(text: str, role: Span, name: str) -> Span | None:
    """Return the characters of a role and of the name beside it: "Mayor Ann Lee", "Ann Lee, the mayor"."""
    named = rf"(?:{re.escape(name)}|{re.escape(surname(name))})"
    if after := re.compile(rf",?\s{named}\b").match(text, role[1]):
        return role[0], after.end()
    before = re.search(rf"\b{named},\s$", text[: role[0]])
    return (before.start(), role[1]) if before else None


def _sentence(article: Article, within: Span) -> Passage:
    start, end = sentence_at(article.text, within[0]) or within
    return Passage(f"{article.id}:p{start}-{end}", article.id, start, end)
