"""Whom a description means that is nobody's name: "the transport authority official", "the ten-year-old".

What an article calls a source is spread over it: "a senior official at the transport authority" becomes
"the official", "the finance ministry" is told of before "its spokesman". Here these words are put together;
where two sources could be meant, a description means neither.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.asking.ages import age_in
from bot.asking.roles import ONE_WORD
from index.kinds import DOCUMENT_NOUNS
from index.layout import sentences, sentences_around
from index.lexicon import AUXILIARIES, FEMALE_MARKS, MALE_MARKS, is_person_noun
from index.naming.personal import surname
from index.phrases import core_of
from index.searching.topic import content_words, stem
from index.types import Article, Span, Statement

_PRONOUNS = frozenset("he she it they".split())
_OWNERS = frozenset("its their his her".split())
_POINTING = re.compile(rf"[“\"‘'«]|(?:{'|'.join(sorted(_PRONOUNS | _OWNERS))})\b", re.IGNORECASE)
_RELATIVES = frozenset("who which that".split())
_ARTICLES = frozenset("the a an this its their his her one".split())
_SUBJECT = 8  # words of a sentence in which its subject is looked for
_PEOPLE = re.compile(r"(?:s|men|women|people)$")
_GENDERED = dict.fromkeys(("girl", "woman", "schoolgirl"), MALE_MARKS)
_GENDERED |= dict.fromkeys(("boy", "man", "schoolboy"), FEMALE_MARKS)
_GENDERED |= dict.fromkeys(("child", "kid", "pupil", "student", "person"), frozenset())
_APPOSED = re.compile(r"[A-Z][\w’'-]+, $")
_OF_A_DOCUMENT = re.compile(rf"\s(?:of|in|on|behind|for)\s.*\b(?:{'|'.join(sorted(DOCUMENT_NOUNS))})\W*$")
OWNED = 800  # characters before "his lawyers" in which it is told whose they are
BESIDE = 60  # characters before a name, in which its title stands
_BEFORE_A_NAME = re.compile(r"(?:^|[^\w\s’'-]\s*)(?P<called>(?:[a-z][\w’'-]*\s){1,4})$")


@dataclass(frozen=True, slots=True)
class Description:
    """What is asked for: the noun that says who, all its words by their stems, and an age if one is told."""

    head: str
    words: frozenset[str]
    sought: tuple[str, ...] = ()  # those as they were written, where no other form of them would do
    document: frozenset[str] = frozenset()  # those for what somebody is the author of: of the tide study
    ages: tuple[str, ...] = ()
    many: bool = False  # several people, for whom their association may speak
    named: bool = False  # by a body's own name: "the Coast Service in Holm"
    against: frozenset[str] = frozenset()  # words that a girl, or a boy, is never called by


def described(words: str) -> Description:
    """Read a description: "the transport authority official"."""
    ages, rest = age_in(words)
    noun = core_of(rest)[1]
    if ages and noun in _GENDERED:
        rest = rest.replace(noun, " ")  # "the ten-year-old girl" is called a daughter, or nothing at all
    stems = _stems(rest) - _ARTICLES
    if not stems:
        rest = ""
    return Description(
        head=_head(rest),
        words=stems,
        sought=tuple(
            word.removesuffix("'s")
            for word in content_words(rest)
            if word not in _ARTICLES and word not in ONE_WORD.keys() | set(ONE_WORD.values())
        ),
        document=_stems(rest) - _stems(core_of(rest)[0]) if _OF_A_DOCUMENT.search(rest) else frozenset(),
        ages=ages,
        many=bool(_PEOPLE.search(noun)),
        named=noun.title() in words.split(),
        against=_GENDERED.get(noun, frozenset()) if ages else frozenset(),
    )


def fits(wanted: Description, article: Article, statement: Statement, said: Sequence[Statement]) -> bool:
    """Whether an article calls the source of a statement so; `said` are all statements of the article."""
    same = [s for s in said if s.speaker == statement.speaker] if statement.speaker else [statement]
    called = [phrase for s in same for phrase in _called(article, s)]
    if not called:
        return False
    if wanted.ages and not any(_told(age, article, s) for age in wanted.ages for s in same):
        return False
    words = {word for phrase in called for word in _stems(phrase)}
    if wanted.against & words:
        return False
    theirs = {word for phrase in _of_theirs(article, called, said) for word in _stems(phrase)}
    missing = wanted.words - words - theirs
    organised = theirs & wanted.words or statement.source_kind == "organisation"
    if missing and not ((organised or missing <= wanted.document) and missing <= _stems(article.title)):
        return False  # "the ferry company" is the company in an article on the ferry, and so with a study
    if wanted.named and any(wanted.words <= _stems(phrase) for phrase in called):
        return True  # "the Coast Service office in Holm"
    return not wanted.head or any(_heads(wanted, phrase) for phrase in called)


def called_so(wanted: Description, article: Article, statement: Statement) -> bool:
    """Whether the source of a statement is called so in its own sentence: "Lee, an expert on sea beds"."""
    called = [article.text[slice(*span)] for span in (statement.mention, statement.role) if span]
    words = {word for phrase in called for word in _stems(phrase)}
    return wanted.words <= words and any(_heads(wanted, phrase) for phrase in called)


def _of_theirs(article: Article, called: Sequence[str], said: Sequence[Statement]) -> Iterator[str]:
    """What the article calls the organisation that somebody is of: "the company", for Skerrin Lines."""
    for other in said:
        name = other.speaker if other.source_kind == "organisation" else None
        if name and other.mention and any(name in phrase for phrase in called):
            yield article.text[slice(*other.mention)]


def introduction(article: Article, statement: Statement) -> str:
    """Return the words that tell who a source is where those beside the statement do not, or nothing."""
    called = list(_called(article, statement))
    own = len(content_words(article.text[slice(*statement.mention)])) if statement.mention else 0
    longest = max(called, key=lambda phrase: len(content_words(phrase)), default="")
    return longest if len(content_words(longest)) > own and statement.speaker is None else ""


def pronoun_for(article: Article, statement: Statement) -> str:
    """Return who "he" or "she" is beside words of nobody with a name: "an old ferryman".

    Only where the sentence before begins with somebody who is described.
    """
    span = statement.mention
    if statement.speaker or span is None or article.text[slice(*span)].lower() not in ("he", "she"):
        return ""
    called = _subject(article.text, _sentence(article.text, span[0], back=1))
    noun = core_of(called)[1]
    return (
        called
        if re.match(r"(?:an?|the|one|another)\s", called, re.IGNORECASE) and is_person_noun(noun)
        else ""
    )


def written_by(name: str, article: Article, statement: Statement) -> bool:
    """Whether a statement is of a document that the article introduces as written by `name`."""
    if statement.speaker is not None or statement.mention is None:
        return False
    noun = core_of(article.text[slice(*statement.mention)])[1]
    if noun not in DOCUMENT_NOUNS:
        return False
    author = re.escape(name if " " in name else surname(name))
    told = re.compile(
        rf"{author}\b[^.;\n]{{0,60}}\b(?:in|with|publish\w*|present\w*|releas\w*|issu\w*|wrote|writes)\b"
        r"[^.,;\n]{0,12}"
        rf"\b(?:an?|its|his|her|their)\s(?:[\w-]+\s){{0,3}}{noun}\b"
        rf"|\b{noun}\s(?:by|from|of)\s(?:the\s)?{author}\b|{author}['’]s?\s(?:[\w-]+\s){{0,3}}{noun}\b"
    )
    return bool(told.search(article.text, 0, statement.mention[1]))


def _called(article: Article, statement: Statement) -> Iterator[str]:
    """What an article calls a source: beside its words, in its role, and where it is introduced."""
    text = article.text
    if statement.mention is None:
        return
    mention = text[slice(*statement.mention)].strip(" ,")
    yield mention
    if statement.role:
        yield text[slice(*statement.role)]
        yield from _title(text, statement.mention)
    first = mention.split()[0].lower() if mention else ""
    if mention.lower() in _RELATIVES:
        yield _subject(text, _sentence(text, statement.mention[0], back=0), until=statement.mention[0])
    elif mention.lower() in _PRONOUNS:
        yield _subject(text, _sentence(text, statement.mention[0], back=1))
    elif first in _OWNERS:  # whose spokesman: these words tell it, but are not what he is called
        yield f"{mention} ({_owner(text, statement.mention[0])})"
    elif first in ("the", "this"):
        yield from _introduced(text, statement.mention[0], core_of(mention)[1])


def _title(text: str, mention: Span) -> Iterator[str]:
    """What stands before a name in small letters, where more after it is the role: "lead researcher Ann Lee,
    a professor at Hale"."""
    named = re.compile(r"[A-Z]").search(text, *mention)
    at = named.start() if named else mention[0]
    if named and (before := _BEFORE_A_NAME.search(text[max(0, at - BESIDE) : at])):
        yield before["called"]


