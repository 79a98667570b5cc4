"""The gate: a sentence a model wrote, and the evidence it points at → shown, marked, or withheld. Pure.

No model takes part. A sentence is *verified* where every word that says something stands in its sources,
given to the speaker who said it; *unproved* where nothing contradicts it but not every word is borne out
(it may be shown, marked as such); *withheld* otherwise, with the reason.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.checking.compare import flaws, verbatim
from bot.checking.quotation import read_quotation
from bot.checking.words import words
from bot.gate.cast import Cast
from bot.gate.clauses import MOST_SLOTS, SLOT, Clause, clauses
from bot.gate.pages import Page
from bot.gate.proof import bear, topic_stems
from bot.gate.sources import Source, shown_as
from bot.gate.twists import Finding
from bot.gate.verbs import COLOURED, NEUTRAL, OBJECTS_FOLLOW
from bot.prompts import phrase
from bot.types import Citation
from index.layout import quoted_spans

LONGEST = 700  # characters of a sentence before its quotations are put in
LONGEST_SHOWN = 60  # characters of a sentence's own words that a reason repeats
FEWEST_REPORTED = 4  # words of reported speech that can stand for a clause; "the ferry" cannot
_PLACEHOLDER = re.compile(r"\{(\w{1,12})\}")
_MARKUP = re.compile(r"[<>\[\]{}`|\\*_#~^]|https?:|www\.|://|\b\w+@\w+|[‹›❛-❞〝-〟「-』]", re.IGNORECASE)
# What a model reads or writes and a person does not see: Unicode's controls, private letters and those that
# are ignored where they are not known, and halves of letters, which no page can be sent.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_ENDS = re.compile(r"[.!?…][”\"'’»)]*$")
_STOPS = ".!?"
_CLAUSE_OPENERS = frozenset("that whether if how why what when where who".split())

Grade = Literal["verified", "unproved", "withheld"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence as a model wrote it: `{s1}` stands where a quotation goes; `ids` are what it rests on."""

    text: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a sentence. `text` has its quotations put in; `reason` is for people to read.

    `citations` are the sources that bear it, `speakers` the labels whom "she" may mean in the next.
    """

    grade: Grade
    text: str
    reason: str = ""
    citations: tuple[Citation, ...] = ()
    speakers: frozenset[str] = frozenset()

    @property
    def is_shown(self) -> bool:
        return self.grade != "withheld"


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation in a sentence: put in for the source `id`, or typed by the model, with `id` empty."""

    text: str
    id: str = ""


