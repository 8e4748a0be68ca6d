"""Hedge algebra: what a hedged number lets one claim, and how that survives arithmetic.

Interval arithmetic (R. E. Moore, Interval Analysis, 1966) on intervals that may be open-ended. Two conventions:

* The printed figure itself is let in: "more than 800" becomes "at least 800". That is weaker by a hair than the words, so
  it never proves too much.
* A count cannot be negative. A missing floor therefore acts as 0, until a difference is taken.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from numbers import Real

from .errors import InterpartyError

#: hedge → which ends of the interval the printed figure closes. The one place where words become bounds.
HEDGE_ENDS = {
    "exact": (True, True),
    "at_least": (True, False),
    "odd": (True, False),
    "nearly": (False, True),
    "at_most": (False, True),
    "about": (False, False),
    "vague": (False, False),
}


class Verdict(str):
    """The answer to a comparison: ``certain``, ``certainly not`` or ``cannot tell``; true in an ``if`` only when certain."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return self == "certain"


CERTAIN, CERTAINLY_NOT, CANNOT_TELL = Verdict("certain"), Verdict("certainly not"), Verdict("cannot tell")


@dataclass(frozen=True)
class Bounds:
    """A number known only between two ends.

    Parameters
    ----------
    low, high : float or None
        The smallest and the largest value the words allow; None where they set no limit on that side.
    value : float or None
        The figure as printed, for orientation only: it takes no part in equality or in comparisons.

    Raises
    ------
    InterpartyError
        When an end is no number, or ``low`` is above ``high``.

    >>> Bounds(low=800) / Bounds(high=400)
    Bounds(low=2)
    >>> Bounds(low=800) > Bounds(high=400)
    'certain'
    """

    low: float | None = None
    high: float | None = None
    value: float | None = field(default=None, compare=False)
    #: True after a subtraction, when a missing floor no longer means "not below zero"
    signed: bool = field(default=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("low", "high", "value"):
            end = getattr(self, name)
            if end is not None and (isinstance(end, bool) or not isinstance(end, Real) or not math.isfinite(end)):
                raise InterpartyError(f"Bounds({name}=…) needs a number or None, not {type(end).__name__} {end!r:.40}.")
        if self.low is not None and self.high is not None:
            if self.low > self.high:
                raise InterpartyError(f"Bounds has low={self.low:g} above high={self.high:g}: exchange the two.")
            if self.low == self.high and self.value is None:
                object.__setattr__(self, "value", self.low)

    def __repr__(self) -> str:
        ends = [f"{name}={end:.12g}" for name, end in (("low", self.low), ("high", self.high)) if end is not None]
        if not ends and self.value is not None:
            ends = [f"value={self.value:.12g}"]
        return f"Bounds({', '.join(ends)})"

    def __str__(self) -> str:
        """The interval in words, for feedback and tables."""
        low, high = (None if end is None else f"{end:,.6g}" for end in (self.low, self.high))
        if low and high:
            return f"exactly {low}" if self.low == self.high else f"between {low} and {high}"
        if low or high:
            return f"at least {low}" if low else f"at most {high}"
        return "no bounds" if self.value is None else f"about {self.value:,.6g}, no bounds"

    @property
    def floor(self) -> float:
        """The lower end for arithmetic: 0 for a count without a floor, minus infinity for a difference without one."""
        return self.low if self.low is not None else (-math.inf if self.signed else 0.0)

    @property
    def ceiling(self) -> float:
        """The upper end for arithmetic: infinity where the words set none."""
        return math.inf if self.high is None else self.high

    def __add__(self, other: Bounds | float) -> Bounds:
        other = as_bounds(other)
        # a sum of two floorless counts has no stated floor either, though neither can be negative
        floor = self.floor + other.floor if not (self.low is None and other.low is None) else -math.inf
        signed = self.signed or other.signed
        return _interval(floor, self.ceiling + other.ceiling, _nominal(self, other, float.__add__), signed)

    def __sub__(self, other: Bounds | float) -> Bounds:
        other = as_bounds(other)
        value = _nominal(self, other, float.__sub__)
        return _interval(self.floor - other.ceiling, self.ceiling - other.floor, value, signed=True)

    def __mul__(self, other: Bounds | float) -> Bounds:
        other = as_bounds(other)
        corners = [_times(a, b) for a in (self.floor, self.ceiling) for b in (other.floor, other.ceiling)]
        return _product(self, other, corners, _nominal(self, other, float.__mul__))

    def __truediv__(self, other: Bounds | float) -> Bounds:
        other = as_bounds(other)
        if other.low == other.high == 0:
            raise InterpartyError("Nothing can be divided by zero: check the number under the division sign.")
        value = _nominal(self, other, float.__truediv__) if other.value else None
        if other.floor < 0 < other.ceiling or other.ceiling == 0:
            return Bounds(value=value, signed=True)
        inverse = (
            0.0 if math.isinf(other.ceiling) else 1 / other.ceiling,
            1 / other.floor if other.floor else math.inf,
        )
        corners = [_times(a, b) for a in (self.floor, self.ceiling) for b in inverse]
        return _product(self, other, corners, value)

    def __radd__(self, other: float) -> Bounds:
        return as_bounds(other) + self

    def __rsub__(self, other: float) -> Bounds:
        return as_bounds(other) - self

    def __rmul__(self, other: float) -> Bounds:
        return as_bounds(other) * self

    def __rtruediv__(self, other: float) -> Bounds:
        return as_bounds(other) / self

    def __gt__(self, other: Bounds | float) -> Verdict:
        other = as_bounds(other)
        if self.floor > other.ceiling:
            return CERTAIN
        return CERTAINLY_NOT if self.ceiling <= other.floor else CANNOT_TELL

    def __lt__(self, other: Bounds | float) -> Verdict:
        return as_bounds(other) > self

    def compare(self, other: Bounds | float) -> str:
        """Say how this number stands to another one.

        Returns
        -------
        str
            ``certainly larger``, ``certainly smaller``, ``certainly equal`` or ``cannot tell``.
        """
        other = as_bounds(other)
        if self > other:
            return "certainly larger"
        if self < other:
            return "certainly smaller"
        exact = self.low is not None and self.low == self.high
        return "certainly equal" if exact and self == other else "cannot tell"


def as_bounds(number: Bounds | float) -> Bounds:
    """A plain number as an interval of one point; Bounds unchanged. Anything else raises InterpartyError."""
    if isinstance(number, Bounds):
        return number
    return Bounds(low=number, high=number)


def bounds_of(value: float | None, hedge: str, low: float | None = None, high: float | None = None) -> Bounds:
    """Turn a printed figure and its hedge into bounds: the one place where that is decided.

    Parameters
    ----------
    value : float or None
        The figure as printed; None for ``between`` and ``vague``.
    hedge : str
        ``exact about at_least at_most nearly odd between vague``.
    low, high : float, optional
        The two figures of a ``between``.

    Raises
    ------
    InterpartyError
        For an unknown hedge.

    >>> bounds_of(400, "nearly")
    Bounds(high=400)
    """
    if hedge == "between":
        return Bounds(low=low, high=high)
    if hedge not in HEDGE_ENDS:
        known = ", ".join([*HEDGE_ENDS, "between"])
        raise InterpartyError(f"There is no hedge called {hedge!r}: use one of {known}.")
    if value is not None and value != value:  # NaN: how a table writes a missing number
        value = None
    closes_low, closes_high = HEDGE_ENDS[hedge]
    return Bounds(low=value if closes_low else None, high=value if closes_high else None, value=value)


def bounds(claim) -> Bounds:
    """The bounds of one row of the claims table.

    Parameters
    ----------
    claim : mapping
        A row with the fields ``value``, ``low`` and ``high`` (missing numbers as NaN or None).
    """
    known = {
        name: None if claim[name] is None or claim[name] != claim[name] else float(claim[name])
        for name in ("low", "high", "value")
    }
    return Bounds(**known)


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


def _nominal(a: Bounds, b: Bounds, operation) -> float | None:
    return None if a.value is None or b.value is None else operation(float(a.value), float(b.value))


def _product(a: Bounds, b: Bounds, corners: list[float], value: float | None) -> Bounds:
    floor, signed = min(corners), a.signed or b.signed
    # 0 as the product of a missing floor is no statement of the text: leave the end open
    if floor == 0 and a.low != 0 and b.low != 0:
        floor = -math.inf
    return _interval(floor, max(corners), value, signed)


def _interval(low: float, high: float, value: float | None, signed: bool) -> Bounds:
    return Bounds(
        low=None if math.isinf(low) else low,
        high=None if math.isinf(high) else high,
        value=value,
        signed=signed,
    )
