"""The cue phrases of lexicon/cues.csv as patterns, and where a clause ends for them."""

from __future__ import annotations

import re

from .alternatives import numbered
from .lexicon import pattern, table, words


def compile_cues(side: str) -> tuple[list[dict], re.Pattern]:
    """The rows of one side and their pattern, in which the group ``cN`` tells the row N."""
    rows = [row for row in table("cues") if row["side"] == side]
    cues = numbered(pattern(row["pattern"]) for row in rows)
    return rows, re.compile(rf"(?<![\w-])(?:{cues})(?![\w-])")


LEFT_ROWS, LEFT = compile_cues("left")
RIGHT_ROWS, RIGHT = compile_cues("right")
TURN_ROWS, TURN = compile_cues("turn")

CLAUSE_END = re.compile(pattern(r"[;:]|\.(?= )|\?(?= )"))
SOFT_BOUNDARY = re.compile(pattern(r", (?:and|but|or|while|whereas|although|as|which|who|where)? ?|\b(?:while|whereas|but)\b"))

#: classes of nouns that a relation can be said of; a relation that is not named here fits all
SAID_OF = {
    "sent": ("people", "delegations", "goods", "documents", "countries", "parties", "events", ""),
    "came": ("people", "delegations", "parties", "countries", ""),
    "held": ("events", "projects"),
    "trained": ("people", "delegations"),
    "posted": ("countries", "parties", "people", ""),
    "spoke": ("events",),
    "made": ("events",),
    "new": ("parties", "countries", "organs", "places"),
    "signed": ("documents", "parties", "countries", "organs", "delegations"),
    "attended": ("events", "people", "delegations"),
    "attending": ("parties", "organs", "people", "delegations", "countries", "documents"),
    "institutionalized": ("parties", "organs", "countries"),
}
#: (relation, class of the noun) → the relation as it is called of that noun
CALLED = {
    ("held", "parties"): "met", ("held", "countries"): "met", ("held", "organs"): "met", ("held", "people"): "met",
    ("made", "countries"): "visited", ("attended", "countries"): "visited", ("attended", "parties"): "visited",
    ("sent", "countries"): "visited", ("spoke", "events"): "attended", ("made", "parties"): "visited",
}  # fmt: skip
# "The delegation that visited us had five members"
GROUP_HAD = re.compile(r"\b(?:delegation|group|mission|team)\b[^.;]{0,120}\b(?:had|numbered|counted|comprised|consisted of) $")
# "some 1,200 persons, the largest crowd for years, filled the hall"
GATHERED = re.compile(rf"(?:,[^,;.]{{3,90}},)? (?:[a-z'-]+ ){{0,3}}?(?:{words('gathering verb')})\b")
COMES_TO = re.compile(r"\b(?:visited|came|arrived|received|stayed|toured|called)\b")
GOES = re.compile(r"\b(?:went|left|travelled|sent|dispatched|set out|flew)\b")
#: the number of another figure: "17 delegations *and 12* …"
ANOTHER_FIGURE = r"\band (?=\d|[a-z]+(?:ty|teen|ve|ne|ght|x|n|r|o)\b )"
NEXT_FIGURE = re.compile(ANOTHER_FIGURE)
