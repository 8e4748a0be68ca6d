"""Language knowledge as tables: each row of each CSV file has an example sentence, and each example is a test."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

from ..alternatives import one_of
from ..errors import InterpartyError

#: rows in front of those of the files, by table: none here; an engine with rows of one's own (own/engine.py) has some
EXTRA: dict[str, tuple[dict[str, str], ...]] = {}


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``lexicon/<name>.csv``, each a dictionary by column name.

    Raises
    ------
    InterpartyError
        When a row has too few or too many fields, or no example; the message names file and line.
    """
    source = resources.files(__name__) / f"{name}.csv"
    with source.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise InterpartyError(
                    f"lexicon/{name}.csv, line {reader.line_num}: {len(reader.fieldnames)} fields are expected."
                )
            if not row["example"].strip():
                raise InterpartyError(f"lexicon/{name}.csv, line {reader.line_num}: the example is missing; write a sentence.")
            rows.append(row)
    return (*EXTRA.get(name, ()), *rows)


@cache
def words(name: str) -> str:
    """The words of one row of ``contexts.csv``, as alternatives of a regular expression, the longest first."""
    row = next(row for row in table("contexts") if row["name"] == name)
    return "|".join(sorted(map(re.escape, row["words"].split(";")), key=len, reverse=True))


def pattern(row_pattern: str) -> str:
    """A pattern of a table with each blank made one or more: a line end and an indent may stand where a blank is meant.

    >>> pattern("more than[ -]a ?lot")
    'more +than[ -]a *lot'
    """
    grouped = _WORDS.sub(lambda found: one_of(found[1].split("|"), blank=" "), row_pattern)
    return _BLANK.sub(lambda found: found[1] or (" *" if found[2] else " +"), grouped)


# a choice among many words becomes a tree, which is faster
_WORDS = re.compile(r"\(\?:([a-z' -]+(?:\|[a-z' -]+){3,})\)")


# character classes, escapes, lookbehinds and blanks that have a quantifier already stay as they are
_BLANK = re.compile(r"(\[(?:\\.|[^\]])*\]|\\.|\(\?<[=!][^)]*\)| [+*{])| (\?)?")


def names() -> list[str]:
    """The names of all tables."""
    return sorted(entry.name[:-4] for entry in resources.files(__name__).iterdir() if entry.name.endswith(".csv"))
