"""What a reader sees of an answer, and that no character of an article acts instead of showing."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown_it import MarkdownIt

from bot import render
from bot.types import Answer, Block, Citation

TEXT = (
    "Ludmila Brandt told the council that the terminal would not be sold.\n\n"
    "“It belongs to this town,” Brandt said. “Nobody has made an offer.\n\n"
    "“And I would read it out in this room.”\n\n"
    'Ib Thorsen called the plan "a drawer full of promises". The ferry sails six times a day.\n'
)


def cite(words: str, *, kind: str = "direct", number: int = 1, text: str = TEXT, **other: Any) -> Citation:
    start = text.index(words)
    fields: dict[str, Any] = {
        "number": number,
        "article_id": "harbour",
        "start": start,
        "end": start + len(words),
        "quote": words,
        "speaker": "Ludmila Brandt",
        "kind": kind,
        "title": "Mayor: the terminal is not for sale",
        "published": date(2024, 3, 5),
        "url": "https://example.org/harbour",
        "source": "The Gazette",
    }
    return Citation(**{**fields, **other})


def answer(*blocks: Block, **other: Any) -> Answer:
    citations = tuple(block.citation for block in blocks if block.citation)
    return Answer("What did Brandt say?", blocks, **{"citations": citations, **other})


class Page(HTMLParser):
    """Markdown as a browser would take it: the text that shows, and the tags."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.text = ""
        parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        self.feed(parser.render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "![pixel](http://198.51.100.7/p.png)",
    "[click](http://198.51.100.7/)",
    "<http://198.51.100.7/>",
    "see https://198.51.100.7/ and www.example.org or a@example.org",
    "*stars* _lines_ ~~struck~~ `code` **bold** __so__",
    "# not a heading",
    "1. not a list",
    "- not a list",
    "+ 3 degrees",
    "> not a quotation",
    "=====",
    "| a | b |\n| --- | --- |\n| c | d |",
    "```\nfence",
    "&lt;b&gt; &amp; &copy;",
    "back\\slash \\* and $x^2$ $$y$$",
    "</blockquote></p><iframe src=//198.51.100.7>",
    "[1]: http://198.51.100.7/",
    "[^1] and [x] and <!-- comment -->",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("kind", ["direct", "indirect"])
def test_article_text_shows_as_the_characters_it_is(words: str, kind: str) -> None:
    page = Page(render.markdown(answer(Block("He said:", cite(words, kind=kind, text=words)))))
    assert words in page.text
    assert set(page.tags) <= {"p", "blockquote", "em", "a"}
    assert page.links == [f"#cite-harbour-0-{len(words)}"]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_lead_and_a_title_are_no_more_trusted_than_a_quotation(words: str) -> None:
    shown = answer(Block(words, cite("It belongs to this town,", title=words)))
    page = Page(render.markdown(shown))
    assert words in page.text
    assert set(page.tags) <= {"p", "blockquote", "a"}
    copied = Page(render.copy_markdown(shown))
    assert set(copied.tags) <= {"p", "blockquote", "a", "ol", "li", "strong"}
    assert copied.links == ["https://example.org/harbour"]


def test_indented_words_are_not_made_into_code() -> None:
    page = Page(
        render.markdown(answer(Block("    Said:", cite("one\n        two", text="one\n        two"))))
    )
    assert "“one\ntwo”" in page.text
    assert "code" not in page.tags


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“It belongs to this town,”", "“It belongs to this town,”"),
        ("It belongs to this town,", "“It belongs to this town,”"),
        ('"It is," he said', '‘"It is," he said’'),
        ("No. He told me, “You can stop asking.”", "‘No. He told me, “You can stop asking.”’"),
        ("‘We shall be polite,’", "‘We shall be polite,’"),
        ('"It goes on in the next paragraph.', '"It goes on in the next paragraph."'),
        ("\"That's the difference,”", "\"That's the difference,”"),
        ("''So''", "''So''"),
        ("«Так»", "«Так»"),
        ("“Nobody has made an offer.", "“Nobody has made an offer.”"),
        ("Nobody has made an offer.”", "“Nobody has made an offer.”"),
        ("‘Never’ is a long time", "“‘Never’ is a long time”"),
    ],
)
def test_a_direct_quotation_keeps_the_articles_marks_and_gets_those_it_lacks(words: str, shown: str) -> None:
    assert render.shown(cite(words, text=words)) == shown


def test_a_new_paragraph_leaves_nothing_out() -> None:
    whole = "“Nobody has made an offer.\n\n“And I would read it out in this room.”"
    citation = cite(whole)
    pieces = tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in whole.split("\n\n"))
    assert render.shown(citation, pieces) == whole
    page = Page(render.markdown(answer(Block("She said:", citation, pieces))))
    assert "…" not in page.text and page.tags.count("blockquote") == 1


