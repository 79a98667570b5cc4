"""The tabs "Articles" and "Speakers": what the store holds, and how more gets in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import html
from bot.answer import Assistant
from bot.page.assets import BRIEF, asset, chosen_in
from index.errors import OnRecordError
from index.readers import ENDINGS
from index.types import OnProgress, Progress

if TYPE_CHECKING:
    import gradio as gr

    from index.build import Report

READ = "Text, Markdown, HTML, PDF (with text), Word and JSON lines are read."

GONE = "That choice is no longer open."


@dataclass(frozen=True, slots=True)
class List:
    """A list, the box that narrows it, and the function from the words in the box to its HTML."""

    narrow: "gr.Textbox"
    rows: "gr.HTML"
    fill: Callable[[str], str]


def articles_tab(assistant: Assistant) -> tuple[List, list[Any]]:
    """Build the tab. Returns the list, and the events after which the store holds other articles."""
    import gradio as gr

    def add(
        paths: list[str] | None,
        progress: gr.Progress = gr.Progress(),  # noqa: B008
    ) -> tuple[None, str, dict[str, str]]:
        def on_progress(now: Progress) -> None:
            progress((now.done, now.total), f"{now.stage}: {now.where}", unit="articles")

        return None, *added_html(assistant, paths or [], on_progress)

    def choose(beside: dict[str, str], data: gr.EventData) -> tuple[str, dict[str, str]]:
        return replaced_html(assistant, chosen_in(data._data, "choice"), beside)

    with gr.Tab("Articles", id="articles"):
        files = gr.File(
            elem_id="upload",
            label="Add articles",
            file_count="multiple",
            file_types=sorted(ENDINGS),
            height=140,
        )
        outcome = gr.HTML(
            html.empty_html(READ),
            elem_id="outcome",
            apply_default_css=False,
            js_on_load=asset("choose.js"),
        )
        beside = gr.State({})  # of this session: an upload's id → the article that it may replace
        listed = _list("articles", lambda words: html.articles_html(assistant.store.articles(), words))
    added = files.upload(
        add, files, [files, outcome, beside], show_progress_on=files, api_visibility="private"
    )
    replaced = outcome.click(choose, beside, [outcome, beside], api_visibility="private")
    return listed, [added, replaced]


def speakers_tab(assistant: Assistant, ask_by: Callable[[Callable[..., Any], str], None]) -> List:
    """Build the tab; a click on a speaker asks, in the conversation, what they said."""
    import gradio as gr

    with gr.Tab("Speakers", id="speakers"):
        listed = _list("speakers", lambda words: html.speakers_html(assistant.store.speakers(), words))
    ask_by(listed.rows.click, "choice")
    return listed


def added_html(assistant: Assistant, paths: list[str], on_progress: OnProgress) -> tuple[str, dict[str, str]]:
    """Index uploaded files; return what came of it as HTML, and which of them may replace which article."""
    try:
        report = assistant.add(paths, on_progress)
    except OnRecordError as exc:
        return html.message_html(str(exc)), {}
    return _told(assistant, report, report.beside), report.beside


def replaced_html(assistant: Assistant, new: str, beside: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Let an upload replace the article that it stands beside; return as `added_html` does.

    Any client can send any id; only one in `beside` means something.
    """
    if new not in beside:
        return html.message_html(GONE), beside
    left = {each: old for each, old in beside.items() if each != new}
    try:
        report = assistant.let_replace(new, beside[new])
    except OnRecordError as exc:
        return html.message_html(str(exc)), left
    return _told(assistant, report, left), left


def _told(assistant: Assistant, report: "Report", beside: dict[str, str]) -> str:
    """Return how many are in, what to know of them, and which are not in and why."""
    # An uploaded file lies in a folder that its owner never saw: only its name means something.
    failures = [each.message.replace(each.where, Path(each.where).name) for each in report.failures]
    held = {article.id: article for article in assistant.store.articles()}
    notes = [html.replaced_html(held[each]) for each in report.replaced]
    notes += [
        html.beside_html(held[new], held[old]) for new, old in beside.items() if new in held and old in held
    ]
    new = set(report.indexed)
    added = [article for article in held.values() if article.id in new]
    return html.report_html(added, len(report.unchanged), notes, failures)


def _list(name: str, fill: Callable[[str], str]) -> List:
    import gradio as gr

    narrow = gr.Textbox("", label=f"Narrow the {name}", show_label=False, placeholder=f"Narrow the {name}")
    rows = gr.HTML(elem_classes="rows", apply_default_css=False, js_on_load=asset("choose.js"))
    narrow.change(fill, narrow, rows, trigger_mode="always_last", **BRIEF)
    return List(narrow, rows, fill)
