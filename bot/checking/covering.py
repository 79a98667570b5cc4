"""A claim without quote marks: does one statement of that person cover every word of it, or deny it?

Anything less is "unclear", with what agrees and what does not, and whoever else it is that said so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.checking.align import Claimed, claimed
from bot.checking.beside import other_day, told_beside, unchecked
from bot.checking.cover import Cover, cover_of
from bot.checking.differing import AGAINST
from bot.checking.inferred import is_guessed, may_be
from bot.checking.misstated import Misstated, misstated
from bot.checking.near import Change
from bot.checking.saying import CUE
from bot.checking.verdicts import SURE, Check, Claim, cite, inside
from bot.checking.whose import THEIRS, Asked, is_placed, named, whose
from bot.checking.words import words
from bot.library import Library
from bot.prompts import listed, phrase
from index.layout import paragraph_at
from index.naming.personal import surname
from index.search import quoted, weighed
from index.types import Article

SHOWN = 3  # statements shown when none covers the claim


def judge(library: Library, claim: Claim, who: Asked | None) -> Check:
    """Return "supported" where one statement covers the claim, else "unclear" with the closest.

    Of what one reports that another said, either's statement may bear it out.
    """
    check = _judged(library, claim, who)
    if not claim.reporter or not claim.speaker:
        return check
    told = f"{claim.speaker} {claim.cue or 'said'} {claim.said}"
    outer = _judged(
        library, replace(claim, speaker=claim.reporter, said=told, cue=""), library.asked(claim.reporter)
    )
    if not outer.passed:
        return check
    reason = phrase("check_supported_by_report", reporter=outer.said_by, speaker=inside(claim.speaker))
    return replace(outer, claim=claim, reason=reason, said_by=check.said_by or claim.speaker)


def _judged(library: Library, claim: Claim, who: Asked | None) -> Check:
    if who is None:
        return Check(claim, "unclear", phrase("check_unclear_nobody"))
    forms = [word.form for word in words(claim.said)]
    said = claimed(claim, {term.stem: term.weight for term in weighed(library.store, claim.said)})
    theirs = [
        cover_of(said, statement, article)
        for statement in library.candidates.holding_some(forms, speakers=who.names)
        if whose(who, statement, article := library.store.article_of(statement)) in THEIRS
        and (who.names or is_placed(who, article))
    ]
    theirs.sort(key=lambda cover: (not cover.is_whole, -cover.share, -cover.statement.confidence))
    whole = [cover for cover in theirs if cover.is_whole]
    then = [cover for cover in whole if not other_day(claim, cover.article, cover.statement)]
    if then:
        return _supported(claim, who, then[0])
    if whole:
        return _on_another_day(claim, who, whole[0])
    reported = _reported(library, claim, who, forms)
    if reported:
        return reported
    contradicted = next((cover for cover in theirs if _is_contradicted(who, cover)), None)
    if contradicted:
        return _contradicted(claim, who, contradicted)
    another = _another(library, said, who, forms)
    if another and (not theirs or theirs[0].missing):
        return _of_another(claim, who, another)
    return _misstated(library, said, who, theirs) or _unclear(library, claim, who, theirs)


def _supported(claim: Claim, who: Asked, cover: Cover) -> Check:
    statement = cover.statement
    said_by = named(who, statement, cover.article, "theirs")
    told = phrase("check_supported", speaker=said_by or phrase("check_somebody"))
    return Check(
        claim,
        "supported",
        told + unchecked(claim, cover.article),
        said_by,
        citations=(cite(cover.article, cover.span, statement, number=1),),
        uncertain=statement.confidence < SURE or len(who.names) != 1,
    )


def _on_another_day(claim: Claim, who: Asked, cover: Cover) -> Check:
    said_by = named(who, cover.statement, cover.article, "theirs")
    claimed, told = other_day(claim, cover.article, cover.statement) or ("", "")
    reason = phrase("check_said_another_day", speaker=said_by, claimed=claimed, told=told)
    citation = cite(cover.article, cover.span, cover.statement, number=1)
    return Check(claim, "unclear", reason, said_by, citations=(citation,))


def _is_contradicted(who: Asked, cover: Cover) -> bool:
    """Whether a statement that is surely theirs denies just what is claimed."""
    return cover.contradicts and _is_surely_theirs(who, cover)


def _is_surely_theirs(who: Asked, cover: Cover) -> bool:
    statement, article = cover.statement, cover.article
    is_sure = statement.confidence >= SURE and not is_guessed(statement, article)
    return is_sure and bool(who.names) and whose(who, statement, article) == "theirs"


def _contradicted(claim: Claim, who: Asked, cover: Cover) -> Check:
    said_by = named(who, cover.statement, cover.article, "theirs")
    citation = cite(cover.article, cover.span, cover.statement, number=1)
    return Check(
        claim,
        "contradicted",
        phrase(cover.differs, speaker=said_by),
        said_by,
        diff=(("-", " ".join(citation.quote.split())), ("+", claim.said)),
        citations=(citation,),
    )


def _misstated(library: Library, said: Claimed, who: Asked, theirs: Sequence[Cover]) -> Check | None:
    """Return a contradiction where a statement of theirs has another value in the place of a claimed one."""
    for cover in theirs:
        if not cover.missing or not _is_surely_theirs(who, cover) or not _is_of_then(said.claim, cover):
            continue
        besides = partial(_said_besides, library, who, theirs, cover.article)
        found = misstated(said, cover.statement, cover.article, besides)
        if found:
            return _with_another_value(said.claim, who, cover, found)
    return None


def _said_besides(library: Library, who: Asked, theirs: Sequence[Cover], article: Article) -> list[str]:
    """Return what somebody said that comes near a claim, and all that is theirs in one article."""
    own = (each for each in library.statements(article.id) if set(each.speakers) & set(who.names))
    said = [(each.article, each.statement) for each in theirs] + [(article, each) for each in own]
    return [each.text[statement.start : statement.end] for each, statement in said]


def _is_of_then(claim: Claim, cover: Cover) -> bool:
    """Whether an article tells the same day and place, where the claim says when and where it was said: on
    another day they may have said another thing."""
    told = [each.lower() for each in told_beside(claim)]
    around = paragraph_at(cover.article.text, cover.span[0]) if told else None
    there = cover.article.text[slice(*around)].lower() if around else ""
    return all(each in there for each in told)


def _with_another_value(claim: Claim, who: Asked, cover: Cover, found: Misstated) -> Check:
    said_by = named(who, cover.statement, cover.article, "theirs")
    (start, end), (low, high) = found.claimed, found.told
    told, claimed = cover.article.text[low:high], claim.said[start:end]
    changes: tuple[Change, ...] = (
        ("=", claim.said[:start].strip()), ("-", told), ("+", claimed), ("=", claim.said[end:].strip())
    )  # fmt: skip
    return Check(
        claim,
        "contradicted",
        phrase("check_other_value", speaker=said_by, told=told, claimed=claimed),
        said_by,
        diff=tuple(change for change in changes if change[1]),
        citations=(cite(cover.article, cover.span, cover.statement, number=1),),
    )


def _another(library: Library, said: Claimed, who: Asked, forms: Sequence[str]) -> Cover | None:
    """Return the statement that covers a claim and is surely somebody else's, by name."""
    claim = said.claim
    if claim.text == f"{claim.speaker} {claim.said}":
        return None  # "Ann Lee is for the wall" is about her, whoever says so
    for statement in library.candidates.holding_some(forms):
        article = library.store.article_of(statement)
        named_surely = statement.confidence >= SURE and not may_be(who, statement, article)
        if named_surely and whose(who, statement, article) == "another's":
            cover = cover_of(said, statement, article)
            if cover.is_whole:
                return cover
    return None


