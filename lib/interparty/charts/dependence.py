"""Which texts share words: a network with a line for each pair, as wide as the number of strings that both hold."""

from __future__ import annotations

from math import cos, pi, sin

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from ..corpus import Corpus, load_corpus
from ..errors import InterpartyError
from ..our_readings import readings
from ..reuse import FIVE, shared_counts
from ..wording import date
from . import marks
from .notes import attach_readings
from .pairs import pair_rows

#: width of a line in points for each shared string, and of the thinnest line that can be seen
POINTS, THINNEST = 0.27, 0.9
#: more texts than this make a ball of wool
MOST_TEXTS = 9
CAPTION = (
    "A line tells that words are shared, not who took them from whom, and not why: a name, a slogan, a speech that both quote "
    "and a borrowed sentence all look alike here. Places mean nothing."
)
TRANSLATED = (
    "The five seem to be translations: two translators make a line thinner than it was, and one translator makes it a little "
    "wider."
)
IN_OTHER_WORDS = "A pair without a line may still tell the same story in other words."
HEADS = {
    "pair": "Texts",
    "strings": "Shared strings",
    "per_thousand": "For each thousand strings of the shorter text",
    "longest": "Words in the longest run",
    "quote": "The longest run, in the first text",
    "other": "The same run, in the second text",
}


def dependence(corpus: Corpus | None = None, n: int = 6, tokens: str = "words") -> Figure:
    """Draw the texts and how many strings of n words each pair shares.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts, nine at most; without it, the five texts.
    n : int
        Words in a string.
    tokens : str
        What counts as one word, see ``interparty.reuse.TOKENS``.

    Returns
    -------
    Figure
        For ``interparty.show``.

    Raises
    ------
    InterpartyError
        When there are fewer than two or more than nine texts, no pair shares anything, or ``n`` or ``tokens`` cannot be.
    """
    corpus = corpus if corpus is not None else load_corpus()
    if len(corpus) > MOST_TEXTS:
        raise InterpartyError(f"A network of {len(corpus)} texts cannot be read: take {MOST_TEXTS} at most.")
    counts = shared_counts(corpus, n, tokens)
    drawn = counts[counts["strings"] > 0]
    if drawn.empty:
        raise InterpartyError(f"No two of these texts share {n} words in a row: try a smaller n.")
    pairs = [(row, *pair_rows(corpus, "shared", row["one"], row["other"], n, tokens)) for row in drawn.to_dict("records")]
    fig = marks.new_figure(marks.WIDTH, 6.1)
    ax = fig.add_axes((0.0, 0.05, 1.0, 0.82))
    ax.set_xlim(-1.75, 1.75)
    ax.set_ylim(-1.08, 1.22)
    ax.set_axis_off()
    dark = _one_office(corpus)
    ids = [document.id for document in sorted(corpus, key=lambda document: document.date or "9999")]
    places = {
        doc: (1.3 * sin(2 * pi * i / len(ids)), 0.98 * cos(2 * pi * i / len(ids))) for i, doc in enumerate(ids)
    }  # clockwise from the top, oldest first
    for row, first, _ in pairs[::-1]:
        _line(ax, row, places, first["reading_id"])
    for doc, (x, y) in places.items():
        fill = {"fc": marks.INK["blue"], "ec": marks.INK["blue"]} if doc in dark else {"fc": "white", "ec": marks.GREY}
        when = date(corpus[doc].date).replace(" (date inferred)", ", inferred") if corpus[doc].date else "undated"
        ax.text(
            x, y, f"{doc}\n{when}", ha="center", va="center", fontsize=marks.BODY, linespacing=1.35, zorder=5,
            color="white" if doc in dark else "black", bbox={"boxstyle": "round,pad=0.45", "lw": 1.4, **fill},
        )  # fmt: skip
    fig.text(0.02, 0.975, f"Strings of {n} words that two texts share", fontsize=marks.TITLE, fontweight="bold", va="top")
    if dark:
        key = "dark: signed by the International Department, or by its minister"
        fig.text(0.02, 0.922, key, fontsize=marks.BODY, va="top")
    fig.text(0.02, 0.02, "The number on a line counts different strings; its width follows the number.", fontsize=marks.BODY)
    none = len(counts) - len(drawn)
    return attach_readings(
        fig,
        alt=_alt(drawn, n, len(corpus), none),
        caption=f"{CAPTION} {TRANSLATED if dark else IN_OTHER_WORDS}",
        rows=pd.DataFrame(
            [{**first, "strings": row["strings"], "per_thousand": f"{row['per_thousand']:.1f}"} for row, first, _ in pairs]
        ),
        heads=HEADS,
        stands_for={first["reading_id"]: (first["reading_id"], second["reading_id"]) for _, first, second in pairs},
        more=pd.DataFrame([second for _, _, second in pairs]),
    )


def _one_office(corpus: Corpus) -> set[str]:
    """The texts that our reading gives to one office."""
    if not all(doc in corpus for doc in FIVE):
        return set()
    pens = readings("witness-pens")
    return set(pens[pens["office"].duplicated(keep=False)]["doc"])


def _line(ax, row: dict, places: dict, gid: str) -> None:
    (x1, y1), (x2, y2) = places[row["one"]], places[row["other"]]
    look = {"arrowstyle": "-", "shrinkA": 0, "shrinkB": 0, "color": marks.INK["vermillion"], "alpha": 0.75, "zorder": 1}
    wide = max(THINNEST, POINTS * row["strings"])
    ax.add_patch(FancyArrowPatch((x1, y1), (x2, y2), connectionstyle="arc3", lw=wide, gid=gid, **look))
    ax.text(
        (x1 + x2) / 2, (y1 + y2) / 2, str(row["strings"]), ha="center", va="center", fontsize=marks.BODY, fontweight="bold",
        zorder=3, gid=gid, bbox={"boxstyle": "round,pad=0.18", "fc": "white", "ec": "none"},
    )  # fmt: skip


def _alt(drawn: pd.DataFrame, n: int, texts: int, none: int) -> str:
    told = "; ".join(f"{row['one']} and {row['other']} {row['strings']}" for row in drawn.to_dict("records"))
    first = drawn.iloc[0]
    second = drawn.iloc[1] if len(drawn) > 1 else None
    after = "" if second is None else f"; the next, {second['one']} and {second['other']}, {second['strings']}"
    rest = f" {none} pairs share none." if none else ""
    return (
        f"Network of {texts} texts, with a line for each pair that shares strings of {n} words. Number of different shared "
        f"strings: {told}.{rest} What it shows: {first['one']} and {first['other']} share most, {first['strings']}{after}."
    )
