"""The files a command is given: a draft as text, a batch as (id, words) pairs."""

import json
import sys
from pathlib import Path

from index.errors import UsageError


def read_text(file: str) -> str:
    """Read a file as text; "-" is standard input. Raises `UsageError`."""
    try:
        # A mark of the byte order, as Windows writes it, is no part of the text.
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        return text.removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError) as exc:
        reason = getattr(exc, "strerror", None) or "it is not UTF-8 text"
        raise UsageError(f"{file} cannot be read: {reason}. Give a text file.") from exc


def read_lines(file: str, field: str) -> list[tuple[str, str]]:
    """Read (id, `field`) pairs from JSON lines; "-" is standard input. Raises `UsageError`."""
    return [
        _pair(line, field, where=f"{file}, line {number}")
        for number, line in enumerate(read_text(file).split("\n"), 1)
        if line.strip()
    ]


def _pair(line: str, field: str, *, where: str) -> tuple[str, str]:
    try:
        fields = json.loads(line)
        return str(fields["id"]), str(fields[field])
    except (ValueError, TypeError, KeyError) as exc:
        raise UsageError(f'{where} is not a {field}. Write {{"id": "…", "{field}": "…"}}.') from exc
