"""What the parts of the page share: the files in `bot/assets`, and how the events of the page are made."""

from importlib.resources import files
from typing import Any

# An event of the page alone: no spinner over what it changes, and not offered as an API.
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

# One that is over at once goes past Gradio's queue. The queue's answers come in a stream that ends with the
# last of them; a browser that reads of that end after it has sent the next event waits for it in vain.
BRIEF: dict[str, Any] = {**QUIET, "queue": False}


def chosen_in(data: Any, key: str) -> str:
    """Return the words under `key` in an event's data, which any client can make up."""
    found = data.get(key, data.get("value")) if isinstance(data, dict) else None
    if isinstance(found, dict):  # an example of the chat comes as {"text": …}
        found = found.get(key)
    return found if isinstance(found, str) else ""


def asset(name: str) -> str:
    """Return the text of `bot/assets/NAME`."""
    return (files("bot") / "assets" / name).read_text(encoding="utf-8")
