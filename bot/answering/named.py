"""The names in a question for a fact: which words are names, in what shorter form a text has them, and
which text has another's.
"""

import re
from calendar import month_abbr, month_name
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from index.kinds import COMPANY_NOUNS
from index.lexicon import can_begin_a_name
from index.naming.nobody import looks_like_a_name
from index.naming.personal import is_title, noun, same_person, surname
from index.searching.topic import content_words
from index.types import Article

_MONTHS = frozenset(filter(None, (*month_name, *month_abbr)))
_IN_FULL = re.compile(r"(?<=\s)(?:[A-Z][\w'’-]*\w ){1,2}[A-Z][\w-]*\w")
_NUMBERED = re.compile(r"(?<![\w'’])(?P<name>[A-Z][\w'’-]*) (?P<number>\d+)(?!\w|[.,:]\d)")


def names_in(question: str) -> set[str]:
    """Return the question's words that are names, which nothing near in meaning can stand for."""
    return set(content_words(" ".join(re.findall(r"(?<=\s)[A-Z][\w'’-]*", question))))


def has_one_of(names: Collection[str], article: Article) -> bool:
    """Whether an article has one of the names anywhere, if there are any: Holm, for "Holm's"."""
    there = content_words(f"{article.title}\n{article.text}") if names else ()
    return not names or not _bare(names).isdisjoint(_bare(there))


def _bare(words: Iterable[str]) -> set[str]:
    return {word.removesuffix("'s") for word in words}


def has_another_number(question: str, text: str) -> bool:
    """Whether a text tells of Vega 3, and not of Vega 4 that the question asks about."""
    question, text = question.replace("’", "'"), text.replace("’", "'")
    for asked in _NUMBERED.finditer(question):
        if asked["name"] not in _MONTHS:
            there = re.findall(rf"(?<!\w){re.escape(asked['name'])} (\d+)(?!\w)", text)
            if there and asked["number"] not in there:
                return True
    return False


@dataclass(frozen=True, slots=True)
class InFull:
    """People whom a question names in full, each with everybody else who bears the surname."""

    people: tuple[tuple[str, frozenset[str]], ...] = ()

    @classmethod
    def of(cls, question: str, known: Mapping[str, Iterable[str]]) -> "InFull":
        """Find them among the names that the articles are known to have, and by how the question has them."""
        asked = {name for name in (*known, *_IN_FULL.findall(question)) if f" {name}" in question}
        asked = set(filter(_is_full, asked))
        full = {name for name in known if " " in name} if asked else set()
        return cls(
            tuple(
                (
                    name,
                    frozenset(n for n in full if surname(n) == surname(name) and not same_person(n, name)),
                )
                for name in sorted(asked)
            )
        )

    def completed(self, text: str, article: Article) -> str:
        """Return a part of an article with the given names of those whom it calls by the surname alone.

        Only where the article has the name in full, and nobody else of that surname.
        """
        whole = f"{article.title}\n{article.text}"
        given = [
            name
            for name, others in self.people
            if re.search(rf"(?<!\w){re.escape(surname(name))}(?!\w)", text)
            and name in whole
            and not any(other in whole for other in others)
            and is_alone(name, whole)
        ]
        return " ".join([text, *given])


def _is_full(name: str) -> bool:
    return " " in name and looks_like_a_name(name) and noun(surname(name)) not in COMPANY_NOUNS


def is_alone(name: str, text: str) -> bool:
    """Whether a text gives no other first name to the surname; a title before it is none, nor the end of a
    sentence."""
    last = re.escape(surname(name))
    before = set(re.findall(rf"([A-Z][\w'’-]*\w\.?) {last}(?!\w)", text))
    return all(
        word in name or word.endswith(".") or is_title(word) or not can_begin_a_name(word) for word in before
    )
