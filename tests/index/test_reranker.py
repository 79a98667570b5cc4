"""A cross-encoder made on the spot, tiny and untrained: what counts is that its order is followed."""

from pathlib import Path

import pytest

from index.encoder import default_model_folder, load_encoder
from index.errors import ModelMissing
from index.search import search
from index.searching.reranker import RERANKED, Reranker
from index.store import Store
from tests.bot.samples import make_store

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    import torch
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    torch.manual_seed(7)
    folder = str(tmp_path_factory.mktemp("reranker"))
    tokenizer = AutoTokenizer.from_pretrained(str(default_model_folder()))
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=64, num_labels=1, initializer_range=0.5,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def test_the_cross_encoder_decides_the_order(tiny: str, tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    with Store.open(make_store(tmp_path), load_encoder()) as store:
        hits = search(store, store.encoder, "the wall", limit=20)
        reordered = Reranker(tiny).order(store, "the wall", hits)
        texts = []
        for hit in reordered[:RERANKED]:
            article = store.article(hit.item.article_id)
            assert article
            texts.append(article.text[hit.item.start : hit.item.end])
        scores = CrossEncoder(tiny).predict([("the wall", text) for text in texts]).tolist()
    assert len(hits) > 3 and sorted(h.item.id for h in hits) == sorted(h.item.id for h in reordered)
    assert scores == sorted(scores, reverse=True)
    assert [h.item.id for h in reordered] != [h.item.id for h in hits]


def test_a_reranker_that_is_not_there_is_named_in_a_sentence(tmp_path: Path) -> None:
    with (
        Store.open(make_store(tmp_path), load_encoder()) as store,
        pytest.raises(ModelMissing, match="ONRECORD_RERANKER"),
    ):
        hits = search(store, store.encoder, "the wall", limit=20)
        Reranker(str(tmp_path / "nothing")).order(store, "the wall", hits)
