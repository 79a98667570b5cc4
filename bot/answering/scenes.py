"""Which statements were made on an occasion: "at the debate", "when he lost the election".

The text may tell it of a statement itself: "he told a conference", "in an interview with RT". Or a whole
article tells of it, in its title and first paragraph; that is believed only where few articles could be
meant, since of "the convention" a hundred may speak that were not written there.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.setting import occasion, told
from index.layout import sentence_at
from index.search import any_of, weighed
from index.searching.topic import STOP_WORDS, Term, content_words, coverage, share_by_stem, stem
from index.searching.turns import is_turn
from index.types import Article, Statement

if TYPE_CHECKING:
    import numpy as np

    from index.store import Store

TOLD = 0.49  # the share of an occasion's words from which the beginning of an article tells of it
SET = 0.6  # the same for the few words that tell when and where a statement was made
COMMON = 80  # statements and passages with a word, from which it tells no single occasion
FEW = 3  # articles that tell of an occasion, up to which the nearest is taken for the one that is meant
ARTICLES = 300  # that have a word of an occasion
NEAREST = 60  # of these, whose statements are looked at one by one

# "On election night" is told as "Sunday's election … half past ten".
_FORM = re.compile(
    r"\b(?:night|evening|morning|afternoon|day|eve|time|moment|occasion|wake|aftermath)\b", re.IGNORECASE
)

_TOLD_TO = re.compile(
    r"(?:told|tells|telling|address\w+)\s[^.,;:“”\"«»\n]{0,80}?(?=\sthat\b|\s?[.,;:“”\"«»\n])"
)
_AFTER = re.compile(r"\b(?:after|following|in the (?:wake|aftermath) of)\b", re.IGNORECASE)
_INTERVIEW = stem("interview")
_VAGUE = frozenset(map(stem, ("meeting", "session", "event", "gathering")))  # beside a word that says which


@dataclass(frozen=True, slots=True)
class Scene:
    """What was said on an occasion, in the order of the text; `title` of the article taken for it, if one."""

    statements: tuple[Statement, ...] = ()
    title: str = ""


def on_occasion(
    store: "Store",
    vector: "np.ndarray",
    words: str,
    speakers: Collection[str],
    fits: Callable[[Statement], bool],
) -> Scene:
    """Return what the speakers said on an occasion; `vector` is that of `words`.

    No speakers are all who have a name. A statement that does not fit (the time asked for) is not looked at.
    """
    wanted = _terms(store, words, speakers)
    said: dict[str, list[Statement]] = {}
    for article_id in _telling(store, wanted, speakers):
        whose: Iterable[str | None] = speakers or (None,)
        theirs = (s for name in whose for s in store.statements(speaker=name, article_id=article_id))
        said[article_id] = [s for s in dict.fromkeys(theirs) if s.speaker and fits(s)]
    near = [s for article_id in list(said)[:NEAREST] for s in said[article_id]]
    set_then = [s for s in near if _is_set(words, wanted, store.article_of(s), s)]
    places = {s.article_id: {t.id for t in set_then if t.article_id == s.article_id} for s in set_then}
    told_of = _in_an_article(store, vector, wanted, [s for statements in said.values() for s in statements])
    if told_of.statements and not places.keys() - {told_of.statements[0].article_id}:
        return told_of
    more = [s for article_id, ids in places.items() for s in carried_on(store, article_id, ids)]
    return Scene(tuple(sorted([*set_then, *more], key=lambda s: (s.article_id, s.start))))


def _in_an_article(
    store: "Store", vector: "np.ndarray", wanted: tuple[Term, ...], said: Sequence[Statement]
) -> Scene:
    """What was said in the one article that tells of an occasion, if no more than a few do.

    A word that many use tells no occasion: "the convention", in a year full of it. A printed interview does.
    """
    frequencies = store.document_frequencies()
    if min((frequencies.get(term.stem, 0) for term in wanted), default=0) > COMMON:
        said = [s for s in said if is_turn(store.article_of(s).text, s)]
    leads = {s.article_id: _lead_share(wanted, store.article_of(s), s) for s in said}
    telling = [article_id for article_id, share in leads.items() if share >= TOLD]
    if not 0 < len(telling) <= FEW:
        return Scene()
    near = {article_id: leads[article_id] + _nearness(store, vector, article_id) for article_id in telling}
    best = max(telling, key=lambda article_id: (near[article_id], article_id))
    article = store.article(best)
    return Scene(tuple(s for s in said if s.article_id == best), article.title if article else "")


def _is_set(words: str, wanted: tuple[Term, ...], article: Article, statement: Statement) -> bool:
    """Whether the text tells the occasion of the statement itself: "he told a conference that …"."""
    spans = [occasion(article, statement), statement.cue]
    if statement.cue:
        told = _TOLD_TO.match(article.text, statement.cue[0])
        spans.append(told.span() if told else None)
    after = bool(_AFTER.match(words))
    for span in filter(None, spans):
        phrase = article.text[slice(*span)]
        if share_by_stem(wanted, content_words(phrase)) and bool(_AFTER.search(phrase)) == after:
            # "after talks with the French president, Emmanuel Macron": the sentence tells more of it.
            around = article.text[slice(*(sentence_at(article.text, span[0]) or span))]
            if coverage(wanted, content_words(around)).near >= SET:
                return True
    return False


def carried_on(store: "Store", article_id: str, chosen: set[str]) -> list[Statement]:
    """Return what the speakers went on to say, before anybody else spoke or another occasion is told."""
    statements = store.statements(article_id=article_id)
    article = store.article(article_id)
    more: list[Statement] = []
    for last, statement in zip(statements, statements[1:]):
        goes_on = last.id in chosen and statement.id not in chosen and statement.speakers == last.speakers
        if (
            article
            and goes_on
            and occasion(article, statement) in (None, occasion(article, last))
            and told(article, statement) in (None, told(article, last))
        ):
            chosen = chosen | {statement.id}
            more.append(statement)
    return more


def _terms(store: "Store", words: str, speakers: Collection[str]) -> tuple[Term, ...]:
    """Return the words that tell the occasion: not the speaker's name, nor that it was a night."""
    names = {name.lower() for speaker in speakers for name in speaker.split()}
    found = weighed(store, _FORM.sub(" ", words))
    kept = tuple(term for term in found if term.word not in STOP_WORDS and term.word not in names)
    telling = tuple(term for term in kept if term.stem not in _VAGUE)
    return telling or kept


