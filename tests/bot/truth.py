"""Is what an answer in prose shows true to its articles? Read without the gate, or anything of it.

Coarser than the gate on purpose: it looks quotations up in the articles, and their speakers in the index.
"""

import re
from collections.abc import Iterator

from bot.types import Answer, Block
from index.layout import quoted_spans
from index.naming.personal import surname
from index.store import Store
from index.types import Article, Span

_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.IGNORECASE)
_MARKS = "“”\"'‘’«»"


def prose(answer: Answer) -> list[Block]:
    """Return the sentences of a model that the answer shows."""
    return [block for block in answer.blocks if block.cites]


def unverified_quotations(answer: Answer, store: Store) -> list[str]:
    """Return the quotations shown that stand, to the character, in no article that their sentence cites."""
    return [
        words
        for block in prose(answer)
        for words in _quotations(block)
        if not any(list(_places(article, words)) for article in _cited(block, store))
    ]


def wrong_speakers(answer: Answer, store: Store) -> list[str]:
    """Return the sentences shown that do not name whose words they quote or cite.

    "She" is whom the sentence before names.
    """
    wrong, before = [], ""
    for block in prose(answer):
        named = _unquoted(block)
        if _PRONOUN.search(named):
            named = f"{before} {named}"
        owners = [_owners(block, words, store) for words in _quotations(block)]
        if not owners:
            owners = [{citation.speaker} for citation in block.cites if citation.speaker]
        if not all(any(surname(owner) in named for owner in each) for each in owners if each):
            wrong.append(block.lead)
        before = named
    return wrong


def quoted_places(block: Block, store: Store) -> Iterator[tuple[Article, Span]]:
    """Yield where the sentence's quotations stand in the articles it cites."""
    for words in _quotations(block):
        for article in _cited(block, store):
            yield from ((article, span) for span in _places(article, words))


def _owners(block: Block, words: str, store: Store) -> set[str]:
    """Whose statements hold the quotation; several, where it stands several times."""
    return {
        statement.speaker
        for article in _cited(block, store)
        for start, end in _places(article, words)
        for statement in store.statements(article_id=article.id)
        if statement.speaker and statement.start < end and start < statement.end
    }


def _cited(block: Block, store: Store) -> list[Article]:
    ids = dict.fromkeys(citation.article_id for citation in block.cites)
    return [article for id in ids if (article := store.article(id))]


def _quotations(block: Block) -> list[str]:
    """The words in quote marks; those on either side of an ellipsis count each by themselves."""
    quoted = (block.lead[start:end].split("…") for start, end in quoted_spans(block.lead))
    return [words for parts in quoted for part in parts if (words := part.strip(_MARKS + "., "))]


def _unquoted(block: Block) -> str:
    text, at = [], 0
    for start, end in quoted_spans(block.lead):
        text.append(block.lead[at:start])
        at = end
    return " ".join([*text, block.lead[at:]])


def _places(article: Article, words: str) -> Iterator[Span]:
    """Yield where `words` stand, line breaks and indents aside."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return (match.span() for match in re.finditer(pattern, article.text))
