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
    for row in rows:
        if row["subset_of"] or math.isnan(row["value"]):
            continue
        measure = _WITHIN.get(row["measure"], row["measure"])
        inside = _is_larger if measure != row["measure"] else _is_total
        wholes = [other for other in rows if other["measure"] == measure and inside(other, row)]
        whole = max(wholes, key=lambda other: other["value"], default=None)
        row["subset_of"] = whole["claim_id"] if whole else None


def _is_larger(whole: dict, part: dict) -> bool:
    return whole["value"] > part["value"]


def _is_total(whole: dict, part: dict) -> bool:
    """Whether a claim is the total of a span of years that may hold another claim of the same measure."""
    if not _is_larger(whole, part) or not whole["kind"] == part["kind"] == "flow" or part["direction"] != "sent":
        return False
    first, last = whole["period_start"], whole["period_end"]
    if (
        not first
        or not last
        or int(last[:4]) - int(first[:4]) < 2
        or whole["measure"].split("_")[0] not in ("delegations", "people")
    ):
        return False
    begins, ends = part["period_start"] or first, part["period_end"] or last
    return ((begins, ends) != (first, last) and first[:4] <= begins[:4] and ends[:4] <= last[:4]) or part["period_end"] is None
