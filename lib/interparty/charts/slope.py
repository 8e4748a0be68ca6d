"""A slope between two moments: only where the bounds lie apart, and open where the text sets no limit."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from ..errors import InterpartyError
from ..wording import citation, date, ends, phrase
from . import marks
from .notes import attach
from .stock import STOCKS, certain_changes, moments


def certain_slope(claims: pd.DataFrame, measure: str = "countries_in_contact") -> Figure:
    """Draw the one change of a stock that its figures prove: two moments, and an open arrow where the last has no limit.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    measure : str
        A measure of kind ``stock``.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When the table holds no such stock, or its figures prove no rise, or more than one.
    """
    rises = [(a, b, more) for a, b, more in certain_changes(moments(claims, measure)) if more.low is not None and more.low > 0]
    if len(rises) != 1:
        raise InterpartyError(
            f"The figures for {measure!r} prove {len(rises)} rises; this chart draws exactly one. Look at stock_bounds() instead."
        )
    ((earlier, later, more),) = rises
    title, noun, colour = STOCKS.get(measure, (measure, measure.replace("_", " "), "blue"))
    low, high, ink = earlier["high"], later["low"], marks.INK[colour]
    fig = marks.new_figure(marks.WIDTH, 4.6)
    ax = fig.add_subplot()
    room = high - low
    top = high + 1.9 * room
    ax.set_xlim(-0.45, 1.6)
    ax.set_ylim(low - 1.1 * room, top)
    ax.add_patch(Polygon([(0, low), (1, high), (1, top)], closed=True, color=ink, alpha=0.1, lw=0))
    ax.plot([0, 1], [low, high], ls=(0, (5, 3)), lw=1.8, color=ink)
    ax.plot([0], [low], "o", ms=11, color=ink, gid=earlier["claim_id"])
    marks.vertical(ax, 1, later, ink, later["claim_id"])
    for x, claim, value in ((0, earlier, low), (1, later, high)):
        ax.annotate(
            f"“{phrase(claim)}”\n{citation(claim)}", (x, value), xytext=(0, -12), textcoords="offset points",
            ha="center", va="top", fontsize=marks.SMALL, gid=claim["claim_id"],
        )  # fmt: skip
    ax.annotate(
        f"a rise of\n{ends(more)};\nno limit above", (1.2, high + 0.7 * room),
        fontsize=marks.BODY, va="center",
    )  # fmt: skip
    ax.set_xticks([0, 1], [date(earlier["period_start"]), date(later["period_start"])], fontsize=marks.BODY)
    marks.tidy(ax)
    finding = f"a rise of {ends(more)}, with no limit above"
    ax.set_title(title, loc="left", fontsize=marks.TITLE, fontweight="bold", pad=30)
    ax.annotate(
        f"What the figures allow: {finding}.", (0, 1), xytext=(0, 11), textcoords="offset points",
        xycoords="axes fraction", fontsize=marks.BODY,
    )  # fmt: skip
    fig.subplots_adjust(left=0.07, right=0.985, top=0.83, bottom=0.1)
    told = " and ".join(f"“{phrase(c)}” at {date(c['period_start'])} {citation(c)}" for c in (earlier, later))
    return attach(
        fig,
        alt=f"Slope between two moments: {noun}, {told}. What it shows: {finding}.",
        caption=(
            "Two moments, no more. The dashed line marks the smallest rise that the words allow; it is no path, for it shows "
            "nothing of the years between. The shaded wedge is open upward: the arrow's length means nothing. The axis does not "
            "start at zero, so do not read the rise from the steepness."
        ),
        claims=pd.DataFrame([earlier, later]),
    )
