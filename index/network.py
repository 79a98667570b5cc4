"""The networks that are shipped as ONNX: opened where the hash beside them is right, and nowhere else."""

import hashlib
import json
from pathlib import Path
from typing import Any

from index.errors import ModelDamaged

_HASHES = "sha256.json"


def open_network(path: Path, *, threads: int = 0) -> Any:
    """Return the onnxruntime session of a network; 0 threads are as many as there are cores."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def check_hashes(folder: Path) -> None:
    """Raise `ModelDamaged` where a file is missing, or is not the one that its hash names."""
    for name, expected in json.loads((folder / _HASHES).read_text()).items():
        if not (folder / name).is_file() or _sha256(folder / name) != expected:
            raise ModelDamaged(folder / name)


def write_hashes(folder: Path, *names: str) -> None:
    """Note the hashes of files beside them, for `check_hashes`."""
    hashes = {name: _sha256(folder / name) for name in names}
    (folder / _HASHES).write_text(json.dumps(hashes, indent=1) + "\n")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
