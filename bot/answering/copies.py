"""What is shown once: a wire copy in many articles, and words that a longer quotation beside them has too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from bot.answering.whole import in_its_sentence
from index.searching.topic import content_words
from index.types import Hit, Span, Statement

if TYPE_CHECKING:
    from index.store import Store

SAME_WORDS = 92  # rapidfuzz ratio from which two statements of one speaker are one wire copy


@dataclass(frozen=True, slots=True)
class _Shown:
    """A statement, the pieces that are shown of it, and its words that carry meaning."""

    statement: Statement
    pieces: tuple[Span, ...]
    words: str


def without_copies(store: "Store", hits: Sequence[Hit]) -> list[list[Statement]]:
    """Group statements that are the same words of the same speaker, each group's best first.

    Within an article, a statement joins one that holds all of its words: the longer is the better.
    """
    groups: list[list[_Shown]] = []
    for hit in hits:
        if not isinstance(hit.item, Statement):
            continue
        shown = _shown(store, hit.item)
        for group in groups:
            if group[0].statement.speakers != hit.item.speakers:
                continue
            if _is_within(shown, group[0]) or ratio(group[0].words, shown.words) >= SAME_WORDS:
                group.append(shown)
                break
            if _is_within(group[0], shown):
                group.insert(0, shown)
                break
        else:
            groups.append([shown])
    return [[each.statement for each in group] for group in groups]


def _shown(store: "Store", statement: Statement) -> _Shown:
    article = store.article_of(statement)
    words = " ".join(content_words(" ".join(article.text[slice(*piece)] for piece in statement.pieces)))
    return _Shown(statement, in_its_sentence(article, statement).pieces, words)


def _is_within(part: _Shown, whole: _Shown) -> bool:
    """Whether an article's statement lies in what is shown of another, or has nothing but words of it."""
    said, other = part.statement, whole.statement
    if said.article_id != other.article_id:
        return False
    return lies_in(said, whole.pieces) or f" {part.words} " in f" {whole.words} "


def lies_in(statement: Statement, pieces: Sequence[Span]) -> bool:
    """Whether all of a statement stands in one of these pieces, and not between two of them."""
    return any(start <= statement.start and statement.end <= end for start, end in pieces)
