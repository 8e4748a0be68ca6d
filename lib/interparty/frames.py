"""Rows to a table whose columns have the right types, at little cost: most texts are short, and each may have its own table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pandas as pd


def frame(rows: Sequence[Sequence], columns: list[str], types: dict[str, str]) -> pd.DataFrame:
    """A table of objects, None where a text says nothing, but for the columns that are numbers or truth values.

    Parameters
    ----------
    rows : sequence of sequences
        The rows, each in the order of ``columns``.
    columns : list of str
        The columns.
    types : dict
        Columns that are no objects, and their types; names that are no columns do not matter.
    """
    cells = np.empty((len(rows), len(columns)), dtype=object)
    if rows:
        cells[:] = rows
    table = pd.DataFrame(cells, columns=_index(*columns), dtype=object)
    # one by one: pandas is slow in converting a whole table, and must not guess what None means
    for number, name in enumerate(columns):
        if name in types:
            table.isetitem(number, np.array([row[number] for row in rows], dtype=types[name]))
    return table


@cache
def _index(*columns: str) -> pd.Index:
    return pd.Index(columns)
