"""Who acts: whether the subject before a verb is the text's own institution, and whether what is sent comes to it."""

from __future__ import annotations

import re

from .cues import CLAUSE_END, LEFT, SOFT_BOUNDARY
from .houses import House

_ADVERBS = re.compile(r"(?: (?:has|have|had|also|then|now|only|itself|alone|again|already|in turn|\w+ly))*\s*$")


def speaker(words: str, house: House) -> str:
    """Whether the subject before a verb is the text's own institution (``own``), a foreign one (``foreign``), or neither.

    The subject is the name right before the verb, or else the first name in the last comma-bounded stretch that has one:
    "we received 30 groups and [sent] …" is said of "we", "in contacts with foreign parties, the CPC [sent] …" of the CPC.
    """
    near = _ADVERBS.sub("", words)
    if near.endswith(" and"):  # "the Department sent … and received …": the subject of the verb before
        verbs = [match for match in LEFT.finditer(near) if match.start() > 0]
        if verbs:
            return speaker(near[: verbs[-1].start()], house)
    for names, whose in ((house.own, "own"), (house.foreign, "foreign")):
        if any(match.end() >= len(near) for match in names.finditer(near, max(0, len(near) - 40))):
            return whose
    for stretch in reversed(SOFT_BOUNDARY.split(words)):
        own, foreign = house.own.search(stretch), house.foreign.search(stretch)
        if own or foreign:
            return "own" if own and (foreign is None or own.start() < foreign.start()) else "foreign"
    return ""


_TOWARD = re.compile(r"\b(?:to|into) (?:visit |attend |join |study in |see )?")


def goes_to_us(folded: str, position: int, end: int, house: House) -> bool:
    """ "… representatives to the CPC", "… to visit China": what is sent comes to the text's own ground."""
    stop = CLAUSE_END.search(folded, position, end)
    toward = _TOWARD.search(folded, position, min(stop.start() if stop else end, position + 60))
    return bool(toward and house.ground.match(folded, toward.end()) and "," not in folded[position : toward.start()])
