"""What is shown once: a wire copy in many articles, and words that a longer quotation beside them has too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from bot.answering.whole import in_its_sentence
from index.topic import content_words
from index.types import Hit, Statement

if TYPE_CHECKING:
    from index.store import Store

SAME_WORDS = 92  # rapidfuzz ratio from which two statements of one speaker are one wire copy


@dataclass(frozen=True, slots=True)
class _Shown:
    """A statement, the characters that are shown of it, and its words that carry meaning."""

    statement: Statement
    start: int
    end: int
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
    whole = in_its_sentence(article, statement)
    words = " ".join(content_words(article.text[statement.start : statement.end]))
    return _Shown(statement, whole.start, whole.end, words)


def _is_within(part: _Shown, whole: _Shown) -> bool:
    """Whether an article's statement lies in another of it, or has nothing but words of it."""
    if part.statement.article_id != whole.statement.article_id:
        return False
    return (whole.start <= part.start and part.end <= whole.end) or f" {part.words} " in f" {whole.words} "
