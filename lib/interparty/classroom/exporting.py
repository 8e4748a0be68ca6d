"""``export``: the gradebook as files that a spreadsheet, Canvas and Moodle read, and an analysis of the questions.

What has not been marked is an empty cell everywhere, never a 0. Every file is written whole or not at all.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from ..storing import whole_file
from . import report
from .course import Course
from .grades import Grades, Standing, read_grades
from .items import analyse
from .items_page import page
from .spreadsheets import Rows, write_csv


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")


def run(course: Course, options: argparse.Namespace) -> int:
    """Write all files; gives back the exit code."""
    grades = read_grades(course, options.assignment)
    folder = course.grading("export", options.assignment)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in FILES.items():
        write_csv(folder / name, rows(grades))
    write_csv(folder / "could-not-be-graded.csv", (report.HEADS, *report.rows(course, options.assignment)))
    analysis = analyse(course, grades)
    write_csv(folder / "questions.csv", analysis.question_rows())
    write_csv(folder / "misconceptions.csv", analysis.misconception_rows())
    with whole_file(folder / "questions.html") as path:
        path.write_text(page(analysis), encoding="utf-8")
    _say(grades, folder.relative_to(course.root))
    return 0


def _say(grades: Grades, folder: Path) -> None:
    states = [standing.state for standing in grades.standings]
    print(f"{states.count('marked')} of {len(states)} learners are marked in full. The files are in {folder}.")
    if waiting := len(states) - states.count("marked") - states.count("not handed in"):
        print(f"{waiting} wait for a person; their unmarked questions and totals are empty cells, not 0.")
    if late := sum(standing.late > 0 for standing in grades.standings):
        print(f"{late} lose points for being late: only the totals show that, not the columns of the questions.")


def _points(grades: Grades, standing: Standing) -> list[float | None]:
    return [standing.points.get(question) for question in grades.most]


def _titles(grades: Grades) -> list[str]:
    """A name for each question that is free of what Canvas takes for an id: round brackets at the end."""
    return [f"{grades.assignment} {question}" for question in grades.most]


def for_a_spreadsheet(grades: Grades) -> Rows:
    """Everything, a column for each question, and in the second row the most points."""
    yield ("student", "name", "email", "state", *grades.most, "late", "total")
    yield ("most points", "", "", "", *grades.most.values(), "", sum(grades.most.values()))
    for each in grades.standings:
        late = each.late if each.points else None
        yield (each.student, each.full_name, each.email, each.state, *_points(grades, each), late, each.total)


def for_canvas(grades: Grades) -> Rows:
    """Canvas, Grades → Import: a column for each question."""
    return _canvas(grades, dict(zip(_titles(grades), grades.most.values(), strict=True)), lambda each: _points(grades, each))


def total_for_canvas(grades: Grades) -> Rows:
    """Canvas, Grades → Import: one column for the assignment."""
    return _canvas(grades, {grades.assignment: sum(grades.most.values())}, lambda each: [each.total])


def _canvas(grades: Grades, columns: dict[str, float], points: Callable[[Standing], list]) -> Rows:
    # The heads that Canvas's importer looks for, in its order; an assignment of the same title is found by it, else made anew.
    # It looks for a learner by ID, then by the two SIS columns, then by name.
    yield ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", *columns)
    yield ("Points Possible", "", "", "", "", *columns.values())
    for each in grades.standings:
        if each.points:
            yield (each.full_name, each.number, "", "" if each.number else each.student, "", *points(each))


def for_moodle(grades: Grades) -> Rows:
    """Moodle, Grades → Import → CSV file: map from Username or Email address; each question becomes a grade item."""
    yield ("First name", "Last name", "Username", "Email address", *_titles(grades), f"{grades.assignment} total")
    for each in grades.standings:
        if each.points:
            yield (each.first_name, each.last_name, each.student, each.email, *_points(grades, each), each.total)


def worksheet_for_moodle(grades: Grades) -> Rows:
    """Moodle's offline grading worksheet: the totals of those whose work came in an archive of Moodle."""
    yield ("Identifier", "Full name", "Grade", "Maximum grade", "Last modified (grade)", "Feedback comments")
    for each in grades.standings:
        if each.number and each.total is not None:
            # The importer cuts as many letters from the front as "Participant " has.
            yield (f"Participant {each.number}", each.full_name, each.total, sum(grades.most.values()), "", "")


#: file → the table in it
FILES: dict[str, Callable[[Grades], Rows]] = {
    "grades.csv": for_a_spreadsheet,
    "canvas.csv": for_canvas,
    "canvas-total.csv": total_for_canvas,
    "moodle.csv": for_moodle,
    "moodle-worksheet.csv": worksheet_for_moodle,
}
