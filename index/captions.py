"""What stands in a news text and is not its prose: photo captions, credits, "read more" lines.

Scrapers leave them between the paragraphs, where they would be quoted as if somebody had said
them. Only what gives itself away is taken: prose wrongly left out is lost to every answer, and a
caption wrongly left in harms little.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from index.layout import paragraphs
from index.types import Span


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


_ALONE = _any(  # agencies whose name alone on a line is a credit
    r"Getty(?: ?[Ii]mages)?(?:\.\w{2,3})?",
    r"(?:The )?Associated Press|AP(?: Photo)?",
    r"Reuters|REUTERS|AFP|TASS|Xinhua|Sputnik|Shutterstock|iStock(?:photo)?",
    r"RIA (?:Novosti|News)|Anadolu(?: Agency| Ajansi)?|[Gg]lobal ?[Ll]ook ?[Pp]ress(?:\.com)?",
)
_AGENCY = _any(  # and those whose name means other things too, unless a photographer's goes before
    _ALONE,
    r"Alamy|Bloomberg|dpa|EPA|Kyodo|Magnum Photos|NurPhoto|PA(?: Images)?|[Pp]icture[ -][Aa]lliance|UPI",
    r"Unsplash|Rex Features|SOPA Images|Z(?:uma|UMA)(?: Press| Wire)?|Pool|POOL|Handout|FILE|File",
)
_NAME = r"[A-Z][\w.’'-]*(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]*){0,4}"
_JOIN = r"(?: ?/ ?| via |, )"
_PICTURE = r"(?:photo(?:graph)?|picture|image|illustration)s?"
_CREDIT = re.compile(  # a whole line: "© MOD Russia", "Reuters", "Carlos Barria / Reuters", "Photo: Ann Lee"
    _any(
        r"(?:©|\([cC]\) ?(?=[A-Z\d])|Copyright ©).*",
        rf"{_ALONE}(?:{_JOIN}{_AGENCY})*",
        rf"{_NAME}(?: ?/ ?|,? via ){_AGENCY}(?:{_JOIN}{_AGENCY})*",
        rf"(?i:{_PICTURE}(?: credits?| courtesy(?: of)?| by)?|credits?) ?: ?\S.*",
        r"(?i:photos?|photograph|image) (?:by|courtesy of|credit) "
        rf"{_NAME}(?:(?: ?[,/&] ?| and | via | (?:for|of) (?:the )?)(?:{_NAME}|{_AGENCY}))*",
        r"(?i:file (?:photo|image|picture)).*",
    )
)
_ENDS_WITH_CREDIT = re.compile(  # a caption: "The mayor. (AP Photo/Ann Lee)", "A storm. Ann Lee/Getty Images"
    _any(
        rf"\((?i:(?:ap |afp |reuters |file |courtesy )?{_PICTURE})\b[^()]*\)$",
        rf"\([^()]*/ ?{_AGENCY}\)$",
        rf"[.!?”)] {_NAME}(?: ?/ ?{_NAME})* ?/ ?{_AGENCY}(?:{_JOIN}{_AGENCY})*$",
        r"(?i:hide caption(?: \d+ of \d+)?)$",
    )
)
_TEASING = _any(  # words that lead to another article
    r"read more|(?:read|see) also|also read|more|(?:watch|learn) more|watch|must[- ]read|dig deeper",
    r"related(?: (?:stories|articles|links|content|coverage))?|recommended(?: reading)?",
    r"more (?:from|on) [^:.]{2,40}|you may also like",
)
TEASER = re.compile(
    rf"{_TEASING}\b[^.\n]{{0,30}}:", re.IGNORECASE
)  # how a line begins: "More on the tide: …"
_FURNITURE = re.compile(  # what a page says about itself
    _any(
        r"advertisement|sponsored(?: content)?|hide caption|continue reading(?: below| the main story)?",
        r"(?:story|article) continues below(?: (?:this )?ad(?:vertisement)?)?|scroll (?:down )?to continue.*",
        _any(_TEASING, "for subscribers|newsletter|contributing") + r" ?:.{0,200}",
        r"(?:videos?|graphics?) ?:[^.]{0,150}",
        r"read more(?: (?:about|at|from|here|on)\b.{0,100})?",
        r"(?:click|tap) here (?:to|for)\b.{0,100}",
        r"(?:like|follow) us on .{0,80}",
        r"follow .{2,60} on (?:twitter|facebook|instagram|x|threads|bluesky)\b.{0,60}",
        r"(?:sign up|subscribe) (?:for|to|here|now|today)\b.{0,120}",
    ),
    re.IGNORECASE,
)
# "Ann Lee is a reporter for the Gazette. Email: …", "Twitter: @lee": how to reach who wrote it.
_FOOTER = re.compile(
    _any(
        r"(?:Email|E-mail|Twitter|Instagram|Facebook|Phone|Tel|Contact) ?: ?\S.{0,150}",
        r"(?:Reach|Contact|Email|Follow) (?:[\w.’'-]+ ){1,4}(?:at|on|by) .{0,150}",
        r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} (?:is|covers|writes) "
        r".{0,200}\b(?:(?:[Rr]each|[Ff]ollow|[Cc]ontact|[Ee]-?mail) (?:him|her|them|[A-Z]\w+(?: [A-Z]\w+)?)"
        r"(?: (?:at|by|here|on|via)\b|:|.{1,40}@)|(?:reached|emailed|contacted) (?:at|by|on)\b"
        r"|please subscribe\b).{0,200}",
    )
)
# A link to another article: "Harbour wall:Lee asks for a survey", with no space where the link begins;
# "'It is late': Lee on the harbour wall".
_LINK = re.compile(
    r"(?:[A-Z][\w ,.'’&-]{1,40}:(?=[A-Z'‘“\"])|['‘“\"][^'’”\"\n]{3,60}['’”\"]: ?(?=[A-Z]))[^.]{8,180}"
)
_BULLET = re.compile(r"[•●▪◾◦‣∙·*–-]\s+")
_LONGEST_CAPTION = 600  # characters
_LONGEST_BULLET = 200
_BULLETS_PER_PHOTO = 2  # what is shown, and whose archive it is from, stand before the "©" line


def captions(text: str) -> list[Span]:
    """Return the spans of lines and paragraphs of `text` that are not prose, in order.

    A paragraph of a news text is such a span as a whole or by its lines. Bulleted lines are where
    a credit stands among them, as in "• The harbour • RIA News • © Ann Lee"; a list of facts is not.
    """
    found: list[Span] = []
    for bulleted, units in groupby(_units(text), key=lambda span: bool(_BULLET.match(text, span[0]))):
        run = list(units)
        flags = [_is_furniture(_bare(text[start:end])) for start, end in run]
        if bulleted:
            flags = _with_described_photo([_bare(text[start:end]) for start, end in run], flags)
        found += [span for span, flagged in zip(run, flags) if flagged]
    return found


def _units(text: str) -> Iterator[Span]:
    """Yield paragraphs that are a caption as a whole, and the lines of all others."""
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        if "\n" not in paragraph or _is_caption(" ".join(paragraph.split())):
            yield start, end
            continue
        for line in re.finditer(r"\S.*\S|\S", paragraph):
            yield start + line.start(), start + line.end()


def _bare(unit: str) -> str:
    return _BULLET.sub("", " ".join(unit.split()), count=1).rstrip(". ")


def _is_furniture(unit: str) -> bool:
    if len(unit) > _LONGEST_CAPTION:
        return False
    return any(kind.fullmatch(unit) for kind in (_CREDIT, _FURNITURE, _FOOTER, _LINK)) or _is_caption(unit)


def _is_caption(unit: str) -> bool:
    return len(unit) <= _LONGEST_CAPTION and bool(_ENDS_WITH_CREDIT.search(unit.rstrip(". ")))


def _with_described_photo(run: list[str], credits: list[bool]) -> list[bool]:
    """Flag also the bullets before a credit that say what its photo shows."""
    flags = list(credits)
    for i, credit in enumerate(credits):
        before = range(i - 1, max(-1, i - 1 - _BULLETS_PER_PHOTO), -1) if credit else ()
        for j in before:
            if credits[j] or not _describes_photo(run[j]):
                break
            flags[j] = True
    return flags


def _describes_photo(bullet: str) -> bool:
    """Whether a bullet can be a caption: short, one sentence at most, and nobody's words."""
    sentences = re.split(r"[.!?] (?=[A-Z])", bullet)
    return len(bullet) <= _LONGEST_BULLET and len(sentences) == 1 and not re.search('[“”"«»]', bullet)
