"""Plain text and Markdown, with or without front matter between `---` lines."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from index.formats.decode import decode
from index.formats.metadata import Draft, Metadata, dateline, from_fields, one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.{0,20000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def read_text(raw: bytes, *, where: str, charset: str | None = None) -> Draft:
    """Return a text file's article: the text is the file's to the character, less front matter."""
    metadata, text = split_front_matter(decode(raw, where=where, declared=charset))
    return Draft(text, metadata.or_else(Metadata(published=dateline(text))))


def read_markdown(raw: bytes, *, where: str, charset: str | None = None) -> Draft:
    """Return a Markdown file's article as plain paragraphs with blank lines between.

    Links keep their words, pictures go, list items begin with "• " or their number. HTML inside
    stays as the characters it is: it is shown, never run.
    """
    metadata, source = split_front_matter(decode(raw, where=where, declared=charset))
    blocks = list(_blocks(source))
    title = next((text for level, text in blocks if level == "h1"), None)
    text = "\n\n".join(text for _, text in blocks if text.strip())
    return Draft(text, metadata.or_else(Metadata(title=one_line(title), published=dateline(text))))


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """Return what the front matter of `text` says, and the text after it.

    A `---` block that states none of title, date, author, source and url is a part of the text.
    """
    match = _FRONT_MATTER.match(text)
    metadata = from_fields(_fields(match[1])) if match else Metadata()
    if not match or metadata == Metadata():
        return Metadata(), text
    return metadata, text[match.end() :].lstrip("\n")


def _fields(block: str) -> Mapping[str, object]:
    import yaml

    try:
        # BaseLoader keeps every value a string: no 13th month as an error, no "No" as False.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506
        if isinstance(loaded, dict):
            return loaded
    except (yaml.YAMLError, RecursionError):
        pass
    # "title: Mayor: no bridge" is not YAML, but it is what people write.
    pairs = (line.split(":", 1) for line in block.splitlines() if re.match(r"\w+:", line))
    return {name: value.strip().strip("\"'[]") for name, value in pairs}


def _blocks(source: str) -> Iterator[tuple[str, str]]:
    """Yield the tag and plain text of each block of Markdown."""
    from markdown_it import MarkdownIt

    tag, bullets, cells = "p", _Bullets(), list[str]()
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        bullets.follow(token)
        if token.type in ("heading_open", "paragraph_open"):
            tag = token.tag
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield "tr", " | ".join(cells)
        elif token.type in ("th_open", "td_open"):
            tag = "td"
        elif token.type == "inline" and tag == "td":
            cells.append(_plain(token))
        elif token.type == "inline":
            yield tag, bullets.take() + _plain(token)
        elif token.type in ("fence", "code_block", "html_block"):
            yield "pre", _COMMENT.sub("", token.content).strip("\n")


class _Bullets:
    """The list that is being read, and the mark its next paragraph begins with."""

    def __init__(self) -> None:
        self._mark = ""

    def follow(self, token: "Token") -> None:
        if token.type == "list_item_open":
            self._mark = f"{token.info}{token.markup} " if token.info else "• "

    def take(self) -> str:
        mark, self._mark = self._mark, ""
        return mark


def _plain(token: "Token") -> str:
    parts = []
    for child in token.children or []:
        if child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "html_inline":
            parts.append(_COMMENT.sub("", child.content))
        elif child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
    return "".join(parts).strip()
