"""When a sentence says that something holds: phrases of time resolved against the date of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from . import numerals
from .alternatives import one_of
from .dating import BEGINNINGS, Date, date_at
from .lexicon import pattern, table
from .resolving import RESOLVERS
from .resolving_days import month_of, year_of
from .wordindex import DIGITS, OTHER_DIGITS, WordIndex

_NUMBER = r"(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)"


class Period(NamedTuple):
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
_DATES = ("{A}", "{B}")
_Rule = tuple[str, tuple[str, ...]]
_ROWS = table("periods")
_RULES: list[_Rule] = [(row["rule"], tuple(filter(None, _CUT.split(row["pattern"])))) for row in _ROWS]
_COUNTS = frozenset(numerals.words_of()) | {"a", "an", "one", "the", "this", "few", "several", "many"}
_SLOTS = {"{A}": BEGINNINGS, "{B}": BEGINNINGS, "{N}": ((_COUNTS | {DIGITS, OTHER_DIGITS},), (_COUNTS, _COUNTS))}


@cache
def _index() -> WordIndex:
    """The rules by the words they may begin with (``#`` stands for a number); nothing else in a text can begin one."""
    return WordIndex(((row["pattern"], row["begins"].split()) for row in _ROWS), _SLOTS)


# Patterns are compiled when they are first tried: all of them would take longer than reading a text.
@cache
def _part(source: str) -> re.Pattern:
    return re.compile(pattern(source).replace("{N}", _NUMBER))


_WORD = r"([a-z]++|\d++)"
_BEGINS = one_of({word for row in _ROWS for word in row["begins"].split() if word.isalpha()})
# a word with which a phrase of time may begin, and the two words behind it
_FIRST_WORD = (
    rf"(?:({_BEGINS})\b|(?:1[5-9]|20)\d\d|\d{{1,2}}(?= +(?:years?|decades?)\b)|(\())"
    rf"(?:[^a-z0-9]*{_WORD}[^a-z0-9]*{_WORD}|[^a-z0-9]*{_WORD}|)"
)
# only what follows a character that is none of a word is looked at: a pattern that begins with such a class is quick
_START, _AT_START = re.compile(rf"[^a-z0-9_](?<!\w)(?={_FIRST_WORD})"), re.compile(rf"(?={_FIRST_WORD})")
#: rules of which the year is not said
_FLOATING = ("quarter", "part_of_year")
_NUMBERED_WORDS = ("congress", "plan", "plenary", "reform")
_NUMBERED = re.compile(rf"\b(?:{'|'.join(_NUMBERED_WORDS)})(?:(?<=congress)es)?\b")
_OF_CHINA = re.compile(r"\b(?:china|chinese|cpc)\b")
_LEAD = re.compile(
    r"[\"'(\[]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\([a-z]{1,3}\)|[ivx]+\.|[-*\u2022\u00b7])\s+)?"
    r"(?:[qa]: )?"
    r"(?:(?:dear )?(?:comrades|friends|colleagues|delegates|ladies and gentlemen)(?: and (?:comrades|friends))?[,!:] )?"
    r"(?:(?:and|but|indeed|however|thus|moreover|"
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
    if home is not None and _names_a_congress(folded, start, end) and _OF_CHINA.search(folded, start, end):
        home = None  # a congress in a sentence that names the CPC is its own, whoever speaks
    found: list[Period] = []
    head = _LEAD.match(folded, start, end).end()
    position, reading_on = start, _index().reading_on
    known: dict[int, Date | None] = {}  # many rules ask for a date at the same place
    for word in _starts(folded, start, end):
        begins = word.end()
        if begins < position:
            continue
        rules = reading_on(word[1] or word[2] or DIGITS, word[3] or word[5], word[4])
        if not rules:
            continue
        best = _best_at(folded, begins, rules, end, text_date, home, known)
        if best is None:
            continue
        rule, stop, first, last, floating, count = best
        initial = begins <= head
        if rule == "heading" and not initial:
            position = stop
            continue
        if (years := _in_brackets(folded, stop, end)) is not None:
            stop, first, last, floating = years.end + 1, years.first, years.last, False
        elif (held := _HELD.match(folded, stop, end)) and (date := date_at(folded, held.end(), end)):
            stop, first, last = date.end, date.first, last if rule.startswith("since") else date.last
        found.append(Period(begins, stop, first, last, rule, initial, floating, count))
        position = stop
    return found


def _starts(folded: str, start: int, end: int) -> Iterator[re.Match]:
    """The words with which a phrase of time may begin; each match is empty, or ends where its word begins."""
    if start == 0 and (first := _AT_START.match(folded, 0, end)):
        yield first
    yield from _START.finditer(folded, max(0, start - 1), end)


def _names_a_congress(folded: str, start: int, end: int) -> bool:
    # looking for words is quicker than the pattern, and most sentences have none
    some = any(folded.find(word, start, end) != -1 for word in _NUMBERED_WORDS)
    return some and _NUMBERED.search(folded, start, end) is not None


def _in_brackets(folded: str, position: int, limit: int) -> Date | None:
    """The dates in brackets behind a phrase of time: "During the Seventh Five-Year Plan (1986-1990)"."""
    if not folded.startswith(" (", position, limit):
        return None
    date = date_at(folded, position + 2, limit)
    return date if date is not None and folded.startswith(")", date.end) and date.end < limit else None


# "Since the Eighteenth Congress, held in November 2012"
_HELD = re.compile(pattern(r",? (?:(?:which|that) )?(?:was )?(?:held|convened|met|opened|took place) (?:in [a-z]+ )?(?:in|on) "))


def _best_at(folded: str, position: int, rules: tuple[int, ...], limit: int, text_date: str, home: str | None, known: dict):
    """The rule that reads most from a position on, the end, and the dates; None where no rule fits."""
    best = None
    for rule, parts in map(_RULES.__getitem__, rules):
        end, number, dates = position, None, []
        for part in parts:
            if part in _DATES:
                if end not in known:
                    known[end] = date_at(folded, end, limit, year_of(text_date), home, month_of(text_date))
                date = known[end]
                if date is None:
                    break
                dates.append(date)
                end = date.end
            else:
                match = _part(part).match(folded, end, limit)
                if match is None:
                    break
                end = match.end()
                if "n" in match.re.groupindex:
                    number = match["n"]
        else:
            if end < limit and _SHUT.match(folded, end) and _SHUT.match(folded, end - 1):
                continue
            count = _count(number)
            resolved = _resolve(rule, number, count, dates, folded[position:end], text_date)
            if resolved and (best is None or end > best[1]):
                best = (rule, end, *resolved, rule in _FLOATING or any(date.floating for date in dates), count)
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
    return RESOLVERS[rule](count, dates, words, text_date)
