"""Small readers that several answer types share: numbers, words and labels as people write them."""

from __future__ import annotations

import re
import unicodedata

from .canonical import EMPTY, Unreadable

#: signs that look alike on the page; left: as typed or pasted, right: as compared
_LOOKALIKES = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u200b\ufeff")),
}

_NUMBER = r"[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_QUANTITY = re.compile(rf"(?:≈|~|=)?\s*({_NUMBER})\s*(?:/\s*({_NUMBER}))?\s*(%|per\s?cent)?\s*(.*)")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")

#: words before a number that make it a floor, a ceiling or an exact figure in a typed bound
_SIDES = {
    "low": ("more than", "over", "at least", "above", "greater than", "from", ">=", "≥", ">", "not less than"),
    "high": ("less than", "fewer than", "at most", "under", "below", "up to", "nearly", "almost", "<=", "≤", "<"),
    "both": ("exactly", "=", ""),
}  # fmt: skip
_OPEN = {"none", "no", "open", "-", "no limit", "no ceiling", "no floor", "unknown", "infinity", "inf", "∞", ""}
_NO_BOUNDS = {"cannot tell", "none", "no bounds", "unknown", "open"}


def plain(text: str) -> str:
    """Text for comparison: same quotes and dashes, single spaces, lower case."""
    text = " ".join(unicodedata.normalize("NFKC", text.translate(_LOOKALIKES)).casefold().split())
    return text.replace("can not", "cannot").replace("can't", "cannot")


def label(text: str) -> str:
    """A label or a choice for comparison: as `plain`, and without the marks people put around it."""
    return plain(text).strip(" .,:;!?()[]\"'`")


def is_blank(data: object) -> bool:
    """True for what stands where nothing has been answered yet: None, ``...``, an empty text, or only such things."""
    if type(data) is str:
        return data.strip() in ("", EMPTY, "…")
    if type(data) is list:
        return all(is_blank(each) for each in data)
    if type(data) is dict:
        return all(is_blank(each) for each in data.values())
    return data is None


def number(data: object, *, percent: bool = False, units: tuple[str, ...] = ()) -> float:
    """A number from JSON data: 0.55, "0.55", "1,500", "200/365", "55 %" (where allowed), "28 years" (where named).

    Raises
    ------
    Unreadable
        With the sentence for the learner.
    """
    if type(data) is bool:
        raise Unreadable("True and False are not numbers")
    if type(data) in (int, float):
        return float(data)
    if type(data) is list and len(data) == 2 and all(type(each) is int for each in data):
        raise Unreadable(f"a comma separates two answers here: write {data[0]}.{data[1]}, with a point")
    if type(data) is not str:
        raise Unreadable("a single number was expected")
    text = plain(data)
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    match = _QUANTITY.fullmatch(text)
    if not match:
        raise Unreadable(f"no number was found in “{data.strip():.40}”")
    top, bottom, sign, unit = match.groups()
    if sign and not percent:
        raise Unreadable("no percentage was asked for")
    if unit and label(unit) not in {label(each) for each in units}:
        raise Unreadable(f"the number can be read, the words “{unit:.30}” cannot: write the number alone")
    value, below = float(top.replace(",", "")), float((bottom or "1").replace(",", ""))
    if below == 0:
        raise Unreadable("a number cannot be divided by 0")
    return value / below / (100 if sign else 1)


def bounds(data: object) -> list[float | None]:
    """[low, high] from a pair, Bounds, one number, or words such as "more than 2"; None is an open end."""
    if type(data) is dict and set(data) == {"low", "high"}:
        ends = [data["low"], data["high"]]
    elif type(data) is list and len(data) == 2:
        ends = data
    elif type(data) is str:
        ends = _bounds_in_words(data)
    elif type(data) in (int, float):
        ends = [data, data]
    else:
        raise Unreadable("two ends were expected, a low one and a high one")
    low, high = (None if end is None or (type(end) is str and plain(end) in _OPEN) else number(end) for end in ends)
    if low is not None and high is not None and low > high:
        raise Unreadable(f"its low end, {low:g}, is above its high end, {high:g}: exchange the two")
    # A count or a ratio of counts is never below zero: a floor of 0 says no more than no floor.
    return [low or None, high]


def _bounds_in_words(data: str) -> list[object]:
    text = plain(data)
    if text in _NO_BOUNDS:
        return [None, None]
    for side, words in _SIDES.items():
        for word in sorted(words, key=len, reverse=True):
            if text.startswith(word):
                value = number(text[len(word) :])
                return [value if side != "high" else None, value if side != "low" else None]
    return [number(text), number(text)]
