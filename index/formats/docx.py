"""Word documents: paragraphs and table rows in order, and the document's properties."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from index.errors import Unreadable
from index.formats.decode import clean
from index.formats.metadata import Draft, Metadata, dateline, one_line

if TYPE_CHECKING:
    from docx.document import Document

_LIBRARY = "python-docx"  # names itself as the author, where it is told none
_LARGEST = 300_000_000  # bytes unpacked: a small file that unpacks to more is a trap


def read_docx(raw: bytes, *, where: str) -> Draft:
    """Return a .docx file's text as paragraphs with blank lines between, and its properties.

    Raises `Unreadable` for a file that is broken, locked, or without text.
    """
    from docx import Document

    if not raw.strip():
        raise Unreadable(where, "is empty", "Nothing was read from it.")
    if raw.startswith(b"\xd0\xcf\x11\xe0"):  # what both old .doc files and locked .docx files are inside
        raise Unreadable(where, "is an old .doc or locked by a password", "Save it as an open .docx first.")
    try:
        with ZipFile(BytesIO(raw)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _LARGEST:
                raise Unreadable(where, "unpacks to over 300 MB", "Save its text as .txt instead.")
        document = Document(BytesIO(raw))
        blocks = list(_blocks(document))
        metadata = _metadata(document, blocks)
    except Unreadable:
        raise
    except Exception as error:  # zipfile, lxml and python-docx each raise their own on a broken file
        raise Unreadable(
            where, "is a damaged Word document, or none at all", "Open it in Word and save it anew."
        ) from error
    text = clean("\n\n".join(text for _, text in blocks))
    if not text.strip():
        raise Unreadable(where, "is a Word document without text", "Nothing was read from it.")
    return Draft(text, replace(metadata, published=dateline(text)))


def _blocks(document: "Document") -> Iterator[tuple[str, str]]:
    """Yield each paragraph's style and text; list items begin with "• ", table cells are parted by bars."""
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            seen = set[object]()
            for row in block.rows:
                # A merged cell is given once for each that it covers.
                cells = {cell._tc: cell for cell in row.cells}
                words = [" ".join(cell.text.split()) for tc, cell in cells.items() if tc not in seen]
                seen |= cells.keys()
                yield "Table", " | ".join(word for word in words if word)
            continue
        text = re.sub(r"[^\S\n]+", " ", block.text).strip()
        style = block.style.name if block.style is not None and block.style.name else ""
        if text:
            yield style, f"• {text}" if style.startswith("List Bullet") else text


def _metadata(document: "Document", blocks: list[tuple[str, str]]) -> Metadata:
    """Return title and author. The day on which a file was made is not that of its article."""
    properties = document.core_properties
    titles = (text for style, text in blocks if style in ("Title", "Heading 1"))
    author = one_line(properties.author)
    return Metadata(
        title=one_line(properties.title) or one_line(next(titles, None)),
        author=None if author == _LIBRARY else author,
    )
