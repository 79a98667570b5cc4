"""Whose words a cue reports: its own source as tagged, or the subject that grammar shows."""

import re
from collections.abc import Sequence

from index.layout import number_at
from index.lexicon import can_begin_a_name
from index.tagger import TaggedSpan
from index.types import Span

SUBJECT = 0.8  # trust in a name that stands right before a cue, or right after it
SHARED = 0.8  # trust in a source that a cue shares with the one before it
NOUN_PHRASE = 40  # characters around a noun that reports, within which its source would stand
MAIN_CLAUSE = 0.7  # trust in the subject of the clause that a participle belongs to

_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?"
_NAME = rf"{_TITLE}[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){{0,3}}"
_BEFORE = re.compile(
    rf"(?<![\w’'-])({_NAME}|[Hh]e|[Ss]he) (?:\w+ly |also |then |later |has |had )?$"  # "Lee also (said)"
)
_GOVERNED = re.compile(r"\b(?:from|in|of|at|with|for|by|to|on|against|near|about|like|than) $")
_AFTER_QUOTATION = re.compile(r"[”\"»’']\s(the (?:[\w-]+ ){1,3})$")  # "“Out!” the crowd (yelled)"
_INVERTED = re.compile(rf" ({_NAME})(?=[:,.]| (?:of|from|in|at|who)\b)")  # "(Continued) Stone: …"
_ACCORDING = re.compile(r"\baccording to$", re.IGNORECASE)
_TO_WHOM = re.compile(rf" ({_NAME}|him|her|them)(?=[,.;])")  # "(According to) him, …"
_LIKE_AFTER = re.compile(rf" ((?:\w+ ){{1,3}}(?:like|such as) {_NAME})")  # "(say) experts like Lee"
# "Since (announcing) his run, Lee has …"; "And in (explaining) why, Lee described …"
_OPENING = re.compile(
    r"(?:(?:And|But) )?(?:(?:After|Before|By|In|Since|While|When|Upon|Despite) )?", re.IGNORECASE
)
_MAIN_SUBJECT = re.compile(rf",[”\"’']* ({_NAME}|he|she)(?:, [^,.;“”\"]{{1,50}},)? (?!and\b)[a-z]")
# "Lee pulled out a copy and (offered) …"; "Lee, in Rome, blamed the press, (saying) …"
_DATELINE = r"(?:[A-Z][A-Z .,’'-]+(?:\([\w ]+\) )?[-–—―] )?"  # "LOWTOWN (AP) — Lee …"
_FIRST_SUBJECT = re.compile(
    rf"{_DATELINE}({_NAME}|He|She)(?:,[^,]+,)? (?!and\b|or\b|of\b|to\b|in\b|is\b)[a-z]"
)
_SECOND_VERB = re.compile(r" and (?:\w+ly )?$")
_PARTICIPLE = re.compile(
    r"(?:,| after| before| by| upon| when| while| without) $"
)  # "Lee left after (saying) …"
_OTHER_CLAUSE = re.compile(r"[;:—]| (?:that|which|who|but|because|as) |, [A-Z]")

