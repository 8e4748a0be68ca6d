"""What a chart says in words, carried by the Figure itself so that ``show`` can put it on the page."""

from __future__ import annotations

from dataclasses import dataclass

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
        The rows of the claims table that are drawn.
    computed : dict of str to str
        claim_id → a figure that was computed from the claim ("365 a year"), where the chart draws that instead.
    """

    alt: str
    caption: str
    claims: pd.DataFrame
    computed: dict[str, str]


def attach(fig: Figure, *, alt: str, caption: str, claims: pd.DataFrame, computed: dict[str, str] | None = None) -> Figure:
    """Fasten the notes to the figure and hand the figure back."""
    fig.interparty_notes = ChartNotes(alt, caption, claims.reset_index(drop=True), computed or {})
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
