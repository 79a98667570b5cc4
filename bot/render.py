"""Answer → Markdown for the chat, Markdown to paste, plain text for a terminal, JSON. Pure.

Whatever came from an article, a user or a model is escaped here, in `escape`, so that it shows as
the characters it is: an `<img>` or a `[link](…)` in an article never becomes one on the page.
"""

import html
import re
import textwrap
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import quote as percent

from bot.checking.verdicts import SURE
from bot.prompts import phrase
from bot.types import Answer, Block, Citation

MOST_REASONS = 4  # why sentences of a model were withheld, named one by one
UNCERTAIN = "attribution uncertain"
_LABELS = {"mixed": "Reported, partly quoted:", "indirect": "Reported:"}  # a passage's lead says what it is

_MARKS = r"[“”„‟«»\"＂]|''|``|‘‘|’’"
_PARTNERS = {"“": "”", "”": "“", "«": "»", "»": "«", '"': '"'}
_ACTIVE = re.compile(r"[\\`*_{}\[\]#|~$^!]|(?<=www)\.|@|:(?=//)", re.IGNORECASE)
_LINE_START = re.compile(r"^[ \t]*(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def markdown(answer: Answer, *, links: bool = True) -> str:
    """Return the answer as Markdown; with `links`, each `[1]` is a link that opens its source."""
    parts = []
    for block, *more in _paragraphs_of(answer):
        if block.cites:
            parts.append(" ".join(_sentence(each, links=links, marked=True) for each in (block, *more)))
            continue
        if block.lead:
            parts.append(_paragraphs(escape(block.lead)))
        if block.citation:
            parts.append(_blockquote(block.citation, _words(block), _reference(block.citation, links=links)))
    before, after = model_notes(answer)
    return "\n\n".join([*map(escape, before), *parts, *map(escape, after)])


def copy_markdown(answer: Answer) -> str:
    """Return the question, the answer and a numbered list of its sources, to paste elsewhere."""
    parts = [f"**{escape(_line(answer.question))}**", markdown(answer, links=False)]
    sources = [f"{c.number}. {escape(source_line(c))}{_address(c)}" for c in _cited(answer)]
    if sources:
        parts.append("Sources:\n\n" + "\n".join(sources))
    return "\n\n".join(parts) + "\n"


def text(answer: Answer) -> str:
    """Return the answer for a terminal, with its choices and sources; no character of it moves the cursor."""
    parts = [plain_text(answer)]
    if answer.choices:
        parts.append(textwrap.indent("\n".join(answer.choices), "    "))
    sources = [f"[{c.number}] {source_line(c)}{f'. {c.url}' if c.url else ''}" for c in _cited(answer)]
    if sources:
        parts.append("\n".join(["Sources", *sources]))
    return _plain("\n\n".join(parts))


def plain_text(answer: Answer) -> str:
    """Return what the answer says in plain words, quotations indented, without its list of sources."""
    parts = []
    for block, *more in _paragraphs_of(answer):
        if block.cites:
            parts.append(" ".join(_sentence(each, links=False, marked=False) for each in (block, *more)))
            continue
        if block.lead:
            parts.append(block.lead)
        if citation := block.citation:
            label = f"{_LABELS[citation.kind]} " if citation.kind in _LABELS else ""
            quoted = f"{label}{_words(block)}{_reference(citation, links=False)}{_doubt(citation)}"
            parts.append(textwrap.indent(quoted, "    "))
    before, after = model_notes(answer)
    return _plain("\n\n".join([*before, *parts, *after]))


def as_json(answer: Answer, *, id: str | None = None) -> dict[str, Any]:
    """Return the line that `onrecord ask --json` prints; `id` is the batch question's, if any."""
    return {
        "id": id,
        "question": answer.question,
        "answer": plain_text(answer),
        "abstained": answer.abstained,
        "reason": answer.reason,
        "choices": list(answer.choices),
        "citations": [
            {
                "number": c.number,
                "article": c.article_id,
                "title": c.title,
                "date": c.published.isoformat() if c.published else None,
                "url": c.url,
                "start": c.start,
                "end": c.end,
                "quote": c.quote,
                "speaker": c.speaker,
                "co_speakers": list(c.co_speakers),
                "kind": c.kind,
            }
            for c in answer.citations
        ],
        "took_ms": round(answer.took_ms, 1),
        "model": answer.model,
        "prompt": answer.prompt,
        "withheld": [{"sentence": held.sentence, "reason": held.reason} for held in answer.withheld],
        "notice": answer.notice,
    }


def model_notes(answer: Answer) -> tuple[list[str], list[str]]:
    """Return what to say of the model before the answer and after it: what failed, what was withheld.

    A notice stands before an answer that does without the model, and after one that the model wrote.
    """
    after = []
    if answer.withheld and answer.model:
        reasons = list(dict.fromkeys(held.reason for held in answer.withheld))
        shown = "; ".join(reasons[:MOST_REASONS]) + ("; …" if len(reasons) > MOST_REASONS else "")
        name = "withheld_one" if len(answer.withheld) == 1 else "withheld_many"
        count = {} if name == "withheld_one" else {"count": len(answer.withheld)}
        after.append(phrase(name, model=answer.model, reasons=shown, **count))
    if not answer.notice:
        return [], after
    if any(block.cites for block in answer.blocks):
        return [], [*after, answer.notice]
    return [answer.notice], after


def escape(words: str) -> str:
    """Return Markdown that shows exactly `words`: no tag, link, image, formula or list in it acts.

    Addresses are defused too, since Markdown makes links of bare ones. White space at the start of
    a line goes, since four spaces would make a code block.
    """
    flat = _INDENT.sub("", _plain(words))
    flat = _ACTIVE.sub(lambda m: "\\" + m.group(), flat)
    flat = _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", flat)
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shown(citation: Citation, pieces: tuple[tuple[int, int], ...] = ()) -> str:
    """Return the cited words to show: character for character, the gaps between `pieces` as " … ".

    Pieces with nothing between them but a new paragraph are one. A direct quotation stands in the
    article's own quote marks, and in curly ones where the cited characters leave the marks out. Other
    words get no marks.
    """
    parts: list[tuple[int, int]] = []
    for start, end in pieces:
        first, last = max(start - citation.start, 0), max(end - citation.start, 0)
        if parts and not citation.quote[parts[-1][1] : first].strip():
            first = parts.pop()[0]
        if citation.quote[first:last]:
            parts.append((first, last))
    words = [citation.quote[first:last] for first, last in parts] or [citation.quote]
    return " … ".join(map(_in_marks, words) if citation.kind == "direct" else words)


def cite_ref(citation: Citation) -> str:
    """Return the fragment that names the cited characters in links: "cite-harbour%20vote-12-80"."""
    return f"cite-{percent(citation.article_id, safe='')}-{citation.start}-{citation.end}"


def day(published: date | None) -> str:
    """Return "9 February 2022", or nothing where the date is not known."""
    return f"{published.day} {published:%B} {published.year}" if published else ""


def source_line(citation: Citation) -> str:
    """Return title, source, date and the cited characters in one line."""
    known = [citation.title, citation.source, day(citation.published)]
    place = f"characters {citation.start}–{citation.end}"
    return _line(", ".join([part for part in known if part] + [place]))


def _paragraphs_of(answer: Answer) -> Iterator[list[Block]]:
    """Yield the blocks one by one, and sentences of a model that follow each other together.

    The reason of an abstention comes first, unless a lead says it.
    """
    if answer.reason and answer.abstained and not any(answer.reason in block.lead for block in answer.blocks):
        yield [Block(answer.reason)]
    for is_prose, blocks in groupby(answer.blocks, key=lambda block: bool(block.cites)):
        together = list(blocks)
        yield from [together] if is_prose else [[block] for block in together]


def _words(block: Block) -> str:
    """Return the cited words of a block, if any."""
    return _plain(shown(block.citation, block.pieces)) if block.citation else ""


def _sentence(block: Block, *, links: bool, marked: bool) -> str:
    """Return a model's sentence with its references and doubts; `marked` is as Markdown."""
    lead = escape(block.lead) if marked else block.lead
    cites = "".join(f"{_reference(c, links=links)}{_doubt(c)}" for c in block.cites)
    return " ".join([f"{lead}{cites}", *_mark(block, "*" if marked else "")])


def _cited(answer: Answer) -> list[Citation]:
    """Return every citation shown, an abstaining answer's pointers included, once each, in order."""
    in_blocks = [block.citation for block in answer.blocks if block.citation]
    in_blocks += [citation for block in answer.blocks for citation in block.cites]
    return list({citation.number: citation for citation in [*answer.citations, *in_blocks]}.values())


def _blockquote(citation: Citation, words: str, reference: str) -> str:
    label = f"*{_LABELS[citation.kind]}* " if citation.kind in _LABELS else ""
    quoted = f"{label}{_paragraphs(escape(words))}{reference}{_doubt(citation)}"
    return "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))


def _reference(citation: Citation, *, links: bool) -> str:
    """Return the number to put behind cited words. As a link, it never begins a line of the page."""
    if not links:
        return f" [{citation.number}]"
    hint = html.escape(source_line(citation))
    return f'\u00a0<a class="cite" href="#{cite_ref(citation)}" title="{hint}">[{citation.number}]</a>'


def _mark(block: Block, emphasis: str) -> list[str]:
    """Return the mark of a sentence that is not verified, or nothing."""
    if not block.doubt:
        return []
    words = phrase("not_verified", reason=block.doubt)
    return [f"{emphasis}({escape(words) if emphasis else words}){emphasis}"]


def _doubt(citation: Citation) -> str:
    return f" ({UNCERTAIN})" if citation.confidence < SURE else ""


def _address(citation: Citation) -> str:
    """Return the citation's web address as an autolink; only addresses that open in a browser."""
    web = citation.url and re.fullmatch(r"https?://[^\s<>\"]+", citation.url)
    return f", <{citation.url}>" if web else ""


def _in_marks(words: str) -> str:
    """Put a mark at each end that has no mark of its own, single ones around words with double marks.

    A mark at one end alone may belong to a quotation inside: then the marks come in pairs.
    """
    opens, closes = re.match(_MARKS, words), re.search(f"(?:{_MARKS})$", words)
    if opens and closes and opens.end() <= closes.start() or re.fullmatch("‘[^‘]*’", words):
        return words
    count = len(re.findall(_MARKS, words))
    if opens and count % 2 == 1:
        return words + _PARTNERS.get(opens[0], "”")
    if closes and count % 2 == 1:
        return _PARTNERS.get(closes[0], "“") + words
    return f"‘{words}’" if count else f"“{words}”"


def _paragraphs(words: str) -> str:
    return re.sub(r"\n\s*\n", "\n\n", words.strip())


def _plain(words: str) -> str:
    """Return `words` without the characters that show as nothing but move a cursor or ring a bell."""
    return _CONTROL.sub("", words)


def _line(words: str) -> str:
    return " ".join(words.split())
