"""One class of hostile, clumsy and careful people is graded in one batch, which is killed once on the way.

Nobody gains a point that was not earned, nobody careful loses one, nothing outside the sandbox is seen or changed, and the
pages that go back to learners leak nothing.
"""

import contextlib
import csv
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from html import unescape
from pathlib import Path

import nbformat
import pytest
from handed_in import ASSIGNMENT, AUTOMATIC, CLASS, NAME

from interparty.questions import load_keys

pytest.importorskip("nbgrader")
pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")

EXERCISES = Path(__file__).parents[2] / "exercises"
QUESTIONS = {name: question for name, question in load_keys(EXERCISES / "keys").items() if name.startswith("J")}
FULL = {name: QUESTIONS[name].points for name in AUTOMATIC}
SECONDS = 8
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


def command(course, *words):
    return [sys.executable, "-m", "interparty.classroom", *words, "--course", str(course)]


ENVIRONMENT = {**os.environ, "GRADERS_TOKEN": "hush-hush"}


def call(course, *words):
    done = subprocess.run(command(course, *words), env=ENVIRONMENT, capture_output=True, text=True, timeout=1500)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def fingerprint(folder, *names):
    """Every file below these folders, links as links: path → content or target."""
    found = {}
    for name in names:
        for path in sorted([folder / name, *(folder / name).rglob("*")]):
            if path.is_symlink():
                found[str(path)] = f"-> {path.readlink()}"
            elif path.is_file():
                found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def careful_answers(course):
    """The hand-out with the answers of the master, as plain JSON."""
    book = json.loads((course / "release" / ASSIGNMENT / NAME).read_text("utf-8"))
    master = json.loads((course / "source" / ASSIGNMENT / NAME).read_text("utf-8"))
    solved = {
        each["id"]: "".join(each["source"]).split(BEGIN)[1].split(END)[0]
        for each in master["cells"]
        if BEGIN in "".join(each["source"])
    }
    for each in book["cells"]:
        each["source"] = solved.get(each["id"], "".join(each["source"]))
    return book


