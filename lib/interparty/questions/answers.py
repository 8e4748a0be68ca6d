"""Answer types with one answer: a number, bounds, a span of years. What every answer type offers is in `Answer`.

Marking goes in three steps that never meet: `canonical` makes JSON of the learner's object, `read` brings the JSON into
the shape that was asked for (this half is public), `mark` compares it with the key (this half stays with the teacher).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import ClassVar

from ..bounds import Bounds
from . import reading
from .canonical import Unreadable, canonical


def private(default: object = None):
    """A field that belongs to the key: it never enters the public shape."""
    return field(default=default, metadata={"private": True})


@dataclass(frozen=True)
class Line:
    """One line of feedback: what it is about; how it stands (right, partly, not yet, empty, not readable); a note."""

    about: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """The share of the points from 0 to 1, or None where a person marks, and the lines of feedback."""

    share: float | None
    lines: tuple[Line, ...] = ()


#: kind → class, filled as the classes are defined; shapes are rebuilt through it
TYPES: dict[str, type[Answer]] = {}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What every answer type can do. ``example`` shows the form of an answer and belongs to another question."""

    example: str = ""
    kind: ClassVar[str] = ""
    wanted: ClassVar[str] = "an answer"

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        TYPES[cls.kind] = cls

    def shape(self) -> dict[str, object]:
        """The public half as JSON: enough to read an answer, nothing that tells the right one."""
        public = {f.name: getattr(self, f.name) for f in fields(self) if not f.metadata.get("private")}
        return {
            "kind": self.kind,
            **{name: value for name, value in public.items() if value not in ("", (), None, False)},
        }

    @classmethod
    def of_shape(cls, shape: dict) -> Answer:
        """The answer type again, without its key."""
        return cls(**{name: tuple(v) if type(v) is list else v for name, v in shape.items() if name != "kind"})

    def is_empty(self, data: object) -> bool:
        """True when nothing has been answered."""
        return reading.is_blank(data)

    def read(self, data: object) -> object:
        """JSON data in the shape that was asked for; raises `Unreadable`."""
        raise NotImplementedError

    def mark(self, read: object) -> Mark:
        """Compare with the key."""
        raise NotImplementedError

    def agrees(self, read: object, other: object) -> bool:
        """True when the answer is the one that ``other`` describes, written as a learner would write it."""
        return self.read(canonical(other)) == read

    def echo(self, read: object) -> str:
        """The answer in words, as it was understood."""
        return str(read)

    def right_lines(self) -> list[tuple[str, str]]:
        """The key in words, as (part, answer) pairs."""
        raise NotImplementedError

    def model(self) -> str:
        """One good answer among others, where the key is not a single answer."""
        return ""

    def expects(self) -> str:
        """The sentence for an answer that could not be read."""
        return f"Wanted here: {self.wanted}" + (f", for example {self.example}" if self.example else "") + "."


@dataclass(frozen=True, kw_only=True)
class Value(Answer):
    """A number within ``within`` of the key. ``percent``: 55 % may stand for 0.55. ``units``: words allowed after."""

    kind: ClassVar[str] = "value"
    wanted: ClassVar[str] = "one number"
    percent: bool = False
    units: tuple[str, ...] = ()
    right: float | None = private()
    also: tuple[float, ...] = private(())
    within: float = private(1e-9)

    def read(self, data: object) -> float:
        return reading.number(data, percent=self.percent, units=self.units)

    def agrees(self, read: float, other: object) -> bool:
        return abs(read - self.read(canonical(other))) <= self.within

    def mark(self, read: float) -> Mark:
        return Mark(float(any(self.agrees(read, right) for right in (self.right, *self.also))))

    def echo(self, read: float) -> str:
        return f"{read:,.4f}".rstrip("0").rstrip(".")

    def right_lines(self) -> list[tuple[str, str]]:
        return [("", f"{self.right:.2g}" if abs(self.right) < 1 else f"{self.right:,.10g}")]


@dataclass(frozen=True, kw_only=True)
class BoundsAnswer(Answer):
    """A low and a high end, None for an open one. ``also``: other right pairs, say with another denominator.

    A key of type Bounds is said in its own words, "more than 800"; the pair of a learner has no words of its own.
    """

    kind: ClassVar[str] = "bounds"
    wanted: ClassVar[str] = "two ends in round brackets, low end first, None where the words set no limit"
    right: Bounds | tuple[float | None, float | None] | None = private()  # noqa: RUF009
    also: tuple[Bounds | tuple[float | None, float | None], ...] = private(())
    within: float = private(1e-6)

    def is_empty(self, data: object) -> bool:
        # (None, None) is an answer here: neither end is known.
        if type(data) is list:
            return any(type(end) is str and end.strip() in ("...", "…") for end in data) or not data
        return data != {"low": None, "high": None} and super().is_empty(data)

    def read(self, data: object) -> list[float | None]:
        return reading.bounds(data)

    def agrees(self, read: list[float | None], other: object) -> bool:
        pairs = zip(read, self.read(canonical(other)), strict=True)
        return all(a is b if a is None or b is None else abs(a - b) <= self.within for a, b in pairs)

    def mark(self, read: list[float | None]) -> Mark:
        return Mark(float(any(self.agrees(read, right) for right in (self.right, *self.also))))

    def echo(self, read: list[float | None]) -> str:
        low, high = read
        if low is None and high is None:
            return "no limit on either side"
        if low == high:
            return f"exactly {low:,.10g}"
        if low is None or high is None:
            return f"up to {high:,.10g}" if low is None else f"from {low:,.10g} up"
        return f"from {low:,.10g} to {high:,.10g}"

    def right_lines(self) -> list[tuple[str, str]]:
        read = self.read(canonical(self.right))
        stated = type(self.right) is Bounds and read != [None, None]
        return [("", str(self.right) if stated else self.echo(read))]


_YEARS = re.compile(r"(\d{4})\s*(?:(?:-|/|to|until)\s*(\d{4}|\d{2}))?")


@dataclass(frozen=True, kw_only=True)
class Years(Answer):
    """A span of years; one year stands for itself. ``within`` years either way count as right."""

    kind: ClassVar[str] = "years"
    wanted: ClassVar[str] = "a first and a last year in round brackets"
    right: tuple[int, int] | None = private()
    also: tuple[tuple[int, int], ...] = private(())
    within: int = private(0)

    def read(self, data: object) -> list[int]:
        if type(data) is str:
            match = _YEARS.fullmatch(reading.label(data))
            if not match:
                raise Unreadable(f"no years were found in “{data.strip():.40}”")
            first, last = match.group(1), match.group(2) or match.group(1)
            data = [int(first), int(first[:-2] + last if len(last) == 2 else last)]
        ends = data if type(data) is list and len(data) == 2 else [data, data]
        years = [reading.number(end, units=("ad", "ce")) for end in ends]
        if any(year != int(year) or not 1000 <= year <= 2999 for year in years):
            raise Unreadable("a year has four figures")
        if years[0] > years[1]:
            raise Unreadable("its first year is later than its last: exchange the two")
        return [int(year) for year in years]

    def agrees(self, read: list[int], other: object) -> bool:
        return all(abs(a - b) <= self.within for a, b in zip(read, self.read(canonical(other)), strict=True))

    def mark(self, read: list[int]) -> Mark:
        return Mark(float(any(self.agrees(read, right) for right in (self.right, *self.also))))

    def echo(self, read: list[int]) -> str:
        return str(read[0]) if read[0] == read[1] else f"{read[0]}–{read[1]}"

    def right_lines(self) -> list[tuple[str, str]]:
        return [("", self.echo(list(self.right)))]
