"""Two graders side by side: where they differ, and how far they agree beyond what chance would give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FORMULA = (
    "Agreement is Cohen's kappa with quadratic weights: 1 − O / E. O is the mean squared difference of the two marks of a text, "
    "E the mean squared difference of any mark of the one grader and any mark of the other. 1: the same marks; 0: as by chance."
)


@dataclass(frozen=True)
class Agreement:
    """Two graders on one criterion, or on the sum.

    Attributes
    ----------
    about : str
        The criterion, or "sum".
    texts : int
        Texts that both have marked.
    same : float
        The share of texts with the same points.
    difference : float
        Mean of the second grader's points less the first one's: above 0, the first is stricter.
    kappa : float or None
        See `FORMULA`; None where neither grader made a difference between texts.
    """

    about: str
    texts: int
    same: float
    difference: float
    kappa: float | None


def kappa(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Cohen's kappa with quadratic weights for two graders' marks of the same texts, in the same order.

    >>> kappa([0, 1, 2], [0, 1, 2]), kappa([0, 2], [2, 0]), kappa([1, 1], [1, 1])
    (1.0, -1.0, None)
    """
    if not first:
        return None
    observed = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) / len(first)
    expected = sum((a - b) ** 2 for a in first for b in second) / len(first) ** 2
    return 1 - observed / expected if expected else None


def agreements(first: dict[str, list[float]], second: dict[str, list[float]], criteria: Sequence[str]) -> list[Agreement]:
    """How far two graders agree on each criterion and on the sum.

    Parameters
    ----------
    first, second : dict
        Student → points on the criteria, complete rows only.
    criteria : sequence of str
        Their names.
    """
    both = sorted(first.keys() & second.keys())
    found = []
    for place, about in enumerate([*criteria, "sum"]):
        one, other = ([_points(marks[student], place) for student in both] for marks in (first, second))
        pairs = list(zip(one, other, strict=True))
        same = sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0
        difference = sum(b - a for a, b in pairs) / len(pairs) if pairs else 0.0
        found.append(Agreement(about, len(both), same, difference, kappa(one, other)))
    return found


def _points(row: list[float], place: int) -> float:
    return row[place] if place < len(row) else sum(row)


def side_by_side(
    first: dict[str, list[float]], second: dict[str, list[float]], names: tuple[str, str], criteria: Sequence[str]
) -> Iterator[tuple]:
    """The marks of two graders as a table, heads first; the largest difference of the sums on top."""
    abouts = [*criteria, "sum"]
    yield ("student", *(f"{about}: {name}" for about in abouts for name in names), "difference of the sums")
    rows = []
    for student in first.keys() & second.keys():
        one, other = first[student], second[student]
        marks = (_points(row, place) for place in range(len(abouts)) for row in (one, other))
        rows.append((student, *marks, sum(other) - sum(one)))
    yield from sorted(rows, key=lambda row: (-abs(row[-1]), row[0]))