# "Lee, told that it rained, …": whoever is told says nothing.
_HEARD = re.compile(r"\b(?:told|informed|reminded|assured)$")
_NO_HEARER = re.compile(r" (?:that|to)\b")
# "Lee was asked what it meant": the subject is who is asked. Who asks stands after "by", if anywhere.
_ADDRESSED = re.compile(
    r"\b(?:(?:am|is|are|was|were|be|been|being|got)(?: not| also| then| later| in fact| \w+ly)?"
    r"|[Ww]hen|[Ii]f|[Oo]nce)"
    r" (?:asked|told|informed|reminded|assured|questioned|pressed|urged|warned|advised|ordered|instructed)\b"
)
# "Lee was indicted for", "the ferry is expected to": the subject is whom or what others speak of.
_SPOKEN_OF = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|got)(?: not| also| often| once| still| now| then| long| \w+ly)*"
    r" (?:accused|indicted|charged|convicted|sentenced|blamed|credited|critici[sz]ed|remembered|known|called"
    r"|judged|deemed|ruled|adjudged|named|dubbed|nicknamed|labell?ed|described|portrayed|seen|viewed"
    r"|regarded|considered|believed|thought|said"
    r"|reported|rumou?red|alleged|expected|estimated|predicted|projected|forecast|intended|meant|recommended"
    r"|elected|appointed|nominated|found|praised|hailed|heralded|honou?red|mocked|denounced|condemned|shown"
    r"|tipped|touted|presented|pronounced|identified|confirmed (?:dead|alive|missing)|referred to)\b"
    r"|\b(?:took|drew|fac(?:e|es|ed|ing)|received|came under) (?:\w+ )?"
    r"(?:criticism|fire|heat|speculation|questions?|calls|accusations?|allegations?|charges|backlash)\b"
    r"|\b(?:is|are|was|were|been) under (?:\w+ )?(?:investigation|scrutiny|pressure|fire)\b"
    r"|\b(?:receiv(?:e|es|ed|ing)|fielded|got) (?:[\w-]+ ){0,2}?"
    r"(?:calls?|complaints?|reports?|word|information)\b"
    r"|\b(?:am|is|are|was|were|be|been|being)(?: not| also| then)? (?:granted|denied|refused|awarded)\b"
    r"|['’]s(?: not)? (?:expected|projected|intended|meant)\b"
    # "The chain reportedly shut", "Lee appears to know": a reporter says so of the subject.
    r"|^(?:(?:has|have|had|is|are|was|were|also|now) )*"
    r"(?:reportedly|allegedly|supposedly|seemingly|apparently"
    r"|(?:appear|seem|look)(?:s|ed)?(?: to| like| as if| that)?)$"
)
# "A ballad acclaimed by Lee, depicts a storm": who did it is not who depicts.
# A guideline issued by the board, telling …, is the board's word; a ballad praised by Lee is not Lee's.
_BY_WHOM = re.compile(
    r"\b(?!issued|released|published|written|signed|sent|posted|adopted|drafted)"
    r"\w+(?:ed|en|wn|ung|ught|ade) by (?:the )?$"
)
# "There is speculation that …" shares nobody's source.
_IMPERSONAL = re.compile(
    r"\bthere (?:is|are|was|were|has been|have been) (?:\w+ ){0,2}\w+$"
    r"|\bit(?:['’]s| is| was| has)(?: \w+){0,2} (?:become|becoming|clear|obvious|likely|evident)$",
    re.IGNORECASE,
)
# "Lee ran despite warnings (that …)": whoever warned is not told.
_MERE_NOUN = re.compile(
    r"\b(?:despite|amid|amidst|following|over|given|as) (?:[a-z-]+ ){0,2}"
    r"(?:warnings?|reports?|rumou?rs?|claims?|allegations?|speculation|concerns?|fears?|complaints?|criticism)"
    r"(?: (?:have |has |had )?(?:emerged|surfaced|spread|circulated|grew|mounted))?$"
)
_REPORTS = re.compile(
    r"(?:ruling|decision|claim|statement|announcement|finding|conclusion|opinion|order|warning|assertion"
    r"|allegation|argument|suggestion|promise|pledge|demand|request|contention|prediction|proposal)s?\b"
)
_OWNER = re.compile(r"((?:the )?[A-Z][\w.]*(?: (?:(?:of|for|the|and) )*[A-Z][\w.]*)*)['’]s? $")
# "Contrary to claims from Lee, it is open": the writer says so.
_CONTRARY = re.compile(r"\bcontrary to\b[^,.]*$", re.IGNORECASE)
# "Not everyone felt that it came in time": such words introduce nobody.
_NOBODY = re.compile(r"(?:not )?(?:everyone|everybody|anyone|anybody|nobody|no one|none|all)", re.IGNORECASE)
_BY = re.compile(rf" by ({_NAME})")
# "The Gazette quoted the agency as saying": the agency says it.
_QUOTES_ANOTHER = re.compile(
    r"\b(?:quot|cit)(?:ed|es|ing) ((?!as |by )(?:[\w.’'-]+ ){0,7}?[\w.’'-]+)"
    r"(?: (?:as )?(?:saying|telling|writing)|(?:, [^,.;“”\"]{2,60},)? who (?:said|told|wrote))\b"
)


def is_addressed(text: str, cue: Span, since: int) -> bool:
    """Whether a cue, in a sentence that begins at `since`, tells what somebody is asked or told."""
    found = list(_ADDRESSED.finditer(text, max(since, cue[0] - 30), cue[1]))
    return bool(found) and found[-1].end() > cue[0]


