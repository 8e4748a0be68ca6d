"""What the length of a string does to the count: pairs of texts by length, the numbers in full."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..corpus import Corpus, load_corpus
from ..errors import InterpartyError
from ..reuse import shared_counts
from . import marks
from .notes import attach_readings
from .pairs import pair_rows

LENGTHS = (3, 4, 5, 6, 7, 8, 10, 12)
MOST_COLUMNS = 12


def shared_by_length(corpus: Corpus | None = None, lengths: Iterable[int] = LENGTHS, tokens: str = "words") -> Figure:
    """Draw how many strings each pair of texts shares, for several lengths of a string.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.
    lengths : iterable of int
        Words in a string, twelve lengths at most.
    tokens : str
        What counts as one word, see ``interparty.reuse.TOKENS``.

    Returns
    -------
    Figure
        For ``interparty.show``. Dark is many, by the columns: each length has its own scale.

    Raises
    ------
    InterpartyError
        When a length or ``tokens`` cannot be, or there is no length or more than twelve.
    """
    corpus = corpus if corpus is not None else load_corpus()
    lengths = sorted(set(lengths))
    if not 1 <= len(lengths) <= MOST_COLUMNS:
        raise InterpartyError(f"Between 1 and {MOST_COLUMNS} lengths can be drawn, not {len(lengths)}.")
    counts = {n: shared_counts(corpus, n, tokens).set_index(["one", "other"])["strings"] for n in lengths}
    frame = pd.DataFrame(counts)
    frame = frame.loc[frame.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    frame = frame[frame[lengths[0]] > 0]
    if frame.empty:
        raise InterpartyError(f"No two of these texts share {lengths[0]} words in a row: try smaller lengths.")
    fig = marks.new_figure(marks.WIDTH, 1.75 + 0.36 * len(frame))
    ax = fig.add_axes((0.27, 0.1, 0.715, 0.9 - 1.05 / fig.get_figheight()))
    rows, more = [], []
    for y, (pair, values) in enumerate(frame.iterrows()):
        first, second = pair_rows(corpus, "lengths", *pair, lengths[0], tokens)
        rows.append(first | {f"n{n}": values[n] for n in lengths})
        more.append(second)
        ax.add_patch(Rectangle((-0.5, y - 0.5), len(lengths), 1, fc="none", ec="none", gid=first["reading_id"]))
        for x, n in enumerate(lengths):
            share = values[n] / max(1, frame[n].max())
            ax.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, fc=marks.INK["blue"], alpha=0.85 * share, ec="white", lw=1.5))
            ax.text(
                x, y, f"{values[n]}", ha="center", va="center", fontsize=marks.BODY, color="white" if share > 0.6 else "black"
            )
    ax.set_xlim(-0.5, len(lengths) - 0.5)
    ax.set_ylim(len(frame) - 0.5, -0.5)
    ax.set_xticks(range(len(lengths)), [f"{n}" for n in lengths])
    ax.set_yticks(range(len(frame)), [f"{one} – {other}" for one, other in frame.index])
    marks.tidy(ax, keep=())
    ax.tick_params(length=0)
    ax.set_xlabel("words in a string", fontsize=marks.BODY, loc="left")
    title = "The count falls with the length.\nDoes the order of the pairs change?"
    fig.text(0.015, 0.98, title, fontsize=marks.TITLE, fontweight="bold", va="top")
    return attach_readings(
        fig,
        alt=_alt(frame, lengths),
        caption=(
            "Each number counts the different strings of this length that both texts hold. Short strings are shared by chance "
            "and by grammar, long ones hardly. The shade compares within a column only. No length is the right one: look for "
            "what all columns say."
        ),
        rows=pd.DataFrame(rows),
        heads={
            "pair": "Texts",
            **{f"n{n}": f"{n} words" for n in lengths},
            "quote": "Longest run",
            "other": "In the second text",
        },
        stands_for={a["reading_id"]: (a["reading_id"], b["reading_id"]) for a, b in zip(rows, more, strict=True)},
        more=pd.DataFrame(more),
    )


def _alt(frame: pd.DataFrame, lengths: list[int]) -> str:
    told = "; ".join(
        f"{one} and {other}: {', '.join(str(values[n]) for n in lengths)}" for (one, other), values in frame.iterrows()
    )
    leaders = {frame[n].idxmax() for n in lengths if frame[n].max()}
    same = "the same pair leads at every length" if len(leaders) == 1 else "not every length has the same pair in front"
    return (
        f"Table of numbers: shared strings of {', '.join(map(str, lengths))} words, a row for each pair of texts. {told}. "
        f"What it shows: the counts fall with the length, and {same}."
    )
