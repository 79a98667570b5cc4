"""The tab "Ask": the conversation, and the ways in which a question gets into it."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot import render
from bot.answer import LONGEST_QUESTION, Assistant
from bot.page.assets import BRIEF, QUIET, asset, chosen_in
from bot.page.prose import Choice, prose_control
from bot.types import Answer, Memory
from index.errors import OnRecordError

if TYPE_CHECKING:
    import gradio as gr

KEPT_MESSAGES = 200  # the browser sends the whole conversation with each question
MOST_EXAMPLES = 4
STOPPED = "Stopped before anything was written."
AT_ONCE = 16  # questions answered side by side; a model at work on one keeps nobody else waiting

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """The bot's next message, and what the page keeps of the answer."""

    message: dict[str, Any]
    memory: Memory
    pasted: str = ""  # the answer as Markdown with sources, for the clipboard


@dataclass(slots=True)
class _Turn:
    """An answer being written: it may be stopped, or its conversation may be over."""

    stopped: asyncio.Event = field(default_factory=asyncio.Event)
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """The components of the tab that other parts of the page refer to."""

    chat: "gr.Chatbot"
    ask_by: Callable[[Callable[..., Any], str], None]


def ask_tab(assistant: Assistant, tabs: "gr.Tabs", *, choosable: bool = False) -> Conversation:
    """Build the tab. `ask_by(event, key)` of the result asks the question in the event's `key`.

    `choosable`: a session may choose a model to write its answers.
    """
    import gradio as gr

    with gr.Tab("Ask", id="ask"):
        memory = gr.State(Memory())
        chat = gr.Chatbot(
            elem_id="chat",
            label="Conversation",
            show_label=False,
            buttons=[],
            feedback_options=None,
            latex_delimiters=[],  # a dollar sign in an article is a dollar sign
            layout="panel",
            height=None,
            autoscroll=False,  # `follow.js` scrolls to the question, not to the end of its answer
        )
        box = gr.Textbox(
            elem_id="question",
            label="Your question",
            show_label=False,
            placeholder="Who said what? Ask about a person or a topic",
            submit_btn="Ask",
            max_lines=6,
            autofocus=True,
        )
        with gr.Row(elem_id="after"):
            waiting = gr.HTML(elem_id="waiting", apply_default_css=False)
            copy = gr.Button("Copy as Markdown", elem_id="copy", size="sm", interactive=False)
            stop = gr.Button("Stop", elem_id="stop", size="sm", visible=False)
            clear = gr.Button("New conversation", size="sm")
        # The browser adds to what was asked, and the server counts what it took up: neither ever undoes what
        # the other has done meanwhile.
        asked = gr.Textbox("[]", visible="hidden", label="All questions asked, as JSON")
        taken = gr.Number(0, precision=0, visible="hidden", label="How many of them were taken up")
        picked = gr.Textbox(visible="hidden", label="The question picked last")
        pasted = gr.Textbox(visible="hidden", label="The last answer as Markdown")
        chosen = prose_control(assistant, choosable=choosable)

    writing: dict[str | None, _Turn] = {}  # by browser session

    async def respond(
        asked: str,
        taken: int,
        messages: list[dict],
        memory: Memory,
        choice: Choice | None,
        request: gr.Request,
    ) -> AsyncIterator[tuple]:
        session = request.session_hash
        asking = assistant if choice is None else assistant.writing_with(choice.writer)
        writes = asking.writer is not None
        copied = gr.skip(), gr.skip()
        for question in questions_in(asked)[taken:]:
            taken += 1
            message = {"role": "user", "content": render.escape(_shortened(question))}
            messages = [*messages[-KEPT_MESSAGES:], message]
            yield messages, *(gr.skip(),) * 3, gr.Button(visible=True) if writes else gr.skip(), taken
            writing[session] = turn = _Turn()
            before, got = messages, None
            try:
                async for got in _until(turn.stopped, replies(asking, question, memory)):
                    if turn.is_over:
                        break
                    messages, memory = [*before, got.message], got.memory
                    copied = got.pasted, gr.Button(interactive=bool(got.pasted))
                    yield messages, memory, *copied, gr.skip(), gr.skip()
            finally:  # a closed page ends it here too
                if writing.get(session) is turn:
                    del writing[session]
            if turn.is_over:  # in the new conversation nothing of this one is told
                yield (gr.skip(),) * 6
                return
            if got is None:
                messages = [*before, {"role": "assistant", "content": STOPPED}]
                yield messages, *(gr.skip(),) * 5
        # Told again at the end: a busy browser may pass over what comes in between.
        yield *(gr.skip(),) * 2, *copied, gr.Button(visible=False) if writes else gr.skip(), taken

    async def stop_answer(request: gr.Request) -> None:
        if request.session_hash in writing:
            writing[request.session_hash].stopped.set()

    async def begin_anew(asked: str, request: gr.Request) -> tuple:
        if request.session_hash in writing:
            writing[request.session_hash].is_over = True
        copy, stop = gr.Button(interactive=False), gr.Button(visible=False)
        return [], Memory(), "", copy, stop, len(questions_in(asked))

    # The browser empties the box at once: the server would wipe out what has been typed meanwhile.
    box.submit(None, [box, asked], [asked, box], js=asset("ask.js"), api_visibility="private")
    # One event for all ways to ask, so that a question asked while another is answered waits for its turn:
    # side by side, each would put its own end to the conversation that it began with.
    asked.change(
        respond,
        [asked, taken, chat, memory, chosen],
        [chat, memory, pasted, copy, stop, taken],
        concurrency_limit=AT_ONCE,
        trigger_mode="always_last",
        **QUIET,
    )
    gr.on(
        [asked.change, taken.change],
        None,
        [asked, taken],
        waiting,
        js=asset("waiting.js"),
        api_visibility="private",
    )

    def ask_by(event: Callable[..., Any], key: str) -> None:
        def pick(data: gr.EventData) -> tuple[str, Any]:
            return chosen_in(data._data, key), gr.Tabs(selected="ask")

        event(pick, None, [picked, tabs], **BRIEF).then(
            None, [picked, asked], [asked, picked], js=asset("ask.js"), api_visibility="private"
        )

    ask_by(chat.example_select, "text")
    ask_by(chat.option_select, "value")
    stop.click(stop_answer, **BRIEF)
    copy.click(None, pasted, None, js=asset("copy.js"), api_visibility="private")
    # The answer is stopped once the page has forgotten what waits, which would be asked at its end.
    gr.on(
        [clear.click, chat.clear],
        begin_anew,
        asked,
        [chat, memory, pasted, copy, stop, taken],
        **BRIEF,
    ).then(stop_answer, **BRIEF)
    return Conversation(chat, ask_by)


