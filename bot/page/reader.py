"""The opened article: whatever tab a link to `#cite-…` or `#article-…` stands in, it opens here."""

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bot import html
from bot.compose import covering
from bot.page.assets import asset
from index.errors import OnRecordError
from index.layout import sentences
from index.types import Span, Statement

if TYPE_CHECKING:
    from index.store import Store

EMPTY = "Click a number such as [1] in an answer: its article opens here, with the cited words marked."
GONE = "This article is no longer in the store. It may have been removed or replaced since."

_REF = re.compile(r"cite-(?P<cited>.+)-(?P<start>\d{1,9})-(?P<end>\d{1,9})|article-(?P<whole>.+)")
_LONGEST_REF = 2_000


def reader(store: "Store") -> None:
    """Build the place where articles open."""
    import gradio as gr

    def open_source(ref: object) -> str:
        return source_html(store, ref)

    gr.HTML('<button type="button" data-back>← Back</button>', apply_default_css=False)
    gr.HTML(
        html.empty_html(EMPTY),
        elem_id="reader",
        apply_default_css=False,
        js_on_load=asset("reader.js"),
        server_functions=[open_source],
    )


def source_html(store: "Store", ref: object) -> str:
    """Return the article that `ref` names, the cited characters marked, as HTML.

    Any client can send any `ref`; one that names nothing gives a sentence that says so.
    """
    match = _REF.fullmatch(ref) if isinstance(ref, str) and len(ref) <= _LONGEST_REF else None
    if not match:
        return html.message_html(GONE)
    try:
        article = store.article(unquote(match["cited"] or match["whole"]))
        if not article:
            return html.message_html(GONE)
        if match["whole"]:
            return html.article_html(article)
        span = int(match["start"]), int(match["end"])
        if not span[0] < span[1] <= len(article.text):
            return html.message_html(GONE)
        statements = store.statements(article_id=article.id)
        around = covering(statements, span)
        statement = around or only_one_in(article.text, statements, span)
    except OnRecordError as exc:
        return html.message_html(str(exc))
    if not statement:
        return html.article_html(article, span=span)
    return html.article_html(
        article,
        span=span,
        pieces=clipped(around.pieces, span) if around else (),
        mention=statement.mention,
        cue=statement.cue,
        proof=html.proof_html(article, statement),
    )


def only_one_in(text: str, statements: list[Statement], span: Span) -> Statement | None:
    """Return the statement that is all a cited sentence tells, or `None` where there are others or none."""
    inside = [s for s in statements if s.start < span[1] and span[0] < s.end]
    if len(inside) != 1 or len(list(sentences(text, *span))) != 1:
        return None
    return inside[0] if span[0] <= inside[0].start and inside[0].end <= span[1] else None


def clipped(pieces: tuple[Span, ...], span: Span) -> list[Span]:
    """Return the parts of `pieces` that lie in `span`."""
    parts = [(max(start, span[0]), min(end, span[1])) for start, end in pieces]
    return [(start, end) for start, end in parts if start < end]
