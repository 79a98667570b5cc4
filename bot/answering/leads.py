"""The words before a piece of evidence: who, in what role, when and where, in which article."""

import re

from bot.answering.alone import has_own_verb
from bot.answering.cues import ACCORDING, after_name
from bot.answering.setting import occasion
from bot.asking.described import pronoun_for
from bot.asking.forms import SAY
from bot.labels import label_of
from bot.prompts import listed, phrase
from bot.render import day
from index.lexicon import AUXILIARIES
from index.naming.personal import plain
from index.types import Article, Span, Statement

_INNER = str.maketrans("“”", "‘’")  # a title that quotes stands in marks itself
_DETERMINER = re.compile(r"(?:the|an?|some|one|this|that)\b", re.IGNORECASE)
_ENDS_A_NAME = (
    r"\W*$|[.,;:?!”\"\n]|['’]s?\s"
    rf"|\s(?:{SAY}|{'|'.join(sorted(AUXILIARIES))}|and|or|to|of|in|on|at|for|with|by|from|that|about|as|who|which)\b"
)
_OWNED = re.compile(r"(?:its|his|her|their|my|our)\b", re.IGNORECASE)


class Leads:
    """Introduces evidence within one answer: a role and an article are told once, not every time."""

    def __init__(self) -> None:
        self._introduced: set[str] = set()
        self._placed: set[str] = set()
        self._last = ""  # the article that the last evidence was found in, if nobody said it

    def statement(self, article: Article, statement: Statement, *, whole: bool = False) -> str:
        """Introduce a statement with the article's own cue, unless that cannot follow a name.

        `whole`: its sentence is shown, which tells the cue itself.
        """
        cue = "" if whole else after_name(article, statement)
        setting = ""  # nothing between a verb and its object: "Lee promised, on Monday: to pay"
        if not whole and has_own_verb(article, statement):
            setting = self._setting(article, statement, after=cue or flat(article, statement.cue))
        speaker, source = self._speaker(article, statement), self._source(article)
        if not cue.startswith(" "):
            speaker = speaker.rstrip(",")  # a comma or the end follows
        if not whole and ACCORDING.match(flat(article, statement.cue)):
            return phrase("according_to", speaker=_lower_determiner(speaker), setting=setting, source=source)
        if not cue:
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
        if self._last == article.id:
            return phrase("found_there")
        self._last = article.id
        title = article.title.translate(_INNER)
        return phrase("found_in", title=title, source=self._source(article))

    def _speaker(self, article: Article, statement: Statement) -> str:
        self._last = ""
        first = self._first(article, statement)
        return listed([first, *statement.speakers[1:]]) if statement.speakers[1:] else first

    def _first(self, article: Article, statement: Statement) -> str:
        who = _with_article(article, statement) or _described(article, statement)
        role = label_of(article, statement.role) if statement.role else ""
        if not role or not statement.role or role in who or who in self._introduced:
            return who
        start = statement.role[0]
        if _OWNED.match(" ".join(article.text[max(0, start - 8) : start].split()[-1:])) or _OWNED.match(role):
            return who  # "her daughter": whose, the lead does not tell
        self._introduced.add(who)
        following = article.text[statement.role[1] :].split(maxsplit=1)
        stands_before = following and plain(following[0].strip(".,")) in who.split() and statement.speaker
        if stands_before and (role[:1].isupper() or _DETERMINER.match(role)):
            return phrase("titled", speaker=who, role=role[:1].upper() + role[1:])
        return phrase("in_role", speaker=who, role=_lower_determiner(role))

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
        mention = flat(article, statement.mention)
        if mention and re.match(rf"\w+ {re.escape(mention)}\b", setting, re.IGNORECASE):
            return ""  # "a poll released Sunday", "in a poll released Sunday"
        said, told = after.split(), setting.split()
        shared = max((n for n in range(len(told)) if n and said[-n:] == told[:n]), default=0)
        if shared:  # "noted on" and "on the sidelines of …"
            return " " + " ".join(told[shared:])
        return f", {setting}"


def flat(article: Article, span: Span | None) -> str:
    """Return the characters of a span in one line, or nothing."""
    return " ".join(article.text[slice(*span)].split()).strip(" ,") if span else ""


def _with_article(article: Article, statement: Statement) -> str:
    """Return the speaker's name; an organisation's has "The" where it mostly has it in the article."""
    name = statement.speaker or ""
    if statement.source_kind != "organisation" or not name or _DETERMINER.match(name):
        return name
    if flat(article, statement.mention).lower() == f"the {name.lower()}":
        return f"The {name}"
    # Not before a noun: "the NATO alliance" is not "the NATO".
    placed = re.findall(
        rf"(\bthe )?(?<![\w-]){re.escape(name)}(?={_ENDS_A_NAME})", article.text, re.IGNORECASE
    )
    return f"The {name}" if any(placed) and 2 * sum(map(bool, placed)) >= len(placed) else name


def _described(article: Article, statement: Statement) -> str:
    """Return what the article calls somebody without a name, to begin a sentence."""
    mention = pronoun_for(article, statement) or flat(article, statement.mention)
    if not mention or statement.mention is None:
        return phrase("nobody_named")
    closes = "," in mention and article.text[statement.mention[1] :].startswith(",")
    return mention[:1].upper() + mention[1:] + ("," if closes else "")


def _lower_determiner(words: str) -> str:
    return _lower_first(words) if _DETERMINER.match(words) else words


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
