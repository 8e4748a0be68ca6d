"""The gradebook as a table: a column for each question, nothing missing becomes 0, names with commas and formulas stay names."""

import argparse
import csv
import shutil
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")

from nbgrader.api import Gradebook

from interparty.classroom import export
from interparty.classroom.course import Course, find_programs
from interparty.errors import InterpartyError

EXERCISES = Path(__file__).parents[2] / "exercises"
ASSIGNMENT = "05-jiang-zemin"
POINTS = {"J1": 3, "J2": 3, "J3": 4, "J4": 3, "J5": 4, "J6": 3, "J7": 3, "J8": 10}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    place = tmp_path_factory.mktemp("course")
    shutil.copy(EXERCISES / "nbgrader_config.py", place)
    for name in ("source", "release"):
        shutil.copytree(EXERCISES / name / ASSIGNMENT, place / name / ASSIGNMENT)
    (place / "keys").mkdir()
    find_programs()
    with Gradebook(f"sqlite:///{place / 'gradebook.db'}", "party-to-party") as book:
        book.add_assignment(ASSIGNMENT)
        book.add_notebook(ASSIGNMENT, ASSIGNMENT)
        for question, most in POINTS.items():
            name = "j8-answer" if question == "J8" else f"{question.lower()}-check"
            book.add_grade_cell(name, ASSIGNMENT, ASSIGNMENT, max_score=most, cell_type="code")
        book.add_student("wang_4711", first_name='Mei "M", =1+1', last_name="Wang, Ørsted")
        book.add_student("=cmd", first_name="=HYPERLINK(1)")
        book.add_student("absent")
        for student in ("wang_4711", "=cmd"):
            book.add_submission(ASSIGNMENT, student)
            for grade in book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student).grades:
                question = grade.name[:2].upper()
                grade.auto_score = None if question == "J8" else POINTS[question] / 2
                if student == "wang_4711" and question == "J8":
                    grade.manual_score = 7
                if student == "=cmd" and question == "J1":
                    grade.auto_score = None
        book.db.commit()
    return Course.at(place)


def lines(course, form, capsys):
    options = argparse.Namespace(assignment=ASSIGNMENT, form=form, output=None)
    assert export.run(course, options) == 0
    said = capsys.readouterr()
    with course.grading(f"{ASSIGNMENT}-{form}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream)), said


def test_a_table_has_a_column_for_each_question(course, capsys):
    (head, *rows), said = lines(course, "table", capsys)
    assert head == ["student", "name", *POINTS, "late", "total", "of"]
    found = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    wang = found["wang_4711"]
    assert [wang[question] for question in POINTS] == ["1.5", "1.5", "2", "1.5", "2", "1.5", "1.5", "7"]
    assert (wang["total"], wang["of"]) == ("18.5", "33")
    assert wang["name"] == 'Mei "M", =1+1 Wang, Ørsted'
    waiting = found["'=cmd"]
    assert (waiting["J1"], waiting["J2"], waiting["total"]) == ("", "1.5", "")
    assert waiting["name"] == "'=HYPERLINK(1)"
    assert {found["absent"][name] for name in (*POINTS, "total")} == {""}
    assert "=cmd" in said.err and "absent" in said.err and "wang_4711" not in said.err


def test_canvas_finds_its_number_and_the_points_possible(course, capsys):
    (head, possible, *rows), _ = lines(course, "canvas", capsys)
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ASSIGNMENT]
    assert possible[0].strip() == "Points Possible" and possible[-1] == "33"
    assert ["4711", "18.5"] in [[row[1], row[-1]] for row in rows]


def test_moodle_finds_its_participant(course, capsys):
    (head, *rows), _ = lines(course, "moodle", capsys)
    found = {row[2]: dict(zip(head, row, strict=True)) for row in rows}
    assert (found["wang_4711"]["Identifier"], found["wang_4711"]["Grade"]) == ("Participant 4711", "18.5")
    assert found["absent"]["Grade"] == ""


def test_before_grading_one_sentence_says_so(course, tmp_path):
    for name in ("source", "release", "keys"):
        shutil.copytree(course.root / name, tmp_path / name)
    shutil.copy(course.root / "nbgrader_config.py", tmp_path)
    with pytest.raises(InterpartyError, match="has not been graded"):
        export.gradebook(Course.at(tmp_path), ASSIGNMENT)
