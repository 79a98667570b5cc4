"""The whole way from text to statements: a real article, the samples with their gold lines, any text."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from index.analysis import NOT_ENGLISH, Analyser
from index.types import Article, Indexed
from tests.bench.extraction import score_extraction
from tests.index.test_statements import TEXTS

REAL = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
needs_the_real_article = pytest.mark.skipif(not REAL, reason="the real article is not beside this checkout")

ZAS, ZAKHAROVA, PANKIN = "Stanislav Zas", "Maria Zakharova", "Alexander Pankin"
PUTIN, PRICE, ERMAKOV, KOSHKIN = "Vladimir Putin", "Ned Price", "Sergei Ermakov", "Andrey Koshkin"

# Speaker, kind, first words, last words: all that these seven say, in the order of the text.
SAID = [
    (ZAS, "indirect", "The expansion of infrastructure", "Collective Security Treaty Organization"),
    (ZAS, "direct", "“On the western borders of", "our entire organization,”"),
    (ZAS, "indirect", "the basis for such an", "until 2025"),
    (ZAS, "indirect", "that NATO, increasing", "the entire region"),
    (ZAS, "indirect", "the importance of Russia's proposals", "States and NATO"),
    (ZAS, "direct", "“Those initiatives of", "of the CSTO,”"),
    (ZAS, "indirect", "that the recent events", "by the organization"),
    (ZAS, "direct", "“All the CSTO states", "of our states,”"),
    (ZAKHAROVA, "mixed", "that the North Atlantic Alliance is", '"military strategy"'),
    (ZAKHAROVA, "direct", "“The Collective Security", "own borders, ”"),
    (ZAKHAROVA, "indirect", "that no one in the CSTO", "bloc's member states"),
    (PANKIN, "indirect", "that NATO claims a much", "than the CSTO"),
    (PANKIN, "direct", "“The zone of responsibility", 'the difference,"'),
    (PANKIN, "indirect", "that the North Atlantic Alliance does", "field of security"),
    (PANKIN, "indirect", "it strange the alliance's refusal", "field of security"),
    (PANKIN, "indirect", "that many southern and eastern", "with the CSTO"),
    (PANKIN, "direct", "“It’s time, perhaps,", "catching changes,”"),
    (PANKIN, "mixed", "that the West is not", 'for their security."'),
    (PANKIN, "direct", "“The threat to each", "to everyone else,”"),
    (PUTIN, "indirect", "Moscow can no longer be", "verbal assurances"),
    (PUTIN, "direct", "“We are well aware", "and promises,”"),
    (PRICE, "indirect", "Their authenticity", "authenticity"),
    (PUTIN, "indirect", "Washington and the alliance in", "security guarantees"),
    (PUTIN, "direct", "“On all the key issues", "some minor issues,”"),
    (PUTIN, "indirect", "that the dialogue would not end", "and Brussels"),
    (ERMAKOV, "direct", "“Given that all countries", "the entire organization,”"),
    (ERMAKOV, "indirect", "In this regard, Russia's initiatives", "security architecture"),
    (ERMAKOV, "direct", "“Russia proposes to consider", "CSTO countries, ”"),
    (ERMAKOV, "indirect", "NATO should not discount the CSTO", "of its members"),
    (ERMAKOV, "direct", "“When the President of", "its presence, ”"),
    (KOSHKIN, "indirect", "the North Atlantic Alliance ignores", "sphere of influence"),
    (KOSHKIN, "direct", "“Therefore, NATO does not", "to offer today,”"),
    (KOSHKIN, "mixed", "it is very beneficial", 'weapons and equipment."'),
    (ERMAKOV, "indirect", "if NATO compromises with Russia", "of its existence"),
    (ERMAKOV, "direct", "“The functioning of the", "so slowly, ”"),
]
FLOORS = {
    "direct recall": 100.0,
    "direct speaker": 100.0,
    "mixed recall": 100.0,
    "mixed speaker": 100.0,
    "indirect recall": 97.0,
    "indirect speaker": 96.0,
    "precision": 85.0,
}


@cache
def _analyser() -> Analyser:
    return Analyser()


def _analysed(text: str) -> Indexed:
    return _analyser()(Article("real", "", text), "")


@needs_the_real_article
def test_the_real_article_is_given_to_whom_it_quotes_and_to_nobody_else() -> None:
    text = REAL[0].read_text("utf-8")
    found = [s for s in _analysed(text).statements if s.speaker in {speaker for speaker, *_ in SAID}]
    assert [(s.speaker, s.kind) for s in found] == [(speaker, kind) for speaker, kind, *_ in SAID]
    for statement, (_, _, first, last) in zip(found, SAID, strict=True):
        words = text[statement.start : statement.end]
        assert words.startswith(first) and words.endswith(last), words


@needs_the_real_article
def test_the_real_articles_people_keep_one_name_each_and_their_roles() -> None:
    text = REAL[0].read_text("utf-8")
    indexed = _analysed(text)
    assert (ERMAKOV, "Sergey Ermakov") in indexed.aliases
    roles = {s.speaker: text[slice(*s.role)] for s in indexed.statements if s.role}
    assert roles[PANKIN] == "Russian Deputy Foreign Minister"
    assert roles[PRICE] == "US State Department spokesman"


def test_the_samples_are_read_as_well_as_before() -> None:
    figures, misses = score_extraction(_analyser())
    assert {name: figures[name] for name in FLOORS if figures[name] < FLOORS[name]} == {}, "\n".join(misses)


def test_another_language_gives_passages_a_note_and_no_statement() -> None:
    text = (
        "Der Rat teilte am Montag mit, dass die Brücke eine Woche gesperrt wird. „Das ist bitter“, sagte "
        "die Ratsfrau Hanne Sorg, die auf der Insel wohnt und jeden Tag mit dem Boot zur Arbeit fährt."
    )
    indexed = _analysed(text)
    assert indexed.statements == () and indexed.note == NOT_ENGLISH
    assert text == "".join(text[p.start : p.end] for p in indexed.passages)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_any_text_is_analysed_and_every_span_stands_in_it(text: str) -> None:
    indexed = _analysed(text)
    for statement in indexed.statements:
        assert (statement.start, statement.end) == (statement.pieces[0][0], statement.pieces[-1][1])
        assert text[statement.start : statement.end].strip()
        links = [link.mention for link in statement.chain]
        for span in (*statement.pieces, statement.mention, statement.cue, statement.role, *links):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert not [p for p in indexed.passages if statement.start < p.start < statement.end]
    for mention in indexed.mentions:
        assert text[mention.start : mention.end].strip()
