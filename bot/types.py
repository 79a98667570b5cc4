"""The nouns of the application. Offsets are Python string indices into the article's stored text."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from index.types import Span

Order = Literal["", "newest", "oldest"]
Place = tuple[str, int, int]  # the id of an article, and where in its text
Want = Literal["statements", "who", "when", "fact", "compare", "list", "change", "verify", "person"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: who, about what, when, and which shape of answer."""

    text: str
    want: Want
    speakers: tuple[str, ...] = ()  # names as the register writes them
    unknown: tuple[str, ...] = ()  # names asked for that the register does not hold
    choices: tuple[str, ...] = ()  # several people fit one name: ask which
    chosen_for: str = ""  # the words of the question that fit them
    namesakes: tuple[str, ...] = ()  # others whom the name of the one speaker fits as well
    taken: tuple[tuple[str, str], ...] = ()  # words that were taken for somebody, and the name: (Haart, Hart)
    topic: str = ""
    quoted: str = ""  # the topic letter by letter, where it stands in quote marks: somebody's very words
    act: str = ""  # "praise", "deny": the verb that asks for more than that somebody spoke
    besides: tuple[str, ...] = ()  # "who criticised Lee?": anybody but Lee
    occasion: str = ""  # when it was said, in words: "when he lost the election", "at the debate"
    since: date | None = None
    until: date | None = None
    any_year: bool = False  # the day or month was named without a year
    order: Order = ""  # "most recently", "first": what to show foremost
    shown: tuple[Place, ...] = ()  # for "what else?": what the answers before have shown
    asked: str = ""  # the question in full, where its text leaves out something said before
    near: tuple[str, ...] = ()  # the articles just cited, where such a question looks first
    meant: tuple[str, ...] = ()  # whom a question for a fact names, and a pronoun after it may mean

    @property
    def in_full(self) -> str:
        """The question as it would be asked alone."""
        return self.asked or self.text


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters of an article, shown as evidence. Always `quote == article.text[start:end]`."""

    number: int
    article_id: str
    start: int
    end: int
    quote: str
    speaker: str | None
    kind: str  # "direct", "mixed", "indirect" or "passage"
    title: str
    published: date | None
    url: str | None
    source: str | None
    mention: Span | None = None
    confidence: float = 1.0
    co_speakers: tuple[str, ...] = ()  # the others, where several say it together

    @property
    def speakers(self) -> tuple[str, ...]:
        """All who say it, by name."""
        return () if self.speaker is None else (self.speaker, *self.co_speakers)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an answer: a phrase of ours, then the evidence it introduces, if any.

    `pieces` are the parts of the cited quotation to show, one after the other. A sentence of a model
    has no citation of its own but rests on those in `cites`; `doubt` is why it is not verified, if so.
    """

    lead: str
    citation: Citation | None = None
    pieces: tuple[Span, ...] = ()
    cites: tuple[Citation, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence of a model that is not shown, because its sources do not bear it out, and why."""

    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown. `abstained` means: the articles do not hold it; `reason` says so in words.

    The blocks of an abstaining answer still say what there is instead, but its `citations` are
    empty: nothing is cited as an answer.

    Where a language model took part, `model` is its name, `prompt` the version of the prompts, and
    `notice` a sentence about what went wrong with it, if anything did.
    """

    question: str
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...] = ()
    abstained: bool = False
    reason: str = ""
    choices: tuple[str, ...] = ()  # questions to offer as buttons
    took_ms: float = 0.0
    model: str | None = None
    prompt: str | None = None
    withheld: tuple[Withheld, ...] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a conversation carries from one question to the next."""

    question: Question | None = None
    cited: tuple[Citation, ...] = field(default=())
