"""Charts that any text allows: all its figures on one sheet, and the times of which they speak on another."""

from __future__ import annotations

import math
from textwrap import shorten

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ..errors import InterpartyError
from ..wording import citation, figure, is_inferred, number, period, year
from . import marks
from .notes import attach

#: direction → (colour, word beside the mark, what it says)
WAYS = {
    "received": ("blue", "in", "came to the house of the text"),
    "sent": ("vermillion", "out", "went out from it"),
    "both": ("green", "both", "both ways"),
    "none": ("black", "", "no direction"),
}
#: more rows than these cannot be read on a page
MOST = 80
_ROW = 0.36
#: the room for labels, as shares of the width, and the longest name of a text in them
_NARROW, _WIDE, _NAME = 0.2, 0.55, 24


def figures_sheet(claims: pd.DataFrame) -> Figure:
    """Draw every figure of some texts, a row each in the order of the text, with its hedge, on one scale of sizes.

    Parameters
    ----------
    claims : DataFrame
        The claims table of any texts, or a part of it; lengths of time are left out.

    Returns
    -------
    Figure
        For ``interparty.show(figure, corpus)``.

    Raises
    ------
    InterpartyError
        When the table holds no figure, or more than a page can hold.
    """
    rows = _rows(claims, claims["kind"] != "duration", "figure")
    fig, ax = _sheet(rows, "All figures, in the order of the texts", foot=0.82)
    known = pd.concat([rows["value"], rows["low"], rows["high"]]).dropna()
    known = known[known > 0]
    ax.set_xscale("log")
    ax.set_xlim((known.min() if len(known) else 1) / 2.2, (known.max() if len(known) else 10) * 2.2)
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value)))
    ax.xaxis.set_minor_formatter(FuncFormatter(lambda value, _: ""))
    for y, claim in enumerate(rows.to_dict("records")):
        _mark(ax, y, claim)
    fig.text(0.015, 0.16 / fig.get_figheight(), marks.KEY.replace("↑", "→").replace("↓", "←"), fontsize=marks.SMALL)
    told = "; ".join(f"{figure(claim)} {claim['unit']} {citation(claim)}" for claim in rows.to_dict("records"))
    return attach(
        fig,
        alt=f"Sheet of {len(rows)} figures in the order of the texts, each with its hedge, sizes on a logarithmic scale. {told}. "
        f"What it shows: {_shows(rows)}.",
        caption=f"{marks.CONVENTIONS} On this scale equal steps multiply. Rows count different things: never add them. "
        f"Colours: {_colours(rows)}.",
        claims=rows,
    )


def times_sheet(claims: pd.DataFrame) -> Figure:
    """Draw the time of which each figure speaks, a row each, on one line of years.

    Parameters
    ----------
    claims : DataFrame
        The claims table of any texts, or a part of it; claims without any date are counted and not drawn.

    Returns
    -------
    Figure
        For ``interparty.show(figure, corpus)``.

    Raises
    ------
    InterpartyError
        When no claim of the table has a time, or more have one than a page can hold.
    """
    wanted = claims["kind"] != "duration"
    timed = claims["period_start"].notna() | claims["period_end"].notna()
    rows = _rows(claims, wanted & timed, "figure with a time")
    untimed = int((wanted & ~timed).sum())
    fig, ax = _sheet(rows, "The times of which the figures speak", foot=0.42)
    spans = [(year(claim["period_start"]), year(claim["period_end"], last=True)) for claim in rows.to_dict("records")]
    known = [end for span in spans for end in span if end is not None]
    room = max(0.08 * (max(known) - min(known)), 1)
    ax.set_xlim(min(known) - room, max(known) + room)
    ax.xaxis.set_major_locator(MaxNLocator(7, integer=True))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0f}"))
    for y, (claim, (first, last)) in enumerate(zip(rows.to_dict("records"), spans, strict=True)):
        _bar(ax, y, claim, first, last, room)
    told = "; ".join(f"“{claim['quote']}” {citation(claim)}: {period(claim)}" for claim in rows.to_dict("records"))
    left = f"{untimed} more {'figure has' if untimed == 1 else 'figures have'} no time that the words tell"
    return attach(
        fig,
        alt=f"Sheet of the times of {len(rows)} figures, as bars on a line of years. {told}. What it shows: {left}.",
        caption=f"A bar is the time for which a figure is given; an arrow: the words set no beginning or no end; "
        f"a broken edge: a date was inferred. {left}. "
        f"Bars that overlap may count the same thing twice. Colours: {_colours(rows)}.",
        claims=rows,
    )


