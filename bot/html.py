"""Articles, proof lines and lists as HTML. Pure; every character of an article is escaped here.

The page shows this HTML as it is, unsanitised, so nothing may reach it except through `_esc`.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape as _esc
from pathlib import Path
from urllib.parse import quote as percent

from bot.checking.verdicts import SURE
from bot.labels import how_often, some_roles
from bot.prompts import counted, listed
from bot.render import UNCERTAIN, day
from index.captions import captions
from index.layout import paragraphs
from index.readers import is_upload
from index.spans import overlap
from index.types import Article, ArticleSummary, Presentation, Span, Speaker, Statement

CITED_ID = "cited"  # the id of the first highlighted characters, which the page scrolls to
MOST_ADDED = 10  # of the articles added at once, named one by one
LONGEST_LIST = 200  # rows shown of a list; a filter finds the others

_HOW: dict[Presentation, str] = {
    "speech": "Said by",
    "thought": "Reported of",
    "deed": "Reported of",
    "silence": "Reported of",
}
_NAMELESS = {
    "person": "someone",
    "organisation": "an organisation",
    "document": "a document",
    "unnamed": "an unnamed source",
}


def article_html(
    article: Article,
    *,
    span: Span | None = None,
    pieces: Sequence[Span] = (),
    mention: Span | None = None,
    cue: Span | None = None,
    proof: str = "",
) -> str:
    """Return the whole article with the characters of `span`, or of its `pieces`, in `<mark>`s.

    A mark that runs over several paragraphs is one element in each. The texts of the marks, put
    together, are the cited characters but for the breaks between paragraphs. `proof` is HTML, as
    `proof_html` makes it.
    """
    layers = {
        "cited": [piece for piece in pieces if piece[0] < piece[1]] or ([span] if span else []),
        "mention": [mention] if mention else [],
        "cue": [cue] if cue else [],
        "caption": captions(article.text),
    }
    spans = list(paragraphs(article.text))
    if len(spans) > 1 and _repeats_title(article, spans[0], layers):
        del spans[0]
    body = [f"<p>{_paragraph(article.text, start, end, layers)}</p>" for start, end in spans]
    # Only our own tags are tags here, so this finds the first mark; where nothing is cited, none.
    first = f'<mark id="{CITED_ID}" tabindex="-1" class="cited"'
    whole = "".join(body).replace('<mark class="cited"', first, 1)
    return f'<article class="opened">{_head(article, proof)}<div class="words">{whole}</div></article>'


def proof_html(article: Article, statement: Statement) -> str:
    """Return the line that says why a statement is ascribed to its speaker, and how surely."""
    text = article.text
    who = _esc(listed(statement.speakers) or _NAMELESS[statement.source_kind])
    steps = [f"{_HOW[statement.presents]} <strong>{who}</strong>{_role(article, statement)}"]
    if statement.cue:
        steps.append(f"introduced by “{_words(text, statement.cue)}”")
    if statement.mention and statement.chain:
        steps.append(_chain(text, statement))
    if statement.confidence < SURE:
        steps.append(f'<em class="uncertain">{UNCERTAIN}</em>')
    return f'<p class="proof">{" · ".join(step for step in steps if step)}</p>'


def articles_html(articles: Iterable[ArticleSummary], matching: str = "") -> str:
    """Return the articles whose title, source or date holds `matching`, newest first; links open them."""
    rows = []
    for article in sorted(articles, key=lambda a: a.published or date.min, reverse=True):
        known = [
            day(article.published) or "no date",
            article.source,
            counted(article.statements, "statement"),
        ]
        about = " · ".join(part for part in known if part)
        if _matches(matching, article.title, about):
            hint = f'<span class="note">{_esc(article.note)}</span>' if article.note else ""
            rows.append(f"<li>{_link(article)}<span>{_esc(about)}</span>{hint}</li>")
    return _list(rows, "article", matching)


def speakers_html(speakers: Iterable[Speaker], matching: str = "") -> str:
    """Return the list of speakers, each a button whose `data-choice` is the question it asks."""
    rows = []
    for speaker in speakers:
        said = how_often(speaker)
        about = " · ".join(part for part in (", ".join(some_roles(speaker.roles)), said) if part)
        if _matches(matching, speaker.name, *speaker.aliases, *speaker.roles, about):
            question = _esc(f"What did {speaker.name} say?")
            button = f'<button type="button" data-choice="{question}">{_esc(speaker.name)}</button>'
            rows.append(f"<li>{button}<span>{_esc(about)}</span></li>")
    return _list(rows, "speaker", matching)


def report_html(
    indexed: Sequence[ArticleSummary], unchanged: int, notes: Sequence[str], failures: Sequence[str]
) -> str:
    """Return what came of adding files: links to those that are in, what to know of them (as HTML), and which
    are not in and why."""
    done = [f"{counted(len(indexed), 'article')} indexed"]
    if unchanged:
        done.append(f"{unchanged} already there")
    links = " · ".join(map(_link, indexed[:MOST_ADDED])) + (" …" if len(indexed) > MOST_ADDED else "")
    added = f'<p class="added">{links}</p>' if links else ""
    noted = f'<ul class="notes">{"".join(f"<li>{note}</li>" for note in notes)}</ul>' if notes else ""
    failed = "".join(f"<li>{_esc(message)}</li>" for message in failures)
    trouble = f'<ul class="failures">{failed}</ul>' if failed else ""
    return f'<p role="status">{", ".join(done)}.</p>{added}{noted}{trouble}'


def replaced_html(article: ArticleSummary) -> str:
    """Return the note on an upload that took the place of an earlier one."""
    return f"{_file(article)} is a new version: it took the place of the one before."


def beside_html(article: ArticleSummary, other: ArticleSummary) -> str:
    """Return the note on an upload whose name another article has, and the button to replace that."""
    again = (
        ""
        if is_upload(other.origin)
        else " The old one was read from a folder, and comes back when that is read again."
    )
    return (
        f"{_file(other)} is already here with other words, as {_link(other)}. "
        f"The new one is kept as a second article, {_link(article)}.{again} "
        f'<button type="button" data-choice="{_esc(article.id)}">Replace the old one</button>'
    )


def message_html(words: str) -> str:
    """Return one sentence for the place of an article that could not be opened."""
    return f'<p class="empty" role="alert">{_esc(words)}</p>'


def empty_html(words: str) -> str:
    """Return what stands where nothing has been opened or listed yet."""
    return f'<p class="empty">{_esc(words)}</p>'


def _link(article: ArticleSummary) -> str:
    return f'<a href="#article-{percent(article.id, safe="")}">{_esc(article.title or article.id)}</a>'


def _file(article: ArticleSummary) -> str:
    return _esc(Path(article.origin).name)


def _head(article: Article, proof: str) -> str:
    known = [article.source, day(article.published), article.author and f"by {article.author}"]
    about = " · ".join(_esc(part) for part in known if part)
    if article.url and re.match(r"https?://", article.url):
        link = f'<a href="{_esc(article.url)}" target="_blank" rel="noopener noreferrer">Original page</a>'
        about = " · ".join(part for part in (about, link) if part)
    title = _esc(article.title or article.id)
    return f'<header><h2>{title}</h2><p class="about">{about}</p>{proof}</header>'


def _repeats_title(article: Article, span: Span, layers: dict[str, list[Span]]) -> bool:
    """Whether a paragraph is the title again, as it stands in the head, and nothing in it is to be shown."""
    if any(overlap([span], spans) for spans in layers.values()):
        return False
    return article.text[slice(*span)].split() == article.title.split()


def _paragraph(text: str, start: int, end: int, layers: dict[str, list[Span]]) -> str:
    """Cut a paragraph at each layer's edges; each cut gets the tags of the layers that cover it."""
    edges = {start, end}
    for spans in layers.values():
        edges.update(edge for span in spans for edge in span if start < edge < end)
    cuts = sorted(edges)
    return "".join(_cut(text, cut, layers) for cut in zip(cuts, cuts[1:]))


