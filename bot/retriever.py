"""For LangChain users: statements and passages as Documents, for anybody's chain.

retriever = OnRecordRetriever.open("store")
retriever.invoke("Halvorsen on the flood wall")[0].metadata["speaker"]
"""

from datetime import date
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from bot.asking.known import directory
from bot.settings import go_offline
from index.encoder import load_encoder
from index.search import search
from index.store import Store
from index.types import Hit, Statement


class OnRecordRetriever(BaseRetriever):
    """Finds the statements and passages nearest to a query, best first.

    Each Document's `page_content` is the text of its metadata's `article` between `start` and `end`;
    `speaker`, `co_speakers` (who said it too), `kind` ("direct", "mixed", "indirect" or "passage"), `cue`
    ("denied"), `date`, `title`, `url` and `score` are the rest of the metadata. `speakers` restricts it to
    what these people said, named as in a question ("Pankin"); `since` and `until` to articles of these days.
    """

    store: Any  # an `index.store.Store`; it stays open for as long as the retriever is used
    k: int = 8
    speakers: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def open(
        cls, folder: str | Path, *, embedder: str | None = None, chroma_url: str | None = None, **fields: Any
    ) -> "OnRecordRetriever":
        """Open the store in `folder`; `fields` are those of the class. Raises `StoreBusy`.

        As with every command, nothing is sent anywhere from then on: no telemetry, no hub is asked.
        """
        go_offline()
        store = Store.open(Path(folder), load_encoder(embedder), chroma_url=chroma_url)
        return cls(store=store, **fields)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        hits = search(
            self.store,
            self.store.encoder,
            query,
            speakers=self._names(),
            since=self.since,
            until=self.until,
            limit=self.k,
        )
        return [self._document(hit) for hit in hits]

    def _names(self) -> set[str] | None:
        """Return the register's names that `speakers` may stand for."""
        if self.speakers is None:
            return None
        people = directory(self.store)
        return {name for asked in self.speakers for name in people.look_up(asked)}

    def _document(self, hit: Hit) -> Document:
        item, article = hit.item, self.store.article_of(hit.item)
        said = item if isinstance(item, Statement) else None
        return Document(
            id=item.id,
            page_content=article.text[item.start : item.end],
            metadata={
                "article": article.id,
                "start": item.start,
                "end": item.end,
                "speaker": said.speaker if said else None,
                "co_speakers": list(said.speakers[1:]) if said else [],
                "kind": said.kind if said else "passage",
                "cue": article.text[slice(*said.cue)] if said and said.cue else None,
                "date": article.published.isoformat() if article.published else None,
                "title": article.title,
                "url": article.url,
                "score": hit.score,
            },
        )
