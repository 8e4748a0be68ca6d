"""What several test modules share."""

import os
import subprocess
from pathlib import Path

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
