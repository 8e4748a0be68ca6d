"""The printable reader: notebooks run once and written as plain pages, for paper and for screens without a kernel.

Needs what JupyterLab brings with it (nbclient, nbconvert). A PDF is printed by a Chromium, Chrome or Edge that is installed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

from .errors import InterpartyError
from .html import Html, el, join

_HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_LIVE = "application/vnd.jupyter.widget-view+json"
#: seconds: for the longest cell of a notebook, and for the printing of one page
_CELL, _PRINT = 180, 180


def print_notebooks(notebooks: Sequence[Path], folder: Path, *, pdf: bool = False) -> list[Path]:
    """Run notebooks and write each as a page, with a page of contents.

    Parameters
    ----------
    notebooks : sequence of Path
        In the order of the contents.
    folder : Path
        Where the pages go; made if it is missing. Pages of the same name are replaced.
    pdf : bool
        Also print each page as a PDF.

    Returns
    -------
    list of Path
        The files written, the contents first.

    Raises
    ------
    InterpartyError
        When a notebook cannot be read or run, nbconvert or a browser is missing, or the folder cannot be written.
    """
    browser = _browser() if pdf else None
    names = [path.stem for path in notebooks]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for path in notebooks:
            page = folder / f"{path.stem}.html"
            page.write_text(page_of(executed(path), names), encoding="utf-8")
            written.append(page)
            if browser:
                written.append(_print(browser, page))
        contents = folder / "index.html"
        contents.write_text(_contents(notebooks), encoding="utf-8")
    except OSError as error:
        raise InterpartyError(f"{folder} cannot be written: {error.strerror or 'choose another folder'}.") from error
    return [contents, *written]


def executed(path: Path):
    """Run a notebook beside its file, which is not changed; gives back the notebook with its outputs.

    Raises
    ------
    InterpartyError
        When it cannot be read, or one of its cells fails.
    """
    nbformat, nbclient = _import("nbformat"), _import("nbclient")
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, KeyError) as error:
        raise InterpartyError(f"{path} is not a notebook that can be read.") from error
    place = {"metadata": {"path": str(path.parent)}}
    client = nbclient.NotebookClient(notebook, timeout=_CELL, kernel_name="python3", shutdown_kernel="immediate", resources=place)
    try:
        client.execute(stderr=subprocess.DEVNULL)  # what a kernel tells a terminal is not for whoever prints
    except nbclient.exceptions.CellExecutionError as error:
        raise InterpartyError(f"{path.name}: a cell fails with {error.ename}: {error.evalue}") from None
    return notebook


def page_of(notebook, others: Sequence[str] = ()) -> str:
    """One notebook with its outputs as an HTML page: folded parts open, widgets as their static twins.

    Parameters
    ----------
    notebook : NotebookNode
        As ``executed`` gives it back.
    others : sequence of str
        Names of the notebooks, without their ending, that have a page beside this one: links lead there.
    """
    exporter = _import("nbconvert").HTMLExporter(template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True)
    body, _ = exporter.from_notebook_node(_without_live_widgets(notebook))
    body = body.replace("<details", "<details open").replace("<details open open", "<details open")
    body = re.sub(r'href="[^"]*?([\w.-]+)\.ipynb(#[^"]*)?"', lambda link: _link(link, others), body)
    title = re.search(r"^#\s+(.+)$", "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown"), re.M)
    return _page(title[1] if title else "Notebook", Html(body))


def _without_live_widgets(notebook):
    """A copy in which each widget is its static twin: without a kernel the live form would be an empty place."""
    notebook = deepcopy(notebook)
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", ()):
                output.data.pop(_LIVE, None)
            if output.output_type == "stream":  # a bar that grows: on paper its last state alone
                output.text = re.sub(r"[^\n]*\r(?=[^\n])", "", output.text)
    return notebook


def _link(link: re.Match, others: Sequence[str]) -> str:
    return f'href="{link[1]}.html{link[2] or ""}"' if link[1] in others else link.group()


def _page(title: str, body: Html) -> str:
    style = Html((_HERE / "printing.css").read_text(encoding="utf-8"))
    head = el("head", el("meta", charset="utf-8"), el("title", title), el("style", style))
    return "<!DOCTYPE html>\n" + el("html", head, el("body", el("main", body)), lang="en-GB")


def _contents(notebooks: Sequence[Path]) -> str:
    nbformat = _import("nbformat")
    rows = []
    for path in notebooks:
        cells = nbformat.read(path, as_version=4).cells
        heading = next((line for cell in cells for line in cell.source.splitlines() if line.startswith("# ")), path.stem)
        rows.append(el("li", el("a", heading.lstrip("# "), href=f"{path.stem}.html")))
    return _page("Party to Party", join(el("h1", "Party to Party"), el("ol", rows)))


def _browser() -> str:
    found = next((place for name in BROWSERS if (place := shutil.which(name))), None)
    if found is None:
        raise InterpartyError(
            "No browser was found that prints by itself (Chromium, Chrome, Edge). Leave --pdf out, open the pages in your "
            "browser and print them there."
        )
    return found


def _print(browser: str, page: Path) -> Path:
    target = page.with_suffix(".pdf")
    with tempfile.TemporaryDirectory() as profile:
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}", "--no-pdf-header-footer",
            f"--print-to-pdf={target.resolve()}", page.resolve().as_uri(),
        ]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_PRINT)
        except subprocess.TimeoutExpired:
            done = None
    if done is None or done.returncode or not target.is_file():
        raise InterpartyError(
            f"{page.name} could not be printed by {Path(browser).name}: open it in your browser and print it there."
        )
    return target


def _import(name: str):
    try:
        return __import__(name)
    except ImportError:
        raise InterpartyError(f"Printing needs {name}, which JupyterLab brings with it: type python3 start.py once.") from None
