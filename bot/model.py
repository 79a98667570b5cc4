"""Any LangChain chat model, by name; nothing else knows which.

Keys are the provider's own environment variables (OPENAI_API_KEY, …): LangChain's packages read them,
and they pass through nothing here. What a vendor's error says is never shown, since it may repeat part
of a key or of the articles: its kind is told, in our words.
"""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from httpx import Timeout

from bot.prompts import phrase
from bot.settings import in_address
from index.errors import ModelFailed, ModelMissing, UsageError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk
    from langchain_core.runnables import Runnable

# Seconds without a word from the model after which it is given up: one that is read from disk first, and
# reads the evidence without a GPU, is silent for a minute or more.
PATIENCE = 120.0
LONGEST_REPLY = 24_000  # characters; what a dozen sentences need many times over
MOST_TOKENS = 2_000  # asked of the model, where its package takes a limit

# How each package spells the same wishes; one that is not listed is called without them.
_LIMIT = Timeout(PATIENCE, connect=10.0)  # a machine that is there takes a connection at once
_SPELLING: dict[str, dict[str, Any]] = {
    "openai": {"timeout": _LIMIT, "max_retries": 0, "max_tokens": MOST_TOKENS, "temperature": 0},
    "anthropic": {"timeout": PATIENCE, "max_retries": 0, "max_tokens": MOST_TOKENS},
    "ollama": {"client_kwargs": {"timeout": _LIMIT}, "num_predict": MOST_TOKENS, "temperature": 0},
}
_NO_KEY_NEEDED = "none"  # what a local OpenAI-compatible server is given where no key is set
_REFUSES_SCHEMAS = frozenset((400, 404, 405, 415, 422, 500, 501))


@dataclass(frozen=True)
class ChatModel:
    """A language model that writes JSON. `name` is "provider:name", `url` the server's address, if given."""

    name: str
    chat: "BaseChatModel"
    url: str | None = None

    def stream(self, system: str, request: str, schema: dict[str, Any]) -> Iterator[str]:
        """Yield the model's reply as it is written: pieces of JSON that fits `schema`.

        The model is bound to the schema where its package can do so and its server accepts it; otherwise
        the prompt alone asks for it. At most `LONGEST_REPLY` characters come. Raises `ModelFailed`, also in
        the middle of a reply.
        """
        messages = [("system", system), ("human", request)]
        with _told_plainly(self):
            length = 0
            for piece in _in_time(self._pieces(messages, schema), PATIENCE):
                length += len(piece)
                if length > LONGEST_REPLY:
                    return
                yield piece

    def greet(self) -> None:
        """Ask for one word, so that what is wrong shows before the first question. Raises `ModelFailed`."""
        with _told_plainly(self):
            for _ in _in_time(_said(self.chat, [("human", phrase("model_greeting"))]), PATIENCE):
                return

    def _pieces(self, messages: list[tuple[str, str]], schema: dict[str, Any]) -> Generator[str]:
        for bound in self._bound(schema):
            begun = False
            try:
                for words in _said(bound, messages):
                    begun = True
                    yield words
                if begun:
                    return
            except Exception as exc:
                if begun or _status(exc) not in _REFUSES_SCHEMAS:
                    raise
        yield from _said(self.chat, messages)

    def _bound(self, schema: dict[str, Any]) -> "Iterator[Runnable]":
        """Yield the model held to the schema, in the ways of which its server may know one.

        LangChain sets a parser behind it, which some packages let wait for the whole reply: we read as it
        comes, so we take the model alone.
        """
        from langchain_core.runnables import RunnableSequence

        try:
            held = self.chat.with_structured_output(schema)
        except (NotImplementedError, ValueError, TypeError):
            return
        if isinstance(held, RunnableSequence):
            yield held.first
        if self.name.startswith("openai:") and self.url:
            # llama.cpp's Python server and others like it know this older way only.
            yield self.chat.bind(response_format={"type": "json_object", "schema": schema})


def open_model(name: str, *, url: str | None = None, without_key: bool = False) -> ChatModel:
    """Return the model `provider:name`, such as "ollama:llama3.2"; `url` is the server's address.

    Nothing is sent yet. `without_key`: an OpenAI-compatible server there is not sent the key that is set.
    Raises `UsageError` for a name or address that means nothing, and `ModelMissing` with the command that
    installs what is not there, or the name of the key that is not set.
    """
    provider, colon, model = name.partition(":")
    if not colon or not provider or not model:
        raise UsageError(f"{name!r} is no model: write provider:name, such as ollama:llama3.2.")
    wishes = dict(_SPELLING.get(provider, {}))
    if url:
        parts_of(url)
        wishes["base_url"] = url
    if without_key and provider == "openai":
        wishes["api_key"] = _NO_KEY_NEEDED
    try:
        chat = _init(provider, model, wishes)
    except ImportError as exc:
        raise ModelMissing(_how_to_install(provider, str(exc))) from exc
    except ValueError as exc:
        raise UsageError(
            f"{provider!r} is no provider that LangChain knows. Try ollama, openai or anthropic."
        ) from exc
    except Exception as exc:
        if url and provider == "openai":
            return ChatModel(name, _init(provider, model, {**wishes, "api_key": _NO_KEY_NEEDED}), url)
        key = f"{provider.upper()}_API_KEY"
        raise ModelMissing(
            f"{name} cannot be used: set {key} in the environment of OnRecord, or see the documentation "
            "of its package."
        ) from exc
    return ChatModel(name, chat, url)


