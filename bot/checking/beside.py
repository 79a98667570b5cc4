"""What a claim says of a quotation besides the words and whose they are: the day, the place. Pure.

The words may be verified, and still not have been said then and there: what was not checked is said.
"""

import calendar
import re

from bot.checking.attribution import NAME
from bot.checking.verdicts import Claim
from index.layout import quoted_spans

_MONTH = "|".join(calendar.month_name[1:])
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?)\b"
_WHEN = (
    rf"(?:(?:on|since|until) )?{_DAY}(?:,? \d{{4}})?"
    rf"|(?:in|since|last|this) (?:{_MONTH})\b(?: \d{{4}})?|in \d{{4}}\b"
    rf"|(?:(?:on|last|this) )?(?:{'|'.join(calendar.day_name)})\b(?: (?:morning|afternoon|evening|night))?"
    r"|yesterday|last (?:week|month|year|night)\b"
)
_WHERE = rf"(?:in|at) {NAME.pattern}"
_TOLD = re.compile(rf"(?<![\w-])(?:{_WHEN}|{_WHERE})")


def told_beside(claim: Claim) -> list[str]:
    """Return when and where a claim says that its words were said, as it says so."""
    text, at, outside = claim.text, 0, []
    for start, end in quoted_spans(text):
        outside.append(text[at:start])
        at = max(at, end)
    return _TOLD.findall(" | ".join([*outside, text[at:]]))
