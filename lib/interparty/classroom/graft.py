"""Answers into the master: every cell of the master is there once, unchanged; only the answers come from the learner.

A cell that was handed in belongs to a cell of the master by its name (nbgrader's, then the notebook's own), or, where names
were lost, because it holds the same text, assigns the variable of a question, or calls its check. Cells of the learner's own
stay where they stood and are run there. So edited, deleted, copied, moved and stripped cells change nothing but answers.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from .intake import Cell

_CHECK = re.compile(r"""\bcheck\(\s*["'](\w+)["']""")
EXTRA = "extra"  # ids of cells that are the learner's own begin with it


@dataclass(frozen=True)
class Grafted:
    """The notebook to be run and marked.

    Attributes
    ----------
    notebook : NotebookNode
        The master with the answers in it.
    missing : tuple of str
        Names of answer cells of which nothing was handed in.
    notes : tuple of str
        What had to be put right, as sentences.
    """

    notebook: NotebookNode
    missing: tuple[str, ...]
    notes: tuple[str, ...]


def name_of(cell: NotebookNode) -> str:
    """The name of a cell of the master."""
    return cell.metadata.get("nbgrader", {}).get("grade_id") or cell.id


def is_answer(cell: NotebookNode) -> bool:
    """True for a cell that a learner fills in."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def question_checked(cell: NotebookNode | Cell) -> str:
    """The question that a cell checks ("J1"), or nothing."""
    kind = cell.kind if isinstance(cell, Cell) else cell.cell_type
    match = _CHECK.search(cell.source) if kind == "code" else None
    return match.group(1).upper() if match else ""


def assigned(source: str) -> set[str]:
    """Names that a cell gives a value to; of a cell with an error in it as far as can be seen."""
    try:
        tree = ast.parse(_without_magics(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(re.findall(r"^\s*([A-Za-z_]\w*)\s*=(?!=)", source, re.MULTILINE))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _without_magics(source: str) -> str:
    return re.sub(r"^(\s*)[%!?].*$", r"\1pass", source, flags=re.MULTILINE)


def graft(master: NotebookNode, cells: Iterable[Cell]) -> Grafted:
    """Put what was handed in into the master.

    Parameters
    ----------
    master : NotebookNode
        The hand-out, as the teacher has it.
    cells : iterable of Cell
        What was handed in, in its order.
    """
    given = list(cells)
    answers = {name_of(cell): cell for cell in master.cells if is_answer(cell)}
    homes, notes = _homes(master, given)
    last: dict[str, int] = {}  # answer cell of the master → the one handed in that is shown as its answer
    for place, (cell, home) in enumerate(zip(given, homes, strict=True)):
        if home in answers and (home not in last or cell.source != answers[home].source):
            last[home] = place
    copies = {home for home in last if sum(each == home for each in homes) > 1}
    notes += [f"{home} was there more than once." for home in sorted(copies)]
    following: dict[str, list[Cell]] = {}  # cell of the master, or "" for the start → cells of the learner's own after it
    before: dict[str, list[Cell]] = {}  # answer cell → copies of it that were run earlier
    anchor = ""
    for place, (cell, home) in enumerate(zip(given, homes, strict=True)):
        if home in answers:
            anchor = home
            if last.get(home) != place and cell.source != answers[home].source and cell.source.strip():
                before.setdefault(home, []).append(cell)
        elif home:
            anchor = home
        elif cell.source.strip():
            following.setdefault(anchor, []).append(cell)
    result = NotebookNode(nbformat=4, nbformat_minor=5, metadata=NotebookNode(dict(master.metadata)), cells=[])
    own = _Numbered()
    start = next((name_of(cell) for cell in master.cells if cell.cell_type == "code"), "")
    for cell in master.cells:
        name = name_of(cell)
        result.cells += map(own.cell, before.get(name, ()))
        copy = _copy(cell)
        if name in last:
            copy.source = given[last[name]].source
        result.cells.append(copy)
        # What stood before the first cell of the master is run after its set-up.
        result.cells += map(own.cell, (*(following.get("", ()) if name == start else ()), *following.get(name, ())))
    missing = tuple(name for name in answers if name not in last)
    return Grafted(result, missing, tuple(notes))


def _copy(cell: NotebookNode) -> NotebookNode:
    """A cell of the master without outputs and without metadata of anybody but nbgrader."""
    make = new_code_cell if cell.cell_type == "code" else new_markdown_cell
    ours = {"nbgrader": NotebookNode(dict(cell.metadata["nbgrader"]))} if "nbgrader" in cell.metadata else {}
    return make(cell.source, id=cell.id, metadata=NotebookNode(ours))


class _Numbered:
    """Cells of the learner's own under names of ours."""

    def __init__(self) -> None:
        self._count = 0

    def cell(self, given: Cell) -> NotebookNode:
        self._count += 1
        name = f"{EXTRA}-{self._count}"
        if given.kind == "code":
            return new_code_cell(given.source, id=name)
        # Shown as typed: in Markdown, a learner's HTML would run in the browser of whoever marks.
        return new_markdown_cell(f"```text\n{given.source.replace('```', chr(39) * 3)}\n```", id=name)


def _homes(master: NotebookNode, given: list[Cell]) -> tuple[list[str], list[str]]:
    """For each cell handed in the name of its cell in the master, empty for the learner's own; and what was put right."""
    by_name = {name_of(cell): cell for cell in master.cells}
    by_id = {cell.id: name_of(cell) for cell in master.cells}
    homes = [_by_names(cell, by_name, by_id) for cell in given]
    notes = []
    by_source = {(cell.cell_type, cell.source.strip()): name_of(cell) for cell in master.cells}
    variables = _variables(master)
    checks = {question_checked(cell): name_of(cell) for cell in master.cells if question_checked(cell)}
    known = {home for home in homes if home}
    lost = 0
    for place, cell in enumerate(given):
        home = homes[place]
        if home and not is_answer(by_name[home]):
            # An answer written into a cell that is not for answers counts, if its own cell holds none.
            wrong_place = cell.kind == "code" and cell.source.strip() != by_name[home].source.strip()
            wanted = [variables[name] for name in assigned(cell.source) & variables.keys()] if wrong_place else []
            if wanted and not _answered(by_name[wanted[0]], wanted[0], given, homes):
                notes.append(f"The answer {wanted[0]} stood in the cell {home}.")
                homes[place] = wanted[0]
            continue
        if home or not cell.source.strip():
            continue
        same = by_source.get((cell.kind, cell.source.strip()))
        names = assigned(cell.source) & variables.keys() if cell.kind == "code" else set()
        guess = same or next((variables[name] for name in sorted(names) if variables[name] not in known), "")
        if not guess and question_checked(cell) and len(cell.source.strip().splitlines()) == 1:
            guess = checks.get(question_checked(cell), "")
        if guess:
            homes[place], lost = guess, lost + 1
    if lost:
        notes.append(f"{lost} cells had lost their names and were found by what is in them.")
    return homes, notes


def _by_names(cell: Cell, by_name: dict, by_id: dict) -> str:
    return cell.grade_id if cell.grade_id in by_name else by_id.get(cell.id, "")


def _answered(master: NotebookNode, name: str, given: list[Cell], homes: list[str]) -> bool:
    return any(home == name and cell.source.strip() != master.source.strip() for cell, home in zip(given, homes, strict=True))


def question_of_cell(master: NotebookNode) -> dict[str, str]:
    """Name of a cell of the master → the question that it answers or checks."""
    answers = {name: variable.upper() for variable, name in _variables(master).items()}
    return answers | {name_of(cell): question_checked(cell) for cell in master.cells if question_checked(cell)}


def _variables(master: NotebookNode) -> dict[str, str]:
    """Variable of a question → name of its answer cell: what the answer cells of the master assign, and some check reads."""
    checked = {question_checked(cell).lower() for cell in master.cells}
    return {name: name_of(cell) for cell in master.cells if is_answer(cell) for name in assigned(cell.source) & checked}
