"""Whom a sentence may mean: names, surnames and descriptions such as "the harbour master" → labels."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.checking.words import STOP_WORDS, Word, words
from bot.gate.sources import Source
from index.kinds import DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.lexicon import PERSON_NOUNS
from index.naming.personal import surname

LONGEST_WAY = 5  # words of a name or description
LONGEST_ROLE = 4  # words of a role that can stand for a person; a longer one tells a story


@dataclass(frozen=True, slots=True)
class Mention:
    """Words [first, last) of a sentence that stand for one of `labels`."""

    first: int
    last: int
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cast:
    """Every way in which the register and the offered sources name somebody, in lower case."""

    names: Mapping[tuple[str, ...], frozenset[str]]
    descriptions: Mapping[tuple[str, ...], frozenset[str]]
    roles: Mapping[str, frozenset[str]]  # the words of each label's roles

    def spot(self, found: Sequence[Word]) -> list[Mention]:
        """Find who is named, longest name first; a name has a capital, a description need not."""
        mentions, at = [], 0
        while at < len(found):
            mention = self._at(found, at)
            if mention:
                mentions.append(mention)
                at = mention.last
            else:
                at += 1
        return mentions

    def _at(self, found: Sequence[Word], at: int) -> Mention | None:
        for size in range(min(LONGEST_WAY, len(found) - at), 0, -1):
            forms = tuple(plain(word.form) for word in found[at : at + size])
            if forms in self.names and found[at].form[:1].isupper():
                return Mention(at, at + size, self.names[forms])
            if forms in self.descriptions:
                return Mention(at, at + size, self.descriptions[forms])
        return None


def make_cast(sources: Iterable[Source], written: Mapping[str, Sequence[str]]) -> Cast:
    """Gather the cast of `sources`; `written` maps each way the register has of writing a name to names.

    A surname alone means whoever bears it among the sources, if one does, else anybody who does.
    """
    everybody: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for way, names in written.items():
        for name in names:
            for form in (way, name, surname(name)):
                everybody[_key(form)].add(name)
    offered: dict[tuple[str, ...], set[str]] = defaultdict(set)
    described: dict[tuple[str, ...], set[str]] = defaultdict(set)
    roles: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        for statement in source.spoken:
            for name in statement.speakers:
                offered[_key(name)].add(name)
                offered[_key(surname(name))].add(name)
        for label, called in source.roles.items():
            for role in called:
                roles[label] |= {plain(word.form) for word in words(role)} - STOP_WORDS
                for described_as in _descriptions(role, label):
                    described[described_as].add(label)
    own = {way: frozenset(labels) for way, labels in offered.items() if way}
    return Cast(
        names={way: frozenset(labels) for way, labels in everybody.items() if way} | own,
        descriptions={way: frozenset(labels) for way, labels in described.items()},
        roles={label: frozenset(found) for label, found in roles.items()},
    )


def plain(form: str) -> str:
    """Return a word in lower case without its possessive ending."""
    return form.casefold().removesuffix("'s").removesuffix("'")


def _descriptions(text: str, label: str) -> set[tuple[str, ...]]:
    """The ways in which a role or mention can stand for its person: whole, and by its noun alone."""
    spelt = [plain(word.form) for word in words(text)]
    while spelt and spelt[0] in STOP_WORDS:
        spelt = spelt[1:]
    spelt = [word for word in spelt if word not in _key(label)] if ": " not in label else spelt
    head = next((i for i, word in enumerate(spelt) if word in ("of", "for", "in", "who", "at")), len(spelt))
    spelt = spelt[:head]
    found = set()
    if 0 < len(spelt) <= LONGEST_ROLE:
        found.add(tuple(spelt))
    if spelt and spelt[-1] in PERSON_NOUNS | ORGANISATION_NOUNS | DOCUMENT_NOUNS:
        found.add((spelt[-1],))
    return {way for way in found if not all(word in STOP_WORDS for word in way)}


def _key(name: str) -> tuple[str, ...]:
    return tuple(plain(word.form) for word in words(name))
