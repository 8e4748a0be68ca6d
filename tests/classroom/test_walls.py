"""Without a sandbox nothing of a learner's is run; in it there is nothing to see, and nothing outlives it."""

import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")

import psutil

from interparty.classroom import sandbox, submissions
from interparty.classroom.course import Course
from interparty.classroom.kernel import Kernel
from interparty.classroom.limits import Limits
from interparty.classroom.sandbox import NoSandbox, bubblewrap, try_out, visible

LIMITS = Limits(cell_seconds=10)
EXERCISES = Path(__file__).parents[2] / "exercises"
needs_bubblewrap = pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")


def test_without_a_sandbox_grading_refuses_and_says_what_is_at_risk(monkeypatch):
    monkeypatch.setattr(sandbox.shutil, "which", lambda name: None)
    submissions.choose_sandbox.cache_clear()
    with pytest.raises(NoSandbox) as told:
        submissions.choose_sandbox(Course(EXERCISES), LIMITS)
    assert "read the keys" in str(told.value) and "--unsandboxed" in str(told.value)
    assert submissions.choose_sandbox(Course(EXERCISES), LIMITS, unsandboxed=True) is False
    submissions.choose_sandbox.cache_clear()


@needs_bubblewrap
def test_a_sandbox_that_leaks_is_not_used(monkeypatch, tmp_path):
    """The look before the first submission finds what should not be there: here the folder of Python itself, called a secret."""
    with pytest.raises(NoSandbox, match="can be read"):
        try_out(LIMITS, [tmp_path / "elsewhere", Path(sys.prefix)], tmp_path)


@needs_bubblewrap
def test_a_sandbox_that_holds_is_used(tmp_path):
    try_out(LIMITS, [EXERCISES, EXERCISES / "keys"], tmp_path)


@needs_bubblewrap
def test_a_course_inside_the_folder_of_python_is_hidden(tmp_path):
    inside = visible()[0] / "some-course"
    argv = bubblewrap(["true"], sockets=tmp_path, connection=tmp_path, files=(), hide=[inside, tmp_path], limits=LIMITS)
    hidden = [argv[place + 1] for place, word in enumerate(argv) if word == "--tmpfs"]
    assert hidden == ["/tmp", str(inside)]


def test_nothing_of_the_project_is_shown_but_library_texts_and_python():
    root = EXERCISES.parent.resolve()
    shown = [path for path in visible() if path.is_relative_to(root)]
    assert not [path for path in shown if EXERCISES.resolve().is_relative_to(path) or path.is_relative_to(EXERCISES.resolve())]
    assert {path.name for path in shown} <= {".venv", "interparty", "seeds"}


def test_a_python_called_by_a_detour_is_found_inside(monkeypatch):
    """As ../.venv/bin/python from the folder of the course, which the sandbox hides."""
    detour = f"{EXERCISES}/../{Path(sys.prefix).name}/bin/python"
    monkeypatch.setattr(sys, "executable", detour)
    monkeypatch.setattr(sys, "prefix", f"{EXERCISES}/../{Path(sys.prefix).name}")
    assert ".." not in sandbox.python() and sandbox.python().endswith("bin/python")
    assert not [path for path in visible() if ".." in path.parts or path.is_relative_to(EXERCISES)]


def test_the_environment_holds_no_key_of_anybody():
    assert set(sandbox.environment()) >= {"HOME", "PATH"}
    assert sandbox.environment()["INTERPARTY_KEYS"] == "none"


@needs_bubblewrap
def test_nothing_outlives_its_kernel():
    kernel = Kernel(LIMITS)
    top = psutil.Process(kernel._manager.provisioner.pid)
    daemon = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            time.sleep(1)
    os._exit(0)"""
    kernel.run(daemon, 10)
    family = [top, *top.children(recursive=True)]
    folder = kernel._folder
    assert len(family) >= 4
    kernel.close()
    _, alive = psutil.wait_procs(family, timeout=10)
    assert not alive and not folder.exists()


@needs_bubblewrap
def test_files_beside_the_messages_stop_the_kernel():
    kernel = Kernel(LIMITS)
    try:
        with pytest.raises(Exception, match="nothing is to be written"):
            kernel.run("import glob, time\nopen(glob.glob('/tmp/ip-*/s')[0] + '/x', 'w').close()\ntime.sleep(5)", 10)
    finally:
        kernel.close()


def test_the_command_line_says_what_is_missing(tmp_path, capsys):
    from interparty.classroom.commandline import main

    assert main(["grade", "05-jiang-zemin", "--course", str(tmp_path)]) == 1
    assert "is no course" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["grade"])
    assert ended.value.code == 2
