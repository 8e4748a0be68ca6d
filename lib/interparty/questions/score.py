"""The result of a check: for a gradebook it is a number, for a learner it is feedback."""

from __future__ import annotations

from enum import Enum

from ..html import Html, el, join
from .answers import Line
from .page import bare, box, inline, items, paragraph, prose

#: more lines of feedback than this are cut down to those that still need work
FEW_LINES = 7


class Outcome(Enum):
    """How an answer stands: sign, words, colour of the frame. The words alone say everything."""

    RIGHT = ("✓", "Right.", "#009e73")
    PARTLY = ("◐", "Partly right.", "#0072b2")
    MISCONCEPTION = ("✗", "Not yet. This is a well-known trap.", "#d55e00")
    WRONG = ("✗", "Not yet.", "#d55e00")
    NOT_ATTEMPTED = ("○", "Not answered yet.", "#777777")
    UNREADABLE = ("?", "Your answer could not be read.", "#777777")
    RECORDED = ("●", "Your answer has been read and recorded.", "#777777")
    BY_HAND = ("✎", "A reader will mark this one.", "#777777")
    PROBLEM = ("!", "This could not be checked.", "#777777")

    @property
    def words(self) -> str:
        return self.value[1]


#: how the state of a part is said
_SIGNS = {
    "right": "✓ right",
    "partly": "◐ partly",
    "not yet": "✗ not yet",
    "empty": "○ empty",
    "not readable": "? not readable",
}


class Score(float):
    """The points as a number, with the feedback around it.

    Its plain text is the number and nothing else: nbgrader reads it as partial credit. Its HTML is for the learner.

    Parameters
    ----------
    points : float
        Points earned.
    outcome : Outcome
        How the answer stands.
    question : str
        Id and title, for the heading.
    most : float
        Points that can be earned.
    says : tuple of str
        Sentences: misconceptions set right, what was expected, what is wrong with the check.
    lines : tuple of Line
        One line a part or cell.
    misconceptions : tuple of str
        Names of the misconceptions shown, for statistics.
    then : str
        What to do next.
    """

    def __new__(cls, points: float, outcome: Outcome, **rest: object) -> Score:
        return super().__new__(cls, points)

    def __init__(
        self,
        points: float,
        outcome: Outcome,
        *,
        question: str = "",
        most: float = 0.0,
        says: tuple[str, ...] = (),
        lines: tuple[Line, ...] = (),
        misconceptions: tuple[str, ...] = (),
        then: str = "",
    ) -> None:
        self.outcome, self.question, self.most, self.then = outcome, question, most, then
        self.says, self.lines, self.misconceptions = says, lines, misconceptions

    def __repr__(self) -> str:
        return f"{float(self):.10g}" if float(self) % 1 else f"{float(self):.1f}"

    __str__ = __repr__

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        # IPython would print a float with the precision that somebody may have set.
        printer.text(repr(self))

    @property
    def worth(self) -> str:
        """The points in words; empty where points mean nothing."""
        if not self.most or self.outcome in (Outcome.RECORDED, Outcome.PROBLEM):
            return ""
        if self.outcome is Outcome.BY_HAND:
            return f"up to {self.most:g} points"
        return f"{float(self):g} of {self.most:g} points"

    def _shown_lines(self) -> list[tuple[str, str, str]]:
        lines, extra = list(self.lines), []
        if len(lines) > FEW_LINES and any(line.state == "right" for line in lines):
            right = sum(line.state == "right" for line in lines)
            extra = [("", f"✓ right: {right} of {len(lines)}", "")]
            lines = [line for line in lines if line.state != "right"]
        return [*extra, *((line.about, _SIGNS.get(line.state, ""), line.note) for line in lines)]

    def _repr_html_(self) -> str:
        sign, words, colour = self.outcome.value
        about = " · ".join(part for part in (self.question, self.worth) if part)
        head = paragraph(el("strong", el("span", sign, aria_hidden="true"), f" {words}"), " ", inline(about))
        rows = [_line_html(*line) for line in self._shown_lines()]
        says = [prose(sentence) for sentence in (*self.says, self.then)]
        return str(box(f"Check {self.question}: {words}", head, items(rows), *says, colour=colour))

    @property
    def text(self) -> str:
        """The feedback as plain text, for a terminal: ``print(check("J1").text)``."""
        head = " · ".join(part for part in (self.outcome.words.rstrip("."), self.question, self.worth) if part)
        lines = [f"  {' – '.join(part for part in line if part)}" for line in self._shown_lines()]
        return "\n".join([head, *lines, *(bare(sentence) for sentence in (*self.says, self.then) if sentence)])


def _line_html(about: str, state: str, note: str) -> Html:
    pieces = [piece for piece in (el("strong", inline(about)) if about else "", state, inline(note)) if piece]
    return join(*(each for i, piece in enumerate(pieces) for each in ((" – ", piece) if i else (piece,))))
