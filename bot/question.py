"""Words, and the conversation so far → a `Question`: who, about what, when, and what is wanted.

No model: English asks who said what in a few dozen ways, written down in `bot.asking.forms`. What a
follow-up leaves out ("and Zakharova?", "when did he say that?") is taken from the question before.
"""

import re
from dataclasses import replace
from datetime import date

from bot.asking.acts import verb_in
from bot.asking.again import asked_again
from bot.asking.asked_for import describes_one, taken_for, with_people
from bot.asking.carried import carried_over, person_in, with_name
from bot.asking.forms import ABOUT, AUTHOR, FACT, FOLLOW_UP, FORMS, POLITELY, PRONOUN, SAY, THAT
from bot.asking.meant import in_office, meant_by, named_by
from bot.asking.people import Directory
from bot.asking.remembered import places, remembered, shown, topic_meant
from bot.asking.times import Period, find_occasion, find_order, find_period, without_own_words
from bot.types import Memory, Question
from index.naming.nobody import looks_like_a_name

_SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, of bytes that are no UTF-8
# "Did Lee say: “…”?", "Who said, “…”?": no form has the colon or comma.
_COLON = re.compile(rf"^(?P<says>[^\"“„«]*?\b{SAY}(?: that)?)\s?[,:]\s?(?=[\"“„«'‘])", re.IGNORECASE)
# Up to the last mark that closes, since an apostrophe is none ("the workers' pay"), or to the end.
_QUOTED = re.compile(r"[\"“„«'‘](?P<words>.+?)(?:[\"”“»'’](?!\w)[^\"”“»'’]*|[\s?.!]*)$")
_QUOTATION = 3  # words in quote marks, from which they are checked as a quotation; fewer are searched for
_LIST = re.compile(r"(?:please )?(?:list|show|give)|everything|all", re.IGNORECASE)
_ELSE = re.compile(r"\W*(?:and |but )?what else\b", re.IGNORECASE)
_LAW = re.compile(
    r"[A-Z][\w'’-]*(?:\s(?:[A-Z][\w'’-]*|on|of|for|and|to|in|from|the))*\s(?:Act|Bill|Law|Treaty)\b"
)
_THEIR_ROLE = re.compile(r"(?:its|their) (?P<role>.+)", re.IGNORECASE)
_OWNER = re.compile(r"(?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)['’]s?\s")
_OF_ANOTHER = re.compile(r"(?P<who>\S.*?)\s(?:about|on|regarding|concerning)\s(?P<topic>.+)", re.IGNORECASE)
# "How did Renn vote?", "who leads his party?": what somebody did, and nothing that was said.
_ASKS = re.compile(
    r"(?:(?:by|of|to|for|from|with) )?(?:who|whom|how|why|when|where|which|whose)\b", re.IGNORECASE
)


def understand(text: str, directory: Directory, memory: Memory, *, latest: date | None = None) -> Question:
    """Read a question; `latest` is the newest article's date, from which "last week" counts back."""
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    words = " ".join(text.split())
    words = words[polite.end() :] if (polite := POLITELY.match(words)) else words
    words = _COLON.sub(r"\g<says> ", words)
    if again := asked_again(text, words, memory):
        return again
    if full := _carried_over(words, directory, memory):
        return _in_full(text, full, directory, memory, latest)
    rest, period = find_period(words, latest, [(start, end) for start, end, _ in directory.spot(words)])
    rest, own_words = without_own_words(rest)
    rest, order = find_order(rest)
    before = memory.question
    asked = re.sub(r"^(?:and|but|so|also)[,\s]+(?=wh|how|did)", "", rest, flags=re.IGNORECASE)
    question = _on_occasion(text, asked, directory, memory) or _by_pattern(text, asked, directory, memory)
    if question is None and own_words:
        question = _of_the_one_named(text, asked, directory)
    if question is None and before is not None:
        question = _follow_up(text, rest, directory, before)
    if question is None and (named := in_office(rest, directory)):
        question = Question(text, "person", speakers=named)
    if question is None:
        question = _free(text, rest, directory)
    if question.want == "fact" and (full := _with_person(words, directory, memory)):
        return _in_full(text, full, directory, memory, latest)
    if (
        before
        and not question.topic
        and not question.occasion
        and question.want in ("statements", "compare", "when")
        and _leaves_out(rest)
    ):
        question = replace(question, topic=before.topic)
    if period == Period() and before and _is_follow_up(rest):
        period = Period(before.since, before.until, before.any_year)
    if order and question.want == "statements":
        question = replace(question, want="list")
    seen = shown(memory) if before and (_ELSE.match(words) or question.want == "when") else ()
    return replace(
        question, since=period.since, until=period.until, any_year=period.any_year, order=order, shown=seen
    )


