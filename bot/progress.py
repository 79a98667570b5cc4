"""How far a long task has come: a bar on a terminal, a line now and then elsewhere."""

import time
from typing import Any, TextIO

from index.types import Progress

_SECONDS_BETWEEN_LINES = 10.0  # in a log file, where a bar would be a thousand lines


class ProgressBar:
    """Shows on `stream` a count, the time left and the stage; give it as `on_progress`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: Any = None
        self._done = 0
        self._started = self._last_line = time.monotonic()

    def __call__(self, step: Progress) -> None:
        """Show how far the task is now; a smaller count than before is the next task."""
        if step.done < self._done:
            self.close()
        self._done = step.done
        if self._stream.isatty():
            self._draw(step)
        else:
            self._log(step)

    def say(self, words: str) -> None:
        """Write a line without tearing the bar."""
        if self._bar is not None:
            self._bar.clear()
        self._stream.write(words + "\n")
        self._stream.flush()
        if self._bar is not None:
            self._bar.refresh()

    def close(self) -> None:
        """Take the bar off the terminal; the next step draws a new one."""
        if self._bar is not None:
            self._bar.close()
        self._bar, self._done, self._started = None, 0, time.monotonic()

    def _draw(self, step: Progress) -> None:
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(file=self._stream, leave=False, dynamic_ncols=True)
        self._bar.total = step.total
        self._bar.set_description_str(step.stage, refresh=False)
        self._bar.set_postfix_str(step.where[:40], refresh=False)
        self._bar.update(step.done - self._bar.n)

    def _log(self, step: Progress) -> None:
        now = time.monotonic()
        if now - self._last_line < _SECONDS_BETWEEN_LINES or step.done in (0, step.total):
            return
        self._last_line = now
        if step.total is None or step.done > step.total:
            self.say(f"{step.stage}: {step.done} done")
        else:
            left = (now - self._started) / step.done * (step.total - step.done)
            self.say(f"{step.stage}: {step.done} of {step.total}, about {duration(left)} left")


def duration(seconds: float) -> str:
    """Return "40 s", "3 min" or "2 h 5 min"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
