"""Statements of an article as runs of words somebody said, the cues in between left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from bot.words import Word, words
from index.layout import inner, quotations, quoted_spans
from index.types import Article, Span, Statement

# Characters. What stands between two statements of one speaker that are one speech: a cue at most.
_CUE = 160
_INNER_MARKS = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said without a break, as words in order.

    Each list has an entry a word: `piece` numbers the run of characters it stands in (between two
    pieces stands a cue), `marked` says whether it stands in quote marks or is given as direct
    speech, `nested` whether it is a quotation within the quotation, somebody else's words.
    """

    article: Article
    statements: tuple[Statement, ...]
    words: tuple[Word, ...]
    piece: tuple[int, ...]
    marked: tuple[bool, ...]
    nested: tuple[bool, ...]

    @property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]

    def statement_at(self, index: int) -> Statement:
        """Return the statement that word number `index` belongs to."""
        offset = self.words[index].start
        return next((s for s in self.statements if s.start <= offset < s.end), self.statements[0])

    def spoken(self, start: int, end: int) -> str:
        """Return the words [start, end) as they are printed, the cues in between left out."""
        runs = [list(run) for _, run in groupby(range(start, end), key=self.piece.__getitem__)]
        spans = [(self.words[run[0]].start, self.words[run[-1]].end) for run in runs]
        return " ".join(" ".join(self.article.text[slice(*span)].split()) for span in spans)

    def between(self, index: int) -> str:
        """Return the characters between word number `index` and the next one."""
        return self.article.text[self.words[index].end : self.words[index + 1].start]


def speech(article: Article, statements: Sequence[Statement], among: Statement) -> Said:
    """Return the speech that the statement `among` is part of.

    `statements` are those of the article, in order: some that follow each other are one speech.
    """
    group = [among]
    for statement in statements:
        if statement.start >= among.end and _goes_on(article.text, group[-1], statement):
            group.append(statement)
    for statement in reversed(statements):
        if statement.end <= among.start and _goes_on(article.text, statement, group[0]):
            group.insert(0, statement)
    return _said(article, tuple(group))


def prose(article: Article, span: Span) -> Said:
    """Return the words of a stretch of an article, whoever may have said them; it has no statements."""
    found = tuple(words(article.text, *span))
    marks = _quote_map(article.text)
    marked = tuple(any(low <= word.start < high for low, high in marks) for word in found)
    return Said(article, (), found, (0,) * len(found), marked, (False,) * len(found))


def _goes_on(text: str, before: Statement, after: Statement) -> bool:
    same = before.speaker == after.speaker if before.speaker else before.mention == after.mention is not None
    if not same or before.end > after.start or "indirect" in (before.kind, after.kind):
        return False
    between = text[before.end : after.start]
    return len(between) <= _CUE and ("\n" not in between or not any(map(str.isalnum, between)))


def _said(article: Article, statements: tuple[Statement, ...]) -> Said:
    text = article.text
    found: list[Word] = []
    piece: list[int] = []
    marked: list[bool] = []
    nested: list[bool] = []
    quotes = _quote_map(text)
    number = 0
    for statement in statements:
        for span in statement.pieces:
            number += 1
            within = _nested(text, span)
            for word in words(text, *span):
                found.append(word)
                piece.append(number)
                in_marks = any(low <= word.start < high for low, high in quotes)
                marked.append(in_marks or statement.kind == "direct")
                nested.append(any(low < word.start < high for low, high in within))
    return Said(article, statements, tuple(found), tuple(piece), tuple(marked), tuple(nested))


@lru_cache(64)
def _quote_map(text: str) -> tuple[Span, ...]:
    return tuple(quoted_spans(text))


def _nested(text: str, span: Span) -> list[Span]:
    """Return the quotations within the quotation at `span`: marks of another kind than its own."""
    low, high = inner(text, span)
    if low == span[0]:
        return []  # no quotation, so what it quotes may well be the speaker's own words
    inside = text[low:high]
    return [(low + start, low + end) for group in quotations(inside) for start, end in group]
