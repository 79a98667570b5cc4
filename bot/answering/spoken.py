"""What speakers asked for by name said on a topic: in their own words, and else in whose name or company."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.acts import deeds_first
from bot.answering.facts import told_as_fact
from bot.answering.finding import Finder, query_of
from bot.answering.judge import HALF, WHOLE, answering, by_its_words, covered, literally
from bot.answering.occasions import answering_then
from bot.answering.refusals import never, not_said, nothing_else, nothing_more, shortened, shown, unregistered
from bot.answering.reported import is_speech, parted, say_if_unsaid, show_apart
from bot.answering.topic_names import lacks_a_name, owner_is_elsewhere
from bot.compose import MOST, MOST_LISTED, Composer
from bot.prompts import phrase
from bot.types import Answer, Question
from index.naming.personal import surname
from index.search import by_score
from index.types import Hit, Statement

MOST_NAMESAKES = 4  # looked at, those most quoted first
_SAYING = re.compile(r",? (?:and )?(?:saying|adding|writing|tweeting|telling \w+)[:,]? ")
BETTER = 0.2  # of a topic: a lead that counts

# "When did she declare the strike over?" asks for a deed that words do; "when did she say that", for words.
_DEED = re.compile(
    r"\b(?:declare|announce|confirm|propose|reject|promise|pledge|vow|recommend|demand|offer|report|deny|warn)\b",
    re.IGNORECASE,
)


def said(finder: Finder, composer: Composer) -> Answer:
    """Answer what one speaker said on a topic."""
    question = finder.question
    hits = finder.by(*question.speakers)
    if _asks_by_surname(question):
        hits = by_score([*hits, *finder.by_surname_alone(question.speakers[0])])
    found = _answering_by_words(finder, hits)
    if not found or covered(found) < WHOLE:
        hits = _with_printed(finder, hits)
        found = _answering_by_words(finder, hits)
    if question.act:
        found = deeds_first(finder, hits, found)
    if not found and (of_another := _said_by_namesakes(finder, composer)):
        return of_another
    if question.occasion:
        found, told = answering_then(finder, found)
        if found and not told:
            composer.note(phrase("when_unknown", occasion=shortened(question.occasion)))
    elif not found or covered(found) < WHOLE or literally(found) < HALF:
        name = question.speakers[0]
        for how, others in (
            ("spoken_among", finder.among_others(name)),
            (
                "spoken_for_it" if _is_organisation(finder, name) else "spoken_for",
                finder.in_the_name_of(name),
            ),
            ("spoken_by", finder.spokespeople(name)),
        ):
            theirs = answering(others, finder.held_elsewhere)
            if theirs and _holds_more(theirs, found):
                return _said_for(composer, question, theirs, found, how)
    if question.want == "when" and (when := _when(finder, composer, found)):
        return when
    if not found:
        return not_said(finder, composer, hits)
    listed = question.want in ("list", "change")
    if listed or question.shown:
        found = all_that_answer(hits, found)
    if question.shown and not (found := composer.not_shown(found)):
        return nothing_else(finder, composer, hits)
    if question.want == "change":
        composer.note(phrase("changed", speaker=question.speakers[0], topic=shown(question.topic)))
    most = MOST_LISTED if listed and not question.order else MOST
    name = question.speakers[0]
    say_if_unsaid(composer, name, found)
    show_apart(composer, name, found, most=most, by_time=listed, order=question.order)
    return composer.answer()


def _when(finder: Finder, composer: Composer, found: Sequence[Hit]) -> Answer | None:
    """When somebody spoke, by what stands beside the words; a declaration that nobody is quoted with may be
    told as a fact."""
    question = finder.question
    if found:
        foremost = composer.in_order(found, question.order) if question.order else found
        composer.occasion_of(statement_of(foremost[0]))
        return composer.answer()
    is_deed = _DEED.search(question.in_full)
    return composer.answer() if is_deed and told_as_fact(finder, composer) else None


def _holds_more(theirs: Sequence[Hit], own: Sequence[Hit]) -> bool:
    """Whether others' words hold clearly more of a topic, or all of it where these only have its stems."""
    if covered(theirs) > covered(own) + BETTER:
        return True
    return literally(theirs) >= WHOLE and literally(own) < HALF


def _is_organisation(finder: Finder, name: str) -> bool:
    """Whether the articles quote a name as an organisation's, which nobody is close to as to a person."""
    own = finder.store.statements(speaker=name, limit=1)
    return bool(own) and own[0].source_kind == "organisation"


