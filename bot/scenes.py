"""Which statements were made on an occasion: "at the debate", "when he lost the election".

An article tells its occasion in its title and its first paragraph, and another one, in passing, in the
paragraph in which somebody speaks. No more than one day is meant: several outlets may report of it.
"""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.setting import occasion, told
from index.search import any_of
from index.topic import STOP_WORDS, Term, content_words, coverage, stem, terms
from index.types import Article, Statement

if TYPE_CHECKING:
    import numpy as np

    from index.store import Store

TOLD = 0.5  # the share of an occasion's words from which an article tells of it
CLOSE = 0.1  # below the best share; the paragraph of one statement may say a little more than the next
ARTICLES = 60  # looked at for one occasion

# "On election night" is told as "Sunday's election … half past ten".
_FORM = re.compile(
    r"\b(?:night|evening|morning|afternoon|day|eve|time|moment|occasion|wake|aftermath)\b", re.IGNORECASE
)

_INTERVIEW = stem("interview")
_VAGUE = frozenset(map(stem, ("meeting", "session", "event", "gathering")))  # beside a word that says which


def on_occasion(
    store: "Store",
    vector: "np.ndarray",
    words: str,
    speakers: Collection[str],
    fits: Callable[[Statement], bool],
) -> list[Statement]:
    """Return what the speakers said on an occasion, in the order of the text; `vector` is that of `words`.

    No speakers are all who have a name. Of several occasions that the articles tell of, it is the one whose
    words come nearest. A statement that does not fit (the time asked for) is none of them.
    """
    wanted = _terms(store, words, speakers)
    shares: dict[Statement, float] = {}
    near: dict[str, float] = {}
    for article_id in _telling(store, wanted, speakers):
        for statement in store.statements(article_id=article_id):
            if (statement.speaker in speakers if speakers else statement.speaker) and fits(statement):
                share = _share(wanted, store.article_of(statement), statement)
                if share >= TOLD:
                    shares[statement] = share
                    near[article_id] = near.get(article_id) or _nearness(store, vector, article_id)
    if not shares:
        return []
    best = max(shares, key=lambda s: (shares[s] + near[s.article_id], s.id))
    day = store.article_of(best).published
    chosen = [
        s
        for s, share in shares.items()
        if share >= shares[best] - CLOSE
        and (s.article_id == best.article_id or _next_to(store.article_of(s).published, day))
    ]
    chosen += _carried_on(store, best.article_id, {s.id for s in chosen})
    return sorted(chosen, key=lambda s: (s.article_id != best.article_id, s.article_id, s.start))


def _carried_on(store: "Store", article_id: str, chosen: set[str]) -> list[Statement]:
    """Return what the speakers went on to say, before anybody else spoke or another occasion is told."""
    statements = store.statements(article_id=article_id)
    article = store.article(article_id)
    more: list[Statement] = []
    for last, statement in zip(statements, statements[1:]):
        goes_on = last.id in chosen and statement.id not in chosen and statement.speaker == last.speaker
        if article and goes_on and occasion(article, statement) is None and told(article, statement) is None:
            chosen = chosen | {statement.id}
            more.append(statement)
    return more


def _terms(store: "Store", words: str, speakers: Collection[str]) -> list[Term]:
    """Return the words that tell the occasion: not the speaker's name, nor that it was a night."""
    names = {name.lower() for speaker in speakers for name in speaker.split()}
    documents = store.count("statement") + store.count("passage")
    found = terms(_FORM.sub(" ", words), store.document_frequencies(), documents)
    kept = [term for term in found if term.word not in STOP_WORDS and term.word not in names]
    telling = [term for term in kept if term.stem not in _VAGUE]
    return telling or kept


def _telling(store: "Store", wanted: Sequence[Term], speakers: Collection[str]) -> list[str]:
    """Return the articles that have a word of the occasion at all, the nearest first."""
    found = store.lexical(any_of(wanted), kind="passage", limit=10 * ARTICLES) if wanted else []
    passages = {p.id: p for p in store.passages_by_id([id_ for id_, _ in found])}
    telling = [passages[id_].article_id for id_, _ in found]
    if any(term.stem == _INTERVIEW for term in wanted):
        telling += [s.article_id for name in speakers for s in store.statements(speaker=name) if s.mention]
    return list(dict.fromkeys(telling))[:ARTICLES]


def _share(wanted: Sequence[Term], article: Article, statement: Statement) -> float:
    """Return how much of the occasion title, first paragraph and the statement's paragraph tell.

    The words of the statement itself do not count: who speaks of the debate need not speak at it.
    """
    text = article.text
    first = text.find("\n")
    start = text.rfind("\n", 0, statement.start) + 1
    end = text.find("\n", statement.end)
    around = text[start : statement.start] + text[statement.end : end if end > 0 else len(text)]
    lead = text[: first if first > 0 else start]
    form = "interview" if _is_answer(text, statement) else ""
    covered = coverage(wanted, content_words(f"{article.title} {lead} {around} {form}"))
    return covered.near if covered.exact else 0.0


def _is_answer(text: str, statement: Statement) -> bool:
    """Whether a statement stands in a printed interview: "Halvorsen: Every week." """
    if statement.mention is None:
        return False
    start, end = statement.mention
    return text[end : end + 1] == ":" and text[start - 1 : start] in ("", "\n")


def _nearness(store: "Store", vector: "np.ndarray", article_id: str) -> float:
    ids = store.ids("passage", articles=[article_id])
    return max((cosine for _, cosine in store.dense(vector, kind="passage", ids=ids, limit=1)), default=0.0)


def _next_to(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= timedelta(days=1)
