"""What asking and checking read of a store again and again, kept at hand until it changes."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from bot.asking.known import directory
from bot.asking.people import Directory
from bot.checking.candidates import Candidates
from bot.checking.said import Said, speech
from bot.checking.whose import Asked, asked
from index.naming.personal import surname
from index.types import Statement

if TYPE_CHECKING:
    from index.store import Store

_MOST = 64  # articles whose statements are kept at hand


@dataclass
class Library:
    """Articles, their statements and the register, as long as the store does not change.

    Safe to share between threads: what two of them read at once is read twice, and no harm done.
    """

    store: "Store"
    _statements: dict[str, list[Statement]] = field(default_factory=dict, init=False)
    _speeches: dict[str, Said] = field(default_factory=dict, init=False)
    _asked: dict[str, Asked] = field(default_factory=dict, init=False)

    @cached_property
    def people(self) -> Directory:
        """Everybody the articles quote or mention."""
        return directory(self.store)

    @cached_property
    def latest(self) -> date:
        """The day of the newest article, from which "last week" counts back; today where none has a day."""
        days = [day for article in self.store.articles() if (day := article.published)]
        return max(days, default=date.today())

    @cached_property
    def bearers(self) -> dict[str, set[str]]:
        """All full names by surname, in lower case."""
        found: dict[str, set[str]] = defaultdict(set)
        for names in self.people.written.values():
            for name in names:
                if " " in name:
                    found[surname(name).casefold()].add(name)
        return found

    def asked(self, words: str) -> Asked:
        """Look up the person a claim names."""
        if words not in self._asked:
            self._asked[words] = asked(words, self.people, self.bearers)
        return self._asked[words]

    @cached_property
    def candidates(self) -> Candidates:
        """The way into the lexical index."""
        return Candidates(self.store)

    @property
    def is_current(self) -> bool:
        """Whether the store still holds what it held when the register was read."""
        return self.people.written is self.store.known_names()

    def statements(self, article_id: str) -> list[Statement]:
        """Return the statements of an article, in order."""
        found = self._statements.get(article_id)
        if found is None:
            if len(self._statements) >= _MOST:
                self._statements.clear()
                self._speeches.clear()
            found = self._statements[article_id] = self.store.statements(article_id=article_id)
        return found

    def alone(self, statement: Statement) -> Said:
        """Return a statement's words, without what its speaker says before and after it."""
        return speech(self.store.article_of(statement), (), statement)

    def speech(self, statement: Statement) -> Said:
        """Return the speech that a statement is part of."""
        said = self._speeches.get(statement.id)
        if said is None:
            among = self.statements(statement.article_id)
            said = speech(self.store.article_of(statement), among, statement)
            self._speeches |= {part.id: said for part in said.statements}
        return said
