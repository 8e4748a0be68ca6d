"""Put a chart on the page as one HTML figure: picture with marks that tell their sentence, alt text, caption, data table."""

from __future__ import annotations

import base64
import io

import matplotlib
from matplotlib.figure import Figure

from .charts.notes import ChartNotes, notes_of
from .corpus import load_corpus
from .html import Html, el, stressed, table
from .pointing import pointable
from .wording import meaning, period, sentence_of

HEADS = ("Claim", "Words of the text", "What they allow", "Period", "Sentence it rests on")


class Shown:
    """A chart ready for the page. Jupyter asks it for its forms; ``str()`` gives the alt text.

    Attributes
    ----------
    html : Html
        The whole figure.
    alt : str
        What the chart says, in words.
    claim_ids : tuple of str
        The claims (or readings) it rests on, in the order of the data table.
    """

    def __init__(self, html: Html, alt: str, claim_ids: tuple[str, ...]) -> None:
        self.html, self.alt, self.claim_ids = html, alt, claim_ids

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": str(self.html), "text/plain": self.alt}


def show(fig: Figure, corpus=None) -> Shown:
    """Show a chart: make it the last line of a cell, or hand the result to ``display``.

    Parameters
    ----------
    fig : Figure
        From one of the functions of ``interparty.charts``.
    corpus : Corpus, optional
        Where the sentences of the data table come from; without it, the five texts.

    Returns
    -------
    Shown
        With the forms ``text/html`` (picture, alt text, caption, data table) and ``text/plain`` (the alt text).

    Raises
    ------
    InterpartyError
        When ``fig`` is not a chart of this library.
    """
    notes = notes_of(fig)
    corpus = corpus if corpus is not None else load_corpus()
    if notes.heads:
        heads, rows, what, ids = _readings(notes)
    else:
        heads, rows, what, ids = _claims(notes, corpus)
    picture = el("img", src=svg_uri(fig), alt=notes.alt, style="width:100%;height:auto;background:#fff;display:block")
    html = el(
        "figure",
        pointable(fig, corpus, picture),
        el("figcaption", notes.caption, style="max-width:62em;margin:0.5em 0;line-height:1.5"),
        el(
            "details",
            el(
                "summary",
                f"Data behind this chart: {what}",
                style="cursor:pointer;padding:4px 0",
            ),
            el(
                "div",
                table("Every mark of the chart, with what it rests on.", heads, rows),
                style="overflow-x:auto",
                tabindex="0",
            ),
        ),
        class_="interparty-figure",
        style="margin:0.5em 0",
    )
    return Shown(html, notes.alt, ids)


def _claims(notes: ChartNotes, corpus) -> tuple[tuple, list[tuple], str, tuple[str, ...]]:
    """Heads, rows and size of the data table of a chart of claims, and the claim ids."""
    rows = [
        (
            el("code", claim["claim_id"]),
            f"“{claim['quote']}”",
            "; ".join(part for part in (meaning(claim), notes.computed.get(claim["claim_id"])) if part),
            period(claim),
            f"{sentence_of(corpus, claim)} [{claim['doc']} ¶{claim['par']}]",
        )
        for claim in notes.claims.to_dict("records")
    ]
    return HEADS, rows, f"{len(rows)} claims, each with its sentence", tuple(notes.claims["claim_id"])


def _readings(notes: ChartNotes) -> tuple[tuple, list[tuple], str, tuple[str, ...]]:
    """The same of a chart of readings."""
    rows = [
        (el("code", row["reading_id"]), *(stressed(str(row[column])) for column in notes.heads), f"[{row['doc']} ¶{row['par']}]")
        for row in notes.claims.to_dict("records")
    ]
    heads = ("Reading", *notes.heads.values(), "Place")
    count = "1 reading" if len(rows) == 1 else f"{len(rows)} readings, each"
    return heads, rows, f"{count} with its place", tuple(notes.claims["reading_id"])


def svg_uri(fig: Figure) -> str:
    """The figure as an SVG data URI: crisp at any zoom and on paper, and the same bytes for the same data."""
    written = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "interparty", "svg.fonttype": "path"}):
        fig.savefig(written, format="svg", metadata={"Date": None})
    return "data:image/svg+xml;base64," + base64.b64encode(written.getvalue()).decode("ascii")
