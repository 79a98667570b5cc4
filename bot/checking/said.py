"""Statements of an article as runs of words somebody said, the cues in between left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from bot.checking.words import Word, words
from index.layout import inner, quotations, quoted_spans
from index.types import Article, Span, Statement

# Characters. What stands between two statements of one speaker that are one speech: a cue at most.
_CUE = 160


@dataclass(frozen=True)
class Said:
    """What somebody said without a break, as words in order.

    `piece` numbers, for each word, the run of characters it stands in; between two pieces stands a cue.
    """

    article: Article
    statements: tuple[Statement, ...]
    words: tuple[Word, ...]
    piece: tuple[int, ...]

    @cached_property
    def marked(self) -> list[bool]:
        """For each word whether it stands in quote marks, or in a statement that is all direct speech."""
        direct = [(s.start, s.end) for s in self.statements if s.kind == "direct"]
        if len(direct) < len(self.statements):
            direct += quote_map(self.article.text)
        return [any(low <= word.start < high for low, high in direct) for word in self.words]

    @cached_property
    def nested(self) -> list[bool]:
        """For each word whether it stands in a quotation within the quotation, as somebody else's."""
        within = self.quotations_within
        return [any(low < word.start < high for low, high in within) for word in self.words]

    @cached_property
    def quotations_within(self) -> list[Span]:
        """Where the speaker quotes in turn, marks included."""
        pieces = [(piece, each.kind == "direct") for each in self.statements for piece in each.pieces]
        return [span for piece, direct in pieces for span in _nested(self.article.text, piece, direct=direct)]

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
    return Said(article, (), found, (0,) * len(found))


def _goes_on(text: str, before: Statement, after: Statement) -> bool:
    same = (
        before.speakers == after.speakers if before.speaker else before.mention == after.mention is not None
    )
    if not same or before.end > after.start or "indirect" in (before.kind, after.kind):
        return False
    between = text[before.end : after.start]
    return len(between) <= _CUE and ("\n" not in between or not any(map(str.isalnum, between)))


def _said(article: Article, statements: tuple[Statement, ...]) -> Said:
    pieces = [piece for statement in statements for piece in statement.pieces]
    numbered = [(word, number) for number, piece in enumerate(pieces) for word in words(article.text, *piece)]
    return Said(article, statements, tuple(w for w, _ in numbered), tuple(number for _, number in numbered))


@lru_cache(64)
def quote_map(text: str) -> tuple[Span, ...]:
    """Return the spans of a text that stand in quote marks."""
    return tuple(quoted_spans(text))


def _nested(text: str, span: Span, *, direct: bool) -> list[Span]:
    """Return the quotations within what is quoted at `span`: marks of another kind than its own.

    A turn of a printed conversation is `direct` speech without marks of its own.
    """
    low, high = inner(text, span)
    if low == span[0] and not direct:
        return []  # no quotation, so what it quotes may well be the speaker's own words
    inside = text[low:high]
    return [(low + start, low + end) for group in quotations(inside) for start, end in group]
