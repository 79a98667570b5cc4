"""Checks as HTML: a card each, the claim beside what was said, changes marked. Pure.

Every character of a claim or an article is escaped here; the page shows this HTML unsanitised.
"""

from collections.abc import Iterable, Sequence
from html import escape as _esc

from bot.checking.verdicts import LABELS, Check, Claim, Verdict, inside
from bot.checking.words import is_telling, words
from bot.prompts import counted, listed, phrase
from bot.render import UNCERTAIN, cite_ref, source_line
from bot.types import Citation

_TAGS = {"=": "", "+": "ins", "-": "del"}


def cards_html(checks: Iterable[Check], *, page: str = "") -> str:
    """Return a card for each check; `page` is the address before the links' `#cite-…`."""
    return "".join(f"<li>{card_html(check, page=page)}</li>" for check in checks)


def card_html(check: Check, *, page: str = "") -> str:
    """Return one card: verdict, reason, the claim and the evidence with links that open it."""
    doubt = f' <em class="uncertain">{UNCERTAIN}</em>' if check.uncertain else ""
    parts = [
        f'<h3 class="verdict">{check.label}</h3>',
        f'<p class="reason">{_esc(check.reason)}{doubt}</p>',
        f'<blockquote class="claim">{_esc(check.claim.text)}</blockquote>',
    ]
    if what := checked_as(check.claim):
        parts.append(f'<p class="checked">{_esc(what)}</p>')
    if any(tag != "=" for tag, _ in check.diff):
        parts.append(f'<p class="diff">{diff_html(check)}</p>')
    parts += [_evidence(citation, page) for citation in check.citations]
    if check.near:
        parts.append('<p class="near">Only near:</p>')
        parts += [_evidence(citation, page) for citation in check.near]
    return f'<section class="check {check.verdict}">{"".join(parts)}</section>'


def diff_html(check: Check) -> str:
    """Return the diff with `<ins>` and `<del>`; negations, numbers, names and modals are `telling`."""
    return " ".join(
        f"<{_TAGS[tag]}>{_telling(text)}</{_TAGS[tag]}>" if _TAGS[tag] else _esc(text)
        for tag, text in check.diff
    )


def checked_as(claim: Claim) -> str:
    """Return what of a claim was checked: which of its quotations, and as whose words."""
    if claim.quote is None:
        if not claim.speaker:
            return ""
        name = "check_as_reported" if claim.reporter else "check_as_said"
        variables = {"reporter": inside(claim.reporter)} if claim.reporter else {}
        return phrase(name, speaker=inside(claim.speaker), said=claim.said, **variables)
    quote = " ".join(claim.quote.split())
    if claim.speaker:
        name = "check_as_words_reported" if claim.reporter else "check_as_words"
        variables = {"reporter": inside(claim.reporter)} if claim.reporter else {}
        return phrase(name, speaker=inside(claim.speaker), quote=quote, **variables)
    return phrase("check_as_nobodys", quote=quote)


def summary(checks: Sequence[Check]) -> str:
    """Return "2 quotations and 1 reported claim: 1 verified, 2 altered"; "0 claims" where there are none."""
    if not checks:
        return counted(0, "claim")
    counts: dict[Verdict, int] = {}
    for check in checks:
        counts[check.verdict] = counts.get(check.verdict, 0) + 1
    kinds = ", ".join(
        f"{counts[verdict]} {label.lower()}" for verdict, label in LABELS.items() if verdict in counts
    )
    quotations = sum(check.claim.quote is not None for check in checks)
    told = [(quotations, "quotation"), (len(checks) - quotations, "reported claim")]
    return f"{listed([counted(*each) for each in told if each[0]])}: {kinds}"


def _telling(text: str) -> str:
    """Escape a changed stretch, with the words that turn a sense in `<strong>`."""
    parts, at = [], 0
    for word in words(text):
        if is_telling(word.form):
            parts += [_esc(text[at : word.start]), f"<strong>{_esc(text[word.start : word.end])}</strong>"]
            at = word.end
    return "".join([*parts, _esc(text[at:])])


def _evidence(citation: Citation, page: str) -> str:
    who = _esc(listed(citation.speakers) or "Nobody named")
    link = f'<a class="cite" href="{_esc(page)}#{cite_ref(citation)}">{_esc(source_line(citation))}</a>'
    quote = _esc(" ".join(citation.quote.split()))
    return f'<div class="evidence"><blockquote>{quote}</blockquote><p>{who} · {link}</p></div>'
