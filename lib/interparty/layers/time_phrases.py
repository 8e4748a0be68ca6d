"""All dates and phrases of time of a text, each resolved against the date of the text where it leans on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from .. import periods
from ..alternatives import number_of, numbered
from ..corpus import Corpus, Document
from ..date_forms import MONTHS
from ..dating import date_at
from ..lexicon import table
from .house import is_of_cpc
from .rows import collect, longest

COLUMNS = ["doc", "par", "start", "end", "quote", "first", "last", "rule", "anchored"]

_PHRASES = table("time_phrases")
_ANY_PHRASE = numbered(row["pattern"] for row in _PHRASES)
_PHRASE = re.compile(rf"(?<![\w-])(?:{_ANY_PHRASE})(?![\w-])")
# A sentence without any of these has no phrase of time that periods.find could read.
_HOT = re.compile(
    r"\d\d|[\d'](?:st|nd|rd|th|s)\b|\b(?:year|decade|centur|month|recent|date\b|now|today|nowadays|present|current|far|yet|congress|plenary|"
    r"plan\b|revolution|war\b|founding|foundation|establishment|birth|opening|eighties|nineties|"
    r"twenties|thirties|forties|fifties|sixties|seventies|last )"
)
# Where a date can begin that no preposition announces: a day, a month, a part of a decade, a year in a row of dates.
_BARE = re.compile(
    rf"(?<![\w-])(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?=[adfjmnos])|(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.? \d|"
    r"(?:1[5-9]|20)\d\d\.\d\d|(?:1[5-9]|20)\d0'?s|"
    r"the (?:(?:early|late|mid)[- ]|(?:beginning|end|middle|start|close) of the )?'?(?:[1-9]0'?s|(?:1[5-9]|20)\d0'?s|\w+ties)\b|"
    r"(?<=[(/,;] )(?:1[5-9]|20)\d\d(?=[),;.-])|(?<=[(/])(?:1[5-9]|20)\d\d(?=[),;-]))"
)
_JUST_NOW = re.compile(r"\bjust $")
_NO_TIME = re.compile(r"for [^\d]*\breform and")  # "an environment for China's reform and opening up": a purpose
#: rules of periods.csv of which one end or both are the date of the text
_RECKONED = frozenset(
    "years_from since now recent this_century this_decade this_year last_year year_before_last last_month last_month_name "
    "new_century new_era next_month next_year years_ago decades_ago coming weekday previous_year since_event "
    "since_from since_year since_date week month yesterday quarter year_end half_year_ago last_season".split()
)
# A congress or plan that says neither whose it is nor its year: it is that of the CPC only in a text of the CPC.
_OF_SOMEBODY = re.compile(r"\b(?:congress|plenary|plenum|plan)\b")
_WHOSE = re.compile(r"\b(?:cpc|ccp|cpsu|chinese|china|comintern|soviet|communist)\b|\d{4}")
_HAS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NEEDS_CENTURY = re.compile(rf"(?<!\d)'?[1-9]0'?s\b|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b|\b(?:{'|'.join(MONTHS)})\b")


class Moment(NamedTuple):
    """A phrase of time at ``start:end`` of a text; ``first`` and ``last`` as EDTF, None where open or not known."""

    start: int
    end: int
    first: str | None
    last: str | None
    rule: str
    anchored: bool


def dates(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """All dates and phrases of time, a row each.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to read.

    Returns
    -------
    DataFrame
        ``doc``, ``par``, ``start``, ``end``, ``quote`` (``text[start:end] == quote``); ``first`` and ``last`` (EDTF, None
        where a side is open or the text does not tell); ``rule`` (the row of periods.csv or time_phrases.csv that read it,
        or ``date`` for a date that stands alone; ``back`` points to a time named before, ``vague`` to none in particular,
        ``frequency`` says how often); ``anchored`` (whether an end is reckoned from the date of the text itself, as in
        "the past five years").

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    return collect(source, _rows, COLUMNS, "dates")


def _rows(document: Document) -> Iterator[tuple]:
    text = document.text
    for moment in moments(document):
        start, end = moment.start, moment.end
        yield (document.id, document.paragraph_at(start).index, start, end, text[start:end], *moment[2:])


def moments(document: Document) -> list[Moment]:
    """The phrases of time of one document in their order, without overlaps."""
    found = [*_from_periods(document), *_from_table(document), *_bare(document)]
    return [moment for *_, moment in longest([(moment.start, moment.end, moment) for moment in found])]


def _from_periods(document: Document) -> Iterator[Moment]:
    folded = document.folded
    of_cpc: bool | None = None
    for sentence in document.sentences:
        if _HOT.search(folded, sentence.start, sentence.end) is None:
            continue
        for period in periods.find(folded, sentence.start, sentence.end, document.date):
            if period.rule == "now" and _JUST_NOW.search(folded, max(0, period.start - 6), period.start):
                continue
            if period.rule == "since_then":
                continue  # a row of time_phrases.csv: it points back
            words = folded[period.start : period.end]
            if period.rule == "at" and _NO_TIME.match(words):
                continue
            anchored = period.rule in _RECKONED or period.rule.startswith("window") or _lacks_year(words)
            moment = Moment(period.start, period.end, period.first, period.last, period.rule, anchored)
            if _OF_SOMEBODY.search(words) and not _WHOSE.search(words):
                of_cpc = is_of_cpc(document) if of_cpc is None else of_cpc
                moment = moment if of_cpc else moment._replace(first=None, last=None)
            yield moment


def _from_table(document: Document) -> Iterator[Moment]:
    for found in _PHRASE.finditer(document.folded):
        row = _PHRASES[number_of(found)]
        first, last = ((document.date if row[side] == "text" else row[side]) or None for side in ("first", "last"))
        yield Moment(found.start(), found.end(), first, last, row["rule"], "text" in (row["first"], row["last"]))


def _bare(document: Document) -> Iterator[Moment]:
    folded = document.folded
    year = int(document.date[:4]) if document.date else None
    for found in _BARE.finditer(folded):
        date = date_at(folded, found.start(), len(folded), year)
        if date is not None and not folded[date.end : date.end + 1].isalnum():
            anchored = _lacks_year(folded[date.start : date.end])
            yield Moment(date.start, date.end, date.first, date.last, "date", anchored)


def _lacks_year(words: str) -> bool:
    """Whether a date names no year, or a decade without its century: then the date of the text supplies it."""
    return _HAS_YEAR.search(words) is None and _NEEDS_CENTURY.search(words) is not None
