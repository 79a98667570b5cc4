"""Do the words of a source bear a clause? Word by word, in order, near together. Pure.

Narrow on purpose, like `bot.covering`: what is not shown to stand there is not proved, however true it
may be. The words of a clause must be found in one stretch of what its speaker said (or of what the
article says itself, where the clause names no speaker), with the same negations and the same certainty.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.cast import plain
from bot.clauses import DENIALS, NEUTRAL, Clause
from bot.pages import MONTHS, Need, Page, is_date, is_numeral, key, says_something
from bot.words import MODALS, is_negation, words
from index.lexicon import PERSON_NOUNS
from index.topic import stem

Grade = Literal["proved", "unproved", "false"]

NEAREST_LEAD = 8  # source words between a sentence's subject and the next sentence that calls it "it"
WIDEST_GAP = 25  # source words between two that the clause joins
GOVERNING = 15  # source words before the first one joined that may turn it
FEWEST_IN_ORDER = 4  # words a clause needs before one of them may stand elsewhere
MOST_UNPROVED = 0.5  # a clause with a larger share of words its source lacks is not about the source

_CONDITIONS = frozenset("if unless until provided except whether".split())
_LIMITS = frozenset("if unless without that who which except because as".split())
_LIMITS_OF_A_NEGATION = frozenset("until before".split())  # "cannot sail before …" says that it can after

_UNTRUE = frozenset(
    """false falsely untrue lie lies lied lying wrongly pretended fake faked hoax myth allegedly supposedly
    purportedly""".split()
)
_SAME_MODAL = dict(
    pair.split("=")
    for pair in """would=will could=can might=may won't=will wouldn't=will can't=can couldn't=can cannot=can
    should=shall shouldn't=shall mustn't=must""".split()
)


@dataclass(frozen=True, slots=True)
class Finding:
    """How far a source bears a clause; `reason` names a phrase and its variables where it does not."""

    grade: Grade
    reason: tuple[str, dict[str, str]] | None = None
    window: frozenset[int] = frozenset()  # numbers of the source's words that stand for the clause's
    missing: int = 0


def bear(clause: Clause, page: Page, speaker: str | None, *, topic: frozenset[str] = frozenset()) -> Finding:
    """Does the source bear the clause as words of `speaker`, or with `None` as the article's own?"""
    for verb in clause.verbs:
        if verb not in NEUTRAL and speaker and (speaker, stem(verb)) not in page.cues:
            if verb in DENIALS:
                return Finding("false", ("gate_negation", {}))
            return Finding("unproved", ("gate_unproved", {"words": verb}))
    needs = _needs(clause, page, speaker, topic)
    if not needs:
        denied = negations([word.form for word in clause.words])
        return Finding("false", ("gate_negation", {})) if denied else Finding("proved")
    if clause.aside:
        if negations([word.form for word in clause.words]):
            return Finding("false", ("gate_negation", {}))
        return _beside(needs, page, speaker)
    found = _aligned(needs, page, speaker)
    if isinstance(found, Finding):
        return found
    missing, places = found
    own = any(speaker in page.owners[number] for number in places)
    if speaker and not own:
        return Finding("false", ("gate_article_said", {"speaker": _shown(speaker)}), missing=len(missing))
    telling = [need for need in missing if need.is_number or need.is_name or is_negation(need.form)]
    if telling:
        return Finding("false", _lacking(telling[0]), missing=len(missing))
    if len(missing) > MOST_UNPROVED * len(needs):
        return Finding("false", ("gate_not_told", {}), missing=len(missing))
    window = _window(places, page)
    turned = _turned(clause, needs, places, window, page)
    if turned:
        return replace(turned, window=window, missing=len(missing))
    relayed = {page.inner[n] for n in places if speaker in page.owners[n]} - {None, speaker}
    named = {label for mention in clause.mentions for label in mention.labels}
    if speaker and relayed and not relayed & named:
        reason = ("gate_relayed", {"speaker": _shown(speaker), "owner": _shown(min(filter(None, relayed)))})
        return Finding("unproved", reason, window=window)
    if missing:
        return Finding(
            "unproved", ("gate_unproved", {"words": missing[0].form}), window=window, missing=len(missing)
        )
    return Finding("proved", window=window)


def negations(forms: Sequence[str]) -> int:
    """Count the words that turn a sense, or say that it is not so."""
    return sum(is_negation(form) or form.lower() in _UNTRUE for form in forms)


def topic_stems(topic: str) -> frozenset[str]:
    """Return the words of a question's topic as clauses are compared with them."""
    return frozenset(key(word.form) for word in words(topic) if says_something(word.form))


