"""One frozen `Settings`; the environment is read once, here, and nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from index.errors import UsageError

DEFAULT_HOST = "127.0.0.1"  # the chat shows whole articles and has no passwords: nobody else's business
DEFAULT_PORT = 7860

# Nothing about the articles, the questions or the machine is sent anywhere. These are set whatever the
# environment says, so that the promise does not depend on it.
_SILENCE = {
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "DO_NOT_TRACK": "1",
}
# These have a use the other way round, such as HF_HUB_OFFLINE=0 to fetch another embedder once.
_DEFAULTS = {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
_OURSELVES = ("127.0.0.1", "localhost")
# To listen on every address is no address to open; this machine reaches itself there so.
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose, by option or by environment variable.

    `embedder` and `chroma` are `None` for the embedded defaults: all-MiniLM-L6-v2, and a Chroma
    that lives in the store folder. Without a `model`, "provider:name", answers are selected, not written.
    """

    store: Path
    embedder: str | None = None
    chroma: str | None = None
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    reranker: str | None = None
    model: str | None = None
    model_url: str | None = None

    @property
    def page(self) -> str:
        """The address that opens the page on this machine; of any free port nobody knows which it will be."""
        host = _EVERYWHERE.get(self.host, self.host)
        return f"http://{in_address(host)}:{self.port or DEFAULT_PORT}/"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the ONRECORD_ variables; empty ones count as absent. Raises `UsageError` on a bad port."""
    values = os.environ if environ is None else environ
    try:
        port = port_number(values.get("ONRECORD_PORT") or str(DEFAULT_PORT))
    except ValueError as exc:
        raise UsageError(f"ONRECORD_PORT is {values['ONRECORD_PORT']!r}: give a number up to 65535.") from exc
    store = values.get("ONRECORD_STORE")
    return Settings(
        store=Path(store).expanduser() if store else default_store(),
        embedder=values.get("ONRECORD_EMBEDDER") or None,
        chroma=values.get("ONRECORD_CHROMA") or None,
        host=values.get("ONRECORD_HOST") or DEFAULT_HOST,
        port=port,
        reranker=values.get("ONRECORD_RERANKER") or None,
        model=values.get("ONRECORD_MODEL") or None,
        model_url=values.get("ONRECORD_MODEL_URL") or None,
    )


def port_number(words: str) -> int:
    """Read a port number; raises `ValueError` for anything else."""
    if not words.isdecimal() or int(words) > 65535:
        raise ValueError(words)
    return int(words)


def in_address(host: str) -> str:
    """Return a host as an address has it: one of the IPv6 form in brackets."""
    return f"[{host}]" if ":" in host else host


def is_loopback(host: str) -> bool:
    """Whether `host` names this machine to itself, so that no other one reaches it."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def default_store() -> Path:
    """Return the store in the platform's folder for a user's data.

    One place rather than `./store`, so that `onrecord ask` finds the same articles from any folder.
    """
    from platformdirs import user_data_path

    return user_data_path("onrecord", appauthor=False) / "store"


def go_offline() -> None:
    """Switch off the libraries' telemetry and hub look-ups; call it before importing any of them.

    Gradio reads its variable while it is imported, and a proxy variable without an exception for
    this machine keeps it from reaching its own server.
    """
    os.environ.update(_SILENCE)
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    for name in ("NO_PROXY", "no_proxy"):
        hosts = [host for host in os.environ.get(name, "").split(",") if host]
        os.environ[name] = ",".join(hosts + [host for host in _OURSELVES if host not in hosts])
