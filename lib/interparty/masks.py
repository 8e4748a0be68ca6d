"""Numbers that count nothing: ordinals, dates, names, idioms. The rows of lexicon/non_claims.csv, asked of one number."""

from __future__ import annotations

import re
from functools import cache

from .alternatives import one_of
from .lexicon import pattern, table

#: stands before the first character of a sentence, so that a row can ask for it
SENTENCE_START = "\x02"

#: a pattern of the numbers that count nothing whatever stands before them
ALONE = "|".join(f"(?:{pattern(row['right'])})" for row in table("non_claims") if not row["left"])
_ALONE = re.compile(ALONE)
# A row whose pattern has no digit says nothing of a number in digits, one that has no letter nothing of a number in words.
_OF_DIGITS, _OF_WORDS = re.compile(r"\\d|[0-9]"), re.compile(r"[a-z]")
_ESCAPED, _BEHIND = re.compile(r"\\."), re.compile(r"\\b|\(\?<[=!][^()]*\)|\\\.\?")
_GROUP = r"\[[^]]*\]|\((?:[^()]|\([^()]*\))*\)"
_FIRST_WORDS = re.compile(rf"(?:\(\?:([a-z |]+)\)(?![?*{{])|([a-z]+)(?=[ ,]))(?:{_GROUP}|[^|()\[])*\Z")


class _Rows:
    """The rows that ask what stands before a number: those that ask for words are tried only where one of the words stands."""

    def __init__(self, rows: list[dict]) -> None:
        self._of_signs: list[tuple[re.Pattern, re.Pattern]] = []
        self._all: list[tuple[re.Pattern, re.Pattern]] = []
        named: set[str] = set()
        for row in rows:
            patterns = re.compile(pattern(row["right"])), re.compile(f"(?:{pattern(row['left'])})$")
            self._all.append(patterns)
            words = first_words(row["left"])
            named |= words
            if not words:
                self._of_signs.append(patterns)
        self._named = re.compile(rf"\b{one_of(named)}s?\b")

    def match(self, folded: str, start: int, left: str) -> bool:
        rows = self._all if self._named.search(left) else self._of_signs
        return any(right.match(folded, start) and before.search(left) for right, before in rows)


def first_words(left: str) -> set[str]:
    """The words with which a row's pattern of what stands before a number begins; empty if it may begin with something else.

    >>> sorted(first_words(r"\b(?:gang|band) of "))
    ['band', 'gang']
    """
    found = _FIRST_WORDS.match(_BEHIND.sub("", left))
    choices = (found[1] or found[2]).split("|") if found else []
    return {words.split()[0] for words in choices} if all(map(str.strip, choices)) else set()


_AFTER_WORDS = [row for row in table("non_claims") if row["left"]]
_AFTER_DIGITS = _Rows([row for row in _AFTER_WORDS if _OF_DIGITS.search(row["right"])])
_AFTER_LETTERS = _Rows([row for row in _AFTER_WORDS if _OF_WORDS.search(_ESCAPED.sub("", row["right"]))])
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
    left = _left(folded, start, sentence_start)
    if (_AFTER_DIGITS if folded[start].isdecimal() else _AFTER_LETTERS).match(folded, start, left):
        return True
    return _is_title(text, start, sentence_start)


def _left(folded: str, start: int, sentence_start: int) -> str:
    left = folded[max(sentence_start, start - _REACH) : start]
    return left if start - _REACH > sentence_start else SENTENCE_START + left


#: what ends the place and date in front of a report: "PRAGUE, April 12 - Twelve Chinese guests …"
_AFTER_DATELINE = (" - ", " – ", " — ", "-- ", ": ")


def _is_title(text: str, start: int, sentence_start: int) -> bool:
    """Whether a number in words is part of a name ("the Twenty-One Conditions"), and does not just open its sentence."""
    if start == sentence_start or not _TITLE.match(text, start):
        return False
    head = text[max(sentence_start, start - 3) : start]
    return "." not in head and '"' not in head and not head.endswith(_AFTER_DATELINE)


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
