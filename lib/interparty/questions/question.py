"""A question: what is asked, how the answer is read, and in the teacher's half the key, hints and misconceptions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..errors import InterpartyError
from .answers import TYPES, Answer

#: what a question trains
SKILLS = ("sourcing", "contextualisation", "corroboration", "close reading", "quantification")


class AnyOf(tuple):
    """Several wrong answers that show one misconception: ``AnyOf(({"sent": 1}, {"received": 1}))``."""

    __slots__ = ()


@dataclass(frozen=True)
class Misconception:
    """A wrong answer with a name.

    Parameters
    ----------
    name : str
        Short, for statistics: "nearly read as a floor".
    when : object, AnyOf or callable
        The wrong answer, written as a learner would write it (of parts and tables only the cells that matter), or a
        function that takes the answer as read and says whether it shows the misconception.
    says : str
        The sentence that sets the learner right.
    """

    name: str
    when: object | Callable[[object], bool]
    says: str

    def shown_by(self, answer: Answer, read: object) -> bool:
        """True when the answer shows this misconception."""
        if callable(self.when):
            return bool(self.when(read))
        return any(answer.agrees(read, when) for when in (self.when if isinstance(self.when, AnyOf) else (self.when,)))


@dataclass(frozen=True)
class Question:
    """One question. ``cites``: claim ids whose sentences the solution shows; ``module``: its keys module."""

    id: str
    title: str
    points: float
    skill: str
    answer: Answer
    hints: tuple[str, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    solution: str = ""
    cites: tuple[str, ...] = ()
    module: str = ""

    def __post_init__(self) -> None:
        if self.skill not in SKILLS:
            raise InterpartyError(f"question {self.id}: the skill {self.skill!r} is not one of {', '.join(SKILLS)}.")
        if len(self.hints) > 3:
            raise InterpartyError(f"question {self.id} has {len(self.hints)} hints; three are the most.")

    @property
    def variable(self) -> str:
        """The name under which the learner stores the answer: ``j1`` for ``J1``."""
        return self.id.lower()

    def shape(self) -> dict[str, object]:
        """The public half as JSON."""
        public = {"title": self.title, "points": self.points, "skill": self.skill, "module": self.module}
        return {**public, "answer": self.answer.shape()}

    @classmethod
    def of_shape(cls, name: str, shape: dict) -> Question:
        """The question without its key, for the exam edition."""
        answer = TYPES[shape["answer"]["kind"]].of_shape(shape["answer"])
        return cls(name, shape["title"], shape["points"], shape["skill"], answer, module=shape["module"])
