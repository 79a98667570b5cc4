"""Trained network → `tagger.onnx` (int8), its tokenizer, its hash and its model card."""

import argparse
import re
import shutil
from pathlib import Path

import torch

from index.network import write_hashes
from index.training.network import Network
from index.training.quantised import READ, write_int8

_INPUTS = ("ids", "case", "breaks", "quotes")


def export(network: torch.nn.Module, model_folder: Path, out: Path) -> None:
    """Write the network into `out`, with its tokenizer and their hashes."""
    assert isinstance(network, Network)
    write_int8(network, _INPUTS, {"tags": READ, "links": READ | {2: "pieces"}}, out / "tagger.onnx")
    shutil.copy(model_folder / "tokenizer.json", out / "tokenizer.json")
    write_hashes(out, "tagger.onnx", "tokenizer.json")


def write_card(options: argparse.Namespace, network: Network, scores: dict[str, float]) -> None:
    """Write the model card beside the weights, figures from this very run."""
    template = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    figures = "\n".join(f"| {name} | {value} |" for name, value in scores.items())
    setting = ", ".join(
        f"{name} {getattr(options, name)}" for name in ("epochs", "batch", "rate", "head_rate", "seed")
    )
    teachers = ""
    if options.teacher:
        teachers = (
            f"Learned also from {len(options.teacher)} larger or earlier taggers, on average, "
            f"which labelled {options.most if options.unlabelled else 'no'} articles that nobody annotated."
        )
    values = {
        "encoder": options.encoder.resolve().name if options.encoder else "all-MiniLM-L6-v2",
        "size": f"{network.shape.layers} layers, {sum(p.numel() for p in network.parameters()) / 1e6:.0f}",
        "figures": figures,
        "setting": setting,
        "teachers": f"{teachers} {options.note}".strip(),
        "start": _start(len(options.start or ())),
    }
    card = re.sub(r"\{(\w+)\}", lambda hole: values[hole[1]], template)
    (options.out / "README.md").write_text(card, encoding="utf-8")


def _start(earlier: int) -> str:
    if earlier > 1:
        return f" It went on from the average of the weights of {earlier} earlier runs."
    return " It went on from the weights of an earlier run." if earlier else ""
