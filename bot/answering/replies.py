"""A reply for each kind of question; where the articles hold none, why, and what they hold instead."""

import re
from collections.abc import Sequence

from bot.answering.acts import acted
from bot.answering.choices import which
from bot.answering.everything import everything
from bot.answering.facts import fact, with_nearest_passage
from bot.answering.finding import Finder
from bot.answering.introducing import introductions
from bot.answering.judge import HALF, answering, covered
from bot.answering.leads import flat
from bot.answering.occasions import before_occasion
from bot.answering.predicates import clause_of, says_some_of
from bot.answering.refusals import NEAREST, never, nobody_said, nothing_more, period, shortened, shown
from bot.answering.repeated import originals_first
from bot.answering.spoken import all_that_answer, compared, said, statement_of
from bot.answering.strangers import stranger
from bot.asking.acts import act_of
from bot.check import Checker
from bot.checking.evidence import plain_diff
from bot.checking.verdicts import LABELS, Check
from bot.compose import Composer
from bot.prompts import listed, phrase
from bot.types import Answer, Citation, Memory, Question
from index.types import Hit, Statement

# "Cars would be worth more" is all of a sentence, where "whether cars would sell" is what it is about.
_SAYS = re.compile(
    r"(?!whether|if|how|what|why|who|when|where)(?:[\w'’-]+ ){1,6}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must)(?:n['’]t)? \w",
    re.IGNORECASE,
)
_SAID = r"\b(?:that|sa(?:id|ys?)|thinks?|thought|believe[sd]?|claim(?:s|ed)|argue[sd]?) "
MOST_THEN = 8  # statements shown of one occasion


def reply(finder: Finder, composer: Composer, memory: Memory, checker: Checker) -> Answer:
    """Answer a question that was understood."""
    if finder.question.choices:
        return which(finder)
    say_who_is_meant(finder, composer)
    occasion = finder.question.occasion
    finder, told = before_occasion(finder)
    if not told:
        composer.note(phrase("when_unknown", occasion=shortened(occasion)))
    question = finder.question
    if question.unknown and not question.speakers:
        return stranger(finder, composer)
    if question.occasion and not question.topic:
        return _then(finder, composer)
    if question.want == "who":
        return _who(finder, composer, checker)
    if question.want == "when" and (cited := _just_cited(finder, memory)):
        composer.occasion_of(cited)
        return composer.answer()
    if not question.speakers:
        return fact(finder, composer)
    if question.want == "verify" and question.topic and _asks_for_the_deed(question):
        return acted(finder, composer, finder.by(*question.speakers))
    if question.want == "verify" and question.topic:
        return _checked(checker, composer, question)
    if question.want == "person":
        return _introduced(finder, composer)
    if not question.topic:
        return everything(finder, composer)
    if len(question.speakers) > 1 or question.unknown:
        return compared(finder, composer)
    return said(finder, composer)


def say_who_is_meant(finder: Finder, composer: Composer) -> None:
    """Say for whom words were taken that do not name somebody as the articles do: “Haart”, for Hart."""
    for words, name in finder.question.taken:
        composer.note(phrase("taken_for", words=words, name=name))


def _then(finder: Finder, composer: Composer) -> Answer:
    """What was said on an occasion: nothing has to be covered, all of it answers."""
    question = finder.question
    scene = finder.on_occasion()
    if not scene.statements:
        silent = [never(finder, name) for name in question.speakers]
        return composer.refusal(
            " ".join(silent) or phrase("nobody_then", occasion=shortened(question.occasion))
        )
    surest = sorted(scene.statements, key=lambda s: (not s.is_speech, s.kind != "direct", -s.confidence))
    if question.want == "when":
        composer.occasion_of(surest[0])
        return composer.answer()
    if not question.speakers:  # of each the surest
        people = [s for s in surest if s.source_kind == "person"] or surest
        surest = list({s.speakers: s for s in reversed(people)}.values())
    if scene.title:
        names = listed(question.speakers)
        composer.note(
            phrase(
                "then_in",
                occasion=shortened(question.occasion),
                title=scene.title,
                who=names or phrase("all_then"),
            )
        )
    composer.statements([Hit(s, 1.0) for s in surest], most=MOST_THEN, by_time=True)
    return composer.answer()


