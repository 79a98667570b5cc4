"""A network → ONNX with its matrices as int8 (dynamic quantisation, a scale a channel)."""

import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

Axes = Mapping[int, str]  # which axes of a tensor have no fixed length, and what they are called

READ: dict[int, str] = {0: "batch", 1: "pieces"}  # of whatever holds a number for each word piece


def write_int8(
    network: torch.nn.Module, inputs: Sequence[str], outputs: Mapping[str, Axes], path: Path
) -> None:
    """Write a network that reads whole numbers, (batch, pieces) for each of its inputs, to `path`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    path.parent.mkdir(parents=True, exist_ok=True)
    sample = tuple(torch.ones((2, 7), dtype=torch.int64) for _ in inputs)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = str(Path(folder) / "full.onnx")
        torch.onnx.export(
            network.eval(),
            sample,
            full,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={**dict.fromkeys(inputs, READ), **outputs},
            dynamo=False,
        )
        quantize_dynamic(full, str(path), weight_type=QuantType.QInt8, per_channel=True)
