"""Fuzzy-interval plot: the years that loose words of time allow, and those that they make certain."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..attention import datings, in_common
from ..wording import citation
from . import marks
from .notes import attach_readings

SPLIT = "great debate"


def fuzzy_intervals(corpus=None) -> Figure:
    """Draw the loose dates of the great debate and of the "Cultural Revolution" on one line of years.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    Figure
        For ``interparty.show``.
    """
    rows = datings(corpus)
    common = in_common(rows[rows["event"] == SPLIT])
    fig = marks.new_figure(marks.WIDTH, 1.35 + 1.05 * len(rows))
    ax = fig.add_subplot()
    ax.set_xlim(rows["first"].min() - 2.8, rows["last"].max() + 2.5)
    ax.set_ylim(len(rows) - 0.35, -0.75)
    if common:
        last = (rows["event"] == SPLIT).sum() - 0.45
        ax.fill_between([common[0], common[1] + 1], -0.7, last, color="#eeeeee", lw=0)
        both = f"{' '.join(rows.loc[rows['event'] == SPLIT, 'reading_id'])}/in-common"
        ax.text(
            (sum(common) + 1) / 2,
            -0.6,
            f"{common[0]}–{common[1]} fit both",
            ha="center",
            va="center",
            fontsize=marks.SMALL,
            gid=both,
        )
    for y, row in enumerate(rows.to_dict("records")):
        _bar(ax, y, row)
    ax.set_yticks([])
    ax.set_xticks(range(1955, 1981, 5))
    marks.tidy(ax, keep=("bottom",))
    ax.set_title(
        "Loose words, loose dates: the years that the texts allow", loc="left", fontsize=marks.TITLE, fontweight="bold", pad=8
    )
    fig.subplots_adjust(left=0.015, right=0.985, top=1 - 0.45 / fig.get_figheight(), bottom=0.4 / fig.get_figheight())
    return attach_readings(
        fig,
        alt=_alt(rows, common),
        caption=(
            "Pale: years that the words allow. Dark: years that the event holds wherever you place it within its words. A bar "
            "reaches from the first day of its first year to the last day of its last. The rule of the library: the beginning "
            "of a decade is its first four years, the end its last three. That is a convention, not a reading."
        ),
        rows=rows.assign(allowed=[_span(row["first"], row["last"]) for row in rows.to_dict("records")]),
        heads={"quote": "Words", "event": "Event", "allowed": "Years allowed", "reading": "How we read it"},
    )


def _bar(ax: Axes, y: float, row: dict) -> None:
    colour = marks.INK["blue" if row["event"] == SPLIT else "vermillion"]
    ax.barh(y, row["last"] + 1 - row["first"], left=row["first"], height=0.34, color=colour, alpha=0.3, gid=row["reading_id"])
    certain = "no year certain"
    if pd.notna(row["core_first"]):
        years = row["core_last"] + 1 - row["core_first"]
        ax.barh(y, years, left=row["core_first"], height=0.34, color=colour, gid=row["reading_id"])
        certain = f"certain: {_span(row['core_first'], row['core_last'])}"
    words = " … ".join(f"“{part}”" for part in (row["begins_in"], row["ends_in"]) if part)
    lasts = f", {row['lasts']} years" if row["lasts"] else ""
    name = {"fontsize": marks.SMALL, "gid": row["reading_id"]}
    ax.text(row["first"], y - 0.24, f"{row['event']}: {words}{lasts} {citation(row)}", va="bottom", **name)
    ax.annotate(
        f"{_span(row['first'], row['last'])}; {certain}", (row["first"], y + 0.19), xytext=(0, -2), textcoords="offset points",
        va="top", **name,
    )  # fmt: skip


def _span(first: float, last: float) -> str:
    return f"{first:.0f}–{last:.0f}"


def _alt(rows: pd.DataFrame, common: tuple[int, int] | None) -> str:
    told = "; ".join(
        f"{row['event']} in {citation(row)}, “{row['quote']}”: allowed {_span(row['first'], row['last'])}, "
        + (f"certain {_span(row['core_first'], row['core_last'])}" if pd.notna(row["core_first"]) else "no year certain")
        for row in rows.to_dict("records")
    )
    shows = f"the years {_span(*common)} fit both dates of the {SPLIT}" if common else f"no year fits all dates of the {SPLIT}"
    return f"Fuzzy-interval plot of loose dates on a line of years. {told}. What it shows: {shows}."
