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
        claim_id → a figure that was computed from the claim ("365 a year"), where the chart draws that instead.
    heads : dict of str to str
        Where the chart draws readings instead of claims: column → head, for the data table. The rows then have the columns
        ``reading_id``, ``doc`` and ``par``; the place of each is added.
    """

    alt: str
    caption: str
    claims: pd.DataFrame
    computed: dict[str, str]
    heads: dict[str, str] = field(default_factory=dict)


def attach(fig: Figure, *, alt: str, caption: str, claims: pd.DataFrame, computed: dict[str, str] | None = None) -> Figure:
    """Fasten the notes to the figure and hand the figure back."""
    fig.interparty_notes = ChartNotes(alt, caption, claims.reset_index(drop=True), computed or {})
    return fig


def attach_readings(fig: Figure, *, alt: str, caption: str, rows: pd.DataFrame, heads: dict[str, str]) -> Figure:
    """As ``attach``, for a chart that draws readings: rows with ``reading_id``, ``doc``, ``par``, shown under ``heads``."""
    fig.interparty_notes = ChartNotes(alt, caption, rows.reset_index(drop=True), {}, heads)
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
