"""Free text with a rubric: a person marks it; the machine counts words and says what a reader will look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..wording import counted_words
from .answers import Answer, Line, Mark, private
from .canonical import Unreadable
from .reading import plain


@dataclass(frozen=True)
class Criterion:
    """One row of a rubric: its points and what a reader looks for."""

    points: float
    looks_for: str


@dataclass(frozen=True, kw_only=True)
class FreeText(Answer):
    """A text in the learner's words.

    Parameters
    ----------
    rubric : tuple of Criterion
        Public: learners see what is looked for before they write.
    fewest, most : int
        Words.
    template : str
        What stands in the empty answer, so that an untouched one is recognised.
    exemplar : str
        Private: one good answer among others.
    guide : tuple of str
        Private: for each criterion, how to give oneself the points when there is no teacher.
    """

    kind: ClassVar[str] = "free text"
    wanted: ClassVar[str] = "your own text between the triple quotes"
    rubric: tuple[Criterion, ...] = ()
    fewest: int = 0
    most: int = 0
    template: str = ""
    exemplar: str = private("")
    guide: tuple[str, ...] = private(())

    def shape(self) -> dict[str, object]:
        return {**super().shape(), "rubric": [[row.points, row.looks_for] for row in self.rubric]}

    @classmethod
    def of_shape(cls, shape: dict) -> FreeText:
        rest = {name: value for name, value in shape.items() if name not in ("kind", "rubric")}
        return cls(rubric=tuple(Criterion(*row) for row in shape["rubric"]), **rest)

    def is_empty(self, data: object) -> bool:
        return super().is_empty(data) or (type(data) is str and plain(data) == plain(self.template))

    def read(self, data: object) -> str:
        if type(data) is not str:
            raise Unreadable("a text was expected")
        return data.strip()

    def mark(self, read: str) -> Mark:
        words = len(read.split())
        length = counted_words(words)
        if words < self.fewest:
            length += f": short of the {self.fewest} asked for"
        elif self.most and words > self.most:
            length += f": more than the {self.most} asked for"
        looks = tuple(Line(f"{row.points:g} point{'s' * (row.points != 1)}", "", row.looks_for) for row in self.rubric)
        return Mark(None, (Line("Length", "", length), *looks))

    def echo(self, read: str) -> str:
        return f"a text of {counted_words(len(read.split()))}"

    def right_lines(self) -> list[tuple[str, str]]:
        rows = zip(self.rubric, self.guide, strict=True)
        return [(f"{row.points:g} point{'s' * (row.points != 1)}", how) for row, how in rows]

    def model(self) -> str:
        return self.exemplar