def _who(finder: Finder, composer: Composer, checker: Checker) -> Answer:
    question, verbatim = finder.question, tuple[Citation, ...]()
    if question.quoted and not question.act:
        check = checker.check(f"“{question.quoted}”")
        if not check.citations or any(sign == "+" for sign, _ in check.diff):  # words that nobody said
            return _judged(composer, check)
        verbatim = check.citations
    sourced = [hit for hit in finder.by_anybody() if statement_of(hit).mention]  # else it is no answer to who
    anybody = [hit for hit in sourced if not _is_of(question.besides, finder, statement_of(hit))]
    if question.act:
        return acted(finder, composer, anybody)
    hits = _verbatim_first(verbatim, originals_first(finder.store, question.topic, anybody))
    clause = clause_of(question.topic)
    near = answering(hits)
    found = [hit for hit in near if says_some_of(finder.store, clause, hit)]
    if covered(found) >= HALF:  # of everybody's words some always come near
        if question.shown and not (found := composer.not_shown(all_that_answer(hits, found))):
            return composer.refusal(nothing_more(question))
        composer.statements(found, order=question.order)
        return composer.answer()
    said_so = re.search(_SAID + re.escape(question.topic), question.text) or _SAYS.match(question.topic)
    reason = phrase(
        "nobody_that" if said_so else "nobody_on", topic=shown(question.topic), period=period(question)
    )
    if covered(near) < HALF:
        return nobody_said(finder, composer, anybody, reason)
    composer.note(phrase("nearest_passage"))
    composer.statements(near, most=NEAREST)
    return composer.refusal(reason)


def _verbatim_first(verbatim: Sequence[Citation], hits: Sequence[Hit]) -> list[Hit]:
    """Put first whoever said the very words, where others only have as many of them."""

    def is_one(hit: Hit) -> bool:
        item = hit.item
        return any(
            cited.article_id == item.article_id and item.start < cited.end and cited.start < item.end
            for cited in verbatim
        )

    return sorted(hits, key=lambda hit: not is_one(hit))


def _is_of(names: Sequence[str], finder: Finder, statement: Statement) -> bool:
    """Whether a statement is of one of these, or may be, as its article names them beside it."""
    beside = flat(finder.store.article_of(statement), statement.mention) if names else ""
    return bool({*statement.speakers, beside} & set(names))


def _asks_for_the_deed(question: Question) -> bool:
    """Whether "did X …?" is no question of words: X may well have spoken of it, and not praised it."""
    if not question.act or question.quoted:
        return False
    said_so = re.search(rf"\bthat {re.escape(question.topic)}", question.text)
    return not (said_so and act_of(question.act).done_by_words)


def _checked(checker: Checker, composer: Composer, question: Question) -> Answer:
    """Did X say Y?"""
    said = f"“{question.quoted}”" if question.quoted else question.topic
    return _judged(composer, checker.check(f"{question.speakers[0]} said {said}"))


def _judged(composer: Composer, check: Check) -> Answer:
    """The verdict, its reason and the proof."""
    composer.note(phrase("verdict", verdict=LABELS[check.verdict], reason=check.reason))
    if check.diff and check.verdict == "altered":
        composer.note(phrase("difference", diff=plain_diff(check.diff)))
    composer.cited(check.citations)
    if check.citations:
        return composer.answer()
    if check.near:
        composer.note(phrase("nearest_passage"))
    composer.cited(check.near)
    return composer.refusal(check.reason)


def _introduced(finder: Finder, composer: Composer) -> Answer:
    """Who somebody is; of whom the articles do not say so, a sentence with the name and no answer."""
    for name in finder.question.speakers:
        for introduced in introductions(finder.store, name):
            if introduced.called:
                composer.note(phrase("introduced", called=introduced.called))
            composer.passage(introduced.sentence)
    if composer.citations:
        return composer.answer()
    return with_nearest_passage(finder, composer, phrase("no_fact"))


def _just_cited(finder: Finder, memory: Memory) -> Statement | None:
    """The statement that "when did he say that?" points back to."""
    before, asked = memory.question, finder.question
    if not memory.cited or before is None or asked.topic != before.topic:
        return None

    def is_theirs(by: Citation | Statement) -> bool:
        return bool(set(by.speakers) & set(asked.speakers)) if asked.speakers else by.speaker is None

    first = next(filter(is_theirs, memory.cited), None)
    said = finder.store.statements(article_id=first.article_id) if first else []
    within = [s for s in said if first and first.start <= s.start and s.end <= first.end]
    return next(filter(is_theirs, within), None)
