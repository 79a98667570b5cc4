"""The whole sentence of a statement, where its words alone would say nothing, or something else."""

from dataclasses import replace

from bot.answering.alone import makes_a_sentence
from bot.answering.cues import says_otherwise
from index.layout import sentences
from index.lexicon import PRONOUNS
from index.linking.pieces import POINTS_BACK
from index.types import Article, Span, Statement

WHOLE_FROM = 4  # words; reported speech of fewer is shown with its sentence

# "Not everyone felt that …": whose words they are, only the whole sentence tells.
_ANYBODY = frozenset("everyone everybody anyone anybody nobody none few others people".split()) | {"no one"}
_PRONOUNS = PRONOUNS | _ANYBODY


def in_its_sentence(article: Article, statement: Statement) -> Statement:
    """Return a statement as it is shown: with its whole sentence where its words alone would say nothing,
    or something else."""
    few = len(article.text[statement.start : statement.end].split()) < WHOLE_FROM
    unnamed = statement.mention is not None and not names_somebody(article, statement)
    says_nothing = ((few or unnamed) and statement.kind == "indirect") or statement.presents == "silence"
    misleads = says_otherwise(article, statement) or not makes_a_sentence(article, statement)
    if not says_nothing and not misleads:
        return statement
    start, end = sentence_about(article.text, statement)
    if (start, end) == (statement.start, statement.end):
        return statement
    whole = replace(statement, start=start, end=end, pieces=((start, end),))
    return whole if statement.kind == "indirect" else replace(whole, kind="mixed")


def names_somebody(article: Article, statement: Statement) -> bool:
    """Whether a lead can say whose words they are: "they", of nobody known, says nothing."""
    if statement.speaker is not None or statement.mention is None:
        return statement.speaker is not None
    return article.text[slice(*statement.mention)].lower() not in _PRONOUNS


def sentence_about(text: str, statement: Statement) -> Span:
    """Return the sentence that holds a statement and its cue.

    Where it only points back ("This opinion was expressed by …"), the sentence before belongs to it.
    """
    cue = statement.cue or (statement.start, statement.end)
    first, last = min(cue[0], statement.start), max(cue[1], statement.end)
    for start, end in sentences(text, text.rfind("\n", 0, first) + 1, line_end(text, last)):
        if start <= first and last <= end:
            if start == statement.start and POINTS_BACK.match(text, start):
                start = sentence_before(text, start)
            return start, end
    return statement.start, statement.end


def sentence_before(text: str, at: int) -> int:
    """Return where the sentence before begins, which may end the paragraph before."""
    end = len(text[:at].rstrip())
    before = list(sentences(text, text.rfind("\n", 0, end) + 1, end))
    return before[-1][0] if before else at


def line_end(text: str, at: int) -> int:
    """Return where the line ends that a place stands in."""
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
