"""Every way in: what the article is that comes out, and the sentence a bad file is answered with."""

import gzip
import io
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from index import readers
from index.errors import Unreadable
from index.readers import read
from index.types import Article
from tests.index.reading import complaint, only

BODY = (
    "The ferry between Port Elmer and Sand Island will stop running at the end of May, the harbour "
    "office said on Tuesday, after eleven years of losses."
)
SECOND = "“We have tried everything,” said José Brandt, the harbour master. He blamed the price of diesel."


def ids(*sources: str | Path) -> list[str]:
    return [item.id if isinstance(item, Article) else f"! {item.reason}" for item in read(*sources)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# --- text and Markdown -------------------------------------------------------------------------


def test_a_text_file_is_kept_to_the_character(tmp_path: Path) -> None:
    text = f"Ferry to stop in May\n\n  {BODY[:60]}\n{BODY[60:]}\n\n\n{SECOND}  \n"
    article = only(write(tmp_path / "ferry.txt", text))
    assert (article.id, article.title, article.text) == ("ferry", "Ferry to stop in May", text)
    assert article.origin == str(tmp_path / "ferry.txt")
    assert article.published is None


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_front_matter_is_metadata_and_not_text(tmp_path: Path, ending: str) -> None:
    matter = (
        "---\ntitle: Ferry to stop\ndate: 2024-03-05\nauthor: [Ann Lee, Bo Ek]\n"
        "source: The Elmer Post\nurl: https://post.example/ferry\n---\n\n"
    )
    article = only(write(tmp_path / f"a{ending}", matter + BODY))
    assert article == Article(
        id="a",
        title="Ferry to stop",
        text=BODY,
        published=date(2024, 3, 5),
        url="https://post.example/ferry",
        author="Ann Lee, Bo Ek",
        source="The Elmer Post",
        origin=str(tmp_path / f"a{ending}"),
    )


def test_front_matter_that_is_not_yaml_is_read_as_it_was_meant(tmp_path: Path) -> None:
    article = only(
        write(tmp_path / "a.txt", f'---\ntitle: Mayor: no bridge\nsource: "The Post"\n---\n{BODY}')
    )
    assert (article.title, article.source, article.text) == ("Mayor: no bridge", "The Post", BODY)


def test_lines_of_dashes_around_prose_are_prose(tmp_path: Path) -> None:
    text = f"---\n{BODY}\n---\n{SECOND}"
    assert only(write(tmp_path / "a.txt", text)).text == text


def test_markdown_reads_as_plain_paragraphs(tmp_path: Path) -> None:
    source = (
        "# Mayor says *no* bridge\n\nThe mayor, **Ida Brandt**, said the\n[bridge](http://x.example) "
        'would not come. She "meant it" &amp; more.<!-- draft -->\n\n'
        "- a bus\n- a boat\n\n1. first\n2. second\n\n> A quoted\n> line\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n![pic](x.png)\n\n<!-- hidden -->\n\nLast  \nline.\n"
    )
    article = only(write(tmp_path / "a.md", source))
    assert article.title == "Mayor says no bridge"
    assert article.text == (
        'Mayor says no bridge\n\nThe mayor, Ida Brandt, said the bridge would not come. She "meant it" & '
        "more.\n\n• a bus\n\n• a boat\n\n1. first\n\n2. second\n\nA quoted line\n\n"
        "a | b\n\n1 | 2\n\nLast\nline."
    )


def test_html_in_markdown_and_text_stays_the_characters_it_is(tmp_path: Path) -> None:
    text = f"{BODY}\n\nHe wrote <img src=x onerror=alert(1)> on the wall.\n\n<script>alert(1)</script>"
    assert only(write(tmp_path / "a.md", text)).text == text
    assert only(write(tmp_path / "b.txt", text)).text == text


# --- web pages ---------------------------------------------------------------------------------

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="windows-1252">
<title>Ferry to stop in May | The Elmer Post</title>
<meta property="og:title" content="Ferry to stop in May">
<meta property="og:site_name" content="The Elmer Post">
<meta property="article:published_time" content="2024-03-05T08:00:00Z">
<meta name="author" content="Ann Lee"><link rel="canonical" href="https://post.example/ferry">
<script>var tracked = "tracking pixel";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry to stop in May</h1><p>{BODY.replace(" at ", chr(10) + " at ")}</p>
<script>document.write("tracking pixel")</script><p>{SECOND}<br>His <a href="/x">daughter</a> agreed.</p>
<h2>What comes next</h2><ul><li>A bus over the causeway, twice a day.</li><li>A boat in summer.</li></ul>
</article><footer>Copyright 2019 The Elmer Post. Cookie policy.</footer></body></html>"""


def test_a_web_page_is_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    article = only(write(tmp_path / "page.html", PAGE.encode("cp1252")))
    assert article.text == (
        f"Ferry to stop in May\n\n{BODY}\n\n{SECOND}\nHis daughter agreed.\n\nWhat comes next\n\n"
        "• A bus over the causeway, twice a day.\n\n• A boat in summer."
    )
    assert article.title == "Ferry to stop in May"
    assert article.published == date(2024, 3, 5)
    assert (article.author, article.source) == ("Ann Lee", "The Elmer Post")
    assert article.url == "https://post.example/ferry"


def test_a_page_of_one_sentence_is_an_article_and_its_scripts_are_not(tmp_path: Path) -> None:
    page = "<html><body><script>evil()</script><p>The mayor <b>said</b> no.</p></body></html>"
    assert only(write(tmp_path / "a.html", page)).text == "The mayor said no."


def test_a_page_without_words_says_so(tmp_path: Path) -> None:
    page = "<html><head><title>App</title></head><body><script>start()</script></body></html>"
    assert "a.html: holds no article text" in complaint(write(tmp_path / "a.html", page))


def test_a_page_of_thousands_of_nested_tags_does_not_raise(tmp_path: Path) -> None:
    page = "<div>" * 5000 + BODY + "</div>" * 5000
    assert len(list(read(write(tmp_path / "a.html", page)))) == 1


# --- PDF and Word ------------------------------------------------------------------------------


def pdf(
    *paragraphs: str, title: str = "", password: str | None = None, breaks: bool = False, foot: str = ""
) -> bytes:
    """A PDF whose paragraphs, each on a page of its own if `breaks`, are wrapped by the writer."""
    from fpdf import FPDF
    from fpdf.enums import AccessPermission, EncryptionMethod

    class Paper(FPDF):
        def footer(self) -> None:
            if foot:
                self.set_y(-15)
                self.cell(text=f"{foot} {self.page_no()}")

    paper = Paper()
    paper.set_font("Times", size=11)
    paper.set_title(title)
    if password is not None:
        method, nothing = EncryptionMethod.AES_256, AccessPermission.none()
        paper.set_encryption("owner", password, encryption_method=method, permissions=nothing)
    paper.add_page()
    for number, paragraph in enumerate(paragraphs):
        if breaks and number:
            paper.add_page()
        paper.multi_cell(120, 5, paragraph, align="L")
        paper.ln(4)
    return bytes(paper.output())


def test_a_pdfs_lines_are_joined_into_paragraphs(tmp_path: Path) -> None:
    other = "The opposition called it a farce. It wants a vote before the summer, whatever a survey may say."
    article = only(write(tmp_path / "a.pdf", pdf(BODY, other, title="Ferry to stop in May")))
    assert article.text == f"{BODY}\n\n{other}"
    assert article.title == "Ferry to stop in May"


def test_the_day_a_file_was_made_is_not_its_articles(tmp_path: Path) -> None:
    made = only(write(tmp_path / "made.pdf", pdf(BODY)))  # the writer notes today
    typed = only(write(tmp_path / "typed.docx", docx(("Normal", BODY), created=datetime(2024, 3, 5, 9))))
    assert (made.published, typed.published) == (None, None)
    dated = only(write(tmp_path / "dated.pdf", pdf("Ferry to stop in May", "By Ann Lee, 4 March 2024", BODY)))
    assert dated.published == date(2024, 3, 4)


def test_a_pdf_whose_paragraphs_are_mostly_one_line_keeps_them_apart(tmp_path: Path) -> None:
    short = [f"The council heard speaker number {number} on the ferry that evening." for number in range(8)]
    text = only(write(tmp_path / "a.pdf", pdf(*short, BODY, BODY))).text
    assert text.split("\n\n") == [*short, BODY, BODY]


def test_words_cut_at_a_pdfs_line_end_are_whole_again(tmp_path: Path) -> None:
    text = (
        "The council of Port Elmer has put off its vote, as the environ-\nmental survey was late. "
        "The vice-\npresident of the well-known harbour club was glad and the well-\nknown club was too."
    )
    assert only(write(tmp_path / "a.pdf", pdf(text))).text == (
        "The council of Port Elmer has put off its vote, as the environmental survey was late. "
        "The vice-president of the well-known harbour club was glad and the well-known club was too."
    )


def test_page_numbers_and_running_feet_are_not_text_and_a_sentence_runs_over_the_page(tmp_path: Path) -> None:
    half, rest = BODY.split(" at the end ")
    raw = pdf(
        half,
        f"at the end {rest}",
        SECOND.replace("“", '"').replace("”", '"'),
        breaks=True,
        foot="The Post, page",
    )
    text = only(write(tmp_path / "a.pdf", raw)).text
    assert text == f"{BODY}\n\n{SECOND}".replace("“", '"').replace("”", '"')


def test_a_pdf_open_to_read_but_not_to_edit_is_read(tmp_path: Path) -> None:
    assert only(write(tmp_path / "a.pdf", pdf(BODY, password=""))).text == BODY


def docx(*paragraphs: tuple[str, str], **properties: object) -> bytes:
    from docx import Document

    document = Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_document_is_its_paragraphs_and_properties(tmp_path: Path) -> None:
    raw = docx(
        ("Title", "Ferry to stop in May"),
        ("Normal", BODY),
        ("List Bullet", "A bus over the causeway"),
        ("Normal", ""),
        ("Normal", SECOND),
        author="Ann Lee",
    )
    article = only(write(tmp_path / "a.docx", raw))
    assert article.text == f"Ferry to stop in May\n\n{BODY}\n\n• A bus over the causeway\n\n{SECOND}"
    assert (article.title, article.author) == ("Ferry to stop in May", "Ann Lee")


# --- JSON lines --------------------------------------------------------------------------------


def test_a_json_line_is_an_article_to_the_character(tmp_path: Path) -> None:
    text = "  One\r\n\r\n\tTwo\u00a0\u200b😀\x07 \n"
    rows = [
        {"id": 7, "title": "T", "date": "2024-03-05", "url": "https://a.example/x", "text": text},
        {
            "id": "b",
            "outlet": "The Post",
            "authors": ["Ann", "Bo"],
            "publish_date": "2024/03/06",
            "text": BODY,
        },
    ]
    first, second = read(write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows))))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.text, first.published) == ("7", text, date(2024, 3, 5))
    assert first.url == "https://a.example/x"
    assert (second.source, second.author, second.published) == ("The Post", "Ann, Bo", date(2024, 3, 6))


def test_offsets_hold_where_a_character_cannot_be_stored(tmp_path: Path) -> None:
    raw = r'{"id": "a", "text": "A\u0000B\ud800C"}'
    assert only(write(tmp_path / "a.jsonl", raw)).text == "A\ufffdB\ufffdC"


def test_each_bad_json_line_is_told_by_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": BODY}).encode(),
        b"{not json",
        b"[1, 2]",
        b'{"id": "no text"}',
        b'{"id": "b", "text": 5}',
        b'{"id": "c", "text": " "}',
        b'{"id": "d", "text": "\xff"}',
        b"[" * 100_000,
        b"",
        json.dumps({"id": "a", "text": SECOND}).encode(),
        json.dumps({"text": SECOND}).encode(),
    ]
    path = write(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + b"\n".join(lines))
    items = list(read(path))
    assert [item.id for item in items if isinstance(item, Article)] == ["a", "a-11"]
    assert [
        str(item).removeprefix(f"{path}, ").split(". ")[0] for item in items if isinstance(item, Unreadable)
    ] == [
        "line 2: is not valid JSON",
        "line 3: is not a JSON object",
        "line 4: has no text",
        "line 5: has no text",
        "line 6: has no text",
        "line 7: is not UTF-8",
        "line 8: is not valid JSON",
        'line 10: has the id "a" of line 1 again',
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'[\n{"id": "a", "text": "x"}\n]', "is one JSON document, not JSON lines"),
        ('{"id": "a", "text": "x"}'.encode("utf-16"), "is not UTF-8 text"),
        (b"\n\n", "is empty"),
    ],
)
def test_a_file_that_is_no_json_lines_is_reported_once(tmp_path: Path, raw: bytes, reason: str) -> None:
    assert reason in complaint(write(tmp_path / "a.jsonl", raw))


def test_a_merged_cell_of_a_word_table_is_read_once(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph(BODY)
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Fares"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Adults"
    document.save(str(tmp_path / "a.docx"))
    assert only(tmp_path / "a.docx").text == f"{BODY}\n\nFares\n\nAdults | 11 | 12\n\n21 | 22"


# --- folders and ids ---------------------------------------------------------------------------


def test_a_folder_is_read_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ["b.txt", "a.TXT", "sub/c.md", ".hidden.txt", ".git/d.txt", "photo.jpg", "notes.csv"]:
        write(tmp_path / name, f"{name}\n\n{BODY}")
    assert ids(tmp_path) == ["a", "b", "c"]


def test_files_of_one_name_are_told_apart_by_folder_then_by_ending(tmp_path: Path) -> None:
    for name in ["budget.txt", "town/budget.txt", "town/vote.txt", "x/plan.md", "x/plan.txt"]:
        write(tmp_path / name, BODY)
    expected = ["budget", "town/budget", "vote", "x/plan.md", "x/plan.txt"]
    assert ids(tmp_path) == expected
    assert ids(tmp_path) == expected


def test_several_sources_are_one_read_whose_ids_are_told_apart(tmp_path: Path) -> None:
    one, two = (write(tmp_path / folder / "budget.txt", BODY) for folder in ("a", "b"))
    assert ids(one, two) == ["a/budget.txt", "b/budget.txt"]
    assert ids(one, tmp_path / "a", tmp_path / "a") == ["budget"]


def test_the_second_article_of_an_id_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BODY)
    write(tmp_path / "b.jsonl", json.dumps({"id": "a", "text": SECOND}))
    first, second = read(tmp_path)
    assert isinstance(first, Article)
    assert str(tmp_path / "a.txt") in str(second)


def test_a_fault_of_ours_costs_one_file_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setitem(readers._READERS, ".md", broken)
    write(tmp_path / "a.md", BODY)
    write(tmp_path / "b.txt", BODY)
    told = "could not be read, by a fault of OnRecord (ZeroDivisionError: division by zero)"
    assert ids(tmp_path) == [f"! {told}", "b"]


@pytest.mark.parametrize("charset", ["hex", "idna", "undefined", "rot13", "no-such"])
def test_a_page_that_names_no_encoding_of_text_is_read_by_the_likeliest(tmp_path: Path, charset: str) -> None:
    page = PAGE.replace("windows-1252", charset)
    assert SECOND in only(write(tmp_path / "a.html", page.encode("cp1252"))).text


def test_a_date_out_of_all_bounds_is_no_date(tmp_path: Path) -> None:
    line = {"id": "a", "text": BODY, "date": "1 Jan 99999999999999999999 00:00"}
    file = write(tmp_path / "a.jsonl", f'{json.dumps(line)}\n{{"text": "Another."}}\n')
    assert ids(file) == ["a", "a-2"]


def test_one_bad_file_does_not_stop_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BODY)
    write(tmp_path / "b.docx", b"PK\x03\x04 broken")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    write(tmp_path / "d.txt", BODY)
    assert ids(tmp_path) == [
        "a",
        "! is a damaged Word document, or none at all",
        "! is a link to a file that is gone",
        "d",
    ]


def test_articles_come_one_at_a_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", f"{json.dumps({'id': 'a', 'text': BODY})}\n" * 2)
    items = read(path, tmp_path / "not-there-yet.txt")
    assert isinstance(next(items), Article)


# --- bad files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n ", "is empty"),
        ("a.md", b"", "is empty"),
        ("a.html", b"\n", "is empty"),
        ("a.pdf", b"", "is empty"),
        ("a.docx", b"", "is empty"),
        ("a.jsonl", b"", "is empty"),
        ("a.txt", bytes(range(256)) * 40, "holds binary data, not text"),
        ("a.txt", gzip.compress(BODY.encode()), "holds binary data, not text"),
        ("a.txt", pdf(BODY), "holds binary data, not text"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(400), "holds binary data, not text"),
        ("a.pdf", b"no PDF at all", "is a damaged PDF"),
        ("a.pdf", pdf(BODY)[:400], "is a damaged PDF"),
        ("a.pdf", pdf(), "is a PDF without text, probably a scan. Run OCR on it first"),
        ("a.pdf", pdf(BODY, password="secret"), "is locked by a password"),
        ("a.docx", docx(("Normal", BODY))[:5000], "is a damaged Word document"),
        ("a.docx", docx(("Normal", "")), "is a Word document without text"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "is an old .doc or locked by a password"),
        ("a.csv", b"x,y", 'is of a kind we do not read (".csv")'),
        ("README", b"x", "is of a kind we do not read"),
    ],
)
def test_a_bad_file_is_answered_with_one_sentence(
    tmp_path: Path, name: str, raw: bytes, sentence: str
) -> None:
    path = write(tmp_path / name, raw)
    said = complaint(path)
    assert said.startswith(f"{path}: ")
    assert sentence in said
    assert "\n" not in said


def test_what_is_not_there_or_no_file_is_said(tmp_path: Path) -> None:
    assert "gone.txt: does not exist" in complaint(tmp_path / "gone.txt")
    assert "holds no articles" in complaint(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is not a regular file" in complaint(tmp_path / "pipe.txt")
    assert "is not a file's name" in complaint("a\0b.txt")


def test_a_folder_that_may_not_be_read_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", BODY)
    write(tmp_path / "closed" / "b.txt", BODY)
    write(tmp_path / "c.txt", BODY).chmod(0)
    (tmp_path / "closed").chmod(0)
    with as_nobody(tmp_path):
        found = ids(tmp_path)
    (tmp_path / "closed").chmod(0o755)
    assert sorted(found) == ["! may not be read by this user", "! may not be read by this user", "a"]


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Act as a user without rights, since the superuser may read everything."""
    if os.geteuid() != 0:
        yield
        return
    above = [
        path
        for path in (folder, *folder.parents)
        if path.stat().st_uid == 0 and path.stat().st_mode & 0o777 == 0o700
    ]
    for path in above:
        path.chmod(0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for path in above:
            path.chmod(0o700)


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".jsonl"])
def test_a_file_of_tens_of_megabytes_is_read_or_refused_in_bearable_time(tmp_path: Path, ending: str) -> None:
    paragraph = f"{BODY} {SECOND}\n\n"
    if ending == ".jsonl":
        content = json.dumps({"id": "a", "text": paragraph * 150_000})
    else:
        content = paragraph * 150_000  # 38 MB
    started = time.monotonic()
    items = list(read(write(tmp_path / f"a{ending}", content)))
    assert len(items) == 1
    assert time.monotonic() - started < 120


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    assert "is larger than 50 MB" in complaint(path)
