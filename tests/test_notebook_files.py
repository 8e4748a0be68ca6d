"""Every committed notebook: clean as a file, and it runs top to bottom and in another order without a word on stderr."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]

FOLDERS = ("notebooks", "exercises/source", "exercises/release")
SECONDS = 120
CELL_METADATA = {"tags", "nbgrader", "editable", "deletable", "jupyter"}
KERNEL = ("python3", "python", "Python 3")  # the name every installation has: JupyterLab asks about any other
#: what every front end shows, and the widgets it has or loads by itself: VS Code and Notebook 7 as well as JupyterLab
MIMETYPES = {"text/html", "text/plain", "application/vnd.jupyter.widget-view+json"}
WIDGETS = {"anywidget", "@jupyter-widgets/base", "@jupyter-widgets/controls"}


def notebooks(*folders):
    files = [file for folder in folders for file in sorted((ROOT / folder).rglob("*.ipynb"))]
    return [file for file in files if ".ipynb_checkpoints" not in file.parts]


def name(file):
    return file.relative_to(ROOT).as_posix()


def read(file):
    return nbformat.read(file, as_version=nbformat.NO_CONVERT)


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_are_notebooks(folder):
    assert notebooks(folder), f"{folder} holds no notebook"


@pytest.fixture(params=notebooks(*FOLDERS), ids=name)
def file(request):
    return request.param


def test_format(file):
    notebook = read(file)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) >= (4, 5)


def test_nothing_of_a_run_is_left(file):
    notebook = read(file)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.id for cell in code if cell.outputs or cell.execution_count is not None] == []
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}
    kernel = notebook.metadata.kernelspec
    assert (kernel["name"], kernel["language"], kernel["display_name"].partition(" (")[0]) == KERNEL
    assert "version" not in notebook.metadata.get("language_info", {}), "the version of Python belongs to one machine"
    assert {cell.id: set(cell.metadata) - CELL_METADATA for cell in notebook.cells if set(cell.metadata) - CELL_METADATA} == {}
    assert [cell.id for cell in notebook.cells if "attachments" in cell] == []


def test_cells_have_names(file):
    ids = [cell.id for cell in read(file).cells]
    assert len(set(ids)) == len(ids)
    assert [cell_id for cell_id in ids if not is_name(cell_id)] == []


def is_name(cell_id):
    """Words joined by hyphens, as "chart-opening-fans"; not the hexadecimal numbers that editors give."""
    words = re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cell_id) is not None
    return words and len(cell_id) <= 64 and re.search(r"[a-z]{2}", cell_id) and not re.fullmatch(r"[0-9a-f-]{7,}", cell_id)


@pytest.mark.parametrize(
    ("cell_id", "good"),
    [("passages", True), ("chart-opening-fans", True), ("j1-check", True), ("9f3c2a1b", False), ("Setup", False), ("a_b", False)],
)
def test_what_counts_as_a_name(cell_id, good):
    assert bool(is_name(cell_id)) is good


def test_links_lead_somewhere(file):
    text = "\n".join(cell.source for cell in read(file).cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(([^)\s]+)", text) + re.findall(r"(?:src|href)=[\"']([^\"']+)", text)
    broken = [link for link in links if not re.match(r"(https?|mailto):", link) and not resolves(file, link)]
    assert broken == []


def resolves(file, link):
    path, _, fragment = link.partition("#")
    target = (file.parent / path.replace("%20", " ")) if path else file
    if not target.exists():
        return False
    if fragment.startswith("cell-id="):
        return fragment.removeprefix("cell-id=") in {cell.id for cell in read(target).cells}
    return True


@pytest.fixture(params=notebooks("notebooks"), ids=name)
def lesson(request):
    return request.param


@pytest.fixture
def ran(lesson, run_once):
    return run_once(lesson)


def test_runs_from_top_to_bottom(ran):
    """As it is run for print, which stops at a cell that fails."""
    assert ran.left + problems(ran.notebook) == []


def test_runs_in_another_order_after_the_set_up(lesson):
    notebook = read(lesson)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.id for cell in code].count("setup") == 1, "no code cell has the id 'setup'"
    code.sort(key=lambda cell: cell.id != "setup")
    notebook.cells = code[:1] + code[:0:-1]
    assert run(lesson, notebook) == []


def run(lesson, notebook):
    """Run a notebook where it stands; return what a learner should not have met: errors, stderr, files left behind."""
    before = present(lesson.parent)
    client = NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        allow_errors=True,
        shutdown_kernel="immediate",
        resources={"metadata": {"path": str(lesson.parent)}},
    )
    client.execute()
    return left_behind(lesson.parent, before) + problems(notebook)


def problems(notebook):
    """What a learner should not have met in a notebook that was run."""
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                found.append(f"{cell.id}: {output.ename}: {output.evalue}")
            elif output.output_type == "stream" and output.name == "stderr":
                found.append(f"{cell.id}: stderr: {output.text}")
            found += [f"{cell.id}: {kind}" for kind in set(output.get("data", ())) - MIMETYPES]
    states = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
    return found + [f"a widget of {module}" for module in {state["model_module"] for state in states.values()} - WIDGETS]


def left_behind(folder, before):
    return [f"left behind: {path}" for path in sorted(present(folder) - before)]


def present(folder):
    paths = (path.relative_to(folder) for path in Path(folder).rglob("*"))
    return {path.as_posix() for path in paths if not {".ipynb_checkpoints", "__pycache__"} & set(path.parts)}
