"""Figures that only say more of the one before: "214 delegations *from 61 countries*", "18 groups, *totalling 200 people*"."""

from __future__ import annotations

import re
from itertools import pairwise

from . import numerals
from .lexicon import pattern
from .nouns import Unit


def main_thing(folded: str, before: list[tuple]) -> Unit:
    """The last figure that is no complement of another: "received 214 delegations from 61 countries and sent 72"."""
    counted = [one for one in before if not (one[1].row and one[1].row["class"] == "times")] or before
    for place in range(len(counted) - 1, 0, -1):
        if not is_complement(folded, counted[place - 1][2], counted[place][0]):
            return counted[place][1]
    return counted[0][1]


def second_thing(folded: str, before: list[tuple]) -> Unit:
    """The second figure of a sentence that says no more of the first, else the second: "157 from 83 countries and sent *71*"."""
    things = [one for last, one in pairwise(before) if not is_complement(folded, last[2], one[0])]
    return (things or before[1:])[0][1]


_COMPLEMENT = re.compile(
    pattern(
        r"[^.;]{0,60}\($|"
        r",? (?:comprising|totall?ing|numbering|with(?= a total)) (?:a total of )?$|"
        r"(?:, (?:(?:coming|drawn|hailing|representing|all|mostly)\b)?)?"
        r"[^.;:,\d]{0,80}?\b(?:in|from|of|to|across|with|for|at|by|representing|on behalf of)(?: (?:the|some|all))? ?$"
    )
)


def is_complement(folded: str, end: int, start: int) -> bool:
    """Whether a figure that begins at ``start`` only says more of the one that ends at ``end``: "… *from 61 countries*"."""
    return bool(_COMPLEMENT.fullmatch(folded, end, start)) and not _AND_DID.search(folded, end, start)


# "19 trips abroad *and took part* in thirty conferences"
_AND_DID = re.compile(r"\band (?:also )?(?:[a-z]{3,}ed|took|held|sent|met|went|came|gave|made|had|have|has)\b")


def last_larger(folded: str, start: int, before: list[tuple]) -> tuple:
    """The last figure of which a number can be a part: 560 students are no part of nine countries."""
    number = numerals.read(folded, start)
    value = number.value if number and number.kind == "number" else None
    fits = [one for one in before if value is None or one[3] is None or one[3] > value]
    return (fits or before)[-1]
