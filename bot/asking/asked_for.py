"""The words in the place of the speaker → who is asked for: one or several people, or a choice of them."""

import re
from dataclasses import replace

from bot.asking.forms import PRONOUN
from bot.asking.people import Directory
from bot.asking.remembered import places, remembered
from bot.types import Memory, Question
from index.kinds import ORGANISATION_NOUNS
from index.lexicon import is_person_noun
from index.phrases import core_of


def with_people(question: Question, who: str, directory: Directory, memory: Memory) -> Question | None:
    """Resolve the words in the place of the speaker; `None` when they name nobody and no person."""
    if PRONOUN.fullmatch(who):
        speakers = remembered(memory, who)
        return replace(question, speakers=speakers) if speakers else replace(question, unknown=(who,))
    if memory.cited and (just_cited := directory.in_role_there(who, places(memory))):
        return replace(question, speakers=just_cited)
    whole = directory.look_up(who, given=True)
    if len(whole) == 1:
        namesakes = directory.namesakes(who, whole[0])
        return replace(question, speakers=whole, namesakes=namesakes, taken=taken_for(directory, who, whole))
    found: list[str] = []
    taken: list[tuple[str, str]] = []
    unknown: list[str] = []
    choices, chosen_for = whole, who if whole else ""
    parts = re.split(r"\s*,\s*(?:and )?|\s+(?:and|or|versus|vs\.?|with|to)\s+", who)
    for part in parts if len(parts) > 1 else [who]:
        names = directory.look_up(part, given=True) if len(parts) > 1 else whole
        if len(names) == 1:
            found.append(names[0])
            taken += taken_for(directory, part, names)
        elif names:
            choices, chosen_for = names, part
        elif PRONOUN.fullmatch(part):
            found += remembered(memory, part)
        else:
            unknown.append(part)
    if found and unknown and not all(re.search(r"[A-Z]", u) for u in unknown):
        return None
    if not (found or choices or re.search(r"[A-Z]", who[1:]) or len(who.split()) <= 4 or _describes(who)):
        return None  # a clause, not a name: another pattern may fit better
    return replace(
        question,
        speakers=tuple(dict.fromkeys(found)),
        unknown=tuple(unknown),
        choices=choices,
        chosen_for=chosen_for,
        taken=tuple(taken),
    )


def taken_for(directory: Directory, words: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return for whom words were taken that do not name somebody as the articles do."""
    return ((words, names[0]),) if directory.guesses(words) else ()


def _describes(words: str) -> bool:
    """ "The official at the transport authority": a noun phrase for somebody."""
    noun = core_of(words)[1]
    return bool(re.match(r"(?:the|an?|one)\s", words)) and (
        is_person_noun(noun) or noun in ORGANISATION_NOUNS
    )


def describes_one(words: str) -> bool:
    """ "The ferry line's spokesman": a noun phrase for one person, and not for several or a body."""
    return _describes(words) and core_of(words)[1] not in ORGANISATION_NOUNS
