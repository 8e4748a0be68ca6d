"""Answer types that choose among given options: one, several, or all of them in an order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations
from typing import ClassVar

from .answers import Answer, Line, Mark, private
from .canonical import Unreadable, canonical
from .reading import label


@dataclass(frozen=True, kw_only=True)
class _Choosing(Answer):
    """``options``: what to type → what it means ("" where the word says it all). ``synonyms``: other words → option."""

    options: dict[str, str] = field(default_factory=dict)
    synonyms: dict[str, str] = field(default_factory=dict)

    def shape(self) -> dict[str, object]:
        return {name: value for name, value in super().shape().items() if value != {}}

    def option(self, data: object) -> str:
        """The option that a word, a letter, a bare year or an option's full text stands for."""
        data = str(data) if type(data) is int else data
        if type(data) is str:
            wanted = label(data)
            for option, meaning in self.options.items():
                if wanted == label(option) or (meaning and wanted == label(meaning)):
                    return option
            for word, option in self.synonyms.items():
                if wanted == label(word):
                    return option
            # "B) Not the average …": the letter decides.
            start = re.match(r"([a-z])\s*[).:,-]", label(data) + ")")
            for option in self.options:
                if start and label(option) == start.group(1):
                    return option
        raise Unreadable("it is none of the choices: " + ", ".join(f'"{option}"' for option in self.options))

    def echo_one(self, option: str) -> str:
        meaning = self.options[option]
        return f"{option}: {meaning}" if meaning else option


@dataclass(frozen=True, kw_only=True)
class Choice(_Choosing):
    """One of several options. ``also`` lists options that count as right as well."""

    kind: ClassVar[str] = "choice"
    wanted: ClassVar[str] = "one of the choices, in quotes"
    right: str | None = private()
    also: tuple[str, ...] = private(())

    def read(self, data: object) -> str:
        return self.option(data[0] if type(data) is list and len(data) == 1 else data)

    def mark(self, read: str) -> Mark:
        return Mark(float(read == self.right or read in self.also))

    def echo(self, read: str) -> str:
        return self.echo_one(read)

    def right_lines(self) -> list[tuple[str, str]]:
        return [("", self.echo_one(self.right) + "".join(f" (or: {self.echo_one(each)})" for each in self.also))]


def _many(data: object) -> list:
    """A list, or the pieces of a text such as "A, C and D"."""
    if type(data) is str:
        return [piece for piece in re.split(r"[,;\s>]+(?:and\s+)?", data.strip()) if piece]
    if type(data) is list:
        return data
    raise Unreadable("a list was expected")


@dataclass(frozen=True, kw_only=True)
class Choices(_Choosing):
    """All options that apply, in any order. ``optional`` ones do not count; each wrong one cancels a right one."""

    kind: ClassVar[str] = "choices"
    wanted: ClassVar[str] = "a list of all that apply, in square brackets"
    right: tuple[str, ...] = private(())
    optional: tuple[str, ...] = private(())

    def read(self, data: object) -> list[str]:
        return sorted({self.option(each) for each in _many(data)})

    def agrees(self, read: list[str], other: object) -> bool:
        """One option given: it is among those chosen. A list given: exactly these were chosen."""
        wanted = self.read(canonical(other))
        return wanted[0] in read if type(other) is str else wanted == read

    def mark(self, read: list[str]) -> Mark:
        counted = set(read) - set(self.optional)
        hits, misses = counted & set(self.right), counted - set(self.right)
        note = f"{len(hits)} of {len(self.right)} found" + (f", {len(misses)} too many" if misses else "")
        share = max(0.0, (len(hits) - len(misses)) / len(self.right))
        return Mark(share, () if share == 1 else (Line("", "partly" if share else "not yet", note),))

    def echo(self, read: list[str]) -> str:
        return ", ".join(read)

    def right_lines(self) -> list[tuple[str, str]]:
        extra = [("may be added", self.echo_one(each)) for each in self.optional]
        return [("", self.echo_one(each)) for each in self.right] + extra


@dataclass(frozen=True, kw_only=True)
class Order(_Choosing):
    """All options in the right order. Partial credit: pairs in the right order less pairs in the wrong one."""

    kind: ClassVar[str] = "order"
    wanted: ClassVar[str] = "a list of all the options in order, in square brackets"
    right: tuple[str, ...] = private(())

    def read(self, data: object) -> list[str]:
        read = [self.option(each) for each in _many(data)]
        if sorted(read) != sorted(self.options):
            raise Unreadable("every choice is wanted exactly once")
        return read

    def mark(self, read: list[str]) -> Mark:
        place = {option: i for i, option in enumerate(self.right)}
        pairs = [place[a] < place[b] for a, b in combinations(read, 2)]
        share = max(0.0, (2 * sum(pairs) - len(pairs)) / len(pairs))
        note = f"{sum(pairs)} of {len(pairs)} pairs stand in the right order"
        return Mark(share, () if share == 1 else (Line("", "partly" if share else "not yet", note),))

    def echo(self, read: list[str]) -> str:
        return " → ".join(read)

    def right_lines(self) -> list[tuple[str, str]]:
        return [("", self.echo(list(self.right)))]
