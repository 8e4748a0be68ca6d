"""Phrases of time that are reckoned from a time named before, or lie ahead: "two years later", "in March", "due in September"."""

from __future__ import annotations

import re

from .lexicon import words
from .own_times import is_base
from .periods import Period
from .resolving import month_on


def pointed_back(
    found: list[Period], named: Period | None, near: Period | None, title: Period | None, folded: str, text_date: str = ""
) -> list[Period]:
    """Phrases that are reckoned from the time named before: "in the same years", "two years later", "in March".

    Parameters
    ----------
    found : list of Period
        The phrases of a sentence.
    named, near : Period or None
        The time named last in the text, and in the same paragraph.
    title : Period or None
        The time of which the title says that the text reports: "the year", "the period under review".
    folded : str
        The folded text.
    text_date : str
        EDTF date of the text.

    Returns
    -------
    list of Period
        Without a time named before, "in the same years" tells nothing and is left out; the others keep what they have.
    """
    result = []
    for period in found:
        the_year = title is not None and len(title.first) == 4 and _THE_YEAR.match(folded, period.start, period.end)
        if title is not None and (period.rule == "report" or the_year):
            period = period._replace(first=title.first, last=title.last)
            if period.rule == "year_end":
                period = period._replace(first=f"{title.last[:4]}-12", last=f"{title.last[:4]}-12")
            result.append(period)
            named = near = period
            continue
        if title is None and period.rule == "report" and named is not None and len(named.first or "") == 4:
            period = period._replace(first=named.first, last=named.last)
        if title is not None and period.rule == "since_event" and title.first != title.last:
            period = period._replace(first=title.first)  # "since the last congress", in a report on 1981 to 1984
        if period.rule == "coming" and named is not None and _IS_OVER.match(folded, period.end):
            period = period._replace(rule="next_years")  # "in the next three years some were sent", told of 1924
        if (period.rule in ("same", "same_year") and named is None) or (period.rule == "then" and near is None):
            continue
        period = _ahead(folded, period, text_date) or _reckoned_from(period, named, near, title)
        result.append(period)
        if (period.first or period.last) and not is_base(folded, period):
            named = near = period
    return result


_IS_OVER = re.compile(
    r"(?![^.;]{0,110}\b(?:will|shall|would|to be|must|should|hope|plan|intend)\b)[^.;]{0,110}\b(?:was|were|had|[a-z]{2,}ed)\b"
)
# "the year" of a report is the one that it reports on; "that year" and "the same year" are another's
_THE_YEAR = re.compile(
    r"(?:[a-z]+ )?(?:the course of |the end of |the close of )?"
    r"the (?:whole |jubilee |past )?year\b(?! (?:to|before|after|end))|by year"
)
_SHIFTS = {"decades_later": 10, "years_later": 1, "years_earlier": -1, "previous_year": -1, "same_year": 0}


def _reckoned_from(period: Period, named: Period | None, near: Period | None, title: Period | None) -> Period:
    if period.rule in ("same", "then"):
        back = named if period.rule == "same" else near
        return period._replace(first=back.first, last=back.last)
    if period.rule == "same_of" and named is not None and named.first and named.last:
        year = period.first[:4] if period.first else str(int(named.first[:4]) - 1)
        last = named.last[: max(7, len(named.first))]
        return period._replace(first=year + named.first[4:], last=year + last[4:])
    if period.rule == "since_then" and near is not None and near.rule not in _OF_THE_TEXT:
        return period._replace(first=near.last or near.first)
    if period.rule == "year_end" and named is not None and named.rule not in _OF_THE_TEXT:
        year = (named.last or named.first)[:4]
        return period._replace(first=f"{year}-12", last=f"{year}-12")
    if period.rule in _SHIFTS and named is not None:
        year = str(int((named.last or named.first)[:4]) + _SHIFTS[period.rule] * (period.count or 1))
        return period._replace(first=year, last=year)
    if period.rule == "previous_months" and named is not None and len(named.first or "") >= 7:
        return period._replace(first=month_on(named.first, -(period.count or 1)), last=named.first[:7])
    if period.rule == "next_years" and named is not None and (named.last or named.first):
        year = int((named.last or named.first)[:4])
        return period._replace(first=str(year), last=str(year + (period.count or 1)))
    if period.rule == "previous_years" and named is not None and named.first:
        year = int(named.first[:4])
        return period._replace(first=str(year - (period.count or 1)), last=str(year))
    if near is None and title is not None and title.first[:4] == title.last[:4]:
        near = title  # the months of a yearbook are those of its year
    if period.rule == "season" and near is not None and near.rule not in _OF_THE_TEXT and (near.last or near.first):
        return period._replace(first=(near.last or near.first)[:4], last=(near.last or near.first)[:4])
    if near is None or not period.floating or near.rule in _OF_THE_TEXT:
        return period
    year = (near.last or near.first)[:4]
    if (near.first or year)[:4] != year:
        return period
    first, last = (date and year + date[4:] for date in (period.first, period.last))
    return period._replace(first=first, last=last)


#: rules whose dates are the text's own: a month without a year is not in the year of such a phrase
_OF_THE_TEXT = ("now", "weeks_ago", "recent", "since_event", "report", "years_ago", "decades_ago")


# "is due in September", "to be held in June": the next one after the date of the text, where the last one is else
_AHEAD = re.compile(rf"\b(?:{words('ahead')})\b[^.;]{{0,50}}$")


def _ahead(folded: str, period: Period, text_date: str) -> Period | None:
    """The date without a year that lies ahead of the text; None where it does not."""
    if not period.floating or not period.first or not period.last or len(text_date) < 7:
        return None
    if not _AHEAD.search(folded, max(0, period.start - 90), period.start):
        return None
    years = 0
    while f"{int(period.first[:4]) + years:04}{period.first[4:]}"[: len(text_date)] < text_date[: len(period.first)]:
        years += 1
    first, last = (f"{int(date[:4]) + years:04}{date[4:]}" for date in (period.first, period.last))
    return period._replace(first=first, last=last)
