"""A pasted claim, paragraph or draft → claims: who is said to have said which words. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.checking.attribution import (
    ACCORDING,
    NAME,
    PRONOUN,
    is_joined,
    names_no_speaker,
    person,
    speaker,
    subject,
    unnamed,
    without_opener,
)
from bot.checking.narrated import LONGEST_SENTENCE, narrated
from bot.checking.pasted import UNSEEN, carded, level, plain
from bot.checking.reported import reported, reporter
from bot.checking.saying import CUE
from bot.checking.verdicts import Claim
from bot.checking.words import NUMERALS
from index.errors import UsageError
from index.kinds import COMPANY_NOUNS, ORGANISATION_NOUNS
from index.layout import inner, paragraphs, quotations, sentences
from index.lexicon import can_begin_a_name, is_person_noun
from index.searching.irregular import base
from index.types import Span

LONGEST_PASTE = 1_000_000  # characters: some 150,000 words; more is a mistake, not a draft
LONGEST_CLAIM = LONGEST_SENTENCE  # characters of a claim without quote marks
AROUND = 1_000  # characters of its sentence shown on either side of a quotation
_LONGEST_ROLE = 5  # words: the new harbour master
SCARE_QUOTE = 3  # words; fewer in quote marks, by nobody, are a title or irony

_BELOW = re.compile(r"[^\w\n]*\n\s*[^\n]+")
_LABELLED = re.compile(rf"(?P<who>{NAME.pattern}):\s+(?P<rest>\S.*)")  # Ann Lee: The wall will hold.
# The fish seller Ann Lee, but not: The wall in Berlin
_TITLED = re.compile(rf"(?:[Tt]he|[Aa]n?) (?:(?!of |in |at |for )[a-z][\w’'-]* ){{1,3}}{NAME.pattern}")
# "is", "wants", "rejected", and what stands in front of a verb: "never", "firmly".
_VERB_LIKE = re.compile(
    r"(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|put|let"
    r"|want|oppose|support|favou?r|plan|never|not|also|still|now|both|all|only|\w+(?:ly|ed|[^s\W]s)|\w+n['’]t)"
)
_IN_SMALL = re.compile(
    r"(?P<who>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)?) "
    r"(?:is|was|has|had|will|would|wants?|opposes?|supports?)\b"
)


def read_claim(text: str) -> list[Claim]:
    """Read a claim or a paragraph of them: each quotation, and without any what it says was said.

    Raises `UsageError` when the text claims nothing or is too long.
    """
    text = _sized(text, LONGEST_PASTE)
    if not any(character.isalnum() for character in text):
        raise UsageError(
            'There is nothing to check. Write a claim such as: Ann Lee said "the wall will hold".'
        )
    quoted = list(_quoted(text, scare=SCARE_QUOTE)) or list(_quoted(text, scare=0))
    return quoted or [_unquoted(_sized(text, LONGEST_CLAIM))]


def read_draft(text: str) -> list[Claim]:
    """Read every quotation of a draft, and every sentence that says who said what, in order.

    Raises `UsageError` when there is neither, or the draft is too long.
    """
    quoted = list(_quoted(_sized(text, LONGEST_PASTE), scare=SCARE_QUOTE))
    claims = [*quoted, *narrated(level(text), quoted)]
    if not claims:
        raise UsageError(
            "There is no quotation in this text, and no sentence that says who said what: nothing to check."
        )
    return sorted(claims, key=lambda claim: claim.start)


def read_paste(text: str) -> list[Claim]:
    """Read whatever was pasted: a draft, or where it is none the one claim it makes."""
    try:
        return read_draft(text)
    except UsageError:
        return read_claim(text)


def _sized(text: str, most: int) -> str:
    if len(text) > most:
        raise UsageError(
            f"A text to check may have {most:,} characters and this one has {len(text):,}. Check it in parts."
        )
    return text


def _quoted(pasted: str, *, scare: int) -> Iterator[Claim]:
    """Yield the quotations with who is given as saying them."""
    text = level(pasted)
    groups = quotations(text)
    places = list(paragraphs(text))
    last_named: str | None = None  # whom "he" and "she" mean
    who: str | None = None  # said the quotation before, in the same paragraph
    before_at = -1
    cut: list[Span] = []  # the sentences of the paragraph
    for group, following in zip(groups, [*groups[1:], ((len(text), len(text)),)]):
        start, end = group[0][0], group[-1][1]
        first, last = _around(places, start), _around(places, max(start, end - 1))
        if before_at < first[0]:  # a new paragraph
            before_at, who = first[0], None
            cut = list(sentences(text, *first))
        before, after = text[before_at:start], text[end : max(end, min(following[0][0], last[1]))]
        below = _line_below(text, end, following[0][0])
        quoted = text[slice(*inner(text, group[-1]))]
        found = speaker(plain(before), plain(after), quoted=quoted, below=plain(below))
        if found and PRONOUN.match(found.split()[0]):
            found = _last_name(before) or last_named or _last_subject(before)
        if not found:
            own = "" if who and not re.search(r"[.!?]\s", before) else before  # … she said, and again: “…”
            joined = not who or is_joined(quoted, after)
            found = unnamed(plain(own), plain(after), joined=joined, below=plain(below))
        who = found or who or (carded(text, group) if len(groups) == 1 else None)
        last_named = who or last_named
        before_at = end
        claim = _claim(text, pasted, group, _sentence(cut, group[0][0]) or first, who)
        claim = replace(claim, reporter=reporter(plain(before), plain(after)) if found else None)
        if claim.quote and any(map(str.isalnum, claim.quote)) and (who or len(claim.quote.split()) >= scare):
            yield claim


def _line_below(text: str, end: int, until: int) -> str:
    """Return the line under a quotation that ends its own line, with the break before it."""
    below = _BELOW.match(text, end)
    return below.group() if below and below.end() <= until else ""


def _around(places: Sequence[Span], at: int) -> Span:
    """Return the paragraph that holds `at`."""
    return places[bisect_right(places, at, key=lambda place: place[0]) - 1]


def _last_name(before: str) -> str | None:
    """Return the last full name in the text before: whom a "she said" most likely means."""
    names = [without_opener(name) for name in NAME.findall(before)]
    return next((name for name in reversed(names) if " " in name), None)


def _last_subject(before: str) -> str | None:
    """Return whom the sentence before gives as saying something: "Lee said no. “Never,” she added"."""
    told = (subject(before[slice(*span)]) for span in reversed(list(sentences(before))))
    return next((who for who in told if who), None)


def _sentence(cut: Sequence[Span], at: int) -> Span | None:
    """Return which of the sentences, which are in order, holds `at`."""
    number = bisect_right(cut, at, key=lambda span: span[0]) - 1
    return cut[number] if number >= 0 and at < cut[number][1] else None


def _claim(text: str, pasted: str, group: tuple[Span, ...], around: Span, who: str | None) -> Claim:
    quote = "\n".join(text[slice(*inner(text, span))].replace(UNSEEN, "").strip() for span in group)
    start, end = group[0][0], group[-1][1]
    low, high = max(around[0], start - AROUND), min(around[1], end + AROUND)
    shown = pasted[min(low, start) : max(high, end)]
    return Claim(
        text=" ".join(re.sub(r"(?m)^>", "", shown).split()), speaker=who, quote=quote, start=start, end=end
    )


def _unquoted(text: str) -> Claim:
    """Read a claim without quote marks: `X said that …`, `X is for …`."""
    line = " ".join(text.split())
    claim = Claim(text=line, speaker=None, quote=None, said=line, end=len(text))
    labelled = _LABELLED.match(line)
    if labelled and "\n" not in text.strip():
        return replace(claim, speaker=labelled["who"], said=labelled["rest"])
    if found := next(reported(line), None):
        return replace(
            claim,
            speaker=found.speaker,
            said=found.said,
            cue=found.cue,
            beside=found.beside,
            reporter=found.reporter,
        )
    if leading := ACCORDING.match(line):
        who = person(leading["who"]) or unnamed(leading.group(), "", joined=False)
        return replace(claim, speaker=who, said=line[leading.end() :].strip(" ,"))
    for cue in CUE.finditer(line):
        in_front = line[: cue.start()]
        who = None if names_no_speaker(in_front, cue.group()) else person(in_front)
        who = who or unnamed(line[: cue.end()], "", joined=False)
        rest = re.sub(r"^\s*(?:that\s+|to\s+)?", "", line[cue.end() :]).rstrip(" ?")
        if who and rest:
            return replace(claim, speaker=who, said=rest, cue=cue.group())
    according = ACCORDING.search(line)
    if according:
        rest = (line[: according.start()] + line[according.end() :]).strip(" ,")
        return replace(claim, speaker=person(according["who"]), said=rest)
    return _of_subject(claim)


def _of_subject(claim: Claim) -> Claim:
    """Read "Ann Lee is for the wall", without a verb of saying: whoever the sentence begins with."""
    line = claim.said
    tokens = line.split()
    pairs = enumerate(zip(tokens[:_LONGEST_ROLE], tokens[1:]), 1)
    role = next((n for n, (noun, then) in pairs if _is_somebody(noun) and _may_be_a_verb(then)), 0)
    titled, name, small = _TITLED.match(line), NAME.match(line), _IN_SMALL.match(line)
    if titled:
        who = titled.group()
    elif tokens[0].lower() in ("the", "a", "an") and role:
        who = " ".join(tokens[:role])
    elif not can_begin_a_name(tokens[0]) or _is_counted(tokens):
        return claim
    elif name:
        who = name.group()
    elif small and not PRONOUN.match(tokens[0]):
        who = small["who"]
    else:
        return claim
    return replace(claim, speaker=who, said=line[len(who) :].strip())


def _is_counted(tokens: Sequence[str]) -> bool:
    """Whether a sentence begins with a number: "Sixty per cent", but not "Three Rivers is"."""
    return tokens[0].lower().split("-")[0] in NUMERALS and not tokens[1:2][0][:1].isupper()


def _may_be_a_verb(word: str) -> bool:
    """Whether a word may go on about a subject: not "bloc" behind "the military", nor "officers"."""
    return not _is_somebody(word) and bool(
        _VERB_LIKE.fullmatch(word) or base(word) != word or CUE.fullmatch(word)
    )


def _is_somebody(noun: str) -> bool:
    return is_person_noun(noun.lower()) or noun.lower() in ORGANISATION_NOUNS | COMPANY_NOUNS
