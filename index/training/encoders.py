"""The weights of an encoder to start from: a `model.safetensors`, or a BERT kept as int8 `model.onnx`.

What is kept as int8 is read as the numbers it stands for; training makes good what rounding took.
"""

import re
from pathlib import Path
from typing import Any

import torch

State = dict[str, torch.Tensor]


def read_encoder(folder: Path) -> State:
    """Return the tensors of the encoder in `folder` by the names BERT or MPNet gives them.

    Raises FileNotFoundError where neither file is there.
    """
    if (folder / "model.safetensors").exists():
        from safetensors.torch import load_file

        state = load_file(str(folder / "model.safetensors"))
    elif (folder / "model.onnx").exists():
        state = _from_onnx(folder / "model.onnx")
    else:
        raise FileNotFoundError(f"{folder} holds no model.safetensors and no model.onnx")
    return {name.removeprefix("bert."): tensor for name, tensor in state.items()}


def read_head(folder: Path) -> State:
    """Return the pooler and the classifier of a cross-encoder kept as `model.onnx`."""
    graph, kept = _opened(folder / "model.onnx")
    state = {name: tensor for name, tensor in kept.items() if re.search(r"(pooler|classifier).*bias$", name)}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and (
            place := re.search(r"(bert/pooler/dense|classifier)/", node.name)
        ):
            state[place[1].replace("/", ".") + ".weight"] = _number(kept, node.input[1]).T.contiguous()
    return state


def _opened(path: Path) -> tuple[Any, State]:
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    return graph, {
        tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer
    }


def _number(kept: State, name: str) -> torch.Tensor:
    base = name.removesuffix("_quantized")
    return (kept[name].float() - kept[f"{base}_zero_point"].float()) * kept[f"{base}_scale"]


def _from_onnx(path: Path) -> State:
    """Read what onnxruntime's dynamic quantisation wrote: matrices as (int8 - zero point) * scale.

    Its matrices have lost their names in the export; the place in the network where each is used tells it.
    """
    graph, kept = _opened(path)
    state = {
        name.removesuffix("_quantized"): _number(kept, name) if name.endswith("_quantized") else tensor
        for name, tensor in kept.items()
        if re.match(r"(bert\.)?(embeddings|encoder)\.", name) and not name.endswith(("_scale", "_zero_point"))
    }
    for node in graph.node:
        place = re.fullmatch(r"/(.*/layer\.\d+/.*)/MatMul_quant", node.name)
        if node.op_type == "MatMulInteger" and place:
            state[place[1].replace("/", ".") + ".weight"] = _number(kept, node.input[1]).T.contiguous()
    return state
