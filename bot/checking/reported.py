"""A sentence without quote marks → who is given as saying what, and in whose report. Pure.

A verb of saying stands in front of what was said, behind it or in its midst; beside it stand whoever was
told and the day. A sentence that only tells what somebody did gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.checking.attribution import (
    ACCORDING,
    LEAD,
    NAME,
    PRONOUN,
    RELAYED,
    are_people,
    is_pronoun,
    names_no_speaker,
    person,
)
from bot.checking.beside import WHEN
from bot.checking.saying import CUE, TELLING
from bot.checking.words import is_content, words
from index.kinds import COMPANY_NOUNS, ORGANISATION_NOUNS
from index.layout import sentences
from index.lexicon import MONTH, is_person_noun

_NOTHING = re.compile(
    r"(?:nothing|no|yes|so|nay|little|goodbye|otherwise|as much|it all)\b\W*(?:$|,)", re.IGNORECASE
)

_TO_QUOTATION = 20  # characters between a verb of saying and the quotation it leads into
_LONGEST_PEOPLE = 3  # words: city fire officials

_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did"
    r"|\w+n['’]t|\w{2,}ed)\b"
)
_COMPLEMENT = re.compile(r"\W*(?:that|how|why|to\s[a-z]+)\b")
_PLAINLY = re.compile(r"sa(?:id|ys?)|tells?|told|announce[ds]?")
_DENIES = re.compile(r"den|reject|disput")
# What nobody said: did not say, refused to tell, could have said, if he said, Lee's claim, nobody said.
_UNSAID = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bnor|\bwithout|\b(?:refus|declin|fail|unabl)\w*(?: to)?|\bhave|\bif|\bwhether"
    r"|\b[Nn]obody|\b[Nn]o one|['’]s?|\bto)\s+(?:\w+ly\s+|immediately\s+)?$"
)
_HAVE_SAID = re.compile(
    r"(?<!could)(?<!would)(?<!might)(?<!must)(?<!should)(?<!\bnot)\s+have\s+(?:also\s+)?$"
)
_DETERMINER = r"(?:the|an?|his|her|its|their|our|some|all|several)"
_HEARER = re.compile(
    rf"\s+(?:{_DETERMINER}\s{NAME.pattern}(?:(?:\s[a-z][\w’'-]*){{1,2}}(?=,?\s(?:that|on|in)\b|\W*$))?"
    rf"|{_DETERMINER}\s(?:[a-z][\w’'-]*\s){{1,3}}?(?=(?:that|{_DETERMINER}|he|she|it|they|there|this|we|no|nobody"
    rf"|on|in|at)\b|[^\W\d_a-z]|\W*$)|(?:me|us|him|her|them|reporters|journalists|lawmakers|viewers|{NAME.pattern})"
    rf"(?=\W|$))"
)
_WHEN = re.compile(
    rf",?\s+(?:(?:late|early|earlier)\s)?(?:{WHEN}|(?:in|during|at) an? (?:[\w’'-]+ ){{0,2}}?[\w’'-]+"
    rf"(?=,? that\b|\W*$)),?"
)
_HOW = re.compile(r"\s(?:in|on|at|during)\s(?:an?|the|his|her|its|their)\s[^,;]*")  # in a letter to the town
_HEARS = re.compile(r"tell|told|warn|promis|ask|urge|assur")
_THAT = re.compile(r"^[\s,:]*(?:that\b)?[\s,]*")
_SUBJECT = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s)?(?:[a-z][\w’'-]*\s){{0,3}}?{NAME.pattern}"
    rf"|{_DETERMINER}\s[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){{0,2}}"
)
# “…,” Lee said, Reuters reported.
_REPORTED = re.compile(
    rf",\s(?P<who>{NAME.pattern})\s(?:reported|reports|wrote|writes)\W*$"
    rf"|,\saccording to (?P<then>{NAME.pattern})\W*$"
)
_SPEAKS = re.compile(rf"(?P<who>{_SUBJECT})(?:,[^,]*,)?\s(?:(?:also|has|have|had|once|later)\s)*$")
_OF = re.compile(rf"\s(?:of|for|at|from|in)\s(?:the\s)?(?!{MONTH}){NAME.pattern}")
_BEHIND = re.compile(r"(?P<said>.*\S),\s(?P<who>[^,;:]{1,80}|[^,;:]{1,60}, [^,;:]{1,80},)\s$")
_INVERTED = re.compile(rf"\s(?P<who>{_SUBJECT})(?=\W*$|,|\s(?:on|in|at|late|early)\s)")
_SUBORDINATE = re.compile(
    r"(?:after|before|when|while|as|if|asked|speaking|since|though|although|because)\b", re.IGNORECASE
)
# Another thing said in the same breath: …, adding that | … and called | … and he warned
_NEXT = re.compile(
    rf",?\s(?:(?:and|but|or|who|which|while)\s(?:(?:also|then|later|has|have|had|once)\s)*(?P<cue>{CUE.pattern})"
    rf"|(?P<adding>adding|noting|warning|insisting|arguing|saying|stressing|explaining)\b"
    rf"|(?:and|but|while)\s(?P<other>(?:he|she|they|{_SUBJECT})\s(?:(?:also|then|later|has|have|had)\s)*{CUE.pattern}))"
)


@dataclass(frozen=True, slots=True)
class Reported:
    """What a sentence gives somebody as saying.

    `beside` is when and to whom, in its words, and `reporter` is whoever is said there to report it.
    """

    speaker: str
    said: str
    cue: str = ""
    beside: str = ""
    reporter: str | None = None


def reported(sentence: str) -> Iterator[Reported]:
    """Yield what a sentence without quotations gives people as saying, in order."""
    line = " ".join(sentence.split())
    found = _according(line) or next(
        (each for cue in CUE.finditer(line) if (each := _beside(line, cue))), None
    )
    if found is None:
        return
    following = _NEXT.search(found.said)
    if following is None or _COMPLEMENT.match(found.said, following.end()) is None and following["adding"]:
        yield from _worth_it(_through(found))
        return
    first = replace(found, said=found.said[: following.start()].rstrip(" ,"))
    yield from _worth_it(_through(first))
    yield from more_said(found.said[following.start() :], found.speaker)


def more_said(rest: str, speaker: str) -> Iterator[Reported]:
    """Yield what is said besides in the same breath, by the same speaker or another: …, who added that …"""
    following = _NEXT.search(rest)
    if following is None:
        return
    if following["other"]:
        yield from reported(rest[following.start("other") :])
        return
    cue = following["cue"] or following["adding"]
    if cue_tells(cue, rest[following.end() :]):
        beside, said = _told(cue, rest[following.end() :])
        yield from _worth_it(_through(Reported(speaker, said, cue, beside)))


def reporter(before: str, after: str) -> str | None:
    """Return whoever is given as reporting that the speaker said what stands between the two."""
    before, after = before[-LEAD:], after[:LEAD]
    if re.search(r"[.!?]\W*$", before):  # another sentence
        before = ""
    lead = next(reversed(list(sentences(before))), None)
    cues = [*CUE.finditer(before, lead[0])] if lead else []
    relayed = RELAYED.fullmatch(before, lead[0], cues[-1].start()) if lead and cues else None
    if relayed and not names_no_speaker(relayed["outer"] + " ", relayed["cue"]):
        return person(relayed["outer"])
    behind = _REPORTED.search(after.split(". ")[0])
    return (behind["who"] or behind["then"]) if behind and CUE.search(after, 0, behind.start()) else None


def ends_before_a_quotation(led: str) -> str:
    """Return what stands in front of a quotation where it says something of its own: Lee said the wall
    would hold | and called it “…”, but not: Lee said the wall “will hold”."""
    cues = [*_NEXT.finditer(led)]
    if cues and cues[-1].end() > len(led.rstrip()) - _TO_QUOTATION:
        return led[: cues[-1].start()]
    return led if led.rstrip().endswith((",", ":", ";", "—", "–")) else ""


def cue_tells(cue: str, said: str) -> bool:
    """Whether a verb tells what was said, and not a deed: confirmed that … but not confirmed the mayor."""
    if _PLAINLY.fullmatch(cue):
        return True
    if _COMPLEMENT.match(said):
        return bool(TELLING.fullmatch(cue)) or bool(re.search(r"\bto\s", said[:5])) or _has_verb(said)
    return bool(cue.endswith("ing") or TELLING.fullmatch(cue)) and bool(_VERB.search(said))


def _has_verb(said: str) -> bool:
    """Whether the first clause has a verb: that it is old, but not: that amount, which is high."""
    return bool(_VERB.search(said.split(",")[0]))


def _worth_it(found: Reported) -> Iterator[Reported]:
    if any(is_content(word.form) for word in words(found.said)) and not _NOTHING.match(found.said):
        yield found


def _according(line: str) -> Reported | None:
    """Read "According to Lee, …" and "…, according to Lee"."""
    according = ACCORDING.search(line)
    who = _named(according["who"].strip(" .")) if according else None
    if not according or not who or is_pronoun(who):
        return None
    who = _fuller(who, according["who"])
    if according.start() == 0:
        return Reported(who, _without_apposition(line[according.end() :].strip(" ,")))
    said = line[: according.start()].rstrip(" ,")
    return Reported(who, said) if _VERB.search(said) else None


def _without_apposition(said: str) -> str:
    """Drop what only says who the speaker is: mayor of Hill, the wall will hold."""
    first, comma, rest = said.partition(", ")
    return (
        rest
        if comma and not _VERB.search(first) and NAME.match(rest[:1].upper()) and _is_role(first)
        else said
    )


def _is_role(words_: str) -> bool:
    return bool(
        re.match(r"(?:the|an?|who|whose)\b|[A-Za-z-]+ (?:of|for|at)\b|(?:[a-z-]+ ){0,2}[a-z-]+$", words_)
    ) and not (_SUBORDINATE.match(words_) or re.match(r"(?:in|on|at|by|for|from)\b", words_, re.IGNORECASE))


def _beside(line: str, cue: re.Match[str]) -> Reported | None:
    """Read what stands around a verb of saying."""
    before, after = line[: cue.start()], line[cue.end() :]
    if names_no_speaker(before, cue.group()) or (_UNSAID.search(before) and not _HAVE_SAID.search(before)):
        return None
    beside, said = _told(cue.group(), after)
    behind = _BEHIND.fullmatch(before)
    inverted = _INVERTED.match(after) if before.endswith(", ") else None
    if inverted and any(map(str.isalnum, after[inverted.end() :])) and not _VERB.search(before):
        inverted = None
    if inverted and not _VERB.search(inverted["who"]) and _is_clause(before[:-2]):
        return _of(inverted["who"], before[:-2], cue.group(), after[inverted.end() :].strip(" .,"))
    if behind and _HOW.fullmatch(after) and not _VERB.search(after):
        beside, said = after.rstrip("."), ""
    if behind and not any(map(str.isalnum, said)):
        return _of(behind["who"], behind["said"], cue.group(), beside) if _is_clause(behind["said"]) else None
    if behind and re.match(r"\s*,", after[len(beside) :]):
        return _of(behind["who"], f"{behind['said']} {said}", cue.group(), beside)
    return _of(before, said, cue.group(), beside) if cue_tells(cue.group(), after) and said else None


def _of(words_: str, said: str, cue: str, beside: str) -> Reported | None:
    who = _named(words_)
    if not who or re.fullmatch(r"I|We|You|we|you|who|this|that|This|That|Who|What|It", who.split()[0]):
        return None
    return Reported(_fuller(who, words_), said.strip(" ,"), cue, beside.strip(" ,"))


def _named(words_: str) -> str | None:
    """Return the subject in the words before a verb, be it people without an article: city officials."""
    found = person(words_)
    if found:
        return found.removeprefix("Both ")
    last = re.split(r"[,;:]", words_.strip(" ,."))[-1].strip()
    noun = last.split()[-1].lower() if 0 < len(last.split()) <= _LONGEST_PEOPLE else ""
    return last if noun and are_people(noun) else None


def _fuller(who: str, words_: str) -> str:
    """Return a speaker with what the description of a body goes on with: the city | of Hill."""
    more = _OF.match(words_, words_.rfind(who) + len(who))
    is_described = who.lower().startswith(("the ", "a ", "an ")) or bool(re.match(r"[\w-]+['’]s ", who))
    are_in = are_people(who.split()[-1].lower())  # officials | in Hill County
    return who + more.group() if more and (is_described or are_in) else who


def _told(cue: str, after: str) -> tuple[str, str]:
    """Part whoever was told, and when, from what was said: the council on Monday | that …"""
    at = 0
    if _HEARS.match(cue) and (hearer := _HEARER.match(after)):
        at = hearer.end()
    while when := _WHEN.match(after, max(0, at - 1) if after[max(0, at - 1) : at] == " " else at):
        at = when.end()
    return after[:at], _THAT.sub("", after[at:]).rstrip(" ?")


def _is_clause(said: str) -> bool:
    """Whether something is said there, and not only when: After the vote was held, Lee said …"""
    is_opening = _SUBORDINATE.match(said) and "," not in said
    return bool(_VERB.search(said) or len(said.split()) > 3) and not is_opening


def _through(found: Reported) -> Reported:
    """Where somebody reports what another says, return what that other says: Orr wrote that Lee said …"""
    if _DENIES.match(found.cue):
        return found
    cue = CUE.search(found.said)
    subject = _SPEAKS.match(found.said[: cue.start()]) if cue else None
    if subject and not _is_somebody(subject["who"]):
        subject = None
    if last := _last_report(found.said):
        return replace(found, said=last.said, reporter=last.speaker)
    told = _beside(found.said, cue) if cue and subject else None
    if told is None or PRONOUN.match(told.speaker) or is_pronoun(told.speaker):
        return found
    return replace(told, reporter=found.speaker)


def _is_somebody(words_: str) -> bool:
    """Whether a phrase is a name, or a noun for people or a body: the ministry, but not the venue."""
    noun = words_.split()[-1].lower()
    bodies = ORGANISATION_NOUNS | COMPANY_NOUNS
    return (
        bool(NAME.fullmatch(words_))
        or words_.split()[-1][:1].isupper()
        or is_person_noun(noun)
        or noun in bodies
    )


def _last_report(said: str) -> Reported | None:
    """Read "…, Lee said" within what another reports."""
    cues = [*CUE.finditer(said)]
    told = _beside(said, cues[-1]) if cues and len(said) - cues[-1].end() < 2 else None
    return told
