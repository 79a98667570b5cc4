"""Word lists about people and their titles. Plain words, parted by white space, so no comma can hide one."""

import re
from calendar import month_name


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS_MALE = _words("he him his himself")
PRONOUNS_FEMALE = _words("she her herself")
PRONOUNS_OTHER = _words(
    "i we they it you who that which those these one some many most others both all them us me"
)
PRONOUNS = PRONOUNS_MALE | PRONOUNS_FEMALE | PRONOUNS_OTHER

MALE_MARKS = _words(
    """mr sir lord king prince duke brother father son husband uncle nephew grandfather boyfriend widower
    congressman businessman chairman spokesman statesman policeman councilman alderman assemblyman anchorman
    salesman fisherman nobleman clergyman gentleman man actor waiter monk imam"""
)
FEMALE_MARKS = _words(
    """mrs ms miss madam lady queen princess duchess sister mother daughter wife aunt niece grandmother
    girlfriend widow congresswoman businesswoman chairwoman spokeswoman stateswoman policewoman councilwoman
    assemblywoman anchorwoman saleswoman noblewoman clergywoman woman actress waitress nun"""
)
MALE_NAMES = _words(
    """aaron abdul adam ahmed al alan albert alex alexander alexei alfred ali allen andre andreas andrei
    andrew andrey anthony anton antonio arne arthur barack barry ben benjamin bernard bernie bill bob
    boris brad brian bruce calvin carl carlos charles charlie chris christian christopher chuck
    clifford clint colin cory craig curtis dale dan daniel darren darryl dave david dean deion dennis
    derek derrick devin dick dmitri dmitry dmytro dominic don donald doug douglas dwayne ed eddie
    edward edwin elijah elliott elon emil emmanuel emmett enrique eric erik ernest ethan eugene evan
    felipe fernando francis frank franklin fred frederick gary gavin gene gennady geoff george gerald
    gilbert giorgio glenn gordon greg gregg gregory guy hakeem hans harold harry harvey hector henry
    herbert howard hugh hugo ian igor isaac isaiah ivan jack jacob jake jamal james jan jared jason
    javier jay jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joaquin joe joel john
    johnny jon jonathan jorge jose joseph josh joshua juan julian julius justin karl keith ken kenneth
    kevin khizr klaus konstantin kurt kyle lance larry lars lawrence lee leo leon leonard leroy lester
    lewis liam lonnie lorenzo louis luca luis luiz luke magnus marc marco marcus mario mark martin marvin
    matt matteo matthew maurice max maxim melvin micah michael miguel mikael mike mikhail mitch mitt
    mohamed mohammad mohammed muhammad narendra nate nathan nathaniel neal ned neil nicholas nick
    nicolas nigel nikolai noah olaf ole oleg oleksandr oliver omar oscar otto owen patrick paul pavel
    pavlo pedro per pete peter phil philip pierre pieter rafael ralph ramon randy raul ray raymond
    reggie reince ricardo richard rick rob robby robert roberto robin rodney rodrigo roger roland ron
    ronald ronnie rory roy ruben rudolph rudy russell ryan sam samuel scott sean sebastian sergei
    sergey sergiy seth shane shaun shawn shinzo simon stan stanislav stanley stefan stephen steve
    steven stuart svein ted terry theodore thomas tim timothy todd tom tomas tommy tony trevor tyler
    tyrone vadym vasily vernon victor viktor vince vincent vitali vitaly vladimir volodymyr walter
    warren wayne wendell werner wesley wilhelm will william xavier yevgeny yevhen yuri yurii zach
    zachary"""
)
FEMALE_NAMES = _words(
    """abby abigail adriana agnes alexandra alice alicia alina allison alyssa amanda amber amelia amy ana
    anastasia andrea angela angelina anita ann anna anne annette annie anya ariana ashley astrid audrey ava
    barbara beatrice becky beth betty beverly bianca bonnie brenda brianna bridget brittany brooke candace
    carla carly carmen carol caroline carolyn carrie cassandra catherine cathy celeste charlotte chelsea
    cheryl chloe christina christine cindy claire clara claudia claudine condoleezza courtney cristina
    crystal cynthia dana daniela danielle darlene dawn deanna deb debbie deborah debra denise diana diane
    dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise eliza
    elizabeth ella ellen elsa emilia emily emma erica erin esther eva evelyn fatima felicia fiona florence
    frances gabriela gabrielle gail geraldine gina giorgia gladys gloria grace greta gwen hailey hannah
    harriet hazel heather heidi helen helena helga hilary hillary holly huma ida ilona ines inga ingrid
    irene irina iris isabel ivanka jackie jacqueline jacquelyn jane janet janice jasmine jayne jean jeanette
    jeanne jen jenna jennifer jenny jessica jill joan joanna jodi jodie josephine joyce juanita judith judy
    julia julie justine kamala karen karla kate katelyn katherine kathleen kathryn kathy katie katrina kayla
    kayleigh keisha kelly kellyanne kendra kim kimberly kirsten kristen kristi kristin kristina kristy lara
    larisa laura lauren leah lena leslie letitia lidia lillian linda lisa liv liz loretta lori louise lucia
    lucille lucy lydia lynn mabel madeleine madeline maggie marcia margaret margot maria mariah mariana
    marie marilyn marina marine marissa marjorie marlene marta martha mary maureen maxine maya megan meghan
    melania melanie melinda melissa mercedes meredith mia michele michelle mildred mindy miriam molly mona
    monica myra nadia nadine nancy naomi natalia natalie natalya natasha nichole nicole nikki nina nora
    norma oksana olena olga olivia pamela patricia paula pauline peggy petra phoebe phyllis priscilla
    rachael rachel ramona rebecca rebekah regina renee rita roberta ronna rosa rose rosemary roxanne ruth
    sabine sabrina sally samantha sandra sara sarah shannon sharon sheila sherri shirley silvia simone sofia
    sonia sophia sophie stacey stacy stella stephanie sue susan susanna susie suzanne svetlana sylvia
    tabitha tamara tammy tanya tara tasha tatiana teresa thelma theresa tiffany tina tonya tracy ulla ursula
    valerie vanessa vera veronica vicki victoria virginia vivian wanda wendy whitney yolanda yulia yvette
    yvonne zoe"""
)

