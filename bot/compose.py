"""Hits → answer, without a model: selected statements and passages, introduced in the bot's phrases.

Nothing here writes a quotation: a citation is made of offsets, and its words are the article's.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.copies import lies_in, without_copies
from bot.answering.leads import Leads
from bot.answering.whole import in_its_sentence, line_end, names_somebody
from bot.checking.verdicts import cite
from bot.prompts import phrase
from bot.types import Answer, Block, Citation, Order, Question
from index.types import Article, Hit, Passage, Span, Statement

if TYPE_CHECKING:
    from index.store import Store

MOST, MOST_LISTED = 4, 20


class Composer:
    """Makes the blocks of one answer; numbers its citations in the order shown."""

    def __init__(self, store: "Store", question: Question) -> None:
        self._store, self._question = store, question
        self.blocks: list[Block] = []
        self.citations: list[Citation] = []
        self._leads = Leads()

    def note(self, words: str) -> None:
        """Add a sentence of ours."""
        self.blocks.append(Block(words))

    def statements(
        self, hits: Sequence[Hit], *, most: int = MOST, by_time: bool = False, order: Order = ""
    ) -> None:
        """Add statements, the best first or in order of time; copies of one are shown once.

        With an order, those foremost in it are chosen, and not the best.
        """
        hits = self.in_order(hits, order) if order else self._headlines_last(hits)
        groups = without_copies(self._store, [h for h in hits if not self._is_shown(h)])[:most]
        if by_time and not order:
            groups.sort(key=lambda group: self._when(group[0]))
        for first, *copies in groups:
            self._statement(first)
            others = {copy.article_id for copy in copies} - {first.article_id}
            if others:
                self.note(phrase("also_in_one") if len(others) == 1 else phrase("also_in", count=len(others)))

    def in_order(self, hits: Sequence[Hit], order: Order) -> list[Hit]:
        """Return statements by their day, the newest or the oldest first; those without a day come last."""
        said = [(self._when(hit.item), hit) for hit in hits if isinstance(hit.item, Statement)]
        ordered = [hit for _, hit in sorted(said, key=lambda each: each[0], reverse=order == "newest")]
        return sorted(ordered, key=lambda hit: self._store.article_of(hit.item).published is None)

    def not_shown(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return what the answers before have not shown: of nothing more than a part, either."""
        return [h for h in hits if not was_shown(self._question, h.item.article_id, h.item.start, h.item.end)]

    def occasion_of(self, statement: Statement) -> None:
        """Add a statement, led by when and where it was said."""
        article = self._store.article_of(statement)
        self._cite(
            self._leads.occasion(article, statement), self._citation(statement, article), statement.pieces
        )

    def passage(self, passage: Passage) -> None:
        """Add words that nobody is given as saying."""
        article = self._store.article_of(passage)
        self._cite(self._leads.passage(article), self._citation(passage, article), ())

    def cited(self, citations: Sequence[Citation]) -> None:
        """Add evidence that was cited elsewhere, under our numbers."""
        for citation in citations:
            article = self._store.article(citation.article_id)
            if article is None:
                continue
            span = (citation.start, citation.end)
            said = covering(self._store.statements(article_id=article.id), span) if citation.speaker else None
            lead = self._leads.statement(article, said) if said else self._leads.passage(article)
            self._cite(lead, replace(citation, number=len(self.citations) + 1), ())

    def carried(self, blocks: Sequence[Block]) -> None:
        """Add what another answer shows and ours does not yet, each kind with the remark that leads it."""
        note = ""
        for block in blocks:
            if block.citation is None:
                note = block.lead
            elif not self._overlaps(block.citation):
                if note and note not in (shown.lead for shown in self.blocks):
                    self.note(note)
                self._cite(block.lead, replace(block.citation, number=len(self.citations) + 1), block.pieces)

    def answer(self) -> Answer:
        """Return the answer made so far."""
        return Answer(self._question.text, tuple(self.blocks), tuple(self.citations))

    def refusal(self, reason: str) -> Answer:
        """Return the blocks made so far as what there is instead: nothing is cited as an answer."""
        return Answer(self._question.text, tuple(self.blocks), abstained=True, reason=reason)

    def _statement(self, statement: Statement) -> None:
        article = self._store.article_of(statement)
        shown = in_its_sentence(article, statement)
        unnamed = statement.mention is None or not names_somebody(article, statement)
        if unnamed and statement.kind == "indirect":
            lead = self._leads.passage(article)  # the article's own report
        else:
            lead = self._leads.statement(article, statement, whole=shown is not statement)
        self._cite(lead, self._citation(shown, article), shown.pieces)

    def _is_shown(self, hit: Hit) -> bool:
        """Whether words are cited already: as "Hart and Lee said", or in more words of the same."""
        said = hit.item
        for block in self.blocks:
            cited = block.citation
            if cited is None or cited.article_id != said.article_id:
                continue
            if (cited.start, cited.end) == (said.start, said.end):
                return True
            if isinstance(said, Statement) and cited.speaker == said.speaker and lies_in(said, block.pieces):
                return True
        return False

    def _overlaps(self, citation: Citation) -> bool:
        return any(
            shown.article_id == citation.article_id
            and shown.start < citation.end
            and citation.start < shown.end
            for shown in self.citations
        )

    def _headlines_last(self, hits: Sequence[Hit]) -> list[Hit]:
        """Put what a headline has somebody say behind what the article does, where that holds as much of the
        topic."""
        headlines = [
            isinstance(hit.item, Statement) and is_headline(self._store.article_of(hit.item), hit.item)
            for hit in hits
        ]
        held = max((hit.held for hit, is_one in zip(hits, headlines) if not is_one), default=0.0)
        last = [is_one and hit.held <= held for hit, is_one in zip(hits, headlines)]
        return [hit for _, hit in sorted(zip(last, hits), key=lambda pair: pair[0])]

    def _cite(self, lead: str, citation: Citation, pieces: tuple[Span, ...]) -> None:
        self.citations.append(citation)
        self.blocks.append(Block(lead, citation, pieces))

    def _citation(self, item: Statement | Passage, article: Article) -> Citation:
        said = item if isinstance(item, Statement) else None
        return cite(article, (item.start, item.end), said, number=len(self.citations) + 1)

    def _when(self, statement: Statement) -> tuple[str, str, int]:
        published = self._store.article_of(statement).published
        return (published.isoformat() if published else "", statement.article_id, statement.start)


def was_shown(question: Question, article_id: str, start: int, end: int) -> bool:
    """Whether the answers before have shown a part of these words."""
    return any(id_ == article_id and first < end and start < last for id_, first, last in question.shown)


def is_headline(article: Article, statement: Statement) -> bool:
    """Whether a statement stands in a line that is the article's title, or a part of it."""
    start = article.text.rfind("\n", 0, statement.start) + 1
    line = " ".join(article.text[start : line_end(article.text, statement.end)].split())
    return line.rstrip(" .;") in " ".join(article.title.split())


def covering(statements: Sequence[Statement], span: Span) -> Statement | None:
    """Return the shortest statement that `span` lies in."""
    around = [s for s in statements if s.start <= span[0] and span[1] <= s.end]
    return min(around, key=lambda s: s.end - s.start, default=None)
