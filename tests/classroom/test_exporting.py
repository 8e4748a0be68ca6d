"""The gradebook as files: what other programs read out of them is what was marked, and what was not marked is no 0."""

import csv

import pytest

pytest.importorskip("nbgrader")

from marked_class import ASSIGNMENT, CLASS, MOST

from interparty.classroom.commandline import main


@pytest.fixture(scope="module")
def folder(marked_course):
    assert main(["export", ASSIGNMENT, "--course", str(marked_course.root)]) == 0
    return marked_course.root / "grading" / "export" / ASSIGNMENT


def read(folder, name):
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def by(folder, name, head):
    heads, *rows = read(folder, name)
    assert all(len(row) == len(heads) for row in rows)
    return {row[heads.index(head)]: dict(zip(heads, row, strict=True)) for row in rows}


def test_a_spreadsheet_has_a_column_for_each_question_and_a_row_for_everybody(folder):
    rows = by(folder, "grades.csv", "student")
    assert list(rows["an"])[4:-2] == list(MOST)
    assert set(rows) == {"most points", "never", "late", "lost", *CLASS}
    for student, (_, _, points) in CLASS.items():
        expected = {name: points.get(name, most) for name, most in MOST.items()}
        assert {name: rows[student][name] for name in MOST} == {n: "" if p is None else f"{p}" for n, p in expected.items()}
    assert rows["mei_4711"]["total"] == f"{sum(MOST.values())}"
    assert rows["late"]["late"] == "3" and rows["late"]["total"] == f"{sum(MOST.values()) - 3}"


def test_what_is_not_marked_is_empty_and_not_nought(folder):
    rows = by(folder, "grades.csv", "student")
    assert (rows["an"]["state"], rows["an"]["J8"], rows["an"]["total"]) == ("waits for a reader", "", "")
    assert (rows["lost"]["state"], rows["lost"]["total"]) == ("not in the gradebook", "")
    assert (rows["never"]["state"], rows["never"]["J1"], rows["never"]["total"]) == ("not handed in", "", "")
    assert by(folder, "canvas-total.csv", "Student")["An Li"][ASSIGNMENT] == ""
    assert by(folder, "moodle.csv", "Username")["an"][f"{ASSIGNMENT} total"] == ""


def test_commas_quotation_marks_and_formulas_in_a_name_do_no_harm(folder):
    name = 'Méi O\'Wáng, "Jr."'
    for file, head in (("grades.csv", "name"), ("canvas.csv", "Student"), ("moodle-worksheet.csv", "Full name")):
        assert name in by(folder, file, head), file
    assert by(folder, "moodle.csv", "Username")["jo_4712"]["Last name"] == "'=1+1"


def test_canvas_finds_what_its_importer_looks_for(folder):
    """As canvas-lms reads it (lib/gradebook_importer.rb): five columns of the learner, then assignments; then the points."""
    heads, points, *rows = read(folder, "canvas.csv")
    assert heads[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert heads[5:] == [f"{ASSIGNMENT} {question}" for question in MOST]
    assert points[0] == "Points Possible" and points[5:] == [f"{most}" for most in MOST.values()]
    known = {row[0]: (row[1], row[3]) for row in rows}
    assert known['Méi O\'Wáng, "Jr."'] == ("4711", "")
    assert known["An Li"] == ("", "an")
    # a learner without marks is no row: an empty cell would delete a mark that stands in Canvas
    assert "Never Came" not in known and not any("lost" in row for row in rows)


def test_moodle_finds_what_its_importers_look_for(folder):
    """Its worksheet needs Identifier, Grade and Last modified (grade); its grade import a column that names the learner."""
    worksheet = by(folder, "moodle-worksheet.csv", "Identifier")
    assert set(worksheet) == {"Participant 4711", "Participant 4712"}
    assert {"Grade", "Last modified (grade)"} <= worksheet["Participant 4711"].keys()
    assert worksheet["Participant 4712"]["Grade"] == f"{sum(MOST.values()) - 2}"
    grades = by(folder, "moodle.csv", "Email address")
    assert grades["bo@example.org"][f"{ASSIGNMENT} J4"] == "1"


def test_what_could_not_be_graded_is_listed(folder):
    listed = by(folder, "could-not-be-graded.csv", "student")
    assert listed["lost"]["marked"] == "no"


def test_without_a_gradebook_one_sentence_says_what_to_do(tmp_path, capsys):
    from marked_class import EXERCISES

    for each in ("nbgrader_config.py", "source", "keys", "release"):
        (tmp_path / each).symlink_to(EXERCISES / each)
    assert main(["export", ASSIGNMENT, "--course", str(tmp_path)]) == 1
    assert capsys.readouterr().err.strip() == f"There is no gradebook in {tmp_path} yet: run the command grade first."
    assert not (tmp_path / "gradebook.db").exists()
