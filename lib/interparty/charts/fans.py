"""Opening fans: from when the party had contacts with each kind of partner, with an edge as blurred as the words."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..openings import openings
from . import marks
from .notes import attach_readings

FIRST_YEAR, LAST_YEAR = 1974, 2000
#: where a date comes from → how the chart says it
GROUNDS = {
    "said": "",
    "carried": ", carried over by “At the same time”",
    "frame": ", one frame for four steps",
    "occasion": ", the changes before it",
    "none": "",
}
#: slices of a blurred edge; enough that no single one is seen
_SLICES = 24
_LANE, _HEAD, _TWO_LINES = 0.29, 0.37, 0.42


def opening_fans(corpus=None) -> Figure:
    """Draw for each kind of partner party when contacts may have begun, a lane for each text.

    The left edge is blurred over the years that the words of time name; to the right the bar runs on,
    because no text names an end.
    The years are read from the words by the library (:func:`interparty.openings.openings`).

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    Figure
        For ``interparty.show``.
    """
    rows = openings(corpus)
    kinds = list(rows.groupby("partners", sort=False))
    inches = [_TWO_LINES if ground == "occasion" else _LANE for ground in rows["ground"]]
    high = sum(inches) + _HEAD * len(kinds)
    tall = 1.4 + high
    fig = marks.new_figure(marks.WIDTH, tall)
    ax = fig.add_subplot()
    fig.subplots_adjust(left=0.165, right=0.975, top=1 - 0.72 / tall, bottom=0.62 / tall)
    ax.set_xlim(FIRST_YEAR, LAST_YEAR)
    ax.set_ylim(high, 0)
    y, lane_heights = 0.0, iter(inches)
    for kind, lanes in kinds:
        ax.text(FIRST_YEAR - 5.15, y + _HEAD / 2 + 0.03, kind, fontsize=marks.BODY, fontweight="bold", va="center")
        y += _HEAD
        for lane in lanes.to_dict("records"):
            inch = next(lane_heights)
            _fan(ax, y + inch / 2, lane)
            y += inch
    _finish(ax)
    return attach_readings(
        fig,
        alt=_alt(rows),
        caption=(
            "The left edge of a bar is blurred over the years that its words name: contacts may have begun in any of them. "
            "Early, mid and late are taken as thirds of a decade, which is a convention. The bars run on to the right edge "
            "because no text names an end; their length and their height measure nothing. A dotted bar is dated only by "
            "something else: a frame for several steps, or what it followed."
        ),
        rows=rows.assign(years=[_span(row) for row in rows.to_dict("records")]),
        heads={
            "partners": "Kind of partner",
            "quote": "Words of the text",
            "when": "Words of time",
            "years": "Years named",
            "reading": "Our reading",
        },
    )


def _fan(ax: Axes, y: float, lane: dict) -> None:
    name = {"gid": lane["reading_id"]}
    ax.text(FIRST_YEAR - 0.35, y, f"{lane['doc']} ¶{lane['par']}", fontsize=marks.SMALL, ha="right", va="center", **name)
    if lane["ground"] == "none":
        ax.text(FIRST_YEAR + 0.3, y, "no date", fontsize=marks.SMALL, va="center", style="italic", **name)
        return
    first, last, half = lane["first"], lane["last"] + 1, 0.4 * _LANE
    firm = lane["ground"] in ("said", "carried")
    colour = marks.INK["blue" if firm else "vermillion"]
    step = (last - first) / _SLICES
    for n in range(_SLICES):
        ax.add_patch(
            Rectangle((first + n * step, y - half), step, 2 * half, color=colour, alpha=0.62 * (n + 0.5) / _SLICES, lw=0)
        )
    ax.add_patch(Rectangle((last, y - half), LAST_YEAR - last, 2 * half, color=colour, alpha=0.62, lw=0, **name))
    if not firm:
        ax.plot([first, LAST_YEAR], [y - half] * 2, color=colour, lw=1.3, ls=(0, (1, 1.5)))
        ax.plot([first, LAST_YEAR], [y + half] * 2, color=colour, lw=1.3, ls=(0, (1, 1.5)))
    for edge in (first, last):
        ax.plot([edge, edge], [y - half, y + half], color="black", lw=1, ls=(0, (2, 1.6)))
    if lane["ground"] == "occasion":
        said = f"“{lane['when']}”\n[{lane['when_doc']} ¶{lane['when_par']}], the changes before"
        ax.text(first - 0.3, y, said, fontsize=marks.SMALL, ha="right", va="center", linespacing=1.25)
        return
    box = {"facecolor": "white", "alpha": 0.82, "lw": 0, "pad": 1}
    ax.text(first + 0.25, y, f"“{lane['when']}”{GROUNDS[lane['ground']]}", fontsize=marks.SMALL, va="center", bbox=box)


def _finish(ax: Axes) -> None:
    ax.set_yticks([])
    ax.set_xticks(range(1975, LAST_YEAR + 1, 5))
    ax.set_xticks(range(FIRST_YEAR, LAST_YEAR + 1), minor=True)
    marks.tidy(ax, keep=("bottom",))
    ax.grid(axis="x", color="#dddddd", lw=0.8)
    ax.set_axisbelow(True)
    ax.set_xlabel("year in which contacts may have begun", fontsize=marks.BODY, loc="left")
    place = {"xycoords": "axes fraction", "textcoords": "offset points"}
    left = -0.165 / 0.81
    ax.annotate(
        "When did each kind of partner come in?", (left, 1), xytext=(4, 30), fontsize=marks.TITLE, fontweight="bold", **place
    )
    said = "Blue: a text dates the beginning. Dotted red: it dates only a frame, or what came before."
    ax.annotate(said, (left, 1), xytext=(4, 11), fontsize=marks.BODY, **place)


def _span(row: dict) -> str:
    if pd.isna(row["first"]):
        return "none"
    return f"{row['first']:.0f}–{row['last']:.0f}" + GROUNDS[row["ground"]]


def _alt(rows: pd.DataFrame) -> str:
    parts = []
    for kind, lanes in rows.groupby("partners", sort=False):
        told = "; ".join(
            f"{lane['doc']}, " + (f"“{lane['when']}”, {_span(lane)}" if lane["when"] else "no date")
            for lane in lanes.to_dict("records")
        )
        parts.append(f"{kind}: {told}.")
    dated = rows[rows["ground"].isin(["said", "carried"])].drop_duplicates("partners").sort_values(["first", "last"])
    order = ", then ".join(
        f"{kind[:1].lower()}{kind[1:]} {span}"
        for kind, span in zip(dated["partners"], map(_span, dated.to_dict("records")), strict=True)
    )
    return (
        f"Timeline of bars with blurred left edges. {' '.join(parts)} What it shows, where a text dates the beginning: {order}."
    )
