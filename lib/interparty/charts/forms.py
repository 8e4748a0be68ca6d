"""A grid of forms of contact and periods: what one book states, shuts out, or leaves without a sentence."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..errors import InterpartyError
from . import marks
from .notes import attach_readings

#: period → head of its column
PERIODS = {"before": "before the 1970s", "between": "the 1970s", "after": "after the 1970s"}
#: what the book says → sign and colour of the mark
SIGNS = {"stated": ("●", "blue"), "rarely": ("◐", "blue"), "shut out": ("✕", "vermillion")}
SAID = {"stated": "stated", "rarely": "“very rarely”", "shut out": "shut out by “limited to”"}
KEY = (" " * 5).join([*(f"{sign}  {SAID[says]}" for says, (sign, _) in SIGNS.items()), "(empty)  no sentence"])
HEADS = {
    "form": "Form or content",
    "period": "Period",
    "says": "What it says",
    "words_of_time": "Its words of time",
    "quote": "Words",
}
LEFT, STEP = 3.3, 2.1


def forms_by_period(forms: pd.DataFrame) -> Figure:
    """Draw which forms of contact a book names for which period. An empty cell is a silence, not an absence.

    Parameters
    ----------
    forms : DataFrame
        ``ip.readings("leaning-forms")``: one row for each place, with ``form``, ``period`` (before, between, after) and ``says``
        (stated, rarely, shut out).

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When the table holds no form, or a period or a word for what is said that the chart does not know.
    """
    if forms.empty:
        raise InterpartyError('This table of forms is empty: give ip.readings("leaning-forms").')
    for column, known in (("period", PERIODS), ("says", SIGNS)):
        if odd := sorted(set(forms[column]) - set(known)):
            raise InterpartyError(f"The column {column} of these forms holds {odd[0]!r}: write one of {', '.join(known)}.")
    names = list(dict.fromkeys(forms["form"]))
    cells = dict(list(forms.groupby(["form", "period"], sort=False)))
    fig = marks.new_figure(marks.WIDTH, 1.7 + 0.46 * len(names))
    ax = fig.add_axes((0.01, 0.01, 0.98, 0.98))
    _draw(ax, names, cells)
    shown = forms.assign(period=forms["period"].map(PERIODS), says=forms["says"].map(SAID), quote="“" + forms["quote"] + "”")
    return attach_readings(
        fig,
        alt=_alt(names, cells),
        caption=(
            "A claim of one book, not a finding about the world. ● the book states it; ◐ it says “very rarely”; ✕ it says that "
            "the form “was limited to” others. An empty cell means that no sentence was found, not that the thing did not "
            "happen. The book's words leave the 1970s themselves between the two columns; what it dates by the reform of 1978 "
            "is put after."
        ),
        rows=shown,
        heads=HEADS,
    )


def _draw(ax: Axes, names: list[str], cells: dict) -> None:
    ax.set_xlim(0, LEFT + STEP * len(PERIODS))
    ax.set_ylim(len(names) + 0.9, -1.6)
    ax.set_axis_off()
    ax.text(0, -1.25, "Forms of contact that one book names", fontsize=marks.TITLE, fontweight="bold", va="center")
    for column, (period, head) in enumerate(PERIODS.items()):
        x = LEFT + STEP * column
        if period == "between":
            ax.axvspan(
                x,
                x + STEP,
                ymin=0.9 / (len(names) + 2.5),
                ymax=1 - 0.9 / (len(names) + 2.5),
                facecolor="#efefef",
                hatch="//",
                edgecolor="#d0d0d0",
                lw=0,
            )
        ax.text(x + STEP / 2, -0.35, head, fontsize=marks.BODY, fontweight="bold", ha="center", va="center")
        for row, name in enumerate(names):
            if (name, period) in cells:
                _mark(ax, x, row + 0.5, cells[name, period])
    for row, name in enumerate(names):
        ax.text(0, row + 0.5, name, fontsize=marks.BODY, va="center")
        ax.axhline(row, color="#c8c8c8", lw=0.8)
    ax.axhline(len(names), color="#c8c8c8", lw=0.8)
    ax.text(0, len(names) + 0.5, KEY, fontsize=marks.SMALL, va="center")


def _mark(ax: Axes, x: float, y: float, rows: pd.DataFrame) -> None:
    says = rows["says"].iloc[0]
    colour = marks.INK[SIGNS[says][1]]
    at = x + 0.55
    place = {"gid": " ".join(rows["reading_id"]), "color": colour}
    if says == "shut out":
        ax.plot([at], [y], "x", ms=11, mew=2.6, **place)
    else:
        style = {"stated": "full", "rarely": "left"}[says]
        ax.plot([at], [y], "o", ms=13, fillstyle=style, markerfacecoloralt="white", mew=1.6, **place)
    ax.text(at + 0.25, y, _places(rows), fontsize=marks.SMALL, va="center", gid=place["gid"])


def _places(rows: pd.DataFrame) -> str:
    return " ".join(f"¶{par}" for par in dict.fromkeys(rows["par"]))


def _alt(names: list[str], cells: dict) -> str:
    def told(name: str, period: str) -> str:
        rows = cells.get((name, period))
        return "no sentence" if rows is None else f"{SAID[rows['says'].iloc[0]]} ({_places(rows)})"

    lines = [f"{name}: " + ", ".join(f"{head} {told(name, period)}" for period, head in PERIODS.items()) for name in names]
    counts = {
        period: sum((name, period) in cells and cells[name, period]["says"].iloc[0] == "stated" for name in names)
        for period in PERIODS
    }
    docs = ", ".join(dict.fromkeys(doc for rows in cells.values() for doc in rows["doc"]))
    found = ", ".join(f"{counts[period]} stated for {head}" for period, head in PERIODS.items())
    return (
        f"Grid of {len(names)} forms of contact and three periods, from {docs} alone. {'; '.join(lines)}. What it shows: {found}."
    )
