"""Guest lists as labelled numbers: occasions that count different things, and so share no axis."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..wording import citation, date, figure
from . import marks
from .notes import attach, chosen

#: measure → what is counted
COUNTED = {"countries_attending": "countries", "parties_attending": "parties"}

STATED = {"fontsize": 30, "fontweight": "bold"}
NOT_STATED = {"fontsize": 17, "style": "italic", "color": marks.GREY}


def guest_lists(claims: pd.DataFrame) -> Figure:
    """Print, for every occasion with a number of countries, that number and the number of parties, or that there is none.

    No axis and no bars: a congress of one party and a conference of many are different things, and 45 years and more can
    lie between them.

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
        When the table holds no occasion with a number of countries.
    """
    events = claims[claims["measure"].isin(COUNTED) & (claims["kind"] == "event")]
    chosen(events, events["measure"] == "countries_attending", "no occasion at which countries were counted")
    groups = [rows for _, rows in events.groupby(["doc", "par", "period_start"], sort=False, dropna=False)]
    lists = sorted(
        (rows for rows in groups if (rows["measure"] == "countries_attending").any()),
        key=lambda rows: str(rows["period_start"].iloc[0]),
    )
    fig = marks.new_figure(marks.WIDTH, 3.1)
    for place, rows in enumerate(lists, start=1):
        _draw(fig.add_subplot(1, len(lists), place), rows)
    fig.subplots_adjust(left=0.01, right=0.99, top=0.99, bottom=0.01, wspace=0.06)
    return attach(
        fig,
        alt=(
            f"{len(lists)} guest lists as printed numbers, without an axis. {' '.join(_told(rows) for rows in lists)} "
            f"What it shows: {_finding(lists)}"
        ),
        caption=(
            "Read each box by itself. “not stated” is part of the data. There is no axis, because the boxes do not count the "
            "same thing at the same kind of occasion, and nothing is known of the years between them."
        ),
        claims=pd.concat(lists),
    )


def _numbers(rows: pd.DataFrame) -> dict[str, str]:
    found = {claim["measure"]: figure(claim) for claim in rows.to_dict("records")}
    return {counted: found.get(measure, "not stated") for measure, counted in COUNTED.items()}


def _told(rows: pd.DataFrame) -> str:
    claim = rows.iloc[0]
    numbers = "; ".join(f"{counted}: {number}" for counted, number in _numbers(rows).items())
    return f"{date(claim['period_start'])} {citation(claim)}: {numbers}."


def _finding(lists: list[pd.DataFrame]) -> str:
    """What all the lists state, and what only some of them do."""
    stated = {counted: [_numbers(rows)[counted] for rows in lists] for counted in COUNTED.values()}
    everywhere = [f"{counted} ({', '.join(numbers)})" for counted, numbers in stated.items() if "not stated" not in numbers]
    missing = [counted for counted, numbers in stated.items() if "not stated" in numbers]
    told = f"every list states {' and '.join(everywhere)}" if everywhere else "no number stands in every list"
    return f"{told}{f'; {chr(32).join(missing)} cannot be compared' if missing else ''}."


def _draw(ax: Axes, rows: pd.DataFrame) -> None:
    claim = rows.iloc[0]
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_color(marks.GREY)
    ax.text(0.5, 9.3, date(claim["period_start"]), fontsize=marks.TITLE, fontweight="bold", va="top")
    ax.text(0.5, 8.1, citation(claim), fontsize=marks.SMALL, va="top")
    ids = {COUNTED[row["measure"]]: row["claim_id"] for row in rows.to_dict("records")}
    for row, (counted, number) in enumerate(_numbers(rows).items()):
        y = 5.2 - 3.2 * row
        look = STATED if counted in ids else NOT_STATED
        ax.text(0.5, y, number, va="center", gid=ids.get(counted), **look)
        ax.text(4.7, y, counted, fontsize=marks.TITLE, va="center")
