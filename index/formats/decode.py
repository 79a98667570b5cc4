"""Bytes → text: finds the encoding, normalises line ends, drops control characters."""

import codecs
import re

from index.errors import Unreadable

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Where news is kept in none of the Unicode encodings. A short list: with all of Python's 90 to
# choose from, charset-normalizer takes a few curly quotes for Estonian or DOS box drawings.
_LEGACY = ["cp1252", "cp1251", "cp1250", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256"]
_LEGACY += ["shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
_SAMPLE = 200_000  # bytes to guess from; the rest of a file is in the same encoding
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_NEWLINE = re.compile(r"\r\n?|\x0b|\x0c")


def decode(raw: bytes, *, where: str, declared: str | None = None) -> str:
    """Return `raw` as clean text.

    A byte order mark decides, then UTF-8, then the encoding that was `declared` by a page or
    server, then the likeliest one. Raises `Unreadable` for an empty or binary file.
    """
    if not raw.strip():
        raise Unreadable(where, "is empty", "Nothing was read from it.")
    text = clean(_decoded(raw, where=where, declared=declared))
    if not text.strip():
        raise Unreadable(where, "is empty", "Nothing was read from it.")
    return text


def clean(text: str) -> str:
    """Return `text` with `\\n` line ends and without control characters; all else stays."""
    return _CONTROL.sub("", _NEWLINE.sub("\n", text.removeprefix("\ufeff")))


def _decoded(raw: bytes, *, where: str, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if guessed := _unmarked_utf16(raw):
        return raw.decode(guessed, errors="replace")
    if _is_binary(raw):
        raise Unreadable(where, "holds binary data, not text", "Give its text as .txt, .html, .pdf or .docx.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    damaged = raw.decode("utf-8", errors="replace")
    if _mostly_utf8(damaged):
        return damaged
    try:
        return raw.decode(_known(declared) or _guessed(raw), errors="replace")
    except UnicodeError:  # of Python's encodings "idna" and "undefined" are such that no page is written in
        return raw.decode(_guessed(raw), errors="replace")


def _unmarked_utf16(raw: bytes) -> str | None:
    """Every other byte of Latin text in UTF-16 is NUL; which one tells the byte order."""
    sample = raw[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 5 and even * 20 < odd:
        return "utf-16-le"
    if even > len(sample) // 5 and odd * 20 < even:
        return "utf-16-be"
    return None


def _is_binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    if sample.startswith((b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF")):
        return True
    nuls = sample.count(0)
    control = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\x0b\x0c\x1b\x00")
    return nuls * 500 > len(sample) or control * 50 > len(sample)


def _mostly_utf8(text: str) -> bool:
    """Whether text decoded with replacements is UTF-8 that lost a byte here and there."""
    broken = text.count("\ufffd")
    good = sum(ord(c) > 127 for c in text[:_SAMPLE]) - text[:_SAMPLE].count("\ufffd")
    return good > 5 * broken or (broken == 1 and text.rstrip().endswith("\ufffd"))


def _known(encoding: str | None) -> str | None:
    """Return the name by which Python knows an encoding of text; "hex", which it knows too, is none."""
    try:
        known = codecs.lookup(encoding.strip()) if encoding else None
    except (LookupError, ValueError):  # the latter where the name holds a NUL
        return None
    return known.name if known and known._is_text_encoding else None


def _guessed(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    # Nearly all ASCII is a Western page with curly quotes and a name or two: too little for a guess.
    if sum(byte > 127 for byte in raw[:_SAMPLE]) <= max(3, 0.08 * len(raw[:_SAMPLE])):
        return "cp1252"
    best = from_bytes(raw[:_SAMPLE], cp_isolation=_LEGACY).best()
    return best.encoding if best else "cp1252"
