"""Bounds plot of a stock: what is said to exist at each moment, with no line through it."""

from __future__ import annotations

from itertools import combinations, groupby
from textwrap import fill

import pandas as pd
from matplotlib.figure import Figure

from ..bounds import Bounds, bounds
from ..wording import citation, date, ends, figure, number, phrase, year
from . import marks
from .notes import attach, chosen

#: measure → (title of the panel, plural noun, colour)
STOCKS = {
    "parties_in_contact": (
        "Political parties and organizations in contact with the CPC",
        "parties and organizations",
        "blue",
    ),
    "countries_in_contact": (
        "Countries and regions these parties and organizations belong to",
        "countries and regions",
        "vermillion",
    ),
}


def stock_bounds(claims: pd.DataFrame, measure=("parties_in_contact", "countries_in_contact")) -> Figure:
    """Draw every stated stock of one or more measures at its moment, each with its hedge.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    measure : str or sequence of str
        Measures of kind ``stock``; one panel each.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When the table holds no such stock.
    """
    wanted = (measure,) if isinstance(measure, str) else tuple(measure)
    panels = [moments(claims, name) for name in wanted]
    fig = marks.new_figure(marks.WIDTH, 0.55 + 3.05 * len(panels))
    findings = []
    for place, (name, rows) in enumerate(zip(wanted, panels, strict=True), start=1):
        ax = fig.add_subplot(len(panels), 1, place)
        title, noun, colour = STOCKS.get(name, (name.replace("_", " ").capitalize(), name.replace("_", " "), "blue"))
        finding = what_they_allow(rows, noun)
        findings.append(f"What it shows for {noun}: {finding.removeprefix('What the figures allow: ')}")
        _draw(ax, rows, title, finding, marks.INK[colour])
    tall = fig.get_figheight()
    fig.subplots_adjust(left=0.07, right=0.985, top=1 - 0.66 / tall, bottom=0.95 / tall, hspace=0.82)
    fig.text(0.07, 0.12 / tall, marks.KEY, fontsize=marks.SMALL, va="bottom")
    drawn = pd.concat(panels)
    return attach(
        fig,
        alt=_alt(drawn, findings),
        caption=(
            f"{marks.CONVENTIONS} Moments stand in order of time, at equal distances. No line joins the marks: between "
            "them the texts say nothing. The number axes do not start at zero."
        ),
        claims=drawn,
    )


def moments(claims: pd.DataFrame, name: str) -> pd.DataFrame:
    """The stated stocks of one measure, in order of time; InterpartyError where there are none."""
    rows = chosen(claims, (claims["measure"] == name) & (claims["kind"] == "stock"), f"no stock of {name!r}")
    when = rows["period_start"].map(lambda edtf: year(edtf) or float("inf"))
    return rows.assign(_when=when).sort_values(["_when", "doc", "par", "start"]).drop(columns="_when")


def _draw(ax, rows: pd.DataFrame, title: str, finding: str, colour) -> None:
    soft = rows.loc[rows["hedge"] == "about", "value"]
    figures = pd.concat([rows["value"], rows["low"], rows["high"], soft * (1 - marks.SOFT), soft * (1 + marks.SOFT)]).dropna()
    spread = max(figures.max() - figures.min(), 0.1 * figures.max())
    ax.set_ylim(figures.min() - 0.62 * spread, figures.max() + 0.62 * spread)
    ax.set_xlim(-0.55, len(rows) - 0.45)
    records = rows.to_dict("records")
    for x, claim in enumerate(records):
        foot = marks.vertical(ax, x, claim, colour, claim["claim_id"])
        ax.annotate(
            f"“{phrase(claim)}”\n{citation(claim)}", (x, foot), xytext=(0, -9), textcoords="offset points",
            ha="center", va="top", fontsize=marks.SMALL, linespacing=1.25, gid=claim["claim_id"],
        )  # fmt: skip
    _moment_ticks(ax, records)
    finding = fill(finding, 96)
    pad = 27 + 15 * finding.count("\n")
    ax.set_title(title, loc="left", fontsize=marks.TITLE, fontweight="bold", pad=pad)
    ax.annotate(finding, (0, 1), xytext=(0, 9), textcoords="offset points", xycoords="axes fraction", fontsize=marks.BODY)
    marks.tidy(ax)
    ax.grid(axis="y", color="#dddddd", lw=0.8)
    ax.set_axisbelow(True)


def _moment_ticks(ax, records: list[dict]) -> None:
    """One date under each group of claims of the same moment, with a bracket where there are several."""
    ax.set_xticks([])
    for edtf, group in groupby(enumerate(records), key=lambda pair: pair[1]["period_start"]):
        places = [x for x, _ in group]
        kind = ax.get_xaxis_transform()
        ax.plot([places[0] - 0.3, places[-1] + 0.3], [-0.045, -0.045], transform=kind, color="black", lw=1.4, clip_on=False)
        middle = (places[0] + places[-1]) / 2
        ax.text(middle, -0.075, date(edtf).replace(" (", "\n("), transform=kind, ha="center", va="top", fontsize=marks.BODY)


def certain_changes(rows: pd.DataFrame) -> list[tuple[dict, dict, Bounds]]:
    """Pairs (earlier, later) of claims whose bounds lie apart, with the difference; rows in order of time."""
    known = [(claim, bounds(claim, strict=True)) for claim in rows.to_dict("records")]
    return [(a, b, later - first) for (a, first), (b, later) in combinations(known, 2) if later > first or later < first]


def what_they_allow(rows: pd.DataFrame, noun: str) -> str:
    """The firmest statement that the figures carry, found by comparing every pair of bounds."""
    changes = certain_changes(rows)
    if not changes:
        return f"What the figures allow: no change at all{_one_number_for_all(rows.to_dict('records'))}."
    parts = []
    for earlier, later, difference in changes:
        grew = difference.low is not None and difference.low >= 0
        change = difference if grew else bounds(earlier, strict=True) - bounds(later, strict=True)
        parts.append(
            f"from {figure(earlier)} ({_short(earlier)}) to {figure(later)} ({_short(later)}), "
            f"a {'rise' if grew else 'fall'} of {ends(change)}"
        )
    only = "one change is certain:" if len(changes) == 1 else f"{len(changes)} changes are certain:"
    return f"What the figures allow: {only} {'; '.join(parts)}."


def _one_number_for_all(records: list[dict]) -> str:
    """A number that lies within the bounds of every claim, said with the doubt that "about" adds."""
    floors = [limits.low for limits in map(bounds, records) if limits.low is not None]
    if not floors:
        return ""
    loose = [f"“{phrase(c)}”" for c in records if c["hedge"] == "about" and c["value"] != max(floors)]
    doubt = f", if {' and '.join(loose)} may reach so far" if loose else ""
    return f"; {number(max(floors))} fits them all{doubt}"


def _short(claim: dict) -> str:
    return date(claim["period_start"]).removesuffix(" (date inferred)")


def _alt(drawn: pd.DataFrame, findings: list[str]) -> str:
    parts = []
    for name, rows in drawn.groupby("measure", sort=False):
        noun = STOCKS.get(name, ("", name.replace("_", " "), ""))[1]
        told = "; ".join(f"{date(c['period_start'])}: {figure(c)} {citation(c)}" for c in rows.to_dict("records"))
        parts.append(f"{noun[:1].upper()}{noun[1:]}: {told}.")
    head = "Bounds plot, without a line, of how many are said to be in contact with the CPC."
    return " ".join([head, *parts, *findings])
