"""The forms in which English asks who said what, a line each.

A form is a regular expression with holes: `{who}` and `{topic}` are what is asked about, the others
are words that mean the same ("say", "state", "claim"). Forms are tried in order.
"""

import re
from collections.abc import Iterator
from typing import get_args

from bot.asking.acts import asking_verbs
from bot.types import Want

# "What did the Ohio state coach say" asks what somebody said, and not what Ohio stated.
SAY = r"""(?:say|says|said|saying|(?<!united )(?-i:state(?!\s(?:[\w'’-]+\s){1,4}say\b)|state[sd])|stating
|tell|tells|told|claim(?:s|ed)?|think|thinks|thought|believe[sd]?|comment(?:s|ed)?|announce[sd]?|promise[sd]?|pledge[sd]?|argue[sd]?|explain(?:s|ed)?|write|writes|wrote
|mention(?:s|ed)?|talk(?:s|ed)?|speak|speaks|spoke|spoken|warn(?:s|ed)?|admit(?:s|ted)?|note[sd]?
|stress(?:es|ed)?|emphasi[sz]e[sd]?|point(?:s|ed)? out|suggest(?:s|ed)?|describe[sd]?|call(?:s|ed)?
|express(?:es|ed)?|(?-i:report(?:s|ed)?)|insist(?:s|ed)?|deny|denies|denied|confirm(?:s|ed)?|propose[sd]?
|complain(?:s|ed)?|predict(?:s|ed)?|vow(?:s|ed)?|declare[sd]?|recall(?:s|ed)?|demand(?:s|ed)?
|find|finds|found|conclude[sd]?|recommend(?:s|ed)?|want(?:s|ed)?|ask(?:s|ed)?|answer(?:s|ed)?|accuse[sd]?
|critici[sz]e[sd]?|praise[sd]?|offer(?:s|ed)?|reject(?:s|ed)?|compare[sd]?|reply|replies|replied)
(?!\s(?:say|says|said)\b)""".replace("\n", "")
ABOUT = (
    r"(?:about|on|of|regarding|concerning|over|towards?|against|with regard to|when it came to|as regards|to"
    r"|in (?:response|reply|answer) to"
    r"|when (?:(?:he|she|they|it) (?:was|were) )?asked (?:about|for|whether|if))"
)
THAT = r"(?:that|this|it|so|these words|those words)"
VIEW = (
    r"(?:statement|position|view|opinion|stance|comment|remark|word|response|reaction|take|line|quote"
    r"|mind|attitude|argument|claim|promise|plan|explanation|assessment)s?"
)
_HOLES = {
    "say": SAY,
    "about": ABOUT,
    # "What was Lee told" is nothing that Lee said; "what is Lee saying" is.
    "aux": r"(?:did|does|do|has|have|had|would|will|(?:was|were|is|are)(?=.*\b(?:saying|stating)\b))",
    # "Has Lee been asked to go" is nothing that "Lee been" asked.
    "did": r"(?:did|does|has(?!\s(?:\S+\s){1,3}been\b))",
    # "When was the outbreak confirmed" asks for no speaker.
    "once": r"(?:did|does|has(?!.*\bbeen\b)|was(?=.*\b(?:saying|stating|asked)\b))",
    # "Where did the police find the boat" asks for a place; "when did Lee find that" for words.
    "told": rf"(?!find\s(?!that\b)){SAY}",
    # "Who wrote the report" asks for an author, "who wrote that" or "about" for words.
    # Whoever spoke at a school or to its pupils, and not about something, made a speech there.
    "made": r"(?!(?:wrote|writes?|found|finds?)\s(?!(?:that|about|of|in|on)\b))"
    r"(?!(?:spoke|speaks)\s(?:to|at)\b(?!.*\s(?:about|on)\b))",
    "act": rf"(?:{'|'.join(asking_verbs())})",
    "view": VIEW,
    # "the report": a name or description is more than its article
    "who": r"(?P<who>(?:the|an?|his|her|our)\s\S.*?|(?!(?:the|an?|his|her|our)\s).+?)",
    "topic": r"(?P<topic>.+)",
    "change": r"(?:change|changed|shift|shifted|evolve|evolved|develop|developed)",
    "people": r"(?:(?:other )?people|others|everybody|everyone|anybody|anyone|somebody|someone|they all)"
    r"(?: else)?",
    "kinds": r"(?:politicians?|people|persons?|speakers?|experts?|officials?|councillors?|ministers?"
    r"|analysts?|residents?|leaders?|scientists?|organi[sz]ations?|parties|party)",
    "open": r"[\"“„«'‘]",
    "close": r"[\"”»'’]",
}

