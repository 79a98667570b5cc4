"""The sample articles with the statements a careful reader would list, as a store: what checking and
answering are tested on, whatever the models make of the same articles."""

import json
from pathlib import Path

from bot.intake import take_in
from index.encoder import load_encoder
from index.layout import paragraphs, quoted_spans
from index.readers import read
from index.store import Store
from index.types import Article, Indexed, Mention, Passage, Span, Statement

ROOT = Path(__file__).parents[2]


def gold_articles() -> dict[str, Article]:
    """Return the sample articles by id."""
    return {item.id: item for item in read(ROOT / "seeds") if isinstance(item, Article)}


def gold_statements(article: Article) -> list[Statement]:
    """Return the statements listed by hand for an article, in order."""
    lines = (ROOT / "tests" / "data" / "statements.jsonl").read_text("utf-8").splitlines()
    listed = [gold for gold in map(json.loads, lines) if gold["article"] == article.id]
    return sorted((_statement(article, gold) for gold in listed), key=lambda s: s.start)


def make_gold_store(folder: Path) -> None:
    """Fill a new store in `folder` and close it again."""
    with Store.open(folder, load_encoder()) as store:
        store.put_many([_indexed(article) for article in gold_articles().values()])


def make_seeds_store(folder: Path) -> None:
    """Index the sample articles into a new store in `folder`, as a user would, and close it again."""
    with Store.open(folder, load_encoder()) as store:
        assert not take_in(store, [ROOT / "seeds"]).failures


def _indexed(article: Article) -> Indexed:
    statements = tuple(gold_statements(article))
    passages = [Passage(f"{article.id}:p{s}", article.id, s, e) for s, e in paragraphs(article.text)]
    speakers = {statement.speaker for statement in statements if statement.speaker}
    mentions = [
        Mention(name, article.id, at, at + len(name))
        for name in sorted(speakers)
        if (at := article.text.find(name)) >= 0
    ]
    return Indexed(article, "by hand", statements, tuple(passages), tuple(mentions), ())


def _statement(article: Article, gold: dict) -> Statement:
    start = article.text.index(gold["quote"])
    end = start + len(gold["quote"])
    place = next(span for span in paragraphs(article.text) if span[0] <= start < span[1])
    mention, cue = (_nearest(article.text, gold[key], place, start) for key in ("mention", "cue"))
    quoted = [span for span in quoted_spans(article.text) if start <= span[0] and span[1] <= end]
    whole = gold["kind"] != "direct" or not quoted or quoted[0][0] != start
    return Statement(
        id=f"{article.id}:{start}",
        article_id=article.id,
        start=start,
        end=end,
        kind=gold["kind"],
        pieces=((start, end),) if whole else tuple(quoted),
        speaker=gold["speaker"],
        source_kind="person" if gold["speaker"] else "unnamed",
        mention=mention,
        cue=cue,
        role=_role(article.text, mention, gold["speaker"]),
        chain=(),
        confidence=0.9,
    )


def _nearest(text: str, words: str | None, place: Span, start: int) -> Span | None:
    """Return where `words` stand in the paragraph, nearest to the statement's start."""
    found, at = [], text.find(words, *place) if words else -1
    while words and at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1, place[1])
    return min(found, key=lambda span: abs(span[0] - start), default=None)


def _role(text: str, mention: Span | None, speaker: str | None) -> Span | None:
    """Return what a mention calls the speaker beside the name: "Mayor", "the harbour master"."""
    if not mention or not speaker:
        return None
    start, end = mention
    named = min((at for name in speaker.split() if (at := text.find(name, start, end)) >= 0), default=end)
    return (
        (start, named)
        if named > start and text[start:named].strip().lower() not in ("", "he", "she")
        else None
    )
