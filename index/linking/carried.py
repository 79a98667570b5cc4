"""Quotations without a source beside them: whose they are by what stands before, or says the same."""

import re
from dataclasses import replace

from index.layout import number_at, paragraphs, sentences
from index.lexicon import is_person_noun
from index.linking.drafts import LEAST_WORDS, Draft, is_quoted
from index.linking.pieces import GAP
from index.linking.sources import is_addressed
from index.linking.titles import is_in_title_case
from index.types import Span

# "“It is late,” Sen. Ann Lee, of Holm. “We …”": whoever is named so, without a verb, says both.
_VERBLESS = re.compile(
    r"[”\"’'] ((?:[A-Z][\w’-]*\.? )(?:[A-Z“][\w.’”-]* )*[A-Z][\w’-]+(?:, [^.“”\"\n]{2,80})?)\.(?= [“\"]|\n|$)"
)
_VERB = re.compile(r"\b(?:says|said|told|wrote|added|is|was|has|had|were|are)\b")
# "School coach Ann Lee", over what she says
_HEADING = re.compile(r"(?:[\w’'-]+ )*?([a-z]+),? ((?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+)")
LONGEST_HEADING = 80  # characters
CARRIED = 0.55  # trust in a quotation given to another's speaker, for one of these reasons
VERBLESS = 0.7  # in one that stands beside a name with no verb
FOLLOWS = "a quotation of its own right after this speaker's"
HEADED = "named in the heading above"
REPEATS = "the same words are quoted beside this speaker's name"


def join_sourceless(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give a quotation without a source to its neighbour's, where the text warrants it.

    In the same paragraph a quotation that follows another is by the same speaker. A paragraph of
    nothing but quotation goes to whoever was quoted in the paragraph before, and less surely.
    """
    places = list(paragraphs(text))
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if is_quoted(text, draft):
            draft = _headed(text, draft, places)
        if (
            draft.mention is None
            and before is not None
            and before.mention is not None
            and is_quoted(text, draft)
            and not (draft.cue and is_addressed(text, draft.cue, before.end))  # what "Lee was asked"
        ):
            place, former = number_at(places, draft.start), number_at(places, before.end - 1)
            if place == former and not _speaks_between(text, before, draft):
                if is_quoted(text, before):
                    joined[-1] = replace(before, pieces=before.pieces + draft.pieces)
                    continue
                draft = _given(draft, before, FOLLOWS)
            elif place == former + 1 and _follows(text, places[place], draft, before):
                draft = _given(draft, before, FOLLOWS)
        joined.append(draft)
    return joined


def _headed(text: str, draft: Draft, places: list[Span]) -> Draft:
    """Give a quotation that opens a paragraph to who is named at the end of the heading right above it."""
    here = number_at(places, draft.start)
    if not here or len(text[places[here][0] : draft.start].strip()) > 1:
        return draft
    start, end = places[here - 1]
    if draft.mention and draft.mention[1] > start:
        return draft
    named = _HEADING.fullmatch(text, start, end) if end - start <= LONGEST_HEADING else None
    if not named or not is_person_noun(named[1]):
        return draft
    sure = min(draft.confidence, CARRIED)
    return replace(draft, mention=named.span(2), cue=None, confidence=sure, carried=HEADED)


def verbless(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give a quotation whose source stands in another paragraph to the name right after it."""
    places = list(paragraphs(text))
    found = []
    for draft in drafts:
        end = draft.pieces[0][1]
        here = draft.mention and number_at(places, draft.mention[0]) == number_at(places, draft.start)
        after = _VERBLESS.match(text, end - 1) if is_quoted(text, draft) and not here else None
        if after and text[end - 2] == "," and not _VERB.search(after[1]):
            sure = min(draft.confidence, VERBLESS)
            draft = replace(draft, mention=after.span(1), cue=None, confidence=sure, carried="")
        found.append(draft)
    return found


def _given(draft: Draft, other: Draft, why: str) -> Draft:
    return replace(draft, mention=other.mention, confidence=min(draft.confidence, CARRIED), carried=why)


def repeated(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give a quotation that pages set large between paragraphs to whose words it repeats."""
    places = list(paragraphs(text))

    def beside(draft: Draft) -> bool:
        return draft.mention is not None and (
            number_at(places, draft.start)
            <= number_at(places, draft.mention[0])
            <= number_at(places, draft.end)
        )

    sourced = [(_spoken(text, draft), draft) for draft in drafts if beside(draft)]
    found = []
    for draft in drafts:
        if is_quoted(text, draft) and not beside(draft) and not is_in_title_case(text, draft.pieces[0]):
            words = _spoken(text, draft)
            if len(words.split()) >= LEAST_WORDS:
                same = next((other for spoken, other in sourced if f" {words} " in f" {spoken} "), None)
                draft = _given(draft, same, REPEATS) if same else draft
        found.append(draft)
    return found


def _spoken(text: str, draft: Draft) -> str:
    return " ".join(re.findall(r"\w+", " ".join(text[s:e] for s, e in draft.pieces).lower()))


def _speaks_between(text: str, before: Draft, draft: Draft) -> bool:
    """Whether more than a short clause parts two quotations of one paragraph."""
    between = text[before.end : draft.start]
    return len(between) > GAP or len(list(sentences(between))) > 2


def _follows(text: str, place: Span, draft: Draft, before: Draft) -> bool:
    """Whether a paragraph of nothing but quotation goes on with the words before it: no ‘quoted heading’."""
    other_marks = text[draft.start] in "‘'" and text[before.start] not in "‘'"
    heading = other_marks and draft.end - draft.start < LONGEST_HEADING
    return _fills(text, place, draft) and is_quoted(text, before) and not heading


def _fills(text: str, place: Span, draft: Draft) -> bool:
    return len(text[place[0] : draft.start].strip()) < 3 and len(text[draft.end : place[1]].strip()) < 3
