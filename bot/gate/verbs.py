"""Verbs of saying, by what they add to the fact that somebody said it. Plain words, parted by white space."""

# Verbs that say no more than that somebody said it.
NEUTRAL = frozenset(
    """said say says saying told tell tells telling stated state states stating added add adds adding
    explained explain explains explaining remarked remarks replied replies answered answers noted notes
    noting argued argues arguing commented comments observed observes put puts described describes
    describing called calls calling spoke speaks wrote writes writing reported reports pointed points
    according""".split()
)
DENIALS = frozenset(
    "denied denies denying rejected rejects disputed disputes refused refuses doubted doubts".split()
)
# Verbs that say how, or with what weight; the article must have them.
COLOURED = DENIALS | frozenset(
    """accused accuses acknowledged admitted admits agreed agrees alleged announced announces apologised asked
    asks boasted claimed claims complained conceded concluded condemned confirmed confirms criticised
    criticized decided declared defended demanded demands disagreed emphasised emphasized estimated
    expected expects feared hoped insisted insists ordered pledged praised predicted predicts promised
    promises proposed proposes questioned recalled recommended revealed stressed suggested suggests
    thanked threatened urged vowed warned warns warning promising announcing confirming insisting
    demanding""".split()
)
# Those after which somebody or something stands and no clause: "accused the firm of", "called it a".
OBJECTS_FOLLOW = frozenset(
    """accused apologised boasted called calls calling condemned criticised criticized criticises criticizes
    defended demanded demands demanding described describes describing disagreed discussed disputed disputes
    doubted doubts ordered praised proposed proposes questioned recommended refused refuses rejected rejects
    thanked threatened urged""".split()
)
