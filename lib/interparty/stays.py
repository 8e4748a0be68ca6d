"""Who studies or works abroad, or comes to do so: "420 party workers studied at the schools of the fraternal countries"."""

from __future__ import annotations

import re

from .houses import House
from .mention import Mention

_STAYS = re.compile(
    r"[^.;:]{0,40}?\b(?:stud(?:y|ied|ying)|learn(?:ed|t)?|train(?:ed|ing)|taught|teach|work(?:ed|ing)?|serv(?:e|ed|ing)|enrolled|"
    r"posted|stationed)\b(?= [^.;:]{0,60}\b(?:at|in|with)\b)"
)
#: how far behind the verb the place may be named, in characters
_REACH = 80


def stay(folded: str, mention: Mention, end: int, house: House, whose: str) -> tuple[str, str] | None:
    """Relation and direction of people who stay with the other side; None where they do not, or no place is named.

    Parameters
    ----------
    folded : str
        The folded text.
    mention : Mention
        What is counted.
    end : int
        Where its clause ends.
    house : House
        Whose text it is.
    whose : str
        Whose people they are: ``own``, ``foreign`` or empty.
    """
    if not house.known or whose not in ("own", "foreign"):
        return None
    found = _STAYS.match(folded, mention.end, end)
    if found is None:
        return None
    where = folded[found.end() : min(end, found.end() + _REACH)].partition(", and ")[0]
    ours, theirs = house.ground.search(where), house.foreign.search(where) or house.others.search(where)
    if whose == "foreign":
        return ("received", "received") if ours and not theirs else None
    return ("sent", "sent") if theirs and not ours else None