def _of_another(claim: Claim, who: Asked, cover: Cover) -> Check:
    """Say who said so. That the one asked for never did is more than the articles can tell."""
    said_by = named(who, cover.statement, cover.article, "another's") or ""
    asked = who.names[0] if who.names else inside(who.words)
    reason = phrase("check_covered_by_another", speaker=said_by, asked=asked)
    citation = cite(cover.article, cover.span, cover.statement, number=1)
    return Check(claim, "unclear", reason, said_by, citations=(citation,))


def _reported(library: Library, claim: Claim, who: Asked, forms: Sequence[str]) -> Check | None:
    """Somebody else's statement may say that the asked person said so: "the minister had promised …"."""
    if not claim.cue or not who.names:
        return None
    name = who.names[0]
    whole = claimed(replace(claim, said=f"{surname(name)} {claim.cue} {claim.said}", cue=""), {})
    for statement in library.candidates.holding_some([*forms, surname(name)]):
        article = library.store.article_of(statement)
        cover = cover_of(whole, statement, article)
        if cover.is_whole and not set(statement.speakers) & set(who.names) and _says_so(name, cover):
            reporter = listed(statement.speakers) or phrase("check_somebody")
            reason = phrase("check_supported_by_report", reporter=reporter, speaker=name)
            citation = cite(article, cover.span, statement, number=1)
            return Check(claim, "supported", reason, name, citations=(citation,), uncertain=True)
    return None


def _says_so(name: str, cover: Cover) -> bool:
    """Whether a statement itself gives somebody as saying something, and not only stands beside the name."""
    said = cover.article.text[slice(*cover.span)]
    is_subject = (
        rf"(?<![\w-]){re.escape(surname(name))}(?: (?:had|has|have|also|once|later|\w+ly))* {CUE.pattern}"
    )
    return bool(re.search(is_subject, said))


def _is_mentioned(library: Library, name: str) -> bool:
    """Whether a text has a name that nobody it quotes bears."""
    return name[:1].isupper() and bool(library.store.lexical(quoted(name), kind="passage", limit=1))


def _unclear(library: Library, claim: Claim, who: Asked, covers: Sequence[Cover]) -> Check:
    name = who.names[0] if who.names else inside(who.words)
    if not who.names and not covers:
        why = "check_unclear_mentioned" if _is_mentioned(library, name) else "check_unclear_speaker"
        return Check(claim, "unclear", phrase(why, speaker=name))
    near = tuple(
        cite(cover.article, cover.span, cover.statement, number=n)
        for n, cover in enumerate((c for c in covers[:SHOWN] if c.share > 0), 1)
    )
    if not near:
        return Check(claim, "unclear", phrase("check_no_statement", speaker=name))
    best = covers[0]
    diff: tuple[Change, ...] = (("-", " ".join(near[0].quote.split())), ("+", claim.said))
    lacks = ", ".join(f"“{word}”" for word in best.missing)
    differs = "check_other_negation" if best.differs in AGAINST else best.differs  # not just turned round
    missing = phrase(differs) if differs else phrase("check_missing_words", words=lacks)
    reason = phrase("check_unclear", speaker=name, missing=missing)
    if best.contradicts:  # but who said so is not sure enough
        reason = phrase("check_opposite_unsure", speaker=name)
    return Check(claim, "unclear", reason, diff=diff, near=near, uncertain=best.contradicts)
