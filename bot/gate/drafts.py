"""A model's reply, as it comes in, → the sentences in it that are complete. Pure."""

import json
import re

from bot.verify import Draft

_LIST = re.compile(r'"sentences"\s*:\s*\[|\[(?=\s*\{)')
_BETWEEN = re.compile(r"[\s,]*")
_MOST_IDS = 20
_LONGEST = 2_000  # characters of a sentence with its ids: the gate takes 700, and what is longer never ends


class Reply:
    """Reads `{"sentences": [{"text", "ids"}, …]}` piece by piece, whatever stands before or after it."""

    def __init__(self) -> None:
        self._text = ""
        self._at: int | None = None
        self.is_closed = False  # the list has ended as it should
        self.is_broken = False  # it holds something that is no sentence, or a sentence without end

    def feed(self, piece: str) -> list[Draft]:
        """Take in the next piece and return the sentences it completes."""
        if self._at is not None and len(self._text) - self._at > _LONGEST:
            self.is_broken = True
        self._text += piece
        if self._at is None and ("[" in piece or "{" in piece):
            opening = _LIST.search(self._text)
            self._at = opening.end() if opening else None
        if self._at is None or self.is_closed or self.is_broken or not ("}" in piece or "]" in piece):
            return []
        found: list[Draft] = []
        while not self.is_broken:
            self._at = _BETWEEN.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._text.startswith("]", self._at):
                self.is_closed = True
                break
            try:
                value, self._at = _DECODER.raw_decode(self._text, self._at)
            except (json.JSONDecodeError, RecursionError):
                break  # not complete yet, or never; brackets in brackets end by their length
            draft = _draft(value)
            if draft:
                found.append(draft)
            else:
                self.is_broken = True
        return found


_DECODER = json.JSONDecoder()


def _draft(value: object) -> Draft | None:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return None
    ids = value.get("ids", [])
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        return None
    return Draft(value["text"], tuple(id.strip("{} ") for id in ids[:_MOST_IDS]))
