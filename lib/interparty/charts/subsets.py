"""Nested boxes: which figures are parts of which, and which may only overlap."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from ..wording import citation, phrase
from . import marks
from .notes import attach, chosen

#: direction → (title of the panel, colour)
SIDES = {"sent": ("Delegations sent abroad", "blue"), "received": ("Delegations received", "vermillion")}


def nested_subsets(claims: pd.DataFrame, doc: str | None = None) -> Figure:
    """Draw the delegations of one text as boxes: the total, its parts inside it, and what may lie partly outside.

    A part is a claim whose ``subset_of`` names the total. A claim of the same text and measure without ``subset_of``
    straddles the edge of the box: the text does not say whether it is included.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    doc : str, optional
        Which text; without it, the one in which delegations have parts.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When no figure about delegations is part of another.
    """
    of_delegations = claims["measure"].isin([f"delegations_{side}" for side in SIDES]) & (claims["kind"] == "flow")
    if doc is not None:
        of_delegations &= claims["doc"] == doc
    inside = chosen(claims, of_delegations & claims["subset_of"].notna(), "no figure about delegations that is part of another")
    home = inside["doc"].iloc[0]
    rows = claims[of_delegations & (claims["doc"] == home)]
    panels = [tree for side in SIDES if (tree := _tree(rows[rows["direction"] == side]))]
    fig = marks.new_figure(marks.WIDTH, 4.7)
    for place, (whole, parts, loose) in enumerate(panels, start=1):
        _draw(fig.add_subplot(1, len(panels), place), whole, parts, loose)
    fig.subplots_adjust(left=0.01, right=0.99, top=0.92, bottom=0.0, wspace=0.04)
    drawn = pd.DataFrame([claim for whole, parts, loose in panels for claim in (whole, *parts, *loose)])
    return attach(
        fig,
        alt=(
            f"Nested boxes, not to scale, of delegations in {home}. {' '.join(_told(*tree) for tree in panels)} What it shows: "
            f"{sum(len(parts) for _, parts, _ in panels)} figures are parts of another one, and must not be added to it."
        ),
        caption=(
            "A box inside another is a part of it, so the figures must never be added. Dashed boxes may share "
            "delegations with each other: nothing says that they are separate. A box across the edge may lie partly "
            "outside. Areas and overlaps are not to scale; the text gives no sizes for them."
        ),
        claims=drawn,
    )


def _tree(rows: pd.DataFrame) -> tuple[dict, list[dict], list[dict]] | None:
    """(total, parts, claims that may lie partly outside); the total is what parts point to, else the largest figure."""
    records = rows.to_dict("records")
    named = {claim["subset_of"] for claim in records if isinstance(claim["subset_of"], str)}
    wholes = [claim for claim in records if claim["claim_id"] in named] or sorted(
        (claim for claim in records if pd.notna(claim["value"])), key=lambda claim: claim["value"], reverse=True
    )
    if not wholes:
        return None
    whole = wholes[0]
    parts = [claim for claim in records if claim["subset_of"] == whole["claim_id"]]
    loose = [claim for claim in records if claim is not whole and not isinstance(claim["subset_of"], str)]
    return whole, parts, loose


def _draw(ax: Axes, whole: dict, parts: list[dict], loose: list[dict]) -> None:
    title, ink = SIDES[whole["direction"]]
    colour = marks.INK[ink]
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    ax.set_axis_off()
    ax.set_xticks([])
    ax.set_yticks([])
    ax.set_title(title, loc="left", fontsize=marks.TITLE, fontweight="bold", x=0.02)
    _box(ax, (0.2, 0.3), 8.0, 9.3, colour, 2.4, "-", 0.06, whole["claim_id"])
    ax.text(0.55, 9.2, f"“{phrase(whole)}”", fontsize=16, fontweight="bold", va="top")
    ax.text(0.55, 8.4, f"{whole['unit']} {citation(whole)}", fontsize=marks.SMALL, va="top")
    boxes = [(claim, 0.65, 4.9) for claim in parts] + [(claim, 3.4, 6.4) for claim in loose]
    height = min(2.6, 7.2 / max(len(boxes), 1) + 0.35)
    step = height - 0.35 if len(parts) > 1 or len(loose) > 1 else height
    top = 7.4
    for row, (claim, left, width) in enumerate(boxes):
        shift = 0.55 * (row % 2) if claim in parts else 0
        base = top - row * step - height
        _box(ax, (left + shift, base), width, height, colour, 1.6, (0, (5, 2.5)), 0.10, claim["claim_id"])
        said = "part of it" if claim in parts else "may lie partly outside"
        ax.text(left + shift + 0.3, base + height - 0.6, f"“{phrase(claim)}”", fontsize=13, fontweight="bold", va="top")
        ax.text(
            left + shift + 0.3,
            base + height - 1.3,
            f"{citation(claim)}\n{said}",
            fontsize=marks.SMALL,
            va="top",
            linespacing=1.3,
        )
    if len(parts) > 1:
        ax.text(
            0.65,
            top - len(parts) * step - 0.75,
            "These may overlap: never add them.",
            fontsize=marks.SMALL,
            style="italic",
            va="top",
        )


def _box(ax: Axes, corner, width, height, colour, line, style, fill, gid) -> None:
    shape = "round,pad=0,rounding_size=0.25"
    ax.add_patch(FancyBboxPatch(corner, width, height, boxstyle=shape, lw=0, facecolor=colour, alpha=fill))
    ax.add_patch(
        FancyBboxPatch(corner, width, height, boxstyle=shape, lw=line, ls=style, facecolor="none", edgecolor=colour, gid=gid)
    )


def _told(whole: dict, parts: list[dict], loose: list[dict]) -> str:
    title = SIDES[whole["direction"]][0]
    pieces = [f"{title}: “{phrase(whole)}” in all"]
    if parts:
        pieces.append("containing " + ", ".join(f"“{phrase(claim)}”" for claim in parts))
    if len(parts) > 1:
        pieces.append("which may overlap one another")
    if loose:
        pieces.append("and " + ", ".join(f"“{phrase(claim)}”" for claim in loose) + ", which may lie partly outside")
    return ", ".join(pieces) + "."
