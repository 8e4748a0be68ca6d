"""What a page must be for everybody: each function looks at a notebook in the browser and gives back sentences on what is wrong.

A sentence names the cell, so that a failing test says where to look. None of them asserts: a test collects all and asserts once.
The looking itself is done in the page, by looks.js.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from lab import NotebookPage

from interparty.printing import page_of

#: what this collection writes, as against JupyterLab's own furniture: outputs, and the prose of Markdown cells
AUTHORED = [".jp-OutputArea-output", ".jp-MarkdownOutput"]
#: A4 within the margins of printing.css, in CSS pixels
PAPER = {"width": 673, "height": 986}
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def _ask(notebook: NotebookPage, name: str, *given):
    notebook.page.evaluate(_SCRIPT)
    return notebook.page.evaluate(f"(given) => window.looks.{name}(given)", list(given))


def layout(notebook: NotebookPage) -> list[str]:
    """No sideways scrolling of the page, and nothing that sticks out of it (a wide table may scroll inside its own frame)."""
    return _ask(notebook, "layout")


def pictures(notebook: NotebookPage) -> list[str]:
    """Each picture loads, and has alt text, a caption and its data one key press away."""
    return _ask(notebook, "pictures")


def targets(notebook: NotebookPage) -> list[str]:
    """Everything to be pressed is at least 24 px wide and high."""
    return _ask(notebook, "targets")


def voids(notebook: NotebookPage) -> list[str]:
    """No box with far more room at its end than it has something to show."""
    return _ask(notebook, "voids")


def chimneys(notebook: NotebookPage) -> list[str]:
    """No table cell of many words that is much taller than wide."""
    return _ask(notebook, "chimneys")


def faint(notebook: NotebookPage) -> list[str]:
    """What widgets draw stands out from its ground: letters 4.5 : 1, lines and marks 3 : 1."""
    return _ask(notebook, "faint")


def paper(notebook: NotebookPage) -> list[str]:
    """Printed with the outputs it has now: nothing is wider or a picture higher than the paper, and nothing may be parted."""
    book = notebook.page.evaluate("() => JSON.stringify(jupyterapp.shell.currentWidget.context.model)")
    sheet = notebook.page.context.new_page()
    sheet.set_viewport_size(PAPER)
    sheet.emulate_media(media="print")
    sheet.set_content(page_of(nbformat.reads(book, as_version=4)))
    sheet.evaluate(_SCRIPT)
    wrong = sheet.evaluate("(high) => window.looks.paper([high])", PAPER["height"])
    sheet.close()
    return wrong


def axe(notebook: NotebookPage) -> tuple[list[str], list[str], str]:
    """What axe-core finds on the whole page: violations in what we author, rules that JupyterLab itself breaks, axe's version.

    An element is ours when it stands inside an output or in the prose of a Markdown cell.
    """
    ours, theirs, told = [], set(), notebook.axe_response()
    for rule in told["violations"]:
        for node in rule["nodes"]:
            selector = node["target"][-1] if isinstance(node["target"][-1], str) else node["target"][-1][-1]
            if _ask(notebook, "isOurs", selector, AUTHORED):
                ours.append(f"axe {rule['id']}: {node['html'][:160]} ({rule['help']})")
            else:
                theirs.add(rule["id"])
    return ours, sorted(theirs), told["testEngine"]["version"]
