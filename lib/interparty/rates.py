"""Rates: "annually", "every year", and the ones that are said without a number, "a foreign group every day"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import numerals
from .lexicon import table
from .nouns import Unit

_TRAVELLERS = {row["singular"]: row for row in table("units") if row["travels"] == "yes" and row["singular"]}
_TRAVELLER = "|".join(sorted(map(re.escape, _TRAVELLERS), key=len, reverse=True))
_ONE_PER = re.compile(
    rf"(?<![\w-])(?:an?|one) (?P<noun>(?:[a-z'-]+ ){{0,3}}?(?P<head>{_TRAVELLER}))"
    r"(?: (?:out|in|abroad|overseas|home|here)(?= )|(?: [a-z]+){1,2}(?= (?:every|each) ))?"
    r" (?:every|each|a|per) (?P<per>day|week|month|year|quarter|working day)\b"
)
# "after a week in China", "half a year": a length of time
_NO_RATE = "".join(f"(?<!{word} )" for word in "half once after for of within spent in over than lasted".split())
_BEHIND = re.compile(
    r"(?:[^;.,]|,(?= (?:and|or|on average))){0,90}?\b"
    r"(?P<per>annually|yearly|(?<!our )(?<!the )(?<!its )(?<!party )(?:monthly|weekly|daily)|"
    rf"(?:{_NO_RATE}a|per|every|each) (?:year|month|week|day|quarter)(?! (?:ago|earlier|later|before|after|or two)\b)|"
    r"(?:every|each) (?:spring|summer|autumn|winter|season|session|term))\b"
)
_AHEAD = re.compile(
    r"\b(?:(?:every|each) (?:year|month|week|day|spring|summer|autumn|winter)|(?:once|twice) a (?:year|month|week)|"
    r"annually|quarterly|monthly|weekly|yearly)\b"
)


#: how far behind a figure the time of its rate may end, in characters
_REACH = 110
#: without one of them no rate is told; looking for words is much quicker than the patterns
_OF_A_RATE = ("every", "each", "per ", "nnually", "yearly", "monthly", "weekly", "daily", "quarterly")
_OF_A_RATE += ("a year", "a month", "a week", "a day", "a quarter")
_EVERY = ("every", "each", "per", " a")


def rate_spots(folded: str) -> list[int]:
    """Where the time of a rate stands ("every day", "a year"): a sentence with one may have a rate without a number."""
    spots = []
    for time in (" day", " week", " month", " year", " quarter"):
        position = folded.find(time)
        while position != -1:
            if folded.endswith(_EVERY, 0, position):
                spots.append(position)
            position = folded.find(time, position + 1)
    return sorted(spots)


def one_per(folded: str, start: int, end: int) -> Iterator[tuple[int, int, Unit, str]]:
    """The rates of a sentence that are said without a number: (start, end, what is counted, per what time)."""
    for found in _ONE_PER.finditer(folded, start, end):
        row = _TRAVELLERS[found["head"]]
        yield found.start(), found.end(), Unit((row["head"],), " and ", row, found.end("noun")), found["per"]


def per_time(folded: str, first: int, start: int, stop: int, limit: int) -> str | None:
    """The time of a rate for the figure at ``start:stop``: named behind it, or before it in its clause; else None."""
    around = folded[first : min(limit, stop + _REACH)]
    if not any(word in around for word in _OF_A_RATE):
        return None
    behind = _BEHIND.match(folded, stop, min(limit, stop + _REACH))
    # "a month" stands right behind its own noun; "annually" may close a clause of several figures
    if behind and not (behind["per"][:2] in ("a ", "pe") and numerals.HOT_SPOT.search(folded, stop, behind.start("per"))):
        return behind["per"]
    ahead = _AHEAD.search(folded, max(first, folded.rfind(";", first, start)), start)
    if ahead is None:
        return None
    # at the head of a sentence it governs all its figures, elsewhere the next one
    apart = _YEAR if ahead.start() <= first + 2 else numerals.HOT_SPOT
    return None if apart.search(folded, ahead.end(), start) else ahead.group()


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|;")
