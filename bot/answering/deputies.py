"""Who speaks for whom: "her campaign", "a spokesman for Pankin", "people close to the Clintons".

Such words are not the person's own and are never given as such. But who asks what Pankin said, and
finds that he said nothing on it, wants to know what his ministry said for him.
"""

import re

from bot.asking.initials import FEWEST
from index.naming.personal import is_title, surname
from index.naming.shortened import initials

# Who stands for a person, and what a person puts out in writing.
_DEPUTY = re.compile(
    r"\b(?:administration|advis[eo]rs?|aides?|all(?:y|ies)|associates?|attorneys?|camp|campaign|close to|"
    r"chief of staff|company|confidants?|counsel|deput(?:y|ies)|insiders?|lawyers?|manager|office|officials?|"
    r"operatives?|organi[sz]ation|press secretary|representatives?|spokes\w+|staff(?:ers?)?|strategists?|"
    r"surrogates?|team|transition|veterans?|accounts?|blog|books?|diar(?:y|ies)|e-?mails?|filings?|guidelines|"
    r"letters?|memoirs?|memos?|pages?|platform|posts?|press release|statements?|tweets?|website)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:accusers?|against|challengers?|critics?|critical|detractors?|enem(?:y|ies)|foes?|oppon\w+|oppos\w+|"
    r"plaintiffs?|predecessors?|prosecutors?|rivals?|sceptics?|skeptics?|successors?|victims?)\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\b(?:former|formerly|ex-\w+|retired|one-time|then)\b", re.IGNORECASE)
_BODY = re.compile(
    r"(?:^|\b(?:of|for|at|with|from) (?:the )?)"
    r"([A-Z][\w’'&-]*(?: (?:(?:of|the|and|for) )*[A-Z][\w’'&-]*)*)"
)


def speaks_for(source: str, name: str) -> bool:
    """Whether a source, in the words of its article, stands for the person or organisation called `name`."""
    named = re.search(rf"\b{re.escape(surname(name))}(?:s|['’]s?)?(?!\w)", source)
    return bool(named and _DEPUTY.search(source) and not _AGAINST.search(source))


def speaks_among(source: str, name: str) -> bool:
    """Whether a source names somebody beside others: "Hart and Lee", "experts like Lee"."""
    beside = rf"(?P<before>(?:[A-Z][\w.’'-]* )*){re.escape(surname(name))}\b(?!['’]s)"
    found = re.search(rf"\b(?:and|like|such as|including) {beside}", source) or re.match(
        rf"{beside}(?:, [^,]*,)? and ", source
    )
    # "Ann Lee" is not Ruth, and "Mayor Lee" may be.
    own = found and all(word in name.split() or is_title(word) for word in found["before"].split())
    return bool(own) and not _AGAINST.search(source)


def may_be(source: str, name: str) -> bool:
    """Whether a source is named by the surname alone: somebody of that name, and the article has several."""
    return bool(re.fullmatch(rf"(?:(?:Mr|Mrs|Ms|Dr)\.? )?{re.escape(surname(name))}", source))


def is_of(role: str, body: str) -> bool:
    """Whether a role places somebody in a body that is asked for by its name or its initials: "an adviser at
    the Holm Tide Fund", "Holm Tide Fund adviser"."""
    if _AGAINST.search(role) or _NO_LONGER.search(role):
        return False
    shortened = len(body) >= FEWEST
    return any(body == named or (shortened and body == initials(named)) for named in _BODY.findall(role))
