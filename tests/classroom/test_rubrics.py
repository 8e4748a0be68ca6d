"""The rubric is there for graders and for nobody else; points on criteria become a score and a comment."""

import csv

import nbformat
import pytest

pytest.importorskip("nbgrader")

from marked_class import ASSIGNMENT, make

from interparty.classroom.commandline import main
from interparty.classroom.rubrics import free_texts, rubric_cell, with_rubrics, without_rubrics
from interparty.classroom.sheets import place, read_sheet
from interparty.errors import InterpartyError
from interparty.questions.page import inline

POINTS = [2, 3, 1.5, 2, 0]


@pytest.fixture(scope="module")
def question(marked_course):
    return free_texts(marked_course.questions(ASSIGNMENT))["J8"]


def test_the_rubric_stands_below_the_text_and_once(marked_course, question):
    questions = marked_course.questions(ASSIGNMENT)
    book = with_rubrics(with_rubrics(marked_course.handout(ASSIGNMENT), questions), questions)
    ids = [cell.id for cell in book.cells]
    assert [each for each in ids if each.startswith("for-graders")] == ["for-graders-j8"]
    assert ids[ids.index("for-graders-j8") - 1] == "j8-answer"
    text = book.cells[ids.index("for-graders-j8")].source
    for row, how in zip(question.answer.rubric, question.answer.guide, strict=True):
        assert inline(row.looks_for) in text and inline(how) in text
    assert " ".join(question.answer.exemplar.split())[:60] in " ".join(text.replace("> ", "").split())
    nbformat.validate(book)
    left = without_rubrics(book)
    assert [cell.id for cell in left.cells] == [cell.id for cell in marked_course.handout(ASSIGNMENT).cells]


def test_a_course_whose_list_is_old_stops_instead_of_leaking(question):
    """nbgrader's own step raises on a mark scheme in a cell that is no task; it never passes one on."""
    from nbgrader.preprocessors import ClearMarkScheme

    with pytest.raises(RuntimeError):
        ClearMarkScheme().preprocess_cell(rubric_cell(question), {}, 0)


def test_grading_shows_it_and_feedback_hides_it():
    from interparty.classroom.preprocessors import AUTOGRADE, FEEDBACK, HideRubrics, ShowRubrics

    assert AUTOGRADE[-1] is ShowRubrics
    assert FEEDBACK[0] is HideRubrics


def fill(path, rows, separator=","):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        heads, *found = csv.reader(stream)
    filled = [[student, text, *rows.get(student, cells)] for student, text, *cells in found]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=separator).writerows([heads, *filled])


@pytest.fixture
def own_course(tmp_path):
    return make(tmp_path / "course")


def test_from_an_empty_sheet_to_score_and_comment(own_course, question, capsys):
    call = ("rubric", ASSIGNMENT, "--course", str(own_course.root), "--grader")
    assert main([*call, "mei"]) == 0
    assert "0 of 7 texts are marked" in capsys.readouterr().out
    path = place(own_course, ASSIGNMENT, question, "mei")
    # saved by a spreadsheet that writes semicolons and 1,5
    fill(path, {"an": [f"{each}".replace(".", ",") for each in POINTS] + ["Well read; but who tests it?"]}, separator=";")
    assert main([*call, "mei", "--write"]) == 0
    assert "1 of 7 texts" in capsys.readouterr().out
    assert read_sheet(path, question).points == {"an": POINTS}
    with own_course.open_gradebook() as book:
        grade = book.find_grade("j8-answer", ASSIGNMENT, ASSIGNMENT, "an")
        assert (grade.manual_score, grade.score, grade.needs_manual_grade) == (8.5, 8.5, False)
        said = book.find_comment("j8-answer", ASSIGNMENT, ASSIGNMENT, "an").comment
        assert said.splitlines()[2] == f"1.5 of 2: {question.answer.rubric[2].looks_for}"
        assert said.endswith("Well read; but who tests it?")
        assert not any(how in said for how in question.answer.guide)
        # a row that nobody filled in is left as it was
        assert book.find_grade("j8-answer", ASSIGNMENT, ASSIGNMENT, "di").manual_score is None
    # two graders
    assert main([*call, "jo", "--beside", "nobody"]) == 1
    assert "no sheet of nobody" in capsys.readouterr().err
    fill(place(own_course, ASSIGNMENT, question, "jo"), {"an": [2, 3, 1, 2, 1, ""]})
    assert main([*call, "mei", "--beside", "jo"]) == 0
    out = capsys.readouterr().out
    assert "1 texts are marked by both" in out and "Cohen's kappa" in out and "jo gives +0.50" in out
    with (path.parent / f"{ASSIGNMENT}-J8-mei-beside-jo.csv").open(encoding="utf-8", newline="") as stream:
        heads, row = csv.reader(stream)
    assert dict(zip(heads, row, strict=True))["criterion 3: jo"] == "1" and row[-1] == "0.5"


def sheet(path, question, *rows):
    heads = ["student", "text", *"12345", "comment"]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([heads, *rows])
    return path


@pytest.mark.parametrize("cell", ["three", "2.5", "-1", "nan", "inf"])
def test_a_cell_that_is_no_number_of_points_is_named(tmp_path, question, cell):
    path = sheet(tmp_path / "x.csv", question, ["mei", "", cell, 3, 2, 2, 1, ""])
    with pytest.raises(InterpartyError, match="mei, criterion 1"):
        read_sheet(path, question)


def test_a_row_with_a_gap_waits(tmp_path, question):
    path = sheet(tmp_path / "x.csv", question, ["mei", "", 2, "", 2, 2, 1, ""], ["jo", "", 2, 3, 2, 2, 1, ""])
    found = read_sheet(path, question)
    assert (found.open, list(found.points)) == (["mei"], ["jo"])


def test_another_table_is_no_sheet(tmp_path, question):
    (tmp_path / "x.csv").write_text("student,mark\nmei,3\n", encoding="utf-8")
    with pytest.raises(InterpartyError, match="no sheet for J8"):
        read_sheet(tmp_path / "x.csv", question)


@pytest.mark.parametrize("grader", ["../mei", "a/b", ""])
def test_a_grader_is_no_path(marked_course, question, grader):
    with pytest.raises(InterpartyError, match="name of a file"):
        place(marked_course, ASSIGNMENT, question, grader)