def replies(assistant: Assistant, question: str, memory: Memory) -> Iterator[Reply]:
    """Ask, and yield the message as it grows, sentence by sentence where a model writes it.

    Whatever happens becomes a message: an error costs an answer, not the conversation.
    """
    try:
        for answer, after in assistant.stream(question.strip(), memory):
            yield _reply(answer, after)
    except OnRecordError as exc:
        yield _sorry(str(exc), memory)
    except Exception:
        _log.exception("No answer to %r", question)
        yield _sorry(
            "OnRecord broke on this question; the terminal that serves this page says how. "
            "The conversation goes on.",
            memory,
        )


async def _until(stopped: asyncio.Event, found: Iterator[Reply]) -> AsyncIterator[Reply]:
    """Yield what comes until it is stopped, which does not wait for a model's next word."""
    from anyio import to_thread

    halt = asyncio.create_task(stopped.wait())
    try:
        while True:
            coming = asyncio.create_task(to_thread.run_sync(next, found, None, abandon_on_cancel=True))
            await asyncio.wait({coming, halt}, return_when=asyncio.FIRST_COMPLETED)
            if not coming.done():
                coming.cancel()
                return
            got = coming.result()
            if got is None:
                return
            yield got
    finally:
        halt.cancel()


def _reply(answer: Answer, after: Memory) -> Reply:
    message: dict[str, Any] = {"role": "assistant", "content": render.markdown(answer)}
    if answer.choices:
        message["options"] = [{"value": choice, "label": choice} for choice in answer.choices]
    return Reply(message, after, render.copy_markdown(answer))


def welcome(assistant: Assistant) -> "gr.Chatbot":
    """Return the update that fills the empty chat: example questions, or how to get articles."""
    import gradio as gr

    examples = assistant.examples()[:MOST_EXAMPLES]
    held = examples or assistant.store.articles()
    first = "Ask who said what." if held else "There are no articles yet. Add some under “Articles”."
    return gr.Chatbot(
        placeholder=f"### {first}\nAnswers quote the articles word for word, and open them at the place.",
        examples=[{"text": example} for example in examples],
    )


def questions_in(asked: str) -> list[str]:
    """Return the questions that the browser has written down, which any client can make up."""
    try:
        found = json.loads(asked)
    except ValueError:
        return []
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _sorry(sentence: str, memory: Memory) -> Reply:
    return Reply({"role": "assistant", "content": render.escape(sentence)}, memory)


def _shortened(question: str) -> str:
    return question if len(question) <= LONGEST_QUESTION else question[:LONGEST_QUESTION] + " …"
