"""The dates that a few paragraphs give, on a line of years: points and bars, and nothing in between."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from ..errors import InterpartyError
from ..our_readings import readings
from . import marks
from .notes import attach_readings

HEADS = {"quote": "Words of the text", "label": "What is dated", "years": "Years", "reading": "What the date is of"}


def dated_moments(rows: pd.DataFrame | None = None) -> Figure:
    """Draw each dated moment as a point, each dated stretch of years as a bar.

    Parameters
    ----------
    rows : DataFrame, optional
        ``reading_id doc par quote first last label reading``, the years as figures. Without it, the dates of the Comintern years.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When the table is empty.
    """
    rows = readings("comintern-dates") if rows is None else rows
    if rows.empty:
        raise InterpartyError("This table holds no date: give the dates of the Comintern years.")
    rows = rows.astype({"first": int, "last": int}).sort_values(["first", "last"], kind="stable")
    rows = rows.assign(years=[_span(row) for row in rows.to_dict("records")])
    fig = marks.new_figure(marks.WIDTH, 1.5 + 0.5 * len(rows))
    ax = fig.add_subplot()
    first, last = rows["first"].min(), rows["last"].max()
    for line, row in enumerate(rows.to_dict("records")):
        points = row["first"] == row["last"]
        ax.plot(
            [row["first"], row["last"]], [-line] * 2, "o" if points else "-", ms=10, lw=10, solid_capstyle="butt",
            color=marks.INK["blue" if points else "vermillion"], gid=row["reading_id"],
        )  # fmt: skip
        said = f"{row['years']}: {row['label']} [{row['doc']} ¶{row['par']}]"
        # words go to the side where there is room
        left = (row["first"] - first) > (last - first) / 2
        place = (row["first"], -12, "right") if left else (row["last"], 12, "left")
        ax.annotate(
            said, (place[0], -line), xytext=(place[1], 0), textcoords="offset points", va="center", ha=place[2],
            fontsize=marks.BODY, gid=row["reading_id"],
        )  # fmt: skip
    ax.set_xlim(first - 1.5, last + 1.5)
    ax.set_ylim(0.7 - len(rows), 0.7)
    ax.set_yticks([])
    ax.set_xticks(sorted({*rows["first"], *rows["last"]}))
    marks.tidy(ax, keep=("bottom",))
    ax.set_title("All the years that the passages name", loc="left", fontsize=marks.TITLE, fontweight="bold", pad=12)
    height = fig.get_figheight()
    fig.subplots_adjust(left=0.015, right=0.985, top=1 - 0.55 / height, bottom=0.4 / height)
    told = "; ".join(f"{row['years']}, {row['label']} [{row['doc']} ¶{row['par']}]" for row in rows.to_dict("records"))
    return attach_readings(
        fig,
        alt=f"Timeline from {first} to {last}. {told}. What it shows: between them the passages name no year.",
        caption=(
            "A point is a year, a bar a stretch of years. Between them the passages name no year, so nothing is drawn: an "
            "empty place means that no date is given, not that nothing happened."
        ),
        rows=rows,
        heads=HEADS,
    )


def _span(row: dict) -> str:
    return str(row["first"]) if row["first"] == row["last"] else f"{row['first']}–{row['last']}"
