"""The verbs that people type for saying, asking and judging, as patterns."""

import re

# Verbs that tell what somebody says, whatever follows them.
_TELL = (
    r"said|says?|saying|told|tells?|stated|states?(?=\s*(?:that\b|[,:“\"]))|add(?:ed|s)|explain(?:ed|s)?|argue[ds]?"
    r"|insist(?:ed|s)?|warn(?:ed|s)?|note[ds]?|wrote|writes?|repli(?:ed|es)|answer(?:ed|s)|declare[ds]?"
    r"|announce[ds]?|claim(?:ed|s)?|comment(?:ed|s)|conclude[ds]|confirm(?:ed|s)?|recall(?:ed|s)|remark(?:ed|s)"
    r"|reported|respond(?:ed|s)|stress(?:ed|es)|emphasi[sz]e[ds]|suggest(?:ed|s)?|thinks?|thought|believe[ds]?"
    r"|tweet(?:ed|s)|promise[ds]?|den(?:y|ied|ies)|admit(?:ted|s)?|acknowledge[ds]|observe[ds]|complain(?:ed|s)"
    r"|joke[ds]|quip(?:ped|s)|predict(?:ed|s)?|concede[ds]|contend(?:ed|s)|maintain(?:ed|s)|vow(?:ed|s)?"
    r"|repeat(?:ed|s)|reiterate[ds]|testif(?:ied|ies)|recount(?:ed|s)|assert(?:ed|s)|affirm(?:ed|s)"
    r"|counter(?:ed|s)|point(?:ed|s)? out|estimate[ds]?|pledge[ds]?"
    r"|(?:found|finds?|show(?:ed|s)|reveal(?:ed|s)|calculate[ds])(?=\s(?:\w+\s)?that\b)"
)
# And verbs of asking, wishing and judging, which may tell of a deed as well: called the police.
_ASK = (
    r"ask(?:ed|s)?|call(?:ed|s)?|continue[ds]|post(?:ed|s)|describe[ds]|express(?:ed|es)|demand(?:ed|s)?|urge[ds]"
    r"|shot back|put it|puts it|reject(?:ed|s)?|dispute[ds]?|propose[ds]?|criticis?ze[ds]?|quoted as saying"
    r"|recommend(?:ed|s)?|advise[ds]?|allege[ds]?|speaks? of|spoke of|fear(?:ed|s)|hope[ds]?|want(?:ed|s)?"
    r"|tell"
)
SAY = rf"(?:{_TELL}|{_ASK})"
TELLING = re.compile(_TELL)
CUE = re.compile(rf"(?<![\w-]){SAY}\b")
