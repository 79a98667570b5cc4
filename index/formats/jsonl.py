"""JSON lines: an article a line, read one at a time however long the file is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.errors import Unreadable
from index.formats.metadata import from_fields, one_line, title_for
from index.types import Article

_LONGEST_LINE = 50_000_000  # bytes
_TEXT_NAMES = ("text", "body", "content")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def read_jsonl(path: Path) -> Iterator[Article | Unreadable]:
    """Yield the article of each line of `path`, or why there is none.

    A line is `{"id", "title", "date", "url", "text"}`, with `author` and `source` where known; only
    `text` must be there. The text is kept to the character, so that offsets made elsewhere hold;
    only NULs and lone surrogates, which no database stores, each become one U+FFFD.
    Raises `Unreadable` where the file holds no lines of JSON at all, `OSError` where it is closed.
    """
    line_of: dict[str, int] = {}
    number = 0
    with path.open("rb") as file:
        for number, line in _lines(file):
            if number == 1 and (reason := _not_json_lines(line)):
                raise Unreadable(str(path), reason, "Give one JSON object a line, in UTF-8.")
            where = f"{path}, line {number}"
            try:
                article = _article(line, where=where, path=path, number=number)
            except Unreadable as error:
                yield error
                continue
            first = line_of.setdefault(article.id, number)
            if first == number:
                yield article
            else:
                reason = f'has the id "{article.id}" of line {first} again'
                yield Unreadable(where, reason, "Give each article its own.")
    if not number:
        raise Unreadable(str(path), "is empty", "Nothing was read from it.")


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the number and bytes of each line that is not blank; of one too long, only its start."""
    number = 0
    while line := file.readline(_LONGEST_LINE + 1):
        number += 1
        rest = line
        while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(_LONGEST_LINE + 1)
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            yield number, line


def _article(line: bytes, *, where: str, path: Path, number: int) -> Article:
    if len(line) > _LONGEST_LINE:
        raise Unreadable(where, "is longer than 50 MB", "Give each article a line of its own.")
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(where, "is not UTF-8", "Convert the file to UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(where, "is not valid JSON", "Correct it; the other lines count.") from error
    if not isinstance(fields, dict):
        raise Unreadable(where, "is not a JSON object", 'Write {"id": …, "title": …, "text": …}.')
    text = next((fields[name] for name in _TEXT_NAMES if fields.get(name)), None)
    if not isinstance(text, str) or not text.strip():
        raise Unreadable(where, "has no text", 'Give the article\'s text as a string named "text".')
    text = _UNSTORABLE.sub("\ufffd", text)
    metadata = from_fields(fields)
    article_id = one_line(fields.get("id")) or f"{path.stem}-{number}"
    return Article(
        id=article_id,
        title=metadata.title or title_for(text, name=article_id),
        text=text,
        published=metadata.published,
        url=metadata.url,
        author=metadata.author,
        source=metadata.source,
        origin=str(path.absolute()),
    )


def _not_json_lines(first: bytes) -> str | None:
    """Why a file that begins with this line cannot be JSON lines; so that it is said once, not per line."""
    if b"\0" in first or first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "is not UTF-8 text"
    if first.strip() in (b"[", b"{") or first.lstrip().startswith(b"[{"):
        return "is one JSON document, not JSON lines"
    return None
