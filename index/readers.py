"""Files, folders and web addresses → articles. What cannot be read is an item too, with its reason.

`Article.text` is final: every offset anywhere refers to it. An id can hold any printable
character, so a page that puts one into `#cite-ID-START-END` percent-encodes it
(`urllib.parse.quote(id, safe="")`) and splits the fragment from its right end.
"""

import logging
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from index.errors import Unreadable
from index.formats.docx import read_docx
from index.formats.fetch import LARGEST, fetch, is_address, slug
from index.formats.html import read_html
from index.formats.jsonl import read_jsonl
from index.formats.metadata import Draft, title_for
from index.formats.pdf import read_pdf
from index.formats.text import read_markdown, read_text
from index.types import Article

_READERS: dict[str, Callable[..., Draft]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
# An address, a file with the folder that its id is told from, or what is closed to us.
_Found = str | tuple[Path, Path] | Unreadable
ENDINGS = frozenset(_READERS) | {".jsonl"}
_HASH = re.compile("[0-9a-f]{32,}")
_KNOWN = ".txt, .md, .html, .pdf, .docx and .jsonl"

# These log what they think of a file; the reader's reason is enough, unless logging is configured.
for _name in ("pypdf", "trafilatura", "htmldate", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read(*sources: str | Path) -> Iterator[Article | Unreadable]:
    """Yield the articles of files, folders and http(s) addresses, one at a time, in a fixed order.

    A folder is read with its subfolders, sorted, without hidden files and files of other kinds.
    Whatever cannot be read is yielded as an `Unreadable` in its place, and the rest goes on; no bad
    input raises. An article's id is the one a JSON line states, else its file's name without the
    ending, with as much of the folder before it as tells it from the others of the same read; that
    of an address is its host and path. `Article.origin` is the absolute path, or the address. A
    second article of the same id is reported, not yielded.
    """
    seen: dict[str, str] = {}
    for item in _items(sources):
        if isinstance(item, Article):
            if item.id in seen:
                reason = f'holds an article with the id "{item.id}", as {seen[item.id]} does'
                yield Unreadable(item.origin, reason, "Give each article its own.")
                continue
            seen[item.id] = item.origin
        yield item


def _items(sources: Sequence[str | Path]) -> Iterator[Article | Unreadable]:
    found: list[_Found] = []
    for source in sources:
        if isinstance(source, str) and is_address(source):
            found.append(source)
        else:
            found += _files(Path(source))
    # `onrecord index town/* town` names each file twice.
    bases = {item[0]: item[1] for item in found if isinstance(item, tuple)}
    ids = _ids(bases)
    for item in dict.fromkeys(item[0] if isinstance(item, tuple) else item for item in found):
        if isinstance(item, Unreadable):
            yield item
        elif isinstance(item, str):
            yield from _guarded(item, partial(_read_address, item))
        else:
            yield from _guarded(str(item), partial(_read_file, item, article_id=ids[item]))


def _guarded(
    where: str, reading: Callable[[], Iterator[Article | Unreadable]]
) -> Iterator[Article | Unreadable]:
    """Yield what `reading` yields; turn what it raises over a bad file into an item."""
    try:
        yield from reading()
    except Unreadable as error:
        yield error
    except OSError as error:
        yield _no_access(where, error)
    except Exception as error:  # a fault of ours, or of a library's, must not cost the other files
        reason = f"could not be read, by a fault of OnRecord ({type(error).__name__}: {error})"
        yield Unreadable(where, reason, "Give its text as .txt instead.")


def _read_address(url: str) -> Iterator[Article | Unreadable]:
    page = fetch(url)
    reader = _READERS[page.ending]
    if page.ending == ".html":
        reader = partial(reader, url=page.url)
    draft = (
        reader(page.raw, where=url)
        if page.ending == ".pdf"
        else reader(page.raw, where=url, charset=page.charset)
    )
    draft = replace(draft, metadata=replace(draft.metadata, url=draft.metadata.url or page.url))
    yield _article(draft, article_id=slug(url), origin=url)


def _read_file(path: Path, *, article_id: str) -> Iterator[Article | Unreadable]:
    ending = path.suffix.lower()
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(str(path), "is not a regular file", "Give a file or a folder.")
    if ending not in ENDINGS:
        raise Unreadable(str(path), f'is of a kind we do not read ("{ending}")', f"We read {_KNOWN}.")
    if status.st_size == 0:
        raise Unreadable(str(path), "is empty", "Nothing was read from it.")
    if ending == ".jsonl":
        yield from read_jsonl(path)
        return
    if status.st_size > LARGEST:
        raise Unreadable(str(path), "is larger than 50 MB", "Split it, or give its articles as .jsonl.")
    draft = _READERS[ending](path.read_bytes(), where=str(path))
    yield _article(draft, article_id=article_id, origin=str(path.absolute()))


def _article(draft: Draft, *, article_id: str, origin: str) -> Article:
    found = draft.metadata
    return Article(
        id=article_id,
        title=found.title or title_for(draft.text, name=article_id.rsplit("/", 1)[-1]),
        text=draft.text,
        published=found.published,
        url=found.url,
        author=found.author,
        source=found.source,
        origin=origin,
    )


def _files(source: Path) -> list[_Found]:
    """Return `source` if it is a file, else the files in it that we read, and what is closed to us."""
    try:
        if not stat.S_ISDIR(source.stat().st_mode):
            return [(source, source.parent)]
    except OSError as error:
        return [_no_access(str(source), error)]
    except ValueError:  # a NUL in its name
        return [Unreadable(repr(str(source)), "is not a file's name", "Check the path.")]
    found: list[_Found] = []

    def closed(error: OSError) -> None:
        found.append(_no_access(str(error.filename), error))

    for folder, folders, names in os.walk(source, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            (Path(folder, name), source)
            for name in sorted(names)
            if not name.startswith(".") and Path(name).suffix.lower() in ENDINGS
        ]
    return found or [Unreadable(str(source), "holds no articles", f"We read {_KNOWN}.")]


def _ids(bases: Mapping[Path, Path]) -> dict[Path, str]:
    """Return the shortest id for each file that tells it from the rest: name, folder, ending, all of it."""
    forms: list[Callable[[Path, Path], str]] = [
        lambda path, _: path.stem,
        lambda path, base: path.relative_to(base).with_suffix("").as_posix(),
        lambda path, base: path.relative_to(base).as_posix(),
        lambda path, base: f"{base.absolute().name}/{path.relative_to(base).as_posix()}",
    ]
    ids = {path: _printable(str(path.absolute())) for path in bases}
    left = [path for path in bases if path.suffix.lower() != ".jsonl"]
    for form in forms:
        named = {path: _printable(form(path, bases[path])) for path in left}
        times = Counter(named.values())
        ids |= {path: name for path, name in named.items() if times[name] == 1}
        left = [path for path, name in named.items() if times[name] > 1]
    return ids


def told_apart(article: Article) -> list[str]:
    """Return ids for an article whose own id is another's: with more and more of its folders before it.

    None where folders tell nothing: of an address, and of an upload.
    """
    place = Path(article.origin)
    if is_address(article.origin) or is_upload(article.origin):
        return []
    lines = place.suffix.lower() == ".jsonl"
    name = article.id if lines else article.id.rsplit("/", 1)[-1]
    folders = [_printable(part) for part in place.parent.parts if part != place.anchor]
    folders += [_printable(place.stem)] if lines else []
    return ["/".join([*folders[-depth:], name]) for depth in range(1, len(folders) + 1)]


def is_upload(origin: str) -> bool:
    """Whether a file lies where the page puts what is dropped onto it: in a folder named by its hash."""
    return _HASH.fullmatch(Path(origin).parent.name) is not None


def _printable(name: str) -> str:
    """File names can hold line breaks and bytes that are no text; ids cannot."""
    return "".join(c if c.isprintable() else "-" for c in name)


def _no_access(where: str, error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        if Path(where).is_symlink():
            return Unreadable(where, "is a link to a file that is gone", "Remove the link or mend it.")
        return Unreadable(where, "does not exist", "Check the path.")
    if isinstance(error, PermissionError):
        return Unreadable(where, "may not be read by this user", "Change its permissions.")
    return Unreadable(where, f"cannot be read ({error.strerror or error})", "Check the file and its disk.")
