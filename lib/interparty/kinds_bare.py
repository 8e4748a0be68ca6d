"""The kind of a figure of which no relation is told: by its noun and by the verb that governs it."""

from __future__ import annotations

import re

from .alternatives import one_of
from .lexicon import pattern, words
from .mention import Mention, SentenceMentions
from .occasions import is_stretch
from .own_times import own_period
from .verbs import verbs

_AMOUNTED = re.compile(r"\b(?:amounted to|totall?ed|came to|reached|ran to) $")
_WITH = re.compile(pattern(r"\bwith (?!it\b|them\b|us\b|this\b|that\b|which\b|whom\b)(?:(?!that\b)[a-z0-9][\w'-]*,? ){0,6}$"))
#: classes of nouns of which a state is a stock; of the others it is a part of something
_COUNTED = ("people", "parties", "countries", "delegations", "share")
_STANDS_AT = re.compile(r"\b(?:budgets?|funds?|stands?|stood|balance|reserves?|capital|debts?|assets) [^.;\d]{0,30}$")
_OBJECT_OF_STATE = re.compile(r"\b(?:has|have|had|with|on|in|of|into|by|is|are|was|were|contains?|includes?) (?:[\w'-]+ ){0,2}$")
_COUNTS_TO = re.compile(rf"\b(?:{words('counts to')}) $")
_THERE_ARE = re.compile(
    r"\bthere (?:are|were|is|had been|have been)(?: (?:now|still|today|then|already|only|but|just|at present)){0,2} $"
)
_OBJECT = re.compile(r"\b[a-z]+ed (?:[\w'-]+ ){0,3}$")
# "we travelled 5,000 miles"
_DISTANCES = ("miles", "kilometres", "kilometers", "km", "li")
_COVERED = re.compile(r"\b(?:travelled|traveled|covered|walked|marched|flew|drove|rode) $")
_DONE = re.compile(rf"\b{one_of(sorted(verbs('done')))}\b")
_SPLIT = re.compile(rf"\b(?:{'|'.join(sorted(verbs('split')))}) (?:up )?into +$")
_KEPT = re.compile(r"\b(?:maintain|keep|kept|run|ran|operate|own)\w* (?:[a-z]+ )?$")


def kind_without_relation(folded: str, found: SentenceMentions, mention: Mention, sort: str, verb: str, left: str) -> str:
    """The kind of a figure of which nothing is told but that it is so, or happened; parameters as in kinds.py."""
    own = own_period(folded, found, mention)
    if sort in ("goods", "documents", "times") and is_stretch(own) and _AMOUNTED.search(left):
        return "flow"
    if sort == "documents" and is_stretch(own) and verb != "state":
        return "flow"
    if _WITH.search(left) and sort not in ("money", "events"):
        return "stock" if sort in _COUNTED else "structural"
    if sort == "money":
        return "stock" if _STANDS_AT.search(left) and verb != "happened" else "flow"
    if sort in ("", "documents") and verb == "state" and not _OBJECT_OF_STATE.search(left):
        return "stock"
    if sort in ("organs", "") and _COUNTS_TO.search(left):
        return "stock"
    if sort in ("organs", "places", "goods", "projects") and _THERE_ARE.search(left):
        return "stock"
    if sort == "":
        return "flow" if verb == "happened" and not _OBJECT.search(left) else "structural"
    if mention.unit.heads[:1] and mention.unit.heads[0] in _DISTANCES and _COVERED.search(left):
        return "flow"
    if sort in ("places", "projects"):
        done = _DONE.search(left) or _DONE.search(folded, mention.end, min(found.sentence.end, mention.end + 50))
        return "flow" if verb == "happened" and done else "structural"
    if _SPLIT.search(left):
        return "structural"
    if sort == "organs":
        if verb == "happened":
            return "flow"
        kept = verb == "state" and _KEPT.search(left)
        return "stock" if kept or (own is not None and own.rule in ("now", "moment", "at")) else "structural"
    if sort in ("documents", "events"):
        return "flow" if verb == "happened" or sort == "events" else "structural"
    if verb == "happened":
        return "stock" if own is not None and own.rule == "moment" else "flow"
    return "stock" if sort in _COUNTED or verb == "state" else "flow"
