"""Whether a row for the lexicon does what it says: its own example sentence is read with it, and once without it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..bounds import HEDGE_ENDS
from ..corpus import Document
from ..errors import InterpartyError
from ..extraction import claims
from ..layers.codebook import forms, principles
from ..layers.gazetteer import names
from ..lexicon import pattern, table
from ..text import fold
from .engine import OwnRows

#: the date of an example sentence
_WRITTEN = "2002-10-11"


def _claims(row: dict, rows: OwnRows | None):
    return claims(Document("example", row["example"], _WRITTEN, rows=rows)).to_dict("records")


def _hedge(row: dict, rows: OwnRows | None) -> str:
    found = _claims(row, rows)
    right = any(claim["hedge"] == row["hedge"] and row["phrase"].strip() in fold(claim["quote"]) for claim in found)
    return "" if right else f"as {row['hedge']}; found was {_told(found, 'hedge')}"


def _unit(row: dict, rows: OwnRows | None) -> str:
    found = _claims(row, rows)
    right = any(claim["unit"] == row["head"] and claim["measure"].startswith(row["measure"]) for claim in found)
    return "" if right else f"as counting {row['head']!r}; found was {_told(found, 'unit')}"


def _cue(row: dict, rows: OwnRows | None) -> str:
    found = _claims(row, rows)
    relation = row["relation"]
    # countries to which something is sent are countries visited
    names = ("sent", "visited") if relation == "sent" else (relation,)
    ends = tuple(f"_{name}" for name in names)
    right = any(claim["direction"] == row["direction"] and claim["measure"].endswith(ends) for claim in found)
    return "" if right else f"as {relation} ({row['direction']}); found was {_told(found, 'measure')}"


def _no_claim(row: dict, rows: OwnRows | None) -> str:
    found = [claim for claim in _claims(row, rows) if claim["kind"] != "duration"]
    return f"as no claim; found was {_told(found, 'quote')}" if found else ""


def _name(row: dict, rows: OwnRows | None) -> str:
    found = names(Document("example", row["example"], row["valid_to"] or "2020", rows=rows))
    return "" if row["name"] in set(found["name"]) else f"as naming {row['name']!r}"


def _code(find) -> Callable[[dict, OwnRows | None], str]:
    def problem(row: dict, rows: OwnRows | None) -> str:
        inside, outside = (
            set(find(Document("example", row[column], _WRITTEN, rows=rows))["code"]) for column in ("example", "exclusion")
        )
        if row["code"] in outside:
            return f"as {row['code']!r} only where it belongs: its exclusion is read so too"
        return "" if row["code"] in inside else f"as {row['code']!r}"

    return problem


def _told(found: list[dict], name: str) -> str:
    return "; ".join(f"“{claim['quote']}” with {name} {claim[name]!r}" for claim in found) or "no claim"


@dataclass(frozen=True)
class Kind:
    """What a row of one table must hold: its needed cells, those that may be left out, the words allowed in some, the test."""

    needed: tuple[str, ...]
    optional: dict[str, str]
    allowed: dict[str, tuple[str, ...]]
    patterns: tuple[str, ...]
    problem: Callable[[dict, OwnRows | None], str]


def _column(name: str, column: str) -> tuple[str, ...]:
    return tuple(sorted({row[column] for row in table(name) if row[column]}))


#: the relations that a row of one's own may name; the others in the table mean something else in the end
RELATIONS = (
    *("received", "sent", "in_contact", "met", "exchanged", "held", "made", "signed", "attended", "attending"),
    *("represented", "visited", "new", "lost"),
)
_SHORT = ("code", "label", "definition", "pattern", "example", "exclusion")
#: the tables that a reader may add rows to; the others need more than a row (numerals, periods) or are lists of small words
KINDS = {
    "hedges": Kind(
        ("phrase", "hedge", "example"),
        {"side": "before", "open": "no"},
        {"hedge": tuple(HEDGE_ENDS), "side": ("before", "after"), "open": ("yes", "no")},
        (),
        _hedge,
    ),
    "units": Kind(
        ("head", "example"),
        {"singular": "", "measure": "", "class": "events", "travels": "no"},
        {"class": _column("units", "class"), "travels": ("yes", "no")},
        (),
        _unit,
    ),
    "cues": Kind(
        ("pattern", "relation", "direction", "example"),
        {"side": "left"},
        {
            "side": ("left", "right"),
            "relation": RELATIONS,
            "direction": _column("cues", "direction"),
        },
        ("pattern",),
        _cue,
    ),
    "non_claims": Kind(("right", "why", "example"), {"left": ""}, {}, ("left", "right"), _no_claim),
    "names": Kind(
        ("name", "kind", "example"),
        dict.fromkeys(("aliases", "demonyms", "valid_from", "valid_to", "note"), ""),
        {"kind": _column("names", "kind")},
        (),
        _name,
    ),
    "forms": Kind(_SHORT, {"source": ""}, {}, ("pattern",), _code(forms)),
    "principles": Kind(
        (*_SHORT, "class"), {"source": ""}, {"class": _column("principles", "class")}, ("pattern",), _code(principles)
    ),
}


def complete(name: str, cells: dict[str, object], where: str) -> dict[str, str]:
    """A row of a table with all its cells, in the order of the table.

    Raises
    ------
    InterpartyError
        When the table takes no rows, or a cell is missing, unknown or does not fit; the message names the cell.
    """
    if name not in KINDS:
        raise InterpartyError(f"{where}: rows can be added to {', '.join(KINDS)}, not to {name!r}.")
    kind = KINDS[name]
    if strange := [cell for cell in cells if cell not in kind.needed and cell not in kind.optional]:
        raise InterpartyError(f"{where}: there is no column {strange[0]!r}; it has {', '.join((*kind.needed, *kind.optional))}.")
    given = {cell: str(value) for cell, value in cells.items() if str(value).strip()}
    if missing := [cell for cell in kind.needed if cell not in given]:
        raise InterpartyError(f'{where}: the column "{missing[0]}" is empty; a row of {name} needs {", ".join(kind.needed)}.')
    row = {column: given.get(column, kind.optional.get(column, "")) for column in table(name)[0]}
    if name == "units":
        row["measure"] = row["measure"] or row["head"].replace(" ", "_")
    for cell, words in kind.allowed.items():
        if row[cell] not in words:
            raise InterpartyError(f'{where}: the column "{cell}" is {row[cell]!r}; write one of {", ".join(words)}.')
    for cell in kind.patterns:
        try:
            re.compile("({0})|({0})".format(pattern(row[cell])))  # it will be one of many
        except re.error as error:
            raise InterpartyError(f'{where}: the column "{cell}" is no pattern that can be read ({error}).') from None
    first = kind.needed[0]
    if name not in ("cues", "non_claims", "names") and any(row[first] == known[first] for known in table(name)):
        raise InterpartyError(f"{where}: the table {name} has a row for {row[first]!r} already: rows are added, not replaced.")
    return row


def test(name: str, row: dict[str, str], others: OwnRows | None, where: str) -> OwnRows:
    """Whether the example of a row is read as the row says, and would not be without it; the rows with this one behind.

    Raises
    ------
    InterpartyError
        When it is not; the message tells how the example was read.
    """
    rows = OwnRows.of([*(others.listed() if others is not None else []), (name, row)])
    look(name, row, rows, others, where)
    return rows


def look(name: str, row: dict[str, str], rows: OwnRows, without: OwnRows | None, where: str) -> None:
    """As :func:`test`, for a row that stands among ``rows``; ``without`` are rows among which it does not stand."""
    problem = KINDS[name].problem
    try:
        read_as = problem(row, rows)
    except re.error as error:
        raise InterpartyError(f"{where}: its pattern cannot be used ({error}).") from None
    if read_as:
        raise InterpartyError(f"{where}: its example “{row['example']}” is not read {read_as}.")
    if not problem(row, without):
        raise InterpartyError(f"{where}: its example “{row['example']}” is read so without the row already: it is not needed.")
