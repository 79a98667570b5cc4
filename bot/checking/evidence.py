"""Checks as an evidence pack to keep: Markdown, CSV or one HTML file. Pure.

Each names the claim, the verdict, the diff, and for each citation its exact characters, a link that
opens them in OnRecord, and the SHA-256 of the article's text, so that it can be shown later what was
checked against what, and when.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from html import escape as _esc

from bot.checking.cards import cards_html, checked_as, summary
from bot.checking.near import Change
from bot.checking.unread import Unread
from bot.checking.unread import as_html as unread_html
from bot.checking.verdicts import Check
from bot.prompts import counted, listed, phrase
from bot.render import UNCERTAIN, cite_ref, escape, source_line
from bot.types import Citation
from index.types import Article

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so
_COLUMNS = (
    "claim", "speaker", "quote", "verdict", "uncertain", "said_by", "reason", "diff",
    "article", "title", "date", "start", "end", "cited", "link", "sha256", "only_near", "checked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pack:
    """What is kept of some checks: `hashes` by article id, `page` the address the links open, and the
    sentences that were not checked."""

    checks: Sequence[Check]
    hashes: Mapping[str, str]
    checked: datetime
    page: str = ""
    unread: Sequence[Unread] = ()

    @property
    def time(self) -> str:
        return self.checked.isoformat(timespec="seconds")

    def link(self, citation: Citation) -> str:
        return f"{self.page}#{cite_ref(citation)}"

    def hash_of(self, citation: Citation) -> str:
        return self.hashes.get(citation.article_id, "")


def article_hash(article: Article) -> str:
    """Return the SHA-256 of an article's text, in hexadecimal."""
    return sha256(article.text.encode()).hexdigest()


def plain_diff(diff: Sequence[Change]) -> str:
    """Return a diff in one line: [-dropped-] {+put in+} kept."""
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return " ".join(marks[tag].format(text) for tag, text in diff)


def as_text(check: Check) -> str:
    """Return a check for a terminal."""
    doubt = f" ({UNCERTAIN})" if check.uncertain else ""
    lines = [f"{check.label.upper()}{doubt}: {check.claim.text}"]
    lines += [f"  {line}" for line in (checked_as(check.claim), check.reason) if line]
    if any(tag != "=" for tag, _ in check.diff):
        lines.append(f"  {plain_diff(check.diff)}")
    lines += [f"  {_line(citation)}" for citation in check.citations]
    lines += [f"  only near: {_line(citation)}" for citation in check.near]
    return "\n".join(lines)


def _markdown(pack: Pack) -> str:
    """Return the pack as Markdown."""
    parts = [f"# {escape(summary(pack.checks))}", f"Checked {pack.time}"]
    for number, check in enumerate(pack.checks, 1):
        doubt = f" ({UNCERTAIN})" if check.uncertain else ""
        parts.append(f"## {number}. {check.label}{doubt}")
        told = (f"> {escape(check.claim.text)}", escape(checked_as(check.claim)), escape(check.reason))
        parts += [line for line in told if line]
        if any(tag != "=" for tag, _ in check.diff):
            parts.append(_markdown_diff(check.diff))
        for citation in (*check.citations, *check.near):
            near = "" if citation in check.citations else "Only near: "
            link = f"[{escape(source_line(citation))}]({pack.link(citation)})"
            quote = escape(" ".join(citation.quote.split()))
            who = escape(listed(citation.speakers) or "nobody named")
            parts.append(f"- {near}{who}: {quote}\n  {link}, sha256 `{pack.hash_of(citation)}`")
    if pack.unread:
        parts.append("## " + phrase("check_unread", count=counted(len(pack.unread), "sentence")))
        parts += [f"- {escape(each.text)} {escape(each.reason)}" for each in pack.unread]
    return "\n\n".join(parts) + "\n"


def _csv(pack: Pack) -> str:
    """Return the pack as CSV, a line for each citation, also of what only comes near; claims without one
    have a line too."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_COLUMNS)
    for check in pack.checks:
        for citation in (*check.citations, *check.near) or (None,):
            row = [*_claimed(check), *_cited(citation, check, pack), pack.time]
            table.writerow([_harmless(cell) for cell in row])
    for each in pack.unread:
        told = {"claim": each.text, "verdict": "unchecked", "reason": each.reason, "checked": pack.time}
        table.writerow([_harmless(told.get(column, "")) for column in _COLUMNS])
    return out.getvalue()


def _html(pack: Pack) -> str:
    """Return the pack as one HTML file that needs nothing else to be read."""
    cited = {c.article_id: c for check in pack.checks for c in (*check.citations, *check.near)}
    proofs = "".join(
        f"<li>{_esc(citation.title or id_)}: <code>{pack.hash_of(citation)}</code></li>"
        for id_, citation in cited.items()
    )
    return _HTML.format(
        title=_esc(summary(pack.checks)),
        checked=pack.time,
        cards=cards_html(pack.checks, page=pack.page),
        unread=unread_html(pack.unread),
        proofs=f"<h2>Articles, by the SHA-256 of their text</h2><ul>{proofs}</ul>" if proofs else "",
    )


_FORMATS: dict[str, Callable[[Pack], str]] = {"md": _markdown, "csv": _csv, "html": _html}


def pack(
    kind: str,
    checks: Sequence[Check],
    article: Callable[[str], Article | None],
    *,
    page: str = "",
    unread: Sequence[Unread] = (),
) -> str:
    """Return an evidence pack, `kind` "md", "csv" or "html", of checks made just now.

    `article` returns an article by its id: its text is hashed. `unread` was not checked.
    """
    ids = {citation.article_id for check in checks for citation in (*check.citations, *check.near)}
    hashes = {id_: article_hash(found) for id_ in sorted(ids) if (found := article(id_))}
    return _FORMATS[kind](Pack(checks, hashes, datetime.now(UTC), page, unread))


def _claimed(check: Check) -> list[str]:
    claim = check.claim
    return [
        claim.text,
        claim.speaker or "",
        claim.quote or "",
        check.verdict,
        "yes" if check.uncertain else "no",
        check.said_by or "",
        check.reason,
        plain_diff(check.diff),
    ]


def _cited(citation: Citation | None, check: Check, pack: Pack) -> list[str]:
    if citation is None:
        return [""] * 9
    return [
        citation.article_id,
        citation.title,
        citation.published.isoformat() if citation.published else "",
        str(citation.start),
        str(citation.end),
        citation.quote,
        pack.link(citation),
        pack.hash_of(citation),
        "no" if citation in check.citations else "yes",
    ]


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _markdown_diff(diff: Sequence[Change]) -> str:
    marks = {"=": "{}", "-": "~~{}~~", "+": "**{}**"}
    return " ".join(marks[tag].format(escape(text)) for tag, text in diff)


def _line(citation: Citation) -> str:
    quote = " ".join(citation.quote.split())
    return f"{listed(citation.speakers) or 'nobody named'}: {quote} ({source_line(citation)})"


_HTML = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }}
ol {{ list-style: none; padding: 0 }}
.check {{ border-left: 4px solid #767676; padding-left: 1rem; margin: 2rem 0 }}
.verified, .supported {{ border-color: #1a7f37 }}
.altered, .contradicted, .misattributed, .not_found {{ border-color: #b3261e }}
del strong, ins strong {{ color: #b3261e }}
ins {{ background: #fde7e5; text-decoration: none }}
code {{ overflow-wrap: anywhere }}
</style></head>
<body><h1>{title}</h1><p>Checked {checked}</p><ol>{cards}</ol>{unread}{proofs}</body></html>
"""
