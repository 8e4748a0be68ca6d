"""A small class in nbgrader: the master's answers, an untouched hand-out, and one with a misconception in every question."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from masters import EXERCISES, KEYS, MASTERS, changed, read, right_answers, solution_of

from interparty.questions import AnyOf, canonical, load_keys
from interparty.questions.page import bare

ASSIGNMENT = "05-jiang-zemin"
MASTER = next(path for path in MASTERS if path.stem == ASSIGNMENT)
QUESTIONS = {name: question for name, question in load_keys(KEYS).items() if name.startswith("J")}
AUTOMATIC = sum(question.points for name, question in QUESTIONS.items() if name != "J8")


def nbgrader(course, *arguments):
    # nbgrader calls alembic by its bare name; it lies beside this Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {name: value for name, value in os.environ.items() if name != "INTERPARTY_KEYS"} | {"PATH": path}
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done


def wrong_answers():
    """Question → the master's answer with one misconception in it, and that misconception."""
    right = right_answers(MASTER)
    found = {}
    for name, question in QUESTIONS.items():
        if question.misconceptions:
            first = question.misconceptions[0]
            when = first.when[0] if isinstance(first.when, AnyOf) else first.when
            found[name] = (changed(right[name], when), first)
    return found


def hand_in(course, student, answers):
    """Put a copy of the release with these answers (question → source of the answer cell) where a class hands in."""
    notebook = read(course / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    for cell in notebook.cells:
        name = cell.id.removesuffix("-answer").upper()
        if cell.id.endswith("-answer") and name in answers:
            cell.source = answers[name]
    folder = course / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{ASSIGNMENT}.ipynb")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = tmp_path_factory.mktemp("course")
    configuration = (EXERCISES / "nbgrader_config.py").read_text("utf-8")
    if shutil.which("bwrap") is None:
        configuration += "\nc.TrustedExecute.unsandboxed = True\n"
    (course / "nbgrader_config.py").write_text(configuration, encoding="utf-8")
    for folder in ("source", "keys"):
        shutil.copytree(EXERCISES / folder, course / folder, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    nbgrader(course, "generate_assignment", ASSIGNMENT)
    solved = {cell.id.removesuffix("-answer").upper(): solution_of(cell) for cell in read(MASTER).cells if solution_of(cell)}
    hand_in(course, "right", solved)
    hand_in(course, "untouched", {})
    hand_in(course, "wrong", {name: f"{name.lower()} = {canonical(answer)!r}" for name, (answer, _) in wrong_answers().items()})
    hand_in(course, "broken", {"J1": "j1 = [", "J2": "import sys\nprint('careful', file=sys.stderr)\n" + solved["J2"]})
    nbgrader(course, "autograde", ASSIGNMENT)
    nbgrader(course, "generate_feedback", ASSIGNMENT)
    return course


@pytest.fixture(scope="module")
def gradebook(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "party-to-party") as book:
        yield book


def grades(gradebook, student):
    """Question → (points given automatically or None, a person must mark it)."""
    notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student)
    return {grade.name.split("-")[0].upper(): (grade.auto_score, bool(grade.needs_manual_grade)) for grade in notebook.grades}


def test_the_masters_answers_get_full_marks_and_the_essay_goes_to_a_reader(gradebook):
    found = grades(gradebook, "right")
    assert found.pop("J8") == (None, True)
    assert found == {name: (QUESTIONS[name].points, False) for name in found}
    assert sum(points for points, _ in found.values()) == AUTOMATIC == 23


def test_the_untouched_release_gets_nothing(gradebook):
    assert grades(gradebook, "untouched") == dict.fromkeys(QUESTIONS, (0, False))


def test_misconceptions_lose_points_and_only_some(gradebook):
    found = grades(gradebook, "wrong")
    for name in wrong_answers():
        points, by_hand = found[name]
        assert 0 < points < QUESTIONS[name].points, name
        assert not by_hand


def test_a_cell_that_fails_costs_only_its_question_and_a_warning_costs_nothing(gradebook):
    found = grades(gradebook, "broken")
    assert found["J1"] == (0, False)
    assert found["J2"] == (QUESTIONS["J2"].points, False)


def outputs(course, student):
    """Question → what its check cell shows, as HTML."""
    notebook = read(course / "autograded" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    checks = {cell.id.removesuffix("-check").upper(): cell for cell in notebook.cells if cell.id.endswith("-check")}
    return {name: "".join(output.data["text/html"] for output in cell.outputs) for name, cell in checks.items()}


def test_the_feedback_names_each_misconception(course):
    from html import unescape
    from re import sub

    shown = {name: unescape(sub(r"<[^>]+>", "", html)) for name, html in outputs(course, "wrong").items()}
    for name, (_, misconception) in wrong_answers().items():
        assert bare(misconception.says) in shown[name], name


def test_the_feedback_page_holds_the_sentence_and_no_solution(course):
    page = (course / "feedback" / "wrong" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")
    assert "The sentence before it gives the figures" in page
    for question in QUESTIONS.values():
        assert question.solution.strip()[:60] not in page


def test_the_rubric_is_there_for_whoever_marks_and_not_on_the_page_of_the_learner(course):
    marked = (course / "autograded" / "wrong" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text("utf-8")
    page = (course / "feedback" / "wrong" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")
    assert "For graders: J8" in marked
    for how in QUESTIONS["J8"].answer.guide:
        words = how.partition("*")[0][:40]
        assert words in marked and words not in page
    assert "For graders" not in page


def test_no_cell_of_any_submission_shows_a_traceback_in_a_check(course):
    for student in ("right", "untouched", "wrong", "broken"):
        for name, html in outputs(course, student).items():
            assert html, (student, name)
            assert "Traceback" not in html
