"""One class's own questions: the seed of the course picks a row of each pool, and the master is written with these rows.

What was picked stands in the hand-out, as names of rows: from there the grader, the teacher's edition and ``check`` know which
question a class was asked. Nothing else has to be kept, and a row that is added later changes no class's marks.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from ..errors import InterpartyError
from ..questions import Variant, choose, load_pools
from ..questions.filling import blank, right, typed
from ..questions.pools import VARIANT_VARIABLE, said, variant_of
from ..storing import whole_file
from .course import Course, rows_of
from .graft import name_of, question_checked

#: below ``grading/``: masters with the rows of a class in them, from which nbgrader makes the hand-out
MASTERS = "masters"
_BEGIN, _END = "### BEGIN SOLUTION", "### END SOLUTION"


def seed_of(course: Course) -> str:
    """The seed in the configuration of a course, ``c.Variants.seed = "a word"``; empty where there is none."""
    return str(course.configuration().Variants.get("seed", "") or "")


def picked(course: Course, assignment: str, seed: str) -> dict[str, Variant]:
    """Question → variant, for those questions of an assignment that have a pool; none where the seed is empty."""
    if not seed:
        return {}
    asked = set(filter(None, map(question_checked, original(course, assignment).cells)))
    pools = {name: rows for name, rows in load_pools(course.root / "keys").items() if name in asked}
    return {name: pools[name][row] for name, row in choose(seed, pools).items()}


def original(course: Course, assignment: str) -> NotebookNode:
    """The master of an assignment as it lies in ``source``."""
    return nbformat.read(course.root / "source" / assignment / f"{course.notebook(assignment)}.ipynb", as_version=4)


def master(course: Course, assignment: str) -> NotebookNode:
    """The master of an assignment with the questions of this class."""
    rows = rows_of(course.handout(assignment))
    pools = load_pools(course.root / "keys") if rows else {}
    return varied(original(course, assignment), {name: variant_of(pools, name, row) for name, row in rows.items()})


def varied(notebook: NotebookNode, variants: Mapping[str, Variant]) -> NotebookNode:
    """A master in which these questions are asked of other passages.

    Parameters
    ----------
    notebook : NotebookNode
        The master; changed in place.
    variants : mapping
        Question → variant. Without any the master stays what it is.

    Raises
    ------
    InterpartyError
        When the master lacks a cell that a variant changes.
    """
    if not variants:
        return notebook
    cells = {name_of(cell): cell for cell in notebook.cells}
    for name, variant in variants.items():
        question, variable = variant.question, variant.question.variable
        _cell(cells, f"{variable}-task").source = f"{variant.heading}\n\n{variant.task}"
        empty, full = (typed(question, make(question.answer)) for make in (blank, right))
        _cell(cells, f"{variable}-answer").source = f"{empty}\n{_BEGIN}\n{full}\n{_END}"
        for cell, (before, after) in dict(variant.elsewhere).items():
            _cell(cells, cell).source = _cell(cells, cell).source.replace(before, after)
        if variant.aim:
            title = _cell(cells, "title")
            lines = title.source.split("\n")
            title.source = "\n".join(
                f"- {variant.aim}" if line.startswith("- ") and f"({name})" in line else line for line in lines
            )
    rows = {name: variant.row for name, variant in variants.items()}
    start = next(cell for cell in notebook.cells if cell.cell_type == "code")
    line = f'os.environ["{VARIANT_VARIABLE}"] = "{said(rows)}"  # the questions of this class'
    start.source = f"import os\n\n{line}\n\n{start.source}"
    notebook.metadata["interparty"] = NotebookNode({"variant": rows})
    return notebook


def _cell(cells: Mapping[str, NotebookNode], name: str) -> NotebookNode:
    if name not in cells:
        raise InterpartyError(f"The master has no cell {name}, which a variant of its questions needs.")
    return cells[name]


def write_master(course: Course, assignment: str, variants: Mapping[str, Variant]) -> Path:
    """Write the master with these variants, and what lies beside it, to where nbgrader makes the hand-out from.

    Raises
    ------
    InterpartyError
        When learners have handed in answers to other questions already.
    """
    _not_too_late(course, assignment, {name: variant.row for name, variant in variants.items()})
    folder = course.grading(MASTERS, assignment)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(course.root / "source" / assignment, folder, ignore=shutil.ignore_patterns(".*"))
    with whole_file(folder / f"{course.notebook(assignment)}.ipynb") as path:
        nbformat.write(varied(original(course, assignment), variants), path)
    return folder


def _not_too_late(course: Course, assignment: str, rows: Mapping[str, str]) -> None:
    if not course.submitted(assignment):
        return
    handed_out = rows_of(course.handout(assignment))
    if handed_out != dict(rows):
        raise InterpartyError(
            f"{len(course.submitted(assignment))} learners have handed in {assignment} with the questions of another seed; they "
            f"would be marked by keys of questions that they were not asked. Release with the seed that you used before, or move "
            f"submitted{os.sep}*{os.sep}{assignment} away."
        )
