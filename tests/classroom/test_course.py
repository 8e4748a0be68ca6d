"""A course whose gradebook is empty or another one, and what is said when nbgrader gives up."""

import shutil

import pytest

pytest.importorskip("nbgrader")

from marked_class import ASSIGNMENT, EXERCISES, MOST

from interparty.classroom.course import Course, succeed
from interparty.classroom.grading import know
from interparty.errors import InterpartyError


@pytest.fixture
def course(tmp_path):
    shutil.copy(EXERCISES / "nbgrader_config.py", tmp_path)
    for name in ("source", "keys", "release"):
        (tmp_path / name).symlink_to(EXERCISES / name)
    return Course.at(tmp_path)


def test_a_handout_that_came_with_the_project_is_entered_before_grading(course):
    """Nobody has run release: the gradebook would not know the assignment, and nbgrader refuse every submission."""
    know(course, ASSIGNMENT)
    know(course, ASSIGNMENT)
    with course.open_gradebook() as book:
        notebook = book.find_notebook(ASSIGNMENT, ASSIGNMENT)
        assert {cell.name.partition("-")[0].upper(): cell.max_score for cell in notebook.grade_cells} == MOST
        assert {cell.name for cell in notebook.solution_cells} == {f"{name.lower()}-answer" for name in MOST}
        sources = {cell.name: cell.source for cell in notebook.source_cells}
    handout = {
        cell.metadata["nbgrader"]["grade_id"]: cell.source
        for cell in course.handout(ASSIGNMENT).cells
        if "nbgrader" in cell.metadata
    }
    assert sources.items() <= handout.items() and len(sources) > 15


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (
            "Traceback\n  File x\nnbgrader.api.MissingEntry: No such assignment: 05\n[ERROR] Please see the traceback",
            "No such assignment: 05",
        ),
        ("[ERROR] something is odd", "[ERROR] something is odd"),
        ("", "no reason given"),
    ],
)
def test_what_nbgrader_says_is_the_line_that_says_it(log, said):
    error = "Traceback\nnbgrader.converters.base.NbGraderException: Please see the the above traceback for details"
    with pytest.raises(InterpartyError) as told:
        succeed({"success": False, "log": log, "error": error if "Missing" in log else ""}, "Writing")
    assert str(told.value) == f"Writing failed; nbgrader says: {said}"
    assert succeed({"success": True}, "Writing") == {"success": True}
