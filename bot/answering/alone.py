"""Whether a speaker's name, the article's verb and the words reported after it make a sentence.

"Lee said: the wall was safe" does, and "Lee has promised: to pay" where the article has it so. "Lee: waivers
for flights" and "Lee have issued denials of: claims" do not: of these the whole sentence is shown.
"""

import re

from bot.answering.cues import ACCORDING, Form, after_name, form
from bot.answering.governed import is_between
from bot.gate.verbs import NEUTRAL, OBJECTS_FOLLOW
from index.lexicon import AUXILIARIES
from index.types import Article, Statement

# After these stands a clause, or nothing that could be mistaken for one.
_CLAUSES_FOLLOW = (
    (
        NEUTRAL
        | frozenset(
            """believe believes believed think thinks thought hope hopes hoped feel feels felt know knows knew
        claim claims claimed insist insists insisted argued argue suggest suggests suggested agreed admitted
        conceded complained boasted vowed warned warn warns understands concluded reckons joked""".split()
        )
    )
    - OBJECTS_FOLLOW
    - frozenset("reported reports wrote writes put puts pointed points spoke speaks".split())
)
_OPENS_A_CLAUSE = frozenset("that whether if how what why who when where which".split())
_PRONOUNS = r"(?:i|you|he|she|it|we|they|there)"
_NO_FINITE = frozenset("be being been having not told asked n't".split())
_AUXILIARY = "|".join(sorted(AUXILIARIES - _NO_FINITE))
_FINITE = re.compile(
    rf"\b(?:{_AUXILIARY}|(?:ca|wo|\w+)n['’]t|{_PRONOUNS}['’]\w+|{_PRONOUNS} \w+)\b", re.IGNORECASE
)
# "A tour that includes …", "plans to say": a verb after these is not that of the whole.
_SUBORDINATE = re.compile(
    r"\s(?:that|who|which|whose|where|when|while|because|after|before|if|as)\s.*", re.DOTALL | re.IGNORECASE
)


def makes_a_sentence(article: Article, statement: Statement) -> bool:
    """Whether a statement can be shown as its own words after a lead; a quotation always can."""
    return has_own_verb(article, statement) or _reads_on(article, statement)


def has_own_verb(article: Article, statement: Statement) -> bool:
    """Whether the words say something, or are quoted, whatever verb stands before them."""
    if statement.kind == "direct":
        return True
    words = article.text[statement.start : statement.end].strip()
    cue = article.text[slice(*statement.cue)].lower().split() if statement.cue else []
    is_of_saying = not _CLAUSES_FOLLOW.isdisjoint(cue)
    if ACCORDING.match(" ".join(cue)):
        return True
    first = words.lower().split()[0].strip("“”\"'‘’")
    if not after_name(article, statement):
        return first not in _OPENS_A_CLAUSE and _is_clause(words)
    comes_first = statement.cue is not None and statement.start < statement.cue[0]
    if comes_first and words[:1].isupper():  # "The wall is safe, Lee said"
        return True
    return first in _OPENS_A_CLAUSE or is_of_saying or _is_clause(words)


def _reads_on(article: Article, statement: Statement) -> bool:
    """Whether subject, verb and words follow each other in the article: "Lee has promised to pay"."""
    if not (statement.mention and statement.cue and after_name(article, statement)):
        return False
    text, (start, end) = article.text, statement.cue
    follows = end <= statement.start and not text[end : statement.start].strip()
    if follows and form(article, statement) is Form.PARTICIPLE:
        return True  # "Lee, calling for: an inquiry", wherever the sentence has Lee
    if len(statement.speakers) < 2 and " and " in text[slice(*statement.mention)]:
        return False  # "Lee and the firm have": who is not named leaves a verb that does not fit
    return follows and statement.mention[1] <= start and is_between(text[statement.mention[1] : start])


def _is_clause(words: str) -> bool:
    """Whether words have a finite verb of their own, as far as auxiliaries and pronouns tell."""
    return _FINITE.search(_SUBORDINATE.sub("", words)) is not None
