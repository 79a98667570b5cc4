"""What the parts of the page share: the files in `bot/assets`, and how quiet events are made."""

from importlib.resources import files
from typing import Any

# An event of the page alone: no spinner over what it changes, and not offered as an API.
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def asset(name: str) -> str:
    """Return the text of `bot/assets/NAME`."""
    return (files("bot") / "assets" / name).read_text(encoding="utf-8")
