"""The forms of a date, each read as an interval: "the early and mid-1980s", "3 to 7 May", "the first quarter of 1988"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import numerals

MONTHS = ["january", "february", "march", "april", "may", "june"]
MONTHS += ["july", "august", "september", "october", "november", "december"]
DECADE_WORDS = dict(
    zip(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"],
        range(20, 100, 10),
        strict=True,
    )
)

# Part of a year → months; part of a decade → years in it. Thirds for early, mid and late: a convention, stated here only.
YEAR_PARTS = {
    "early": (1, 4), "beginning of": (1, 1), "start of": (1, 1), "opening of": (1, 1), "mid": (5, 8), "middle of": (5, 8),
    "late": (9, 12), "end of": (12, 12), "close of": (12, 12), "end": (12, 12), "year-end": (12, 12), "year's end": (12, 12),
    "latter half of": (7, 12), "final quarter of": (10, 12), "first half of": (1, 6), "second half of": (7, 12),
    "first quarter of": (1, 3), "second quarter of": (4, 6), "third quarter of": (7, 9), "fourth quarter of": (10, 12),
    "last quarter of": (10, 12), "spring of": (), "summer of": (), "autumn of": (), "fall of": (), "winter of": (),
}  # fmt: skip
DECADE_PARTS = {
    "early": (0, 3), "beginning of": (0, 3), "start of": (0, 3), "mid": (4, 6), "middle of": (4, 6), "late": (7, 9),
    "end of": (7, 9), "close of": (7, 9), "first half of": (0, 4), "second half of": (5, 9),
    "latter half of": (5, 9), "last years of": (7, 9), "closing years of": (7, 9), "final years of": (7, 9),
    "first years of": (0, 3), "early years of": (0, 3), "opening years of": (0, 3),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """The year and month of the text; None where they are not known."""

    year: int | None
    month: int | None


YEARS_FROM = {"this": 0, "last": -1, "next": 1}


def _the_year(found: re.Match, clock: Clock, month: int | None = None) -> int | None:
    """The year that is said, or that a word like "last" or the month tells: the last such month before the text."""
    groups = found.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if clock.year is None:
        return None
    if groups.get("rel") in YEARS_FROM:
        return clock.year + YEARS_FROM[groups["rel"]]
    return clock.year - (month is not None and clock.month is not None and month > clock.month)


def _day(found: re.Match, clock: Clock):
    month = _month_number(found["m"])
    year = _the_year(found, clock, month)
    if year is None or not 1 <= int(found["d"]) <= 31:
        return None
    date = f"{year}-{month:02}-{int(found['d']):02}"
    return date, date


def _days(found: re.Match, clock: Clock):
    second = _month_number(found["m2"] or found["m"])
    month = _month_number(found["m"]) if found["m"] else second
    year = _the_year(found, clock, second)
    if year is None:
        return None
    first = f"{year - (month > second)}-{month:02}-{int(found['d']):02}"
    last = f"{year}-{second:02}-{int(found['d2']):02}"
    return (first, last) if first < last and int(found["d2"]) <= 31 else None


def _month(found: re.Match, clock: Clock):
    month = _month_number(found["m"])
    year = _the_year(found, clock, month) if "rel" in found.re.groupindex else found["y"]
    return (f"{year}-{month:02}",) * 2 if year else None


def _months(found: re.Match, clock: Clock):
    first, last = (_month_number(found[month]) for month in ("m", "m2"))
    year = _the_year(found, clock, last)
    return (f"{year - (first > last)}-{first:02}", f"{year}-{last:02}") if year else None


def _first_months(found: re.Match, clock: Clock):
    number = numerals.read(found["n"], 0)
    year = _the_year(found, clock)
    if year is None or number is None or number.value not in range(2, 13):
        return None
    return f"{year}-01", f"{year}-{int(number.value):02}"


def _years(found: re.Match, _clock: Clock):
    first, second = found["y"], found["y2"]
    second = second if len(second) == 4 else first[:2] + second
    return (first, second) if first < second else None


def _dotted(found: re.Match, _clock: Clock):
    if not 1 <= int(found["m"]) <= 12:
        return None
    date = "-".join(part for part in (found["y"], found["m"], found["d"]) if part)
    return date, date


def _decades(found: re.Match, _clock: Clock):
    first, last = int(f"{found['c']}{found['t']}0"), int(f"{found['c']}{found['t2']}9")
    return (str(first), str(last)) if first < last else None


def _decade(found: re.Match, clock: Clock):
    tens = DECADE_WORDS[found["word"]] if found["word"] else int(found["tens"]) * 10
    century = int(found["century"]) * 100 if found["century"] else None
    if century is None:
        if found["tens"] and not found["century"] and tens < 10:
            return None
        year = clock.year or 1999
        century = year // 100 * 100 if tens <= year % 100 else year // 100 * 100 - 100
    first, last = DECADE_PARTS.get(_words(found["part"]), (0, 9))
    if also := found.groupdict().get("also"):  # "the early and mid-1980s"
        first = DECADE_PARTS[also][0]
    return str(century + tens + first), str(century + tens + last)


def _century(found: re.Match, _clock: Clock):
    number = int(found["n"]) if found["n"] else {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}[found["w"]]
    return str(number * 100 - 99), str(number * 100)


def _century_decade(found: re.Match, clock: Clock):
    number = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}.get(found["w"])
    if number is None:
        if clock.year is None:
            return None
        number = (clock.year + 99) // 100 - (found["w"] == "last")
    first = number * 100 - 99 + {"first": 0, "second": 10, "third": 20, "last": 90}[found["part"]]
    return str(first), str(first + 9)


def _year(found: re.Match, clock: Clock):
    year, part = _the_year(found, clock), _words(found.groupdict().get("part"))
    if year is None:
        return None
    if not part:
        return str(year), str(year)
    months = YEAR_PARTS.get(part)
    if months == ():  # a season is its year
        return str(year), str(year)
    return (f"{year}-{months[0]:02}", f"{year}-{months[1]:02}") if months else None


def _new_year(found: re.Match, _clock: Clock):
    first = found["eve"] in ("day", "first")
    return (f"{found['y']}-01-01" if first else f"{found['y']}-12-31",) * 2


def _may_day(found: re.Match, clock: Clock):
    year = _the_year(found, clock, 5)
    return (f"{year}-05-01",) * 2 if year else None


READERS = {
    "may_day": _may_day,
    "new_year": _new_year,
    "day": _day, "days": _days, "month": _month, "months": _months, "first_months": _first_months, "years": _years,
    "dotted": _dotted, "decades": _decades, "decade": _decade, "century": _century, "century_decade": _century_decade,
    "year": _year,
}  # fmt: skip


def _words(part: str | None) -> str:
    """The words of a part of the year, whatever blanks stand between them."""
    return " ".join((part or "").split())


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))