def parts_of(url: str) -> SplitResult:
    """Return the parts of a model's address, its port in bounds. Raises `UsageError` for what is none."""
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return parts
    except ValueError:  # a bracket that is not closed, a port of six digits
        pass
    raise UsageError(
        f"{url!r} is no address of a model: it begins with http:// or https://, "
        "such as http://127.0.0.1:8000/v1."
    )


def _init(provider: str, model: str, wishes: dict[str, Any]) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    return init_chat_model(model, model_provider=provider, **wishes)


def _how_to_install(provider: str, complaint: str) -> str:
    package = re.search(r"langchain-[a-z0-9-]+", complaint)
    wanted = package.group() if package else f"langchain-{provider}"
    return f"Models of {provider} need a package that is not installed. Run: pip install {wanted}"


@contextmanager
def _told_plainly(model: ChatModel) -> Iterator[None]:
    """Turn whatever a vendor's package raises into one sentence of ours."""
    try:
        yield
    except Exception as exc:
        raise ModelFailed(_sentence(model, exc)) from exc


def _sentence(model: ChatModel, exc: Exception) -> str:
    where = f"{model.name} at {_place(model.url)}" if model.url else model.name
    status = _status(exc)
    kinds = {type(cause).__name__ for cause in _causes(exc)}
    if status in (401, 403):
        return phrase("model_refused_key", model=where)
    if status == 404:
        return phrase("model_unknown", model=where)
    if status == 429:
        return phrase("model_busy", model=where)
    if "ConnectTimeout" in kinds:
        return phrase("model_unreachable", model=where)
    if any("Timeout" in kind for kind in kinds):
        return phrase("model_slow", model=where, seconds=int(PATIENCE))
    if any("Connect" in kind for kind in kinds) and status is None and not _was_answering(kinds):
        return phrase("model_unreachable", model=where)
    return phrase("model_broke_off", model=where)


def _was_answering(kinds: set[str]) -> bool:
    return bool(kinds & {"RemoteProtocolError", "ReadError", "IncompleteRead", "ChunkedEncodingError"})


def _causes(exc: BaseException | None) -> Iterator[BaseException]:
    while exc is not None:
        yield exc
        exc = exc.__cause__ or exc.__context__


def _status(exc: Exception) -> int | None:
    """The HTTP status in a vendor's error; every package spells it so."""
    status = getattr(exc, "status_code", None)
    return status if isinstance(status, int) and status > 0 else None


def _place(url: str) -> str:
    """An address without what may be secret in it: user, password, query."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{in_address(parts.hostname or '')}{f':{parts.port}' if parts.port else ''}"


def _in_time(pieces: Generator[str], seconds: float) -> Iterator[str]:
    """Yield the pieces as they come; raise `TimeoutError` once none has come for `seconds`.

    A client's own limit does not see to this: some servers keep the line alive while they write nothing.
    The pieces are read in a thread, which is given up when they stay away, and hangs up at the next one
    when nobody wants more.
    """
    read: Queue[str | Exception | None] = Queue(maxsize=100)
    unwanted = Event()

    def reading() -> None:
        last: Exception | None = None
        try:
            for piece in pieces:
                read.put(piece)
                if unwanted.is_set():
                    break
        except Exception as exc:
            last = exc
        finally:
            pieces.close()
        if not unwanted.is_set():
            read.put(last)

    Thread(target=reading, name="a model's reply", daemon=True).start()
    try:
        while (piece := read.get(timeout=seconds)) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
    except Empty as exc:
        raise TimeoutError(f"nothing for {seconds} seconds") from exc
    finally:
        unwanted.set()
        while not read.empty():  # so that a reader who waits for room goes on, and leaves
            read.get_nowait()


def _said(chat: "Runnable", messages: list[tuple[str, str]]) -> Generator[str]:
    """Yield what a model says that is not empty."""
    yield from filter(None, map(_written, chat.stream(messages)))


def _written(chunk: "AIMessageChunk") -> str:
    """The text of a chunk, or the arguments of the tool call by which some models give structured output."""
    calls = getattr(chunk, "tool_call_chunks", None) or []
    return chunk.text or "".join(call.get("args") or "" for call in calls)
