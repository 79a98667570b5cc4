"""What a statement presents of its source: speech, a thought, a deed, or that nothing was said."""

from collections import defaultdict

import pytest

from index.linking.cue_words import DEED, FINDING, SPEECH, THOUGHT
from index.linking.presented import presentation
from index.searching.topic import stem
from index.statements import link
from index.types import SourceKind
from tests.index.marked import tagged

PRESENTED = {
    "speech": [
        "[s Lee] [c said] [t the bridge was safe].",
        "[s Lee] [c blamed] [t the storm for the flood].",
        "[s Lee] [c went on to argue] [t that the bridge was safe].",
        "[s Lee] [c has repeatedly called for] [t a wider bridge].",
        "[s Lee] [c signed a letter saying] [t that the bridge had to go].",
        "[c According to] [s Lee], [t the bridge was safe].",
        "[s Lee] [c was quoted as saying] [t that the bridge was safe].",
        "[s Lee] [c was quoted by] [t the Gazette as calling for a bridge].",
        "[s Lee] [c alerted] [t the town to the cracks in the bridge].",
        "It may rain and [s Lee] [c added] [t that the bridge was safe].",
        "[s Lee] [c not only said] [t that the bridge was safe].",
        "[s Lee] [c believes] [t the bridge to be “a danger to every child in town”].",
        "[s Lee] [c registered surprise at] [t the bridge, “how very odd it looks today.”]",
        "[s Lee] [c frowned:] [t “The bridge is safe.”]",
        # Nobody judged "bruited", and what it tells is a clause.
        "[s Lee] [c bruited] [t that the bridge was safe].",
    ],
    "thought": [
        "[s Lee] [c believes] [t the bridge is safe].",
        "[s Lee] [c does not think] [t the bridge is safe].",
        "[s Lee] [c is hoping] [t the bridge will hold].",
        "[s Lee] [c supports] [t the new bridge over the river].",
        "[s Lee] [c plans] [t to say more in May].",
        "[s Lee] [c was proud of] [t the bridge called “Old Iron”].",
    ],
    "deed": [
        "[s Lee] [c signed] [t a proclamation on the bridge].",
        "[s Lee] [c signed a proclamation outlining] [t the rules of the bridge].",
        "[s Lee] [c ignored] [t the letter about the bridge].",
        "[s Lee] [c unveiled] [t a plan for the bridge].",
        "[s Lee] [c did not rule out] [t closing the bridge].",
        "[s Lee] did not [c mention] [t the bridge in May].",
        "[s Lee] [c will announce] [t the name of the bridge].",
        "[s Lee] [c was ridiculed for] [t the state of the bridge].",
        "[s Lee] [c approved] [t the sale of “the Old Iron Bridge of Holm”].",
        "[s Lee] [c sang] [t “Down where the bridge was burning.”]",
        "[s Lee] [c wrote a short poem that begins] [t “Down where the bridge was burning.”]",
        "[s Lee] [c bruited] [t the bridge about in town].",
    ],
    "silence": [
        "[s Lee] [c declined to comment on] [t the cracks in the bridge].",
        "[s Lee] [c declined] [t to comment on the cracks].",
        "[s Lee] [c was not available on Monday for] [t comment on the bridge].",
        "[s Lee] [c would not say] [t whether the bridge was safe].",
        "[s Lee] [c has not commented publicly on] [t the bridge over the river].",
    ],
}


def _presented(marked: str, source: SourceKind = "person") -> str:
    text, spans = tagged(marked)
    [draft] = link(text, spans)
    return presentation(text, draft.kind, draft.pieces, draft.cue, draft.mention, source)


@pytest.mark.parametrize(
    ("marked", "presents"), [(marked, kind) for kind, each in PRESENTED.items() for marked in each]
)
def test_what_a_cue_presents(marked: str, presents: str) -> None:
    assert _presented(marked) == presents


def test_what_a_report_found_it_says_and_what_somebody_found_became_known_to_them() -> None:
    marked = "[s The survey] [c found] [t that the bridge was safe]."
    assert _presented(marked, "document") == "speech"
    assert _presented("[s Lee] [c found] [t that the bridge was safe].") == "thought"


def test_a_firm_recalls_its_goods_and_somebody_a_day() -> None:
    marked = "[s The firm] [c recalled] [t all the pumps of that year]."
    assert _presented(marked, "organisation") == "deed"
    assert _presented(marked) == "speech"
    assert _presented("[s The firm] [c recalled] [t that it had rained].", "organisation") == "speech"


def test_each_word_is_judged_once() -> None:
    judged = defaultdict(set)
    for kind, listed in (("speech", SPEECH), ("thought", THOUGHT), ("deed", DEED), ("finding", FINDING)):
        words = listed.split()
        assert len(words) == len(set(words))
        for word in words:
            judged[stem(word)].add(kind)
    assert [word for word, kinds in judged.items() if len(kinds) > 1] == []
