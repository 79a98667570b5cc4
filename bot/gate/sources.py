"""Evidence as it is offered to a language model and to the gate: each piece with the words around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.setting import occasion
from bot.checking.said import Said, speech
from bot.checking.words import STOP_WORDS
from bot.render import shown
from bot.types import Block, Citation
from index.layout import paragraphs
from index.types import Article, Span, Statement

if TYPE_CHECKING:
    from index.store import Store


@dataclass(frozen=True, slots=True)
class Source:
    """A statement or passage under the id by which a model refers to it: "s1", "s2", …

    `around` spans the paragraphs it stands in: what a sentence that rests on it may take its words
    from. `spoken` are the statements in there, the source's own first if it is one: their words are
    somebody's, and everything else is the article's.
    """

    id: str
    citation: Citation
    article: Article
    around: Span
    spoken: tuple[Statement, ...]
    roles: Mapping[str, tuple[str, ...]]  # what the articles call each speaker, by label

    @property
    def statement(self) -> Statement | None:
        """The statement that this source is, or `None` for a passage."""
        if self.citation.kind == "passage":
            return None
        span = self.citation.start, self.citation.end
        return next((s for s in self.spoken if (s.start, s.end) == span), None)

    @property
    def words(self) -> str:
        """The article's words that a placeholder for this source stands for, in the article's marks.

        The comma before a closing mark belongs to the article's sentence, not to the quotation; so does
        the capital with which reported speech begins there.
        """
        said = self.statement
        words = " ".join(shown(self.citation, said.pieces if said else ()).split())
        closing = words[-1:] if words[-1:] in "”\"'’»" else ""
        first = words.partition(" ")[0]
        if self.citation.kind != "direct" and first.lower() in STOP_WORDS and first != "I":
            words = words[:1].lower() + words[1:]
        return words.removesuffix(closing).rstrip(" ,") + closing

    @property
    def cue(self) -> str:
        """The words by which the article says that it was said, or nothing."""
        said = self.statement
        return self.article.text[slice(*said.cue)] if said and said.cue else ""

    @property
    def setting(self) -> str:
        """When or where it was said, as the article has it, or nothing."""
        span = occasion(self.article, self.statement) if self.statement else None
        return " ".join(self.article.text[slice(*span)].split()) if span else ""

    def labels_of(self, statement: Statement) -> tuple[str, ...]:
        """Return the names that attributions go by; an unnamed speaker's is where it is mentioned."""
        return labels(self.article, statement)

    def speech_of(self, statement: Statement) -> Said:
        """Return the words of a statement, for following a quotation through them."""
        return speech(self.article, [statement], statement)


def labels(article: Article, statement: Statement) -> tuple[str, ...]:
    """Return the speakers' names, or one made of the article's id and its words for an unnamed speaker."""
    if statement.speakers:
        return statement.speakers
    mention = article.text[slice(*statement.mention)] if statement.mention else "somebody"
    return (f"{article.id}: {' '.join(mention.split())}",)


def shown_as(label: str) -> str:
    """Return a label as a reader should see it: the name, or the article's words for the unnamed."""
    return label.partition(": ")[2] or label


def sources_of(blocks: Iterable[Block], store: "Store") -> tuple[Source, ...]:
    """Return the evidence of an answer as sources, numbered in the order shown."""
    cited = list({b.citation.number: b.citation for b in blocks if b.citation}.values())
    roles = {speaker.name: speaker.roles for speaker in store.speakers()}
    found = []
    for number, citation in enumerate(cited, 1):
        article = store.article(citation.article_id)
        if article:
            statements = store.statements(article_id=article.id)
            found.append(make_source(f"s{number}", citation, article, statements, roles))
    return tuple(found)


def make_source(
    id: str,
    citation: Citation,
    article: Article,
    statements: Sequence[Statement],
    roles: Mapping[str, Sequence[str]],
) -> Source:
    """Return a source; `statements` are those of the article, `roles` the register's, by name."""
    around = _paragraphs_about(article.text, (citation.start, citation.end))
    spoken = [s for s in statements if s.start < around[1] and around[0] < s.end]
    spoken.sort(key=lambda s: ((s.start, s.end) != (citation.start, citation.end), s.start))
    called = {label: list(roles.get(label, ())) for s in statements for label in labels(article, s)}
    for statement in statements:
        spans = [span for span in (statement.role, statement.mention) if span]
        called[labels(article, statement)[0]] += [article.text[slice(*span)] for span in spans]
    return Source(
        id, citation, article, around, tuple(spoken), {name: tuple(r) for name, r in called.items()}
    )


def _paragraphs_about(text: str, span: Span) -> Span:
    about = [p for p in paragraphs(text) if p[0] < span[1] and span[0] < p[1]] or [span]
    return min(about[0][0], span[0]), max(about[-1][1], span[1])
