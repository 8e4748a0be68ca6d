"""Times as a learner feels them, in a real JupyterLab: each as a ratio to an empty widget or an empty notebook of the same run.

    python tests/benchmarks/felt.py                 # everything, about ten minutes
    python tests/benchmarks/felt.py widgets         # from a change to the redrawn page
    python tests/benchmarks/felt.py notebooks       # until a page is ready, and until all of its cells have run
    python tests/benchmarks/felt.py collection      # all notebooks without a browser, against kernels that only import

The floor is measured again before each thing that is compared with it, so that other work on the machine hits both.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from felt import EMPTY, STEPS, Step, changes  # noqa: E402
from lab import CHROMIUM, LabServer, NotebookPage, write_notebook  # noqa: E402

TIMES = 40  # changes of each widget
IMPORTS = "import pandas\nimport matplotlib.pyplot"


@contextmanager
def a_lab():
    """A JupyterLab with a copy of the collection, and a browser page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder) / "work"
        shutil.copytree(ROOT / "notebooks", work / "notebooks", ignore=shutil.ignore_patterns("*-progress.json"))
        write_notebook(work / "empty.ipynb", "")
        write_notebook(work / "floor.ipynb", EMPTY)
        server = LabServer(Path(folder), work)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield NotebookPage(browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce"), server)
        finally:
            browser.close()
            server.stop()


def widgets() -> None:
    """From a change to the redrawn page: median and 95th percentile, beside an empty widget."""
    print("| widget | median, ms | 95 %, ms | median ÷ empty | 95 % ÷ empty |\n|---|---|---|---|---|")
    with a_lab() as notebook:
        for (number, cell), step in STEPS.items():
            notebook.open("floor.ipynb").run_all()
            floor = _spread(changes(notebook, _FLOOR, TIMES)[0])
            (path,) = (notebook.lab.root / "notebooks").glob(f"{number}-*.ipynb")
            notebook.open(f"notebooks/{path.name}").run_cells("setup", cell)
            here = _spread(changes(notebook, step, TIMES)[0])
            ratios = [f"{mine / its:.1f}" for mine, its in zip(here, floor, strict=True)]
            print(f"| {number} {cell} | {here[0]:.0f} | {here[1]:.0f} | {ratios[0]} | {ratios[1]} |", flush=True)


def notebooks() -> None:
    """Until the page is ready, and until every cell has run, beside an empty notebook."""
    print("| notebook | ready, s | all cells run, s | ready ÷ empty | all of it ÷ empty |\n|---|---|---|---|---|")
    with a_lab() as notebook:
        notebook.open("empty.ipynb")  # the first page of a browser fills its cache
        for path in sorted((notebook.lab.root / "notebooks").glob("*.ipynb")):
            empty = _opened(notebook, "empty.ipynb")
            here = _opened(notebook, f"notebooks/{path.name}")
            ratios = f"{here[0] / empty[0]:.2f} | {sum(here) / sum(empty):.2f}"
            print(f"| {path.stem} | {here[0]:.1f} | {here[1]:.1f} | {ratios} |", flush=True)


def collection() -> None:
    """Every notebook executed in a kernel of its own, beside as many kernels that import pandas and matplotlib."""
    floor = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(IMPORTS)])
    spent = [0.0, 0.0]
    print("| notebook | s | kernel that imports, s |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "notebooks", folder, dirs_exist_ok=True)
        for path in sorted(Path(folder).glob("*.ipynb")):
            both = [_executed(book, folder) for book in (nbformat.read(path, 4), floor)]
            spent = [total + one for total, one in zip(spent, both, strict=True)]
            print(f"| {path.stem} | {both[0]:.1f} | {both[1]:.1f} |", flush=True)
    print(f"| all | {spent[0]:.1f} | {spent[1]:.1f} |\n\nThe collection takes {spent[0] / spent[1]:.2f} times the floor.")


def _opened(notebook: NotebookPage, path: str) -> tuple[float, float]:
    begin = time.perf_counter()
    notebook.open(path)
    ready = time.perf_counter()
    notebook.run_all(seconds=180)
    return ready - begin, time.perf_counter() - ready


def _executed(book: nbformat.NotebookNode, folder: str) -> float:
    begin = time.perf_counter()
    NotebookClient(book, timeout=180, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
    return time.perf_counter() - begin


def _spread(taken: list[float]) -> tuple[float, float]:
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


_FLOOR = Step("root.querySelector('button').click();")

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parts = {part.__name__: part for part in (widgets, notebooks, collection)}
    parser.add_argument("part", nargs="?", choices=parts, help="one of the three tables; without it, all")
    wanted = parser.parse_args().part
    for part in [parts[wanted]] if wanted else parts.values():
        part()
        print()
