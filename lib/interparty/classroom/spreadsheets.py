"""Tables as CSV: whole or not at all, quoted, and without a cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from ..storing import whole_file

Rows = Iterable[Iterable[object]]
#: a cell that begins so is a formula to some spreadsheet; the last four are the wide forms of Chinese and Japanese keyboards
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(path: Path, rows: Rows, encoding: str = "utf-8") -> None:
    """Write a table so that any comma, quotation mark and line break in it survives.

    Parameters
    ----------
    path : Path
        The file.
    rows : iterable of iterables
        The heads first. None becomes an empty cell; a text that a spreadsheet would run as a formula gets an apostrophe.
    encoding : str
        "utf-8-sig" where a spreadsheet is to open it; importers want plain "utf-8".
    """
    with whole_file(path) as half, half.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:.10g}"
    text = str(value)
    return f"'{text}" if _is_formula(text) else text


def _is_formula(text: str) -> bool:
    return text.lstrip(" \u3000").startswith(FORMULA)


def as_written(cell: str) -> str:
    """A cell that was read, without the apostrophe that `write_csv` put before it."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell
