"""The tagger's network: a MiniLM encoder that also sees layout, with tag and link heads.

For each word piece: three B/I/O distributions (content, cue, source: roles may overlap), and a score
against every other piece for being the first piece of the cue it belongs to; position 0, the [CLS]
piece, stands for "no cue in this window".
"""

import torch
from torch import nn
from torch.nn import functional as F

from index.tokens import BREAKS, CASES, QUOTES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
LINK_WIDTH = 128


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al., NAACL 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        def split(t: torch.Tensor) -> torch.Tensor:
            return t.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2)

        attended = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask
        )
        x = self.norm_attention(x + self.dropout(self.out(attended.transpose(1, 2).flatten(-2))))
        return self.norm_out(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """Inputs are int64 tensors of shape (batch, pieces); id 0 is padding."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.case = nn.Embedding(len(CASES), WIDTH)
        self.breaks = nn.Embedding(len(BREAKS), WIDTH)
        self.quotes = nn.Embedding(len(QUOTES), WIDTH)
        for layout in (self.case, self.breaks, self.quotes):
            nn.init.normal_(layout.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, 9)
        self.link_from, self.link_to = nn.Linear(WIDTH, LINK_WIDTH), nn.Linear(WIDTH, LINK_WIDTH)

    def forward(
        self, ids: torch.Tensor, case: torch.Tensor, breaks: torch.Tensor, quotes: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return tag logits (batch, pieces, 9) and link scores (batch, pieces, pieces)."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(positions) + self.kind.weight[0]
        x = x + self.case(case) + self.breaks(breaks) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        padding = torch.zeros(ids.shape, dtype=x.dtype).masked_fill(ids == 0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, padding)
        x = self.dropout(x)
        links = self.link_from(x) @ self.link_to(x).transpose(1, 2) / LINK_WIDTH**0.5
        return self.tags(x), links + padding[:, 0]


def load_encoder(network: Network, weights: str) -> None:
    """Copy the encoder of a BERT-shaped `model.safetensors` into `network`."""
    from safetensors.torch import load_file

    state = {name.removeprefix("bert."): tensor for name, tensor in load_file(weights).items()}
    names = {
        "word.weight": "embeddings.word_embeddings.weight",
        "position.weight": "embeddings.position_embeddings.weight",
        "kind.weight": "embeddings.token_type_embeddings.weight",
        "norm": "embeddings.LayerNorm",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_out": "output.LayerNorm",
    }
    for i in range(LAYERS):
        names |= {f"layers.{i}.{ours}": f"encoder.layer.{i}.{theirs}" for ours, theirs in parts.items()}
    loaded = {}
    for ours, theirs in names.items():
        if ours.endswith(".weight"):
            loaded[ours] = state[theirs]
        else:
            loaded |= {f"{ours}.{end}": state[f"{theirs}.{end}"] for end in ("weight", "bias")}
    missing, unexpected = network.load_state_dict(loaded, strict=False)
    fresh = ("case", "breaks", "quotes", "tags", "link_from", "link_to")
    if unexpected or any(not name.startswith(fresh) for name in missing):
        raise ValueError(f"{weights} is not a six-layer MiniLM encoder: {missing or unexpected}")
