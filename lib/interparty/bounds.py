"""Hedge algebra: what a hedged number lets one claim, and how that survives arithmetic.

Interval arithmetic (R. E. Moore, Interval Analysis, 1966) on intervals that may be open-ended. Two conventions:

* The printed figure itself is let in unless asked otherwise: "more than 800" becomes "at least 800". That is weaker by a
  hair than the words, so it never proves too much.
* A count cannot be negative. A missing floor therefore acts as 0, until a difference is taken.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from numbers import Real

from .errors import InterpartyError
from .intervals import End, product
from .lexicon import table
from .text import fold

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
    low_open, high_open : bool
        Whether the end itself is shut out, as in "more than 800". It goes along through arithmetic and sharpens
        comparisons and words; it takes no part in equality.

    Raises
    ------
    InterpartyError
        When an end is no number, ``low`` is above ``high``, or no number is left between open ends.

    >>> Bounds(low=800) / Bounds(high=400)
    Bounds(low=2)
    >>> Bounds(low=800) > Bounds(high=400)
    'certain'
    >>> print(Bounds(low=4500, low_open=True).per(25))
    more than 180 a year
    """

    low: float | None = None
    high: float | None = None
    value: float | None = field(default=None, compare=False)
    low_open: bool = field(default=False, compare=False)
    high_open: bool = field(default=False, compare=False)
    #: True after a subtraction, when a missing floor no longer means "not below zero"
    signed: bool = field(default=False, compare=False, repr=False)
    #: the time of a rate, for the words: "year"
    time: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("low", "high", "value"):
            end = getattr(self, name)
            if end is not None and (isinstance(end, bool) or not isinstance(end, Real) or not math.isfinite(end)):
                raise InterpartyError(f"Bounds({name}=…) needs a number or None, not {type(end).__name__} {end!r:.40}.")
        if self.low is not None and self.high is not None:
            if self.low > self.high:
                raise InterpartyError(f"Bounds has low={self.low:g} above high={self.high:g}: exchange the two.")
            if self.low == self.high and (self.low_open or self.high_open):
                raise InterpartyError(f"No number is left between {self.low:g} and {self.high:g} when an end is open.")
            if self.low == self.high and self.value is None:
                object.__setattr__(self, "value", self.low)

    def __repr__(self) -> str:
        ends = [f"{name}={end:.12g}" for name, end in (("low", self.low), ("high", self.high)) if end is not None]
        ends += [f"{name}=True" for name in ("low_open", "high_open") if getattr(self, name)]
        if not ends and self.value is not None:
            ends = [f"value={self.value:.12g}"]
        return f"Bounds({', '.join(ends)})"

    def __str__(self) -> str:
        """The interval in words, for feedback and tables."""
        return self._words() + (f" a {self.time}" if self.time else "")

    def _words(self) -> str:
        low, high = (None if end is None else f"{end:,.6g}" for end in (self.low, self.high))
        floor = f"{'more than' if self.low_open else 'at least'} {low}"
        ceiling = f"{'less than' if self.high_open else 'at most'} {high}"
        if low and high:
            if self.low == self.high:
                return f"exactly {low}"
            return f"{floor} and {ceiling}" if self.low_open or self.high_open else f"between {low} and {high}"
        if low or high:
            return floor if low else ceiling
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
        unstated = self.low is None and other.low is None
        low = (-math.inf if unstated else self.floor + other.floor, self.low_open or other.low_open)
        high = (self.ceiling + other.ceiling, self.high_open or other.high_open)
        return _interval(low, high, _nominal(self, other, float.__add__), self.signed or other.signed)

    def __sub__(self, other: Bounds | float) -> Bounds:
        other = as_bounds(other)
        low = (self.floor - other.ceiling, self.low_open or other.high_open)
        high = (self.ceiling - other.floor, self.high_open or other.low_open)
        return _interval(low, high, _nominal(self, other, float.__sub__), signed=True)

    def __mul__(self, other: Bounds | float) -> Bounds:
        other = as_bounds(other)
        return _product(self, other, _ends(other), _nominal(self, other, float.__mul__))

    def __truediv__(self, other: Bounds | float) -> Bounds:
        other = as_bounds(other)
        if other.low == other.high == 0:
            raise InterpartyError("Nothing can be divided by zero: check the number under the division sign.")
        value = _nominal(self, other, float.__truediv__) if other.value else None
        if other.floor < 0 < other.ceiling or other.ceiling == 0:
            return Bounds(value=value, signed=True)
        (low, low_open), (high, high_open) = _ends(other)
        inverse = ((0.0 if math.isinf(high) else 1 / high, high_open), (1 / low if low else math.inf, low_open))
        return _product(self, other, inverse, value)

    def per(self, span: Bounds | float, time: str = "year") -> Bounds:
        """The rate for each unit of time.

        Parameters
        ----------
        span : Bounds or float
            How many units of time the figure is spread over; see :func:`interparty.years`.
        time : str
            The unit, for the words: ``year``.
        """
        return replace(self / span, time=time)

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
        touching = self.floor == other.ceiling and (self.low_open or other.high_open)
        if self.floor > other.ceiling or touching:
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


def bounds(claim, strict: bool = False) -> Bounds:
    """The bounds of one row of the claims table.

    Parameters
    ----------
    claim : mapping
        A row with the fields ``value``, ``low`` and ``high`` (missing numbers as NaN or None), and ``quote`` if strict.
    strict : bool
        Whether to leave out the printed figure itself where the words do, as "more than 800" does and "at least 800" does
        not. Without it the figure is let in, which never proves too much.
    """
    known = {
        name: None if claim[name] is None or claim[name] != claim[name] else float(claim[name])
        for name in ("low", "high", "value")
    }
    if strict and claim["hedge"] != "between" and _shuts_out(claim["quote"]):
        known |= {f"{name}_open": known[name] is not None for name in ("low", "high")}
    return Bounds(**known)


def _shuts_out(quote: str) -> bool:
    """Whether the hedge at the head of a quotation leaves out the printed figure (column ``open`` of lexicon/hedges.csv)."""
    words = " ".join(fold(quote).split())
    rows = (row for row in table("hedges") if row["side"] == "before" and words.startswith(row["phrase"]))
    return max(rows, key=lambda row: len(row["phrase"]), default={"open": "no"})["open"] == "yes"


def _nominal(a: Bounds, b: Bounds, operation) -> float | None:
    return None if a.value is None or b.value is None else operation(float(a.value), float(b.value))


def _ends(bounds: Bounds) -> tuple[End, End]:
    return (bounds.floor, bounds.low_open), (bounds.ceiling, bounds.high_open)


def _product(a: Bounds, b: Bounds, ends_of_b: tuple[End, End], value: float | None) -> Bounds:
    low, high = product(_ends(a), ends_of_b)
    # 0 as the product of a missing floor is no statement of the text: leave the end open
    if low[0] == 0 and a.low != 0 and b.low != 0:
        low = (-math.inf, True)
    return _interval(low, high, value, a.signed or b.signed)


def _interval(low: End, high: End, value: float | None, signed: bool) -> Bounds:
    infinite = [math.isinf(low[0]), math.isinf(high[0])]
    return Bounds(
        low=None if infinite[0] else low[0],
        high=None if infinite[1] else high[0],
        value=value,
        low_open=low[1] and not infinite[0],
        high_open=high[1] and not infinite[1],
        signed=signed,
    )
