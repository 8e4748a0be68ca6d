"""Which figure is part of another one."""

from __future__ import annotations

import math

#: measure of a part → measure of the whole it is logically inside of
_WITHIN = {"parties_institutionalized": "parties_in_contact", "countries_institutionalized": "countries_in_contact"}


def nest(rows: list[dict]) -> None:
    """Fill ``subset_of`` where logic carries it.

    A flow of delegations or people that were sent lies inside the total which the same text gives for a longer span of time
    around it. (Those received need not: the guests of one sentence may be of another kind than those of the total.) Vague
    figures are left out: their overlap cannot be told.
    """
    totals: dict[str, list[dict]] = {}
    for row in sorted(rows, key=lambda row: -row["value"] if row["value"] == row["value"] else 0.0):
        if _spans_years(row) or row["measure"] in _WITHIN.values():
            kept = totals.setdefault(row["measure"], [])
            if len(kept) < _MOST:
                kept.append(row)
    for row in rows:
        if row["subset_of"] or math.isnan(row["value"]):
            continue
        measure = _WITHIN.get(row["measure"], row["measure"])
        inside = _is_larger if measure != row["measure"] else _holds
        whole = next((other for other in totals.get(measure, ()) if inside(other, row)), None)
        row["subset_of"] = whole["claim_id"] if whole else None


#: how many totals of one measure are looked at in one text, the largest first
_MOST = 20


def _spans_years(row: dict) -> bool:
    """Whether a claim is the total of a span of years of delegations or people that were sent."""
    first, last = row["period_start"], row["period_end"]
    sent = row["kind"] == "flow" and row["direction"] == "sent" and row["measure"].startswith(("delegations_", "people_"))
    return bool(sent and first and last and int(last[:4]) - int(first[:4]) >= 2)


def _is_larger(whole: dict, part: dict) -> bool:
    return whole["value"] > part["value"]


def _holds(whole: dict, part: dict) -> bool:
    """Whether the span of a total holds the time of another claim of the same measure."""
    if (
        not _is_larger(whole, part)
        or part["kind"] != "flow"
        or not _spans_years(whole)
        or part["_unit"].heads != whole["_unit"].heads
    ):
        return False
    first, last = whole["period_start"], whole["period_end"]
    begins, ends = part["period_start"] or first, part["period_end"]
    return ends is None or ((begins, ends) != (first, last) and first[:4] <= begins[:4] and ends[:4] <= last[:4])
