"""A DataFrame as a page table for readers: nothing cut off, whole numbers without ``.0``, empty places left empty."""

from __future__ import annotations

import pandas as pd

from .errors import InterpartyError
from .html import Html, el, stressed
from .html import table as page_table
from .wording import number

#: a cell shorter than this (a date, one word) is not broken over lines
_SHORT = 12


class Table:
    """A table that shows itself: HTML in a notebook, lines of text in a terminal.

    Attributes
    ----------
    html : Html
        The whole table.
    """

    def __init__(self, heads: list[str], rows: list[list[str]], caption: str) -> None:
        self._lines = [heads, *rows]
        cells = [[_unbroken(text) for text in row] for row in rows]
        self.html = el("div", page_table(caption, heads, cells), style="overflow-x:auto", tabindex="0")

    def __repr__(self) -> str:
        return "\n".join(" | ".join(line) for line in self._lines)

    def _repr_html_(self) -> str:
        return str(self.html)


def table(frame: pd.DataFrame, *columns: str, caption: str = "") -> Table:
    """Show rows of a table, each in full.

    Parameters
    ----------
    frame : DataFrame
        For example the claims, or a part of them.
    *columns : str
        Which columns, in this order; without any, all of them. A named index comes first by itself.
    caption : str
        What the table holds; without one, how many rows there are.

    Returns
    -------
    Table

    Raises
    ------
    InterpartyError
        When ``frame`` is no DataFrame, or has no column of that name.
    """
    if not isinstance(frame, pd.DataFrame):
        raise InterpartyError(f"table() shows a DataFrame such as the claims, not {type(frame).__name__}.")
    if frame.index.name:
        frame = frame.reset_index()
        columns = columns and (frame.columns[0], *(name for name in columns if name != frame.columns[0]))
    for name in columns:
        if name not in frame:
            raise InterpartyError(f"There is no column {name!r}: choose among {', '.join(map(str, frame.columns))}.")
    shown = frame[list(columns)] if columns else frame
    rows = [[told(value) for value in row] for row in shown.itertuples(index=False, name=None)]
    return Table(list(map(str, shown.columns)), rows, caption or f"{len(rows)} rows")


def told(value) -> str:
    """One cell in words; empty where nothing is known."""
    if value is None or value != value:  # None, or a missing number
        return ""
    return number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def _unbroken(text: str) -> Html:
    return el("span", stressed(text), style="white-space:nowrap") if len(text) < _SHORT else stressed(text)
