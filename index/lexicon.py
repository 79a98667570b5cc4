"""Word lists about people and their titles. Plain words, parted by white space, so no comma can hide one."""

import re
from calendar import month_name


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())


PRONOUNS_MALE = words_of("he him his himself")
PRONOUNS_FEMALE = words_of("she her herself")
PRONOUNS_OTHER = words_of(
    "i we they it you who that which those these one some many most others both all them us me"
)
PRONOUNS = PRONOUNS_MALE | PRONOUNS_FEMALE | PRONOUNS_OTHER

MALE_MARKS = words_of(
    """mr sir lord king prince duke brother father son husband uncle nephew grandfather boyfriend widower
    congressman businessman chairman spokesman statesman policeman councilman alderman assemblyman anchorman
    salesman fisherman nobleman clergyman gentleman man actor waiter monk imam"""
)
FEMALE_MARKS = words_of(
    """mrs ms miss madam lady queen princess duchess sister mother daughter wife aunt niece grandmother
    girlfriend widow congresswoman businesswoman chairwoman spokeswoman stateswoman policewoman councilwoman
    assemblywoman anchorwoman saleswoman noblewoman clergywoman woman actress waitress nun"""
)
MALE_NAMES = words_of(
    """aaron abdul adam adrian ahmed al alan albert alejandro alex alexander alexandre alexei alexey alfred
    ali allen andre andreas andrei andrew andrey andy anthony anton antonio archie arne arthur barack
    barry ben benjamin bernard bernie bill blake bob boris brad brandon brent brett brian brock bruce
    bryan byron calvin carl carlos chad charles charlie chris christian christopher chuck clayton clifford
    clint colin cory craig curtis dale dan daniel darren darryl dave david dean deion dennis derek derrick
    desmond devin dick dmitri dmitry dmytro dominic don donald doug douglas dwayne dwight ed eddie edward
    edwin elijah elliott elon emil emmanuel emmett enrique eric erik ernest ethan eugene evan felipe
    fernando francis francisco frank franklin fred frederick gabriel gary gavin gene gennady geoff george
    gerald gilbert giorgio glenn gordon greg gregg gregory guy hakeem hans harold harry harvey hector
    henry herbert howard hugh hugo ian igor isaac isaiah ivan jack jacob jake jamal james jan jared jason
    javier jay jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joaquin joe joel joey
    john johnny jon jonathan jorge jose joseph josh joshua juan julian julius justin karl keith ken
    kenneth kevin khizr kirk klaus konstantin kurt kyle lance larry lars laurent lawrence lee leo leon
    leonard leroy lester lewis liam lionel lonnie lorenzo louis luca luis luiz luke magnus manuel marc
    marco marcus mario mark martin marvin matt matteo matthew maurice max maxim melvin micah michael
    miguel mikael mike mikhail mitch mitchell mitt mohamed mohammad mohammed muhammad narendra nate nathan
    nathaniel neal ned neil nicholas nick nicolas nigel nikolai noah olaf ole oleg oleksandr oliver omar
    oscar otto owen patrick paul pavel pavlo pedro per pete peter phil philip philippe pierre pieter
    preston rafael ralph ramon randy raul ray raymond reggie reince ricardo richard rick rob robby robert
    roberto robin rodney rodrigo roger roland ron ronald ronnie rory roy ruben rudolph rudy russell
    ryan sam samuel scott sean sebastian sergei sergey sergiy seth shane shaun shawn shinzo simon stan
    stanislav stanley stefan stephen steve steven stuart svein ted teddy terry theodore thomas tim timothy
    todd tom tomas tommy tony travis trent trevor troy tyler tyrone vadym vasily vernon vicente victor
    viktor vince vincent vitali vitaly vladimir volodymyr walter warren wayne wendell werner wesley
    wilhelm will william willie xavier yevgeny yevhen yuri yurii zac zach zachary"""
)
FEMALE_NAMES = words_of(
    """abby abigail adriana agnes alexa alexandra alice alicia alina allison alyssa amanda amber amelia amy
    ana anastasia andrea angela angelina anita ann anna anne annette annie anya ariana ashley astrid
    audrey ava barbara beatrice becky bella beth bethany betty beverly bianca bonnie brenda brianna
    bridget brittany brooke candace cara carla carly carmen carol caroline carolyn carrie cassandra
    catherine cathy celeste charlotte chelsea cheryl chloe christina christine cindy claire clara claudia
    claudine condoleezza connie courtney cristina crystal cynthia dana daniela danielle darlene dawn
    deanna deb debbie deborah debra denise diana diane dianne dolores donna dora doris dorothy edith
    eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen elsa emilia emily emma
    erica erin esther eva evelyn fatima felicia fiona florence frances gabriela gabrielle gail geraldine
    gina giorgia gladys gloria grace greta gretchen gwen hailey haley hannah harriet hazel heather heidi
    helen helena helga hilary hillary holly huma ida ilona ines inga ingrid irene irina iris isabel ivanka
    jackie jacqueline jacquelyn jane janet janice jasmine jayne jean jeanette jeanne jen jenna jenni
    jennifer jenny jessica jill joan joanna jodi jodie joni josephine joyce juanita judith judy julia
    julie justine kamala karen karla kate katelyn katherine kathleen kathryn kathy katie katrina kayla
    kayleigh keisha kelly kellyanne kendra kim kimberly kirsten kristen kristi kristin kristina kristy
    kylie lara larisa laura lauren leah lena lesley leslie letitia lidia lillian linda lisa liv liz
    loretta lori louise lucia lucille lucy lydia lynn mabel maddy madeleine madeline maggie marcia
    margaret margot maria mariah mariana marie marilyn marina marine marissa marjorie marlene marta martha
    mary maureen maxine maya megan meghan melania melanie melinda melissa mercedes meredith mia michele
    michelle mildred mindy miriam molly mona monica myra nadia nadine nancy naomi natalia natalie natalya
    natasha nichole nicole nikki nina nora norma oksana olena olga olivia pamela patricia paula pauline
    peggy petra phoebe phyllis priscilla rachael rachel ramona rebecca rebekah regina renee rita roberta
    ronna rosa rose rosemary roxanne ruth sabine sabrina sally samantha sandra sara sarah shannon sharon
    sheila shelley sherri sheryl shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella
    stephanie sue susan susanna susie suzanne svetlana sylvia tabitha tamara tammy tanya tara tasha
    tatiana teresa terri thelma theresa tiffany tina tonya tracy ulla ursula valerie vanessa vera veronica
    vicki victoria virginia vivian wanda wendy whitney yolanda yulia yvette yvonne zoe"""
)

