"""Dates in words: from "the late 1970s" or "31 May 2002" to an interval of EDTF dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicon import pattern, table

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = rf"(?:{'|'.join(MONTHS)}|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d,]\d)"
_DECADE_WORDS = dict(
    zip(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"],
        range(20, 100, 10),
        strict=True,
    )
)

# Part of a year → months; part of a decade → years in it. Thirds for early, mid and late: a convention, stated here only.
_YEAR_PARTS = {
    "early": (1, 4), "beginning of": (1, 4), "start of": (1, 4), "mid": (5, 8), "middle of": (5, 8), "late": (9, 12),
    "end of": (12, 12), "close of": (12, 12), "first half of": (1, 6), "second half of": (7, 12), "first quarter of": (1, 3),
    "last quarter of": (10, 12), "spring of": (3, 5), "summer of": (6, 8), "autumn of": (9, 11), "fall of": (9, 11),
}  # fmt: skip
_DECADE_PARTS = {
    "early": (0, 3), "beginning of": (0, 3), "start of": (0, 3), "mid": (4, 6), "middle of": (4, 6), "late": (7, 9),
    "end of": (7, 9), "close of": (7, 9), "first half of": (0, 4), "second half of": (5, 9),
}  # fmt: skip
_PART = "|".join(sorted({*_YEAR_PARTS, *_DECADE_PARTS}, key=len, reverse=True))
_DECADE = rf"(?:(?P<century>1[5-9]|20)?(?P<tens>\d)0'?s|(?P<word>{'|'.join(_DECADE_WORDS)}))"

_WEEK = r"(?:first|second|third|last) (?:week|days|half) (?:of|in)"


def _read(form: str) -> re.Pattern:
    return re.compile(pattern(form))


_TO = "(?:-|to|and|until)"
_TH = "(?:st|nd|rd|th)?"

_FORMS = [
    ("days", _read(rf"(?P<d>\d{{1,2}}){_TH} ?{_TO} ?(?P<d2>\d{{1,2}}){_TH}(?: of)? (?P<m>{_MONTH}),? (?P<y>{_YEAR})\b")),
    ("days", _read(rf"(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH} ?{_TO} ?(?P<d2>\d{{1,2}}){_TH},? (?P<y>{_YEAR})\b")),
    ("day", _read(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})(?:,? (?P<y>{_YEAR}))?\b")),
    ("day", _read(rf"(?P<m>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d\d\d\D)(?:,? (?P<y>{_YEAR}))?\b")),
    ("month", _read(rf"(?P<m>{_MONTH})(?: of)?,? (?P<y>{_YEAR})\b")),
    ("months", _read(rf"(?P<m>{_MONTH}) (?:to|and|until|through|-) (?P<m2>{_MONTH}),? (?P<y>{_YEAR})\b")),
    ("month", _read(rf"(?:the )?(?:{_PART}|{_WEEK}) (?:the month of )?(?P<m>{_MONTH}),? (?P<y>{_YEAR})\b")),
    ("dotted", _read(r"(?P<y>(?:1[5-9]|20)\d\d)[.](?P<m>\d\d)(?:[.](?P<d>\d\d))?\b")),
    ("decades", _read(r"(?:the )?(?P<c>1[5-9]|20)(?P<t>\d)0'?s (?:and|to|-) (?:the )?(?:1[5-9]|20)?'?(?P<t2>\d)0'?s\b")),
    ("decade", _read(rf"(?:the )?(?:(?P<part>{_PART})[ -])?(?:the |to late )?'?{_DECADE}(?!\w)")),
    ("century", _read(r"(?:the )?(?:(?P<n>\d\d)(?:st|nd|rd|th)|(?P<w>nineteenth|twentieth|twenty-first))[ -]century\b")),
    ("year", _read(rf"(?:the )?(?:(?P<part>{_PART})[ -])?(?:the )?(?:year )?(?P<y>{_YEAR})(?![\w%]|-[a-z]|[.,]\d)")),
]  # fmt: skip

_ANCHORS = table("anchors")
_ANCHOR = re.compile(
    pattern(
        "(?:the |its |our |their |(?:the )?(?:party|cpc|china|department)'s )?(?:historic )?(?:"
        + "|".join(f"(?P<a{n}>{row['pattern']})" for n, row in enumerate(_ANCHORS))
        + r")\b"
    )
)


_DETERMINERS = frozenset(("the", "its", "our", "their", "historic", "to", "late"))
_ANCHOR_PATTERNS = [row["pattern"] for row in _ANCHORS]
#: words that a date may begin with: names of months, parts and decades, and (more than needed) all words of the anchors
_FIRST_WORDS = frozenset(
    word
    for source in (_MONTH, _PART, *_DECADE_WORDS, "year twentieth nineteenth twenty first second third last", *_ANCHOR_PATTERNS)
    for word in re.findall(r"[a-z]+", source)
)  # fmt: skip
_FIRST = re.compile(r"'?(?:\d|([a-z]+)('s)?)")


def _may_begin(folded: str, position: int, limit: int) -> bool:
    """A quick no to most words: whether a date may begin here at all."""
    for _word in range(3):
        found = _FIRST.match(folded, position, limit)
        if found is None or found[1] is None:
            return found is not None
        if found[1] in _FIRST_WORDS:
            return True
        if found[1] not in _DETERMINERS and not found[2]:
            return False
        position = found.end()
        while position < limit and folded[position] == " ":
            position += 1
    return True


_OF_CHINA = re.compile(r"\b(?:china|chinese|cpc)\b")


@dataclass(frozen=True, slots=True)
class Date:
    """A date or interval at ``start:end`` of the text: ``first`` and ``last`` are EDTF."""

    start: int
    end: int
    first: str
    last: str


def date_at(folded: str, position: int, limit: int, text_year: int | None = None, home: str | None = None) -> Date | None:
    """Read the date that begins at a position of a folded text.

    Parameters
    ----------
    folded : str
        The folded text.
    position, limit : int
        Where the date must begin, and where reading must stop.
    text_year : int, optional
        Year of the text, for dates without a century (``the 90s``) or year (``31 May``).
    home : str, optional
        The country whose house speaks: congresses and plans of another house are not dated. Without it, all are.
    """
    if not _may_begin(folded, position, limit):
        return None
    for name, form in _FORMS:
        found = form.match(folded, position, limit)
        if found and (span := _RESOLVE[name](found, text_year)):
            return Date(position, found.end(), *span)
    found = _ANCHOR.match(folded, position, limit)
    if found:
        row = _ANCHORS[int(found.lastgroup[1:])]
        if row["home"] and home is not None and row["home"] != home.lower() and not _OF_CHINA.search(found.group()):
            return None
        return Date(position, found.end(), row["start"], row["end"])
    return None


def _day(found: re.Match, text_year: int | None):
    year = found["y"] or text_year
    month = _month_number(found["m"])
    if year is None or not 1 <= int(found["d"]) <= 31:
        return None
    date = f"{year}-{month:02}-{int(found['d']):02}"
    return date, date


def _days(found: re.Match, _text_year: int | None):
    first, last = (f"{found['y']}-{_month_number(found['m']):02}-{int(found[day]):02}" for day in ("d", "d2"))
    return (first, last) if first < last and int(found["d2"]) <= 31 else None


def _month(found: re.Match, _text_year: int | None):
    date = f"{found['y']}-{_month_number(found['m']):02}"
    return date, date


def _months(found: re.Match, _text_year: int | None):
    return f"{found['y']}-{_month_number(found['m']):02}", f"{found['y']}-{_month_number(found['m2']):02}"


def _dotted(found: re.Match, _text_year: int | None):
    if not 1 <= int(found["m"]) <= 12:
        return None
    date = "-".join(part for part in (found["y"], found["m"], found["d"]) if part)
    return date, date


def _decades(found: re.Match, _text_year: int | None):
    first, last = int(f"{found['c']}{found['t']}0"), int(f"{found['c']}{found['t2']}9")
    return (str(first), str(last)) if first < last else None


def _decade(found: re.Match, text_year: int | None):
    tens = _DECADE_WORDS[found["word"]] if found["word"] else int(found["tens"]) * 10
    century = int(found["century"]) * 100 if found["century"] else None
    if century is None:
        if found["tens"] and not found["century"] and tens < 10:
            return None
        year = text_year or 1999
        century = year // 100 * 100 if tens <= year % 100 else year // 100 * 100 - 100
    first, last = _DECADE_PARTS.get(_words(found["part"]), (0, 9))
    return str(century + tens + first), str(century + tens + last)


def _century(found: re.Match, _text_year: int | None):
    number = int(found["n"]) if found["n"] else {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}[found["w"]]
    return str(number * 100 - 99), str(number * 100)


def _year(found: re.Match, _text_year: int | None):
    year, part = found["y"], _words(found["part"])
    if not part:
        return year, year
    months = _YEAR_PARTS.get(part)
    return (f"{year}-{months[0]:02}", f"{year}-{months[1]:02}") if months else None


_RESOLVE = {
    "day": _day, "days": _days, "month": _month, "months": _months,
    "dotted": _dotted, "decades": _decades, "decade": _decade, "century": _century, "year": _year,
}  # fmt: skip


def _words(part: str | None) -> str:
    """The words of a part of the year, whatever blanks stand between them."""
    return " ".join((part or "").split())


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))
