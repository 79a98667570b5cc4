"""The vectors, in Chroma: embedded in the store folder, or on a Chroma server.

They are a cache of what SQLite holds. A vector's key is a hash of its text, so a key that is there
has the right vector, and the two sides agree when their sets of keys do.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from index.errors import OnRecordError, StoreDamaged, StoreError, StoreFull
from index.storing.schema import ITEMS
from index.types import ItemKind, OnProgress, Progress

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_AT_ONCE = 1000  # Chroma refuses more than 5,461 in one call
_REMEMBERED = 50_000  # vectors kept in memory for filtered searches: 77 MB of 384 dimensions
# Searches ask for some hundred candidates; Chroma's default of 100 would lose some of them.
_HNSW = {"space": "cosine", "ef_search": 300}
_PROBE_SECONDS = 120
# What says nothing of the vectors: they are there when it is over.
_PASSING = (
    "too many open files",
    "permission denied",
    "read-only file system",
    "readonly database",
    "cannot allocate memory",
    "input/output error",
)
_DAMAGED = Progress("the vectors are damaged and made anew", 0, None)


class Vectors:
    """Two collections, one a kind, for one store and one encoder."""

    def __init__(self, folder: Path, url: str | None, *, store_id: str, encoder: str) -> None:
        self._folder, self._url = folder, url
        self._mine = f"onrecord-{store_id}-"  # stores may share a server
        self._encoder = hashlib.sha256(encoder.encode()).hexdigest()[:12]
        self._remembered: dict[ItemKind, dict[str, np.ndarray]] = {kind: {} for kind in ITEMS}
        self._client: ClientAPI | None = None
        self._collections: dict[ItemKind, Any] = {}

    def open(self) -> None:
        """Open the collections, making them where they are new.

        Raises `StoreDamaged` when the embedded Chroma cannot be read, `StoreError` when the server
        at `url` does not answer.
        """
        with self._translated():
            self._client = _connect(self._folder, self._url)
            self._collections = {
                kind: self._client.get_or_create_collection(
                    self._name(kind), configuration={"hnsw": _HNSW}, embedding_function=None
                )
                for kind in ITEMS
            }

    def close(self) -> None:
        """Let Chroma write what it holds, and release its files."""
        if self._client is not None:
            self._client.close()
            if self._url:
                _hang_up(self._client)
            self._client = None

    def reset(self) -> None:
        """Throw every vector of this store away and begin with empty collections."""
        with self._translated():
            if self._url:
                self._drop(self._names())
                self.close()
            else:
                self.close()
                shutil.rmtree(self._folder, ignore_errors=True)
            for remembered in self._remembered.values():
                remembered.clear()
            self.open()

    def drop_other_encoders(self) -> None:
        """Delete this store's collections of other models."""
        with self._translated():
            self._drop(self._names() - {self._name(kind) for kind in ITEMS})

    def count(self, kind: ItemKind) -> int:
        """Return how many vectors there are."""
        with self._translated():
            return self._collections[kind].count()

    def keys(self, kind: ItemKind) -> set[str]:
        """Return the keys of all vectors."""
        with self._translated():
            return set(self._collections[kind].get(include=[])["ids"])

    def upsert(self, kind: ItemKind, vectors: Mapping[str, np.ndarray]) -> None:
        """Store vectors by key; they are on disk when this returns."""
        with self._translated():
            for keys in batched(vectors, _AT_ONCE):
                rows = np.stack([vectors[key] for key in keys])
                self._collections[kind].upsert(ids=keys, embeddings=rows)

    def delete(self, kind: ItemKind, keys: Collection[str]) -> None:
        """Delete vectors by key; keys that are not there are passed over."""
        with self._translated():
            for some in batched(keys, _AT_ONCE):
                self._collections[kind].delete(ids=some)

    def nearest(self, kind: ItemKind, vector: np.ndarray, limit: int) -> dict[str, float]:
        """Return the keys of the nearest vectors with their cosine similarities, best first."""
        with self._translated():
            if limit < 1:
                return {}
            found = self._collections[kind].query(
                query_embeddings=vector.reshape(1, -1), n_results=limit, include=["distances"]
            )
            return {key: 1.0 - distance for key, distance in zip(found["ids"][0], found["distances"][0])}

    def similarities(self, kind: ItemKind, vector: np.ndarray, keys: Collection[str]) -> dict[str, float]:
        """Return the exact cosine similarity of `vector` to each of `keys` that has a vector."""
        remembered = self._remembered[kind]
        found: dict[str, float] = {}
        for some in batched(keys, _AT_ONCE):
            known = {key: row for key in some if (row := remembered.get(key)) is not None}
            if len(known) < len(some):
                fetched = self._fetch(kind, [key for key in some if key not in known])
                if len(remembered) + len(fetched) > _REMEMBERED:
                    remembered.clear()
                remembered.update(fetched)
                known |= fetched
            if known:
                # Not stacked, which takes twice as long.
                rows = np.concatenate(list(known.values())).reshape(-1, len(vector))
                found.update(zip(known, (rows @ vector).tolist()))
        return found

    def check(self) -> None:
        """Read a vector of each kind and search with it; raises `StoreDamaged` when that fails."""
        with self._translated():
            for collection in self._collections.values():
                _exercise(collection)

    def _name(self, kind: ItemKind) -> str:
        return f"{self._mine}{kind}-{self._encoder}"

    def _names(self) -> set[str]:
        assert self._client is not None
        return {each.name for each in self._client.list_collections() if each.name.startswith(self._mine)}

    def _drop(self, names: Collection[str]) -> None:
        assert self._client is not None
        for name in names:
            self._client.delete_collection(name)

    def _fetch(self, kind: ItemKind, keys: list[str]) -> dict[str, np.ndarray]:
        with self._translated():
            got = self._collections[kind].get(ids=keys, include=["embeddings"])
        return dict(zip(got["ids"], np.asarray(got["embeddings"], dtype=np.float32)))

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OnRecordError:
            raise
        except Exception as error:  # Chroma raises its own errors, httpx's, OSError, ValueError, RuntimeError
            reason = (str(error) or type(error).__name__).splitlines()[0].rstrip(".")
            if self._url:
                raise StoreError(
                    f"The Chroma server at {self._url} failed ({reason}). Start it with `chroma run`, "
                    "or unset ONRECORD_CHROMA to keep the vectors in the store."
                ) from error
            if any(sign in str(error).lower() for sign in ("no space left", "disk is full")):
                raise StoreFull(self._folder.parent) from error
            passing = any(sign in str(error).lower() for sign in _PASSING)
            if passing or isinstance(error, ImportError | MemoryError):
                raise StoreError(
                    f"{self._folder}: the vectors cannot be used now ({reason}). Nothing was lost; "
                    "mend that and run the command again."
                ) from error
            raise StoreDamaged(self._folder.parent, f"its vectors cannot be used ({reason})") from error


