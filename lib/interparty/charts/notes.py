"""What a chart says in words, carried by the Figure itself so that ``show`` can put it on the page."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd
from matplotlib.figure import Figure

from ..errors import InterpartyError


@dataclass(frozen=True)
class ChartNotes:
    """Words and data behind a chart.

    Parameters
    ----------
    alt : str
        Chart type, what is plotted, what it shows.
    caption : str
        What to look at, and which drawing conventions are only conventions.
    claims : DataFrame
        The rows that are drawn, of the claims table or of a table of readings.
    computed : dict of str to str
        claim_id or name of a mark → a figure that was computed from the claim ("365 a year"), where the chart draws that.
    heads : dict of str to str
        Where the chart draws readings instead of claims: column → head, for the data table. The rows then have the columns
        ``reading_id``, ``doc`` and ``par``; the place of each is added.
    stands_for : dict of str to tuple of str
        Name of a mark in the picture (``gid``) → the ids that it stands for, where they are too many for a name.
    more : DataFrame or None
        Rows that marks stand for and the data table does not hold, such as the words behind an arrow.
    """

    alt: str
    caption: str
    claims: pd.DataFrame
    computed: dict[str, str]
    heads: dict[str, str] = field(default_factory=dict)
    stands_for: dict[str, tuple[str, ...]] = field(default_factory=dict)
    more: pd.DataFrame | None = None

    @property
    def key(self) -> str:
        """The column that names a row."""
        return "reading_id" if self.heads else "claim_id"

    @property
    def ids(self) -> list[str]:
        """The ids of all rows that marks may stand for."""
        return [row[self.key] for row in self.rows()]

    def rows(self) -> list[dict]:
        """All rows that marks may stand for, in the order of the data."""
        return [row for frame in (self.claims, self.more) if frame is not None for row in frame.to_dict("records")]


def ids_of(gid: str) -> tuple[str, ...]:
    """The ids in the name of a mark: divided by blanks, before a slash that tells marks of one id apart.

    >>> ids_of("a b/share"), ids_of("a/25"), ids_of("a")
    (('a', 'b'), ('a',), ('a',))
    """
    return tuple(gid.split("/")[0].split())


def attach(fig: Figure, *, alt: str, caption: str, claims: pd.DataFrame, computed: dict[str, str] | None = None) -> Figure:
    """Fasten the notes to the figure and hand the figure back."""
    fig.interparty_notes = ChartNotes(alt, caption, claims.reset_index(drop=True), computed or {})
    return fig


def attach_readings(
    fig: Figure, *, alt: str, caption: str, rows: pd.DataFrame, heads: dict[str, str], stands_for=None, more=None
) -> Figure:
    """As ``attach``, for a chart that draws readings: rows with ``reading_id``, ``doc``, ``par``, shown under ``heads``."""
    fig.interparty_notes = ChartNotes(alt, caption, rows.reset_index(drop=True), {}, heads, stands_for or {}, more)
    return fig


def notes_of(fig) -> ChartNotes:
    """The notes of a figure made by this library; InterpartyError for anything else."""
    notes = getattr(fig, "interparty_notes", None)
    if isinstance(notes, ChartNotes):
        return notes
    raise InterpartyError(
        f"show() takes a chart made by interparty.charts, and this is a {type(fig).__name__} without words and data of "
        "its own: draw it with one of the functions of interparty.charts, or end the cell with the figure itself."
    )


def chosen(claims: pd.DataFrame, keep: pd.Series, wanted: str) -> pd.DataFrame:
    """The rows to draw; one clear sentence when there are none."""
    rows = claims[keep]
    if rows.empty:
        raise InterpartyError(
            f"This table of claims holds {wanted}: give the claims of all five texts, ip.claims(ip.load_corpus())."
        )
    return rows
