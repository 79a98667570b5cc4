"""What the articles do not hold, and what they hold instead: a silence is told with what comes nearest."""

import re
from collections.abc import Collection, Sequence

from bot.answering.facts import with_nearest_passage
from bot.answering.finding import Finder
from bot.answering.judge import CLOSE, answering, comes_near, covered
from bot.answering.months import without_month
from bot.answering.named import has_one_of, names_in
from bot.answering.reported import is_speech
from bot.compose import Composer
from bot.prompts import listed, phrase
from bot.render import day
from bot.types import Answer, Question
from index.search import quoted
from index.searching.irregular import base
from index.types import Hit, Statement

MOST_OF_IT = 0.7  # the share of a topic that what others said must hold: half of it is often another story
FEW = 3  # statements of somebody, so many that all of them are shown
ELSE = 2  # statements on other topics, shown where "what else?" has been answered
NEAREST = 2  # statements on a thing, shown where nobody said that of it
LOOKED_AT = 50  # passages with all words of a name
NICKNAME = r"(?:\s[\"'‘“(]\w[\w'’. -]*[\"'’”)])?\s"  # what may stand between the names of somebody
LONGEST_NAMED = 80  # characters of a topic that a refusal repeats

_ASKS = re.compile(
    r"(?:how|who|whom|what|which|when|where|why|will|would|is|are|can|should|do|does|did)\s", re.IGNORECASE
)

_NOUNS = ("child", "foot", "man", "woman")  # irregular, too: children
_SUBJECTS = frozenset("i you he she it we they this that there".split())


def not_said(finder: Finder, composer: Composer, hits: Sequence[Hit]) -> Answer:
    """A speaker's silence: the nearest that speaker comes to it, and who else speaks on it."""
    name = finder.question.speakers[0]
    of_little = _all_of_little(finder, hits)
    nearest = of_little or _nearest(finder, hits)
    if nearest:
        composer.note(phrase("all_quoted" if of_little else "nearest_own", name=name))
        composer.statements(nearest)
    names = names_in(f" {finder.question.topic}")
    others = [
        hit
        for hit in answering(finder.by_others())
        if _is_on_it(hit) and has_one_of(names, finder.store.article_of(hit.item))
    ]
    if others:
        composer.note(phrase("others_on"))
        composer.statements(others, most=2)
    near = bool(of_little) or (bool(hits) and comes_near(hits[0]))
    return composer.refusal(never(finder, name, in_other_words=near))


def nobody_said(finder: Finder, composer: Composer, hits: Sequence[Hit], reason: str) -> Answer:
    """Nobody said it in so many words: who comes nearest to it by meaning, else the nearest passage."""
    near = [
        hit
        for hit in hits
        if _cosine(hit) >= CLOSE
        and isinstance(hit.item, Statement)
        and hit.item.is_speech
        and hit.item.speaker
    ]
    if not near:
        return with_nearest_passage(finder, composer, reason)
    composer.note(phrase("nearest_passage"))
    composer.statements(sorted(near, key=_cosine, reverse=True), most=NEAREST)
    return composer.refusal(reason)


def nothing_else(finder: Finder, composer: Composer, hits: Sequence[Hit]) -> Answer:
    """All on a topic has been shown: "what else?" may ask for what was said on others."""
    left = [hit for hit in composer.not_shown(hits) if is_speech(hit)]
    if left:
        composer.note(phrase("on_other_things", name=listed(finder.question.speakers)))
        composer.statements(left, most=ELSE)
    return composer.refusal(nothing_more(finder.question))


def _all_of_little(finder: Finder, hits: Sequence[Hit]) -> list[Hit]:
    """Return all that is quoted of somebody, the nearest first, where that is little: it is read at once."""
    spoken = [hit for hit in hits if is_speech(hit)]
    dated = finder.question.since or finder.question.until
    return sorted(spoken, key=_nearness, reverse=True) if len(spoken) <= FEW and not dated else []


def _nearest(finder: Finder, hits: Sequence[Hit]) -> list[Hit]:
    """Return what comes nearest by its words, and by its meaning where nobody else's words hold the topic."""
    by_words = hits[:1] if hits and comes_near(hits[0]) else []
    closest = max(filter(is_speech, hits), key=_cosine, default=None)
    if closest is None or closest in by_words:
        return list(by_words)
    if not comes_near(closest) and finder.held_elsewhere() >= MOST_OF_IT:
        return list(by_words)
    return [*by_words, closest]


