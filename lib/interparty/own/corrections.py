"""Claims put right by hand: corrections applied to the claims of a text, and told wherever a claim is shown."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from ..bounds import bounds_of
from ..errors import InterpartyError
from ..wording import number
from .correction_file import FIELDS, FIGURES, NAME, Correction, measure_of, measure_problem

if TYPE_CHECKING:
    from ..corpus import Corpus, Document


@dataclass(frozen=True)
class Change:
    """What one correction did to one claim."""

    correction: Correction
    claim_id: str
    before: dict
    after: dict


def apply(document: Document, rows: list[dict], correction: Correction) -> Change:
    """Put one correction into effect: ``rows`` are the claims of the document and are changed.

    Raises
    ------
    InterpartyError
        When it does not fit the text or its claims; then nothing is changed.
    """
    where = f"{NAME}, row {correction.row}" if correction.row else "This correction"
    start, end = _place(document, correction, where)
    inside = [row for row in rows if row["start"] < end and start < row["end"]]
    row = next((row for row in inside if (row["start"], row["end"]) == (start, end)), inside[0] if len(inside) == 1 else None)
    if inside and correction.action == "add":
        raise InterpartyError(
            f"{where}: “{correction.quote}” holds the claim {inside[0]['claim_id']!r} already: correct that one."
        )
    if row is None and correction.action != "add":
        raise InterpartyError(
            f"{where}: there is no claim in “{correction.quote}” of {document.id}; to make one of it, write the action add."
        )
    if correction.action == "reject":
        return _reject(rows, row, correction)
    new = dict(row) if row is not None else _blank(document, start, end, rows)
    changed = {**new, **correction.fields}
    _fit(changed, correction.fields, rows, where)
    if row is None:
        after = len([other for other in rows if (other["start"], other["end"]) < (start, end)])
        rows.insert(after, changed)
    else:
        rows[rows.index(row)] = changed
    names = [name for name in FIELDS if not _same(new[name], changed[name])]
    before = {} if row is None else {name: new[name] for name in names}
    return Change(correction, changed["claim_id"], before, {name: changed[name] for name in names})


def _place(document: Document, correction: Correction, where: str) -> tuple[int, int]:
    """Start and end, where the quotation stands there; what stands between its words (a line end) does not matter."""
    start, end, text = correction.start, correction.end, document.text
    if text[start:end].split() == correction.quote.split():
        return start, end
    words = re.compile(r"\s+".join(map(re.escape, correction.quote.split())))
    found = [f"{match.start()}–{match.end()}" for match in words.finditer(text)]
    stands = f"it stands at {', '.join(found[:3])}: put these numbers in" if found else "it is not in the text: take the row out"
    raise InterpartyError(f"{where}: “{correction.quote}” does not stand at {start}–{end} of {document.id}; {stands}.")


def _reject(rows: list[dict], row: dict, correction: Correction) -> Change:
    rows.remove(row)
    for other in rows:  # what was a part of it is a part of what it was a part of
        if other["subset_of"] == row["claim_id"]:
            other["subset_of"] = row["subset_of"]
    return Change(correction, row["claim_id"], {name: row[name] for name in FIELDS}, {})


def _blank(document: Document, start: int, end: int, rows: list[dict]) -> dict:
    from ..extraction import claim_id

    row = {
        "doc": document.id,
        "par": document.paragraph_at(start).index,
        "start": start,
        "end": end,
        "quote": document.text[start:end],
        **dict.fromkeys(FIGURES, math.nan),
        **{"hedge": "exact", "unit": "", "measure": "", "direction": "none", "kind": "structural"},
        **dict.fromkeys(("period_start", "period_end", "period_text", "subset_of")),
    }
    return {**row, "claim_id": claim_id(row, {other["claim_id"]: 1 for other in rows})}


def _fit(row: dict, given: dict, rows: list[dict], where: str) -> None:
    """Whether the fields fit each other; the bounds follow from figure and hedge."""
    if row["hedge"] == "between":
        if _none(row["low"]) or _none(row["high"]) or row["low"] > row["high"]:
            raise InterpartyError(f'{where}: with the hedge "between" give both "low" and "high", the smaller first.')
        row["value"] = math.nan
    else:
        if not (_none(given.get("low")) and _none(given.get("high"))):
            raise InterpartyError(f'{where}: "low" and "high" are for the hedge "between"; else they follow from "value".')
        if row["hedge"] == "vague":
            row["value"] = math.nan
        elif _none(row["value"]):
            raise InterpartyError(f'{where}: the hedge {row["hedge"]!r} needs a figure in the field "value".')
        extent = bounds_of(row["value"], row["hedge"])
        row["low"], row["high"] = (math.nan if end is None else end for end in (extent.low, extent.high))
    if not row["unit"]:
        raise InterpartyError(f'{where}: the field "unit" is empty; say what is counted.')
    row["measure"] = row["measure"] or measure_of(row["unit"])
    if "measure" in given and (problem := measure_problem(row["measure"], row["unit"])):
        raise InterpartyError(f'{where}: the field "measure" is {row["measure"]!r}, {problem}.')
    first, last = row["period_start"], row["period_end"]
    if first and last and first[:4] > last[:4]:
        raise InterpartyError(f'{where}: "period_start" ({first}) lies after "period_end" ({last}).')
    whole = row["subset_of"]
    if whole and whole not in {other["claim_id"] for other in rows} - {row["claim_id"]}:
        raise InterpartyError(f'{where}: the field "subset_of" is {whole!r}, which is no other claim of this text.')


def _none(value: object) -> bool:
    return value is None or value == "" or value != value


def _same(one: object, other: object) -> bool:
    return one == other or (_none(one) and _none(other))


def attach(document: Document, rows: Iterable[Correction]) -> tuple[Document, list[str]]:
    """The document with those corrections that are its own and fit, and a sentence for each that does not fit."""
    own = [row for row in rows if row.doc == document.id]
    if not own:
        return document, []
    claims, good, problems = raw_claims(document), [], []
    for correction in own:
        try:
            apply(document, claims, correction)
        except InterpartyError as error:
            problems.append(str(error))
        else:
            good.append(correction)
    return replace(document, corrections=tuple(good)), problems


def told(change: Change) -> str:
    """What a correction did, in words."""
    return f"{_did(change)}: {change.correction.signed}"


def _did(change: Change) -> str:
    if change.correction.action == "reject":
        return "rejected by hand"
    if not change.before:
        return "added by hand"
    return f"corrected by hand ({_pairs(change)})"


def _pairs(change: Change) -> str:
    """The fields that were given, before and after; bounds that follow from them are not told."""
    names = [name for name in change.after if name in change.correction.fields]
    return "; ".join(f"{name}: {said(change.before[name], 'empty')} → {said(change.after[name], 'empty')}" for name in names)


def said(value: object, empty: str = "–") -> str:
    """The value of a field in words; a dash where it is empty."""
    return empty if _none(value) else number(value) if isinstance(value, int | float) else str(value)


# ---- the claims of a text, as corrected ---------------------------------------------------------------------------------


def in_effect(document: Document, rows: list[dict]) -> list[Change]:
    """Apply the corrections of a document to its claims; those that were checked when it was opened fit."""
    changes = []
    for correction in document.corrections:
        try:
            changes.append(apply(document, rows, correction))
        except InterpartyError:  # rows of one's own in the lexicon may have changed what is found: opening the folder tells
            continue
    return changes


def raw_claims(document: Document) -> list[dict]:
    """The claims of a document as the library reads them, without its corrections."""
    from ..extraction import claims

    return claims(replace(document, corrections=())).to_dict("records")


def with_corrections(table: pd.DataFrame, documents: list[Document]) -> pd.DataFrame:
    """A claims table in which the claims of some documents are put right as their corrections say."""
    from ..extraction import as_table

    corrected = {document.id: document for document in documents}
    rows: list[dict] = []
    for name, found in table.groupby("doc", sort=False):
        records = found.to_dict("records")
        if name in corrected:
            in_effect(corrected.pop(name), records)
        rows += records
    for document in corrected.values():  # texts without a claim of their own, to which one was added
        records = []
        in_effect(document, records)
        rows += records
    return as_table(rows)


def notes(document: Document) -> dict[str, str]:
    """Claim id → what was done to the claim by hand, by whom and why; also for claims that were rejected."""
    found: dict[str, list[str]] = {}
    for change in in_effect(document, raw_claims(document)) if document.corrections else ():
        found.setdefault(change.claim_id, []).append(told(change))
    return {name: "; ".join(lines) for name, lines in found.items()}


COLUMNS = ["claim_id", "doc", "par", "start", "end", "quote", "action", "change", "who", "why", "date"]


def corrections(source: Document | Corpus | Iterable[Document]) -> pd.DataFrame:
    """What was put right by hand in one or more texts of one's own: join it to the claims by ``claim_id``.

    Parameters
    ----------
    source : Document, Corpus or iterable of Document
        What to look at.

    Returns
    -------
    DataFrame
        A row a correction: ``claim_id``, ``doc``, ``par``, ``start``, ``end``, ``quote``, ``action`` (``change``, ``add``,
        ``reject``), ``change`` in words (what the fields were, and what they are), ``who``, ``why``, ``date``.

    Raises
    ------
    InterpartyError
        When ``source`` is something else.
    """
    from ..layers.rows import collect

    return collect(source, _changes, COLUMNS, "corrections")


def _changes(document: Document):
    for change in in_effect(document, raw_claims(document)) if document.corrections else ():
        row = change.correction
        place = (change.claim_id, row.doc, document.paragraph_at(row.start).index, row.start, row.end, row.quote)
        yield (*place, row.action, _in_words(change), row.who, row.why, row.date)


def _in_words(change: Change) -> str:
    if change.before and change.after:
        return _pairs(change)
    fields = change.after or change.before
    return ("" if change.after else "was ") + "; ".join(
        f"{name}: {said(value)}" for name, value in fields.items() if not _none(value) and name not in ("low", "high")
    )
