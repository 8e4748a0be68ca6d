"""Three editions from one master: the exam gives nothing away, the practice edition marks, the teacher's has everything."""

import shutil

import nbformat
import pytest

pytest.importorskip("nbgrader")

from marked_class import EXERCISES

from interparty.classroom.commandline import main
from interparty.classroom.course import Course
from interparty.classroom.editions import EDITIONS, EXAM_LINES, instructor, write_edition
from interparty.classroom.graft import graft, is_answer, name_of, question_checked
from interparty.classroom.intake import cells_of
from interparty.questions import load_keys, mark

ASSIGNMENTS = sorted(path.stem for path in EXERCISES.glob("source/*/*.ipynb"))
ASSIGNMENT = "05-jiang-zemin"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    root = tmp_path_factory.mktemp("editions")
    shutil.copy(EXERCISES / "nbgrader_config.py", root)
    for name in ("source", "release", "keys"):
        (root / name).symlink_to(EXERCISES / name)
    return Course.at(root)


def text_of(folder):
    return "\n".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())


def written(course, assignment, name):
    folder = write_edition(course, assignment, name)
    notebook = nbformat.read(folder / f"{assignment}.ipynb", as_version=4)
    nbformat.validate(notebook)
    return folder, notebook


def flat(text):
    return " ".join(text.split())


def secrets(course, assignment):
    """Sentences that only the key knows."""
    for question in course.questions(assignment).values():
        yield from (question.solution, *question.hints, *(each.says for each in question.misconceptions))
        yield from getattr(question.answer, "guide", ())
        yield getattr(question.answer, "exemplar", "")


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_an_exam_gives_nothing_away(course, assignment):
    folder, notebook = written(course, assignment, "exam")
    assert [path.name for path in folder.rglob("*")] == [f"{assignment}.ipynb"]
    shown = flat("\n".join(cell.source for cell in notebook.cells))
    known = [flat(each)[:60] for each in secrets(course, assignment) if each.strip()]
    assert len(known) > 20
    assert [each for each in known if each in shown] == []
    assert not [word for word in ("hint", "solution(", "BEGIN SOLUTION", "find_claim") if word in shown]
    assert flat(EXAM_LINES[0][1]) in shown
    assert all(not cell.get("outputs") for cell in notebook.cells)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_an_exam_is_graded_as_the_handout_is(course, assignment):
    _, notebook = written(course, assignment, "exam")
    handout = course.handout(assignment)
    assert [name_of(cell) for cell in notebook.cells] == [name_of(cell) for cell in handout.cells]
    for cell in notebook.cells:
        if is_answer(cell):
            cell.source += "\n# mine"
    grafted = graft(handout, cells_of(notebook))
    assert grafted.missing == () and grafted.notes == ()
    for cell, original in zip(grafted.notebook.cells, handout.cells, strict=True):
        assert cell.source == original.source + ("\n# mine" if is_answer(original) else "")


def answers_of(notebook, monkeypatch, folder):
    """Question → what its check says, when the notebook is run in its folder, where other keys lie near."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("INTERPARTY_KEYS", raising=False)
    # the notebook sets the variable; this makes sure that it is taken back
    monkeypatch.setenv("INTERPARTY_KEYS", str(EXERCISES / "keys"))
    names, found = {"display": lambda *_: None}, {}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        if question := question_checked(cell):
            found[question] = eval(cell.source, names)
        else:
            exec(cell.source, names)
    return found


def test_an_exam_looks_at_the_form_only_even_where_keys_lie_about(course, monkeypatch):
    folder, notebook = written(course, ASSIGNMENT, "exam")
    right = {name_of(cell): cell.source for cell in instructor(course, ASSIGNMENT, {}).cells}
    for cell in notebook.cells:
        if is_answer(cell):
            cell.source = right[name_of(cell)]
    outcomes = {name: (score.outcome.name, float(score)) for name, score in answers_of(notebook, monkeypatch, folder).items()}
    assert outcomes == dict.fromkeys(course.questions(ASSIGNMENT), ("RECORDED", 0.0))


def test_the_teachers_edition_answers_everything_right(course, monkeypatch):
    folder, notebook = written(course, ASSIGNMENT, "instructor")
    found = answers_of(notebook, monkeypatch, folder)
    assert {name: score.outcome.name for name, score in found.items()} == {
        name: "BY_HAND" if name == "J8" else "RIGHT" for name in course.questions(ASSIGNMENT)
    }


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_teachers_edition_has_all_that_is_known(course, assignment):
    _, notebook = written(course, assignment, "instructor")
    shown = flat("\n".join(cell.source.replace("> ", "") for cell in notebook.cells))
    missing = [
        each
        for each in secrets(course, assignment)
        if flat(each).replace("|", "\\|")[:60] not in shown and flat(each) not in shown
    ]
    assert missing == []
    checked = [question_checked(cell) for cell in notebook.cells if question_checked(cell)]
    assert [cell.id for cell in notebook.cells if cell.id.startswith("for-teachers")] == [
        f"for-teachers-{name.lower()}" for name in checked
    ]


def test_the_practice_edition_marks_with_the_keys_beside_it(course):
    folder, notebook = written(course, ASSIGNMENT, "practice")
    assert {path.name for path in (folder / "keys").iterdir()} == {"jiang_zemin.py", "jiang_zemin.toml"}
    known = load_keys(folder / "keys")
    assert set(known) == {question_checked(cell) for cell in notebook.cells if question_checked(cell)}
    assert mark(known["J6"], {"verdict": "C"}).misconceptions or mark(known["J6"], {"verdict": "C"}).outcome.name != "RECORDED"


def test_the_command_writes_one_or_all(course, capsys):
    call = ["editions", ASSIGNMENT, "--course", str(course.root)]
    shutil.rmtree(course.grading("editions", ASSIGNMENT), ignore_errors=True)
    assert main([*call, "--only", "exam"]) == 0
    assert [path.name for path in course.grading("editions", ASSIGNMENT).iterdir()] == ["exam"]
    assert main(call) == 0
    assert {path.name for path in course.grading("editions", ASSIGNMENT).iterdir()} == set(EDITIONS)
    assert main(["editions", "nothing", "--course", str(course.root)]) == 1
    assert "There is no assignment" in capsys.readouterr().err
