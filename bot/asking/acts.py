"""What a question asks for that is more than saying: who praised, denied, confirmed … and not merely spoke.

An act is called by the verb that asks for it. Other verbs may tell the same act: who condemns, criticises.
"""

import re
from dataclasses import dataclass
from functools import cache

# Each act: its noun as a refusal names it, the verbs that ask for it, and after "+" those that tell it, too.
_ACTS = """
praise: praise applaud commend compliment laud hail + congratulate admire salute
congratulation: congratulate
thanks: thank
a welcome: welcome + applaud hail
criticism: criticise criticize + condemn denounce blame attack slam rebuke reproach mock deplore accuse deride
condemnation: condemn denounce + deplore
an accusation: accuse blame + allege charge
a denial: deny refute rebut contradict + reject dispute dismiss
a rejection: reject dispute + dismiss deny refute rebut contradict
a defence: defend justify
an apology: apologise apologize
a confirmation: confirm acknowledge corroborate + admit concede verify
an admission: admit concede confess + acknowledge
a warning: warn caution + alert
a promise: promise pledge vow + assure guarantee swear undertake commit
a demand: demand urge + request
a proposal: propose recommend + suggest
a prediction: predict forecast foresee + expect
a complaint: complain lament + deplore grumble protest
"""
# Acts that words may do though no verb tells it: "It will flood again" may be a warning.
_DONE_BY_WORDS = frozenset(
    ("a confirmation", "an admission", "a warning", "a promise", "a demand", "a proposal", "a prediction")
    + ("a complaint",)
)
_DOUBLED = frozenset(("admit", "rebut", "commit", "slam"))  # before -ing and -ed
_IRREGULAR = {"swear": "swore", "undertake": "undertook", "foresee": "foresaw", "forecast": "forecast"}


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of saying: its `noun`, all forms of the verbs that tell it, and those for what was done."""

    noun: str
    forms: frozenset[str]
    past: frozenset[str]

    @property
    def done_by_words(self) -> bool:
        """Whether words alone may do it, whatever verb leads to them."""
        return self.noun in _DONE_BY_WORDS

    def told_by(self, cue: str) -> bool:
        """Whether an article's words for saying tell it: "warned", "then accused her"."""
        return not self.forms.isdisjoint(re.findall(r"\w+", cue.lower()))


@cache
def _by_verb() -> dict[str, tuple[str, Act]]:
    """Return each form of the verbs that ask → the verb, and the act."""
    found: dict[str, tuple[str, Act]] = {}
    for line in _ACTS.strip().splitlines():
        noun, verbs = line.split(": ")
        asking, _, telling = verbs.partition(" + ")
        forms = [_forms(verb) for verb in f"{asking} {telling}".split()]
        act = Act(noun, frozenset(w for each in forms for w in each), frozenset(each[0] for each in forms))
        found |= {form: (verb, act) for verb in asking.split() for form in _forms(verb)}
    return found


def _forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb, the one for what was done first."""
    base = verb + verb[-1] if verb in _DOUBLED else verb.removesuffix("e")
    past = _IRREGULAR.get(verb) or (f"{verb[:-1]}ied" if verb.endswith("y") else f"{base}ed")
    third = (
        f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}es" if verb.endswith(("s", "sh")) else f"{verb}s"
    )
    return past, verb, third, participle(verb)


def participle(verb: str) -> str:
    """Return "denying", "praising", "admitting"."""
    base = verb + verb[-1] if verb in _DOUBLED else re.sub(r"(?<!e)e$", "", verb)
    return f"{base}ing"


def asking_verbs() -> tuple[str, ...]:
    """Return the verbs that ask for an act, in all their forms."""
    return tuple(_by_verb())


def verb_in(words: str) -> str:
    """Return the verb of the first act that words ask for, or nothing."""
    return next((_by_verb()[word][0] for word in re.findall(r"\w+", words.lower()) if word in _by_verb()), "")


def act_of(verb: str) -> Act:
    """Return the act that a verb asks for."""
    return _by_verb()[verb][1]


def doing(verb: str, question: str, topic: str) -> str:
    """Return what is asked for as a participle: "Who denied the leak?" → "denying the leak".

    The topic follows where the question leaves the verb out: "what else?"
    """
    asked = re.search(rf"\b(?:{'|'.join(_forms(verb))})\b", question, re.IGNORECASE)
    whom = question[asked.end() :].strip(" ?.!") if asked else topic
    return f"{participle(verb)} {whom}".strip()
