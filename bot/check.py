"""Did they say it? A claim → verified, altered, somebody else's, or nowhere, with the proof.

The conductor: `claims` reads what is claimed, `witnesses` finds where such words stand, `trial` and,
for claims without quote marks, `covering` decide.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.checking import covering
from bot.checking.claims import read_claim, read_draft, read_paste
from bot.checking.quotation import read_quotation
from bot.checking.trial import Trial
from bot.checking.unread import Unread, unread
from bot.checking.verdicts import Check, Claim, Verdict
from bot.checking.whose import Asked
from bot.checking.witnesses import Witnesses
from bot.library import Library
from bot.prompts import phrase
from index.errors import UsageError
from index.types import OnProgress, Progress

if TYPE_CHECKING:
    from index.store import Store

_OPENING = "“\"'‘« "
_MARKS = re.compile(r"[“”\"«»]")
# Of several quotations in one claim the worst decides.
_WORST_FIRST: tuple[Verdict, ...] = (
    "altered", "contradicted", "misattributed", "not_found", "unclear", "supported", "verified",
)  # fmt: skip


@dataclass
class Checker:
    """Checks claims against a store. Loads no model; safe to share between threads."""

    store: "Store"
    _kept: Library | None = field(default=None, init=False)

    def check(self, words: str) -> Check:
        """Check one claim, such as `Pankin said "…"`; where it has several quotations, the worst decides.

        Raises `UsageError` when the words claim nothing or are too long.
        """
        checks = [self.judge(claim) for claim in read_claim(words)]
        return min(checks, key=lambda check: _WORST_FIRST.index(check.verdict))

    def check_draft(self, text: str, *, on_progress: OnProgress | None = None) -> Iterator[Check]:
        """Check every quotation of a text and every sentence that says who said what, in order, as the
        results are asked for.

        Raises `UsageError` at once when the text has neither or is too long.
        """
        return self._each(read_draft(text), on_progress or (lambda _: None))

    def check_paste(self, text: str, *, on_progress: OnProgress | None = None) -> Iterator[Check]:
        """Check whatever was pasted as a draft, or where it is none the one claim it makes."""
        return self._each(read_paste(text), on_progress or (lambda _: None))

    def passed_over(self, text: str) -> list[Unread]:
        """Return the sentences of a draft that were not checked, each with the reason; of a text that is no
        draft nothing."""
        try:
            return list(unread(text, read_draft(text)))
        except UsageError:
            return []

    def judge(self, claim: Claim) -> Check:
        """Return the verdict on a claim that was read already."""
        library = self.library()
        who = library.asked(claim.speaker) if claim.speaker else None
        if claim.quote is None:
            return covering.judge(library, claim, who)
        if who and _is_no_name(who):
            return _of_whoever(Trial(claim, Witnesses(library, read_quotation(claim.quote), None)).verdict())
        check = Trial(claim, Witnesses(library, read_quotation(claim.quote), who)).verdict()
        return self._turned_around(claim) or check if check.verdict == "verified" else check

    def _turned_around(self, claim: Claim) -> Check | None:
        """Return what contradicts a claim around words of it that were said: she will not “pay for it”."""
        if not claim.quote or not claim.quote.lstrip(_OPENING)[:1].islower():
            return None  # a quotation that is a sentence by itself has nothing around it
        try:
            [whole] = read_claim(_MARKS.sub("", claim.text))
        except (UsageError, ValueError):  # it claims nothing else, or several things
            return None
        if whole.quote is not None or whole.speaker != claim.speaker:
            return None
        check = self.judge(whole)
        return replace(check, claim=claim) if check.verdict == "contradicted" else None

    def library(self) -> Library:
        """Return what the store holds now, read anew only when it has changed."""
        if self._kept is None or not self._kept.is_current:
            self._kept = Library(self.store)
        return self._kept

    def _each(self, claims: Sequence[Claim], on_progress: OnProgress) -> Iterator[Check]:
        for done, claim in enumerate(claims):
            on_progress(Progress("checking", done, len(claims), claim.text))
            yield self.judge(claim)
        on_progress(Progress("checking", len(claims), len(claims)))


def _is_no_name(who: Asked) -> bool:
    """Whether the words in a speaker's place are in lower case, and mean nobody the register knows."""
    return who.words.islower() and not (who.names or who.role or who.represented)


def _of_whoever(check: Check) -> Check:
    """Return a check of words whose speaker the claim names in a way that nobody understands."""
    if not check.passed:
        return check
    said_by = check.said_by or phrase("check_somebody")
    reason = phrase("check_speaker_unread", words=check.claim.speaker, said_by=said_by)
    return replace(check, verdict="unclear", reason=reason)
