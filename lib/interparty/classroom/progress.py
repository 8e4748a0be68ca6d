"""A line that says how far long work is: on a terminal it moves, elsewhere every tenth step is a line."""

from __future__ import annotations

import sys
import time


class Progress:
    """How far the work is.

    Parameters
    ----------
    what : str
        What is being done.
    steps : int
        How many there are.
    done : int
        How many had been done before.
    """

    def __init__(self, what: str, steps: int, done: int = 0) -> None:
        self.what, self.steps, self.done = what, steps, done
        self._before, self._begun = done, time.monotonic()
        self._moves = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        if self._before:
            print(f"{self.what}: {self._before} of {self.steps} were done already.", file=sys.stderr, flush=True)
        return self

    def __exit__(self, *exception: object) -> None:
        if self._moves:
            print(file=sys.stderr)

    def step(self, name: str = "") -> None:
        """One more is done."""
        self.done += 1
        if not self._moves and self.done % max(1, self.steps // 10) and self.done != self.steps:
            return
        each = (time.monotonic() - self._begun) / max(1, self.done - self._before)
        left = each * (self.steps - self.done)
        filled = round(20 * self.done / self.steps)
        bar = "█" * filled + "·" * (20 - filled)
        line = f"{self.what} {bar} {self.done} of {self.steps}, {left // 60:.0f}:{left % 60:02.0f} left  {name:.30}"
        print(f"\r{line:<110}" if self._moves else line.rstrip(), end="" if self._moves else "\n", file=sys.stderr, flush=True)
