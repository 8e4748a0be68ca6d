"""The verb that governs a figure: whether it says how things stand or tells what happened.

Verbs are sorted in lexicon/verbs.csv; a verb of neither sort that ends in -ed, or stands in the perfect, tells what happened.
"""

from __future__ import annotations

import re
from functools import cache

from .alternatives import one_of
from .lexicon import pattern, table, words
from .mention import Mention


@cache
def verbs(sort: str) -> frozenset[str]:
    """The verbs of one sort of lexicon/verbs.csv, in all their forms."""
    return frozenset(word for row in table("verbs") if row["sort"] == sort for word in row["words"].split(";"))


_ADVERB = rf"(?:{words('adverb')}|\w+ly)"
_MAIN = one_of(sorted(verbs("state") | verbs("state of") | verbs("rise") | verbs("past") | verbs("ahead")))
_VERB = re.compile(
    pattern(
        rf"\b(?:(?P<aux>has|have|had|having|is|are|was|were|be|been|being|can|could|may|might|will|shall|would|should)"
        rf"(?: {_ADVERB}){{0,3}} (?:been |be |being )?)?"
        rf"(?P<main>{_MAIN}|[a-z]{{2,}}ed|(?:(?<=will )|(?<=shall ))[a-z]+)\b(?!-)"
    )
)
_ADJECTIVE_AFTER = re.compile(r"\b(?:the|an?|of|its|our|their|these|those|other|most|all|and|or|many|some|with|from|in|by) +$")
#: how far the governing verb may stand from its figure, in characters
_REACH = 220
_NEXT_CLAUSE = re.compile(r"[;:](?= )|, (?:and|but|while|whereas|who|which|where)\b")
_CLAUSE = re.compile(r"[;:](?= )|\b(?:while|whereas)\b")


def governing_verb(folded: str, start: int, end: int, mention: Mention) -> str:
    """The sort of the verb that governs a mention: ``state``, ``goes on``, ``happened``, or empty where none is known.

    It is the last one before the mention in its clause, else (the mention is the subject) the first one behind it.
    """
    first = max(start, mention.start - _REACH)
    for cut in _CLAUSE.finditer(folded, first, mention.start):
        first = cut.end()
    after = _behind(folded, end, mention)
    if after and _NEW_SUBJECT.search(folded, max(start, mention.start - 9), mention.start):
        return after
    sort = ""
    told = [found.span() for found in _TOLD_US.finditer(folded, first, mention.start)]
    for found in _VERB.finditer(folded, first, mention.start):
        if not any(begins <= found.start() < ends for begins, ends in told):
            takes = found["aux"] is None and found.end() + 1 == mention.start and found["main"].endswith("ed")
            sort = _sort(folded, found) or ("happened" if takes and found["main"] not in verbs("no verb") else sort)
    return sort or after


# "the Federation has, we were informed, eleven million members"
_TOLD_US = re.compile(
    r", (?:we|they|he|she|it|i|officials) (?:(?:were|was|are|am|is) )?"
    r"(?:told|informed|assured|said|says|say|added|claim|claimed|claims|believe|believed|believes),"
)


def opens_clause(folded: str, start: int, end: int, mention: Mention, named: bool = True) -> bool:
    """Whether a mention is the subject of a clause of its own: "…, and *a hundred members* went to the coast"."""
    if named and folded.startswith(" and ", mention.start - len(" and ")) and _ITS_VERB.match(folded, mention.end, end):
        return True
    return bool(_NEW_SUBJECT.search(folded, max(start, mention.start - 9), mention.start) and _behind(folded, end, mention))


# "… and three groups of our secretaries, 45 in all, *attended* courses in China"
_ITS_VERB = re.compile(
    r"(?: (?:of|from) (?:[\w'-]+ ){0,4}?[\w'-]+)?(?:, [^,;.]{2,40},)? (?:(?:have|has|had|also|then) )?"
    rf"(?:{words('of a traveller')})\b(?! by\b)"
)


_NEW_SUBJECT = re.compile(r", (?:and|but|while) $")


def _behind(folded: str, end: int, mention: Mention) -> str:
    """The sort of the first verb behind a mention in its clause, or empty."""
    last = _NEXT_CLAUSE.search(folded, mention.end, min(end, mention.end + _REACH))
    for found in _VERB.finditer(folded, mention.end, last.start() if last else min(end, mention.end + _REACH)):
        if sort := _sort(folded, found):
            return "happened" if sort == "state" and found["main"] in verbs("rise") else sort
    return ""


# "we had to receive", "we had occasion to receive"
_TO_DO = re.compile(r" to (?!be\b)[a-z]+ ")
_MUST, _INFINITIVE = ("has", "have", "had"), re.compile(r" (?:occasion |reason |cause )?to [a-z]+ ")
# what somebody "has" done so is over: "35 of our doctors have served there"
_DONE_ONCE = ("served", "worked", "lived", "operated")


def _sort(folded: str, found: re.Match) -> str:
    aux, main, before = found["aux"], found["main"], folded[max(0, found.start() - 8) : found.start()]
    if main in verbs("ahead"):
        return "happened"
    if main in verbs("no verb"):
        return "state" if aux else ""
    if main in _DONE_ONCE and aux in ("has", "have", "had"):
        return "happened"
    if main == "been" and aux in ("has", "have", "had"):
        return ""
    if main in ("is", "are") and _TO_DO.match(folded, found.end()):
        return "happened"
    if main in _MUST and _INFINITIVE.match(folded, found.end()):
        return "happened"
    if main in verbs("state") or main in verbs("rise"):
        return "" if aux is None and main.endswith("s") and _ADJECTIVE_AFTER.search(before) else "state"
    if aux in ("will", "shall"):
        return "happened"
    if main in verbs("state of"):
        return "goes on" if aux in ("is", "are", "was", "were") else ("happened" if aux and main.endswith("ed") else "")
    if aux in ("is", "are", "can", "could", "may", "might"):
        return "state"
    if aux is None and main.endswith("ed") and _ADJECTIVE_AFTER.search(before):
        return ""
    return "happened"


# what is said is a clause of its own
_SAID_THAT = re.compile(pattern(rf"\b(?:{words('said')})(?: [a-z]+){{0,2}}? that\b"))


def after_said_that(folded: str, start: int, mention: Mention) -> int:
    """Where the clause of a mention begins behind "they were told that", else the start that was given."""
    first = max(start, mention.start - _REACH)
    if folded.find(" that", first, mention.start) == -1:  # quicker than the pattern, and mostly so
        return start
    for said in _SAID_THAT.finditer(folded, first, mention.start):
        start = said.end()
    return start
