"""Two numbers held against each other: what their bounds prove, said in words."""

from __future__ import annotations

from dataclasses import dataclass

from .bounds import Bounds
from .wording import ends


@dataclass(frozen=True)
class Held:
    """Two numbers held against each other.

    Parameters
    ----------
    what : str
        What both are a number of.
    left_is, right_is : str
        How each was made, in words.
    left, right : Bounds
        The numbers.
    """

    what: str
    left_is: str
    left: Bounds
    right_is: str
    right: Bounds

    @property
    def verdict(self) -> str:
        """As ``Bounds.compare``: certainly larger, smaller or equal, or cannot tell."""
        return self.left.compare(self.right)

    def __str__(self) -> str:
        return f"{self.what}: {self.left_is} is {in_words(self.left)}; {self.right_is} is {in_words(self.right)}. {self.said}"

    @property
    def said(self) -> str:
        """The verdict with its reason."""
        if self.verdict == "cannot tell":
            return f"Cannot tell: {_why(self.left, self.right)}"
        if self.verdict == "certainly equal":
            return "The two are certainly equal."
        return f"The first is {self.verdict} than the second."


def in_words(limits: Bounds) -> str:
    """Bounds in words, hedge and time included, as a sentence takes them.

    >>> in_words(Bounds(low=4500, low_open=True).per(23))
    'more than 196 a year'
    """
    time = f" a {limits.time}" if limits.time else ""
    if limits.low is not None or limits.high is not None:
        return ends(limits) + time
    return "no figure" if limits.value is None else f"about {float(f'{limits.value:.3g}'):,g}{time}, without ends"


def _why(left: Bounds, right: Bounds) -> str:
    closed = [(one.low is not None, one.high is not None) for one in (left, right)]
    if (False, False) in closed:
        loose, other = (left, right) if closed[0] == (False, False) else (right, left)
        if loose.value is None:
            return "a word without a figure has no ends; how far it reaches is for you to argue."
        figure = in_words(loose).removesuffix(", without ends")
        return f"“about” has no ends. Would you let {figure} reach as far as {in_words(other).removesuffix(', without ends')}?"
    if closed == [(True, False)] * 2:
        return "two floors cannot be ranked."
    if closed == [(False, True)] * 2:
        return "two ceilings cannot be ranked."
    return "some numbers fit both."
