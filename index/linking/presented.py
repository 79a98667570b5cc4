"""What reported words present of their source: speech, a thought, a deed, or that nothing was said.

The names are those of Leech and Short, "speech and thought presentation". The tagger finds all that is
ascribed to a source: that she said it, and also that she hopes for it, signed it or would not comment. Only
the first is quoted. The cue decides, word by word (`cue_words`); of one not judged, grammar does.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from index.layout import quoted_spans
from index.linking.cue_words import DEED, FINDING, PHRASES, SPEECH, THOUGHT
from index.searching.topic import stem
from index.types import Kind, Presentation, SourceKind, Span

LONGEST_PHRASE = 4  # words
BEFORE, AFTER = 25, 40  # characters around a cue that may tell that nothing was said
IN_MARKS = 3  # words, from which a quotation in a report is more than a title or a nickname

_Judgement = Presentation | Literal["finding"]
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
# Wherever a cue has one of these, somebody's words follow: "signed a letter saying".
_SAYS = frozenset(
    """said says say told tells wrote writes tweeted according saying telling writing arguing asking calling
    claiming declaring demanding insisting urging warning""".split()
)
_CLAUSE = re.compile(r"[\s,:]*(?:that|whether|if|how|why|what|when|where|who)\b", re.IGNORECASE)

# "Lee declined to comment", "did not return calls", "was not available": told, and no words.
_ASIDE = r"(?:(?:yet|ever|to|be|further|any|\w+ly) )*"
_NOT = r"(?:\bnot|n['’]t|\bnever) "
_ANSWERS = r"(?:comment|elaborate|respond|repl(?:y|ied)|return(?:ed)?|answer)\w*"
_TELLS = r"(?:sa(?:y|id)|specify|disclosed?|revealed?|detail(?:ed)?|explain(?:ed)?)"
_SILENCE = re.compile(
    rf"\b(?:declin|refus)(?:e|es|ed|ing) {_ASIDE}(?:{_ANSWERS}|{_TELLS}|speak|discuss|talk|identify|name"
    r"|provide|give|confirm|interviewed|named|identified|drawn)\b"
    rf"|{_NOT}{_ASIDE}{_ANSWERS}"
    rf"|{_NOT}{_ASIDE}{_TELLS} (?:whether|if|how|why|what|when|where|who|which)\b"
    rf"|(?:{_NOT}{_ASIDE}|\bun)(?:available|reachable|reached)\b"
    r"|\bno (?:immediate )?(?:comment|response|reply|answer)\b"
    r"|\b(?:remain|kept|keep|stay)\w* (?:silent|mum|quiet)\b",
    re.IGNORECASE,
)
# A firm that recalls cars remembers nothing.
_RECALL = re.compile(r"\brecall(?:s|ed|ing)?\b")
# Between these and a verb of saying nothing is said: "never mentioned", "without naming", "will announce".
_UNDONE = re.compile(
    r"(?:\b(?:not(?! only)|never|no|nor|neither|without|instead of|rather than|short of|yet to|avoid\w*"
    r"|refus\w+|declin\w+|fail\w+ to|unable to|will|shall|may|might|can|should|must"
    r"|(?:set|due|going|about|slated|scheduled|supposed) to)|n['’]t|['’]ll)(?:\s+\S+){0,3}\s*$"
)
_JOINED = re.compile(r"\b(?:and|but|while|as|who|which|that)\b")
# "Lee was criticised": what is said of somebody.
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|got) (?:(?:also|first|later|then|\w+ly) )*$")
# "Lee sang “…”", "wrote a poem that begins “…”", "“…” That lyric": a work's words are nobody's speech.
_WORK = r"(?:songs?|lyrics?|ballads?|chorus|refrain|poems?|verses?|limericks?|captions?|screenplay)\b"
_PERFORMS = re.compile(
    r"\b(?:s[aiu]ng|sings|singing|rap(?:s|ped|ping)?|croon\w*|recit\w+|hum(?:s|med|ming))\b"
    rf"|\b(?:wr(?:o|i)te|writes|written|penned|composed|recorded) (?:an?|the|his|her) (?:\w+ ){{0,2}}{_WORK}",
    re.IGNORECASE,
)


def presentation(
    text: str,
    kind: Kind,
    pieces: tuple[Span, ...],
    cue: Span | None,
    mention: Span | None,
    source: SourceKind,
) -> Presentation:
    """Tell what a statement presents; whoever is quoted in it spoke, whatever the cue tells."""
    if kind == "direct":
        return "deed" if cue and _PERFORMS.search(text, *cue) else "speech"
    if cue is None:
        return "speech"
    start = _clause_before(text, cue[0])
    silence = _SILENCE.search(text, start, max(cue[1] + AFTER, pieces[-1][1]))
    if silence and silence.start() < cue[1]:
        return "silence"
    if source == "organisation" and _RECALL.search(text, *cue) and not _CLAUSE.match(text, cue[1]):
        return "deed"
    subject = mention is not None and mention[1] <= cue[0]
    told = _by_its_words(text[start : cue[0]].lower(), text[slice(*cue)].lower(), source, subject=subject)
    if kind == "mixed" and _quotes(text, pieces):
        return "speech"
    return told or ("speech" if _CLAUSE.match(text, cue[1]) else "deed")


def _by_its_words(before: str, cue: str, source: SourceKind, *, subject: bool) -> Presentation | None:
    """Tell what a cue presents by the first word judged in it, or a verb of saying in any place.

    `before` are the words up to it, in which its "not" may stand; `subject`: the source stands before it.
    `None` where no word of it was judged.
    """
    first: Presentation | None = None
    for place, judged in _judgements(cue):
        led = _JOINED.split(cue[:place] or before)[-1]
        what = _of_finding(source) if judged == "finding" else judged
        if what == "speech" and _UNDONE.search(led):
            return "deed"
        word = cue[place:].split()[0]
        passive = subject and word.endswith("ed") and word != "quoted"  # whoever "was quoted" said it
        if what == "speech" and passive and _PASSIVE.search(led):
            what = "deed"
        says = word in _SAYS and not led.rstrip().endswith(" to")
        if what == "speech" and (first is None or says):
            return "speech"
        first = first or what
    return first


def _of_finding(source: SourceKind) -> Presentation:
    return "thought" if source == "person" else "speech"


def _judgements(cue: str) -> Iterator[tuple[int, _Judgement]]:
    """Yield where the words and phrases of the lexicon stand in a cue, and how they were judged."""
    words = list(_WORD.finditer(cue))
    stems = [stem(word[0]) for word in words]
    at = 0
    while at < len(words):
        lengths = range(min(LONGEST_PHRASE, len(words) - at), 0, -1)
        length = next((n for n in lengths if tuple(stems[at : at + n]) in _lexicon()), 0)
        if length:
            yield words[at].start(), _lexicon()[tuple(stems[at : at + length])]
        at += length or 1


@cache
def _lexicon() -> Mapping[tuple[str, ...], _Judgement]:
    """Return how each word and phrase was judged, by stems of all forms: Porter parts "add" from "added"."""
    listed: dict[_Judgement, str] = {"speech": SPEECH, "thought": THOUGHT, "deed": DEED, "finding": FINDING}
    words: dict[tuple[str, ...], _Judgement] = {
        (stem(form),): what
        for what, all_of_it in listed.items()
        for word in all_of_it.split()
        for form in (word, f"{word.removesuffix('e')}ed", f"{word.removesuffix('e')}ing")
    }
    phrases = {
        tuple(map(stem, phrase.split())): what
        for what, all_of_it in PHRASES.items()
        for phrase in all_of_it.strip().splitlines()
    }
    return {**words, **phrases}


def _clause_before(text: str, at: int) -> int:
    """Return where the last words before a place begin, in its clause: where its "did not" stands."""
    low = max(0, at - BEFORE)
    return low + max(text[low:at].rfind(mark) + 1 for mark in '.,;:\n“”"')


def _quotes(text: str, pieces: tuple[Span, ...]) -> bool:
    """Whether words are quoted, and not a nickname or a title alone, most of whose words have capitals."""
    parts = (text[slice(*piece)] for piece in pieces)
    quoted = [re.findall(r"\w[\w’'-]*", part[slice(*span)]) for part in parts for span in quoted_spans(part)]
    return any(
        len(words) >= IN_MARKS and 2 * sum(w[0].isupper() for w in words) < len(words) for words in quoted
    )