_FIRST_NAMES = [  # the long form, then its short ones
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
]
# Short forms of first names → the long ones: Steve is Stephen or Steven.
NICKNAMES = {
    short: frozenset(long for long, *forms in _FIRST_NAMES if short in forms)
    for _, *several in _FIRST_NAMES
    for short in several
}

MONTH = rf"(?:{'|'.join(month_name[1:])})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

# Words that stand before a name and are no part of it.
TITLES = words_of(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice-president vice prime minister
    premier chancellor secretary general deputy assistant acting interim former ex-president sen senator
    senate rep representative house congressman congresswoman gov governor lt lieutenant lieut mayor
    councillor councilman councilwoman councilor alderman judge justice chief attorney ambassador envoy
    director chairman chairwoman chair chairperson speaker leader whip majority minority king queen prince
    princess duchess pope archbishop bishop cardinal father rabbi imam rev reverend pastor sister brother gen
    maj major col colonel capt captain cmdr commander sgt sergeant cpl adm admiral officer detective inspector
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
    words_of(
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
OFFICES = words_of(
    """mayor clerk president minister secretary governor chancellor premier king queen prince princess pope
    director chief commissioner judge ombudsman treasurer chairman chairwoman chair ceo principal headteacher
    sheriff"""
)

AUXILIARIES = words_of(
    """is are was were be been being am has have had having will would shall should can could may might must
    do does did not n't said says told asked"""
)

# Words that open a sentence with a capital and stand before a name without being part of it.
OPENERS = AUXILIARIES | words_of(
    """but and or so yet if when while as after before since although though because unless until where why
    how who what which whose asked told only even like unlike both either neither then now later still also
    again perhaps maybe instead meanwhile however moreover earlier yesterday today on in at for from with by
    to despite there here amid among beyond without take meet"""
)

# "Some Republicans" are nobody in particular.
QUANTIFIERS = words_of(
    """some many much most fewer several other others all both few one two three four five six seven eight
    nine ten twenty thirty forty fifty hundreds thousands dozens no any every each these those none neither
    either
    everyone everybody anyone anybody someone somebody nobody people"""
)

_PERSON_ENDING = re.compile(
    r"(?:ologist|ist|ician|person|woman|man|master|keeper|worker|holder|owner|runner)$"
)
_NO_PEOPLE = words_of(
    """list waist wrist mist twist fist exist consist insist resist persist assist checklist shortlist human
    roman german norman ottoman talisman heist gist playlist blacklist watchlist wishlist zeitgeist
    placeholder"""
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


def means_people(noun: str) -> bool:
    """Tell whether a common noun, in lower case, means somebody, or several: "hydrologist", "lawyers"."""
    return is_person_noun(noun) or is_person_noun(noun.removesuffix("s"))


# Which nouns a role speaks for: a deputy foreign minister is "the diplomat".
ROLE_KIN = {
    "diplomat": words_of("ambassador envoy foreign consul attaché diplomatic state"),
    "lawmaker": words_of(
        "senator sen representative rep congressman congresswoman mp deputy delegate legislator"
    ),
    "legislator": words_of(
        "senator sen representative rep congressman congresswoman mp deputy delegate lawmaker"
    ),
    "politician": words_of(
        "senator governor mayor congressman minister president candidate councillor mp leader"
    ),
    "expert": words_of(
        "analyst academic professor researcher scholar fellow member academy scientist specialist"
    ),
    "analyst": words_of("expert academic professor researcher scholar fellow member academy"),
    "academic": words_of("professor scholar lecturer researcher academy"),
    "official": words_of("minister secretary director commissioner chief deputy head spokesman spokeswoman"),
    "spokesman": words_of("representative spokesperson"),
    "spokeswoman": words_of("representative spokesperson"),
    "candidate": words_of("nominee contender challenger"),
    "nominee": words_of("candidate"),
    "businessman": words_of("entrepreneur executive owner founder ceo billionaire developer mogul"),
    "businesswoman": words_of("entrepreneur executive owner founder ceo billionaire developer"),
    "lawyer": words_of("attorney counsel solicitor barrister"),
    "attorney": words_of("lawyer counsel solicitor barrister"),
    "journalist": words_of("reporter correspondent columnist editor anchor host"),
    "councillor": words_of("councilman councilwoman councilor alderman"),
    "leader": words_of("head chairman chairwoman president premier minister"),
    "head": words_of("director chief chairman chairwoman president leader"),
}
