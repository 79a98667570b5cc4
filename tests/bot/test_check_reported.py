"""Claims without quote marks over one article: what it says, what it only leaves open, and whose it is."""

from collections.abc import Iterator

import pytest

from bot.check import Checker
from tests.bot.one_article import assistant_over

ARTICLE = """Harbour town Dale talks about its bridge

Ann Lee, the mayor of Dale, said on Tuesday that the old bridge will close in May. She said the town \
aims to open 12 ferries by June. Lee said roads lead from Dale to Ford and from Hill to Mill.

Bob Orr, a fisher, said that while Lee's plan had good parts, he did not read the small print. Orr said \
he hopes the harbour will stay open. Orr said it is wise to carry cash in case the ferry is late.

Tom Lee, a baker, said his daughter has not yet found a flat.

Orr said prices would go up after the summer.

Cara Holt, an engineer, said the new bridge would cost $5 million. Holt said fifteen workers were hurt on \
Monday, including three apprentices. She said the work began on March 3, and that more than 60 lamps broke.

Holt said the winter closed 4 roads in Dale. She said the tide reached 20 percent of the quay in 1996. \
Holt said the survey was signed by Alice Ames. Holt said the pipe might leak 9 litres.

Holt said the crane weighs 4,870 tonnes. Holt said divers came from the town of Ford. Holt said no 12 boats \
sank. Holt said the ferry would sail by June 5. Holt said Jane Ray would judge the boat \
race. Holt said between 7 and 11 barges moved. \
She said that by eight months there was little paint left on the keel.

The gale hurt 40 workers, a witness said. Holt said 30 workers left on Friday. Holt said 31 sailors stayed.

Holt said the lamps will “shine all night long”.

Holt said the tower is about 20 feet high.

Holt said the tram line has 6 stops. Holt said a bus route near the mill has 8 stops.

Dora Kemp, a surveyor, said 5,200 lamps burn with the same old wick. Kemp said around 112 men dig. Kemp \
said she waited for over eight hours at the lock. Kemp said the rain fell for three weeks because the wind \
had turned. Kemp said the board asked her in June to count the ducks and, when she refused, asked a child. \
Kemp said two swans will leave after the storm. Kemp said four of the geese will fly. Kemp said up to 40 \
moles dug.

Kemp has not seen the lighthouse, saying she would rather leave it to the port. The port authority \
rejected the plan for reasons including that the quay was not wide. Kemp said the chapel was open once. \
Kemp said some of the boats will not sail. Kemp said gulls would come if it rained.

Eve Dunn, a skipper, said that the Gull towed the Heron at Neap. Dunn said the Tern was towed by the \
Curlew. Dunn said a gale sank three barges at Mill. Dunn said the sails of the yacht were torn by a gust of \
wind. Dunn said pirates, whom the guards had met, robbed the ship. Dunn said the lights of the bay are dim.

Fay Roth, a brewer, said the yeast is healthy, as it was in June. Roth said the guild supports the levy on \
hops. Roth said Ida Crane, speaking from a boat of her own, would serve nine kegs. Roth said rents rose at \
the cooperage. Rents fell later. Roth noted that the guild has 16 million members, up 2 million in 2016 \
alone, and has lent $70 million to ports. The Inland Waters Union said its Deep Channel Plan, affecting \
about 40 canals, would take nine years.

“Do the gauges need to be emptied by hand?” asked Gus Pohl, a plumber. Pohl said the pipe-free heater is new.

In Wick County, rangers said they counted more than 300 seals. The gulf has lost all fish except herring, \
the rangers said.

“This makes no sense to any of us,” said a letter signed by Lee's neighbours. “We want our bridge back \
as it was, with its old lamps, and we want it soon,” said Bob Orr.
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with assistant_over(tmp_path_factory.mktemp("dale"), "dale.txt", ARTICLE) as assistant:
        yield Checker(assistant.store)


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        # However it is written, it is the same number, sum, share or day.
        ("Cara Holt said the new bridge would cost five million dollars.", "supported", ""),
        ("Cara Holt said 15 workers were hurt on Monday.", "supported", ""),
        ("Cara Holt said the work began on 3rd March.", "supported", ""),
        ("Cara Holt said the work began in March.", "supported", ""),
        ("Cara Holt said the tide reached 20% of the quay in 1996.", "supported", ""),
        # Another value in the place of the one told.
        ("Cara Holt said the new bridge would cost $8m.", "contradicted", "said “$5 million”, not “$8m”"),
        ("Cara Holt said eighteen workers were hurt on Monday.", "contradicted", "“fifteen”, not"),
        ("Cara Holt said 15 workers were hurt on Monday, including 2 apprentices.", "contradicted",
         "“three”"),
        ("Cara Holt said 15 workers were hurt on Sunday.", "contradicted", "“Monday”, not “Sunday”"),
        ("Cara Holt said the work began on May 3.", "contradicted", "“March 3”, not “May 3”"),
        ("Cara Holt said the tide reached 35 percent of the quay in 1996.", "contradicted", "“20 percent”"),
        ("Cara Holt said the tide reached 20 percent of the quay in 1998.", "contradicted", "“1996”"),
        ("Cara Holt said the survey was signed by Susan Nye.", "contradicted", "“Alice Ames”, not"),
        ("Cara Holt said divers came from the town of Kew.", "contradicted", "“Ford”, not “Kew”"),
        # A few words of it stand there, and the sentence around them is turned round.
        ("Cara Holt said the lamps will not “shine all night long”.", "contradicted", "the opposite"),
        ("Cara Holt said the lamps will “shine all night long”.", "verified", "said these words"),
        # Somebody whom the article names only in passing, and somebody whom it does not.
        ("Hill said the barge was late and the crane was new.", "unclear", "articles name Hill"),
        ("Kew said the barge was late and the crane was new.", "unclear", "Nobody in these articles"),
        # What is told roughly is not half or twice as much; and may be a little more or less.
        ("Cara Holt said the tower is about 10 feet high.", "contradicted",
         "“about 20”, not “about 10”"),
        ("Cara Holt said the tower is about 24 feet high.", "unclear", "numbers differ"),
        # Bounds, ranges, round figures, what only may be, what is denied: they leave room for both.
        ("Cara Holt said 60 lamps broke.", "unclear", "numbers differ"),
        ("Cara Holt said that more than 90 lamps broke.", "unclear", "numbers differ"),
        ("Cara Holt said the pipe might leak 14 litres.", "unclear", "numbers differ"),
        ("Cara Holt said the crane weighs 5,000 tonnes.", "unclear", "numbers differ"),
        ("Cara Holt said between 7 and 13 barges moved.", "unclear", "numbers differ"),
        ("Cara Holt said 33 sailors stayed.", "contradicted", "“31”, not “33”"),
        ("Cara Holt said 30 sailors stayed.", "unclear", "numbers differ"),
        # He who said the one may have said the other, of the same or of something else.
        ("Cara Holt said 40 workers were hurt on Monday.", "unclear", "numbers differ"),
        ("Cara Holt said the tram line has 8 stops.", "unclear", "numbers differ"),
        # Less is claimed than was said: there may be others.
        ("Cara Holt said the winter closed 7 roads.", "unclear", "numbers differ"),
        ("Cara Holt said 12 workers were hurt.", "unclear", "numbers differ"),
        ("Cara Holt said the survey was signed by Nye.", "unclear", "“Nye”"),
        # What was said then and there is another matter.
        ("Cara Holt said in April that the new bridge would cost $8 million.", "unclear", "numbers differ"),
        ("Cara Holt said that by ten months there was little paint left on the keel.", "unclear", "differ"),
        ("Cara Holt said the ferry would sail by June 9.", "unclear", "numbers differ"),
        ("Cara Holt said Susan Nye would judge the boat race.", "unclear", "“Susan”, “Nye”"),
        ("Cara Holt said the new bridge would cost 8 million euros.", "unclear", "numbers differ"),
        ("Bob Orr said the new bridge would cost $8 million.", "unclear", ""),
    ],
)  # fmt: skip
def test_another_value(checker: Checker, claim: str, verdict: str, reason: str) -> None:
    [check] = checker.check_paste(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check.reason


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        ("The old bridge will close in May, Ann Lee said.", "supported", "covers all of it"),
        ("Ann Lee told the council that the old bridge will close in May.", "supported", ""),
        ("Ann Lee said on Monday that the old bridge will close in May.", "unclear", "on another day"),
        ("Ann Lee said in March that the old bridge will close in May.", "supported",
         "Not checked: “in March”"),
        ("Ann Lee said the town aims to open 12 ferries by June.", "supported", ""),
        # What is only aimed at, hoped for or conditional is not told as done.
        ("Ann Lee said the town opened 12 ferries by June.", "unclear", "same certainty"),
        ("Bob Orr said the harbour will stay open.", "unclear", "same certainty"),
        ("Bob Orr said the ferry is late.", "unclear", "same certainty"),
        # The words stand there, of something else.
        ("Bob Orr said Lee did not read the small print.", "unclear", "does not join them so"),
        ("Ann Lee said roads lead from Dale to Mill.", "unclear", "does not join them so"),
        ("Bob Orr said prices would go down after the summer.", "unclear", "“down”"),
        ("Bob Orr said prices would go up before the summer.", "unclear", "“before”"),
        # Who is only named in somebody's statement, or has the speaker's surname, said nothing there.
        ("Ann Lee said that he did not read the small print.", "unclear", "Bob Orr said so"),
        ("Ann Lee said his daughter has not yet found a flat.", "unclear", "Tom Lee said so"),
        ("Orrberg reported that Ann Lee said the old bridge will close in May.", "supported",
         "Not checked: that Orrberg reports it"),
    ],
)  # fmt: skip
def test_what_is_told_without_marks(checker: Checker, claim: str, verdict: str, reason: str) -> None:
    [check] = checker.check_paste(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check.reason


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        # The neighbours of somebody are not she.
        ("Ann Lee said “this makes no sense to any of us”.", "unclear", "letter"),
        ("Bob Orr said “We want our bridge back …, with its old lamps”.", "verified", "ellipsis marks"),
        ("Bob Orr said “We want [the] bridge back as it was”.", "verified", "brackets are the writer's"),
        ("Bob Orr said “We want our bridge (sic) back as it was”.", "verified", "said these words."),
        ("<p>Bob Orr said &ldquo;We want our&nbsp;bridge back as it was&rdquo;.</p>", "verified", ""),
        ("Bob Orr said We want our bridge back as it was”.", "supported", ""),
    ],
)  # fmt: skip
def test_what_is_told_in_marks(checker: Checker, claim: str, verdict: str, reason: str) -> None:
    [check] = checker.check_paste(claim)
    assert (check.verdict, reason in check.reason) == (verdict, True), check.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # Vaguer than it was told, and still so.
        ("Dora Kemp said more than 5,000 lamps burn with the same old wick.", "supported"),
        ("Dora Kemp said thousands of lamps burn with the same wick.", "supported"),
        ("Dora Kemp said about 5,000 lamps burn with the same old wick.", "supported"),
        ("Dora Kemp said more than 100 men dig.", "supported"),
        ("Dora Kemp said dozens of men dig.", "supported"),
        # It may be so, but nobody who was told would say it.
        ("Dora Kemp said more than 90 lamps burn with the same old wick.", "unclear"),
        ("Dora Kemp said around 5,210 lamps burn with the same old wick.", "unclear"),
        ("Dora Kemp said up to 90 moles dug.", "unclear"),
        ("Dora Kemp said 40 moles dug.", "unclear"),
        ("Fay Roth noted that the guild has lent more than $60 million to ports.", "supported"),
        # Within other bounds.
        ("Dora Kemp said fewer than 3,000 lamps burn with the same old wick.", "contradicted"),
        ("Dora Kemp said more than 9,000 lamps burn with the same old wick.", "contradicted"),
        ("Dora Kemp said around 212 men dig.", "contradicted"),
        # A number left out: of some, but not of all.
        ("Dora Kemp said she waited for hours at the lock.", "supported"),
        ("Dora Kemp said the rain fell because the wind had turned.", "supported"),
        ("Dora Kemp said swans will leave after the storm.", "supported"),
        ("Dora Kemp said the swans will leave after the storm.", "unclear"),
        ("Dora Kemp said the geese will fly.", "unclear"),
    ],
)
def test_an_amount_told_otherwise_or_not_at_all(checker: Checker, claim: str, verdict: str) -> None:
    [check] = checker.check_paste(claim)
    assert check.verdict == verdict, check.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Eve Dunn said the Heron was towed by the Gull at Neap.", "supported"),
        ("Eve Dunn said three barges were sunk by a gale at Mill.", "supported"),
        ("Eve Dunn said barges were sunk at Mill.", "supported"),
        ("Eve Dunn said the Curlew towed the Tern.", "supported"),
        ("Eve Dunn said a gust of wind tore the sails of the yacht.", "supported"),
        ("Eve Dunn said the yacht's sails were torn by a gust of wind.", "supported"),
        ("Eve Dunn said the bay's lights are dim.", "supported"),
        # The same words, and the other way round.
        ("Eve Dunn said the Gull was towed by the Heron at Neap.", "unclear"),
        ("Eve Dunn said the Tern towed the Curlew.", "unclear"),
        ("Eve Dunn said the ship was robbed by guards.", "unclear"),
        # What is only asked, and what has a single word in common.
        ("Gus Pohl said the gauges need to be emptied by hand.", "unclear"),
        ("Gus Pohl said he likes pipes.", "unclear"),
    ],
)
def test_the_passive_and_whose_it_is(checker: Checker, claim: str, verdict: str) -> None:
    [check] = checker.check_paste(claim)
    assert check.verdict == verdict, check.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Rangers said they counted more than 300 seals.", "supported"),
        ("Rangers in Wick County said they counted more than 300 seals.", "supported"),
        ("Rangers in Upton County said they counted more than 300 seals.", "unclear"),
        ("Divers said they counted more than 300 seals.", "unclear"),
        # They need not be the same rangers.
        ("Rangers said they counted fewer than 90 seals.", "unclear"),
        ("Rangers said the gulf has lost herring.", "unclear"),
    ],
)
def test_somebody_without_a_name(checker: Checker, claim: str, verdict: str) -> None:
    [check] = checker.check_paste(claim)
    assert check.verdict == verdict, check.reason
    assert check.uncertain is (verdict == "supported")


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # Whatever else was said of it, it was so.
        ("Dora Kemp said the board never asked her to count the ducks.", "contradicted"),
        ("Dora Kemp said the rain did not fall.", "contradicted"),
        # The opposite of a word.
        ("Fay Roth said the yeast is unhealthy.", "contradicted"),
        ("Fay Roth said the guild opposes the levy on hops.", "contradicted"),
        # What only tells more of somebody leaves no room for another number.
        ("Fay Roth said Crane would serve five kegs.", "contradicted"),
        (
            "The IWU said its plan, affecting about 90 canals, would take nine years.",
            "contradicted",
        ),
        # There they rose, and elsewhere they fell.
        ("Fay Roth said rents fell at the cooperage.", "unclear"),
        # It was so once, of some, on a condition.
        ("Dora Kemp said the chapel was not open.", "unclear"),
        ("Dora Kemp said the boats will sail.", "unclear"),
        ("Dora Kemp said gulls would not come.", "unclear"),
        # What is negated is something else, or what is rejected.
        ("Dora Kemp said she would not rather leave it to the port.", "contradicted"),
        ("The port authority said the quay was wide.", "unclear"),
    ],
)
def test_what_is_denied(checker: Checker, claim: str, verdict: str) -> None:
    [check] = checker.check_paste(claim)
    assert check.verdict == verdict, check.reason
