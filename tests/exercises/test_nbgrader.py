"""A small class in nbgrader for every exercise: the master's answers and an untouched hand-out; in one of them also mistakes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import derive
import nbformat
import pytest
from masters import EXERCISES, MARKED, MASTERS, QUESTIONS, RIGHT, changed, read, right_answers, solution_of

from interparty.questions import AnyOf, canonical
from interparty.questions.page import bare

#: the exercise whose class is larger: a misconception in every question, broken cells, feedback pages
LARGER = "05-jiang-zemin"
OTHERS = [path.stem for path in MASTERS if path.stem != LARGER]
MASTER = {path.stem: path for path in MASTERS}


def questions_of(assignment):
    """The questions of an exercise, by name."""
    return {name: QUESTIONS[name] for name in right_answers(MASTER[assignment])}


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
    found = {}
    for name, question in questions_of(LARGER).items():
        if question.misconceptions:
            first = question.misconceptions[0]
            when = first.when[0] if isinstance(first.when, AnyOf) else first.when
            found[name] = (changed(RIGHT[name], when), first)
    return found


def hand_in(course, assignment, student, answers):
    """Put a copy of the release with these answers (question → source of the answer cell) where a class hands in."""
    notebook = read(course / "release" / assignment / f"{assignment}.ipynb")
    for cell in notebook.cells:
        name = cell.id.removesuffix("-answer").upper()
        if cell.id.endswith("-answer") and name in answers:
            cell.source = answers[name]
    folder = course / "submitted" / student / assignment
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{assignment}.ipynb")


@pytest.fixture(scope="module")
def larger(made_once):
    """The larger class: released, handed in, graded and told by nbgrader's own commands."""
    return made_once("larger-class", grade_larger)


def grade_larger(course):
    opened(course, LARGER)
    nbgrader(course, "generate_assignment", LARGER)
    solved = hand_in_both(course, LARGER)
    wrong = {name: f"{name.lower()} = {canonical(answer)!r}" for name, (answer, _) in wrong_answers().items()}
    hand_in(course, LARGER, "wrong", wrong)
    warned = "import sys\nprint('careful', file=sys.stderr)\n" + solved["J2"]
    hand_in(course, LARGER, "broken", {"J1": "j1 = [", "J2": warned})
    nbgrader(course, "autograde", LARGER)
    nbgrader(course, "generate_feedback", LARGER)


@pytest.fixture(scope="module")
def others(made_once):
    """All other exercises in one course, graded by the same commands of nbgrader in one process: starting it takes longest."""
    return made_once("other-classes", grade_others)


def grade_others(course):
    opened(course, *OTHERS)
    derive.nbgrader(course, *(f"generate_assignment:{assignment}" for assignment in OTHERS))
    for assignment in OTHERS:
        hand_in_both(course, assignment)
    derive.nbgrader(course, *(f"autograde:{assignment}:{student}" for assignment in OTHERS for student in ("right", "untouched")))


def opened(course, *assignments):
    """A course with the masters of some exercises and all the keys."""
    course.mkdir()
    configuration = (EXERCISES / "nbgrader_config.py").read_text("utf-8")
    if shutil.which("bwrap") is None:
        configuration += "\nc.TrustedExecute.unsandboxed = True\n"
    (course / "nbgrader_config.py").write_text(configuration, encoding="utf-8")
    for folder in ("keys", *(f"source/{assignment}" for assignment in assignments)):
        shutil.copytree(EXERCISES / folder, course / folder, ignore=shutil.ignore_patterns(".*", "__pycache__"))


def hand_in_both(course, assignment):
    """Hand an exercise in solved and untouched; gives back the solved cells by question."""
    cells = read(MASTER[assignment]).cells
    solved = {cell.id.removesuffix("-answer").upper(): solution_of(cell) for cell in cells if solution_of(cell)}
    hand_in(course, assignment, "right", solved)
    hand_in(course, assignment, "untouched", {})
    return solved


def grades(course, assignment, student):
    """Question → (points given automatically or None, a person must mark it)."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "party-to-party") as book:
        notebook = book.find_submission_notebook(assignment, assignment, student)
        return {grade.name.split("-")[0].upper(): (grade.auto_score, bool(grade.needs_manual_grade)) for grade in notebook.grades}


def holds(course, assignment):
    """The master gets full marks, the untouched hand-out nothing, and the essay goes to a reader."""
    questions = questions_of(assignment)
    expected = {name: (question.points, False) if name in MARKED else (None, True) for name, question in questions.items()}
    assert grades(course, assignment, "right") == expected, assignment
    assert list(expected.values()).count((None, True)) == 1, assignment
    assert grades(course, assignment, "untouched") == dict.fromkeys(questions, (0, False)), assignment


def test_the_master_gets_full_marks_the_untouched_release_nothing_and_the_essay_goes_to_a_reader(larger):
    holds(larger, LARGER)


def test_so_in_every_other_exercise(others):
    assert len(OTHERS) == 7
    for assignment in OTHERS:
        holds(others, assignment)


def test_misconceptions_lose_points_and_only_some(larger):
    found = grades(larger, LARGER, "wrong")
    for name in wrong_answers():
        points, by_hand = found[name]
        assert 0 < points < QUESTIONS[name].points, name
        assert not by_hand


def test_a_cell_that_fails_costs_only_its_question_and_a_warning_costs_nothing(larger):
    found = grades(larger, LARGER, "broken")
    assert found["J1"] == (0, False)
    assert found["J2"] == (QUESTIONS["J2"].points, False)


def outputs(course, student):
    """Question → what its check cell shows, as HTML."""
    notebook = read(course / "autograded" / student / LARGER / f"{LARGER}.ipynb")
    checks = {cell.id.removesuffix("-check").upper(): cell for cell in notebook.cells if cell.id.endswith("-check")}
    return {name: "".join(output.data["text/html"] for output in cell.outputs) for name, cell in checks.items()}


def test_the_feedback_names_each_misconception(larger):
    from html import unescape
    from re import sub

    shown = {name: unescape(sub(r"<[^>]+>", "", html)) for name, html in outputs(larger, "wrong").items()}
    for name, (_, misconception) in wrong_answers().items():
        assert bare(misconception.says) in shown[name], name


def test_the_feedback_page_holds_the_sentence_and_no_solution(larger):
    page = (larger / "feedback" / "wrong" / LARGER / f"{LARGER}.html").read_text("utf-8")
    assert "The sentence before it gives the figures" in page
    for question in questions_of(LARGER).values():
        assert question.solution.strip()[:60] not in page


def test_the_rubric_is_there_for_whoever_marks_and_not_on_the_page_of_the_learner(larger):
    marked = (larger / "autograded" / "wrong" / LARGER / f"{LARGER}.ipynb").read_text("utf-8")
    page = (larger / "feedback" / "wrong" / LARGER / f"{LARGER}.html").read_text("utf-8")
    assert "For graders: J8" in marked
    for how in QUESTIONS["J8"].answer.guide:
        words = how.partition("*")[0][:40]
        assert words in marked and words not in page
    assert "For graders" not in page


def test_no_cell_of_any_submission_shows_a_traceback_in_a_check(larger):
    for student in ("right", "untouched", "wrong", "broken"):
        for name, html in outputs(larger, student).items():
            assert html, (student, name)
            assert "Traceback" not in html
