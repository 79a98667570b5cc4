"""How the article's own words for saying follow a name: "said", "told the council", "adding"; or do not."""

import re
from enum import Enum

from bot.checking.words import is_negation, words
from index.layout import sentences
from index.types import Article, Statement

_ADVERB = re.compile(
    r"\w+ly|also|then|later|earlier|once|again|now|still|first|further|even|just|always|often|thus|soon|twice",
    re.IGNORECASE,
)
_PASSIVE = frozenset("was were is are am be been being".split())
_OF_A_DOCUMENT = frozenset("read reads".split())  # no body reads "We are late": its statement does
_NO_VERBS = frozenset("as its his this thus perhaps".split())  # though they end like verbs
_HELPING = frozenset("has had did does will would can could may might must should".split())
_IRREGULAR = frozenset(
    """said told wrote thought found knew saw spoke gave put made took went felt held read sought left met
    kept began shot struck hit let set cut broke drew laid swore understood heard brought fought chose stood
    ran came got""".split()
)
_BASE = frozenset(
    """say tell think believe want see know fear hope argue suggest claim expect note find show report feel
    call oppose support insist plan prefer agree write ask warn predict indicate estimate acknowledge
    reject deny dispute dismiss condemn criticize criticise blame accuse urge demand praise back defend refuse
    have do""".split()
)
ACCORDING = re.compile(r"(?:according to|in the (?:words|opinion|view) of|as per)\b", re.IGNORECASE)
_TELLS = frozenset("tell tells told informed informs reminded reminds assured assures".split())
# Nothing without an object: "expressed his opinion that …", "“…,” Lee made clear".
_TRANSITIVE = frozenset("expressed expresses voiced voices conveyed conveys made makes gave gives".split())
_ENDING = re.compile(r"(?:\s+(?:a|an|the|its|his|her|their))+$|\s*[:,;]+$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s+(?:of|in|on|at|for|to|with|about|by|from|over|as)$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+(?!that\b|whether\b|if\b|how\b)[^.,;:!?“”\"«»„\n]{2,60}?(?=[.,;:!?“”\"«»„\n]|\sthat\b|$)"
)
_OWN = frozenset("his her their its my our your whose".split())
_BEFORE = 2  # words before a cue among which a "not" or "without" turns it
_AVOIDS = frozenset("denied avoided stopped refused instead rather".split())


class Form(Enum):
    """What the article's words for saying are after a name."""

    FINITE = "said"
    PARTICIPLE = "saying"
    BASE = "say"  # of several; of one person it is cut from "did not say" or "may say"
    NOTHING = ""  # no verb, or a passive one: it makes no sentence with the name


def form(article: Article, statement: Statement) -> Form:
    """Tell how the cue of a statement can follow its speaker's name."""
    if statement.cue is None or _is_possessed(article, statement):
        return Form.NOTHING
    verb = _verb(article.text[slice(*statement.cue)])
    if verb in _OF_A_DOCUMENT and statement.speaker:
        return Form.NOTHING
    if verb.endswith("ing"):
        return Form.PARTICIPLE
    if verb in _BASE:
        return Form.BASE
    if verb in _PASSIVE | _NO_VERBS or verb.endswith("ss") or verb.startswith(("'", "’")):
        return Form.NOTHING
    if verb in _HELPING | _IRREGULAR or verb.endswith(("ed", "s")):
        return Form.FINITE
    return Form.NOTHING


def after_name(article: Article, statement: Statement) -> str:
    """Return the words to put after the speaker's name, or nothing where the cue makes no sentence there."""
    shape = form(article, statement)
    if shape is Form.NOTHING or (shape is Form.BASE and _is_one(statement)) or statement.cue is None:
        return ""
    start, end = statement.cue
    cue = " ".join(article.text[start:end].split())
    cue = cue if re.match(r"I\b", cue) else cue[:1].lower() + cue[1:]  # as it stood in a headline
    goes_on = not article.text[end : statement.start].strip() if end <= statement.start else False
    cue = _ENDING.sub("", cue)
    if not goes_on:
        cue = _ENDING.sub("", _PREPOSITION.sub("", cue))
    if cue.split()[-1].lower() in _TELLS | _TRANSITIVE:
        told = _OBJECT.match(article.text, end, _next_piece(article, statement, end))
        if not told or _ENDING.fullmatch(told.group().rstrip()):
            return "" if not goes_on or _is_told(article, statement) else cue
        cue += " " + " ".join(told.group().split())
    return f", {cue}" if shape is Form.PARTICIPLE else f" {cue}"


def says_otherwise(article: Article, statement: Statement) -> bool:
    """Whether the words alone would mislead: "nor did he say that …", "told that …", "without saying"."""
    if statement.cue is None:
        return False
    if form(article, statement) is Form.BASE and _is_one(statement):
        return True
    return _is_told(article, statement) or _is_turned(article, statement)


def _verb(cue: str) -> str:
    found = [word for word in re.findall(r"[\w’']+", cue) if not _ADVERB.fullmatch(word)]
    return found[0].lower() if found else ""


def _is_one(statement: Statement) -> bool:
    return len(statement.speakers) == 1 and statement.source_kind == "person"


def _is_possessed(article: Article, statement: Statement) -> bool:
    """Whether the cue is a noun of the speaker's: "the mayor's claim", "her demand"."""
    if statement.mention is None or statement.cue is None:
        return False
    start, end = statement.mention
    if not end <= statement.cue[0]:
        return False
    between = article.text[end : statement.cue[0]]
    mention = article.text[start:end]
    is_owner = mention.lower() in _OWN or mention.endswith(("'s", "’s", "s'", "s’"))
    return bool(re.match(r"['’]s?\s", between)) or (is_owner and len(between.split()) <= _BEFORE)


def _is_told(article: Article, statement: Statement) -> bool:
    """Whether the speaker is told instead of telling: "Kroll, told that the mayor had thanked her"."""
    assert statement.cue
    cue = article.text[slice(*statement.cue)].split()
    follows = article.text[statement.cue[1] :].lstrip()
    return cue[-1:] != [] and cue[-1].lower() in _TELLS and bool(re.match(r"(?:that|whether|how)\b", follows))


def _is_turned(article: Article, statement: Statement) -> bool:
    """Whether a negation stands right before the cue, outside the speaker's words."""
    assert statement.cue
    at = statement.cue[0]
    first = article.text.rfind("\n", 0, at) + 1
    first = max((start for start, end in sentences(article.text, first, at) if start < at), default=first)
    first = max([first, *(end for _, end in statement.pieces if end <= at)])
    before = article.text[first:at]
    if statement.mention and first <= statement.mention[0] and statement.mention[1] <= at:
        before = article.text[first : statement.mention[0]] + article.text[statement.mention[1] : at]
    before = re.split(r"[,;:–—]", before)[-1]
    return any(is_negation(word.form) or word.form.lower() in _AVOIDS for word in words(before)[-_BEFORE:])


def _next_piece(article: Article, statement: Statement, at: int) -> int:
    return min((start for start, _ in statement.pieces if start >= at), default=len(article.text))