def _introduced(text: str, before: int, noun: str) -> Iterator[str]:
    """ "A senior official at the transport authority" before "the official", if no other was introduced."""
    pattern = re.compile(
        rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he(?=\s(?!{re.escape(noun)}\b)))\s(?:[\w'’-]+\s){{0,4}}?{re.escape(noun)}\b"
        r"(?:\s(?:of|in|at|for|from|with|on)\s[^,.;:“”\"«»()\n]*)?"
    )
    found = {
        _stems(phrase := _until_verb(match.group())): phrase
        for match in pattern.finditer(text, 0, before)
        if not _APPOSED.search(text[max(0, match.start() - 30) : match.start()])
    }
    if len(found) == 1:
        yield from found.values()


def _subject(text: str, sentence: Span | None, until: int | None = None) -> str:
    """Return what a sentence begins with, up to its verb."""
    if sentence is None:
        return ""
    return _until_verb(" ".join(text[sentence[0] : until or sentence[1]].split(",")[0].split()[:_SUBJECT]))


def _owner(text: str, at: int) -> str:
    """Return what the sentences before are about: the nearest that begins with neither "his" nor a mark."""
    before = [text[slice(*span)] for span in sentences(text, max(0, at - OWNED), at)]
    opened = (words for words in reversed(before) if not _POINTING.match(words))
    return _until_verb(" ".join(next(opened, "").split(",")[0].split()[:_SUBJECT]))


def _until_verb(phrase: str) -> str:
    """Cut a phrase before what looks like its verb: after the noun, in small letters, ending in s or ed."""
    words = phrase.split()
    if words[1:] and words[1] in AUXILIARIES and words[0].lower() not in _ARTICLES:
        return words[0]
    for at, word in enumerate(words):
        verb = word in AUXILIARIES | _RELATIVES or (
            word.endswith(("s", "ed")) and not re.search(r"(?:the|a|\d)$", words[at - 1])
        )
        if at > 1 and word.islower() and verb and not word.endswith(("'s", "’s", "s'", "s’")):
            return " ".join(words[:at])
    return phrase


def _sentence(text: str, at: int, *, back: int) -> Span | None:
    """Return the sentence that holds `at`, or one before it in the same paragraph."""
    spans = sentences_around(text, at)
    here = next((number for number, span in enumerate(spans) if span[0] <= at < span[1]), -1)
    return spans[here - back] if here >= back else None


def _heads(wanted: Description, phrase: str) -> bool:
    """Whether a phrase is for somebody of the kind asked for, or for the association of such people."""
    if wanted.head == _head(phrase):
        return wanted.many or not _is_for_several(core_of(phrase.strip(" ,."))[1])
    owners = re.findall(r"(\w+)['’]s?(?!\w)", core_of(phrase)[0])
    return wanted.many and any(wanted.head == stem(owner.lower()) for owner in owners)


def _is_for_several(noun: str) -> bool:
    """Whether a noun is for more than one person: "researchers" have said it, and no researcher."""
    return noun.endswith("s") and not is_person_noun(noun) and is_person_noun(noun.removesuffix("s"))


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(stem(ONE_WORD.get(word, word)) for word in content_words(phrase))


def _head(phrase: str) -> str:
    noun = core_of(phrase.strip(" ,."))[1]
    return stem(ONE_WORD.get(noun, noun))


def _told(age: str, article: Article, statement: Statement) -> bool:
    """Whether the words for a source, those it refers to, or those right after tell that age: "Lotte, who
    is ten"."""
    if statement.mention is None:
        return False
    places = [statement.mention, *(link.mention for link in statement.chain)]
    told = rf"(?:\b(?:is|was|turned|aged)\s|,\s){age}\b(?=,|\.|\sand\s)|\b{age}[- ]years?[- ]old\b"
    return any(re.search(told, article.text[low : high + 30], re.IGNORECASE) for low, high in places)
