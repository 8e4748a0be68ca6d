"""All statistics of delegations on one sheet: windows as bars, hedges as arrows, every denominator, and the line not to draw."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..bounds import Bounds, bounds
from ..corpus import load_corpus
from ..holding import in_words
from ..wording import citation, number, phrase, sentence_of, year
from . import marks
from .against import times_a_year
from .denominators import spans_of
from .notes import attach, chosen

SIDES = {"delegations_received": ("Received", "blue"), "delegations_sent": ("Sent abroad", "vermillion")}
#: years of the axis, and delegations a year
FIRST, LAST, TOP = 1976, 2005, 430
#: how far back a bar is drawn when its words name an end and no beginning: a drawing convention
OPEN_YEARS = 4
#: inches: the head, the height of a panel and the room below it; the places of its columns as shares of the width
HEAD, PANEL, BELOW, LEFT, WIDE, NAIVE = 1.0, 2.75, 1.13, 0.062, 0.27, 0.745
#: delegations a year from one label of two lines to the next
_GAP = TOP * 0.37 / PANEL


def delegation_sheet(claims: pd.DataFrame, corpus=None) -> Figure:
    """Draw every statistic of delegations as so many a year over its window, and beside it the trend line not to draw.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    corpus : Corpus, optional
        Where the sentences are: "annually" may stand outside the quoted words. Without it, the five texts.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When the table holds no statistic of delegations.
    """
    keep = claims["measure"].isin(SIDES) & claims["kind"].isin(["flow", "rate"])
    rows = chosen(claims, keep, "no statistic of delegations received or sent")
    corpus = corpus if corpus is not None else load_corpus()
    panels = [
        (measure, *_split(rows[rows["measure"] == measure], corpus)) for measure in SIDES if (rows["measure"] == measure).any()
    ]
    tall = HEAD + len(panels) * (PANEL + BELOW) - 0.2
    fig = marks.new_figure(marks.WIDTH, tall)
    fig.text(
        LEFT,
        1 - 0.1 / tall,
        "Every statistic of delegations, as so many a year",
        fontsize=marks.TITLE,
        fontweight="bold",
        va="top",
    )
    finding = _finding([lane for _, lanes, _ in panels for lane in lanes])
    fig.text(LEFT, 1 - 0.38 / tall, f"What the figures allow: {finding}", fontsize=marks.BODY, va="top")
    told, computed, lines = [], {}, []
    for place, (measure, lanes, loose) in enumerate(panels):
        base = 1 - (HEAD + (place + 1) * PANEL + place * BELOW) / tall
        title, ink = SIDES[measure]
        _panel(fig, base, PANEL / tall, title, marks.INK[ink], lanes)
        _without(fig, base - 0.4 / tall, tall, loose)
        slope = _naive(fig, base, PANEL / tall, marks.INK[ink], lanes)
        computed |= {lane["gid"]: lane["told"] for lane in lanes}
        lines.append(f"{title.lower()}, {slope:+.1f} a year")
        told.append(_told(title, lanes, loose))
    return attach(
        fig,
        alt=(
            f"Chart of all statistics of delegations as so many a year, over the years they cover. {' '.join(told)} "
            f"What it shows: {finding} Beside it, crossed out, what "
            f"a trend line through the printed figures would claim: {'; '.join(lines)}. The figures do not carry it."
        ),
        caption=(
            "A bar is a window: it lies as high as the total divided by its years, and says nothing of any single year. An arrow "
            "is the hedge of the total; its length means nothing. A bar that is broken on the left has an end and no beginning "
            "in its words. Pale with dashes: “every day”, times 365. On the right, crossed out, is what NOT to conclude: a line "
            "through the printed figures drops the hedges, joins the department with the whole party, and "
            "takes windows that overlap for moments."
        ),
        claims=rows,
        computed=computed,
    )


def _finding(lanes: list[dict]) -> str:
    """What the windows allow to say of growth: without one that ends before another begins, nothing."""
    pairs = [(one, other) for one in lanes for other in lanes if one["claim"]["measure"] == other["claim"]["measure"]]
    apart = [(one, other) for one, other in pairs if one["window"][1] <= other["window"][0]]
    if not apart:
        return "no change is certain. All windows overlap: none is earlier than another."
    certain = sum(str(one["result"].compare(other["result"])) not in ("cannot tell", "certainly equal") for one, other in apart)
    return f"{len(apart)} pairs of windows follow one another; in {certain} of them a change is certain."


def _split(rows: pd.DataFrame, corpus) -> tuple[list[dict], list[dict]]:
    """What has a rate (a lane for each denominator), and what has none for want of a window or a figure."""
    lanes, loose = [], []
    for claim in rows.to_dict("records"):
        found = list(_rates(claim, corpus)) if pd.notna(claim["value"]) else []
        lanes += found
        loose += [] if found else [claim]
    return sorted(lanes, key=lambda lane: lane["y"], reverse=True), loose


def _rates(claim: dict, corpus):
    limits, end = bounds(claim, strict=True), year(claim["period_end"])
    base = {"claim": claim, "cite": citation(claim)}
    if claim["kind"] == "rate":
        times = times_a_year(claim["quote"]) or times_a_year(sentence_of(corpus, claim)) or 1
        result: Bounds = (limits * times).per(1)
        how = "a year" if times == 1 else f"× {times} days"
        told = in_words(result) if times == 1 else f"{number(claim['value'])} × {times} = {in_words(result)}"
        window = (end - OPEN_YEARS, end)
        yield base | {"gid": claim["claim_id"], "y": result.value, "window": window, "open": True, "daily": times > 1} | {
            "result": result, "told": told, "label": f"“{claim['quote']}” {how}", "years": None,
        }  # fmt: skip
        return
    for why, years in spans_of(claim).items():
        result = limits.per(years)
        told = f"{phrase(claim)} ÷ {years} years ({why}) = {in_words(result)}"
        yield base | {"gid": f"{claim['claim_id']}/{years}", "y": result.value, "window": (end - years, end), "open": False} | {
            "daily": False, "result": result, "told": told, "label": f"“{phrase(claim)}” ÷ {years} years", "years": years,
        }  # fmt: skip


def _panel(fig: Figure, base: float, high: float, title: str, colour, lanes: list[dict]) -> None:
    ax = fig.add_axes((LEFT, base, WIDE, high))
    ax.set_xlim(FIRST, LAST)
    ax.set_ylim(0, TOP)
    marks.tidy(ax)
    ax.set_xticks([1980, 1990, 2000])
    ax.grid(axis="y", color="#dddddd", lw=0.8)
    ax.set_axisbelow(True)
    ax.set_title(f"{title}, a year", loc="left", fontsize=marks.BODY + 1, fontweight="bold", pad=7)
    for lane, at in zip(lanes, _spread([lane["y"] for lane in lanes]), strict=True):
        _lane(ax, lane, at, colour)


def _spread(heights: list[float]) -> list[float]:
    """Places for the labels, from the top down, as near to their bars as room allows."""
    places: list[float] = []
    for height in heights:
        places.append(min(height, places[-1] - _GAP) if places else min(height, TOP - _GAP / 2))
    lowest = places[-1] - _GAP / 2.2
    if lowest < 0:  # push up from the bottom
        places[-1] -= lowest
        for n in range(len(places) - 2, -1, -1):
            places[n] = max(places[n], places[n + 1] + _GAP)
    return places


def _lane(ax: Axes, lane: dict, at: float, colour) -> None:
    (start, end), y, name = lane["window"], lane["y"], {"gid": lane["gid"]}
    look = {"lw": 5, "solid_capstyle": "butt", "color": colour, **name}
    if lane["open"]:
        look |= {"ls": (0, (0.9, 0.5)), "alpha": 0.55 if lane["daily"] else 1}
    ax.plot([start, end], [y, y], **look)
    limits, middle = lane["result"], (start + end) / 2
    if limits.low != limits.high:
        tip = y + 38 if limits.high is None else y - min(38, y)
        head = 0.5 if abs(tip - y) > 20 else 0.22  # no longer than its shaft
        style = {"arrowstyle": f"->,head_length={head},head_width=0.3", "lw": 2, "color": colour, "shrinkA": 0, "shrinkB": 0}
        if limits.low is not None or limits.high is not None:
            ax.annotate("", xy=(middle, tip), xytext=(middle, y), arrowprops=style)
    ax.plot([end + 0.3, LAST + 1.5], [y, at], color=marks.GREY, lw=0.8, clip_on=False)
    bare = ", without a hedge" if limits.low is not None and limits.low == limits.high else ""
    words = f"{lane['label']}\n{in_words(replace(limits, time=''))}{bare} {lane['cite']}"
    ax.text(LAST + 2, at, words, fontsize=marks.SMALL, va="center", linespacing=1.2, **name)


def _without(fig: Figure, top: float, tall: float, loose: list[dict]) -> None:
    """The statistics without a window or a figure: named, not drawn."""
    fig.text(LEFT, top, "No window, or no figure, so no rate:", fontsize=marks.SMALL, va="top", style="italic")
    x = LEFT
    for claim in loose:
        words = f"“{phrase(claim)}” {citation(claim)}"
        fig.text(x, top - 0.2 / tall, words, fontsize=marks.SMALL, va="top", gid=claim["claim_id"])
        x += 0.31


def _naive(fig: Figure, base: float, high: float, colour, lanes: list[dict]) -> float:
    """The trend line that the figures do not carry, crossed out; gives its slope."""
    ax = fig.add_axes((NAIVE, base, 0.985 - NAIVE, high))
    ax.set_facecolor("#f1f1f1")
    ax.set_xlim(1987, 2007)
    ax.set_ylim(0, TOP)
    marks.tidy(ax)
    ax.set_xticks([1990, 2000])
    ax.set_yticklabels([])
    points = _printed(lanes)
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    slope, start = np.polyfit(xs, ys, 1) if len(points) > 1 else (0.0, 0.0)
    ax.plot([1988, 2006], [start + slope * 1988, start + slope * 2006], color=marks.GREY, lw=2)
    for x, y, claim in points:
        ax.plot([x], [y], "s", ms=8, color=colour, gid=f"{claim['claim_id']}/naive")
    ax.plot([0.04, 0.96], [0.04, 0.96], transform=ax.transAxes, color=marks.INK["vermillion"], lw=2.5, alpha=0.85)
    ax.plot([0.04, 0.96], [0.96, 0.04], transform=ax.transAxes, color=marks.INK["vermillion"], lw=2.5, alpha=0.85)
    ax.set_title("What NOT to conclude", loc="left", fontsize=marks.SMALL, fontweight="bold", pad=7)
    said = f"“{slope:+.1f} a year,\nevery year”"
    box = {"facecolor": "#f1f1f1", "edgecolor": "none", "pad": 2}
    ax.text(0.5, 0.93, said, transform=ax.transAxes, ha="center", va="top", fontsize=marks.BODY, bbox=box)
    return float(slope)


def _printed(lanes: list[dict]) -> list[tuple[float, float, dict]]:
    """The figures as a hasty reader takes them: no hedge, the middle of the window, the largest total of each text."""
    best: dict[tuple, dict] = {}
    for lane in lanes:
        key = (lane["claim"]["doc"], lane["claim"]["kind"])
        if not lane["daily"] and (key not in best or _rank(lane) > _rank(best[key])):
            best[key] = lane
    return [(lane["window"][1] if lane["open"] else sum(lane["window"]) / 2, lane["y"], lane["claim"]) for lane in best.values()]


def _rank(lane: dict) -> tuple:
    return lane["claim"]["value"], lane["years"] or 0


def _told(title: str, lanes: list[dict], loose: list[dict]) -> str:
    told = "; ".join(f"{lane['cite']} {lane['told']}" for lane in lanes)
    rest = ", ".join(f"“{phrase(claim)}” {citation(claim)}" for claim in loose)
    return f"{title}: {told}." + (f" Without a window or a figure: {rest}." if rest else "")
