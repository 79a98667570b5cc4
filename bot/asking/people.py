"""Words of a question → people of the register: full names, surnames, misspellings, roles."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from bot.asking.initials import initials_of
from bot.asking.role_book import RoleBook
from bot.asking.roles import role_words, usual
from bot.asking.spelling import first_fits, nearest, plain_name
from index.kinds import DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.lexicon import PERSON_NOUNS, TITLES, is_person_noun
from index.naming.nobody import looks_like_a_name
from index.naming.personal import same_person, surname
from index.phrases import core_of
from index.searching.topic import STOP_WORDS
from index.types import Speaker

LEADS = 5  # a bare surname means whoever is quoted, or quoted in articles, so many times more than the next

_LINKS = frozenset(("of", "the"))
_PLACED = frozenset(("from", "for", "in", "at", "with", "near", "and", "or"))
_EMPTY = STOP_WORDS - _PLACED  # "As Trump" is Trump


@dataclass(frozen=True)
class Directory:
    """Everybody the articles quote or mention, ready to be looked up."""

    speakers: tuple[Speaker, ...]
    written: Mapping[str, tuple[str, ...]]  # each way a name is written → names of the register
    holds: Callable[[str], bool] = lambda _: False  # whether an article has these words in a row
    called: Callable[[str], Collection[str | None]] = lambda _: ()  # whom articles quote as "the official"
    quoted_in: Callable[[Collection[str]], Collection[str]] = lambda _: ()  # who is quoted in some articles
    # Whom a role means by what the page tells: (its words, how to look up a name) → names.
    on_page: Callable[[str, Callable[[str], tuple[str, ...]]], tuple[str, ...]] = lambda _, __: ()

    @cached_property
    def _counts(self) -> dict[str, int]:
        return {speaker.name: speaker.statements for speaker in self.speakers}

    @cached_property
    def _articles(self) -> dict[str, int]:
        return {speaker.name: speaker.articles for speaker in self.speakers}

    @cached_property
    def _index(self) -> dict[str, tuple[str, ...]]:
        """Names by how they are written, and people also by surname alone, all in lower case."""
        found: dict[str, set[str]] = defaultdict(set)
        for written, names in self.written.items():
            found[plain_name(written)].update(names)
        for names in list(self.written.values()):
            for name in names:
                found[plain_name(name)].add(name)
                found[plain_name(surname(name))].add(name)
        return {words: tuple(sorted(names)) for words, names in found.items() if words}

    @cached_property
    def _roles(self) -> RoleBook:
        return RoleBook(self.speakers, self.holds, self.called, self._narrow)

    @cached_property
    def _given(self) -> dict[str, tuple[str, ...]]:
        """People who are quoted, by their given name alone."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._counts:
            first = plain_name(name).split()[0]
            if " " in name and looks_like_a_name(name) and not is_person_noun(first) and first not in TITLES:
                found[first].add(name)
        return {first: tuple(sorted(names)) for first, names in found.items()}

    def speaks(self, name: str) -> bool:
        """Whether the register holds a statement by `name`."""
        return name in self._counts

    def look_up(self, words: str, *, given: bool = False) -> tuple[str, ...]:
        """Return the names that `words` may stand for: none, the one, or several to choose from.

        `given`: they need only ask for somebody, and not prove who it was. Then a given name alone will do,
        the initials, and a role with what only the page tells.
        """
        plain = plain_name(words)
        if not plain:
            return ()
        named = self._by_name(plain)
        if named and not any(map(self.speaks, named)):
            return self._instead_of_a_silent(words, given) or named
        return self._known(words, named, given) or self._guessed(words, given)

    def guesses(self, words: str) -> bool:
        """Whether `words` are taken for somebody whom they do not name as the articles do."""
        return not self._known(words, self._by_name(plain_name(words)), given=True)

    def _known(self, words: str, named: tuple[str, ...], given: bool) -> tuple[str, ...]:
        plain = plain_name(words)
        return (
            named
            or (self._narrow(self._given.get(plain, ())) if given else ())
            or self.by_role(plain)
            or self._author_of(plain)
            or self._by_part(plain)
            or self._known_as(plain)
        )

    def _guessed(self, words: str, given: bool) -> tuple[str, ...]:
        plain = plain_name(words)
        if given and (
            meant := self._by_initials(words) or self._by_page(words) or self._roles.learned_of(words)
        ):
            return meant
        is_common = is_person_noun(plain.removesuffix("s")) if words[:1].islower() else plain in PERSON_NOUNS
        if is_common:
            return ()  # "voters" is nobody's name; Altman may be, whatever it ends in
        return self._misspelt(plain) or self._misspelt(_without_title(plain))

    def _instead_of_a_silent(self, words: str, given: bool) -> tuple[str, ...]:
        """Who is meant where the words were also taken for a name of somebody who is never quoted."""
        plain = plain_name(words)
        is_role = " " in plain and is_person_noun(core_of(usual(plain))[1])
        found = self.by_role(plain) if is_role else ()
        return found or (
            (self._by_initials(words) or (self._by_page(words) if is_role else ())) if given else ()
        )

    def is_a_source(self, words: str) -> bool:
        """Whether articles quote a body by its kind, as the last of these words: "the ministry"."""
        noun = core_of(words)[1]
        return noun in ORGANISATION_NOUNS and bool(self.called(noun))

    def namesakes(self, words: str, name: str) -> tuple[str, ...]:
        """Return the others who are quoted and whom a bare name fits too: "Lee", taken for Ann Lee."""
        bare = " ".join(word for word in plain_name(words).split() if word.rstrip(".") not in TITLES)
        fitting = set(map(self._speaking, self._index.get(bare) or self._given.get(bare, ())))
        others = [n for n in fitting if n != name and " " in n and n in self._counts]
        return tuple(sorted(others, key=lambda n: (-self._counts[n], n))) if name in fitting else ()

    def spot(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """Find names written with a capital anywhere in `text`: (start, end, names), in order."""
        tokens = list(re.finditer(r"[^\W_][\w’'-]*\.?", text))
        found, at = [], 0
        while at < len(tokens):
            for size in range(min(5, len(tokens) - at), 0, -1):
                first, last = tokens[at], tokens[at + size - 1]
                piece = text[first.start() : last.end()]
                if not piece[0].isupper():
                    continue
                names = self._index.get(plain_name(piece), ())
                if names:
                    found.append((first.start(), last.end(), self._narrow(names)))
                    at += size - 1
                    break
            at += 1
        return found

    def described(self, text: str) -> set[str]:
        """Find people described anywhere in `text`, "the mayor", where that can only be one."""
        found = (
            self.by_role(" ".join(words[:size]))
            for words in (plain_name(after).split()[:4] for after in re.split(r"\b[Tt]he\s", text)[1:])
            for size in range(1, len(words) + 1)
            if is_person_noun(words[size - 1])
        )
        return {names[0] for names in found if len(names) == 1}

    def _by_name(self, words: str) -> tuple[str, ...]:
        tokens = words.split()
        for cut in range(len(tokens)):
            names = self._index.get(" ".join(tokens[cut:]))
            if not names:
                continue
            if _is_of_it(tokens[:cut]):
                return ()  # "the secretary of state" is not the State, the head of the League not the League
            given = [t for t in tokens[:cut] if t.rstrip(".") not in TITLES and t not in _EMPTY]
            if any(t in _PLACED for t in given):
                return ()  # "the builder from Outer Holm" is not Outer Holm
            fitting = [n for n in names if not given or first_fits(given, n)]
            if fitting:
                return self._narrow(fitting, role_words(" ".join(tokens[:cut])))
        return ()

    def by_role(self, words: str) -> tuple[str, ...]:
        """ "the deputy foreign minister": whoever's role has all of these words, and best no others."""
        return self._roles.bearers(words)

    def in_role_there(self, words: str, articles: Collection[str]) -> tuple[str, ...]:
        """Return whom "the governor" means after some articles: the one quoted in them who bears the role."""
        return self._roles.bearer_among(words, partial(self.quoted_in, articles))

    def _author_of(self, words: str) -> tuple[str, ...]:
        """ "the Coastal Institute's report" is the Coastal Institute speaking."""
        head, _, last = words.rpartition(" ")
        return self._by_name(head.removeprefix("the ")) if last in DOCUMENT_NOUNS and head else ()

    def _by_part(self, words: str) -> tuple[str, ...]:
        """ "Jane Branstetter" for Jane Branstetter Stranch: two or more of the words of one name."""
        asked = set(words.split())
        if len(asked) < 2:
            return ()
        return self._narrow(n for w, names in self._index.items() if asked < set(w.split()) for n in names)

    def _known_as(self, words: str) -> tuple[str, ...]:
        """ "Dudley Stokes" for Tal Stokes, where an article has "Dudley ‘Tal’ Stokes"."""
        first, _, last = words.rpartition(" ")
        known = [n for n in self._index.get(last, ()) if " " in n] if len(words.split()) == 2 else []
        return self._narrow(n for n in known if self.holds(f"{first} {plain_name(n).split()[0]} {last}"))

    def _by_page(self, words: str) -> tuple[str, ...]:
        """ "The Smyrna coach": whoever is called coach on a page that is about Smyrna."""
        found = self.on_page(words, lambda name: self._index.get(plain_name(name), ()))
        return self._narrow(name for name in map(self._speaking, found) if self.speaks(name))

    def _by_initials(self, words: str) -> tuple[str, ...]:
        """ "AOC" for Alexandria Ocasio-Cortez, where nobody else has these initials."""
        return tuple(self._initials.get(words.replace(".", ""), ()))

    @cached_property
    def _initials(self) -> dict[str, list[str]]:
        """Whoever is quoted, by the initials: of organisations, too, which bear them more often."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._counts:
            for short in initials_of(name):
                found[short].append(name)
        return found

    def _misspelt(self, words: str) -> tuple[str, ...]:
        if len(words) < 3 or words.split()[0] in _LINKS:
            return ()
        if " " not in words and self.holds(words):
            return ()  # what stands in an article is no misspelling: Coke is not Zia Cooke
        return self._narrow(
            {name for written in nearest(words, self._index) for name in self._index[written]}
        )

    def _speaking(self, name: str) -> str:
        """The same person's name under which he speaks: "James B. Comey" for James Comey."""
        if name in self._counts or " " not in name:
            return name
        others = self._by_surname.get(surname(name).lower(), ())
        same = [other for other in others if " " in other and same_person(name, other)]
        return same[0] if len(same) == 1 else name

    @cached_property
    def _by_surname(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for speaker in self.speakers:
            found[surname(speaker.name).lower()].append(speaker.name)
        return found

    def _narrow(self, names: Iterable[str], title: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Prefer people who speak; of those, one with the title, or quoted far more than the rest.

        Who is known by a surname alone, which one of the others has, is no choice beside them.
        """
        names = list(names)
        titled = {role.name for role in self._roles.roles if title and title <= role.own}
        names = [n for n in names if n in titled] or names
        everyone = sorted(set(map(self._speaking, names)), key=lambda n: (-self._counts.get(n, 0), n))
        full = {surname(n) for n in everyone if " " in n}
        everyone = [n for n in everyone if n not in full]
        speaking = [n for n in everyone if n in self._counts]
        if len(speaking) > 1 and self._leads(speaking[0], speaking[1:]):
            return (speaking[0],)
        return tuple(speaking or everyone)

    def _leads(self, first: str, others: Sequence[str]) -> bool:
        """Whether somebody is quoted far more, or in far more articles, than each of the others.

        One long interview gives many statements; who is quoted everywhere is who is meant everywhere.
        """
        statements, articles = self._counts, self._articles
        return statements[first] >= LEADS * statements[others[0]] or articles[first] >= LEADS * max(
            articles[other] for other in others
        )


def _is_of_it(before: Sequence[str]) -> bool:
    """Whether words before a name make another of it: "the head of the", and not "the report of the"."""
    of_the = len(before) > 2 and list(before[-2:]) == ["of", "the"] and before[-3] not in DOCUMENT_NOUNS
    return of_the or before[-1:] == ["of"]


def _without_title(words: str) -> str:
    """Return a name without the titles before it: the misspelt name of a prince is looked for without it."""
    first, _, rest = words.partition(" ")
    return _without_title(rest) if rest and first.rstrip(".") in TITLES else words
