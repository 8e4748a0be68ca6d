"""From the words of a phrase of time to its two dates: one function a rule of the table periods.csv."""

from __future__ import annotations

import datetime
import re

from .date_forms import MONTHS
from .resolving_days import (
    day_of,
    days_back,
    last_month,
    months,
    next_month,
    shift_years,
    week,
    weekday,
    weeks_ago,
    yesterday,
)


def _window(years_of_one: int):
    def resolve(count, _dates, _words, text_date):
        return shift_years(text_date, -count * years_of_one), shift_years(text_date, 0)

    return resolve


def _last_month_name(_count, _dates, words, text_date):
    if not text_date:
        return None
    month, year = next(MONTHS.index(word) for word in words.split() if word in MONTHS) + 1, int(text_date[:4])
    past = len(text_date) >= 7 and month <= int(text_date[5:7])
    date = f"{year if past else year - 1}-{month:02}"
    return date, date


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
    if len(last) == 10 and (day := day_of(last)):
        return (
            day.replace(year=day.year - 1, day=min(day.day, 28)) + datetime.timedelta(days=1 + max(0, day.day - 28))
        ).isoformat(), last
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


def _months_up_to(count, dates, words, _text_date):
    """ "in the six months to June 1988", "in the half-year ending on 30 June": whole months, the last one with them."""
    last = dates[0].last
    if len(last) < 7:
        return None
    months = 6 if "half" in words else (3 if "quarter" in words else count or 1)
    ordinal = int(last[:4]) * 12 + int(last[5:7]) - months
    return f"{ordinal // 12}-{ordinal % 12 + 1:02}" + ("-01" if len(last) > 7 else ""), last


def _months_after(count, dates, _words, _text_date):
    """ "in the twelve months after June 1989": from that month on, as "in the five years after 1983" is from that year on."""
    first = dates[0].last
    return (first[:7], month_on(first, count)) if len(first) >= 7 and count else None


def month_on(date: str, count: int) -> str:
    """The month that is so many months after (or before) the month of a date."""
    ordinal = int(date[:4]) * 12 + int(date[5:7]) - 1 + count
    return f"{ordinal // 12}-{ordinal % 12 + 1:02}"


def _months_of(count, dates, words, _text_date):
    """The first or the last months of a year; four, where their number is not said."""
    year = dates[0].first
    if len(year) != 4 or year != dates[0].last or (count or 1) > 12:
        return None
    count = count if count and count > 1 else 4
    if any(word in words for word in ("first", "opening", "early")):
        return f"{year}-01", f"{year}-{count:02}"
    return f"{year}-{13 - count:02}", f"{year}-12"


def _early_in(_count, dates, words, _text_date):
    year = dates[0].first
    if len(year) != 4 or year != dates[0].last:
        return dates[0].first, dates[0].last
    return (f"{year}-01", f"{year}-04") if words.startswith("early") else (f"{year}-09", f"{year}-12")


def _years_of_decade(_count, dates, words, _text_date):
    first, last = int(dates[0].first[:4]), int(dates[0].last[:4])
    if last - first < 5:
        return dates[0].first, dates[0].last
    if any(word in words for word in ("first", "early", "opening")):
        return str(first), str(first + 3)
    return str(last - 2), str(last)


def _yesterday_or_today(words, text_date):
    if words == "last night":
        return yesterday(None, None, "yesterday", text_date)
    return (text_date or None,) * 2


def _quarter(_count, _dates, words, text_date):
    if not text_date:
        return None, None
    number = next(n for n, word in enumerate(("first", "second", "third", "fourth", "last", "final"), 1) if word in words)
    year, start = int(text_date[:4]), 3 * min(number, 4) - 2
    if len(text_date) >= 7 and int(text_date[5:7]) < start:
        year -= 1
    return f"{year}-{start:02}", f"{year}-{start + 2:02}"


def _part_of_year(count, _dates, words, text_date):
    """ "in the first ten months", "in the second half": of the year of the text, or of the last one where it lies ahead."""
    if "half" in words:
        first, last = (1, 6) if "first" in words else (7, 12)
    else:
        first, last = 1, (count or 1) * (3 if "quarters" in words else 1)
    if not text_date or last > 12:
        return None
    year = int(text_date[:4])
    if len(text_date) >= 7 and int(text_date[5:7]) < (first if "half" in words else last):
        year -= 1
    return f"{year}-{first:02}", f"{year}-{last:02}"


def _last_season(_count, _dates, words, text_date):
    """The last such season that is over at the date of the text; a season is its year."""
    ends = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}.get(words.split()[-1], 14)
    this = len(text_date) >= 7 and int(text_date[5:7]) > ends + 1
    return (shift_years(text_date, 0 if this else -1),) * 2


def _next_season(_count, _dates, words, text_date):
    """The next such season that begins after the date of the text; a season is its year."""
    begins = {"spring": 3, "summer": 6, "autumn": 9}.get(words.split()[-1], 12)
    this = len(text_date) >= 7 and int(text_date[5:7]) < begins
    return (shift_years(text_date, 0 if this else 1),) * 2


def _since_from(_count, dates, words, text_date):
    """ "from 1988", "from the late 1970s": up to the text; "from 3 to 7 May" is read as one date and has its own end."""
    first, last = dates[0].first, dates[0].last
    open_end = first == last or (re.search(r"0'?s\b|ties\b", words) and " to " not in words)
    return first, (text_date or None) if open_end else last


