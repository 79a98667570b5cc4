"""Words that are given to somebody by a pronoun or a description alone, and so may be another's. Pure.

Beside such words the article names nobody: who "he" or "the mayor" is was inferred when it was indexed.
A name beside the words is sure; so is "who" right behind one.
"""

import re
from collections.abc import Iterable, Iterator

from bot.checking.whose import Asked
from index.layout import sentences
from index.linking.carried import CARRIED
from index.naming.gender import Gender, gender_of
from index.naming.personal import surname
from index.resolving.scene import NEAREST
from index.types import Article, Span, Statement

REACH = 1_000  # characters before the words in which whoever is named may be meant

_PARTICLES = frozenset("Le La De Van Von Al El The".split())  # no name by themselves
_RELATIVE = frozenset({"who", "which"})
_GENDERS: dict[str, Gender] = {"he": "male", "his": "male", "she": "female", "her": "female"}
_PRONOUNS = frozenset({*_GENDERS, "they", "it", "i", "we"})


def is_inferred(statement: Statement, article: Article) -> bool:
    """Whether the article names the speaker elsewhere and not beside the words."""
    if statement.speaker is None or statement.mention is None or not statement.chain:
        return False
    called = _called(statement, article)
    named = {part for name in statement.speakers for part in (name.split()[0], surname(name))} - _PARTICLES
    is_named = bool(named & set(re.findall(r"\w[\w’'-]*\w|\w", called)))
    if is_named or called.lower() in _RELATIVE:
        return statement.confidence <= CARRIED and _is_alone(statement)  # the name stands beside other words
    return True


def is_guessed(statement: Statement, article: Article) -> bool:
    """Whether somebody else would have fitted too, and only stood farther off."""
    return statement.confidence <= NEAREST and is_inferred(statement, article)


def may_be(asked: Asked, statement: Statement, article: Article) -> bool:
    """Whether the one asked for may be meant where another was inferred.

    A guess at a pronoun may mean whoever is named near before it, and so may a mention that nothing bears
    out; any other inference only those who are named along with the one inferred, or since.
    """
    if not is_inferred(statement, article):
        return False
    mine = _last_named((*asked.names, asked.words), statement, article)
    theirs = _last_named(statement.speakers, statement, article)
    if mine is None or not _may_be_called(asked, statement, article):
        return False
    is_pronoun = _called(statement, article).lower() in _PRONOUNS
    if theirs is None or _is_alone(statement) or (is_pronoun and is_guessed(statement, article)):
        return True
    along = next(sentences(article.text, min(mine, theirs), statement.start), None)
    return mine > theirs or bool(along and theirs < along[1])


def _may_be_called(asked: Asked, statement: Statement, article: Article) -> bool:
    """Whether the pronoun beside the words may mean them, as far as the article tells he from she."""
    wanted = _GENDERS.get(_called(statement, article).lower())
    told = (gender_of(article.text, name, list(_named(name, article.text))) for name in asked.names)
    known = set(told) - {None}
    return not wanted or not known or wanted in known


def _is_alone(statement: Statement) -> bool:
    """Whether all that leads to the speaker is the mention itself: it stands beside other words, by the same
    speaker as it seems, or nothing else in the article bears out what it calls them."""
    low, high = statement.mention or (0, 0)
    return any(low <= link.mention[0] and link.mention[1] <= high for link in statement.chain)


def _called(statement: Statement, article: Article) -> str:
    return article.text[slice(*statement.mention)].strip(" \n,.:;“”\"'’") if statement.mention else ""


def _last_named(names: Iterable[str], statement: Statement, article: Article) -> int | None:
    """Return where one of the names stands last before the words, within reach."""
    low = max(0, statement.start - REACH)
    before = article.text[low : statement.start]
    return max((low + start for name in names for start, _ in _named(name, before)), default=None)


def _named(name: str, text: str) -> Iterator[Span]:
    """Yield where a text has the last part of a name, which begins with a capital, or else all of it."""
    last = surname(name)
    wanted = last if last[:1].isupper() else name
    return (found.span() for found in re.finditer(rf"(?<![\w-]){re.escape(wanted)}(?![\w-])", text))
