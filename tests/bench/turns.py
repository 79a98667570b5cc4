"""The turns of a conversation before a question that follows on them."""

from typing import Any

from bot.answer import Assistant
from bot.types import Memory


def memory_before(assistant: Assistant, question: dict[str, Any]) -> Memory:
    """Ask what comes before a question, its "after", and return what is remembered then."""
    memory = Memory()
    for before in question.get("after", []):
        _, memory = assistant.ask(before, memory)
    return memory
