"""The leader formula as a clock: which leaders a text names, and how often, texts in the order of their dates."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from ..corpus import Corpus, load_corpus
from ..layers.gazetteer import names
from ..wording import date, is_inferred
from . import marks
from .notes import attach_readings

#: the party's leaders in the order of their generations, as dai-2001 ¶21 counts them; chen-2007 ¶2 goes on with Hu
LEADERS = ("Mao Zedong", "Deng Xiaoping", "Jiang Zemin", "Hu Jintao")


def leaders_named(corpus: Corpus | None = None) -> pd.DataFrame:
    """How often each text names each of the four leaders.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    DataFrame
        A row for each text and leader that it names: ``reading_id``, ``leader``, ``times``, and of the first place ``doc``,
        ``par``, ``start``, ``end``, ``quote`` and ``first`` (the sentence).
    """
    corpus = corpus if corpus is not None else load_corpus()
    found = names(corpus)
    found = found[found["name"].isin(LEADERS)]
    rows = []
    for (doc, leader), group in found.groupby(["doc", "name"], sort=False):
        first = group.sort_values("start").iloc[0]
        sentence = " ".join(corpus[doc].sentence_at(first["start"]).text.split())
        here = {key: first[key] for key in ("doc", "par", "start", "end", "quote")}
        identity = f"{leader.split()[0].lower()}-{doc}"
        rows.append({"reading_id": identity, "leader": leader, "times": len(group), "first": sentence, **here})
    columns = ["reading_id", "leader", "times", "doc", "par", "start", "end", "quote", "first"]
    return pd.DataFrame(rows, columns=columns)


def leader_clock(corpus: Corpus | None = None) -> Figure:
    """Draw which leaders each text names, the texts in the order of their dates.

    Parameters
    ----------
    corpus : Corpus, optional
        The texts; without it, the five texts.

    Returns
    -------
    Figure
        For ``interparty.show``. The number in a circle counts how often the name stands in the text.
    """
    corpus = corpus if corpus is not None else load_corpus()
    rows = leaders_named(corpus)
    texts = sorted(corpus, key=lambda document: document.date.rstrip("~?%") or "9999")
    column = {document.id: x for x, document in enumerate(texts)}
    fig = marks.new_figure(marks.WIDTH, 4.3)
    ax = fig.add_axes((0.155, 0.17, 0.83, 0.66))
    for y in range(len(LEADERS)):
        ax.axhline(y, color="#dddddd", lw=1, zorder=0)
    for row in rows.to_dict("records"):
        x, y = column[row["doc"]], LEADERS.index(row["leader"])
        ax.plot([x], [y], "o", ms=25, color=marks.INK["blue"], gid=row["reading_id"], zorder=2)
        ax.text(
            x, y, str(row["times"]), color="white", ha="center", va="center", fontsize=marks.BODY, fontweight="bold", zorder=3,
            gid=row["reading_id"],
        )  # fmt: skip
    for doc, x in column.items():
        for y, leader in enumerate(LEADERS):
            if not ((rows["doc"] == doc) & (rows["leader"] == leader)).any():
                ax.text(
                    x, y, "not named", ha="center", va="center", fontsize=marks.SMALL, style="italic", backgroundcolor="white"
                )
    ax.set_xlim(-0.5, len(texts) - 0.5)
    ax.set_ylim(len(LEADERS) - 0.5, -0.5)
    ax.set_yticks(range(len(LEADERS)), LEADERS)
    labels = [f"{document.id}\n{'c. ' if is_inferred(document.date) else ''}{_short(document.date)}" for document in texts]
    ax.set_xticks(range(len(texts)), labels)
    marks.tidy(ax, keep=("bottom",))
    ax.tick_params(axis="y", length=0)
    fig.text(0.015, 0.965, "Which leaders does a text name, and how often?", fontsize=marks.TITLE, fontweight="bold", va="top")
    return attach_readings(
        fig,
        alt=_alt(rows, texts),
        caption=(
            "Texts from left to right in the order of their dates; of two texts of one year the order is not known where one has "
            "no month. A formula that calls somebody the leader tells that the text is not older than his time; a name that is "
            "missing tells much less. Long texts have more room for names, so do not compare the numbers of different texts. "
            "“Deng Xiaoping Theory” is the name of a teaching and is not counted."
        ),
        rows=rows,
        heads={"leader": "Leader", "times": "Times named", "first": "First sentence with the name"},
    )


def _short(edtf: str) -> str:
    return date(edtf.rstrip("~?%")[:7]) if edtf else "undated"


def _alt(rows: pd.DataFrame, texts: list) -> str:
    told = []
    for document in texts:
        here = rows[rows["doc"] == document.id].set_index("leader")["times"]
        named = ", ".join(f"{leader} {here[leader]}" for leader in LEADERS if leader in here)
        missing = ", ".join(leader for leader in LEADERS if leader not in here)
        told.append(f"{document.id} ({date(document.date)}): {named or 'none'}; not named: {missing or 'none'}")
    return (
        f"Grid of four leaders and {len(texts)} texts in the order of their dates, with how often each is named. "
        f"{'. '.join(told)}. What it shows: {_finding(rows, len(texts))}"
    )


def _finding(rows: pd.DataFrame, texts: int) -> str:
    named = rows.groupby("leader")["doc"].nunique()
    return ", ".join(f"{leader} is named in {named.get(leader, 0)} of {texts} texts" for leader in LEADERS) + "."
