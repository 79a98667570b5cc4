"""The plain LangChain pipeline to compare with, as `../shared/eval/baseline_rag.py` builds it.

Chunks of 1,000 characters, 200 of them shared, in Chroma with the same MiniLM. The embeddings are
handed to it by the class below, word for word what `HuggingFaceEmbeddings` does: `langchain-huggingface`
cannot be installed beside our `huggingface_hub`.
"""

import os
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import uuid4

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.encoder import default_model_folder
from index.types import Article

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_AT_ONCE = 2_000  # chunks given to Chroma together


class PlainPipeline:
    """Splits, embeds and keeps articles in memory; finds chunks."""

    def __init__(self) -> None:
        self._splitter = RecursiveCharacterTextSplitter(
            chunk_size=1000, chunk_overlap=200, add_start_index=True
        )
        # A name of its own: all of Chroma's stores in memory are one.
        self._chunks = Chroma(collection_name=f"plain-{uuid4().hex}", embedding_function=MiniLM())

    def add(self, articles: Iterable[Article]) -> None:
        """Take in articles."""
        documents = [Document(article.text, metadata={"article": article.id}) for article in articles]
        chunks = self._splitter.split_documents(documents)
        for first in range(0, len(chunks), _AT_ONCE):
            self._chunks.add_documents(chunks[first : first + _AT_ONCE])

    def search(self, question: str, *, limit: int) -> list[str]:
        """Return the article ids of the nearest chunks, best first, as often as chunks are found."""
        return [chunk.metadata["article"] for chunk in self._chunks.similarity_search(question, k=limit)]


class MiniLM(Embeddings):
    """all-MiniLM-L6-v2 on all cores."""

    @cached_property
    def _model(self) -> "SentenceTransformer":
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()
        return SentenceTransformer(str(default_model_folder()), device="cpu", local_files_only=True)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a unit vector for each text."""
        import torch

        torch.set_num_threads(os.cpu_count() or 1)  # our own encoder may have asked for one
        lines = [text.replace("\n", " ") for text in texts]
        return self._model.encode(
            lines, batch_size=64, normalize_embeddings=True, show_progress_bar=False
        ).tolist()

    def embed_query(self, text: str) -> list[float]:
        """Return a question's unit vector."""
        return self.embed_documents([text])[0]
