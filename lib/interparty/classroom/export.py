"""``export``: the gradebook as a table, a column for each question, also in the forms that Canvas and Moodle take.

A question that waits for a person has no points yet: its field stays empty, and so does the sum. Nothing missing becomes 0.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import InterpartyError
from ..storing import whole_file
from .course import Course
from .graft import question_of_cell


@dataclass(frozen=True)
class Row:
    """One learner: points for each question, None where a person has still to mark; None for all who did not hand in."""

    student: str
    name: str
    points: dict[str, float | None]
    late: float = 0.0

    @property
    def total(self) -> float | None:
        """The sum less what being late costs, or None while something is not marked."""
        known = [each for each in self.points.values() if each is not None]
        return max(0.0, sum(known) - self.late) if known and len(known) == len(self.points) else None

    @property
    def number(self) -> str:
        """The number by which a learning platform knows the learner: it stands in the names that ``collect`` has made."""
        match = re.fullmatch(r".+_(\d+)", self.student)
        return match.group(1) if match else ""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("--form", choices=FORMS, default="table", help="for whom (default: a plain table)")
    parser.add_argument("--output", type=Path, help="the file to write (default: grading/ASSIGNMENT-FORM.csv)")


def run(course: Course, options: argparse.Namespace) -> int:
    """Write the table; gives back the exit code."""
    rows, most = gradebook(course, options.assignment)
    path = options.output or course.grading(f"{options.assignment}-{options.form}.csv")
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as half, half.open("w", encoding="utf-8-sig", newline="") as stream:
        lines = FORMS[options.form](options.assignment, rows, most)
        csv.writer(stream).writerows([[_plain(field) for field in line] for line in lines])
    print(f"{len(rows)} learners are in {path}.")
    open_ = [row.student for row in rows if row.total is None]
    if open_:
        more = f" and {len(open_) - 8} more" if len(open_) > 8 else ""
        print(
            f"Without a sum, because something is not marked or was not handed in: {', '.join(open_[:8])}{more}.", file=sys.stderr
        )
    return 0


def gradebook(course: Course, assignment: str) -> tuple[list[Row], dict[str, float]]:
    """The gradebook of an assignment: a row for each learner, and the most points of each question.

    Raises
    ------
    InterpartyError
        When nothing has been graded yet.
    """
    from nbgrader.api import Gradebook, MissingEntry

    name = course.notebook(assignment)
    asked = question_of_cell(course.handout(assignment))
    file = course.gradebook.removeprefix("sqlite:///")
    if course.gradebook.startswith("sqlite:///") and not Path(file).is_file():
        raise InterpartyError(f"{assignment} has not been graded yet: run the command grade first.")
    with Gradebook(course.gradebook, str(course.configuration().CourseDirectory.course_id)) as book:
        try:
            notebook = book.find_notebook(name, assignment)
        except MissingEntry as error:
            raise InterpartyError(f"{assignment} has not been graded yet: run the command grade first.") from error
        most = {asked.get(cell.name, cell.name): float(cell.max_score) for cell in notebook.grade_cells}
        most = dict(sorted(most.items()))
        rows = []
        for student in sorted(book.students, key=lambda each: each.id):
            full = " ".join(part for part in (student.first_name, student.last_name) if part)
            points: dict[str, float | None] = dict.fromkeys(most)
            late = 0.0
            try:
                handed_in = book.find_submission_notebook(name, assignment, student.id)
            except MissingEntry:
                pass
            else:
                late = float(handed_in.late_submission_penalty or 0)
                for grade in handed_in.grades:
                    waits = grade.auto_score is None and grade.manual_score is None
                    points[asked.get(grade.name, grade.name)] = None if waits else float(grade.score)
            rows.append(Row(student.id, full, points, late))
    if not rows:
        raise InterpartyError(f"Nobody is in the gradebook yet: run the command grade {assignment} first.")
    return rows, most


def _table(assignment: str, rows: list[Row], most: dict[str, float]) -> list[list]:
    head = ["student", "name", *most, "late", "total", "of"]
    return [head, *([row.student, row.name, *row.points.values(), row.late, row.total, sum(most.values())] for row in rows)]


def _canvas(assignment: str, rows: list[Row], most: dict[str, float]) -> list[list]:
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment]
    lines = [["    Points Possible", "", "", "", "", sum(most.values())]]
    for row in rows:
        login = "" if row.number else row.student
        lines.append([row.name or row.student, row.number, "", login, "", row.total])
    return [head, *lines]


def _moodle(assignment: str, rows: list[Row], most: dict[str, float]) -> list[list]:
    lines = [["Identifier", "Full name", "Username", "Grade", "Maximum Grade"]]
    for row in rows:
        participant = f"Participant {row.number}" if row.number else ""
        lines.append([participant, row.name or row.student, row.student, row.total, sum(most.values())])
    return lines


FORMS: dict[str, Callable[[str, list[Row], dict[str, float]], list[list]]] = {
    "table": _table,
    "canvas": _canvas,
    "moodle": _moodle,
}


def _plain(field: object) -> object:
    """A field as it is written: None as nothing, numbers short, and no text that a spreadsheet would take for a formula."""
    if field is None:
        return ""
    if isinstance(field, float):
        return f"{field:.10g}"
    text = str(field)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
