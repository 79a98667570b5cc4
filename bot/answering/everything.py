"""No topic: all that the articles have of a speaker, what was said before what is only told of them."""

from itertools import islice

from bot.answering.acts import told_by_cue
from bot.answering.finding import Finder
from bot.answering.refusals import never, nothing_more, times, unregistered
from bot.answering.reported import reports, show_apart
from bot.answering.setting import occasion
from bot.answering.spoken import statement_of
from bot.asking.acts import act_of
from bot.compose import MOST, MOST_LISTED, Composer
from bot.prompts import phrase
from bot.types import Answer
from index.types import Hit, Statement


def everything(finder: Finder, composer: Composer) -> Answer:
    """What a speaker said, the surest and most literal of it, in order of time."""
    question = finder.question
    silent = [unregistered(finder, name) for name in question.unknown]
    for name in question.speakers:
        statements = finder.all_by(name)
        if not statements:
            silent.append(never(finder, name))
            continue
        most = MOST_LISTED if question.want == "list" and not question.order else MOST
        surest = sorted(statements, key=lambda s: (not s.is_speech, s.kind != "direct", -s.confidence))
        said = [s for s in surest if s.is_speech]
        shown = phrase(question.order or "surest", count=most) if len(said or surest) > most else ""
        if question.shown:
            surest = [statement_of(hit) for hit in composer.not_shown([Hit(s, 1.0) for s in surest])]
            shown = phrase("rest")
            if not surest:
                return composer.refusal(nothing_more(question))
        if question.act and not question.shown:
            act = act_of(question.act)
            telling = [s for s in surest if told_by_cue(finder, act, s)]
            surest, most = telling or surest, most if telling else MOST
            shown = phrase("told_as" if telling else "none_told_as", act=act.noun)
        if question.want == "when":
            told = (s for s in surest if occasion(finder.store.article_of(s), s))
            if some := list(islice(told, most)):
                surest, shown = some, phrase("with_occasion")
        composer.note(_count(name, statements, shown))
        hits = [Hit(s, 1.0) for s in surest]
        show_apart(composer, name, hits, most=most, by_time=True, order=question.order)
    if not composer.citations:
        return composer.refusal(" ".join(silent))
    for reason in silent:
        composer.note(reason)
    return composer.answer()


def _count(name: str, statements: list[Statement], shown: str) -> str:
    """Say how often somebody is quoted, and how much is only told of them."""
    quoted = sum(s.is_speech for s in statements)
    if not quoted:
        return phrase("everything_told", speaker=name, reports=reports(name, statements), shown=shown)
    more = reports(name, statements, "more report")
    besides = phrase("with_reports", reports=more) if more else ""
    return phrase("everything", speaker=name, count=times(quoted), reports=besides, shown=shown)