def _rows(claims: pd.DataFrame, keep: pd.Series, what: str) -> pd.DataFrame:
    rows = claims[keep]
    if rows.empty:
        raise InterpartyError(f"This table of claims holds no {what}: give the claims of a text in which something is counted.")
    if len(rows) > MOST:
        raise InterpartyError(
            f'This table holds {len(rows)} figures, and a page can show {MOST}: choose some, as claims[claims.doc == "…"].'
        )
    return rows.reset_index(drop=True)


def _sheet(rows: pd.DataFrame, title: str, foot: float) -> tuple[Figure, Axes]:
    tall = 0.58 + foot + _ROW * len(rows)
    fig = marks.new_figure(marks.WIDTH, tall)
    ax = fig.add_axes((_WIDE, foot / tall, 0.965 - _WIDE, 1 - (0.58 + foot) / tall))
    ax.set_ylim(len(rows) - 0.4, -0.6)
    several = rows["doc"].nunique() > 1
    ax.set_yticks(range(len(rows)), [_label(claim, several) for claim in rows.to_dict("records")])
    marks.tidy(ax, keep=("bottom",))
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="both", color="#e4e4e4", lw=0.8)
    ax.set_axisbelow(True)
    fig.text(0.015, 1 - 0.32 / tall, title, fontsize=marks.TITLE, fontweight="bold", va="center")
    longest = max(label.get_window_extent().width for label in ax.get_yticklabels()) / fig.bbox.width
    left = min(max(longest + 0.03, _NARROW), _WIDE)
    ax.set_position((left, foot / tall, 0.965 - left, 1 - (0.58 + foot) / tall))
    return fig, ax


def _label(claim: dict, several: bool) -> str:
    name = claim["doc"] if len(claim["doc"]) <= _NAME else f"{claim['doc'][: _NAME - 1]}…"
    place = f"{name} ¶{claim['par']}" if several else f"¶{claim['par']}"
    way = WAYS.get(claim["direction"], WAYS["none"])[1]
    words = shorten(" ".join(claim["quote"].split()), 22 if several else 34, placeholder=" …")
    return f"“{words}” {place}" + (f", {way}" if way else "")


def _colour(claim: dict) -> str:
    return marks.INK[WAYS.get(claim["direction"], WAYS["none"])[0]]


def _colours(rows: pd.DataFrame) -> str:
    used = [way for way in WAYS if way in set(rows["direction"])]
    return ", ".join(f"{WAYS[way][0]}{f' (“{WAYS[way][1]}”)' if WAYS[way][1] else ''}: {WAYS[way][2]}" for way in used)


def _mark(ax: Axes, y: int, claim: dict) -> None:
    """One figure with its hedge on a horizontal, logarithmic scale."""
    colour, gid, value = _colour(claim), claim["claim_id"], claim["value"]
    if claim["hedge"] == "between":
        ax.plot([claim["low"], claim["high"]], [y, y], lw=7, solid_capstyle="butt", color=colour, gid=gid)
    elif claim["hedge"] == "vague" or math.isnan(value) or value <= 0:
        ax.text(0.01, y, "no figure", transform=ax.get_yaxis_transform(), va="center", fontsize=marks.SMALL, gid=gid)
    elif claim["hedge"] == "about":
        marks.soft_band(ax, y, value, colour, gid, half=0.3, flat=True)
    elif claim["hedge"] == "exact":
        ax.plot([value], [y], "o", ms=9, color=colour, gid=gid)
    else:
        tip = value * 1.9 if claim["hedge"] in ("at_least", "odd") else value / 1.9
        ax.plot([value, value], [y - 0.3, y + 0.3], lw=3, color=colour, solid_capstyle="butt", gid=gid)
        _arrow(ax, (value, y), (tip, y), colour)


def _bar(ax: Axes, y: int, claim: dict, first: float | None, last: float | None, room: float) -> None:
    colour, gid = _colour(claim), claim["claim_id"]
    begin = first if first is not None else last - room / 2
    end = last if last is not None else first + room / 2
    look = {"facecolor": f"{colour}73", "edgecolor": colour, "lw": 1.2, "gid": gid}
    if is_inferred(claim["period_start"]) or is_inferred(claim["period_end"]):
        look["ls"] = (0, (3, 2))
    ax.barh(y, max(end - begin, room / 12), left=begin, height=0.5, **look)
    if first is None:
        _arrow(ax, (begin, y), (begin - room / 2, y), colour)
    if last is None:
        _arrow(ax, (end, y), (end + room / 2, y), colour)


def _arrow(ax: Axes, start: tuple[float, float], tip: tuple[float, float], colour: str) -> None:
    style = {"arrowstyle": "->,head_length=0.5,head_width=0.28", "lw": 2, "color": colour, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xy=tip, xytext=start, arrowprops=style)


def _shows(rows: pd.DataFrame) -> str:
    exact = int((rows["hedge"] == "exact").sum())
    return f"{exact} of {len(rows)} figures are exact, the others leave a side open or give a range"