class Gate:
    """Checks the sentences of one answer against the evidence offered for it."""

    def __init__(self, sources: Iterable[Source], cast: Cast, *, topic: str = "") -> None:
        self._sources = {source.id: source for source in sources}
        self._cast = cast
        self._pages: dict[str, Page] = {}
        self._topic = topic_stems(topic)

    def check(self, draft: Draft, before: frozenset[str] = frozenset()) -> Verdict:
        """Judge a sentence; `before` are the `speakers` of the sentence shown before it."""
        text = " ".join(draft.text.split())
        fault = self._form_fault(text, draft)
        if fault:
            return Verdict("withheld", text, fault)
        filled, skeleton, quotes = self._filled(text)
        if len(quotes) > MOST_SLOTS:
            return Verdict("withheld", text, phrase("gate_many_quotations", most=MOST_SLOTS))
        ids = dict.fromkeys([*draft.ids, *(quote.id for quote in quotes if quote.id)])
        pages = {id: self._page(id) for id in ids}
        found = [self._clause(clause, pages, quotes) for clause in clauses(skeleton, self._cast, before)]
        worst = min((finding for _, finding, _ in found), key=lambda f: _ORDER[f.grade], default=None)
        used = {id for bearing, _, _ in found for id in bearing}
        if worst is None or worst.grade == "false" or not used:
            return Verdict("withheld", filled, _reason(worst))
        citations = tuple(self._sources[id].citation for id in ids if id in used)
        speakers = frozenset(label for _, _, labels in found for label in labels)
        if worst.grade == "unproved":
            return Verdict("unproved", filled, _reason(worst), citations, speakers)
        return Verdict("verified", filled, "", citations, speakers)

    def _form_fault(self, text: str, draft: Draft) -> str:
        """Say what is wrong with the sentence before anything is looked up, or nothing."""
        asked = [*draft.ids, *_PLACEHOLDER.findall(text)]
        unknown = [id for id in asked if id not in self._sources]
        if unknown:
            return phrase("gate_unknown_id", id=_shortened(unknown[0]))
        if not asked:
            return phrase("gate_no_id")
        bare = _PLACEHOLDER.sub("", text)
        if len(bare) > LONGEST:
            return phrase("gate_long", most=LONGEST)
        if _MARKUP.search(bare) or UNSEEN.search(draft.text.replace("\n", " ")):
            return phrase("gate_markup")
        if not words(bare) or not _ENDS.search(text if not text.endswith("}") else text + "."):
            return phrase("gate_unfinished")
        if bare.rstrip().endswith("?"):
            return phrase("gate_asks")
        return ""

    def _filled(self, text: str) -> tuple[str, str, list[_Quote]]:
        """Put the quotations in. Returns the sentence to show, and one with a slot for each quotation."""
        quotes: list[_Quote] = []
        shown: list[str] = []
        bones: list[str] = []
        typed = quoted_spans(text)
        at = 0
        placed = [(m.start(), m.end(), m[1]) for m in _PLACEHOLDER.finditer(text)]
        for start, end, id in sorted([*placed, *((s, e, "") for s, e in typed)]):
            if start < at:
                continue  # a placeholder that the model has put in quote marks, or the other way round
            inside = next((i for s, e, i in placed if start < s and e < end), "")
            id = id or (inside if not words(_PLACEHOLDER.sub("", text[start:end])) else "")
            quote = _Quote(self._sources[id].words, id) if id else _Quote(text[start:end])
            before, at = text[at:start], end
            shown += [before, quote.text]
            bones += [before, chr(SLOT + min(len(quotes), MOST_SLOTS - 1))]
            if id and re.search(rf"[{_STOPS}][”\"'’»]?$", quote.text) and text[end : end + 1] == ".":
                at = end + 1  # the quotation ends the sentence itself
                bones.append(".")
            quotes.append(quote)
        shown.append(text[at:])
        bones.append(text[at:])
        return "".join(shown), "".join(bones), quotes

    def _page(self, id: str) -> Page:
        if id not in self._pages:
            self._pages[id] = Page(self._sources[id], self._cast)
        return self._pages[id]

    def _clause(
        self, clause: Clause, pages: Mapping[str, Page], quotes: Sequence[_Quote]
    ) -> tuple[set[str], Finding, set[str]]:
        """Return the ids that bear a clause, how well, and whom it gives its words to."""
        bearing: set[str] = set()
        findings: list[Finding] = []
        labels: set[str] = set()
        for speaker in self._speakers(clause, pages):
            if len(speaker) > 1:
                name = _shortened(" ".join(word.form for word in clause.words))
                return set(), Finding("false", ("gate_ambiguous", {"words": name})), set()
            label = next(iter(speaker), None)
            id, finding = self._borne(clause, pages, label)
            findings.append(finding)
            bearing |= {id} if id and finding.window else set()
            labels |= {label} if label else set()
        for number in clause.quotes:
            id, finding = self._quoted(quotes[number], clause, pages)
            findings.append(finding)
            bearing |= {id} if id else set()
        return bearing, min(findings, key=lambda f: _ORDER[f.grade]), labels

    def _speakers(self, clause: Clause, pages: Mapping[str, Page]) -> list[frozenset[str]]:
        """The speakers of a clause, narrowed to those whom the cited sources have; none: the article."""
        sources = [page.source for page in pages.values()]
        there = {label for source in sources for said in source.spoken for label in source.labels_of(said)}
        return [(labels & there) or labels for labels in clause.speakers] or [frozenset()]

    def _borne(self, clause: Clause, pages: Mapping[str, Page], label: str | None) -> tuple[str, Finding]:
        """Return the cited source that bears the clause best, and how well.

        Somebody who is named first and not said to speak may be the speaker, or the subject of what the
        article tells itself.
        """
        ways = [label] if clause.told or label is None or clause.quotes else [label, None]
        found = [
            (id, bear(clause, page, way, topic=self._topic)) for way in ways for id, page in pages.items()
        ]
        return max(found, key=lambda pair: (_ORDER[pair[1].grade], -pair[1].missing))

    def _quoted(self, quote: _Quote, clause: Clause, pages: Mapping[str, Page]) -> tuple[str, Finding]:
        """Is the quotation the article's, by the speaker the clause gives it to?"""
        if quote.id and self._sources[quote.id].citation.kind == "indirect":
            if len(words(quote.text)) < FEWEST_REPORTED:
                return "", Finding("false", ("gate_unfinished", {}))
            cue = self._sources[quote.id].cue
            if not _can_follow(quote.text, clause.verbs, cue):
                return "", Finding("false", ("gate_not_so_said", {"cue": cue}))
        owners, cut = self._owners(quote, pages)
        if not owners:
            reason = (
                ("gate_cut", {"flaw": cut}) if cut else ("gate_not_quoted", {"words": _shortened(quote.text)})
            )
            return "", Finding("false", reason)
        given = frozenset().union(*clause.speakers)
        theirs = given & owners.keys()
        owner = shown_as(min(owners))
        if not given:
            return "", Finding("false", ("gate_unattributed", {"speaker": owner}))
        if not theirs or len(clause.speakers) > 1:
            reason = (
                "gate_other_speaker",
                {"speaker": shown_as(min(given - theirs or given)), "owner": owner},
            )
            return "", Finding("false", reason)
        return owners[min(theirs)], Finding("proved")

    def _owners(self, quote: _Quote, pages: Mapping[str, Page]) -> tuple[dict[str, str], str]:
        """Whose words a quotation is, with the ids of their sources; and how it was cut, if it was."""
        if quote.id:
            source = self._sources[quote.id]
            said = source.statement
            return (dict.fromkeys(source.labels_of(said), quote.id) if said else {}), ""
        owners: dict[str, str] = {}
        cut = ""
        asked = read_quotation(quote.text.strip("“”\"'‘’«»"))
        for id, page in pages.items():
            for statement in page.source.spoken:
                match = verbatim(asked, page.source.speech_of(statement))
                flaw = next(iter(flaws(asked, match)), "") if match else ""
                cut = flaw or cut
                if match and not flaw:
                    owners |= dict.fromkeys(page.source.labels_of(statement), id)
        return owners, cut


_ORDER = {"false": 0, "unproved": 1, "proved": 2}


def _can_follow(reported: str, verbs: Sequence[str], cue: str) -> bool:
    """Whether reported words can follow these verbs: "blamed" has "others for the flood", "said" has not.

    They can where the article has a verb of saying before them too, or they are a clause by their first
    word, or the verb is the article's own. "To build it" is no clause.
    """
    first = reported.split()[0].lower()
    articles = {word.form.lower() for word in words(cue)}
    said = not cue or not articles.isdisjoint((NEUTRAL | COLOURED) - OBJECTS_FOLLOW)
    return not articles.isdisjoint(verbs) or first in _CLAUSE_OPENERS or (said and first != "to")


def _reason(finding: Finding | None) -> str:
    name, values = (finding and finding.reason) or ("gate_not_told", {})
    return phrase(name, **values)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
