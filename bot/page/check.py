"""The tab "Check": paste a claim or a draft; each quotation and each reported claim is judged."""

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape as _esc

from bot import html
from bot.check import Checker
from bot.checking import evidence, unread
from bot.checking.cards import cards_html, summary
from bot.checking.unread import Unread
from bot.checking.verdicts import Check
from bot.page.assets import QUIET
from index.errors import OnRecordError
from index.types import Progress

EMPTY = (
    "Each quotation is compared, word by word, with what the articles have that person say, and each "
    "sentence that says who said what with the statements of that person. Plain narration is only listed."
)
EXAMPLE = "Paste a claim, a paragraph or a whole draft, such as: Ann Lee said “the wall will hold”."
SHOWN_EVERY = 10  # checks between two updates of the page, so that a long draft does not stand still

_KINDS = {"md": ("Markdown", "text/markdown"), "csv": ("CSV", "text/csv"), "html": ("HTML", "text/html")}
_HOST = re.compile(r"[\w.:\[\]-]{1,200}")


def check_tab(checker: Checker) -> None:
    """Build the tab."""
    import gradio as gr

    def run(text: str, request: gr.Request) -> Iterator[str]:
        host = request.headers.get("host", "")
        yield from checked_html(checker, text, page=f"http://{host}/" if _HOST.fullmatch(host) else "")

    with gr.Tab("Check", id="check"):
        pasted = gr.Textbox(
            elem_id="pasted",
            label="Text to check",
            show_label=False,
            placeholder=EXAMPLE,
            lines=6,
            max_lines=20,
        )
        go = gr.Button("Check the text", elem_id="check", variant="primary", size="sm")
        verdicts = gr.HTML(html.empty_html(EMPTY), elem_id="verdicts", apply_default_css=False)
    go.click(run, pasted, verdicts, **QUIET)


def checked_html(checker: Checker, text: str, *, page: str = "") -> Iterator[str]:
    """Yield the verdicts as HTML while they come, at last with the evidence packs to download."""
    if not text.strip():
        yield html.empty_html(EMPTY)
        return
    done: list[Check] = []
    last = Progress("checking", 0, None)

    def remember(step: Progress) -> None:
        nonlocal last
        last = step

    try:
        for check in checker.check_paste(text, on_progress=remember):
            done.append(check)
            if len(done) % SHOWN_EVERY == 0:
                yield _results(done, f"Checking: {last.done + 1} of {last.total}")
        passed_over = checker.passed_over(text)
        packs = _packs(checker, done, passed_over, page)
        yield _results(done, summary(done)) + unread.as_html(passed_over) + packs
    except OnRecordError as error:
        yield html.message_html(str(error))


def _results(checks: list[Check], status: str) -> str:
    return f'<p role="status">{_esc(status)}</p><ol class="checks">{cards_html(checks)}</ol>'


def _packs(checker: Checker, checks: list[Check], passed_over: list[Unread], page: str) -> str:
    """Return links that hold the evidence packs themselves, so that nothing is left on the server."""
    links = []
    for kind, (label, media) in _KINDS.items():
        pack = evidence.pack(kind, checks, checker.store.article, page=page, unread=passed_over)
        data = b64encode(pack.encode()).decode()
        links.append(
            f'<a download="checked.{kind}" href="data:{media};charset=utf-8;base64,{data}">{label}</a>'
        )
    return f'<p class="packs">Keep the evidence: {" · ".join(links)}</p>'
