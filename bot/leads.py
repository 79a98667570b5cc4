"""The words before a piece of evidence: who, in what role, when and where, in which article."""

import re

from bot.prompts import phrase
from bot.render import day
from bot.setting import occasion
from index.types import Article, Span, Statement

_PASSIVE = re.compile(r"(?:was|were|is|are|been|being|has been|have been|had been)\b")
_ACCORDING = re.compile(r"(?:according to|in the (?:words|opinion|view) of|as per)\b", re.IGNORECASE)


class Leads:
    """Introduces evidence within one answer: a role and an article are told once, not every time."""

    def __init__(self) -> None:
        self._introduced: set[str] = set()
        self._placed: set[str] = set()

    def statement(self, article: Article, statement: Statement) -> str:
        """Introduce a statement with the article's own cue, unless that cannot follow a name."""
        cue = flat(article, statement.cue)
        setting = self._setting(article, statement, after=cue)
        speaker, source = self._speaker(article, statement), self._source(article)
        if _ACCORDING.match(cue):
            return phrase("according_to", speaker=speaker, setting=setting, source=source)
        if _PASSIVE.match(cue) or not re.search(r"\w", cue):
            return phrase("by", speaker=speaker, setting=setting, source=source)
        return phrase("said", speaker=speaker, cue=cue, setting=setting, source=source)

    def occasion(self, article: Article, statement: Statement) -> str:
        """Introduce a statement by when and where it was said."""
        setting = flat(article, occasion(article, statement))
        name = "when_said" if setting else "when_untold"
        values = {"setting": _lower_first(setting)} if setting else {}
        return phrase(name, speaker=self._speaker(article, statement), source=self._source(article), **values)

    def passage(self, article: Article) -> str:
        """Introduce words that nobody is given as saying."""
        self._placed.discard(article.id)  # its title is all there is to say
        return phrase("found_in", title=article.title, source=self._source(article))

    def _speaker(self, article: Article, statement: Statement) -> str:
        mention = flat(article, statement.mention)
        who = statement.speaker or mention[:1].upper() + mention[1:] or phrase("nobody_named")
        role = flat(article, statement.role)
        if not role or role in who or who in self._introduced:
            return who
        self._introduced.add(who)
        return phrase("in_role", speaker=who, role=role)

    def _source(self, article: Article) -> str:
        known = [part for part in (article.source, day(article.published)) if part]
        if not known or article.id in self._placed:
            return ""
        self._placed.add(article.id)
        return phrase("from_source", source=", ".join(known))

    def _setting(self, article: Article, statement: Statement, *, after: str) -> str:
        setting = _lower_first(flat(article, occasion(article, statement)))
        if not setting or setting in after:
            return ""
        if after.endswith(f" {setting.split()[0]}"):  # "noted on" and "on the sidelines of …"
            return " " + setting.partition(" ")[2]
        return f", {setting}"


def flat(article: Article, span: Span | None) -> str:
    """Return the characters of a span in one line, or nothing."""
    return " ".join(article.text[slice(*span)].split()).strip(" ,") if span else ""


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
