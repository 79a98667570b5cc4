"""Quotations that are no statement: a word that is spoken of, and what a thing is called."""

import re

from index.kinds import ORGANISATION_NOUNS
from index.lexicon import PRONOUNS, is_person_noun
from index.types import Span

SHORT_TITLE = 2  # words, up to which somebody may say it: “Oh, God.”
_MARKS = "“”\"'‘’«»„"
# "It showed at the word “regret”" quotes a word, and tells nothing that anybody says there.
_MENTIONED = re.compile(
    r"\b(?:the|an?|this|that) (?:[\w-]+ )?(?:words?|terms?|phrases?|slogans?|titles?|names?|nicknames?"
    r"|labels?|mottos?|expressions?|headlines?) $",
    re.IGNORECASE,
)
# "A show called “Harbour Love”" has a name; "a show that critics called “dull”" was called so by them.
_TITLED = re.compile(
    r"\b(?:an?|the|his|her|its|their|our) (?P<thing>(?:[\w-]+ ){0,4}?[a-z-]*[a-rt-z])(?: in \d{4})?,?"
    r" (?:\w+ly )?(?:called|titled|entitled|named|dubbed|nicknamed|known as|headlined) (?:the )?$"
    r"|\breputation (?:as|for) (?:an? |the )?$"
)
# "Lee sang an acoustic “Harbour at Night”"
_PERFORMED = re.compile(
    r"\b(?:sang|sings?|singing|performs?|performed|performing|plays|played|covered|recorded)"
    r"(?: [\w-]+){0,3} $"
)
_TITLE_CASE = re.compile(
    r"[“\"‘'](?:\b(?:[A-Z\d][\w’'-]*|an?|and|at|by|for|from|in|of|on|or|the|to|with)\b|[ ,!?.&:])+[”\"’']"
)
_READS = re.compile(r"\b(?:read(?:s|ing)?|say(?:s|ing)|said|chant\w*|shout\w*|yell\w*)[,:]? $")
_CALLERS = ORGANISATION_NOUNS | PRONOUNS | {"and", "or", "but"}


def is_mentioned(text: str, piece: Span) -> bool:
    """Whether a quotation is no statement but a word or title spoken of: "the term “regret”"."""
    if _MENTIONED.search(text, max(0, piece[0] - 40), piece[0]) or is_a_title(text, piece):
        return True
    words = len(text[slice(*piece)].split()) if is_in_title_case(text, piece) else 0
    if words > 1 and _goes_on_a_clause(text, piece[0]):
        return True
    return words > SHORT_TITLE and not _is_shouted(text, piece)


def _is_shouted(text: str, piece: Span) -> bool:
    """Whether capitals are for loudness: “Lee! Lee! Lee!”, “IT IS LATE”, and on a hat that reads so."""
    loud = text[piece[1] - 2] in "!?" or text[slice(*piece)].isupper()
    return loud or bool(_READS.search(text, max(0, piece[0] - 20), piece[0]))


def _goes_on_a_clause(text: str, at: int) -> bool:
    """Whether a word stands right before a place: “Harbour Love” in its clause, and not after "said,"."""
    return bool(re.search(r"[a-z’'] $", text[max(0, at - 2) : at]))


def is_in_title_case(text: str, piece: Span) -> bool:
    """Whether a quotation is written as the names of works are: "Harbour at Night"."""
    return bool(_TITLE_CASE.fullmatch(text, *piece))


def is_a_title(text: str, piece: Span) -> bool:
    """Whether a quotation is what a thing is called by name: "a show called “Harbour Love”"."""
    if _PERFORMED.search(text, max(0, piece[0] - 60), piece[0]) and is_in_title_case(text, piece):
        return True
    found = _TITLED.search(text, max(0, piece[0] - 80), piece[0]) if text[piece[0]] in _MARKS else None
    words = (found["thing"] or "").lower().split() if found else []
    return bool(found) and not any(is_person_noun(w) or w in _CALLERS for w in words)
