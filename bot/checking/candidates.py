"""Which statements a quotation may come from, through the lexical index and never by a scan."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.checking.words import is_content, is_number
from index.types import Passage, Statement

if TYPE_CHECKING:
    from index.store import Store

ALL_WORDS = 25  # statements fetched that hold every telling word of a quotation
SOME_WORDS = 12  # and of those that hold some of them, the nearest
RAREST = 6  # words looked for in the second case: more cost time and find nothing else
_TWO_OF = 4  # from so many words on two must be there: thousands of statements that hold one are not ranked
MOST_WORDS = 24  # of a quotation that all must be there; a longer one is found by these


@dataclass(frozen=True, slots=True)
class Candidates:
    """Looks for statements and passages by words; to be made anew when the store has changed."""

    store: "Store"
    _ids: dict[tuple[str, ...], list[str]] = field(default_factory=dict, init=False)

    def holding_all(self, forms: Sequence[str], *, speakers: tuple[str, ...] = ()) -> list[Statement]:
        """Return statements, only those by `speakers` where given, that hold all telling words; of a
        quotation without any, all its words."""
        return self._statements(_all_of(forms), ALL_WORDS, speakers)

    def passages_holding_all(self, forms: Sequence[str]) -> list[Passage]:
        """Return passages that hold all telling words."""
        query = _all_of(forms)
        found = self.store.lexical(query, kind="passage", limit=ALL_WORDS) if query else []
        return self.store.passages_by_id([id_ for id_, _ in found])

    def holding_some(self, forms: Sequence[str], *, speakers: tuple[str, ...] = ()) -> list[Statement]:
        """Return the statements, only those by `speakers` where given, that share most telling words."""
        return self._statements(_some_of(forms), SOME_WORDS, speakers)

    def _statements(self, query: str, limit: int, speakers: tuple[str, ...] = ()) -> list[Statement]:
        if not query:
            return []
        ids = self._ids_of(speakers) if speakers else None
        found = self.store.lexical(query, kind="statement", ids=ids, limit=limit)
        return self.store.statements_by_id([id_ for id_, _ in found])

    def _ids_of(self, speakers: tuple[str, ...]) -> list[str]:
        if speakers not in self._ids:
            self._ids[speakers] = self.store.ids("statement", speakers=speakers)
        return self._ids[speakers]


def _all_of(forms: Sequence[str]) -> str:
    """Return a query for statements with every telling word."""
    distinct = list(dict.fromkeys(form for form in forms if form[:1].isalnum()))
    telling = [form for form in distinct if is_content(form)]
    return _query(" AND ", sorted(telling or distinct, key=_rarity)[:MOST_WORDS])


def _some_of(forms: Sequence[str]) -> str:
    """Return a query for statements with two of the rarest words, or one where there are few."""
    distinct = list(dict.fromkeys(form for form in forms if form[:1].isalnum()))
    telling = [form for form in distinct if is_content(form)]
    rarest = sorted(telling or distinct, key=_rarity)[:RAREST]
    if len(rarest) < _TWO_OF:
        return _query(" OR ", rarest)
    words = [_quoted(form) for form in rarest]
    pairs = (f"({word} AND ({' OR '.join(words[n:])}))" for n, word in enumerate(words[:-1], 1))
    return f"content : ({' OR '.join(pairs)})"


def _rarity(form: str) -> tuple[bool, int]:
    """A guess at how rare a word is that needs no counting: numbers, then long words."""
    return not is_number(form), -len(form)


def _query(operator: str, forms: Sequence[str]) -> str:
    """Return an FTS5 query over what was said, not over its context."""
    return f"content : ({operator.join(_quoted(form) for form in forms)})" if forms else ""


def _quoted(form: str) -> str:
    return '"' + form.replace('"', '""') + '"'
