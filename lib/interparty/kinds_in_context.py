"""The kind that a figure shares with the one before it, or with the one to which it points back."""

from __future__ import annotations

import re

from .inheriting import is_joined
from .mention import Mention

#: kinds that a figure takes over from the one to which it is joined
_SHARED = ("stock", "flow", "event", "structural")
AND = re.compile(r"[^.;:\d]{0,40} and ")
_NEWLY = re.compile(
    r" (?:of (?:them|these|which|whom) )?(?:(?:have|has|had|were|was) )?(?:been )?(?:added|established|joined|opened|founded)\b"
)
# "2,000 are studying there; in the early 1950s there were only 370"
_THERE_WERE = re.compile(r"\bthere (?:were|was|had been) (?:only |but |just |no more than )?$")


def kind_in_context(
    folded: str, start: int, mention: Mention, kind: str, name: str, before: dict | None, whole: dict | None, part: bool
) -> str:
    """The kind of a claim among others.

    Parameters
    ----------
    folded : str
        The folded text of the document.
    start : int
        Start of the sentence.
    mention : Mention
        What is counted.
    kind, name : str
        Its kind by itself (:func:`interparty.kinds.kind_of`), and its relation.
    before, whole : dict or None
        The claim before it in its sentence, and the one to which it points back.
    part : bool
        Whether it is a part of that one.
    """
    if part and whole["kind"] == "stock" and _NEWLY.match(folded, mention.end):
        return "flow"  # "82 countries, fifteen of which were added this year"
    if whole is not None and whole["kind"] != "duration" and (part or mention.antecedent == "figure" or not name):
        kind = whole["kind"]
    elif before is not None:
        kind = _beside(folded, mention, kind, name, before)
    if (
        kind == "flow"
        and mention.antecedent != "them"
        and _THERE_WERE.search(folded, max(start, mention.start - 40), mention.start)
    ):
        earlier = before if before is not None and mention.unit is before["_unit"] else whole
        return earlier["kind"] if earlier is not None and earlier["kind"] in ("stock", "event") else kind
    return kind


# "seven groups from Japan, *163 people altogether*"
_ALTOGETHER = re.compile(r" (?:altogether|in all|in total|all told)\b")


def _beside(folded: str, mention: Mention, kind: str, name: str, before: dict) -> str:
    apposed = before["kind"] in ("flow", "event") and folded.startswith(", ", mention.start - 2)
    if apposed and _ALTOGETHER.match(folded, mention.end):
        return before["kind"]
    if kind == "stock" and before["kind"] == "flow" and mention.unit is before["_unit"]:
        return "flow"  # "we received 18 delegations; in 1985 there were 12"
    if before["kind"] == "event" and name == "attended":
        return "event"  # "some 140 took part; our side was represented by 24"
    if (before["_whole"] or before["_of"]) and AND.fullmatch(folded, before["end"], mention.start):
        return before["kind"]  # "of these, 57 were heads of parties and 23 heads of states"
    if before["kind"] == "stock" and name == "posted":
        return "stock"  # "2,400 students were in nine countries"
    if kind in _SHARED and before["kind"] in _SHARED and is_joined(folded, before["end"], mention.start):
        return before["kind"]  # "seven members and three officials", "1.2 million members in 40 provinces"
    return kind
