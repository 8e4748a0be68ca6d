"""Claims said in words: figures with their hedge, dates, citations. For charts, tables, widgets and alt text."""

from __future__ import annotations

import re
from calendar import month_name  # English unless the program sets a locale

import pandas as pd

from .bounds import Bounds, bounds
from .passage import SIGN

#: hedge → (the figure in short, what it lets a reader say)
MEANINGS = {
    "exact": ("{value}", "{value}, without a hedge"),
    "about": ("about {value}", "about {value}: the text sets no limit below or above"),
    "at_least": ("{above} {value}", "{above} {value}: a floor, with no upper limit"),
    "odd": ("{value}-odd", "{value} and a few more: a floor, with no upper limit stated"),
    "nearly": ("nearly {value}", "not quite {value}: a ceiling, with no lower limit"),
    "at_most": ("{below} {value}", "{below} {value}: a ceiling, with no lower limit"),
    "between": ("{low} to {high}", "between {low} and {high}"),
    "vague": ("no figure", "no figure: the words give no limit below or above"),
}

#: whether the printed figure itself is left out → the words before it
_ABOVE, _BELOW = {False: "at least", True: "more than"}, {False: "at most", True: "less than"}
#: the first words of a quote that carry figure and hedge, before the thing counted
_HEAD = re.compile(r"^.*?(?:\d[\d,.]*(?:-odd)?|hundreds|dozens|dozen|tens|ten)\b", re.IGNORECASE)
_EDTF = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$")


def number(value) -> str:
    """A figure with thousands separators and without a useless ``.0``.

    >>> number(4500.0)
    '4,500'
    """
    return f"{value:,.10g}"


def counted_words(count: int) -> str:
    """So many words.

    >>> counted_words(1), counted_words(1200)
    ('1 word', '1,200 words')
    """
    return f"{count:,} word{'' if count == 1 else 's'}"


def figure(claim) -> str:
    """The figure of a claim with its hedge, in short ("more than 400")."""
    return _said(claim, 0)


def meaning(claim) -> str:
    """What the figure of a claim lets a reader say, in words."""
    return _said(claim, 1)


def _said(claim, which: int) -> str:
    parts = {key: number(claim[key]) for key in ("value", "low", "high") if pd.notna(claim[key])}
    limits = bounds(claim, strict=True)
    parts |= {"above": _ABOVE[limits.low_open], "below": _BELOW[limits.high_open]}
    return MEANINGS[claim["hedge"]][which].format(**parts)


def phrase(claim) -> str:
    """The quoted words up to the figure ("over 4,500"); the whole quote where the figure is not written in digits."""
    head = _HEAD.match(claim["quote"])
    return head.group() if head else claim["quote"]


def citation(claim) -> str:
    """The citation form of the collection, ``[dai-2002 ¶15]``."""
    return f"[{claim['doc']} ¶{claim['par']}]"


def ends(limits: Bounds) -> str:
    """Bounds in words, for results of a calculation ("more than 2", "at most 80", "no limit below or above").

    >>> ends(Bounds(low=160)), ends(Bounds(low=160, low_open=True))
    ('at least 160', 'more than 160')
    """
    if limits.low is None and limits.high is None:
        nominal = "" if limits.value is None else f"about {_round(limits.value)}, with "
        return f"{nominal}no limit below or above"
    if limits.low == limits.high:
        return _round(limits.low)
    floor = limits.low is not None and f"{_ABOVE[limits.low_open]} {_round(limits.low)}"
    ceiling = limits.high is not None and f"{_BELOW[limits.high_open]} {_round(limits.high)}"
    if floor and ceiling and not (limits.low_open or limits.high_open):
        return f"between {_round(limits.low)} and {_round(limits.high)}"
    return " and ".join(end for end in (floor, ceiling) if end)


def _round(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def year(edtf: str | None, *, last: bool = False) -> float | None:
    """The place of an EDTF date on a line of years.

    Parameters
    ----------
    edtf : str or None
        ``2001``, ``2001-12``, ``2003-09-25``, with ``~`` or ``?`` when it is uncertain.
    last : bool
        Take the end of the stretch (31 December) instead of its beginning.

    Returns
    -------
    float or None
        None where there is no date of this form.
    """
    match = _EDTF.match(edtf) if isinstance(edtf, str) else None
    if match is None:
        return None
    y, m, d, _ = match.groups()
    if d:
        return int(y) + (int(m) - 1 + int(d) / 31) / 12
    if m:
        return int(y) + (int(m) - (0 if last else 1)) / 12
    return float(y) + (1 if last else 0)


def is_inferred(edtf: str | None) -> bool:
    """Whether the date carries a mark of uncertainty."""
    return isinstance(edtf, str) and edtf[-1:] in set("~?%")


def date(edtf: str | None) -> str:
    """An EDTF date in words.

    >>> date("2001-12"), date("2007~")
    ('December 2001', 'c.\xa02007 (date inferred)')
    """
    match = _EDTF.match(edtf) if isinstance(edtf, str) else None
    if match is None:
        return "undated" if not isinstance(edtf, str) else edtf
    y, m, d, mark = match.groups()
    plain = " ".join(part for part in (str(int(d)) if d else "", month_name[int(m)] if m else "", y) if part)
    return f"c.\u00a0{plain} (date inferred)" if mark else plain


def period(claim) -> str:
    """The period of a claim in words, with the text's own words where there are any."""
    start, end, words = claim["period_start"], claim["period_end"], claim["period_text"]
    span = date(start) if start == end or not isinstance(end, str) else f"{date(start)} to {date(end)}"
    return f"{span}, in the text “{words}”" if isinstance(words, str) and words else span


def in_words(claim) -> str:
    """One claim in one breath, for a status line: words, meaning, what is counted, direction, period, citation."""
    way = {"received": "received", "sent": "sent", "both": "with ties both ways"}.get(claim["direction"])
    counted = f"counts {claim['unit']}" + (f" {way}" if way else "")
    return f"“{claim['quote']}” {citation(claim)}: {meaning(claim)}. It {counted}; {claim['kind']}; {period(claim)}."


def sentence_of(corpus, claim) -> str:
    """The sentence a claim rests on, from the corpus; the quoted words where the corpus does not hold the text.

    Behind the sentence stands what was done to the claim by hand, by whom and why.

    Parameters
    ----------
    corpus : Corpus
        The texts.
    claim : mapping
        A row of the claims table.
    """
    if claim["doc"] not in corpus:
        return claim["quote"]
    document = corpus[claim["doc"]]
    note = document.notes.get(claim.get("claim_id")) if document.corrections else None
    return " ".join(document.sentence_at(claim["start"]).text.split()) + (f" [{SIGN} {note}]" if note else "")