def _carried_over(words: str, directory: Directory, memory: Memory) -> str:
    """Return the question for a fact that was asked before, as a follow-up asks it anew; or nothing.

    After a question that names nobody, somebody who is quoted is asked for what was said: "and Lee?"
    """
    before = memory.question
    if before is None or before.want != "fact":
        return ""
    follow_up = FOLLOW_UP.match(words)
    people = filter(directory.speaks, directory.look_up(follow_up["rest"])) if follow_up else ()
    return carried_over(words, before.in_full) if before.meant or not any(people) else ""


def _with_person(words: str, directory: Directory, memory: Memory) -> str:
    """Return a question for a fact with the name of the person that its pronoun means; or nothing.

    Where the question itself names somebody, the pronoun means nobody else.
    """
    pronoun = person_in(words)
    if not pronoun or directory.spot(words):
        return ""
    meant = remembered(memory, pronoun)
    return with_name(words, meant[0]) if meant else ""


def _in_full(text: str, full: str, directory: Directory, memory: Memory, latest: date | None) -> Question:
    """Read a follow-up by its words in full; it looks first in the articles just cited."""
    question = understand(full, directory, Memory(), latest=latest)
    return replace(question, text=text, asked=full, near=places(memory))


def _on_occasion(text: str, words: str, directory: Directory, memory: Memory) -> Question | None:
    """A question with an occasion in it: all that is asked for, or beside a topic.

    At the end of a topic it may as well be a part of it: "the mood after the vote".
    """
    without, occasion = find_occasion(words)
    bare = _by_pattern(text, without, directory, memory, occasion=occasion) if occasion else None
    if bare is None or bare.want not in ("statements", "list", "compare", "change", "who", "when"):
        return None
    if bare.want in ("who", "when") and bare.topic:
        return None  # the occasion is a part of what was said
    if not bare.topic:
        want = "statements" if bare.want == "list" and not _LIST.match(words) else bare.want
        return replace(bare, want=want, occasion=occasion)
    ends = re.search(rf"{re.escape(occasion)}\W*$", words)
    whole = _by_pattern(text, words, directory, memory) if ends else bare
    return replace(whole, occasion=occasion) if whole else None


def _by_pattern(
    text: str, words: str, directory: Directory, memory: Memory, *, occasion: str = ""
) -> Question | None:
    for want, pattern in FORMS:
        match = pattern.match(words)
        if not match:
            continue
        fields = match.groupdict()
        topic = _topic(f"{fields.get('noun') or ''} {fields.get('topic') or ''}")
        quoted = _quoted(words, match.start("topic")) if fields.get("topic") else ""
        if want == "who":
            if not topic and not occasion:
                continue
            if memory.question and re.fullmatch(THAT, topic, re.IGNORECASE):
                topic = memory.question.topic or topic
            if PRONOUN.fullmatch(topic):  # "who asked him?"
                meant = remembered(memory, topic)
                if not meant:
                    return Question(text, want, unknown=(topic,))
                topic = meant[0]
            act = verb_in(words[: match.start("topic")]) if topic else ""
            besides = meant_by(topic, directory) if act else named_by(topic, directory)
            return Question(text, want, topic=topic, quoted=quoted, act=act, besides=besides)
        who = (fields.get("who") or "").rstrip(" ?.!")
        if want == "person" and not (PRONOUN.fullmatch(who) or re.match(r"the\s|[A-Z]", who)):
            continue  # "who was hurt"
        question = with_people(Question(text, want, topic=topic, quoted=quoted), who, directory, memory)
        if question is None or (want == "person" and question.unknown and not PRONOUN.fullmatch(who)):
            continue
        if memory.question:
            question = replace(
                question, topic=topic_meant(topic, question.speakers, directory, memory.question)
            )
        if question.want in ("statements", "list", "verify"):
            until = match.start("topic") if fields.get("topic") else len(words)
            act = verb_in(words[match.end("who") : until]) or verb_in(words[: match.start("who")])
            question = replace(question, act=act, besides=meant_by(topic, directory) if act else ())
        if len(question.speakers) + len(question.unknown) > 1 and question.speakers and want == "statements":
            return replace(question, want="compare")
        return question
    return None


def _follow_up(text: str, words: str, directory: Directory, before: Question) -> Question | None:
    match = FOLLOW_UP.match(words)
    rest = match["rest"] if match else words.rstrip("?.! ")
    if not match and len(rest.split()) > 3:
        return None
    rest = _of_them(rest, before)
    prepared = re.sub(rf"^{ABOUT}\s+", "", rest, flags=re.IGNORECASE)
    if match and (both := _of_another(text, rest, directory, before)):
        return both
    names = directory.look_up(rest, given=True) if prepared == rest else ()
    want = before.want if before.want in ("statements", "list", "when", "compare", "change") else "statements"
    if len(names) == 1:
        want = "statements" if want == "compare" else want
        taken = taken_for(directory, rest, names)
        return Question(text, want, speakers=names, taken=taken, topic=before.topic, occasion=before.occasion)
    if names:
        return Question(text, want, choices=names, topic=before.topic, occasion=before.occasion)
    if not match:
        return None
    is_name = re.match(r"[A-Z]", rest) and len(rest.split()) <= 3 and not before.speakers
    is_body = before.speakers and re.match(r"the\s", rest) and directory.is_a_source(rest)
    if prepared == rest and (is_name or is_body or describes_one(rest)):
        return Question(text, want, unknown=(rest,), topic=before.topic)
    return replace(
        before,
        text=text,
        topic=_topic(prepared),
        quoted="",
        occasion="",
        choices=(),
        unknown=(),
        shown=(),
        order="",
        asked="",
    )


