"""What goes out: the hand-out or the exam, into a folder or into nbgrader's exchange, from where a learner fetches it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

pytest.importorskip("nbgrader")

from marked_class import EXERCISES

from interparty.classroom.commandline import main
from interparty.classroom.editions import EXAM_LINES, NO_KEYS

ASSIGNMENT = "01-comintern"
NAME = f"{ASSIGNMENT}.ipynb"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nbgrader's exchange is for Linux and macOS")


@pytest.fixture
def course(tmp_path):
    root = tmp_path / "course"
    root.mkdir()
    for name in ("source", "keys"):
        (root / name).symlink_to(EXERCISES / name)
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    config = (EXERCISES / "nbgrader_config.py").read_text("utf-8")
    (root / "nbgrader_config.py").write_text(f"{config}\nc.Exchange.root = {str(exchange)!r}\n", encoding="utf-8")
    return root


def fetched(course, home):
    """What a learner gets who fetches it: a process of nbgrader's own, in a folder where nothing of the course lies."""
    home.mkdir()
    exchange = str(course.parent / "exchange")
    (home / "nbgrader_config.py").write_text(
        f'c = get_config()\nc.CourseDirectory.course_id = "party-to-party"\nc.Exchange.root = {exchange!r}\n', encoding="utf-8"
    )
    fetch = [sys.executable, "-m", "nbgrader", "fetch_assignment", ASSIGNMENT, "--course", "party-to-party"]
    environment = {**os.environ, "HOME": str(home), "JUPYTER_DATA_DIR": str(home / "data")}
    done = subprocess.run(fetch, cwd=home, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    files = [path for path in (home / ASSIGNMENT).rglob("*") if path.is_file()]
    assert [path.name for path in files] == [NAME]
    return nbformat.read(files[0], as_version=4)


def source(notebook):
    return "\n".join(cell.source for cell in notebook.cells)


def test_the_exchange_hands_out_the_exam_where_an_exam_was_chosen(course, tmp_path):
    assert main(["release", ASSIGNMENT, "--exam", "--exchange", "--course", str(course)]) == 0
    exam = source(fetched(course, tmp_path / "learner"))
    assert NO_KEYS.strip() in exam and EXAM_LINES[0][1] in exam and "hint(" not in exam
    # the grader's own hand-out stays what it is
    assert NO_KEYS.strip() not in source(nbformat.read(course / "release" / ASSIGNMENT / NAME, as_version=4))


def test_the_exchange_hands_out_the_handout_otherwise(course, tmp_path):
    assert main(["release", ASSIGNMENT, "--exchange", "--course", str(course)]) == 0
    handout = source(fetched(course, tmp_path / "learner"))
    assert NO_KEYS.strip() not in handout and 'hint("C1")' in handout


def test_an_exam_with_a_seed_asks_the_classs_own_questions(course, capsys):
    assert main(["release", ASSIGNMENT, "--exam", "--seed", "spring", "--course", str(course)]) == 0
    folder = course / "grading" / "exams" / ASSIGNMENT
    assert f"The exam is in {folder.resolve()}" in capsys.readouterr().out
    assert [path.name for path in folder.rglob("*")] == [NAME]
    exam = source(nbformat.read(folder / NAME, as_version=4))
    assert 'os.environ["INTERPARTY_VARIANT"]' in exam and 'os.environ["INTERPARTY_KEYS"] = "none"' in exam


def test_an_exchange_that_cannot_be_written_is_said_in_a_sentence(course, tmp_path, capsys):
    shutil.rmtree(tmp_path / "exchange")
    (tmp_path / "exchange").write_text("no folder")
    assert main(["release", ASSIGNMENT, "--exchange", "--course", str(course)]) == 1
    said = capsys.readouterr().err
    assert "Putting it into the exchange failed" in said and "Traceback" not in said
    assert Path(course / "release" / ASSIGNMENT / NAME).is_file()