#: rule → (number, dates, words, date of the text) → (first, last), or None when the phrase cannot be meant
RESOLVERS = {
    "span": _span,
    "window_days": days_back(0),
    "window_half_year": lambda _n, _d, _w, text_date: months(6, None, None, text_date),
    "window_year_half": lambda _n, _d, _w, text_date: months(18, None, None, text_date),
    "window_two_years": lambda _n, _d, _w, text_date: (shift_years(text_date, -2), shift_years(text_date, 0)),
    "window_decade_half": lambda _n, _d, _w, text_date: (shift_years(text_date, -15), shift_years(text_date, 0)),
    "window_quarter_century": lambda _n, _d, _w, text_date: (shift_years(text_date, -25), shift_years(text_date, 0)),
    "decade_to": lambda _n, dates, _w, text_date: _years_to(10, dates, _w, text_date),
    "decade_from": lambda _n, dates, _w, _t: (dates[0].first, str(int(dates[0].first[:4]) + 10)),
    "years_after": lambda count, dates, _w, _t: (dates[0].first[:4], str(int(dates[0].first[:4]) + count)),
    "months_to": _months_up_to,
    "year_months": _months_of,
    "early_in": _early_in,
    "last_years": _years_of_decade,
    "since_then": lambda _n, _d, _w, text_date: (None, text_date or None),  # moments.py puts in its beginning
    "since_from": _since_from,
    "since_year": lambda _n, _d, _w, text_date: (shift_years(text_date, 0), text_date or None),
    "since_date": lambda _n, dates, _w, text_date: (dates[0].first, text_date or None),
    "year_end": lambda _n, _d, _w, text_date: (f"{text_date[:4]}-12",) * 2 if text_date else (None, None),
    "week": week,
    "month": lambda _n, _d, _w, text_date: (text_date[:7],) * 2 if len(text_date) >= 7 else (None, None),
    "yesterday": yesterday,
    "half_year_ago": lambda _n, _d, _w, text_date: ((months(6, None, None, text_date)[0] or "")[:4] or None,) * 2,
    "between_wars": lambda _n, _d, _w, _t: ("1918", "1939"),
    "quarter": _quarter,
    "part_of_year": _part_of_year,
    "last_century": lambda _n, _d, _w, text_date: (
        (f"{(int(text_date[:4]) - 1) // 100 - 1}01", f"{(int(text_date[:4]) - 1) // 100}00") if text_date else (None, None)
    ),
    "last_season": _last_season,
    "season": _year_offset(0),
    "next_season": _next_season,
    "since_season": lambda _n, _d, words, text_date: (_last_season(None, None, words, text_date)[0], text_date or None),
    "years_to": _years_to,
    "years_from": lambda _n, dates, _w, text_date: (dates[0].first[:4], shift_years(text_date, 0)),
    "since_ago": lambda count, _d, words, text_date: (
        shift_years(text_date, -(count or 1) * (10 if "decade" in words else 1)),
        text_date or None,
    ),
    "window_years": _window(1),
    "window_decades": _window(10),
    "window_months": months,
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
    "weeks_ago": weeks_ago,
    "coming_months": lambda count, _d, _w, text_date: months(-(count or 1), None, None, text_date)[::-1],
    "next_year": _year_offset(1),
    "since_event": lambda _n, _d, _w, text_date: (None, text_date or None),
    "report": lambda _n, _d, _w, _t: (None, None),
    # moments.py reckons these from the time that was named before
    "months_after": _months_after,
    "previous_months": lambda _n, _d, _w, _t: (None, None),
    "next_years": lambda _n, _d, _w, _t: (None, None),
    "decades_later": lambda _n, _d, _w, _t: (None, None),
    "years_later": lambda _n, _d, _w, _t: (None, None),
    "years_earlier": lambda _n, _d, _w, _t: (None, None),
    "previous_years": lambda _n, _d, _w, _t: (None, None),
    "previous_year": _year_offset(-1),
    "last_year": _year_offset(-1),
    "year_before_last": _year_offset(-2),
    "this_year": _year_offset(0),
    "last_month_name": _last_month_name,
    "then": lambda _n, _d, _w, _t: (None, None),
    "same_year": lambda _n, _d, _w, _t: (None, None),
    # the same months of another year: moments.py puts them in
    "same_of": lambda _n, dates, _w, _t: (dates[0].first, dates[0].last) if dates else (None, None),
    "today": lambda _n, _d, words, text_date: _yesterday_or_today(words, text_date),
    "same": lambda _n, _d, _w, _t: (None, None),  # moments.py puts in the time that was named before
    "last_month": last_month,
    "next_month": next_month,
    "weekday": weekday,
    "recent": lambda _n, _d, _w, text_date: (None, text_date or None),
    "now": lambda _n, _d, _w, text_date: (text_date or None, text_date or None),
    "this_century": _to_text(100),
    "this_decade": _to_text(10),
    "moment": lambda _n, dates, _w, _t: (dates[0].last, dates[0].last),
    "since": lambda _n, dates, _w, text_date: (dates[0].first, text_date or None),
    "before": lambda _n, dates, _w, _t: (None, dates[0].first),
    "after": lambda _n, dates, _w, _t: (dates[0].last, None),
    "at": lambda _n, dates, _w, _t: (dates[0].first, dates[0].last),
    "beside": lambda _n, dates, _w, _t: (dates[0].first, dates[0].last),
    "bare": lambda _n, dates, _w, _t: (dates[0].first, dates[0].last),
}
