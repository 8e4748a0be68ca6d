"""Every statistic in one table: filter it, pick a row or its mark on the line of years, and read the sentence."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from ..corpus import load_corpus
from ..errors import InterpartyError
from ..html import Html, el, join
from ..html import table as page_table
from ..wording import citation, date, figure, meaning, period, sentence_of, year
from .base import PageWidget, asset

#: kind → (how it is called in the plural, what it is); the order of the list and of the key
KINDS = {
    "stock": ("stocks", "how many there are at one moment"),
    "flow": ("flows", "how many came, went or began in a stretch of time"),
    "rate": ("rates", "so many for each day or year"),
    "event": ("events", "counted at one occasion"),
    "duration": ("lengths of time", "no statistic of contacts"),
    "structural": ("parts of a description", "no statistic of contacts"),
}
#: column that can be filtered → how its picker is called
FILTERS = {"measure": "What is counted", "direction": "Direction", "kind": "Kind", "doc": "Text"}
FIRST, LAST = 1920, 2010
HEADS = ("Words of the text", "What they allow", "What is counted", "Kind", "Time", "Sentence")


class Statistics(PageWidget):
    """The live table; made by :func:`statistics`."""

    _esm = asset(".js", "statistics")
    _css = asset(".css", "sandbox", "statistics")

    def __init__(self, rows: list[dict]) -> None:
        super().__init__()
        filters = {name: sorted({row[name] for row in rows}) for name in FILTERS}
        filters["kind"] = [kind for kind in KINDS if kind in filters["kind"]]
        self.view = {
            "rows": rows,
            "filters": [[name, words, [[value, _plain(value)] for value in filters[name]]] for name, words in FILTERS.items()],
            "kinds": {kind: list(words) for kind, words in KINDS.items()},
            "years": [FIRST, LAST],
        }

    def twin(self) -> Html:
        """On paper: all rows with their sentences, and how many there are of each kind."""
        rows = [
            (f"“{row['quote']}”", row["allows"], row["counted"], row["kind"], row["when"], f"{row['sentence']} {row['cite']}")
            for row in self.view["rows"]
        ]
        found = Counter(row["kind"] for row in self.view["rows"])
        told = ", ".join(f"{found[kind]} {words}" for kind, (words, _) in KINDS.items() if found[kind])
        return el("div", page_table(f"{len(rows)} statistics: {told}.", HEADS, rows), style="overflow-x:auto")


def _plain(value: str) -> str:
    return value.replace("_", " ")


def statistics(claims: pd.DataFrame, corpus=None) -> Statistics:
    """Make the table of statistics.

    Parameters
    ----------
    claims : DataFrame
        The claims table, or a part of it.
    corpus : Corpus, optional
        Where the sentences come from; without it, the five texts.

    Returns
    -------
    Statistics
        Live in a notebook; on paper, the table with all sentences.

    Raises
    ------
    InterpartyError
        When the table is empty.
    """
    if claims.empty:
        raise InterpartyError("There is no statistic in this table: give claims, for example ip.claims(ip.load_corpus()).")
    corpus = corpus if corpus is not None else load_corpus()
    order = {kind: place for place, kind in enumerate(KINDS)}
    rows = sorted(
        claims.to_dict("records"), key=lambda row: (row["measure"], order[row["kind"]], row["doc"], row["par"], row["start"])
    )
    quotes = dict(zip(claims["claim_id"], claims["quote"], strict=True))
    return Statistics([_row(row, corpus, quotes) for row in rows])


def _row(claim: dict, corpus, quotes: dict[str, str]) -> dict:
    way = {"received": ", received", "sent": ", sent"}.get(claim["direction"], "")
    whole = claim["subset_of"] if isinstance(claim["subset_of"], str) else ""
    return {
        "id": claim["claim_id"],
        "quote": claim["quote"],
        "figure": figure(claim),
        "allows": meaning(claim),
        "counted": f"{claim['unit']}{way}",
        **{name: claim[name] for name in FILTERS},
        "cite": citation(claim),
        "when": _when(claim),
        "first": year(claim["period_start"]),
        "last": year(claim["period_end"], last=True),
        "part_of": quotes.get(whole, whole),
        "sentence": sentence_of(corpus, claim),
        "marked": str(_marked(corpus, claim)),
    }


def _when(claim: dict) -> str:
    if not isinstance(claim["period_end"], str):
        return "no time in its words"
    if isinstance(claim["period_start"], str):
        return period(claim)
    return f"up to {date(claim['period_end'])}, no beginning named: “{claim['period_text']}”"


def _marked(corpus, claim: dict) -> Html:
    if claim["doc"] not in corpus:
        return el("mark", claim["quote"], class_="ip-quote")
    document = corpus[claim["doc"]]
    sentence, text = document.sentence_at(claim["start"]), document.text
    quote = el("mark", text[claim["start"] : claim["end"]], class_="ip-quote")
    return join(text[sentence.start : claim["start"]], quote, text[claim["end"] : max(claim["end"], sentence.end)])
