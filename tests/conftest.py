"""What several test modules share."""

import json
import os
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

# No timed assertions: a busy machine must not fail a test. In CI the same examples are tried in each run.
settings.register_profile("project", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("project")

# Notebooks that a test runs must not note tries in the record of whoever works in this folder.
os.environ["INTERPARTY_PROGRESS"] = "off"

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root():
    """The project folder."""
    return ROOT


@pytest.fixture(scope="session")
def corpus():
    """The five seeds, loaded once for each worker."""
    import interparty

    return interparty.load_corpus()


@pytest.fixture(scope="session")
def claims(corpus):
    """The claims table of the five seeds: not to be changed by a test."""
    import interparty

    return interparty.claims(corpus)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """A function that makes something in a folder once, however many processes test, and gives that folder.

    ``made_once("a-class", make)`` calls ``make(folder)``, where no folder is yet. Who comes second waits until it is there.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def made(name, make):
        place = shared / name
        try:
            place.mkdir()
        except FileExistsError:
            while not (place / "end").exists():
                time.sleep(0.2)
        else:
            end = "failed"
            try:
                make(place / "made")
                end = "made"
            finally:
                half = place / "half"
                half.write_text(end, encoding="utf-8")
                half.replace(place / "end")
        assert (place / "end").read_text(encoding="utf-8") == "made", f"{name} was not made: see its first test"
        return place / "made"

    return made


@pytest.fixture(scope="session")
def run_once(made_once):
    """A function that runs a lesson for print and gives ``notebook``, with its outputs, and ``left``, the files left behind.

    Each lesson is run once, however many tests look at it.
    """
    import nbformat
    from tests.test_notebook_files import left_behind, present

    from interparty.printing import executed

    def run(lesson):
        def make(folder):
            folder.mkdir()
            before = present(lesson.parent)
            notebook = executed(lesson)
            (folder / "left.json").write_text(json.dumps(left_behind(lesson.parent, before)), encoding="utf-8")
            nbformat.write(notebook, folder / "run.ipynb")

        folder = made_once(f"run-{lesson.stem}", make)
        left = json.loads((folder / "left.json").read_text(encoding="utf-8"))
        return SimpleNamespace(notebook=nbformat.read(folder / "run.ipynb", as_version=4), left=left)

    return run


@pytest.fixture(scope="session")
def tracked():
    """The files of the project as git knows them, new ones included and ignored ones left out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        pytest.skip(f"git cannot list the files of this folder: {done.stderr.strip()}")
    files = sorted({ROOT / name for name in done.stdout.split("\0") if name})
    files = [file for file in files if file.is_file()]
    assert files, "git lists no file"
    return files


def pytest_terminal_summary(terminalreporter):
    """Print what tests have recorded with ``record_property("table" or "line", …)``, also when they pass."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    for line in sorted({value for report in reports for name, value in report.user_properties if name == "line"}):
        terminalreporter.write_line(line)
    for report in reports:
        for name, value in report.user_properties:
            if name == "table" and report.when == "call":
                terminalreporter.write_sep("-", report.nodeid)
                terminalreporter.write_line(value)
