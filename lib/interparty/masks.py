"""Numbers that count nothing: ordinals, dates, names, idioms. The rows of lexicon/non_claims.csv, asked of one number."""

from __future__ import annotations

import re
from functools import cache

from .lexicon import pattern, table

#: stands before the first character of a sentence, so that a row can ask for it
SENTENCE_START = "\x02"

_ALONE = re.compile("|".join(f"(?:{pattern(row['right'])})" for row in table("non_claims") if not row["left"]))
_AFTER_WORDS = [
    (re.compile(pattern(row["right"])), re.compile(f"(?:{pattern(row['left'])})$")) for row in table("non_claims") if row["left"]
]
_REACH = 40
_TITLE = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s+[A-Z][a-z]")


def is_no_claim(folded: str, text: str, start: int, sentence_start: int) -> bool:
    """Whether the number at ``start`` counts nothing.

    Parameters
    ----------
    folded, text : str
        The folded text, and the text as on disk (for its capitals).
    start, sentence_start : int
        Where the number and its sentence begin.
    """
    if _ALONE.match(folded, start):
        return True
    left = folded[max(sentence_start, start - _REACH) : start]
    if start - _REACH <= sentence_start:
        left = SENTENCE_START + left
    if any(right.match(folded, start) and before.search(left) for right, before in _AFTER_WORDS):
        return True
    return _is_title(text, start, sentence_start)


def _is_title(text: str, start: int, sentence_start: int) -> bool:
    """Whether a number in words is part of a name ("the Twenty-One Conditions"), and does not just open its sentence."""
    head = text[max(sentence_start, start - 3) : start]
    return start > sentence_start and "." not in head and '"' not in head and bool(_TITLE.match(text, start))


def why_no_claim(folded: str, text: str, start: int, sentence_start: int) -> str:
    """The reason why the number at ``start`` counts nothing, as its row of the table says; empty if it may count something.

    Parameters as for :func:`is_no_claim`, which asks the same and is quicker.
    """
    if not is_no_claim(folded, text, start, sentence_start):
        return ""
    left = (SENTENCE_START if start - _REACH <= sentence_start else "") + folded[max(sentence_start, start - _REACH) : start]
    for before, right, why in _reasons():
        if (before is None or before.search(left)) and right.match(folded, start):
            return why
    return "name: a number inside a title"


@cache
def _reasons() -> list[tuple[re.Pattern | None, re.Pattern, str]]:
    """The rows one by one: slower than all in one, but they tell which of them it was."""
    return [
        (re.compile(f"(?:{pattern(row['left'])})$") if row["left"] else None, re.compile(pattern(row["right"])), row["why"])
        for row in table("non_claims")
    ]
