"""What `--json` prints, a JSON object a line: the shapes that scripts and benchmarks read."""

from typing import TYPE_CHECKING, Any

from index.types import ArticleSummary, Passage, Span, Speaker, Statement

if TYPE_CHECKING:
    from index.register import Correction


def article_record(article: ArticleSummary) -> dict[str, Any]:
    """Return an article without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        "url": article.url,
        "source": article.source,
        "origin": article.origin,
        "characters": article.characters,
        "statements": article.statements,
        "note": article.note,
    }


def statement_record(statement: Statement, text: str) -> dict[str, Any]:
    """Return a statement; `text` is its article's, from which its words, cue and role are taken."""
    mention = statement.mention
    return {
        "id": statement.id,
        "article": statement.article_id,
        "start": statement.start,
        "end": statement.end,
        "kind": statement.kind,
        "presents": statement.presents,
        "text": text[statement.start : statement.end],
        "pieces": [list(piece) for piece in statement.pieces],
        "speaker": statement.speaker,
        "co_speakers": list(statement.speakers[1:]),
        "source_kind": statement.source_kind,
        "mention": list(mention) if mention else None,
        "speaker_start": mention[0] if mention else None,
        "speaker_end": mention[1] if mention else None,
        "role": _words(text, statement.role),
        "cue": _words(text, statement.cue),
        "chain": [
            {
                "start": link.mention[0],
                "end": link.mention[1],
                "text": _words(text, link.mention),
                "reason": link.reason,
            }
            for link in statement.chain
        ],
        "confidence": round(statement.confidence, 4),
    }


def passage_record(passage: Passage, text: str) -> dict[str, Any]:
    """Return a passage; its `kind` tells it from a statement."""
    return {
        "id": passage.id,
        "article": passage.article_id,
        "start": passage.start,
        "end": passage.end,
        "kind": "passage",
        "text": text[passage.start : passage.end],
    }


def hit_record(item: Statement | Passage, text: str, *, score: float) -> dict[str, Any]:
    """Return what a search found, with its score: higher is better."""
    found = statement_record(item, text) if isinstance(item, Statement) else passage_record(item, text)
    return {**found, "score": round(score, 6)}


def speaker_record(speaker: Speaker) -> dict[str, Any]:
    """Return a speaker over all articles."""
    return {
        "name": speaker.name,
        "aliases": list(speaker.aliases),
        "roles": list(speaker.roles),
        "quoted": speaker.quoted,
        "statements": speaker.statements,
        "articles": speaker.articles,
    }


def correction_record(correction: "Correction") -> dict[str, Any]:
    """Return a merge or split of the log; `article` is where alone it applies."""
    return {
        "number": correction.number,
        "made": correction.made,
        "name": correction.name,
        "article": correction.article_id,
        "becomes": correction.becomes,
    }


def _words(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None
