"""Who is the subject when things go well, and who when they go wrong: a square for each clause."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..errors import InterpartyError
from ..our_readings import readings
from . import marks
from .notes import attach_readings

#: kinds of subjects, from those who can answer for a deed to those who cannot
KINDS = {
    "leaders": "leaders, one by name",
    "the party": "the party",
    "others": "others (a country,\na movement, foreign parties)",
    "things and ideas": "things and ideas (the work,\n“Left” thinking, changes)",
    "nobody": "nobody (there was …,\na passive without “by”)",
}
TONES = {"success": "What is told as success", "trouble": "What is told as trouble"}


def agents_of_events(clauses: pd.DataFrame | None = None) -> Figure:
    """Draw clauses by the kind of their subject, successes and troubles apart.

    Parameters
    ----------
    clauses : DataFrame, optional
        Readings: ``reading_id doc par quote tone subject kind reading``; without it, those of
        idcpc-2003 ¶4–5 and dai-2001 ¶11–15.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When the table is empty, or has a tone or a kind that there is not.
    """
    clauses = readings("witness-agents") if clauses is None else clauses
    for column, known in (("tone", TONES), ("kind", KINDS)):
        if odd := sorted(set(clauses[column]) - set(known)):
            raise InterpartyError(f"The {column} {odd[0]!r} is none of {', '.join(known)}.")
    if clauses.empty:
        raise InterpartyError("There is no clause to draw: give the readings of witness-agents.")
    fig = marks.new_figure(marks.WIDTH, 4.6)
    widest = clauses.groupby(["tone", "kind"]).size().max() + 2
    for panel, (tone, title) in enumerate(TONES.items()):
        ax = fig.add_axes((0.3 + panel * 0.425, 0.04, 0.40 if panel == 0 else 0.26, 0.75))
        here = clauses[clauses["tone"] == tone]
        for y, kind in enumerate(KINDS):
            rows = here[here["kind"] == kind].to_dict("records")
            for x, row in enumerate(rows):
                colour = marks.INK["blue" if tone == "success" else "vermillion"]
                ax.add_patch(Rectangle((x + 0.08, y - 0.28), 0.84, 0.56, fc=colour, ec="none", gid=row["reading_id"]))
            ax.text(len(rows) + 0.2, y, str(len(rows)), va="center", fontsize=marks.BODY, fontweight="bold")
        ax.set_xlim(0, widest if panel == 0 else widest * 0.26 / 0.40)
        ax.set_ylim(len(KINDS) - 0.5, -0.5)
        ax.set_xticks([])
        ax.set_yticks(range(len(KINDS)), list(KINDS.values()) if panel == 0 else [""] * len(KINDS))
        marks.tidy(ax, keep=("left",))
        ax.tick_params(axis="y", length=0)
        ax.set_title(f"{title}: {len(here)}", loc="left", fontsize=marks.BODY, fontweight="bold")
    fig.text(0.015, 0.97, "Who is the subject? A square is a clause", fontsize=marks.TITLE, fontweight="bold", va="top")
    return attach_readings(
        fig,
        alt=_alt(clauses),
        caption=(
            "A clause is counted where the text presents something as a success or as a trouble; which clauses these are, and of "
            "which kind a subject is, is our reading: the table below has each clause. A subject is not always a doer: who "
            "suffers, or grows, does nothing."
        ),
        rows=clauses,
        heads={"quote": "Words of the text", "tone": "Told as", "subject": "Subject", "kind": "Kind", "reading": "Why"},
    )


def _alt(clauses: pd.DataFrame) -> str:
    told = []
    for tone in TONES:
        here = clauses[clauses["tone"] == tone]
        counts = here["kind"].value_counts()
        told.append(f"{tone}, {len(here)} clauses: " + ", ".join(f"{kind} {counts.get(kind, 0)}" for kind in KINDS))
    actors = {tone: int(clauses[clauses["tone"] == tone]["kind"].isin(["leaders", "the party"]).sum()) for tone in TONES}
    sizes = clauses["tone"].value_counts()
    return (
        f"Squares, one for each clause, by the kind of its subject. {'; '.join(told)}. What it shows: leaders or the party are "
        f"the subject of {actors['success']} of {sizes.get('success', 0)} successes and of {actors['trouble']} of "
        f"{sizes.get('trouble', 0)} troubles."
    )
