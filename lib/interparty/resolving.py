"""From the words of a phrase of time to its two dates: one function a rule of the table periods.csv."""

from __future__ import annotations

import datetime

from .dating import MONTHS


def year_of(date: str) -> int | None:
    return int(date[:4]) if date else None


def month_of(date: str) -> int | None:
    return int(date[5:7]) if len(date) >= 7 and date[4] == "-" else None


def _mark(date: str) -> str:
    """``~`` when the date of the text is itself uncertain: it passes on to what is reckoned from it."""
    return date[-1] if date and date[-1] in "~?%" else ""


def shift_years(date: str, years: int) -> str | None:
    """The year that lies a number of years from a date, as EDTF to the year, with the date's own uncertainty."""
    return f"{int(date[:4]) + years}{_mark(date)}" if date else None


def _window(years_of_one: int):
    def resolve(count, _dates, _words, text_date):
        return shift_years(text_date, -count * years_of_one), shift_years(text_date, 0)

    return resolve


def _months(count, _dates, _words, text_date):
    if len(text_date) < 7:
        return (shift_years(text_date, -1) if count >= 12 else None), text_date or None
    ordinal = int(text_date[:4]) * 12 + int(text_date[5:7]) - 1 - count
    return f"{ordinal // 12}-{ordinal % 12 + 1:02}", text_date[:7]


def _last_month_name(_count, _dates, words, text_date):
    if not text_date:
        return None
    month, year = MONTHS.index(words.split()[-1]) + 1, int(text_date[:4])
    past = len(text_date) >= 7 and month <= int(text_date[5:7])
    date = f"{year if past else year - 1}-{month:02}"
    return date, date


def _last_month(_count, _dates, _words, text_date):
    return (_months(1, None, None, text_date)[0],) * 2 if len(text_date) >= 7 else None


def _next_month(_count, _dates, _words, text_date):
    return (_months(-1, None, None, text_date)[0],) * 2 if len(text_date) >= 7 else None


def _weekday(_count, _dates, words, text_date):
    """The last such day at or before the date of the text, where that is a day."""
    try:
        day = datetime.date.fromisoformat(text_date)
    except ValueError:
        return None
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    back = (day.weekday() - names.index(words.split()[-1])) % 7
    return ((day - datetime.timedelta(days=back)).isoformat(),) * 2


def _span(_count, dates, _words, _text_date):
    first, last = dates[0].first, dates[1].last
    if dates[0].floating and not dates[1].floating:  # "from 30 November to 3 December 2017": one year for both
        first = last[:4] + first[4:]
        first = first if first <= last else f"{int(last[:4]) - 1}{first[4:]}"
    return (first, last) if first[:4] <= last[:4] else None


def _years_to(count, dates, _words, _text_date):
    return str(int(dates[0].last[:4]) - count), dates[0].last


def _to_date(_count, dates, _words, _text_date):
    """The years or months up to a date: "in the year to March 1988"."""
    last = dates[0].last
    if len(last) >= 7 and last[5:7] != "12":
        return f"{int(last[:4]) - 1}-{int(last[5:7]) + 1:02}", last
    return (f"{last[:4]}-01" if len(last) >= 7 else str(int(last[:4]) - 1)), last


def _ago(years_of_one: int):
    return lambda count, _dates, _words, text_date: (shift_years(text_date, -(count or 1) * years_of_one),) * 2


def _coming(count, _dates, _words, text_date):
    return shift_years(text_date, 0), shift_years(text_date, count or 1)


def _year_offset(years: int):
    return lambda _count, _dates, _words, text_date: (shift_years(text_date, years),) * 2


def _to_text(years_unit: int):
    """From the start of this century (100) or decade (10) to the text."""

    def resolve(_count, _dates, _words, text_date):
        if not text_date:
            return None, None
        year = int(text_date[:4])
        first = (year - 1) // 100 * 100 + 1 if years_unit == 100 else year // 10 * 10
        return str(first), text_date

    return resolve


#: rule → (number, dates, words, date of the text) → (first, last), or None when the phrase cannot be meant
RESOLVERS = {
    "span": _span,
    "years_to": _years_to,
    "years_from": lambda _n, dates, _w, text_date: (dates[0].first[:4], shift_years(text_date, 0)),
    "window_years": _window(1),
    "window_decades": _window(10),
    "window_months": _months,
    "window_decade": lambda _n, _d, _w, text_date: (shift_years(text_date, -10), shift_years(text_date, 0)),
    "window_century": lambda _n, _d, _w, text_date: (shift_years(text_date, -50), shift_years(text_date, 0)),
    "window_year": lambda _n, _d, _w, text_date: (shift_years(text_date, -1), shift_years(text_date, 0)),
    "years_up_to": _years_to,
    "years_in": lambda _n, dates, _w, _t: (dates[0].first, dates[-1].last),
    "window_half_decade": lambda _n, _d, _w, text_date: (shift_years(text_date, -5), shift_years(text_date, 0)),
    "heading": lambda _n, dates, _w, _t: (dates[0].first, dates[0].last),
    "year_to": _to_date,
    "years_ago": _ago(1),
    "decades_ago": _ago(10),
    "coming": _coming,
    "next_year": _year_offset(1),
    "since_event": lambda _n, _d, _w, text_date: (None, text_date or None),
    "report": lambda _n, _d, _w, _t: (None, None),
    # moments.py reckons these from the time that was named before
    "years_later": lambda _n, _d, _w, _t: (None, None),
    "years_earlier": lambda _n, _d, _w, _t: (None, None),
    "previous_year": _year_offset(-1),
    "last_year": _year_offset(-1),
    "year_before_last": _year_offset(-2),
    "this_year": _year_offset(0),
    "last_month_name": _last_month_name,
    "then": lambda _n, _d, _w, _t: (None, None),
    "same_year": lambda _n, _d, _w, _t: (None, None),
    "same": lambda _n, _d, _w, _t: (None, None),  # moments.py puts in the time that was named before
    "last_month": _last_month,
    "next_month": _next_month,
    "weekday": _weekday,
    "recent": lambda _n, _d, _w, text_date: (None, text_date or None),
    "now": lambda _n, _d, _w, text_date: (text_date or None, text_date or None),
    "this_century": _to_text(100),
    "this_decade": _to_text(10),
    "moment": lambda _n, dates, _w, _t: (dates[0].last, dates[0].last),
    "since": lambda _n, dates, _w, text_date: (dates[0].first, text_date or None),
    "before": lambda _n, dates, _w, _t: (None, dates[0].first),
    "after": lambda _n, dates, _w, _t: (dates[0].last, None),
    "at": lambda _n, dates, _w, _t: (dates[0].first, dates[0].last),
    "bare": lambda _n, dates, _w, _t: (dates[0].first, dates[0].last),
}
