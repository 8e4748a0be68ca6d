"""Reasons, decisions, effects: what a paragraph gives as which, and whether a word ties them or only their order."""

from __future__ import annotations

from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from ..errors import InterpartyError
from . import marks
from .notes import attach_readings

#: lane → head of its column and colour of its boxes
LANES = {"reason": ("Reason given", "blue"), "decision": ("Decision", "black"), "effect": ("Effect claimed", "green")}
HEADS = {"lane": "Lane", "quote": "Words", "dated": "Words of time in the text", "ties": "Tied to"}
#: inches: width of a box, way from one column to the next, height of a line of text, room between two boxes
WIDE, STEP, LINE, APART = 2.35, 2.89, 0.205, 0.25


def reason_decision_effect(cards: pd.DataFrame, links: pd.DataFrame) -> Figure:
    """Draw the causal story of a passage: a solid arrow where a word ties two things, a dashed one where only order does.

    Parameters
    ----------
    cards : DataFrame
        ``ip.readings("leaning-cards")``: ``reading_id``, ``quote``, ``lane`` (reason, decision, effect), ``date_words``.
    links : DataFrame
        ``ip.readings("leaning-links")``: ``source`` and ``target`` (ids of cards), ``quote`` and ``tie`` (word, order).

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When a card is in no lane that is known, or an arrow leads to a card that is not there.
    """
    if odd := sorted(set(cards["lane"]) - set(LANES)) or ([] if len(cards) else ["nothing"]):
        raise InterpartyError(f"The cards hold {odd[0]!r} as a lane: write one of {', '.join(LANES)}.")
    if lost := sorted((set(links["source"]) | set(links["target"])) - set(cards["reading_id"])):
        raise InterpartyError(f"An arrow leads to the card {lost[0]!r}, and there is none of that name.")
    boxes, depth = _boxes(cards)
    fig = marks.new_figure(marks.WIDTH, depth + 0.75)
    ax = fig.add_axes((0, 0, 1, 1))
    _draw(ax, boxes, links, depth)
    ties = {card: _ties(card, links) for card in cards["reading_id"]}
    shown = cards.assign(
        lane=cards["lane"].map(lambda lane: LANES[lane][0].lower()),
        quote="“" + cards["quote"] + "”",
        dated=cards["date_words"].map(_dated),
        ties=cards["reading_id"].map(ties),
    )
    return attach_readings(fig, alt=_alt(shown, links), caption=_caption(links), rows=shown, heads=HEADS, more=links)


def _dated(words: str) -> str:
    return f"“{words}”" if words else "no date"


def _ties(card: str, links: pd.DataFrame) -> str:
    leads = links[links["source"] == card].to_dict("records")
    return "; ".join(f"{link['target']}, {_how(link)}" for link in leads) or "nothing"


def _how(link: dict) -> str:
    return f"by “{link['quote']}”" if link["tie"] == "word" else "by order alone"


def _caption(links: pd.DataFrame) -> str:
    words = int((links["tie"] == "word").sum())
    return (
        f"Solid arrows: a word of the text makes the tie ({words}). Dashed arrows: only the order of the sentences "
        f"suggests it ({len(links) - words}). What is drawn is the text's own story, not what happened."
    )


def _alt(shown: pd.DataFrame, links: pd.DataFrame) -> str:
    pieces = []
    for head in dict.fromkeys(shown["lane"]):
        rows = shown[shown["lane"] == head].to_dict("records")
        pieces.append(
            f"{head.capitalize()}: " + "; ".join(f"{r['quote']} ({r['dated']}; tied to {r['ties']})" for r in rows) + "."
        )
    return f"Diagram of boxes in three columns with arrows. {' '.join(pieces)} What it shows: {_caption(links).split(' What')[0]}"


def _boxes(cards: pd.DataFrame) -> tuple[dict[str, dict], float]:
    """card id → left edge, top (inches from the top of the columns), height, lines; and the depth of the longest column."""
    boxes, depth = {}, 0.0
    for column, lane in enumerate(LANES):
        y = 0.0
        for card in cards[cards["lane"] == lane].to_dict("records"):
            text = fill(f"“{card['quote']}”", 26) + "\n" + fill(f"¶{card['par']}, {_dated(card['date_words'])}", 26)
            height = LINE * (text.count("\n") + 1) + 0.14
            boxes[card["reading_id"]] = {"x": 0.08 + column * STEP, "y": y, "h": height, "text": text, "lane": lane}
            y += height + APART
        depth = max(depth, y)
    return boxes, depth


def _draw(ax: Axes, boxes: dict[str, dict], links: pd.DataFrame, depth: float) -> None:
    ax.set_xlim(0, marks.WIDTH)
    ax.set_ylim(depth + 0.05, -0.7)
    ax.set_axis_off()
    for column, (head, ink) in enumerate(LANES.values()):
        ax.text(0.08 + column * STEP, -0.3, head, fontsize=marks.TITLE, fontweight="bold", color=marks.INK[ink], va="center")
    for name, box in boxes.items():
        shape = FancyBboxPatch(
            (box["x"], box["y"]), WIDE, box["h"], boxstyle="round,pad=0,rounding_size=0.06", facecolor="white",
            edgecolor=marks.INK[LANES[box["lane"]][1]], lw=1.6, gid=name, zorder=2,
        )  # fmt: skip
        ax.add_patch(shape)
        ax.text(box["x"] + 0.08, box["y"] + 0.07, box["text"], fontsize=marks.SMALL, va="top", linespacing=1.25, zorder=3)
    for target, group in links.groupby("target", sort=False):
        for place, link in enumerate(group.to_dict("records"), start=1):
            _arrow(ax, boxes[link["source"]], boxes[target], link, place / (len(group) + 1))


def _arrow(ax: Axes, source: dict, target: dict, link: dict, share: float) -> None:
    """Between columns from side to side; within a column straight down, or round the boxes that stand between."""
    bend = 0.0
    if source["x"] != target["x"]:
        start = (source["x"] + WIDE, source["y"] + source["h"] / 2)
        end = (target["x"], target["y"] + target["h"] * share)
    elif 0 < target["y"] - source["y"] - source["h"] < 2 * APART:
        middle = source["x"] + WIDE / 2
        start, end = (middle, source["y"] + source["h"]), (middle, target["y"])
    else:
        start = (source["x"] + WIDE, source["y"] + source["h"] * 0.75)
        end = (target["x"] + WIDE, target["y"] + target["h"] * 0.25)
        bend = 0.3 / max(abs(end[1] - start[1]), 0.6)
    style = {"arrowstyle": "->,head_length=0.45,head_width=0.25", "shrinkA": 0, "shrinkB": 1, "zorder": 4}
    line = {"lw": 2, "color": "black"} if link["tie"] == "word" else {"lw": 1.5, "color": marks.GREY, "ls": (0, (4, 3))}
    curve = {"connectionstyle": f"arc3,rad={-bend}"}
    ax.annotate("", xy=end, xytext=start, arrowprops=style | line | curve, gid=link["reading_id"])
