"""Who came to whom: relation and direction of a counted thing, from the side of the text's own institution.

In the manner of ConText (Harkema et al. 2009): cue phrases with a side, a reach that ends at the clause, and a nearest-cue
rule. The cues are rows of lexicon/cues.csv; whose house speaks is told by first-person words, by "the Party", and by the
country whose names and parties the text mentions most by far (lexicon/countries.csv).
"""

from __future__ import annotations

import re

from .alternatives import number_of
from .by_name import ANYBODY, MUTUAL, NO_RELATION, OF_THE_HOSTS, PART_OF, TWINS, by_its_name, class_of, is_online
from .cues import (
    CALLED,
    CLAUSE_END,
    COMES_TO,
    GATHERED,
    GOES,
    GROUP_HAD,
    LEFT,
    LEFT_ROWS,
    RIGHT,
    RIGHT_ROWS,
    SAID_OF,
    SOFT_BOUNDARY,
    TURN,
    TURN_ROWS,
)
from .cues_before import PASSIVE, object_of
from .cues_behind import FLIP, TAKES_OBJECT, subject_of
from .houses import House
from .inheriting import inherited_from
from .journeys import at_others, journey
from .lexicon import pattern, words
from .mention import Mention
from .sides import WE_HAD, is_here, is_our_part, side_of_ones, side_of_part, side_of_people
from .verbs import after_said_that, opens_clause

_HOLDING = re.compile(rf"\b(?:{words('holding')})\b")


# "In June, with 11 parties …, the department held": partners in one event
_WITH = re.compile(pattern(r"(?:^|, |\b(?:jointly|together) )with (?:the )?$"))


def relation(
    folded: str, start: int, end: int, mention: Mention, before: list[tuple[Mention, tuple[str, str]]], house: House
) -> tuple[str, str]:
    """The relation and direction of one mention.

    Parameters
    ----------
    folded : str
        The folded text of the document.
    start, end : int
        The sentence.
    mention : Mention
        What is counted.
    before : list
        The mentions of the same sentence that come before it, each with its relation.
    house : House
        Whose text it is.

    Returns
    -------
    tuple of str
        Relation (``received``, ``sent``, ``in_contact``, ``new``, ``attending`` …, or empty) and direction.
    """
    kind = class_of(mention)
    if kind in ("projects", "time", "money", "times") or (mention.unit.heads and mention.unit.heads[0] in _SETTLED):
        return NO_RELATION
    if mention.unit.heads[:1] and mention.unit.heads[0] in _TIES:
        return "in_contact", "both"
    if kind == "places" and TWINS.search(folded, mention.start, mention.end):
        return "in_contact", "both"
    if kind == "places":
        meaning = _relation(folded, start, end, mention, before, house, "countries")
        return meaning if meaning[0] in ("in_contact", "new", "established", "signed") else NO_RELATION
    meaning = _relation(folded, start, end, mention, before, house, kind)
    if meaning[1] == "sent" and kind == "people" and _TO_THE_VILLAGES.match(folded, mention.end):
        return NO_RELATION
    if mention.unit.heads[:1] == ("foreigners",) and meaning[1] == "sent":
        return "received", "received"
    if meaning[0] in _MEETING and is_online(folded, start, end, mention):
        return meaning[0], "both"
    return meaning


def direction_of(meaning: tuple[str, str], mention: Mention) -> str:
    """The direction of a claim: that of people and bodies; letters, goods and money have none."""
    kind = class_of(mention)
    unknown = kind == "" and meaning[0] in ("sent", "received", "visited", "attending")
    if kind == "goods" or unknown or (kind == "documents" and meaning[0] not in ("signed", "exchanged")):
        return "none"
    return meaning[1]


# they stay in their country
_TO_THE_VILLAGES = re.compile(
    r" (?:[a-z]+ ){0,4}?(?:to|into) (?:(?:live|work|help|settle) in )?(?:the )?"
    r"(?:villages?|countryside|grass[- ]?roots|factories|mines|communes|rural areas|poor counties|border areas)\b"
)
_VISITED_PLACE = re.compile(r"\b(?:visited|came to|arrived in|stayed in|toured|called at) (?:the )?")


def _went_abroad(told: str, house: House) -> bool:
    """Whether a group visited a place that is not of the house: "the delegation which visited Peking had nine members"."""
    return any(house.others.match(told, found.end()) for found in _VISITED_PLACE.finditer(told))


_TIES = ("relationships", "partnerships", "friendships", "twinnings")
_WHEN_IT = re.compile(r"\b(?:when|after|before|until|as) (?:the|a|it|this) [^,.;]{0,50}$")
#: from how many on members are those of a party, not of a group
_A_CROWD = 1000
#: what is said of those who come to a meeting
_MEETING = ("attending", "received", "represented", "held")
#: people who live where they are counted
_SETTLED = frozenset(words("settled").split("|"))