# Short forms of first names → the long one.
NICKNAMES = {
    short: long
    for long, *several in (
        line.split()
        for line in """joseph joe joey
        william bill will billy
        robert bob rob bobby
        michael mike mick
        james jim jimmy
        thomas tom tommy
        richard dick rick
        charles chuck charlie
        edward ed ted eddie
        theodore theo
        donald don
        daniel dan danny
        david dave
        samuel sam
        benjamin ben
        stephen steve
        steven steve
        anthony tony
        andrew andy drew
        christopher chris
        matthew matt
        nicholas nick
        timothy tim
        gregory greg
        kenneth ken
        ronald ron
        lawrence larry
        bernard bernie
        mitchell mitch
        elizabeth liz beth betsy
        katherine kate kathy
        margaret maggie meg peggy
        susan sue susie
        deborah deb debbie
        patricia pat patty
        jennifer jen jenny
        rebecca becky""".splitlines()
    )
    for short in several
}

MONTH = rf"(?:{'|'.join(month_name[1:])})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

# Words that stand before a name and are no part of it.
TITLES = _words(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice-president vice prime minister
    premier chancellor secretary general deputy assistant acting interim former ex-president sen senator
    senate rep representative house congressman congresswoman gov governor lt lieutenant lieut mayor
    councillor councilman councilwoman councilor alderman judge justice chief attorney ambassador envoy
    director chairman chairwoman chair chairperson speaker leader whip majority minority king queen prince
    princess pope archbishop bishop cardinal father rabbi imam rev reverend pastor sister brother gen maj
    major col colonel capt captain cmdr commander sgt sergeant cpl adm admiral officer detective inspector
    sheriff superintendent commissioner principal dean provost rector headteacher spokesman spokeswoman
    spokesperson press editor columnist reporter correspondent host anchor author analyst expert economist
    historian strategist pollster manager adviser advisor aide counsel lawyer solicitor prosecutor coach
    candidate nominee treasurer clerk harbourmaster harbormaster master engineer scientist researcher
    administrator surgeon undersecretary comptroller controller auditor postmaster trooper activist
    businessman businesswoman billionaire executive ceo founder owner republican democrat senior junior
    sophomore freshman quarterback linebacker cornerback receiver pitcher goalkeeper midfielder constable
    democratic libertarian green independent foreign interior defense defence finance justice state treasury
    labor labour trade transport health education energy environment agriculture culture russian american
    british french german chinese ukrainian polish israeli turkish iranian indian japanese canadian mexican
    italian spanish european cfo coo cto associate coroner sens reps govs del"""
)

# Common nouns for somebody who speaks: "the diplomat said".
PERSON_NOUNS = (
    _words(
        """diplomat politician official minister president senator congressman congresswoman governor mayor
        secretary general chairman chairwoman chair chairperson candidate nominee frontrunner front-runner
        billionaire businessman businesswoman mogul tycoon magnate developer entrepreneur executive
        founder expert analyst academic professor scholar scientist researcher economist historian
        strategist pollster lawyer attorney prosecutor judge justice solicitor spokesman spokeswoman
        spokesperson representative lawmaker legislator councillor councilman councilwoman councilor
        delegate ambassador envoy commissioner director manager adviser advisor aide operative consultant
        activist advocate author writer journalist reporter editor columnist host anchor commentator blogger
        critic celebrity star actor actress singer musician athlete quarterback goalkeeper coach captain
        officer commander admiral
        colonel soldier veteran sergeant detective sheriff superintendent principal teacher headteacher
        doctor nurse pastor priest bishop pope cardinal rabbi imam leader head boss speaker whip treasurer
        clerk engineer harbourmaster harbormaster fisherman farmer resident voter supporter man woman father
        mother son daughter husband wife brother sister widow native pair couple duo democrat republican
        libertarian conservative liberal socialist independent incumbent challenger contender rival opponent
        premier chancellor king queen prince princess lady interlocutor texan floridian vermonter
        ohioan new-yorker newcomer mp mep msp source insider witness neighbour neighbor passenger student
        survivor relative friend colleague player agent publicist biographer designer trainer organizer
        organiser broker banker trader producer rapper chef pilot referee supervisor trooper firefighter
        ranger trustee parent customer client landlord tenant choreographer filmmaker photographer dean
        drummer coroner performer spectator bystander onlooker legend icon superstar comedian novelist poet
        ceo cfo coo"""
    )
    | MALE_MARKS
    | FEMALE_MARKS
)

# Offices that one person at a time holds: a description by one means its holder and nobody else.
OFFICES = _words(
    """mayor clerk president minister secretary governor chancellor premier king queen prince princess pope
    director chief commissioner judge ombudsman treasurer chairman chairwoman chair ceo principal headteacher
    sheriff"""
)

DOCUMENT_NOUNS = _words(
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

ORGANISATION_NOUNS = _words(
    """ministry department campaign committee commission party government administration court company
    corporation agency union council police team group groups organization organisation association
    foundation institute institution university college school fraternity sorority church army military
    navy bank network newspaper magazine channel station outlet congress senate parliament assembly house
    cabinet board bureau office embassy delegation alliance coalition bloc movement firm center centre club
    federation league society fund service authority authorities hospital centers centres laboratory lab press
    media news kremlin pentagon nato un eu guild nonprofit charity broadcaster watchdog platform"""
)

# A company is known by the last word of its name where no noun beside it says so.
COMPANY_ENDINGS = _words(
    """lines line airlines airways railways inc corp ltd llc plc gmbh co holdings industries motors systems
    technologies pharmaceuticals brothers partners stores brands foods energy media entertainment"""
)
COMPANY_NOUNS = _words(
    """company firm operator corporation business employer shipowner carrier
    airline retailer chain startup automaker carmaker manufacturer"""
)

# Where people post, whom name finders take for people too.
PLATFORMS = _words(
    "youtube twitter x facebook instagram tiktok snapchat telegram reddit google whatsapp meta"
)

# Who reports, whom they take for people as well.
REPORTERS = _words("accuweather reuters politico axios yonhap tass xinhua nasa buzzfeed vox")

# What stands before "polls" and "games" with a capital and is nobody's name.
ATTRIBUTES = _words("exit straw opinion tracking olympic olympics paralympic paralympics muslim muslims")

# Names that end so are of places, whatever a name finder says.
PLACE_NOUNS = _words(
    """street road avenue square lane hall house school harbour harbor port quay market river lake bay
    island isle islands coast beach bridge park hill hills mount mountain mountains valley creek county city
    town village district province state states republic kingdom airport stadium theatre theater museum
    cathedral church chapel tower building plaza station prison jail cemetery gate gardens forest desert sea
    ocean"""
)

AUXILIARIES = _words(
    """is are was were be been being am has have had having will would shall should can could may might must
    do does did not n't said says told asked"""
)

