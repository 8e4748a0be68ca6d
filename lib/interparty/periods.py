"""When a sentence says that something holds: phrases of time resolved against the date of the text itself."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from . import numerals
from .dating import MONTHS, Date, date_at
from .lexicon import pattern, table

_NUMBER = r"(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)"


@dataclass(frozen=True, slots=True)
class Period:
    """A phrase of time at ``start:end``; ``first`` and ``last`` are EDTF dates or None where that side is open.

    ``rule`` is the row of the table periods.csv that read it; ``initial`` says that it opens its sentence, as a frame;
    ``floating`` that its year is not said, so that a year named before is meant (see moments.py); ``count`` is the number
    of years in it, where there is one.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    rule: str
    initial: bool
    floating: bool = False
    count: int | None = None


# A pattern of the table is cut at its dates: {A} and {B} are read by dating.date_at, the rest is a regular expression.
_CUT = re.compile(r"(\{[AB]\})")
_Rule = tuple[str, list]


def _rules() -> dict[str, list[_Rule]]:
    """The rules by the word they may begin with (``#`` stands for a year); nothing else in a text can begin one."""
    by_word: dict[str, list[_Rule]] = {}
    for row in table("periods"):
        parts = [
            part if part in ("{A}", "{B}") else re.compile(pattern(part).replace("{N}", _NUMBER))
            for part in _CUT.split(row["pattern"])
            if part
        ]
        for word in row["begins"].split():
            by_word.setdefault(word, []).append((row["rule"], parts))
    return by_word


_BY_WORD = _rules()
_START = re.compile(rf"\b(?:(?:{'|'.join(sorted(filter(str.isalpha, _BY_WORD), key=len, reverse=True))})\b|(?:1[5-9]|20)\d\d)|\(")
# A sentence without one of these has no phrase of time: a quick no to most sentences.
_HINT = re.compile(
    r"[0-9]|year|month|decade|centur|cold war|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|season|then|review|report|"
    r"revolution|resistance|world war|congress|plan\b|session|reform|found|establish|"
    r"birth|now|date|presen|current|so far|thus far|as yet|day|time|period|same|eighties|nineties|seventies|sixties|fifties|"
    r"forties|thirties|twenties|january|february|march|april|may\b|june|july|august|september|october|november|december"
)
_LEAD = re.compile(
    r"[\"'(\[]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\([a-z]{1,3}\)|[ivx]+\.|[-*\u2022\u00b7])\s+)?"
    r"(?:[qa]: )?(?:(?:and|but|indeed|however|thus|moreover|"
    r"statistics show|figures show|it is known|we know|reports say)(?: that)?,? )*"
)
_SHUT = re.compile(r"[\w-]")


def find(folded: str, start: int, end: int, text_date: str, home: str | None = None) -> list[Period]:
    """All phrases of time in one sentence.

    Parameters
    ----------
    folded : str
        The folded text of the document.
    start, end : int
        The sentence.
    text_date : str
        EDTF date of the text, or empty: then relative phrases are found but stay open.
    home : str, optional
        The country whose house speaks: "the Twelfth Congress" is dated only in its own. Without it, every name is dated.

    Returns
    -------
    list of Period
        In their order, without overlaps; at the same place the longest.
    """
    if not _HINT.search(folded, start, end):
        return []
    found: list[Period] = []
    head = _LEAD.match(folded, start, end).end()
    position = start
    while (word := _START.search(folded, position, end)) is not None:
        best = _best_at(folded, word, end, text_date, home)
        if best is None:
            position = word.end()
            continue
        rule, stop, first, last, floating, count = best
        initial = word.start() <= head
        if (years := _in_brackets(folded, stop, end)) is not None:
            stop, first, last, floating = years.end + 1, years.first, years.last, False
        elif (held := _HELD.match(folded, stop, end)) and (date := date_at(folded, held.end(), end)):
            stop, first, last = date.end, date.first, last if rule.startswith("since") else date.last
        found.append(Period(word.start(), stop, first, last, rule, initial, floating, count))
        position = max(stop, word.end())
    return found


def _in_brackets(folded: str, position: int, limit: int) -> Date | None:
    """The dates in brackets behind a phrase of time: "During the Seventh Five-Year Plan (1986-1990)"."""
    if not folded.startswith(" (", position, limit):
        return None
    date = date_at(folded, position + 2, limit)
    return date if date is not None and folded.startswith(")", date.end) and date.end < limit else None


# "Since the Eighteenth Congress, held in November 2012"
_HELD = re.compile(pattern(r",? (?:(?:which|that) )?(?:was )?(?:held|convened|met|opened|took place) (?:in [a-z]+ )?(?:in|on) "))


def _best_at(folded: str, word: re.Match, limit: int, text_date: str, home: str | None):
    best, position = None, word.start()
    for rule, parts in _BY_WORD.get(word.group(), _BY_WORD["#"]):
        end, number, dates = position, None, []
        for part in parts:
            if isinstance(part, str):
                date = date_at(folded, end, limit, _year_of(text_date), home, _month_of(text_date))
                if date is None:
                    break
                dates.append(date)
                end = date.end
            else:
                match = part.match(folded, end, limit)
                if match is None:
                    break
                end = match.end()
                if "n" in part.groupindex:
                    number = match["n"]
        else:
            if end < limit and _SHUT.match(folded, end) and _SHUT.match(folded, end - 1):
                continue
            count = _count(number)
            resolved = _resolve(rule, number, count, dates, folded[position:end], text_date)
            if resolved and (best is None or end > best[1]):
                best = (rule, end, *resolved, any(date.floating for date in dates), count)
    return best


def _count(number: str | None) -> int | None:
    read = numerals.read(number, 0) if number is not None else None
    return int(read.value) if read and read.value and read.end == len(number) else None


def _resolve(rule: str, number: str | None, count: int | None, dates: list[Date], words: str, text_date: str):
    if number is not None and count is None:
        if number in ("a", "an", "one", "the", "this"):
            count = 1
        else:
            # "the past several years": a window whose length is not said
            return (None, text_date or None) if rule.startswith("window") and number in ("few", "several", "many") else None
    return _RESOLVERS[rule](count, dates, words, text_date)


def _year_of(date: str) -> int | None:
    return int(date[:4]) if date else None


def _month_of(date: str) -> int | None:
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


def _to_date(count, dates, _words, _text_date):
    """The years or months up to a date: "in the year to March 1988"."""
    return str(int(dates[0].last[:4]) - (count or 1)), dates[0].last


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
_RESOLVERS = {
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
