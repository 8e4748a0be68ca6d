"""Two denominators: one printed total divided by two numbers of years that its own sentence allows."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..bounds import bounds
from ..openings import years_of
from ..wording import citation, ends, number, phrase, year
from . import marks
from .notes import attach, chosen

PANELS = {"delegations_received": ("Received", "blue"), "delegations_sent": ("Sent abroad", "vermillion")}


def spans_of(claim) -> dict[str, int]:
    """How many years a total covers: from the dates of its period, and from the decades that its words name.

    Parameters
    ----------
    claim : mapping
        A row of the claims table.

    Returns
    -------
    dict
        Why → years, such as ``{"from 1978 to 2003": 25, "“two decades”": 20}``.
    """
    first, last = year(claim["period_start"]), year(claim["period_end"])
    if first is None or last is None:
        return {}
    spans = {f"from {first:.0f} to {last:.0f}": round(last) - round(first)}
    said = years_of(claim["period_text"], int(last)) if isinstance(claim["period_text"], str) else None
    if said and int(last) - said[0] not in spans.values():
        words = next(part for part in claim["period_text"].split(" since ") if "decade" in part)
        spans[f"“{words.split('the past ')[-1]}”"] = int(last) - said[0]
    return spans


def two_denominators(claims: pd.DataFrame) -> Figure:
    """Draw each total of delegations that its own words divide in two ways, as so many a year, with its hedge.

    Parameters
    ----------
    claims : DataFrame
        The claims table.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When the table holds no such total.
    """
    flows = claims[(claims["kind"] == "flow") & claims["measure"].isin(PANELS) & claims["value"].notna()]
    twice = pd.Series([len(spans_of(claim)) > 1 for claim in flows.to_dict("records")], index=flows.index, dtype=bool)
    rows = chosen(flows, twice, "no total of delegations over two numbers of years")
    rows = rows.sort_values("value", ascending=False)
    lanes = [
        (claim, why, years, bounds(claim, strict=True) / years)
        for claim in rows.to_dict("records")
        for why, years in spans_of(claim).items()
    ]
    tall = 1.6 + 0.62 * len(lanes) + 0.5 * len(rows)
    fig = marks.new_figure(marks.WIDTH, tall)
    ax = fig.add_subplot()
    fig.subplots_adjust(left=0.03, right=0.985, top=1 - 0.75 / tall, bottom=0.62 / tall)
    widest = 1.75 * max(result.value for *_, result in lanes)
    ax.set_xlim(0, widest)
    y, shown = 0.0, None
    for claim, why, years, result in lanes:
        side, colour = PANELS[claim["measure"]]
        if claim["claim_id"] != shown:
            y, shown = y + 0.5, claim["claim_id"]
            ax.text(
                0, y - 0.22, f"{side}: “{claim['quote']}” {citation(claim)}", fontsize=marks.BODY, fontweight="bold", va="center"
            )
        y += 0.62
        _dot(ax, y - 0.3, claim, why, years, result, marks.INK[colour], widest)
    ax.set_ylim(y + 0.1, 0)
    ax.set_xticks(range(0, int(0.95 * widest), 50))
    _finish(ax)
    computed = {
        claim["claim_id"]: "; ".join(
            _told(c, why, n, result) for c, why, n, result in lanes if c["claim_id"] == claim["claim_id"]
        )
        for claim, *_ in lanes
    }
    told = " ".join(f"{said}." for said in computed.values())
    return attach(
        fig,
        alt=f"Dot plot of delegations and groups a year, from zero. {told} {_finding(lanes)}",
        caption=(
            "Every mark is computed: the printed total divided by a number of years. The arrow is the hedge of the total: the "
            "average may lie anywhere to the right of the mark, and the length of the arrow means nothing. An average says "
            "nothing about any single year."
        ),
        claims=rows,
        computed=computed,
    )  # fmt: skip


def _dot(ax: Axes, y: float, claim: dict, why: str, years: int, result, colour, widest: float) -> None:
    value = result.value
    style = {"arrowstyle": "->,head_length=0.55,head_width=0.32", "lw": 2.2, "color": colour, "shrinkA": 0, "shrinkB": 0}
    if result.low != result.high:
        tip = value + 0.14 * widest if result.high is None else value - 0.14 * widest
        ax.annotate("", xy=(tip, y), xytext=(value, y), arrowprops=style, gid=f"{claim['claim_id']}/{years}")
    ax.plot([value], [y], "o", ms=10, mfc="white", mec=colour, mew=2.4, zorder=5, gid=f"{claim['claim_id']}/{years}")
    label = f"{why}: {years} years\n{ends(result)} a year"
    ax.annotate(
        label, (value + 0.14 * widest, y), xytext=(8, 0), textcoords="offset points", va="center", fontsize=marks.SMALL,
        linespacing=1.3, gid=f"{claim['claim_id']}/{years}",
    )  # fmt: skip


def _finish(ax: Axes) -> None:
    ax.set_yticks([])
    marks.tidy(ax, keep=("bottom",))
    ax.grid(axis="x", color="#dddddd", lw=0.8)
    ax.set_axisbelow(True)
    ax.set_xlabel("delegations and groups a year, on average", fontsize=marks.BODY, loc="left")
    ax.set_title("One total, two numbers of years", loc="left", fontsize=marks.TITLE, fontweight="bold", pad=30)
    said = "The same sentence says “two decades” and names a beginning 25 years back."
    ax.annotate(said, (0, 1), xytext=(0, 11), textcoords="offset points", xycoords="axes fraction", fontsize=marks.BODY)


def _told(claim: dict, why: str, years: int, result) -> str:
    return f"{phrase(claim)} ÷ {years} years ({why}) = {ends(result)} a year"


def _finding(lanes: list) -> str:
    parts = []
    for claim, _, _, result in lanes:
        others = [other for c, _, _, other in lanes if c["claim_id"] == claim["claim_id"] and other is not result]
        if any(result.value > other.value for other in others):
            least = min(other.value for other in others)
            side = PANELS[claim["measure"]][0].lower()
            parts.append(f"{side}, the smaller denominator gives {result.value / least:.3g} times {number(least)} a year")
    return f"What it shows: {'; '.join(parts)}."
