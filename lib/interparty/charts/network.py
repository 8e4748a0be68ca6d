"""Who acts towards whom: an arrow only where a word of action licenses it, a dashed tie where the words give no direction."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from ..errors import InterpartyError
from ..our_readings import readings
from . import marks
from .notes import attach_readings

#: size of the drawing area in its own units; the places in the table of actors count in them
ACROSS, UP = 10.0, 7.4
#: room round the words in a box
PAD = 0.1
#: how far the ties between the same two actors bow apart
BOWS = {1: (0.0,), 2: (0.18, -0.18), 3: (0.0, 0.62, -0.62)}
HEADS = {"quote": "Words of the text", "tie": "Arrow", "licence": "Word that licenses it", "reading": "Why"}


def ego_network(arrows: pd.DataFrame | None = None, actors: pd.DataFrame | None = None, ego: str = "cpc") -> Figure:
    """Draw actors and what the clauses of the texts say between them.

    Parameters
    ----------
    arrows : DataFrame, optional
        One row for each reading of a clause: ``reading_id doc par quote source target line label reading``, with ``line`` one of
        ``solid``, ``dashed``, ``none``. Without it, the readings of the Comintern years.
    actors : DataFrame, optional
        ``reading_id label x y``: name in the drawing (``|`` breaks a line) and place. Without it, the actors of these years.
    ego : str
        Id of the actor in the middle.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When an arrow names an actor that is not in the table of actors, or there is nothing to draw.
    """
    arrows = readings("comintern") if arrows is None else arrows
    actors = readings("comintern-actors") if actors is None else actors
    names = {actor["reading_id"]: actor["label"].replace("|", " ") for actor in actors.to_dict("records")}
    drawn = arrows[arrows["line"] != "none"]
    if drawn.empty:
        raise InterpartyError("This table holds no arrow to draw: give the readings of the Comintern years.")
    if strangers := sorted({*drawn["source"], *drawn["target"]} - set(names)):
        raise InterpartyError(f"The arrows name {strangers[0]!r}, who is not in the table of actors: add a row for it.")
    actors = actors[actors["reading_id"].isin([ego, *drawn["source"], *drawn["target"]])]
    ties = grouped(drawn)
    fig = marks.new_figure(marks.WIDTH, 7.0)
    ax = fig.add_axes((0.005, 0.055, 0.99, 0.99 * marks.WIDTH * UP / ACROSS / 7.0))
    _draw(ax, ties, actors, ego)
    fig.text(0.012, 0.975, "Who acts towards whom, in the words of the texts", fontsize=marks.TITLE, fontweight="bold", va="top")
    key = "──▶  a word of action says who acts        - - -  a tie without a direction"
    fig.text(0.012, 0.018, key, fontsize=marks.BODY)
    rows = arrows.assign(
        tie=[_arrow(row, names) for row in arrows.to_dict("records")],
        licence=[row["label"] if row["line"] == "solid" else "none" for row in arrows.to_dict("records")],
    )
    return attach_readings(
        fig,
        alt=_alt(ties, names),
        caption=(
            "Every solid arrow carries the word that licenses it; a dashed tie has none. Places, lengths and bows mean nothing, "
            f"and neither does the number of arrows: it counts clauses, not events.{_left_out(arrows)}"
        ),
        rows=rows,
        heads=HEADS,
    )


def _left_out(arrows: pd.DataFrame) -> str:
    """A sentence on the clauses that are not drawn, where there are any."""
    count = (arrows["line"] == "none").sum()
    return f" Clauses that name one actor only are not drawn: {count}." if count else ""


def grouped(arrows: pd.DataFrame) -> list[dict]:
    """Arrows with the same ends and the same line as one tie, its labels in the order of the text."""
    ties: dict[tuple, dict] = {}
    for row in arrows.to_dict("records"):
        ends = (row["source"], row["target"], row["line"])
        tie = ties.setdefault(ends, {"source": ends[0], "target": ends[1], "line": ends[2], "labels": [], "ids": []})
        tie["labels"].append(row["label"])
        tie["ids"].append(row["reading_id"])
    return list(ties.values())


def _draw(ax: Axes, ties: list[dict], actors: pd.DataFrame, ego: str) -> None:
    ax.set_xlim(0, ACROSS)
    ax.set_ylim(0, UP)
    ax.set_axis_off()
    texts, places = {}, {}
    for actor in actors.to_dict("records"):
        place = places[actor["reading_id"]] = (float(actor["x"]), float(actor["y"]))
        middle = actor["reading_id"] == ego
        look = {"fontsize": marks.TITLE, "color": "white", "fontweight": "bold"} if middle else {"fontsize": marks.BODY}
        words = actor["label"].replace("|", "\n")
        texts[actor["reading_id"]] = ax.text(*place, words, ha="center", va="center", linespacing=1.25, zorder=4, **look)
    ax.figure.draw_without_rendering()  # the size of a text is known only once it is drawn
    boxes = {name: _box(ax, text, name == ego) for name, text in texts.items()}
    between: dict[frozenset, list[dict]] = {}
    for tie in ties:
        between.setdefault(frozenset((tie["source"], tie["target"])), []).append(tie)
    for same in between.values():
        same.sort(key=lambda tie: tie["line"])  # the dashed one goes straight
        for tie, bow in zip(same, BOWS[len(same)], strict=True):
            first = (same[0]["source"], same[0]["target"])
            _tie(ax, tie, bow if (tie["source"], tie["target"]) == first else -bow, places, boxes)


def _box(ax: Axes, text, middle: bool) -> FancyBboxPatch:
    """A frame round a text, in the units of the drawing: lines end at it, at whatever size the picture is saved."""
    (x1, y1), (x2, y2) = ax.transData.inverted().transform(text.get_window_extent())
    colour = marks.INK["blue"] if middle else marks.GREY
    shape = f"round,pad={PAD},rounding_size=0.08"
    look = {"fc": colour if middle else "white", "ec": colour, "lw": 1.4, "zorder": 3}
    return ax.add_patch(FancyBboxPatch((x1, y1), x2 - x1, y2 - y1, boxstyle=shape, **look))


def _tie(ax: Axes, tie: dict, bow: float, places: dict, boxes: dict) -> None:
    (x1, y1), (x2, y2) = places[tie["source"]], places[tie["target"]]
    solid = tie["line"] == "solid"
    colour = marks.INK["vermillion"] if solid else marks.GREY
    line = (
        {"arrowstyle": "-|>,head_length=9,head_width=4.5", "lw": 2}
        if solid
        else {"arrowstyle": "-", "ls": (0, (5, 4)), "lw": 1.8}
    )
    ends = {"patchA": boxes[tie["source"]], "patchB": boxes[tie["target"]]}
    way = f"arc3,rad={bow}"
    gid = " ".join(tie["ids"])
    arrow = FancyArrowPatch(
        (x1, y1), (x2, y2), connectionstyle=way, color=colour, zorder=2, gid=gid, shrinkA=2, shrinkB=3, **line, **ends
    )
    ax.add_patch(arrow)
    # the middle of the curve: half the way to the control point that "arc3" takes
    middle = ((x1 + x2) / 2 + bow * (y2 - y1) / 2, (y1 + y2) / 2 - bow * (x2 - x1) / 2)
    ax.text(
        *middle, "\n".join(tie["labels"]), ha="center", va="center", fontsize=marks.SMALL, linespacing=1.2, zorder=3,
        style="normal" if solid else "italic", bbox={"boxstyle": "round,pad=0.15", "fc": "white", "ec": "none"}, gid=gid,
    )  # fmt: skip


def _arrow(row: dict, names: dict[str, str]) -> str:
    """One reading as ends and line, in words."""
    if row["line"] == "none":
        return f"not drawn: only one actor, {names[row['source']]}"
    sign = "→" if row["line"] == "solid" else "- - -"
    return f"{names[row['source']]} {sign} {names[row['target']]}"


def _alt(ties: list[dict], names: dict[str, str]) -> str:
    told = {"solid": [], "dashed": []}
    for tie in ties:
        ends = f"{names[tie['source']]} {'to' if tie['line'] == 'solid' else 'and'} {names[tie['target']]}"
        told[tie["line"]].append(f"{ends} ({', '.join(tie['labels'])})")
    parts = [f"Directed network of {len({end for tie in ties for end in (tie['source'], tie['target'])})} actors."]
    if told["solid"]:
        parts.append(f"Solid arrows, each with the word that licenses it: {'; '.join(told['solid'])}.")
    if told["dashed"]:
        parts.append(f"Dashed ties, where no word gives a direction: {'; '.join(told['dashed'])}.")
    solid, dashed = (sum(len(tie["labels"]) for tie in ties if tie["line"] == line) for line in ("solid", "dashed"))
    return " ".join([*parts, f"What it shows: {solid} relations rest on a word of action, {dashed} on none."])
