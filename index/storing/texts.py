"""What search sees of a statement or passage: its own words, who says them, and what leads up to them."""

from dataclasses import dataclass
from hashlib import blake2b

from index.layout import sentences
from index.types import Article, Span, Statement

VERSION = 3  # part of each article's fingerprint: raise it when the texts below change
_BEFORE = 400  # characters looked at for the sentence before; more would drown the statement


@dataclass(frozen=True, slots=True)
class SearchText:
    """`content` is the item's own words, `about` who says them and the article's title, `before` what
    leads up to them. A lexical search looks through all three, the first weighs most."""

    content: str
    about: str
    before: str = ""

    @property
    def embedded(self) -> str:
        """The text whose vector is stored; content first, as the model cuts long texts at the end.

        Not the words before: with them, half of the best hits were the neighbours of what was sought
        (mean reciprocal rank over the dev questions' topics 0.50 with them, 0.71 without).
        """
        return f"{self.content}\n{self.about}".strip()


def statement_text(article: Article, statement: Statement) -> SearchText:
    """Return a statement's words, with who says them, the article's title and the sentence before."""
    named = list(statement.speakers)
    named += [article.text[slice(*span)] for span in (statement.mention, statement.role) if span]
    return SearchText(
        content=article.text[statement.start : statement.end],
        about="\n".join(filter(None, [*dict.fromkeys(named), article.title])),
        before=_sentence_before(article.text, statement.start),
    )


def passage_text(article: Article, span: Span) -> SearchText:
    """Return a passage's words, with the article's title."""
    return SearchText(article.text[slice(*span)], article.title)


def _sentence_before(text: str, at: int) -> str:
    """Return the sentence that ends at `at`, and where `at` is within a sentence also the one before."""
    spans = list(sentences(text, max(0, at - _BEFORE), at))[-2:]
    return text[spans[0][0] : at].strip() if spans else ""


def vector_key(item_id: str, text: SearchText) -> str:
    """Return what a vector is called: another text, or the same in another place, is another key."""
    parts = "\0".join((item_id, text.content, text.about))
    return blake2b(parts.encode(), digest_size=12).hexdigest()
