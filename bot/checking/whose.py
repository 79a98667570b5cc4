"""Whether a statement is by the person whom a claim names. Pure; no guess where names do not tell."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from bot.asking.people import Directory
from bot.asking.roles import usual
from bot.checking.attribution import are_people
from bot.prompts import listed
from index.kinds import COMPANY_NOUNS, DOCUMENT_NOUNS, ORGANISATION_NOUNS
from index.layout import paragraph_at
from index.lexicon import ROLE_KIN, TITLES, is_person_noun
from index.naming.personal import surname, unowned
from index.phrases import core_of
from index.types import Article, Statement

Whose = Literal["theirs", "perhaps", "unknown", "another's"]
THEIRS: tuple[Whose, ...] = ("theirs", "perhaps")
_SUREST: tuple[Whose, ...] = get_args(Whose)

# What a careless copy leaves in front of a name: "At Trump", "If Hillary".
_IN_FRONT = frozenset(
    """the a an if at to in on as but and when while after before for from by with so then also yet mr mrs
    ms""".split()
)
_BODIES = ORGANISATION_NOUNS | frozenset(
    """county city town district borough village consortium cooperative lines line airlines railway society
    trust inc corp ltd llc gmbh plc works services partners project initiative forum chamber region province
    republic republicans democrats industries motors energy airways brothers sons""".split()
)
# Words that a description may have without the article's calling anybody so.
_LOOSE = re.compile(
    r"\b(?:outgoing|incoming|retiring|veteran|long-?time|embattled|popular|newly elected|re-elected"
    r"|\d+-year-old) "
)
_LINKS = frozenset(("of", "in", "for", "at", "from"))
OUTNUMBERS = 3  # a bare surname is hers whose full name the article has so many times more often
_BESIDE = 30  # characters on either side of a cue
_PARTED = re.compile(r"['’]s?\s|,|\b(?:of|for|from|at|with|in|by|on|to|about|against)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The person a claim names: the words it uses, and the names of the register they may stand for."""

    words: str
    names: tuple[str, ...]
    namesakes: tuple[str, ...]  # other people of that surname, by their full names
    quoted: frozenset[str]  # those of them who are quoted somewhere
    tokens: frozenset[str]
    represented: bool  # the words may name a body that others speak for: "Jefferson County"
    role: str = ""  # what a description that names nobody we know calls them: "the outgoing mayor"
    holders: frozenset[str] = frozenset()  # whom some article calls so


def asked(words: str, directory: Directory, bearers: Mapping[str, Collection[str]]) -> Asked:
    """Look up the person a claim names, by name, surname, role or a misspelling of them.

    `bearers` are all full names by surname, in lower case.
    """
    words = " ".join(words.split())
    anybody = words.lower().startswith(("a ", "an ", "one "))  # "an official" is nobody in particular
    while " " in words and words.split()[0].lower() in _IN_FRONT - {"the"}:
        words = words.split(maxsplit=1)[1]
    tokens = [token for token in _tokens(words) if token not in _IN_FRONT]
    telling = [token for token in tokens if token not in TITLES] or tokens
    role = _role(words)
    known = () if anybody and role else directory.look_up(words)
    bare = words.removeprefix("the ").removeprefix("The ")
    if not known and bare.isupper():  # the WHO
        known = directory.look_up(bare, given=True)
    role = "" if known else role
    if role and not anybody and (plainer := _LOOSE.sub("", words)) != words:
        known = directory.look_up(plainer)
    names = _by_title(directory, known, [token for token in tokens if token in TITLES])
    acronym = any(len(word) > 1 and word.isupper() for word in words.split())
    represented = acronym or any(token in _BODIES for token in telling)
    theirs = {words, *names}
    full = {name for one in theirs for name in bearers.get(surname(one).casefold(), ())}
    namesakes = {name for name in full if not any(_are_nested(name, one) for one in theirs)}
    quoted = frozenset(name for name in namesakes if directory.speaks(name))
    return Asked(
        words,
        names,
        tuple(sorted(namesakes)),
        quoted,
        frozenset(telling),
        represented,
        role,
        _holders(directory, role),
    )


