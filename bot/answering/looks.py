"""How an answer of each kind looks in words: a count, a sum, a date, a name. Pure."""

import re

from bot.answering.otherwise import DEAD, HURT
from bot.numerals import SPAN
from index import lexicon

_WORDS = (
    r"(?:(?<!no )(?<!what )one(?! (?:of|or|another|day|who|that|thing)\b)|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|dozens?|hundreds?|thousands?|millions?|billions?|half"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|once|twice)"
)
_VAGUE = r"(?:dozens|hundreds|thousands|millions|billions)"
_NUMBER = rf"(?:\d[\d.,]*(?:\s(?:hundred|thousand|million|billion|trillion|m|bn))?|{_WORDS})"
MONTH = rf"(?:{lexicon.MONTH}|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.)"
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?!\d))?)"
YEAR = r"(?:1\d|20)\d\ds?(?!\d|,\d)"
CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|o['’]clock)|\d{1,2}:\d\d|(?:half|quarter) (?:past|to)\b)"
_LOOSELY = (
    r"(?:spring|summer|autumn|winter|Easter|Christmas|tomorrow|yesterday|midnight|noon"
    r"|(?:last|next|this) (?:week|month|year|night)(?!['’]s)"
    r"|(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|last|final) (?:minute|half|quarter|period|inning)"
    rf"|{_NUMBER} (?:day|week|month|year)s? (?:ago|later|before|after))\b"
)
LENGTH = (
    r"(?:(?:kilo|centi|milli)?met(?:re|er)s?|km|cm|m|miles?|feet|foot|inch(?:es)?|yards?"
    r"|stor(?:e?y|ies)|floors?)"
)
_UNIT = (
    r"(?:mph|km/h|kph|knots?|miles an hour|degrees|°|pounds|lbs?|tons?|tonnes?|kilo(?:gram)?s?|kg|acres"
    r"|hectares|square \w+|(?:kilo|mega|giga)?watts?|horsepower)"
)
_WEIGHT = r"(?:pounds?|lbs?|ounces?|tons?|tonnes?|(?:kilo)?gram(?:me)?s?|kg)"
_CURRENCY = (
    r"(?:euros?|dollars?|pounds?|pence|cents?|francs?|kron\w+|crowns?|yen|yuan|rupees?|ro?ubles?|pesos?)"
)
PLACE = r"(?:town|village|city|community|island|hamlet|municipality|parish|suburb|country|nation)"
_ABOUT = r"(?:about|some|around|nearly|almost|roughly|just over|just under|more than|over|fewer than)"
_OF_NOTHING_ELSE = r"(?!\d| (?!has\b|is\b|was\b)\w+s\b)"  # not "the town of 12 ships"
BIG = r"[A-Z][\w'’.-]*\w"
NAMED = ("who", "where", "which", "which several", "why")
CAPITALS = ("when", *NAMED)

# "Why" is told by a reason, and by no other sentence on the subject.
_REASON = (
    r"(?:because|since (?!\d|then)|as (?:it|he|she|they|there|the|no)|due to|owing to|thanks to|so that"
    r"|in order (?:to|that)|for (?:fear|lack|want|safety) of|reasons?|therefore|(?:that|this|which) is why"
    r"|forced|caus(?:e[sd]?|ing)|led to|blamed? (?:\w+ ){0,2}on|results? (?:of|from)|resulted from"
    r"|stem(?:s|med|ming) from|triggered|sparked|prompted)\b"
)

# How an answer of each kind looks, and how well such words fit. Those of "when" and after have capitals.
_KINDS = {
    "count": (
        (rf"(?!{_VAGUE}\b){_NUMBER}(?![\w%])", 1.0),
        (rf"{_VAGUE}(?!\w)", 0.7),
        (rf"(?:no one|nobody|none)\b[^.;,]{{0,40}} (?:was|were|has been|had been) (?:{DEAD}|{HURT})\b", 0.7),
    ),
    "money": (
        (r"[$£€¥]\s?\d", 1.0),
        (rf"{_NUMBER} (?:US |of a )?{_CURRENCY}\b", 1.0),
        (r"\d[\d.,]* (?:million|billion|trillion|m|bn)\b(?! \w+s\b)", 0.8),
    ),
    "share": ((rf"{_NUMBER}(?:\s?%| per ?cent\b)|(?:a third|a quarter|two thirds)\b", 1.0),),
    # "By how much did it rise?", "What is the rate?"
    "change": (
        (rf"{_NUMBER}(?:-fold|\s?%| per ?cent\b| percentage points)|(?:doubl|tripl|halv)ed\b", 1.0),
        (rf"[$£€¥]\s?\d|{_NUMBER} (?:US |of a )?{_CURRENCY}\b", 0.9),
        (rf"{_NUMBER}\b", 0.7),
    ),
    "rate": (
        (rf"{_NUMBER}(?:\s?%| per ?cent\b)", 1.0),
        (rf"\d[\d.,]*\b(?! {MONTH})", 0.8),
        (rf"{_NUMBER} (?:in|of|out of|for|per) (?:every )?{_NUMBER}\b", 1.0),
    ),
    "long": ((rf"{_NUMBER}[ -](?:\w+ )?(?:{LENGTH}|{SPAN})\b(?! (?:ago|later|before|earlier))", 1.0),),
    "far": ((rf"{_NUMBER}[ -](?:\w+ )?{LENGTH}\b", 1.0),),
    "old": (
        (rf"(?:\w+-year-old|aged? {_NUMBER}|{_NUMBER} years? old|turn\w* {_NUMBER}|is {_NUMBER})\b", 1.0),
        (r"(?<=\w, )\d{1,3}(?=,)", 1.0),  # "Ann Lee, 66, said"
        (r"(?:die[sd]?|death)\b[^.;]{0,60}? at (?:the age of )?\d{2,3}\b(?! \w+s\b)", 1.0),
    ),
    "measure": (
        (rf"{_NUMBER}[ -]?(?:\w+ )?(?:{LENGTH}|{_UNIT})(?!\w)", 1.0),
        (r"(?:category|magnitude(?: of)?)[ -]\d|\d(?:\.\d)?[ -]magnitude", 1.0),
    ),
    "heavy": ((rf"{_NUMBER}[ -]?{_WEIGHT}\b", 1.0),),
    "fast": (
        (rf"{_NUMBER} ?(?:mph|kmh|km/h|kph|knots?|{LENGTH} (?:an?|per|each) {SPAN}|times the speed)\b", 1.0),
        (r"mach \d", 1.0),
    ),
    "votes": (
        (
            r"\d{1,3} ?(?:[-–—]|(?:[-–—] ?)?to(?: ?[-–—])?) ?\d{1,3}(?![\d,.]\d| (?:years?|days?|months?)\b)",
            1.0,
        ),
        (rf"unanimous|{_NUMBER} votes?\b", 1.0),
    ),
    # "Some 640 people live on the island", "the town of 4,200": not all people who are counted live there.
    "people": (
        (rf"{_NUMBER} (?:\w+ )?(?:people|souls|inhabitants)(?: who| that)? (?:live|lived|living)\b", 1.0),
        (rf"the {_NUMBER} (?:people|souls|inhabitants|residents) (?:of|in|on)\b", 0.9),
        (rf"{_NUMBER} inhabitants\b", 0.9),
        (
            rf"(?:population (?:of|is|was|stands at)|{PLACE} of)(?: {_ABOUT})? {_NUMBER}{_OF_NOTHING_ELSE}",
            1.0,
        ),
        (rf"home to(?: {_ABOUT})? {_NUMBER} (?:people|souls|inhabitants)\b", 1.0),
    ),
    "clock": ((rf"(?:{CLOCK}|noon|midnight)", 1.0),),
    "why": ((_REASON, 1.0),),
    "often": ((rf"(?:once|twice|daily|weekly|monthly|yearly|every|{_NUMBER} times)\b", 1.0),),
    "when": ((rf"(?:{DAY}|{YEAR})", 1.0), (lexicon.WEEKDAY, 0.9), (rf"(?:{CLOCK}|{_LOOSELY})", 0.7)),
    "who": ((rf"{BIG}(?:\s(?:(?:[A-Z]\.|de|van|von|al|bin)\s)*{BIG})+", 1.0), (BIG, 0.5)),
    "where": (
        (rf"(?:[Ii]n|[Aa]t|[Oo]n|near|from|to|off|outside) (?:the |an? )?(?:\w+ )?{BIG}", 1.0),
        (BIG, 0.5),
    ),
    "which": ((BIG, 1.0), (r"\w", 0.6)),
    "which several": (
        (rf"{BIG}(?:, (?:the )?{BIG})+,? and (?:the )?{BIG}", 2.0),
        (rf"{BIG} and (?:the )?{BIG}", 1.0),
        (r"\w", 0.6),
    ),
}
LOOKS = {
    kind: [
        (
            re.compile(rf"(?<![\w.,])(?<![A-Za-z]-){look}", re.NOFLAG if kind in CAPITALS else re.IGNORECASE),
            worth,
        )
        for look, worth in looks
    ]
    for kind, looks in _KINDS.items()
}
