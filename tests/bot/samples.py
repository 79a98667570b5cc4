"""A small store with known contents: two short articles whose statements are marked up by hand."""

from datetime import date
from pathlib import Path

from index.encoder import load_encoder
from index.store import Store
from index.types import Article, Indexed, Passage, Span, Statement

COUNCIL = Article(
    id="council",
    title="Council argues over the \x1b[31mharbour wall",  # a title that would colour a terminal
    text=(
        "The council met on Tuesday to talk about the harbour wall. It has nine members.\n\n"
        "“We cannot pay for a wall of stone,” said Mayor Ada Brandt. "
        "Jonas Hart, who runs the ferry, replied that the quay had flooded twice in a year."
    ),
    published=date(2026, 1, 29),
    url="https://gazette.example/council",
    source="OnRecord sample",
)
FERRY = Article(
    id="ferry",
    title="Ferry company explains itself",
    text=(
        "The last boat will sail at nine from March.\n\n"
        "“Fuel has become too dear,” Hart said. His sister Mia Hart told the paper she had not been asked."
    ),
    published=date(2026, 2, 12),
)


def span(article: Article, words: str) -> Span:
    """Return where `words` stand in the article, which they must."""
    start = article.text.index(words)
    return start, start + len(words)


def said(article: Article, words: str, *, speaker: str, mention: str, cue: str, kind: str) -> Statement:
    """Return a statement of these words."""
    start, end = span(article, words)
    return Statement(
        id=f"{article.id}:{start}",
        article_id=article.id,
        start=start,
        end=end,
        kind=kind,  # type: ignore[arg-type]
        pieces=((start, end),),
        speaker=speaker,
        source_kind="person",
        mention=span(article, mention),
        cue=span(article, cue),
        role=None,
        chain=(),
        confidence=0.9,
    )


def indexed(article: Article, *statements: Statement, aliases: tuple[tuple[str, str], ...] = ()) -> Indexed:
    """Return what indexing would make of the article, with each paragraph a passage."""
    paragraphs = [span(article, paragraph) for paragraph in article.text.split("\n\n")]
    passages = tuple(Passage(f"{article.id}:p{start}", article.id, start, end) for start, end in paragraphs)
    return Indexed(article, f"by hand {article.id}", statements, passages, (), aliases)


def make_store(folder: Path) -> Path:
    """Fill a new store in `folder` and close it again."""
    with Store.open(folder, load_encoder()) as store:
        store.put_many(
            [
                indexed(
                    COUNCIL,
                    said(
                        COUNCIL,
                        "“We cannot pay for a wall of stone,”",
                        speaker="Ada Brandt",
                        mention="Mayor Ada Brandt",
                        cue="said",
                        kind="direct",
                    ),
                    said(
                        COUNCIL,
                        "the quay had flooded twice in a year",
                        speaker="Jonas Hart",
                        mention="Jonas Hart",
                        cue="replied",
                        kind="indirect",
                    ),
                    aliases=(("Ada Brandt", "Brandt"),),
                ),
                indexed(
                    FERRY,
                    said(
                        FERRY,
                        "“Fuel has become too dear,”",
                        speaker="Jonas Hart",
                        mention="Hart",
                        cue="said",
                        kind="direct",
                    ),
                    said(
                        FERRY,
                        "she had not been asked",
                        speaker="Mia Hart",
                        mention="Mia Hart",
                        cue="told",
                        kind="indirect",
                    ),
                    aliases=(("Jonas Hart", "Hart"), ("Mia Hart", "Hart")),
                ),
            ]
        )
    return folder
