"""Where a number that counts something may begin: one pass over the whole text, so that all else is read around these places."""

from __future__ import annotations

import re

from .alternatives import one_of
from .lexicon import table, words
from .masks import ALONE
from .numerals import BEGINNING, SCALES, words_of

_TIMES = "year|month|week|day|decade|centur|hour|minute|fortnight"
_AFTER = [row["phrase"] for row in table("hedges") if row["side"] == "after"]
_HEDGE_ENDS = {row["phrase"].split()[-1] for row in table("hedges") if row["side"] == "before"}
# Most numbers are years. One that stands where years stand ("in 1978"), and is no end of a range, no length of time and no
# figure with a hedge behind it, is passed over at once; so is one that ends its phrase, unless it is a sum of money.
_BEFORE_YEARS = "|".join(rf"(?<=\b{word} )" for word in words("year context").split("|") if word not in _HEDGE_ENDS)
_YEAR = r"(?:1[0-9]|20)[0-9]{2}"
_PLAIN_YEAR = (
    rf"(?:(?<=[(,/])|{_BEFORE_YEARS}){_YEAR}"
    rf"(?![0-9]|[,.][0-9]|\s*(?:-|to|or|and)\s*(?:even\s+)?{BEGINNING}|{one_of(_AFTER)}|[ -]+(?:{SCALES}|{_TIMES}))|"
    rf"(?<![$€¥£])(?<![$€¥£] ){_YEAR}(?=[,.;:!?)\]\"'](?![0-9]))"
)
# "many delegations" has no figure; "many thousands" and "several decades" have.
_SEVERAL = rf"{one_of(words_of('several'))}(?![ -]+(?:and |of )?(?:{SCALES}|{_TIMES}|{one_of(words_of('vague'))}))"
# What counts nothing whatever stands before it ("one another", "31 May"), if it is no longer number than it looks.
_NO_CLAIM = rf"(?=(?:[0-9][0-9.,]*(?! [0-9])|{one_of(words_of())}\b(?![ -]+(?:and |of )?{one_of(words_of())}\b)))(?:{ALONE})"
_FIRST = "".join(sorted({word[0] for word in words_of()}))
# Only what follows a character that is none of a word is looked at, and there only what begins like a number.
_HOT_SPOT = re.compile(rf"[^a-z0-9_](?=[0-9{_FIRST}])(?<!\w)(?={BEGINNING})(?!{_PLAIN_YEAR}|{_SEVERAL}|{_NO_CLAIM})")
_AT_START = re.compile(BEGINNING)


def hot_spots(folded: str) -> list[int]:
    """The places of a folded text at which a number may begin that counts something."""
    first = [0] if _AT_START.match(folded) else []
    return first + [match.end() for match in _HOT_SPOT.finditer(folded)]
