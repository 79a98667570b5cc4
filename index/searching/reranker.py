"""An optional second look: a cross-encoder reads question and candidate together and orders them anew.

None comes with the package; `ONRECORD_RERANKER` names one for those who have it.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from index.errors import ModelMissing
from index.types import Hit

if TYPE_CHECKING:
    from index.store import Store

RERANKED = 10  # hits read; a cross-encoder takes some 20 ms for each on a CPU


class Reranker:
    """A sentence-transformers CrossEncoder, by folder or by a name in the local model cache."""

    def __init__(self, name: str) -> None:
        self.name = name

    def order(self, store: "Store", query: str, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits with the first `RERANKED` in the cross-encoder's order.

        Raises `ModelMissing` when the model cannot be loaded.
        """
        head = list(hits[:RERANKED])
        if len(head) < 2:
            return list(hits)
        scores = self._model.predict([(query, _text(store, hit)) for hit in head], show_progress_bar=False)
        ranked = sorted(zip(scores.tolist(), range(len(head))), key=lambda pair: (-pair[0], pair[1]))
        return [head[place] for _, place in ranked] + list(hits[RERANKED:])

    @cached_property
    def _model(self) -> Any:
        from sentence_transformers import CrossEncoder

        try:
            return CrossEncoder(self.name, device="cpu", num_labels=1)
        except Exception as error:  # the library raises whatever its parts raise
            raise ModelMissing(
                f"The reranker {self.name} is neither a folder with a cross-encoder nor in the local "
                "model cache. Name another with ONRECORD_RERANKER, or allow one download with "
                "HF_HUB_OFFLINE=0."
            ) from error


def _text(store: "Store", hit: Hit) -> str:
    return store.article_of(hit.item).text[hit.item.start : hit.item.end]
