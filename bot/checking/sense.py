"""Whether the words around a quotation, or inside its ellipses, turn its sense. Pure.

Each function looks at what was said, by the numbers of its words, and returns in words what is wrong
with leaving something out, or nothing where it is honest.
"""

from bot.checking.said import Said
from bot.checking.words import is_content, is_negation

# What a quotation must not stop before: the sense may turn there.
_TURNS = frozenset("but however yet except unless although though".split())
LIMITS = _TURNS | frozenset("if because until provided nor not or never only lest".split())
# It adds how, and limits what it follows only where that is negated: we never leave | without a guide.
_LIMITS_A_NEGATION = frozenset({"without"})
# A sentence of its own that begins so says something else; a scrap of one still limits the sentence
# before: I like walls. | But not this one.
_CONTRASTS = frozenset("but however yet".split())
_SCRAP = 4  # words
_RESTRICTS = frozenset("that which who whom whose when where than as".split())
# An "if" or a "not" before the first word quoted rules it, back to the start of the clause.
_GOVERNS = frozenset("if unless whether deny denied denies doubt doubts refuse refused".split())
_CLAUSE_STARTS = frozenset("and but or so".split())
_RISKY_TO_SKIP = _TURNS | frozenset("if only except because could would might may should must than".split())
_LEAVABLE = frozenset(
    """in on at by for with about against between into through during before after above below from under over
    of which who whose where while since""".split()
)
_DETERMINERS = frozenset("the a an such this that these those my our your his her its their".split())
_JOINS = frozenset("and but or so when because".split())
_STOPS = ",.;:!?—–-()…\n"


def is_led_into(said: Said, number: int) -> bool:
    """Whether the next word begins a quotation that the article's own words lead into: is “global”.

    A cue between two pieces of one quotation ends in punctuation: …,” she said, “…
    """
    if said.piece[number] == said.piece[number + 1]:
        return False
    between = said.between(number).strip(" \n\t“”„‟«»\"'‘’`[(")
    return bool(between) and not _has_stop(between[-1])


def gap_flaw(said: Said, start: int, end: int) -> str:
    """Return why the words [start, end) may not be left out, or nothing."""
    forms = [word.form for word in said.words[start:end]]
    if any(map(is_negation, forms)):
        return "the ellipsis swallows a negation"
    turning = next((form for form in forms if form.lower() in _RISKY_TO_SKIP), None)
    if turning:
        return f"the ellipsis swallows “{turning}”"
    if "?" in forms:
        return "the ellipsis joins a question to what follows"
    if _leaves_items_out(said, start, end):
        return ""
    opens = start > 0 and _has_stop(said.between(start - 1))
    closes = end < len(said.words) and _has_stop(said.between(end - 1))
    follows = said.words[end].form.lower() if end < len(said.words) else ""
    if opens or closes or (forms[0].lower() in _LEAVABLE and follows in _JOINS):
        return ""
    return "the ellipsis joins parts that do not belong together"


def _leaves_items_out(said: Said, start: int, end: int) -> bool:
    """Whether [start, end) are the first items of a list: such … promises. What is said of all of them
    is said of the last; an adjective alone may be what it all depends on."""
    *items, last = (word.form for word in said.words[start:end])
    breaks = (mark in said.between(n) for n in range(max(0, start - 1), end - 1) for mark in ".!?;:")
    return (
        last.lower() in ("and", "or")
        and start > 0
        and said.words[start - 1].form.lower() in _DETERMINERS
        and bool(items)
        and all(map(is_content, items))
        and not any(breaks)
    )


def head_flaw(said: Said, first: int) -> str:
    """Return what rules the first word quoted and was cut off, or nothing."""
    for number in range(first - 1, max(-1, first - 13), -1):
        form = said.words[number].form
        if said.piece[number] != said.piece[first] or _has_stop(said.between(number)) or form == "?":
            return ""
        if is_negation(form) or form.lower() in _GOVERNS:
            return f"it was cut off after “{form}”"
        if form.lower() in _CLAUSE_STARTS:
            return ""
    return ""


def tail_flaw(said: Said, last: int, quoted: str) -> str:
    """Return what limits the last words quoted and was cut off, or nothing."""
    if last + 1 >= len(said.words):
        return ""
    following, between = said.words[last + 1].form, said.between(last)
    other_piece = said.piece[last + 1] != said.piece[last]
    if other_piece:
        # The cue between two pieces: the sentence has ended if the words before it end in a full stop.
        between = between[: next((i for i, c in enumerate(between) if c.isalnum()), len(between))]
        cue = said.between(last)
        ended = any(mark in between for mark in ".!?…") or bool(_sentence_ends(cue))
    else:
        ended = any(mark in between for mark in ".!?…") or "\n" in between
    plain = following.lower()
    if following == "?":
        asked = "?" not in quoted.rstrip(" ,\"'”’")[-2:]
        closed = quoted.rstrip()[-1:] in (".", "!")
        return "a question is presented as a statement" if asked and closed else ""
    if ended:
        turns = plain in _TURNS and not other_piece and (plain not in _CONTRASTS or _is_scrap(said, last + 1))
        return f"it was cut off before “{following}”" if turns else ""
    limits = plain in LIMITS or (plain in _LIMITS_A_NEGATION and _is_negated(said, last))
    if limits or (plain in _RESTRICTS and not _has_stop(between) and not other_piece):
        return f"it was cut off before “{following}”"
    return ""


def _is_scrap(said: Said, first: int) -> bool:
    """Whether the sentence that begins with word number `first` is only a scrap: But not this one."""
    then = said.words[first + 1].form if first + 1 < len(said.words) else ""
    ends = (n for n in range(first, len(said.words) - 1) if _ends(said.between(n)))
    length = next(ends, len(said.words) - 1) - first + 1
    return length <= _SCRAP or is_negation(then) or then.lower() in LIMITS


def _is_negated(said: Said, last: int) -> bool:
    """Whether the sentence up to word number `last` has a negation."""
    for number in range(last, -1, -1):
        if is_negation(said.words[number].form):
            return True
        if number and (said.piece[number] != said.piece[number - 1] or _ends(said.between(number - 1))):
            return False
    return False


def _ends(between: str) -> bool:
    return any(mark in between for mark in ".!?…\n")


def _sentence_ends(cue: str) -> bool:
    """Whether a cue between two pieces ends a sentence: …," he said. "…"""
    return any(a in ".!?" and (b.isspace() or b in '"“«‘') for a, b in zip(cue, cue[1:]))


def _has_stop(between: str) -> bool:
    return any(mark in between for mark in _STOPS)


def clause_start(said: Said, first: int) -> int:
    """Return the number of the first word of the clause that word number `first` stands in."""
    while first and said.piece[first - 1] == said.piece[first] and not _has_stop(said.between(first - 1)):
        first -= 1
    return first


def clause_end(said: Said, last: int) -> int:
    """Return the number after the last word of the clause that follows word number `last`."""
    end = last + 2
    while (
        end < len(said.words)
        and said.piece[end] == said.piece[end - 1]
        and not _has_stop(said.between(end - 1))
    ):
        end += 1
    return min(end, len(said.words))
