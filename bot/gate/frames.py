"""Where words say who speaks: a speaker beside a verb of saying, and the words that belong to the two."""

from collections.abc import Sequence

from bot.checking.words import Word
from bot.gate.cast import Mention
from bot.gate.verbs import COLOURED, NEUTRAL

VERBS = NEUTRAL | COLOURED
PRONOUNS = frozenset("he she they it".split())
TURNS = frozenset("while whereas but although though yet".split())

_BETWEEN = frozenset(
    """has had have also again then later both once further too did does do not never simply himself herself
    itself always repeatedly""".split()
)
_LONGEST_PLACE = 8  # words between a source and its verb: an official in the ministry of finance said
_OPENINGS = (
    frozenset("the a an i it he she they this that these those there what who as also then".split()) | TURNS
)


def begins_a_frame(found: Sequence[Word], mentions: Sequence[Mention], at: int) -> bool:
    """Whether a speaker with a verb of saying begins at word number `at`, or after "the"."""
    if at < len(found) and found[at].form.lower() in PRONOUNS:
        return verb_after(found, at + 1) is not None
    named = [m for m in mentions if at <= m.first <= at + 1]
    return bool(named) and verb_after(found, named[0].last) is not None


def verb_after(found: Sequence[Word], at: int) -> int | None:
    """Return the number of the verb of saying at `at`, auxiliaries and adverbs skipped."""
    while at < len(found) and found[at].form.lower() in _BETWEEN:
        at += 1
    return at if at < len(found) and found[at].form.lower() in VERBS else None


def stranger(found: Sequence[Word]) -> Mention | None:
    """Return a name before a verb of saying that the cast does not have; its label is nobody's."""
    for last in range(1, len(found)):
        first = last
        while (
            first and found[first - 1].form[:1].isupper() and found[first - 1].form.lower() not in _OPENINGS
        ):
            first -= 1
        if first < last and verb_after(found, last) is not None:
            return Mention(first, last, frozenset({" ".join(word.form for word in found[first:last])}))
    return None


def past_place(forms: Sequence[str], at: int) -> int:
    """Skip the words that say where a source belongs: an official | at the transport authority | said."""
    if at < len(forms) and forms[at] in ("at", "in", "of", "for", "from", "with"):
        for number in range(at + 1, min(at + _LONGEST_PLACE, len(forms))):
            if forms[number] in VERBS:
                return number
    return at


def joined(found: Sequence[Word], mentions: Sequence[Mention], last: Mention) -> list[Mention]:
    """Return the speakers joined by "and" before a verb: both Ann Lee and Bo Hart said."""
    together = [last]
    for mention in reversed([m for m in mentions if m.last <= last.first]):
        between = {word.form.lower() for word in found[mention.last : together[0].first]}
        if between and between <= {"and", "the", "both", "as", "well"}:
            together.insert(0, mention)
    return together