def _of_them(words: str, before: Question) -> str:
    """Return "the Holm Zoo's spokesman" for "its spokesman", after a question about that zoo's director."""
    role = _THEIR_ROLE.fullmatch(words)
    owner = _OWNER.search(before.in_full)
    if not role or not describes_one(f"the {role['role']}"):
        return words
    return f"{owner['name']}’s {role['role']}" if owner else words


def _of_another(text: str, rest: str, directory: Directory, before: Question) -> Question | None:
    """ "And Lee about the wall?": somebody else, and on something else; or `None`."""
    asked = _OF_ANOTHER.fullmatch(rest)
    names = directory.look_up(asked["who"], given=True) if asked else ()
    if asked is None or len(names) != 1:
        return None
    topic = topic_meant(_topic(asked["topic"]), names, directory, before)
    taken = taken_for(directory, asked["who"], names)
    return Question(text, "statements", speakers=names, taken=taken, topic=topic)


def _free(text: str, words: str, directory: Directory) -> Question:
    """A question of no known form: a fact, or a topic with a name somewhere in it."""
    spotted = [(s, e, names) for s, e, names in directory.spot(words) if not _is_in_a_law(words, s, e)]
    named = {names[0] for _, _, names in spotted if len(names) == 1 and looks_like_a_name(names[0])}
    fact = Question(text, "fact", topic=_topic(words), meant=tuple(named) if len(named) == 1 else ())
    people = [(s, e, n[0]) for s, e, n in spotted if len(n) == 1 and directory.speaks(n[0])]
    short = not FACT.match(words) and len(words.split()) <= 6
    if short and not people and len(spotted) == 1 and all(map(directory.speaks, spotted[0][2])):
        start, end, names = spotted[0]
        topic = _without_about(words[:start] + words[end:])
        return Question(text, "statements", choices=names, chosen_for=words[start:end], topic=topic)
    says = re.search(rf"\b{SAY}\b", words, re.IGNORECASE)
    if FACT.match(words) or AUTHOR.match(words) or not people or (_ASKS.match(words) and not says):
        return fact
    start, end, name = people[0]
    if says or len(words.split()) <= 6:
        remaining = _topic(words[:start] + " " + words[end:])
        return Question(text, "statements" if remaining else "list", speakers=(name,), topic=remaining)
    return fact


def _is_in_a_law(words: str, start: int, end: int) -> bool:
    """Whether a name stands in the title of a law, where nobody asks what the bearer said."""
    law = _LAW.search(words)
    return law is not None and law.start() <= start and end <= law.end()


def _without_about(words: str) -> str:
    return _topic(re.sub(rf"^\W*{ABOUT}\s+", "", words, flags=re.IGNORECASE))


def _of_the_one_named(text: str, words: str, directory: Directory) -> Question | None:
    """ "What moved the mayor, in her own words?": whoever the question itself names or describes."""
    words, occasion = find_occasion(words)
    named = {n[0] for _, _, n in directory.spot(words) if len(n) == 1} or directory.described(words)
    if len(named) != 1:
        return None
    topic = "" if occasion else _topic(words)  # the words of that occasion are what is wanted
    return Question(text, "statements", speakers=tuple(named), topic=topic, occasion=occasion)


def _topic(words: str) -> str:
    words = words.strip(' ?.!,:;"“”„«»')
    words = re.sub(r",? and (?:when|where|why)$", "", words, flags=re.IGNORECASE)
    words = re.sub(r"^(?:['’]s|that|from|for|to|at|with|by)(?:\s+|$)", "", words, flags=re.IGNORECASE)
    words = re.sub(r"(?:^|(?<=\s))(?:about|of|for|against|with|from)$", "", words)  # "did he warn about?"
    return " ".join(words.split())


def _quoted(words: str, start: int) -> str:
    """Return a topic as it stands in quote marks, the first of which is at `start` or before; or nothing."""
    marked = _QUOTED.match(words, start) or _QUOTED.match(words, start - 1)
    return marked["words"] if marked and len(marked["words"].split()) >= _QUOTATION else ""


def _leaves_out(words: str) -> bool:
    return bool(re.search(rf"\b{THAT}\b\s*[?.!]*$", words, re.IGNORECASE)) or _is_follow_up(words)


def _is_follow_up(words: str) -> bool:
    return bool(re.match(r"(?:and|but|what about|how about)\b", words, re.IGNORECASE))
