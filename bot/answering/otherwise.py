"""In what other words a text may tell what a question asks: costs for price, died for killed. Pure.

Nearness of word vectors finds most such words; here stand those that it does not tell from rivals, or
whose other word is two.
"""

import re
from collections.abc import Iterable

from index.searching.irregular import base
from index.searching.topic import nearness, stem

LIKE = 0.32  # nearness from which a word is for much the same: states for countries, families for homes

FOUNDED = re.compile(r"founded|created|established|formed|set|exist(?:s|ed)?")
FOUNDING = re.compile(
    r"\b(?:found(?:ed|ing|ation)|creat(?:ed|ion)|establish(?:ed|ment)|form(?:ed|ation)|set up"
    r"|came into (?:being|existence)|exist(?:s|ed) since|dat(?:es|ed) (?:back )?(?:from|to))\b",
    re.IGNORECASE,
)
# Those who came to harm, in all words for it.
DEAD = r"die[sd]?|dying|dead|deaths?|kill(?:s|ed|ing)|deadly|fatal(?:ly|ities)?|slaughter(?:ed)?|cull(?:ed)?"
HURT = r"hurt|injur(?:ed|y|ies|ing)|wound(?:s|ed|ing)"
ARRESTED = r"arrest(?:s|ed|ing)?|detain(?:ed|s)?|took into custody|caught"
# To go up and to go down.
UP = (
    r"r(?:ise[sn]?|ose|ising)|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|gr[oe]w(?:s|n|ing)?|increas(?:e[sd]?|ing)"
    r"|gain(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|up"
)
DOWN = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|plung(?:e[sd]?|ing)"
    r"|slump(?:s|ed|ing)?|s[ial]nk|shr[iau]nk|down"
)
_ANY = ""  # kind of question
# Words of a question of some kind, and those in which its answer may say the same.
_SAME = tuple(
    (kind, re.compile(asked, re.IGNORECASE), re.compile(rf"\b(?:{told})\b", re.IGNORECASE))
    for kind, asked, told in (
        ("money", r"pays?|paid|earn(?:s|ed)?|salary|wages?", r"salar(?:y|ies)|wages?|earn(?:s|ed|ings)?"),
        ("money", r"pays?|paid|costs?|prices?|charged?|worth", r"costs?|price[sd]?|charge[sd]?|fees?|worth"),
        ("count", r"reject|oppose", r"vot(?:ed?|ing)(?: [\w-]+)? against"),
        ("count", r"approve|adopt|back|accept", r"vot(?:ed?|ing)(?: [\w-]+)? (?:for|in favou?r)"),
        ("who", r"wrote|written", r"(?:co-)?author(?:s|ed)?|penned|drafted"),
        ("who", r"chief|executive", r"CEO"),
        ("who", r"ceo", r"chief executive"),
        ("change", UP, UP),
        ("change", DOWN, DOWN),
        ("who", r"won|wins", r"winners?|champions?|t(?:ook|akes) (?:the )?(?:top )?(?:prize|title|gold)"),
        ("who", FOUNDED.pattern, FOUNDING.pattern),
        ("when", FOUNDED.pattern, FOUNDING.pattern),
        ("when", rf"{FOUNDED.pattern}|signed|built|made|written", r"dat(?:es|ed|ing) (?:back )?(?:from|to)"),
        ("when", r"held", r"host(?:s|ed)?|stag(?:es?|ed)|takes? place|took place|set for|scheduled"),
        ("where", r"based|headquartered", r"based|headquarter(?:s|ed)"),
        ("where", r"held", r"host(?:s|ed)?|stag(?:es?|ed)|takes? place|took place"),
        (_ANY, r"die[sd]?|dead|killed", DEAD),
        (_ANY, r"hurt|injured|wounded", HURT),
        (_ANY, r"arrested|detained|caught", ARRESTED),
        (_ANY, r"fired|sacked|dismissed", r"fir(?:ed|ing)|sack(?:ed|ing)|dismiss(?:ed|al)|ousted"),
        (_ANY, r"hired|appointed", r"hir(?:ed|ing)|appoint(?:ed|ment)|recruit(?:ed|ment)"),
        (_ANY, r"bought|purchased|acquired", r"b[uo](?:y|ys|ught)|purchased?|acqui(?:red|sition)|sold to"),
        (_ANY, r"beg[iau]n|start(?:s|ed)?", r"beg[iau]n(?:s|ning)?|start(?:s|ed|ing)?|kick(?:s|ed) off"),
    )
)  # fmt: skip


def says_the_same(kind: str, word: str, text: str) -> bool:
    """Whether a text has another word for one of a question of that kind: pay, salary."""
    return any(k in (kind, _ANY) and asked.fullmatch(word) and told.search(text) for k, asked, told in _SAME)


def means_the_same(kind: str, word: str, other: str) -> bool:
    """Whether one word stands for another of a question of that kind, as a form of it or otherwise."""
    return base(word) == base(other) or says_the_same(kind, word, other)


def is_like_any(word: str, others: Iterable[str]) -> bool:
    """Whether a noun is for one of others, or for much the same: countries, states."""
    return any(stem(word) == stem(each) or nearness(word, each) >= LIKE for each in others)
