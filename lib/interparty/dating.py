"""Dates in words: from "the late 1970s" or "31 May 2002" to an interval of EDTF dates."""

from __future__ import annotations

import re
from typing import NamedTuple

from .alternatives import number_of, numbered, one_of
from .date_forms import DECADE_PARTS, DECADE_WORDS, MONTHS, READERS, YEAR_PARTS, YEARS_FROM, Clock
from .lexicon import pattern, table
from .wordindex import DIGITS, Places

_MONTH = rf"(?:{'|'.join(MONTHS)}|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sep\.?|sept\.?|oct\.?|nov\.?|dec\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d,]\d)"

_PART = "|".join(sorted({*YEAR_PARTS, *DECADE_PARTS}, key=len, reverse=True))
_DECADE = rf"(?:(?P<century>1[5-9]|20)?(?P<tens>\d)0'?s|(?P<word>{'|'.join(DECADE_WORDS)}))"

_SEASON = "spring|summer|autumn|fall|winter|easter|christmas|may day|new year"
_WEEK = r"(?:first|second|third|last) (?:week|days|half|fortnight) (?:of|in)"


def _read(form: str) -> re.Pattern:
    return re.compile(pattern(form))


_TO = "(?:-|to|and|until)"
_TH = "(?:st|nd|rd|th)?"
# the year behind a day or month, or a word that tells it from the date of the text
_REL = "(?P<rel>this|last|next|that|the same)"
_OF_YEAR = rf"(?:,? (?:of )?(?:(?P<y>{_YEAR})|{_REL} year))?(?![\w-])"

# "BEIJING, April 12 - 14 delegations arrived": no days from the 12th to the 14th
_NO_NOUN = "".join(rf"(?!(?<= - {digits}) (?!(?:in|at|of|to|and|the|this|last|by|on)\b)[a-z])" for digits in (r"\d", r"\d\d"))

# each form with what it may begin with: a number (9), the four digits of a year (y), a letter (a)
_FORMS = [
    ("days", "9", _read(
        rf"(?P<d>\d{{1,2}}){_TH}(?:(?: of)? (?P<m>{_MONTH}))? ?{_TO} ?(?P<d2>\d{{1,2}}){_TH}(?: of)? (?P<m2>{_MONTH}){_OF_YEAR}"
    )),
    ("days", "a", _read(
        rf"(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH} ?{_TO} ?(?:(?P<m2>{_MONTH}) )?(?P<d2>\d{{1,2}}){_TH}\b{_NO_NOUN}{_OF_YEAR}"
    )),
    ("days", "9", _read(
        rf"(?P<d>\d{{1,2}}){_TH},? (?P<and>and) (?:the )?(?P<d2>\d{{1,2}}){_TH}(?: of)? (?P<m2>{_MONTH}){_OF_YEAR}(?P<m>)?"
    )),
    ("day", "9a", _read(rf"(?:the )?(?P<d>\d{{1,2}}){_TH}(?: of)? (?P<m>{_MONTH}){_OF_YEAR}")),
    ("may_day", "a", _read(rf"may day(?:,? (?:of )?(?P<y>{_YEAR}))?(?![\w-])")),
    ("new_year", "a", _read(rf"new year's (?P<eve>eve|day),?(?: of)? (?P<y>{_YEAR})")),
    ("new_year", "a", _read(rf"(?:the )?(?P<eve>last|first) day of (?P<y>{_YEAR})")),
    ("day", "a", _read(rf"(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH}\b(?!,\d\d\d\D){_OF_YEAR}")),
    ("month", "a", _read(rf"(?P<m>{_MONTH})(?: of)?,? (?P<y>{_YEAR})\b")),
    ("year", "a", _read(rf"(?:the )?(?:{_SEASON})(?: of)?,? (?P<y>{_YEAR})\b")),
    ("months", "a", _read(rf"(?P<m>{_MONTH}) ?(?:to|and|until|through|-) ?(?P<m2>{_MONTH}){_OF_YEAR}")),
    ("first_months", "a", _read(
        rf"(?:the )?first (?P<n>\d\d?|[a-z]+) months of (?:(?:the year )?(?P<y>{_YEAR})|{_REL} year|(?P<named>the year)(?! \d))"
    )),
    ("years", "y", _read(rf"(?P<y>{_YEAR}), (?:{_YEAR}, )*(?:{_YEAR}),? and (?P<y2>{_YEAR})(?!\w)")),
    ("years", "ya", _read(
        r"(?:the )?(?:years |period )?(?P<y>(?:1[5-9]|20)\d\d) ?[-/] ?(?P<y2>(?:1[5-9]|20)?\d\d)(?![\w%]|[.,]\d|-\w)"
    )),
    ("years", "a", _read(rf"(?:the )?(?:years|period) (?P<y>{_YEAR}) (?:to|until|through) (?P<y2>{_YEAR})(?!\w)")),
    ("month", "a", _read(rf"(?:the )?(?:{_PART}|{_WEEK})[ -](?:the month of )?(?P<m>{_MONTH}){_OF_YEAR}")),
    ("dotted", "y", _read(r"(?P<y>(?:1[5-9]|20)\d\d)[.](?P<m>\d\d)(?:[.](?P<d>\d\d))?\b")),
    ("decade", "a", _read(
        rf"(?:the )?(?P<also>early|mid|late)(?:-| )? ?and (?:the )?(?P<part>{_PART})[ -](?:the )?'?{_DECADE}(?!\w)"
    )),
    ("decades", "ya", _read(r"(?:the )?(?P<c>1[5-9]|20)(?P<t>\d)0'?s (?:and|to|-) (?:the )?(?:1[5-9]|20)?'?(?P<t2>\d)0'?s\b")),
    ("decade", "9ya", _read(rf"(?:the )?(?:(?P<part>{_PART})[ -])?(?:the |to late )?'?{_DECADE}(?!\w)")),
    ("century_decade", "a", _read(
        r"(?:the )?(?P<part>first|second|third|last) decades? of (?:the )?"
        r"(?P<w>this|present|last|nineteenth|twentieth|twenty-first) century\b"
    )),
    ("century", "9a", _read(r"(?:the )?(?:(?P<n>\d\d)(?:st|nd|rd|th)|(?P<w>nineteenth|twentieth|twenty-first))[ -]century\b")),
    ("year", "ya", _read(rf"(?:the )?(?:(?P<part>{_PART})[ -])?(?:the )?(?:year )?(?P<y>{_YEAR})(?![\w%]|-[a-z]|[.,]\d)")),
    ("year", "a", _read(rf"(?:the )?(?P<part>{_PART})[ -](?:{_REL} year|(?P<named>the year)(?! \d))(?!\w)")),
    ("month", "a", _read(rf"(?P<m>{_MONTH}){_OF_YEAR}")),
    ("year", "a", _read(r"(?P<rel>this|last|next) year(?!\w)")),
]  # fmt: skip
_BY_BEGINNING = {sign: [(name, form) for name, signs, form in _FORMS if sign in signs] for sign in "9ya"}

