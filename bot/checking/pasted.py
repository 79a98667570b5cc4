"""What people paste, made plain: quote cards, Markdown, e-mails, hard-wrapped lines, handles. Pure.

Levelling keeps every character in its place, so that offsets into the levelled text hold in the pasted
one; a line break or a sign at most becomes a space or a quote mark.
"""

import re
from collections.abc import Sequence
from html import unescape

from bot.checking.attribution import NAME
from bot.checking.saying import CUE
from index.types import Span

UNSEEN = "\u200b"  # what comparisons do not see: it keeps the characters behind it in their places
_WRAPPED = 60  # characters of a line that may have been broken for its length alone
_CARD_LINES = 4  # lines of a quote card besides the quotation
_CARD_WIDTH = 60

# A mark that stands on a line of its own, and the one that closes it.
_MARK_ALONE = re.compile(r"(?m)^[^\S\n]*[\"“„«]\s*\n[^\"“”„«»]+\n\s*[\"”“»](?=[^\S\n]*(?:\n|\Z|[—–-]))")
_MARKS = re.compile(r"[\"“”„«»]|''|``")
_BLOCK = re.compile(r"(?m)^(?:>[^\n]*(?:\n|\Z))+")
_SIGNS = re.compile(r">?[^\S\n]*(?=[—–-]{1,2}[^\S\n]*[^\W\d_a-z])")
_BROKEN = re.compile(
    rf"(?<=[^\n]{{{_WRAPPED}}}[^\n.!?:”\"»’])\n(?:>[^\S\n]?)?(?=[^\W_])|(?<=\S)\n(?:>[^\S\n]?)?(?=[a-z])"
)
# No prose: what stands before an article in Markdown, code, tags, and where links lead.
_NO_PROSE = re.compile(
    r"\A---\n.*?\n---[^\S\n]*(?:\n|\Z)|^```.*?^```[^\S\n]*$|</?[a-zA-Z][^<>]*>|(?<=\])\([^()\s]+(?:\s\"[^\"\n]*\")?\)",
    re.DOTALL | re.MULTILINE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_NOTE = re.compile(r"\[\^?\d+\]")
_LINK = re.compile(r"\[([^\[\]\n]*)\]")
_HANDLE = re.compile(r"(?P<beside>(?<=\w) \(?)?\.?@(?P<name>\w+)\)?")
_HUMP = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)")
_BULLET = re.compile(r"(?m)^[^\S\n]*(?:[>#•·‣▪◦*]+|\d{1,3}[.)])\s+")


def level(text: str) -> str:
    """Return the text with quotations as prose has them, every character in its place."""
    text = _ENTITY.sub(_meant, _NO_PROSE.sub(_blank, text.replace("\r", "\n")))
    text = _MARK_ALONE.sub(_on_one_line, text)
    text = _BLOCK.sub(_marked, text)
    return _BROKEN.sub(lambda broken: " " * len(broken.group()), text)


def plain(text: str) -> str:
    """Return the words beside a quotation without bullets, links and emphasis, "@AnnLee" as "Ann Lee"."""
    text = _LINK.sub(r"\1", _NOTE.sub("", _HANDLE.sub(_spelt, text)))
    return _BULLET.sub("", _EMPHASIS.sub("", text))


def carded(text: str, quotation: Sequence[Span]) -> str | None:
    """Return the name on a quote card: a quotation by itself with a few short lines about it."""
    before, after = text[: quotation[0][0]], text[quotation[-1][1] :]
    lines = [[line.strip(" \t>*_#—–-") for line in part.splitlines()] for part in (after, before)]
    if "\n" not in before + after or before.rpartition("\n")[2].strip() or after.partition("\n")[0].strip():
        return None
    filled = [line for part in lines for line in part if line]
    if len(filled) > _CARD_LINES or any(len(line) > _CARD_WIDTH or CUE.search(line) for line in filled):
        return None
    names = (line.split(",")[0] for line in filled)
    return next((name for name in names if NAME.fullmatch(name) and 2 <= len(name.split()) <= 4), None)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _meant(entity: re.Match[str]) -> str:
    """Return the sign that HTML writes as an entity, with signs that nobody sees in the place of the rest."""
    sign = unescape(entity.group())
    return sign.ljust(len(entity.group()), UNSEEN) if len(sign) == 1 else entity.group()


def _on_one_line(found: re.Match[str]) -> str:
    return found.group().replace("\n", " ")


def _marked(block: re.Match[str]) -> str:
    """Put a Markdown block quotation that is signed, and has no marks, into quote marks."""
    lines = re.split(r"(?<=\n)", block.group())
    matches = ((number, _SIGNS.match(line)) for number, line in enumerate(lines) if number)
    number, signs = next((found for found in matches if found[1]), (0, None))
    words = "".join(lines[:number])
    if not signs or _MARKS.search(words) or not any(map(str.isalnum, words)):
        return block.group()
    inside = re.sub(r"(?m)^>", " ", words[1:-1]).replace("\n", " ")
    return f"“{inside}”{' ' * signs.end()}{lines[number][signs.end() :]}{''.join(lines[number + 1 :])}"


def _spelt(handle: re.Match[str]) -> str:
    """Spell out a handle that shows where the names in it begin; any other names nobody we know, and one
    right behind a name says nothing new."""
    parts = handle["name"].split("_") if "_" in handle["name"] else _HUMP.findall(handle["name"])
    names = [part.capitalize() for part in parts if part.isalpha()]
    beside = handle["beside"] and handle.string[: handle.start()].split()[-1][:1].isupper()
    return f"{handle['beside'] or ''}{' '.join(names)}" if len(names) > 1 and not beside else ""