def whose(asked: Asked, statement: Statement, article: Article) -> Whose:
    """Whether the statement is by the person asked for.

    "perhaps": several people fit the name, or only a surname stands there. "unknown": the article
    does not tell who speaks, or which of two.
    """
    if set(statement.speakers) & set(asked.names):
        return "theirs" if len(asked.names) == 1 and not asked.role else "perhaps"
    if asked.represented and asked.tokens <= set(_tokens(_described(statement, article))):
        return "theirs"
    if asked.role and _is_so_described(asked, statement, article):
        return "perhaps"
    if statement.speaker is None:
        by = _named_beside(asked, statement, article)
        return "perhaps" if by == "unknown" and _is_called_alike(asked, statement, article) else by
    if _is_another_bearer(asked, statement, article):
        return "perhaps"
    return min((_same_name(asked, name, article) for name in statement.speakers), key=_SUREST.index)


def named(asked: Asked | None, statement: Statement, article: Article, by: Whose) -> str | None:
    """Return who said it: the register's name; of several who say it together the one asked for. A claim may
    name the body somebody speaks for; then also what the article says of them: "Ann Lee, chairwoman of Hill
    County"."""
    everybody = listed(statement.speakers) or None
    if not asked:
        return everybody
    theirs = [name for name in statement.speakers if name in asked.names or asked.tokens & set(_tokens(name))]
    speaker = theirs[0] if theirs else everybody
    described = _described(statement, article)
    if asked.represented and asked.tokens <= set(_tokens(described)):
        role = " ".join(article.text[slice(*statement.role)].split()) if statement.role else described
        return role if not speaker or speaker in role else f"{speaker}, {role}"
    words = set(_tokens(speaker or ""))
    is_fuller = asked.tokens <= words or (len(words) > 1 and words <= asked.tokens)
    if by not in THEIRS:
        return everybody
    if speaker and (is_fuller or asked.role):
        return speaker
    if not speaker and (asked.role or (statement.mention and not _is_named(asked, described))):
        return None  # "the official" is nobody of the register
    return asked.names[0] if asked.names else asked.words


def _is_named(asked: Asked, words: str) -> bool:
    names = {surname(name).casefold() for name in (*asked.names, asked.words)}
    return bool(names & set(_tokens(words)))


def _described(statement: Statement, article: Article) -> str:
    """Return what the article calls the source beside the words."""
    spans = [span for span in (statement.mention, statement.role) if span]
    return " ".join(" ".join(article.text[slice(*span)].split()) for span in spans).strip(" ,")


def _role(words: str) -> str:
    """Return the noun by which a description calls somebody, or nothing where the words are a name."""
    noun = core_of(words)[1]
    is_role = is_person_noun(noun) or noun in ORGANISATION_NOUNS | COMPANY_NOUNS | DOCUMENT_NOUNS
    return noun if is_role and words.split()[-1].islower() else ""


def _holders(directory: Directory, role: str) -> frozenset[str]:
    return frozenset(s.name for s in directory.speakers if role and role in _tokens(" ".join(s.roles)))


def _is_so_described(asked: Asked, statement: Statement, article: Article) -> bool:
    """Whether the article calls the source by the same noun, or one of its kin, or by a company's name."""
    if asked.role in COMPANY_NOUNS and statement.source_kind == "organisation":
        return True
    if set(statement.speakers) & asked.holders:
        return True
    kin = {usual(noun) for noun in ROLE_KIN.get(asked.role, frozenset()) | {asked.role}}
    return bool(kin & set(_tokens(usual(_described(statement, article)))))


def _is_another_bearer(asked: Asked, statement: Statement, article: Article) -> bool:
    """Whether the article says only "Cheney", means the one asked for by what else it says, and the
    register took that for a better-known Cheney, whom the article never names."""
    assert statement.speaker
    mention = article.text[slice(*statement.mention)] if statement.mention else ""
    is_bare = _tokens(mention) == [surname(asked.words).casefold()]
    return is_bare and asked.words in article.text and statement.speaker not in article.text


