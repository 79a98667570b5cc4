"""What a question for a fact asks for, told by its form: a number, a date, a sum, a name. Pure.

A sentence can only answer "how many homes" if it holds a number, and best a number of homes; this says
so before anybody weighs what the sentence is about.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.answering.doers import done_to, is_past, names_the_doer, names_the_object
from bot.answering.looks import BIG, CAPITALS, CLOCK, DAY, LENGTH, LOOKS, MONTH, NAMED, PLACE, YEAR
from bot.answering.otherwise import DOWN, FOUNDED, FOUNDING, UP, is_like_any, says_the_same
from bot.numerals import SPAN
from index.lexicon import WEEKDAY, is_person_noun
from index.searching.topic import STOP_WORDS, stem

_FIRST_WORD = re.compile(r"^\W*[A-Z]\w*(?=,? [^A-Z])")  # a capital that means no name
_DIMENSION = re.compile(r"\s+(long|wide|high|tall|deep|thick|old)\b")
_NO_NAME = re.compile(rf"{_FIRST_WORD.pattern}|{MONTH}|{WEEKDAY}")
_NO_COUNT = re.compile(rf"(?:{DAY}|\b{YEAR}|\b{CLOCK})")
# Nobody is counted by a sum, a share or the number of a thing: $6 billion, 0.5%, Article 34.
_OF_ONE = re.compile(
    r"[$£€¥]\s?\d[\d.,]*(?: (?:[mb]illion|trillion|m|bn)\b)?|\d[\d.,]*%"
    r"|\b(?:Article|Section|Chapter|Clause|Amendment|Title|Part|Act|Phase|Room|Gate|Pier|Flight|Route|Highway"
    r"|Interstate|Proposition|Measure|Group|Level|Page|Type|Unit|Week|Game|Day|No\.) \d+"
)

_COSTING = r"(?:pay|pays|paid|costs?|earns?|earned|charges?|charged|spen[dt]|worth|owes?)"
_SUMS = r"(?:price|cost|salary|wage|fee|fine|sum|budget|subsid\w+|fund\w+|amount|bill|debt|revenue|profit)s?"
_CHANGE = rf"{UP}|{DOWN}"
_CAUSED = r"caused|led to|triggered|sparked|prompted|brought about"
_BE = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may)"
# The words that ask, and the kind they ask for, tried in order. What they match is no part of the topic.
_ASKING = tuple(
    (re.compile(rf"\b{words}\b", re.IGNORECASE), kind)
    for words, kind in (
        (r"how many (?:people|inhabitants|souls) (?:do |are )?(?:live[sd]?|living)", "people"),
        (r"(?:what|how (?:big|large|high)) (?:is|was|are) the (?:current )?population", "people"),
        (r"why|what (?:is|was|were|are) the (?:causes?|reasons?) (?:of|for|behind)", "why"),
        (rf"what (?=(?:(?:has|have|had) )?(?:{_CAUSED})\b)", "why"),
        (r"what (?=(?:did|do|does|has|have|had) .*\b(?:die[sd]?|dying)(?: (?:of|from))?\W*$)", "why"),
        (r"(?:by )?(?:what|how (?:wide|large|big) an?) margin", "votes"),
        (rf"(?:by )?how much (?:more |less )?(?={_BE}\b.*\b(?:{_CHANGE})\b)", "change"),
        (r"what (?=(?:is|was|are|were) .*\b(?:rate|ratio|average)\W*$)", "rate"),
        (r"how many", "count"),
        (r"(?:what|which) (?:percentage|share|proportion)", "share"),
        (rf"how much (?:money )?(?={_BE}\b|{_COSTING}\b)", "money"),
        (rf"what (?={_BE}\b.*\b{_COSTING}(?: (?:for|per|to)\b.*)?\W*$)", "money"),
        (rf"(?:what|which|how (?:large|big|high)) (?:{_BE} )?(?=(?:[\w'’]+ ){{0,4}}{_SUMS}\b)", "money"),
        (r"how much (?=[\w-]+ money\b)", "money"),
        (r"how much", "count"),
        (r"how long", "long"),
        (r"how (?:far|high|tall|deep|wide)", "far"),
        (r"how old|(?:at )?what age", "old"),
        (r"how often", "often"),
        (r"how (?:large|big)", "count"),
        (r"how fast|what (?:is|was|were) the (?:[a-z]+ )?speed (?:of|at)", "fast"),
        (r"how heavy", "heavy"),
        (r"how (?:strong|powerful|hot|cold|warm)", "measure"),
        (r"(?:what (?:was|is) the (?:final )?|by what )(?=(?:vote|tally|score|margin)\b)", "votes"),
        (r"(?:since |until |by )?when", "when"),
        (r"(?:at )?(?:what|which) (?:exact )?time(?! of)", "clock"),
        (r"(?:in |on |at )?(?:what|which) (?:exact )?(?:year|date|day|month|time)", "when"),
        (r"where", "where"),
        (r"who(?:m|se)?", "who"),
        (r"what is the name of|what (?:is|are) .{3,40} called", "who"),
        (r"(?:which|what) (?=(?:[\w-]+ )?(?!is |was )\w+s (?:are|were|have|belong|make)\b)", "which several"),
        (rf"which|what (?!{_BE}\b)", "which"),
        (r"what", ""),
    )
)  # fmt: skip
_A_UNIT = re.compile(rf"{SPAN}|{LENGTH}")
# "two sick cows", "two central U.S. states": a noun for several, right after their number.
_NOUN_AFTER = re.compile(
    r"(?: of(?: (?:the|those|these|its|their))?)?"
    rf"(?: (?!(?:{'|'.join(sorted(STOP_WORDS))})\b)[\w.-]+){{0,2}}? (?P<noun>[a-z]+[^su\W]s)\b"
)
_DYING, _DEATHS = frozenset(("die", "died", "dead")), frozenset(("deaths", "fatalities"))
# "The boat that was stolen from Holm has been found": Holm is no place where it was found.
ASIDE = re.compile(r" (?:that|which|who) (?:was|were|had been)\b[^,;]*?(?= (?:is|are|was|were|has|have)\b)")
_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been"))
_SENTENCE_END = re.compile(r"\w{3}[.!?] (?=[A-Z])")
_FILLERS = re.compile(
    r"\b(?:of the following(?: \w+)?|according to|this (?:week|month|year)|take place|happen(?:s|ed)?"
    r"|occur(?:s|red)?|the name of|in total|altogether|gets?|got)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked for: a `kind` of answer, "" where any words may be one, about a `topic`; `counted`
    are the words for what is to be counted, and `said` the words of the question, which answer nothing."""

    topic: str
    kind: str = ""
    counted: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    noun: str = ""  # which newspaper, what colour: the noun that an answer is one of
    done: str = ""  # what was done to those who are asked for: arrested, for "Who was arrested?"

    def names_its_noun(self, words: str) -> bool:
        """Whether a text has the noun asked for with a name beside it: "the newspaper La Voz"."""
        if not self.noun:
            return True
        return bool(
            re.search(rf"(?i:\b{self.noun})\W+(?:\w+ )?{BIG}|{BIG}[\w ]{{0,12}}\b(?i:{self.noun})\b", words)
        )

    def _lacks_its_name(self, words: str) -> bool:
        """Whether a text has the noun asked for and calls it by no name: "a judge on Friday"."""
        if not self.noun or not re.search(rf"\b{self.noun}\b", words):
            return False
        text = _NO_NAME.sub(_blank, words)
        # "the Holm Gazette newspaper" is called so, and no "Holm Court judge"
        before = rf"{BIG}(?:, | is | was )" if is_person_noun(self.noun) else rf"{BIG},? "
        return not re.search(
            rf"(?i:\b{self.noun}s?),? (?:called |named |of )?{BIG}"
            rf"|{before}(?:(?:an?|the|is|was) )?(?:[\w-]+ ){{0,3}}{self.noun}\b",
            text,
        )

    def same(self, word: str, words: str) -> bool:
        """Whether `words` say what a word of the topic says, in another word for it: pay, salary."""
        if word in self.counted:
            return any(map(self._is_counted, _words(words)))
        return says_the_same(self.kind, word, words)

    @property
    def deed(self) -> str:
        """What was done, if its time, place or doer is asked: built, for "When was it built?"; or nothing."""
        words = _words(self.topic)
        if self.done:
            return self.done
        if self.kind == "who" and len(words) > 1 and is_past(words[0]):
            return words[0]  # "who represented Lee"
        asked = self.kind in ("when", "where") and len(words) > 1 and not _PASSIVE.isdisjoint(words[:-1])
        past = asked and (is_past(words[-1]) or words[-1] == "found")  # which may found something, too
        return words[-1] if past and words[-1] != "held" else ""

    def names_whoever(self, sentence: str) -> bool:
        """Whether a sentence names who did it, or to whom it was done, where such are asked for."""
        if self.done:
            return names_the_object(self.done, sentence, self.said)
        return self.kind != "who" or not self.deed or names_the_doer(self.deed, sentence)

    def is_of(self, names: Collection[str], before: str, sentence: str, title: str) -> bool:
        """Whether what is told is told of the `names` asked about, where many things may be told so.

        People live in a place that the sentence names, or the one before, or the title. What is founded has
        the name next to that word; where the sentence has none ("It was founded"), the one before begins
        with it.
        """
        if self.kind == "people":
            return set(names) <= set(_words(f"{title} {before} {sentence}"))
        founded = self.kind in ("when", "who") and any(map(FOUNDED.fullmatch, _words(self.topic)))
        if not founded or not names:
            return True
        told = FOUNDING.search(sentence)
        if not told:
            return False
        near = [
            each for each in _named(sentence) if not (self.kind == "who" and told.start() - each[1] == 1)
        ]  # "which Lee founded": he did, and the name before that is what
        if near:
            nearest = min(near, key=lambda each: max(each[0] - told.end(), told.start() - each[1]))
            return not nearest[2].isdisjoint(names)
        return any(not words.isdisjoint(names) for *_, words in _named(before)[:2])

    @property
    def has_form(self) -> bool:
        """Whether few words look like an answer: a number, a sum, a date, but no name."""
        return bool(self.kind) and self.kind not in NAMED

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence may tell it of what the one before names: "The town of 4,200 has no bank"."""
        return self.kind == "people" and bool(re.match(rf"The {PLACE}\b", sentence))

    def after_a_name(self, words: str) -> bool:
        """Whether what is measured follows a name that the question does not have: it may be of that."""
        if not self.has_form:
            return False
        text = _NO_NAME.sub(_blank, words)
        other = next((m for m in re.finditer(BIG, text) if not set(_words(m.group())) <= self.said), None)
        return other is not None and not replace(self, counted=frozenset()).fit(words[: other.start()])

    def fit(self, words: str) -> float:
        """Return how well a text holds the kind of thing asked for: 0 not at all, 1 well."""
        if not self.kind:
            return 1.0
        if self.kind in ("when", "where") and self.deed:
            words = ASIDE.sub(lambda aside: aside[0] if self.deed in aside[0] else "", words)
        text = _NO_COUNT.sub(" ", words) if self.kind == "count" else words
        text = _OF_ONE.sub(" ", text) if self.counted else text
        if self.kind in CAPITALS:
            text = (_NO_NAME if self.kind in ("who", "where") else _FIRST_WORD).sub("", words)
        if self.counted and not any(map(self._is_counted, _words(text))):
            return 0.0
        found = (
            worth
            * (
                self._counts(match.group(), text[match.end() :])
                if self.kind == "count" and self.counted
                else 1.0
            )
            for pattern, worth in self._looks()
            for match in pattern.finditer(text)
            if (self.kind == "why" or not set(_words(match.group())) <= self.said)
            and not self._is_other_dimension(text[match.end() :])
        )
        fit = max(found, default=0.0)
        return min(fit, 0.6) if self._lacks_its_name(words) else fit

    def _looks(self) -> Sequence[tuple[re.Pattern[str], float]]:
        """How an answer looks: votes are told as a score, too."""
        return LOOKS[self.kind] + (LOOKS["votes"] if "votes" in self.counted else [])

    def _is_other_dimension(self, after: str) -> bool:
        """Whether a length goes on as another than the one asked for: "310 metres long" is not how high."""
        found = _DIMENSION.match(after) if self.kind in ("long", "far") else None
        return found is not None and found[1] not in self.said

    def _counts(self, number: str, after: str) -> float:
        """How well words after a number name what is to be counted: "214 boats", or "214 were flooded"."""
        words = _words(after[:60])[:4]
        if after.startswith("-") and words and not self._is_counted(words[0]):
            return 0.0  # of a "150-year-old refinery" nobody is counted
        if any(map(self._is_counted, words)):
            return 1.0 if {stem(word) for word in words} & set(map(stem, self.counted)) else 0.9
        is_noun = bool(re.match(r" [a-z]", after)) and words[0] not in STOP_WORDS | self.said
        several = any(word == "people" or word.endswith("s") for word in self.counted)  # not "how much steel"
        named = _NOUN_AFTER.match(after)
        of_another = several and (
            is_noun and number.lower() == "one" or bool(named and named["noun"] not in self.said)
        )
        return 0.0 if of_another or any(map(_A_UNIT.fullmatch, self.counted)) else 0.5

    def _is_counted(self, word: str) -> bool:
        """Whether a word is for what is to be counted, or for much the same: countries, states.

        People are counted as whatever they are: 40 passengers, 12 nurses.
        """
        if "people" in self.counted and _are_people(word):
            return True
        if word in _DEATHS and not _DYING.isdisjoint(self.said):
            return True  # "557 deaths", for "How many migrants died?"
        if any(map(_A_UNIT.fullmatch, self.counted)):
            return any(stem(word) == stem(each) for each in self.counted)  # days are no hours
        return is_like_any(word, self.counted)


def _are_people(word: str) -> bool:
    """Whether a word is for several people: nurses, guardsmen."""
    one = f"{word.removesuffix('men')}man" if word.endswith("men") else word.removesuffix("s")
    return one != word and is_person_noun(one)


def sought(question: str) -> Sought:
    """Read a question for a fact: its last sentence asks, what stands before tells what about."""
    text = " ".join(question.split())
    said = frozenset(_words(text)) | _EMPTY
    last = max((end for end in map(re.Match.end, _SENTENCE_END.finditer(text)) if end < len(text)), default=0)
    found = [(match, kind) for asking, kind in _ASKING if (match := asking.search(text, last))]
    if not found:
        return Sought(_FILLERS.sub(" ", text).strip(" ?"), said=said)
    match, kind = min(found, key=lambda each: each[0].start())  # of those at one place the first in the list
    rest = text[match.end() :]
    counted = frozenset(_noun(rest)) if kind in ("count", "which several") else frozenset()
    topic = _FILLERS.sub(" ", f"{text[: match.start()]} {rest}").strip(" ?")
    asked = _words(rest)[:1] if kind == "which" else []
    noun = asked[0] if asked and asked[0] not in STOP_WORDS else ""
    return Sought(topic, kind, counted, said, noun, done_to(text[match.start() :]) if kind == "who" else "")


def _noun(after: str) -> list[str]:
    """Return the words for what is counted: those before the verb, or where none is seen the first."""
    words = _words(after)[:5]
    verb = next((n for n, word in enumerate(words) if re.fullmatch(_BE, word)), None)
    return [word for word in (words[:1] if verb is None else words[:verb]) if word not in STOP_WORDS]


def _named(text: str) -> list[tuple[int, int, set[str]]]:
    """Return where a text names something, with the words of the name: no date, and nobody who did it."""
    found = re.finditer(rf"(?<!by )(?<![\w.]){BIG}(?: {BIG})*", _NO_NAME.sub(_blank, text))
    return [(name.start(), name.end(), set(_words(name.group()))) for name in found]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


_EMPTY = frozenset("a an and at for from in mr mrs ms near of off on outside over the to under".split())