def _needs(clause: Clause, page: Page, speaker: str | None, topic: frozenset[str]) -> list[Need]:
    """The words of a clause that must stand in the source: not its frame, dates and links."""
    published = page.source.article.published
    dated = {MONTHS[published.month - 1], str(published.year)} if published else set()
    framed = clause.frame if speaker else frozenset()
    roles = page.cast.roles.get(speaker or "", frozenset())
    starts = {mention.first: mention for mention in clause.mentions}
    within = {n for m in clause.mentions for n in range(m.first, m.last)}
    introduces = bool(clause.words) and clause.words[0].form.lower() in ("on", "about", "regarding", "asked")
    near = {n for m in clause.mentions for n in range(m.first - 5, m.last + 6) if speaker in m.labels}
    if not clause.told:
        near |= set(range(len(clause.words)))
    needs = []
    for number, word in enumerate(clause.words):
        form = word.form
        if number in framed:
            continue
        if number in starts and not (speaker and speaker in starts[number].labels):
            needs.append(Need(form, starts[number].labels))
        if number in within or not says_something(form) or form.lower() in dated:
            continue
        if plain(form) in roles and (number in near or clause.told):
            continue
        if introduces and key(form) in topic:
            continue
        needs.append(Need(form if word.start or form.isupper() else form.lower()))
    return needs


def _beside(needs: Sequence[Need], page: Page, speaker: str | None) -> Finding:
    """An aside is borne by words that stand near, in any order: who the speaker is, and where."""
    article = {key(word.form) for word in words(page.source.article.text)}
    missing = [
        need
        for need in needs
        if not page.places(need, speaker, anybody=False)
        and (need.is_telling or need.form.lower() in PERSON_NOUNS or key(need.form) not in article)
    ]
    if not missing:
        return Finding("proved")
    telling = [
        need
        for need in missing
        if need.labels
        or need.form.lower() in PERSON_NOUNS
        or (need.is_telling and key(need.form) not in article)
    ]
    if telling:
        return Finding("false", _lacking(telling[0]), missing=len(missing))
    return Finding("unproved", ("gate_unproved", {"words": missing[0].form}), missing=len(missing))


def _aligned(
    needs: Sequence[Need], page: Page, speaker: str | None
) -> Finding | tuple[list[Need], list[int]]:
    """Return the missing words and the places of the others: the tightest run that has them in order."""
    at = [page.places(need, speaker, anybody=False) for need in needs]
    missing = [need for need, places in zip(needs, at) if not places]
    kept = [(need, places) for need, places in zip(needs, at) if places]
    owner = _lender(needs, missing, page, speaker)
    if owner:
        return _whose(speaker, owner, len(missing))
    if not kept:
        telling = next((need for need in missing if need.is_number or need.is_name), None)
        return Finding("false", _lacking(telling) if telling else ("gate_not_told", {}), missing=len(missing))
    for left_out in _movable(kept):
        rest = [places for number, (_, places) in enumerate(kept) if number not in left_out]
        runs = [run for first in rest[0] if (run := _run(first, rest[1:]))]
        if left_out:
            noun = [kept[number][1] for number in sorted(left_out)]
            runs = [run for run in runs if _stands_for(noun, min(left_out), run, page)]
        if runs:
            best = min(runs, key=lambda run: (not any(page.owners[n] for n in run), run[-1] - run[0]))
            return missing, best
    bound = any(need.is_number or need.labels for need, _ in kept)
    return Finding("false" if bound else "unproved", ("gate_order", {}), missing=len(missing))


def _stands_for(noun: Sequence[list[int]], at: int, run: Sequence[int], page: Page) -> bool:
    """Whether the source has "it" where the clause has a noun that the source gives before."""
    left, right = run[max(0, at - 2)], run[min(at, len(run) - 1)]
    return noun[0][0] < run[0] and page.has_stand_in(
        left, max(right, run[-1] if at >= len(run) else right) + 3
    )


def _movable(kept: Sequence[tuple[Need, list[int]]]) -> list[set[int]]:
    """Which words may stand elsewhere: none; or a noun that the source gave before and calls "it" here."""
    plain_ones = [number for number, (need, _) in enumerate(kept) if not need.is_telling]
    if len(kept) < FEWEST_IN_ORDER:
        return [set()]
    pairs = [
        {one, two}
        for one, two in zip(plain_ones, plain_ones[1:])
        if two == one + 1 and any(place + 1 in kept[two][1] for place in kept[one][1])
    ]
    return [set(), *({number} for number in plain_ones), *pairs]


def _lender(needs: Sequence[Need], missing: Sequence[Need], page: Page, speaker: str | None) -> str | None:
    """Return whose words the missing ones are, if all stand there and it is half of the clause or more."""
    if not missing or len(missing) * 2 < len(needs):
        return None
    owners = [
        {label for number in page.places(need, None, anybody=True) for label in page.owners[number]}
        for need in missing
    ]
    shared = frozenset.intersection(*map(frozenset, owners)) - {speaker}
    return min(shared, default=None)


