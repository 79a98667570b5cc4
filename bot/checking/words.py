"""Words as a comparison sees them: spelt out, with their place, blind to typography and to nothing else.

White space, the kinds of quote marks, apostrophes and dashes, and most punctuation do not exist here.
Case, numbers, signs such as % and €, and question marks do.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_UNSEEN = (
    "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"  # shown as nothing: soft hyphens, zero widths
)
_MARKS = "\u0300-\u036f"  # accents that stand as characters of their own
_APOSTROPHE = "'’‘ʼ′＇"
_LETTERS = rf"[\w{_MARKS}{_UNSEEN}]"
_WORD = re.compile(
    rf"(?:(?<![\w.,])[-−–](?=\d))?\d+(?:[.,:]\d+)*{_LETTERS}*"  # 4.6, 2,500, -5, 21st
    rf"|(?:[\[(][^\W\d_][\])](?={_LETTERS}))?{_LETTERS}+(?:\[[a-z]{{1,3}}\])?"  # [T]hose and work[ed]
    rf"(?:[{_APOSTROPHE}](?!{_APOSTROPHE}){_LETTERS}+)*"  # don't, but not don''t
    r"|[?؟？]|[%‰&+=<>@#°§~/\\^|*]|[^\W\d_]|[\u20a0-\u20bf$£¥¢]"
)
_INVISIBLE = re.compile(rf"[{_UNSEEN}\[\]()]")
_FANCY = str.maketrans(dict.fromkeys("’‘ʼ′＇", "'") | dict.fromkeys("−–", "-") | dict.fromkeys("؟？", "?"))

NEGATORS = frozenset(
    """not no never nobody nothing none neither nor nowhere cannot without hardly barely scarcely rarely
    seldom n't don't doesn't didn't won't wouldn't can't couldn't shan't shouldn't isn't aren't
    wasn't weren't hasn't
    haven't hadn't mustn't needn't ain't mightn't oughtn't""".split()
)
MODALS = frozenset(
    """can could may might must shall should will would ought need dare can't couldn't won't wouldn't shan't
    shouldn't mustn't cannot""".split()
)
_SAME_MODAL = dict(
    pair.split("=")
    for pair in """would=will could=can might=may won't=will wouldn't=will can't=can couldn't=can cannot=can
    should=shall shouldn't=shall mustn't=must""".split()
)
NUMERALS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion trillion half third quarter dozen dozens hundreds thousands millions billions first second once
    twice double every all some most few many""".split()
)
MAY = "May"  # the month: no modal verb, with its capital
STOP_WORDS = frozenset(
    """a an the this that these those and or but if because as of at by for with about against between into
    through during before after above below to from up down in out on off over under again then than once here
    there when where why how all any both each few more most other some such own same so too very just also
    i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its
    itself they them their theirs themselves what which who whom whose is am are was were be been being have
    has had having do does did doing will would shall should can could may might must s t re ve ll d m
    it's that's i'm i've i'll i'd you're you've we're we've we'll they're they've he's she's there's what's
    let's well now get got go going know think say said says like really even still only one""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the text it was read from; `form` is what comparisons look at."""

    form: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]`, with offsets into `text`."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    spelt = ((_form(match.group()), match.span()) for match in found)
    return [Word(form, *span) for form, span in spelt if form]


def same(one: str, other: str, *, first: bool = False) -> bool:
    """Whether two forms are one word; with `first` the case of the first letter is free."""
    return one == other or (first and one[:1].lower() == other[:1].lower() and one[1:] == other[1:])


def is_negation(form: str) -> bool:
    """Whether a word turns the sense of its sentence."""
    form = form.lower()
    return form in NEGATORS or form.endswith("n't")


def modals(forms: Iterable[str]) -> set[str]:
    """Return the modal verbs among some words, "would" as "will": reported speech shifts them."""
    found = {form.lower() for form in forms if form != MAY} & MODALS
    return {_SAME_MODAL.get(form, form) for form in found}


def is_telling(form: str) -> bool:
    """Whether a change of this word deserves red: a negation, a number, a modal verb or a name."""
    plain = form.lower()
    is_name = form[:1].isupper() and plain not in STOP_WORDS
    return is_negation(form) or plain in MODALS or plain in NUMERALS or is_name or is_number(form)


def is_number(form: str) -> bool:
    """Whether a word is written with digits."""
    return any(character.isdigit() for character in form)


def counts(form: str) -> bool:
    """Whether a word counts or takes a side, small as it may be."""
    return is_number(form) or form.lower() in NUMERALS or form.lower() == "against"


def is_content(form: str) -> bool:
    """Whether a word says something by itself."""
    return form == MAY or (form.lower() not in STOP_WORDS and form != "?")


def weight(forms: Iterable[str]) -> float:
    """Return how much the words say together: a content word or negation 1, any other a quarter."""
    return sum(1.0 if is_content(form) or is_negation(form) else 0.25 for form in forms)


def _form(found: str) -> str:
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", found)).translate(_FANCY)
