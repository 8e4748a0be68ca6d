"""nbgrader's exchange, to which every learner may write: links, other people's names, odd folders."""

import os
import pwd
import shutil
import sys

import pytest

pytest.importorskip("nbgrader")

from marked_class import EXERCISES

from interparty.classroom import exchange
from interparty.classroom.collecting import collect_exchange
from interparty.classroom.course import Course
from interparty.classroom.exchange import copy_own_files

ASSIGNMENT = "01-comintern"
NAME = f"{ASSIGNMENT}.ipynb"
WHEN = "2027-03-01 10:00:00 UTC"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nbgrader's exchange is for Linux and macOS")


@pytest.fixture
def course(tmp_path):
    root = tmp_path / "course"
    root.mkdir()
    for name in ("source", "keys", "release"):
        (root / name).symlink_to(EXERCISES / name)
    inbound = tmp_path / "exchange" / "party-to-party" / "inbound"
    inbound.mkdir(parents=True)
    config = (EXERCISES / "nbgrader_config.py").read_text("utf-8")
    (root / "nbgrader_config.py").write_text(f"{config}\nc.Exchange.root = {str(tmp_path / 'exchange')!r}\n", encoding="utf-8")
    return Course.at(root)


def put(course, student, when=WHEN, **files):
    folder = course.root.parent / "exchange" / "party-to-party" / "inbound" / f"{student}+{ASSIGNMENT}+{when}+x"
    folder.mkdir()
    (folder / NAME).write_text(student)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def submitted(course):
    return {
        path.relative_to(course.root / "submitted").as_posix()
        for path in (course.root / "submitted").rglob("*")
        if path.is_file()
    }


def test_a_link_in_the_exchange_brings_nothing_of_the_teachers(course):
    """nbgrader's own collector copies what a link points at, with the teacher's eyes."""
    folder = put(course, "mei", own="mine")
    (folder / "key.txt").symlink_to(EXERCISES / "keys" / "comintern.py")
    (folder / "all").symlink_to(EXERCISES)
    os.mkfifo(folder / "pipe")
    (folder / "deep").mkdir()
    (folder / "deep" / "x.txt").write_text("x")
    said = collect_exchange(course, ASSIGNMENT)
    assert submitted(course) == {f"mei/{ASSIGNMENT}/{NAME}", f"mei/{ASSIGNMENT}/own"}
    assert any("key.txt" in line and "link" in line for line in said)
    assert any("pipe" in line for line in said) and any("all" in line for line in said) and any("deep" in line for line in said)


def test_nobody_hands_in_for_another(course, monkeypatch):
    """The folder tells who made it; a later one in somebody's name does not replace what that person handed in."""
    me = pwd.getpwuid(os.getuid()).pw_name
    put(course, me)
    put(course, "mei", when="2027-03-02 10:00:00 UTC")
    # the one who collects is neither of them
    monkeypatch.setattr(exchange.os, "getuid", lambda: 4711)
    said = collect_exchange(course, ASSIGNMENT)
    assert submitted(course) == {f"{me}/{ASSIGNMENT}/{NAME}"}
    assert len(said) == 1 and f"mei+{ASSIGNMENT}" in said[0] and f"it belongs to {me}" in said[0]


def test_where_all_work_under_one_account_names_are_taken_as_they_are(course):
    put(course, "mei")
    put(course, "jo")
    assert collect_exchange(course, ASSIGNMENT) == []
    assert submitted(course) == {f"mei/{ASSIGNMENT}/{NAME}", f"jo/{ASSIGNMENT}/{NAME}"}


@pytest.mark.parametrize(
    "name",
    [
        "*+{}+2027-03-01 10:00:00 UTC+y",
        "..+{}+2027-03-01 10:00:00 UTC+y",
        "x+{}+no time at all+y",
        "+{}+2027-03-01 10:00:00 UTC+y",
        "x+{}+9999999-01-01 10:00:00 UTC+y",
    ],
)
def test_a_name_that_cannot_be_read_stops_nobody(course, name):
    put(course, "mei")
    folder = course.root.parent / "exchange" / "party-to-party" / "inbound" / name.format(ASSIGNMENT)
    folder.mkdir()
    said = collect_exchange(course, ASSIGNMENT)
    assert submitted(course) == {f"mei/{ASSIGNMENT}/{NAME}"}
    assert len(said) <= 1


def test_a_file_in_place_of_a_folder_stops_nobody(course):
    put(course, "mei")
    (course.root.parent / "exchange" / "party-to-party" / "inbound" / f"jo+{ASSIGNMENT}+{WHEN}+x").write_text("no folder")
    said = collect_exchange(course, ASSIGNMENT)
    assert submitted(course) == {f"mei/{ASSIGNMENT}/{NAME}"} and "it is no folder" in said[0]


def test_what_is_too_large_or_too_much_is_left(course, monkeypatch):
    monkeypatch.setattr(exchange, "LARGEST_FILE", 1000)
    monkeypatch.setattr(exchange, "MOST_FILES", 3)
    put(course, "mei", big="x" * 2000, **{f"z{n}": "x" for n in range(5)})
    said = collect_exchange(course, ASSIGNMENT)
    assert f"mei/{ASSIGNMENT}/{NAME}" in submitted(course) and f"mei/{ASSIGNMENT}/big" not in submitted(course)
    assert any("large" in line for line in said) and any("too many" in line for line in said)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_file_of_another_owner_is_not_copied(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "own").write_text("own")
    (source / "other").write_text("other")
    os.chown(source, 65534, -1)
    os.chown(source / "own", 65534, -1)
    assert copy_own_files(source, tmp_path / "target") == [("other", "it is no file of theirs")]
    assert [path.name for path in (tmp_path / "target").iterdir()] == ["own"]
    shutil.rmtree(source)


def test_the_course_names_our_collector(course):
    assert course.configuration().ExchangeFactory.collect is exchange.SafeCollect
