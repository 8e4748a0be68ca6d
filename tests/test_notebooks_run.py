"""Every notebook runs from top to bottom, and again in another order after its set-up cell, without a red line."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
ORDERS = {"top to bottom": list, "bottom to top": lambda cells: list(reversed(cells))}


def run(path, order):
    """The executed code cells of a notebook: the set-up cell first, the others in the given order."""
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    (setup,) = [cell for cell in code if cell.id == "setup"]
    notebook.cells = [setup, *order([cell for cell in code if cell is not setup])]
    client = NotebookClient(
        notebook,
        timeout=60,
        kernel_name="python3",
        shutdown_kernel="immediate",
        resources={"metadata": {"path": path.parent}},
    )
    client.execute()
    return notebook.cells


def test_there_are_notebooks_to_run():
    assert len(NOTEBOOKS) >= 2


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(path, order):
    cells = run(path, ORDERS[order])
    assert len(cells) > 3
    for cell in cells:
        for output in cell.outputs:
            assert output.output_type != "error", cell.id
            assert output.get("name") != "stderr", f"{cell.id}: {output.text}"
            # A mistake that a learner can mend is shown as a sentence: none of them belongs in a fresh notebook.
            assert "Please check:" not in str(output), cell.id