_FORMS = r"""
compare     (?:please )?(?:compare|contrast) what {who} (?:each )?(?:have |has |had )?{say}(?: {about} {topic})?
compare     (?:please )?(?:compare|contrast) {who}(?:['’]s?)?(?: {view})? {about} {topic}
compare     (?:please )?(?:compare|contrast) (?P<who>.+)
compare     (?:how|where|on what|do|did) (?:do |did )?{who} (?:differ|disagree|agree|compare)(?: {about} {topic})?
change      (?:how |has |have |did ){1,2}(?:does )?{who}(?:['’]s?)? {view}(?: {about} (?P<topic>.+?))? {change}(?: over time)?
change      (?:how |why )?(?:did|has|have) {who}(?: ever| really| actually)? {change}(?: (?:his|her|its|their))? {view}(?: {about} {topic})?
change      how (?:did|has|have) {who} {change}(?: {about} {topic})
change      what (?:did|has|have) {who} {say} {about} {topic} over (?:time|the (?:years|months|weeks|days))
who         (?:did|does|do|has|have) {people} (?:ever )?{say}(?: anything)? (?:{about} |that )?{topic}
who         what (?:do|does|did|have|has) {people} (?:to )?{say} {about} {topic}
who         what (?:has been|was|is|is being|had been|gets) {say} {about} {topic}
who         what (?:has been|was|is|had been|got) (?:all )?said
who         (?:which|what) (?:other )?{kinds} (?:has |have |had )?{say} (?:{about} |that )?{topic}
statements  {did} {who} (?:ever |really |actually )?{say} (?:anything |something )?(?:about|on|regarding) {topic}
verify      (?:{did}|is it (?:true|right) that) {who} (?:really |actually |ever )?{say} (?:that )?{open}(?P<topic>.+?){close}
verify      (?:{did}|is it (?:true|right) that) {who} (?:really |actually |ever )?{say} (?:that )?{topic}
verify      (?:{did}|have|is it (?:true|right) that) {who} (?:really |actually |ever )?{act} (?:that )?{topic}
list        who (?:was|were|is|are|has been|had been|got|gets) {act} by {who}
who         who (?:else )?(?:spoke|speaks|was quoted|is quoted|reacted|commented|said (?:what|anything|something))
who         who(?: else)? (?:has |have |had |was |is )?(?:it )?(?:that )?(?:ever )?{made}{say}(?: {about})?(?: that)? {topic}
who         who(?: else)? (?:has |have |had )?{act}(?: {about})?(?: that)? {topic}
who         who (?:is|was|gets|got) quoted (?:{about}|as saying) (?:that )?{topic}
who         (?:whose words (?:are|were)|who used the words?|by whom was it said that) {topic}
when        (?:when|where|on what (?:day|date)|at what (?:event|occasion)) {once} {who} {told}(?: {about})?(?: that)?(?: {topic})?
list        (?:please )?(?:list|show|give)(?: me)? (?:all )?(?:of )?(?!all |any|every|what ){who}['’]s? {view}(?: {about} {topic})?
who         (?:please )?(?:(?:list|show|give)(?: me)? )?(?:all|everything)(?: (?:that )?(?:was|is|has been) said)? {about} {topic}
who         (?:please )?(?:list|show|give|name)(?: me)? (?:(?:all|the|every|everyone|everybody|those|{kinds}) ){1,3}(?:who|that) (?:has |have |had )?{say}(?: {about})?(?: that)? {topic}
list        (?:please )?(?:(?:list|show|give)(?: me)? )?(?:the )?(?:latest|newest|last|(?:most )?recent|first) {view} (?:by|from|of) {who}(?: {about} {topic})?
list        (?:please )?(?:list|show|give|tell|summari[sz]e)(?: me)? (?:all )?(?:of )?(?:that|what) {who} (?:has |have |had )?(?:ever )?{say}(?: {about} {topic})?
list        (?:please )?(?:list|show|give)(?: me)? (?:all|everything|every|each)(?: the)?(?: statements?| quotes?| words)?(?: that| of| by| from)? {who}(?: (?:has |have )?(?:ever )?(?:said|says|say))?(?: {about} {topic})?
list        what (?:was|is|were|are) the (?:last|first|latest|newest|most recent) (?:(?:things?|statements?|words?) )?(?:that )?{who} {say}(?: {about} {topic})?
list        (?:what(?:['’]s| is| was) )?the (?:latest|newest) (?:from|by) {who}(?: {about} {topic})?
statements  (?:please )?(?:quote|cite) {who} {about} {topic}
statements  (?:please )?(?:give|show|find|get)(?: me)? (?:an? |the |some |any )?(?:quotes?|quotations?|statements?|words) (?:by|from|of) {who} {about} {topic}
list        (?:everything|all|all that) {who} (?:has |have )?(?:ever )?(?:said|says)(?: {about} {topic})?
statements  {who} {about} {topic}: what (?:was|did|has).*
list        what (?:was|were|is|are) {who}['’]s? (?:last|first|latest|newest|most recent|earliest) {view}(?: {about} {topic})?
statements  what (?:was|were|is|are) {who}['’]s? (?:\w+ )?{view} {about} {topic}
statements  {who}['’]s? {view} (?:{about}|of|to) {topic}
statements  what (?:was|were|is|are) the {view} (?:of|by|from) {who} {about} {topic}
list        what {aux} {who} (?:have to |had to |ever )?{say} (?:first|last|most recently)(?: (?:{about} |that )?{topic})?
statements  what {aux} {who} (?P<noun>demand|want|ask|expect|require|request)(?:ed)? (?:from|of) {topic}
statements  what (?:else )?{aux} {who} (?:each )?(?:have to |had to |ever |also |publicly )?{say} (?:again |exactly )?(?:{about} |that )?{topic}
statements  (?:what|which|how much|how many) (?P<noun>\w+(?: \w+)?(?: of (?:the |an? )?\w+)?) {aux} {who} (?:{say}|give|gave|name) {topic}
statements  (?:where|how) {aux} {who} stand {about} {topic}
list        what (?:else |all )?{aux} {who} (?:have to |had to |ever |also )?{say}
list        how {aux} {who} (?:react|respond|comment|take it)
statements  (?:how|why) {aux} {who} (?:feel|justify|defend|see|view|respond|react|{say})(?: {about})? {topic}
statements  according to {who}, {topic}
statements  (?P<topic>.+?),? according to (?P<who>.+)
statements  (?:tell me )?what {who} (?:has |have |had )?{say} {about} {topic}
statements  (?:quotes?|statements?|words|anything)(?: by| from| of) {who} {about} {topic}
statements  is there anything (?:from|by) {who} {about} {topic}
person      who (?:is|was) {who}
"""  # noqa: E501  a form is read best in one line

