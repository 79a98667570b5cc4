"""Words whose forms no stemmer joins: "will be built" is what "we will build" says.

Left out are forms that are common words of their own: left, saw, found, rose.
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
child children; foot feet; man men; woman women
"""
_GROUPS = tuple(tuple(group.split()) for line in _LISTED.strip().splitlines() for group in line.split(";"))
_BASES = {form: group[0] for group in _GROUPS for form in group}
_FORMS = {group[0]: group for group in _GROUPS}


def base(word: str) -> str:
    """Return the form under which a word stands in a dictionary, of irregular words alone."""
    return _BASES.get(word, word)


def forms(word: str) -> tuple[str, ...]:
    """Return all forms of an irregular word, its own first; of any other word, that word."""
    return tuple(dict.fromkeys((word, *_FORMS.get(base(word), ()))))
