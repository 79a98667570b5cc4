"""An answer without a model → the same evidence in prose, by a model, each sentence past the gate first.

The model is given evidence under ids and writes sentences that point at it; the quotations are put in
here. What an article says reaches the model only as values in JSON lines, so that no text in it can
end the evidence and begin to give orders. Whatever goes wrong, the answer without a model remains.
"""

import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from bot.gate.cast import make_cast
from bot.gate.drafts import Reply
from bot.gate.notes import with_notes
from bot.gate.sources import Source, shown_as, sources_of
from bot.prompts import listed, phrase, prompt
from bot.render import day
from bot.types import Answer, Block, Citation, Withheld
from bot.verify import UNSEEN, Gate, Verdict
from index.errors import ModelFailed

if TYPE_CHECKING:
    from index.store import Store

MOST_SENTENCES = 12
MOST_REPEATS = 3  # sentences said before, after which a model that goes round in circles is stopped
LONGEST_WAIT = 240.0  # seconds for all that is written for an answer
_TRIES = 2
_LONGEST_EVIDENCE = 1_500  # characters of one piece of evidence that the model is given
SCHEMA = {
    "title": "answer",
    "description": "The sentences of an answer, each with the ids of the evidence it rests on.",
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "ids": {"type": "array", "items": {"type": "string"}},
                },
                "required": ["text", "ids"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}


class Model(Protocol):
    """What writes: `bot.model.ChatModel`, or a script in a test."""

    @property
    def name(self) -> str: ...

    def stream(self, system: str, request: str, schema: dict) -> Iterator[str]:
        """Yield the reply in pieces; raises `ModelFailed`."""
        ...