# What only leads up to a question, and is none: "Hello, what …", "Could you please tell me who …"
POLITELY = re.compile(
    r"(?:(?:please|hi|hello|hey|good (?:morning|afternoon|evening))[,.! ]+)*"
    r"(?:(?:(?:(?:can|could|would|will) you )?(?:please )?(?:tell|show) me|do you know"
    r"|i (?:want|would like) to know|i['’]d like to know),? )?"
    r"(?=(?:who|what|when|where|which|how|why|whether|did)\b)",
    re.IGNORECASE,
)
FOLLOW_UP = re.compile(
    r"(?:and|but|also|(?:and )?(?:what|how) about)\s+(?:by |from |what did )?(?P<rest>.+?)\s*[?.!]*$",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"(?:he|she|they|him|her|them|his|the same (?:person|man|woman))(?:['’]s)?", re.IGNORECASE
)
# Who wrote a paper or a law is a question for a fact, whoever is named in its title.
AUTHOR = re.compile(r"who (?:wrote|drafted|authored) (?!that\b|about\b|of\b|in\b|on\b)", re.IGNORECASE)
FACT = re.compile(
    r"(?:(?:(?:by|in|on|at|for|from|of|to|with|since|until|within) )?"
    r"(?:how (?:many|much|long|old|far|big|often|high|large)|when|where|which)"
    r"|what (?:year|day|date|time|is|are|was|were|happened)|who (?:is|was|are|were)|is|are|was|were|does|do"
    r"|did|has|have|had|will|would|can|could)"
    r"\b",
    re.IGNORECASE,
)


def _compiled() -> Iterator[tuple[Want, re.Pattern[str]]]:
    for line in _FORMS.strip().splitlines():
        want, form = line.split(maxsplit=1)
        if want not in get_args(Want):
            raise ValueError(f"{want} is nothing a question may want")
        # Holes are filled by name: braces that repeat, as in {1,2}, are no holes.
        pattern = re.sub(r"\{([a-z]+)\}", lambda hole: _HOLES[hole[1]], form)
        yield want, re.compile(pattern + r"\s*[?.!]*$", re.IGNORECASE)  # type: ignore[misc]


FORMS: tuple[tuple[Want, re.Pattern[str]], ...] = tuple(_compiled())
