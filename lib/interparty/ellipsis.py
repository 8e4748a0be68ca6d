"""Numbers that stand without a noun and borrow it from a claim before: "of these, 45", "and sent no less than 25"."""

from __future__ import annotations

import re

from .lexicon import pattern, words
from .nouns import UNITS, Unit

_PRONOUN = "these|those|them|which|whom|whose number|the latter|the former|the above"
_WHOLE_NAMED = re.compile(
    pattern(
        rf"\bof (?:{_PRONOUN}),? (?:only |some )?$|\bincluding (?:only )?$|"
        rf"\b(?:among|amongst) (?:{_PRONOUN})(?: were| are)?,? (?:only |some )?$"
    )
)
_WHOLE_BEHIND = re.compile(pattern(rf" (?:of|among) (?:{_PRONOUN})\b"))
_HEADS = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_NUMBER_OF = re.compile(rf"\b(?:number|total|figure|count) (?:of|for) (?:[a-z'-]+ ){{0,5}}?({_HEADS})\b")
# "Of the delegations received, more than 60 were …": the whole is named by its noun
_OF_NOUN = re.compile(pattern(r"\b(?:out )?of (?:the|our|its|those|these|all) (?P<words>[a-z' -]+?),? (?:only |some )?$"))
# Such a number ends its phrase or is followed by a verb: "sent no less than 25.", "17 were led by …", "only nine in 1966"
_BARE = re.compile(pattern(rf" ?(?:[.,;:)]|$)| (?:{words('after a bare number')}|in (?:the )?(?:1[5-9]|20)\d\d)\b"))
_BARE_LEFT = re.compile(pattern(rf"(?:\b(?:{words('before a bare number')})|,) (?:only |some |another )?$"))
# "the corresponding figure was 182": of what was counted before
_FIGURE_WAS = re.compile(
    pattern(r"\bfigures? (?:for it )?(?:was|were|is|are|stood at|had been|had stood at|has been) (?:only )?$")
)
_OF_THE = re.compile(pattern(r"\b(?:out )?of (?:the|our|its|those|these) $"))
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")

#: stands for the unit of the last claim of the sentence before; extraction.py puts it in
ANTECEDENT = Unit((), " and ", None, 0)


def names_its_whole(left: str) -> bool:
    """Whether the words before a number say that it is a part: "of these," "including"."""
    return bool(_WHOLE_NAMED.search(left))


def borrowed_unit(
    folded: str, first: int, start: int, end: int, left: str, before: list[tuple[int, Unit]]
) -> tuple[Unit | None, str]:
    """The unit of the number without a noun at ``start:end``, and of what it is a part.

    Parameters
    ----------
    folded : str
        The folded text.
    first : int
        Start of the sentence.
    start, end : int
        The number.
    left : str
        The words before it, without its hedge.
    before : list of (int, Unit)
        The claims before it in the sentence: where each begins, and its unit.

    Returns
    -------
    (Unit or None, str)
        ``last``: a part of the claim before; ``whole``: a part of the first claim of the sentence; ``named``: a part of
        the last claim with that noun; ``same``: counts what the claim before counts; empty: no part.
    """
    if names_its_whole(left) or _WHOLE_BEHIND.match(folded, end):
        return (before[-1][1] if before else ANTECEDENT), "last"
    if _FIGURE_WAS.search(left):
        return ANTECEDENT, "same"
    if not _BARE.match(folded, end) or _YEAR.fullmatch(folded, start, end):
        return None, ""
    named = _NUMBER_OF.search(folded, first, start)
    if named:
        return Unit((named[1],), " and ", UNITS[named[1]], end), ""
    whole = _OF_NOUN.search(left)
    heads = [word for word in whole["words"].split() if word in UNITS] if whole else []
    if heads:
        return Unit((heads[-1],), " and ", UNITS[heads[-1]], end), "named"
    if before and before[-1][1].row and _BARE_LEFT.search(left):
        part = any(_OF_THE.search(folded[max(first, begins - 14) : begins]) for begins, _unit in before)
        # what is sent or received is no country: "received 214 delegations from 61 countries and sent 72"
        things = [unit for _begins, unit in before if not unit.row or unit.row["class"] not in ("countries", "places")]
        return (before[0][1], "whole") if part else ((things or [before[-1][1]])[-1], "")
    return None, ""
