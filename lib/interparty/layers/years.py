"""The eras of the collection in years, and which of them a phrase of time speaks of."""

from __future__ import annotations

#: era → first and last moment as decimal years: founding 1921, October 1949, great debate 1960, session of December 1978,
#: June 1989, November 2002, November 2012
ERAS = {
    "comintern": (1921.0, 1949.75),
    "leaning": (1949.75, 1960.0),
    "rupture": (1960.0, 1978.0),
    "reform": (1978.0, 1989.45),
    "jiang": (1989.45, 2002.85),
    "hu": (2002.85, 2012.9),
}
GENERAL = "general"

#: an interval speaks of every era that fills at least this part of it: "the 1980s and 90s" speaks of two
_SHARE = 0.45
#: an open span ("since 1978") also speaks of the later eras of which it covers two years or more …
_YEARS_OF_LATER_ERA = 2
#: … unless it sweeps over more than this
_SWEEP = 32
#: "in recent years" means about five
_RECENT = 5

OPEN_AT_END = frozenset({"since", "since_from", "since_year", "since_date", "years_from"})
_NEW_CENTURY = frozenset({"new_century", "new_era", "this_century", "now", "this_year", "this_decade"})


def decimal(date: str | None, end: bool = False) -> float | None:
    """An EDTF date as a decimal year: its beginning, or its end.

    >>> decimal("1978-12"), decimal("1978", end=True)
    (1978.9166666666667, 1979.0)
    """
    if not date:
        return None
    parts = date.rstrip("~?%").split("-")
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else None
    if month is None:
        return year + 1.0 if end else float(year)
    day = int(parts[2]) if len(parts) > 2 and parts[2].isdecimal() else None
    if day is not None:
        return year + (month - 1 + (day - 0.5) / 31) / 12
    return year + (month if end else month - 1) / 12


def era_of(date: str | None) -> str | None:
    """The era in which a date lies, None when there is no date; the first or the last for a date before or after all."""
    begin, end = decimal(date), decimal(date, end=True)
    if begin is None:
        return None
    middle = (begin + end) / 2
    for era, (_, last) in ERAS.items():
        if middle < last:
            return era
    return list(ERAS)[-1]


def eras_of(first: str | None, last: str | None, rule: str, text_date: str) -> list[str]:
    """The eras that a phrase of time speaks of.

    Parameters
    ----------
    first, last : str or None
        EDTF, None where a side is open.
    rule : str
        How the phrase was read, as in the table of dates.
    text_date : str
        The date of the text.
    """
    begin, end, text = decimal(first), decimal(last, end=True), decimal(text_date, end=True)
    if rule in _NEW_CENTURY:  # the speaker's own time
        here = era_of(text_date)
        return [here] if here and text is not None and text < ERAS[here][1] + 1 else []
    if rule in OPEN_AT_END and begin is not None:
        return _since(begin, end)
    if begin is None and end is None:
        return []
    if begin is None:
        return _before(end, text) if rule.startswith(("before", "moment")) else _overlapping(end - _RECENT, end)
    if end is None:
        return _overlapping(begin, begin + 2)
    if end - begin > _SWEEP:
        return []
    return _overlapping(begin, end)


def _overlapping(begin: float, end: float) -> list[str]:
    length = max(end - begin, 1e-9)
    return [era for era, (first, last) in ERAS.items() if (min(end, last) - max(begin, first)) / length >= _SHARE]


def _since(begin: float, end: float | None) -> list[str]:
    found = _overlapping(begin, begin + 3)
    if end is None or end - begin > _SWEEP:
        return found
    later = [era for era, (first, last) in ERAS.items() if min(end, last) - max(begin, first) >= _YEARS_OF_LATER_ERA]
    return [*found, *(era for era in later if era not in found)]


def _before(end: float, text: float | None) -> list[str]:
    """ "Before 1978": told of the years when contacts ran, not of those in which they were broken off."""
    found = _overlapping(end - 2, end - 1)
    return ["leaning" if era == "rupture" else era for era in found] if text is None or end <= text else []
