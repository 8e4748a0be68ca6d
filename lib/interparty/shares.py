"""Fractions without "of": "45 came from Africa and *a third* from Latin America"."""

from __future__ import annotations

import re

_ITS_PLACE = re.compile(r" (?:from|in|to|went)\b")
_AN_ORDINAL = re.compile(r"\b(?:one|another|a second|first)\b")


def is_share(folded: str, number, first: int, found: list) -> bool:
    """Whether "a third from Africa" is a share of what was counted before, and not the third one."""
    if not _ITS_PLACE.match(folded, number.end):
        return True
    crowd = any(one.value and one.value > 5 for one in found)
    return crowd and (folded.startswith("half", number.start) or not _AN_ORDINAL.search(folded, first, number.start))
