"""Attention chart: how many words the texts give to each year of each era. It measures the sources, not history."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from ..attention import ERAS, sentences_of_eras, words_by_era
from ..wording import number
from . import marks
from .notes import attach_readings


def attention(corpus=None) -> Figure:
    """Draw the words of the texts for each year of each era, bars from zero.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    Figure
        For ``interparty.show``.
    """
    eras = words_by_era(corpus)
    fig = marks.new_figure(marks.WIDTH, 4.7)
    ax = fig.add_subplot()
    widest = (eras["per_year"] + eras["shared_per_year"]).max()
    for y, era in enumerate(eras.to_dict("records")):
        own, also = era["per_year"], era["shared_per_year"]
        ax.barh(y, own, height=0.56, color=marks.INK["blue"], gid=f"own-{era['era']}")
        ax.barh(
            y, also, left=own, height=0.56, facecolor="white", edgecolor=marks.GREY, hatch="///", lw=1, gid=f"shared-{era['era']}"
        )
        ax.annotate(
            f"{own:.0f} a year ({number(era['words'])} words, {era['years']} years)",
            (own + also, y), xytext=(7, 0), textcoords="offset points", va="center", fontsize=marks.SMALL,
        )  # fmt: skip
    ax.set_yticks(range(len(eras)), [f"{era['name']}\n{era['first']}–{era['last']}" for era in eras.to_dict("records")])
    ax.invert_yaxis()
    ax.set_xlim(0, widest * 1.72)
    ax.set_xticks(range(0, int(widest) + 1, 100))
    marks.tidy(ax)
    ax.set_xlabel("words of the five texts for each year of the era", fontsize=marks.BODY, loc="left")
    ax.set_title(
        "What five texts of 2001–2007 talk about.\nThis measures the sources, not history",
        loc="left", fontsize=marks.TITLE, fontweight="bold", pad=12, x=-0.27,
    )  # fmt: skip
    fig.subplots_adjust(left=0.225, right=0.985, top=0.84, bottom=0.13)
    return attach_readings(
        fig,
        alt=_alt(eras),
        caption=(
            "Solid: words of sentences that speak of this era alone. Hatched: words of sentences that reach over this era and "
            "another (“Before 1970s”, “since the reform”); they stand in the bar of each era that they reach, so never add the "
            "bars. Sentences about no time in particular are left out. Which sentence speaks of which era is our reading; the "
            "table below gives the reason for each. An era ends where the next begins, and the last ends with the last text."
        ),
        rows=_rows(corpus),
        heads={"sentence": "Sentence", "words": "Words", "eras": "Eras", "reading": "Why"},
        stands_for=_stands_for(corpus),
    )


def _stands_for(corpus) -> dict[str, tuple[str, ...]]:
    """Name of a bar → the readings whose words it counts."""
    told = sentences_of_eras(corpus).drop_duplicates("reading_id")
    eras = dict(zip(told["reading_id"], told["eras"].str.split(";"), strict=True))
    bars: dict[str, tuple[str, ...]] = {f"{how}-{era}": () for how in ("own", "shared") for era in ERAS}
    for name, reached in eras.items():
        for era in reached:
            bar = f"{'own' if reached == [era] else 'shared'}-{era}"
            bars[bar] = (*bars[bar], name)
    return bars


def _rows(corpus) -> pd.DataFrame:
    told = sentences_of_eras(corpus)
    return told.assign(eras=told["eras"].str.replace(";", ", "))


def _alt(eras: pd.DataFrame) -> str:
    told = "; ".join(
        f"{era['name']} {era['first']}–{era['last']}: {era['per_year']:.0f} ({number(era['words'])} words in {era['years']} years"
        + (f", and {number(era['shared'])} in sentences that reach over other eras too)" if era["shared"] else ")")
        for era in eras.to_dict("records")
    )
    few, many = eras.loc[eras["per_year"].idxmin()], eras.loc[eras["per_year"].idxmax()]
    return (
        "Bar chart of the words that the five texts give to each year of each era. It measures the sources, not history. "
        f"{told}. What it shows: of words about one era alone, the fewest a year go to {few['name']} ({few['per_year']:.0f}), "
        f"the most to {many['name']} ({many['per_year']:.0f}, {many['per_year'] / few['per_year']:.0f} times as many)."
    )
