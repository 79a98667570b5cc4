"""Words whose forms no stemmer joins: "will be built" is what "we will build" says.

Left out are forms that are common words of their own: left, saw, found, rose. The everyday short words for
the same thing count as forms, too, where they mean nothing else: who asks for a mother finds a mom.
"""

_LISTED = """
begin began begun; break broke broken; bring brought; build built; burn burnt; buy bought; catch caught
choose chose chosen; come came; deal dealt; draw drew drawn; drive drove driven; eat ate eaten
fall fell fallen; feed fed; feel felt; fight fought; flee fled; fly flew flown; forbid forbade forbidden
forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown
hear heard; hide hid hidden; hold held; keep kept; know knew known; lead led; lend lent; lose lost
make made; mean meant; meet met; overcome overcame; overthrow overthrew overthrown; pay paid; ride rode ridden
rise risen; run ran; seek sought; sell sold; send sent; shake shook shaken; shoot shot; sink sank sunk
sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen; stick stuck
strike struck; swear swore sworn; swim swam swum; take took taken; teach taught; tear tore torn; think thought
throw threw thrown; understand understood; undertake undertook undertaken; wear wore worn; win won
withdraw withdrew withdrawn; write wrote written
die died dying; lie lying; tie tied tying
child children kid kids; foot feet; man men; woman women
"""
_EVERYDAY = """
mother mothers mom moms mum mums; father fathers dad dads; grandmother grandmothers grandma grandmas
grandfather grandfathers grandpa grandpas; earthquake earthquakes quake quakes
photograph photographs photo photos; television televisions tv tvs; bicycle bicycles bike bikes
airplane airplanes aeroplane aeroplanes plane planes
"""
_GROUPS = tuple(
    tuple(group.split())
    for listed in (_LISTED, _EVERYDAY)
    for line in listed.strip().splitlines()
    for group in line.split(";")
)
_BASES = {form: group[0] for group in _GROUPS for form in group}
_FORMS = {group[0]: group for group in _GROUPS}


def base(word: str) -> str:
    """Return the form under which a word stands in a dictionary, of the words listed here alone."""
    return _BASES.get(word, word)


def forms(word: str) -> tuple[str, ...]:
    """Return all forms of a word listed here, its own first; of any other word, that word."""
    return tuple(dict.fromkeys((word, *_FORMS.get(base(word), ()))))
