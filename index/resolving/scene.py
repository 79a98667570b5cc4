"""What of an article the resolver of mentions looks at: who is named where, and who has spoken."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.layout import number_at, paragraphs, quoted_spans, sentences
from index.naming.gender import Gender
from index.naming.names import Person
from index.naming.organisations import Organisation
from index.types import Link, SourceKind, Span

NAMED, SHARED_SURNAME, ONE_CANDIDATE, NEAREST = 0.98, 0.7, 0.9, 0.7
LATEST = 12  # pieces of reported speech that a pronoun may look back over
SUREST_CALLED = 0.55  # from here a description counts as what the article calls somebody


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention turned out to be."""

    speaker: str | None
    kind: SourceKind
    chain: tuple[Link, ...] = ()
    confidence: float = 1.0
    co_speakers: tuple[str, ...] = ()  # the others, where several say it together


NOBODY = Reading(None, "unnamed")


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's people and organisations with their places, and its layout."""

    text: str
    people: Sequence[Person]
    organisations: Sequence[Organisation]
    places: tuple[tuple[Span, Person], ...]  # every place where a person is named, in order
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    quotes: tuple[Span, ...]

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds `offset`."""
        return number_at(self.sentences, offset)

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that holds `offset`."""
        return number_at(self.paragraphs, offset)

    def quoted(self, span: Span) -> bool:
        """Whether `span` stands in a quotation."""
        if not self.quotes:
            return False
        low, high = self.quotes[number_at(self.quotes, span[0])]
        return low <= span[0] and span[1] <= high

    def named(self, start: int, end: int) -> Sequence[tuple[Span, Person]]:
        """Return the places from `start` up to `end` that name a person, in order."""
        first = bisect_left(self.places, start, key=lambda place: place[0][0])
        return self.places[first : bisect_left(self.places, end, key=lambda place: place[0][0])]

    def in_full(self, span: Span, person: Person) -> tuple[Link, ...]:
        """Return the step from a short name to the place that gives it in full, where there is one."""
        short = self.text[slice(*span)]
        full = next((s for s in person.spans if self.text[slice(*s)] == person.name), None)
        return (Link(full, f"{short} is {person.name}"),) if full and short != person.name else ()


@dataclass(slots=True)
class Memory:
    """Who has spoken so far, in the order of the text, and what they were called."""

    spoken: list[tuple[int, Person | None]] = field(default_factory=list)  # None: somebody unnamed
    called: dict[str, list[Span]] = field(default_factory=dict)  # descriptions, by whom they meant
    reported: list[Span] = field(default_factory=list)  # words put into somebody's mouth, quoted or not
    hearsay: list[Span] = field(default_factory=list)  # what groups, firms and documents are said to say
    mentions: list[tuple[Span, str | None]] = field(default_factory=list)  # of all who spoke; which person
    named: list[tuple[Span, Reading]] = field(default_factory=list)  # of those who have a name: who it is
    documents: dict[str, tuple[Span, Reading]] = field(default_factory=dict)  # "report": where, and whose
    genders: dict[str, Gender] = field(default_factory=dict)  # of those who were surely "he" or "she" so far

    def reports(self, span: Span) -> bool:
        """Whether a span stands in what somebody was reported to say, shortly before."""
        return any(low <= span[0] < high for low, high in self.reported[-LATEST:])

    def source_at(self, span: Span) -> str | None:
        """Return the person whose mention a span stands in, if one spoke shortly before."""
        here = (who for (low, high), who in self.mentions[-LATEST:] if low <= span[0] and span[1] <= high)
        return next(filter(None, here), None)

    def rumours(self, span: Span) -> bool:
        """Whether a span stands in what no single person was reported to say, shortly before."""
        return any(low <= span[0] < high for low, high in self.hearsay[-LATEST:])

    def last_speakers(self, how_many: int) -> dict[str, tuple[int, Person]]:
        """Return the last distinct people to speak, the latest first, and where they last did."""
        latest: dict[str, tuple[int, Person]] = {}
        for at, person in reversed(self.spoken):
            if person and person.name not in latest and len(latest) < how_many:
                latest[person.name] = (at, person)
        return latest


def scene_of(text: str, people: Sequence[Person], organisations: Sequence[Organisation]) -> Scene:
    """Lay out an article for reading its mentions."""
    places = sorted(((span, person) for person in people for span in person.spans), key=lambda p: p[0])
    return Scene(
        text,
        people,
        organisations,
        tuple(places),
        tuple(sentences(text)),
        tuple(paragraphs(text)),
        tuple(quoted_spans(text)),
    )
