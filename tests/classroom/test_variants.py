"""A class with a seed gets questions of its own and is marked by their keys, in every edition and by the grader."""

import shutil

import nbformat
import pytest

pytest.importorskip("nbgrader")

from marked_class import EXERCISES
from test_editions import answers_of

from interparty import InterpartyError
from interparty.classroom.commandline import main
from interparty.classroom.course import Course, rows_of
from interparty.classroom.editions import write_edition
from interparty.classroom.graft import is_answer, name_of
from interparty.classroom.results import Result
from interparty.classroom.variants import master, original, picked, varied, write_master
from interparty.questions import load_pools, mark
from interparty.questions.filling import right

ASSIGNMENTS = sorted(path.stem for path in EXERCISES.glob("source/*/*.ipynb"))
ASSIGNMENT = "05-jiang-zemin"
ONE, OTHER = "spring", "4711"


def make(root, *released):
    """A course; ``released``: the seeds with which it is released, the last one stays."""
    root.mkdir()
    shutil.copy(EXERCISES / "nbgrader_config.py", root)
    for name in ("source", "keys"):
        (root / name).symlink_to(EXERCISES / name)
    for seed in released:
        assert main(["release", ASSIGNMENT, "--seed", seed, "--course", str(root)]) == 0
    return Course.at(root)


@pytest.fixture(scope="module")
def classes(tmp_path_factory):
    """Two courses whose seeds pick other rows."""
    place = tmp_path_factory.mktemp("variants")
    return {seed: make(place / str(number), seed) for number, seed in enumerate((ONE, OTHER))}


def solved(course):
    """The hand-out of a course with its own right answers."""
    answers = {name_of(cell): cell.source for cell in master(course, ASSIGNMENT).cells if is_answer(cell)}
    book = course.handout(ASSIGNMENT)
    for cell in book.cells:
        if is_answer(cell):
            cell.source = answers[name_of(cell)].split("### BEGIN SOLUTION\n")[1].split("\n### END SOLUTION")[0]
    return book


def hand_in(course, student, book):
    folder = course.root / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True)
    nbformat.write(book, folder / f"{ASSIGNMENT}.ipynb")


def test_the_two_seeds_pick_other_rows(classes):
    one, other = (rows_of(course.handout(ASSIGNMENT)) for course in classes.values())
    assert set(one) == set(other) == {"J2", "J4"}
    assert all(one[name] != other[name] for name in one)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_master_with_variants_is_whole(classes, assignment):
    """Every other cell stays as it was; the answer cell is empty, then solved; no task names a question that has gone."""
    course = classes[ONE]
    variants = picked(course, assignment, ONE)
    before, after = original(course, assignment), varied(original(course, assignment), variants)
    nbformat.validate(after)
    assert [name_of(cell) for cell in before.cells] == [name_of(cell) for cell in after.cells]
    changed = {name_of(a) for a, b in zip(before.cells, after.cells, strict=True) if a.source != b.source}
    own = {f"{name.lower()}-{part}" for name in variants for part in ("task", "answer")}
    elsewhere = {cell for variant in variants.values() for cell in dict(variant.elsewhere)}
    assert own | elsewhere | {"setup"} <= changed <= own | elsewhere | {"setup", "title"}
    names = {}
    for cell in after.cells:
        if name_of(cell).endswith("-answer") and name_of(cell) in own:
            exec(cell.source, names)
    for name, variant in variants.items():
        assert float(mark(variant.question, names[name.lower()])) == variant.question.points


def test_without_a_seed_everything_stays_what_it_is(tmp_path):
    course = make(tmp_path / "course")
    assert main(["release", ASSIGNMENT, "--course", str(course.root)]) == 0
    released = course.root / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    assert released.read_bytes() == (EXERCISES / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes()


def test_the_seed_of_the_configuration_is_used(tmp_path, capsys):
    course = make(tmp_path / "course")
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f'\nc.Variants.seed = "{ONE}"\n')
    assert main(["release", ASSIGNMENT, "--course", str(course.root)]) == 0
    rows = {name: variant.row for name, variant in picked(course, ASSIGNMENT, ONE).items()}
    assert rows_of(course.handout(ASSIGNMENT)) == rows
    said = capsys.readouterr().out
    assert "Of this class alone: J2 (" in said and "The same in every class" in said and "J8" in said


