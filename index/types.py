"""The nouns of the index. All offsets are Python string indices, end exclusive, into `Article.text`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    import numpy as np

Span = tuple[int, int]
Kind = Literal["direct", "mixed", "indirect"]
Presentation = Literal["speech", "thought", "deed", "silence"]
SourceKind = Literal["person", "organisation", "document", "unnamed"]
ItemKind = Literal["statement", "passage"]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read. `text` is final: every offset anywhere refers to it."""

    id: str
    title: str
    text: str
    published: date | None = None
    url: str | None = None
    author: str | None = None
    source: str | None = None  # the publisher: "RT", "The Harbour Gazette"
    origin: str = ""  # the file or address it was read from, for messages and re-indexing


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text, for lists."""

    id: str
    title: str
    published: date | None
    source: str | None
    url: str | None
    origin: str
    note: str
    statements: int
    characters: int


@dataclass(frozen=True, slots=True)
class Link:
    """A step from a mention towards a name: "he" ← "Pankin", and why."""

    mention: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said: who, in which exact characters, and how we know.

    `pieces` are the parts of a quotation split around its cue, in order; `start` and `end` span
    them all. `speaker` is the fullest name the article gives, or `None` where we do not know one;
    `co_speakers` are the others where several say it together ("Hart and Lee said"); `mention` is
    where the article names the source beside the words, whoever that is; `role` is what the article
    calls the speaker ("deputy foreign minister"). `presents` tells whether it is speech at all: what
    somebody believes, did or would not comment on is told of the speaker, and not said.
    """

    id: str
    article_id: str
    start: int
    end: int
    kind: Kind
    pieces: tuple[Span, ...]
    speaker: str | None
    source_kind: SourceKind
    mention: Span | None
    cue: Span | None
    role: Span | None
    chain: tuple[Link, ...]
    confidence: float
    co_speakers: tuple[str, ...] = ()
    presents: Presentation = "speech"

    @property
    def is_speech(self) -> bool:
        """Whether it was said or written, and is no thought, deed or silence."""
        return self.presents == "speech"

    @property
    def speakers(self) -> tuple[str, ...]:
        """All who say it, by name; nobody where we do not know one."""
        return () if self.speaker is None else tuple(dict.fromkeys((self.speaker, *self.co_speakers)))


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs, or sentences of a long one, for facts that nobody said; none cuts a statement."""

    id: str
    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or organisation over all articles, as `onrecord speakers` lists it."""

    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    statements: int
    articles: int
    quoted: int  # of the statements, those that are speech


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article names a person who may or may not speak in it."""

    name: str
    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Indexed:
    """All that indexing makes of one article; the store takes it whole or not at all."""

    article: Article
    fingerprint: str  # of everything the result depends on: text, metadata, versions of the stages
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    aliases: tuple[tuple[str, str], ...]  # (name, another way this article names the same speaker)
    note: str = ""  # what the reader should know, such as "not English: indexed as passages only"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a hit, all from 0 to 1 but for `words`.

    `exact` and `near`: the share of the topic's weight that its own words cover, by stem and by
    meaning too; `literal`: by the very words; `beside`: by stem, with the rest of its sentences that is
    nobody else's; `around`: by meaning, with the text about it; `cosine`: of the vectors; `margin`:
    how far that lies above the mean of all candidates.
    """

    exact: float
    near: float
    literal: float
    beside: float
    around: float
    cosine: float
    margin: float
    words: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement or passage found, with its score: higher is better."""

    item: Statement | Passage
    score: float
    evidence: Evidence | None = None

    @property
    def held(self) -> float:
        """The share of the topic that its own words hold, by stem; 0 where none was searched for."""
        return self.evidence.exact if self.evidence else 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is: `done` of `total` (`None`: not known yet), now at `where`."""

    stage: str
    done: int
    total: int | None
    where: str = ""


OnProgress = Callable[[Progress], None]


class Encoder(Protocol):
    """Texts → vectors. `name` says which model, so that vectors of two are never mixed."""

    name: str

    def encode(self, texts: Sequence[str]) -> "np.ndarray":
        """Return unit vectors, float32, of shape (len(texts), dimensions)."""
        ...

    def encode_parts(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]]
    ) -> "tuple[np.ndarray, list[np.ndarray]]":
        """Return the same, and for each text the unit vectors of these parts of it, a row each."""
        ...