# Words that open a sentence with a capital and stand before a name without being part of it.
OPENERS = AUXILIARIES | _words(
    """but and or so yet if when while as after before since although though because unless until where why
    how who what which whose asked told only even like unlike both either neither then now later still also
    again perhaps maybe instead meanwhile however moreover earlier yesterday today on in at for from with by
    to despite there here amid among beyond without take meet"""
)

# "Some Republicans" are nobody in particular.
QUANTIFIERS = _words(
    """some many much most several other others all both few one two three four five six seven eight nine ten
    twenty thirty forty fifty hundreds thousands dozens no any every each these those none neither either
    everyone everybody anyone anybody someone somebody nobody people"""
)

_PERSON_ENDING = re.compile(
    r"(?:ologist|ist|ician|person|woman|man|master|keeper|worker|holder|owner|runner)$"
)
_NO_PEOPLE = _words(
    """list mist twist fist exist consist insist resist persist assist checklist shortlist human roman
    german norman ottoman talisman woman-hater network"""
)


_NO_NAME = re.compile(
    r"(?:\w+day|[A-Z]\w*uary|September|October|November|December|The|That|This|These|Those|It|So)$"
)


def can_begin_a_name(word: str) -> bool:
    """Tell whether a word with a capital can be a name's: no day, no month, nothing that opens sentences."""
    return word.lower() not in OPENERS and not _NO_NAME.match(word)


