"""Counts the steps in which a text is read: what a text costs, without a clock.

Run as ``python tests/steps.py`` with an order as JSON on its standard input; each job gives a line with the steps for each
size. A step is a line of our code that is run (each round of a loop counts), or a character that a pattern, a slice or a
search passes over. How often a pattern tries again inside itself cannot be counted: for that, tests/test_adversarial.py has
a clock.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pandas as pd  # noqa: F401 (its own patterns are not counted)

_compile = re.compile
_OURS = (str(Path(__file__).resolve().parents[1] / "lib"), __file__)


class Meter:
    """How many steps have been made."""

    steps = 0


def called(frame, _event: str, _arg):
    """A function is called: what it does is counted where it is ours."""
    Meter.steps += 1
    return stepped if frame.f_code.co_filename.startswith(_OURS) else None


def stepped(_frame, _event: str, _arg):
    """A line is run. Called a million times and more: it does nothing else."""
    Meter.steps += 1
    return stepped


class Text(str):
    """A text that counts the characters which are read of it other than by a pattern."""

    def __getitem__(self, key):
        found = str.__getitem__(self, key)
        Meter.steps += len(found)
        return found

    def __contains__(self, part) -> bool:
        Meter.steps += len(self)
        return str.__contains__(self, part)

    def _search(self, how, part, start=0, end=None):
        end = len(self) if end is None else min(end, len(self))
        place = how(self, part, start, end)
        reach = end - start if place == -1 else (place - start if how is str.find else end - place)
        Meter.steps += max(0, reach)
        return place

    def find(self, *args):
        return self._search(str.find, *args)

    def rfind(self, *args):
        return self._search(str.rfind, *args)

    def count(self, *args):
        Meter.steps += len(self)
        return str.count(self, *args)


class Counted:
    """A compiled pattern that counts the characters it passes over."""

    def __init__(self, pattern: re.Pattern) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str):
        return getattr(self._pattern, name)

    def _one(self, name: str, string: str, pos: int = 0, endpos: int | None = None):
        end = _end(string, endpos)
        found = getattr(self._pattern, name)(string, pos, end)
        # what begins here or not at all has looked at no more than it has matched, as far as can be told from outside
        Meter.steps += 1 + max(0, found.end() - pos if found else (end - pos) * (name == "search"))
        return found

    def match(self, *args):
        return self._one("match", *args)

    def fullmatch(self, *args):
        return self._one("fullmatch", *args)

    def search(self, *args):
        return self._one("search", *args)

    def finditer(self, string: str, pos: int = 0, endpos: int | None = None):
        end = _end(string, endpos)
        for found in self._pattern.finditer(string, pos, end):
            Meter.steps += 1 + found.end() - pos
            pos = found.end()
            yield found
        Meter.steps += max(0, end - pos)

    def findall(self, string: str, pos: int = 0, endpos: int | None = None):
        Meter.steps += max(0, _end(string, endpos) - pos)
        return self._pattern.findall(string, pos, _end(string, endpos))

    def split(self, string: str):
        Meter.steps += len(string)
        return self._pattern.split(string)

    def sub(self, new, string: str):
        Meter.steps += len(string)
        return self._pattern.sub(new, string)


def _end(string: str, endpos: int | None) -> int:
    return len(string) if endpos is None else min(endpos, len(string))


def mutate(name: str) -> None:
    """Make the engine quadratic in one of several ways, each of which the test must find out."""
    from interparty import extraction, quantities
    from interparty.layers import codebook

    masked, antecedent, rows = quantities.is_no_claim, extraction.antecedent_of, codebook._rows
    words = re.compile("no such words")
    if name == "slice":  # each number looks at a copy of all the text before it
        quantities.is_no_claim = lambda folded, text, start, first: not folded[:start] or masked(folded, text, start, first)
    elif name == "search":  # each number searches the text from its beginning
        quantities.is_no_claim = lambda folded, *at: bool(words.search(folded, 0, at[1])) or masked(folded, *at)
    elif name == "loop":  # each claim asks all the claims before it
        extraction.antecedent_of = lambda folded, known, *more: antecedent(folded, _one_by_one(known), *more)
    elif name == "layer":  # each row of a layer counts the characters before it
        codebook._rows = lambda document, name: ((*row, document.folded.count(" "))[:-1] for row in rows(document, name))


def _one_by_one(rows: list) -> list:
    kept = []
    for row in rows:
        if row is not None:
            kept.append(row)
    return kept


def main() -> None:
    re.compile = lambda pattern, flags=0: Counted(_compile(pattern, flags))
    import interparty as ip
    from interparty import corpus

    corpus.plain, corpus.lowered = (lambda text, how=how: Text(how(str(text))) for how in (corpus.plain, corpus.lowered))

    def read(layer: str, unit: str, size: int) -> None:
        getattr(ip, layer)(corpus.Document("x", Text((unit * (size // len(unit) + 1))[:size]), "2002-10"))

    def steps(layer: str, unit: str, size: int) -> int:
        Meter.steps = 0
        sys.settrace(called)
        try:
            read(layer, unit, size)
        finally:
            sys.settrace(None)
        return Meter.steps

    order = json.load(sys.stdin)
    for layer in {layer for _name, layer, _unit in order["jobs"]}:
        read(layer, "We sent 4 groups to seminars in 1978. ", 500)
    mutate(order["mutation"])
    for name, layer, unit in order["jobs"]:
        read(layer, unit, order["sizes"][0])  # whatever is made once only is made here
        print(json.dumps([name, layer, [steps(layer, unit, size) for size in order["sizes"]]]), flush=True)


if __name__ == "__main__":
    main()
