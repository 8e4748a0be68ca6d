"""Days, weeks and months before and after the date of a text: the dates of "last month", "three weeks ago"."""

from __future__ import annotations

import datetime


def _mark(date: str) -> str:
    """``~`` when the date of the text is itself uncertain: it passes on to what is reckoned from it."""
    return date[-1] if date and date[-1] in "~?%" else ""


def shift_years(date: str, years: int) -> str | None:
    """The year that lies a number of years from a date, as EDTF to the year, with the date's own uncertainty."""
    return f"{int(date[:4]) + years}{_mark(date)}" if date else None


def year_of(date: str) -> int | None:
    return int(date[:4]) if date else None


def month_of(date: str) -> int | None:
    return int(date[5:7]) if len(date) >= 7 and date[4] == "-" else None


def day_of(text_date: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text_date)
    except ValueError:
        return None


def days_back(days: int, last: int = 0):
    """From some days before the text to ``last`` days before it, where the date of the text is a day."""

    def resolve(count, _dates, words, text_date):
        day = day_of(text_date)
        if day is None:
            return None, text_date or None
        back = days if days else (14 if "fortnight" in words else (count or 1) * (7 if "week" in words else 1))
        return (day - datetime.timedelta(days=back)).isoformat(), (day - datetime.timedelta(days=last)).isoformat()

    return resolve


def weeks_ago(count, _dates, words, text_date):
    """ "three months ago", "four weeks ago": the month, or the day where the date of the text is one."""
    if "month" in words:
        return (months(count, None, None, text_date)[0],) * 2 if len(text_date) >= 7 else (None, None)
    day = day_of(text_date)
    if day is None:
        return None, None
    return ((day - datetime.timedelta(days=(count or 1) * (7 if "week" in words else 1))).isoformat(),) * 2


def week(_count, _dates, words, text_date):
    day = day_of(text_date)
    if day is None:
        return None, None
    monday = day + datetime.timedelta(days={"this": 0, "last": -7, "next": 7}[words.split()[0]] - day.weekday())
    return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()


def yesterday(_count, _dates, words, text_date):
    day = day_of(text_date)
    if day is None:
        return (text_date or None,) * 2
    return ((day + datetime.timedelta(days=1 if "tomorrow" in words else -1)).isoformat(),) * 2


def weekday(_count, _dates, words, text_date):
    """The last such day at or before the date of the text, where that is a day."""
    try:
        day = datetime.date.fromisoformat(text_date)
    except ValueError:
        return None
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    back = (day.weekday() - names.index(words.split()[1])) % 7
    back = 7 if back == 0 and words.startswith("last") else back
    return ((day - datetime.timedelta(days=back)).isoformat(),) * 2


def months(count, _dates, _words, text_date):
    if len(text_date) < 7:
        return (shift_years(text_date, -1) if (count or 1) >= 12 else None), text_date or None
    ordinal = int(text_date[:4]) * 12 + int(text_date[5:7]) - 1 - (count or 1)
    return f"{ordinal // 12}-{ordinal % 12 + 1:02}", text_date[:7]


def last_month(_count, _dates, _words, text_date):
    return (months(1, None, None, text_date)[0],) * 2 if len(text_date) >= 7 else None


def next_month(_count, _dates, _words, text_date):
    return (months(-1, None, None, text_date)[0],) * 2 if len(text_date) >= 7 else None
