"""How long a claim's period is, with what the words leave open."""

from __future__ import annotations

import re

from . import numerals
from .bounds import Bounds
from .text import fold

_LENGTH = re.compile(r"\b(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?)[ -]+(?P<unit>years?|decades?|centur(?:y|ies))\b")
_YEARS_OF = {"y": 1, "d": 10, "c": 100}


def years(claim) -> Bounds | None:
    """The length of a claim's period in years, as bounds.

    Where the words give a length ("over the past two decades") and the dates another one ("since … 1978", in a text of 2003),
    both are kept: the bounds reach from the one to the other.

    Parameters
    ----------
    claim : mapping
        A row of the claims table: ``period_start``, ``period_end``, ``period_text``.

    Returns
    -------
    Bounds or None
        None where the period has no length: an open side and no number of years in the words.

    >>> years({"period_start": "1978", "period_end": "2003", "period_text": "over the past two decades since 1978"})
    Bounds(low=20, high=25)
    """
    lengths = [*_of_dates(claim["period_start"], claim["period_end"]), *_of_words(claim["period_text"])]
    return Bounds(min(lengths), max(lengths)) if lengths else None


def _of_dates(first: str | None, last: str | None) -> list[float]:
    if not first or not last or first == last:
        return []
    return [float(int(last[:4]) - int(first[:4]))] if last[:4] > first[:4] else []


def _of_words(words: str | None) -> list[float]:
    found = _LENGTH.search(fold(words or ""))
    number = numerals.read(found["number"], 0) if found else None
    if number is None or not number.value or number.end != len(found["number"]):
        return []
    return [number.value * _YEARS_OF[found["unit"][0]]]
