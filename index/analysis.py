"""Article → all that is known of it: the stages in a row, and a version that says when they changed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from index.captions import captions
from index.errors import ModelError
from index.language import is_english
from index.linking.drafts import Draft
from index.linking.posts import posts
from index.linking.transcripts import transcript
from index.naming.entities import entities
from index.naming.misnamed import without_misnamed
from index.naming.names import people
from index.naming.organisations import organisations
from index.passages import passages
from index.speakers import attribute
from index.statements import link
from index.tagger import WEIGHTS, TaggedSpan, Tagger
from index.types import Article, Indexed, Mention, Span

STAGES = "40"  # raise it when a stage's result changes: every article is then analysed anew
VERSION = f"{STAGES}-{hashlib.sha256((WEIGHTS / 'sha256.json').read_bytes()).hexdigest()[:12]}"
NOT_ENGLISH = "not English: indexed as passages, no statements were sought"
FAULT = "indexed as passages alone, since reading its statements failed"


@dataclass(slots=True)
class Analyser:
    """Runs the stages; loads the models at the first article, not before.

    Raises `ModelError` where one is missing or damaged.
    """

    tagger: Tagger | None = None

    def __call__(self, article: Article, fingerprint: str) -> Indexed:
        """Return the statements, passages and names of an article; or passages alone and a note why."""
        text, note = article.text, NOT_ENGLISH
        not_prose = captions(text)
        if is_english(text):
            self.tagger = self.tagger or Tagger()
            try:
                return _understood(article, fingerprint, self.tagger.tag(text), not_prose)
            except (ModelError, MemoryError):  # nothing about the article: the next run may fare better
                raise
            except Exception as error:  # a fault of ours must not cost the user the article
                note = f"{FAULT} ({type(error).__name__}: {error})"
        return Indexed(article, fingerprint, (), passages(article.id, text, (), not_prose), (), (), note)


def _understood(
    article: Article, fingerprint: str, tagged: Sequence[TaggedSpan], not_prose: Sequence[Span]
) -> Indexed:
    text = article.text
    drafts = _drafts(text, tagged, not_prose)
    found = entities(text)
    everyone = people(text, found, [d.mention for d in drafts if d.mention])
    everyone, found = without_misnamed(text, everyone, found)
    firms = organisations(text, found, everyone)
    statements = attribute(article, drafts, everyone, firms)
    return Indexed(
        article=article,
        fingerprint=fingerprint,
        statements=statements,
        passages=passages(article.id, text, statements, not_prose),
        mentions=tuple(Mention(p.name, article.id, *span) for p in everyone for span in p.spans),
        aliases=(
            *((p.name, alias) for p in everyone for alias in p.aliases),
            *((o.name, alias) for o in firms for alias in o.aliases),
        ),
    )


def _drafts(text: str, tagged: Sequence[TaggedSpan], not_prose: Sequence[Span]) -> list[Draft]:
    """The statements of prose, the turns of a conversation, and the posts shown between paragraphs.

    What frames an interview tells of it; of that only quotations are statements.
    """
    turns, spoken = transcript(text, not_prose)
    signed = posts(text)
    aside = [*not_prose, *spoken, *((post.start, post.mention[1]) for post in signed if post.mention)]
    prose = [draft for draft in link(text, tagged, aside) if not turns or draft.kind != "indirect"]
    return sorted([*turns, *signed, *prose], key=lambda d: (d.start, -d.end))