def _same_name(asked: Asked, speaker: str, article: Article) -> Whose:
    """Compare names that the register does not hold to be one: more names of one person, or a surname."""
    theirs, last = set(_tokens(speaker)) - TITLES, surname(speaker).casefold()
    claimed = set(asked.tokens)
    if not claimed or last not in claimed:
        return "perhaps" if claimed and claimed <= theirs else "another's"  # a first name alone
    if theirs == {last} and claimed != theirs:
        return _bearer(asked, article)
    return "theirs" if claimed <= theirs or theirs <= claimed else "another's"


def _bearer(asked: Asked, article: Article) -> Whose:
    """Where an article says only "Clinton", look which Clinton it names in full, and how often.

    Namesakes who are quoted nowhere leave a doubt, and no more.
    """
    mine = max((article.text.count(name) for name in (*asked.names, asked.words)), default=0)
    others = max((article.text.count(name) for name in asked.namesakes if name in asked.quoted), default=0)
    if mine > OUTNUMBERS * others:
        return "perhaps" if any(name in article.text for name in asked.namesakes) else "theirs"
    if not others:
        return "perhaps"
    return "unknown" if mine else "another's"


def _named_beside(asked: Asked, statement: Statement, article: Article) -> Whose:
    """Look for the name in the mention, or right beside the cue where no mention is known."""
    if statement.mention:
        mention = article.text[slice(*statement.mention)]
        parted = _PARTED.search(mention)
        if parted and parted.group()[0] in "'’":
            return "unknown"  # Lee's lawyer is not Lee
        head = mention[: parted.start()] if parted else mention
        if not asked.tokens or not asked.tokens <= set(_tokens(head)):
            return "unknown"
        return "theirs" if _is_named(asked, head) else "perhaps"
    if statement.cue:
        start, end = statement.cue
        beside = (
            article.text[max(0, start - _BESIDE) : start].split("\n")[-1] + article.text[end : end + _BESIDE]
        )
        names = {token for word in re.findall(r"[A-Z][\w’'-]*", beside) for token in _tokens(word)}
        if asked.tokens and any(surname(name).casefold() in names for name in (*asked.names, asked.words)):
            return "perhaps"
    return "unknown"


def _is_called_alike(asked: Asked, statement: Statement, article: Article) -> bool:
    """Whether an article calls somebody without a name as the claim does, and what it leaves out stands
    beside: officials, of Hill County; state police, in Oregon."""
    if statement.mention is None:
        return False
    mention = article.text[slice(*statement.mention)].strip(' ,.:;"“”')
    noun, around = core_of(asked.words)[1], paragraph_at(article.text, statement.start)
    if not noun or noun != core_of(mention)[1] or not are_people(noun) or around is None:
        return False
    wanted = asked.tokens - set(_tokens(mention)) - _LINKS
    return wanted <= _names_in(article.text[slice(*around)])


def is_placed(asked: Asked, article: Article) -> bool:
    """Whether an article has the names in a description: Hill, of "Hill's governor"."""
    return _names_in(asked.words) - _IN_FRONT <= set(_tokens(f"{article.title} {article.text}"))


def _names_in(text: str) -> set[str]:
    return set(_tokens(" ".join(re.findall(r"[A-Z][\w’'-]*", text))))


def _are_nested(one: str, other: str) -> bool:
    """Whether one name only has more parts than the other: "Alabama Sen. Jeff Sessions"."""
    return set(_tokens(one)) <= set(_tokens(other)) or set(_tokens(other)) <= set(_tokens(one))


def _by_title(directory: Directory, names: tuple[str, ...], titles: list[str]) -> tuple[str, ...]:
    """Of several people with one surname keep those whose role has the title: Councillor Halvorsen."""
    if len(names) < 2 or not titles:
        return names
    roles = {speaker.name: set(_tokens(" ".join(speaker.roles))) for speaker in directory.speakers}
    fitting = tuple(name for name in names if roles.get(name, set()) & set(titles))
    return fitting or names


def _tokens(words: str) -> list[str]:
    return [unowned(token) for token in re.findall(r"\w[\w’'-]*", words.casefold())]
