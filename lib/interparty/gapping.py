"""Numbers for which the clause before has the noun or the verb: "it has *77 million*", "the Italian party *seven*"."""

from __future__ import annotations

import re

from .lexicon import pattern, words
from .nouns import Unit

# "a staff of eleven", "a membership of 840,000", "a delegation of five"
BODY_OF = re.compile(
    pattern(
        rf"\b({words('a body of people')}|staff|membership|committee|crowd|audience|strength|party) of "
        r"(?:only |some )?$"
    )
)
_A_BODY = re.compile(r"\b(?:an?|another|our|its|first|second|third) (?:[\w'-]+ ){0,4}$")
_AFTER_SIZE = re.compile(
    r" (?:here|there|which|who|that|whom|from|to|for|in|at|on|by|with|under|headed|led|was|were|is|are|has|had|left|came|went|"
    r"arrived|returned|visited|met|held|toured|spent|stayed|attended|will|would|arrives|leaves|comes|goes|returns|visits|and|including|among)\b"
)
_OTHER_BODIES = ("committee", "party", "staff", "membership", "strength", "class", "batch")  # "the Committee of 100"
_HAS = re.compile(
    r"\b(?:has|have|had|numbers?|numbered|counts?|counted|totals?)(?: (?:now|today|only|still|already|in all)){0,2} $"
)
_AFTER_HAS = re.compile(
    r" ?(?:[.,;)]|$)| (?:in|outside|inside|abroad|at|on|today|now|and|while|but|after|before|by|spread|throughout)\b"
)


def has_a_size(folded: str, end: int, left: str) -> bool:
    """Whether a number without a noun tells how large a body is ("a delegation of *nine* here"), or what one has."""
    if (body := BODY_OF.search(left)) is not None:
        one = _A_BODY.search(left[: body.start()]) or body[1] not in _OTHER_BODIES
        return bool(one and _AFTER_SIZE.match(folded, end))
    return one_has(folded, end, left)


def one_has(folded: str, end: int, left: str) -> bool:
    """Whether somebody has so many of what was counted before: "it had fifty members; today *it has 77 million*"."""
    return bool(_HAS.search(left) and _AFTER_HAS.match(folded, end))


# "the Soviet party sent five officials, the Italian one seven"
_GAPPED = re.compile(r", (?:and |while )?the [a-z]{4,} (?:ones?|party|comrades|delegation) $")


# "in 1963 eighty parties wrote; by 1970 *a dozen* did"
_CLAUSE_TIME = re.compile(
    pattern(
        r"(?:[,;]| and| but)(?: and| but| while)? (?:by|in|since|during|at) (?:the )?[a-z0-9' ]{4,24}?,? "
        r"(?:only |some |just |another |an average of |a further |a (?:mere|bare|scant) )?$"
    )
)


# "South Africa sent 640 and Ethiopia *512*"
_AND_ANOTHER = re.compile(
    r"\b(?:sent|received|had|invited|numbered|trained|accounted for|provided|took) "
    r"(?:us )?[\d,a-z-]{2,16}(?: [a-z]+)? and (?:the )?[a-z]{4,}(?: [a-z]{4,})? $"
)


def is_gapped(folded: str, end: int, left: str) -> bool:
    """Whether the verb of a number is left out, for it is that of the clause before: "the Italian one *seven*"."""
    if folded[end : end + 1] in (".", ",", ";") and (_GAPPED.search(left) or _AND_ANOTHER.search(left)):
        return True
    return _CLAUSE_TIME.search(left) is not None


_FIRST, _SECOND = re.compile(r"\b(?:with|to|from|of|and|received|sent) $"), re.compile(r"\b(?:in|from|to) $")
_TIME_AHEAD = re.compile(r"[,;] (?:and |but |while )?(?:by|in|since|at|during|against|compared with) [^,;]{3,24}$")


def in_pairs(left: str, before: list[tuple]) -> Unit | None:
    """The noun of a number in the place of one of the pair before: "30 parties in 14 countries, by 1993 with *78* in *22*"."""
    if len(before) == 2 and before[0][1] is not before[1][1] and _FIRST.search(left) and _TIME_AHEAD.search(left):
        return before[0][1]
    if len(before) == 3 and before[2][1] is before[0][1] and _SECOND.search(left):
        return before[1][1]
    return None
