"""People of whom a number is told with the place where they are: "the number of Chinese students at Cairo University"."""

from __future__ import annotations

import re

from .houses import House
from .mention import Mention

#: "our own delegations numbered 25"
OUR_NUMBER = re.compile(
    r"\b(?:(?P<own>our(?: own)?)|foreign|visiting|incoming) (?:delegations|groups|missions)"
    r"(?: (?:abroad|going abroad|received|to us|to [a-z]+))? (?:numbered|totalled|totaled|amounted to|came to) (?:only )?$"
)
# "The number of Chinese students at Cairo University fell from [34] to [19]"
_NUMBER_AT = re.compile(
    r"\bnumber of (?P<who>(?:[\w'-]+ ){1,4}?)(?:(?:studying|living|working|enrolled|staying|now) ){0,2}(?:at|in) (?:the )?"
)


def of_the_number(folded: str, left: str, mention: Mention, house: House) -> tuple[str, str] | None:
    """The way of people of whom a number is told with the place where they are; None where that is their own country."""
    found = _NUMBER_AT.search(left)
    if found is None or not house.known or mention.unit.heads[0] in folded[mention.start : mention.end]:
        return None
    if house.own.search(found["who"]):
        return ("posted", "sent") if house.others.match(left, found.end()) else None
    comes = house.foreign.search(found["who"]) and not house.others.match(left, found.end())
    return ("posted", "received") if comes else None
