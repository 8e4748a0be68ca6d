"""Numbers in digits and in words: from characters to a value."""

from __future__ import annotations

import re
from typing import NamedTuple

from .alternatives import one_of
from .lexicon import table

_ROWS = {row["word"]: row for row in table("numerals")}
_ROLE = {word: row["role"] for word, row in _ROWS.items()}
_VALUE = {word: float(row["value"]) for word, row in _ROWS.items() if row["value"]}

_STARTERS = [word for word, role in _ROLE.items() if role != "fraction" or word == "half"]
#: a pattern of what a number begins with, behind what is no word
BEGINNING = (
    rf"(?:[0-9](?<![0-9][.,][0-9])|{one_of(_STARTERS)}\b|"
    r"(?:third|quarter|fifth)(?:(?<=\ba third)|(?<=\ba quarter)|(?<=\ba fifth)|(?<=\ba good third)|(?<=\ba good quarter)|"
    r"(?<=\ba full third)|(?<=\ba full quarter))\b)"
)
#: matches where a number may begin
HOT_SPOT = re.compile(rf"(?<!\w){BEGINNING}")


def words_of(*roles: str) -> list[str]:
    """The number words of some roles, or all."""
    return [word for word, role in _ROLE.items() if not roles or role in roles]


SCALES = "|".join(words_of("scale"))
_DIGITS = re.compile(
    rf"(?P<number>\d{{1,3}}(?:(?:,\d{{3}})+|(?: \d{{3}})+(?!\d))(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?P<part>[½¼¾⅓⅔])?(?:[ -](?P<scale>{SCALES})\b)?"
)
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_WORD = re.compile(r"[a-z]+")
_LINK = re.compile(r" of (?=thousands|hundreds|millions)|[ -]+(?:and )?(?=[a-z])")
_OF = re.compile(r"\s+of\s")
_TIMES = ("years", "months", "weeks", "days", "decades", "centuries")


class Numeral(NamedTuple):
    """A number at ``start:end``; ``kind`` is ``number``, ``vague`` or ``fraction``."""

    start: int
    end: int
    value: float | None
    kind: str = "number"


def read(folded: str, start: int) -> Numeral | None:
    """Read the number that begins at ``start`` of a folded text, or None.

    >>> read("one hundred and twenty parties", 0).value
    120.0
    >>> read("1.2 million members", 0).value
    1200000.0
    >>> read("tens of thousands of members", 0).kind
    'vague'
    """
    if folded[start].isdecimal():
        found = _DIGITS.match(folded, start)
        if found is None:  # a digit of another script
            return None
        number = found["number"]
        if len(number) > 24:  # no count, but a line of data
            return Numeral(start, found.end(), None)
        value = float(number.replace(",", "").replace(" ", "")) + _PARTS.get(found["part"], 0)
        return Numeral(start, found.end(), value * (_VALUE[found["scale"]] if found["scale"] else 1))
    return _read_words(folded, start)


def _read_words(folded: str, start: int) -> Numeral | None:
    first = _WORD.match(folded, start)
    if first is None or first.group() not in _ROLE:
        return None
    role = _ROLE[first.group()]
    if role in ("vague", "several", "handful"):
        return _read_vague(folded, start, first.end(), role)
    if role == "fraction":
        return _read_fraction(folded, start, first)
    total, current, end = 0.0, 0.0, start
    previous = ""
    words = 0
    while words < 12:
        word = _WORD.match(folded, end)
        role = _ROLE.get(word.group(), "") if word else ""
        if (role == "unit" and previous in ("", "ten", "hundred", "scale")) or (
            role == "ten" and previous in ("", "hundred", "scale")
        ):
            current += _VALUE[word.group()]
        elif role == "scale" and previous != "grouped":
            if word.group() == "hundred":
                current = (current or 1) * 100
                role = "hundred"
            else:
                total, current = total + (current or 1) * _VALUE[word.group()], 0.0
                role = "grouped" if word.group() in ("dozen", "score") else role
        elif role == "fraction" and previous == "unit" and word.group() != "half":
            return Numeral(start, word.end(), current * _VALUE[word.group()], "fraction")
        elif role == "vague" and previous in ("unit", "ten") and word.group() not in ("tens",):
            return Numeral(start, word.end(), None, "vague")
        else:
            break
        previous, last_end, words = role, word.end(), words + 1
        link = _LINK.match(folded, last_end)
        if link is None or ("and" in link.group() and previous not in ("hundred", "scale")):
            end = last_end
            break
        end = link.end()
    if not previous:
        return None
    return Numeral(start, last_end, total + current)


def _read_vague(folded: str, start: int, end: int, role: str) -> Numeral | None:
    """``dozens``, ``tens of thousands``, ``several hundred``, ``a handful``: an order of size without a value."""
    link = _LINK.match(folded, end)
    following = _WORD.match(folded, link.end()) if link else None
    large = following is not None and _ROLE.get(following.group()) in ("vague", "scale")
    if role == "vague":
        end = following.end() if large and " of " in link.group() else end
        # "of" must follow: there are also old scores
        return Numeral(start, end, None, "vague") if _OF.match(folded, end) else None
    if role == "several" and following is not None and following.group() in _TIMES:
        return Numeral(start, end, None, "vague")
    if role == "several":
        return Numeral(start, following.end(), None, "vague") if large else None
    return Numeral(start, end, None, "vague") if folded.startswith((" of ", " from "), end) else None


_A_SCALE = re.compile(rf" an? ({SCALES})\b")
_A_TIME = re.compile(r" an?(?= (?:day|year|month|week|hour|decade|century)\b)")
_OF_WHAT = re.compile(
    r" (?:of|the|its|our|their|all|are|were|is|was|come|came|have|had|belong|live|work|speak|from|in|to|went)\b|[.,;)]"
)


def _read_fraction(folded: str, start: int, first: re.Match) -> Numeral | None:
    """``half a dozen`` is a number; ``half of the …`` and ``a third of …`` are fractions; anything else is neither."""
    value = _VALUE[first.group()]
    if first.group() == "half" and (time := _A_TIME.match(folded, first.end())):
        return Numeral(start, time.end(), value)
    if first.group() == "half" and (scaled := _A_SCALE.match(folded, first.end())):
        return Numeral(start, scaled.end(), value * _VALUE[scaled.group(1)])
    if _OF_WHAT.match(folded, first.end()):
        return Numeral(start, first.end(), value, "fraction")
    return None
