"""Web addresses, read from a real server on the loopback that has every fault a server can have."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from index.formats.fetch import slug
from tests.index.reading import complaint, only

BODY = (
    "The ferry between Port Elmer and Sand Island will stop running at the end of May, the harbour "
    "office said on Tuesday, after eleven years of losses."
)
SECOND = "“We have tried everything,” said José Brandt, the harbour master. He blamed the price of diesel."
PAGE = f"""<html><head><title>Ferry to stop in May</title><link rel="canonical" href="https://post.example/ferry">
</head><body><article><h1>Ferry to stop in May</h1><p>{BODY}</p><p>{SECOND}</p></article></body></html>"""


def a_pdf() -> bytes:
    from fpdf import FPDF

    paper = FPDF()
    paper.set_font("Times", size=11)
    paper.add_page()
    paper.multi_cell(120, 5, BODY, align="L")
    return bytes(paper.output())


class Site(BaseHTTPRequestHandler):
    """A small news site with every fault a server can have."""

    pages = {
        "/news/ferry.html": ("text/html; charset=windows-1252", PAGE.encode("cp1252")),
        "/plain": ("text/plain; charset=utf-8", f"Ferry to stop in May\n\n{SECOND}".encode()),
        "/paper.pdf": ("application/pdf", a_pdf()),
        "/photo": ("image/png", b"\x89PNG"),
        "/empty": ("text/html", b""),
    }

    def do_GET(self) -> None:
        if self.path in self.pages:
            kind, body = self.pages[self.path]
            self.answer(200, {"Content-Type": kind, "Content-Length": str(len(body))}, body)
        elif self.path == "/moved":
            self.answer(301, {"Location": "/news/ferry.html", "Content-Length": "0"})
        elif self.path == "/round":
            self.answer(302, {"Location": "/round", "Content-Length": "0"})
        elif self.path == "/cut":
            self.answer(200, {"Content-Type": "text/html", "Content-Length": "100000"}, b"<p>half")
        elif self.path == "/huge":
            self.answer(200, {"Content-Type": "text/plain", "Content-Length": "60000000"})
            for _ in range(60):
                self.wfile.write(b"x" * 1_000_000)
        elif self.path == "/slow":
            time.sleep(2)
        else:
            self.answer({"/paywall": 403, "/broken": 500}.get(self.path, 404), {"Content-Length": "0"})

    def answer(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass

    def handle(self) -> None:
        with suppress(ConnectionError):  # the reader has seen enough
            super().handle()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_an_address_is_read_as_what_the_server_says_it_is(site: str) -> None:
    article = only(f"{site}/news/ferry.html")
    assert article.id == f"{site.removeprefix('http://').replace(':', '-')}/news/ferry"
    assert SECOND in article.text
    assert article.url == "https://post.example/ferry"
    plain = only(f"{site}/plain")
    assert (plain.title, plain.url) == ("Ferry to stop in May", f"{site}/plain")
    assert only(f"{site}/paper.pdf").text == BODY


def test_a_moved_page_is_followed(site: str) -> None:
    article = only(f"{site}/moved")
    assert article.title == "Ferry to stop in May"
    assert article.origin == f"{site}/moved"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/gone", "does not exist (404)"),
        ("/paywall", "refuses to be read (403)"),
        ("/broken", "answered with error 500"),
        ("/round", "redirects more than 5 times"),
        ("/photo", "is image/png, not an article"),
        ("/empty", "is empty"),
        ("/cut", "broke off while answering"),
        ("/huge", "is larger than 50 MB"),
    ],
)
def test_a_server_that_gives_no_article_is_said(site: str, path: str, sentence: str) -> None:
    said = complaint(f"{site}{path}")
    assert said.startswith(f"{site}{path}: {sentence}")


def test_a_server_that_does_not_answer_is_said(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.formats.fetch._PATIENCE", 0.3)
    assert "did not answer within" in complaint(f"{site}/slow")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://127.0.0.1:9/x", "refused the connection"),
        ("ftp://127.0.0.1/x", "is not an http or https address"),
        ("file:///etc/passwd", "is not an http or https address"),
        ("http://", "is not an http or https address"),
        ("http://[::1", "is not a valid address"),
        ("http://.../x", "is not a valid address"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(address: str, sentence: str) -> None:
    assert sentence in complaint(address)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "nonsense://127.0.0.1"])
def test_a_proxy_that_cannot_be_used_is_said(site: str, monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)  # not installed, even where it is
    monkeypatch.setenv("ALL_PROXY", proxy)
    said = complaint(f"{site}/plain")
    assert said.startswith(f"{site}/plain: cannot be fetched by way of the proxy that the environment names.")
    assert "unset ALL_PROXY" in said


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.post.example/news/2024/ferry-stops.html", "post.example/news/2024/ferry-stops"),
        ("https://post.example/", "post.example"),
        ("https://post.example/story?id=42&x=y", "post.example/story-id-42-x-y"),
        ("http://post.example:8080/a%20b/c%C3%A9", "post.example-8080/a-b/cé"),
    ],
)
def test_an_addresss_id_is_its_host_and_path(url: str, expected: str) -> None:
    assert slug(url) == expected