def is_person_noun(word: str) -> bool:
    """Tell whether a common noun, in lower case, means somebody: "hydrologist", "fisherman"."""
    return word in PERSON_NOUNS or bool(_PERSON_ENDING.search(word) and word not in _NO_PEOPLE)


# Which nouns a role speaks for: a deputy foreign minister is "the diplomat".
ROLE_KIN = {
    "diplomat": _words("ambassador envoy foreign consul attaché diplomatic state"),
    "lawmaker": _words(
        "senator sen representative rep congressman congresswoman mp deputy delegate legislator"
    ),
    "legislator": _words(
        "senator sen representative rep congressman congresswoman mp deputy delegate lawmaker"
    ),
    "politician": _words(
        "senator governor mayor congressman minister president candidate councillor mp leader"
    ),
    "expert": _words(
        "analyst academic professor researcher scholar fellow member academy scientist specialist"
    ),
    "analyst": _words("expert academic professor researcher scholar fellow member academy"),
    "academic": _words("professor scholar lecturer researcher academy"),
    "official": _words("minister secretary director commissioner chief deputy head spokesman spokeswoman"),
    "spokesman": _words("representative spokesperson"),
    "spokeswoman": _words("representative spokesperson"),
    "candidate": _words("nominee contender challenger"),
    "nominee": _words("candidate"),
    "businessman": _words("entrepreneur executive owner founder ceo billionaire developer mogul"),
    "businesswoman": _words("entrepreneur executive owner founder ceo billionaire developer"),
    "lawyer": _words("attorney counsel solicitor barrister"),
    "attorney": _words("lawyer counsel solicitor barrister"),
    "journalist": _words("reporter correspondent columnist editor anchor host"),
    "councillor": _words("councilman councilwoman councilor alderman"),
    "leader": _words("head chairman chairwoman president premier minister"),
    "head": _words("director chief chairman chairwoman president leader"),
}
