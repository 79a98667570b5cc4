"""The tagger's network: an encoder that also sees layout, with tag and link heads.

For each word piece: three B/I/O distributions (content, cue, source: roles may overlap), and a score
against every other piece for being the first piece of the cue it belongs to; position 0, the [CLS]
piece, stands for "no cue in this window".

Encoders of several sizes fit it, all with the word pieces of BERT: MiniLM, BERTs as narrow and twice as
deep, and MPNet, twice as wide, to teach the others.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from index.tokens import BREAKS, CASES, QUOTES
from index.training.encoders import State

VOCABULARY, POSITIONS = 30522, 512
LINK_WIDTH = 128
FRESH = ("case", "breaks", "quotes", "tags", "link_from", "link_to")  # not of the encoder


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of an encoder; `buckets` of relative distance, 0 where it knows absolute positions only."""

    width: int
    layers: int
    heads: int
    inner: int
    buckets: int = 0


def shape_of(state: State, most: int | None = None) -> Shape:
    """Return the shape of a BERT or MPNet by its tensors; both have twelve heads at the sizes that fit.

    It takes `most` layers or all, of an MPNet all but the last three, which serve the sentence's embedding.
    """
    inner, width = state["encoder.layer.0.intermediate.dense.weight"].shape
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layer."))
    distance = state.get("encoder.relative_attention_bias.weight")
    if distance is None:
        return Shape(width, min(most or layers, layers), 12, inner)
    return Shape(width, min(most or layers - 3, layers), 12, inner, buckets=len(distance))


def attention(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, mask: torch.Tensor | None, heads: int
) -> torch.Tensor:
    """Attend with each head; `mask` is added to the scores. Inputs are (batch, pieces, width)."""
    query, key, value = (t.unflatten(-1, (heads, -1)).transpose(1, 2) for t in (query, key, value))
    mask = None if mask is None else mask.to(query.dtype)
    return F.scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2).flatten(-2)


