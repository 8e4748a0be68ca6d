"""Ends of intervals: a number, and whether it is open. What two pairs of them make when they are multiplied."""

from __future__ import annotations

#: a number and whether it is shut out; infinite ends never count as reached
End = tuple[float, bool]


def times(a: End, b: End) -> End:
    """The product of two ends: zero times anything, be it infinite, is zero.

    >>> times((2, False), (3, True))
    (6, True)
    """
    if a[0] == 0 or b[0] == 0:  # reached when one of the zeros is
        return 0.0, all(is_open for number, is_open in (a, b) if number == 0)
    return a[0] * b[0], a[1] or b[1]


def product(a: tuple[End, End], b: tuple[End, End]) -> tuple[End, End]:
    """The lowest and the highest product of two intervals; where several corners are equal, one that is reached counts.

    >>> product(((2, False), (3, False)), ((1, True), (4, False)))
    ((2, True), (12, False))
    """
    corners = [times(x, y) for x in a for y in b]
    return min(corners), max(corners, key=lambda end: (end[0], not end[1]))
