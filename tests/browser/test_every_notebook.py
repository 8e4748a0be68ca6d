"""Every notebook and exercise as a learner meets it: run in a real JupyterLab, looked at in both themes and enlarged, with axe.

Screenshots go to ``test-artefacts/`` (outside git). At 200 % a screen of 1280 × 800 shows what fits into 640 × 400.
"""

from __future__ import annotations

import os

import pytest
from lab import SCREEN, NotebookPage
from looks import axe, chimneys, faint, layout, paper, pictures, targets, voids
from tests.conftest import ROOT

FOLDERS = {"notebooks": "notebooks/*.ipynb", "exercises": "exercises/release/*/*.ipynb", "docs": "docs/*.ipynb"}
PAGES = sorted(path.relative_to(ROOT).as_posix() for pattern in FOLDERS.values() for path in ROOT.glob(pattern))
ENLARGED = {"width": 640, "height": 400}
TALLEST = 16_000  # Chromium draws no taller picture


def test_every_folder_has_pages():
    assert [folder for folder in FOLDERS if not any(page.startswith(folder) for page in PAGES)] == []


@pytest.fixture
def notebook(page, lab):
    """A browser of its own for each page: nothing that another one has loaded makes up for what it lacks."""
    page.set_default_timeout(15_000)
    return NotebookPage(page, lab)


@pytest.mark.parametrize("path", PAGES)
def test_a_page(notebook, collection, path, record_property):
    page = notebook.page
    for answers in (collection / path).parent.glob("*-progress.json"):
        answers.unlink()  # what another test has answered
    notebook.open(path).run_all(seconds=180)
    notebook.command("application:toggle-left-area")  # a learner makes room for the page
    wrong = [f"traceback: {error[-200:]}" for error in notebook.errors()]
    wrong += pictures(notebook) + targets(notebook) + paper(notebook) + voids(notebook)

    page.locator(".jp-Notebook details").evaluate_all("all => all.forEach(one => one.open = true)")
    wrong += [f"at 100 %: {each}" for each in layout(notebook)]
    ours, theirs = [], set()
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        notebook.theme(theme)
        here, others, engine = axe(notebook)
        ours += [f"{theme}: {each}" for each in here + faint(notebook)]
        theirs |= set(others)
        keep_picture(notebook, path, theme.split()[-1].lower())
    notebook.theme("JupyterLab Light")

    page.set_viewport_size(ENLARGED)
    page.wait_for_timeout(300)
    wrong += [f"at 200 %: {each}" for each in layout(notebook) + voids(notebook) + chimneys(notebook)]
    keep_picture(notebook, path, "enlarged")
    page.set_viewport_size(SCREEN)

    found = f"axe-core {engine} finds {len(ours)} violations in what we write"
    lab = f"JupyterLab {page.evaluate('() => jupyterapp.version')}"
    record_property("line", f"{path}: {found}; {lab} itself breaks {', '.join(sorted(theirs)) or 'no rule'}")
    assert wrong + ours == [], "\n".join(dict.fromkeys(wrong + ours))


def keep_picture(notebook, path, name):
    """The notebook in tall pictures, if there is a place for them: light to its end, dark and enlarged the first only."""
    folder = os.environ.get("TEST_ARTEFACTS") or (ROOT / "test-artefacts" if os.environ.get("CI") == "true" else None)
    if not folder:
        return
    stem = ROOT / folder / f"{path.replace('/', '_').removesuffix('.ipynb')}-{name}"
    stem.parent.mkdir(parents=True, exist_ok=True)
    panel, size = notebook.page.locator(".jp-Notebook .jp-WindowedPanel-outer").first, notebook.page.viewport_size
    tall = panel.evaluate("one => { one.scrollTop = 0; return one.scrollHeight; }")
    notebook.page.set_viewport_size({"width": size["width"], "height": min(max(tall + 200, size["height"]), TALLEST)})
    shown, part, at = -TALLEST, 1, 0
    while at > shown + 200 and (part == 1 or name == "light"):  # the panel does not scroll beyond its end, give or take a little
        notebook.page.wait_for_timeout(1_000 if part > 1 else 0)  # cells far away are drawn only when they come near
        notebook.page.screenshot(path=f"{stem}{f'-{part}' if part > 1 else ''}.png")
        shown, part = at, part + 1
        at = panel.evaluate(f"one => {{ one.scrollTop += {TALLEST - 400}; return one.scrollTop; }}")
    notebook.page.set_viewport_size(size)
