"""Whatever a tagger may see in whatever text: reading who speaks raises nothing, and stays in the text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.analysis import FAULT, Analyser
from index.tagger import TaggedSpan, Tagger
from index.types import Article
from tests.index.marked import any_tags

WORDS = """
Lee Ann|Ann Lee|Mr. Lee|Mayor|the mayor|The|the|(|)|(Northwest)|Times|the report|A poll by|Acme Corp.|company
its|his|her|she|he|they|who|which|another|some|officials|spokesman for|of the|and|told|said|says|told that
according to|by|in|on Monday|asked|that|as|to|“|”|"|‘|’|'s|’s|,|.|?|!|:|—|-|;|@lee|#wall|Q.|A.|LEE:|RT
2016|$3|é|’ll|wall|the bridge is safe|in an interview with RT|, the leader of the party,|, 39,|Jr.|U.S.
"""
LED = "Ann Lee is the mayor. The (Northwest) Times said that the bridge is safe. "
PARTS = [part.strip() for line in WORDS.strip().splitlines() for part in line.split("|")]
SPACES = [" ", " ", " ", " ", "\n\n", "\n", "\xa0", ""]
TEXTS = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(SPACES)), min_size=1, max_size=40).map(
    lambda pieces: LED + "".join(part + space for part, space in pieces)
)


class AnyTagger(Tagger):
    """Stands in for the model, whose tags on a given text are always the same few."""

    def __init__(self, spans: list[TaggedSpan]) -> None:
        self._spans = spans

    def tag(self, text: str) -> list[TaggedSpan]:
        return self._spans


@settings(max_examples=400, deadline=None)
@given(any_tags(TEXTS))
@example(
    (
        LED,
        [
            TaggedSpan("cue", 45, 49, 0.9, None),
            TaggedSpan("content", 50, 73, 0.9, 0),
            TaggedSpan("source", 22, 26, 0.9, 0),
        ],
    )
)
@example(
    (
        LED + "Lee   said it was late. ",
        [
            TaggedSpan("cue", 80, 84, 0.9, None),
            TaggedSpan("content", 85, 96, 0.9, 0),
            TaggedSpan("source", 77, 79, 0.9, 0),
        ],
    )
)
def test_any_tags_give_statements_that_stand_in_the_text(case: tuple[str, list[TaggedSpan]]) -> None:
    text, spans = case
    analyse = Analyser(AnyTagger(spans))
    indexed = analyse(Article("any", "Any", text), "any")
    assert not indexed.note.startswith(FAULT), indexed.note
    assert len({statement.id for statement in indexed.statements}) == len(indexed.statements)
    for statement in indexed.statements:
        assert 0 <= statement.start < statement.end <= len(text)
        assert statement.speaker is None or statement.speaker.strip()
        for span in filter(None, (statement.mention, statement.cue, statement.role)):
            assert 0 <= span[0] < span[1] <= len(text)
            assert text[slice(*span)].strip()
