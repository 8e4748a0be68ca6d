"""A claim against a number: a rate said in words beside the rate printed in figures, both as so many a year."""

from __future__ import annotations

import re

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..corpus import load_corpus
from ..wording import citation, number, sentence_of
from . import marks
from .notes import attach, chosen

#: words for a stretch of time → how many of it make a year
PER_YEAR = {
    r"\b(?:every|each|a|per) day\b|\bdaily\b": 365,
    r"\b(?:every|each|a|per) week\b|\bweekly\b": 52,
    r"\b(?:every|each|a|per) month\b|\bmonthly\b": 12,
    r"\b(?:every|each|a|per) year\b|\bannual(?:ly)?\b|\byearly\b": 1,
}
SIDES = {"received": "Received", "sent": "Sent abroad"}


def times_a_year(words: str) -> int | None:
    """How often a year the stretch of time named in ``words`` comes round; None where none is named.

    >>> times_a_year("a foreign group every day")
    365
    """
    return next((times for pattern, times in PER_YEAR.items() if re.search(pattern, words, re.IGNORECASE)), None)


def claim_against_number(claims: pd.DataFrame, corpus=None) -> Figure:
    """Draw every stated rate of delegations as a number a year, received and sent, bars from zero.

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
        When the table holds no rate of delegations.
    """
    keep = (claims["kind"] == "rate") & claims["direction"].isin(SIDES) & claims["value"].notna()
    rates = chosen(claims, keep, "no rate of delegations received or sent")
    corpus = corpus or load_corpus()
    times = [times_a_year(claim["quote"]) or times_a_year(sentence_of(corpus, claim)) for claim in rates.to_dict("records")]
    rates = rates.assign(times=times).dropna(subset="times")
    rates = rates.assign(yearly=rates["value"] * rates["times"])
    rates = rates.sort_values(["direction", "yearly"], ascending=[True, False])
    fig = marks.new_figure(marks.WIDTH, 1.2 + 0.62 * len(rates) + 0.55 * rates["direction"].nunique())
    ax = fig.add_subplot()
    _draw(ax, rates)
    fig.subplots_adjust(left=0.015, right=0.985, top=1 - 0.7 / fig.get_figheight(), bottom=0.55 / fig.get_figheight())
    computed = {c["claim_id"]: _computed(c) for c in rates.to_dict("records") if c["times"] != 1}
    return attach(
        fig,
        alt=_alt(rates),
        caption=(
            "Bars start at zero. A hatched bar is computed: the text says “every day”, and a year has 365 days. "
            f"The soft end of a bar marks “about”; its width, {marks.SOFT:.0%} to each side, is a convention."
        ),
        claims=rates.drop(columns=["times", "yearly"]),
        computed=computed,
    )


def _draw(ax: Axes, rates: pd.DataFrame) -> None:
    y, widest = 0.0, rates["yearly"].max()
    for side, group in rates.groupby("direction", sort=False):
        ax.text(0, y + 0.12, SIDES[side], fontsize=marks.BODY + 1, fontweight="bold", va="bottom")
        for claim in group.to_dict("records"):
            y -= 0.62
            _bar(ax, y + 0.3, claim)
        y -= 0.62
    ax.set_xlim(0, widest * 2.15)
    ax.set_ylim(y + 0.5, 0.55)
    ax.set_yticks([])
    ax.set_xticks(range(0, int(widest) + 100, 100))
    marks.tidy(ax, keep=("left",))
    ax.set_xlabel("delegations and groups a year", fontsize=marks.BODY, loc="left")
    ax.set_title(
        "Delegations and groups a year: said in words, printed in figures",
        loc="left",
        fontsize=marks.TITLE,
        fontweight="bold",
        pad=26,
    )
    ax.annotate(
        f"Taken at their word: {_finding(rates)}.", (0, 1), xytext=(0, 9), textcoords="offset points",
        xycoords="axes fraction", fontsize=marks.BODY,
    )  # fmt: skip


def _bar(ax: Axes, y: float, claim: dict) -> None:
    computed = claim["times"] != 1
    colour = marks.INK["vermillion" if computed else "blue"]
    soft = claim["hedge"] in ("about", "vague")
    length = claim["yearly"] * (1 - marks.SOFT) if soft else claim["yearly"]
    face = {"facecolor": "white", "edgecolor": colour, "hatch": "///", "lw": 1.4} if computed else {"color": colour}
    ax.barh(y, length, height=0.42, gid=claim["claim_id"], **face)
    if soft:
        marks.soft_band(ax, y, claim["yearly"], colour, claim["claim_id"], half=0.21, flat=True)
    said = f"“{claim['quote']}” {citation(claim)}"
    label = f"{said}\n{_computed(claim) if computed else 'as printed, for one year'}"
    ax.annotate(
        label, (claim["yearly"] * (1 + marks.SOFT), y), xytext=(8, 0), textcoords="offset points",
        va="center", fontsize=marks.SMALL, gid=claim["claim_id"],
    )  # fmt: skip


def _computed(claim: dict) -> str:
    return f"computed: {number(claim['value'])} × {number(claim['times'])} = {number(claim['yearly'])} a year"


def _alt(rates: pd.DataFrame) -> str:
    parts = []
    for side, group in rates.groupby("direction", sort=False):
        records = group.to_dict("records")
        told = "; ".join(
            f"“{c['quote']}” {citation(c)}, " + (_computed(c) if c["times"] != 1 else f"{number(c['yearly'])} a year as printed")
            for c in records
        )
        parts.append(f"{SIDES[side]}: {told}.")
    return f"Bar chart of delegations and groups a year. {' '.join(parts)} What it shows: {_finding(rates)}."


def _finding(rates: pd.DataFrame) -> str:
    """How far the largest and the smallest rate of each direction lie apart, at face value."""
    shown = []
    for side, group in rates.groupby("direction", sort=False):
        high, low = group["yearly"].max(), group["yearly"].min()
        if high > low:
            shown.append(f"{SIDES[side].lower()}, {number(high)} is {high / low:.3g} times {number(low)}")
    return "; ".join(shown) or "there is one rate only on each side"