def _cosine(hit: Hit) -> float:
    return hit.evidence.cosine if hit.evidence else 0.0


def _nearness(hit: Hit) -> float:
    """How near the words of a hit themselves come to the topic: what stands around them is the same for all
    that somebody said in a row."""
    return hit.evidence.near + hit.evidence.cosine if hit.evidence else 0.0


def _is_on_it(hit: Hit) -> bool:
    """Whether words of somebody else hold most of a topic: not "a fatal day", of "fatalities"."""
    seen = hit.evidence
    return covered([hit]) >= MOST_OF_IT and seen is not None and (seen.literal > 0 or seen.cosine >= CLOSE)


def unregistered(finder: Finder, name: str) -> str:
    """Somebody the register does not know may still stand in a text."""
    words = " AND ".join(map(quoted, re.findall(r"\w+", name))) if name[:1].isupper() else quoted(name)
    found = finder.store.passages_by_id(
        [id_ for id_, _ in finder.store.lexical(words, kind="passage", limit=LOOKED_AT)] if words else []
    )
    holding = {p.article_id for p in found if _names(finder.store.article_of(p).text[p.start : p.end], name)}
    if not holding:
        return phrase("unknown_name", name=shortened(name))
    return _not_quoted(finder, name, holding)


def _names(text: str, name: str) -> bool:
    """Whether a text has a name as it is written, but for a nickname: search finds "price" for Price, and the
    month for May."""
    written = NICKNAME.join(map(re.escape, name.split()))
    return not name[:1].isupper() or bool(re.search(rf"\b{written}\b", without_month(name, text)))


def never(finder: Finder, name: str, *, in_other_words: bool = False) -> str:
    """Say that somebody never spoke on it, or is never quoted at all, and where he is named then.

    `in_other_words`: what is shown beside it may be on the topic all the same, so no more is said than that.
    """
    question, store = finder.question, finder.store
    count = next((s.quoted for s in store.speakers() if s.name == name), 0)
    if count:
        then = f" {shortened(question.occasion)}" if not question.topic.endswith(question.occasion) else ""
        values = {"name": name, "count": times(count), "period": then + period(question)}
        return (
            phrase("never_in_words" if in_other_words else "never_on", topic=shown(question.topic), **values)
            if question.topic
            else phrase("never_in", **values)
        )
    return _not_quoted(finder, name, {mention.article_id for mention in store.mentions(name)})


def nothing_more(question: Question) -> str:
    """Say that "what else?" has been answered already."""
    name = listed(question.speakers) or phrase("anybody")
    return phrase("nothing_more", name=name, topic=on(question.topic))


def _not_quoted(finder: Finder, name: str, places: Collection[str]) -> str:
    reason = phrase("not_quoted", name=shortened(name), topic=on(finder.question.topic))
    article = finder.store.article(min(places)) if places else None
    if article is None:
        return reason
    number = "one article" if len(places) == 1 else f"{len(places)} articles"
    return f"{reason} {phrase('mentioned_in', name=name, count=number, title=article.title)}"


def on(topic: str) -> str:
    return f" on {shown(topic)}" if topic else ""


def shown(topic: str) -> str:
    """Return a topic as it can stand in a sentence: "Will it rain" is a question of its own, and what is no
    noun phrase stands in marks."""
    named = shortened(topic)
    if _ASKS.match(topic):
        return f"“{named}?”" if named == topic else f"“{named}”"
    return f"“{named}”" if _is_a_clause(topic) else named


def _is_a_clause(topic: str) -> bool:
    """Whether a topic begins with a verb, or with who does it: "surprised them", "they would leave"."""
    first, _, rest = topic.partition(" ")
    is_verb = (first.endswith("ed") and not first.endswith("eed")) or base(first) not in (first, *_NOUNS)
    return bool(rest) and (first.lower() in _SUBJECTS or (first.islower() and is_verb))


def shortened(words: str) -> str:
    """Return words as they can be named in passing: many are cut between two of them, with an ellipsis."""
    if len(words) <= LONGEST_NAMED:
        return words
    cut = words[: LONGEST_NAMED + 1].rpartition(" ")[0] or words[:LONGEST_NAMED]
    return f"{cut.rstrip(' ,;:–—-')}…"


def times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def period(question: Question) -> str:
    since, until = day(question.since), day(question.until)
    if since and until:
        return f" on {since}" if since == until else f" between {since} and {until}"
    return f" since {since}" if since else f" up to {until}" if until else ""
