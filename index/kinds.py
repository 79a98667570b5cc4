"""Word lists about what is nobody: documents, organisations and places."""

from index.lexicon import words_of

DOCUMENT_NOUNS = words_of(
    """report reports document documents statement statements memo memos letter letters email emails poll
    polls survey surveys study studies book article articles paper papers editorial column transcript
    transcripts file files filing filings lawsuit suit complaint indictment affidavit ruling opinion
    decision order bill law act constitution treaty agreement platform plan proposal resolution release
    review audit record records data figures statistics results tweet tweets post posts message messages
    website site page ad ads advertisement video film documentary story stories headline note notes minutes
    research analysis findings announcement investigation probe guide forecast notice advisory index
    editorials reporting observations estimates tally guidance speech memoir autobiography biography
    manifesto petition summary average response outlook explainer bulletin information chart
    tracker essay evaluation assessment estimate presentation testimony schedule"""
)

ORGANISATION_NOUNS = words_of(
    """ministry department campaign committee commission party government administration court company
    corporation agency union council police team group groups organization organisation association
    foundation institute institution university college school fraternity sorority church army military
    navy bank network newspaper magazine channel station outlet congress senate parliament assembly house
    cabinet board bureau office embassy delegation alliance coalition bloc movement firm center centre club
    federation league society fund service authority authorities hospital centers centres laboratory lab press
    media news kremlin pentagon nato un eu guild nonprofit charity broadcaster watchdog platform"""
)

# A company is known by the last word of its name where no noun beside it says so.
COMPANY_ENDINGS = words_of(
    """lines line airlines airways railways inc corp ltd llc plc gmbh co holdings industries motors systems
    technologies pharmaceuticals brothers partners stores brands foods energy media entertainment"""
)

COMPANY_NOUNS = words_of(
    """company firm operator corporation business employer shipowner carrier
    airline retailer chain startup automaker carmaker manufacturer"""
)

# "Companies", "agencies": several of a kind.
SEVERAL_COMPANIES = frozenset(
    f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in COMPANY_NOUNS
)

# Where people post, whom name finders take for people too.
PLATFORMS = words_of(
    "youtube twitter x facebook instagram tiktok snapchat telegram reddit google whatsapp meta"
)

# Who reports, whom they take for people as well.
BROADCASTERS = words_of("abc bbc cbs cnn msnbc nbc npr pbs")
REPORTERS = words_of("accuweather reuters politico axios yonhap tass xinhua nasa buzzfeed vox")

# Firms and bodies of one name that is no usual surname, whom name finders take for people.
BRANDS = words_of(
    """accenture adidas airbnb airbus alphabet amazon amtrak apple astrazeneca barclays biontech boeing
    britannica budweiser chipotle cigna citigroup comcast costco deloitte disney doordash easyjet
    eurostar expedia exxon exxonmobil fedex gallup gatwick goldman google hamas heathrow hezbollah
    hilton honda hooters hsbc huawei hyundai ikea instacart intel ipsos jpmorgan kpmg lego lufthansa
    lyft mckinsey merriam-webster microsoft moderna monsanto netflix nike nintendo nissan novartis
    novavax nvidia openai oxfam peloton pepsico pfizer pixar qantas qualcomm ryanair samsung sanofi sony
    spacex spotify starbucks stellantis subaru taliban tesla ticketmaster toyota trustpilot turbotax
    uber unicef unilever verizon vodafone volkswagen vrbo walgreens walmart wayfair wikipedia yelp
    yougov zillow"""
)

# What stands before "polls" and "games" with a capital and is nobody's name.
ATTRIBUTES = words_of(
    "exit straw opinion tracking olympic olympics paralympic paralympics muslim muslims latinos hispanics"
)

# Names that end so are of places, whatever a name finder says.
PLACE_NOUNS = words_of(
    """street road avenue square lane hall house school elementary harbour harbor port quay market river
    lake bay island isle islands coast beach bridge park hill hills mount mountain mountains valley creek
    county city town village district province state states republic kingdom airport stadium theatre theater
    museum cathedral church chapel tower building plaza station prison jail cemetery gate gardens forest
    desert sea ocean observatory zoo brewery casino"""
)

_BODIES = frozenset(
    """department ministry agency bureau board commission service administration authority office center
    centre committee council court institute government congress police""".split()
)
# What may be called so, though its name does not say it.
KINDS = {
    "nonprofit": frozenset(
        "foundation initiative project alliance society fund association institute".split()
    ),
    "charity": frozenset("foundation trust society fund association".split()),
    "guild": frozenset("guild union federation".split()),
    "magazine": frozenset(("magazine",)),
    "broadcaster": frozenset("news network channel station media".split()),
    "platform": frozenset(("media",)),
    "site": frozenset(("news", "media")),
    "website": frozenset(("news", "media")),
    "school": frozenset("university college academy institute".split()),
    "agency": _BODIES,
    "panel": frozenset("board commission committee court council".split()),
    "paper": frozenset(("newspaper", "press", "news")),
    "newspaper": frozenset(("paper", "press", "news")),
    "network": frozenset(("news", "network", "channel", "media")),
    "outlet": frozenset(("news", "newspaper", "network", "magazine", "media", "press")),
}