class Sources:
    """The tagged sources of a text, by the cue they belong to and by the sentence they stand in."""

    def __init__(self, text: str, tagged: Sequence[TaggedSpan], places: Sequence[Span]) -> None:
        self._text = text
        self._places = places
        self._cues = [span for span in tagged if span.role == "cue"]
        self._own: dict[int | None, list[TaggedSpan]] = {}
        self._near: dict[int, list[TaggedSpan]] = {}
        for span in tagged:
            if span.role == "source":
                self._own.setdefault(span.cue, []).append(span)
                self._near.setdefault(number_at(places, span.start), []).append(span)

    def of(self, number: int, cue: TaggedSpan) -> tuple[TaggedSpan | None, float]:
        """Return the source of cue `number`, and how far to trust it.

        A cue without one of its own has the name right beside it for a subject, or that of the clause
        it opens, or shares the source before it in the sentence ("Davis lashed out, telling him …").
        """
        if _HEARD.search(self._text, cue.start, cue.end) and _NO_HEARER.match(self._text, cue.end):
            return None, 1.0
        here = number_at(self._places, cue.start)
        place = self._places[here]
        quoted = _QUOTES_ANOTHER.search(self._text, cue.start, place[1])
        if quoted and quoted.start() < cue.end:
            return TaggedSpan("source", *quoted.span(1), SUBJECT, number), 1.0
        if is_addressed(self._text, (cue.start, cue.end), place[0]) or self._is_spoken_of(cue):
            return self._asker(number, cue), 1.0
        if self._is_nobodys(cue, place):
            return None, 1.0
        own = self._own.get(number) or self._of_other_part(number, cue)
        right_before = [span for span in self._near.get(here, []) if cue.start - 2 <= span.end <= cue.start]
        if right_before and not any(place[0] <= span.start < place[1] for span in own):
            return right_before[0], 1.0  # not the source of another sentence, to which the cue was linked
        if own:
            apart = [span for span in own if not self._is_another_clause(span, cue)]
            surest = max(apart or own, key=lambda span: span.confidence)
            if (owner := self._owner_of(cue, place)) and surest.end <= owner[0]:
                return TaggedSpan("source", *owner, SUBJECT, number), 1.0
            nobody = (
                self._is_nobody(surest)
                or self._is_elsewhere(surest, cue)
                or self._did_it_by_the_way(surest, cue, place)
            )
            return (None if nobody else surest), 1.0
        same = self._near.get(here, [])
        if reaching := [span for span in same if span.start < cue.start < span.end < cue.end]:
            return reaching[0], 1.0  # the cue was tagged with a part of the name: "Lee said"
        if beside := self._beside(cue, place):
            return TaggedSpan("source", *beside, SUBJECT, number), 1.0
        if _IMPERSONAL.search(self._text, place[0], cue.end):
            return None, 1.0
        after = [span for span in same if 0 <= span.start - cue.end <= 2]
        shared = after[:1] or [span for span in same if span.end <= cue.start][-1:]
        if shared:
            return shared[0], SHARED
        if subject := self._of_clause(cue, place):
            return TaggedSpan("source", *subject, MAIN_CLAUSE, number), 1.0
        return None, 1.0

    def _is_nobodys(self, cue: TaggedSpan, place: Span) -> bool:
        """Whether a cue has no subject that says it: "it's clear", "contrary to claims from Lee"."""
        impersonal = _IMPERSONAL.search(self._text, cue.start, cue.end)
        return bool(impersonal or _CONTRARY.search(self._text, place[0], cue.start))

    def _owner_of(self, cue: TaggedSpan, place: Span) -> Span | None:
        """The one whose a noun that reports is, right before it: "Lee's appeal to the court's (ruling)"."""
        if not _REPORTS.match(self._text, cue.start, cue.end):
            return None
        found = _OWNER.search(self._text, max(place[0], cue.start - 80), cue.start)
        return found.span(1) if found else None

    def _is_elsewhere(self, source: TaggedSpan, cue: TaggedSpan) -> bool:
        """Whether a source stands apart from a cue that is a mere noun: "Lee ran despite warnings that …"."""
        noun = _MERE_NOUN.search(self._text, max(0, cue.start - NOUN_PHRASE), cue.end)
        beside = noun and noun.start() <= source.start < cue.end + NOUN_PHRASE
        return noun is not None and not beside

    def _is_spoken_of(self, cue: TaggedSpan) -> bool:
        """Whether the subject of a cue is whom others speak of."""
        return bool(_SPOKEN_OF.search(self._text[cue.start : cue.end]))

    def _is_nobody(self, source: TaggedSpan) -> bool:
        before = self._text[max(0, source.start - 4) : source.start].lower()
        return before == "not " or bool(_NOBODY.fullmatch(self._text, source.start, source.end))

    def _did_it_by_the_way(self, source: TaggedSpan, cue: TaggedSpan, place: Span) -> bool:
        """Whether a source only did what an aside before the cue tells of its subject."""
        done = _BY_WHOM.search(self._text, place[0], source.start)
        return bool(done) and source.end < cue.start and "," in self._text[source.end : cue.start]

    def _of_other_part(self, number: int, cue: TaggedSpan) -> list[TaggedSpan]:
        """The sources of a cue beside this one, of which it is a part: "As | reported" by Lee."""
        for n in (number - 1, number + 1):
            if own := self._own.get(n):
                first, second = sorted((cue, self._cues[n]), key=lambda span: span.start)
                if not self._text[first.end : second.start].strip():
                    return own
        return []

    def _is_another_clause(self, source: TaggedSpan, cue: TaggedSpan) -> bool:
        """Whether a "who" is the subject of some other verb: "said Lee, 24, who called it …"."""
        words = self._text[source.start : source.end].lower()
        return words == "who" and bool(self._text[source.end : cue.start].strip() or source.end > cue.start)

    def _asker(self, number: int, cue: TaggedSpan) -> TaggedSpan | None:
        named = [span for span in self._own.get(number, []) if self._text[: span.start].endswith(" by ")]
        if named:
            return named[0]
        found = _BY.match(self._text, cue.end) or _BY.search(self._text, cue.start, cue.end)
        return TaggedSpan("source", *found.span(1), SUBJECT, number) if found else None

    def _beside(self, cue: TaggedSpan, place: Span) -> Span | None:
        """The subject right before a cue, or right after one that opens its sentence."""
        text = self._text
        if found := _BEFORE.search(text, max(place[0], cue.start - 60), cue.start):
            if _GOVERNED.search(text, place[0], found.start(1)):
                return None  # "whistleblowers from Acme (said)"
            return found.span(1) if can_begin_a_name(found[1].split()[0]) else None
        if found := _AFTER_QUOTATION.search(text, max(0, cue.start - 40), cue.start):
            return found.start(1), found.end(1) - 1
        if found := _LIKE_AFTER.match(text, cue.end, place[1]):
            return found.span(1)
        if _ACCORDING.search(text, cue.start, cue.end):
            found = _TO_WHOM.match(text, cue.end, place[1])
            return found.span(1) if found else None
        if not text[place[0] : cue.start].strip(" ”\"'»’,"):
            found = _INVERTED.match(text, cue.end, place[1])
            return found.span(1) if found and can_begin_a_name(found[1].split()[0]) else None
        return None

    def _of_clause(self, cue: TaggedSpan, place: Span) -> Span | None:
        """The subject of the main clause, for a participle before it or a second verb after it."""
        text = self._text
        verb = re.search(r"(?:\w+ly )?\w+ing\b", text[cue.start : cue.end])
        if verb and _OPENING.fullmatch(text, place[0], cue.start + verb.start()):
            found = _MAIN_SUBJECT.search(text, cue.end, place[1])
            return found.span(1) if found and can_begin_a_name(found[1].split()[0]) else None
        found = _FIRST_SUBJECT.match(text, *place)
        opens = verb and verb.start() == 0
        leads = (_PARTICIPLE if opens else _SECOND_VERB).search(text, place[0], cue.start)
        if not found or found.end() > cue.start or not leads:
            return None
        if _OTHER_CLAUSE.search(text, found.end(), cue.start - 1) or not self._is_a_name(found[1]):
            return None
        return found.span(1)

    def _is_a_name(self, subject: str) -> bool:
        """Whether words that open a sentence are capital not for that alone."""
        if subject in ("He", "She"):
            return True
        elsewhere = " " in subject or re.search(rf"[a-z,] {re.escape(subject)}\b", self._text)
        return bool(elsewhere) and can_begin_a_name(subject.split()[0])