def _telling(store: "Store", wanted: tuple[Term, ...], speakers: Collection[str]) -> list[str]:
    """Return the articles that have a word of the occasion at all, the nearest first."""
    found = store.lexical(any_of(wanted), kind="passage", limit=4 * ARTICLES) if wanted else []
    passages = {p.id: p for p in store.passages_by_id([id_ for id_, _ in found])}
    telling = [passages[id_].article_id for id_, _ in found]
    if any(term.stem == _INTERVIEW for term in wanted):
        telling += [s.article_id for name in speakers for s in store.statements(speaker=name) if s.mention]
    return list(dict.fromkeys(telling))[:ARTICLES]


def _lead_share(wanted: tuple[Term, ...], article: Article, statement: Statement) -> float:
    """Return how much of the occasion an article's title and first paragraph tell."""
    lead = article.text.partition("\n")[0]
    form = "interview" if is_turn(article.text, statement) else ""
    covered = coverage(wanted, content_words(f"{article.title} {lead} {form}"))
    return covered.near if covered.exact else 0.0


def _nearness(store: "Store", vector: "np.ndarray", article_id: str) -> float:
    ids = store.ids("passage", articles=[article_id])
    return max((cosine for _, cosine in store.dense(vector, kind="passage", ids=ids, limit=1)), default=0.0)