def _cut(text: str, cut: Span, layers: dict[str, list[Span]]) -> str:
    on = [
        name
        for name, spans in layers.items()
        if any(start <= cut[0] and cut[1] <= end for start, end in spans)
    ]
    words = _esc(text[slice(*cut)])
    inner = [name for name in on if name != "cited"]
    if inner:
        words = f'<span class="{" ".join(inner)}">{words}</span>'
    return f'<mark class="cited">{words}</mark>' if "cited" in on else words


def _role(article: Article, statement: Statement) -> str:
    return f", {_words(article.text, statement.role)}" if statement.role else ""


def _chain(text: str, statement: Statement) -> str:
    """Return "“the diplomat” ← “Pankin” (why)": the steps from the words used to the name."""
    assert statement.mention
    steps = [f"“{_words(text, statement.mention)}”"]
    for link in statement.chain:
        why = f" ({_esc(link.reason)})" if link.reason else ""
        if link.mention == statement.mention:
            steps[-1] += why
        else:
            steps.append(f"“{_words(text, link.mention)}”{why}")
    return " ← ".join(steps)


def _words(text: str, span: Span) -> str:
    return _esc(" ".join(text[slice(*span)].split()))


def _matches(matching: str, *fields: str) -> bool:
    return all(word in " ".join(fields).casefold() for word in matching.casefold().split())


def _list(rows: list[str], noun: str, matching: str) -> str:
    if not rows:
        none = f"No {noun} matches “{_esc(matching.strip())}”." if matching.strip() else f"No {noun}s yet."
        return f'<p class="empty">{none}</p>'
    more = len(rows) - LONGEST_LIST
    rest = f'<p class="empty">and {more} more: narrow the list above.</p>' if more > 0 else ""
    return f'<ul class="list">{"".join(rows[:LONGEST_LIST])}</ul>{rest}'
