"""The turns of a printed conversation, where a statement is one: "Halvorsen: Every week." """

from index.types import Statement


def is_turn(text: str, statement: Statement) -> bool:
    """Whether a statement is what somebody says in a printed conversation, the name standing before it."""
    if statement.mention is None:
        return False
    start, end = statement.mention
    return text[end : end + 1] == ":" and text[start - 1 : start] in ("", "\n")


def turn_before(text: str, statement: Statement) -> str:
    """Return what a turn replies to; nothing where a statement is no turn."""
    if statement.mention is None or not is_turn(text, statement):
        return ""
    before = text[: statement.mention[0]].rstrip()
    return before[before.rfind("\n") + 1 :]
