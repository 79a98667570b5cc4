"""Numbers in letters, from "zero" to "ninety-nine", and the nouns of time that are counted."""

UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = {word: number for number, word in enumerate(UNITS)}
VALUES |= {word: 10 * number for number, word in enumerate(TENS, 2)}
SPAN = r"(?:second|minute|hour|day|night|week|month|year|season|decade)s?"
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def spelt(number: int) -> str:
    """Return a number below a hundred in letters: twenty-one."""
    if number < len(UNITS):
        return UNITS[number]
    ten, unit = TENS[number // 10 - 2], number % 10
    return f"{ten}-{UNITS[unit]}" if unit else ten
