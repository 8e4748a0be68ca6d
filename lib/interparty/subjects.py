"""Who acts: whether the subject before a verb is the text's own institution, and whether what is sent comes to it."""

from __future__ import annotations

import re

from .cues import CLAUSE_END, LEFT, NEXT_FIGURE, SOFT_BOUNDARY
from .houses import House
from .lexicon import words
from .mention import Mention

_ADVERBS = re.compile(r"(?: (?:has|have|had|also|then|now|only|itself|alone|again|already|in turn|\w+ly))*\s*$")


def speaker(ahead: str, house: House) -> str:
    """Whether the subject before a verb is the text's own institution (``own``), a foreign one (``foreign``), or neither.

    The subject is the name right before the verb, or else the first name in the last comma-bounded stretch that has one:
    "we received 30 groups and [sent] …" is said of "we", "in contacts with foreign parties, the CPC [sent] …" of the CPC.
    """
    near = _ADVERBS.sub("", ahead)
    if near.endswith(" and"):  # "the Department sent … and received …": the subject of the verb before
        verbs = [match for match in LEFT.finditer(near) if match.start() > 0]
        if verbs:
            return speaker(near[: verbs[-1].start()], house)
    for names, whose in ((house.own, "own"), (house.foreign, "foreign")):
        if any(match.end() >= len(near) for match in names.finditer(near, max(0, len(near) - 40))):
            return whose
    for stretch in reversed(SOFT_BOUNDARY.split(ahead)):
        own, foreign = house.own.search(stretch), house.foreign.search(stretch)
        if own or foreign:
            return "own" if own and (foreign is None or own.start() < foreign.start()) else "foreign"
    if _REGIONAL.search(near[-60:]):
        return "foreign"
    return "foreign" if _PARTIES.search(near[-90:]) and not _OF_BOTH.search(near[-90:]) else ""


# "the African parties sent eleven"
_REGIONAL = re.compile(
    rf"\b(?:{words('region')}) (?:[a-z]+ )?(?:parties|comrades|movements|governments|leaders|delegations|friends)$"
)
# "eleven parties of ten countries sent …": several parties are others
_PARTIES = re.compile(
    r"\b(?:\d+|several|many|some|other|more|[a-z-]*(?:ty|een|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen))"
    r" (?!the )(?:[a-z'-]+ ){0,3}?(?:parties|movements|organi[sz]ations|unions|countries)(?: (?:of|from|in) [a-z0-9 ,'-]{2,40})?$"
)
_OF_BOTH = re.compile(r"\b(?:two|both|our|these) (?:[a-z-]+ ){0,2}?(?:parties|movements|organi[sz]ations|unions|countries)\b")
#: something that is open to the public
AN_OCCASION = re.compile(rf"\b(?:{words('occasion')}|museum|pavilion|show)\b")


#: what is said of partners: of both sides, where the house is one of them
OF_PARTNERS = frozenset(("in_contact", "established", "new", "exchanged", "institutionalized"))
_MUTUAL = re.compile(r"\b(?:both|mutual|bilateral|each other|the two (?:parties|sides|countries))\b")


def is_among_others(folded: str, start: int, cue: int, end: int, house: House) -> bool:
    """Whether contacts are those of others with one another: "the Cuban party has ties with 60 parties"."""
    if not house.known or house.own.search(folded, start, end) or _MUTUAL.search(folded, start, end):
        return False
    for named in house.others.finditer(folded, max(start, cue - 70), cue):
        if not _BEHIND.search(folded, start, named.start()) and not _WITH_OTHERS.search(folded, named.end(), cue):
            return True
    return False


# "in contacts *with* China", "agreements were concluded *with* …": no subject
_BEHIND = re.compile(r"\b(?:with|to|from|for|of|by|in|at|between|and|among|on|towards?) (?:the )?(?:[a-z]+ ){0,2}$")
_WITH_OTHERS = re.compile(r"\b(?:with|were|was|been|are|is)\b")


def third_party(folded: str, name: str, subject: str, end: int, mention: Mention, house: House) -> bool:
    """Whether others receive others, or send to others: neither comes to the text's own house, nor goes out from it."""
    if subject != "foreign" or not house.known:
        return False
    if name == "received":
        counted = folded[mention.start : mention.end]
        return bool(house.others.search(counted) or "foreign " in counted) and not house.own.search(counted)
    if name == "sent":
        toward = _TOWARD.search(folded, mention.end, min(end, mention.end + 40))
        return bool(toward and house.others.match(folded, toward.end()) and not house.ground.match(folded, toward.end()))
    return False


_TOWARD = re.compile(r"\b(?:to|into) (?:visit |attend |join |study in |see )?")


# "sent economists *to study* the reform in the Chinese countryside"
_TO_SEE = re.compile(r" to (?:study|learn|see|visit|inspect|observe|look at|tour)\b")


def sees_us(folded: str, position: int, end: int, house: House) -> bool:
    """Whether people were sent to see something on the text's own ground."""
    if not _TO_SEE.match(folded, position, end):
        return False
    stop = CLAUSE_END.search(folded, position, end)
    last = min(stop.start() if stop else end, position + 110)
    return bool(house.ground.search(folded, position, last) or house.own.search(folded, position, last))


def goes_to_us(folded: str, position: int, end: int, house: House) -> bool:
    """ "… representatives to the CPC", "… to visit China": what is sent comes to the text's own ground."""
    stop = CLAUSE_END.search(folded, position, end)
    toward = _TOWARD.search(folded, position, min(stop.start() if stop else end, position + 60))
    if toward is not None and folded.endswith("back ", position, toward.start()):
        return False  # "26 comrades back to China", who are at home there
    if toward is None or NEXT_FIGURE.search(folded, position, toward.start()):
        return False
    return bool(house.ground.match(folded, toward.end()) and "," not in folded[position : toward.start()])