class FusedAttention(torch.autograd.Function):
    """The same as the one operation that onnxruntime has for it, which takes half as long as its parts.

    Only for the export: it computes nothing.
    """

    @staticmethod
    def forward(ctx, query, key, value, mask, heads):
        return query

    @staticmethod
    def symbolic(g, query, key, value, mask, heads):
        none = g.op("prim::Constant")
        none.setType(torch._C.OptionalType.ofTensor())
        inputs = [query, key, value] if mask is None else [query, key, value, none, none, mask]
        return g.op("com.microsoft::MultiHeadAttention", *inputs, num_heads_i=heads).setType(query.type())


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al., NAACL 2019)."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm_attention, self.norm_out = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        attend = FusedAttention.apply if torch.onnx.is_in_onnx_export() else attention
        attended = attend(self.query(x), self.key(x), self.value(x), mask, self.heads)
        x = self.norm_attention(x + self.dropout(self.out(attended)))
        return self.norm_out(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """Inputs are int64 tensors of shape (batch, pieces); id 0 is padding.

    The first `frozen` layers, and the word vectors with them, keep their weights in training.
    """

    def __init__(self, shape: Shape, dropout: float = 0.1, frozen: int = 0) -> None:
        super().__init__()
        self.shape, self.frozen = shape, frozen
        self.word = nn.Embedding(VOCABULARY, shape.width)
        self.position = nn.Embedding(POSITIONS, shape.width)
        self.kind = nn.Embedding(2, shape.width)
        self.case = nn.Embedding(len(CASES), shape.width)
        self.breaks = nn.Embedding(len(BREAKS), shape.width)
        self.quotes = nn.Embedding(len(QUOTES), shape.width)
        for layout in (self.case, self.breaks, self.quotes):
            nn.init.normal_(layout.weight, std=0.02)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.distance = nn.Embedding(shape.buckets, shape.heads) if shape.buckets else None
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(shape.width, 9)
        self.link_from, self.link_to = (nn.Linear(shape.width, LINK_WIDTH) for _ in range(2))
        kept = [self.word, self.position, self.kind, self.norm, self.distance, *self.layers[:frozen]]
        for module in kept if frozen else [self.kind, self.distance]:
            if module is not None:
                module.requires_grad_(False)

    def forward(
        self, ids: torch.Tensor, case: torch.Tensor, breaks: torch.Tensor, quotes: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return tag logits (batch, pieces, 9) and link scores (batch, pieces, pieces)."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(positions) + self.kind.weight[0]
        x = x + self.case(case) + self.breaks(breaks) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        padding = None
        if not torch.onnx.is_in_onnx_export():  # windows that are read are of one length, without padding
            padding = x.new_zeros(ids.shape).masked_fill(ids == 0, -1e4)[:, None, None, :]
        mask = padding
        if self.distance is not None:
            bias = self.distance(_buckets(positions, self.shape.buckets)).permute(2, 0, 1)[None]
            mask = bias if padding is None else padding + bias
        for layer in self.layers:
            x = layer(x, mask)
        x = self.dropout(x)
        links = self.link_from(x) @ self.link_to(x).transpose(1, 2) / LINK_WIDTH**0.5
        return self.tags(x), links if padding is None else links + padding[:, 0]


def _buckets(positions: torch.Tensor, buckets: int, longest: int = 128) -> torch.Tensor:
    """Return (pieces, pieces) buckets of relative distance, as in T5 (Raffel et al., JMLR 2020)."""
    distance = positions[None, :] - positions[:, None]
    half, near = buckets // 2, buckets // 4
    size = distance.abs()
    scale = (half - near) / math.log(longest / near)
    far = near + (torch.log(size.float().clamp(min=1) / near) * scale).long()
    return torch.where(size < near, size, far.clamp(max=half - 1)) + half * (distance > 0)


def mean(states: Sequence[State]) -> State:
    """Return the average of the weights of several trainings (Wortsman et al., ICML 2022)."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def load_encoder(network: Network, state: State) -> None:
    """Copy a BERT or an MPNet into `network`.

    Raises ValueError where something is missing.
    """
    mpnet = network.distance is not None
    names = {
        "word": "embeddings.word_embeddings",
        "position": "embeddings.position_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    if mpnet:
        names["distance"] = "encoder.relative_attention_bias"
    else:
        names["kind"] = "embeddings.token_type_embeddings"
    attention = ("attn.q", "attn.k", "attn.v", "attn.o", "LayerNorm")
    if not mpnet:
        attention = ("self.query", "self.key", "self.value", "output.dense", "output.LayerNorm")
    parts = dict(
        zip(("query", "key", "value", "out", "norm_attention"), (f"attention.{a}" for a in attention))
    )
    parts |= {"up": "intermediate.dense", "down": "output.dense", "norm_out": "output.LayerNorm"}
    for i in range(network.shape.layers):
        names |= {f"layers.{i}.{ours}": f"encoder.layer.{i}.{theirs}" for ours, theirs in parts.items()}
    loaded = {
        f"{ours}.{end}": state[f"{theirs}.{end}"]
        for ours, theirs in names.items()
        for end in ("weight", "bias")
        if f"{theirs}.{end}" in state
    }
    if mpnet:
        loaded |= {
            "word.weight": _as_bert(loaded["word.weight"]),
            "position.weight": loaded["position.weight"][2:],
            "kind.weight": torch.zeros_like(network.kind.weight),
        }
    missing, unexpected = network.load_state_dict(loaded, strict=False)
    if unexpected or any(not name.startswith(FRESH) for name in missing):
        raise ValueError(f"This encoder does not fit the network: {missing or unexpected}")


def _as_bert(words: torch.Tensor) -> torch.Tensor:
    """Return MPNet's word vectors in the order of BERT's vocabulary, which it keeps four places on.

    Its own <s>, <pad> and </s> stand before; they take the places of [CLS], [PAD] and [SEP].
    """
    ordered = words[4 : 4 + VOCABULARY].clone()
    ordered[[101, 0, 102]] = words[[0, 1, 2]]
    return ordered