_ANCHORS = table("anchors")
_ANCHOR = re.compile(
    pattern(
        "(?:the |its |our |their |(?:the )?(?:party|cpc|china|department)'s )?(?:historic )?(?:"
        + numbered(row["pattern"] for row in _ANCHORS)
        + r")\b"
    )
)


_OTHERS = "first|second|third|last|year|years|period|this|next|nineteenth|twentieth|twenty"
_DETERMINERS = {"the", "its", "our", "their", "historic", "to"}
_OURS_WORDS = ("party", "cpc", "china", "department")
_OURS = rf"(?:{'|'.join(_OURS_WORDS)})'s"


def _first_words(*patterns: str) -> frozenset[str]:
    """The words before which no blank stands in a pattern: with one of them its match begins, behind a determiner or two."""
    return frozenset(word for source in patterns for word in re.findall(r"(?<![a-z ])[a-z]+", re.sub(r"\\.", ".", source)))


def _may_begin(words: frozenset[str]) -> re.Pattern:
    return re.compile(rf"(?:(?:{one_of(_DETERMINERS)}|{_OURS}) +){{0,3}}'?(?:\d|{one_of(words - _DETERMINERS)}(?![a-z]))")


# A quick no to most words: whether a date, or the name of a time, may begin here at all (a word too many does no harm).
_OF_DATES = (_MONTH, _PART, *DECADE_WORDS, _SEASON, _OTHERS)
_OF_ANCHORS = _first_words(*(row["pattern"] for row in _ANCHORS))
_MAY_BE_DATE, _MAY_BE_ANCHOR = _may_begin(_first_words(*_OF_DATES)), _may_begin(_OF_ANCHORS)
_BEGINS = (_first_words(*_OF_DATES) | _OF_ANCHORS | {DIGITS}) - _DETERMINERS
#: what a date may begin with, for :class:`interparty.wordindex.WordIndex`
BEGINNINGS: tuple[Places, ...] = (
    (_BEGINS, None, None),
    (frozenset(_DETERMINERS), _BEGINS, None),
    (frozenset(_DETERMINERS), frozenset(_DETERMINERS), None),
    (frozenset(_DETERMINERS), frozenset(_OURS_WORDS), frozenset("s")),
    (frozenset(_OURS_WORDS), frozenset("s"), None),
)
_OF_CHINA = re.compile(r"\b(?:china|chinese|cpc)\b")


class Date(NamedTuple):
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
        for name, form in _BY_BEGINNING[_sign(folded, position)]:
            found = form.match(folded, position, limit)
            if found and (span := READERS[name](found, Clock(text_year, text_month))):
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


def _sign(folded: str, position: int) -> str:
    """What a date may begin with, as in the table of forms."""
    if not folded[position].isdecimal():
        return "a"
    return "y" if folded[position : position + 4].isdecimal() else "9"


def _floats(found: re.Match) -> bool:
    groups = found.groupdict()
    no_year = groups.get("y", "") is None and groups.get("rel") not in YEARS_FROM
    return no_year or groups.get("rel") in ("that", "the same") or bool(groups.get("named"))
