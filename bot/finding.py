"""What a question's topic finds: by a speaker, by anybody, in passages; within the time asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.deputies import may_be, speaks_for
from bot.leads import flat
from bot.types import Question
from index.names import surname
from index.search import holding, search
from index.types import Encoder, Hit, ItemKind, Statement

if TYPE_CHECKING:
    import numpy as np

    from index.reranker import Reranker
    from index.store import Store

MOST = 30  # hits looked at
NEARBY = 300  # characters before a statement in which its text may tell the day asked for


@dataclass(slots=True)
class Finder:
    """Searches for one question; the topic is embedded once, or given as `vector`."""

    store: "Store"
    encoder: Encoder
    question: Question
    vector: "np.ndarray | None" = None
    reranker: "Reranker | None" = None

    def by(self, *speakers: str) -> list[Hit]:
        """Statements of these speakers, best first."""
        return self._timely(("statement",), speakers=speakers)

    def from_source(self, words: str) -> list[Hit]:
        """Statements whose source, role or title has all of `words`: "the ministry official"."""
        return self._timely(("statement",), named=words)

    def in_the_name_of(self, name: str) -> list[Hit]:
        """Statements of those who speak for somebody, and of "Pankin" where it may be one of two."""
        found = []
        for hit in self.from_source(surname(name)):
            if isinstance(hit.item, Statement) and hit.item.mention:
                source = flat(self.store.article_of(hit.item), hit.item.mention)
                nobody = hit.item.speaker is None
                if (nobody and may_be(source, name)) or (
                    (nobody or hit.item.source_kind != "person") and speaks_for(source, name)
                ):
                    found.append(hit)
        return found

    def by_anybody(self) -> list[Hit]:
        """Statements of all, best first."""
        return self._timely(("statement",))

    def by_others(self) -> list[Hit]:
        """Statements of named speakers who were not asked for."""
        asked = (*self.question.speakers, None)
        return [
            hit
            for hit in self.by_anybody()
            if isinstance(hit.item, Statement) and hit.item.speaker not in asked
        ]

    def everywhere(self) -> list[Hit]:
        """Statements and passages, best first."""
        return self._timely(("statement", "passage"))

    def passages(self) -> list[Hit]:
        """Passages, best first."""
        return self._timely(("passage",))

    def held_elsewhere(self, speakers: Collection[str]) -> float:
        """The largest share of the topic that the words of somebody else hold, from 0 to 1."""
        found = holding(self.store, self.question.topic)
        return max((share for item, share in found if item.speaker not in speakers), default=0.0)

    def _timely(self, kinds: Sequence[ItemKind], **conditions: object) -> list[Hit]:
        """Search by the articles' dates; where a single day finds nothing, by days their text tells."""
        since, until = self.question.since, self.question.until
        found = self._search(kinds, since=since, until=until, **conditions)
        if found or since is None or since != until:
            return found
        ways = (f"{since.day} {since:%B}", f"{since:%B} {since.day}", f"{since:%b}. {since.day}")
        return [hit for hit in self._search(kinds, **conditions) if self._tells(hit, ways)]

    def _search(self, kinds: Sequence[ItemKind], **conditions: object) -> list[Hit]:
        query = query_of(self.question)
        if self.vector is None:
            self.vector = self.encoder.encode([query])[0]
        hits = search(
            self.store,
            self.encoder,
            query,
            kinds=kinds,
            vector=self.vector,
            limit=MOST,
            **conditions,  # type: ignore[arg-type]
        )
        return self.reranker.order(self.store, self.question.text, hits) if self.reranker else hits

    def _tells(self, hit: Hit, ways: Sequence[str]) -> bool:
        text = self.store.article_of(hit.item).text
        start = max(text.rfind("\n", 0, hit.item.start), hit.item.start - NEARBY, 0)
        return any(way in text[start : hit.item.end] for way in ways)


def query_of(question: Question) -> str:
    """Return the words to search for."""
    return question.topic or question.text
