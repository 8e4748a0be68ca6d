"""Dates in words: from "the late 1970s" or "31 May 2002" to an interval of EDTF dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import numerals
from .alternatives import number_of, numbered, one_of
from .lexicon import pattern, table

MONTHS = ["january", "february", "march", "april", "may", "june"]
MONTHS += ["july", "august", "september", "october", "november", "december"]
_MONTH = rf"(?:{'|'.join(MONTHS)}|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sep\.?|sept\.?|oct\.?|nov\.?|dec\.?)"
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
    "early": (1, 4), "beginning of": (1, 1), "start of": (1, 1), "opening of": (1, 1), "mid": (5, 8), "middle of": (5, 8),
    "late": (9, 12), "end of": (12, 12), "close of": (12, 12), "end": (12, 12), "year-end": (12, 12), "year's end": (12, 12),
    "latter half of": (7, 12), "final quarter of": (10, 12), "first half of": (1, 6), "second half of": (7, 12),
    "first quarter of": (1, 3), "second quarter of": (4, 6), "third quarter of": (7, 9), "fourth quarter of": (10, 12),
    "last quarter of": (10, 12), "spring of": (), "summer of": (), "autumn of": (), "fall of": (), "winter of": (),
}  # fmt: skip
_DECADE_PARTS = {
    "early": (0, 3), "beginning of": (0, 3), "start of": (0, 3), "mid": (4, 6), "middle of": (4, 6), "late": (7, 9),
    "end of": (7, 9), "close of": (7, 9), "first half of": (0, 4), "second half of": (5, 9), "latter half of": (5, 9), "last years of": (7, 9), "closing years of": (7, 9), "final years of": (7, 9),
    "first years of": (0, 3), "early years of": (0, 3), "opening years of": (0, 3),
}  # fmt: skip
_PART = "|".join(sorted({*_YEAR_PARTS, *_DECADE_PARTS}, key=len, reverse=True))
_DECADE = rf"(?:(?P<century>1[5-9]|20)?(?P<tens>\d)0'?s|(?P<word>{'|'.join(_DECADE_WORDS)}))"

_SEASON = "spring|summer|autumn|fall|winter|easter|christmas|may day|new year"
_WEEK = r"(?:first|second|third|last) (?:week|days|half|fortnight) (?:of|in)"


def _read(form: str) -> re.Pattern:
    return re.compile(pattern(form))


_TO = "(?:-|to|and|until)"
_TH = "(?:st|nd|rd|th)?"
# the year behind a day or month, or a word that tells it from the date of the text
_REL = "(?P<rel>this|last|next|that|the same)"
_OF_YEAR = rf"(?:,? (?:of )?(?:(?P<y>{_YEAR})|{_REL} year))?(?![\w-])"

_FORMS = [
    ("days", _read(
        rf"(?P<d>\d{{1,2}}){_TH}(?:(?: of)? (?P<m>{_MONTH}))? ?{_TO} ?(?P<d2>\d{{1,2}}){_TH}(?: of)? (?P<m2>{_MONTH}){_OF_YEAR}"
    )),
    ("days", _read(rf"(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH} ?{_TO} ?(?:(?P<m2>{_MONTH}) )?(?P<d2>\d{{1,2}}){_TH}\b{_OF_YEAR}")),
    ("days", _read(
        rf"(?P<d>\d{{1,2}}){_TH},? (?P<and>and) (?:the )?(?P<d2>\d{{1,2}}){_TH}(?: of)? (?P<m2>{_MONTH}){_OF_YEAR}(?P<m>)?"
    )),
    ("day", _read(rf"(?:the )?(?P<d>\d{{1,2}}){_TH}(?: of)? (?P<m>{_MONTH}){_OF_YEAR}")),
    ("new_year", _read(rf"new year's (?P<eve>eve|day),?(?: of)? (?P<y>{_YEAR})")),
    ("new_year", _read(rf"(?:the )?(?P<eve>last|first) day of (?P<y>{_YEAR})")),
    ("day", _read(rf"(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH}\b(?!,\d\d\d\D){_OF_YEAR}")),
    ("month", _read(rf"(?P<m>{_MONTH})(?: of)?,? (?P<y>{_YEAR})\b")),
    ("year", _read(rf"(?:the )?(?:{_SEASON})(?: of)?,? (?P<y>{_YEAR})\b")),
    ("months", _read(rf"(?P<m>{_MONTH}) ?(?:to|and|until|through|-) ?(?P<m2>{_MONTH}){_OF_YEAR}")),
    ("first_months", _read(
        rf"(?:the )?first (?P<n>\d\d?|[a-z]+) months of (?:(?:the year )?(?P<y>{_YEAR})|{_REL} year|(?P<named>the year)(?! \d))"
    )),
    ("years", _read(rf"(?P<y>{_YEAR}), (?:{_YEAR}, )*(?:{_YEAR}),? and (?P<y2>{_YEAR})(?!\w)")),
    ("years", _read(
        r"(?:the )?(?:years |period )?(?P<y>(?:1[5-9]|20)\d\d) ?[-/] ?(?P<y2>(?:1[5-9]|20)?\d\d)(?![\w%]|[.,]\d|-\w)"
    )),
    ("month", _read(rf"(?:the )?(?:{_PART}|{_WEEK})[ -](?:the month of )?(?P<m>{_MONTH}){_OF_YEAR}")),
    ("dotted", _read(r"(?P<y>(?:1[5-9]|20)\d\d)[.](?P<m>\d\d)(?:[.](?P<d>\d\d))?\b")),
    ("decade", _read(rf"(?:the )?(?P<also>early|mid|late)(?:-| )? ?and (?:the )?(?P<part>{_PART})[ -](?:the )?'?{_DECADE}(?!\w)")),
    ("decades", _read(r"(?:the )?(?P<c>1[5-9]|20)(?P<t>\d)0'?s (?:and|to|-) (?:the )?(?:1[5-9]|20)?'?(?P<t2>\d)0'?s\b")),
    ("decade", _read(rf"(?:the )?(?:(?P<part>{_PART})[ -])?(?:the |to late )?'?{_DECADE}(?!\w)")),
    ("century_decade", _read(
        r"(?:the )?(?P<part>first|second|third|last) decades? of (?:the )?(?P<w>this|present|last|nineteenth|twentieth|twenty-first) "
        r"century\b"
    )),
    ("century", _read(r"(?:the )?(?:(?P<n>\d\d)(?:st|nd|rd|th)|(?P<w>nineteenth|twentieth|twenty-first))[ -]century\b")),
    ("year", _read(rf"(?:the )?(?:(?P<part>{_PART})[ -])?(?:the )?(?:year )?(?P<y>{_YEAR})(?![\w%]|-[a-z]|[.,]\d)")),
    ("year", _read(rf"(?:the )?(?P<part>{_PART})[ -](?:{_REL} year|(?P<named>the year)(?! \d))(?!\w)")),
    ("month", _read(rf"(?P<m>{_MONTH}){_OF_YEAR}")),
    ("year", _read(r"(?P<rel>this|last|next) year(?!\w)")),
]  # fmt: skip

_ANCHORS = table("anchors")
_ANCHOR = re.compile(
    pattern(
        "(?:the |its |our |their |(?:the )?(?:party|cpc|china|department)'s )?(?:historic )?(?:"
        + numbered(row["pattern"] for row in _ANCHORS)
        + r")\b"
    )
)


_OTHERS = "first|second|third|last|year|period|this|next|nineteenth|twentieth|twenty"
_DETERMINERS = {"the", "its", "our", "their", "historic", "to"}
_OURS = "(?:party|cpc|china|department)'s"


def _first_words(*patterns: str) -> str:
    """The words before which no blank stands in a pattern, as a pattern: with one of them its match begins."""
    words = {word for source in patterns for word in re.findall(r"(?<![a-z ])[a-z]+", re.sub(r"\\.", ".", source))}
    return rf"(?:(?:{one_of(_DETERMINERS)}|{_OURS}) +){{0,3}}'?(?:\d|{one_of(words - _DETERMINERS)}(?![a-z]))"


# A quick no to most words: whether a date, or the name of a time, may begin here at all (a word too many does no harm).
_DATE_WORDS = _first_words(_MONTH, _PART, *_DECADE_WORDS, _SEASON, _OTHERS)
_ANCHOR_WORDS = _first_words(*(row["pattern"] for row in _ANCHORS))
MAY_BEGIN = f"(?:{_DATE_WORDS}|{_ANCHOR_WORDS})"
_MAY_BE_DATE, _MAY_BE_ANCHOR = re.compile(_DATE_WORDS), re.compile(_ANCHOR_WORDS)
_OF_CHINA = re.compile(r"\b(?:china|chinese|cpc)\b")


@dataclass(frozen=True, slots=True)
class Date:
    """A date or interval at ``start:end`` of the text: ``first`` and ``last`` are EDTF.

    ``floating`` says that the words name no year: it is reckoned from the date of the text, or from a year named before.
    """

    start: int
    end: int
    first: str
    last: str
    floating: bool = False


def date_at(
    folded: str, position: int, limit: int, text_year: int | None = None, home: str | None = None, text_month: int | None = None
) -> Date | None:
    """Read the date that begins at a position of a folded text.

    Parameters
    ----------
    folded : str
        The folded text.
    position, limit : int
        Where the date must begin, and where reading must stop.
    text_year, text_month : int, optional
        Year and month of the text, for dates without a century (``the 90s``) or year (``31 May``: the last one before).
    home : str, optional
        The country whose house speaks: congresses and plans of another house are not dated. Without it, all are.
    """
    if _MAY_BE_DATE.match(folded, position, limit):
        for name, form in _FORMS:
            found = form.match(folded, position, limit)
            if found and (span := _RESOLVE[name](found, _Clock(text_year, text_month))):
                return Date(position, found.end(), *span, floating=_floats(found))
    found = _ANCHOR.match(folded, position, limit) if _MAY_BE_ANCHOR.match(folded, position, limit) else None
    if found:
        row = _ANCHORS[number_of(found)]
        if row["home"] and home is not None and row["home"] != home.lower() and not _OF_CHINA.search(found.group()):
            return None
        if row["home"] and text_year is not None and int(row["start"][:4]) > text_year + 1:
            return None  # a Seventh Congress of which a text of 1935 tells is not the one of 1945
        return Date(position, found.end(), row["start"], row["end"])
    return None


@dataclass(frozen=True, slots=True)
class _Clock:
    """The year and month of the text; None where they are not known."""

    year: int | None
    month: int | None


_YEARS_FROM = {"this": 0, "last": -1, "next": 1}


def _floats(found: re.Match) -> bool:
    groups = found.groupdict()
    return (groups.get("y", "") is None and groups.get("rel") not in _YEARS_FROM) or bool(groups.get("named"))


def _the_year(found: re.Match, clock: _Clock, month: int | None = None) -> int | None:
    """The year that is said, or that a word like "last" or the month tells: the last such month before the text."""
    groups = found.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if clock.year is None:
        return None
    if groups.get("rel") in _YEARS_FROM:
        return clock.year + _YEARS_FROM[groups["rel"]]
    return clock.year - (month is not None and clock.month is not None and month > clock.month)


def _day(found: re.Match, clock: _Clock):
    month = _month_number(found["m"])
    year = _the_year(found, clock, month)
    if year is None or not 1 <= int(found["d"]) <= 31:
        return None
    date = f"{year}-{month:02}-{int(found['d']):02}"
    return date, date


def _days(found: re.Match, clock: _Clock):
    second = _month_number(found["m2"] or found["m"])
    month = _month_number(found["m"]) if found["m"] else second
    year = _the_year(found, clock, second)
    if year is None:
        return None
    first = f"{year - (month > second)}-{month:02}-{int(found['d']):02}"
    last = f"{year}-{second:02}-{int(found['d2']):02}"
    return (first, last) if first < last and int(found["d2"]) <= 31 else None


def _month(found: re.Match, clock: _Clock):
    month = _month_number(found["m"])
    year = _the_year(found, clock, month) if "rel" in found.re.groupindex else found["y"]
    return (f"{year}-{month:02}",) * 2 if year else None


def _months(found: re.Match, clock: _Clock):
    first, last = (_month_number(found[month]) for month in ("m", "m2"))
    year = _the_year(found, clock, last)
    return (f"{year - (first > last)}-{first:02}", f"{year}-{last:02}") if year else None


def _first_months(found: re.Match, clock: _Clock):
    number = numerals.read(found["n"], 0)
    year = _the_year(found, clock)
    if year is None or number is None or number.value not in range(2, 13):
        return None
    return f"{year}-01", f"{year}-{int(number.value):02}"


def _years(found: re.Match, _clock: _Clock):
    first, second = found["y"], found["y2"]
    second = second if len(second) == 4 else first[:2] + second
    return (first, second) if first < second else None


def _dotted(found: re.Match, _clock: _Clock):
    if not 1 <= int(found["m"]) <= 12:
        return None
    date = "-".join(part for part in (found["y"], found["m"], found["d"]) if part)
    return date, date


def _decades(found: re.Match, _clock: _Clock):
    first, last = int(f"{found['c']}{found['t']}0"), int(f"{found['c']}{found['t2']}9")
    return (str(first), str(last)) if first < last else None


def _decade(found: re.Match, clock: _Clock):
    tens = _DECADE_WORDS[found["word"]] if found["word"] else int(found["tens"]) * 10
    century = int(found["century"]) * 100 if found["century"] else None
    if century is None:
        if found["tens"] and not found["century"] and tens < 10:
            return None
        year = clock.year or 1999
        century = year // 100 * 100 if tens <= year % 100 else year // 100 * 100 - 100
    first, last = _DECADE_PARTS.get(_words(found["part"]), (0, 9))
    if also := found.groupdict().get("also"):  # "the early and mid-1980s"
        first = _DECADE_PARTS[also][0]
    return str(century + tens + first), str(century + tens + last)


def _century(found: re.Match, _clock: _Clock):
    number = int(found["n"]) if found["n"] else {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}[found["w"]]
    return str(number * 100 - 99), str(number * 100)


def _century_decade(found: re.Match, clock: _Clock):
    number = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}.get(found["w"])
    if number is None:
        if clock.year is None:
            return None
        number = (clock.year + 99) // 100 - (found["w"] == "last")
    first = number * 100 - 99 + {"first": 0, "second": 10, "third": 20, "last": 90}[found["part"]]
    return str(first), str(first + 9)


def _year(found: re.Match, clock: _Clock):
    year, part = _the_year(found, clock), _words(found.groupdict().get("part"))
    if year is None:
        return None
    if not part:
        return str(year), str(year)
    months = _YEAR_PARTS.get(part)
    if months == ():  # a season is its year
        return str(year), str(year)
    return (f"{year}-{months[0]:02}", f"{year}-{months[1]:02}") if months else None


def _new_year(found: re.Match, _clock: _Clock):
    first = found["eve"] in ("day", "first")
    return (f"{found['y']}-01-01" if first else f"{found['y']}-12-31",) * 2


_RESOLVE = {
    "new_year": _new_year,
    "day": _day, "days": _days, "month": _month, "months": _months, "first_months": _first_months, "years": _years,
    "dotted": _dotted, "decades": _decades, "decade": _decade, "century": _century, "century_decade": _century_decade, "year": _year,
}  # fmt: skip


def _words(part: str | None) -> str:
    """The words of a part of the year, whatever blanks stand between them."""
    return " ".join((part or "").split())


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))