def open_vectors(
    folder: Path, url: str | None, *, store_id: str, encoder: str, suspect: bool, report: OnProgress
) -> Vectors:
    """Open the vectors; where an embedded Chroma is damaged, begin with an empty one, and say so.

    `suspect`: the last process died while it wrote, so a process of its own tries the folder first.
    """
    if suspect and not url and folder.exists() and not survives_a_probe(folder):
        report(_DAMAGED)
        shutil.rmtree(folder, ignore_errors=True)  # what cannot be removed cannot be opened, which tells why
    vectors = Vectors(folder, url, store_id=store_id, encoder=encoder)
    try:
        vectors.open()
        vectors.check()
    except StoreDamaged:
        report(_DAMAGED)
        vectors.reset()
    except BaseException:
        vectors.close()
        raise
    return vectors


def survives_a_probe(folder: Path) -> bool:
    """Whether the Chroma in `folder` can be opened and searched, tried in a process of its own.

    A damaged index does not always raise: it can end the process that opens it.
    """
    code = (
        "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
        "from index.storing.vectors import probe; probe(sys.argv[2])"
    )
    command = [sys.executable, "-c", code, json.dumps(sys.path), str(folder)]
    try:
        tried = subprocess.run(command, capture_output=True, timeout=_PROBE_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def probe(folder: str) -> None:
    """Open and search every collection in `folder`; raises, or worse, when it is damaged."""
    client = _connect(Path(folder), None)
    for collection in client.list_collections():
        collection.get(include=[])
        _exercise(collection)


def batched(items: Collection[str], size: int) -> Iterator[list[str]]:
    """Yield `items` in lists of at most `size`."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _exercise(collection: Any) -> None:
    row = np.asarray(collection.get(limit=1, include=["embeddings"])["embeddings"], dtype=np.float32)
    if row.size:
        collection.query(query_embeddings=row, n_results=1, include=["distances"])


def _hang_up(client: "ClientAPI") -> None:
    """Close the connections to a server, which Chroma's own `close` leaves open."""
    for each in (client, getattr(client, "_admin_client", None)):
        if session := getattr(getattr(each, "_server", None), "_session", None):
            session.close()


def _connect(folder: Path, url: str | None) -> "ClientAPI":
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if url is None:
        try:
            return chromadb.PersistentClient(folder, settings=settings)
        except Exception:
            # Chroma remembers a client that failed to start, and would hand it out at the next try.
            SharedSystemClient._identifier_to_system.pop(str(folder), None)
            raise
    address = urlsplit(url if "//" in url else f"//{url}")
    secure = address.scheme == "https"
    port = address.port or (443 if secure else 8000)
    return chromadb.HttpClient(address.hostname or "127.0.0.1", port, ssl=secure, settings=settings)
