"""The phrases and ready questions of the bounds sandbox, and how a claim becomes a bar."""

from __future__ import annotations

import pandas as pd

from ..bounds import bounds
from ..wording import citation, period, phrase

#: the bars of the Jiang years: (text, measure, hedge); where the table has several, the largest figure
BARS = {
    "sent": ("dai-2002", "delegations_sent", "nearly"),
    "received": ("dai-2002", "delegations_received", "at_least"),
    "exact": ("dai-2002", "parties_in_contact", "exact"),
    "around": ("idcpc-2003", "delegations_received", "about"),
    "odd": ("idcpc-2003", "parties_in_contact", "odd"),
    "received-25": ("idcpc-2003", "delegations_received", "at_least"),
    "sent-25": ("idcpc-2003", "delegations_sent", "at_least"),
    "groups": ("idcpc-2003", "delegations_sent", "exact"),
    "countries": ("dai-2002", "countries_in_contact", "exact"),
    "countries-2007": ("chen-2007", "countries_in_contact", "at_least"),
}
#: ready questions: (title, first bar, change, second bar, change, number the quotient is held against or None)
QUESTIONS = [
    ("1997–2002: did the CPC receive more delegations than it sent?", "received", "none", "sent", "none", None),
    ("1997–2002: more than one and a half times as many?", "received", "none", "sent", "none", 1.5),
    ("Since 1978: did the Department receive more than it sent?", "received-25", "none", "sent-25", "none", None),
    ("A year: sent 1997–2002 against sent since 1978", "sent", "d5", "sent-25", "d25", None),
    ("A year: received 1997–2002 against received since 1978", "received", "d5", "received-25", "d25", None),
    ("Five years of “100 groups” against “nearly 400 delegations”", "groups", "x5", "sent", "none", None),
    ("Received a year: 1997–2002 against “recent years”", "received", "d5", "around", "none", None),
    ("Countries: c. 2007 against the end of 2001", "countries-2007", "none", "countries", "none", None),
]


def largest(claims: pd.DataFrame, doc: str, measure: str, hedge: str) -> str | None:
    """The claim id of the largest figure of this text, measure and hedge, or None."""
    rows = claims[(claims["doc"] == doc) & (claims["measure"] == measure) & (claims["hedge"] == hedge)].dropna(subset="value")
    return None if rows.empty else rows.loc[rows["value"].idxmax(), "claim_id"]


def as_bar(claim: dict, corpus) -> dict:
    """What the sandbox keeps of a claim: its words in their sentence, what it counts, its bounds."""
    before, quote, after = "", claim["quote"], ""
    if claim["doc"] in corpus:
        document = corpus[claim["doc"]]
        sentence, text = document.sentence_at(claim["start"]), document.text
        before, quote, after = (
            text[sentence.start : claim["start"]],
            text[claim["start"] : claim["end"]],
            text[claim["end"] : sentence.end],
        )
    return {
        "phrase": phrase(claim),
        "before": before,
        "quote": quote,
        "after": after,
        "cite": citation(claim),
        "counts": f"{claim['unit']}; {claim['kind']}; {period(claim)}",
        "hedge": claim["hedge"],
        "limits": bounds(claim, strict=True),
        "unit": claim["unit"],
        "doc": claim["doc"],
        "kind": claim["kind"],
        "period": period(claim),
    }
