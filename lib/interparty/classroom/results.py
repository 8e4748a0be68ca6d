"""What working through one submission gave: a file each, written whole, from which nbgrader's gradebook is filled later."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from ..errors import InterpartyError
from ..questions import Question
from .graft import graft, name_of, question_checked
from .marking import shown, unmarked
from .sitting import Problem, Sitting


@dataclass
class Result:
    """One submission, worked through.

    Attributes
    ----------
    student, assignment : str
        Whose, and what.
    notebook : NotebookNode
        With outputs and scores.
    scores : dict
        Question → ``points most outcome misconceptions``.
    answers : dict
        Question → the answer as plain data.
    problems : list of Problem
        What a person should know.
    unmarked : list of str
        Names of graded cells that a person must mark.
    key : str
        What the result was made from; another key, another result.
    """

    student: str
    assignment: str
    notebook: NotebookNode
    scores: dict[str, dict] = field(default_factory=dict)
    answers: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    key: str = ""

    @classmethod
    def of(cls, student: str, assignment: str, sitting: Sitting, key: str = "") -> Result:
        """The result of a sitting."""
        scores = {
            name: {
                "points": float(score),
                "most": float(score.most),
                "outcome": score.outcome.name,
                "misconceptions": list(score.misconceptions),
            }
            for name, score in sitting.scores.items()
        }
        waiting = {problem.question for problem in sitting.problems if problem.unmarked}
        cells = [name_of(cell) for cell in sitting.notebook.cells if question_checked(cell) in waiting]
        return cls(student, assignment, sitting.notebook, scores, sitting.answers, list(sitting.problems), cells, key)

    @classmethod
    def unusable(cls, student: str, assignment: str, handout: NotebookNode, questions: dict[str, Question], why: str) -> Result:
        """The result of a submission that nothing could be made of: the empty hand-out, and nothing marked."""
        sitting = Sitting(graft(handout, ()).notebook)
        for cell in sitting.notebook.cells:
            if question := questions.get(question_checked(cell)):
                sitting.scores[question.id] = unmarked(question, why.rstrip("."))
                cell.outputs = [shown(sitting.scores[question.id])]
        sitting.problems.append(Problem("", why, unmarked=True))
        result = cls.of(student, assignment, sitting)
        result.unmarked = [name_of(cell) for cell in handout.cells if cell.metadata.get("nbgrader", {}).get("grade")]
        return result

    @staticmethod
    def place(folder: Path, student: str, assignment: str) -> Path:
        """The file of a result."""
        return folder / student / f"{assignment}.json"

    def save(self, folder: Path) -> None:
        """Write it whole or not at all."""
        path = self.place(folder, self.student, self.assignment)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = {**self.__dict__, "problems": [asdict(problem) for problem in self.problems]}
        data["notebook"] = nbformat.writes(self.notebook)
        half = path.with_suffix(".part")
        half.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        half.replace(path)

    @classmethod
    def load(cls, folder: Path, student: str, assignment: str) -> Result:
        """A result from its file.

        Raises
        ------
        InterpartyError
            When there is none, or it cannot be read.
        """
        path = cls.place(folder, student, assignment)
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            data["notebook"] = nbformat.reads(data["notebook"], as_version=4)
            data["problems"] = [Problem(**problem) for problem in data["problems"]]
            return cls(**data)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InterpartyError(f"There is no result of {student} for {assignment} ({type(error).__name__}).") from error
