"""Web addresses → bytes, within limits; every way a server can fail becomes one sentence."""

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from index.errors import Unreadable

if TYPE_CHECKING:
    import httpx

LARGEST = 50_000_000  # bytes
_PATIENCE = 20.0  # seconds for one step: to connect, or to the next piece
_LONGEST = 120.0  # seconds in all: a server can drip for ever, one byte a step
_REDIRECTS = 5
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: its bytes, where they were found in the end, and their kind."""

    raw: bytes
    url: str
    ending: str  # of a file of that kind: ".html", ".pdf", ".txt" or ".md"
    charset: str | None


def is_address(source: str) -> bool:
    """Whether `source` is a web address of any scheme, and not a file's name."""
    return re.match(r"[a-z][a-z0-9+.-]+://", source, re.IGNORECASE) is not None


def fetch(url: str) -> Page:
    """Return what `url` answers. Raises `Unreadable` with the reason where it is no article.

    Follows up to 5 redirects; refuses more than 50 MB, other kinds than HTML, PDF and text, and
    other schemes than http and https. A proxy that the system names is used.
    """
    import httpx

    if not re.match(r"https?://[^/]", url, re.IGNORECASE):
        raise Unreadable(url, "is not an http or https address", "Give one that begins with https://.")
    try:
        with (
            _client(url) as client,
            client.stream("GET", url) as response,
        ):
            return _read(response, url=url)
    except httpx.TimeoutException as error:
        raise Unreadable(url, f"did not answer within {_PATIENCE:.0f} seconds", "Try again later.") from error
    except httpx.TooManyRedirects as error:
        raise Unreadable(
            url, f"redirects more than {_REDIRECTS} times", "Give the article's own address."
        ) from error
    except httpx.ConnectError as error:
        reason = "refused the connection" if "refused" in str(error).lower() else "cannot be reached"
        raise Unreadable(url, reason, "Check the address and your connection.") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Unreadable(url, "is not a valid address", "Check its spelling.") from error
    except httpx.HTTPError as error:
        raise Unreadable(url, "broke off while answering", "Try again later.") from error


def _client(url: str) -> "httpx.Client":
    import httpx

    headers = {"User-Agent": "Mozilla/5.0 (compatible; OnRecord/0.1)", "Accept": ", ".join(_KINDS)}
    try:
        return httpx.Client(
            follow_redirects=True, max_redirects=_REDIRECTS, timeout=_PATIENCE, headers=headers
        )
    except (ImportError, ValueError) as error:  # SOCKS needs a package more; others mean nothing to it
        raise Unreadable(
            url,
            "cannot be fetched by way of the proxy that the environment names",
            "Name an http:// proxy in HTTPS_PROXY and unset ALL_PROXY; socks5:// needs: pip install socksio",
        ) from error


def slug(url: str) -> str:
    """Return a readable id for the article at `url`: `example.org/news/bridge`. The same each time."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.") + (f"-{parts.port}" if parts.port else "")
    path = re.sub(r"\.(html?|pdf|txt|md|php|aspx?)$", "", unquote(parts.path).strip("/"), flags=re.IGNORECASE)
    words = [re.sub(r"[^\w.~]+", "-", piece).strip("-") for piece in path.split("/")]
    if parts.query:
        words[-1] += "-" + re.sub(r"\W+", "-", unquote(parts.query)).strip("-")
    return "/".join(word for word in (host, *words) if word)


def page_of(url: str) -> tuple[str, str, str]:
    """Return what an address names, however it is written: with "www." and ".html", or without.

    Two pages may have one `slug`, the page and its PDF; they are two here.
    """
    parts = urlsplit(url)
    path = re.sub(r"\.(?:html?|php|aspx?)$", "", unquote(parts.path).rstrip("/"), flags=re.IGNORECASE)
    return parts.netloc.lower().removeprefix("www."), path, parts.query


def _read(response: "httpx.Response", *, url: str) -> Page:
    status = response.status_code
    if status in (401, 403, 451):
        raise Unreadable(
            url, f"refuses to be read ({status})", "Save the page from a browser and give the file."
        )
    if status in (404, 410):
        raise Unreadable(url, f"does not exist ({status})", "Check the address.")
    if status >= 400:
        raise Unreadable(url, f"answered with error {status}", "Try again later.")
    kind, _, _ = response.headers.get("content-type", "text/html").partition(";")
    ending = _KINDS.get(kind.strip().lower())
    if ending is None:
        raise Unreadable(
            url, f"is {kind.strip()}, not an article", "Web pages, PDFs and plain text can be read."
        )
    deadline = time.monotonic() + _LONGEST
    raw = bytearray()
    for piece in response.iter_bytes():
        raw += piece
        if len(raw) > LARGEST:
            raise Unreadable(url, "is larger than 50 MB", "Save the article's text and give the file.")
        if time.monotonic() > deadline:
            raise Unreadable(url, f"took longer than {_LONGEST:.0f} seconds", "Try again later.")
    return Page(bytes(raw), str(response.url), ending, response.charset_encoding)
