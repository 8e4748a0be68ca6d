"""How a hedge is drawn. One table, so that every chart of the collection speaks the same way.

A floor is an open arrow upward, a ceiling an open arrow downward, "about" a soft band, an exact count a solid point.
"""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

#: the colours of Okabe and Ito's set (safe for colour-blind readers) that stand out at least 3:1 against white
INK = {"black": "#000000", "green": "#009E73", "blue": "#0072B2", "vermillion": "#D55E00"}
GREY = "#595959"
SMALL, BODY, TITLE = 10.5, 11, 13.5
#: inches; at 100 dots an inch it fits the output column of JupyterLab at 1280 × 800, so that letters keep their size
WIDTH = 8.3
#: half the width of the soft band round "about", as a share of the figure: a drawing convention, not a reading
SOFT = 0.05

#: the key at the foot of a chart, in words and signs
KEY = (" " * 5).join(["●  exact count", "↑  floor: no upper limit", "↓  ceiling: no lower limit", "▒  “about”: no limits given"])
CONVENTIONS = (
    "A solid point is an exact count. An open arrow points where the text sets no limit; its length means nothing. "
    f"The soft band round “about” reaches {SOFT:.0%} to each side only so that it can be seen: the text gives no ends."
)


def new_figure(width: float, height: float) -> Figure:
    """A white figure that no global state knows of."""
    return Figure(figsize=(width, height), dpi=100, facecolor="white")


def tidy(ax: Axes, *, keep=("left", "bottom")) -> None:
    """Only the lines that carry meaning, and letters large enough to read."""
    for side, spine in ax.spines.items():
        spine.set_visible(side in keep)
        spine.set_color(GREY)
    ax.tick_params(labelsize=SMALL, colors="black", length=4)


def vertical(ax: Axes, x: float, claim, colour, gid: str) -> float:
    """Draw one claim over ``x`` on a vertical number axis.

    Parameters
    ----------
    ax : Axes
        Its y limits must be set already: open arrows reach towards them.
    x : float
        Place on the horizontal axis.
    claim : mapping
        A row of the claims table.
    colour : colour
        Of the mark.
    gid : str
        Name of the mark in the picture: the claim id.

    Returns
    -------
    float
        The lowest point of the drawing, where a label may hang.
    """
    bottom, top = ax.get_ylim()
    reach = 0.25 * (top - bottom)
    value, hedge = claim["value"], claim["hedge"]
    if hedge == "exact":
        ax.plot([x], [value], "o", ms=11, color=colour, gid=gid)
        return value
    if hedge == "about":
        soft_band(ax, x, value, colour, gid)
        return value * (1 - SOFT)
    if hedge == "between":
        ax.plot([x, x], [claim["low"], claim["high"]], lw=7, solid_capstyle="butt", color=colour, gid=gid)
        return claim["low"]
    if hedge == "vague":
        return bottom
    rises = hedge in ("at_least", "odd")
    tip = value + reach if rises else value - reach
    ax.plot([x - 0.17, x + 0.17], [value, value], lw=3.2, color=colour, solid_capstyle="butt", gid=gid)
    style = {
        "arrowstyle": "->,head_length=0.55,head_width=0.32",
        "lw": 2.2,
        "color": colour,
        "shrinkA": 0,
        "shrinkB": 0,
    }
    ax.annotate("", xy=(x, tip), xytext=(x, value), arrowprops=style, gid=gid)
    return value if rises else tip


def soft_band(ax: Axes, x: float, value: float, colour, gid: str, *, half: float = 0.17, flat: bool = False) -> None:
    """A band that fades away from ``value`` to both sides; ``flat`` lays it along the horizontal axis."""
    for share in (1.0, 0.8, 0.6, 0.4, 0.2):
        wide = value * SOFT * share
        corner, size = (
            ((value - wide, x - half), (2 * wide, 2 * half)) if flat else ((x - half, value - wide), (2 * half, 2 * wide))
        )
        ax.add_patch(Rectangle(corner, *size, color=colour, alpha=0.2, lw=0, gid=gid))
    line = ([value, value], [x - half, x + half]) if flat else ([x - half, x + half], [value, value])
    ax.plot(*line, lw=1.8, ls=(0, (2, 1.6)), color="black")
