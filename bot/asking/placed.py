"""Whom a role means whose town, team or firm only the page tells: "the Smyrna coach", "the zoo's director".

An article that is about Smyrna writes "coach Ann Lee". What the role leaves out is then told by the rest of
the page; a name as what the page is about, a common noun ("the zoo") wherever it stands. Nobody is taken
for another: a page that has the role for somebody without a name, or is as much about another town, tells
nothing, and where several people fit, all of them are returned.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.asking.called import MOST_PAGES, Named, called_so, titled_so
from bot.asking.roles import Role, role_of, role_words, roles_of, usual, with_its_place
from index.kinds import COMPANY_NOUNS, ORGANISATION_NOUNS
from index.layout import sentences
from index.lexicon import OFFICES, is_person_noun
from index.phrases import core_of
from index.search import quoted
from index.searching.topic import STOP_WORDS
from index.types import Article, Span, Statement

if TYPE_CHECKING:
    from index.storing.reading import Reading


MENTIONING = 2_000  # passages with a word of it
LEADING = 4  # words at the head of a sentence that tell what it is about
OFTEN = 3  # so often a page has a name of its title that it is about
FOREMOST = 2  # so many times more often than any other name does what a page is about lead its sentences

# Their land is never left to the page: who meets the German president is no German.
_OF_A_LAND = frozenset(
    "president minister secretary governor chancellor premier king queen prince princess pope mayor senator "
    "representative ambassador judge lawmaker official".split()
)
# A coach may be called head coach, or longtime coach, and is the coach.
_ALSO_TOLD = frozenset("head longtime veteran senior new acting interim".split())
# Of these a page has one on either side.
_OF_A_SIDE = frozenset(
    "coach captain manager quarterback goalkeeper player attorney counsel solicitor".split()
)
_BODIES = ORGANISATION_NOUNS | COMPANY_NOUNS
_LINKS = {"O": "of", "F": "for", "T": "the", "A": "and"}
_NO_TOPIC = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]+|[A-Z][a-z]*\.")


@dataclass(frozen=True, slots=True)
class Asked:
    """A role as it was asked for: in its words, and what pages must hold that have somebody in it."""

    written: str
    role: Role
    sought: tuple[str, ...]
    known: Named = lambda _: ()

    def is_person(self, word: str) -> bool:
        """Whether the articles know a person by this word alone."""
        return any(" " in name for name in self.known(word))

    def named(self, names: Collection[str]) -> str:
        """Return those names in the order in which they were asked for."""
        return " ".join(word for word in re.findall(r"\w+", self.written) if word.casefold() in names)


@dataclass(frozen=True)
class Page:
    """An article with the roles it gives to those it quotes."""

    article: Article
    said: Sequence[Statement]

    def roles(self) -> Iterator[tuple[Role, Span]]:
        """Yield what this article calls each of those it quotes, and where."""
        for s in self.said:
            if s.speaker and s.role and s.source_kind == "person":
                for role in roles_of(s.speaker, with_its_place(self.article.text, s.role)):
                    yield role, s.role

    def has_somebody_without_a_name(self, noun: str) -> bool:
        """Whether it quotes a coach whom it does not name."""
        return any(
            s.speaker is None
            and s.mention
            and core_of(usual(self.article.text[slice(*s.mention)]))[1] == noun
            for s in self.said
        )

    def is_a_name(self, word: str) -> bool:
        """Whether a word stands here with a capital alone."""
        return not re.search(rf"\b{re.escape(word)}\b", self.article.text)

    def has_in_a_row(self, words: str) -> bool:
        """Whether it has these words one after the other."""
        return bool(re.search(rf"\b{re.escape(words)}\b", self.article.text, re.IGNORECASE))

    def tells_before(self, role: Span, body: str) -> bool:
        """Whether the paragraph of a role, or the one before, is of this body and of no other."""
        text = self.article.text
        start = text.rfind("\n", 0, len(text[: text.rfind("\n", 0, role[0]) + 1].rstrip())) + 1
        beside = text[start : role[1]]
        others = _BODIES & set(re.findall(r"[a-z]+", beside)) - {body}
        return _stands_as_noun(body, beside) and not any(_stands_as_noun(other, beside) for other in others)

    def spelt_out(self, short: str) -> frozenset[str]:
        """Return the words that an abbreviation stands for here: defense and department, for DOD."""
        letters = [rf"(?:{letter}[\w’'-]+|{_LINKS.get(letter, '(?!)')})" for letter in short.upper()]
        found = re.search(r"\b" + r"[\s-]+(?:(?:of|for|the|and)\s)*".join(letters), self.article.text)
        return role_words(found.group()) if found and len(short) > 1 else frozenset()

    @cached_property
    def leading(self) -> tuple[frozenset[str], ...]:
        """The names, in lower case, that lead each sentence, but for those of the people quoted."""
        return tuple(
            frozenset(
                word.lower()
                for word in self._head(low, high)
                if word not in self._people
                and not _NO_TOPIC.fullmatch(word)
                and word.lower() not in STOP_WORDS
                and self.is_a_name(word.lower())
            )
            for low, high in sentences(self.article.text)
        )

    def _head(self, low: int, high: int) -> list[str]:
        """Return the capital words that a sentence begins with."""
        head = re.compile(rf"(?:\S+\s+){{0,{LEADING}}}").match(self.article.text, low, high)
        return re.findall(r"(?<![\w’'-])[A-Z]\w*(?!-?\w)", head.group() if head else "")

    def is_about(self, word: str) -> bool:
        """Whether a name leads far more sentences than any other that the title does not have as well."""
        title = {each.lower() for each in self._title}
        rivals = [
            n for name, n in self._leads.items() if name != word and (word not in title or name in title)
        ]
        own, most = self._leads[word], max(rivals, default=0)
        if own > 1:
            return own >= FOREMOST * most
        often = len(re.findall(rf"\b{re.escape(word)}\b", self.article.text, re.IGNORECASE)) >= OFTEN
        return word in title and often and most < FOREMOST

    def is_about_one_side(self, word: str) -> bool:
        """Whether a name leads far more sentences than any other, and the title has no other: two sides
        have a coach each."""
        own = self._leads[word]
        most = max((n for name, n in self._leads.items() if name != word), default=0)
        others = {each for each in self._title if each[0].isupper() and self.is_a_name(each.lower())}
        return own > 1 and own >= FOREMOST * most and not {each.lower() for each in others} - {word}

    @cached_property
    def _leads(self) -> Counter[str]:
        return Counter(name for names in self.leading for name in names)

    @cached_property
    def _title(self) -> frozenset[str]:
        """The words of the title, but for the names of those quoted."""
        return frozenset(re.findall(r"[\w'-]+", self.article.title)) - self._people

    @cached_property
    def _people(self) -> frozenset[str]:
        people = (s for s in self.said if s.source_kind == "person")
        return frozenset(word for s in people for name in s.speakers for word in name.split())

    def is_nickname(self, word: str, of: str) -> bool:
        """Whether "the Eagles" are those of a town: wherever they stand, their sentence or the one before
        begins with it."""
        if not (word.endswith("s") and self.is_a_name(word)):
            return False
        told = set[str]()
        for number, (low, high) in enumerate(sentences(self.article.text)):
            text = self.article.text[low:high]
            if re.search(rf"\b{of} {word}\b", text, re.IGNORECASE):
                return True
            if re.search(rf"\b[Tt]he (?:[a-z-]+ )?{word}\b", text, re.IGNORECASE):
                own = self.leading[number] - {word}
                told |= own or (self.leading[number - 1] - {word} if number else set())
        return told == {of}


def _stands_as_noun(word: str, text: str) -> bool:
    """Whether a common noun stands there by itself: "the zoo opened", and not "the angry bear"."""
    pattern = (
        rf"\b(?:the|an?|its|their|our|this)\s(?:[\w-]+\s)?{re.escape(word)}"
        r"(?=['’]s|[,.;:”\"]|\s(?:of|in|at|is|was|has|had|and|said|says|will|to|for|on|that|which|with|from"
        r"|[a-z]+ed)\b)"
    )
    return bool(re.search(pattern, text, re.IGNORECASE))


def on_page(store: "Reading", words: str, named: Named) -> tuple[str, ...]:
    """Return whom a role means by what the page tells beside it: none, the one, or several to choose from."""
    read = _read(words)
    if read is None:
        return ()
    asked = replace(read, known=named)
    if called := called_so(store, asked.written, named):
        return called
    ids = _holding(store, asked.sought)
    if not asked.sought or len(ids) > MOST_PAGES:
        return ()
    if titled := titled_so(store, ids, asked.written, named):
        return titled
    fitting = {name for id_ in sorted(ids) for name in _fitting(_page(store, id_), asked)}
    return tuple(sorted(fitting))


def _read(words: str) -> Asked | None:
    """Read a role that tells more than a noun: "the Smyrna coach", and not "the coach"."""
    written = re.sub(r"^(?:the|an?)\s", "", words.strip(), flags=re.IGNORECASE)
    role = role_of("", written)
    says_who = is_person_noun(role.head) or role.head in OFFICES
    if not says_who or role.head not in role.own or len(role.words) < 2:
        return None
    plain = role_words(written) & frozenset(re.findall(r"\w+", written.casefold()))
    return Asked(written, role, tuple(sorted(plain - {role.head} - _ALSO_TOLD)))


def _holding(store: "Reading", sought: Sequence[str]) -> set[str]:
    """Return the articles that hold all these words."""
    holding = []
    for word in sought:
        found = store.lexical(quoted(word), kind="passage", limit=MENTIONING)
        holding.append({passage.article_id for passage in store.passages_by_id([id_ for id_, _ in found])})
    return set.intersection(*holding) if holding else set()


def _page(store: "Reading", id_: str) -> Page:
    article = store.article(id_)
    assert article is not None, "it was found by its passage"
    return Page(article, store.statements(article_id=id_))


def _fitting(page: Page, asked: Asked) -> Iterator[str]:
    """Yield who bears the role on a page that tells the rest of it."""
    if page.has_somebody_without_a_name(asked.role.head):
        return
    for role, place in page.roles():
        is_one = asked.role.head in role.own and role.ranks == asked.role.ranks
        if is_one and _is_told(page, asked, role, place):
            yield role.name


def _is_told(page: Page, asked: Asked, role: Role, place: Span) -> bool:
    """Whether a page tells what a role leaves out of that asked for, and the role nothing against it."""
    wanted, head = asked.role.words - _ALSO_TOLD, asked.role.head
    missing, more = wanted - role.words, role.words - wanted - _ALSO_TOLD
    for short, of in [*((word, role.words) for word in missing), *((word, wanted) for word in more)]:
        if (out := page.spelt_out(short)) and out <= of:  # "DOD" for the Defense Department's spokesman
            missing, more = missing - out - {short}, more - out - {short}
    if not missing:
        return not more
    names = {word for word in wanted - {head} if page.is_a_name(word)}
    if missing - names:  # "the police chief" is not the fire chief
        is_sure = not more and not names and head not in _OF_A_SIDE
        return is_sure and all(page.tells_before(place, word) for word in missing)
    if names - missing:  # "the Los Angeles Rams coach" is who is called the Rams coach
        return more <= _BODIES and page.has_in_a_row(asked.named(names))
    if any(asked.is_person(name) for name in names):  # "the Lee editor" is not whoever writes about Lee
        return False
    if head in _OF_A_LAND or (len(names) > 1 and not page.has_in_a_row(asked.named(names))):
        return False
    nicknames = {word for word in more if word not in _BODIES or page.is_a_name(word)}
    if nicknames:
        return all(page.is_nickname(word, of) for word in nicknames for of in names)
    return all(map(page.is_about_one_side if head in _OF_A_SIDE else page.is_about, names))