@dataclass(slots=True)
class _Prose:
    """What has been written so far: sentences shown, and sentences withheld."""

    shown: list[Verdict] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    judged: int = 0  # sentences of this try, and how many it said that were said before
    repeats: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether reading on would bring nothing: more than is shown, or the same again."""
        return self.judged >= MOST_SENTENCES or self.repeats >= MOST_REPEATS

    @property
    def is_borne_out(self) -> bool:
        return any(verdict.grade == "verified" for verdict in self.shown)

    @property
    def before(self) -> frozenset[str]:
        """Whom "she" means next: the speaker of the last sentence, if it has one."""
        last = self.shown[-1].speakers if self.shown else frozenset()
        return last if len(last) == 1 else frozenset()


@dataclass(frozen=True)
class Writer:
    """Writes answers with one model."""

    model: Model

    def write(self, basis: Answer, store: "Store", *, topic: str = "") -> Iterator[Answer]:
        """Yield the answer as it grows, a sentence more each time, and last the whole of it.

        `basis` is the answer without a model: its citations are the evidence, and where the model fails
        or nothing it writes is borne out, it is the answer, with one sentence that says why. An answer
        that cites nothing, such as a refusal, is left as it is.
        """
        sources = sources_of(basis.blocks, store) if basis.citations else ()
        if not sources:
            yield basis
            return
        gate = Gate(sources, make_cast(sources, store.known_names()), topic=topic)
        request = prompt(
            "request", question=json.dumps(basis.question, ensure_ascii=False), evidence=evidence(sources)
        )
        prose, asked, notice = _Prose(), request, ""
        deadline = time.monotonic() + LONGEST_WAIT
        for _ in range(_TRIES):
            reply = Reply()
            try:
                for _ in self._sentences(asked, reply, gate, prose, deadline):
                    if prose.is_borne_out:
                        yield self._answer(basis, prose)
            except ModelFailed as exc:
                yield self._without(basis, prose, phrase("model_failed", reason=str(exc)))
                return
            if prose.is_borne_out:
                cut = "" if reply.is_closed or prose.is_enough else "model_unfinished"
                yield self._answer(basis, prose, phrase(cut, model=self.model.name) if cut else "")
                return
            notice = "model_nothing_passed" if prose.seen else "model_unreadable"
            asked = prompt("again", request=request, reasons=_complaints(prose))
        reason = phrase(notice, model=self.model.name)
        if notice == "model_unreadable":
            reason = phrase("model_failed", reason=reason)
        yield self._without(basis, prose, reason)

    def _sentences(
        self, request: str, reply: Reply, gate: Gate, prose: _Prose, deadline: float
    ) -> Iterator[None]:
        """Put each sentence to the gate as soon as it is complete; yields when there is one more to show."""
        prose.judged = prose.repeats = 0
        for piece in self.model.stream(prompt("write", most=MOST_SENTENCES), request, SCHEMA):
            for draft in reply.feed(piece):
                if draft.text in prose.seen:
                    prose.repeats += 1  # small models say everything twice
                else:
                    prose.seen.add(draft.text)
                    prose.judged += 1
                    verdict = gate.check(draft, prose.before)
                    if verdict.is_shown:
                        prose.shown.append(verdict)
                        yield
                    else:
                        prose.withheld.append(Withheld(verdict.text, verdict.reason))
                if prose.is_enough:
                    return
            if reply.is_closed or reply.is_broken:
                return
            if time.monotonic() > deadline:
                raise ModelFailed(phrase("model_late", model=self.model.name, seconds=int(LONGEST_WAIT)))

    def _answer(self, basis: Answer, prose: _Prose, notice: str = "") -> Answer:
        numbered: dict[tuple[str, int, int], Citation] = {}
        blocks = []
        for verdict in prose.shown:
            for citation in verdict.citations:
                place = citation.article_id, citation.start, citation.end
                numbered.setdefault(place, replace(citation, number=len(numbered) + 1))
            cites = tuple(numbered[c.article_id, c.start, c.end] for c in verdict.citations)
            blocks.append(Block(verdict.text, cites=cites, doubt=verdict.reason))
        return replace(
            basis,
            blocks=with_notes(blocks, basis.blocks),
            citations=tuple(numbered.values()),
            **self._signed(prose, notice),
        )

    def _without(self, basis: Answer, prose: _Prose, notice: str) -> Answer:
        withheld = [*prose.withheld, *(Withheld(v.text, v.reason or notice) for v in prose.shown)]
        return replace(basis, **{**self._signed(prose, notice), "withheld": tuple(withheld)})

    def _signed(self, prose: _Prose, notice: str) -> dict:
        return {
            "model": self.model.name,
            "prompt": prompt_version(),
            "withheld": tuple(prose.withheld),
            "notice": notice,
        }


def evidence(sources: Sequence[Source]) -> str:
    """Return the evidence as the model is given it: a JSON object a line."""
    return "\n".join(json.dumps(_offered(source), ensure_ascii=False) for source in sources)


def prompt_version() -> str:
    """Return what names the prompts in an answer's JSON: it changes with every word of them."""
    texts = [
        prompt("write", most=MOST_SENTENCES),
        prompt("request", question="", evidence=""),
        prompt("again", request="", reasons=""),
    ]
    return "write-" + sha256("\n".join(texts).encode()).hexdigest()[:8]


def visible(words: str) -> str:
    """Return `words` without the characters that a model reads and a person does not see."""
    return " ".join(UNSEEN.sub(" ", words).split())


def _offered(source: Source) -> Mapping[str, str]:
    citation, said = source.citation, source.statement
    roles = source.roles.get(source.labels_of(said)[0], ()) if said else ()
    offered = {
        "id": source.id,
        "speaker": listed([*map(shown_as, source.labels_of(said))]) if said else "",
        "role": next(iter(roles), ""),
        "kind": citation.kind,
        "when": source.setting,
        "published": day(citation.published),
        "article": citation.title,
        "text": citation.quote[:_LONGEST_EVIDENCE],
    }
    return {name: shown for name, words in offered.items() if (shown := visible(words))}


def _complaints(prose: _Prose) -> str:
    """Say what was wrong in our words alone: nothing that the model or an article said comes back."""
    reasons = dict.fromkeys(re.split("[“\"'‘«]", held.reason)[0].strip(" ,") for held in prose.withheld)
    if not reasons:
        return "- it was not the JSON that was asked for"
    return "\n".join(f"- a sentence was dropped: {reason}" for reason in list(reasons)[:5])
