"""``rubric``: a marking sheet for each grader, to be filled in with a spreadsheet; from it come scores and comments.

A sheet has a row for each text and a column for each criterion. It is read back as any spreadsheet may have saved it, with
commas or semicolons, a point or a comma in 1.5. A row that is not complete is not written.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from ..errors import InterpartyError
from ..questions import Question
from .course import Course
from .graft import is_answer, name_of, question_of_cell
from .raters import FORMULA, agreements, side_by_side
from .results import Result
from .rubrics import comment, free_texts
from .spreadsheets import as_written, write_csv
from .submissions import RESULTS


@dataclass(frozen=True)
class Sheet:
    """A grader's sheet for one question: student → points (complete rows only), words for the learner, and who is not done."""

    points: dict[str, list[float]]
    words: dict[str, str]
    open: list[str]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("--grader", required=True, help="whose sheet")
    parser.add_argument("--write", action="store_true", help="put the sums and comments of the sheet into the gradebook")
    parser.add_argument("--beside", metavar="GRADER", help="compare with the sheet of another grader")


def run(course: Course, options: argparse.Namespace) -> int:
    """Make or bring up to date the sheets of a grader; write or compare them; gives back the exit code."""
    asked = free_texts(course.questions(options.assignment))
    if not asked:
        raise InterpartyError(f"{options.assignment} has no question that is marked with a rubric.")
    for question in asked.values():
        path = place(course, options.assignment, question, options.grader)
        refresh(course, options.assignment, question, path)
        sheet = read_sheet(path, question)
        done = f"{len(sheet.points)} of {len(sheet.points) + len(sheet.open)} texts are marked"
        print(f"{question.id}: {done} in {path.relative_to(course.root)}.")
        if options.beside:
            _compare(course, options, question, sheet)
        if options.write:
            count = write_marks(course, options.assignment, question, sheet)
            print(f"{question.id}: {count} scores and comments are in the gradebook.")
    return 0


def place(course: Course, assignment: str, question: Question, grader: str) -> Path:
    """The file of a sheet.

    Raises
    ------
    InterpartyError
        When the grader's name cannot be part of the name of a file.
    """
    if not re.fullmatch(r"[\w.-]+", grader):
        raise InterpartyError(f"“{grader}” cannot be part of the name of a file: use letters, figures and hyphens.")
    return course.grading("rubric", f"{assignment}-{question.id}-{grader}.csv")


def heads(question: Question) -> list[str]:
    """The columns of a sheet."""
    criteria = [f"{n}. of {row.points:g}: {row.looks_for}" for n, row in enumerate(question.answer.rubric, 1)]
    return ["student", "text", *criteria, "comment"]


def texts(course: Course, assignment: str, question: Question) -> dict[str, str]:
    """Student → text, of those who wrote one."""
    found = {}
    for student in course.submitted(assignment):
        try:
            text = Result.load(course.grading(RESULTS), student, assignment).answers.get(question.id)
        except InterpartyError:
            continue
        if type(text) is str and not question.answer.is_empty(text):
            found[student] = text.strip()
    return found


def refresh(course: Course, assignment: str, question: Question, path: Path) -> None:
    """Make a sheet, or add the texts that have come in since; what a grader wrote stays."""
    written = {row[0]: row[2:] for row in _rows(path, question)} if path.exists() else {}
    empty = [""] * (len(question.answer.rubric) + 1)
    rows = [[student, text, *written.pop(student, empty)] for student, text in texts(course, assignment, question).items()]
    rows += [[student, "", *cells] for student, cells in written.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv(path, [heads(question), *rows], encoding="utf-8-sig")


def _rows(path: Path, question: Question) -> list[list[str]]:
    wanted = heads(question)
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InterpartyError(f"{path.name} cannot be read ({type(error).__name__}): save it as “CSV UTF-8”.") from error
    separator = max(",;\t", key=text.partition("\n")[0].count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(map(str.strip, row))]
    if not rows or len(rows[0]) != len(wanted) or rows[0][0] != "student":
        raise InterpartyError(
            f"{path.name} is no sheet for {question.id}: its columns must be the {len(wanted)} it was made with."
        )
    return [[as_written(cell) for cell in row] for row in rows[1:]]


def read_sheet(path: Path, question: Question) -> Sheet:
    """What a grader has filled in.

    Raises
    ------
    InterpartyError
        Naming the student and the criterion, when a cell holds no number or more points than there are.
    """
    points, words, waiting = {}, {}, []
    for student, _, *cells in _rows(path, question):
        marks, said = cells[:-1], cells[-1]
        if all(map(str.strip, marks)):
            pairs = enumerate(zip(marks, question.answer.rubric, strict=True), 1)
            points[student] = [_number(cell, row.points, f"{path.name}, {student}, criterion {n}") for n, (cell, row) in pairs]
            words[student] = said
        else:
            waiting.append(student)
    return Sheet(points, words, waiting)


def _number(cell: str, most: float, where: str) -> float:
    try:
        number = float(cell.strip().replace(",", "."))
    except ValueError:
        number = -1.0
    if not 0 <= number <= most:
        raise InterpartyError(f"{where}: “{cell.strip():.20}” is no number from 0 to {most:g}.")
    return number


def write_marks(course: Course, assignment: str, question: Question, sheet: Sheet) -> int:
    """Put the sums and comments of a sheet into nbgrader's gradebook; gives how many.

    Raises
    ------
    InterpartyError
        When there is no gradebook.
    """
    from nbgrader.api import MissingEntry

    handout = course.handout(assignment)
    of_question = question_of_cell(handout)
    answers = [name_of(cell) for cell in handout.cells if is_answer(cell) and of_question.get(name_of(cell)) == question.id]
    count = 0
    with course.open_gradebook() as book:
        for student, marks in sheet.points.items():
            where = (answers[0], assignment, assignment, student)
            try:
                grade, said = book.find_grade(*where), book.find_comment(*where)
            except MissingEntry:
                print(f"{student} is not in the gradebook: grade first.")
                continue
            grade.manual_score, grade.needs_manual_grade = sum(marks), False
            said.manual_comment = comment(question, marks, sheet.words[student])
            count += 1
        book.db.commit()
    return count


def _compare(course: Course, options: argparse.Namespace, question: Question, sheet: Sheet) -> None:
    path = place(course, options.assignment, question, options.beside)
    if not path.exists():
        raise InterpartyError(
            f"There is no sheet of {options.beside} for {question.id}: it would be {path.relative_to(course.root)}."
        )
    other, names = read_sheet(path, question), (options.grader, options.beside)
    criteria = [f"criterion {n}" for n in range(1, len(question.answer.rubric) + 1)]
    found = agreements(sheet.points, other.points, criteria)
    print(f"{question.id}, {names[0]} beside {names[1]}: {found[-1].texts} texts are marked by both.")
    for each in found if found[-1].texts else ():
        told = "–" if each.kappa is None else f"{each.kappa:.2f}"
        print(f"  {each.about}: agreement {told}, same points {each.same:.0%}, {names[1]} gives {each.difference:+.2f}")
    print(FORMULA)
    table = path.with_name(f"{options.assignment}-{question.id}-{names[0]}-beside-{names[1]}.csv")
    write_csv(table, side_by_side(sheet.points, other.points, names, criteria))
    print(f"Text by text, the largest difference first: {table.relative_to(course.root)}")
