"""The page: ways to ask at the left, one tab each, and the opened article at the right.

To add a tab, write a function in `bot/page` that builds it, and call it in `build_page`: links to
`#cite-ARTICLE-START-END` in it open in the reader by themselves.
"""

import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.answer import Assistant
from bot.page.assets import BRIEF, asset
from bot.page.check import check_tab
from bot.page.conversation import ask_tab, welcome
from bot.page.lists import articles_tab, speakers_tab
from bot.page.reader import reader
from bot.settings import DEFAULT_HOST, DEFAULT_PORT, go_offline, in_address, is_loopback
from index.errors import UsageError

if TYPE_CHECKING:
    import gradio as gr

LARGEST_FILE = "100mb"
_SANS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "sans-serif"]
_MONO = ["ui-monospace", "Menlo", "Consolas", "monospace"]


def serve(
    assistant: Assistant,
    *,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    ready: Callable[[str], None],
) -> None:
    """Serve the page until Ctrl-C; `ready(address)` is called once it answers.

    Raises `UsageError` when the port cannot be had.
    """
    page, address = launch(assistant, host=host, port=port)
    try:
        ready(address)
        threading.Event().wait()
    except KeyboardInterrupt:
        pass  # the way to stop it
    finally:
        page.close(verbose=False)


def launch(assistant: Assistant, *, host: str, port: int) -> tuple["gr.Blocks", str]:
    """Start the page's server in threads of its own; return the page, to close, and its address.

    Port 0 means any that is free. Raises `UsageError` when the port cannot be had.
    """
    page = build_page(assistant, choosable=is_loopback(host))
    try:
        _, address, _ = page.launch(
            server_name=in_address(host),
            server_port=_free_port(host, port),
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            ssr_mode=False,
            run_history=False,
            enable_monitoring=False,
            footer_links=[],
            max_file_size=LARGEST_FILE,
            theme=_theme(),
            css=asset("page.css") + asset("prose.css") + asset("check.css"),
        )
    except OSError as exc:
        raise UsageError(f"Port {port} on {host} cannot be used: choose another with --port.") from exc
    return page, address


def build_page(assistant: Assistant, *, choosable: bool = False) -> "gr.Blocks":
    """Return the page over `assistant`. Each browser session has a conversation of its own.

    `choosable`: it may also choose a model to write its answers, which only the owner of the machine should.
    """
    go_offline()
    import gradio as gr

    with gr.Blocks(title="OnRecord", analytics_enabled=False, fill_width=True) as page:
        # What follows the answers watches the page itself: an event of the chat's would race with its answer.
        gr.HTML(
            asset("masthead.html"),
            elem_id="masthead",
            apply_default_css=False,
            js_on_load=asset("follow.js"),
        )
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="ways", scale=6), gr.Tabs(selected="ask") as tabs:
                conversation = ask_tab(assistant, tabs, choosable=choosable)
                check_tab(assistant.checker)
                articles, came = articles_tab(assistant)
                speakers = speakers_tab(assistant, conversation.ask_by)
            with gr.Column(elem_id="reading", scale=5):
                reader(assistant.store)
        for changed in (page.load, *(event.then for event in came)):
            changed(lambda: welcome(assistant), None, conversation.chat, **BRIEF)
            for listed in (articles, speakers):
                changed(listed.fill, listed.narrow, listed.rows, **BRIEF)
    return page


def _free_port(host: str, port: int) -> int:
    """Return `port`, or any free one for 0; raise `OSError` when it is taken or not allowed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as probe:
        return probe.getsockname()[1]


def _theme() -> Any:
    """Return a theme of fonts that every system has; colours and spacing are in `page.css`."""
    import gradio as gr

    return gr.themes.Base(
        primary_hue="stone",
        neutral_hue="stone",
        font=[gr.themes.Font(name) for name in _SANS],
        font_mono=[gr.themes.Font(name) for name in _MONO],
        radius_size="sm",
    )