def make(course):
    """The class is set up, graded until some are done, killed, graded to the end, and given its feedback."""
    course.mkdir()
    shutil.copy(EXERCISES / "nbgrader_config.py", course)
    for folder in ("source", "keys"):
        shutil.copytree(EXERCISES / folder, course / folder, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    call(course, "release", ASSIGNMENT)
    for name, (maker, _) in CLASS.items():
        maker(careful_answers(course), course / "submitted" / name / ASSIGNMENT, course)
    before = fingerprint(course, "source", "keys", "release", "submitted", "nbgrader_config.py")
    grade = ("grade", ASSIGNMENT, "--seconds", str(SECONDS), "--processes", "2")
    with subprocess.Popen(
        command(course, *grade), start_new_session=True, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        while len(list(course.glob("grading/results/*/*.written"))) < 3 and first.poll() is None:
            time.sleep(0.1)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(first.pid, signal.SIGKILL)
    halfway = {str(path): path.stat().st_mtime_ns for path in course.glob("grading/results/*/*.json")}
    call(course, *grade)
    call(course, "feedback", ASSIGNMENT)
    (course / "seen.json").write_text(json.dumps({"before": before, "halfway": halfway}), encoding="utf-8")


@pytest.fixture(scope="session")
def course(made_once):
    """The graded course."""
    return made_once("a-class", make)


@pytest.fixture(scope="session")
def gradebook(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "party-to-party") as book:
        yield book


def result(course, name):
    return json.loads((course / "grading" / "results" / name / f"{ASSIGNMENT}.json").read_text("utf-8"))


def listed(course):
    with (course / "grading" / f"{ASSIGNMENT}-could-not-be-graded.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def texts(course, name):
    """All that a submission's own cells show."""
    notebook = nbformat.read(course / "autograded" / name / ASSIGNMENT / NAME, as_version=4)
    own = [each for each in notebook.cells if each.cell_type == "code" and not each.id.endswith("-check")]
    return json.dumps([each.outputs for each in own])


def test_the_class_is_large_enough():
    assert len(CLASS) >= 50


@pytest.mark.parametrize("name", CLASS)
def test_everybody_gets_what_they_earned(course, gradebook, name):
    grades = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, name).grades
    found = {grade.name.partition("-")[0].upper(): grade.auto_score for grade in grades}
    waiting = {grade.name.partition("-")[0].upper() for grade in grades if grade.needs_manual_grade}
    expected = FULL | {"J8": None} | CLASS[name][1]
    assert found == expected
    assert waiting == {question for question, points in expected.items() if points is None}
    assert [grade.max_score for grade in grades] == [QUESTIONS[grade.name.partition("-")[0].upper()].points for grade in grades]


def test_no_zero_is_silent(course):
    """Beside each 0 stands what happened; what was stopped or is not in the file is on the teacher's list as well."""
    said = re.compile(r"Not yet|Not answered yet|could not be read|could not be checked")
    named = {(row["student"], row["question"]) for row in listed(course)}
    for name, (_, earns) in CLASS.items():
        notebook = nbformat.read(course / "autograded" / name / ASSIGNMENT / NAME, as_version=4)
        checks = {each.id.removesuffix("-check").upper(): each for each in notebook.cells if each.id.endswith("-check")}
        for question, points in earns.items():
            if points == 0 and question in AUTOMATIC:
                assert said.search(checks[question].outputs[0].data["text/html"]), (name, question)
    for name in ("never_ends", "ends_python", "a_fork_bomb"):
        assert (name, "J3") in named, name
    assert ("one_answer_deleted", "J7") in named


def test_what_a_person_must_look_at_is_listed_as_not_marked(course):
    waiting = {row["student"] for row in listed(course) if row["marked"] == "no"}
    unread = {name for name, (_, earns) in CLASS.items() if set(AUTOMATIC) & {q for q, p in earns.items() if p is None}}
    assert waiting == unread and len(unread) == 8


def test_no_file_outside_changes(course):
    seen = json.loads((course / "seen.json").read_text("utf-8"))
    assert fingerprint(course, "source", "keys", "release", "submitted", "nbgrader_config.py") == seen["before"]
    assert not [path for path in Path("/tmp").glob("ip-*") if path.stat().st_mtime > course.stat().st_mtime and not path.is_dir()]
    made = {path.name for path in course.iterdir()} - {
        "seen.json",
        "source",
        "keys",
        "release",
        "submitted",
        "nbgrader_config.py",
    }
    assert made == {"gradebook.db", "grading", "autograded", "feedback"}


def test_nothing_secret_is_seen(course):
    looked = texts(course, "looks_around")
    assert "LOOKED 2" in looked
    assert not re.findall(r"(?:SEEN|REACHED|ROSE)[^\"]*", looked)
    assert "WROTE" not in texts(course, "writes_outside")


def test_links_are_not_followed(course):
    shown = texts(course, "links_beside_it")
    assert "FILES ['own.txt']" in shown and "a file of my own" in shown and "SEEN" not in shown
    copied = {path.name for path in (course / "autograded" / "links_beside_it" / ASSIGNMENT).iterdir()}
    assert copied == {NAME}


def test_a_killed_batch_goes_on_where_it_was(course):
    halfway = json.loads((course / "seen.json").read_text("utf-8"))["halfway"]
    assert 3 <= len(halfway) < len(CLASS)
    assert {path: Path(path).stat().st_mtime_ns for path in halfway} == halfway, "graded twice"
    assert len(list(course.glob("grading/results/*/*.written"))) == len(CLASS), "lost"


def pages(course):
    found = sorted((course / "feedback").rglob("*"))
    assert {path.parent.parent.name for path in found if path.suffix == ".html"} == set(CLASS)
    return [path for path in found if path.is_file()]


def test_the_feedback_leaks_nothing(course):
    """No solution, no hint, no exemplar, no rubric for graders and no hidden test stands on any page or beside it."""
    private = [text for question in QUESTIONS.values() for text in (question.solution, *question.hints)]
    private += list(QUESTIONS["J8"].answer.guide)
    # what the careful ones wrote themselves stands on their own page
    private = [" ".join(text.split())[:70] for text in private if text.strip()]
    assert len(private) > 20
    for path in pages(course):
        assert path.suffix == ".html", path
        text = " ".join(unescape(re.sub(r"<[^>]+>", "", path.read_text("utf-8"))).split())
        assert [each for each in private if each in text] == [], path
        assert [mark for mark in ("HIDDEN TESTS", "BEGIN SOLUTION", "BEGIN MARK SCHEME", "find_claim") if mark in text] == [], (
            path
        )


def test_pages_of_others_hold_no_answer(course):
    """The answers that only the key knows are on no page of somebody who has not given them."""
    page = (course / "feedback" / "untouched" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
    answers = careful_answers(course)
    exemplar = "".join(next(each for each in answers["cells"] if each["id"] == "j8-answer")["source"])
    assert " ".join(exemplar.split())[10:80] not in text
    assert "200 / 365" not in text and "5 * 100" not in text


def test_nothing_on_a_page_acts(course):
    for folder in ("feedback", "autograded"):
        for path in (course / folder / "acts_on_the_page" / ASSIGNMENT).iterdir():
            text = path.read_text("utf-8")
            assert "act()" in text, "what they wrote is shown as text"
            if path.suffix == ".html":
                assert not re.findall(r"<[^>]*\bact\(\)", text)
                assert not re.findall(r"<script[^>]*>\s*act\(", text)
                assert not re.findall(r"<(?:iframe|svg)[^>]*act", text)
