"""Reports that tell nothing anybody said: deeds, bare names, what only points at words elsewhere."""

import re

from index.lexicon import WEEKDAY, is_person_noun
from index.linking.drafts import Draft
from index.linking.pieces import WHAT_WAS_SAID, says_nothing
from index.naming.personal import in_a_heading
from index.types import Span

# Words that alone speak of nothing said: "used his (closing words for the costs)".
_NO_CUES = frozenset(
    "a an the to his her its their used was were is are be did do had has have will would".split()
)
# "Lee did not respond to questions" and "citing sources at the port" give nothing that anybody said.
_UNANSWERED = re.compile(
    r"\b(?:not|n[’']t) (?:immediately |yet )?(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?)\b"
)
# "The town elects its mayor", "was sentenced to a year", "passed the bill": deeds, and no words.
_DEED = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|been|being|will|be|to|also|then|first|later|just|\w+ly) )*"
    r"(?:re-?)?(?:appoint|arrest|award|bann?|cancel+|convict|elect|establish|fin|fir|hir|indict|launch|pass|publish"
    r"|sentenc|su)(?:e|es|s|ed|ing)?(?: on| by| for| as| into law)?",
    re.IGNORECASE,
)
# "Shared the view from Moscow": what it is stands elsewhere.
_SHARED = re.compile(r"\b(?:shar(?:e|es|ed|ing)|echo(?:es|ed|ing)?)\b")
_WHAT = re.compile(rf"the {WHAT_WAS_SAID}(?: (?:of|from|in) [\w ]+)?")
# "The findings were echoed in a report": they are others' words, and stand before.
_BORNE_OUT = re.compile(
    r"(?:was|were|is|are|been|being) (?:\w+ly )?(?:echoed|corroborated|supported|backed(?: up)?|borne out)"
    r"(?: in| by)?"
)
# "Voted for Bo Hart": whoever is only named there is whom it is about, not what is said.
_BARE_NAME = re.compile(r"(?:the |The )?[A-Z][\w.’'-]*(?: (?:of|and|the|[A-Z][\w.’'-]*)){0,3},?")
# "CNN has reached out to Lee for | comment regarding the claims"
_ASKED_FOR = re.compile(r"\b(?:reached out|contacted|asked|approached)\b[^.\n]*\bfor $")
# "The office confirmed (that Sunday)" points back, and tells when.
_THAT_DAY = re.compile(rf"that (?:{WEEKDAY}|today|yesterday|(?:this|last) \w+)[,.]?")
# "Why doesn't Lee want a bridge?", "What did Lee say about the bridge?": a heading asks.
_ASKS = re.compile(
    r"(?:Why|How|What|When|Where|Which|Who)\b[^.!?\n]*"
    r"\b(?:do|does|did|is|are|was|were|has|had|have)(?:n['’]t)? [^.!?\n]*\?"
)
_SOMEBODY = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Oo]ne) ([a-z]+) $")
_WAS = re.compile(r" (?:was|were|is|had|has)\b")
_CLAUSE = re.compile(r"\b(?:that|is|are|was|were|has|have|had|will|would|could|can)\b")
# "Used his closing words for (the costs)" names a subject, and tells nothing said of it.
_TURNS_TO = re.compile(r"(?:used|spent|devoted|turned|gave)\b.*\b(?:for|on|to)", re.IGNORECASE)


def is_unsaid(text: str, draft: Draft) -> bool:
    """Whether a draft without a quotation tells of a deed, of somebody, or of words that stand elsewhere."""
    if all(says_nothing(text[slice(*piece)]) or _is_a_bare_name(text, piece) for piece in draft.pieces):
        return True
    if draft.cue is None:
        return False
    cue = text[slice(*draft.cue)]
    if not set(cue.lower().split()) - _NO_CUES or _TURNS_TO.fullmatch(cue):
        return True
    if _UNANSWERED.search(cue) or _DEED.fullmatch(cue) or _is_asked_for(text, draft.cue):
        return True
    if all(_THAT_DAY.fullmatch(text, *piece) for piece in draft.pieces) or _is_asked(text, draft.cue):
        return True
    if _tells_of_somebody(text, draft):
        return True
    needs_a_clause = _BORNE_OUT.fullmatch(cue) or cue.lower() == "citing"
    if needs_a_clause and not _CLAUSE.search(text, draft.start, draft.end):
        return True
    return bool(_SHARED.search(cue)) and all(_WHAT.fullmatch(text, *piece) for piece in draft.pieces)


def _tells_of_somebody(text: str, draft: Draft) -> bool:
    """Whether a report only says who somebody is: "A person the report said was a chief told them so"."""
    if draft.cue is None or draft.mention is None or draft.mention[1] + 1 != draft.cue[0]:
        return False
    before = _SOMEBODY.search(text, max(0, draft.mention[0] - 40), draft.mention[0])
    return before is not None and is_person_noun(before[1]) and bool(_WAS.match(text, draft.cue[1]))


def _is_asked_for(text: str, cue: Span) -> bool:
    """Whether a comment is what a paper asked for."""
    return text.startswith("comment", cue[0]) and bool(_ASKED_FOR.search(text, max(0, cue[0] - 90), cue[0]))


def _is_asked(text: str, cue: Span) -> bool:
    """Whether a cue stands in a line that is but a question: the page's own, over what answers it."""
    start = text.rfind("\n", 0, cue[0]) + 1
    end = text.find("\n", cue[1])
    return bool(_ASKS.fullmatch(text[start : end if end >= 0 else None].strip()))


def _is_a_bare_name(text: str, piece: Span) -> bool:
    """Whether words are but a name; in a heading every word has a capital, and nothing is told by it."""
    return bool(_BARE_NAME.fullmatch(text, *piece)) and not in_a_heading(text, piece[0])
