"""Of what time a text says in its title that it reports: "Work report for 2007", "Chronicle of 1981", "January to June 1928"."""

from __future__ import annotations

import re

from .corpus import Document
from .dating import date_at
from .periods import Period
from .resolving_days import day_of

_YEARS = re.compile(
    r"\b(?P<sort>for|in|of|during|the years?|the period|from|report|review|survey|chronicle|statement|statistics|yearbook),? "
    r"(?P<first>(?:1[5-9]|20)\d\d)(?: ?(?:-|to|and|/) ?(?P<last>(?:(?:1[5-9]|20)\d)?\d\d))?(?![\d.])"
)
# "Yearbook of the Youth League, 1997"; what it is called by is the year in which it is printed
_YEARBOOK = re.compile(r"\b(?P<sort>yearbook|almanac)\b[^.;\d]{0,70}\b(?P<first>(?:1[5-9]|20)\d\d)(?P<last>)(?![\d.])")
# "Work in the term of the Seventh Congress (1991-1996)"
_SPAN = re.compile(r"(?:\(|, |: )(?P<sort>)(?P<first>(?:1[5-9]|20)\d\d) ?(?:-|to) ?(?P<last>(?:1[5-9]|20)?\d\d)\)?$")
# "January to June 1928", "the first half of 1988", "for the period 1 January to 30 June 1978"
_MONTHS = re.compile(r"(?:^|, |: |\(|\b(?:for|in|of|during|from|between|the period) )(?=(?:the |early )?[a-z0-9])")
#: a congress, a visit or a festival is shorter than what is reported on, in days
_SHORTEST = 27
_HEAD_LINES, _LONGEST = 6, 130


def time_of_title(document: Document) -> Period | None:
    """The time of which a text says in its title that it reports; None where it says none.

    A yearbook is called by the year in which it is printed and tells of the one before.
    """
    for paragraph in document.paragraphs[:_HEAD_LINES]:
        if len(paragraph.text) > _LONGEST:
            return None
        where = document.folded, paragraph.start, paragraph.end
        if (months := _months(*where)) is not None:
            return months
        found = _YEARBOOK.search(*where) or _YEARS.search(*where) or _SPAN.search(*where)
        if found:
            first = found["first"]
            last = first[: 4 - len(found["last"])] + found["last"] if found["last"] else first
            if found["sort"] in ("yearbook", "almanac") and document.date.startswith(first):
                first = last = str(int(first) - 1)
            if first <= last:
                return Period(found.start(), found.end(), first, last, "title", False)
    return None


def _months(folded: str, start: int, end: int) -> Period | None:
    """Some months of a year, as a title says them."""
    for found in _MONTHS.finditer(folded, start, end):
        date = date_at(folded, found.end(), end)
        if date is None or date.floating or len(date.first) < 7 or date.first == date.last or date.first[:4] == date.last:
            continue
        first, last = day_of(date.first), day_of(date.last)
        if len(date.first) == 7 or (first and last and (last - first).days >= _SHORTEST):
            return Period(found.end(), date.end, date.first, date.last, "title", False)
    return None
