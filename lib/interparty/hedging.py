"""The hedge before or behind a number: the rows of lexicon/hedges.csv."""

from __future__ import annotations

import re

from .lexicon import table, words


def _alternatives(rows: list[dict]) -> str:
    return "|".join(re.escape(row["phrase"]).replace("\\ ", r"\s+") for row in sorted(rows, key=lambda row: -len(row["phrase"])))


_HEDGES = table("hedges")
_KIND = {row["phrase"]: row["hedge"] for row in _HEDGES}
_HEDGES_BEFORE = [row for row in _HEDGES if row["side"] == "before"]


def _ending(rows: list[dict]) -> re.Pattern:
    return re.compile(rf"(?<![\w-])(?P<hedge>{_alternatives(rows)})\s*(?:a\s+total\s+of\s+)?$")


#: last word of a hedge → the hedges that end with it: most words before a number end none
_BEFORE = {
    end: _ending([row for row in _HEDGES_BEFORE if row["phrase"].split()[-1] == end])
    for end in {row["phrase"].split()[-1] for row in _HEDGES_BEFORE}
}
_ANY_BEFORE = _ending(_HEDGES_BEFORE)
AFTER = re.compile(rf"(?P<hedge>{_alternatives([row for row in _HEDGES if row['side'] == 'after'])})(?![\w+])")
_ABOUT_TOPIC = re.compile(rf"\b(?:{words('topic')}) +about *$")


def kind_of_hedge(phrase: str) -> str:
    phrase = re.sub(r"\s+", " ", phrase)
    return _KIND.get(phrase) or _KIND[phrase.strip()]  # "at least" may stand before and behind


def hedge_at_end(left: str) -> re.Match | None:
    """The hedge with which the words before a number end."""
    word = left.rsplit(None, 1)[-1] if left.strip() else ""
    if word.isalpha() and "total" not in left:
        return _BEFORE[word].search(left) if word in _BEFORE else None
    return _ANY_BEFORE.search(left)


def hedge_before(left: str, start: int) -> tuple[str, int | None]:
    found = hedge_at_end(left)
    if found is None or (found["hedge"] == "about" and _ABOUT_TOPIC.search(left[: found.end("hedge")] + " ")):
        return "exact", None
    return kind_of_hedge(found["hedge"]), start - len(left) + found.start("hedge")
