"""The gradebook read as plain rows: who has how many points on which question, and where a person still has to look."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nbgrader.api import MissingEntry

from ..errors import InterpartyError
from .course import Course
from .graft import name_of, question_of_cell


@dataclass(frozen=True)
class Standing:
    """One learner and one assignment.

    Attributes
    ----------
    student : str
        The name under which the work was handed in.
    first_name, last_name, email, lms_id : str
        As the gradebook knows them; empty where it does not.
    state : str
        "marked", "waits for a reader", "not in the gradebook" (handed in, and could not be written) or "not handed in".
    points : dict
        Question → points, None where a person has not marked it yet.
    late : float
        Points taken away for handing in late.
    """

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""
    state: str = "not handed in"
    points: dict[str, float | None] = field(default_factory=dict)
    late: float = 0.0

    @property
    def total(self) -> float | None:
        """All points less what is taken away for being late; None while something is not marked."""
        if self.state != "marked":
            return None
        return max(0.0, sum(self.points.values()) - self.late)

    @property
    def number(self) -> str:
        """The number that a learning platform knows the learner by, where it is known: names from archives end in it."""
        found = re.search(r"_(\d+)$", self.student)
        return self.lms_id or (found.group(1) if found else "")

    @property
    def full_name(self) -> str:
        """A name that a person recognises."""
        named = " ".join(filter(None, (self.first_name, self.last_name)))
        return named or re.sub(r"_\d+$", "", self.student)


@dataclass(frozen=True)
class Grades:
    """An assignment in the gradebook: question → most points, and a standing for each learner, sorted by name."""

    assignment: str
    most: dict[str, float]
    standings: list[Standing]


def read_grades(course: Course, assignment: str) -> Grades:
    """Read the marks of one assignment; nothing is changed.

    Parameters
    ----------
    course : Course
        With the gradebook.
    assignment : str
        Its name.

    Returns
    -------
    Grades
        With everybody the gradebook knows or who has handed in.

    Raises
    ------
    InterpartyError
        When there is no gradebook, or the assignment is not in it.
    """
    handout = course.handout(assignment)
    questions = question_of_cell(handout)
    handed_in = set(course.submitted(assignment))
    with course.open_gradebook() as book:
        try:
            notebook = book.find_assignment(assignment).notebooks[0]
        except (MissingEntry, IndexError):
            raise InterpartyError(f"{assignment} is not in the gradebook yet: run the command grade first.") from None
        graded = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
        order = [name for name in map(name_of, handout.cells) if name in graded and name in questions]
        most = {questions[name]: graded[name] for name in order}
        known = {student.id: student for student in book.students}
        standings = []
        for name in sorted(handed_in | known.keys()):
            about = {}
            if student := known.get(name):
                fields = ("first_name", "last_name", "email")
                about = {field: getattr(student, field) or "" for field in fields} | {"lms_id": student.lms_user_id or ""}
            try:
                submission = book.find_submission(assignment, name)
                grades = submission.notebooks[0].grades
            except (MissingEntry, IndexError):
                standings.append(Standing(name, state="not in the gradebook" if name in handed_in else "not handed in", **about))
                continue
            points = dict.fromkeys(most) | {questions[each.name]: points_of(each) for each in grades if each.name in questions}
            state = "waits for a reader" if None in points.values() else "marked"
            standings.append(Standing(name, state=state, points=points, late=submission.late_submission_penalty or 0.0, **about))
    return Grades(assignment, most, standings)


def points_of(grade) -> float | None:
    """The points of a grade in nbgrader's gradebook; None while it waits for a person."""
    waits = grade.needs_manual_grade or (grade.auto_score is None and grade.manual_score is None)
    return None if waits else float(grade.score)
