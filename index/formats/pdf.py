"""PDFs: a PDF knows where each line stands and not which lines make a paragraph; this finds out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.formats.decode import clean
from index.formats.metadata import Draft, Metadata, dateline, one_line

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_SENTENCE_END = re.compile(r"[.!?…:][”\"’'»)\]]*$")
# What browsers print above and below a page, and page numbers.
_FURNITURE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d.*|(?:https?|file)://\S+(?: \d+/\d+)?"
    r"|(?:page )?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|[-–] ?\d{1,4} ?[-–]",
    re.IGNORECASE,
)
_EDGE = 2  # lines at either end of a page that can be a running head or foot
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u00ad]$")
_KEEPS_HYPHEN = frozenset("self ex vice non anti pro co well so all semi pre post mid".split())
_JUNK_TITLE = re.compile(r"untitled|microsoft \w+ -|.*\.(docx?|pdf|indd|qxd|html?|txt|odt)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, where its first letter stands (points from the page's lower left
    corner), and the height of its letters."""

    text: str
    x: float
    y: float
    size: float


def read_pdf(raw: bytes, *, where: str) -> Draft:
    """Return a PDF's text as paragraphs with blank lines between, and what its info says.

    Raises `Unreadable` for a PDF that is broken, locked by a password, or made of pictures.
    """
    if not raw.strip():
        raise Unreadable(where, "is empty", "Nothing was read from it.")
    try:
        reader = _opened(raw, where=where)
        pages = [list(_lines(page)) for page in reader.pages]
        metadata = _metadata(reader)
    except Unreadable:
        raise
    except Exception as error:  # pypdf raises KeyError to RecursionError on what is not quite a PDF
        raise Unreadable(
            where, "is a damaged PDF, or none at all", "Open it in a viewer and save it anew."
        ) from error
    text = clean("\n\n".join(join_lines(without_furniture(pages))))
    if len(re.findall(r"\w", text)) < 3 * max(1, len(pages)):
        raise Unreadable(
            where, "is a PDF without text, probably a scan", "Run OCR on it first, such as `ocrmypdf`."
        )
    return Draft(text, replace(metadata, published=dateline(text)))


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and the heads and feet that most pages repeat."""

    def edges(page: Sequence[Line]) -> set[int]:
        return {i for i in range(len(page)) if i < _EDGE or i >= len(page) - _EDGE}

    def masked(line: Line) -> str:
        return re.sub(r"\d+", "#", line.text).strip()

    repeated = Counter(text for page in pages for text in {masked(page[i]) for i in edges(page)})
    often = max(2, len(pages) / 2)
    return [
        [
            line
            for i, line in enumerate(page)
            if i not in edges(page)
            or not (repeated[masked(line)] > often or _FURNITURE.fullmatch(line.text.strip()))
        ]
        for page in pages
    ]


def join_lines(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the paragraphs that the lines of the pages make; words cut by a hyphen are whole again."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    ends = {id(page[-1]) for page in pages if page}
    leading = _leading(pages)
    full = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", " ".join(line.text for line in lines)))
    paragraph = lines[0].text
    for above, line, below in zip(lines, lines[1:], [*lines[2:], lines[-1]]):
        page_turns = id(above) in ends
        if _parts(above, line, below, leading=leading, full=full, page_turns=page_turns):
            yield paragraph
            paragraph = line.text
        else:
            paragraph = _joined(paragraph, line.text, words)
    yield paragraph


def _opened(raw: bytes, *, where: str) -> "PdfReader":
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(raw))
    try:
        # Many PDFs forbid editing and are open to read: their password is the empty one.
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise Unreadable(where, "is locked by a password", "Save a copy without the password first.")
    return reader


def _metadata(reader: "PdfReader") -> Metadata:
    """Return title and author. The day on which a file was made is not that of its article."""
    info = reader.metadata
    if info is None:
        return Metadata()
    title = one_line(info.title)
    return Metadata(
        title=None if title and _JUNK_TITLE.match(title) else title,
        author=one_line(info.author),
    )


def _lines(page: "PageObject") -> Iterator[Line]:
    parts: list[str] = []
    found: list[Line] = []
    start: list[Line] = []

    def visit(text: str, ctm: list[float], matrix: list[float], _font: object, size: float) -> None:
        for piece in re.split(r"(\n)", text):
            if piece == "\n":
                end_line()
            elif piece:
                if piece.strip() and not start:
                    x, y = matrix[4], matrix[5]
                    scale = abs(matrix[3] * ctm[3]) or 1.0
                    start.append(
                        Line(
                            "",
                            x * ctm[0] + y * ctm[2] + ctm[4],
                            x * ctm[1] + y * ctm[3] + ctm[5],
                            size * scale,
                        )
                    )
                parts.append(piece)

    def end_line() -> None:
        text = _LIGATURE.sub(lambda m: _LIGATURES[m[0]], " ".join("".join(parts).split()))
        if text and start:
            found.append(replace(start[0], text=text))
        parts.clear()
        start.clear()

    page.extract_text(visitor_text=visit)
    end_line()
    yield from found


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """Return the distance from line to line within paragraphs, in points; 0 where the PDF does not tell.

    It is the smallest one that is common: where paragraphs are short, most gaps are those between them.
    """
    gaps = Counter(
        round(2 * (a.y - b.y)) / 2
        for page in pages
        for a, b in pairwise(page)
        if 0.8 * a.size < a.y - b.y < 4 * a.size
    )
    return min((gap for gap, times in gaps.items() if times >= 0.1 * gaps.total()), default=0.0)


def _parts(above: Line, line: Line, below: Line, *, leading: float, full: int, page_turns: bool) -> bool:
    """Whether a new paragraph begins with `line`."""
    ended = bool(_SENTENCE_END.search(above.text))
    continues = line.text[0].islower()
    if abs(above.size - line.size) > 0.1 * above.size:
        return True
    gap = above.y - line.y
    if page_turns or gap < -0.5 * line.size:  # the next page, or the top of the next column
        return ended and not continues
    if leading and gap > 1.25 * leading:
        return True
    # Indented: against the line above, or against the one below where that above is a paragraph too.
    next_to = ended and 0 < line.y - below.y <= 1.25 * leading
    margin = min(above.x, below.x) if next_to else above.x
    if gap > 0 and line.x > margin + 0.8 * line.size:
        return True
    # The next word would have fitted on the line above, had the paragraph gone on.
    return len(above.text) < (0.75 if ended else 0.5) * full and not continues


def _joined(paragraph: str, line: str, words: Counter[str]) -> str:
    cut = _HYPHENATED.search(paragraph)
    if not cut or not line[0].islower():
        return f"{paragraph} {line}"
    tail = "".join(re.findall(r"^[^\W\d_]*", line))
    whole, compound = cut[1] + tail, f"{cut[1]}-{tail}"
    hyphen = words[compound] > words[whole] or (cut[1].lower() in _KEEPS_HYPHEN and not words[whole])
    return (paragraph if hyphen and not paragraph.endswith("\u00ad") else paragraph[:-1]) + line