def test_pieces_show_without_the_words_between_them() -> None:
    whole = "“It belongs to this town,” Brandt said. “Nobody has made an offer."
    citation = cite(whole)
    first, second = "“It belongs to this town,”", "“Nobody has made an offer."
    pieces = tuple((TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in (first, second))
    assert render.shown(citation, pieces) == f"{first} … {second}”"
    assert "Brandt said" not in Page(render.markdown(answer(Block("", citation, pieces)))).text


@pytest.mark.parametrize(
    ("words", "kind", "label"),
    [
        ("the terminal would not be sold", "indirect", "Reported: "),
        ('the plan "a drawer full of promises"', "mixed", "Reported, partly quoted: "),
        ("The ferry sails six times a day.", "passage", ""),
    ],
)
def test_what_is_no_quotation_gets_no_quote_marks(words: str, kind: str, label: str) -> None:
    shown = answer(Block("", cite(words, kind=kind)))
    assert Page(render.markdown(shown)).text.strip() == f"{label}{words}\u00a0[1]"
    assert f"    {label}{words} [1]" in render.text(shown)


def test_a_quotation_of_several_paragraphs_stays_one_quotation() -> None:
    words = "“Nobody has made an offer.\n\n“And I would read it out in this room.”"
    page = Page(render.markdown(answer(Block("Brandt:", cite(words)))))
    assert page.tags == ["p", "blockquote", "p", "p", "a"]
    assert words.replace("\n\n", "\n") in page.text


@pytest.mark.parametrize(
    ("article_id", "link"),
    [
        ("harbour", "#cite-harbour-68-70"),
        ("a-1-2", "#cite-a-1-2-68-70"),
        ('1 & "2" <b>/Ö', "#cite-1%20%26%20%222%22%20%3Cb%3E%2F%C3%96-68-70"),
        ("*x*_y_", "#cite-%2Ax%2A_y_-68-70"),
    ],
)
def test_a_citation_links_to_its_characters(article_id: str, link: str) -> None:
    citation = cite("It", article_id=article_id)
    citation = replace(citation, start=68, end=70)
    markdown = render.markdown(answer(Block("", citation)))
    assert Page(markdown).links == [link]
    assert Page(markdown).text.strip() == "“It”\u00a0[1]"
    assert "<a" not in render.markdown(answer(Block("", citation)), links=False)


def test_an_uncertain_attribution_says_so_wherever_it_shows() -> None:
    for confidence, uncertain in ((0.59, True), (0.6, False)):
        shown = answer(Block("", cite("It belongs to this town,", confidence=confidence)))
        for words in (render.markdown(shown), render.text(shown), render.copy_markdown(shown)):
            assert ("(attribution uncertain)" in words) == uncertain


def test_what_is_copied_lists_each_source_once() -> None:
    shown = answer(
        Block("Brandt:", cite("“It belongs to this town,”")),
        Block(
            "Thorsen:", cite("the plan", kind="mixed", number=2, url="javascript:alert(1)", published=None)
        ),
    )
    assert render.copy_markdown(shown) == (
        "**What did Brandt say?**\n\n"
        "Brandt:\n\n"
        "> “It belongs to this town,” [1]\n\n"
        "Thorsen:\n\n"
        "> *Reported, partly quoted:* the plan [2]\n\n"
        "Sources:\n\n"
        "1. Mayor: the terminal is not for sale, The Gazette, 5 March 2024, characters 70–96, "
        "<https://example.org/harbour>\n"
        "2. Mayor: the terminal is not for sale, The Gazette, characters 197–205\n"
    )


def test_the_terminal_gets_plain_text_that_moves_no_cursor() -> None:
    words = "red \x1b[31malert\x07 and\r\x9b2J *stars*"
    shown = render.text(answer(Block("He said:", cite(words, text=words))))
    assert shown == (
        "He said:\n\n"
        "    “red [31malert and2J *stars*” [1]\n\n"
        "Sources\n"
        f"[1] Mayor: the terminal is not for sale, The Gazette, 5 March 2024, characters 0–{len(words)}. "
        "https://example.org/harbour"
    )


def test_an_abstention_says_why_once_and_what_there_is_instead() -> None:
    pointer = cite("The ferry sails six times a day.", kind="passage")
    refusal = answer(
        Block("The articles say this about the ferry:", pointer),
        citations=(),
        abstained=True,
        reason="Macron is not quoted.",
    )
    assert render.markdown(refusal).startswith("Macron is not quoted.\n\nThe articles say this")
    assert render.as_json(refusal)["citations"] == []
    said = replace(refusal, blocks=(Block("Macron is not quoted. He is mentioned."), *refusal.blocks))
    assert render.markdown(said).count("Macron is not quoted.") == 1


def test_json_is_the_line_the_benchmarks_read() -> None:
    shown = answer(Block("Brandt:", cite("“It belongs to this town,”")), took_ms=12.34)
    assert render.as_json(shown, id="q7") == {
        "id": "q7",
        "question": "What did Brandt say?",
        "answer": "Brandt:\n\n    “It belongs to this town,” [1]",
        "abstained": False,
        "reason": "",
        "choices": [],
        "citations": [
            {
                "number": 1,
                "article": "harbour",
                "title": "Mayor: the terminal is not for sale",
                "date": "2024-03-05",
                "url": "https://example.org/harbour",
                "start": 70,
                "end": 96,
                "quote": "“It belongs to this town,”",
                "speaker": "Ludmila Brandt",
                "co_speakers": [],
                "kind": "direct",
            }
        ],
        "took_ms": 12.3,
        "model": None,
        "prompt": None,
        "withheld": [],
        "notice": "",
    }


def test_json_has_plain_words_and_the_choices_of_a_question_back() -> None:
    words = "“Pay AT&T $4 for a [new] mast | or none,”"
    assert words in render.as_json(answer(Block("Brandt:", cite(words, text=words))))["answer"]
    back = answer(
        citations=(), abstained=True, reason="Which one do you mean?", choices=("Ann Lee?", "Bo Lee?")
    )
    record = render.as_json(back)
    assert record["answer"] == record["reason"] == "Which one do you mean?"
    assert record["choices"] == ["Ann Lee?", "Bo Lee?"]