def test_editions_of_a_variant(classes, monkeypatch):
    """Practice marks with the keys of the variant, the exam knows its form without keys, the teacher's is right throughout."""
    course = classes[ONE]
    book = solved(course)
    for name, expected in (("practice", "RIGHT"), ("exam", "RECORDED"), ("instructor", "RIGHT")):
        folder = write_edition(course, ASSIGNMENT, name)
        edition = nbformat.read(folder / f"{ASSIGNMENT}.ipynb", as_version=4)
        if name != "instructor":
            for cell in edition.cells:
                if is_answer(cell):
                    cell.source = next(each.source for each in book.cells if name_of(each) == name_of(cell))
        monkeypatch.setenv("INTERPARTY_VARIANT", "")
        found = answers_of(edition, monkeypatch, folder)
        assert {question: found[question].outcome.name for question in ("J1", "J2", "J4")} == dict.fromkeys(
            ("J1", "J2", "J4"), expected
        ), name
    assert {path.name for path in (course.grading("editions", ASSIGNMENT, "practice") / "keys").iterdir()} == {
        f"jiang_zemin{part}{kind}" for part in ("", "_pools") for kind in (".py", ".toml")
    }


def test_a_row_that_only_one_class_has_is_recorded_without_keys(monkeypatch):
    from interparty import check

    monkeypatch.setenv("INTERPARTY_KEYS", "none")
    monkeypatch.setenv("INTERPARTY_VARIANT", "J2:of-my-own")
    score = check("J2", {"a": 1})
    assert score.outcome.name == "PROBLEM" and "question of your own class" in score.text


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
def test_each_class_is_marked_by_its_own_keys(tmp_path):
    """The same three people in two classes: own answers, the other class's, the published solution."""
    classes = {seed: make(tmp_path / str(number), seed) for number, seed in enumerate((ONE, OTHER))}
    published = make(tmp_path / "public")
    assert main(["release", ASSIGNMENT, "--course", str(published.root)]) == 0
    books = {seed: solved(course) for seed, course in classes.items()}
    for seed, course in classes.items():
        hand_in(course, "own", books[seed])
        hand_in(course, "swapped", books[OTHER if seed == ONE else ONE])
        hand_in(course, "public", solved(published))
        assert main(["grade", ASSIGNMENT, "--course", str(course.root), "--processes", "1"]) == 0
        most = {name: question.points for name, question in course.questions(ASSIGNMENT).items() if name != "J8"}
        scores = {
            student: Result.load(course.grading("results"), student, ASSIGNMENT).scores
            for student in ("own", "swapped", "public")
        }
        points = {student: {name: each[name]["points"] for name in most} for student, each in scores.items()}
        assert points["own"] == most
        for student in ("swapped", "public"):
            assert all(points[student][name] < most[name] for name in ("J2", "J4")), points[student]
            assert all(points[student][name] == most[name] for name in most if name not in ("J2", "J4"))


def test_a_release_with_another_seed_is_refused_when_answers_are_in(classes):
    course = classes[OTHER]
    hand_in(course, "early", solved(course))
    try:
        write_master(course, ASSIGNMENT, picked(course, ASSIGNMENT, OTHER))
        with pytest.raises(InterpartyError, match="1 learners have handed in"):
            write_master(course, ASSIGNMENT, picked(course, ASSIGNMENT, ONE))
        with pytest.raises(InterpartyError, match="questions of another seed"):
            write_master(course, ASSIGNMENT, {})
    finally:
        shutil.rmtree(course.root / "submitted")


def test_a_row_that_has_gone_is_said(classes, monkeypatch):
    course = classes[ONE]
    pools = load_pools(course.root / "keys")
    row = rows_of(course.handout(ASSIGNMENT))["J2"]
    monkeypatch.setattr("interparty.classroom.course.load_pools", lambda folder: {**pools, "J2": {}})
    with pytest.raises(InterpartyError, match=f"no variant “{row}” of J2"):
        course.questions(ASSIGNMENT)


def test_right_answers_come_from_the_key(classes):
    for variant in picked(classes[ONE], ASSIGNMENT, ONE).values():
        assert float(mark(variant.question, right(variant.question.answer))) == variant.question.points
