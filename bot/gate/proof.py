"""Do the words of a source bear a clause? Word by word, in order, near together. Pure.

Narrow on purpose, like `bot.checking.covering`: what is not shown to stand there is not proved, however
true it may be. The words of a clause must be found in one stretch of what its speaker said (or of what the
article says itself, where the clause names no speaker), with the same negations and the same certainty.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.checking.words import is_negation, words
from bot.gate.cast import plain
from bot.gate.clauses import Clause
from bot.gate.pages import MONTHS, Need, Page, key, says_something
from bot.gate.sources import shown_as
from bot.gate.twists import Finding, governed, negations, twisted
from bot.gate.verbs import DENIALS, NEUTRAL
from index.lexicon import PERSON_NOUNS
from index.searching.topic import stem

FEWEST_IN_ORDER = 4  # words a clause needs before one of them may stand elsewhere
MOST_UNPROVED = 0.34  # a clause with a larger share of words its source lacks is not about the source


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
        return Finding("false", ("gate_article_said", {"speaker": shown_as(speaker)}), missing=len(missing))
    telling = [need for need in missing if need.is_number or need.is_name or is_negation(need.form)]
    if telling:
        return Finding("false", _lacking(telling[0]), missing=len(missing))
    if len(missing) > MOST_UNPROVED * len(needs):
        return Finding("false", ("gate_not_told", {}), missing=len(missing))
    window = governed(places, page)
    turned = twisted(clause, needs, places, window, page)
    if turned:
        return replace(turned, window=window, missing=len(missing))
    inner = [page.inner[n] for n in places if speaker in page.owners[n]]
    relayed = {label for labels in inner if speaker not in labels for label in labels}
    named = {label for mention in clause.mentions for label in mention.labels}
    if speaker and relayed and not relayed & named:
        reason = (
            "gate_relayed",
            {"speaker": shown_as(speaker), "owner": shown_as(min(relayed))},
        )
        return Finding("unproved", reason, window=window)
    if missing:
        return Finding(
            "unproved", ("gate_unproved", {"words": missing[0].form}), window=window, missing=len(missing)
        )
    return Finding("proved", window=window)


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
        if number in starts and (clause.told or not (speaker and speaker in starts[number].labels)):
            needs.append(Need(form, starts[number].labels))
        if number in within or not says_something(form):
            continue
        if form in dated and (clause.aside or not needs):
            continue  # when it was said or told; after other words, it is when something is to be
        if plain(form) in roles and (number in near or clause.told):
            continue
        if introduces and key(form) in topic:
            continue
        needs.append(Need(form if word.start or form.isupper() or form in MONTHS else form.lower()))
    return needs


def _beside(needs: Sequence[Need], page: Page, speaker: str | None) -> Finding:
    """An aside is borne by words that stand near, in any order: who the speaker is, when and where.

    They may be words of somebody who reports the speaker: "he promised me in April that".
    """
    article = {key(word.form) for word in words(page.source.article.text)}
    tellers = {speaker, *(label for owners in page.owners if speaker in owners for label in owners)}
    missing = [
        need
        for need in needs
        if not any(page.places(need, teller, anybody=False) for teller in tellers)
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


def _lacking(need: Need) -> tuple[str, dict[str, str]]:
    kind = "gate_number" if need.is_number else "gate_negation" if is_negation(need.form) else "gate_name"
    return (kind, {}) if kind == "gate_negation" else (kind, {"words": need.form})


def _whose(speaker: str | None, owner: str, missing: int) -> Finding:
    if speaker is None:
        return Finding("false", ("gate_unattributed", {"speaker": shown_as(owner)}), missing=missing)
    reason = ("gate_other_speaker", {"speaker": shown_as(speaker), "owner": shown_as(owner)})
    return Finding("false", reason, missing=missing)
