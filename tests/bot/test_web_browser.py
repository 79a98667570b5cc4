"""The page in a real Chromium, as a reader uses it: asking, opening a citation, by hand and by keyboard."""

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, expect

from bot.page.reader import GONE, source_html
from bot.types import Answer, Memory
from bot.web import launch
from index.errors import UsageError
from tests.bot.scripted import HARBOUR, HOSTILE_QUOTE, STATEMENTS, Scripted, scripted
from tests.bot.watched import Watched, opened, shown

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning"),  # Gradio's own use of pandas
]

TERMINAL = "What did Brandt say about the terminal?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scripted]:
    made = scripted(tmp_path_factory.mktemp("store"))
    with made.store:
        yield made


@pytest.fixture(scope="module")
def address(assistant: Scripted) -> Iterator[str]:
    page, address = launch(assistant, host="127.0.0.1", port=0)
    yield address
    page.close(verbose=False)


@pytest.fixture
def chat(context: BrowserContext, address: str) -> Iterator[Watched]:
    """A page over the scripted assistant."""
    with opened(context, address) as watched:
        expect(watched.page.get_by_role("button", name=TERMINAL)).to_be_visible()
        yield watched


@pytest.mark.parametrize("context", [(1280, 800), (390, 844)], indirect=True, ids=["desk", "phone"])
def test_a_click_on_a_citation_opens_the_article_at_the_cited_words(chat: Watched) -> None:
    answer = chat.ask(TERMINAL)
    expect(answer).to_contain_text("“The terminal belongs to this town,” … “Nobody has made an offer.")
    answer.get_by_role("link", name="[1]").click()

    expect(chat.marks.first).to_be_in_viewport()
    assert shown(chat.marks) == "".join(
        HARBOUR.text[start:end].replace("\n\n", "") for start, end in STATEMENTS[0].pieces
    )
    expect(chat.page.get_by_role("button", name="Back")).to_be_in_viewport()
    expect(chat.page.get_by_role("heading", name=HARBOUR.title)).to_have_count(1)
    expect(chat.page.locator("#reader")).to_contain_text("Harbour Gazette · 5 March 2024")
    wide = chat.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, "the page scrolls sideways"

    answer.get_by_role("link", name="[2]").click()
    expect(chat.marks).to_have_text(["that a repair would cost less than a new pier"])
    expect(chat.marks.first).to_be_in_viewport()
    expect(chat.page.locator("#reader .mention")).to_have_text("she")
    expect(chat.page.locator("#reader .proof")).to_have_text(
        "Said by Ludmila Brandt · “she” ← “Ludmila Brandt” (the only woman named) · attribution uncertain"
    )