def _relation(folded: str, start: int, end: int, mention: Mention, before, house: House, kind: str) -> tuple[str, str]:
    same = bool(before) and mention.unit is before[-1][0].unit
    alone = bool(before) and not mention.antecedent and opens_clause(folded, start, end, mention, not same)
    alone = alone and not (same and folded.startswith(" more ", mention.end))
    if alone:
        start = mention.start
    elif before:
        previous = before[-1][0]
        if kind in ("people", "delegations") and is_our_part(folded[previous.end : mention.start], house):
            return "attended", "sent"
        inherited = inherited_from(folded, mention, before, kind)
        if inherited is not None and (turned := side_of_ones(folded, mention, inherited, house)):
            return turned
        if inherited is not None:
            return (inherited[1] == "both" and side_of_part(folded, mention.end, end, house)) or inherited
    start = after_said_that(folded, start, mention)
    if _EACH_SIDE.match(folded, mention.end):
        return "attending", "both"
    clause_start, clause_end = _clause(folded, start, end, mention)
    if kind == "share" and (part := PART_OF.match(folded, mention.end) or PART_OF.search(folded, mention.start, mention.end)):
        return ("held", "both") if part[1] in MUTUAL else ("received", "received")
    joint = _WITH.search(folded[clause_start : mention.start]) and _HOLDING.search(folded, mention.end, clause_end)
    if kind in ("parties", "countries") and joint:
        return "attending", "both"
    went = journey(folded, start, clause_start, clause_end, mention, house, kind)
    if went is not None:
        return went
    if kind == "people" and (had := GROUP_HAD.search(folded, max(start, mention.start - 160), mention.start)):
        comes, goes = COMES_TO.search(had.group()), GOES.search(had.group())
        if comes and house.known and _VISITED_PLACE.search(had.group()) and _went_abroad(had.group(), house):
            return "sent", "sent"
        if comes or goes:
            return ("sent", "sent") if goes and not comes else ("received", "received")
    if kind == "people" and (side := side_of_people(folded, start, mention.start, house)):
        return side
    if kind == "people" and mention.unit.heads[0] in ANYBODY and GATHERED.match(folded, mention.end):
        return by_its_name(folded, start, end, mention, house, kind)
    if kind == "people" and OF_THE_HOSTS.match(folded, mention.end):
        return NO_RELATION
    if (mention.value or 0) >= _A_CROWD and folded.endswith("whose ", start, mention.start):
        return NO_RELATION  # "the Federation, whose six million members …"
    if kind == "people" and _POSSESSED.search(folded, max(start, mention.start - 40), mention.start):
        if mention.unit.heads[0] == "members":
            return NO_RELATION
        return by_its_name(folded, start, end, mention, house, kind)
    best = _best_cue(folded, clause_start, clause_end, mention, house, kind)
    takes_two = kind == "events" and mention.unit.heads[0] in MUTUAL
    if best is None and (clause_start, clause_end) != (start, end) and not takes_two:
        near = max(start, mention.start - _REACH), min(end, mention.end + _REACH)
        best = _best_cue(folded, *near, mention, house, kind)
    if (
        best
        and best[0] == "met"
        and kind in ("people", "delegations", "parties")
        and is_here(folded[clause_start:clause_end], house)
    ):
        return "received", "received"
    if best and best[0] in _TURNED and (turn := TURN.search(folded, mention.end, clause_end)):
        row = TURN_ROWS[number_of(turn)]
        near = row["relation"] != "lost" or "," not in folded[mention.end : turn.start()]
        if near and row["relation"] in _TURNED[best[0]]:
            return row["relation"], row["direction"]
    if best is None and kind == "people" and WE_HAD.search(folded, clause_start, mention.start):
        there = at_others(folded, clause_start, clause_end, mention, house)
        if there is not None:
            return "attended", "sent"
    if best and best[0] in ("attending", "represented", "attended"):
        there = at_others(folded, clause_start, clause_end, mention, house)
        if there is not None and (best[0] != "attended" or there[1] == "sent"):
            return there
    crowd = best and best[0] == "received" and kind == "people" and mention.unit.heads[0] in ANYBODY
    if crowd and _EXPECTED_AT.match(folded, mention.end):
        return by_its_name(folded, start, end, mention, house, kind)
    if best and best[0] == "represented" and _TAKES_PART.search(folded, mention.end, clause_end):
        return "attending", best[1]
    if best and best[0] == "attending" and kind == "people" and mention.unit.heads[0] in ANYBODY:
        return best[0], by_its_name(folded, start, end, mention, house, kind)[1]
    return _named(best, kind) if best else by_its_name(folded, start, end, mention, house, kind)


