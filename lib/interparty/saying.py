"""A sentence whose figures are computed: prose that cannot go out of date and drops no hedge."""

from __future__ import annotations

from string import Formatter

import pandas as pd

from .bounds import Bounds
from .errors import InterpartyError
from .holding import in_words
from .html import el
from .wording import citation, counted_words

#: what stands in a place that waits for the learner's words
_WAITING = ("Write here.", "...", "…")


def count_words(text: str) -> str:
    """Say how long a text is; what only holds the place of one is none.

    Parameters
    ----------
    text : str
        The learner's text, or still the words that ask for it.

    Returns
    -------
    str
        ``"46 words"``, or that nothing is written yet.

    Raises
    ------
    InterpartyError
        When it is no text.
    """
    if not isinstance(text, str):
        raise InterpartyError(f"count_words() counts the words of a text in quotation marks, not {type(text).__name__}.")
    return "Nothing is written yet." if text.strip() in ("", *_WAITING) else counted_words(len(text.split()))


class Said:
    """A computed sentence: HTML in a notebook, plain text in a terminal."""

    def __init__(self, pieces: list[tuple[str, str]]) -> None:
        self._pieces = pieces

    def __str__(self) -> str:
        return "".join(words for words, _ in self._pieces)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        shown = [el("strong", words, title=why) if why else words for words, why in self._pieces]
        return str(el("p", shown, style="max-width:46em;line-height:1.6;margin:0.4em 0"))


def say(template: str, claims: pd.DataFrame | None = None, **figures: object) -> Said:
    """Write a sentence round computed figures.

    Parameters
    ----------
    template : str
        The sentence, with names in curly brackets where figures go: ``"The department received {total}."``
    claims : DataFrame, optional
        The claims table; needed where a figure is a claim id.
    **figures
        For each name: a claim id (its words are quoted, with their place), Bounds (in words, hedge and all), a number, or words.

    Returns
    -------
    Said

    Raises
    ------
    InterpartyError
        When a name has no figure or a figure no name, or a claim id is not in the table.

    >>> say("It grew by {more}.", more=Bounds(low=13, low_open=True))
    It grew by more than 13.
    """
    parts = list(Formatter().parse(template))
    wanted = {name for _, name, _, _ in parts if name is not None}
    if lost := sorted(wanted ^ set(figures)):
        raise InterpartyError(f"The sentence and its figures do not fit: {lost[0]!r} stands only in one of them.")
    pieces: list[tuple[str, str]] = []
    for words, name, _, _ in parts:
        pieces.append((words, ""))
        if name is not None:
            pieces.append(_figure(figures[name], claims))
    return Said([piece for piece in pieces if piece[0]])


def _figure(figure: object, claims: pd.DataFrame | None) -> tuple[str, str]:
    """The words of one figure, and where they come from."""
    if isinstance(figure, Bounds):
        return in_words(figure), "computed"
    if isinstance(figure, str) and figure.count(".") >= 2 and " " not in figure:
        found = claims[claims["claim_id"] == figure] if claims is not None else pd.DataFrame()
        if len(found) != 1:
            raise InterpartyError(f"There is no claim {figure!r}: copy an id from the column claim_id, and give the table.")
        row = found.iloc[0]
        return f"“{row['quote']}” {citation(row)}", figure
    return (f"{figure:,.10g}" if isinstance(figure, int | float) else str(figure)), "computed"
