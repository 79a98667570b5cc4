"""The opened article shows each character as itself, and marks exactly the cited ones."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from bot import html
from index.types import Article, ArticleSummary, Link, Span, Speaker, Statement

TEXT = (
    "Ludmila Brandt, the mayor, said the <b>pier</b> & the terminal stay.\n\n"
    "“Nobody has made an offer,” she said. “Nobody.\n\n"
    "“And I would read it out — here\nand now.”\n\n"
    "  • © Harbour Gazette\n\n"
    "<script>alert(1)</script><img src=x onerror=alert(2)> ${1+1} {{value}} &amp;\n"
)
ARTICLE = Article(
    "harbour", 'A <i>"title"</i>', TEXT, date(2024, 3, 5), "https://example.org/?a=1&b=2", None, "Gazette"
)


class Opened(HTMLParser):
    """The HTML as a browser would take it: tags, the text of the prose, and that of its marks."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.prose, self.marked, self.first = "", "", ""
        self.feed(source)
        self.close()
        assert not self.open, "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        assert not (tag == "p" and "mark" in self.open), "a mark never holds a paragraph"
        if ("id", "cited") in attrs:
            assert not self.first, "an id stands once"
            self.first = str(self.getpos())

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "tags are nested"

    def handle_data(self, data: str) -> None:
        if "div" in self.open:
            self.prose += data
            self.marked += data if "mark" in self.open else ""


def span(words: str, text: str = TEXT) -> Span:
    return text.index(words), text.index(words) + len(words)


def without_breaks(text: str) -> str:
    return re.sub(r"\n[^\S\n]*\n\s*", "", text).strip()


def test_all_of_the_article_shows_and_nothing_in_it_is_a_tag() -> None:
    opened = Opened(html.article_html(ARTICLE))
    assert opened.prose == without_breaks(TEXT)
    assert set(opened.tags) == {"article", "header", "h2", "p", "a", "div", "span"}
    assert "mark" not in opened.tags


def test_a_headline_that_stands_in_the_head_is_not_read_twice_unless_it_is_cited() -> None:
    article = replace(ARTICLE, title="The pier stays", text=f"The pier stays\n\n{TEXT}")
    assert Opened(html.article_html(article)).prose == without_breaks(TEXT)
    assert Opened(html.article_html(article, span=(4, 8))).marked == "pier"


@pytest.mark.parametrize("start", range(0, len(TEXT), 7))
@pytest.mark.parametrize("length", [1, 20, 90, 400])
def test_the_marks_hold_exactly_the_cited_characters(start: int, length: int) -> None:
    end = min(start + length, len(TEXT))
    opened = Opened(
        html.article_html(ARTICLE, span=(start, end), mention=span("Ludmila Brandt"), cue=span("said"))
    )
    covered = "".join(
        TEXT[max(start, a) : min(end, b)] for a, b in html.paragraphs(TEXT) if max(start, a) < min(end, b)
    )
    assert opened.marked == covered
    assert opened.prose == without_breaks(TEXT)
    assert bool(opened.first) == bool(covered)


def test_only_the_pieces_of_a_quotation_are_marked() -> None:
    pieces = [
        span("“Nobody has made an offer,”"),
        span("“Nobody.\n\n“And I would read it out — here\nand now.”"),
    ]
    opened = Opened(html.article_html(ARTICLE, span=(pieces[0][0], pieces[1][1]), pieces=pieces))
    assert opened.marked == "“Nobody has made an offer,”“Nobody.“And I would read it out — here\nand now.”"


def test_the_head_says_where_the_article_is_from() -> None:
    page = html.article_html(ARTICLE)
    assert "<h2>A &lt;i&gt;&quot;title&quot;&lt;/i&gt;</h2>" in page
    assert 'Gazette · 5 March 2024 · <a href="https://example.org/?a=1&amp;b=2" target="_blank"' in page
    for address in ("javascript:alert(1)", "data:text/html,x", "/etc/passwd"):
        assert "<a " not in html.article_html(Article("a", "t", "Words.", url=address))


STATEMENT = Statement(
    id="harbour:1",
    article_id="harbour",
    start=span("“Nobody has")[0],
    end=span("“Nobody.")[1],
    kind="direct",
    pieces=(span("“Nobody has made an offer,”"), span("“Nobody.")),
    speaker="Ludmila Brandt",
    source_kind="person",
    mention=span("she"),
    cue=(TEXT.index("she said") + 4, TEXT.index("she said") + 8),
    role=span("the mayor"),
    chain=(Link(span("she"), "the last woman named"), Link(span("Ludmila Brandt"), "")),
    confidence=0.55,
)


def test_the_proof_says_who_and_by_which_steps_and_how_surely() -> None:
    assert unescape(re.sub("<[^>]+>", "", html.proof_html(ARTICLE, STATEMENT))) == (
        "Said by Ludmila Brandt, the mayor · introduced by “said” · “she” (the last woman named) "
        "← “Ludmila Brandt” · attribution uncertain"
    )


def test_what_somebody_did_is_not_said_by_them() -> None:
    proof = html.proof_html(ARTICLE, replace(STATEMENT, presents="deed"))
    assert proof.startswith('<p class="proof">Reported of <strong>Ludmila Brandt')


def test_lists_narrow_to_what_is_typed_and_say_when_nothing_fits() -> None:
    articles = [
        ArticleSummary("a 1", "Pier <repaired>", date(2024, 3, 5), "Gazette", None, "", "", 1, 10),
        ArticleSummary("b", "Ferry late", None, None, None, "", "not English", 12, 10),
    ]
    everything = html.articles_html(articles)
    assert '<a href="#article-a%201">Pier &lt;repaired&gt;</a>' in everything
    assert "5 March 2024 · Gazette · 1 statement<" in everything and "12 statements<" in everything
    assert "not English" in everything
    assert "Ferry" not in html.articles_html(articles, "gazette MARCH")
    assert html.articles_html(articles, "<x>") == '<p class="empty">No article matches “&lt;x&gt;”.</p>'
    speakers = [Speaker('Ann "A" Lee', ("Lee",), ("the mayor",), 2, 1, 2)]
    assert 'data-choice="What did Ann &quot;A&quot; Lee say?"' in html.speakers_html(speakers, "mayor")
    assert html.speakers_html([]) == '<p class="empty">No speakers yet.</p>'


def test_a_role_in_other_words_is_not_listed_twice() -> None:
    roles = (
        "the harbour master",
        "Harbour master",
        "Its spokesman",
        "a keen rower who sings",
        "keen rower",
        "pilot",
    )
    listed = html.speakers_html([Speaker("Ann Lee", (), roles, 3, 2, 3)])
    assert "<span>harbour master, keen rower · 3 statements in 2 articles</span>" in listed


def test_a_long_list_says_how_many_it_leaves_out() -> None:
    speakers = [Speaker(f"Person {n}", (), (), 1, 1, 1) for n in range(html.LONGEST_LIST + 5)]
    assert "and 5 more" in html.speakers_html(speakers)
    assert "more" not in html.speakers_html(speakers[:-5])
