"""What a grader sees in nbgrader's Formgrader, and a learner on the page that comes back: looked at in a real browser."""

import contextlib
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")

from lab import CHROMIUM, LabServer
from playwright.sync_api import expect

from interparty.classroom.commandline import main
from interparty.questions import load_keys

EXERCISES = Path(__file__).parents[2] / "exercises"
ASSIGNMENT = "05-jiang-zemin"
NAME = f"{ASSIGNMENT}.ipynb"
pytestmark = pytest.mark.skipif(
    CHROMIUM is None or shutil.which("bwrap") is None, reason="needs Chromium, and bubblewrap for the grading"
)
QUESTIONS = load_keys(EXERCISES / "keys")


def call(course, *words):
    """A command as a teacher gives it in the folder of the course."""
    with contextlib.chdir(course):
        assert main([*words, ASSIGNMENT]) == 0


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Two people: one with a well-known mistake and a text, one whose file nobody can read."""
    root = tmp_path_factory.mktemp("graded")
    shutil.copy(EXERCISES / "nbgrader_config.py", root)
    for name in ("source", "keys"):
        shutil.copytree(EXERCISES / name, root / name, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    call(root, "release")
    book = json.loads((root / "release" / ASSIGNMENT / NAME).read_text("utf-8"))
    typed = {
        "j1-answer": 'j1 = {"received per day": 1, "sent per day": 1, "conclusion": "A"}',
        "j8-answer": 'j8 = "China did its own work well, he says, and ' + "goes on and on, " * 40 + '"',
    }
    for cell in book["cells"]:
        cell["source"] = typed.get(cell["id"], cell["source"])
    for student, text in (("jo", json.dumps(book)), ("zu", "<html>Please log in</html>")):
        folder = root / "submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        (folder / NAME).write_text(text, encoding="utf-8")
    call(root, "grade")
    call(root, "feedback")
    return root


@pytest.fixture(scope="module")
def server(course, tmp_path_factory):
    """A Jupyter server in the folder of the course, as a teacher starts it."""
    before, path = Path.cwd(), os.environ["PATH"]
    os.chdir(course)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), path])
    lab = LabServer(tmp_path_factory.mktemp("server"), course)
    os.environ["PATH"] = path
    os.chdir(before)
    yield lab
    lab.stop()


def page_of(course, student):
    return (course / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html").as_uri()


def test_the_formgrader_shows_the_rubric_at_the_text(page, server):
    page.goto(f"{server.url}/formgrader/gradebook/{ASSIGNMENT}/{ASSIGNMENT}")
    page.get_by_role("link", name="Submission #").first.wait_for()
    links = page.get_by_role("link", name="Submission #").evaluate_all("all => all.map(each => each.href)")
    for link in links:
        page.goto(link)
        if page.get_by_text("goes on and on").count():
            break
    table = page.locator("h3:has-text('For graders: J8') ~ table").first
    rubric = QUESTIONS["J8"].answer.rubric
    rows = table.locator("tbody tr")
    expect(rows).to_have_count(len(rubric))
    for number, criterion in enumerate(rubric):
        cells = rows.nth(number).locator("td")
        expect(cells).to_have_count(3)
        expect(cells.nth(0)).to_have_text(f"{criterion.points:g}")
        expect(cells.nth(1)).to_contain_text(criterion.looks_for.replace("*", "")[:40])
    # the columns stand apart: "2" and the words behind it are not read as one
    assert table.locator("td").first.evaluate("each => parseFloat(getComputedStyle(each).paddingRight)") > 0
    expect(page.get_by_text("One good answer among others")).to_be_visible()
    box = page.locator("input.score").last
    assert box.input_value() == "", "what is not marked yet is not 0"


def test_a_feedback_page_says_what_was_wrong_and_what_waits(page, course):
    page.goto(page_of(course, "jo"))
    says = next(each.says for each in QUESTIONS["J1"].misconceptions if each.name == "believed the prose")
    expect(page.get_by_text(says.replace("*", "")[:25]).first).to_be_visible()
    marks = page.locator("table.marks tbody tr")
    expect(marks).to_have_count(8)
    expect(marks.first).to_contain_text("J1 · A group every day?")
    expect(marks.first).to_contain_text("0 of 3 points")
    expect(marks.last).to_contain_text("up to 10 points, waits for a reader")
    expect(page.locator("h1").first).to_have_text(ASSIGNMENT)
    expect(page.get_by_text("10 more points wait for a reader")).to_be_visible()
    marks.last.get_by_role("link").click()
    assert page.url.endswith("#j8-answer")


def test_a_feedback_page_fits_its_width_and_loads_nothing(page, course):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 800, "height": 900})
    page.goto(page_of(course, "jo"))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "a long text is cut off at the right"
    assert asked == [page_of(course, "jo")]
    assert page.locator("script").count() == 0


def test_a_file_that_nobody_could_read_is_no_zero(page, course):
    page.goto(page_of(course, "zu"))
    expect(page.get_by_text("33 points wait for a reader", exact=False).first).to_be_visible()
    text = page.locator("body").inner_text()
    assert "0 of 3" not in text and "No response" not in text
    assert "This could not be marked by the machine" in text