def compared(finder: Finder, composer: Composer) -> Answer:
    """The speakers side by side; who said nothing on it is named."""
    silent = [unregistered(finder, name) for name in finder.question.unknown]
    for name in finder.question.speakers:
        hits = finder.by(name)
        found = sorted(answering(hits, finder.held_elsewhere), key=lambda hit: not is_speech(hit))
        if not found:
            silent.append(never(finder, name))
        elif left := composer.not_shown(all_that_answer(hits, found) if finder.question.shown else found):
            composer.statements(left, most=2)
    if not composer.citations:
        return composer.refusal(" ".join(silent) or nothing_more(finder.question))
    for reason in silent:
        composer.note(reason)
    return composer.answer()


def all_that_answer(hits: Sequence[Hit], found: Sequence[Hit]) -> list[Hit]:
    """For a list: also what has all of the topic in other forms of its words, and so scores far lower."""
    best = {hit.item.id for hit in found}
    return [h for h in hits if h.item.id in best or (h.evidence and h.evidence.exact >= WHOLE)] or list(found)


def _answering_by_words(finder: Finder, hits: Sequence[Hit]) -> list[Hit]:
    """What answers, what was said before what is only told of a speaker, if its own words hold as much.

    Not what only stands near words on the topic: there a speaker may say anything.
    """
    by_words_first = sorted(hits, key=lambda hit: not by_its_words(hit))
    found = answering(by_words_first, finder.held_elsewhere)
    found = [hit for hit in found if by_its_words(hit) and not _is_of_another(finder, hit)]
    if not found:
        return []
    if all(map(is_speech, found)):
        return found
    said, told = parted(found)
    if not said:  # where what is told comes nearest, what was said on all of that answers too
        said = answering(parted(hits)[0], finder.held_elsewhere)
        said = [hit for hit in said if hit.held >= told[0].held]
    elif said[0].held < told[0].held:
        return found
    return [*(said or (hit for hit in parted(hits)[0] if _goes_on_from(finder, told[0], hit))), *told]


def _goes_on_from(finder: Finder, told: Hit, said: Hit) -> bool:
    """Whether words stand in the sentence of what is told, after it: "she brushed it aside, saying: “…”"."""
    text = finder.store.article_of(told.item).text[told.item.end : said.item.start]
    return (
        said.item.article_id == told.item.article_id
        and told.item.end <= said.item.start
        and bool(_SAYING.fullmatch(text))
    )


def _is_of_another(finder: Finder, hit: Hit) -> bool:
    """Whether words are of something that bears another name than the one asked about."""
    article, topic = finder.store.article_of(hit.item), query_of(finder.question)
    return lacks_a_name(article, topic) or owner_is_elsewhere(article, statement_of(hit), topic)


def _said_by_namesakes(finder: Finder, composer: Composer) -> Answer | None:
    """What others say on it whom the name asked for fits as well: "Lee" may be the one quoted less often."""
    question = finder.question
    for name in question.namesakes[:MOST_NAMESAKES]:
        theirs = replace(finder, question=replace(question, speakers=(name,)))
        found = answering(theirs.by(name), theirs.held_elsewhere)
        if found and covered(found) >= HALF:
            first = composer.citations == []
            reason = never(finder, question.speakers[0]) if first else ""
            composer.note(f"{reason} {phrase('namesake', name=name)}".strip())
            composer.statements(found)
    return composer.answer() if composer.citations else None


def _said_for(
    composer: Composer, question: Question, theirs: Sequence[Hit], own: Sequence[Hit], how: str
) -> Answer:
    """What was said in a speaker's name, or by several at once, told apart from what the speaker said."""
    name = question.speakers[0]
    composer.note(phrase(how, name=name, topic=shown(question.topic)))
    composer.statements(theirs, most=2)
    if own:
        composer.note(phrase("nearest_own", name=name))
        composer.statements(own, most=2)
    return composer.answer()


def _with_printed(finder: Finder, own: list[Hit]) -> list[Hit]:
    """What was said, and what stands in print as the speakers' own."""
    printed = [hit for name in finder.question.speakers for hit in finder.in_print(name)]
    return by_score([*own, *printed]) if printed else own


def _asks_by_surname(question: Question) -> bool:
    """Whether a question names its one speaker by the surname, and not in full."""
    name, text = question.speakers[0], question.text.casefold()
    alone = re.search(rf"\b{re.escape(surname(name).casefold())}\b", text)
    return len(question.speakers) == 1 and " " in name and bool(alone) and name.casefold() not in text


def statement_of(hit: Hit) -> Statement:
    """Return the statement that a search for statements found."""
    assert isinstance(hit.item, Statement), "a search for statements finds statements"
    return hit.item
