"""Fixtures of the browser tests: one JupyterLab a session, Debian's Chromium, a folder for notebooks made by a test."""

from __future__ import annotations

import os
import shutil

import pytest
from lab import CHROMIUM, SCREEN, LabServer, NotebookPage
from tests.conftest import ROOT

IN_CI = os.environ.get("CI", "").lower() == "true"


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Chromium of the system; a browser test is skipped without one, but never where CI runs."""
    if CHROMIUM is None:
        if IN_CI:
            pytest.fail("CI must run the browser tests, and no Chromium is installed: apt-get install chromium.")
        pytest.skip("no Chromium found: install it (Debian: apt-get install chromium) to run the browser tests")
    return {"executable_path": CHROMIUM, "args": ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]}


@pytest.fixture(scope="session")
def browser_context_args():
    """The screen of a small laptop."""
    return {"viewport": SCREEN, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def lab(browser_type_launch_args, tmp_path_factory):
    """The server; its root is a folder of its own."""
    folder = tmp_path_factory.mktemp("lab")
    root = folder / "work"
    root.mkdir()
    server = LabServer(folder, root)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def window(browser, browser_context_args):
    """One browser for all the tests of a module, as a learner has: what JupyterLab is made of is fetched once."""
    with browser.new_context(**browser_context_args) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(window):
    """A page for all the tests of a module: JupyterLab is loaded by the first one."""
    page = window.new_page()
    page.set_default_timeout(15_000)
    return page


@pytest.fixture
def notebook(desk, lab):
    """The page of a notebook: ``notebook.open("x.ipynb").run_all()``."""
    return NotebookPage(desk, lab, stays=True).tidy()


@pytest.fixture(scope="session")
def collection(lab):
    """A copy of what a learner has, below the server's root: running it may write beside it."""
    for folder in ("notebooks", "docs", "exercises/release", "exercises/keys"):
        shutil.copytree(ROOT / folder, lab.root / folder, ignore=shutil.ignore_patterns("*-progress.json", "__pycache__"))
    return lab.root


@pytest.fixture
def lesson(notebook, collection):
    """A function that opens a notebook by its number and runs its set-up and one more cell: ``lesson("04", "dial")``."""

    def opened(number: str, cell: str) -> NotebookPage:
        (path,) = (collection / "notebooks").glob(f"{number}-*.ipynb")
        notebook.open(path.relative_to(collection).as_posix()).run_cells("setup", cell)
        assert notebook.errors() == []
        return notebook

    return opened


@pytest.fixture
def kept(collection, request):
    """Where the widget that a test module names in ``WIDGET`` keeps its answers: no answer is there yet."""
    file = collection / "notebooks" / f"{request.module.WIDGET}-progress.json"
    file.unlink(missing_ok=True)
    return file
