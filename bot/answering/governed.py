"""Whether a phrase of time or place belongs to a verb of saying: "said Lee on Monday", "In May, Lee said".

It does where nothing but the subject, the hearer or an adverb stands between the two. Of any other phrase,
something else in the sentence may be told: "Lee said of the choice to leave in 2020", "the fair in May,
Lee said". No setting is the lesser fault.
"""

import re

from bot.gate.verbs import COLOURED, NEUTRAL
from index.lexicon import WEEKDAY
from index.types import Span

_ADVERB = (
    rf"(?:\w+ly|also|then|later|earlier|again|once|first|has|had|have|{WEEKDAY}|speaking|writing|testifying)"
)
_CLAUSE = (
    r"\b(?:who|whose|whom|which|that|whether|where|when|while|if|because|since|as|and|but|or"
    r"|he|she|they|it|we|I|is|are|was|were|will|would|has|had|have|can|could|may|might)\b"
)
_WORDS = rf"(?:(?!{_CLAUSE})[^,;:“”\"()\n])"
_APPOSITION = r"(?:,[^,;:“”\"\n]{2,100},)?"

_TELLS = re.compile(r"(?:tell|told|inform|remind|assur|ask|address)\w*$", re.IGNORECASE)
_BETWEEN = re.compile(rf"{_APPOSITION}(?:[\s,]|\b{_ADVERB}\b)*")
_HEARER = re.compile(rf"\s(?:to|before|with)\s{_WORDS}{{2,50}}")
_OBJECT = re.compile(rf"\s{_WORDS}{{2,70}}")
# What is said in one, be it about whatever: "dismissed the plan in an interview".
_SPOKEN_IN = re.compile(
    r"(?:in|during|at|on) an? (?:[\w-]+ ){0,3}?(?:interview|speech|conference|briefing|statement|broadcast"
    r"|tweet|letter|e-?mail|memo|podcast|post|op-ed|column|address|release)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"[\s“”\"'‘’(]*(?:(?:And|But|So|Then|Later|Earlier|Also|Shortly|Soon|Just"
    r"|(?:Speaking|Writing|Appearing|Testifying|Addressing)\b[^,;:“”\"\n]{0,40}),?\s)*"
)
# "After talks with the president, Ada Bell, Lee said": a name may still belong to the phrase.
_TO_SUBJECT = re.compile(rf"(?:,\s(?:[A-Z][\w.'’-]*\s?){{1,4}})?,?\s*{_WORDS}{{0,60}}")
_SPEAKS = re.compile(
    rf"\b(?:{'|'.join(sorted(NEUTRAL | COLOURED))}|speaking|address(?:ed|ing)|appear(?:ed|ing)|posted)\b"
)
_PARTICIPLE = re.compile(rf"(?:{_ADVERB}\s)?\w+ing\b")
_ANY_VERB = re.compile(r"\b\w+ed\b")


def governs(text: str, verb: Span, subject: Span | None, phrase: Span, sentence: Span) -> bool:
    """Whether a verb of saying with its subject governs a phrase of its sentence.

    In `text`, blanks stand for quotations, and semicolons for the words said without marks.
    """
    start, end = phrase
    if subject and subject[0] < end and start < subject[1]:
        return False
    if start >= verb[1]:
        return _follows(text, verb, subject, phrase)
    if start > verb[0]:
        return True  # within the cue: "spoke at a rally about"
    if end > verb[0]:
        return False
    if subject and subject[1] <= start:  # "Lee, the mayor, on Monday said"
        return is_between(text[subject[1] : start]) and _leads_to(text, end, verb)
    if not _OPENS.fullmatch(text, sentence[0], start):
        return False
    if subject and subject[1] <= verb[0]:  # "In a letter on Monday, Lee said"
        return bool(_TO_SUBJECT.fullmatch(text, end, subject[0])) and _leads_to(text, subject[1], verb)
    return is_between(text[end : verb[0]])  # "On Monday, said Lee"


def speaks(text: str, sentence: Span) -> bool:
    """Whether somebody says something in a sentence."""
    return _SPEAKS.search(text, *sentence) is not None


def speaks_then(text: str, name: str, phrase: Span, sentence: Span) -> bool:
    """Whether somebody of that name speaks in a sentence, when or where the phrase tells."""
    verbs = _ANY_VERB if _SPOKEN_IN.match(text, *phrase) else _SPEAKS
    subjects = [
        (sentence[0] + found.start(), sentence[0] + found.end())
        for found in re.finditer(rf"\b{re.escape(name)}\b", text[slice(*sentence)])
    ]
    return any(
        _is_subject(text, subject, verb.span(), phrase, sentence)
        and governs(text, verb.span(), subject, phrase, sentence)
        for verb in verbs.finditer(text, *sentence)
        for subject in subjects
    )


def _follows(text: str, verb: Span, subject: Span | None, phrase: Span) -> bool:
    """Whether a phrase stands right after the verb, or after the subject or the hearer that follows it."""
    inverted = subject is not None and verb[1] <= subject[0] and subject[1] <= phrase[0]
    between = text[subject[1] if subject and inverted else verb[1] : phrase[0]]
    if is_between(between) or _HEARER.fullmatch(between):
        return True
    has_object = _TELLS.search(text, *verb) or _SPOKEN_IN.match(text, *phrase)
    return bool(has_object and _OBJECT.fullmatch(between))


def is_between(words: str) -> bool:
    """Whether words part no verb from its subject or phrase: an apposition, an adverb, or nothing."""
    return _BETWEEN.fullmatch(words) is not None


def _leads_to(text: str, at: int, verb: Span) -> bool:
    """Whether a clause goes on with the verb, or has it as a participle at its end: "left, saying"."""
    between = text[at : verb[0]]
    if _PARTICIPLE.match(text, *verb) and between.rstrip().endswith(","):
        return not re.search(_CLAUSE, between)
    return is_between(between)


def _is_subject(text: str, name: Span, verb: Span, phrase: Span, sentence: Span) -> bool:
    """Whether a name is a verb's: before it, but for an apposition and the phrase, or after "…,” said"."""
    if name[1] <= verb[0]:
        start, end = max(name[1], phrase[0]), min(verb[0], phrase[1])
        inside = start < end
        return is_between(text[name[1] : start] + text[end : verb[0]] if inside else text[name[1] : verb[0]])
    before = text[sentence[0] : verb[0]].rstrip()
    inverted = not before or before.endswith(",")
    return inverted and len(text[verb[1] : name[0]].split()) <= 3
