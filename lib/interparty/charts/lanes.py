"""Swimlanes of dated events: a point for a month, an open bar for what is only said to lie between two years."""

from __future__ import annotations

from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..corpus import Corpus
from ..events import events
from ..wording import citation, date, year
from . import marks
from .notes import attach_readings

LANES = {"one": "With one partner", "several": "With several parties"}
HEADS = {
    "event": "Event",
    "time": "Date",
    "host": "Who holds it, in the text",
    "partners": "Partners, in the text's words",
    "reading": "What to mind",
}
#: the years of the axis: the text ends in 2007, and what comes after stays empty
FIRST, LAST, UNTOLD = 2002, 2013, 2008
PAPER = {"bbox": {"facecolor": "white", "edgecolor": "none", "pad": 2}}


def event_lanes(corpus: Corpus | None = None) -> Figure:
    """Draw the events that zhong-2007 dates between 2003 and 2007, in two lanes.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    Figure
        For ``interparty.show``. A point is an event with a month; the open bar holds events of which only a span is said.
    """
    rows = events(corpus)
    fig = marks.new_figure(marks.WIDTH, 6.2)
    ax = fig.add_subplot()
    height = 0.0
    for lane, title in LANES.items():
        ax.text(FIRST, -height, title, fontsize=marks.BODY + 1, fontweight="bold", va="center")
        for row in rows[rows["lane"] == lane].to_dict("records"):
            height += 1
            _draw(ax, -height, row)
        height += 1.35
    dated, spans = rows[~rows["span"]], rows[rows["span"]]
    _frame(ax, height, dated, spans)
    fig.subplots_adjust(left=0.035, right=0.985, top=0.82, bottom=0.08)
    told = "; ".join(f"{row['time']}: {row['event']}, with {row['partners']} {row['cite']}" for row in rows.to_dict("records"))
    return attach_readings(
        fig,
        alt=(
            f"Swimlanes, {FIRST} to {LAST - 1}. {told}. What it shows: {_finding(dated, spans)}. "
            "Nothing is drawn after 2007, because the texts end there."
        ),
        caption=(
            "A solid point is an event with a month. The open bar is a span: the text puts three seminars somewhere inside it "
            "and names no year for any of them. The years after 2007 are hatched because the texts end there, not because "
            "nothing happened. One book chose these events: they show variety, not how many there were."
        ),
        rows=rows,
        heads=HEADS,
    )


def _draw(ax: Axes, y: float, row: dict) -> None:
    first, last = year(row["start"]), year(row["end"], last=True)
    label = f"{fill(row['event'], 56)}\n{row['time']}"
    if row["span"]:
        look = {"fill": False, "ls": (0, (4, 2)), "lw": 2, "edgecolor": marks.INK["vermillion"], "gid": row["reading_id"]}
        ax.add_patch(Rectangle((first, y - 0.26), last - first, 0.52, **look))
        ax.text((first + last) / 2, y, "three, somewhere in here", ha="center", va="center", fontsize=marks.SMALL)
    else:
        last = (first + last) / 2
        ax.plot([last], [y], "o", ms=11, color=marks.INK["blue"], gid=row["reading_id"])
    ax.annotate(
        label,
        (last, y),
        xytext=(11, 0),
        textcoords="offset points",
        va="center",
        fontsize=marks.SMALL,
        gid=row["reading_id"],
        **PAPER,
    )


def _frame(ax: Axes, height: float, dated: pd.DataFrame, spans: pd.DataFrame) -> None:
    ax.set_xlim(FIRST, LAST)
    ax.set_ylim(-height + 0.6, 0.6)
    ax.set_yticks([])
    ax.set_xticks(range(FIRST, LAST))
    marks.tidy(ax, keep=("bottom",))
    ax.grid(axis="x", color="#dddddd", lw=0.8)
    ax.set_axisbelow(True)
    ax.axvspan(UNTOLD, LAST, facecolor="none", edgecolor="#cccccc", hatch="//", lw=0)
    ax.text(UNTOLD + 0.1, 0.25, "the texts have ended", fontsize=marks.SMALL, va="center", style="italic", **PAPER)
    ax.set_title("Events that zhong-2007 names", loc="left", fontsize=marks.TITLE, fontweight="bold", pad=45)
    ax.annotate(
        fill(f"What the text allows: {_finding(dated, spans)}.", 96), (0, 1), xytext=(0, 9), textcoords="offset points",
        xycoords="axes fraction", fontsize=marks.BODY,
    )  # fmt: skip


def _finding(dated: pd.DataFrame, spans: pd.DataFrame) -> str:
    where = {citation(row) for row in spans.to_dict("records")}
    return (
        f"{len(dated)} events have a month, from {date(dated['start'].min())} to {date(dated['start'].max())}; "
        f"three seminars have none {' '.join(sorted(where))}"
    )
