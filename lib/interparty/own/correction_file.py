"""Reading ``corrections.csv``, the rows with which a reader puts claims right by hand; each row is checked by itself."""

from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ..bounds import HEDGE_ENDS
from ..catalogue import HOW_TO_DATE, is_edtf
from ..errors import InterpartyError
from ..lexicon import table

NAME = "corrections.csv"
ACTIONS = ("change", "add", "reject")
#: field that may be corrected → the words it may hold (None: a number, a date or words)
FIELDS: dict[str, tuple[str, ...] | None] = {
    "value": None,
    "low": None,
    "high": None,
    "hedge": (*HEDGE_ENDS, "between"),
    "unit": None,
    "measure": None,
    "direction": ("received", "sent", "both", "none"),
    "kind": ("stock", "flow", "rate", "event", "duration", "structural"),
    "period_start": None,
    "period_end": None,
    "subset_of": None,
}
PLACE, SAID = ("doc", "start", "end", "quote", "action"), ("who", "why", "date")
COLUMNS = (*PLACE, *FIELDS, *SAID)
#: what empties a field; an empty cell leaves it as it is
EMPTY = "none"
FIGURES = ("value", "low", "high")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Correction:
    """One row of the file: where, what to do (``change``, ``add`` or ``reject``), the new fields, who, why and when."""

    doc: str
    start: int
    end: int
    quote: str
    action: str
    who: str
    why: str
    date: str
    fields: dict[str, object] = field(default_factory=dict)
    row: int = 0

    @property
    def signed(self) -> str:
        """Why, who and when, for readers."""
        return f"{self.why} ({self.who}, {self.date})"


def read(folder: Path) -> tuple[list[Correction], list[tuple[str, str]]]:
    """The corrections of a folder.

    Returns
    -------
    list of Correction, list of (str, str)
        The rows that can be understood, and for each other row its text (or an empty string) and a sentence.

    Raises
    ------
    InterpartyError
        When the file itself cannot be read.
    """
    path = folder / NAME
    if not path.is_file():
        return [], []
    good, problems = [], []
    for line, row in _rows(path):
        try:
            good.append(understood(row, line))
        except InterpartyError as error:
            problems.append((str(row.get("doc") or ""), str(error)))
    return good, problems


def _rows(path: Path) -> list[tuple[int, dict]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InterpartyError(f"{path} cannot be opened ({error.strerror}): check its permissions.") from None
    except UnicodeDecodeError as error:
        raise InterpartyError(f"{path} is not UTF-8 text (byte {error.start}): save it as CSV UTF-8.") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator(text), restkey="", strict=False)
    heads = reader.fieldnames or []
    if missing := [name for name in (*PLACE, *SAID) if name not in heads]:
        raise InterpartyError(f"{path} has no column {missing[0]!r}: its first line must be {','.join(COLUMNS)}.")
    if strange := [name for name in heads if name not in COLUMNS]:
        raise InterpartyError(f"{path} has a column {strange[0]!r}: it may have these only: {', '.join(COLUMNS)}.")
    rows = []
    for row in reader:
        if any(isinstance(value, str) and value.strip() for value in row.values()):
            rows.append((len(rows) + 2, row))
    return rows


def separator(text: str) -> str:
    """What parts the columns: a comma, or a semicolon or a tab as some spreadsheets write."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def understood(row: dict, line: int = 0) -> Correction:
    """One row of the file, each cell checked by itself; ``line`` is its place, or 0 for a row that is not written yet.

    Raises
    ------
    InterpartyError
        When a cell does not fit; the message names row and field, and what is allowed.
    """
    where = f"{NAME}, row {line}" if line else "This correction"
    if "" in row:
        raise InterpartyError(f"{where} has more cells than the first line has columns: words with a comma need quotation marks.")
    row = {name: (value or "").strip() for name, value in row.items()}
    for name in ("doc", "quote", *SAID):
        if not row[name]:
            raise InterpartyError(f'{where}: the field "{name}" is empty; say {_ASKED[name]}.')
    if row["action"] not in ACTIONS:
        raise InterpartyError(f'{where}: the field "action" is {row["action"]!r}; write one of {", ".join(ACTIONS)}.')
    if not row["start"].isdecimal() or not row["end"].isdecimal():
        raise InterpartyError(f'{where}: the fields "start" and "end" must be whole numbers, the characters of the quotation.')
    if not is_edtf(row["date"]):
        raise InterpartyError(f'{where}: the field "date" is {row["date"]!r}; write the day of the correction, as "2031-05-17".')
    given = {name: _value(name, row[name], where) for name in FIELDS if row.get(name)}
    if row["action"] == "reject" and given:
        raise InterpartyError(f"{where}: a claim that is rejected has no new fields; empty the field {next(iter(given))!r}.")
    if row["action"] == "change" and not given:
        raise InterpartyError(f"{where}: nothing is changed; fill one of {', '.join(FIELDS)}.")
    place = (row["doc"], int(row["start"]), int(row["end"]), row["quote"], row["action"])
    return Correction(*place, *(row[name] for name in SAID), fields=given, row=line)


_ASKED = {
    "doc": "which text",
    "quote": "the exact words of the text",
    "who": "who corrects",
    "why": "why, in a few words",
    "date": "on which day",
}


def _value(name: str, written: str, where: str) -> object:
    """A cell as the value of a field of the claims table."""
    allowed = FIELDS[name]
    if allowed is not None:
        if written not in allowed:
            raise InterpartyError(f'{where}: the field "{name}" is {written!r}; write one of {", ".join(allowed)}.')
        return written
    if written == EMPTY:
        return math.nan if name in FIGURES else None
    if name in FIGURES:
        if not _FIGURE.fullmatch(written):
            raise InterpartyError(f'{where}: the field "{name}" is {written!r}; write a number such as 1200, or {EMPTY}.')
        return float(written.replace(",", ""))
    if name in ("period_start", "period_end") and not is_edtf(written):
        raise InterpartyError(f'{where}: the field "{name}" is {written!r}; {HOW_TO_DATE.replace(chr(34) * 2, EMPTY)}')
    return written


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """What the nouns of the lexicon count, and the relations of its cues."""
    relations = {row["relation"] for row in table("cues")} - {"established", "came", ""}
    relations |= {"new", "in_contact", "met", "visited", "represented", "attending", "institutionalized"}
    return frozenset({row["measure"] for row in table("units")} | {"share"}), frozenset(relations)


def measure_problem(measure: str, unit: str) -> str:
    """What is wrong with the name of a measure, or an empty string.

    A measure is what a noun of the lexicon counts (or, for a noun that is not there, its last word), alone or with a relation.
    """
    things, relations = _vocabulary()
    own = unit.split()[-1] if unit.split() else ""
    thing = max((one for one in (*things, own) if measure == one or measure.startswith(f"{one}_")), key=len, default=None)
    if thing and (measure == thing or measure.removeprefix(f"{thing}_") in relations):
        return ""
    known = sorted({*things, *(f"{one}_{relation}" for one in things for relation in relations)})
    near = get_close_matches(measure, known, n=3, cutoff=0.5) or ["delegations_received", "parties_in_contact"]
    return f"which is not in the vocabulary; near to it are {', '.join(near)}"


def measure_of(unit: str) -> str:
    """The measure of a counted noun, where nothing is known of a relation."""
    row = next((row for row in table("units") if row["head"] == unit), None)
    return row["measure"] if row else (unit.split() or [""])[-1]