def _run(first: int, later: Sequence[Sequence[int]]) -> list[int] | None:
    run = [first]
    for places in later:
        index = bisect_right(places, run[-1])
        if index == len(places):
            return None
        run.append(places[index])
    return run


def _window(places: Sequence[int], page: Page) -> frozenset[int]:
    """The run with what governs its first word, back to a stop."""
    first = places[0]
    text = page.source.article.text
    while first and places[0] - first < GOVERNING:
        between = text[page.words[first - 1].end : page.words[first].start]
        if page.owners[first - 1] != page.owners[first] or any(mark in between for mark in ".,;:!?—"):
            break
        first -= 1
    return frozenset(range(first, places[-1] + 1))


def _turned(
    clause: Clause,
    needs: Sequence[Need],
    places: Sequence[int],
    window: frozenset[int],
    page: Page,
) -> Finding | None:
    """Say how the sense of a clause differs from the words it was found in, if it does."""
    owners = {page.owners[n] for n in places}
    there = [page.words[n].form for n in sorted(window) if page.owners[n] in owners]
    here = [word.form for word in clause.words]
    if negations(here) != negations(there):
        return Finding("false", ("gate_negation", {}))
    joined = _wrong_join(places, {key(need.form) for need in needs}, page)
    if joined:
        return joined
    if _modals(here) != _modals(there):
        return Finding("unproved", ("gate_certainty", {}))
    said = {
        number
        for number in range(len(page.words))
        if page.sentence[number] in {page.sentence[n] for n in places}
    }
    conditions = {page.words[n].form.lower() for n in said} & _CONDITIONS
    if conditions - {form.lower() for form in here}:
        return Finding("unproved", ("gate_condition", {"word": min(conditions)}))
    last = places[-1]
    limits = _LIMITS | _LIMITS_OF_A_NEGATION if negations(there) else _LIMITS
    if last + 1 < len(page.words) and page.words[last + 1].form.lower() in limits:
        between = page.source.article.text[page.words[last].end : page.words[last + 1].start]
        if not between.strip():
            return Finding("unproved", ("gate_condition", {"word": page.words[last + 1].form}))
    return None


def _wrong_join(places: Sequence[int], asked: set[str], page: Page) -> Finding | None:
    """A number or name taken past another of its kind belongs to something else; so may what lies far off."""
    telling = [
        n for n in places if page.is_name(n) or is_numeral(form := page.words[n].form) or is_date(form)
    ]
    lead = _led(places, page)
    for left, right in zip(telling, telling[1:]):
        if lead and left == places[0]:
            continue
        gap = [n for n in range(left + 1, right) if n not in places and page.stems[n] not in asked]
        numbers = any(is_numeral(page.words[n].form) for n in gap)
        named = any(page.is_name(n) and not page.same_name(n, (left, right)) for n in gap)
        if numbers and (is_numeral(page.words[left].form) or is_numeral(page.words[right].form)):
            return Finding("false", ("gate_order", {}))
        if named and (page.is_name(left) or page.is_name(right)):
            return Finding("false", ("gate_order", {}))
    for left, right in zip(places, places[1:]):
        apart = right - left - 1
        led = lead and left == places[0]
        if apart > WIDEST_GAP or (page.sentence[left] != page.sentence[right] and not led):
            return Finding("unproved", ("gate_order", {}))
    return None


def _led(places: Sequence[int], page: Page) -> bool:
    """Whether the first word names what the next sentence calls "it" or "she": a wall …. It would cost."""
    first, second = (*places, places[0])[:2]
    return 0 < second - first <= NEAREST_LEAD and page.has_stand_in(first, second)


def _modals(forms: Sequence[str]) -> set[str]:
    found = {form.lower() for form in forms if form.lower() in MODALS}
    return {_SAME_MODAL.get(form, form) for form in found}


def _lacking(need: Need) -> tuple[str, dict[str, str]]:
    kind = "gate_number" if need.is_number else "gate_negation" if is_negation(need.form) else "gate_name"
    return (kind, {}) if kind == "gate_negation" else (kind, {"words": need.form})


def _whose(speaker: str | None, owner: str, missing: int) -> Finding:
    if speaker is None:
        return Finding("false", ("gate_unattributed", {"speaker": _shown(owner)}), missing=missing)
    reason = ("gate_other_speaker", {"speaker": _shown(speaker), "owner": _shown(owner)})
    return Finding("false", reason, missing=missing)


def _shown(label: str) -> str:
    return label.partition(": ")[2] or label
