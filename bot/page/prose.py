"""Under the question box: which model writes the answers, if any.

The choice is the browser session's: nobody's questions go to a model that somebody else chose, and a page
that is loaded anew has the one that the server was started with. What is typed here makes the server open
connections, so it is heeded only where nobody but its owner can type it: the server listens on a loopback
address, and the page was neither reached through another machine nor called by another site. Even then an
address must be of this machine, and no key is sent there. Keys are never typed: each package reads its own
from the environment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot import html
from bot.answer import Assistant
from bot.generate import Writer
from bot.page.assets import BRIEF, QUIET
from bot.settings import is_loopback
from index.errors import OnRecordError, UsageError

if TYPE_CHECKING:
    import gradio as gr

ABOUT = (
    "A language model can write the answers; each sentence is checked against the articles before it is "
    "shown. The model is sent your question and the evidence for it. A key that it needs is set in the "
    "environment of OnRecord, never here."
)
LONGEST = 200  # characters of a name or an address
AT_ONCE = 8  # sessions that may try a model at the same time
_WITH_ADDRESS = ("ollama", "openai")  # the ways to talk that servers on one's own machine have
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a session chose to have its answers written by: a model, or with `None` nobody."""

    writer: Writer | None


def prose_control(assistant: Assistant, *, choosable: bool) -> "gr.State":
    """Build the control where a model may be chosen; the state returned holds a `Choice`, or `None` as long
    as nothing was chosen."""
    import gradio as gr

    chosen = gr.State(None)
    if not choosable:
        return chosen
    with gr.Accordion(heading(assistant.writer), open=False, elem_id="prose") as panel:
        gr.HTML(f"<p>{escape(ABOUT)}</p>", apply_default_css=False)
        with gr.Row(elem_id="model"):
            name = gr.Textbox(
                label="Model",
                placeholder="provider:name, such as ollama:llama3.2",
                max_lines=1,
                min_width=200,
            )
            url = gr.Textbox(
                label="Its address, if not the usual one",
                placeholder="http://127.0.0.1:8000/v1",
                max_lines=1,
                min_width=200,
            )
        with gr.Row(elem_id="choose"):
            use = gr.Button("Use this model", size="sm")
            off = gr.Button("Switch off", size="sm", interactive=assistant.writer is not None)
        outcome = gr.HTML(elem_id="chosen", apply_default_css=False)

    def choose(name: str, url: str, request: gr.Request) -> Iterator[tuple]:
        yield gr.skip(), gr.skip(), gr.skip(), _said(f"Trying {name.strip()[:LONGEST]} …")
        try:
            writer = opened(name, url, request.headers, assistant.writer)
        except OnRecordError as exc:
            yield gr.skip(), gr.skip(), gr.skip(), html.message_html(str(exc))
        else:
            told = f"From your next question on, {writer.model.name} writes the answers."
            yield Choice(writer), gr.Accordion(heading(writer)), gr.Button(interactive=True), _said(told)

    def switch_off() -> tuple:
        told = "From your next question on, answers are selected, not written."
        return Choice(None), gr.Accordion(heading(None)), gr.Button(interactive=False), _said(told)

    outputs = [chosen, panel, off, outcome]
    gr.on(
        [use.click, name.submit, url.submit],
        choose,
        [name, url],
        outputs,
        concurrency_limit=AT_ONCE,
        **QUIET,
    )
    off.click(switch_off, None, outputs, **BRIEF)
    return chosen


def heading(writer: Writer | None) -> str:
    """Return what the closed control says."""
    return f"Prose: {writer.model.name}" if writer else "Prose: off"


def opened(name: str, url: str, headers: Mapping[str, str], default: Writer | None = None) -> Writer:
    """Return a writer with the model, tried with one short request. `default` is the server's own.

    Raises `UsageError` for what may not be chosen or means nothing, `ModelMissing` for a package or key
    that is not there, and `ModelFailed` when the model does not answer.
    """
    from bot.model import open_model, parts_of

    name, url = name.strip(), url.strip()
    if not is_own(headers):
        raise UsageError(
            "A model is chosen here only on the machine that OnRecord runs on. Set ONRECORD_MODEL there."
        )
    if max(len(name), len(url)) > LONGEST:
        raise UsageError(f"A name or address of a model has at most {LONGEST} characters.")
    if default and name == default.model.name and not url:
        return default
    if url and name.partition(":")[0] not in _WITH_ADDRESS:
        raise UsageError(
            "An address goes with ollama:… and openai:… (any OpenAI-compatible server) here. "
            "For another provider set ONRECORD_MODEL_URL."
        )
    if url and not is_loopback(parts_of(url).hostname or ""):
        raise UsageError(
            "Only an address of this machine can be given here, such as http://127.0.0.1:8000/v1. "
            "For another one set ONRECORD_MODEL_URL."
        )
    model = open_model(name, url=url or None, without_key=bool(url))
    model.greet()
    return Writer(model)


def is_own(headers: Mapping[str, str]) -> bool:
    """Whether a request comes from a page that a browser on this machine has from here.

    A name of another site that leads to this machine (DNS rebinding), another site's page that calls
    this one, and a proxy in between all show in the headers.
    """
    try:
        host = urlsplit(f"//{headers.get('host', '')}")
        origin = headers.get("origin")
        same = origin is None or urlsplit(origin).netloc == host.netloc
    except ValueError:  # no browser writes such a header
        return False
    return is_loopback(host.hostname or "") and same and not any(name in headers for name in _FORWARDED)


def _said(words: str) -> str:
    return f'<p role="status">{escape(words)}</p>'
