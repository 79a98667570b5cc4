"""Web pages: the article without navigation, scripts and comments, and what the page says of it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from index.errors import Unreadable
from index.formats.decode import clean, decode
from index.formats.metadata import Draft, Metadata, one_line, parse_date, web_address

if TYPE_CHECKING:
    from lxml.etree import _Element

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# The blocks of trafilatura's trees and of HTML. In neither is running text cut by anything else.
_BLOCKS = frozenset(
    "p head item quote code row list table div main body article section blockquote pre h1 h2 h3 h4 h5 h6 "
    "ul ol li dl dt dd tr figure figcaption hr address".split()
)
_NOT_TEXT = "//script|//style|//noscript|//template|//nav|//form|//button|//footer|//title|//comment()"
_LARGEST = 10_000_000  # bytes: half a minute of parsing, and far more than any article


def read_html(raw: bytes, *, where: str, charset: str | None = None, url: str | None = None) -> Draft:
    """Return a page's article as paragraphs with blank lines between, and its metadata.

    `charset` is what the server said. Raises `Unreadable` where there is no article on the page.
    """
    from trafilatura import bare_extraction

    if len(raw) > _LARGEST:
        raise Unreadable(where, "is a web page of over 10 MB", "Save the article's text as .txt instead.")
    declared = _META_CHARSET.search(raw[:4096])
    page = decode(raw, where=where, declared=charset or (declared[1].decode() if declared else None))
    try:
        document = bare_extraction(
            page,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_formatting=False,
            # Only dates that the page states: a copyright year in a footer is not a publication date.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # lxml and the extractors raise what they like on broken markup
        raise Unreadable(where, "could not be parsed as a web page", "Save its text as .txt.") from error
    text = "\n\n".join(_paragraphs(_whole_body(page) if document is None else document.body))
    if not text:
        raise Unreadable(where, "holds no article text that we can find", "Save its text as .txt instead.")
    if document is None:
        return Draft(clean(text))
    return Draft(
        clean(text),
        Metadata(
            title=one_line(document.title),
            published=parse_date(document.date),
            url=web_address(document.url),
            author=one_line(document.author),
            source=one_line(document.sitename),
        ),
    )


def _whole_body(page: str) -> "_Element":
    """Return all of a page: one of a sentence or two is too short for trafilatura to judge."""
    from lxml import etree, html

    try:
        # As bytes: lxml refuses a string that declares its encoding.
        tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # nothing but comments
        return etree.Element("body")
    unwanted: Any = tree.xpath(_NOT_TEXT)  # elements, by the form of the expression
    for node in unwanted:
        node.drop_tree()
    return tree


def _paragraphs(body: "_Element") -> Iterator[str]:
    """Yield the blocks of trafilatura's tree, in order; text beside child blocks is a block too."""
    parts: list[str] = []

    def flush(mark: str = "") -> Iterator[str]:
        lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
        text = "\n".join(line for line in lines if line)
        parts.clear()
        if text:
            yield mark + text

    def walk(node: "_Element") -> Iterator[str]:
        block = node.tag in _BLOCKS
        mark = "• " if node.tag in ("item", "li") else ""
        if block:
            yield from flush()
        if node.tag in ("lb", "br"):
            parts.append("\n")
        elif node.tag in ("cell", "td", "th") and node.getprevious() is not None:
            parts.append(" | ")
        parts.append(_flat(node.text))
        for child in node:
            if child.tag in _BLOCKS and parts:
                yield from flush(mark)
                mark = ""
            yield from walk(child)
        if block:
            yield from flush(mark)
        parts.append(_flat(node.tail))

    yield from walk(body)
    yield from flush()


def _flat(text: str | None) -> str:
    """Line breaks in a page's source are spaces; only `<br>` breaks a line."""
    return re.sub(r"\s+", " ", text or "")
