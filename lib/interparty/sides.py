"""On which side a text stands at all, and the sides of a part: "58 delegations were exchanged, *31 of them Chinese*"."""

from __future__ import annotations

import re

from .houses import House
from .lexicon import words

# A reporter abroad tells of others: nobody comes to him, and nobody is sent by him
_REPORTER = re.compile(rf"\b(?:{words('a reporter abroad')})\b")
_REPORTS = words("a reporter abroad").replace("\\", "").split("|")
_OF_A_SIDE = re.compile(r"\b(?:our|we|us|ours|this country|the comrades?|comrade)\b")
_OF_THEM = re.compile(r" of (?:them|these|which),? (?:were |are |being )?(?:[a-z]+ly )?")
_REPRESENTED_BY = re.compile(r"\b(?:represented|led|attended) (?:[a-z]+ )?by (?:[a-z]+ ){0,2}$")


#: "the Chinese sent *us* four delegations"
TO_US = re.compile(r" (?:us|our (?:party|department|country|congress)) (?:[a-z]+ ){0,2}$")
_HERE = re.compile(r"\bmet (?:[a-z]+ ){0,3}?here\b|\bhere (?:today|yesterday|this morning)\b")
_IN = re.compile(r"\bmet (?:[a-z]+ ){0,3}?(?:in|at) (?:the )?")


def is_here(clause: str, house: House) -> bool:
    """Whether a meeting was at home: "met here today with a 26-member delegation"."""
    if _HERE.search(clause):
        return True
    return house.known and any(house.ground.match(clause, found.end()) for found in _IN.finditer(clause))


def is_outsider(folded: str) -> bool:
    """Whether a text is that of a reporter abroad, who is on none of the sides of which he tells."""
    # looking for words is much quicker than a pattern: nearly every text says "we" or "our", or has none of the phrases
    if " we " in folded or " our " in folded:
        return False
    said = any(phrase in folded for phrase in _REPORTS) and _REPORTER.search(folded)
    return bool(said) and not _OF_A_SIDE.search(folded)


def side_of_part(folded: str, position: int, end: int, house: House) -> tuple[str, str] | None:
    """The way of a part of what both sides exchanged: "31 *of them Chinese*"; None where no side is named."""
    found = _OF_THEM.match(folded, position, end)
    if found is None:
        return None
    if house.own.match(folded, found.end()):
        return "sent", "sent"
    return ("received", "received") if house.foreign.match(folded, found.end()) else None


def is_our_part(between: str, house: House) -> bool:
    """Whether an occasion is told of, and then by whom the house was represented at it."""
    found = _REPRESENTED_BY.search(between)
    return bool(found and house.own.search(between[: found.start()]))


#: "at the meeting in Tokyo *we had* two observers"
WE_HAD = re.compile(r"\b(?:we|the party|our party) (?:had|have) (?:only |some )?$")
# "I went back … with a party of [twenty-two]", "I myself, together with [five comrades]"
_I_WITH = re.compile(
    r"\bi (?:went|travelled|flew|returned|left|set out|spent|was|led)\b[^.;]{2,90}"
    r"\bwith an? (?:[a-z]+ )?(?:group|party|delegation|team) of $|"
    r"\bi (?:went back|returned|went|travelled|flew|came (?:home|back))\b(?:(?! and )[^.;]){2,70}"
    r"(?:, (?:(?:usually|mostly|always|once|often) )?|(?<=\w) )with (?:only )?$|"
    r"\bi(?: myself)?,? (?:together |along )with $|"
    r"\bi (?:[a-z]+ )?(?:went|travelled|flew|left|came)\b[^.;]{2,60}\bas (?:a member|one|the [a-z]+|[a-z]+) (?:of|in) "
    r"(?:an?|the|our) (?:[a-z]+ )?(?:group|party|delegation|team) of $"
)
_PEOPLE_IN = re.compile(
    r"(?:the )?(?P<who>[a-z][a-z' -]{2,40}?) (?:in|at) (?:the )?(?P<where>[a-z][a-z' -]{2,30}): (?:only |some )?$"
)


def side_of_people(folded: str, start: int, position: int, house: House) -> tuple[str, str] | None:
    """Relation and direction of people where a traveller tells of himself, or a label where they are: "Poles in Peking: 6"."""
    before = folded[max(start, position - 160) : position]
    if _I_WITH.search(before):
        return "attended", "sent"
    label = _PEOPLE_IN.match(before) if before.endswith(": ") else None
    if label and house.own.search(label["who"]) and house.others.match(label["where"]):
        return "posted", "sent"
    comes = label and house.foreign.search(label["who"]) and house.ground.match(label["where"])
    return ("posted", "received") if comes else None


def side_of_ones(folded: str, mention, meaning: tuple[str, str], house: House) -> tuple[str, str] | None:
    """The other way, where "ones" are of the other side: "31 Korean groups went to China and *35 Chinese ones* to Korea"."""
    counted = folded[mention.start : mention.end]
    if not counted.endswith(" ones") or meaning[0] not in ("sent", "received"):
        return None
    if meaning[0] == "sent" and house.foreign.search(counted):
        return "received", "received"
    return ("sent", "sent") if meaning[0] == "received" and house.own.search(counted) else None