_EXPECTED_AT = re.compile(
    r" (?:are|were) (?:expected|awaited) (?:at|in|for) (?:the|a|our) "
    rf"(?:[\w'-]+ ){{0,3}}?(?:{words('occasion')})\b"
)
_TAKES_PART = re.compile(
    rf"\b(?:attended|took part|taken part|participated|(?:was|were|are) (?:also |now )?(?:{words('there')}))\b"
)


#: a relation → what words behind the figure may turn it into
_TURNED = {"in_contact": ("institutionalized", "lost", "established"), "met": ("received",)}


def _named(meaning: tuple[str, str], kind: str) -> tuple[str, str]:
    return CALLED.get((meaning[0], kind), meaning[0]), meaning[1]


# "The Committee has 17 members": they are there, whatever is said of them afterwards
_POSSESSED = re.compile(
    r"\b(?:has|have|had|numbers?|numbered|employs?|employed|comprises?|consists? of|consisted of|there (?:are|were)) $"
)
_EACH_SIDE = re.compile(
    pattern(
        r" (?:(?:take|took|taking) part )?(?:from|on|of) (?:each|both|either|the two) "
        r"(?:of the )?(?:sides?|part(?:y|ies)|countr(?:y|ies)|delegations?)\b"
    )
)


_NONE = re.compile(r"\b(?:no|without|never had)(?: [a-z]+)? (?:contacts?|ties|relations|links|exchanges)\b")
#: how far from a figure a cue may stand, in characters
_REACH = 320
#: without one of them no clause ends (CLAUSE_END)
_CLAUSE_MARKS = (";", ":", ".", "?")


def _clause(folded: str, start: int, end: int, mention: Mention) -> tuple[int, int]:
    start, end = max(start, mention.start - _REACH), min(end, mention.end + _REACH)
    around = folded[start:end]
    if not any(mark in around for mark in _CLAUSE_MARKS):
        return start, end
    first = max((match.end() for match in CLAUSE_END.finditer(folded, start, mention.start)), default=start)
    last = CLAUSE_END.search(folded, mention.end, end)
    return first, last.start() if last else end


def _best_cue(folded: str, start: int, end: int, mention: Mention, house: House, kind: str) -> tuple[str, str] | None:
    candidates = []
    for cue in LEFT.finditer(folded, start, mention.start):
        gap = folded[cue.end() : mention.start]
        if "," in gap and _WHEN_IT.search(folded, max(start, cue.start() - 60), cue.start()):
            continue  # "when the flood came last summer, 31 parties wrote to us"
        if gap.startswith(" and ") and PASSIVE.search(folded, max(start, cue.start() - 12), cue.start()):
            continue  # "86 delegations were received and 41 sent abroad"
        score = len(gap) + 45 * len(SOFT_BOUNDARY.findall(gap))
        candidates.append((score, True, cue, LEFT_ROWS[number_of(cue)]))
    for cue in RIGHT.finditer(folded, mention.unit.end if mention.per and mention.value == 1 else mention.end, end):
        gap = folded[mention.end : max(mention.end, cue.start())]
        score = len(gap) + 12 + 45 * len(SOFT_BOUNDARY.findall(gap)) + 30 * len(re.findall(r"\d", gap)[:1])
        candidates.append((score, False, cue, RIGHT_ROWS[number_of(cue)]))
    for _score, left, cue, row in sorted(candidates, key=lambda candidate: candidate[0]):
        if not left and row["relation"] == "represented" and kind == "people":
            continue
        if not left and row["relation"] in FLIP and folded.endswith(" and ", start, cue.start()) and _takes_object(folded, cue):
            continue
        if left and row["relation"] == "posted" and "," in folded[cue.end() : mention.start]:
            continue
        if row["relation"] == "in_contact" and _NONE.search(folded, max(start, cue.start() - 12), cue.end()):
            continue  # "60 parties which had no contact with us before"
        if kind not in SAID_OF.get(row["relation"], (kind,)) or (kind == "parties" and cue.group() in ("abroad", "overseas")):
            continue
        meaning = (row["relation"], row["direction"])
        if left:
            return object_of(folded, start, end, cue, meaning, mention, house, kind)
        return subject_of(folded, start, end, cue, meaning, mention, house)
    return None


def _takes_object(folded: str, cue: re.Match) -> bool:
    """ "Ties with 79 parties and *hosted 40 delegations*": another verb of the same subject, with an object of its own."""
    return TAKES_OBJECT.match(folded, cue.end()) is not None
