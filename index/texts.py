"""What search sees of a statement or passage: its own words, and the context that names it."""

from dataclasses import dataclass
from hashlib import blake2b

from index.layout import sentences
from index.types import Article, Span, Statement

VERSION = 1  # part of each article's fingerprint: raise it when the texts below change
_BEFORE = 400  # characters looked at for the sentence before; more would drown the statement


@dataclass(frozen=True, slots=True)
class SearchText:
    """`content` weighs most in a lexical search; `context` is there so that names and topics match."""

    content: str
    context: str

    @property
    def embedded(self) -> str:
        """The text whose vector is stored; content first, as the model cuts long texts at the end."""
        return f"{self.content}\n{self.context}".strip()


def statement_text(article: Article, statement: Statement) -> SearchText:
    """Return a statement's words, with who says them, the article's title and the sentence before."""
    named = [statement.speaker or ""]
    named += [article.text[slice(*span)] for span in (statement.mention, statement.role) if span]
    context = [*dict.fromkeys(named), article.title, _sentence_before(article.text, statement.start)]
    return SearchText(article.text[statement.start : statement.end], "\n".join(filter(None, context)))


def passage_text(article: Article, span: Span) -> SearchText:
    """Return a passage's words, with the article's title as context."""
    return SearchText(article.text[slice(*span)], article.title)


def _sentence_before(text: str, at: int) -> str:
    """Return the sentence that ends at `at`, and where `at` is within a sentence also the one before."""
    spans = list(sentences(text, max(0, at - _BEFORE), at))[-2:]
    return text[spans[0][0] : at].strip() if spans else ""


def vector_key(item_id: str, text: SearchText) -> str:
    """Return what a vector is called: another text, or the same in another place, is another key."""
    parts = "\0".join((item_id, text.content, text.context))
    return blake2b(parts.encode(), digest_size=12).hexdigest()