def test_the_keyboard_alone_opens_a_citation_and_comes_back(chat: Watched) -> None:
    link = chat.ask(TERMINAL).get_by_role("link", name="[2]")
    for _ in range(40):
        chat.page.keyboard.press("Shift+Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.marks.first).to_be_focused()
    expect(chat.marks.first).to_be_in_viewport()
    chat.page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_an_older_citation_still_opens_and_back_returns_to_it(chat: Watched) -> None:
    first = chat.ask(TERMINAL).get_by_role("link", name="[2]")
    chat.ask("What did the clerk say?").get_by_role("link", name="[1]").click()
    expect(chat.marks.first).to_contain_text("window.struck")
    first.click()
    expect(chat.marks).to_have_text(["that a repair would cost less than a new pier"])
    expect(chat.page.get_by_role("heading", name=HARBOUR.title)).to_be_in_viewport()
    chat.page.get_by_role("button", name="Back").click()
    expect(first).to_be_focused()


def test_back_finds_the_answer_behind_another_tab(chat: Watched) -> None:
    link = chat.ask(TERMINAL).get_by_role("link", name="[2]")
    link.click()
    expect(chat.marks.first).to_be_visible()
    chat.page.get_by_role("tab", name="Speakers").click()
    expect(link).to_be_hidden()
    chat.page.get_by_role("button", name="Back").click()
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()


@pytest.mark.parametrize("context", [(1280, 800), (390, 844)], indirect=True, ids=["desk", "phone"])
def test_the_newest_answer_is_read_from_its_beginning(chat: Watched) -> None:
    for _ in range(5):
        newest = chat.ask(TERMINAL)
    expect(chat.page.get_by_test_id("user").last).to_be_in_viewport()
    expect(newest.get_by_role("link", name="[1]")).to_be_in_viewport()
    expect(chat.page.get_by_test_id("user").first).not_to_be_in_viewport()


def test_the_answer_to_a_pasted_page_is_seen(chat: Watched) -> None:
    answer = chat.ask("terminal " * 200)
    expect(answer.get_by_text("Ludmila Brandt said:").first).to_be_in_viewport()


@pytest.mark.parametrize("context", [(390, 844)], indirect=True, ids=["phone"])
def test_a_new_conversation_is_begun_where_one_can_see_it(chat: Watched) -> None:
    for _ in range(3):
        answer = chat.ask(TERMINAL)
    answer.get_by_role("link", name="[1]").click()
    expect(chat.marks.first).to_be_in_viewport()
    chat.page.get_by_role("button", name="New conversation").click()
    expect(chat.page.get_by_role("button", name=TERMINAL)).to_be_in_viewport()
    expect(chat.page.get_by_role("textbox", name="Your question")).to_be_in_viewport()


def test_hostile_article_text_shows_as_text_and_reaches_nowhere(chat: Watched) -> None:
    answer = chat.ask("What did the clerk say?")
    expect(answer).to_contain_text(HOSTILE_QUOTE)
    assert answer.locator("img, script, b, code, strong, .katex").count() == 0
    assert answer.locator("a").count() == 1, "the citation is the only link"
    answer.get_by_role("link", name="[1]").click()
    expect(chat.marks).to_have_text([HOSTILE_QUOTE])
    assert chat.page.locator("#reader").locator("img, script, b").count() == 0
    chat.page.get_by_role("tab", name="Articles").click()
    expect(chat.page.get_by_role("link", name="The <script>window.struck = 1</script> file")).to_be_visible()
    assert chat.page.evaluate("window.struck") is None


def test_a_question_full_of_markup_shows_as_it_was_typed(chat: Watched) -> None:
    question = "clerk <img src=http://198.51.100.7/q.png> ![p](http://198.51.100.7/r.png) **so**"
    chat.ask(question)
    expect(chat.page.get_by_test_id("user")).to_have_text(question)


def test_an_error_is_one_sentence_and_the_conversation_goes_on(chat: Watched) -> None:
    chat.ask(TERMINAL)
    expect(chat.ask("busy")).to_have_text("The <b>model</b> does not answer: start it.")
    expect(chat.page.get_by_test_id("user").last).to_have_text("busy")
    expect(chat.ask("clerk?").get_by_role("link", name="[1]")).to_be_visible()
    expect(chat.answers.first.get_by_role("link", name="[1]")).to_be_visible()


def test_a_fault_of_ours_is_said_and_logged(chat: Watched, caplog: pytest.LogCaptureFixture) -> None:
    expect(chat.ask("broken")).to_contain_text("OnRecord broke on this question")
    assert "RuntimeError: a fault" in caplog.text
    expect(chat.ask(TERMINAL).get_by_role("link", name="[1]")).to_be_visible()


def test_an_example_and_a_choice_are_asked_by_a_click(chat: Watched) -> None:
    chat.page.get_by_role("button", name=TERMINAL).click()
    expect(chat.answers.last).to_contain_text("Ludmila Brandt said:")
    expect(chat.ask("What did Lee say?")).to_have_text("Which Lee?")
    chat.page.get_by_role("button", name="What did the clerk say?").click()
    expect(chat.answers.last).to_contain_text("A clerk said:")
    expect(chat.page.get_by_test_id("user").last).to_have_text("What did the clerk say?")


def test_the_box_is_ready_for_the_next_question_after_a_choice_by_keyboard(chat: Watched) -> None:
    box = chat.page.get_by_role("textbox", name="Your question")
    chat.page.get_by_role("button", name=TERMINAL).press("Enter")
    expect(chat.answers.last).to_contain_text("Ludmila Brandt said:")
    expect(box).to_be_focused()
    expect(chat.ask("What did Lee say?")).to_have_text("Which Lee?")
    chat.page.get_by_role("button", name="What did the clerk say?").press("Enter")
    expect(chat.answers.last).to_contain_text("A clerk said:")
    expect(box).to_be_focused()
    chat.page.get_by_role("tab", name="Speakers").click()
    chat.page.get_by_role("button", name="Ludmila Brandt", exact=True).press("Enter")
    expect(chat.page.get_by_test_id("user").last).to_have_text("What did Ludmila Brandt say?")
    expect(box).to_be_focused()


def test_a_click_on_a_speaker_asks_what_they_said(chat: Watched) -> None:
    chat.page.get_by_role("tab", name="Speakers").click()
    expect(chat.page.locator(".list:visible")).to_contain_text("2 statements in 1 article")
    chat.page.get_by_role("textbox", name="Narrow the speakers").fill("nobody")
    expect(chat.page.get_by_text("No speaker matches “nobody”.")).to_be_visible()
    chat.page.get_by_role("textbox", name="Narrow the speakers").fill("brandt")
    chat.page.get_by_role("button", name="Ludmila Brandt", exact=True).click()
    expect(chat.page.get_by_test_id("user").last).to_have_text("What did Ludmila Brandt say?")
    expect(chat.answers.last).to_be_visible()


def hold(assistant: Scripted, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let no answer be given before the event returned is set."""
    go_on = threading.Event()
    answer = assistant.ask

    def slowly(question: str, memory: Memory) -> tuple[Answer, Memory]:
        go_on.wait(60)
        return answer(question, memory)

    monkeypatch.setattr(assistant, "ask", slowly)
    return go_on


def test_the_questions_typed_while_one_is_answered_are_all_asked_in_turn(
    chat: Watched, assistant: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold(assistant, monkeypatch)
    box = chat.page.get_by_role("textbox", name="Your question")
    questions = [TERMINAL, "What did the clerk say?", "What else?", "What did the clerk say?"]
    for question in questions:
        box.fill(question)
        box.press("Enter")
        expect(box).to_have_value("")
    box.fill("What did Lee")
    expect(chat.page.get_by_test_id("user")).to_have_text([TERMINAL])
    expect(chat.page.get_by_text("3 questions wait for this answer")).to_be_visible()
    go_on.set()
    expect(chat.page.get_by_test_id("user")).to_have_text(questions)
    expect(chat.answers).to_have_count(4)
    expect(chat.page.get_by_text("for this answer")).to_have_count(0)
    expect(box).to_have_value("What did Lee")


def test_a_new_conversation_ends_what_is_being_answered_and_what_waits(
    chat: Watched, assistant: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold(assistant, monkeypatch)
    box = chat.page.get_by_role("textbox", name="Your question")
    for question in (TERMINAL, "What did the clerk say?"):
        box.fill(question)
        box.press("Enter")
        expect(box).to_have_value("")
    expect(chat.page.get_by_text("One question waits for this answer")).to_be_visible()
    chat.page.get_by_role("button", name="New conversation").click()
    expect(chat.page.get_by_test_id("user")).to_have_count(0)
    go_on.set()
    chat.ask("clerk?")
    expect(chat.page.get_by_test_id("user")).to_have_text(["clerk?"])
    expect(chat.answers).to_have_count(1)


# The browser reads the end of each stream of Gradio's queue late, as a busy one does.
LATE_END = """
const real = window.fetch;
window.fetch = async (...asked) => {
  const got = await real(...asked);
  if (!String(asked[0].url ?? asked[0]).includes("/queue/data")) return got;
  const late = new TransformStream({
    async transform(chunk, out) {
      const ends = new TextDecoder().decode(chunk).includes("close_stream");
      if (ends) await new Promise((done) => setTimeout(done, 3_000));
      out.enqueue(chunk);
    },
  });
  return new Response(got.body.pipeThrough(late), got);
};
"""


def test_no_click_is_lost_while_an_answer_ends(context: BrowserContext, address: str) -> None:
    context.add_init_script(LATE_END)
    with opened(context, address) as chat:
        chat.ask(TERMINAL)
        chat.page.get_by_role("tab", name="Speakers").click()
        # Gradio makes a tab when it is first opened, and empties what is typed before that is done.
        expect(chat.page.get_by_role("button", name="Ludmila Brandt")).to_be_visible()
        chat.page.wait_for_timeout(500)
        chat.page.get_by_role("textbox", name="Narrow the speakers").fill("nobody")
        expect(chat.page.get_by_text("No speaker matches “nobody”.")).to_be_visible(timeout=10_000)
        chat.page.get_by_role("tab", name="Ask").click()
        chat.page.get_by_role("button", name="New conversation").click()
        expect(chat.answers).to_have_count(0, timeout=10_000)


def test_the_list_of_articles_opens_them(chat: Watched) -> None:
    chat.page.get_by_role("tab", name="Articles").click()
    expect(chat.page.locator(".list:visible li")).to_contain_text(
        ["1 April 2024 · 1 statement", "5 March 2024 · Harbour Gazette · 2 statements"]
    )
    chat.page.get_by_role("link", name=HARBOUR.title).click()
    heading = chat.page.get_by_role("heading", name=HARBOUR.title)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    assert chat.marks.count() == 0


def test_files_dropped_on_the_page_are_indexed_or_refused_with_a_reason(
    chat: Watched, assistant: Scripted, tmp_path: Path
) -> None:
    (tmp_path / "lighthouse.txt").write_text(
        "The lighthouse\n\nIts keeper retired on Sunday, after forty years.\n"
    )
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    chat.page.get_by_role("tab", name="Articles").click()
    chat.page.locator("#upload input[type=file]").set_input_files([*tmp_path.iterdir()])
    outcome = chat.page.locator("#outcome")
    expect(outcome.get_by_role("status")).to_have_text("1 article indexed.")
    expect(outcome.get_by_role("listitem")).to_have_text(re.compile(r"^torn\.pdf: \S"))
    expect(chat.page.locator(".list:visible").get_by_role("link", name="lighthouse")).to_be_visible()
    outcome.get_by_role("link", name="lighthouse").click()
    expect(chat.page.locator("#reader")).to_contain_text("Its keeper retired on Sunday, after forty years.")
    assistant.store.remove("lighthouse")


def test_the_last_answer_is_copied_as_markdown_with_its_sources(chat: Watched) -> None:
    copy = chat.page.get_by_role("button", name="Copy as Markdown")
    expect(copy).to_be_disabled()
    chat.ask(TERMINAL)
    copy.click()
    expect(chat.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"**{TERMINAL}**\n\nLudmila Brandt said:\n\n> “The terminal belongs")
    assert re.search(
        r"\nSources:\n\n1\. Mayor: the terminal is not for sale, Harbour Gazette, 5 March 2024, ", copied
    )


def test_each_browser_session_and_each_new_conversation_starts_with_an_empty_memory(
    chat: Watched, context: BrowserContext, assistant: Scripted
) -> None:
    assistant.heard.clear()
    chat.ask(TERMINAL)
    chat.ask("clerk?")
    other = Watched(context.new_page(), chat.address)
    other.page.goto(chat.address)
    other.ask("clerk?")
    chat.page.get_by_role("button", name="New conversation").click()
    expect(chat.answers).to_have_count(0)
    chat.ask("clerk?")
    assert [len(memory.cited) for memory in assistant.heard] == [0, 2, 0, 0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(context: BrowserContext, address: str, scheme: str) -> None:
    chat = Watched(context.new_page(), address)
    chat.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    chat.page.goto(address)
    chat.ask(TERMINAL).get_by_role("link", name="[1]").click()
    expect(chat.marks.first).to_be_visible()
    for words in ("#chat blockquote p", "a.cite", ".opened p", ".opened mark", ".opened .about", ".proof"):
        assert chat.page.locator(words).first.evaluate(CONTRAST) >= 4.5, words


# The WCAG contrast of an element's text against the nearest painted ground.
CONTRAST = """element => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = element;
  const painted = element => getComputedStyle(element).backgroundColor;
  while (ground.parentElement && (parse(painted(ground))[3] ?? 1) === 0) ground = ground.parentElement;
  const [a, b] = [getComputedStyle(element).color, painted(ground)].map(c => light(parse(c)) + 0.05);
  return Math.max(a, b) / Math.min(a, b);
}"""


def test_a_cited_sentence_is_marked_whole_and_tells_whose_statement_it_holds(assistant: Scripted) -> None:
    sentence = "Asked about the price, she said that a repair would cost less than a new pier."
    start = HARBOUR.text.index(sentence)
    shown = source_html(assistant.store, f"cite-harbour%201%2F2-{start}-{start + len(sentence)}")
    marked = "".join(re.findall("<mark[^>]*>(.*?)</mark>", shown))
    assert re.sub("<[^>]+>", "", marked) == sentence
    assert "Said by <strong>Ludmila Brandt</strong>" in shown


@pytest.mark.parametrize(
    "ref",
    [
        None, 7, {"id": "hostile"}, ["cite-hostile-0-5"], "", "cite-", "article-", "article-../etc/passwd",
        "cite-hostile-5-5", "cite-hostile-9-5", "cite-hostile-0-999999", "cite-hostile--1-5",
        "cite-nobody-0-5", "cite-hostile-0-5 ", "article-" + "x" * 5_000, "cite-hostile-²-5",
    ],
)  # fmt: skip
def test_a_made_up_reference_opens_nothing(assistant: Scripted, ref: object) -> None:
    assert source_html(assistant.store, ref) == f'<p class="empty" role="alert">{GONE}</p>'


def test_a_port_in_use_is_said_in_one_sentence(assistant: Scripted, address: str) -> None:
    port = int(address.rstrip("/").rpartition(":")[2])
    with pytest.raises(UsageError, match=rf"^Port {port} on 127\.0\.0\.1 .*--port\.$"):
        launch(assistant, host="127.0.0.1", port=port)


def test_ctrl_c_ends_the_server_without_a_word(tmp_path: Path) -> None:
    program = (
        "import sys, bot.web, tests.bot.scripted\n"
        "assistant = tests.bot.scripted.scripted(sys.argv[1])\n"
        "bot.web.serve(assistant, port=0, ready=lambda address: print(address, flush=True))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout
    address = server.stdout.readline().strip()
    with urlopen(address, timeout=10) as page:
        assert b"OnRecord" in page.read()
    server.send_signal(signal.SIGINT)
    assert server.communicate(timeout=20) == ("", "")
    assert server.returncode == 0
